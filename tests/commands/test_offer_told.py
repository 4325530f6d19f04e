"""What a reply about an offer owns up to: hours, benefits, three prices, and the step that comes next."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.commands.base import Ask, Setting
from bot.commands.counter import CounterFacts
from bot.commands.counter import respond as write_counter
from bot.commands.judging import job_of
from bot.commands.offer_views import show_questions, show_years
from bot.commands.verdict import OfferFacts, judged_reply
from bot.market.database import Market
from bot.memory.case import Case
from bot.offers.offer import Benefit, Offer
from bot.turn import Reply, Where
from tests.conftest import Say
from tests.test_numbers import figures, numerals

from .offers import OFFERS

PART_TIME = replace(OFFERS["a bare base"], base_amount=72_000, hours_per_week=24)
LONDON = Offer(
    title="Senior Software Engineer", company="Initech", location="London", currency="GBP",
    currency_explicit=True, base_amount=85_000, base_period="year",
)  # fmt: skip
WHOLE: dict[str, Any] = {  # nothing left to ask
    "equity_kind": "none", "bonus_pct": 0.0, "sign_on": 0.0, "deadline": "2026-09-12",
}  # fmt: skip


def case(offer: Offer) -> Case:
    return Case(offer=offer, offer_about=job_of(offer))


def setting(market: Market, where: Where = "dm") -> Setting:
    return Setting(market, datetime(2026, 8, 20, tzinfo=UTC), where)


def told(market: Market, offer: Offer, *others: Offer, where: Where = "dm") -> Reply:
    return judged_reply(case(offer), offer, setting(market, where), others=others).reply


def ending(reply: Reply) -> str:
    return next(line for line in reversed(reply.text.splitlines()) if line.startswith("Next:"))


def traced(reply: Reply) -> bool:
    return numerals(reply.text) <= set(figures(asdict(reply.facts)))


def test_part_time_pay_is_held_as_full_time_pay_and_said_so(market: Market) -> None:
    reply = told(market, PART_TIME)
    assert isinstance(reply.facts, OfferFacts)
    assert reply.facts.critique is not None
    assert (reply.facts.critique.base_low, reply.facts.full_time_hours) == (120_000, 40)
    assert "| $72,000 a year at 24 hours a week |" in reply.text
    assert "the base, counted as full-time pay, is" in reply.text
    assert "If the base is itself the full-time figure, type `hours are 40`." in reply.text
    assert (
        "$120,000 a year at 40 hours a week. The base above counts the 24 hours you were offered."
        in reply.text
    )
    assert traced(reply)


def test_nearly_full_time_pay_is_asked_about_and_not_scaled(market: Market) -> None:
    reply = told(market, replace(PART_TIME, hours_per_week=32))
    assert isinstance(reply.facts, OfferFacts)
    assert reply.facts.full_time_hours is None
    assert "It describes full-time work, and this is 32 hours a week" in reply.text
    assert "It describes full-time work" not in told(market, replace(PART_TIME, hours_per_week=37.5)).text


def test_the_counter_of_part_time_work_says_what_it_is_full_time(market: Market) -> None:
    reply = write_counter(Ask(), case(PART_TIME), setting(market)).reply
    facts = reply.facts
    assert isinstance(facts, CounterFacts)
    assert facts.counter is not None
    assert facts.full_time_ask == pytest.approx(facts.counter.ask * 40 / 24)
    assert "Counted like that, at 40 hours a week, your number is" in reply.text
    assert traced(reply)
    whole = write_counter(Ask(), case(OFFERS["a bare base"]), setting(market)).reply
    assert isinstance(whole.facts, CounterFacts)
    assert whole.facts.full_time_ask is None
    assert "full-time" not in whole.text


def test_what_is_in_no_sum_is_in_the_table(market: Market) -> None:
    given = (
        Benefit("car", 6_000, 6_000, "money", "year", "USD"),
        Benefit("retirement", 4, 5, "percent"),
        Benefit("severance", 3, 3, "months"),
    )
    offer = replace(OFFERS["a bare base"], benefits=given)
    reply = told(market, offer)
    assert (
        "| Not in the sums | car allowance $6,000 a year, retirement match 4% to 5%, severance 3 months |"
        in reply.text
    )
    assert isinstance(reply.facts, OfferFacts)
    assert [(row.term, row.said) for row in reply.facts.table if row.term == "benefits"] == [
        ("benefits", {"benefits": given})
    ]
    assert traced(reply)


def test_the_three_prices_of_a_share_stand_apart(market: Market) -> None:
    options = replace(
        OFFERS["a bare base"], equity_kind="options", equity_units=20_000, strike=0.4, share_price=1.05,
        preferred_price=4.1,
    )  # fmt: skip
    reply = told(market, options)
    assert "strike $0.40, $1.05 a share today, $4.10 a preferred share" in reply.text
    assert "$13,000 at $1.05 a share (today's price)" in reply.text
    assert traced(reply)
    years = show_years(Ask(), case(options), setting(market)).reply
    assert "- At $4.10, what investors last paid for a preferred share" in years.text
    assert traced(years)


def test_without_a_benchmark_the_next_step_is_to_find_one(market: Market) -> None:
    reply = told(market, LONDON)
    assert "posted range for the same job in London" in ending(reply)
    assert "one number and its reasons" not in reply.text
    assert "Your floor: not set. Set it with `/profile floor` and a yearly base in GBP." in reply.text
    euros = replace(LONDON, location=None, currency="EUR")
    assert "the posted range for the same job and city" in ending(told(market, euros))


@pytest.mark.parametrize("view", [show_years, show_questions])
def test_the_views_promise_no_reasons_without_a_benchmark(market: Market, view: Any) -> None:
    asked = replace(LONDON, **WHOLE)
    assert "ask the recruiter for the band" in ending(view(Ask(), case(asked), setting(market)).reply)
    known = replace(OFFERS["a bare base"], **WHOLE)
    assert "one number and its reasons" in ending(view(Ask(), case(known), setting(market)).reply)


def test_a_button_is_spoken_of_only_where_there_are_buttons(market: Market) -> None:
    offer, other = OFFERS["a bare base"], replace(OFFERS["a bare base"], company="Hooli")
    assert "To judge it, press its button, or paste it alone." in told(market, offer, other).text
    typed = told(market, offer, other, where="terminal").text
    assert "To judge it, type `judge the second offer`, or paste it alone." in typed
    assert "button" not in typed
    three = told(market, offer, other, other, where="terminal").text
    assert "To judge one, type which, such as `judge the second offer`, or paste it alone." in three


def test_no_refresh_grant_is_missed_where_there_is_no_equity(market: Market) -> None:
    paid = replace(OFFERS["a bare base"], sign_on=10_000.0)
    assert "*Counts on no raise.*" in told(market, paid).text
    assert "No refresh grant." not in show_years(Ask(), case(paid), setting(market)).reply.text


def test_a_correction_of_part_time_pay_is_still_held_as_full_time(say: Say) -> None:
    say("part time offer 24 hours a week, 72k a year, marketing manager at Initech in Seattle")
    assert "Now: the base, counted as full-time pay, is" in say("base is 75k").text
    assert "full-time" not in say("hours are 40").text
