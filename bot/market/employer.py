"""What one employer says it pays: its own posted band, and the wages in its H-1B filings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from bot.market.database import Market
from bot.market.quote import Asked
from bot.market.rows import Band, Filed
from bot.understand import known_companies
from bot.understand.places import place, pooled, state_of
from bot.understand.roles import roles
from bot.understand.text import fold

US: Final = "0000000"
ALL: Final = "all"
MIN_FILINGS: Final = 5
_FILINGS: Final = "h1b-"
_ACRONYM: Final = 3  # letters; a longer word in capitals is no short form
_LONGEST: Final = 120  # characters; no company's name is longer
_LEGAL: Final = (
    "incorporated", "inc", "llc", "ltd", "limited", "corporation", "corp", "company", "co", "gmbh", "plc",
    "pbc", "technologies", "labs", "hq",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Filing:
    """Wages an employer promised in H-1B filings, USD a year, in a state or the whole country.

    They are of every level, and the lower end where a range was filed. `filer` is the employer's name as
    it files, `place` the shown name, `year` the fiscal year, `source_name` who publishes it.
    """

    filer: str
    place: str
    n: int
    p50: int
    year: str
    source_name: str


@dataclass(frozen=True, slots=True)
class Own:
    """An employer's own figures, nearest to what was asked.

    `company` is the name to show, `window` the first and last day (ISO) of the postings behind the band.
    `elsewhere` says that there is no band for this role, but one for another role.
    """

    company: str
    band: Band | None
    filing: Filing | None
    source_name: str
    window: tuple[str, str]
    elsewhere: bool = False

    @property
    def unknown(self) -> bool:
        """Whether no table knows the company for this role, nor any posting of it."""
        return self.band is None and self.filing is None and not self.elsewhere

    @property
    def files_as(self) -> bool:
        """Whether its wages are filed under another name than it goes by."""
        letters = known_companies.letters
        return self.filing is not None and letters(self.filing.filer) != letters(self.company)


def own(market: Market, company: str, asked: Asked) -> Own:
    """Look up what a company posts and filed for a role, as people write the company's name.

    The band is that of the role at the level asked, else of the role at all levels, else the same of
    the role's parent. Bands hold for the whole country: they have no place.
    """
    keys = tuple(_keys(company))
    band = next(_bands(market, keys, asked), None)
    filing = next(_filings(market, keys, asked), None)
    source = market.postings
    elsewhere = band is None and any(market.bands(key, role) for key in keys for role in roles())
    return Own(
        _shown(company, band), band, filing, source.name, (source.first, source.last), elsewhere=elsewhere
    )


def _bands(market: Market, keys: tuple[str, ...], asked: Asked) -> Iterator[Band]:
    for key in keys:
        for role in (asked.role, roles()[asked.role].parent):
            found = {band.level: band for band in market.bands(key, role)} if role else {}
            yield from (found[level] for level in (asked.level or ALL, ALL) if level in found)


def _filings(market: Market, keys: tuple[str, ...], asked: Asked) -> Iterator[Filing]:
    """The filings in the state, else in the country: of several filers of one company the largest."""
    where = asked.place or US
    state = where if place(where).kind == "state" else state_of(pooled(where)[0])
    for spot in dict.fromkeys((state or US, US)):
        rows = [row for key in keys if (row := market.filed(key, asked.role, spot)) is not None]
        most = max(rows, key=lambda row: row.n, default=None)
        if most is not None and most.n >= MIN_FILINGS:
            yield from _filing(market, most)


def _filing(market: Market, row: Filed) -> Iterator[Filing]:
    dated = [source for source in market.describe().sources if source.id.startswith(_FILINGS)]
    if dated:
        source = max(dated, key=lambda each: each.as_of)
        publisher = source.name.partition(" LCA ")[0]
        yield Filing(_calmed(row.name), place(row.state).name, row.n, row.p50, source.as_of[:4], publisher)


def _calmed(name: str) -> str:
    """A name filed in capitals as one writes it: "UBER TECHNOLOGIES" -> "Uber Technologies", "HCL" stays."""
    if not name.isupper():
        return name
    return " ".join(word if len(word) <= _ACRONYM else word.title() for word in name.split())


def _keys(company: str) -> Iterator[str]:
    """The keys a company may be filed under, likeliest first: letters and digits of its folded name."""
    known = known_companies.company(company)
    listed = known.keys if known else ()
    seen = set(listed)
    yield from listed
    for name in (company[:_LONGEST], known.name if known else ""):
        words = re.findall(r"[a-z0-9]+", fold(name))
        while words:
            key = "".join(words)
            if key not in seen:
                seen.add(key)
                yield key
            if words[-1] not in _LEGAL:
                break
            words = words[:-1]


def _shown(company: str, band: Band | None) -> str:
    """The name as the employer writes it where known, else as its postings do, else as it was said."""
    known = known_companies.company(company)
    if known is not None:
        return known.name
    return band.name if band and not band.name.islower() else company
