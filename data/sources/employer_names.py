"""Employers' names as filed: one key and one name to show for every spelling of one employer.

Only the words that say a company's legal form go ("Google LLC" is Google); the rest of a name is
the employer's own, so that "Amazon Web Services" and "Amazon.com Services" stay two filers. The
endings are a table. cleanco was refused: its list of the world's legal forms reads "Day Spa" as
"Day" and leaves "Best Buy Co." whole.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final

from bot.understand.text import fold

_FOLDER: Final = Path(__file__).resolve().parent
_LONGEST: Final = 300  # characters; no employer's name is longer
# What follows is the name it trades under or had before: the filer is the name in front.
_ALSO_CALLED: Final = re.compile(r"[ ,(]+(?:d/b/a|dba|f/k/a|fka|a/k/a|aka)[ :.]")
_WORD: Final = re.compile(r"[^\W_]+")
_LOOSE: Final = " \t,;&-"
_SHORT: Final = re.compile(r"\b[^\W_]\.$")


@cache
def _endings() -> dict[tuple[str, ...], bool]:
    """Words of each legal ending, and whether it stays where the name is shown ("Ford Motor Company")."""
    with (_FOLDER / "employer_endings.csv").open(encoding="utf-8", newline="") as file:
        return {tuple(row["ending"].split()): row["shown"] == "yes" for row in csv.DictReader(file)}


def key(name: str) -> str:
    """One key however the name is spelt: "GOOGLE LLC" and "Google, Inc." are "google".

    It holds small letters and digits of any script, and is "" for a name that has none.
    """
    words = [word.group() for word in _WORD.finditer(fold(_filer(name)))]
    while (ending := _ending(words)) and ending < len(words):
        words = words[:-ending]
    return "".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def shown(spellings: Iterable[str]) -> str:
    """The name to show for filings of one employer, one spelling a filing.

    The most frequent spelling that is not all capitals, else the most frequent, without its legal
    ending: capitals are kept where nobody wrote the name otherwise ("IBM", "3D").
    """
    counted = Counter(_stripped(spelling) for spelling in spellings)
    return max(counted, key=lambda name: (not name.isupper(), counted[name], name), default="")


def _filer(name: str) -> str:
    name = " ".join(name[:_LONGEST].split())
    also = _ALSO_CALLED.search(name.lower())
    return name[: also.start()] if also and also.start() else name


def _ending(words: list[str]) -> int:
    """How many words at the end of the name say the legal form."""
    return max((len(ending) for ending in _endings() if tuple(words[-len(ending) :]) == ending), default=0)


def _stripped(name: str) -> str:
    name = _filer(name)
    while True:
        found = list(_WORD.finditer(name))
        words = [fold(word.group()) for word in found]
        ending = _ending(words)
        if not ending or ending >= len(words):
            break
        before = name[: found[-ending].start()].rstrip(" \t,;-")
        if _endings()[tuple(words[-ending:])] and not before.endswith("&"):
            break
        name = before.rstrip(_LOOSE)
    name = name.strip(" \t,;-")
    return name if _SHORT.search(name) else name.rstrip(".")
