"""The terms of the offer as an answer has them: named, added to, taken back or put right."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.commands.amend import amendment, implied
from bot.commands.amending.shapes import Change
from bot.commands.amending.terms import TERM_OF, is_figure
from bot.commands.given import without_given
from bot.commands.new_terms import new_terms
from bot.commands.replying.asked import in_its_unit
from bot.commands.replying.by_mile import by_the_mile
from bot.commands.replying.sums import (
    NEAR,
    added_in,
    at_its_split,
    at_target_in,
    base_alone,
    multiplied_in,
    sums_in,
)
from bot.commands.replying.wording import folded
from bot.memory.case import Case, Plain
from bot.offers.offer import Offer
from bot.offers.reader import Reading, read
from bot.understand.money import amounts

_DAYS_MORE = re.compile(
    r"\b(?:more|extra|additional|another|added|add|plus)\b.{0,24}\b(?:vacation|pto|holidays?|leave|off)\b"
    r"|\b(?:days?|weeks?) (?:more|extra|on top)\b"
)
_GONE = re.compile(
    r"\b(?:remov|dropp?|withdr[ae]w|eliminat|scrapp?|cancell?|pull|cut|tak|took|without|los|no longer|struck)"
    r"(?:e|es|ed|ing|n|t)?(?: (?:away|back|out|off))? (?:the |my |any |an? |on |offer(?:ing)? )?"
    r"(?:\$?\d[\d,.]{0,9}k? )?(?P<term>sign(?:ing)?[- ](?:on|bonus)|joining bonus|relocation|bonus"
    r"|equity|rsus?)\b"
    r"(?! (?:from|by|to|down|in half|back (?:down )?to))"
)
_FIELDS: Mapping[str, tuple[str, ...]] = {
    "sign": ("sign_on",),
    "signing": ("sign_on",),
    "joining": ("sign_on",),
    "relocation": ("relocation",),
    "bonu": ("bonus_pct", "bonus_amount"),
    "equity": ("equity_value", "equity_units", "equity_pct"),
    "rsu": ("equity_value", "equity_units", "equity_pct"),
}
_ONCE = frozenset({"sign_on", "relocation"})  # terms a rate by the mile leaves as they are said
_LEAST_ONCE = 50.0  # money: what is paid once and is less was misread
_MOST_MORE = 4.0  # times the base; what is named a base and is more than that was misread
_NAMES = frozenset({"company", "title", "level", "currency", "currency_explicit", "original_base"})


def values_of(text: str, case: Case, offer: Offer, found: Reading) -> dict[str, Plain]:
    """The terms as their answer has them, with those that they took back; a base of an odd size is none."""
    paid = without_given(folded(text))
    if paid != folded(text):
        text, found = paid, read(paid)
    named = new_terms(text, offer)
    if named.values:
        text, found = named.rest, read(named.rest)
    low = folded(text)
    a_mile = by_the_mile(low, offer)
    if a_mile:
        rest = {
            name: value for name, value in _raised(text, low, case, offer, found).items() if name in _ONCE
        }
        return {**rest, **named.values, **a_mile, **taken_back(low)}
    in_unit = {} if named.values else in_its_unit(low, case, offer)
    if in_unit:
        return at_its_split({**in_unit, **taken_back(low)}, low, offer)
    raised = {} if named.values and not sums_in(low) else _raised(text, low, case, offer, found)
    values = at_its_split({**raised, **named.values, **taken_back(low)}, low, offer)
    if values.get("equity_kind") in ("percent", "other") and offer.equity_kind in ("options", "rsu"):
        del values["equity_kind"]  # a percent of the company is a size of the options they offered
    if "pto_days" in values and _DAYS_MORE.search(low):
        del values["pto_days"]  # so many on top: what they give beside pay tells it
    sign_on = values.get("sign_on")
    if isinstance(sign_on, int | float) and 0 < sign_on < _LEAST_ONCE:
        del values["sign_on"]  # "5 dollars an hour for nights"
    if "base_amount" in values and values.get("base_low") is None and not _is_base(values, offer):
        return {name: value for name, value in values.items() if not name.startswith("base_")}
    # Pay said by the week is no longer so much a mile.
    return {"mile_rate": None, **values} if offer.mile_rate and "base_amount" in values else values


def _is_base(values: Mapping[str, Plain], offer: Offer) -> bool:
    """Whether the base may be what this one became: not nothing, and of its size where it is per the same."""
    base, before = values["base_amount"], offer.base_amount or offer.base_high
    if not isinstance(base, int | float) or base <= 0:
        return False
    same = values.get("base_period", offer.base_period) == offer.base_period
    return not (same and before) or NEAR[0] <= base / before <= _MOST_MORE


def taken_back(low: str) -> dict[str, Plain]:
    """The terms that are gone by their answer: "but removed the sign-on"."""
    gone: dict[str, Plain] = {}
    for found in _GONE.finditer(low):
        gone |= dict.fromkeys(_FIELDS[found["term"].replace("-", " ").split()[0].rstrip("s")], 0.0)
    return gone


def _raised(text: str, low: str, case: Case, offer: Offer, said: Reading) -> dict[str, Plain]:
    """What is added to or taken off, what is read as an offer, what is put right."""
    at_target = at_target_in(low)
    if at_target:
        return at_target
    more = added_in(low, offer)
    if more is not None:
        return more
    multiplied = multiplied_in(low, offer)
    if multiplied:
        return multiplied
    if said.offers:
        new = said.offers[0]
        read_as = {name: getattr(new, name) for name in TERM_OF if name not in _NAMES}
        values = {name: value for name, value in read_as.items() if value is not None}
        if any(is_figure(name) for name in values):
            return _in_its_period(values, offer, low)
    change = amendment(text, case) or implied(text, case)
    if isinstance(change, Change) and change.values:
        return dict(change.values)
    return base_alone(low, offer)


def _in_its_period(values: dict[str, Plain], offer: Offer, low: str) -> dict[str, Plain]:
    """A new base takes the place of a range, and keeps the offer's period where it names none of its own.

    A bare "43" of an offer by the hour was read as thousands a year.
    """
    if "base_amount" in values:
        values = {"base_low": None, "base_high": None, **values}
    if values.get("base_period") == "year" and offer.base_period not in (None, "year"):
        amount = values.get("base_amount")
        small = isinstance(amount, int | float) and offer.base_amount and amount <= 2 * offer.base_amount
        rates = [each.high for each in amounts(low) if each.bare and each.high * 1000 == amount]
        near = rates and offer.base_amount and NEAR[0] <= rates[0] / offer.base_amount <= NEAR[1]
        if small or near:
            values |= {"base_period": offer.base_period, **({"base_amount": rates[0]} if near else {})}
    return values
