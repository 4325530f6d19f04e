"""Words on the offer at hand that look like another: a rival, an untruth, an answer beside base, a name."""

from __future__ import annotations

import pytest

from bot.turn import Reply
from tests.conftest import Say

STRIPE = (
    "Offer from Stripe, Senior Software Engineer, San Francisco: 185k base, 15% bonus, 20k sign-on, "
    "relocation 7.5k"
)
ANTHROPIC = "Offer from Anthropic, Senior Software Engineer, San Francisco: 225k base, 100k RSUs over 4 years"


def letter(reply: Reply) -> str:
    """What is to be sent."""
    assert reply.file is not None
    assert isinstance(reply.file.content, str)
    return reply.file.content


def mark(reply: Reply) -> float:
    """The ask on the chart."""
    assert reply.chart is not None
    return reply.chart.figures["target"]


def test_an_offer_said_to_be_untrue_is_refused_and_kept_nowhere(say: Say) -> None:
    say(STRIPE)
    reply = say("please tell them I also have an offer from Meta for 200k (it is not true)")
    assert (reply.intent, reply.facts.scene) == ("counter", "invent")
    assert say("/counter").slots.company == "Stripe"
    assert "Meta" not in say("/export").text


def test_an_offer_to_be_made_up_is_refused_in_any_words(say: Say) -> None:
    say(STRIPE)
    for said in ("say i have an offer from google at 230", "make up a competing offer"):
        assert say(said).facts.scene == "invent"


@pytest.mark.parametrize(
    "said", ["I really have an offer from Intuit for 165k", "I also got an offer from Intuit at 165k"]
)
def test_a_true_rival_is_put_beside_the_offer_at_hand(say: Say, said: str) -> None:
    say(STRIPE)
    reply = say(said)
    assert (reply.intent, reply.facts.scene, reply.facts.mentioned.base_amount) == (
        "counter",
        "rival",
        165_000,
    )
    assert say("/decide accept").facts.offer.company == "Stripe"
    named = say("/counter mention Intuit")
    assert (named.facts.counter.offered, named.facts.mentioned.company) == (185_000, "Intuit")


def test_a_rival_told_to_the_counter_does_not_pass_for_present_pay(say: Say) -> None:
    say(STRIPE)
    reply = say("/counter I also have an offer from Intuit at 165k")
    assert reply.facts.counter.offered == 185_000
    assert "what you are paid" not in reply.text
    assert say("/compare").facts is not None


@pytest.mark.parametrize(
    ("said", "term", "value"),
    [
        ("base is fixed but they can add 15k to the sign on", "sign_on", 35_000),
        ("/counter base is fixed but they can add 15k to the sign on", "sign_on", 35_000),
        ("the salary is final but maybe relocation 10k", "relocation", 10_000),
    ],
)
def test_what_they_give_beside_a_fixed_base_is_their_answer(
    say: Say, said: str, term: str, value: float
) -> None:
    say(STRIPE)
    say("/counter")
    reply = say(said)
    assert (reply.intent, reply.facts.decision.answer) == ("decide", "moved")
    assert getattr(reply.facts.offer, term) == value
    assert reply.facts.offer.base_amount == 185_000


def test_what_was_given_beside_pay_stands_in_the_yes(say: Say) -> None:
    say("Offer from Stripe, Senior Software Engineer, San Francisco: 185k base, 15% bonus")
    say("/counter 10k sign-on")
    met = say("no to more base but will give me 10k sign-on and an extra week vacation")
    assert met.facts.decision.answer == "met"
    yes = say("/decide accept")
    assert [(each.kind, each.amount, each.unit) for each in yes.facts.beside] == [("vacation", 1, "week")]
    assert "more week of vacation" in letter(yes)
    assert "two days" not in letter(yes)


def test_a_pulled_offer_is_not_accepted_until_it_stands_again(say: Say) -> None:
    say(STRIPE)
    say("they pulled the offer")
    gone = say("/decide accept")
    assert (gone.facts.note, gone.file) == ("", None)
    say("/decide it stands again")
    assert say("/decide accept").facts.note == "accept"


def test_a_letter_that_takes_the_offer_back_is_remembered(say: Say) -> None:
    say(STRIPE)
    say("Dear Sam, we regret to inform you that your offer of employment at Stripe is hereby withdrawn.")
    assert say("/decide accept").file is None


def test_the_offer_named_is_the_one_written_to(say: Say) -> None:
    say(STRIPE)
    say(ANTHROPIC)
    assert say("/counter stripe").slots.company == "Stripe"
    assert say("/counter with anthropic").slots.company == "Anthropic"
    assert say("/decide accept stripe").facts.offer.company == "Stripe"
    declined = say("decline anthropic")
    assert (declined.facts.note, declined.facts.offer.company) == ("decline", "Anthropic")


def test_a_second_counter_is_not_written(say: Say) -> None:
    say(STRIPE)
    say("/counter")
    say("they came back with 190k")
    again = say("should I counter again?")
    assert (again.intent, again.facts.scene, again.file) == ("counter", "again", None)


def test_the_number_a_person_named_is_kept_until_another(say: Say) -> None:
    say(STRIPE)
    say("/counter 199k")
    assert say("/counter I built a billing pipeline that cut costs by a fifth").facts.counter.ask == 199_000
    assert say("/counter firm").facts.counter.ask == 199_000
    assert say("/counter your number").facts.counter.rule != "theirs"
    say("/counter 199k")
    say(STRIPE.replace("185k", "188k"))
    assert say("/counter").facts.counter.rule != "theirs"


def test_a_number_above_the_median_is_kept_where_our_own_would_be_equity(say: Say) -> None:
    say(ANTHROPIC)
    assert say("/counter").facts.counter.lever == "equity_value"
    say("/counter 240k base")
    kept = say("/counter friendly").facts.counter
    assert (kept.lever, kept.ask) == ("base", 240_000)


def test_the_mark_on_the_chart_is_the_number_of_the_counter(say: Say) -> None:
    say(STRIPE)
    say("/counter 199k")
    judged = say(STRIPE)
    assert mark(judged) == say("/counter").facts.counter.ask == 199_000


def test_the_quota_has_its_own_sentence(say: Say) -> None:
    say("Offer from HubSpot, Account Executive, Boston: 90k base, OTE 180k")
    quota = say("can i negotiate the quota")
    assert (quota.intent, quota.facts.shown) == ("package", "quota")
    held = {lever.kind: lever for lever in say("/package").facts.levers}
    assert held["quota"].offered == 90_000
    assert {"ramp", "draw", "uncapped"} <= set(held)
    say(STRIPE)
    assert "quota" not in {lever.kind for lever in say("/package").facts.levers}


def test_a_weak_comparison_concedes_nothing_and_sets_no_number(say: Say) -> None:
    say("Offer from Zendesk, Customer Success Manager, Chicago: 115k base, 10k sign-on")
    above = say("/counter")
    assert above.facts.counter.weak
    assert not above.facts.counter.base_works
    assert "The base works for me" not in letter(above)
    say("Offer from Adobe, Product Manager, San Francisco: 195k base, 15% bonus, 200k RSUs")
    below = say("/counter")
    assert (below.facts.counter.rule, below.facts.counter.ask) == ("to_usual_low", 215_000)
    assert "The comparison is weak" in below.text
    assert "Marketing Managers" not in letter(below)
    assert "[GAP: the market." in letter(below)


def test_a_measured_median_may_be_said_to_work(say: Say) -> None:
    say(ANTHROPIC)
    reply = say("/counter")
    assert reply.facts.counter.base_works
    assert "The base works for me" in letter(reply)


def test_two_contracts_are_both_contract_pay(say: Say) -> None:
    say("Contract offer: $100/h, 6 months, Senior Software Engineer, Chicago at Acme")
    say("Contract offer: $110/h, 6 months, Senior Software Engineer, Chicago at Globex")
    assert "All are contract pay" in say("/compare").text


def test_warm_says_that_it_was_warm_already(say: Say) -> None:
    say(STRIPE)
    assert "Already warm" in say("/counter warm").text
    assert "Already warm" not in say("/counter firm").text
