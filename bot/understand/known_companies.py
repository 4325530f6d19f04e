"""Companies by every spelling of their names, and the keys their figures are filed under.

The table is `company_keys.csv`: the name as the company writes it, other names people say, and the keys
of the tables of figures that the name alone does not give ("Meta" files as Meta Platforms). Names are
compared by their letters and digits, so that "at & t" and "AT&T" are one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from bot.understand import employers
from bot.understand.forgetful import for_a_turn
from bot.understand.text import fold
from bot.understand.vocab import rows

NEAR: Final = 87.0  # how alike, of 100, a name must be to a known one to be suggested
_SHORTEST: Final = 5  # letters; shorter names have too many neighbours
_LONGEST: Final = 40  # letters; no known name is longer
_LONGEST_SAID: Final = 120  # characters
_CHOICES: Final = 3
_BESIDE_BEST: Final = 6.0  # how much less alike a further suggestion may be
_NO_LETTER: Final = re.compile(r"[^a-z0-9]+")
_LEGAL: Final = re.compile(r",? (?:inc|llc|ltd|corp|corporation|co|company|limited|gmbh|plc|pbc)\.?$")

_WITH_ARTICLE: Final = re.compile(
    r"(?:(?:U\.?S\.? )?(?:Department|Ministry|Bureau)|University|City|County|State|Town|Port|Diocese) of "
)


@dataclass(frozen=True, slots=True)
class Company:
    """A company: its name as it writes it, and further keys in the tables of figures."""

    name: str
    keys: tuple[str, ...] = ()


def letters(name: str) -> str:
    """The letters and digits of a name: "T-Mobile US" -> "tmobileus"."""
    return _NO_LETTER.sub("", fold(name))


def company(said: str) -> Company | None:
    """The company of this name, with or without its legal form; None where it is in no table."""
    return _company(said) if len(said) <= _LONGEST_SAID else None


@for_a_turn(maxsize=4096)
def _company(said: str) -> Company | None:
    spelt = fold(said).strip()
    for name in (spelt, _LEGAL.sub("", spelt)):
        if found := by_letters().get(letters(name)):
            return found
    known = employers.employer(said)
    return Company(known.name) if known else None


def shown(said: str) -> str:
    """A name as the company writes it; of one nobody knows as it was said, with capitals."""
    known = company(said)
    if known is not None:
        return known.name
    return " ".join(word[:1].upper() + word[1:] for word in said.split()) if said.islower() else said


def in_a_sentence(name: str) -> str:
    """A name as a sentence holds it: "the Department of Commerce", "the City of Austin"; others as it is."""
    return f"the {name}" if _WITH_ARTICLE.match(name) else name


def near(said: str) -> tuple[str, ...]:
    """Names of known companies that an unknown one may be a misspelling of, likeliest first."""
    spelt = letters(said[:_LONGEST_SAID])
    if not _SHORTEST <= len(spelt) <= _LONGEST or company(said) is not None:
        return ()
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only for a name nobody knows

    hits = process.extract(spelt, _long_enough(), scorer=fuzz.ratio, score_cutoff=NEAR, limit=10)
    best = hits[0][1] if hits else 0.0
    names = (by_letters()[hit].name for hit, score, _ in hits if score >= best - _BESIDE_BEST)
    return tuple(dict.fromkeys(names))[:_CHOICES]


@cache
def by_letters() -> dict[str, Company]:
    """Every company by the letters of its name and of its other names."""
    found: dict[str, Company] = {}
    for row in rows("employers"):
        for name in (row["name"], *_listed(row["aliases"])):
            found[letters(name)] = Company(row["name"])
    for row in rows("company_keys"):
        of_row = Company(row["name"], _listed(row["keys"]))
        for name in (row["name"], *_listed(row["aliases"])):
            found[letters(name)] = of_row
    return found


@cache
def spaced() -> frozenset[str]:
    """The letters of names that are written as several words: "bankofamerica"."""
    tables = (*rows("employers"), *rows("company_keys"))
    names = (name for row in tables for name in (row["name"], *_listed(row["aliases"])))
    listed = (*names, *(row["word"] for row in rows("company_names")))
    return frozenset(letters(name) for name in listed if len(name.split()) > 1 or "-" in name)


@cache
def _long_enough() -> tuple[str, ...]:
    return tuple(name for name in by_letters() if len(name) >= _SHORTEST)


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, cell.split("; ")))
