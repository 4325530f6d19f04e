"""The sections of a posting's text: which lines are duties, requirements, wishes or talk of the company.

A heading is known by the table posting_sections.csv: `section` is what follows it, `how` where the
phrase must stand: "start" of the line, "any" place, or "whole", beside words of the section "filler"
only ("Minimum qualifications and experience"). A heading the table does not know ends talk of the
company, and leaves any other section as it is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, Literal, cast, get_args

from bot.understand.vocab import rows

Section = Literal["duty", "must", "wish", "role", "team", "aside", "intro"]

SECTIONS: Final[tuple[str, ...]] = get_args(Section)
OTHER: Final = "other"

_LONGEST_HEADING: Final = 80  # characters
_MOST_WORDS: Final = 10
_INLINE_WITHIN: Final = 50  # characters before the colon of "Requirements: Go, Python"
_FEW_WORDS: Final = 4
_CACHED: Final = 65_536

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_BULLETS: Final = ("-", "–", "•", "·", "*", "●", "▪", "◦", "o ")
# "... teams. Requirements: five years ..." within one long line.
_WITHIN = re.compile(r"(?<=[.!?;•·|])\s{1,3}(?=[A-ZÄÖÜ])([^.:!?;\n]{3,50}):")


@dataclass(frozen=True, slots=True)
class Sections:
    """Where each line begins (`starts`, character offsets) and the section it stands in."""

    starts: list[int]
    names: list[Section]

    def at(self, offset: int) -> tuple[int, Section]:
        """The line (its number) that holds the character at `offset`, and its section."""
        line = bisect_right(self.starts, offset) - 1
        return line, self.names[line]


def sections(text: str) -> Sections:
    """Say of each line (between line feeds) in which section it stands; before any heading "intro"."""
    starts, names = [], []
    now: Section = "intro"
    offset = 0
    for line in text.split("\n"):
        said = heading(line) if len(line) <= _LONGEST_HEADING else None
        if said is None:
            colon = line.find(":", 0, _INLINE_WITHIN)
            said = heading(line[:colon]) if colon > 0 else None
            said = None if said == OTHER else said
        if said == OTHER:
            now = "intro" if now == "aside" else now
        elif said:
            now = cast("Section", said)
        starts.append(offset)
        names.append(now)
        offset += len(line) + 1
    return Sections(starts, names)


def within(line: str, offset: int, section: Section) -> Sections:
    """The sections of one long line that begins at `offset`, where headings stand between sentences."""
    starts, names = [offset], [section]
    for found in _WITHIN.finditer(line):
        said = heading(found[1])
        if said and said != OTHER:
            starts.append(offset + found.start(1))
            names.append(cast("Section", said))
    return Sections(starts, names)


def is_bullet(line: str) -> bool:
    """Whether a line is an item of a list."""
    return line.lstrip().startswith(_BULLETS)


@lru_cache(maxsize=_CACHED)
def heading(line: str) -> str | None:
    """The section a heading opens, "other" for an unknown heading, None where the line is none."""
    bare = line.strip().strip("#*_~> ").strip()
    words = _WORD.findall(bare.lower().replace("’", "'").replace("-", " ").replace("&", " and "))
    opens = bare.endswith((":", "?", "…", "..."))
    if not words or len(words) > _MOST_WORDS or (bare.endswith((".", ";", ",")) and not opens):
        return None
    if is_bullet(bare) and not opens:
        return None
    shown = opens or bare == bare.upper() or (len(words) > 1 and _titled(bare))
    return _known(words, opens, shown or len(words) <= _FEW_WORDS) or (OTHER if shown else None)


def _titled(line: str) -> bool:
    return all(word[0].isupper() for word in line.split() if len(word) >= _FEW_WORDS and word[0].isalpha())


def _known(words: list[str], opens: bool, firm: bool) -> str | None:
    best, width = None, 0
    phrases, filler = _table()
    for first, word in enumerate(words):
        for phrase, section, how in phrases.get(word, ()):
            last = first + len(phrase)
            # "Preferred skills and experience" is a wish, however long the other phrase.
            weight = len(phrase) + (_MOST_WORDS if section == "wish" else 0)
            if weight <= width or words[first:last] != phrase:
                continue
            rest = words[:first] + words[last:]
            if how == "whole":
                fits = all(each in filler for each in rest) or (opens and not words[last:])
            else:
                fits = (first == 0 or (how == "any" and firm)) and (firm or len(rest) <= _FEW_WORDS)
                fits = fits and not any(each.isdecimal() for each in rest[:1])
            if fits:
                best, width = section, weight
    return best


@cache
def _table() -> tuple[dict[str, list[tuple[list[str], str, str]]], frozenset[str]]:
    phrases: dict[str, list[tuple[list[str], str, str]]] = {}
    filler = set()
    for row in rows("posting_sections"):
        if row["section"] == "filler":
            filler.add(row["phrase"])
            continue
        words = _WORD.findall(row["phrase"])
        phrases.setdefault(words[0], []).append((words, row["section"], row["how"]))
    return phrases, frozenset(filler)
