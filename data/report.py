"""What a build did, for the person who ran it: everything read is accounted for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from data import page_words as say


@dataclass(frozen=True, slots=True)
class Top:
    """A well-filled cell, to see at a glance that the figures make sense."""

    role: str
    place: str
    level: str
    n: int
    employers: int
    p50: int


@dataclass(frozen=True, slots=True)
class Report:
    """Counts of a build.

    `drops` says, step by step and reason by reason, what fed no figure: on "reading" rows that were no
    posting or repeated one, on "placing" postings that belong to no cell, and of "pay" postings without
    usable pay (they still count in disclosure and AI penetration). `tables` counts rows, `size` is in
    bytes. `dated` names files whose postings tell no day, with the day the file was last changed.
    """

    counts: Mapping[str, int]
    drops: Mapping[str, Mapping[str, int]]
    window: tuple[str, str]
    published_before: int
    digest: str
    tables: Mapping[str, int]
    size: int
    out: str | None = None
    top: tuple[Top, ...] = field(default=())
    estimates: tuple[str, ...] = ()
    dated: Mapping[str, str] = field(default_factory=dict)

    def lines(self) -> Iterator[str]:
        """The report as plain text, a line at a time."""
        first, last = self.window
        seen = f"{first} to {last}" if first != last else f"on {first}"
        yield f"Postings read: {self.counts['postings_read']:,}, first seen {seen}"
        for name, day in self.dated.items():
            yield f"  {name} tells no dates (like 2026-08-03): seen on {day}, when it was last changed"
        yield from _reasons("left out", self.drops["reading"])
        yield from _reasons("left out", self.drops["placing"])
        kept, employers = self.counts["postings_in_cells"], self.counts["employers"]
        yield f"  in US cells: {kept:,} from {employers:,} employers"
        yield f"  of these published before {first}: {self.published_before:,}"
        yield f"With usable pay: {self.counts['postings_paid']:,}"
        yield from _reasons("not used", self.drops["pay"])
        yield from _reasons("wages left out", self.drops.get("wages", {}))
        yield from _reasons("H-1B filings left out", self.drops.get("filings", {}))
        measured, thin = self.counts["cells_measured"], self.counts["cells_thin"]
        yield f"Cells that stand: {measured:,}; too thin to quote: {thin:,}"
        if self.top:
            yield "The fullest cells of one level in one metro area:"
        for cell in self.top:
            yield (
                f"  {say.role_name(cell.role)}, {say.place_name(cell.place)}, {cell.level}: ${cell.p50:,} "
                f"({cell.n:,} postings, {cell.employers:,} employers)"
            )
        yield from self.estimates
        yield "Rows: " + ", ".join(f"{name} {rows:,}" for name, rows in self.tables.items())
        yield f"{self.size / 1e6:.1f} MB of figures, digest {self.digest[:12]}"
        if self.out:
            yield f"Database {self.out}"


def _reasons(said: str, reasons: Mapping[str, int]) -> Iterator[str]:
    for reason, count in reasons.items():
        yield f"  {said}, {reason}: {count:,}"
