"""Everything in a text that may be a term of an offer: its figures, and words that say a term by themselves.

A word mention is a `Figure` of the kind "word": a kind of equity ("RSUs"), relocation without a
sum, unlimited time off, or the saying that something is not given ("no bonus"). Its `unit` says which.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.offers import words
from bot.offers.figures import Figure
from bot.offers.layout import Layout

# No text has more terms than this; what stands after them is left unread.
MOST = 1_200
_EQUITY = frozenset({"rsu", "options", "other"})


def _worded(layout: Layout) -> Iterator[Figure]:
    """The word mentions of a text, those that deny first."""
    for name, start, end in words.sayings(layout.source.low, layout.index):
        yield Figure("word", start, end, unit=name)
    for cue in layout.cues.terms:
        if cue.cue.role == "equity" and cue.cue.detail in _EQUITY:
            yield Figure("word", cue.start, cue.end, unit=cue.cue.detail)
        elif cue.cue.role == "relocation":
            yield Figure("word", cue.start, cue.end, unit="relocation")


def mentions(layout: Layout) -> tuple[Figure, ...]:
    """Figures and word mentions in the order of the text, none overlapping another; MOST at most."""
    taken = bytearray(len(layout.source.low))
    for figure in layout.figures:
        taken[figure.start : figure.end] = b"\x01" * (figure.end - figure.start)
    found = list(layout.figures)
    for said in _worded(layout):
        if not any(taken[said.start : said.end]):
            taken[said.start : said.end] = b"\x01" * (said.end - said.start)
            found.append(said)
    return tuple(sorted(found, key=lambda mention: mention.start)[:MOST])
