"""What an offer leaves unsaid, each a question for the recruiter; the most valuable first.

Playbook, sections 5 and 8: the facts of options, refresh grants, clawback, usual attainment.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal, get_args

from bot.offers.offer import Offer
from bot.offers.worth.equity import kind_of
from bot.playbook.open_to import gives_shares
from bot.understand.pay_steps import pays_by_step
from bot.understand.share_givers import in_person

Asked = Literal[
    "percent",  # options or a percent of the company without a strike: all the facts of it
    "options",
    "diluted",  # a percent with its strike
    "unit_price",  # shares without a price
    "base",
    "miles",  # pay by the mile without the miles of a week
    "bond",  # how long it binds, and for how much: a clause keeps neither
    "equity",
    "step",  # a public pay scale: its steps are what moves there
    "bonus",
    "sign_on",
    "equity_size",  # equity without any size
    "vesting",
    "deadline",
    "hours",  # pay by the hour without its hours
    "term",  # a contract without an end
    "step_up",  # a later base without its day
    "visa",  # who pays for it, and when it is filed: no field of an offer holds that
    "refresh",
    "window",  # to exercise options after leaving
    "clawback",
    "clawback_terms",  # a sign-on to be paid back, with the time said
    "attainment",  # on-target earnings
    "bonus_paid",
    "relocation_sum",
]
_IN_ORDER: tuple[Asked, ...] = get_args(Asked)

# What makes a number of shares a sum of money, and what sizes a grant at all.
_PRICED = ("equity_value", "equity_value_low", "equity_value_per_year", "share_price")
_SIZED = (*_PRICED, "equity_units", "equity_pct")
_CARES = re.compile(r"\b(?:nurse|rn|lpn|midwife|paramedic|physician|therapist|technologist)\b", re.IGNORECASE)
_BONUS = ("bonus_pct", "bonus_pct_low", "bonus_amount")


def missing(offer: Offer) -> tuple[Asked, ...]:
    """The terms the text does not say, most valuable first."""
    return tuple(code for code in _IN_ORDER if _LACKS[code](offer))


def _silent(offer: Offer, *fields: str) -> bool:
    return all(getattr(offer, field) is None for field in fields)


def _employed(offer: Offer) -> bool:
    """Whether it is a job: a contractor is paid by the rate alone."""
    return not offer.by_contract


def _salaried(offer: Offer) -> bool:
    """Whether a target bonus is usual: a salary, by no public scale, and no work done in person."""
    by_rate = offer.base_period in ("hour", "day") or offer.employment_type == "internship"
    return _employed(offer) and not (by_rate or _by_step(offer) or in_person(offer.title))


def _signs_on(offer: Offer) -> bool:
    """Whether a sign-on is usual: with a salary, and by the hour for those who care for patients."""
    cares = _CARES.search(offer.title or "") is not None and not _by_step(offer)
    return _employed(offer) and (_salaried(offer) or cares)


def _by_step(offer: Offer) -> bool:
    return pays_by_step(offer.company, offer.title)


def _owns(offer: Offer) -> bool:
    """Whether there is equity, of whatever size."""
    return offer.equity_kind not in (None, "none")


def _by_percent(offer: Offer) -> bool:
    return offer.equity_pct is not None and offer.strike is None


def _by_option(offer: Offer) -> bool:
    return not _by_percent(offer) and offer.equity_kind == "options" and offer.strike is None


def _listed(offer: Offer) -> bool:
    """Whether refresh grants are usual: shares worth money, at a company that gives them."""
    return kind_of(offer) in ("stock", "shares") and _silent(offer, "refresh", "refresh_value")


_LACKS: dict[Asked, Callable[[Offer], bool]] = {
    "percent": _by_percent,
    "options": _by_option,
    "diluted": lambda offer: (
        offer.equity_pct is not None
        and offer.strike is not None
        and _silent(offer, "preferred_price", "shares_outstanding")
    ),
    "unit_price": lambda offer: (
        offer.equity_kind in ("rsu", "other")
        and offer.equity_units is not None
        and not _by_percent(offer)
        and _silent(offer, *_PRICED)
    ),
    "base": lambda offer: _silent(offer, "base_amount", "base_low", "mile_rate"),
    "miles": lambda offer: offer.mile_rate is not None and _silent(offer, "miles_per_week"),
    "bond": lambda offer: any(clause.kind == "bond" for clause in offer.clauses),
    "equity": lambda offer: gives_shares(offer) and _silent(offer, "equity_kind"),
    "step": lambda offer: _employed(offer) and _by_step(offer),
    "bonus": lambda offer: _salaried(offer) and _silent(offer, *_BONUS, "bonus_pct_high", "ote_low"),
    "sign_on": lambda offer: _signs_on(offer) and _silent(offer, "sign_on"),
    "equity_size": lambda offer: (
        _owns(offer) and not _by_percent(offer) and not _by_option(offer) and _silent(offer, *_SIZED)
    ),
    "vesting": lambda offer: (
        _owns(offer) and not _silent(offer, *_SIZED) and _silent(offer, "vest_years", "vest_schedule")
    ),
    "deadline": lambda offer: _silent(offer, "deadline"),
    "hours": lambda offer: offer.base_period == "hour" and _silent(offer, "hours_per_week"),
    "term": lambda offer: not _employed(offer) and _silent(offer, "term_months"),
    "step_up": lambda offer: offer.base_later is not None,
    "visa": lambda offer: offer.visa is not None,
    "refresh": _listed,
    "window": lambda offer: (
        offer.equity_kind == "options"
        and offer.strike is not None
        and _silent(offer, "exercise_window_months")
    ),
    "clawback": lambda offer: bool(offer.sign_on) and _silent(offer, "clawback_months"),
    "clawback_terms": lambda offer: bool(offer.sign_on) and offer.clawback_months is not None,
    "attainment": lambda offer: not _silent(offer, "ote_low"),
    "bonus_paid": lambda offer: any(getattr(offer, field) for field in _BONUS),
    "relocation_sum": lambda offer: offer.relocation == "yes",
}
