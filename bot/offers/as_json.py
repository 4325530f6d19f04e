"""An offer as plain data, for `parley extract` and `--json`."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import Any

from bot.offers.offer import Offer


def offer_json(offer: Offer) -> dict[str, Any]:
    """Every field of an offer by name; `spans` is field -> [start, end]. Ready for json.dumps."""
    plain = {field.name: getattr(offer, field.name) for field in fields(offer)}
    plain["spans"] = {name: list(span) for name, span in offer.spans.items()}
    plain["benefits"] = None if offer.benefits is None else [asdict(each) for each in offer.benefits]
    plain["clauses"] = [asdict(each) for each in offer.clauses]
    plain["promised"] = None if offer.promised is None else list(offer.promised)
    plain["doubts"] = [asdict(doubt) for doubt in offer.doubts]
    return plain
