"""Which company a question names, and which words only look like one."""

from __future__ import annotations

import time

import pytest

from bot.understand import companies, known_companies
from bot.understand.question import read
from bot.understand.vocab import rows


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("senior swe stripe sf", "Stripe"),
        ("swe brex", "Brex"),
        ("swe at abridge sf", "Abridge"),
        ("swe @ramp", "Ramp"),
        ("swe @ Ramp sf", "Ramp"),
        ("swe from Match Group in dallas", "Match Group"),
        ("em match group", "Match Group"),
        ("swe at initech seatle", "Initech"),
        ("Stripe's band for swe", "Stripe"),
        ("forward deployed engineer at writer", "Writer"),
        ("swe ramp", None),
        ("swe at senior level", None),
        ("swe seattle at all levels", None),
        ("writer nyc", None),
        ("swe, ada@stripe.com", None),
    ],
)
def test_a_company_in_the_arguments_of_a_command(text: str, company: str | None) -> None:
    assert read(text).company == company


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("what does stripe pay senior engineers", "Stripe"),
        ("what does initech pay a swe", "Initech"),
        ("how much does red ventures pay a swe in charlotte", "Red Ventures"),
        ("what does ramp pay a pm", "Ramp"),
        ("what does target pay a pm", "Target"),
        ("what does zorb labs pay a pm", "Zorb Labs"),
        ("pm at Acme Robotics Zorb in Denver", "Acme Robotics Zorb"),
        ("senior swe at abridge", "Abridge"),
        ("What Does A SWE At Acme Make In Denver", "Acme"),
        ("how to ramp up as a swe", None),
        ("does python pay more for a swe", None),
        ("does AI pay more for data scientists", None),
        ("what do startups pay a swe", None),
        ("what does the market pay a swe", None),
        ("swe at a series b startup", None),
        ("data scientist at FAANG", None),
        ("do swes at scale earn more in sf", None),
    ],
)
def test_a_company_in_a_sentence(text: str, company: str | None) -> None:
    assert read(text, spoken=True).company == company


def test_a_company_takes_nothing_from_the_place() -> None:
    found = read("swe at initech seatle")
    assert (found.company, found.place) == ("Initech", "0042660")


@pytest.mark.parametrize("part", ["at ", "what does a ", "@", "At A", "at a@b's "])
def test_hostile_text_takes_no_time(part: str) -> None:
    text = part * (200_000 // len(part))
    start = time.process_time()
    read(text, spoken=True)
    assert time.process_time() - start < 1.0


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("what does a swe make at google and openai and anthropic", ("Google", "OpenAI", "Anthropic")),
        ("moving from Oracle to Snowflake as a swe, what's fair", ("Snowflake", "Oracle")),
        ("staff swe at deloitte vs accenture", ("Deloitte", "Accenture")),
        ("pm at Lyft, Zorblatt or Uber", ("Lyft", "Zorblatt", "Uber")),
        ("swe at Stripe and I want more", ("Stripe",)),
    ],
)
def test_no_company_named_is_swallowed(text: str, named: tuple[str, ...]) -> None:
    found = read(text, spoken=True)
    assert (found.company, *found.companies_besides) == named


def test_two_companies_in_a_command() -> None:
    for text in ("swe openai vs anthropic", "swe openai anthropic sf", "swe openai, Anthropic"):
        found = read(text)
        assert (found.company, found.companies_besides, found.unknown) == ("OpenAI", ("Anthropic",), ())


@pytest.mark.parametrize(
    "text",
    [
        "what does healthcare pay data scientists",
        "what does crypto pay a swe",
        "swe at fintechs in nyc",
        "data scientist coming from academia",
        "what does a swe make at AI startups",
        "data scientist from Python background",
        "senior swe from Java background in austin",
        "I need an answer by Monday, swe in sf",
        "swe at Level 5 in sf",
        "swe at Kubernetes company",
        "swe at Zorblattian companies",
        "swe @everyone",
        "Fair pay for a swe in sf?",
        "swe at Series B startup",
        "how to target a higher salary as a swe",
        "do sales force managers make more in sf",
        "will the gap between pm and swe grow",
    ],
)
def test_an_ordinary_word_after_at_is_no_company(text: str) -> None:
    assert read(text, spoken=True).company is None


@pytest.mark.parametrize("text", ["fair pay for a swe", "linear algebra teacher", "recruiter target boise"])
def test_an_ordinary_word_of_a_command_is_no_company(text: str) -> None:
    assert read(text).company is None


@pytest.mark.parametrize(
    ("text", "company", "place"),
    [
        ("senior swe at Texas Instruments in Austin", "Texas Instruments", "0012420"),
        ("swe new york times", "New York Times", None),
        ("swe at The New York Times", "New York Times", None),
        ("swe new york times new york", "New York Times", "0035620"),
        ("swe bank of america charlotte", "Bank of America", "0016740"),
        ("security engineer palo alto networks", "Palo Alto Networks", None),
        ("data analyst boston scientific", "Boston Scientific", None),
        ("data scientist cleveland clinic cleveland", "Cleveland Clinic", "0017410"),
        ("swe boston", None, "0014460"),
    ],
)
def test_a_name_that_holds_a_place_is_a_company_s(text: str, company: str | None, place: str | None) -> None:
    for spoken in (False, True):
        found = read(text, spoken=spoken)
        assert (found.company, found.place, found.unknown) == (company, place, ())


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("swe at 37signals", "37signals"),
        ("swe at 99ranchers", "99ranchers"),
        ("swe at company 3", "Company 3"),
        ("swe at Firm 2", "Firm 2"),
        ("swe at Zorblatt 2 in boise", "Zorblatt 2"),
        ("swe at Zorblatt 5 years in boise", "Zorblatt"),
    ],
)
def test_a_number_may_be_part_of_a_name(text: str, company: str) -> None:
    found = read(text)
    assert (found.company, found.role) == (company, "software-engineer")


def test_a_number_of_a_name_is_no_pay_and_pay_no_name() -> None:
    assert read("swe at 37signals").amount is None
    assert read("swe at 150k in boise").company is None
    assert read("swe at 37signals 150k").amount == 150_000


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("ibm", "IBM"), ("ebay", "eBay"), ("at&t", "AT&T"), ("scale ai", "Scale AI"), ("fb", "Meta"),
        ("jp morgan", "JPMorgan Chase"), ("tcs", "TCS"), ("t-mobile", "T-Mobile"), ("open ai", "OpenAI"),
    ],
)  # fmt: skip
def test_a_company_is_named_as_it_writes_itself(said: str, name: str) -> None:
    assert read(f"swe {said}").company == name
    assert read(f"what does a swe make at {said}", spoken=True).company == name


def test_a_company_with_ai_in_its_name_asks_for_no_ai_skills() -> None:
    for text in ("swe scale ai", "swe open ai sf", "swe at harvey ai"):
        assert not read(text).ai


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Anthropc", ("Anthropic",)),
        ("databriks", ("Databricks",)),
        ("Zorblatt", ()),
        ("Stripe", ()),
        ("abc", ()),
    ],
)
def test_near_spellings_are_of_known_companies(said: str, names: tuple[str, ...]) -> None:
    assert known_companies.near(said) == names


def test_each_spelling_belongs_to_one_company() -> None:
    of: dict[str, str] = {}
    for row in rows("company_keys"):
        for name in (row["name"], *filter(None, row["aliases"].split("; "))):
            letters = known_companies.letters(name)
            assert letters not in of, f"{name} is {of[letters]} and {row['name']}"
            of[letters] = row["name"]


def test_every_company_that_can_be_read_has_a_name_of_its_own() -> None:
    listed = {row["word"] for row in rows("company_names")}
    assert {word for word in listed if known_companies.company(word) is None} == set()


@pytest.mark.parametrize("part", ["at Acme ", "Bank of ", "google and ", "a.b.", "New York Times ", "@ A-"])
def test_many_names_take_no_time(part: str) -> None:
    text = part * (1_000_000 // len(part))
    start = time.process_time()
    assert len(read(text).companies_besides) < companies.AT_MOST
    read(text, spoken=True)
    known_companies.near(text)
    assert time.process_time() - start < 3.0
