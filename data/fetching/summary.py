"""What a crawl came to: the table of it, what its words mean, and the boards that need a sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from data.fetching.crawl import Outcome
from data.fetching.ledger import STATUSES
from data.sources.boards import COLLECTORS

if TYPE_CHECKING:
    from rich.table import Table

FETCHED: Final = frozenset({"ok", "unchanged"})
LEGEND: Final = (
    "ok: read. unchanged: the board says nothing changed. shrunken: far fewer postings than before, so "
    "the old ones stand until another day's crawl says the same. dead: no such board at its address. "
    "failed: no usable answer. New and gone: against the crawl before."
)
_MOST_NOTES: Final = 20


def summary(outcomes: Sequence[Outcome]) -> Table:
    """The table of a crawl: a row a collector, and all together."""
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("collector", no_wrap=True)
    for name in (*STATUSES, "postings", "new", "gone"):
        table.add_column(name, justify="right", no_wrap=True)
    for collector in (*COLLECTORS, "all"):
        of = [each for each in outcomes if collector in {each.board.collector.name, "all"}]
        if not of:
            continue
        counted = Counter(each.entry.status for each in of)
        stands = [each.entry for each in of if each.entry.status in FETCHED]
        sums = (sum(getattr(entry, name) for entry in stands) for name in ("postings", "new", "gone"))
        cells = [*(counted[status] for status in STATUSES), *sums]
        table.add_row(collector, *(f"{cell:,}" for cell in cells))
    return table


def remarks(outcomes: Sequence[Outcome]) -> list[str]:
    """Sentences about boards that need one, and what was dropped for which reason."""
    notes = [each.entry.note for each in outcomes if each.entry.note]
    told = notes[:_MOST_NOTES]
    if len(notes) > _MOST_NOTES:
        told.append(f"… and {len(notes) - _MOST_NOTES:,} boards more: crawl.json has them all.")
    dropped: Counter[str] = Counter()
    for each in outcomes:
        if each.entry.status == "ok":
            dropped.update(each.entry.dropped)
    told += [f"{count:,} × {reason}" for reason, count in dropped.most_common()]
    earlier = sum(each.earlier for each in outcomes)
    if earlier:
        told.append(f"{earlier:,} boards were done before the last crawl was cut short.")
    return told
