"""Answers over jobs of all kinds: what each gives is counted, named as it is, and stands in the yes."""

from __future__ import annotations

import pytest

from bot.commands.replied import is_answer, replied
from bot.commands.replying.stance import is_to_stay
from bot.memory.case import Case
from bot.offers.offer import Offer
from bot.playbook.answered import Beside
from bot.playbook.decide import Sent
from bot.turn import Reply
from tests.conftest import Say

NURSE = (
    "/offer Registered nurse at Oakfield Hospital, Houston TX, $41/hr, 36 hours a week, "
    "night differential $4, weekend differential $3"
)
COUNSEL = (
    "/offer Senior Corporate Counsel at Ledgerline Inc., New York. Base 225,000. Bonus 20%. Sign-on 30k."
)
DESIGNER = (
    "/offer Senior Product Designer at Loomly Labs, Austin TX. Salary: $145,000. 22,000 stock options, "
    "strike price $1.10, 4yr vest."
)
MARKETING = "/offer Marketing Manager at Foo Foods, Chicago. base 108k, 10% bonus, sign on 5k"
SALES = "/offer Account Executive at Quillmark, Denver. Base $80k, OTE $160k"
FEDERAL = "/offer Policy Analyst at the Department of Commerce, Washington DC, $104,600 a year"
CONTRACT = "/offer contract Data Engineer at Apex Staffing, Charlotte NC, $88/hr, 40 hours a week, 12 months"
DRIVER = "/offer Truck driver at Hollis Lines, Tulsa, 58 cents a mile, 2,400 miles a week, $5k sign-on"
BERLIN = "/offer Software Engineer at Brandt Systeme, Berlin, €78,000 a year, 30 days off"
INDIA = "/offer SDE-2 at Zentrix Software, Bangalore. fixed 24 LPA, joining bonus 2 lakh, 90 days notice"
ATTORNEY = "/offer Staff Attorney at Legal Aid Ohio, Columbus, 72k"


def note(reply: Reply) -> str:
    """What is to be sent."""
    assert reply.file is not None
    assert isinstance(reply.file.content, str)
    return reply.file.content


def test_a_night_is_told_from_a_weekend(say: Say) -> None:
    say(NURSE)
    say("/counter 45 an hour")
    decision = say("they said 43 and 5 dollars an hour for nights").facts.decision
    assert decision.beside == (Beside("night", 5, "money", per="hour"),)
    offer = say("/decide accept").facts.offer
    assert (offer.base_amount, offer.sign_on) == (43, None)
    letter = note(say("/decide accept"))
    assert "A night differential of $5 an hour" in letter
    assert "weekend differential $3 an hour" in letter
    assert "night differential $4" not in letter


def test_time_off_by_the_hour_is_a_years(say: Say) -> None:
    say(NURSE)
    say("/counter 45 an hour")
    assert say("they gave me 120 hours of PTO").facts.decision.beside == (
        Beside("vacation", 120, "hour", total=True),
    )
    letter = note(say("/decide accept"))
    assert "120 hours of vacation a year" in letter
    assert "time off" not in letter


def test_the_place_for_the_rest_asks_for_nothing_that_was_given(say: Say) -> None:
    say(CONTRACT)
    say("/counter 97")
    say("they came back at 92/hr, and overtime at 1.5x after 40h")
    letter = note(say("/decide accept"))
    assert "Overtime at 1.5 times the rate" in letter
    assert "such as overtime" not in letter


def test_a_bonus_that_is_a_percent_stays_one(say: Say) -> None:
    say(COUNSEL)
    say("/counter")
    facts = say("They answered: base to 238, bonus stays at 20, sign-on up to 45k, RSUs unchanged").facts
    assert (facts.offer.bonus_pct, facts.offer.bonus_amount) == (20, None)
    assert facts.decision.total_change == 77_400  # 13,000 x 1.2 x 4 and 15,000 once
    assert [row.term for row in facts.changed] == ["sign_on"]  # and no grant without a size


def test_a_no_on_base_before_a_percent_is_no_last_word(say: Say) -> None:
    say(COUNSEL)
    say("/counter")
    reply = say("they can't move the base but they'd make the bonus 25% and guarantee it the first year")
    decision = reply.facts.decision
    assert (decision.answer, decision.final, decision.total_change) == ("moved", False, 45_000)
    assert decision.beside == (Beside("bonus"),)
    assert "last word" not in reply.text


@pytest.mark.parametrize(
    ("said", "units", "base"),
    [
        ("they said 25,000 options but base stays", 25_000, 145_000),
        ("they came to 150 and another 2,000 options", 24_000, 150_000),
        ("they upped it from 22,000 options to 26,000 options", 26_000, 145_000),
        ("they doubled the options", 44_000, 145_000),
        ("they came back with 25,500 options and 148k", 25_500, 148_000),
    ],
)
def test_options_are_counted_as_options(say: Say, said: str, units: int, base: int) -> None:
    say(DESIGNER)
    say("/counter 160k")
    reply = say(said)
    assert reply.intent == "decide"
    assert (reply.facts.offer.equity_units, reply.facts.offer.base_amount) == (units, base)
    assert "shares" not in reply.text
    assert f"{units:,} options" in reply.text


def test_options_called_final_are_final(say: Say) -> None:
    say(DESIGNER)
    decision = say("they said 25,000 options and that's final").facts.decision
    assert (decision.answer, decision.final) == ("moved", True)
    assert say("/counter").text.startswith("**They called it final, so there is no second round on base.**")


def test_what_may_be_exercised_is_in_the_yes(say: Say) -> None:
    say(DESIGNER)
    say("/counter 160k")
    found = say("they added early exercise and a 10 year exercise window").facts.decision.beside
    assert found == (Beside("early_exercise"), Beside("exercise", 10, "year"))
    letter = note(say("/decide accept"))
    assert "Early exercise of the options" in letter
    assert "An exercise window of 10 years" in letter


@pytest.mark.parametrize(
    ("said", "sign_on"),
    [
        ("they doubled the sign-on", 10_000),
        ("they tripled the signing bonus", 15_000),
        ("they gave me a 12k starting bonus", 12_000),
        ("hr approved a 9k welcome bonus", 9_000),
    ],
)
def test_a_sign_on_by_other_words(say: Say, said: str, sign_on: int) -> None:
    say(MARKETING)
    say("/counter 120k")
    facts = say(said).facts
    assert (facts.offer.sign_on, facts.offer.base_amount) == (sign_on, 108_000)
    assert facts.decision.total_change == sign_on - 5_000


def test_a_recruitment_incentive_is_paid_once(say: Say) -> None:
    say(FEDERAL)
    say("/counter 116k")
    first = say("they matched step 5, 110,900").facts
    assert (first.offer.base_amount, first.decision.beside) == (110_900, (Beside("step", 5),))
    assert say("they also approved a 10k recruitment incentive").facts.offer.sign_on == 10_000
    firm = say("they won't do more")
    assert "a review with a date, or time off" in firm.text  # not one more sign-on


def test_a_step_and_its_pay_in_one_breath(say: Say) -> None:
    say(ATTORNEY)
    say("/counter 78k")
    facts = say("they can't go higher but they count my clerkship, so step 6 at 75,200").facts
    assert facts.offer.base_amount == 75_200
    assert facts.decision.beside == (Beside("step", 6),)


@pytest.mark.parametrize(
    ("offer", "ask", "said", "found", "words"),
    [
        (DRIVER, "62 cents a mile", "they said 60 cents per mile and detention pay $20 an hour",
         Beside("detention", 20, "money", per="hour"), "Detention pay of $20 an hour"),
        (NURSE, "45 an hour", "they said 43 and per diem $80 a day",
         Beside("per_diem", 80, "money", per="day"), "A per diem of $80 a day"),
        (NURSE, "45 an hour", "they raised it to 43, pay my license fees",
         Beside("dues"), "Licence fees and dues paid"),
        (NURSE, "45 an hour", "they can do 43 and $2,500 for continuing education",
         Beside("learning", 2_500, "money"), "A learning budget of $2,500"),
        (SALES, "180k OTE", "they said 165k OTE with accelerators over 100%",
         Beside("accelerator"), "Accelerators on the commission\n"),
        (INDIA, "29 LPA", "they said they'd reimburse 1.5 lakh for the notice",
         Beside("notice", 150_000, "money"), "The notice period bought out for ₹1,50,000"),
        (BERLIN, "86000", "sie bieten 81.000 und 2 Tage Homeoffice",
         Beside("remote", 2, "day"), "2 days a week from home"),
    ],
)  # fmt: skip
def test_what_each_job_gives_beside_pay(
    say: Say, offer: str, ask: str, said: str, found: Beside, words: str
) -> None:
    say(offer)
    say(f"/counter {ask}")
    reply = say(said)
    assert (reply.intent, reply.facts.decision.beside) == ("decide", (found,))
    assert words in note(say("/decide accept"))


@pytest.mark.parametrize(
    "said", ["they said nothing about a night differential", "they said 43, no per diem"]
)
def test_what_was_not_given_is_not_told(say: Say, said: str) -> None:
    say(NURSE)
    say("/counter 45 an hour")
    assert say(f"/decide {said}").facts.decision.beside == ()


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("they need my answer by thursday now", "thursday"),
        ("they expect my decision by Friday 5pm", "Friday"),
        ("they gave me until December 9", "December 9"),
    ],
)
def test_a_day_to_answer_by_is_kept(say: Say, said: str, day: str) -> None:
    say(MARKETING)
    say("/counter 120k")
    say(f"/decide {said}")
    reply = say("/decide more time")
    assert reply.facts.offer.deadline == day
    assert "You asked for my answer by" in note(reply)


def test_a_number_beside_a_day_to_answer_by_is_kept_too(say: Say) -> None:
    say(MARKETING)
    say("/counter 120k")
    offer = say("they came back with 112k and need an answer by friday").facts.offer
    assert (offer.base_amount, offer.deadline) == (112_000, "friday")


def test_more_time_wished_for_is_no_new_deadline(say: Say) -> None:
    say(MARKETING)
    reply = say("/decide they want my decision by friday, can i get more time")
    assert reply.facts.note == "time"
    assert reply.facts.offer.deadline is None


def test_what_was_approved_after_thought_is_an_answer(say: Say) -> None:
    say(MARKETING)
    say("/counter 120k")
    say("they said they'd think about 115 but need approval")
    reply = say("they got approval for 115")
    assert reply.intent == "decide"
    assert reply.facts.decision.base_now == 115_000


@pytest.mark.parametrize(
    ("said", "stays"),
    [
        ("my current company matched 155k", True),
        ("my boss offered me 150k to stay", True),
        ("my present employer countered with 148k", True),
        ("if i stay i get 150k", True),
        ("they offered 150k to keep me", True),
        ("they matched 155k", False),
        ("my future boss got me 155k", False),
        ("the company matched my number", False),
    ],
)
def test_an_offer_to_stay_is_told_from_an_answer(said: str, stays: bool) -> None:
    assert is_to_stay(said) == stays
    offer = Offer(company="Hollow", base_amount=140_000, base_period="year", currency="USD")
    case = Case(offer=offer, sent=Sent("base", 155_000, 140_000, "year", 140_000, company="Hollow"))
    answer = replied(said, case)
    assert answer.stays == stays
    assert is_answer(said, case) or not stays
    assert (answer.over(offer) == offer) == stays


@pytest.mark.parametrize(
    ("said", "final", "refused"),
    [
        ("they said no to more", False, True),
        ("they can't move", False, True),
        ("they said 112k, final", True, False),
        ("it's their final offer", True, False),
        ("they came back with 112k", False, False),
    ],
)
def test_a_no_is_told_from_a_last_word(say: Say, said: str, final: bool, refused: bool) -> None:
    say(MARKETING)
    say("/counter 120k")
    say(f"/decide {said}")
    first = say("/counter").text.splitlines()[0]
    assert ("They called it final" in first) == final
    assert ("They said no to more" in first) == refused


def test_a_stake_named_by_its_percent_alone(say: Say) -> None:
    say("/offer Senior Product Designer at Loomly Labs, Austin. 145k, 10% bonus, 0.2% options over 4 years")
    say("/counter equity")
    facts = say("they said 0.25% and 150k but that is the ceiling").facts
    assert (facts.offer.equity_pct, facts.offer.base_amount, facts.offer.bonus_pct) == (0.25, 150_000, 10)
    assert facts.decision.past_ask == pytest.approx(0.01)


@pytest.mark.parametrize(
    "said",
    [
        "the district says I can move to lane 3, which is 60,900",
        "the school offered lane 3, 60,900",
        "my principal said they'll do lane 3, 60,900",
    ],
)
def test_a_lane_with_its_pay_is_the_answer_of_a_school(say: Say, said: str) -> None:
    say("/offer 6th grade teacher, Denver Public Schools, $58,300, lane 2 step 3")
    say("/counter 62000")
    facts = say(said).facts
    assert (facts.offer.company, facts.offer.base_amount) == ("Denver Public Schools", 60_900)
    assert facts.decision.movement_pct == pytest.approx(100 * 2_600 / 58_300)


SALES = (
    "Offer from Snyk, Senior Sales Engineer, Boston: OTE 240k, 75/25 split, "
    "4000 RSU over 4 years, sign-on 15k"
)


@pytest.mark.parametrize(
    ("answer", "base", "ote"),
    [
        ("/decide they offered OTE 250k same split, no change in RSU", 187_500, 250_000),
        ("they raised OTE to 250k, the split stays the same", 187_500, 250_000),
        ("they raised OTE to 250k", 180_000, 250_000),
        ("/decide they said base 190k and variable 65k", 190_000, 255_000),
        ("their answer: 190k base, 65k commission", 190_000, 255_000),
    ],
)
def test_pay_at_target_moves_by_its_split(say: Say, answer: str, base: float, ote: float) -> None:
    say(SALES)
    say("/counter ote 260k")
    reply = say(answer)
    offer = reply.facts.offer
    assert (reply.intent, offer.base_amount, offer.ote_high) == ("decide", base, ote)


def test_an_answer_so_called_is_one(say: Say) -> None:
    say("Offer from Brex: Senior Backend Engineer, remote, contractor, $68/hour, 40 hours/week")
    say("/counter 80")
    reply = say("their answer: $74/hr")
    assert (reply.intent, reply.facts.decision.answer) == ("decide", "moved")
