"""Every term of an offer that can be asked for beside base, and what each is worth. Playbook, section 5.

Only arithmetic on the offer's own figures, the usual movement and stated assumptions: where it takes more,
a lever has no figure and a question instead.
"""

from __future__ import annotations

import math
from typing import Literal

from bot.market.quote import Quote
from bot.offers.offer import Offer
from bot.offers.worth.arithmetic import YEARS
from bot.offers.worth.equity import kind_of
from bot.offers.worth.shapes import Worth
from bot.offers.worth.vesting import vesting
from bot.playbook.asks import USUAL_LOW, USUAL_TOP, round_up, step_for
from bot.playbook.critique import Critique
from bot.playbook.lever_shapes import Lever, LeverKind, Working
from bot.playbook.match import granted, years_paid
from bot.playbook.open_to import gives_shares, paid_for_results, room_for_remote

REVIEW_PERCENT, REVIEW_MONTHS = 5.0, 6.0  # an example of ours: a dated review, said to be one
SEVERANCE_MONTHS, NOTICE_MONTHS = 3.0, 1.0  # examples of ours: of severance, of a contract's paid notice

_STEP, _LEAST_STEPS = 1000.0, 5  # a sum asked for is rounded up to it; one of fewer to a finer step

_STUCK: tuple[LeverKind, ...] = (
    "sign_on", "equity", "refresh", "title", "start_date", "vacation", "review", "relocation", "severance",
    "acceleration", "remote",
)  # fmt: skip
_AT_MARKET: tuple[LeverKind, ...] = ("equity", "refresh", "sign_on", *_STUCK[3:])
# Where part of the pay is at target: what it takes to earn it, after the sums.
OF_TARGETS: tuple[LeverKind, ...] = ("quota", "ramp", "draw", "uncapped")
_OF_CONTRACTS: tuple[LeverKind, ...] = ("review", "severance", "start_date", "vacation", "remote")
# Work for less than a year, as an internship is: no review, severance or title comes of it.
_OF_SHORT_TERMS: tuple[LeverKind, ...] = ("sign_on", "relocation", "remote")
OF_SHARES: tuple[LeverKind, ...] = ("equity", "refresh", "acceleration")
_GOOD_BASE = frozenset({"around_median", "above_median", "above_estimate"})


def levers(
    offer: Offer,
    worth: Worth,
    critique: Critique,
    quote: Quote | None = None,
    above: Quote | None = None,
    *,
    leaving: float | None = None,
    at_target: bool = False,
) -> tuple[Lever, ...]:
    """Every lever there is, the one to pull first in front.

    Sign-on first where base is stuck or something is left behind (`leaving`, in the offer's currency);
    equity and refresh grants first where base is at the market already. Contract pay has
    fewer, and pay at target brings quota, ramp, draw and cap. Left out is what the job has no room for:
    shares where the employer gives none by kind, days at home where it is remote already or done in person
    (`bot.playbook.open_to`), a ramp, a draw or pay without a cap where it is promised already. `quote` is
    the median of the job and `above` that of the next level, both measured, for what a title is worth.
    """
    base = worth.yearly_base.amount if worth.yearly_base is not None else None
    order = _order(offer, critique, leaving)
    if at_target or paid_for_results(offer):
        order = (*order[:3], *OF_TARGETS, *order[3:])
    made = {
        "sign_on": _sign_on(offer, base, leaving),
        "equity": _equity(offer, worth),
        "refresh": _refresh(offer, worth),
        "title": _title(offer, base, quote, above),
        "start_date": _start(offer, base),
        "vacation": _vacation(offer, worth, base),
        "review": _review(offer, worth, base),
        "relocation": _relocation(offer),
        "severance": _severance(offer, base),
        "acceleration": _acceleration(offer, worth),
        "remote": Lever("remote", offer.currency),
        "quota": _quota(offer, base),
        "ramp": Lever("ramp", offer.currency),
        "draw": Lever("draw", offer.currency),
        "uncapped": Lever("uncapped", offer.currency),
    }
    shut = (() if gives_shares(offer) else OF_SHARES) + (() if room_for_remote(offer) else ("remote",))
    shut += tuple(kind for kind in OF_TARGETS if kind != "quota" and kind in (offer.promised or ()))
    return tuple(lever for kind in order if kind not in shut and (lever := made[kind]) is not None)


def _order(offer: Offer, critique: Critique, leaving: float | None) -> tuple[LeverKind, ...]:
    if offer.by_contract:
        return _OF_CONTRACTS
    if _is_short(offer):
        return _OF_SHORT_TERMS
    at_market = (
        critique.verdict in _GOOD_BASE and critique.bar is None and not critique.stand_in and not leaving
    )
    return _AT_MARKET if at_market else _STUCK


def _is_short(offer: Offer) -> bool:
    """Whether the work ends within a year, and is no contractor's."""
    return offer.term_months is not None and offer.term_months < 12 and not offer.by_contract  # noqa: PLR2004


def _sign_on(offer: Offer, base: float | None, leaving: float | None) -> Lever:
    """What is left behind; or 10% of base, or a fifth more than offered, where one of them is more.

    Base is that of a year, or what work for less than a year is paid in all.
    """
    short = _is_short(offer)
    if base is not None and offer.term_months and short:
        base *= offer.term_months / 12
    had = max(offer.sign_on or 0.0, (offer.sign_on_y1 or 0.0) + (offer.sign_on_y2 or 0.0))
    if base is None and not had and not leaving:
        return Lever("sign_on", offer.currency)
    more, tenth = had * (1 + USUAL_TOP / 100), (base or 0.0) * USUAL_LOW / 100
    asked = max(more, tenth)
    ask = round_up(asked, _STEP if asked >= _LEAST_STEPS * _STEP else step_for(asked, _STEP))
    made = (
        Working("fifth_more", (USUAL_TOP, had))
        if more > tenth
        else Working("tenth_of_term" if short else "tenth", (USUAL_LOW, base or 0.0))
    )
    if leaving and leaving >= ask:
        ask, made = leaving, Working("left_behind", (leaving,))
    how: tuple[Working, ...] = (made,)
    gain = max(0.0, ask - had)
    if had:
        how = (*how, Working("less_offered", (ask, had)))
    years = 1 if short else YEARS
    return Lever(
        "sign_on", offer.currency, ask=(ask, ask), offered=had or None, a_year=(gain / years, gain / years),
        four_years=(gain, gain), how=how if short else (*how, Working("spread", (gain, years))),
    )  # fmt: skip


def _equity(offer: Offer, worth: Worth) -> Lever:
    """10 to 20% more of the grant; in money only where it is money."""
    kind, currency = kind_of(offer), worth.equity_currency
    low, high = 1 + USUAL_LOW / 100, 1 + USUAL_TOP / 100
    grant = granted(worth)
    if kind == "stock" and grant:
        vests = vesting(offer).by(12.0 * YEARS)
        four = (grant * USUAL_LOW / 100 * vests / 100, grant * USUAL_TOP / 100 * vests / 100)
        return Lever(
            "equity", currency, ask=(grant * low, grant * high), offered=grant,
            a_year=(four[0] / YEARS, four[1] / YEARS), four_years=four,
            how=(Working("more_vests", (USUAL_LOW, USUAL_TOP, grant, vests)),),
        )  # fmt: skip
    sized: float | None
    unit: Literal["percent", "units"]
    sized, unit = (
        (offer.equity_pct, "percent") if offer.equity_pct is not None else (offer.equity_units, "units")
    )
    if kind in ("options", "percent", "shares") and sized:
        how = (Working("more_of", (USUAL_LOW, USUAL_TOP, sized)),)
        return Lever(
            "equity",
            currency,
            unit,
            ask=(round(sized * low, 4), round(sized * high, 4)),
            offered=sized,
            how=how,
        )
    return Lever("equity", currency)


def _refresh(offer: Offer, worth: Worth) -> Lever | None:
    """What said refreshers add, else what the grant's last year leaves to fill; no lever without equity."""
    kind, grant, plan = kind_of(offer), granted(worth), vesting(offer)
    if kind in ("none", "unknown"):
        return None
    if offer.refresh_value:
        four = math.fsum(
            year.amount for line in worth.lines if line.what == "refresh" for year in line.years[:YEARS]
        )
        return Lever(
            "refresh", worth.equity_currency, offered=offer.refresh_value, four_years=(four, four),
            a_year=(four / YEARS, four / YEARS), how=(Working("refreshed", (offer.refresh_value,)),),
        )  # fmt: skip
    if not grant:
        return Lever("refresh", worth.equity_currency)
    percent = plan.in_year(math.ceil(plan.months / 12) - 1) if plan.months else 0.0
    falls = grant * percent / 100
    how = (Working("falls_away", (percent, grant)),)
    return Lever("refresh", worth.equity_currency, once=-falls if falls else None, how=how if falls else ())


def _title(offer: Offer, base: float | None, quote: Quote | None, above: Quote | None) -> Lever:
    """What one level up pays more, where both medians are measured for exactly their levels."""
    if base is None or quote is None or above is None:
        return Lever("title", offer.currency)
    more = above.p50 - quote.p50
    if more <= 0:
        return Lever("title", offer.currency)
    how = (Working("medians", (above.p50, quote.p50)),)
    four = YEARS * more
    return Lever("title", offer.currency, a_year=(more, more), four_years=(four, four), how=how)


def _start(offer: Offer, base: float | None) -> Lever:
    if base is None:
        return Lever("start_date", offer.currency)
    return Lever("start_date", offer.currency, once=-base / 12, how=(Working("month", (base, 12.0)),))


def _vacation(offer: Offer, worth: Worth, base: float | None) -> Lever:
    """One more week: base / 52. Playbook, section 5."""
    had = offer.pto_days if isinstance(offer.pto_days, int | float) else None
    if base is None:
        return Lever("vacation", offer.currency, offered=had)
    week, years = base / 52, years_paid(worth, "four_years")
    return Lever(
        "vacation", offer.currency, offered=had, a_year=(week, week), four_years=(week * years, week * years),
        how=(Working("week", (base, 52.0)),),
    )  # fmt: skip


def _review(offer: Offer, worth: Worth, base: float | None) -> Lever | None:
    """A raise of 5% after six months, as an example; no lever where the work is over by then."""
    if base is None:
        return Lever("review", offer.currency)
    more, left = base * REVIEW_PERCENT / 100, max(0.0, years_paid(worth, "four_years") - REVIEW_MONTHS / 12)
    if not left:
        return None
    return Lever(
        "review", offer.currency, a_year=(more, more), four_years=(more * left, more * left),
        how=(Working("raise", (REVIEW_PERCENT, base)), Working("raise_from", (more, left))),
    )  # fmt: skip


def _quota(offer: Offer, base: float | None) -> Lever:
    """The quota that the pay above base hangs on: pay at target minus base."""
    target = offer.ote_high if offer.ote_low is None else offer.ote_low
    varies = target - base if target is not None and base is not None else None
    return Lever("quota", offer.currency, offered=varies if varies and varies > 0 else None)


def _relocation(offer: Offer) -> Lever:
    had = offer.relocation if isinstance(offer.relocation, int | float) else None
    return Lever("relocation", offer.relocation_currency or offer.currency, offered=had)


def _severance(offer: Offer, base: float | None) -> Lever:
    if base is None:
        return Lever("severance", offer.currency)
    months = NOTICE_MONTHS if offer.by_contract else SEVERANCE_MONTHS
    how = (Working("months", (months, base)),)
    return Lever("severance", offer.currency, once=base * months / 12, how=how)


def _acceleration(offer: Offer, worth: Worth) -> Lever | None:
    """What a sale of the company after a year would leave unvested; no lever without equity."""
    if kind_of(offer) in ("none", "unknown"):
        return None
    grant, left = granted(worth), 100 - vesting(offer).by(12.0)
    if not grant or not left:
        return Lever("acceleration", worth.equity_currency)
    how = (Working("unvested", (left, grant)),)
    return Lever("acceleration", worth.equity_currency, once=grant * left / 100, how=how)
