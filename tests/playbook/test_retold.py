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
    tool_list,
    within,
    without_lead,
)
from bot.playbook.sentences import sentences, tells_of_work


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


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "I precept new nurses and train them on Epic",
            "Precepted new nurses and trained them on Epic",
        ),
        (
            "i coordinate 24 beds as charge nurse",
            "Coordinated 24 beds as charge nurse",
        ),
        ("As charge nurse, I coordinate 24 beds", "Coordinated 24 beds as charge nurse"),
        ("Cut falls by 30 percent", "Cut falls by 30 percent"),
        ("I have written the discharge checklist", "Wrote the discharge checklist"),
        ("I oversee three charge nurses", "Oversaw three charge nurses"),
        ("I answer every call within a minute", "Answered every call within a minute"),
        ("I was responsible for the on-call rota", "Responsible for the on-call rota"),
        ("I teach science and grade 120 papers a week", "Taught science and graded 120 papers a week"),
        ("I've been running the robotics club since 2022", "Ran the robotics club since 2022"),
        ("I tutor 12 students after school", "Tutored 12 students after school"),
        ("I close an average of 14 deals a quarter", "Closed an average of 14 deals a quarter"),
        ("I carry a $1.2M quota", "Carried a $1.2M quota"),
        ("I'm managing a book of 40 accounts", "Managed a book of 40 accounts"),
        ("I usually handle 40 tickets a day", "Usually handled 40 tickets a day"),
        ("I reply to every ticket within 2 hours", "Replied to every ticket within 2 hours"),
        ("We cut month-end close from 9 days to 4", "Cut, with my team, month-end close from 9 days to 4"),
        ("i forecast demand for 40 stores", "Forecast demand for 40 stores"),
        (
            "I run payroll for 300, and I wrote the runbook",
            "Ran payroll for 300, and wrote the runbook",
        ),
        ("I draft, review and negotiate SaaS agreements", "Drafted, reviewed and negotiated SaaS agreements"),
        ("I successfully negotiated 60 contracts", "Negotiated 60 contracts"),
        ("I design and test every flow with users", "Designed and tested every flow with users"),
        ("I write copy; I test it with users", "Wrote copy; tested it with users"),
        ("I grew organic traffic from 10k to 45k visits", "Grew organic traffic from 10k to 45k visits"),
        ("I plan the roadmap with four teams", "Planned the roadmap with four teams"),
        ("I single-handedly shipped the iOS app", "Shipped the iOS app"),
        ("I built a bot that I trained on our tickets", "Built a bot that I trained on our tickets"),
        ("I used Claude to draft the first reply", "Used Claude to draft the first reply"),
        ("I used to sort tickets by hand", "I used to sort tickets by hand"),
        ("I have two direct reports", "I have two direct reports"),
        ("I love working with data", "I love working with data"),
    ],
)
def test_bullets_of_ten_professions(said: str, told: str) -> None:
    assert acted(said) == told


def test_tools_told_in_a_sentence_stand_in_no_brackets() -> None:
    made = bullet("I built a bot", "We ran it on Zendesk, and I wrote a script for the rest", "errors halved")
    assert made == (
        "Built a bot. Ran it, with my team, on Zendesk, and wrote a script for the rest. Errors halved"
    )
