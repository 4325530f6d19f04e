"""Several things asked for in one draft: found however they are joined, and one of them left."""

from __future__ import annotations

import pytest

from bot.offers.offer import Offer
from bot.playbook.check.reading import check
from bot.playbook.check.shapes import Checked, Known
from bot.playbook.critique import critique

from .marked import LINES


def checked(said: str, known: Known | None = None) -> Checked:
    return check(f"Hi Tom, thank you for the offer. {said}", known or Known(), LINES)


def without_market(better: str) -> str:
    return better.replace(f"{LINES.market} ", "").replace(f" {LINES.market}", "")


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("I need 165k base and 30k sign on.", "Can you get the base to 165k?"),
        ("Could we do 92k & 10k sign-on?", "Could we do 92k?"),
        ("Can you do 92k plus a 10k signing bonus?", "Can you do 92k?"),
        ("I'd like 85k plus a review after six months.", "I'd like 85k."),
        ("I want $92,000 along with 4 weeks vacation.", "Can you get the base to $92,000?"),
        ("Please match Hex at 200k base, and add a 20k sign-on.", "Please match Hex at 200k base."),
        (
            "I would like 165k base, plus 30 days holiday and a company laptop.",
            "I would like 165k base.",
        ),
        ("Could we do 92k? Also the sign-on should be 10k.", "Could we do 92k?"),
        ("Could we do 92k? And free parking.", "Could we do 92k?"),
        ("Would 49k be possible? Also I'd need every second weekend off.", "Would 49k be possible?"),
        ("I would want 1% and 185k and full acceleration.", "Can you get the base to 185k?"),
        ("So 190 base, 50k sign on.", "Can you get the base to 190k?"),
    ],
)
def test_two_asks_of_one_breath_are_found_and_the_dearest_stays(said: str, left: str) -> None:
    found = checked(said)
    assert "several_asks" in found.looked.kinds
    assert found.looked.strong not in ("ask", "ask_and_market", "ask_last")
    body = without_market(found.improved).removesuffix(f" {LINES.close}")
    assert body == f"Hi Tom, thank you for the offer. {left}"


@pytest.mark.parametrize(
    "said",
    [
        "With 105k and a 10k sign-on I'd sign today.",
        "Could you get the base to 105k, with the bonus and equity as offered?",
        "Since there is no bonus and no equity, could you get the base to 105k?",
        "Could you get the base to 105k? The equity is generous and the bonus is fine.",
        "I will lose a bonus of 32k in March, so I'm asking for a sign-on of $30,000.",
    ],
)
def test_what_is_one_ask_is_left_alone(said: str) -> None:
    assert "several_asks" not in checked(said).looked.kinds


@pytest.mark.parametrize(
    "said",
    [
        "Could you do 0.15%? and some more time to decide.",
        "Could you raise the base to 92k? I'd also need until Friday to decide.",
    ],
)
def test_time_beside_a_number_is_a_second_ask(said: str) -> None:
    found = checked(said)
    several = next(each for each in found.looked.findings if each.kind == "several_asks")
    assert several.why == "time"
    assert "vague_ask" not in found.looked.kinds
    assert "decide" not in found.improved


@pytest.mark.parametrize(
    "said",
    [
        "I have another offer at 220k from Linear. Match it or I walk.",
        "Linear offered me 220k. Can you match that? If not I will go there.",
        "I also hold an offer of 220k from Linear. Could you meet that? I prefer your team.",
    ],
)
def test_a_wish_to_have_another_offer_matched_asks_for_its_sum(said: str) -> None:
    found = checked(said)
    assert [each.high for each in found.looked.asks] == [220_000]
    assert "no_ask" not in found.looked.kinds
    assert LINES.figure not in found.improved
    assert "220k" in found.improved
    assert "ultimatum" not in checked(found.improved).looked.kinds


def test_the_fifth_demand_of_a_long_list_leaves_the_other_offer_as_the_ask() -> None:
    found = checked(
        "I have another offer at 220k from Linear. Match it or I walk. "
        "Also want 30k sign on and 5 weeks vacation and remote. Sam"
    )
    assert {"several_asks", "ultimatum"} <= found.looked.kinds
    assert "Can you get the base to 220k?" in found.improved
    assert not any(word in found.improved for word in ("sign on", "vacation", "remote", "walk"))


def test_beside_a_number_of_their_own_it_is_that_number() -> None:
    found = checked("Linear offered me 220k. I'd like 205k here. Could you do it?")
    assert [each.high for each in found.looked.asks] == [205_000]


def test_todays_pay_to_be_matched_is_no_number_to_ask_for() -> None:
    found = checked("I make 105k now. Can you match it?")
    assert "105" not in found.improved
    assert LINES.figure in found.improved
    assert "match" not in found.improved


def test_of_a_sized_grant_and_a_vague_base_the_grant_stays() -> None:
    found = checked("The RSU grant is low. Could you increase it to $520k? Also is the base negotiable?")
    assert "several_asks" in found.looked.kinds
    assert "Could you increase it to $520k?" in found.improved
    assert "negotiable" not in found.improved


def test_a_bare_number_beside_an_hourly_rate_is_by_the_hour() -> None:
    known = Known(Offer(base_amount=180_000, base_period="year", currency="USD"))
    found = checked("I can start at $95/hr W2. If you can do 105 I'd sign today.", known)
    assert [each.high for each in found.looked.asks] == [105]
    assert "wrong_number" not in found.looked.kinds
    assert "If you can do 105 I'd sign today." in found.improved


def test_what_to_fall_back_on_is_the_one_question_at_the_end() -> None:
    offer = Offer(company="Kestrel", base_amount=205_000.0, base_period="year", currency="USD")
    known = Known(offer, critique(offer, None, None))
    fixed = "I know the base is fixed. I'd like 215k. I cut our cloud bill by 30%. Can we get there? Sam"
    found = checked(fixed, known)
    assert "base_alone" in found.looked.kinds
    assert found.improved.endswith(f"I cut our cloud bill by 30%. {LINES.fallback} Sam")
    assert found.improved.count("?") == 1
