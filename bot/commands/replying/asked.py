"""Their answer in the terms of what was asked: a plain yes to it, or a bare number in its unit."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

from bot.commands.replying.sums import MORE, sum_of, sums_in
from bot.commands.replying.wording import any_of
from bot.memory.case import Case, Plain
from bot.offers.offer import Offer
from bot.playbook.decide import Sent, held_of
from bot.understand.money import Amount, amounts, is_thousands

_YES = any_of(
    r"\b(?:met|meet|matched|accepted|approved|granted|gave me) (?:\w+ ){0,2}"
    r"(?:ask|it|counter|number|request|figure|everything|all|the \$?\d)",
    r"\b(?:agreed|yes|said ok(?:ay)?) (?:to |with )?(?:\w+ ){0,2}"
    r"(?:ask|it|counter|number|request|everything|all|the \$?\d)",
    r"^(?:they|she|he|hr|the recruiter) (?:said yes|agreed|accepted|are in|is in)[.! ]*$",
)
_NOT_ALL = re.compile(r"\b(?:but|except|halfway|half|almost|nearly|not|no|didn't|won't|partly|part of)\b")
_ALIKE = 0.005  # two sums this near, as a share of them, are one that was rounded


def as_asked(low: str, case: Case) -> dict[str, Plain]:
    """The term asked for, as the counter asked for it, where they said yes to it: in words or by its sum."""
    sent, offer = case.sent, case.offer
    if sent is None or offer is None or sent.company != (offer.company or "") or sent.lever == "review":
        return {}
    sums = [sum_of(each, offer) for each in amounts(low)]
    another = any(abs(each - sent.ask) > _ALIKE * sent.ask for each in sums)
    if another or not _YES.search(low) or _NOT_ALL.search(low):
        return {}
    return _set(sent, sent.ask)


# The names of terms: a sum beside another one's is no answer to the ask.
_NAMES: Mapping[str, str] = {
    "base": r"\bbase\b|\bsalary\b|\brate\b|\ban hour\b|/h(?:ou)?r\b",
    "ote": r"\bote\b|\bon[- ]target\b|\bvariable\b|\bcommission",
    "sign_on": r"\bsign(?:ing)?[- ]?(?:on|bonus)\b|\bjoining bonus\b",
    "equity": r"\bequity\b|\brsus?\b|\bstock\b|\boptions?\b|\bshares?\b|\bgrant\b",
    "other": r"\bbonus\b|\brelo|\bvacation\b|\bpto\b|\b(?:week|day|month|year)s?\b|\bstep\b|\btotal\b",
}
_SAID_BEFORE = re.compile(r"\bfrom\W{0,2}$")


def in_its_unit(low: str, case: Case, offer: Offer) -> dict[str, Plain]:
    """What they now offer of the one thing asked for, where their number has no name of its own.

    After an ask for 14,400 options "they went to 14,000" is a number of options. A number nearer to the base
    than to what was asked for is none of it.
    """
    sent = case.sent
    if sent is None or sent.company != (offer.company or "") or sent.lever in ("base", "review"):
        return {}
    own = "equity" if sent.lever.startswith("equity") else sent.lever
    if any(re.search(words, low) for name, words in _NAMES.items() if name != own):
        return {}
    said = [each for each in amounts(low) if not _SAID_BEFORE.search(low[: each.start])]
    if len(said) != 1 or (sent.lever != "equity_pct" and said != sums_in(low)):
        return {}
    had = held_of(offer, sent)
    now = _as_counted(said[0], sent)
    if MORE.match(low[said[0].end :]):
        return _set(sent, (had or 0.0) + now) if 0 < now <= max(sent.ask, had or 0.0) else {}
    base = offer.base_amount if offer.base_amount is not None else offer.base_high
    off = 0.0 if had is not None and had <= now <= sent.ask else min(_apart(now, sent.ask), _apart(now, had))
    return _set(sent, now) if off <= _FAR and off < _apart(sum_of(said[0], offer), base) else {}


_FAR = math.log(4)  # a number of another size than the one asked for answers something else
_THOUSAND = 1000


def _as_counted(amount: Amount, sent: Sent) -> float:
    """A number in the unit of the ask: "20" of a sign-on of 34,000 is 20,000."""
    in_thousands = is_thousands(amount) and sent.ask >= _THOUSAND
    return amount.high * _THOUSAND if in_thousands else amount.high


def _apart(one: float, other: float | None) -> float:
    """How far two sums are from each other, as the logarithm of their ratio."""
    return abs(math.log(one / other)) if one > 0 and other else math.inf


def _set(sent: Sent, amount: float) -> dict[str, Plain]:
    """The fields of what was asked for, at this amount; the ends of a range, or a yearly split, go."""
    cleared: Mapping[str, tuple[str, ...]] = {
        "base": ("base_low", "base_high"),
        "sign_on": ("sign_on_y1", "sign_on_y2"),
        "equity_value": ("equity_value_low", "equity_value_high", "equity_value_per_year"),
    }
    if sent.lever == "ote":
        return {"ote_low": amount, "ote_high": amount}
    name = "base_amount" if sent.lever == "base" else sent.lever
    return {name: amount, **dict.fromkeys(cleared.get(sent.lever, ()))}
