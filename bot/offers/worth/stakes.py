"""What a stake in a company might come to: options, a percent, shares without a price. Never cash.

Exits are the person's where they name some. Else they are ours and said to be: the company worth
what it is today, twice and five times that; where today's value is not known, three round sums.

Three prices are never mixed. The strike is what the person pays. The price of a share (409A) is what
a common one is worth for tax. The preferred price is what investors paid for theirs, and what the
valuation counts every share at: it prices the company, and no common share today.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from bot.offers.offer import Offer
from bot.offers.worth.arithmetic import LEAST, MOST, YEARS, line, makes, single
from bot.offers.worth.equity import equity_currency, kind_of, vested
from bot.offers.worth.shapes import Figure, Line, Missing, Scenario, Stake, StakeAssumption, Step
from bot.offers.worth.vesting import Vesting

MULTIPLES = (1.0, 2.0, 5.0)
ROUND_EXITS = (100e6, 500e6, 1000e6)
# Where those round sums are what a company is sold for; 100 million rupees or yen are not.
_LIKE_DOLLARS = frozenset({None, "USD", "EUR", "GBP", "CHF", "CAD", "AUD", "NZD", "SGD"})
_IN_ORDER: tuple[StakeAssumption, ...] = get_args(StakeAssumption)


@dataclass(frozen=True, slots=True)
class _Held:
    """What is held and what the offer says of the company, one worked out from the other where it can be.

    `price` is that of a common share today, `preferred` what investors paid for theirs, `value` what
    the company is worth; `valued` is True where that or the preferred price is said: then a common one
    tells nothing of it. `strike` is 0 for what is no option.
    """

    kind: str
    currency: str | None
    units: Figure | None
    percent: Figure | None
    outstanding: float | None
    price: Figure | None
    preferred: Figure | None
    strike: float | None
    value: float | None
    valued: bool


@dataclass(frozen=True, slots=True)
class _Terms:
    """What the scenarios stand on: the person's exits, dilution and what vests in four years (percent)."""

    exits: tuple[float, ...]
    dilution: float
    in_four: float


def stake_of(
    offer: Offer,
    plan: Vesting,
    years: int,
    end: float = math.inf,
    *,
    exits: Sequence[float] = (),
    dilution_pct: float | None = None,
) -> Stake | None:
    """The stake an offer gives, with its scenarios; None where it gives none, or money instead.

    `exits` are values of the whole company in the equity's currency, `dilution_pct` (15 for 15%)
    what later rounds take of a share of it; `end` is the month the job ends in.
    """
    kind = kind_of(offer)
    if kind not in {"options", "percent", "shares"}:
        return None
    held, made = _held(offer, kind), set[StakeAssumption]()
    dilution = dilution_pct if dilution_pct is not None and 0 <= dilution_pct <= 100 else None  # noqa: PLR2004
    terms = _Terms(
        tuple([value for value in exits if LEAST <= value <= MOST]),
        dilution or 0.0,
        plan.by(min(12.0 * YEARS, end)),
    )
    scenarios = _by_units(held, terms, made) or _by_percent(held, terms, made)
    if scenarios:
        made.update(("no_preferences", "no_dilution") if dilution is None else ("no_preferences",))
    said = offer.strike if kind == "options" else None
    return Stake(
        kind="options" if kind == "options" else "percent" if kind == "percent" else "shares",
        currency=held.currency,
        units=held.units,
        percent=held.percent,
        line=_line(held, plan, years, end),
        strike=said,
        price=held.price,
        preferred=held.preferred,
        spread=_spread(held, held.price),
        preferred_spread=_spread(held, held.preferred),
        exercise_cost=single("units_price", held.units.amount, said)
        if held.units is not None and said is not None
        else None,
        under_water=held.price is not None and said is not None and said > held.price.amount,
        scenarios=scenarios,
        missing=_missing(offer, held),
        assumptions=tuple([code for code in _IN_ORDER if code in made]),
    )


def _held(offer: Offer, kind: str) -> _Held:
    """Units from the percent and back by the shares outstanding; price and value of the company likewise."""
    units = single("said", offer.equity_units) if offer.equity_units else None
    percent = single("said", offer.equity_pct) if offer.equity_pct else None
    outstanding = offer.shares_outstanding or None
    if outstanding and units is None and percent is not None:
        units = single("units_of", percent.amount, outstanding)
    elif outstanding and percent is None and units is not None and units.amount <= outstanding:
        percent = single("of_outstanding", units.amount, outstanding)
    elif outstanding is None and units is not None and percent is not None:
        outstanding = 100 * units.amount / percent.amount
    price, value = single("said", offer.share_price) if offer.share_price else None, offer.valuation or None
    preferred = single("said", offer.preferred_price) if offer.preferred_price else None
    if preferred is None and value and outstanding:
        preferred = single("price_of", value, outstanding)
    elif value is None and preferred is not None and offer.shares_outstanding:
        # Shares counted from a rounded percent would make a value to the dollar that nobody said.
        value = preferred.amount * offer.shares_outstanding
    valued = value is not None or preferred is not None
    if kind != "options" and price is None and offer.preferred_price is None:
        price, preferred = preferred, None  # shares whose kinds nobody told apart
    if not valued and price is not None and outstanding:
        value = price.amount * outstanding
    strike = offer.strike if kind == "options" else 0.0
    return _Held(
        kind, equity_currency(offer), units, percent, outstanding, price, preferred, strike, value, valued
    )


def _spread(held: _Held, price: Figure | None) -> Figure | None:
    """What all units would make at a price: units x max(0, price - strike). None where one is not known."""
    if held.units is None or held.strike is None or price is None:
        return None
    gain = single("spread", price.amount, held.strike, after=price)
    return single("units_price", held.units.amount, gain.amount, after=gain)


def _line(held: _Held, plan: Vesting, years: int, end: float) -> Line | None:
    """What vests a year, in shares where their number is known, else in percent of the company."""
    whole = held.units or held.percent
    if whole is None:
        return None
    parts = [vested(whole, plan, year, end) for year in range(years)]
    return line("grant", "apart", None, parts, "shares" if held.units else "percent")


def _missing(offer: Offer, held: _Held) -> tuple[Missing, ...]:
    """What the recruiter would have to say for the stake to be sized."""
    silent: list[Missing] = []
    if held.units is None and held.percent is None:
        silent.append("size")
    if held.kind == "options" and offer.strike is None:
        silent.append("strike")
    if held.kind != "percent" and held.price is None:
        silent.append("share_price")
    if held.kind == "options" and held.percent is None:
        silent.append("shares_outstanding")
    if held.kind == "percent" and held.value is None:
        silent.append("valuation")
    return tuple(silent)


def _by_units(held: _Held, terms: _Terms, made: set[StakeAssumption]) -> tuple[Scenario, ...]:
    """Units x max(0, price at the exit - strike). Empty where there is no number or price of shares.

    Where the number of shares and the company's value are known, a share sells for its part of that
    value, less what dilution takes; else its price grows as the company does. Options are usually
    struck at the price of the day (409A): of strike and price, one not said is taken to be the other.
    """
    price, strike = held.price.amount if held.price else None, held.strike
    if held.units is None or held.kind == "percent" or (price is None and strike is None):
        return ()
    if strike is None:
        strike = price or 0.0
        made.add("strike_at_price")
    by_share = bool(held.outstanding and (terms.exits or (held.valued and held.value)))
    if price is None and not by_share:
        if not strike:
            return ()
        price = strike
        made.add("price_at_strike")
    theirs = bool(terms.exits and held.outstanding)  # else a share of that exit cannot be told
    if not theirs:
        made.add("multiples_assumed")
    rows: list[Scenario] = []
    for each in terms.exits if theirs else MULTIPLES:
        value = each if theirs else held.value and each * held.value
        multiple = each if not theirs else each / held.value if held.value else None
        if by_share and held.outstanding and value:
            step = Step("exit_price", (value, held.outstanding, terms.dilution))
        else:
            # What the company is sold for tells nothing of a common share's price.
            value = None if held.valued else value
            step = Step("grown", (price or 0.0, multiple or 0.0, terms.dilution))
        rows.append(_row(held.units.amount, strike, step, (multiple, value), terms))
    return tuple(rows)


def _row(
    units: float, strike: float, step: Step, exit_: tuple[float | None, float | None], terms: _Terms
) -> Scenario:
    price = makes(step)
    spread = Step("spread", (price, strike))
    bought = single("units_price", units, makes(spread))
    whole = Figure(bought.amount, bought.low, bought.high, (step, spread, *bought.how))
    four = single("share", terms.in_four, whole.amount, after=whole)
    return Scenario(*exit_, price, terms.dilution, four, whole)


def _by_percent(held: _Held, terms: _Terms, made: set[StakeAssumption]) -> tuple[Scenario, ...]:
    """Percent x exit value x (100 - dilution): the playbook's table, section 5. Empty without a percent."""
    if held.percent is None:
        return ()
    exits: list[tuple[float | None, float]]
    if terms.exits:
        exits = [(value / held.value if held.value else None, value) for value in terms.exits]
    elif held.value:
        made.add("multiples_assumed")
        exits = [(multiple, multiple * held.value) for multiple in MULTIPLES]
    elif held.currency in _LIKE_DOLLARS:
        made.add("exits_assumed")
        exits = [(None, value) for value in ROUND_EXITS]
    else:
        return ()
    if held.kind != "shares":
        made.add("before_strike")
    rows: list[Scenario] = []
    for multiple, value in exits:
        whole = single("stake", held.percent.amount, value, terms.dilution)
        four = single("share", terms.in_four, whole.amount, after=whole)
        rows.append(Scenario(multiple, value, None, terms.dilution, four, whole))
    return tuple(rows)
