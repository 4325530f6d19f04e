"""What a person keeps who stays so many months: pay, what has vested, less what is paid back."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from bot.offers.offer import Offer
from bot.offers.worth.shapes import Figure, Line, Worth
from bot.offers.worth.vesting import vesting
from bot.playbook.match import granted

ONE_AND_TWO_YEARS = (12.0, 24.0)
_WHOLE = 100.0  # percent
_AT_ONCE = frozenset({"sign_on"})  # paid when its year begins, not by the month


@dataclass(frozen=True, slots=True)
class Leaving:
    """What leaving after `months` gives: pay and equity that vested, in the money each has.

    `worked` are the months paid: those of a contract that ends before. `back` is a sign-on paid back,
    `kept` pay and equity less that, without the equity where that has a currency of its own. `left` is
    the part of the grant in money that has not vested by then, `vested_pct` (25 for 25%) of what has,
    of options too. A bonus counts by the month, though many are paid only to who is there on the day.
    """

    months: float
    worked: float
    cash: float
    equity: float
    back: float
    kept: float
    left: float
    vested_pct: float


def leaving(offer: Offer, worth: Worth, after: Sequence[float] = ONE_AND_TWO_YEARS) -> tuple[Leaving, ...]:
    """What leaving after each of so many months gives; nothing where no base is known.

    A sign-on is paid back in full while its clawback runs: whether in part the offer rarely says.
    """
    if worth.cash is None:
        return ()
    return tuple(_leaving(offer, worth, months) for months in after)


def sign_on_by(worth: Worth, months: float) -> float:
    """The sign-on paid in so many months."""
    return math.fsum(_by(line, months) for line in worth.lines if line.what == "sign_on")


def _leaving(offer: Offer, worth: Worth, months: float) -> Leaving:
    worked = min(months, worth.term_months or math.inf)
    percent = vesting(offer).by(worked)
    cash = math.fsum(_by(line, worked) for line in worth.lines if line.group == "cash")
    grant = granted(worth)
    refreshed = [line for line in worth.lines if line.what == "refresh" and line.group == "equity"]
    shares = grant * percent / _WHOLE + math.fsum(_by(line, worked) for line in refreshed)
    back = sign_on_by(worth, worked) if (offer.clawback_months or 0) > worked else 0.0
    same = (worth.equity_currency or "USD") == (worth.currency or "USD")
    kept = cash - back + (shares if same else 0.0)
    return Leaving(months, worked, cash, shares, back, kept, grant * (_WHOLE - percent) / _WHOLE, percent)


def _by(line: Line, months: float) -> float:
    """A line's sum over the first so many months: whole years, and the next one's part by the month."""
    whole, rest = divmod(months, 12.0)
    years = line.years[: int(whole)]
    found = math.fsum(year.amount for year in years)
    if rest and int(whole) < len(line.years):
        found += _part(line, line.years[int(whole)], rest)
    return found


def _part(line: Line, year: Figure, months: float) -> float:
    """Of a year's figure what its first months pay.

    A year in which only some months are worked pays all of it in those: (worked, months) of its step.
    """
    if line.what in _AT_ONCE:
        return year.amount
    worked = next((step.numbers[1] for step in year.how if step.code == "months"), 12.0)
    return year.amount * min(months, worked) / worked
