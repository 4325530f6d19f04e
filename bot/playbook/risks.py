"""How sure an offer's sums are, as figures a sentence can say: cliffs, paybacks, what is lost by leaving."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from bot.offers.offer import Offer
from bot.offers.worth.shapes import Worth
from bot.offers.worth.vesting import vesting
from bot.playbook.match import granted
from bot.playbook.private_equity import is_private
from bot.playbook.staying import sign_on_by

RiskCode = Literal[
    "ends",  # (months): the contract is over
    "under_water",  # (strike, price of a share today)
    "private",  # (): no money until somebody buys
    "clawback",  # (sum, months): paid back by who leaves sooner
    "payback_unknown",  # (sum): a sign-on, and no word of a clawback
    "cliff",  # (months, what vests there in money, 0 where that is unknown)
    "back_loaded",  # (percent of the grant vested in two years)
    "variable",  # (percent of the second year's cash that is bonus or variable pay)
    "handcuffs",  # (money of the grant that two years leave behind)
    "grant_over",  # (what the last year of the grant pays, the year from which it pays nothing)
]
_SLOW = 40.0  # percent vested in two years: even vesting makes 50
_MUCH = 20.0  # percent of a year's cash that hangs on targets
_TWO_YEARS = 24.0


@dataclass(frozen=True, slots=True)
class Risk:
    """What makes a sum less sure, and its numbers as `RiskCode` names them."""

    code: RiskCode
    numbers: tuple[float, ...] = ()


def risks(offer: Offer, worth: Worth) -> tuple[Risk, ...]:
    """What makes the sums less sure, the heaviest first."""
    found: list[Risk] = []
    if worth.term_months is not None and worth.term_months < 48:  # noqa: PLR2004 - four years
        found.append(Risk("ends", (worth.term_months,)))
    stake = worth.stake
    if stake is not None and stake.under_water and stake.strike is not None and stake.price is not None:
        found.append(Risk("under_water", (stake.strike, stake.price.amount)))
    if is_private(offer):
        found.append(Risk("private"))
    sign_on = sign_on_by(worth, 48.0)
    if sign_on and offer.clawback_months:
        found.append(Risk("clawback", (sign_on, offer.clawback_months)))
    found += _of_grant(offer, worth)
    if sign_on and offer.clawback_months is None:
        found.append(Risk("payback_unknown", (sign_on,)))
    share = _variable(worth)
    if share >= _MUCH:
        found.append(Risk("variable", (share,)))
    return tuple(found)


def _of_grant(offer: Offer, worth: Worth) -> list[Risk]:
    """The risks of how a grant vests."""
    plan, grant = vesting(offer), granted(worth)
    if not grant and not is_private(offer):
        return []
    found: list[Risk] = []
    if plan.cliff:
        found.append(Risk("cliff", (plan.cliff, grant * plan.by(plan.cliff) / 100)))
    two = plan.by(_TWO_YEARS)
    if two < _SLOW:
        found.append(Risk("back_loaded", (two,)))
    if grant and two < 100 and worth.term_months is None:  # noqa: PLR2004 - percent
        found.append(Risk("handcuffs", (grant * (100 - two) / 100,)))
    last = math.ceil(plan.months / 12)
    if grant and last >= 2 and not offer.refresh_value and worth.term_months is None:  # noqa: PLR2004 - years
        found.append(Risk("grant_over", (grant * plan.in_year(last - 1) / 100, float(last + 1))))
    return found


def _variable(worth: Worth) -> float:
    """The percent of a later year's cash that is paid only when targets are met."""
    if worth.cash is None:
        return 0.0
    at = 1 if worth.cash.years[1].amount else 0
    whole = worth.cash.years[at].amount
    hangs = math.fsum(line.years[at].amount for line in worth.lines if line.what in ("bonus", "variable"))
    return 100 * hangs / whole if whole else 0.0
