"""`/why`: each kind of reply explained from the case alone, also after a restart, and in talks."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.commands.last_reply import button_value, of_button
from bot.commands.why import WhyFacts
from bot.engine import Engine
from bot.market.database import Market
from bot.memory.case import About, Case, Last
from bot.memory.codec import decode, encode
from bot.memory.store import Store, open_store
from bot.turn import Button, Clicked, Invoked, Reply, Said, Turn, Where, Who
from tests.conftest import Say

OFFER = (
    "Offer from Acme: Senior Software Engineer, San Francisco, CA. Base $190,000, 15% target bonus, "
    "$25,000 sign-on, $200,000 of RSUs over 4 years"
)
OTHER = "Offer from Globex: Senior Software Engineer, San Francisco, CA. Base $180,000, 10% target bonus"
DRAFT = "/check Hi Ana, thank you. I currently make 151k, so I was hoping for 183k."
MOST_LINES = 15


def _now() -> datetime:
    return datetime.now(UTC)


def told(reply: Reply) -> WhyFacts:
    assert reply.intent == "why", reply.text
    assert isinstance(reply.facts, WhyFacts)
    lines = [line for line in reply.text.splitlines() if line.strip()]
    assert len(lines) < MOST_LINES, reply.text
    assert reply.text.startswith("**"), reply.text
    return reply.facts


@pytest.fixture
def again(market: Market, tmp_path: Path) -> Say:
    """Say something to a process that has just begun, over the same store."""

    def said(text: str, user: str = "ada") -> Reply:
        store = open_store(tmp_path / "talks")
        try:
            return Engine(market, store).respond(Turn(Who("terminal", user), "terminal", Said(text)))
        finally:
            store.close()

    return said


def why(say: Say, *before: str, text: str = "why?") -> WhyFacts:
    for turn in before:
        say(turn)
    return told(say(text))


def test_nothing_to_explain_yet(say: Say) -> None:
    reply = say("why?")
    assert told(reply) == WhyFacts("")
    assert "/median" in reply.text
    for text in ("/why", "says who", "How did you get that?", "source?", "how come?"):
        assert told(say(text)) == WhyFacts("")


def test_a_measured_median(again: Say) -> None:
    found = why(again, "/median swe sf senior")
    assert (found.of, found.quote.p50, found.quote.n, found.quote.employers) == ("median", 208_000, 132, 34)  # type: ignore[union-attr]
    assert found.source is not None
    assert found.source.licence.startswith("facts from public job boards")
    assert found.least == (20, 5)


def test_a_median_that_stepped_back_says_each_step(say: Say) -> None:
    say("/median swe sf staff")
    reply = say("why?")
    quote = told(reply).quote
    assert quote is not None
    assert (quote.basis, quote.p50, quote.level) == ("stepped_back", 205_000, "all")
    assert quote.steps
    assert all(f"Stepped back: {step}" in reply.text for step in quote.steps)


def test_a_wage_of_the_bureau(say: Say) -> None:
    found = why(say, "/median marketing manager, Austin")
    assert found.quote is not None
    assert (found.quote.occupation, found.quote.p50) == ("Marketing Managers", 140_000)
    assert found.source is not None
    assert found.source.licence == "public domain"


def test_a_companys_own_pay(say: Say) -> None:
    shown = say("/median swe sf senior at Stripe")
    found = why(say)
    assert shown.facts.own is not None
    assert found.facts.own == shown.facts.own


def test_a_place_without_figures_is_refused_for_a_reason(say: Say) -> None:
    say("/median marketing manager, London")
    reply = say("why?")
    assert told(reply).quote is None
    assert "United Kingdom" in reply.text
    assert "/median marketing-manager" in reply.text


def test_a_premium(say: Say) -> None:
    shown = say("/premium swe sf")
    assert shown.facts.premium is not None
    assert why(say).facts == shown.facts


def test_a_range_and_why_not_more(again: Say) -> None:
    shown = again("/range swe sf senior")
    assert shown.facts.range is not None
    found = why(again)
    assert found.facts == shown.facts
    assert found.working is not None
    assert found.working.start == 208_000  # type: ignore[union-attr]
    assert found.working.top == pytest.approx(208_000 * 1.15)
    reply = again("why not more?")
    assert f"${shown.facts.range.top:,.0f}" in reply.text.splitlines()[0]


def test_a_posted_band_keeps_its_sums(again: Say) -> None:
    shown = again("/range posted 180-220k swe sf senior")
    assert why(again).facts.posted == shown.facts.posted
    assert shown.facts.posted is not None


def test_todays_pay_is_never_remembered(store: Store, say: Say) -> None:
    say("/range swe sf senior, I currently make 151k and they want my current pay")
    case = store.load(Who("terminal", "ada"), _now()).case
    assert case.last is not None
    assert b"151" not in encode(replace(case, question=None))


def test_a_verdict_with_its_arithmetic(again: Say) -> None:
    shown = again(OFFER)
    found = why(again)
    assert found.facts == shown.facts
    critique = found.facts.critique
    assert (critique.gap, critique.median) == (-18_000, 208_000)
    first = again("why?").text.splitlines()[0]
    assert "$18,000" in first
    assert "$208,000" in first
    again("/profile floor 195k")
    under = again("why?")
    assert told(under).facts.critique.floor_gap == -5_000
    assert "$5,000" in under.text.splitlines()[0]


def test_a_correction_is_explained_as_the_offer_now_stands(say: Say) -> None:
    assert why(say, OFFER, "actually it's 209k base").facts.critique.gap == 1_000


def test_a_verdict_that_was_none_says_why(say: Say) -> None:
    say("Offer from Acme: base £85,000, bonus 10%, software engineer, London")
    reply = say("why?")
    assert told(reply).quote is None
    assert "never converted" in reply.text.splitlines()[0]


@pytest.mark.parametrize(
    ("turn", "rule"),
    [
        ("/counter", "to_usual_low"),
        ("/counter 215k", "theirs"),
        ("/counter base is fixed", "sign_on"),
        ("/counter leaving 80k unvested", "forfeited"),
    ],
)
def test_the_number_to_ask_for(again: Say, turn: str, rule: str) -> None:
    shown = again(f"{OFFER}") and again(turn)
    found = why(again)
    assert found.facts.counter == shown.facts.counter
    assert found.facts.counter.rule == rule
    assert found.working is not None


def test_an_ask_lays_out_its_bounds(say: Say) -> None:
    found = why(say, OFFER, "/counter")
    made = found.working
    assert made is not None
    assert (made.low, made.top, made.step) == (209_000, 228_000, 1_000)  # type: ignore[union-attr]
    assert made.median == 208_000  # type: ignore[union-attr]


def test_why_not_more_names_the_top(say: Say) -> None:
    why(say, OFFER, "/counter")
    assert "$228,000" in say("why not more?").text.splitlines()[0]


def test_a_yes_at_their_number(again: Say) -> None:
    again(OFFER)
    shown = again("/counter would you sign at 200k today?")
    assert why(again).facts.sign_at == shown.facts.sign_at
    assert shown.facts.sign_at is not None


@pytest.mark.parametrize(
    "answer",
    ["they moved to 199k", "they refused to move", "would I say yes at 205k", "they pulled the offer"],
)
def test_a_decision(again: Say, answer: str) -> None:
    again(OFFER)
    again("/counter")
    shown = again(f"/decide {answer}")
    assert why(again).facts == shown.facts


def test_a_package_and_one_lever_of_it(again: Say) -> None:
    again(OFFER)
    every = again("/package")
    assert why(again).facts.levers == every.facts.levers
    again("/package equity")
    assert why(again).facts.shown == "equity"


def test_a_comparison(again: Say) -> None:
    again(OFFER)
    shown = again(f"/compare {OTHER}")
    assert shown.facts.comparison is not None
    assert why(again).facts == shown.facts


def test_targets_and_a_company_of_a_type(again: Say) -> None:
    again("/median swe sf senior")
    for turn in ("/targets", "/targets AI labs", "/targets Anthropic"):
        shown = again(turn)
        assert why(again).facts == shown.facts, turn


def test_the_strength_of_the_evidence(again: Say) -> None:
    for turn in ("/evidence", "I built a triage agent for 40 support people with LangChain", "stop"):
        shown = again(turn)
    assert why(again).facts.parts == shown.facts.parts


def test_a_check_leaves_its_rules_and_nothing_of_the_draft(store: Store, say: Say) -> None:
    shown = say(DRAFT)
    reply = say("why?")
    assert told(reply).of == "check"
    kinds = {each.kind for each in shown.facts.findings}
    assert "present_salary" in kinds
    assert "Today's pay" in reply.text
    assert "151" not in reply.text
    case = store.load(Who("terminal", "ada"), _now()).case
    assert case.last is not None
    assert set(case.last.names) <= kinds


def test_a_practice_score_leaves_its_rules(say: Say) -> None:
    for turn in (OFFER, "/practice busy", "I am asking for 215k", "stop"):
        say(turn)
    reply = say("why?")
    assert told(reply).of == "practice"
    assert "deleted" in reply.text
    assert "215" not in reply.text


@pytest.mark.parametrize(
    ("figure", "code", "value"),
    [
        ("why 25,000?", "read", 25_000),
        ("why $28,500", "comes_to", 28_500),
        ("why 208?", "median", 208_000),
        ("why 18,000?", "gap", -18_000),
        ("why 15%?", "read", 15),
        ("where does 1,099,000 come from", "four_years", 1_099_000),
        ("why 293,500?", "year", 293_500),
    ],
)
def test_one_figure_of_a_verdict(say: Say, figure: str, code: str, value: float) -> None:
    say(OFFER)
    named = told(say(figure)).named
    assert named is not None
    assert (named.code, named.value) == (code, value)


def test_one_figure_of_a_counter_is_explained_whole(say: Say) -> None:
    found = why(say, OFFER, "/counter", text="why 209,000?")
    assert found.named is not None
    assert found.named.code == "ask"
    assert found.working is not None


def test_a_figure_that_was_not_there(say: Say) -> None:
    say(OFFER)
    reply = say("why 123,456?")
    found = told(reply)
    assert (found.figure, found.named) == (123_456, None)
    assert {each.value for each in found.there} >= {190_000, 208_000}
    assert "123,456 was not in my last reply" in reply.text


def test_the_command_takes_a_figure_or_an_angle(engine: Engine) -> None:
    def invoked(command: str, text: str) -> Reply:
        return engine.respond(Turn(Who("slack", "U1", "T1"), "dm", Invoked(command, text)))

    invoked("offer", OFFER)
    assert told(invoked("why", "25k")).named.value == 25_000  # type: ignore[union-attr]
    unread = invoked("why", "banana")
    assert told(unread).of == "offer"
    assert "“banana”" in unread.text
    assert "/why" in invoked("why", "help").text
    invoked("counter", "")
    assert "$228,000" in invoked("why", "not more").text


def test_why_in_an_interview_explains_the_question_and_leaves_it_open(store: Store, say: Say) -> None:
    say(OFFER)
    say("/evidence")
    found = told(say("why?"))
    assert (found.of, found.question) == ("evidence", "evidence what")
    asked = store.load(Who("terminal", "ada"), _now()).case.question
    assert asked is not None
    assert asked.known == "what1"
    taken = say("I built a triage agent for 40 support people with LangChain")
    assert taken.facts.pack.workflows[0].what.startswith("I built")


def test_why_in_a_practice_talk_is_explained_and_other_words_are_a_line(store: Store, say: Say) -> None:
    say(OFFER)
    say("/practice busy")
    assert told(say("why?")).of == "practice"
    assert say("why should I take less than the median pays?").intent == "practice"
    drill = store.load(Who("terminal", "ada"), _now()).case.drill
    assert drill is not None
    assert len(drill.lines) == 1


def test_why_after_a_question_that_came_later(say: Say) -> None:
    say(OFFER)
    say("/counter")
    say("/decide")
    assert told(say("why?")).question == "decide answer"
    say("stop")
    assert told(say("why?")).of == "counter"


def test_what_it_is_about_may_be_gone(say: Say) -> None:
    say(OFFER)
    say("forget my offer")
    assert told(say("why?")) == WhyFacts("")


@pytest.mark.parametrize("turn", ["/help", "/profile", "thanks", "why?", "/export"])
def test_other_replies_do_not_take_its_place(say: Say, turn: str) -> None:
    say(OFFER)
    say(turn)
    assert told(say("why?")).of == "offer"


@pytest.mark.parametrize(
    ("turn", "of"),
    [
        ("/median swe sf senior", "median"),
        (OFFER, "offer"),
        ("/counter", "counter"),
        ("/decide firm", "decide"),
    ],
)
def test_a_button_asks_it(engine: Engine, say: Say, turn: str, of: str) -> None:
    if turn != "/median swe sf senior":
        say(OFFER)
    shown = say(turn)
    button = next(each for each in shown.actions if isinstance(each, Button) and each.label == "Why?")
    assert len(button.action) + len(button.value) <= 90
    if of == "median":
        say("/median product manager")
    clicked = engine.respond(Turn(Who("terminal", "ada"), "terminal", Clicked(button.action, button.value)))
    assert told(clicked).of == of
    if of == "median":
        assert told(clicked).quote.p50 == 208_000  # type: ignore[union-attr]


@pytest.mark.parametrize("value", ["", "median;no-such-role", "offer", "x;y;z", "median;" + "é" * 60])
def test_a_strange_button_is_no_error(engine: Engine, value: str) -> None:
    reply = engine.respond(Turn(Who("terminal", "bo"), "dm", Clicked("why.show", value)))
    assert told(reply) == WhyFacts("")


def test_a_button_carries_the_cell() -> None:
    last = Last("median", About("software-engineer", "0041860", "senior", True))
    assert of_button(button_value(last), Case()) == last


def test_a_share_leaves_nothing(store: Store, engine: Engine) -> None:
    where: Where = "channel"
    shown = engine.respond(Turn(Who("slack", "U2", "T1"), where, Said("/median swe sf senior")))
    share = next(each for each in shown.actions if isinstance(each, Button) and each.action == "median.share")
    engine.respond(Turn(Who("slack", "U3", "T1"), where, Clicked(share.action, share.value)))
    assert store.load(Who("slack", "U3", "T1"), _now()).case == Case()


def test_what_is_kept_comes_back_whole() -> None:
    last = Last("range", About("software-engineer"), "posted", low=180_000, high=220_000, at=_now())
    assert decode(encode(Case(last=last))) == Case(last=last)
