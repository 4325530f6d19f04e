"""The vocabulary's alias tables and how a run of words is looked up in them.

A table row is an alias as people type it, the id or ids it stands for (`;` between them, most
likely first) and *when* it counts. Words that are ordinary English too ("am", "support", "lead")
count only where something says they are meant as vocabulary:

    any     always
    as      in a command; or in a sentence as a job ("as a recruiter", "recruiter salary")
    caps    in a command; or in a sentence in capitals ("an AE in Austin")
    clock   always, except after an hour ("3 pm")
    terse   in a command only
    small   as caps, and in small letters beside a rank or "salary" ("staff ds", "ae salary")
    field   before people or a lead who do it ("java people", "kotlin lead")
    crowd   always, except of people who only take part in the story ("our sales people said")
    near    (levels) in a command, a few words, or beside a role
    rank    (levels) right after a role or the word "level"

Its *marks* say how the id fits the words:

    loose   the id is near but not quite what was said ("copywriter" is a Content Marketer): the
            mention scores NOT_LITERAL, so that a reply owns up to it
    head    a noun whose kind the word before it decides ("engineer"): an unknown word there matters
    folk    (terse) in a sentence too before people who do it ("product folks")
    job     (terse) in a sentence too before "role" or "job" ("a product role")

`others` are what a loose alias might have meant instead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from bot.understand.text import Token, tokens
from bot.understand.vocab import rows

# Score of words that are listed, for something they do not quite say.
NOT_LITERAL = 99.5
# What `~` at the end of an alias stands for.
ENGINEERS = ("engineer", "eng", "developer", "dev", "programmer", "swe")

_BEFORE = frozenset({"as", "for", "in", "i'm", "im", "median", "median:", "of"})
_ARTICLES = frozenset(
    {"a", "an", "the", "my", "entry", "junior", "mid", "senior", "staff", "lead", "principal", "level"}
)
RANKS = frozenset({"entry", "junior", "jr", "mid", "senior", "sr", "snr", "staff", "principal"})
_AFTER = frozenset(
    {"salary", "salaries", "pay", "role", "roles", "job", "jobs", "position", "positions", "median"}
    | {"make", "makes", "earn", "earns", "offer"}
)
_PAID = frozenset({"make", "earn", "paid", "get", "worth"})
_EARNS = frozenset({"earn", "earns", "earning", "make", "makes", "paid", "salary", "pay"})
_WHO_DO = ("er", "or", "ey", "sel")  # endings of one who does a job: "recruiter", "attorney", "counsel"
_DOES = frozenset({"make", "makes", "pay"})
_HIRE = frozenset({"pay", "pays", "paying", "hire", "hires", "hiring", "employ", "employs"})
_ASKED_WITHIN = 6  # words
_OBJECTS = frozenset(
    {"this", "that", "my", "me", "us", "it", "these", "those", "whether", "if", "how", "what"}
)
_DONE_TO = _OBJECTS | {"a", "an", "you", "them"}
_YEARS = frozenset({"yr", "yrs", "year", "years", "yoe"})
_SHE_IS = frozenset({"she's", "he's", "shes", "hes", "who's"})
_LONGEST_FIELD = 3  # words after "of": "the vp of customer success"
_MAX_WORD = 40
_MAX_WORDS = 8
_MIN_TYPO = 4


@dataclass(frozen=True, slots=True)
class Alias:
    """One way to say one or several ids: its words, folded, and when it counts."""

    words: tuple[str, ...]
    ids: tuple[str, ...]
    when: str = "any"
    others: tuple[str, ...] = ()
    loose: bool = False
    head: bool = False
    folk: bool = False
    job: bool = False

    @property
    def score(self) -> float:
        """100 where the words say what they are read as."""
        return NOT_LITERAL if self.loose else 100.0


Accept = Callable[[Alias, Sequence[Token], int, int], bool]


def words(text: str) -> tuple[str, ...]:
    """Split text into the words an alias is made of."""
    return tuple(t.fold for t in tokens(text))


def expand(alias: str) -> list[str]:
    """Write out an alias that ends in `~`: "mobile ~" is "mobile engineer", "mobile developer" and so on."""
    if not alias.endswith(" ~"):
        return [alias]
    return [alias[:-1] + noun for noun in ENGINEERS]


def one(word: str) -> str:
    """Take the possessive off a word: "developer's" -> "developer"."""
    return word.removesuffix("'s")


def capital(token: Token) -> bool:
    """Whether a short form was typed as one: "AE", "AEs"."""
    return token.raw.isupper() or (token.raw.endswith("s") and token.raw[:-1].isupper())


def is_done(found: Sequence[Token], last: int) -> bool:
    """Whether the word before `last` is a verb with its object after it: "judge this", "lead me"."""
    return last < len(found) and found[last].fold in _OBJECTS


def spoken_as_job(found: Sequence[Token], first: int, last: int) -> bool:
    """Whether `[first, last)` stands where a job is named: after "as a", beside "salary", or first of all."""
    ranked = last + 1 < len(found) and found[last].fold in (*RANKS, "lead", "manager", "director")
    if last < len(found) and found[last + ranked].fold in _AFTER:
        return True
    if last + 1 < len(found) and found[last].fold.isdecimal() and found[last + 1].fold in _YEARS:
        return True  # "backend 6 yrs"
    asked = _asked_of_many(found, first, last) or _asked_of_one(found, first, last)
    if a_person(found, first, last) or asked:
        return not a_person(found, first, last)
    before = first - 1
    while before >= 0 and found[before].fold in _ARTICLES:
        if found[before].fold in RANKS:
            return True
        if found[before].fold == "the" or found[before].fold == "my":
            return False
        before -= 1
    return (before >= 0 and found[before].fold in _BEFORE) or (before < 0 and first == 0)


def _asked_of_many(found: Sequence[Token], first: int, last: int) -> bool:
    """Whether pay of all who do a job is asked for: "does Acme pay recruiters", "do lawyers earn more"."""
    if not first or not found[last - 1].fold.endswith("s"):
        return False
    before = found[first - 1].fold
    if before == "ai" and first > 1:
        return found[first - 2].fold in _HIRE  # "who hires AI lawyers"
    if before in _HIRE:
        return True
    rest = {word.fold for word in found[last : last + _ASKED_WITHIN]}
    return before in ("do", "are", "can") and not rest.isdisjoint(_PAID)


def _asked_of_one(found: Sequence[Token], first: int, last: int) -> bool:
    """Whether pay of one who does a job is asked for: "what a recruiter in tech earns"."""
    before = first - 1
    while before > 0 and found[before].fold in RANKS:
        before -= 1
    if not found[last - 1].fold.endswith(_WHO_DO):  # "would a machine learning course raise my pay"
        return False
    if before < 1 or found[before].fold not in ("a", "an"):
        return False
    rest = found[last : last + _ASKED_WITHIN]
    # "Makes me wait", "makes an offer" are no pay.
    paid = any(
        word.fold in _EARNS
        and not (word.fold in _DOES and i + 1 < len(rest) and rest[i + 1].fold in _DONE_TO)
        for i, word in enumerate(rest)
    )
    return paid and found[before - 1].fold in ("what", "does", "do", "would", "can", "should", "much")


@cache
def _person_words(kind: str) -> frozenset[str]:
    """Words beside a person: "acts" they do, what is done to them when "told", whose they are ("theirs")."""
    return frozenset(
        word for row in rows("person_words") if row["kind"] == kind for word in row["words"].split()
    )


def in_charge(found: Sequence[Token], first: int, last: int) -> bool:
    """Whether a title of rank is someone in the story: "the vp of sales said", "she's a VP from Oracle"."""
    after = [word.fold for word in found[last : last + 2 + _LONGEST_FIELD]]
    if not {*_AFTER, "offer"}.isdisjoint(after):
        return False  # "my director offer", "our vp of sales role"
    end = last
    if after[:1] == ["of"]:
        acts = _person_words("acts")
        end = next((last + i for i, word in enumerate(after) if i > 1 and word in acts), last)
    if a_person(found, first, end):
        return True
    article = first > 1 and found[first - 1].fold in ("a", "an", "the")
    return article and found[first - 2].fold in _SHE_IS


def a_person(found: Sequence[Token], first: int, last: int) -> bool:
    """Whether `[first, last)` is someone in the story: "my manager", "the recruiter asked"."""
    if last < len(found) and found[last].fold in _person_words("acts"):
        return True
    before = first - 1
    if before > 0 and found[before].fold in RANKS:
        before -= 1
    if before < 0 or (last < len(found) and found[last].fold in _AFTER):
        return False
    article = found[before].fold in ("a", "an", "the")
    spoken_to = article and before > 0 and found[before - 1].fold in _person_words("told")
    return spoken_to or found[before].fold in _person_words("theirs")


ACTS = _person_words("acts")


class Table:
    """Aliases by their first word, longest first."""

    def __init__(self, aliases: Iterable[Alias]) -> None:
        """Index the aliases; of two with the same words the first given stands. Plurals are added."""
        self.aliases: dict[tuple[str, ...], Alias] = {}
        for alias in aliases:
            self.aliases.setdefault(alias.words, alias)
        for alias in list(self.aliases.values()):
            if alias.when == "field":
                continue
            *head, tail = alias.words
            # "leads" is a verb: words that count only beside a role have no plural.
            if len(tail) > 1 and tail[-1] != "s" and tail.isalpha() and alias.when != "near":
                plural = (*head, tail + "s")
                self.aliases.setdefault(plural, replace(alias, words=plural))
        self._first: dict[str, list[Alias]] = {}
        for alias in self.aliases.values():
            self._first.setdefault(alias.words[0], []).append(alias)
        for same in self._first.values():
            same.sort(key=lambda a: -len(a.words))
        # A field's name is never guessed from a misspelt word: "letter" is no "flutter".
        self._spoken = {" ".join(w): a for w, a in self.aliases.items() if a.when != "field"}

    def find(self, found: Sequence[Token], accept: Accept) -> list[tuple[Alias, int, int]]:
        """Find aliases from left to right, longest first, none overlapping: (alias, first, last)."""
        hits: list[tuple[Alias, int, int]] = []
        at = 0
        while at < len(found):
            hit = self._at(found, at, accept)
            if hit is None:
                at += 1
            else:
                hits.append((hit, at, at + len(hit.words)))
                at += len(hit.words)
        return hits

    def _at(self, found: Sequence[Token], at: int, accept: Accept) -> Alias | None:
        for alias in self._first.get(one(found[at].fold), ()):
            last = at + len(alias.words)
            if last > len(found):
                continue
            here = [t.fold for t in found[at : last - 1]] + [one(found[last - 1].fold)]
            if tuple(here) == alias.words and accept(alias, found, at, last):
                return alias
        return None

    def correct(self, said: str, cutoff: float = 80.0) -> list[tuple[str, float]]:
        """Guess which ids mistyped words mean: (id, likeness 0 to 100), likeliest first.

        Likeness is Indel similarity (rapidfuzz `ratio`), of the words in order or sorted. Words of
        fewer than four letters are not corrected: almost any of them is near another.
        """
        asked = words(said[: _MAX_WORD * _MAX_WORDS])
        plain = " ".join(asked)
        if len(plain) < _MIN_TYPO or len(asked) > _MAX_WORDS or len(plain) > _MAX_WORD * 2:
            return []
        from rapidfuzz import fuzz, process  # noqa: PLC0415  # only when a word was left over

        best: dict[str, float] = {}
        spoken = list(self._spoken)
        for scorer in (fuzz.ratio, fuzz.token_sort_ratio):
            for alias, score, _ in process.extract(
                plain, spoken, scorer=scorer, processor=None, limit=12, score_cutoff=cutoff
            ):
                if len(alias) < _MIN_TYPO and alias != plain:
                    continue
                for rank, found in enumerate(self._spoken[alias].ids):
                    best[found] = max(best.get(found, 0.0), score - rank * 0.01)
        return sorted(best.items(), key=lambda pair: -pair[1])

    def starting(self, prefix: str) -> list[str]:
        """List ids with an alias, or a word of one, that starts so; whole and short aliases first."""
        starts = sorted((text for text in self._spoken if text.startswith(prefix)), key=len)
        whole = [self._spoken[text] for text in starts]
        inner = [a for text, a in self._spoken.items() if " " + prefix in text]
        return list(dict.fromkeys(i for a in whole + inner for i in a.ids))


def load(name: str, column: str, known: Mapping[str, str]) -> Table:
    """Load an alias table; `known` (id -> label) adds each id and label as an alias of itself."""
    aliases = [
        Alias(
            words(text),
            tuple(row[column].split(";")),
            row["when"],
            tuple(filter(None, row.get("others", "").split(";"))),
            "loose" in row["marks"],
            "head" in row["marks"],
            "folk" in row["marks"],
            "job" in row["marks"],
        )
        for row in rows(name)
        for text in expand(row["alias"])
    ]
    for name_id, label in known.items():
        aliases.append(Alias(words(name_id), (name_id,)))
        aliases.append(Alias(words(label), (name_id,)))
    return Table(aliases)


def hours_before(found: Sequence[Token], first: int) -> bool:
    """Whether an hour stands right before: "3 pm", "5:30 pm"."""
    before = found[first - 1].fold if first else ""
    return before.isdecimal() and len(before) <= 2  # noqa: PLR2004
