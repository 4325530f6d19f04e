"""Terms beside the base that an answer names before their new sums: "sign-on goes to 50k, RSU to 280k"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bot.memory.case import Plain
from bot.offers.offer import Offer
from bot.understand.money import Amount, amounts, is_thousands

_ONE_OFF = (
    r"(?:recruitment|clerkship|hiring|starting|welcome) (?:bonus|incentive)"  # a sign-on by another name
)
_TERMS = (
    ("sign_on", rf"sign(?:ing)?[- ]?on(?: bonus)?|sign(?:ing)? bonus|joining bonus|{_ONE_OFF}"),
    ("relocation", r"relo(?:cation)?(?: (?:budget|money|package|help|bonus))?"),
    (
        "bonus",
        r"(?<!sign )(?<!signing )(?<!on )(?<!joining )(?<!relocation )(?<!ment )(?<!ship )"
        r"(?<!hiring )(?<!starting )"
        r"(?<!welcome )(?:target |annual )?bonus",
    ),
    ("equity", r"rsus?|equity|stock|(?:stock )?options|shares|(?:equity |rsu |stock )?grant"),
)
_GOES = (
    r"(?:(?:is|are|was|were|now|goes|go|going|went|gone|comes|came|becomes|become|moves|moved|rises|rose|jumps"
    r"|jumped|bumped|raised|increased|lowered|cut|dropped|drops|down|up|back|gets|got|will|be|would|could|can|also"
    r"|only|just|then|stays|stay|stayed|remains|remain)\s){0,5}"
)
_FROM = r"(?:from\s\W?[\d,.]{1,12}(?:k|m|%)?\s)?"
_SET = r"(?:to|at|is|are|be|now|becomes|=)"
_NAMED = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _TERMS)
    + rf")\s{_GOES}{_FROM}{_SET}"
    r"\s(?:an? )?(?:about |around )?$"
)
_RISES = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _TERMS[:2])
    + rf")\s{_GOES}up\s(?:by\s)?$"
)
_BEFORE = 90  # characters before a sum that name it
_ONE_OFF_AFTER = re.compile(rf"\s{_ONE_OFF}\b")
_UNITS_AFTER = re.compile(r"\s(?:stock )?(?:options|shares|rsus)\b")
_ADDED_BEFORE = re.compile(r"\b(?:another|extra|additional|added?|adding|by)\s(?:an? )?$")
_FROM_BEFORE = re.compile(r"\bfrom\s$")
_MORE = re.compile(r"\s?(?:more|extra|higher|additional|on top|less|lower)\b")
_COUNTED = re.compile(r"\s?(?:stock )?(?:options|shares|units|rsus)\b")
_PERCENT = re.compile(r"\s?(?:%|percent)")
# A percent of something else than the company: "a 2% match", "0.5% more", "the raise is 3%".
_OTHER_SHARE = re.compile(
    r"\s?(?:%|percent)\s(?:\w{1,12}\s)?"
    r"(?:bonus|match|401k|raise|more|extra|increase|commission|less|on base|of)\b"
)
_OTHER_BEFORE = re.compile(
    r"\b(?:bonus|match|401k|raise|base|salary|commission|by|another|extra|from|added?|pension)\s(?:\w{1,8}\s){0,3}$"
    r"|\b(?:up|moved|higher)\s$"
)
# How much of a bonus is paid, and not how large it is: "bonus at 100% attainment".
_OF_A_TARGET = re.compile(
    r"\s?(?:%|percent)\s(?:attainment|achievement|payout|guaranteed|paid|vested"
    r"|of (?:the |my )?(?:target|quota|plan))"
)
_MOST_PERCENT = 100.0
_MOST_BONUS = 60.0  # percent: a bare number over it is money
_NEAR = 5.0  # times the options held: a bare number within is a number of options


@dataclass(frozen=True, slots=True)
class NewTerms:
    """The fields of the offer as named, and the text with those sums blanked, as long as it was."""

    rest: str
    values: dict[str, Plain] = field(default_factory=dict)


def new_terms(text: str, offer: Offer) -> NewTerms:
    """The terms beside the base with what each now is; a sum added on top, or a base, is left in the text.

    >>> new_terms("base stays at 225, but sign-on goes to 50k", Offer(base_amount=225_000.0)).values
    {'sign_on': 50000.0}
    """
    low = text.lower()
    if len(low) != len(text):
        return NewTerms(text)
    rest, values = text, dict[str, Plain]()
    for amount in amounts(low):
        if _OF_A_TARGET.match(low, amount.end):
            continue
        after = _named_after(low, amount, offer)
        if after:
            values |= after
            rest = rest[: amount.start] + " " * (amount.end - amount.start) + rest[amount.end :]
            continue
        named = _named(low[max(0, amount.start - _BEFORE) : amount.start], amount)
        if named is None or named.lastgroup is None or _MORE.match(low, amount.end):
            continue
        new = _valued(named.lastgroup, amount, low, offer)
        if named.re is _RISES:
            had = getattr(offer, named.lastgroup)
            more = new[named.lastgroup]
            if isinstance(had, int | float) and isinstance(more, int | float):
                new[named.lastgroup] = had + more
        if not new:
            continue
        values |= new
        rest = rest[: amount.start] + " " * (amount.end - amount.start) + rest[amount.end :]
    return NewTerms(rest, values)


def _named(before: str, amount: Amount) -> re.Match[str] | None:
    """The term that stands before a sum and is set to it; of two sums, "from 20k to 30k", to the later."""
    if amount.low == amount.high:
        return _NAMED.search(before) or _RISES.search(before)
    return _NAMED.search(f"{before.removesuffix('from ')}to ") if before.endswith("from ") else None


def _named_after(low: str, amount: Amount, offer: Offer) -> dict[str, Plain]:
    """A term that its sum stands before: "25,000 options", "a 10k recruitment incentive", "0.25%" alone."""
    if offer.equity_pct and _PERCENT.match(low, amount.end):
        near = offer.equity_pct / _NEAR <= amount.high <= offer.equity_pct * _NEAR
        other = _OTHER_SHARE.match(low, amount.end) or _OTHER_BEFORE.search(low[: amount.start])
        return {"equity_pct": amount.high} if near and not other else {}
    if _ONE_OFF_AFTER.match(low, amount.end):
        return _valued("sign_on", amount, low, offer)
    if offer.equity_units is None or amount.currency or not _UNITS_AFTER.match(low, amount.end):
        return {}
    before = low[: amount.start]
    if _FROM_BEFORE.search(before):
        return {}
    more = offer.equity_units if _ADDED_BEFORE.search(before) else 0.0
    return {"equity_units": more + amount.high}


def _valued(term: str, amount: Amount, low: str, offer: Offer) -> dict[str, Plain]:
    """One term's fields; empty where the sum is none of that term's size."""
    money = amount.high * 1000 if is_thousands(amount) else amount.high
    if _PERCENT.match(low, amount.end):
        share = {"bonus": "bonus_pct", "equity": "equity_pct"}.get(term)
        return {share: amount.high} if share and amount.high <= _MOST_PERCENT else {}
    if term == "equity":
        counted = _COUNTED.match(low, amount.end) is not None
        return _of_equity(amount, money, offer, counted=counted)
    if term == "bonus" and offer.bonus_pct and amount.bare and amount.high <= _MOST_BONUS:
        return {"bonus_pct": amount.high}  # "the bonus stays at 20", of one that is a percent
    made: dict[str, dict[str, Plain]] = {
        "sign_on": {"sign_on": money, "sign_on_y1": None, "sign_on_y2": None},
        "relocation": {"relocation": money},
        "bonus": {"bonus_amount": money, "bonus_pct": None},
    }
    return made[term]


def _of_equity(amount: Amount, money: float, offer: Offer, *, counted: bool) -> dict[str, Plain]:
    """A grant as a number of shares where they are counted or the offer counts them, else as money."""
    held = offer.equity_units if offer.equity_value is None and not amount.currency else None
    if counted or (held and held / _NEAR <= amount.high <= held * _NEAR):
        return {"equity_units": amount.high}
    if held:
        return {}
    kind: dict[str, Plain] = {} if offer.equity_kind not in (None, "none") else {"equity_kind": "rsu"}
    ranged = dict.fromkeys(("equity_value_low", "equity_value_high", "equity_value_per_year"))
    return {"equity_value": money, **ranged, **kind}
