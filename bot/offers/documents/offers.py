"""The offers of a document: read from that of its texts which says most."""

from __future__ import annotations

from dataclasses import fields

from bot.offers.documents.document import Document
from bot.offers.documents.focus import focused
from bot.offers.offer import Offer
from bot.offers.reader import Reading, read

_NO_TERMS = frozenset({"spans", "doubts", "currency", "currency_explicit", "base_period", "equity_currency"})


def offers_in(document: Document) -> tuple[str, Reading]:
    """The text that was read, and what it says.

    A mail and the letter attached to it speak of the same offer, so only the fuller of them counts. Mails
    quoted below are asked, the newest first, only where none of these holds an offer.
    """
    readings = [(text, read(text)) for text in map(focused, document.texts)]
    best = max(readings, key=lambda each: _terms(each[1]), default=None)
    if best is not None and best[1].offers:
        return best
    for text in map(focused, document.earlier):
        reading = read(text)
        if reading.offers:
            return text, reading
    telling = (each for each in readings if each[1].other not in (None, "nothing"))
    return next(telling, best or ("", Reading(other="nothing")))


def _terms(reading: Reading) -> int:
    """How much a reading says: the terms of all its offers."""
    return sum(_said(offer) for offer in reading.offers)


def _said(offer: Offer) -> int:
    named = (field.name for field in fields(offer) if field.name not in _NO_TERMS)
    return sum(getattr(offer, name) is not None for name in named)
