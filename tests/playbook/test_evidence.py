"""The pack judged: what makes a part stronger, and that fine words alone never do."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.playbook.evidence import (
    Ask,
    Judged,
    Step,
    Strength,
    answered,
    dropped,
    follow_up,
    is_ai_work,
    is_said,
    judged,
    needed,
    next_step,
    position,
    said_at,
    step_before,
    step_of,
    steps,
    weak,
)
from bot.playbook.pack import MOST_WORKFLOWS, Pack, Workflow
from bot.understand.levels import levels

ORDER: tuple[Strength, ...] = ("missing", "thin", "fair", "strong")
BOT = Workflow(
    "I built a bot that sorts support tickets", "Claude and Python", "response time fell from 9 hours to 4"
)
WHOLE = Pack(
    (BOT,), "error rate fell from 9% to 2% on 500 tickets", "any team can run it; two teams do, again"
)


def of_work(what: str, tools: str = "", outcome: str = "") -> Judged:
    return judged(Pack((Workflow(what, tools, outcome),)), None)[0]


def of_quality(said: str) -> Judged:
    return judged(Pack(quality=said), None)[1]


def of_portability(said: str) -> Judged:
    return judged(Pack(portability=said), None)[2]


@pytest.mark.parametrize(
    ("what", "tools", "outcome", "strength", "ask"),
    [
        (BOT.what, "Claude", "response time fell from 9 hours to 4", "strong", ""),
        ("I built an LLM triage bot with Claude that halved response time", "", "", "strong", ""),
        ("I changed how our ward hands over", "a form", "errors fell from 11 a month to 3", "strong", ""),
        ("I rebuilt lead scoring in HubSpot", "", "reply rate rose from 4% to 9%", "strong", ""),
        ("I automated the monthly forecast", "Excel", "it takes two days instead of six", "strong", ""),
        ("I redesigned the sign-up flow", "Figma", "sign-ups rose by a third", "strong", ""),
        (BOT.what, "", "response time fell from 9 hours to 4", "fair", "tool"),
        ("I built an LLM triage bot that halved response time", "", "", "fair", "tool"),
        ("I wrote the help articles that 40 people read daily", "", "", "fair", "effect"),
        ("I built a dashboard in Tableau for our customers", "", "", "fair", "number"),
        ("I built a contract review with Claude for our lawyers", "", "", "fair", "number"),
        ("I built a bot that sorts support tickets", "Claude", "", "thin", "number"),
        ("I built a bot that sorts support tickets", "", "", "thin", "number"),
        ("I ran onboarding for the new office", "", "everyone was happy", "thin", "number"),
        ("leveraged cutting-edge AI synergies", "", "", "thin", "specific"),
        ("I leveraged cutting-edge AI to drive innovative transformation", "", "", "thin", "specific"),
        ("I spearheaded strategic initiatives across the ecosystem", "", "", "thin", "specific"),
        ("Results-driven thought leader of impactful solutions for stakeholders", "", "", "thin", "specific"),
        ("AI stuff", "Claude", "saved 40%", "thin", "specific"),
        ("I did some things with AI", "", "", "thin", "specific"),
        ("", "Claude", "", "missing", "what"),
    ],
)  # fmt: skip
def test_a_workflow(what: str, tools: str, outcome: str, strength: Strength, ask: Ask) -> None:
    found = of_work(what, tools, outcome)
    assert (found.strength, found.ask) == (strength, ask)


@pytest.mark.parametrize(
    ("said", "strength", "ask"),
    [
        ("error rate fell from 9% to 2% on 500 held-out tickets", "strong", ""),
        ("a second lawyer reviewed a sample and agreed on 46 of 50 contracts", "strong", ""),
        ("CSAT rose from 71 to 84 over six weeks", "strong", ""),
        ("chart review: falls went from 11 to 3", "strong", ""),
        ("an A/B test with 4000 visitors: conversion up by 12%", "strong", ""),
        ("we compared 12 reps with it against 12 without, win rate 24%", "strong", ""),
        ("accuracy was 95%", "fair", "compared"),
        ("we ran a survey afterwards and people liked it", "fair", "result"),
        ("we tracked complaints before and after", "fair", "result"),
        ("customers told us so, 40 of them wrote in", "fair", "measure"),
        ("users liked it", "thin", "measure"),
        ("accuracy", "thin", "result"),
        ("it was obviously better", "thin", "measure"),
        ("we never measured it", "thin", "measure"),
        ("my manager said it was world-class", "thin", "measure"),
        ("", "missing", "quality"),
    ],
)
def test_how_it_was_known(said: str, strength: Strength, ask: Ask) -> None:
    found = of_quality(said)
    assert (found.strength, found.ask) == (strength, ask)


@pytest.mark.parametrize(
    ("said", "strength", "ask"),
    [
        ("any team with a ticket queue can run it, and a second team picked it up", "strong", ""),
        ("it only needs Claude and a spreadsheet", "strong", ""),
        ("I did it again at my next employer with HubSpot", "strong", ""),
        ("I trained two other teams on the checklist", "strong", ""),
        ("nothing in it is specific to our company", "fair", "again"),
        ("a second team picked it up", "fair", "common"),
        ("everyone has Figma", "thin", "again"),
        ("because I am good at it", "thin", "common"),
        ("anywhere", "thin", "again"),
        ("", "missing", "portability"),
    ],
)
def test_why_it_carries_over(said: str, strength: Strength, ask: Ask) -> None:
    found = of_portability(said)
    assert (found.strength, found.ask) == (strength, ask)


def rank(found: Judged) -> int:
    return ORDER.index(found.strength)


WORK = [
    "I built a bot that sorts support tickets",
    "I rewrote the help articles for our customers",
    "I automated the monthly forecast",
    "I changed how our ward hands over patients",
    "leveraged cutting-edge AI synergies",
]


@pytest.mark.parametrize("what", WORK)
@pytest.mark.parametrize("more", ["it saves 6 hours a week", "errors fell by 30%", "in use by 40 customers"])
def test_a_number_never_weakens_and_lifts_what_is_specific(what: str, more: str) -> None:
    before, after = of_work(what), of_work(what, outcome=more)
    assert rank(after) >= rank(before)
    if before.ask == "number":
        assert rank(after) > rank(before)


@given(st.sampled_from(WORK), st.text(max_size=80), st.text(max_size=80), st.sampled_from(["Claude", "pen"]))
def test_tools_and_outcomes_never_weaken_a_workflow(what: str, outcome: str, more: str, tools: str) -> None:
    assert rank(of_work(what, tools, outcome)) >= rank(of_work(what, "", outcome))
    assert rank(of_work(what, tools, f"{outcome} and {more} 12%")) >= rank(of_work(what, tools))


@pytest.mark.parametrize(
    "word",
    ["accuracy", "benchmark", "eval", "AI", "LLM", "Claude", "40%", "customers", "measured", "portable"],
)
def test_no_word_alone_is_strong(word: str) -> None:
    found = (of_work(word), of_quality(word), of_portability(word))
    assert {each.strength for each in found} == {"thin"}


@given(st.text(min_size=1, max_size=120))
def test_every_part_is_judged_and_asks_unless_strong(said: str) -> None:
    for each in judged(Pack((Workflow(said),), said, said), "director"):
        assert (each.ask == "") is (each.strength == "strong")
        assert (follow_up(each) is None) is (each.strength == "strong")


@pytest.mark.parametrize(
    ("level", "count"),
    [(None, (1, 2)), ("senior", (1, 2)), ("principal", (1, 2)), ("manager", (2, 2)), ("director", (2, 3)),
     ("vp", (2, 3)), ("executive", (2, 3))],
)  # fmt: skip
def test_a_leader_brings_more_workflows(level: str | None, count: tuple[int, int]) -> None:
    assert needed(level) == count
    assert len(steps(Pack(), level)) == 3 * count[0] + 2


def test_every_level_has_a_count() -> None:
    assert {needed(level)[0] for level in levels()} == {1, 2}


def test_the_steps_in_their_order() -> None:
    assert [step.id for step in steps(Pack(), None)] == [
        "what1",
        "tools1",
        "outcome1",
        "quality",
        "portability",
    ]
    assert next_step(Pack(), None) == Step("what", 1)
    assert next_step(WHOLE, None) is None
    assert next_step(WHOLE, "director") == Step("what", 2)


def test_what_another_answer_says_is_not_asked_for() -> None:
    pack = Pack((Workflow("I built a bot with Claude that cut errors by 30%"),))
    assert is_said(pack, Step("tools", 1))
    assert is_said(pack, Step("outcome", 1))
    assert next_step(pack, None) == Step("quality")
    assert next_step(Pack((Workflow("I built a bot for support"),)), None) == Step("tools", 1)


def test_a_workflow_skipped_is_skipped_whole_and_asked_for_again_later() -> None:
    assert next_step(Pack(), "director", Step("what", 1)) == Step("quality")
    assert next_step(Pack((BOT,)), "director", Step("what", 2)) == Step("quality")
    assert next_step(Pack((BOT,)), "director", Step("outcome", 1)) == Step("what", 2)
    assert next_step(Pack(), "director", Step("portability")) is None
    assert next_step(Pack(), "director") == Step("what", 1)


def test_where_a_step_stands() -> None:
    assert position(Pack(), None, Step("tools", 1)) == (2, 5)
    assert position(Pack(), "vp", Step("quality")) == (7, 8)
    assert position(WHOLE, None, Step("what", 2)) == (4, 8)
    assert position(WHOLE, None, Step("quality", 0, "measure")) == (4, 5)


def test_the_step_before() -> None:
    assert step_before(Pack(), None, Step("tools", 1)) == Step("what", 1)
    assert step_before(Pack(), None, Step("what", 1)) is None
    assert step_before(WHOLE, None, Step("quality", 0, "measure")) == Step("outcome", 1)


@given(st.sampled_from(steps(Pack((BOT, BOT)), None)), st.sampled_from(["", "anew", "number", "measure"]))
def test_a_step_comes_back_from_its_id(step: Step, ask: str) -> None:
    assert step_of(replace(step, ask=ask).id) == replace(step, ask=ask)


@pytest.mark.parametrize("id_", ["", "what", "quality1", "tools0", "banana", "what1+", "what1+NO", "what99"])
def test_what_is_no_id_is_no_step(id_: str) -> None:
    assert step_of(id_) is None


def test_an_answer_goes_to_its_place() -> None:
    pack = answered(Pack(), Step("what", 1), "I built a bot")
    pack = answered(pack, Step("tools", 1), "Claude")
    pack = answered(pack, Step("quality"), "we measured it")
    assert pack == Pack((Workflow("I built a bot", "Claude"),), "we measured it")
    assert answered(pack, Step("what", 5), "I ran an audit").workflows[1:] == (Workflow("I ran an audit"),)


def test_more_is_added_and_a_workflow_told_anew_begins_anew() -> None:
    more = answered(WHOLE, Step("quality", 0, "compared"), "CSAT rose too")
    assert more.quality == "Error rate fell from 9% to 2% on 500 tickets. CSAT rose too"
    number = answered(WHOLE, Step("outcome", 1, "number"), "12 teams use it")
    assert number.workflows[0].outcome == "Response time fell from 9 hours to 4. 12 teams use it"
    plain = answered(WHOLE, Step("what", 1, "specific"), "I built a triage bot")
    assert plain.workflows[0] == replace(BOT, what="I built a triage bot")
    assert answered(WHOLE, Step("what", 1, "anew"), "I ran an audit").workflows == (
        Workflow("I ran an audit"),
    )
    assert said_at(WHOLE, Step("tools", 1)) == "Claude and Python"
    assert said_at(WHOLE, Step("tools", 2)) == ""


@given(st.lists(st.tuples(st.sampled_from(["what", "tools", "outcome"]), st.integers(1, 9)), max_size=20))
def test_no_answers_outgrow_the_pack(given_: list[tuple[str, int]]) -> None:
    pack = Pack()
    for part, number in given_:
        pack = answered(pack, Step(part, number), "words")  # type: ignore[arg-type]
    assert len(pack.workflows) <= MOST_WORKFLOWS


def test_a_part_can_be_dropped() -> None:
    two = replace(WHOLE, workflows=(BOT, Workflow("I ran an audit")))
    assert dropped(two, Step("what", 1)).workflows == (Workflow("I ran an audit"),)
    assert dropped(two, Step("what", 7)) == two
    assert dropped(two, Step("quality")).quality == ""
    assert dropped(two, Step("portability")).portability == ""


def test_the_weakest_part_comes_first() -> None:
    found = weak(judged(Pack((BOT,), "accuracy was 95%", "because I am good"), "director"))
    assert [(each.part, each.number, each.strength) for each in found] == [
        ("workflow", 2, "missing"),
        ("portability", 0, "thin"),
        ("quality", 0, "fair"),
    ]


def test_ai_work_in_any_workflow_counts() -> None:
    plain = Workflow("I changed how our ward hands over patients")
    assert not is_ai_work(Pack((plain,)))
    assert is_ai_work(Pack((plain, BOT)))
    assert not is_ai_work(Pack(quality="we used an LLM as the judge"))
