"""The occupation a segment of a job title names, by the table title_words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from bot.understand import title_fields
from bot.understand.title_fields import Column
from bot.understand.title_parts import Phrases, Segment
from bot.understand.vocab import rows

SOFTWARE: Final = "software-engineer"

Kind = Literal["named", "general", "outside", "open", "doer", "helper"]


@dataclass(frozen=True, slots=True)
class Named:
    """An occupation named in `[first, last)` of a segment.

    `kind` is "named" for a role of the table, "general" for a software engineer whose kind the head
    does not say, "open" for a member of technical staff, "outside" for a job the table has not.
    "doer" and "helper" are specialists, analysts and coordinators whose field the words before do
    not say.
    """

    first: int
    last: int
    role: str | None
    kind: Kind


@dataclass(frozen=True, slots=True)
class _Tables:
    nouns: dict[str, str]
    modifiers: Phrases
    stack: dict[tuple[str, ...], str]
    languages: frozenset[tuple[str, ...]]
    occupations: Phrases
    open: frozenset[tuple[str, ...]]
    doers: dict[str, Column]
    tails: Phrases
    endings: Phrases
    anywhere: Phrases


_GENERAL = "*"  # the value of a modifier that says "software" and no more
_NOT_ENGINEERS = ""  # "mechanical": an engineer of another trade; a developer is one of software all the same
_NOT_DEVELOPERS = "-"  # "business": no engineer and no developer of software
_NO_KIND = frozenset({_GENERAL, _NOT_ENGINEERS, _NOT_DEVELOPERS})
# These may stand inside the name of a job: "Paid Social Sr. Strategist".
_INNER = frozenset({"senior", "sr", "snr", "junior", "jr"})
# After an occupation these only say how one works: "Software Engineer Specialist", "Programmer Analyst".
_AFTER = frozenset({"specialist", "analyst", "advisor", "adviser", "expert", "consultant", "professional"})
# Before another word these are degrees of it: "Assistant Vice President", "Executive Director".
_FIRST = frozenset({"assistant", "executive"})
# A coordinator or an assistant is what the table calls a specialist in these fields alone.
_HELPED = frozenset({"marketing-specialist", "communications-manager", "content-marketer"})


@cache
def _tables() -> _Tables:
    kinds: dict[str, list[tuple[str, str]]] = {}
    for row in rows("title_words"):
        kinds.setdefault(row["kind"], []).append((row["words"], row["role"]))
    occupations = [*kinds["phrase"], *kinds["open"], *kinds["other"]]
    occupations += [(f"{phrase}s", role) for phrase, role in occupations if phrase[-1] not in "sy"]
    languages = [*kinds["language"], *kinds["stack"]]
    general = [(phrase, _GENERAL) for phrase, _ in [*kinds["general"], *languages]]
    doers: dict[str, Column] = {}
    for word, _ in kinds["doer"]:
        doers[word] = doers[f"{word}s"] = "doer"
    for word, _ in kinds["helper"]:
        doers[word] = doers[f"{word}s"] = "helper"
    return _Tables(
        dict(kinds["noun"]),
        Phrases([*kinds["modifier"], *general]),
        Phrases(kinds["stack"]).value,
        frozenset(Phrases(languages).value),
        Phrases(occupations),
        frozenset(Phrases(kinds["open"]).value),
        doers,
        Phrases(kinds["tail"]),
        Phrases(kinds["ending"]),
        Phrases(kinds["anywhere"]),
    )


def occupation(part: Segment, plain: frozenset[str]) -> Named | None:
    """Find the occupation a segment names: the last one, or the first of several joined by a slash.

    `plain` are words that say nothing of the kind of engineer, such as levels.
    """
    words = part.words
    if _INNER.isdisjoint(words[1:-1]):
        return _occupation(part, plain)
    end = len(words) - 1
    kept = [at for at, word in enumerate(words) if at in (0, end) or word not in _INNER]
    joined = [any(part.joined[kept[i - 1] + 1 : at + 1]) if i else False for i, at in enumerate(kept)]
    found = _occupation(Segment(tuple(words[at] for at in kept), tuple(joined)), plain)
    return found and Named(kept[found.first], kept[found.last - 1] + 1, found.role, found.kind)


def _occupation(part: Segment, plain: frozenset[str]) -> Named | None:
    words, tables = part.words, _tables()
    chosen: Named | None = None
    at = floor = 0
    while at < len(words):
        phrase = tables.occupations.at(words, at)
        if phrase is not None:
            found = _phrase(words, at, *phrase)
        elif words[at] in tables.nouns:
            engineer = _engineer(part, at, floor, plain)
            floor = at + 1
            if engineer is None:
                at += 1
                continue
            found = engineer
        elif words[at] in tables.doers and not _only_says_how(part, at, chosen):
            found = _doer(part, at, plain)
        else:
            at += 1
            continue
        if chosen and chosen.role and any(part.joined[chosen.last : found.last]):
            break
        chosen = found
        at = found.last
    return chosen


def _phrase(words: tuple[str, ...], at: int, size: int, role: str) -> Named:
    kind: Kind = "named" if role else "outside"
    if role == SOFTWARE:
        kind = "open" if words[at : at + size] in _tables().open else "general"
    return Named(at, at + size, role or None, kind)


def _only_says_how(part: Segment, at: int, chosen: Named | None) -> bool:
    if at == 0 and len(part.words) > 1 and part.words[0] in _FIRST:
        return True
    follows = chosen is not None and chosen.role is not None and chosen.last == at
    return follows and part.words[at] in _AFTER and not part.joined[at]


def _doer(part: Segment, at: int, plain: frozenset[str]) -> Named:
    """Read a specialist, analyst or coordinator by the field right before the word."""
    column = _tables().doers[part.words[at]]
    named = title_fields.before(part, at, column, plain)
    if named and named.role and (column == "doer" or named.role in _HELPED):
        return Named(named.first, at + 1, named.role, "named")
    return Named(at, at + 1, None, "doer" if column == "doer" else "helper")


def _engineer(part: Segment, noun: int, floor: int, plain: frozenset[str]) -> Named | None:
    """Read which engineer: by the nearest word before the noun that says a kind, else after it.

    None where the noun only qualifies another word: "Developer Relations".
    """
    words, tables = part.words, _tables()
    general, bare = False, True
    weak: str | None = None  # a frontend or backend engineer by the language or framework alone
    at = noun
    while at > floor:
        before = tables.modifiers.before(words, at, floor)
        if before is None:
            bare = bare and (words[at - 1] in plain or words[at - 1].isdecimal())
            at -= 1
            continue
        size, role = before
        at -= size
        if role == _GENERAL or (general and _a_team(words, at, size, floor, plain)):
            general = True
            stack = tables.stack.get(words[at : at + size])
            weak = stack if weak is None or part.joined[at + size] else weak
        elif role not in (_NOT_ENGINEERS, _NOT_DEVELOPERS):
            return Named(noun, noun + 1, _first_of_joined(part, at, floor, role), "named")
        elif not general and (role == _NOT_DEVELOPERS or not tables.nouns[words[noun]]):
            return _first_named(part, at, floor, noun)
        else:
            break
    if weak:
        return Named(noun, noun + 1, weak, "named")
    return _engineer_by_what_follows(part, noun, plain, general=general, bare=bare)


def _engineer_by_what_follows(
    part: Segment, noun: int, plain: frozenset[str], *, general: bool, bare: bool
) -> Named | None:
    """Read "Engineer Backend". `bare` says that nothing stands before the noun but levels."""
    words, tables = part.words, _tables()
    follows = noun + 1 < len(words) and not part.joined[noun + 1]
    after = tables.modifiers.at(words, noun + 1) if follows else None
    if after and after[1] not in _NO_KIND:
        return Named(noun, noun + 1, after[1], "named")
    if follows and not general and words[noun + 1] not in plain and _qualifies(words, noun, after, bare=bare):
        return None
    if general or tables.nouns[words[noun]] or (bare and words[noun].startswith("eng")) or after:
        return Named(noun, noun + 1, SOFTWARE, "general")
    return Named(noun, noun + 1, None, "outside")


def _a_team(words: tuple[str, ...], at: int, size: int, floor: int, plain: frozenset[str]) -> bool:
    """Whether the kind before "software" is some product's: "Robot Platform Software Engineer"."""
    if words[at : at + size] != ("platform",) or at == floor or words[at - 1] in plain:
        return False
    return _tables().modifiers.before(words, at, floor) is None


def _first_named(part: Segment, at: int, floor: int, noun: int) -> Named:
    """Of "Software & Integration Engineer" and "Solution/Enterprise Architect" the first kind counts."""
    before = _tables().modifiers.before(part.words, at, floor) if part.joined[at] and at > floor else None
    if before is None or before[1] in (_NOT_ENGINEERS, _NOT_DEVELOPERS):
        return Named(noun, noun + 1, None, "outside")
    if before[1] == _GENERAL:
        return Named(noun, noun + 1, SOFTWARE, "general")
    return Named(noun, noun + 1, _first_of_joined(part, at - before[0], floor, before[1]), "named")


def _qualifies(words: tuple[str, ...], noun: int, after: tuple[int, str] | None, *, bare: bool) -> bool:
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


def are_engineers(part: Segment, job: Named) -> bool:
    """Whether the occupation is an engineer or developer by name, and not an analyst or "QA"."""
    word = part.words[job.last - 1]
    return word != "qa" and word not in _tables().doers


def is_skill(part: Segment) -> bool:
    """Whether a segment is a language or a framework alone: one of a list of skills."""
    return part.words in _tables().languages


def specialisation(part: Segment, levels: frozenset[str], *, listed: bool = False) -> str | None:
    """Read a segment that is a specialisation and nothing else: a role, "" for one outside, or None.

    `listed` says that it stands in a list of skills ("Python, AI"): then only words that always
    say a kind ("backend") do.
    """
    said = _tables().anywhere.all(part.words)
    if listed:
        return said[0][2] if said else None
    words = tuple(w for w in part.words if w not in levels)
    tails = _tables().tails.value
    if words in tails:
        return tails[words]
    kinds = [tails.get(choice) for choice in _choices(part)] if any(part.joined) else [None]
    if all(kinds):
        return kinds[0]
    if said:
        return said[0][2]
    # "Payments Infrastructure", but not "Core/Infra".
    ending = _tables().endings.before(words, len(words), 0) if words and not part.joined[-1] else None
    return ending[1] if ending else None


def _choices(part: Segment) -> Iterator[tuple[str, ...]]:
    """Split "backend/infrastructure" where the slash stood."""
    first = 0
    for at in range(1, len(part.words) + 1):
        if at == len(part.words) or part.joined[at]:
            yield part.words[first:at]
            first = at
