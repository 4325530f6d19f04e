"""The six points of a practice talk: each changes when its one thing changes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.playbook.drill import Opening, Table
from bot.playbook.practice import begin, say, stop
from bot.playbook.score import Point, reveal, score

from .test_practice import AT, LINES, STRONG, talk, terms


def point(name: str, *lines: str, opening: Opening = "offer_call", seed: int = 1) -> Point:
    marks = score(stop(talk(*lines, opening=opening, seed=seed)))
    return next(each for each in marks.points if each.name == name)


@pytest.mark.parametrize(
    ("name", "lines", "won", "why"),
    [
        ("anchor", ("hello",), 0, "none"),
        ("anchor", ("I'm looking for 175k",), 0, "theirs"),
        ("anchor", ("I'm looking for 188k",), 1, "low"),
        ("anchor", ("I'm looking for 200k",), 2, "good"),
        ("anchor", ("I'm looking for 199k", "I'm looking for 180k"), 2, "good"),
        ("anchor", ("I'm looking for 350k",), 1, "too_high"),
        ("anchor", ("I'd like 40k as a sign-on",), 2, "good"),
        ("anchor", ("Could we raise the equity to 105k?",), 1, "low_elsewhere"),
        ("anchor", ("I make 180k now so 10% more than that",), 1, "from_today"),
        ("evidence", ("200k please",), 0, "none"),
        ("evidence", ("The median is 200k",), 1, "market"),
        ("evidence", ("The median is 150k",), 0, "none"),
        ("evidence", ("I led the migration",), 1, "work"),
        ("evidence", ("I led the migration", "The median is 200k"), 2, "both"),
        ("evidence", (STRONG,), 2, "both"),
        ("one_ask", ("hello",), 0, "none"),
        ("one_ask", ("I'm looking for 200k",), 2, "good"),
        ("one_ask", ("I'm looking for 190 to 200k",), 1, "range"),
        ("one_ask", ("200k base and a 40k sign-on",), 1, "two"),
        ("one_ask", ("I want 200k, more equity, more vacation",), 0, "several"),
        ("present", ("hello",), 2, "unasked"),
        ("present", ("I make 150k now",), 0, "named"),
        ("present", ("I'd want a bump on what I make",), 1, "hinted"),
        ("silence", ("hello",), 0, "none"),
        ("silence", ("I'm asking for 200k", "..."), 2, "held"),
        ("silence", ("200k please", "I led the migration", "..."), 2, "held"),
        ("silence", ("hello", "..."), 0, "none"),
        ("silence", ("I'm asking for 200k. Can we get there?",), 2, "stood"),
        ("silence", ("I'm asking for 200k, but no worries if not",), 0, "hedged"),
        ("silence", ("I'm asking for 200k", "190k would do"), 0, "lowered"),
        ("silence", ("I'd like 40k as a sign-on, since I leave unvested stock behind",), 2, "stood"),
        (
            "silence",
            ("I'm asking for 200k. It is the rent here that went up so much and the schools are far",),
            1,
            "talked_on",
        ),
        ("close", ("hello",), 0, "open"),
        ("close", ("I accept",), 0, "took_first"),
        ("close", ("I'm asking for 200k", "I accept"), 1, "accepted"),
        ("close", ("With 200k I'm ready to sign", "I accept"), 2, "settled"),
        ("close", ("With 200k I'm ready to sign",), 2, "tied"),
        ("close", ("Let me think about it",), 1, "loose"),
        ("close", ("I'm asking for 200k", "Thank you, but I have to decline"), 2, "walked"),
        ("close", ("I'll pass",), 1, "walked"),
    ],
)
def test_a_point_is_won_by_its_rule(name: str, lines: tuple[str, ...], won: int, why: str) -> None:
    found = point(name, *lines)
    assert (found.won, found.why) == (won, why)


def test_a_range_is_right_in_the_first_talk() -> None:
    assert point("one_ask", "I'm looking for 200 to 230k", opening="first_call").won == 2


def test_turning_the_question_away_is_told_apart_from_never_being_asked() -> None:
    found = point("present", "I'd rather not share that", opening="present_pay")
    assert (found.won, found.why) == (2, "redirected")
    assert found.quote == "I'd rather not share that"


def test_the_sentence_that_decided_is_quoted_and_no_more() -> None:
    assert point("anchor", STRONG).quote == "I'm asking for 200k."
    assert point("evidence", STRONG).quote == "I built an eval pipeline that cut errors by 40%."


def test_the_total_is_the_sum_of_six_and_the_weakest_is_named() -> None:
    marks = score(stop(talk("I'm asking for 200k. Can we get there?", "...")))
    assert [each.name for each in marks.points] == [
        "anchor",
        "evidence",
        "one_ask",
        "present",
        "silence",
        "close",
    ]
    assert (marks.total, marks.most) == (10, 12)
    assert marks.weakest.name == "evidence"


def test_what_was_hidden_is_shown_with_what_was_left() -> None:
    drill = stop(talk(STRONG, style="friendly", seed=3))
    shown = reveal(drill)
    assert shown.budget == drill.budget
    assert shown.left == Table(
        drill.budget.base - drill.table.base, drill.budget.sign_on - 20_000, drill.budget.equity - 100_000
    )


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(LINES) | st.text(max_size=60), max_size=10), st.integers(0, 500))
def test_any_talk_can_be_scored(lines: list[str], seed: int) -> None:
    drill = begin("hard", "deadline", terms(), seed, AT)
    for line in lines:
        drill = say(drill, line)
    marks = score(drill)
    assert marks.total == sum(each.won for each in marks.points)
    assert all(each.quote in "\n".join(drill.lines) for each in marks.points)


def test_a_rival_nobody_has_seen_costs_a_point_and_is_named() -> None:
    lines = (STRONG, "I also have an offer from Globex at 230k.")
    made_up = point("evidence", *lines)
    assert (made_up.won, made_up.why) == (1, "bluffed")
    assert "Globex" in made_up.quote
    shown = begin("busy", "offer_call", replace(terms(), others=True), 1, AT)
    for line in lines:
        shown = say(shown, line)
    held = next(each for each in score(stop(shown)).points if each.name == "evidence")
    assert held.why != "bluffed"
