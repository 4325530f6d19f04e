"""Which role each mention the reader finds has in an example; what is marked and not found is said."""

from __future__ import annotations

from dataclasses import dataclass

from bot.offers.figures import Figure
from bot.offers.layout import Layout, lay_out
from bot.offers.mentions import mentions
from bot.offers.source import read_source
from data.reading.corpus import Example, Mark

NONE = "none"
NAMES = frozenset({"company", "title", "level", "location"})
# Roles that teach the same: earlier pay is the writer's own as present pay is.
_SAME = {"past": "present", "letter_date": NONE}


@dataclass(frozen=True, slots=True)
class Aligned:
    """An example as the reader sees it: its mentions with a role and an offer each.

    `missed` are the marks no mention stands on.
    """

    example: Example
    layout: Layout
    mentions: tuple[Figure, ...]
    roles: tuple[str, ...]
    offers: tuple[int, ...]
    missed: tuple[Mark, ...]


def align(example: Example) -> Aligned:
    """Give every mention of an example the role of the mark it stands in, NONE where there is none."""
    source = read_source(example.text)
    layout = lay_out(source)
    found = mentions(source.low, layout.figures, layout.cues.terms)
    marks = [mark for mark in example.marks if mark.role not in NAMES]
    roles, offers = [], []
    hit: set[Mark] = set()
    for figure in found:
        start, end = source.origin(figure.start), source.origin(figure.end)
        over = [mark for mark in marks if min(mark.end, end) > max(mark.start, start)]
        # "22,000 options" is one mention of two marks: the number's is the one that says what it is.
        best = max(
            over,
            key=lambda m: (m.role != "equity", min(m.end, end) - max(m.start, start)),
            default=None,
        )
        hit.update(over)
        if best is None:
            roles.append(NONE)
            offers.append(0)
            continue
        roles.append(_SAME.get(best.role, best.role))
        offers.append(best.offer)
    return Aligned(
        example,
        layout,
        found,
        tuple(roles),
        tuple(offers),
        tuple(mark for mark in marks if mark not in hit),
    )
