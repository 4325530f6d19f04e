"""`/counter` on the right lever: pay at target, another offer held, no shares where none are given."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.commands.counter_wish import base_to_ask
from bot.memory.case import Case
from bot.offers.offer import Offer
from bot.playbook.critique import critique
from bot.playbook.decide import Sent
from bot.turn import Reply
from tests.conftest import Say

SALES = "/offer Account Executive at Veltrix, Denver. base $80k, OTE $160k"
MANAGER = "/offer Engineering Manager at Northwind Cloud, Seattle. Base $235k"
HEX = (
    "/offer Offer from Hex for Analytics Engineer, San Francisco: $170k base, 12,000 options at $4.10 strike"
)


def letter(reply: Reply) -> str:
    assert reply.file is not None
    return reply.file.content


@pytest.mark.parametrize(
    "said",
    [
        "/counter 180k ote",
        "/counter OTE of 180k",
        "/counter OTE 180k",
        "/counter 180k",
        "/counter 12.5% more OTE",
        "can you counter on the OTE instead, 180k ote",
    ],
)
def test_an_ask_in_pay_at_target_is_none_of_base(say: Say, said: str) -> None:
    say(SALES)
    reply = say(said)
    plan = reply.facts.counter
    assert (plan.lever, plan.ask, plan.offered, plan.change_pct) == ("ote", 180_000, 160_000, 12.5)
    assert reply.text.startswith("**Ask for $180,000 OTE, 12.5% more than they offered.**")
    assert "you offered $160,000 OTE, and I am asking for $180,000, at the same quota." in letter(reply)
    assert "what you are paid" not in reply.text


def test_a_base_beside_pay_at_target_comes_first(say: Say) -> None:
    say(SALES)
    reply = say("/counter 90k base, 180k OTE")
    assert (reply.facts.counter.lever, reply.facts.counter.ask) == ("base", 90_000)
    assert "One ask at a time: I kept the base." in reply.text
    assert say("/counter 180k base").facts.counter.lever == "base"


def test_pay_at_target_keeps_its_number_and_its_form(say: Say) -> None:
    say(SALES)
    say("/counter 180k ote")
    chat = say("/counter chat")
    assert (chat.facts.counter.lever, chat.facts.counter.ask) == ("ote", 180_000)
    assert "bring the OTE to $180,000 at the same quota?" in letter(chat)
    assert say("/counter more OTE").facts.counter.ask == 176_000
    assert "already offer $160,000" in say("/counter 150k ote").text


def test_an_offer_held_beside_this_is_the_number_to_reach(say: Say) -> None:
    say(HEX)
    reply = say("/counter I have a competing offer from Databricks at 190k base")
    plan = reply.facts.counter
    assert (plan.lever, plan.ask, plan.rule) == ("base", 190_000, "match")
    assert "I also hold an offer from Databricks, with a base of $190,000 a year." in letter(reply)
    assert "The base works for me" not in letter(reply)
    kept = say("/counter")
    assert "Databricks" in letter(kept)
    assert "I kept it in from before" in kept.text
    assert "Databricks" not in letter(say("/counter your number"))


def test_a_rivals_base_under_the_ask_is_not_said(say: Say) -> None:
    say(MANAGER)
    reply = say("/counter i have another offer at 250k base from Hexbyte")
    assert reply.facts.mentioned.base_amount == 250_000
    assert "what you are paid" not in reply.text
    assert "I also hold an offer from Hexbyte. I would rather join you." in letter(reply)
    assert "250,000" not in letter(reply)


def test_the_base_is_not_given_away_beside_a_higher_one(say: Say) -> None:
    say("/offer Offer from Stripe: senior software engineer, Seattle, 215k base")
    assert "The base works for me" in letter(say("/counter"))
    say("/offer Offer from Snowflake: senior software engineer, Seattle, 225k base")
    reply = say("/counter stripe")
    assert "You hold another offer with more base." in reply.text
    assert "The base works for me" not in letter(reply)


def test_the_offer_used_is_not_the_one_written_to(say: Say) -> None:
    say("Offer from Anthropic: senior software engineer, San Francisco, 320k base")
    say("Offer from Vercel: senior software engineer, San Francisco, 230k base")
    text = letter(say("/counter vercel using the anthropic offer"))
    assert "role at Vercel." in text
    assert "I also hold an offer from Anthropic" in text


def test_options_are_called_options(say: Say) -> None:
    say(HEX)
    text = letter(say("/counter equity"))
    assert "you offered 12,000 options. I am asking for 14,400 options." in text
    assert "shares" not in text
    assert "vesting" not in text


@pytest.mark.parametrize(
    "offer",
    [
        "/offer Line cook at Harbor Grill, Portland OR, $22/hr, 35 hours a week",
        "/offer Truck driver at Hollis Lines, Tulsa, $27/hr",
        "/offer Data analyst at Kaiser Permanente, Oakland, 120k",
        "/offer Associate attorney, Pell & Grange LLP, Denver. 185k salary",
    ],
)
def test_no_shares_are_asked_for_where_none_are_given(say: Say, offer: str) -> None:
    say(offer)
    for said in ("/counter", "/counter base is fixed"):
        text = say(said).text.lower()
        assert "equity" not in text.replace("unvested equity", "")
        assert "refresh grant" not in text


def test_graded_answers_are_no_pay(say: Say) -> None:
    said = "I built a retrieval pipeline. We graded 1,000 answers by hand: errors fell from 8% to 1.5%."
    assert "what you are paid" not in say(f"/evidence {said}").text


def test_the_mark_is_the_number_asked_for_once_they_have_moved() -> None:
    sent = Sent("base", 282_000, 235_000, "year", base=235_000, company="Northwind Cloud")
    offer = Offer(company="Northwind Cloud", base_amount=245_000, base_period="year", currency="USD")
    judged = critique(offer, None, None)
    assert base_to_ask(Case(offer=offer, sent=sent), offer, judged, None) == 282_000
    assert base_to_ask(Case(offer=offer), offer, judged, None) == 270_000
    beside = replace(sent, lever="sign_on", ask=20_000)
    assert base_to_ask(Case(offer=offer, sent=beside), offer, judged, None) is None


def test_yearly_equity_has_a_size(say: Say) -> None:
    say("/offer Offer from Stripe: senior software engineer, Seattle, 215k base, 150k RSU a year")
    assert "no equity has a size" not in say("/counter").text


def test_a_fixed_base_in_sales_moves_to_pay_at_target_and_then_to_a_sign_on(say: Say) -> None:
    say(SALES)
    reply = say("/counter base is fixed")
    plan = reply.facts.counter
    assert (plan.lever, plan.ask, plan.rule) == ("ote", 176_000, "ote_up")
    assert "I understand that the base is fixed. My one point is the on-target pay" in letter(reply)
    assert say("/counter base is fixed").facts.counter.lever == "sign_on"


def test_a_seller_without_pay_at_target_is_told_to_ask_for_it(say: Say) -> None:
    say("/offer Account Executive at Veltrix, Denver. base $120k, 0.02% options, uncapped commission")
    reply = say("/counter base is fixed")
    assert reply.facts.counter.lever == "sign_on"
    assert "They name no pay at target. Ask first for the OTE, the quota" in reply.text
    assert reply.facts.further.kinds[:3] == ("quota", "ramp", "draw")
    sliver = say("/counter equity")
    assert sliver.facts.counter.lever == "equity_pct"
    assert "It is little to spend the one ask on: `/counter sign-on` asks for money instead." in sliver.text


def test_a_bare_number_is_a_rate_where_pay_is_by_the_hour(say: Say) -> None:
    say("/offer Cook at Grill House, Leeds, £14.20 an hour")
    reply = say("/counter with 17")
    assert (reply.facts.counter.ask, reply.facts.counter.rule) == (17, "theirs")
    assert "couldn't use" not in reply.text
    assert "This is the low end, rounded up." in say("/counter your number").text


@pytest.mark.parametrize(("said", "rate"), [("48", 48), ("48.50", 48.5), ("with 50", 50), ("$47/hr", 47)])
def test_a_number_for_pay_by_the_hour_is_no_thousands(say: Say, said: str, rate: float) -> None:
    say("Offer: Staff Nurse at Mercy Ridge Hospital, Boston MA. $44.50/hr, 36 hrs a week")
    assert say(f"/counter {said}").facts.counter.ask == rate
    assert "they already offer $44.50 an hour" in say("/counter 40").text


def test_a_rival_is_named_aloud_and_in_chat_too(say: Say) -> None:
    say(MANAGER)
    say("/offer Engineering Manager at Hexbyte, Seattle. Base $300k")
    named = "I also hold an offer from Hexbyte, with a base of $300,000 a year."
    for form in ("", " chat", " call"):
        reply = say(f"/counter northwind{form} mention hexbyte")
        assert reply.facts.mentioned.company == "Hexbyte"
        assert named in letter(reply)
