"""The sums of an answer: what is added or taken off, pay at target, a base said alone."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.memory.case import Plain
from bot.offers.offer import Offer
from bot.understand.money import Amount, amounts, is_thousands

NEAR = (0.5, 2.0)  # a sum within these shares of the base, with no name of its own, is a base
MORE = re.compile(r"^\s{0,2}(?:more|extra|additional|on top|higher|bump|increase|up\b)|^\s{0,2}raise\b")
_ADDED = re.compile(
    r"\b(?:another|extra|additional|by|added|adding|raised it|bumped it"
    r"|plus)\s{1,2}(?:an? )?(?:extra |additional )?$"
)
_LESS = re.compile(r"^\s{0,2}(?:less|lower|below|under|off|short|down\b)")
_TAKEN_OFF = re.compile(
    r"\b(?:reduc|lower|cut|dropp?|trimm?|slash|shav)(?:e|es|ed|ing)?\s(?:(?:the|my|it|their|base"
    r"|salary|offer|pay)"
    r"\s){0,3}by\s(?:an? )?(?:extra |another )?$"
)
_AT_TARGET_BEFORE = re.compile(
    r"\b(?:ote|on[- ]target(?: earnings)?)(?: (?:is|was|went|goes|up|now|to|of|at|from)){0,3}\W{0,3}$"
)
_AT_TARGET_AFTER = re.compile(r"\W{0,3}(?:ote|on[- ]target)\b")
_SAME_SPLIT = re.compile(
    r"\b(?:same|unchanged|keep(?:ing)? the|identical) (?:pay )?(?:split|mix|ratio)\b"
    r"|\b(?:split|mix|ratio) (?:is |stays |remains |stayed )?(?:the )?(?:same|unchanged)\b"
)
_VARIABLE = re.compile(r"\b(?:variable|commissions?|on[- ]target bonus)\b")
# A number of days, weeks or months is no sum: "5 extra vacation days".
_OF_TIME = re.compile(
    r"^\s?(?:(?:more|extra|additional|paid|full) ){0,2}"
    r"(?:vacation|holidays?|pto|leave|days?|weeks?|months?|years?)\b"
)
_ON_BASE = re.compile(r"\b(?:base|salary)\b")
_BESIDE = 60  # characters before and after a sum that say what it is
_YEARLY = 1000.0  # a base from here on is one a year or a month


def sum_of(amount: Amount, offer: Offer) -> float:
    """An amount in full: "195" is 195,000 where the base is one a year or a month."""
    yearly = (offer.base_amount or offer.base_high or 0) >= _YEARLY
    return amount.high * 1000 if is_thousands(amount) and yearly else amount.high


def sums_in(low: str) -> list[Amount]:
    """The sums of a text without its percents and times: "100% attainment" is no 100, "6 months" no 6."""
    return [
        each
        for each in amounts(low)
        if low[each.end : each.end + 2].lstrip()[:1] != "%"
        and not (each.bare and _OF_TIME.match(low[each.end : each.end + _BESIDE]))
    ]


def added_in(low: str, offer: Offer) -> dict[str, Plain] | None:
    """A sum on top of the base or the sign-on: "another 5k on base", "they can do 10k more"; None for none.

    On top of a base that is not known it is nothing that can be counted.
    """
    for amount in amounts(low):
        after, before = (
            low[amount.end : amount.end + _BESIDE],
            low[max(0, amount.start - _BESIDE) : amount.start],
        )
        if amount.bare and _OF_TIME.match(after):
            continue
        less = _LESS.match(after) is not None or _TAKEN_OFF.search(before) is not None
        if not (less or MORE.match(after) or _ADDED.search(before)):
            continue
        more = -sum_of(amount, offer) if less else sum_of(amount, offer)
        if re.search(r"sign|joining", after[:30]) or re.search(r"sign.{0,12}$", before[-20:]):
            return {"sign_on": max(0.0, (offer.sign_on or 0.0) + more)}
        named = _ON_BASE.search(low) or not re.search(r"equity|stock|rsu|bonus|relo", low)
        if named and offer.base_amount is None:
            return {}
        if named and offer.base_amount is not None and abs(more) < offer.base_amount:
            return {"base_amount": offer.base_amount + more}
    return None


_MULTIPLIED = re.compile(
    r"\b(?P<by>doubl|tripl)(?:e|es|ed|ing) (?:the |my |your |their )?(?:stock )?"
    r"(?P<term>sign(?:ing)?[- ]?(?:on|bonus)|joining bonus|options|equity|grant|rsus?|shares|relocation"
    r"|bonus)\b"
)
_GRANT = ("equity_units", "equity_value", "equity_pct")


def multiplied_in(low: str, offer: Offer) -> dict[str, Plain]:
    """A term of the offer that they doubled or tripled: "they doubled the sign-on"; {} where it has none."""
    found = _MULTIPLIED.search(low)
    if found is None:
        return {}
    term = found["term"]
    names: tuple[str, ...] = _GRANT
    if term.startswith(("sign", "joining")):
        names = ("sign_on",)
    elif term == "relocation":
        names = ("relocation",)
    elif term == "bonus":
        names = ("bonus_pct", "bonus_amount")
    times = 2.0 if found["by"] == "doubl" else 3.0
    held = {name: getattr(offer, name) for name in names}
    return {name: times * had for name, had in held.items() if isinstance(had, int | float) and had > 0}


def at_target_in(low: str) -> dict[str, Plain]:
    """Pay at target as it is now, where that alone is named: "they raised OTE to 170k" says no base."""
    sums = sums_in(low)
    if len(sums) != 1 or _ON_BASE.search(low):
        return {}
    before, after = low[: sums[0].start], low[sums[0].end :]
    if not (_AT_TARGET_BEFORE.search(before) or _AT_TARGET_AFTER.match(after)):
        return {}
    amount = sums[0].high * 1000 if is_thousands(sums[0]) else sums[0].high
    return {"ote_low": amount, "ote_high": amount}


def at_its_split(values: Mapping[str, Plain], low: str, offer: Offer) -> dict[str, Plain]:
    """Pay at target and what it is made of, as one: at the same split the base moves with it.

    A base and the variable pay said beside it make it anew.
    """
    now, had = values.get("ote_high"), offer.ote_high or offer.ote_low
    if isinstance(now, int | float) and had and offer.base_amount and _SAME_SPLIT.search(low):
        return {**values, "base_amount": offer.base_amount * now / had}
    base, variable = values.get("base_amount"), values.get("bonus_amount")
    if not isinstance(base, int | float) or not isinstance(variable, int | float):
        return dict(values)
    if offer.ote_low is None or not _VARIABLE.search(low) or "ote_low" in values:
        return dict(values)
    rest = {name: value for name, value in values.items() if name != "bonus_amount"}
    return {**rest, "ote_low": base + variable, "ote_high": base + variable}


def base_alone(low: str, offer: Offer) -> dict[str, Plain]:
    """The one sum of a sentence as the base, where its size is that of one."""
    base = offer.base_amount if offer.base_amount is not None else offer.base_high
    sums = [sum_of(amount, offer) for amount in sums_in(low)]
    near = [value for value in sums if base and NEAR[0] <= value / base <= NEAR[1]]
    if len(set(near)) != 1:
        return {}
    return {"base_amount": near[0], "base_low": None, "base_high": None}
