"""Misspelt names: words nobody knows, matched word by word with the names of the vocabulary.

A guess stands for as many words as the name has. Each word of the name must be there: as listed,
or misspelt where the text has a word with no other meaning. So a name never swallows a word that
has nothing to do with it ("denver floor" is no Denver), and one search a word is enough.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache
from typing import Literal

from bot.understand import aliases, gazetteer, levels, occupations, places, roles
from bot.understand.forgetful import for_a_turn
from bot.understand.text import Token
from bot.understand.vocab import rows

SURE = 88.0  # a typo scoring less is asked about, not taken
SURE_IN_A_SENTENCE = 91.0  # where ordinary words stand beside names
WORTH_ASKING = 78.0
_CLOSE = 3.0  # two readings nearer than this are asked about
_SWAPPED = 92.0  # "tuscon": the right letters in the wrong order
_JOINED = 99.0  # "sanfrancisco"
_WORD_ALIKE = 72.0
_SHORTEST, _SHORTEST_SPOKEN = 4, 5  # letters of a name of one word; shorter ones have too many neighbours
_SHORTEST_PART = 3  # letters of a word that the rest of a name stands beside: "kansas ciy"
_SHORTEST_JOINED = 8
_LONGEST = 30
_MAY_DIFFER = 3  # letters in length
# Abroad nothing is known of pay, so a typo must all but spell the name.
_ABROAD_SURE, _ABROAD_SHORTEST = 92.0, 6
_WIDER = 2.0  # what each further word of a name is worth
_INTRODUCERS = frozenset({"in", "near", "around", "to", "at"})
_INSIDE = frozenset({"in", "near", "around"})
_FEW_WORDS = 6  # so few are an answer, not a sentence

_ORDER = ("role", occupations.KIND, "place", "level")


@dataclass(frozen=True, slots=True)
class Guess:
    """A run of words `[first, last)` read as a misspelt name: ids, likeliest first, and likeness to 100."""

    kind: str
    ids: tuple[str, ...]
    first: int
    last: int
    score: float

    @property
    def rank(self) -> tuple[float, int, int]:
        """Order among guesses: likeness, then width, then the kind of thing."""
        width = self.last - self.first
        return (self.score + _WIDER * width, width, -_ORDER.index(self.kind))


@dataclass(frozen=True, slots=True)
class _Name:
    """A name to correct to. `cost` is taken off for being little known; `joined`: written as one word."""

    kind: str
    words: tuple[str, ...]
    text: str
    ids: tuple[str, ...]
    cost: float = 0.0
    joined: bool = False


def guesses(words: Sequence[Token], left: Set[int], *, spoken: bool) -> list[Guess]:
    """Every way to read words as misspelt names, best first; each covers one of `left` at least.

    `left` are the words without a meaning; only they may be misspelt.
    """
    shortest = _SHORTEST_SPOKEN if spoken else _SHORTEST
    texts = [gazetteer.same(word.fold) for word in words]
    open_ = {i for i in left if _may_be_typo(texts[i]) and texts[i] not in _index().words}
    best: dict[tuple[int, int, str], dict[str, float]] = {}
    done: set[tuple[int, int]] = set()
    for at in sorted(open_):
        for near in _near(texts[at]):
            for number, position in _index().names_with.get(near, ()):
                first = at - position
                if first < 0 or (number, first) in done:
                    continue
                done.add((number, first))
                name = _index().names[number]
                if len(name.words) == 1 and len(texts[at]) < shortest:
                    continue
                last = first + len(name.words)
                if last > len(texts) or not left & set(range(first, last)):
                    continue
                score = _alike(name, texts[first:last], [i in open_ for i in range(first, last)])
                if score is None:
                    continue
                for id_, end in _meant(name, words, texts, last, score):
                    here = best.setdefault((first, end, name.kind), {})
                    here[id_] = max(here.get(id_, 0.0), round(score, 1))
    return sorted(_guessed(best), key=lambda g: g.rank, reverse=True)


def verdict(
    guess: Guess, words: Sequence[Token], beside_role: Set[int], *, spoken: bool
) -> Literal["take", "ask", "pass"]:
    """Say whether a guess may be taken (and owned up to), is to be asked about, or means nothing.

    In a sentence one word is read as a misspelt name only where such a name is expected: a place
    after "in", a role where a job is named, a level beside a role. `beside_role` are the words
    right before and after one.
    """
    clear = len(guess.ids) == 1
    if not spoken:
        return "take" if clear and guess.score >= SURE else "ask"
    before = words[guess.first - 1].fold if guess.first else ""
    if guess.kind == "place":
        expected = before in _INTRODUCERS or guess.first in beside_role
        ask = before in _INSIDE
    elif guess.kind == "level":
        expected, ask = guess.first in beside_role, False
    else:
        expected = ask = aliases.spoken_as_job(words, guess.first, guess.last)
    if clear and guess.score >= (SURE if expected else SURE_IN_A_SENTENCE):
        several = guess.last - guess.first > 1
        return "take" if expected or several or len(words) <= _FEW_WORDS else "pass"
    return "ask" if ask and not (beside_role and guess.kind == "role") else "pass"


def _guessed(best: dict[tuple[int, int, str], dict[str, float]]) -> Iterator[Guess]:
    for (first, last, kind), scores in best.items():
        ordered = sorted(scores, key=lambda id_: -scores[id_])
        top = scores[ordered[0]]
        if top < WORTH_ASKING:
            continue
        near = tuple(i for i in ordered if top - scores[i] < _CLOSE)
        yield Guess(kind, near if top >= SURE else tuple(ordered[:5]), first, last, top)


def is_of_a_name(word: str) -> bool:
    """Whether a word in small letters is spelt as in a name of the vocabulary, or as a word of jobs."""
    return gazetteer.same(word) in _index().words or word in _real_words()


def _may_be_typo(word: str) -> bool:
    return _SHORTEST_PART <= len(word) <= _LONGEST and word.isalpha() and word not in _real_words()


def _alike(name: _Name, said: Sequence[str], free: Sequence[bool]) -> float | None:
    """Likeness of words to a name, weighted by length; None when a word of it is not there."""
    total = 0.0
    length = 0
    for wanted, word, may_differ in zip(name.words, said, free, strict=True):
        score = 100.0 if word == wanted else _word_alike(word, wanted) if may_differ else 0.0
        if score < _WORD_ALIKE:
            return None
        total += score * len(wanted)
        length += len(wanted)
    score = total / length
    if score == 100.0:  # noqa: PLR2004  # spelt as listed, and passed over for a reason
        if not name.joined:
            return None
        score = _JOINED
    return score - name.cost


@for_a_turn(maxsize=4096)
def _word_alike(word: str, wanted: str) -> float:
    """Likeness of two words: Indel similarity (rapidfuzz `ratio`)."""
    from rapidfuzz import fuzz  # noqa: PLC0415

    score = fuzz.ratio(word, wanted)
    return max(score, _SWAPPED) if sorted(word) == sorted(wanted) else score


def _meant(
    name: _Name, words: Sequence[Token], texts: Sequence[str], last: int, score: float
) -> list[tuple[str, int]]:
    """Ids of a name with the end of its words: a city takes in the state after it."""
    if name.kind != "place":
        return [(id_, last) for id_ in name.ids]
    for count in (2, 1):
        state = gazetteer.state_names().get(" ".join(texts[last : last + count]))
        if state is None and count == 1 and last < len(words):
            code = words[last].fold.upper()
            state = code if code in gazetteer.states() else None
        inside = places.spelt(name.text, state) if state else ()
        if inside:
            return [(id_, last + count) for id_ in inside]
    length = sum(len(word) for word in name.words)
    far = score < _ABROAD_SURE or length < _ABROAD_SHORTEST
    return [(i, last) for i in places.spelt(name.text) if not (far and len(i) == len("GB"))]


@dataclass(frozen=True, slots=True)
class _Index:
    """All names, their words, and for each word the names it stands in with its position there."""

    names: list[_Name]
    words: frozenset[str]
    names_with: dict[str, list[tuple[int, int]]]
    by_length: dict[int, list[str]]


@cache
def _index() -> _Index:
    names = list(_names())
    names_with: dict[str, list[tuple[int, int]]] = {}
    for number, name in enumerate(names):
        for position, word in enumerate(name.words):
            names_with.setdefault(word, []).append((number, position))
    by_length: dict[int, list[str]] = {}
    for word in names_with:
        if len(word) > 1:
            by_length.setdefault(len(word), []).append(word)
    words = frozenset(word for name in names if not name.joined for word in name.words)
    return _Index(names, words, names_with, by_length)


def _names() -> Iterator[_Name]:
    tables = {
        "role": roles.spellings(),
        occupations.KIND: occupations.spellings(),
        "level": levels.spellings(),
    }
    for kind, table in tables.items():
        for alias in table.aliases.values():
            if alias.when not in ("rank", "field"):
                yield from _spelt(kind, alias.words, " ".join(alias.words), alias.ids, 0.0)
    for text, cost in places.spellings().items():
        yield from _spelt("place", tuple(text.split(" ")), text, (), cost)


def _spelt(
    kind: str, words: tuple[str, ...], text: str, ids: tuple[str, ...], cost: float
) -> Iterator[_Name]:
    if sum(map(len, words)) < _SHORTEST:
        return
    yield _Name(kind, words, text, ids, cost)
    if 1 < len(words) <= 3 and len(text) >= _SHORTEST_JOINED:  # noqa: PLR2004
        yield _Name(kind, ("".join(words),), text, ids, cost, joined=True)


@for_a_turn(maxsize=1024)
def _near(word: str) -> tuple[str, ...]:
    """Words of names that a word may be a misspelling of."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415

    found: list[str] = []
    for length in range(len(word) - _MAY_DIFFER, len(word) + _MAY_DIFFER + 1):
        pool = _index().by_length.get(length)
        if pool:
            hits = process.extract(word, pool, scorer=fuzz.ratio, limit=None, score_cutoff=_WORD_ALIKE)
            found += [hit for hit, _, _ in hits]
    return tuple(found)


@cache
def _real_words() -> frozenset[str]:
    """Words that are English, or words of jobs, and so no misspelling of anything."""
    found = {row["word"] for row in rows("filler")} | gazetteer.guarded()
    found |= {word for row in rows("title_words") for word in row["words"].split()}
    found |= {word for row in rows("title_fields") for word in row["field"].split()}
    found |= {row["word"] for row in rows("not_companies")}
    found |= {word for row in rows("everyday_verbs") for word in row["words"].split()}
    for alias in occupations.spellings().aliases:
        found |= set(alias)
    return frozenset(found)
