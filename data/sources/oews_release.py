"""What an OEWS release says, whichever of its layouts it was read from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

PERCENTILES: Final = ("p10", "p25", "p50", "p75", "p90")
ALL_INDUSTRIES: Final = "000000"
US: Final = "0000000"
# A wage so marked carries no figure of its own: the Bureau says "equal to or greater than" this.
TOP_CODE: Final = 239_200
_NUMBER: Final = re.compile(r"\d{1,12}(?:\.\d{1,6})?")


class OewsError(ValueError):
    """The file is not a whole, untouched release; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Wage:
    """One occupation in one area: USD a year, None where the Bureau released nothing.

    `soc` is written "15-1252"; `area` is the seven-digit OEWS code; `top_coded` names the
    percentiles that are only known to be at least the release's top code (`TOP_CODE` since 2022).
    """

    soc: str
    area: str
    employment: int | None
    p10: int | None
    p25: int | None
    p50: int | None
    p75: int | None
    p90: int | None
    top_coded: tuple[str, ...] = ()

    @property
    def released(self) -> bool:
        """Whether there is a median to quote."""
        return self.p50 is not None


@dataclass(frozen=True, slots=True)
class Release:
    """A release: its month ("2025-05"), the day it was published, and the rows asked for.

    `dropped` counts estimates that could not be used, by reason.
    """

    period: str
    published: str
    wages: tuple[Wage, ...]
    occupations: dict[str, str]
    areas: dict[str, str]
    dropped: dict[str, int] = field(default_factory=dict)


def number(text: str | None) -> int | None:
    """A whole number, or None where the release prints "-", "*" or anything else."""
    return round(float(text)) if text and _NUMBER.fullmatch(text) else None


def changed(path: Path) -> str:
    """The day a file was last changed ("2026-05-15", UTC)."""
    return datetime.fromtimestamp(path.stat().st_mtime, UTC).date().isoformat()


@dataclass(slots=True)
class Collector:
    """Gathers a release figure by figure; `wanted` are occupations by their code without a dash."""

    wanted: Mapping[str, str]
    areas: dict[str, str] = field(default_factory=dict)
    occupations: dict[str, str] = field(default_factory=dict)
    dropped: Counter[str] = field(default_factory=Counter)
    _figures: dict[tuple[str, str], dict[str, int | None]] = field(default_factory=dict)
    _top_coded: dict[tuple[str, str], set[str]] = field(default_factory=dict)

    def take(self, code: str, area: str, name: str, figure: int | None, *, top_coded: bool = False) -> None:
        """Take in one figure: "employment" or one of `PERCENTILES`."""
        key = (self.wanted[code], area)
        self._figures.setdefault(key, {})[name] = figure
        if top_coded:
            self._top_coded.setdefault(key, set()).add(name)

    def forget(self) -> int:
        """Forget every figure, since a newer year has come; returns how many there were."""
        count = sum(map(len, self._figures.values()))
        self._figures.clear()
        self._top_coded.clear()
        return count

    def release(self, year: int, published: str) -> Release:
        """Return what was gathered.

        Raises:
            OewsError: it is nothing.
        """
        if not self._figures:
            raise OewsError("The release holds none of the occupations asked for.")
        wages = [
            Wage(
                *key,
                employment=figures.get("employment"),
                p10=figures.get("p10"),
                p25=figures.get("p25"),
                p50=figures.get("p50"),
                p75=figures.get("p75"),
                p90=figures.get("p90"),
                top_coded=tuple(name for name in PERCENTILES if name in self._top_coded.get(key, ())),
            )
            for key, figures in sorted(self._figures.items())
        ]
        named = {soc: self.occupations[code] for code, soc in self.wanted.items() if code in self.occupations}
        drops = {reason: count for reason, count in sorted(self.dropped.items()) if count}
        return Release(f"{year}-05", published, tuple(wages), named, self.areas, drops)
