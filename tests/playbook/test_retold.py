from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.playbook.retold import (
    acted,
    bullet,
    first_person,
    in_first_person,
    sentences,
    tells_of_work,
    tool_list,
    within,
    without_lead,
)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("I built a triage bot.", "Built a triage bot"),
        ("i also automated handovers", "Automated handovers"),
        ("I've run the weekly review", "Ran the weekly review"),
        ("I lead hiring for two teams", "Led hiring for two teams"),
        ("I was asked to fix onboarding", "Asked to fix onboarding"),
        ("We built the search", "Built, with my team, the search"),
        ("My team and I rebuilt the pipeline", "Rebuilt, with my team, the pipeline"),
        ("My team rebuilt the pipeline", "My team rebuilt the pipeline"),
        ("we compared it with the old one", "Compared it, with my team, with the old one"),
        ("At Acme, I designed the sign-up flow", "Designed the sign-up flow at Acme"),
        ("Last year, I wrote the runbook", "Wrote the runbook last year"),
        ("Built dashboards", "Built dashboards"),
        ("a churn model for sales", "A churn model for sales"),
        ("I need a better tool", "I need a better tool"),
        ("I feel good about it", "I feel good about it"),
        ("iOS crashes fell", "iOS crashes fell"),
    ],
)
def test_a_line_begins_with_its_verb_where_the_words_allow(said: str, told: str) -> None:
    assert acted(said) == told


@pytest.mark.parametrize(
    ("said", "tells"),
    [
        ("I built a bot", True),
        ("we're building a search", True),
        ("At Acme, I lead hiring", True),
        ("Led the redesign", True),
        ("My team rebuilt the pipeline", True),
        ("my team is great", False),
        ("I want to tell them about my work", False),
        ("let's work on my evidence pack", False),
        ("my evidence", False),
        ("", False),
    ],
)
def test_a_sentence_on_work_is_told_from_a_wish(said: str, tells: bool) -> None:
    assert tells_of_work(said) is tells


def test_a_bullet_holds_work_tools_and_outcome() -> None:
    made = bullet("I built a bot. It sorts tickets.", "I used Claude and Python.", "response time halved")
    assert made == "Built a bot (Claude and Python). It sorts tickets. Response time halved"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("built a bot", "I built a bot"),
        ("used Claude to draft replies", "I used Claude to draft replies"),
        ("i ran it", "I ran it"),
        ("A churn model", "A churn model"),
        ("We compared it", "We compared it"),
        ("tested by 40 users", "Tested by 40 users"),
    ],
)
def test_a_paragraph_is_in_the_first_person(said: str, told: str) -> None:
    assert first_person(said) == told


@pytest.mark.parametrize(
    ("said", "tools"),
    [
        ("I used Claude and Python.", "Claude and Python"),
        ("mostly Excel", "Excel"),
        ("it ran on AWS", "AWS"),
        ("tools: Figma, Miro", "Figma, Miro"),
        ("pen and paper", "pen and paper"),
    ],
)
def test_tools_come_without_the_words_around_them(said: str, tools: str) -> None:
    assert tool_list(said) == tools


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Yes, errors fell by 30%", "errors fell by 30%"),
        ("well, um, I think it\n  halved", "it halved"),
        ("okay", "okay"),
        ("yes", "yes"),
        ("Surely it did", "Surely it did"),
        ("", ""),
    ],
)
def test_the_beginning_of_a_talk_is_no_part_of_it(said: str, told: str) -> None:
    assert without_lead(said) == told


def test_each_sentence_is_in_the_first_person() -> None:
    said = "Measured it on 500 tickets. Error rate fell. Compared both."
    assert in_first_person(said) == "I measured it on 500 tickets. Error rate fell. I compared both"


def test_sentences_are_parted_and_kept_whole() -> None:
    assert sentences("I built it. It runs v1.2 e.g. at night. Done!") == (
        "I built it",
        "It runs v1.2 e.g. at night",
        "Done!",
    )
    assert within(6, "I built a bot. It sorts every ticket we get", "Errors halved") == "I built a bot"
    assert within(2, "I built a bot") == ""


def _numbers(text: str) -> list[str]:
    return sorted(re.findall(r"\d+", text))


@given(st.text(max_size=200), st.text(max_size=60), st.text(max_size=100))
def test_no_number_is_added_and_none_is_lost(what: str, tools: str, outcome: str) -> None:
    if not sentences(what):
        return
    assert set(_numbers(bullet(what, tools, outcome))) <= set(_numbers(f"{what} {tools} {outcome}"))
    assert _numbers(acted(what)) == _numbers(what)
    assert _numbers(first_person(what)) == _numbers(what)


@given(st.text(max_size=300), st.integers(0, 60))
def test_a_cut_text_keeps_to_its_words(text: str, most: int) -> None:
    assert len(within(most, text).split()) <= most
