"""Terms of an offer that cost people later: each named with its figure, the dearest first.

Playbook, sections 5 and 8. A flag is no reason to walk; it is a sentence to get changed or in writing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.offers.offer import Offer
from bot.offers.worth.equity import kind_of
from bot.offers.worth.vesting import vesting

Kind = Literal[
    "exploding",  # an answer is wanted within days
    "bond",  # money owed on leaving before a time
    "non_compete",
    "private_shares",  # "RSUs" that are no cash before a sale or a listing
    "no_total",  # a number of options or shares without how many there are
    "short_window",  # few months to exercise options after leaving
    "clawback",
    "discretionary",  # a bonus they need not pay
    "cliff",
    "back_loaded",  # most of the grant vests late
    "inventions",
]

SOON = 7  # days; people ask for a week to weigh an offer
SHORT_WINDOW = 3  # months: the 90 days most option plans give
CLIFF = 12  # months: leave sooner and nothing of the grant has vested
TOO_LITTLE, WHOLE = 40.0, 100.0  # percent: an even grant over four years has vested half after two
_MIDDLE, _LATE = 24, 60  # months

_ORDER: tuple[Kind, ...] = (
    "exploding", "bond", "non_compete", "private_shares", "no_total", "short_window", "clawback",
    "discretionary", "back_loaded", "cliff", "inventions",
)  # fmt: skip
_HOURS = re.compile(r"\b(\d{1,3}) ?(?:hours?|hrs?|h)\b", re.IGNORECASE)
_DAYS = re.compile(r"\b(\d{1,2}) ?(?:business |working |calendar )?days?\b", re.IGNORECASE)
_VERY_SOON = re.compile(
    r"\b(?:today|tonight|tomorrow|eod|end of (?:the |this )?(?:day|week)|this week"
    r"|(?:this )?(?:mon|tues?|wednes|thurs?|fri|satur|sun)day)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Flag:
    """A term to look at twice. `figure` is its size where it has one, in `unit`; both None otherwise."""

    kind: Kind
    figure: float | None = None
    unit: Literal["days", "months", "percent", "shares"] | None = None


def flags(offer: Offer, today: date) -> tuple[Flag, ...]:
    """The flags of an offer, the dearest first; `today` says how soon its deadline is."""
    found = [flag for look in (_deadline, _clauses, _equity, _repayment) for flag in look(offer, today)]
    return tuple(sorted(found, key=lambda flag: _ORDER.index(flag.kind)))


def days_left(deadline: str | None, today: date) -> int | None:
    """Days until an answer is wanted, counted or as said ("48 hours"); None where that is not clear."""
    if not deadline:
        return None
    try:
        return (date.fromisoformat(deadline) - today).days
    except ValueError:
        pass
    if hours := _HOURS.search(deadline):
        return -(-int(hours[1]) // 24)
    if days := _DAYS.search(deadline):
        return int(days[1])
    return None


def _deadline(offer: Offer, today: date) -> list[Flag]:
    left = days_left(offer.deadline, today)
    if left is not None:
        return [Flag("exploding", left, "days")] if 0 <= left < SOON else []
    return [Flag("exploding")] if offer.deadline and _VERY_SOON.search(offer.deadline) else []


def _clauses(offer: Offer, _today: date) -> list[Flag]:
    kinds = {clause.kind for clause in offer.clauses}
    found: list[Flag] = []
    if "bond" in kinds:
        found.append(Flag("bond"))
    if "non_compete" in kinds:
        found.append(Flag("non_compete"))
    if "inventions" in kinds:
        found.append(Flag("inventions"))
    paid = offer.bonus_pct or offer.bonus_pct_low or offer.bonus_amount
    if "bonus_discretionary" in kinds and paid:
        found.append(Flag("discretionary"))
    if "private_shares" in kinds and offer.equity_kind in ("rsu", "other"):
        found.append(Flag("private_shares"))
    return found


def _equity(offer: Offer, _today: date) -> list[Flag]:
    found: list[Flag] = []
    window = offer.exercise_window_months
    if offer.equity_kind == "options" and window is not None and window <= SHORT_WINDOW:
        found.append(Flag("short_window", window, "months"))
    sized = offer.equity_pct or offer.shares_outstanding or offer.equity_value or offer.equity_value_per_year
    private = offer.equity_kind == "options" or (kind_of(offer) == "shares" and not offer.share_price)
    if offer.equity_units and private and not sized:
        found.append(Flag("no_total", offer.equity_units, "shares"))
    if offer.cliff_months is not None and offer.cliff_months >= CLIFF:
        found.append(Flag("cliff", offer.cliff_months, "months"))
    plan = vesting(offer)
    if offer.vest_schedule and plan.by(_MIDDLE) < TOO_LITTLE and plan.by(_LATE) == WHOLE:
        found.append(Flag("back_loaded", round(plan.by(_MIDDLE), 2), "percent"))
    return found


def _repayment(offer: Offer, _today: date) -> list[Flag]:
    if offer.clawback_months and (offer.sign_on or offer.relocation):
        return [Flag("clawback", offer.clawback_months, "months")]
    return []
