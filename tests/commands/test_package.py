"""`/package` as a person meets it: all levers, one of them, what is left behind, and no offer yet."""

from __future__ import annotations

import re
from dataclasses import asdict
from datetime import UTC, datetime

import pytest

from bot.commands.base import Ask, Setting
from bot.commands.judging import job_of
from bot.commands.package import PackageFacts, respond
from bot.commands.package_words import Pulled, packed, read_pulled, unpacked
from bot.engine import Engine, as_json
from bot.market.database import Market
from bot.memory.case import Case
from bot.turn import Clicked, Invoked, Reply, Select, Turn, Who
from tests.conftest import Say
from tests.test_numbers import figures, numerals

from .offers import OFFERS

OFFER = "Offer from Acme: senior software engineer, Seattle. 156k base, 20k sign-on, 120k RSUs over 4 years"
STAKE = "Offer from Globex: 150k base, 20,000 options at a strike of $2"
CONTRACT = "6-month contract at $90/hour at Acme, 40 hours a week, data analyst, Boise"
BARE = "Offer from Initech: 0.15% equity"
RUPEES = "Offer from Infosys: 42 lpa base, joining bonus 3 lakh"


def facts(reply: Reply) -> PackageFacts:
    assert isinstance(reply.facts, PackageFacts), reply.text
    return reply.facts


def test_all_levers_in_order_with_their_money(say: Say) -> None:
    say(OFFER)
    reply = say("/package")
    found = {lever.kind: lever for lever in facts(reply).levers}
    assert found["sign_on"].four_years == (4_000, 4_000)
    assert found["vacation"].a_year == (3_000, 3_000)
    assert "**Time off:** one week more is $3,000 a year, $12,000 over four." in reply.text
    assert (
        "**Equity:** 10 to 20% more: $12,000 to $24,000 over four years, $3,000 to $6,000 a year."
        in reply.text
    )
    assert [int(number) for number in re.findall(r"^(\d+)\. ", reply.text, re.MULTILINE)] == list(
        range(1, len(found) + 1)
    )


def test_what_is_left_behind_is_asked_for(say: Say) -> None:
    say(OFFER)
    reply = say("/package leaving 80k unvested and a 15k bonus")
    assert (facts(reply).leaving, facts(reply).shown) == (95_000, "sign_on")
    assert reply.text.startswith(
        "**Sign-on: ask for $95,000, $75,000 more than offered: $18,750 a year over four.**"
    )
    assert "Left behind: $80,000 + $15,000." in reply.text
    assert "“I would leave $95,000 behind to join you." in reply.text


def test_what_is_left_behind_in_other_money_is_left_out(say: Say) -> None:
    say(RUPEES)
    reply = say("/package leaving $30k unvested")
    assert facts(reply).leaving is None
    assert "in another currency than the offer, and I convert nothing" in reply.text


def test_a_sign_on_that_already_makes_up_for_it_is_said_to(say: Say) -> None:
    say(OFFER)
    reply = say("/package leaving 15k unvested")
    assert "The $20,000 offered already makes up for the $15,000 you leave." in reply.text
    assert "Could you do a sign-on of $24,000?" in reply.text


def test_unvested_without_a_sum_is_asked_for(say: Say) -> None:
    say(OFFER)
    reply = say("/package leaving unvested stock")
    assert facts(reply).shown == "sign_on"
    assert "How much do you leave behind? Say the sum" in reply.text


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("sign-on", "sign_on"), ("signing bonus", "sign_on"), ("equity", "equity"),
        ("refresh grants", "refresh"), ("2 weeks more vacation", "vacation"),
        ("title", "title"), ("level", "title"), ("start date", "start_date"),
        ("time off", "vacation"), ("dated review", "review"), ("relocation", "relocation"),
        ("severance", "severance"), ("acceleration", "acceleration"), ("remote days", "remote"),
    ],
)  # fmt: skip
def test_one_lever_in_full_by_any_name(say: Say, said: str, kind: str) -> None:
    say(OFFER)
    reply = say(f"/package {said}")
    assert facts(reply).shown == kind
    assert "Say: “" in reply.text
    assert "Right when " in reply.text
    assert reply.text.count("Next: ") == 1


def test_each_lever_can_be_chosen_under_the_list(say: Say, engine: Engine) -> None:
    say(OFFER)
    reply = say("/package leaving 80k unvested")
    menu = next(action for action in reply.actions if isinstance(action, Select))
    assert {unpacked(choice.value).lever for choice in menu.choices} == {
        lever.kind for lever in facts(reply).levers
    } - {"sign_on"}
    for choice in menu.choices:
        turn = Turn(Who("terminal", "ada"), "dm", Clicked(menu.action, choice.value))
        chosen = engine.respond(turn)
        assert facts(chosen).shown == unpacked(choice.value).lever
        assert facts(chosen).leaving == 80_000
        assert len(f"{menu.action}{choice.value}") < 90


def test_without_an_offer_one_is_asked_for(say: Say) -> None:
    reply = say("/package")
    assert reply.text.startswith("**I price the levers on your own offer, and I have none yet.**")
    assert "/package leaving 80k unvested" in say("/package leaving 80k unvested").text
    assert facts(reply).levers == ()


def test_an_offer_pasted_with_it_is_taken_up(say: Say) -> None:
    reply = say("/package 185k base, 20k sign-on at Stripe, Seattle, senior software engineer")
    offer = facts(reply).offer
    assert offer is not None
    assert offer.company == "Stripe"
    assert say("/package equity").slots.company == "Stripe"


@pytest.mark.parametrize(
    "words", ["what else can i ask for?", "the band is fixed", "what is there besides base"]
)
def test_plain_words_find_it(say: Say, words: str) -> None:
    say(OFFER)
    assert say(words).intent == "package"


def test_words_that_name_no_lever_get_all_and_are_owned_up_to(say: Say) -> None:
    say(OFFER)
    assert say("/package blorb").text.startswith(
        "I couldn't tell which lever you mean, so here are all of them."
    )


def test_contract_pay_names_what_is_no_lever(say: Say) -> None:
    say(CONTRACT)
    reply = say("/package equity")
    assert [lever.kind for lever in facts(reply).levers] == ["severance", "start_date", "vacation", "remote"]
    assert "Equity is no lever here: contract pay rarely has it." in reply.text
    assert "**Notice:** one month paid, as an example, is $15,600" in reply.text


def test_without_a_base_that_is_asked_first(say: Say) -> None:
    say(BARE)
    reply = say("/package")
    assert reply.text.startswith("**First ask Initech for the base")
    assert "Once the base is known: sign-on, start date, time off, dated review, severance." in reply.text


def test_a_stake_has_no_sum(say: Say) -> None:
    say(STAKE)
    assert "10 to 20% more is 22,000 to 24,000 units; no cash, so no sum" in say("/package equity").text


@pytest.mark.parametrize("text", [OFFER, STAKE, CONTRACT, BARE, RUPEES])
@pytest.mark.parametrize(
    "view",
    [
        "",
        "leaving 80k unvested",
        *["sign-on", "equity", "refresh", "title", "vacation", "review", "severance"],
    ],
)
def test_every_figure_shown_is_in_the_facts(say: Say, text: str, view: str) -> None:
    say(text)
    reply = say(f"/package {view}")
    assert numerals(reply.text) <= set(figures(asdict(facts(reply)))) | {12}, reply.text  # months of a year
    assert len([line for line in reply.text.splitlines() if line.strip()]) <= 25


def test_by_options_and_as_plain_data(say: Say, engine: Engine) -> None:
    say(OFFER)
    turn = Turn(Who("terminal", "ada"), "dm", Invoked("package", options={"lever": "equity"}))
    printed = as_json(engine.respond(turn))["facts"]
    assert printed["shown"] == "equity"
    equity = next(lever for lever in printed["levers"] if lever["kind"] == "equity")
    assert equity["how"][0]["code"] == "more_vests"


@pytest.mark.parametrize(
    ("said", "pulled"),
    [
        ("leaving 80k unvested", Pulled("sign_on", 80_000, (80_000,), None, leaves=True)),
        ("I forfeit a €12,000 bonus", Pulled("sign_on", 12_000, (12_000,), "EUR", leaves=True)),
        ("walking away from 45 unvested", Pulled("sign_on", 45_000, (45_000,), None, leaves=True)),
        ("unvested stock", Pulled("sign_on", leaves=True)),
        ("more leave", Pulled("vacation")),
        ("nothing", Pulled()),
        ("", Pulled()),
    ],
)
def test_what_is_said_after_the_command(said: str, pulled: Pulled) -> None:
    assert read_pulled(said) == pulled


def test_a_button_comes_back_as_it_was_sent() -> None:
    assert unpacked(packed("equity", 80_000.0)) == Pulled("equity", 80_000, (80_000,))
    assert unpacked(packed("equity", None)) == Pulled("equity")
    for broken in ("", "nothing;12", "equity;-5", "equity;99999999999", ";;"):
        assert unpacked(broken).leaving is None or unpacked(broken).lever is None


@pytest.mark.parametrize("name", sorted(OFFERS))
@pytest.mark.parametrize("words", ["", "leaving 80k unvested", "equity", "acceleration", "vacation"])
def test_any_offer_has_its_levers(market: Market, name: str, words: str) -> None:
    setting = Setting(market, datetime(2026, 8, 20, tzinfo=UTC), "dm")
    case = Case(offer=OFFERS[name], offer_about=job_of(OFFERS[name]))
    reply = respond(Ask(text=words), case, setting).reply
    assert numerals(reply.text) <= set(figures(asdict(facts(reply)))) | {12}, reply.text
    assert reply.text.count("Next: ") == 1
    assert "None" not in reply.text


@pytest.mark.parametrize(
    "words",
    [
        "base can't move, what else can I ask?",
        "union scale they say, base cant move. what else can i ask for",
        "they won't move on base, what else is there",
    ],
)
def test_a_base_that_cannot_move_is_no_move_of_house(say: Say, words: str) -> None:
    say(OFFER)
    reply = say(words)
    assert reply.intent == "package"
    assert len(reply.facts.levers) > 3


@pytest.mark.parametrize(
    "words", ["/package relocation", "/package my move to Austin", "/package moving costs"]
)
def test_moving_house_is_relocation(say: Say, words: str) -> None:
    say(OFFER)
    assert "Relocation:" in say(words).text.splitlines()[0]
