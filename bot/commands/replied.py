"""What an employer answered to a counter, in the words of the person it was said to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from bot.commands.amend import amendment, implied
from bot.commands.amending.shapes import Change
from bot.commands.amending.terms import TERM_OF, is_figure
from bot.commands.amending.values import applied
from bot.memory.case import Case, Plain
from bot.offers.offer import Offer
from bot.offers.reader import Reading, read
from bot.playbook.decide import Said
from bot.understand.money import Amount, amounts

Wish = Literal["", "accept", "decline", "time"]

_MARKS = str.maketrans("\u2018\u2019", "''")
_MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_NOT = (
    "(?:can'?t|cannot|won'?t|wouldn't|didn't|don't|couldn't"
    "|not able to|unable to|not willing to|not going to)"
)
_I_WILL = "(?:i'm|i am|i'll|i will|i want to|wanna|i'd like to|i would like to)"


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns))


_PULLED = _any(
    r"\b(?:pull(?:ed|ing)|rescind(?:ed|ing)?|withdr(?:ew|awn|awing)|revok(?:ed|ing))\b",
    r"\btook (?:it|the offer) (?:back|away)\b",
    r"\bno longer (?:available|on the table|stands)\b",
    r"\bcancel(?:l?ed|ling) (?:the |my )?offer\b|\boffer is (?:off|gone)\b",
)
_WOULD_YOU = _any(
    r"\bwould (?:you|i) (?:sign|accept|take|join|say yes|commit)\b|\bwill you (?:sign|accept)\b",
    r"\b(?:do|would) (?:we|you) have a deal\b|\bsign (?:today|on the spot)\b",
    r"\bif (?:we|they) (?:\w+ ){0,2}(?:to|at|with|you|on)?\b.{0,60}\b(?:would|will|can|do) (?:you|i) "
    r"(?:sign|accept|join|take|commit)\b",
)
_FIRM = _any(
    r"\b(?:final offer|best and final|final (?:number|word)|take it or leave it)\b",
    rf"\b{_NOT} (?:\w+ ){{0,2}}(?:move|budge|go|do|change|increase|raise|match|meet|negotiate|improve)\b",
    r"\b(?:no|zero) (?:movement|room|flexibility|wiggle room)\b|\bnon-?negotiable\b|\bnot negotiable\b",
    r"\b(?:are|is|were|was|stand(?:s|ing)?|stayed|held|holding) (?:very |really )?firm\b|^firm\b|\bfirm on\b",
    r"\b(?:said no|a (?:flat |hard )?no|declined my|refused|turned (?:it|me|my counter) down)\b",
    r"\b(?:band|base|salary|offer|number|budget)(?: is|'s) (?:fixed|final|set|capped|frozen)\b",
    r"\btop of (?:the|their|our) (?:band|range|budget)\b|\bstuck (?:at|on)\b|^no[.! ]*$",
)
_ACCEPT = _any(
    r"^(?:please )?(?:accept|take it|take|yes|sign)(?: it| the offer)?[.! ]*$",
    r"\bhow (?:do|should|can) i accept\b|\baccept(?:ance)? (?:note|email|letter|message|text)\b",
    rf"\b{_I_WILL} (?:going to |gonna )?(?:accept|take (?:it|the offer)|sign)\b",
    r"\bsay yes to (?:it|them)\b",
)
_DECLINE = _any(
    r"^(?:please )?(?:decline|walk|walk away|no thanks|reject)(?: it| the offer)?[.! ]*$",
    r"\bhow (?:do|should|can) i (?:decline|turn|reject|say no|walk)\b",
    r"\bdeclin(?:e|ing) (?:note|email|letter|message|text|it|the offer)\b",
    r"\bturn(?:ing)? (?:it|them|the offer|this) down\b",
    rf"\b{_I_WILL} (?:going to |gonna )?(?:decline|walk|turn|reject|say no)\b",
)
_TIME = _any(
    r"\bmore time\b|\bextension\b|\bextend\b|\banother (?:week|day|few days|couple)\b",
    r"\b(?:few|couple)(?: of)? more days\b|\bneed (?:until|till|a week|time)\b|\btime to (?:decide|think)\b",
    r"\bpush (?:back )?(?:the |my |their )?deadline\b|\bbuy (?:me |some )?time\b",
)
_UNTIL = re.compile(
    r"\b(?:until|till|by|to)\s((?:next |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    rf"|(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)?(?: {_MONTH})?|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?"
    r"|\d{4}-\d{2}-\d{2}|next week|the end of (?:the|next) (?:week|month))\b"
)
_NAMED_DAY = re.compile(rf"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|{_MONTH})$")
_MORE = re.compile(r"^\s{0,2}(?:more|extra|additional|on top|higher|bump|increase|up\b)|^\s{0,2}raise\b")
_ADDED = re.compile(
    r"\b(?:another|extra|additional|by|raised it|bumped it|plus)\s{1,2}(?:an? )?(?:extra |additional )?$"
)
_ON_BASE = re.compile(r"\b(?:base|salary)\b")
_NEAR = (0.5, 2.0)  # a sum within these shares of the base, with no name of its own, is a base
_THOUSANDS = (20.0, 999.0)  # a bare number of this size is thousands


@dataclass(frozen=True, slots=True)
class Replied:
    """What was answered: how, and the fields of the offer as they now are.

    `wish` is a note the person wants written instead; `until` the day they want to decide by, as said.
    """

    said: Said = ""
    values: Mapping[str, Plain] = field(default_factory=dict)
    wish: Wish = ""
    until: str = ""

    def over(self, offer: Offer) -> Offer:
        """The offer as it stands after this answer."""
        return applied(offer, self.values) if self.values else offer


def replied(text: str, case: Case, found: Reading | None = None) -> Replied:
    """Read an answer to a counter on the offer at hand. Words without figures move nothing."""
    low = " ".join(text.lower().translate(_MARKS).split())
    offer = case.offer
    values = _values(text, low, case, offer, found) if offer is not None else {}
    if _PULLED.search(low):
        return Replied("pulled")
    if _WOULD_YOU.search(low):
        return Replied("would_you", values)
    wish = _wish(low) if not values else ""
    if wish:
        until = _UNTIL.search(low)
        return Replied(wish=wish, until=_dated(until[1]) if until and wish == "time" else "")
    if offer is not None and values:
        same = all(getattr(offer, name) == value for name, value in values.items())
        return Replied("firm" if same or (_FIRM.search(low) and not _moves(offer, values)) else "", values)
    return Replied("firm" if _FIRM.search(low) else "")


def _dated(said: str) -> str:
    """A day as a letter writes it: "next friday" -> "next Friday"."""
    return " ".join(word.capitalize() if _NAMED_DAY.match(word) else word for word in said.split())


def _wish(low: str) -> Wish:
    if _TIME.search(low):
        return "time"
    if _DECLINE.search(low):
        return "decline"
    return "accept" if _ACCEPT.search(low) else ""


def _moves(offer: Offer, values: Mapping[str, Plain]) -> bool:
    return any(getattr(offer, name) != value for name, value in values.items() if is_figure(name))


def _values(text: str, low: str, case: Case, offer: Offer, found: Reading | None) -> dict[str, Plain]:
    """The terms as their answer has them: what is added to, what is read as an offer, what is put right."""
    more = _added(low, offer)
    if more is not None:
        return more
    said = found if found is not None and found.offers else read(text)
    if said.offers:
        new = said.offers[0]
        read_as = {name: getattr(new, name) for name in TERM_OF if name not in _NAMES}
        values = {name: value for name, value in read_as.items() if value is not None}
        if any(is_figure(name) for name in values):
            return _in_its_period(values, offer)
    change = amendment(text, case) or implied(text, case)
    if isinstance(change, Change) and change.values:
        return dict(change.values)
    return _base_alone(low, offer)


_NAMES = frozenset({"company", "title", "level", "currency", "currency_explicit", "original_base"})


def _in_its_period(values: dict[str, Plain], offer: Offer) -> dict[str, Plain]:
    """A new base takes the place of a range, and keeps the offer's period where it names none of its own."""
    if "base_amount" in values:
        values = {"base_low": None, "base_high": None, **values}
    if values.get("base_period") == "year" and offer.base_period not in (None, "year"):
        amount = values.get("base_amount")
        small = isinstance(amount, int | float) and offer.base_amount and amount <= 2 * offer.base_amount
        if small:
            values["base_period"] = offer.base_period
    return values


def _sum(amount: Amount, offer: Offer) -> float:
    thousands = amount.bare and _THOUSANDS[0] <= amount.high <= _THOUSANDS[1]
    yearly = (offer.base_amount or offer.base_high or 0) > _THOUSANDS[1]
    return amount.high * 1000 if thousands and yearly else amount.high


def only_revises(text: str, case: Case) -> bool:
    """Whether words only say what the offer is now, with no counter out that they could answer."""
    if case.offer is None or case.sent is not None or _added(text.lower(), case.offer) is not None:
        return False
    answer = replied(text, case)
    return bool(answer.values) and not answer.said and not answer.wish


def _added(low: str, offer: Offer) -> dict[str, Plain] | None:
    """A sum on top of the base or the sign-on: "another 5k on base", "they can do 10k more"; None for none.

    On top of a base that is not known it is nothing that can be counted.
    """
    for amount in amounts(low):
        after, before = low[amount.end :], low[: amount.start]
        if not (_MORE.match(after) or _ADDED.search(before)):
            continue
        more = _sum(amount, offer)
        if re.search(r"sign|joining", after[:30]) or re.search(r"sign.{0,12}$", before[-20:]):
            return {"sign_on": (offer.sign_on or 0.0) + more}
        named = _ON_BASE.search(low) or not re.search(r"equity|stock|rsu|bonus|relo", low)
        if named and offer.base_amount is None:
            return {}
        if named and offer.base_amount is not None and more < offer.base_amount:
            return {"base_amount": offer.base_amount + more}
    return None


def _base_alone(low: str, offer: Offer) -> dict[str, Plain]:
    """The one sum of a sentence as the base, where its size is that of one."""
    base = offer.base_amount if offer.base_amount is not None else offer.base_high
    sums = [_sum(amount, offer) for amount in amounts(low)]
    near = [value for value in sums if base and _NEAR[0] <= value / base <= _NEAR[1]]
    if len(set(near)) != 1:
        return {}
    return {"base_amount": near[0], "base_low": None, "base_high": None}
