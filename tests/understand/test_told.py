from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understand.told import Told, names_pay, read


@pytest.mark.parametrize(
    ("said", "amount", "percent"),
    [
        ("215k", 215_000, None),
        ("$215,000", 215_000, None),
        ("ask for 215k base please", 215_000, None),
        ("95 an hour", 95, None),
        ("20%", None, 20),
        ("10% more", None, 10),
        ("I want my base at 215k", 215_000, None),
        ("I need my base at 215k", 215_000, None),
    ],
)
def test_a_number_to_ask_for(said: str, amount: float | None, percent: float | None) -> None:
    told = read(said)
    assert (told.amount.value if told.amount else None) == amount
    assert told.percent == percent
    assert told == Told(amount=told.amount, percent=told.percent)


@pytest.mark.parametrize(
    "said",
    [
        "I built a triage bot that halved response time",
        "I automated 10,000 support tickets a month with an LLM",
        "I ran a RAG pipeline that cut errors by 30%",
        "built an agent that saved $2M a year in fraud",
        "I shipped search for 40k users and raised click-through by 12%",
        "I built a RAG search that closes 40% of tickets",
        "I made a knowledge base that customers use now",
        "I closed a $400k deal with the largest client",
        "We raised $3M for the food bank with one campaign",
        "I ran paid search for the new plans and halved its cost",
        "I built a review that a lawyer agreed with on 46 of 50 contracts",
    ],
)
def test_a_sentence_on_work_is_kept_as_written(said: str) -> None:
    assert read(said).work == said[:1].upper() + said[1:]


@pytest.mark.parametrize(
    "said",
    [
        "I automated claims triage with an LLM, and I get 150k at Acme",
        "on 150k at the moment, I built a RAG bot",
        "my old job paid 140k; I built X and shipped it",
        "Acme pays me 150k; I built a bot there",
        "took home 140k in 2025 and built a triage bot",
        "I bring home 150k. Built a triage bot",
        "I currently make 143k",
        "my salary is 143,000 and I built a bot",
        "I get 150 and built three bots",
        "I earn one hundred and fifty thousand and built a bot",
        "saved millions, and my base of $150k should follow",
        "I earned 160,000 while I built search at Acme",
        "I built the system on a salary of 160000",
        "I led a team (L5, 310 TC) and shipped search",
        "I built search, TC: 310",
        "Built 3 bots, base 142500 currently",
        "Acme gave me 150 base",
        "I built triage; Acme salary 150,000 saved us",
        "my hourly was 55 and I built it",
        "I built it for 95000 a year at Acme",
        "my base is $143,000",
        "my salary: 143k",
        "my pay is 143,000 a year",
        "I made a 150k base at Acme and built a bot",
        "I built search and have total comp of $1.2M",
        "I built a bot on 150 of base",
    ],
)
def test_a_sentence_that_may_name_pay_is_left_out(said: str) -> None:
    assert read(said) == Told(left_out=True)
    assert names_pay(said)


def test_proof_is_told_from_work() -> None:
    said = "proof: we measured accuracy on 500 held-out tickets before and after."
    assert read(said) == Told(proof="We measured accuracy on 500 held-out tickets before and after")
    assert read("my eval: error rate fell from 9% to 2%").proof == "Error rate fell from 9% to 2%"


@pytest.mark.parametrize(
    "said",
    [
        "215k, I built an eval harness that cut errors by 30%",
        "$215k base please, I built an eval harness that cut errors by 30%",
        "215000 because I built an eval harness that cut errors by 30%",
        "ask for 215k and tell them I built an eval harness that cut errors by 30%",
    ],
)
def test_a_number_and_a_sentence_come_together(said: str) -> None:
    told = read(said)
    assert told.amount is not None
    assert told.amount.value == 215_000
    assert told.work == "I built an eval harness that cut errors by 30%"


def test_work_and_proof_in_one_breath_go_to_their_places() -> None:
    told = read("with I built a bot that closes 40% of tickets. proof: measured on 500 labelled tickets.")
    assert told.work == "I built a bot that closes 40% of tickets"
    assert told.proof == "Measured on 500 labelled tickets"
    assert read("with proof: we measured latency").proof == "We measured latency"


@pytest.mark.parametrize(
    "said",
    ["could you counter at 230k", "help me counter, I want 230k", "I want to counter: 230k and 40k sign-on"],
)
def test_a_wish_in_a_sentence_is_heard(said: str) -> None:
    told = read(said, spoken=True)
    assert told.amount is not None
    assert told.amount.value == 230_000
    assert not told.left_out


@pytest.mark.parametrize("said", ["-5%", "sign on 20k", "mention my RAG search work"])
def test_what_cannot_be_asked_for_is_unused_not_called_pay(said: str) -> None:
    told = read(said)
    assert (told.percent, told.amount, told.work) == (None, None, "")


@pytest.mark.parametrize("said", ["", "please", "with the offer"])
def test_words_of_asking_are_no_evidence(said: str) -> None:
    assert read(said) == Told()


@pytest.mark.parametrize("said", ["<!channel> wake up", "what is my work?", "hello there friend"])
def test_other_words_are_reported_unused(said: str) -> None:
    assert read(said) == Told(unused=True)


@pytest.mark.parametrize(
    "said",
    [
        "118% of quota 2 years in a row",
        "98% of my students passed the state test, 84% before",
        "12% fewer falls on my unit after I changed the rounding sheet",
        "30% more leads from the new form",
        "MQL to SQL from 12% to 19%, two quarters",
        "forecast model -> stockouts down 18%",
        "I have build whole backend alone in 4 month",
        "I precept new graduates on night shift",
    ],
)
def test_a_share_or_a_note_of_work_is_evidence_and_no_ask(said: str) -> None:
    told = read(said)
    assert told.amount is None
    assert told.percent is None
    assert told.work == said[:1].upper() + said[1:]


@pytest.mark.parametrize("said", ["15%", "15% more", "ask for 15%", "20% on top", "12.5% please"])
def test_a_percent_alone_is_an_ask(said: str) -> None:
    assert read(said).percent


def test_a_percent_before_its_reason_is_an_ask_with_evidence() -> None:
    told = read("15% more because I built the churn model")
    assert (told.percent, told.work) == (15.0, "I built the churn model")


def test_in_a_sentence_only_what_follows_the_wish_counts() -> None:
    assert read("write the counter: I built a RAG bot that cut tickets by 30%", spoken=True).work
    assert read("counter at 215k", spoken=True).amount is not None
    assert read("can you write me a counter offer email", spoken=True) == Told()


@given(st.text(max_size=300))
def test_nothing_raises(said: str) -> None:
    read(said)
    read(said, spoken=True)
