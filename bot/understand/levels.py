"""The levels pay is known for, and how people say them in a question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from bot.turn import Choice
from bot.understand import aliases, roles
from bot.understand.aliases import Alias, Table
from bot.understand.text import Mention, Token, fold
from bot.understand.vocab import rows

# Up to this many words a bare "staff" or "lead" is an answer or a command, not English.
FEW_WORDS = 6

# Levels that still say something inside a role's name: "head of product", "VP of engineering".
_ABOVE_THE_NAME = frozenset({"director", "vp"})

_LEADS = frozenset({"i", "we", "you", "to", "who", "and", "will", "i'd"})  # "I lead a team"
_AFTER_A_RANK = frozenset(
    {"in", "at", "for", "with", "from", "role", "job", "position", "offer", "salary", "pay", "median", "and"}
    | {"or", "near", "remote", "base", "level"}
)
_COUNTED = frozenset(
    {"two", "three", "four", "2", "3", "4", "some", "other", "few", "several", "their", "my"}
)

# Levels whose titles a person's counterpart goes by: "the vp said", "my tech lead".
_COUNTERPARTS = frozenset({"manager", "director", "vp", "executive"})


@dataclass(frozen=True, slots=True)
class Level:
    """One row of levels.csv, from intern up. `track` is "ic" or "management"."""

    id: str
    label: str
    track: str


@cache
def levels() -> Mapping[str, Level]:
    """Every level by id, lowest first."""
    return {row["id"]: Level(row["id"], row["label"], row["track"]) for row in rows("levels")}


def mentions(found: Sequence[Token], *, terse: bool = False) -> list[Mention]:
    """Find levels named in the words, exactly as listed (`correct` is for typos).

    Words that are ordinary English too ("staff", "lead", "mid") count beside a role, among few
    words, or when `terse`: the words are a command's arguments. "II" and "3" count only right
    after a role or the word "level". A level that is part of a role's name ("account executive")
    is not one.
    """
    named = roles.mentions(found, terse=terse)
    starts, ends = {m.first for m in named}, {m.last for m in named}
    inside = {i for m in named for i in range(m.first, m.last)}

    def accept(alias: Alias, words: Sequence[Token], first: int, last: int) -> bool:
        if inside.issuperset(range(first, last)):
            joined = last - first == 1 and words[first].fold[-1].isdecimal()
            return joined or alias.ids[0] in _ABOVE_THE_NAME
        if not terse and _is_none(alias, words, first, last, titled=last in starts):
            return False
        if alias.when == "any":
            return True
        if alias.when == "rank":
            return first in ends or (first > 0 and words[first - 1].fold == "level")
        if terse or alias.when == "caps":
            return terse or aliases.capital(words[first])
        beside = last in starts or first in ends
        few = len(words) <= FEW_WORDS and not aliases.a_person(words, first, last)
        of_a_kind = alias.words == ("director",) and first and aliases.spoken_as_job(words, first - 1, last)
        return alias.when == "near" and (
            bool(of_a_kind) or beside or few or aliases.spoken_as_job(words, first, last)
        )

    hits = _table().find(found, accept)
    # "Senior Engineer II" is senior: the number counts steps within it.
    named_level = next((hit for hit, _, _ in hits if hit.when != "rank"), None)
    meant = [named_level if named_level and hit.when == "rank" else hit for hit, _, _ in hits]
    return [
        Mention("level", hit.ids, first, last, hit.score)
        for hit, (_, first, last) in zip(meant, hits, strict=True)
    ]


def _goes_on(words: Sequence[Token], last: int) -> bool:
    """Whether a word follows after a space alone that says nothing of a job: "I" is who speaks then."""
    if last >= len(words) or words[last].start - words[last - 1].end > 1:
        return False
    return words[last].fold.isalpha() and words[last].fold not in _AFTER_A_RANK


def _is_none(alias: Alias, words: Sequence[Token], first: int, last: int, *, titled: bool) -> bool:
    """Whether a word for a level is someone in the story, a verb, or an associate of so many years.

    "The vp said", "lead me through it", "3rd year associate", "lost two seniors", "as a marketing manager I";
    `titled` says that a role's name follows.
    """
    if alias.when == "near" and aliases.is_done(words, last):
        return True
    if alias.words == ("i",) and _goes_on(words, last):
        return True
    if alias.words == ("associate",) and first > 0 and words[first - 1].fold in ("year", "yr"):
        return True
    before = words[first - 1].fold if first else ""
    if alias.words == ("lead",) and before in _LEADS and not titled:
        return True
    if alias.words[-1].endswith("s") and before in _COUNTED:
        return True
    leads = alias.ids[0] in _COUNTERPARTS or (alias.words[-1] == "lead" and not titled)
    return leads and aliases.in_charge(words, first, last)


def correct(words: str) -> list[tuple[str, float]]:
    """Guess which levels mistyped words mean: (id, likeness 0 to 100), likeliest first; [] when none."""
    return _table().correct(words)


def complete(prefix: str, limit: int = 25) -> list[Choice]:
    """Suggest levels while a person types; all of them, lowest first, before the first letter."""
    typed = fold(prefix).strip()[:100]
    ids = [i for i, level in levels().items() if fold(level.label).startswith(typed)]
    if typed:
        ids += _table().starting(typed)
        ids += [i for i, _ in correct(typed)]
    return [Choice(levels()[i].label, i) for i in list(dict.fromkeys(ids))[:limit]]


def spellings() -> Table:
    """The table of names, for those who look for misspelt ones."""
    return _table()


@cache
def _table() -> Table:
    return aliases.load("level_aliases", "level", {x.id: x.label for x in levels().values()})
