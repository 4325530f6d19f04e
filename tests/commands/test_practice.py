"""`/practice`: the talk as people have it, on every door, and the score at its end."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.commands.base import Ask, Setting
from bot.commands.practice import COMMAND, respond
from bot.commands.practice_setup import Wish, control, packed, unpacked, wish
from bot.commands.practising import spoken_by, wordings
from bot.engine import Engine, as_json
from bot.market.database import Market
from bot.memory.case import About, Case
from bot.memory.codec import decode, encode
from bot.memory.store import open_store
from bot.offers.offer import Offer
from bot.playbook.drill import OPENINGS, STYLES, Table, drawn
from bot.playbook.practice import begin
from bot.playbook.practice import say as line_said
from bot.routing import route
from bot.turn import Button, Clicked, Invoked, Reply, Said, Turn, Where, Who
from bot.understand.intent import intent
from tests.conftest import Say
from tests.playbook.test_practice import LINES, terms
from tests.test_numbers import figures, numerals

ADA = Who("terminal", "ada")
NOW = datetime(2026, 8, 20, 12, tzinfo=UTC)
OFFER = "Got an offer from Harvey: Senior Software Engineer, San Francisco. 170k base, 15% bonus, 25k sign on"
STRONG = "The median is 200k. I built an eval pipeline that cut errors by 40%. I'm asking for 200k base."
SCENES = [
    "first call",
    "current salary",
    "offer call",
    "fixed band",
    "sign today",
    "deadline",
    "others accepted",
]
MOVES = sorted(
    path.name.removesuffix(".md.j2")
    for path in (Path(__file__).resolve().parents[2] / "prompts" / "practice").glob("[!_]*.j2")
)


def click(engine: Engine, reply: Reply, label: str, where: Where = "dm") -> Reply:
    action = next(a for a in reply.actions if isinstance(a, Button) and a.label == label)
    return engine.respond(Turn(ADA, where, Clicked(action.action, action.value)))


def labels(reply: Reply) -> list[str]:
    return [action.label for action in reply.actions if isinstance(action, Button)]


def untraced(reply: Reply) -> set[float]:
    """Numbers in a reply that are no facts of it."""
    return numerals(reply.text) - set(figures(asdict(reply.facts)))


def test_which_recruiter_is_a_choice_of_three(engine: Engine, say: Say) -> None:
    say(OFFER)
    asked = say("/practice")
    assert asked.facts.stage == "choose"
    assert labels(asked) == ["Friendly", "Busy", "Hard"]
    begun = click(engine, asked, "Hard")
    assert (begun.facts.style, begun.facts.opening, begun.facts.terms.source) == (
        "hard",
        "offer_call",
        "offer",
    )
    assert begun.facts.table == Table(170_000, 25_000)
    assert begun.private


@pytest.mark.parametrize("answer", ["2", "busy", "the second one"])
def test_the_choice_can_be_typed(say: Say, answer: str) -> None:
    say(OFFER)
    say("/practice")
    assert say(answer).facts.style == "busy"


@pytest.mark.parametrize(
    ("text", "style", "opening"),
    [
        ("/practice friendly first call", "friendly", "first_call"),
        ("/practice hard, the band is fixed", "hard", "fixed_band"),
        ("/practice busy deadline", "busy", "deadline"),
        ("/practice hard would you sign today", "hard", "sign_today"),
        ("/practice tough recruiter, others accepted less", "hard", "others"),
        ("/practice friendly current salary", "friendly", "present_pay"),
        ("let's practice the offer call with a busy recruiter", "busy", "offer_call"),
    ],
)
def test_recruiter_and_scene_are_heard(say: Say, text: str, style: str, opening: str) -> None:
    say(OFFER)
    facts = say(text).facts
    assert (facts.stage, facts.style, facts.opening) == ("talk", style, opening)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("can we practice?", "practice"),
        ("could you play a tough recruiter", "practice"),
        ("I'd like to practice my counter", "practice"),
        ("you need a license to practice medicine", None),
    ],
)
def test_plain_words_that_want_it(text: str, meant: str | None) -> None:
    assert intent(text) == meant


def test_without_an_offer_the_role_is_asked_and_the_recruiter_kept(say: Say) -> None:
    asked = say("/practice hard deadline")
    assert asked.facts.stage == "ask"
    begun = say("senior software engineer, SF")
    assert (begun.facts.style, begun.facts.opening) == ("hard", "deadline")
    assert (begun.facts.terms.source, begun.facts.below) == ("example", 12)
    assert begun.facts.terms.market == begun.facts.quote.p50
    assert begun.facts.table.base == begun.facts.quote.p50 * 0.88 // 1000 * 1000
    assert "made-up offer" in begun.text


def test_the_profile_or_the_last_look_up_is_the_role(say: Say) -> None:
    say("/median senior swe, sf")
    assert say("/practice busy").slots.role == "software-engineer"
    say("/profile senior swe, sf", "bea")
    assert say("/practice busy", "bea").slots.level == "senior"


def test_an_offer_without_a_base_is_told_apart(say: Say) -> None:
    say("Offer from Acme: senior software engineer, San Francisco, 20k sign-on and 15% bonus")
    begun = say("/practice busy")
    assert begun.facts.terms.source == "example"
    assert "names no base" in begun.text


def test_a_role_named_is_practised_on_in_place_of_the_offer(say: Say) -> None:
    say(OFFER)
    assert say("/practice hard, staff software engineer, SF").facts.terms.source == "example"


def test_the_next_talk_is_on_the_same_job(say: Say) -> None:
    say("/practice friendly senior swe sf")
    harder = say("/practice hard")
    assert (harder.facts.style, harder.slots.role, harder.slots.level) == (
        "hard",
        "software-engineer",
        "senior",
    )


def test_an_ambiguous_role_is_asked_and_the_recruiter_kept(engine: Engine, say: Say) -> None:
    asked = say("/practice hard pm, Austin")
    assert asked.facts.stage == "ask"
    begun = click(engine, asked, "Product Manager")
    assert begun.facts.style == "hard"
    assert begun.slots.role == "product-manager"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("/practice hard qwertyuiop", "I don't know “qwertyuiop”"),
        ("/practice hard warehouse manager", "no figures for “warehouse manager”"),
        ("/practice busy product manager, London", "no figure for a Product Manager in the United Kingdom"),
        ("/practice stop", "no practice talk open"),
        ("/practice go on", "no practice talk open"),
    ],
)
def test_what_cannot_be_practised_on_says_so_and_what_to_type(say: Say, text: str, said: str) -> None:
    reply = say(text)
    assert said in reply.text
    assert "Next: " in reply.text
    assert reply.facts.table is None


def test_plain_words_are_lines_until_it_ends(say: Say) -> None:
    say(OFFER)
    say("/practice friendly")
    first = say(STRONG)
    assert (first.intent, first.facts.turn, first.facts.asking) == ("practice", 1, 200_000)
    assert first.facts.table.base > 170_000
    assert say("...").facts.turn == 2
    done = say("stop")
    assert done.facts.stage == "score"
    assert say("...").intent == "other"


def test_the_budget_is_hidden_until_the_score(say: Say) -> None:
    say(OFFER)
    for reply in (say("/practice hard"), say(STRONG), say("...")):
        assert reply.facts.reveal is None
        assert "budget" not in json.dumps(as_json(reply)["facts"])
    done = say("stop").facts
    assert done.reveal.budget.base >= done.reveal.ended_at.base
    assert done.reveal.left.base == done.reveal.budget.base - done.reveal.ended_at.base


def test_the_score_quotes_their_lines_and_then_they_are_gone(engine: Engine, say: Say) -> None:
    say(OFFER)
    say("/practice busy")
    say("I make 150k now, zebra")
    done = say("stop")
    assert "“I make 150k now, zebra”" in done.text
    present = next(point for point in done.facts.score.points if point.name == "present")
    assert (present.won, present.figure) == (0, 150_000)
    kept = engine._store.load(ADA, datetime.now(UTC)).case.drill
    assert kept is not None
    assert "zebra" not in repr(kept)


def test_a_line_quoted_has_no_power(say: Say) -> None:
    say(OFFER)
    say("/practice busy")
    say("I make 150k <!channel> **now** http://evil.example")
    text = say("stop").text
    assert "<!channel>" not in text
    assert "**now**" not in text
    assert "http://evil" not in text


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("opening", ["first call", "offer call", "band is fixed", "deadline"])
def test_every_figure_is_a_fact(say: Say, style: str, opening: str) -> None:
    say(OFFER)
    said = [f"/practice {style} {opening}", STRONG, "...", "I want 210k and a sign-on", "stop"]
    for text in said:
        reply = say(text)
        assert untraced(reply) == set(), reply.text


@pytest.mark.parametrize("talk", range(30))
def test_whatever_is_said_every_figure_is_a_fact_and_the_case_can_be_kept(market: Market, talk: int) -> None:
    setting = Setting(market, NOW + timedelta(seconds=talk), "dm")
    offer = Offer(base_amount=62.0, base_period="hour", currency="USD", equity_kind="percent", equity_pct=0.1)
    about = About("software-engineer", "0041860", "senior")
    case = Case(offer=offer, offer_about=about) if talk % 2 else Case(looked_up=about)
    outcome = respond(Ask(f"{STYLES[talk % 3]} {SCENES[talk % 7]}"), case, setting)
    for turn in range(11):
        assert untraced(outcome.reply) == set(), outcome.reply.text
        assert outcome.case is not None
        kept = decode(encode(outcome.case))
        assert kept == outcome.case
        if outcome.reply.facts.stage == "score":
            assert len(outcome.reply.text.splitlines()) < 25
            return
        outcome = respond(Ask(drawn(talk, str(turn), LINES), known="line", spoken=True), kept, setting)
    pytest.fail("a talk of more than ten lines")


def test_another_command_leaves_it_to_be_resumed(engine: Engine, say: Say) -> None:
    say(OFFER)
    say("/practice busy")
    last = say(STRONG)
    say("/median swe seattle")
    asked = say("/practice")
    assert (asked.facts.stage, asked.facts.turn) == ("resume", 1)
    assert labels(asked) == ["Go on", "Start anew", "Stop and score"]
    went_on = click(engine, asked, "Go on")
    assert went_on.facts.table == last.facts.table
    assert say("...").facts.turn == 2


def test_a_talk_outlives_the_process_it_began_in(market: Market, tmp_path: Path) -> None:
    said = [
        OFFER,
        "/practice busy",
        "Could you do 200 and a better title?",
        "/median swe seattle",
        "/practice go on",
    ]
    said += [STRONG, "skip", "score me now"]
    replies = []
    for text in said:  # a process for each line
        store = open_store(tmp_path / "home")
        replies.append(Engine(market, store).respond(Turn(ADA, "terminal", Said(text))))
        store.close()
    crowded, _, resumed, strong, skipped, done = replies[2:]
    assert (crowded.facts.turn, crowded.facts.moves) == (1, ("one_thing",))
    assert (resumed.facts.turn, resumed.facts.moves) == (1, ("one_thing",))
    assert (strong.facts.turn, skipped.facts.turn) == (2, 3)
    assert strong.facts.table.base > 170_000
    assert (done.facts.stage, done.facts.ended) == ("score", "stopped")
    points = {each.name: each.won for each in done.facts.score.points}
    assert (points["one_ask"], points["evidence"]) == (1, 2)


@pytest.mark.parametrize("seed", range(60))
def test_the_budget_is_never_passed_and_never_told(seed: int) -> None:
    drill = begin(STYLES[seed % 3], OPENINGS[seed % 7], terms(), seed, NOW)
    lines = (
        *LINES,
        "what is your budget?",
        "how high can you go?",
        "is that your maximum?",
        "what's the most?",
    )
    while not drill.ended:
        drill = line_said(drill, drawn(seed, str(drill.turn), lines))
        most, at = drill.budget, drill.table
        assert at.base <= most.base
        assert at.sign_on <= most.sign_on
        assert at.equity <= most.equity
        if most.base not in (at.base, drill.asked):
            assert f"${most.base:,.0f}" not in spoken_by(drill)
    assert drill.turn <= 10
    assert drill.ended != "time" or drill.turn >= 6


def test_start_anew_and_again_begin_the_same_kind(engine: Engine, say: Say) -> None:
    say(OFFER)
    say("/practice hard deadline")
    say(STRONG)
    anew = click(engine, say("/practice"), "Start anew")
    assert (anew.facts.style, anew.facts.opening, anew.facts.turn) == ("hard", "deadline", 0)
    say("hello")
    say("stop")
    again = say("/practice again")
    assert (again.facts.style, again.facts.opening, again.facts.table.base) == ("hard", "deadline", 170_000)


def test_back_takes_a_line_back_and_skip_leaves_one_out(say: Say) -> None:
    say(OFFER)
    say("/practice friendly")
    before = say("hello").facts.moves
    say(STRONG)
    taken = say("back")
    assert (taken.facts.turn, taken.facts.moves, taken.facts.table.base) == (1, before, 170_000)
    assert say("skip").facts.turn == 2


def test_a_line_can_be_said_by_the_command_where_nothing_else_is_heard(engine: Engine, say: Say) -> None:
    say(OFFER)
    begun = engine.respond(Turn(ADA, "channel", Invoked("practice", "busy")))
    assert "Answer with `/practice` and your line" in begun.text
    assert engine.respond(Turn(ADA, "channel", Invoked("practice", STRONG))).facts.turn == 1
    by_option = Invoked("practice", options={"say": "I'm asking for 200k"})
    assert engine.respond(Turn(ADA, "channel", by_option)).facts.turn == 2


def test_it_ends_by_itself_within_ten_lines(say: Say) -> None:
    say(OFFER)
    say("/practice hard")
    replies = [say("hm") for _ in range(10)]
    ended = next(at for at, reply in enumerate(replies, 1) if reply.facts.stage == "score")
    assert 6 <= ended <= 10
    assert replies[ended - 1].facts.ended == "time"


def test_a_letter_pasted_in_is_no_line_and_is_not_kept(engine: Engine, say: Say) -> None:
    say(OFFER)
    say("/practice hard")
    reply = say("Dear Ada, zebra. " * 60)
    assert (reply.facts.stage, reply.facts.turn) == ("talk", 0)
    assert "kept none of it" in reply.text
    assert "zebra" not in repr(engine._store.load(ADA, datetime.now(UTC)).case)
    assert say(STRONG).facts.turn == 1


def test_stopping_before_a_line_is_no_score(say: Say) -> None:
    say(OFFER)
    say("/practice hard")
    reply = say("stop")
    assert reply.facts.score is None
    assert "nothing to score" in reply.text


def test_half_a_day_later_the_talk_is_over(market: Market) -> None:
    setting = Setting(market, NOW, "dm")
    about = About("software-engineer", "0041860", "senior")
    begun = respond(Ask("hard"), Case(looked_up=about), setting).case
    assert begun is not None
    assert begun.drill is not None
    later = replace(setting, now=NOW + timedelta(hours=13))
    handler, ask = route(Said(STRONG), begun, later.now)
    assert handler(ask, begun, later).reply.intent != "practice"
    outcome = respond(Ask("stop"), begun, later)
    assert "run out" in outcome.reply.text
    assert outcome.case is not None
    assert outcome.case.drill is not None
    assert outcome.case.drill.ended == "stopped"


def test_forget_takes_the_talk_too(engine: Engine, say: Say) -> None:
    say(OFFER)
    say("/practice hard")
    say(STRONG)
    assert say("/forget now").facts.had
    assert engine._store.load(ADA, datetime.now(UTC)).case == Case()


def test_help_in_the_middle_is_help(say: Say) -> None:
    say(OFFER)
    say("/practice hard")
    assert say("help").intent == "help"
    assert say(STRONG).intent == "practice"


@pytest.mark.parametrize("kind", MOVES)
def test_every_move_has_three_wordings_a_style_and_none_is_said_twice(kind: str) -> None:
    values = {"table": Table(180_000, 25_000, 100_000), "asked": 200_000.0, "terms": terms()}
    for style in STYLES:
        found = wordings(kind, style, **values)
        assert 3 <= len(set(found)) == len(found)
        assert not any(re.search(r"[{}]|\s{2}|\*", each) for each in found)


def test_every_opening_has_its_words() -> None:
    assert {f"open_{opening}" for opening in OPENINGS} <= set(MOVES)


@pytest.mark.parametrize(
    "asked", [Wish(), Wish("hard", "deadline", About("data-scientist", "0041860", "senior", True))]
)
def test_a_wish_travels_through_a_button(asked: Wish) -> None:
    value = packed(asked)
    assert unpacked(value) == asked
    assert len(f"practice.again{value}") < 90


@pytest.mark.parametrize(
    ("text", "steers"),
    [
        ("stop", "stop"), ("I'm done", "stop"), ("Again!", "again"), ("go on", "go_on"), ("skip", "skip"),
        ("score me now", "stop"), ("What's my score?", "stop"), ("let's stop here", "stop"),
        ("skip that one", "skip"), ("let's continue", "go_on"), ("back", "back"),
        ("let me stop you there", ""), ("I'd go on to 200k", ""), ("...", ""),
    ],
)  # fmt: skip
def test_words_that_steer(text: str, steers: str) -> None:
    assert control(text) == steers


def test_what_is_left_of_a_wish_is_the_job() -> None:
    assert wish("hard first call, product manager in Austin").rest == "product manager in Austin"
    assert wish("busy recruiter").rest == ""


def test_the_buttons_have_their_answers() -> None:
    assert set(COMMAND.clicks) == {"pick", "again", "resume", "stop"}


def test_an_hourly_ask_is_taken_as_said_whatever_the_hours(say: Say) -> None:
    say("Offer from Mass General: registered nurse, Boston, $48 an hour, 36 hours a week")
    say("/practice hard")
    assert say("I'd like $53 an hour").facts.asking == 53


@pytest.mark.parametrize(
    "line",
    [
        "hi thanks for calling",
        "hello",
        "I'm looking at 250 to 280, what's the band?",
        "Hi Dana, nice to meet you, thanks for taking the time",
        "/practice I was hoping for 200k",
    ],
)
def test_a_line_before_the_recruiter_is_there_is_asked_for_what_is_missing(line: str, say: Say) -> None:
    asked = say("/practice friendly")
    again = say(line)
    assert again.intent == "practice"
    assert again.facts == asked.facts
    assert "Which role" in again.text
    assert len(again.text) < len(asked.text)
    begun = say("senior software engineer, Seattle")
    assert begun.facts.stage == "talk"
    assert begun.facts.style == "friendly"


def test_a_line_before_a_recruiter_is_chosen_is_asked_which(say: Say) -> None:
    say("/profile senior software engineer, Seattle")
    asked = say("/practice")
    again = say("I'm looking at 250 to 280, what's the band?")
    assert again.facts.stage == "choose"
    assert labels(again) == labels(asked)
    assert len(again.text) < len(asked.text)
    assert say("hard").facts.style == "hard"


@pytest.mark.parametrize(
    ("said", "intent_"),
    [
        ("what is the median for a product manager in Austin?", "median"),
        (OFFER, "offer"),
        ("what can you do?", "help"),
    ],
)
def test_while_a_recruiter_is_asked_for_other_wishes_are_answered(said: str, intent_: str, say: Say) -> None:
    say("/practice friendly")
    assert say(said).intent == intent_
