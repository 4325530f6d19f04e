"""The reply about an offer: its table, its years, what to ask, and the views behind it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import UTC, datetime

import pytest

from bot.commands.base import Ask, Respond, Setting
from bot.commands.judging import job_of
from bot.commands.offer_views import show_questions, show_years
from bot.commands.verdict import judged_reply
from bot.engine import as_json
from bot.market.database import Market
from bot.memory.case import Case
from bot.offers.offer import Offer
from bot.turn import Button, Reply
from tests.conftest import Say
from tests.test_numbers import figures, numerals

from .offers import OFFERS

Judge = Callable[..., Reply]


@pytest.fixture
def judge(market: Market) -> Judge:
    """The reply to an offer, or a view of it."""

    def judged(offer: Offer, view: Respond | None = None, others: tuple[Offer, ...] = ()) -> Reply:
        setting = Setting(market, datetime(2026, 8, 20, tzinfo=UTC), "dm")
        case = Case(offer=offer, offer_about=job_of(offer))
        if view is not None:
            return view(Ask(), case, setting).reply
        return judged_reply(case, offer, setting, others=others).reply

    return judged


def rows(text: str) -> dict[str, str]:
    """The two-column table of a reply."""
    return dict(re.findall(r"^\| ([A-Z][\w() -]+?) +\| ([^|]+) \|$", text, re.MULTILINE))


def year_rows(text: str) -> list[list[str]]:
    """The table of years: its head, and a row a year."""
    lines = [line for line in text.splitlines() if re.match(r"\| (?:in |Year |Each |\d+ )", line)]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def labels(reply: Reply) -> list[str]:
    return [action.label for action in reply.actions if isinstance(action, Button)]


@pytest.mark.parametrize(
    ("name", "term", "said"),
    [
        ("everything", "Base", "$185,000 a year"),
        ("everything", "Target bonus", "15% of base ($27,750)"),
        (
            "everything", "Sign-on",
            "$50,000: $30,000 in year 1, $20,000 in year 2, paid back if you leave within 12 months",
        ),
        (
            "everything", "Equity",
            "4,000 RSUs at $52 = $208,000 over 4 years, one-year cliff, then quarterly",
        ),
        ("everything", "Relocation", "yes, sum not stated"),
        ("everything", "Answer by", "12 September 2026"),
        ("everything", "Also", "starts 1 October 2026, 20 days off, level L5"),
        ("back-loaded", "Equity", "$180,000 in RSUs over 4 years, vesting 5/15/40/40"),
        ("part-time contract", "Base", "$62.50 an hour ($65,000 a year at 20 hours a week)"),
        ("part-time contract", "Also", "for 6 months"),
        ("by the hour", "Base", "$62 an hour ($128,960 a year at 40 hours a week, as I assume)"),
        ("rupees", "Base", "₹45,00,000 a year"),
        ("rupees", "Target bonus", "10% to 15% of base (₹4,50,000 to ₹6,75,000)"),
        ("rupees", "Equity", "$60,000 in RSUs over 4 years"),
        ("under water", "Base", "$150,000 to $170,000 a year"),
        (
            "under water", "Equity",
            "10,000 options over 4 years, one-year cliff, then monthly, strike $2.50, $1.25 a share today,"
            " 3 months to exercise after leaving",
        ),
        ("a percent", "Sign-on", "$25,000, once"),
        ("a percent", "Equity", "0.05% of the company, vesting over 4 years"),
        ("six years", "Target bonus", "7% of base, $10,000 a year"),
        ("six years", "Equity", "$20,000 a year in RSUs ($120,000 in all) over 6 years"),
        ("six years", "Refresh grants", "$10,000 a year"),
        ("a total alone", "Total", "$300,000, as they count it"),
        ("an intern", "Base", "$8,000 a month ($96,000 a year)"),
        ("an intern", "Relocation", "$3,000"),
        ("nothing beside", "Target bonus", "none"),
        ("nothing beside", "Sign-on", "none"),
        ("nothing beside", "Equity", "none"),
        ("on target", "On target (OTE)", "$240,000 to $260,000 a year, base included"),
        ("pounds", "Target bonus", "10% of base (£8,500)"),
        ("equity alone", "Equity", "$100,000 in RSUs, vesting 33/33/22/12"),
        ("unpriced", "Equity", "5,000 RSUs over 4 years"),
        ("a ranged grant", "Base", "$150,000 a year, up from $140,000, later $160,000"),
        ("a ranged grant", "Equity", "$80,000 to $100,000 in RSUs over 1 year, and a second grant"),
        ("francs every two weeks", "Base", "CHF 4,000 every two weeks (CHF 104,000 a year)"),
        ("francs every two weeks", "Target bonus", "up to 10% of base"),
    ],
)  # fmt: skip
def test_a_term_is_said_as_read_with_what_it_comes_to(judge: Judge, name: str, term: str, said: str) -> None:
    assert rows(judge(OFFERS[name]).text)[term] == said


@pytest.mark.parametrize(
    ("location", "said"),
    [
        ("London", "London, United Kingdom"),
        ("London, United Kingdom", "London, United Kingdom"),
        ("London, UK", "London, UK"),
        ("London United Kingdom", "London United Kingdom"),
        ("San Francisco, California", "San Francisco, CA"),
        ("Bengaluru, India", "Bengaluru, India"),
        ("united kingdom", "United Kingdom"),
        ("SF", "San Francisco, CA"),
        ("Remote", "remote"),
        ("Narnia", "Narnia"),
    ],
)
def test_the_place_is_said_in_full_and_its_country_once(judge: Judge, location: str, said: str) -> None:
    text = judge(replace(OFFERS["a bare base"], location=location)).text
    assert f"What I read: Senior Software Engineer at Initech, {said}\n" in text


def test_the_years_stand_a_row_each_under_their_currency(judge: Judge) -> None:
    assert year_rows(judge(OFFERS["everything"]).text) == [
        ["in USD", "base", "bonus", "sign-on", "equity", "total"],
        ["Year 1", "185,000", "27,750", "30,000", "52,000", "294,750"],
        ["Year 2", "185,000", "27,750", "20,000", "52,000", "284,750"],
        ["Year 3", "185,000", "27,750", "–", "52,000", "264,750"],
        ["Year 4", "185,000", "27,750", "–", "52,000", "264,750"],
        ["4 years", "740,000", "111,000", "50,000", "208,000", "1,109,000"],
    ]


def test_years_that_are_alike_are_one_row(judge: Judge) -> None:
    assert year_rows(judge(OFFERS["pounds"]).text) == [
        ["in GBP", "base", "bonus", "total"],
        ["Each year", "85,000", "8,500", "93,500"],
        ["4 years", "340,000", "34,000", "374,000"],
    ]


def test_equity_of_another_currency_is_named_and_not_added(judge: Judge) -> None:
    text = judge(OFFERS["rupees"]).text
    assert year_rows(text)[:2] == [
        ["in INR", "base", "bonus", "equity USD", "cash"],
        ["Each year", "4,500,000", "562,500", "15,000", "5,062,500"],
    ]
    assert "equity kept in its own currency and not added" in text


def test_what_is_taken_for_granted_is_one_line(judge: Judge) -> None:
    text = judge(OFFERS["everything"]).text
    assert "\n*Counts on no raise and no refresh grant; shares at today's value.*\n" in text


def test_a_short_contract_is_worth_its_months(judge: Judge) -> None:
    text = judge(OFFERS["part-time contract"]).text
    assert "For the 6 months it pays $32,500." in text
    assert not year_rows(text)


def test_which_hours_are_held_against_the_median_is_said(judge: Judge) -> None:
    reply = judge(OFFERS["part-time contract"])
    assert "$130,000 a year at 40 hours a week. The sums above count the 20 hours you were offered." in (
        reply.text
    )
    assert reply.facts.full_time_hours == 40
    assert judge(OFFERS["by the hour"]).facts.full_time_hours is None


def test_options_and_percents_are_scenarios_apart(judge: Judge) -> None:
    text = judge(OFFERS["a percent"]).text
    assert "No cash, so in none of my sums: 0.05% of the company, which would make $50,000 if" in text
    assert "equity" not in year_rows(text)[0]
    water = judge(OFFERS["under water"]).text
    assert "worth nothing at today's price" in water
    assert "as their price is not stated" in judge(OFFERS["unpriced"]).text


def test_what_vests_after_four_years_is_not_hidden(judge: Judge) -> None:
    assert "Another $55,000 of the equity vests after that." in judge(OFFERS["six years"]).text


def test_a_bare_base_has_no_years_and_no_button_for_them(judge: Judge) -> None:
    reply = judge(OFFERS["a bare base"])
    assert not year_rows(reply.text)
    assert "Year by year" not in labels(reply)


def test_at_most_three_questions_and_the_way_to_the_rest(judge: Judge) -> None:
    reply = judge(OFFERS["back-loaded"])
    asked = reply.text.partition("Ask the recruiter:\n")[2].partition("\n\n")[0].splitlines()
    assert len(asked) == 4
    assert asked[-1].endswith("`/offer questions`")
    assert "Questions to send" in labels(reply)
    full = replace(OFFERS["nothing beside"], deadline="2026-09-12")
    assert "Ask the recruiter" not in judge(full).text
    assert "Questions to send" not in labels(judge(full))


def test_other_offers_of_the_text_are_named_with_their_base(judge: Judge) -> None:
    others = (OFFERS["pounds"], Offer(base_amount=99_000), Offer(title="Nurse", sign_on=5_000))
    text = judge(OFFERS["a percent"], others=others).text
    told = text.partition("There are other offers")[2].partition("\n\n")[0].splitlines()[1:]
    assert told == [
        "- Initech: £85,000 a year base",
        "- Offer 3: $99,000 a year base",
        "- Nurse",
        "To judge one, press its button, or paste it alone.",
    ]


def test_a_doubt_is_asked_under_the_reply_and_stands_in_the_facts(judge: Judge) -> None:
    reply = judge(OFFERS["in doubt"])
    assert reply.text.index("$25,000", reply.text.index("Next:")) > 0
    assert [each.field for each in reply.facts.doubts] == ["sign_on"]
    assert labels(reply)[0] == "Yes"


@pytest.mark.parametrize("name", OFFERS)
def test_the_facts_hold_table_and_years_as_plain_data(judge: Judge, name: str) -> None:
    plain = json.loads(json.dumps(as_json(judge(OFFERS[name])), allow_nan=False))["facts"]
    assert all(row["said"] for row in plain["table"])
    if plain["years"]:
        assert all(len(row["amounts"]) == len(plain["years"]["columns"]) for row in plain["years"]["rows"])


@pytest.mark.parametrize("name", OFFERS)
@pytest.mark.parametrize("view", [None, show_years, show_questions])
def test_every_figure_shown_is_in_the_facts(judge: Judge, name: str, view: Respond | None) -> None:
    reply = judge(OFFERS[name], view)
    plain = asdict(reply.facts)
    assert numerals(reply.text) - set(figures(plain)) == set()
    assert not re.search(r"&(?:#\d+|amp|lt|gt|quot);|\{\{|\{%|None|Undefined|\\`", reply.text)
    assert "\n\n\n" not in reply.text


@pytest.mark.parametrize("name", OFFERS)
def test_the_reply_stays_short_and_ends_with_one_step(judge: Judge, name: str) -> None:
    reply = judge(replace(OFFERS[name], doubts=()))
    assert len(reply.text) < 2_400
    assert reply.text.splitlines()[-1].startswith("Next:")
    assert reply.text.count("Next:") == 1


def test_year_by_year_explains_every_figure(judge: Judge) -> None:
    text = judge(OFFERS["back-loaded"], show_years).text
    assert text.startswith("**$950,000 over four years at Initech.**")
    assert "- Equity: $9,000 in year 1 (5% × $180,000); $27,000 in year 2 (15% × $180,000);" in text
    assert "- No raise.\n- No refresh grant.\n" in text
    long = year_rows(judge(OFFERS["six years"], show_years).text)
    assert [row[0] for row in long[1:]] == [
        "Year 1", "Year 2", "Year 3", "Year 4", "4 years", "Year 5", "Year 6",
    ]  # fmt: skip
    water = judge(OFFERS["under water"], show_years).text
    assert "- At $6.25 a share: $37,500 ($1.25 × 5, then $6.25 - $2.50 a share, then 10,000 × $3.75)" in water
    assert "- To exercise all of them costs $25,000." in water
    assert "nothing to count by year" in judge(OFFERS["a total alone"], show_years).text


def test_the_questions_come_as_a_note_to_send(judge: Judge) -> None:
    text = judge(OFFERS["back-loaded"], show_questions).text
    note = text.partition("```text\n")[2].partition("```")[0]
    assert note.startswith("Hi [recruiter's name],")
    assert note.count("\n- ") == 4
    full = replace(OFFERS["nothing beside"], deadline="2026-09-12")
    assert "says all I would ask about" in judge(full, show_questions).text


def test_words_of_an_offer_never_break_the_table_or_take_effect(judge: Judge) -> None:
    hostile = "<!channel> | **x** `y` [z](http://evil.example)\n| a | b |"
    offer = replace(
        OFFERS["everything"], title=hostile, company=hostile, level=hostile, vest_schedule=hostile,
        start_date=hostile, deadline=hostile, remote=hostile, visa=hostile,
    )  # fmt: skip
    for view in (None, show_years, show_questions):
        text = judge(offer, view, () if view else (replace(offer, base_amount=None),)).text
        for mark in ("<!channel", "**x**", "`y`", "[z]", "://"):
            assert mark not in text
        for line in text.splitlines():
            if line.startswith("| "):
                assert len(re.findall(r"(?<!\\)\|", line)) in (3, 7), line


def test_the_views_are_reached_by_word_and_by_button(say: Say) -> None:
    assert say("/offer years").form is not None
    say("offer from Initech: 185k base, 15% bonus, 20k sign on")
    assert say("/offer years").text.startswith("**$")
    assert say("/offer Year by year").facts.years.rows[0].year == 1
    assert "```text" in say("/offer questions").text


@pytest.mark.parametrize(
    ("line", "base", "period"),
    [
        ("they came back with 43", 43, "hour"),
        ("they came back with $43.50", 43.5, "hour"),
        ("they came back with 43k", 43_000, "year"),
        ("they came back with 120", 120_000, "year"),
    ],
)
def test_a_new_base_without_a_period_is_paid_by_that_of_the_offer_where_its_size_fits(
    say: Say, line: str, base: float, period: str
) -> None:
    say("Offer: registered nurse at Oakfield Hospital, Houston, TX. $41 an hour, 36h weeks")
    read = say(line).facts.offer
    assert (read.base_amount, read.base_period, read.hours_per_week) == (base, period, 36)


def test_an_offer_of_no_job_is_taken_for_the_one_looked_up_and_that_is_said(say: Say) -> None:
    say("/range sales engineer, Boston")
    reply = say("I got the offer, 150k base")
    assert (reply.slots.role, reply.slots.place) == ("solutions-engineer", "Boston, MA")
    assert "the job you last looked up: Solutions Engineer, Boston, MA" in reply.text
    assert say("no, product manager in Denver").slots.role == "product-manager"


@pytest.mark.parametrize(
    "offer",
    [
        "Offer from Oakfield Hospital: registered nurse, 90k base",
        "Offer from Initech: senior data engineer in Denver, 190k base",
    ],
)
def test_an_offer_of_another_job_is_not_taken_for_the_one_looked_up(say: Say, offer: str) -> None:
    say("/range sales engineer, Boston")
    reply = say(offer)
    assert "you last looked up" not in reply.text
    assert reply.slots.role in (None, "data-engineer")


def test_a_line_headed_by_another_name_is_an_offer_of_its_own(say: Say) -> None:
    say("Offer from Google: senior software engineer, Austin, 185k base")
    assert (read := say("Acme: 150k base").facts.offer).company == "Acme"
    assert read.base_amount == 150_000
    assert {each.company for each in say("/compare").facts.offers} == {"Google", "Acme"}


@pytest.mark.parametrize("line", ["Base: 190k", "Update: 190k base", "Denver: 190k", "Now: 190k"])
def test_a_line_headed_by_a_term_or_a_place_changes_the_offer_at_hand(say: Say, line: str) -> None:
    say("Offer from Google: senior software engineer, Austin, 185k base")
    read = say(line).facts.offer
    assert (read.company, read.base_amount) == ("Google", 190_000)


@pytest.mark.parametrize("line", ["I'd still like 200k", "200k would make me sign", "I'm after 200k"])
def test_what_one_would_like_changes_no_offer(say: Say, line: str) -> None:
    say("Offer from Google: senior software engineer, Austin, 185k base")
    say(line)
    assert say("/offer").facts.offer.base_amount == 185_000
