"""`/compare` as a person meets it: pasted together, one after the other, by name, and with one missing."""

from __future__ import annotations

import re
from dataclasses import asdict, replace
from datetime import UTC, datetime

import pytest

from bot.commands.base import Ask, Setting
from bot.commands.compare import CompareFacts, respond
from bot.commands.judging import job_of
from bot.engine import Engine, as_json
from bot.market.database import Market
from bot.memory.case import Case, Shelved
from bot.turn import Button, Clicked, Invoked, Reply, Submitted, Turn, Who
from tests.conftest import Say
from tests.test_numbers import figures, numerals

from .offers import OFFERS

STEPS = {4.0}  # "4 years" beside a head of the table

TWO = "/compare Acme: 180k base, 10% bonus, 20k sign-on vs Globex: 170k base, 200k RSUs over 4 years"
PRIVATE = "/compare Acme: 185k base, 15% bonus vs Globex: 170k base, 0.2% of the company over 4 years"
ABROAD = "/compare Initech: £85,000 base vs Hooli: $150,000 base, 50k RSUs over 4 years"
SHORT = "/compare Acme: $90/hour, 6 month contract, 40 hours a week vs Globex: 170k base, 10% bonus"
FIVE = "/compare Acme: 150k base; Globex: 160k base; Initech: 170k base; Hooli: 180k base; Brexel: 190k base"
UNSAID = "/compare Acme: 150k base vs Initech: 0.15% equity"


def facts(reply: Reply) -> CompareFacts:
    assert isinstance(reply.facts, CompareFacts), reply.text
    return reply.facts


def names(reply: Reply) -> list[str]:
    found = facts(reply).comparison
    return [side.name for side in found.sides] if found else []


def press(engine: Engine, reply: Reply, label: str) -> Reply:
    action = next(each for each in reply.actions if isinstance(each, Button) and each.label == label)
    return engine.respond(Turn(Who("terminal", "ada"), "dm", Clicked(action.action, action.value)))


def test_two_pasted_together(say: Say) -> None:
    reply = say(TWO)
    found = facts(reply).comparison
    assert found is not None
    assert found.four_years is not None
    # 170 x 4 + 200 = 880; (180 + 18) x 4 + 20 = 812
    assert (found.four_years.name, found.four_years.by) == ("Globex", 68_000)
    assert reply.text.startswith(
        "**Globex pays $68,000 more over four years than Acme: $880,000 against $812,"
    )
    assert "In cash alone Acme is ahead by $132,000" in reply.text
    assert "| Cash, year 1       |    218,000 |    170,000 |" in reply.text
    assert "| Cash, years 2–4    |    198,000 |    170,000 |" in reply.text
    assert "| Both, 4 years      |    812,000 |    880,000 |" in reply.text
    # 68,000 / (4 x 1.1) on base
    assert "base $195,455 a year ($15,455 more, 8.6%), or a sign-on of $88,000 ($68,000 more)" in reply.text


def test_one_after_the_other(say: Say) -> None:
    say("Offer from Acme: 185k base, 15% bonus, senior software engineer, Seattle")
    second = say("Offer from Globex: 200k base, senior software engineer, San Francisco")
    assert "Compare your offers" in [each.label for each in second.actions if isinstance(each, Button)]
    assert names(say("/compare")) == ["Globex", "Acme"]
    assert names(say("which offer is better?")) == ["Globex", "Acme"]


def test_each_stands_against_its_own_median(say: Say) -> None:
    say("Offer from Acme: 185k base, senior software engineer, Seattle")
    say("Offer from Globex: 200k base, senior software engineer, San Francisco")
    reply = say("/compare")
    found = facts(reply)
    assert found.comparison is not None
    for side, quote in zip(found.comparison.sides, found.quotes, strict=True):
        assert quote is not None
        assert side.base is not None
        assert side.gap_pct == pytest.approx(100 * (side.base - quote.p50) / quote.p50)
    assert found.comparison.differences == ("place",)
    assert set(found.places) == {"San Francisco, CA", "Seattle, WA"}


def test_one_alone_asks_for_the_other_and_takes_it_from_the_next_message(say: Say) -> None:
    say("Offer from Acme: 185k base")
    asked = say("/compare")
    assert asked.text.startswith("**I have one offer, Acme.")
    assert asked.form is not None
    assert names(say("Globex: 170k base, 30k sign-on")) == ["Globex", "Acme"]


def test_none_at_all_asks_for_two(say: Say) -> None:
    assert say("/compare").text.startswith("**I have no offer yet.**")
    assert say("Acme: 185k base").text.startswith("**I have one offer, Acme.")
    assert names(say("Globex: 170k base")) == ["Globex", "Acme"]


def test_another_wish_is_answered_while_an_offer_is_asked_for(say: Say) -> None:
    say("/compare")
    assert say("what is the median for a senior software engineer in Seattle?").intent == "median"
    assert say("Globex: 170k base").intent == "offer"  # the question is closed


def test_the_question_can_be_left(say: Say) -> None:
    say("/compare")
    assert say("stop").text.startswith("All right, no comparison.")
    say("/compare")
    reply = say("hmm let me think")
    assert reply.text.startswith("**I found no offer in that to compare.**")


def test_the_form_takes_two(engine: Engine) -> None:
    who = Who("slack", "ada", "T1")
    opened = engine.respond(Turn(who, "channel", Invoked("compare")))
    assert opened.form is not None
    assert opened.form.id == "compare"
    values = {"first": "Acme: 185k base", "second": "Globex: 170k base, 120k RSUs over 4 years"}
    assert names(engine.respond(Turn(who, "channel", Submitted("compare", values)))) == ["Acme", "Globex"]
    values = {"first": "Initech 190k base", "second": ""}
    alone = engine.respond(Turn(who, "channel", Submitted("compare", values)))
    assert names(alone) == ["Initech", "Acme", "Globex"]


def test_by_options_as_discord_sends_them(engine: Engine) -> None:
    text = TWO.removeprefix("/compare ")
    reply = engine.respond(Turn(Who("discord", "7"), "channel", Invoked("compare", options={"offers": text})))
    assert names(reply) == ["Acme", "Globex"]
    assert reply.private


def test_only_those_named_are_compared(say: Say) -> None:
    say(FIVE)
    reply = say("/compare Acme and Hooli")
    assert names(reply) == ["Acme", "Hooli"]
    assert facts(reply).left_out == ("Globex", "Initech", "Brexel")
    assert names(say("/compare")) == ["Acme", "Globex", "Initech", "Hooli", "Brexel"]


def test_one_is_dropped_and_undo_brings_it_back(say: Say) -> None:
    say(FIVE)
    reply = say("/compare drop Initech")
    assert reply.text.startswith("Dropped Initech.")
    assert "Initech" not in names(reply)
    say("undo that")
    assert "Initech" in names(say("/compare"))
    assert say("/compare drop Nobody").text.startswith("**I have no offer called “Nobody”.**")


def test_nothing_to_drop_is_said(say: Say) -> None:
    assert say("/compare drop Acme").text.startswith("**There is no offer to drop")


def test_corrections_travel_with_the_offer(say: Say) -> None:
    say("Offer from Acme: 185k base, 20k sign-on")
    say("no, the sign-on is 35k")
    say("Offer from Globex: 170k base, 30k sign-on")
    found = facts(say("/compare"))
    assert {each.company: each.sign_on for each in found.offers} == {"Globex": 30_000, "Acme": 35_000}


def test_money_of_two_kinds_is_not_put_in_one_sum(say: Say) -> None:
    reply = say(ABROAD)
    assert reply.text.startswith("**I can't put these in one sum: Initech pays in GBP, Hooli pays in USD.**")
    found = facts(reply).comparison
    assert found is not None
    assert (found.four_years, found.levels) == (None, ())
    assert "Initech (GBP)" in reply.text


def test_a_short_contract_is_held_by_its_rate(say: Say) -> None:
    reply = say(SHORT)
    assert reply.text.startswith("**They don't run equally long")
    assert "| Base, full year    |    187,200 |    170,000 |" in reply.text
    assert "One is contract pay" in reply.text


def test_a_private_stake_stands_apart_with_its_scenarios_and_questions(say: Say) -> None:
    reply = say(PRIVATE)
    found = facts(reply)
    assert found.comparison is not None
    assert found.comparison.sides[1].both_four == 680_000
    (stake,) = found.prospects
    first = stake.outlooks[0]
    assert (first.exit_value, first.undiluted, first.diluted) == pytest.approx((100e6, 200_000, 160_000))
    assert "no cash, in no sum above" in reply.text
    assert "20% dilution is an example" in reply.text
    assert "Ask Globex: whether that percent is fully diluted, the strike, the 409A price" in reply.text
    (level,) = found.comparison.levels
    assert level.four_years.exit is not None
    # behind by (185 x 1.15 - 170) x 4 = 171: 0.2% of 85.5 million
    assert level.four_years.exit.value == pytest.approx(85_500_000)
    assert "only if the company sells for $85,500,000 or more" in reply.text


def test_exits_and_dilution_are_the_persons_to_name(say: Say) -> None:
    say(PRIVATE)
    found = facts(say("/compare exit 400m, dilution 50%"))
    (row,) = found.prospects[0].outlooks
    assert (row.exit_value, row.undiluted, row.diluted) == pytest.approx((400e6, 800_000, 400_000))
    assert found.comparison is not None
    exit_ = found.comparison.levels[0].four_years.exit
    assert exit_ is not None
    assert exit_.value == pytest.approx(171_000_000)


def test_year_by_year_is_a_view_by_word_and_by_button(say: Say, engine: Engine) -> None:
    reply = say(TWO)
    whole = press(engine, reply, "Year by year")
    assert whole.text == say("/compare years").text
    assert "| Equity, years 1–4  |          – |     50,000 |" in whole.text
    assert "| Leave after 2 y    |    416,000 |    440,000 |" in whole.text


def test_work_goes_on_with_the_other_offer(say: Say, engine: Engine) -> None:
    reply = say(TWO)
    assert press(engine, reply, "Work on Globex").slots.company == "Globex"
    assert names(say("/compare")) == ["Globex", "Acme"]
    assert press(engine, reply, "Work on Globex").slots.company == "Globex"


def test_a_button_of_an_offer_that_is_gone_says_what_there_is(say: Say, engine: Engine) -> None:
    reply = say(TWO)
    say("/compare drop Globex")
    assert press(engine, reply, "Work on Globex").text.startswith("**I found no offer in that")


@pytest.mark.parametrize("text", [TWO, PRIVATE, ABROAD, SHORT, FIVE, UNSAID])
@pytest.mark.parametrize("view", ["/compare", "/compare years"])
def test_every_figure_shown_is_in_the_facts(say: Say, text: str, view: str) -> None:
    say(text)
    reply = say(view)
    shown = re.sub(r"\byears? \d(?:–\d)?|\b4 y(?:ears)?\b|after \d y\b|Year \d", "", reply.text)
    assert numerals(shown) <= set(figures(asdict(facts(reply)))), reply.text


@pytest.mark.parametrize("text", [TWO, ABROAD, SHORT, FIVE, UNSAID])
def test_the_reply_fits_a_phone(say: Say, text: str) -> None:
    reply = say(text)
    assert len([line for line in reply.text.splitlines() if line.strip()]) <= 25
    for line in reply.text.splitlines():
        if line.startswith("|"):
            assert line.count("|") <= 5
            assert len(line) <= 64
    assert reply.text.count("Next: ") == 1


def test_an_offer_without_a_base_is_asked_for_it(say: Say) -> None:
    say("Offer from Initech: 0.15% equity")
    reply = say("/compare Acme: 150k base")
    assert reply.text.startswith("**I can't compare yet: Initech names no base.**")


def test_what_cannot_be_read_is_said(say: Say) -> None:
    say(TWO)
    said = say("/compare blah blah").text
    assert said.startswith("**I found no offer in that to compare.** I have Acme and Globex.")


def test_a_name_never_breaks_the_table_nor_takes_effect(say: Say) -> None:
    say("/compare Acme: 150k base vs Globex: 160k base")
    say("the company is Evil|Corp <!channel> @everyone `x`")
    reply = say("/compare")
    assert "<!" not in reply.text
    assert "@everyone" not in reply.text
    rows = [line for line in reply.text.splitlines() if line.startswith("|")]
    assert len({len(re.findall(r"(?<!\\)\|", row)) for row in rows}) == 1


def test_the_facts_are_plain_data(say: Say) -> None:
    printed = as_json(say(PRIVATE))["facts"]
    assert printed["comparison"]["four_years"]["name"] == "Acme"
    assert [side["both_four"] for side in printed["comparison"]["sides"]] == [pytest.approx(851_000), 680_000]


def test_levels_that_differ_are_named(say: Say) -> None:
    say("Offer from Acme: 185k base, senior software engineer, Seattle")
    say("Offer from Globex: 200k base, staff software engineer, Seattle")
    assert "The levels differ: Globex staff, Acme senior." in say("/compare").text


@pytest.mark.parametrize("words", ["compare them", "which one pays more?", "which offer should i take"])
def test_plain_words_find_it(say: Say, words: str) -> None:
    say(TWO)
    assert names(say(words)) == ["Acme", "Globex"]


def test_what_an_offer_puts_its_options_at_is_told_apart(say: Say) -> None:
    reply = say("/compare Acme: 150k base vs Globex: 140k base, options worth 300k over 4 years")
    assert "They put it at $300,000: ask how." in reply.text
    found = facts(reply).comparison
    assert found is not None
    assert found.sides[1].both_four == 560_000


@pytest.mark.parametrize("name", sorted(OFFERS))
@pytest.mark.parametrize("words", ["", "years", "exit 300m dilution 40%"])
def test_any_two_offers_can_be_held_side_by_side(market: Market, name: str, words: str) -> None:
    setting = Setting(market, datetime(2026, 8, 20, tzinfo=UTC), "dm")
    other = replace(OFFERS["everything"], company="Hooli")
    case = Case(offer=OFFERS[name], offer_about=job_of(OFFERS[name]), shelf=(Shelved(other, job_of(other)),))
    reply = respond(Ask(text=words), case, setting).reply
    shown = re.sub(r"\byears? \d(?:–\d)?|\b4 y(?:ears)?\b|after \d y\b|Year \d", "", reply.text)
    assert numerals(shown) <= set(figures(asdict(facts(reply)))) | STEPS, reply.text
    assert reply.text.count("Next: ") == 1
    assert "None" not in reply.text


def test_of_two_stakes_the_other_counts_as_nothing(say: Say) -> None:
    reply = say("/compare Acme: 180k base, 0.1% of the company vs Globex: 170k base, 0.2% of the company")
    assert [each.name for each in facts(reply).prospects] == ["Acme", "Globex"]
    # 40,000 behind: 0.2% of 20 million
    assert "only if the company sells for $20,000,000 or more" in reply.text
    assert "with Acme's own stake counted as nothing" in reply.text


def test_an_offer_without_a_company_is_never_called_by_its_role(say: Say) -> None:
    say("Offer: Founding Engineer at a seed-stage startup, San Francisco, 165k base, 0.9% options")
    reply = say("/compare Acme: 185k base, 120k RSUs over 4 years")
    assert names(reply) == ["Acme", "the startup"]
    assert "more over four years than the startup" in reply.text
    assert "**The startup's 0.9% of the company" in reply.text
    assert "Founding Engineer" not in reply.text
    assert names(say("/compare drop the startup")) == []


def test_what_would_match_pay_by_the_hour_is_told_by_the_hour(say: Say) -> None:
    reply = say("/compare Acme: $45/hour, 36 hours a week vs Beta Health: $48/hour, 36 hours a week")
    # 3 an hour x 36 x 52 = 5,616 a year
    assert "base $48.00 an hour ($3.00 more, 6.7%; $89,856 a year)" in reply.text
    found = facts(reply).comparison
    assert found is not None
    raised = found.levels[0].four_years.base
    assert raised is not None
    assert raised.rate == pytest.approx((3, 48))
    assert raised.per == "hour"


def test_an_offer_abroad_goes_by_its_city_and_keeps_its_name(say: Say) -> None:
    say("Offer from Vela: Product Designer, Berlin, €72,000 base")
    assert names(say("/compare €78,000 in Munich")) == ["the Munich offer", "Vela"]
    assert say("/compare drop Munich").text.startswith("Dropped the Munich offer. Vela is left")


def test_what_is_left_is_called_as_before(say: Say) -> None:
    say("Offer: ML engineer in Boston, 190k base, 0.4% equity")
    say("Offer: ML engineer in Austin, 175k base, 1.1% equity")
    assert names(say("/compare")) == ["the Austin offer", "the Boston offer"]
    assert say("/compare drop Austin").text.startswith("Dropped the Austin offer. The Boston offer is left")


def test_every_offer_of_many_has_its_years(say: Say) -> None:
    say(FIVE)
    reply = say("/compare years")
    for name, base in (("Acme", 150), ("Globex", 160), ("Initech", 170), ("Hooli", 180), ("Brexel", 190)):
        assert f"**{name}**" in reply.text
        assert reply.text.count(f"| Each year | {base},000 | 0 | {base},000 |") == 1


def test_level_sums_are_said_to_be_level_by_year_too(say: Say) -> None:
    say("/compare Acme: 150k base vs Globex: 150k base")
    assert "Acme and Globex are level" in say("/compare years").text
