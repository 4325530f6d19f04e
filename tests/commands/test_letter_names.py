"""How letters and notes name the job, the employer, days, a grant, and what was promised beside it."""

from __future__ import annotations

import pytest

from bot.commands.letter_names import company_said, title_said
from bot.memory.case import About
from bot.offers.offer import Offer
from bot.turn import Reply
from tests.conftest import Say

SALES = (
    "Offer: Account Executive, Mid-Market at Ledgerline Inc., New York. Base $95,000, OTE $190,000, uncapped"
    " commission, quota $1.1m, 3 month draw. Reply by monday"
)
HEX = "Offer from Hex for Analytics Engineer, San Francisco: $170k base, 12,000 options at $4.10 strike."


def letter(reply: Reply) -> str:
    assert reply.file is not None
    return reply.file.content


@pytest.mark.parametrize(
    ("title", "company", "said"),
    [
        ("Staff accountant", None, "Staff Accountant"),
        ("VP of engineering", None, "VP of Engineering"),
        ("enterprise AE", None, "Enterprise AE"),
        ("vp of engineering", None, "VP of Engineering"),
        ("SDE-1", None, "SDE-1"),
        ("iOS engineer", None, "iOS Engineer"),
        ("line cook", None, "Line Cook"),
        ("SENIOR ACCOUNTANT", None, "Senior Accountant"),
        ("MANAGER, HR OPERATIONS", None, "Manager, HR Operations"),
        ("Staff Nurse, ICU, Mercy Ridge Hospital", "Mercy Ridge Hospital", "Staff Nurse, ICU"),
        ("Mercy Ridge Hospital", "Mercy Ridge Hospital", "Mercy Ridge Hospital"),
    ],
)
def test_a_title_is_cased_whole_and_without_the_employer(title: str, company: str | None, said: str) -> None:
    assert title_said(Offer(title=title, company=company), About()) == said


@pytest.mark.parametrize(
    ("title", "about", "said"),
    [
        ("vp of engineering", About("engineering-manager", None, "vp"), "VP of Engineering"),
        ("head of people", About("hr-manager", None, "director"), "Head of People"),
        ("sr. swe", About("software-engineer", None, "senior"), "Senior Software Engineer"),
        ("staff software eng", About("software-engineer", None, "staff"), "Staff Software Engineer"),
        ("senior pm", About("product-manager", None, "senior"), "Senior Product Manager"),
        ("software engineer", About("data-scientist"), "Data Scientist"),
    ],
)
def test_a_title_written_small_is_spelt_out(title: str, about: About, said: str) -> None:
    assert title_said(Offer(title=title), about) == said


def test_an_employer_keeps_its_last_stop_and_closes_no_sentence_twice(say: Say) -> None:
    assert company_said(Offer(company="Ledgerline Inc.")) == "Ledgerline Inc."
    say(SALES)
    for command in ("/counter", "/decide more time", "/offer years", "/decide decline"):
        assert "Inc.." not in say(command).text
    assert "offering me the role of Account Executive, Mid-Market at Ledgerline Inc. I would" in letter(
        say("/counter")
    )


def test_a_yes_names_the_kinds_of_promises_it_did_not_read(say: Say) -> None:
    say(SALES)
    note = letter(say("/decide accept"))
    assert "the offer as Account Executive, Mid-Market at Ledgerline Inc., on these terms" in note
    promised = "the commission without a cap, the quota and the draw"
    assert f"- [GAP: anything else they promised, such as {promised}]" in note
    assert "return it by Monday." in note


def test_a_yes_to_a_rate_names_the_rate_alone_and_weeks_as_weeks(say: Say) -> None:
    say("Offer: Software Engineering Intern, Datadog, New York, $58/hr, 12 weeks, $5k housing stipend")
    note = letter(say("/decide accept"))
    assert "- Base: $58 an hour\n" in note
    assert "for 12 weeks" in note
    assert "such as housing]" in note
    assert "as a Software Engineering Intern at Datadog" in note


def test_a_title_stands_as_the_person_wrote_it(say: Say) -> None:
    say("/offer Line cook at Harbor Grill, Portland OR, $22/hr, about 35 hours, tips pooled. Start Monday")
    note = letter(say("/decide accept"))
    assert "as a Line Cook at Harbor Grill" in note
    assert "- Base: $22 an hour, 35 hours a week" in note
    assert "such as tips]" in note
    assert "I look forward to starting on Monday." in note


def test_options_stay_options(say: Say) -> None:
    say(HEX)
    email = letter(say("/counter equity"))
    assert "12,000 options" in email
    assert "shares" not in email
    assert "same vesting" not in email
    say("they came back with 172k and 0.4%")
    assert "12,000 options, 0.4% of the company" in letter(say("/decide accept"))


def test_a_day_that_passes_is_left_to_fill_in(say: Say) -> None:
    say("Offer from Hex: Analytics Engineer, San Francisco, 170k base. Reply by tomorrow")
    reply = say("/decide more time")
    assert "tomorrow" not in reply.text
    assert "my answer by [the day they named]." in letter(reply)
    say("Offer from Hex: Analytics Engineer, San Francisco, 170k base", user="bo")
    assert "the day you named" not in say("/decide more time", user="bo").text
