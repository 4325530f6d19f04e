"""The words of a job title: its segments, the occupation a segment names, the field of a manager."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from bot.understand.text import fold
from bot.understand.vocab import rows

SOFTWARE: Final = "software-engineer"

# "(m/w/d)", "(all genders)" and the endings that make one word serve for both genders or numbers.
_GENDERS = re.compile(
    r"\(\s*(?:[mwfdhxgn]\s*[/|]\s*){1,4}[mwfdhxgn*]\s*\)|\b[mwfdhx]/[mwfdhx](?:/[mwfdhx])?\b|\(all genders\)"
)
_ENDINGS = re.compile(
    r"\((?:s|e|in|a|r|se)\)|(?<=[a-z])[*:/_]in\b|(?<=[a-z])[.·]+(?:euse|se|trice|fe|ne|e)\b"
)
# Where one part of a title ends: marks, dashes with a space beside them, "Engineer-Platform", "for", "at".
_CUT = re.compile(
    r"[,;:|()\[\]{}–—•·~@]|(?<=\s)-+|-+(?=\s)|(?<=engineer)-(?=[a-z])|\s(?:for|at|within|bei|chez)\s"
)
_WORD = re.compile(r"[^\W_]+(?:['’.&+#][^\W_]+)*[+#]*|[/&+]")
_JOINS = frozenset({"/", "&", "+", "and", "or", "und", "et", "y", "e"})

Kind = Literal["named", "general", "outside", "open"]


@dataclass(frozen=True, slots=True)
class Segment:
    """One part of a title. `joined[i]` is True when a slash or an "and" stands before word i."""

    words: tuple[str, ...]
    joined: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """An occupation named in `[first, last)` of a segment.

    `kind` is "named" for a role of the table, "general" for a software engineer whose kind the head
    does not say, "open" for a member of technical staff, "outside" for a job the table has not.
    """

    first: int
    last: int
    role: str | None
    kind: Kind


class Phrases:
    """Runs of words with a value each, found from their first or their last word, longest first."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self.value: dict[tuple[str, ...], str] = {}
        for phrase, value in pairs:
            self.value.setdefault(tuple(w for w in phrase.split() if w not in _JOINS), value)
        starts: dict[str, set[int]] = {}
        ends: dict[str, set[int]] = {}
        for words in self.value:
            starts.setdefault(words[0], set()).add(len(words))
            ends.setdefault(words[-1], set()).add(len(words))
        self._starts = {word: sorted(sizes, reverse=True) for word, sizes in starts.items()}
        self._ends = {word: sorted(sizes, reverse=True) for word, sizes in ends.items()}

    def at(self, words: tuple[str, ...], first: int) -> tuple[int, str] | None:
        """The longest phrase that begins at a word: (how many words, value)."""
        for size in self._starts.get(words[first], ()):
            value = self.value.get(words[first : first + size]) if first + size <= len(words) else None
            if value is not None:
                return size, value
        return None

    def before(self, words: tuple[str, ...], last: int, floor: int) -> tuple[int, str] | None:
        """The longest phrase that ends before a word and begins no earlier than `floor`."""
        for size in self._ends.get(words[last - 1], ()):
            value = self.value.get(words[last - size : last]) if last - size >= floor else None
            if value is not None:
                return size, value
        return None

    def all(self, words: tuple[str, ...]) -> list[tuple[int, int, str]]:
        """Every phrase from left to right, longest first, none overlapping: (first, last, value)."""
        hits: list[tuple[int, int, str]] = []
        at = 0
        while at < len(words):
            hit = self.at(words, at)
            if hit is None:
                at += 1
            else:
                hits.append((at, at + hit[0], hit[1]))
                at += hit[0]
        return hits


def segments(title: str) -> list[Segment]:
    """Cut a title into its parts, folded; parts without a word are left out."""
    plain = title.lower() if title.isascii() else fold(title)
    if not plain.isalpha():
        plain = _ENDINGS.sub("", _GENDERS.sub(" ", plain))
    parts = [_segment(part) for part in _CUT.split(plain)]
    return [part for part in parts if part.words]


def _segment(part: str) -> Segment:
    words: list[str] = []
    joined: list[bool] = []
    join = False
    for word in _WORD.findall(part):
        if word in _JOINS:
            join = True
            continue
        words.append(word if word.startswith("c+") else word.rstrip("+") or word)
        joined.append(join)
        join = False
    return Segment(tuple(words), tuple(joined))


@dataclass(frozen=True, slots=True)
class _Tables:
    nouns: dict[str, str]
    modifiers: Phrases
    occupations: Phrases
    tails: Phrases
    fields: Phrases


_GENERAL = "*"  # the value of a modifier that says "software" and no more
_NOT_ENGINEERS = ""  # "mechanical": an engineer of another trade; a developer is one of software all the same
_NOT_DEVELOPERS = "-"  # "business": no engineer and no developer of software
_NO_KIND = frozenset({_GENERAL, _NOT_ENGINEERS, _NOT_DEVELOPERS})


@cache
def _tables() -> _Tables:
    kinds: dict[str, list[tuple[str, str]]] = {}
    for row in rows("title_words"):
        kinds.setdefault(row["kind"], []).append((row["words"], row["role"]))
    occupations = [*kinds["phrase"], *kinds["other"]]
    occupations += [(f"{phrase}s", role) for phrase, role in occupations if phrase[-1] not in "sy"]
    general = [(phrase, _GENERAL) for phrase, _ in kinds["general"]]
    fields = [
        (r["field"], f"{r['manager']};{r['lead']};{r['junior']};{r['alone']}") for r in rows("title_fields")
    ]
    return _Tables(
        dict(kinds["noun"]),
        Phrases([*kinds["modifier"], *general]),
        Phrases(occupations),
        Phrases(kinds["tail"]),
        Phrases(fields),
    )


def occupation(part: Segment, plain: frozenset[str]) -> Named | None:
    """Find the occupation a segment names: the last one, or the first of several joined by a slash.

    `plain` are words that say nothing of the kind of engineer, such as levels.
    """
    words, tables = part.words, _tables()
    chosen: Named | None = None
    at = floor = 0
    while at < len(words):
        phrase = tables.occupations.at(words, at)
        if phrase is not None:
            size, role = phrase
            kind: Kind = "named" if role else "outside"
            if role == SOFTWARE:
                kind = "open" if words[at] in ("member", "members", "mts") else "general"
            found = Named(at, at + size, role or None, kind)
        elif words[at] in tables.nouns:
            engineer = _engineer(part, at, floor, plain)
            floor = at + 1
            if engineer is None:
                at += 1
                continue
            found = engineer
        else:
            at += 1
            continue
        if chosen and chosen.role and any(part.joined[chosen.last : found.last]):
            break
        chosen = found
        at = found.last
    return chosen


def _engineer(part: Segment, noun: int, floor: int, plain: frozenset[str]) -> Named | None:
    """Read which engineer: by the nearest word before the noun that says a kind, else after it.

    None where the noun only qualifies another word: "Developer Relations".
    """
    words, tables = part.words, _tables()
    general, bare = False, True
    at = noun
    while at > floor:
        before = tables.modifiers.before(words, at, floor)
        if before is None:
            bare = bare and (words[at - 1] in plain or words[at - 1].isdecimal())
            at -= 1
            continue
        size, role = before
        at -= size
        if role == _GENERAL:
            general = True
        elif role not in (_NOT_ENGINEERS, _NOT_DEVELOPERS):
            return Named(noun, noun + 1, _first_of_joined(part, at, floor, role), "named")
        elif role == _NOT_DEVELOPERS or not (general or tables.nouns[words[noun]]):
            return Named(noun, noun + 1, None, "outside")
        else:
            break
    follows = noun + 1 < len(words) and not part.joined[noun + 1]
    after = tables.modifiers.at(words, noun + 1) if follows else None
    if after and after[1] not in _NO_KIND:
        return Named(noun, noun + 1, after[1], "named")
    if follows and not general and words[noun + 1] not in plain and _qualifies(words, noun, bare, after):
        return None
    if general or tables.nouns[words[noun]] or (bare and words[noun].startswith("eng")) or after:
        return Named(noun, noun + 1, SOFTWARE, "general")
    return Named(noun, noun + 1, None, "outside")


def _qualifies(words: tuple[str, ...], noun: int, bare: bool, after: tuple[int, str] | None) -> bool:
    """Whether the noun belongs to the word behind it, as in "Developer Relations"."""
    return (bare or words[noun].startswith("develop")) and (after is None or words[noun + 1] == "product")


def _first_of_joined(part: Segment, at: int, floor: int, role: str) -> str:
    """Of "Backend/Infrastructure Engineer" the first kind counts."""
    while at > floor and part.joined[at]:
        before = _tables().modifiers.before(part.words, at, floor)
        if before is None or before[1] in _NO_KIND:
            break
        at -= before[0]
        role = before[1]
    return role


def specialisation(part: Segment, levels: frozenset[str]) -> str | None:
    """Read a segment that is a specialisation and nothing else: a role, "" for one outside, or None."""
    words = tuple(w for w in part.words if w not in levels)
    tails = _tables().tails.value
    if words in tails:
        return tails[words]
    if not any(part.joined):
        return None
    kinds = [tails.get(choice) for choice in _choices(part)]
    return kinds[0] if all(kinds) else None


def _choices(part: Segment) -> Iterator[tuple[str, ...]]:
    """Split "backend/infrastructure" where the slash stood."""
    first = 0
    for at in range(1, len(part.words) + 1):
        if at == len(part.words) or part.joined[at]:
            yield part.words[first:at]
            first = at


Column = Literal["manager", "lead", "junior"]
_ALONE = "yes"  # the last column of a field that names nothing after another word: "client operations"
_COLUMNS: dict[Column, int] = {"manager": 0, "lead": 1, "junior": 2}


@dataclass(frozen=True, slots=True)
class Field:
    """A field of work named in a segment, and the role of one who manages, leads or learns it."""

    first: int
    last: int
    role: str | None


def field(part: Segment, column: Column, plain: frozenset[str]) -> Field | None:
    """Find the field a segment names: the last one, or the first of several joined by an "and"."""
    hits = [hit for hit in _tables().fields.all(part.words) if not _qualified(part, hit[0], hit[2], plain)]
    if not hits:
        return None
    first, last, roles = hits[0]
    for hit in hits[1:]:
        if any(part.joined[last : hit[1]]):
            break
        first, last, roles = hit
    return Field(first, last, roles.split(";")[_COLUMNS[column]] or None)


def _qualified(part: Segment, first: int, roles: str, plain: frozenset[str]) -> bool:
    """Whether another word turns a field into one the table has not: "client operations"."""
    before = part.words[first - 1] if first else ""
    return roles.endswith(_ALONE) and bool(before) and before not in plain and before != "of"
