"""What a draft is held against, and the sentences that its improved version may need."""

from __future__ import annotations

from dataclasses import dataclass

from bot.commands import words
from bot.commands.about import asked_of
from bot.commands.base import Setting
from bot.commands.judging import Judged, company_of, judge
from bot.market.ladder import quote as quote_of
from bot.market.quote import Quote
from bot.memory.case import Case
from bot.offers.worth.periods import held_at
from bot.playbook.check.shapes import Asked, Known, Lever, Lines
from bot.playbook.check.support import Support, support
from bot.playbook.counter import Counter, counter
from bot.voice import render

_NO_YEAR = 1000.0  # a sum below it is no year's pay
# Levers that one number sizes.
_SIZED: tuple[Lever, ...] = ("equity", "sign_on", "bonus", "pto", "relocation")


@dataclass(frozen=True, slots=True)
class Ground:
    """What a draft is held against: the offer at hand if there is one, else the job last spoken of."""

    judged: Judged | None = None
    quote: Quote | None = None

    @property
    def known(self) -> Known:
        """The same as the rules take it."""
        return Known(self.judged.offer, self.judged.critique) if self.judged else Known()


def ground_of(case: Case, setting: Setting) -> Ground:
    """The offer at hand, judged; without one the quote of the job last looked up, or of the profile's."""
    if case.offer is not None:
        judged = judge(case, case.offer, setting)
        return Ground(judged, judged.quote)
    about = case.looked_up.over(case.me) if case.looked_up else case.me
    if about.role is None:
        return Ground()
    return Ground(quote=quote_of(setting.market, asked_of(about)).quote)


def plan_of(ground: Ground, asked: Asked | None) -> Counter | None:
    """The counter to the offer at hand, with the draft's own number where that is one to ask for."""
    judged = ground.judged
    if judged is None:
        return None
    base = judged.offer.base_high if judged.offer.base_amount is None else judged.offer.base_amount
    wanted = asked.high if asked and base and asked.high and base < asked.high <= base * 3 else None
    return counter(judged.offer, judged.critique, ground.quote, wanted=wanted)


def in_its_measure(asked: Asked, ground: Ground) -> bool:
    """Whether the number asked for is in the measure of the figures: dollars, and by the year.

    An hourly number is where the offer at hand is by the hour too: its own base is held as a year's.
    """
    by_year = ground.judged is None or ground.judged.offer.base_period in (None, "year")
    hourly = asked.high is not None and asked.high < _NO_YEAR and by_year
    return asked.currency in (None, "USD") and not hourly


def instead_of(ground: Ground) -> Counter | None:
    """The counter to the offer at hand as it would be without a number of the draft's."""
    judged = ground.judged
    return counter(judged.offer, judged.critique, ground.quote) if judged else None


def supported(ground: Ground, asked: Asked | None, plan: Counter | None) -> Support | None:
    """Which figure of the quote supports the number that the improved draft asks for."""
    if plan is not None and ground.judged is not None:
        in_full = held_at(ground.judged.offer) is None  # the figures are of full-time pay
        return plan.market if ground.quote and in_full else None
    return support(asked, ground.quote)


def lines_of(ground: Ground, asked: Asked | None, plan: Counter | None, case: Case) -> Lines:
    """The sentences an improved draft may need, from the same words as the counter's letter."""
    judged, quote = ground.judged, ground.quote
    market = supported(ground, asked, plan)
    values = {
        "plan": instead_of(ground),
        "own": plan,
        "quote": quote if market else None,
        "market": {"market": market, "weak": judged is not None and judged.critique.stand_in},
        "job": words.job(quote.role, quote.level) if quote else "",
        "currency": judged.offer.currency if judged else None,
        "offer": judged.offer if judged else None,
        "company": company_of(judged.offer) if judged else None,
        "work": case.work,
    }

    def line(name: str) -> str:
        return render("check_line", line=name, **values)

    return Lines(
        thanks=line("thanks"),
        close=line("close"),
        ask=line("ask"),
        figure=line("figure"),
        other=line("other"),
        market=line("market"),
        work=line("work"),
        offered=line("offered"),
        others={lever: line(lever) for lever in _SIZED},
        fallback=line("fallback"),
    )
