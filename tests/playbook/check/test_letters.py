"""The improved draft as a letter: its lines, its one question, its end, its sums as they were written."""

from __future__ import annotations

import time

import pytest

from bot.playbook.check.reading import check
from bot.playbook.check.shapes import Known

from .marked import LINES


def improved(text: str) -> str:
    return check(text, Known(), LINES).improved


def test_the_lines_of_a_letter_stay() -> None:
    text = (
        "Hi Colleen,\n\nThank you so much for the offer! I love the unit.\n\n"
        "Right now I make $46 at Saint Luke's so $44.50 would be a pay cut and I can't afford that. "
        "I have 8 years in critical care, and I precepted 12 new nurses last year.\n\n"
        "Would $49 an hour be possible? Also I'd need every second weekend off.\n\n"
        "Thanks again,\nMaria Santos, RN"
    )
    assert improved(text) == (
        "Hi Colleen,\n\nThank you so much for the offer! I love the unit.\n\n"
        "I have 8 years in critical care, and I precepted 12 new nurses last year.\n\n"
        f"{LINES.market} Would $49 an hour be possible?\n\n"
        "Thanks again,\nMaria Santos, RN"
    )


@pytest.mark.parametrize(
    "farewell",
    ["Kind regards,\nLea", "With friendly greetings,\nStefan Vogel", "Mit freundlichen Grüßen\nStefan Vogel"],
)
def test_the_farewell_keeps_its_lines_behind_the_question(farewell: str) -> None:
    text = f"Dear Ms. Braun,\n\nThank you for the offer. I'd like 80.000 EUR.\n\n{farewell}"
    better = improved(text)
    assert better.startswith("Dear Ms. Braun,\n\nThank you for the offer. I'd like 80.000 EUR.")
    assert better.endswith(f"{LINES.close}\n\n{farewell}")


@pytest.mark.parametrize(
    "end", ["With friendly greetings, Stefan Vogel", "kat", "T.", "Looking forward to it."]
)
def test_the_closing_question_stands_before_the_end(end: str) -> None:
    better = improved(f"Hi Lena, thank you for the offer. The median is 62k. I'd like a base of 64k. {end}")
    closed = "forward" in end
    assert better.endswith(end)
    assert better.count(LINES.close) == (0 if closed else 1)


@pytest.mark.parametrize(
    ("said", "better"),
    [
        (
            "I was hoping you would consider a salary in the range of €68,000 to €72,000.",
            "Could you consider a salary of €72,000?",
        ),
        ("I need 215 or I sign with them.", "Can you get the base to 215k?"),
        (
            "I expect 120 as promised, else I will write on Glassdoor about you.",
            "Can you get the base to 120k?",
        ),
        (
            "Kindly increase my salary to 18 lakhs as per market standard.",
            "Kindly increase my salary to 18 lakhs.",
        ),
        ("130 or I'm gone.", "Can you get the base to 130k?"),
        ("i feel like 155-165 would be fair.", "i feel like 165k would be fair."),
    ],
)
def test_the_ask_is_said_with_its_own_number(said: str, better: str) -> None:
    mended = improved(f"Hi Lena, thank you for the offer. {said}").replace(f" {LINES.market}", "")
    assert mended.removesuffix(f" {LINES.close}") == f"Hi Lena, thank you for the offer. {better}"


@pytest.mark.parametrize(
    "said",
    [
        "I could also accept €66,000 with a review after six months.",
        "66k is ok for me too.",
        "I'd take 66k if I must.",
    ],
)
def test_a_smaller_number_one_would_take_goes(said: str) -> None:
    found = check(f"Hi Lena, thank you for the offer. I'd like 72k. {said}", Known(), LINES)
    assert "floor" in found.looked.kinds
    assert "66" not in found.improved
    assert "72k" in found.improved


def test_no_second_question_follows_the_ask_said_anew() -> None:
    text = "Hi Lena, thank you for the offer. For family reasons I need at least 72k. Could you do it?"
    assert improved(text).replace(f" {LINES.market}", "") == (
        "Hi Lena, thank you for the offer. Can you get the base to 72k?"
    )


@pytest.mark.parametrize("end", ["I remain, yours faithfully, C. Bramwell", "Rgds, Tim", "V/r, Aaron Pike"])
def test_more_farewells(end: str) -> None:
    better = improved(f"Dear Ms. Ito, thank you for the offer. The median is 62k. I'd like 64k. {end}")
    assert better.endswith(f"{LINES.close} {end}")


def test_the_rate_of_a_contractor_is_the_ask_and_the_lower_one_goes() -> None:
    found = check("hi, thanks for the call. my rate is 650 a day. i can do 600 for 6 months.", Known(), LINES)
    assert "floor" in found.looked.kinds
    assert not {"present_salary", "no_ask"} & found.looked.kinds
    assert "650 a day" in found.improved
    assert "600" not in found.improved


def test_years_alone_do_not_make_a_buzzword_work() -> None:
    said = "I have 10+ years in the field and am a results-driven AI-first leader. I'd like 64k."
    found = check(f"Thank you for the offer. {said}", Known(), LINES)
    assert "buzzwords" in found.looked.kinds
    assert "AI-first" not in found.improved


@pytest.mark.parametrize(
    "piece", ["I'm 10x, i ", "xx lol ", "I got 5k. match it. ", "and 1% and 5k ", "I'm in. "]
)
def test_ten_thousand_characters_are_read_in_no_time(piece: str) -> None:
    begun = time.process_time()
    check((piece * 10_000)[:10_000], Known(), LINES)
    assert time.process_time() - begun < 1


def test_sorry_alone_goes() -> None:
    found = check("Thank you for the offer. The median is 62k. Could you do 64k? Sorry. Bo", Known(), LINES)
    assert "apology" in found.looked.kinds
    assert found.improved == "Thank you for the offer. The median is 62k. Could you do 64k? Bo"
