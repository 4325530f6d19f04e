"""What a build did, for the person who ran it: everything read is accounted for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field


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
    """Counts of a build. `unpaid` and `unplaced` say, reason by reason, what fed no figure.

    `unpaid`: postings without usable pay (they still count in disclosure and AI penetration).
    `unplaced`: postings that belong to no cell at all.
    """

    read: int
    repeated: int
    unplaced: dict[str, int]
    unpaid: dict[str, int]
    kept: int
    paid: int
    employers: int
    window: tuple[str, str]
    published_before: int
    measured: int
    thin: int
    oews_rows: int
    digest: str
    files: dict[str, int]
    out: str | None = None
    top: tuple[Top, ...] = field(default=())

    def lines(self) -> Iterator[str]:
        """The report as plain text, a line at a time."""
        first, last = self.window
        yield f"Postings read: {self.read:,}, first seen {first} to {last}"
        yield f"  the same posting again: {self.repeated:,}"
        for reason, count in self.unplaced.items():
            yield f"  left out, {reason}: {count:,}"
        yield f"  in US cells: {self.kept:,} from {self.employers:,} employers"
        yield f"  of these published before {first}: {self.published_before:,}"
        yield f"With usable pay: {self.paid:,}"
        for reason, count in self.unpaid.items():
            yield f"  not used, {reason}: {count:,}"
        yield f"Cells that stand: {self.measured:,}; too thin to quote: {self.thin:,}"
        yield f"OEWS estimates: {self.oews_rows:,}"
        for cell in self.top:
            yield (
                f"  {cell.role}, {cell.place}, {cell.level}: ${cell.p50:,} "
                f"({cell.n} postings, {cell.employers} employers)"
            )
        for name, size in self.files.items():
            yield f"{name}: {size / 1000:,.0f} kB"
        yield f"Digest {self.digest[:12]}" + (f", database {self.out}" if self.out else "")
