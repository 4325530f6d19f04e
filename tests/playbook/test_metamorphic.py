"""What must not move a number, and which way a number may move one. Playbook, sections 4 and 9.

Whole conversations through the engine, told twice: once plainly and once with a change that says nothing of
the job. Where they came from, who they are and how politely they write changes no fact; the same pay in
other words, lines or bullets is the same offer; more base is never a worse verdict; and pay in a currency
that no figure is in borrows none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.engine import Engine
from bot.market.database import Market
from bot.memory.store import open_store
from bot.offers.offer import Offer
from bot.playbook.counter import counter
from bot.playbook.critique import Verdict, critique
from bot.turn import Reply, Said, Turn, Who

from .test_counter import ESTIMATE, MARKET

Talk = Callable[[str, list[str]], list[Reply]]

WRITERS = [
    "I'm Maria Gonzalez.", "My name is Kwame Mensah.", "I am Priya, she/her.", "My pronouns are they/them.",
    "I'm a woman.", "I'm a man.", "I'm a mother of two.", "I'm gay.", "I am Muslim.", "I use a wheelchair.",
    "I am 58 years old.", "I just turned 24.", "I come from Nigeria.", "I'm an immigrant from Brazil.",
    "I was born in Vietnam.", "I grew up in Ohio.", "My parents are from Mexico.",
    "English is my second language.", "I studied at Stanford.", "I did my PhD at MIT.",
    "I went to a community college.", "I have no degree.", "Please, if it isn't too much trouble.",
    "Dear Parley, I would be most grateful for your kind help.", "Just tell me. No fluff.", "yo",
]  # fmt: skip
OFFER = (
    "Offer from Harvey: Senior Software Engineer, San Francisco, CA. Base: $170,000, 15% bonus, "
    "$25,000 sign-on, $200,000 RSUs over 4 years."
)
TURNS = [
    f"{{who}}\n\n{OFFER}",
    "/counter",
    "Write me a counter email. {who}",
    "/package",
    "What else can I ask for besides base? {who}",
    "/range",
    "What range should I say as a senior software engineer in San Francisco? {who}",
    "Is 170k good for a senior software engineer in San Francisco? {who}",
    "/decide They moved to 190k base. {who}",
    "/compare Offer from Globex: Senior Software Engineer, Seattle, WA. Base: $185,000, 10% bonus, "
    "$120,000 RSUs over 4 years.\n\n{who}",
    "/check Hi Dana, thank you for the offer. {who} I am asking for a base of $205,000. Can you do that?",
]
INTENTS = ["offer", "counter", "counter", "package", "package", "range", "range", "median", "decide",
           "compare", "check"]  # fmt: skip
# Where words stand and how many they are: of the text, not of the job.
OF_THE_TEXT = frozenset({"spans", "words", "improved_words"})


def facts(reply: Reply) -> Any:
    """The facts of a reply without what only counts its words."""
    return told(asdict(reply.facts))


def told(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: told(each) for name, each in value.items() if name not in OF_THE_TEXT}
    if isinstance(value, list | tuple):
        return [told(each) for each in value]
    return value


@pytest.fixture(scope="module")
def talk(market: Market, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Talk]:
    """A conversation of one person, from the shipped figures."""
    store = open_store(Path(tmp_path_factory.mktemp("home")))
    engine = Engine(market, store)

    def conversation(who: str, said: list[str]) -> list[Reply]:
        return [engine.respond(Turn(Who("terminal", who), "terminal", Said(text))) for text in said]

    yield conversation
    store.close()


@pytest.fixture(scope="module")
def plain(talk: Talk) -> list[Reply]:
    """The conversation without a word on its writer."""
    replies = talk("nobody", [turn.format(who="").strip() for turn in TURNS])
    assert [reply.intent for reply in replies] == INTENTS
    return replies


@pytest.mark.parametrize("who", WRITERS)
def test_who_writes_and_how_politely_moves_no_fact(talk: Talk, plain: list[Reply], who: str) -> None:
    replies = talk(who, [turn.format(who=who) for turn in TURNS])
    for turn, reply, alike in zip(TURNS, replies, plain, strict=True):
        assert (reply.intent, facts(reply)) == (alike.intent, facts(alike)), turn


def test_the_facts_compared_do_move_with_the_terms(talk: Talk, plain: list[Reply]) -> None:
    raised = talk("raised", [turn.format(who="").strip().replace("$170,000", "$180,000") for turn in TURNS])
    for turn, reply, before in zip(TURNS[:5], raised, plain, strict=False):
        assert facts(reply) != facts(before), turn
    assert raised[0].facts.critique.gap == plain[0].facts.critique.gap + 10_000
    assert raised[1].facts.counter.ask > plain[1].facts.counter.ask


@pytest.mark.parametrize(
    "person", ["Maria Gonzalez", "Mohammed Al-Farsi", "Emily Smith", "Wei Zhang", "D'Angelo"]
)
def test_the_name_an_offer_is_made_out_to_moves_nothing(talk: Talk, person: str) -> None:
    letter = "Dear {name},\n\nWe are pleased to offer you the position.\n\n" + OFFER + "\n\nAccepted: {name}"
    named, unnamed = (
        talk(f"letter {name}", [letter.format(name=name), "/counter", "/package"])
        for name in (person, "Candidate")
    )
    assert [facts(reply) for reply in named] == [facts(reply) for reply in unnamed]
    assert named[0].facts.critique.verdict == "below_median"


JOB = "Senior Software Engineer at Harvey in San Francisco, CA"
AS_WRITTEN = [
    f"Offer: {JOB}. Base salary: $170,000 a year. Target bonus: 15%. Sign-on: $25,000.",
    f"Offer: {JOB}. Sign-on: $25,000. Target bonus: 15%. Base salary: $170,000 a year.",
    f"Offer: {JOB}\n\n- Base salary: $170,000 a year\n- Target bonus: 15%\n- Sign-on: $25,000",
    f"Offer: {JOB}\n\n* Target bonus: 15%\n* Sign-on: $25,000\n* Base salary: $170,000 a year",
    f"Offer: {JOB}\nBase salary: $170,000 a year\nTarget bonus: 15%\nSign-on: $25,000",
    f"OFFER: {JOB}\r\n\r\n1. Base salary:  $170,000 a year\r\n2. Target bonus:  15%\r\n3. Sign-on: $25,000",
    f"Offer: {JOB}. Base salary: 170k a year; target bonus: 15%; sign-on: 25k.",
    f"Offer: {JOB}\n\n| Base salary | $170,000 a year |\n| Target bonus | 15% |\n| Sign-on | $25,000 |",
]


@pytest.mark.parametrize("text", AS_WRITTEN)
def test_order_and_form_of_the_terms_do_not_matter(talk: Talk, text: str) -> None:
    judged, asked = talk(text[:200], [text, "/counter"])
    offer = judged.facts.offer
    assert (offer.base_amount, offer.base_period, offer.bonus_pct, offer.sign_on) == (
        170_000,
        "year",
        15,
        25_000,
    )
    alike, alike_asked = talk("as written", [AS_WRITTEN[0], "/counter"])
    assert facts(judged)["critique"] == facts(alike)["critique"]
    assert judged.facts.years == alike.facts.years
    assert asked.facts.counter == alike_asked.facts.counter


ORDER: list[Verdict] = ["below_floor", "below_median", "around_median", "above_median"]


@pytest.mark.parametrize("floor", [None, 150_000, 205_000])
@pytest.mark.parametrize(
    "job", ["Senior Software Engineer, San Francisco, CA", "Data Scientist, New York, NY"]
)
def test_more_base_is_never_a_worse_verdict(talk: Talk, job: str, floor: int | None) -> None:
    said = [f"my floor is {floor}"] if floor else []
    seen = []
    for base in range(100_000, 320_000, 11_000):
        reply = talk(f"{job}{floor}{base}", [*said, f"Offer from Globex: {job}. Base: ${base:,}"])[-1]
        judged = reply.facts.critique
        seen.append(ORDER.index(judged.verdict))
        assert (judged.verdict == "below_floor") == (floor is not None and base < floor)
        assert (judged.move == "decline") == (judged.verdict == "below_floor")
        if judged.verdict != "below_floor" and reply.facts.quote.occupation is None:
            assert (judged.move == "push_back") == (judged.gap < -0.01 * judged.median)
    assert all(before <= after for before, after in pairwise(seen))
    assert {ORDER[0] if floor else ORDER[1], ORDER[3]} <= {ORDER[each] for each in seen}


@given(
    st.floats(20_000, 900_000),
    st.floats(0, 300_000),
    st.one_of(st.none(), st.floats(20_000, 900_000)),
    st.sampled_from([MARKET, ESTIMATE]),
)
def test_the_verdict_rises_with_the_base(base: float, more: float, floor: float | None, quote: Any) -> None:
    ranks = {"below_floor": 0, "below_median": 1, "below_estimate": 1, "around_median": 2,
             "inside_estimate": 2, "above_median": 3, "above_estimate": 3}  # fmt: skip
    offers = [Offer(base_amount=each, base_period="year", currency="USD") for each in (base, base + more)]
    low, high = (critique(offer, quote, floor) for offer in offers)
    assert ranks[low.verdict] <= ranks[high.verdict]
    for offer, judged in zip(offers, (low, high), strict=True):
        plan = counter(offer, judged, quote)
        assert plan is not None
        assert plan.lever != "base" or plan.offered is None or plan.ask >= plan.offered


@pytest.mark.parametrize("place", ["San Francisco, CA", "London, UK"])
@pytest.mark.parametrize("mark", ["£", "€", "₹", "CHF "])
def test_pay_in_another_currency_borrows_no_dollars(talk: Talk, place: str, mark: str) -> None:
    terms = (
        f"Offer from Harvey: Senior Software Engineer, {place}. Base: {mark}170,000 a year, 15% bonus, "
        f"{mark}25,000 sign-on"
    )
    said = [
        terms,
        "/counter",
        "/counter base is fixed",
        "/package",
        f"/decide They moved to {mark}180,000 base",
        f"/check Hi Dana, thank you for the offer. I am asking for {mark}190,000. Can you do that?",
    ]
    for text, reply in zip(said, talk(f"{place}{mark}", said), strict=True):
        assert reply.facts.quote is None, text
        assert "$" not in reply.text + (reply.file.content if reply.file else ""), (text, reply.text)
    dollars = talk(f"{place}{mark} dollars", [terms.replace(mark, "$"), "/counter"])
    assert all("$" in reply.text for reply in dollars)
    first = talk(f"{place}{mark} unanswered", [terms, "/counter"])
    assert first[1].facts.counter.lever == "base"
    assert first[1].facts.counter.market is None


def test_in_dollars_at_the_same_place_there_is_a_figure(talk: Talk) -> None:
    pounds, dollars = (
        talk(
            f"at home {mark}",
            [f"Offer from Harvey: Senior Software Engineer, San Francisco, CA. Base: {mark}170,000"],
        )[0]
        for mark in ("£", "$")
    )
    assert (pounds.facts.critique.verdict, pounds.facts.critique.median) == ("no_benchmark", None)
    assert (dollars.facts.critique.verdict, dollars.facts.critique.median) == (
        "below_median",
        dollars.facts.quote.p50,
    )
