"""What a sentence says beside its wish: role, place, level, company and amount, and what it does not say."""

from __future__ import annotations

import pytest

from bot.understand import places
from bot.understand.no_pay import without_counts
from bot.understand.question import Question, read
from bot.understand.spelled import spelled


def heard(text: str) -> Question:
    """A sentence as it is read."""
    return read(text, spoken=True)


@pytest.mark.parametrize(
    "text",
    [
        "write something to ask for 165, firm but nice",
        "judge this offer, please",
        "translate my reply for a manager",
        "I model credit risk with SAS and regressions",
    ],
)
def test_a_verb_or_a_tool_is_no_role(text: str) -> None:
    question = heard(text)
    assert question.role is None
    assert [each for each in question.unsure if each.slot == "role"] == []
    assert question.beyond is None


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("im at 142k as a mid level frontend in chicago", "frontend-engineer"),
        ("they gave me an offer, backend 6 yrs", "backend-engineer"),
        ("product manager in Austin, how much does a pm earn", "product-manager"),
        ("a judge of talent? i'm a recruiter 5 years in", "recruiter"),
        ("I'm an in-house lawyer at a bank", "legal-counsel"),
        ("finance director in Boston, 180", "finance-manager"),
        ("staff eng at Airbnb", "software-engineer"),
    ],
)
def test_a_field_beside_a_rank_or_its_years_is_a_role(text: str, role: str) -> None:
    assert heard(text).role == role


@pytest.mark.parametrize(
    "text",
    [
        "vp said 145 take it or leave it",
        "the vp of sales says 145 is final",
        "she's a VP from Oracle days",
        "my tech lead thinks 150 is the cap",
        "our director won't go over 150",
        "lead me through the call",
        "3rd year associate",
    ],
)
def test_someone_in_the_story_is_no_level(text: str) -> None:
    assert heard(text).level is None


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("offer for a vp of engineering role at Plaid, 310", "vp"),
        ("my staff swe offer is 240", "staff"),
        ("my director offer is 210", "director"),
        ("tech lead at a bank, 190", "staff"),
        ("associate, Deloitte", "entry"),
    ],
)
def test_the_level_of_the_job_itself_stays_one(text: str, level: str) -> None:
    assert heard(text).level == level


@pytest.mark.parametrize(
    "text",
    [
        "reduced decision time from nine days to two",
        "a bonus at fifteen percent",
        "what do they start at nowadays",
        "I would accept your offer at M4",
        "I translated it from Korean",
        "HR wants it signed in DocuSign by midnight",
        "use my GitHub for a bullet",
        "KES 620,000 gross. Head of design. Fair for Nairobi?",
    ],
)
def test_numbers_grades_languages_and_tools_are_no_company(text: str) -> None:
    assert heard(text).company is None


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("how much nubank pay for a software engineer", "Nubank"),
        ("offer from GitHub", "GitHub"),
        ("FAIR offered me 300", "Meta AI"),
        ("is ASML a good payer", "ASML"),
        ("I went through it twice. Ramp offered 190", "Ramp"),
        ("rappi or stay", "Rappi"),
        ("snap offered 200", "Snap"),
        ("working for Dunder Mifflin as an AE", "Dunder Mifflin"),
        ("a startup called Foobar offered 150", "Foobar"),
    ],
)
def test_a_company_said_as_one_is_heard(text: str, company: str) -> None:
    assert heard(text).company == company


@pytest.mark.parametrize(
    "text",
    [
        "renewals went from 81 to 93%",
        "22 years without an accident, 2.6 million miles",
        "cap on my commute is 45 min",
        "call taker, 911, county salary",
        "a 400-person software firm",
        "I turn 40 and want one last jump",
        "i'm 58 and my son installed this",
        "another process ends the 20th, these want it on the 12th",
        "10k options at a 40 person startup",
        "I carry a 1.4M number",
        "open the shop till 22h",
        "audited for ISO 27001",
    ],
)
def test_what_is_counted_is_no_pay(text: str) -> None:
    assert heard(text).amount is None


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("they said one fifty and I want one sixty five", 150_000),
        ("one sixty-five thousand please", 165_000),
        ("call me at one thirty tomorrow, they offer 95", 95_000),
        ("could you do one eighty", 180_000),
        ("the recruiter said 71.50 and my friend got 76", 71.5),
        ("the contract says 138.5", 138_500),
        ("they offered 82,5 in berlin", 82_500),
        ("base 67,5k", 67_500),
        ("my floor has gone up from 60 to 66", 66_000),
        ("a 400-person firm in Austin, I'm on 148", 148_000),
        ("150 two years ago", 150_000),
        ("150 min", 150_000),
        ("95 yr", 95_000),
    ],
)
def test_pay_is_read_as_people_say_it(text: str, amount: float) -> None:
    assert heard(text).amount == amount


def test_an_amount_with_cents_is_an_hours_pay() -> None:
    figure = heard("hes firm at 43.50").figure
    assert figure is not None
    assert (figure.value, figure.per) == (43.5, "hour")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("my location is Portland in Maine", "Portland, ME"),
        ("foundations anywhere in Europe", "Europe"),
    ],
)
def test_a_place_is_the_one_said(text: str, place: str) -> None:
    found = heard(text).place
    assert found is not None
    assert places.place(found).name.startswith(place.partition(",")[0])
    assert places.place(found).name.endswith(place.rpartition(" ")[2])


@pytest.mark.parametrize(
    "text", ["hybrid, 2 days remote, good?", "work from home fridays, 150", "3 days in office, rest remote"]
)
def test_days_away_from_the_office_are_no_place(text: str) -> None:
    assert heard(text).place is None


def test_a_job_that_is_remote_is() -> None:
    assert heard("fully remote, 150 base").place == places.REMOTE


def test_blanked_counts_keep_every_position() -> None:
    text = "20 people, 12% and 150k for 3 years"
    left = without_counts(text)
    assert len(left) == len(text)
    assert left.index("150k") == text.index("150k")
    assert "20" not in left
    assert "12%" not in left


@pytest.mark.parametrize(
    "text", ["one" + " fifty one" * 4000, "1 " * 20000, "9" * 20000, "20 people " * 4000]
)
def test_long_texts_are_read_at_once(text: str) -> None:
    assert len(without_counts(text)) == len(text)
    assert spelled(text) is not None
