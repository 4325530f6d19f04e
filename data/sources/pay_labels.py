"""What boards write on a range of pay: its unit of time, its kind, and what it holds for.

The words are a table, `pay_labels.csv`: `period` ("odd" for a time a range cannot have, "other" where
the word says so only in a field of its own: "1 TIME"), `kind` ("none" for what is not pay), both empty
for words that say nothing; `in_prose` marks those that mean the same within a sentence, where "annual"
may belong to a bonus.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, Literal, cast

from data.posting import KINDS, PERIODS, Kind, Period

NOT_PAY: Final = "none"

_TABLE: Final = Path(__file__).resolve().parent / "pay_labels.csv"
_WORD: Final = re.compile(r"[^\W_]+")
_LONGEST: Final = 4  # words of a phrase in the table
_PROSE: Final = 2000  # characters of a sentence beside a range
_PLAIN_ONE: Final = "1"


@dataclass(frozen=True, slots=True)
class Label:
    """`period` and `kind` are "" where the words do not say.

    `period` None is a time that no range can have, `kind` "none" an amount that is no pay at all.
    """

    period: Period | None = ""
    kind: Kind | Literal["none", ""] = ""
    zone: str = ""


SILENT: Final = Label()


@dataclass(frozen=True, slots=True)
class _Phrase:
    period: str
    kind: str
    in_prose: bool


@cache
def _table() -> dict[tuple[str, ...], _Phrase]:
    with _TABLE.open(encoding="utf-8", newline="") as file:
        return {
            tuple(row["phrase"].split()): _Phrase(row["period"], row["kind"], row["in_prose"] == "yes")
            for row in csv.DictReader(file)
        }


def interval(words: str) -> Period | None:
    """The unit of time a field names ("1 YEAR", "per-hour-wage", "MONTHLY").

    Returns:
        "" where the field says that there is none ("NONE"); None for a time that is no unit of ours
        ("2 WEEK", "one-time"), or for words outside the table.
    """
    tokens = _WORD.findall(words.lower())
    if any(token.isdigit() and token != _PLAIN_ONE for token in tokens):
        return None
    found = [phrase.period for phrase in _phrases(tokens) if phrase is not None]
    said = {period for period in found if period}
    if len(said) == 1 and said <= set(PERIODS):
        return cast("Period", said.pop())
    return "" if found and not said else None


def title(words: str) -> Label:
    """Read the title of a range: "Annual Salary", "Zone 2 (Mid-tier metros)", "OTE".

    The first kind named decides: "OTE (base and commission)" is on-target, "Base salary (plus
    bonus)" is base. A title that says only such things names no zone.
    """
    phrases = list(_phrases(_WORD.findall(words.lower())))
    known = [phrase for phrase in phrases if phrase is not None]
    periods = {phrase.period for phrase in known}
    period = next((phrase.period for phrase in known if phrase.period in PERIODS and phrase.period), "")
    kind = next((phrase.kind for phrase in known if phrase.kind), "")
    zone = words.strip(" :-–—") if len(known) < len(phrases) else ""
    return Label(None if "odd" in periods else cast("Period", period), cast("Kind", kind), zone)


def prose(words: str) -> Label:
    """What a sentence beside a range says of it: its unit of time, and whether it is on-target pay."""
    tokens = _WORD.findall(words[:_PROSE].lower())
    known = [phrase for phrase in _phrases(tokens) if phrase is not None and phrase.in_prose]
    period = next((phrase.period for phrase in known if phrase.period), "")
    kind = next((phrase.kind for phrase in known if phrase.kind in KINDS), "")
    return Label(cast("Period", period), "ote" if kind == "ote" else "")


def _phrases(tokens: list[str]) -> Iterator[_Phrase | None]:
    """The longest phrase of the table at each place; None for a word outside it."""
    table, at = _table(), 0
    while at < len(tokens):
        for size in range(_LONGEST, 0, -1):
            phrase = table.get(tuple(tokens[at : at + size]))
            if phrase is not None:
                yield phrase
                at += size
                break
        else:
            yield None
            at += 1
