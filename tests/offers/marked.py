"""Offers whose every role is said by mark-up, so that what is made of them depends on no learnt weight."""

from __future__ import annotations

from bot.offers.gather import Part, Terms
from bot.offers.judged import Judged
from bot.offers.layout import Layout, lay_out
from bot.offers.offer import Offer
from bot.offers.source import read_source
from bot.offers.terms import read_terms
from data.reading.align import align
from data.reading.corpus import Example, parse


def laid(text: str) -> Layout:
    """A pasted text laid out."""
    return lay_out(read_source(text))


def judged(marked: str) -> tuple[Layout, tuple[Judged, ...]]:
    """A text with every mention surely of the role it is marked with: "[[base|165k]]"."""
    text, marks = parse(marked)
    seen = align(Example("-", "-", "offer", text, marks, marked))
    assert seen.missed == (), "a mark that stands on nothing the reader sees"
    return seen.layout, tuple(
        Judged(figure, role) for figure, role in zip(seen.mentions, seen.roles, strict=True)
    )


def _whole(layout: Layout, entries: tuple[Judged, ...]) -> Part:
    return Part(0, len(layout.source.text), tuple(entry for entry in entries if entry.offered))


def terms(marked: str) -> Terms:
    """The gathering place of the one offer a marked text makes, with nothing gathered yet."""
    layout, entries = judged(marked)
    return Terms(layout, _whole(layout, entries))


def offer(marked: str) -> Offer:
    """The one offer a marked text makes, without its names."""
    layout, entries = judged(marked)
    return read_terms(layout, _whole(layout, entries), {})
