"""Which figures belong to which offer, where a text holds several."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.offers.frames import OF_OFFER
from bot.offers.labels import Labelled
from bot.offers.names import Name

_MARKER = re.compile(
    r"(?:^|\n)[ \-|]{0,6}(?:offer|option|company|job|choice)\s?(?:#\s?)?(?:[1-9]|[a-d]|one|two"
    r"|three)\b(?!\s?(?:%|k\b|,\d))"
    r"|\b(?:second|other|another|2nd|competing|third|3rd) (?:job )?(?:offer|one)\b(?! letter)"
    r"|\bthe other (?:one |offer )?(?:is|was|from|at)\b"
    r"|\balso (?:got|have|received) (?:an |another )?offer\b"
)
# Names surer than this may begin an offer of their own.
_SURE = 0.8
_LEAST_SURE = 0.5
# No one weighs more offers than this at once; what follows is counted to the last.
MOST_OFFERS = 12
# How far behind its company the pay of a further offer may stand, in characters.
_NEAR = 160


@dataclass(frozen=True, slots=True)
class Group:
    """The part `[start, end)` of a text that speaks of one offer, and its labelled figures.

    `marked` is true where the text numbers or counts its offers ("Offer 2", "another offer").
    """

    start: int
    end: int
    figures: tuple[Labelled, ...]
    marked: bool = False


def pays(entry: Labelled) -> bool:
    """Whether a figure is the pay of an offer itself: its base, its total or money nobody named."""
    figure = entry.figure
    unnamed = entry.role is None and figure.kind == "money" and not figure.bare
    return (entry.role in {"base", "total", "ote"} or unnamed) and entry.frame in OF_OFFER


def _starts(low: str, names: Sequence[Name], labelled: Sequence[Labelled]) -> list[int]:
    starts = [match.start() for match in _MARKER.finditer(low)]
    payments = [entry.figure.start for entry in labelled if pays(entry)]
    if not starts and payments:
        starts = [payments[0]]
    seen = {name.text.casefold() for name in names if name.start < (payments[0] if payments else 0)}
    for name in names:
        if name.sure < _SURE or name.text.casefold() in seen:
            continue
        seen.add(name.text.casefold())
        earlier = bisect_right(payments, name.start)
        if 0 < earlier < len(payments) and payments[earlier] - name.start < _NEAR:
            starts.append(name.start)
    return sorted({*starts, *(_trailing(names, labelled) if len(starts) == 1 else ())})


def _trailing(names: Sequence[Name], labelled: Sequence[Labelled]) -> list[int]:
    """Where offers begin whose company is said last: "180k base at Acme or 170k base at Lumen"."""
    bases = [entry.figure.start for entry in labelled if pays(entry) and entry.role == "base"]
    told: dict[str, Name] = {}
    for name in names:
        if name.sure >= _LEAST_SURE:
            told.setdefault(name.text.casefold(), name)
    if not bases or not told or next(iter(told.values())).start < bases[0]:
        return []
    starts = []
    for one, other in pairwise(told.values()):
        at = bisect_right(bases, one.start)
        if at < len(bases) and bases[at] < other.start and other.start - one.start < _NEAR:
            starts.append(bases[at])
    return starts


def group(low: str, names: Sequence[Name], labelled: Sequence[Labelled]) -> list[Group]:
    """Part a text into its offers; what stands before the first is counted to it.

    A part without pay of its own (a base, a total) is counted to the part before it.
    """
    starts = _starts(low, names, labelled)
    marked = _MARKER.search(low) is not None
    parts: list[Group] = []
    edges = [0, *starts[1:MOST_OFFERS], len(low)]
    for start, end in pairwise(edges):
        inside = tuple(entry for entry in labelled if start <= entry.figure.start < end)
        if (parts and not any(pays(entry) for entry in inside)) or (
            parts and not any(pays(entry) for entry in parts[-1].figures)
        ):
            parts[-1] = Group(parts[-1].start, end, parts[-1].figures + inside, marked)
        else:
            parts.append(Group(start, end, inside, marked))
    return parts
