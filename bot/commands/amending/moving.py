"""A figure of an offer taken out, or put where it belongs: every field that stood on it follows."""

from __future__ import annotations

from bot.commands.amending.terms import TERM_OF, TERMS, kind_of
from bot.commands.amending.values import left_out
from bot.memory.case import Plain
from bot.offers.offer import Offer

_SIGN_ON_PARTS = ("sign_on_y1", "sign_on_y2")
_SIZES = tuple(name for name in TERMS["equity"].fields if name != "equity_kind")


def moved(offer: Offer, name: str, target: str) -> dict[str, Plain]:
    """The fields that the figure of one fills as that of another; years become months where they must."""
    value = getattr(offer, name)
    if not isinstance(value, int | float):
        return {target: value}
    turned = {("years", "months"): 12.0, ("months", "years"): 1 / 12}
    amount = value * turned.get((kind_of(name), kind_of(target)), 1.0)
    values: dict[str, Plain] = {target: amount}
    if target in _SIGN_ON_PARTS:
        values["sign_on"] = amount + _parts_but(offer, target, name)
    elif target == "sign_on":
        values.update(dict.fromkeys(_SIGN_ON_PARTS))
    elif target == "base_amount":
        values.update(base_low=None, base_high=None, base_period=offer.base_period or "year")
    elif target == "ote_low":
        values["ote_high"] = amount
    elif target in _SIZES and offer.equity_kind in (None, "none"):
        values["equity_kind"] = "percent" if target == "equity_pct" else "other"
    return values


def without(offer: Offer, fields: tuple[str, ...]) -> dict[str, Plain]:
    """The fields of a figure emptied, and those that stood on it alone."""
    values: dict[str, Plain] = dict.fromkeys(fields)
    if "sign_on" in values:
        whole = _parts_but(offer, *values) if any(each in values for each in _SIGN_ON_PARTS) else 0
        values["sign_on"] = whole or None
        values.update({} if whole else dict.fromkeys(_SIGN_ON_PARTS))
    elif any(each in values for each in _SIGN_ON_PARTS):
        values["sign_on"] = _parts_but(offer, *values) or None
    if any(name.startswith("base_") and TERM_OF[name] == "base" for name in fields):
        values.update(left_out("base"))
    sizes = [name for name in _SIZES if getattr(offer, name) is not None]
    if sizes and all(name in values for name in sizes):
        values.update(left_out("equity"))
    return values


def _parts_but(offer: Offer, *left_out_: str) -> float:
    """What the parts of a sign-on come to without some of them."""
    return sum(getattr(offer, each) or 0.0 for each in _SIGN_ON_PARTS if each not in left_out_)
