"""Which part of the evidence an answer tells: asked for or not, in one sentence or in several."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.playbook.evidence import Step
from bot.playbook.evidence_sorting import sorted_out
from bot.playbook.pack import Pack, Workflow

WORK = Pack((Workflow("I built a bot that sorts tickets"),))
WHAT, TOOLS, OUTCOME = Step("what", 1), Step("tools", 1), Step("outcome", 1)
QUALITY, PORTABILITY = Step("quality"), Step("portability")


def places(step: Step, words: str, pack: Pack = WORK) -> dict[str, str]:
    return {told.step.id: told.words for told in sorted_out(step, words, pack)}


@pytest.mark.parametrize(
    "said",
    [
        "accuracy 94% on 500 labelled tickets",
        "tested w/ 20 users, 17 finished task",
        "We measured it on 300 held-out invoices: error rate fell from 8% to 1.5%",
        "92% precision on a holdout of 2,000 accounts",
        "checked against last year's ledger, 0 differences in 1200 lines",
        "eval suite of 300 questions, accuracy 91%",
        "reviewed 40 NDAs side by side with a second lawyer, agreed on 38",
        "chart audit of 60 shifts, 58 filled in right",
        "We audited 40 charts and 38 were complete",
        "MAPE 6% against 14% for the old one, on 12 months held out",
        "30 students tried it, 26 got the right answer",
        "we ran an A/B test over 6 weeks, 12,000 visitors",
    ],
)
@pytest.mark.parametrize("asked", [WHAT, TOOLS, OUTCOME, PORTABILITY])
def test_proof_is_proof_whatever_was_asked(said: str, asked: Step) -> None:
    pack = Pack() if asked == WHAT else WORK
    assert places(asked, said, pack) == {"quality": said}


@pytest.mark.parametrize(
    "said",
    [
        "Works on any warehouse",
        "any ward with a whiteboard can do it",
        "it works with any design system",
        "same checklist works at any firm",
        "anyone with a pdf can use it",
        "Not tied to our stack, all it needs is docs in markdown",
        "standard tools, nothing specific to us",
        "i could do this for any b2b product",
    ],
)
@pytest.mark.parametrize("asked", [WHAT, TOOLS, OUTCOME, QUALITY])
def test_why_it_carries_over_is_so_whatever_was_asked(said: str, asked: Step) -> None:
    pack = Pack() if asked == WHAT else WORK
    assert places(asked, said, pack) == {"portability": said}


@pytest.mark.parametrize(
    "said", ["python, excel", "Claude and Word", "Built with Claude and dbt", "figma make"]
)
@pytest.mark.parametrize("asked", [WHAT, OUTCOME, QUALITY])
def test_a_list_of_tools_is_one(said: str, asked: Step) -> None:
    assert places(asked, said, Pack() if asked == WHAT else WORK) == {"tools1": said}


@pytest.mark.parametrize(
    "said",
    [
        "close went from 9 days to 4",
        "Falls dropped from 11 a month to 4 on our unit",
        "it cut response time from 9 hours to 4",
        "my students' pass rate went from 71% to 84%",
        "Reconciliations used to take 3 days, now 4 hours",
    ],
)
def test_what_came_of_it_is_no_work(said: str) -> None:
    assert places(WHAT, said, Pack()) == {"outcome1": said}


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (WHAT, "I audited 300 charts for fall risk and rebuilt the checklist"),
        (WHAT, "I tested the release on 20 devices and found 30 bugs"),
        (WHAT, "I ran an audit of 12 sites"),
        (WHAT, "I built a tool that works with any CRM"),
        (WHAT, "it cut costs by $40,000 a month"),
        (WHAT, "I compared offers of 40 vendors for our clinic"),
        (TOOLS, "one form"),
        (OUTCOME, "error rate fell from 9% to 2%"),
        (OUTCOME, "three other teams adopted it"),
        (QUALITY, "error rate fell from 9% to 2%"),
        (QUALITY, "users liked it"),
        (PORTABILITY, "python and excel, nothing else"),
    ],
)
def test_an_answer_that_fits_stays_where_it_was_asked(asked: Step, said: str) -> None:
    assert places(asked, said, Pack() if asked == WHAT else WORK) == {asked.id: said}


def test_all_of_it_in_one_go() -> None:
    said = (
        "I built a RAG assistant over our docs with Claude and dbt. It cut questions from 40 a week to 12. "
        "accuracy 94% on 500 labelled tickets. Works on any warehouse."
    )
    assert places(WHAT, said, Pack()) == {
        "what1": "I built a RAG assistant over our docs with Claude and dbt",
        "outcome1": "It cut questions from 40 a week to 12",
        "quality": "accuracy 94% on 500 labelled tickets",
        "portability": "Works on any warehouse",
    }


def test_notes_in_one_go_find_their_places_too() -> None:
    said = (
        "email program for a clinic. open rate 18% to 31%. A/B tested subject lines on 5,000 contacts."
        " mailchimp. same playbook at two clinics now."
    )
    assert places(WHAT, said, Pack()) == {
        "what1": "email program for a clinic",
        "outcome1": "open rate 18% to 31%",
        "quality": "A/B tested subject lines on 5,000 contacts",
        "tools1": "mailchimp",
        "portability": "same playbook at two clinics now",
    }


def test_who_took_it_up_is_no_check() -> None:
    assert places(QUALITY, "I taught it to the team in Lyon") == {
        "portability": "I taught it to the team in Lyon"
    }


def test_commas_part_it_too_where_the_part_is_clear() -> None:
    said = (
        "I built a routine with Clay, reply rate doubled, tested against the old list on 400 accounts,"
        " works with any CRM"
    )
    assert places(WHAT, said, Pack()) == {
        "what1": "I built a routine with Clay, reply rate doubled",
        "quality": "tested against the old list on 400 accounts",
        "portability": "works with any CRM",
    }


def test_an_abbreviation_ends_no_sentence() -> None:
    said = "I built checks, e.g. accuracy of labels, for our approx. 40 reports"
    assert places(WHAT, said, Pack()) == {"what1": said}


def test_a_place_that_is_full_takes_nothing_more() -> None:
    told = Pack((Workflow("I built a bot"),), "CSAT rose from 71 to 84", "any team can run it")
    assert places(OUTCOME, "accuracy 94% on 500 labelled tickets", told) == {
        "outcome1": "accuracy 94% on 500 labelled tickets"
    }
    assert places(OUTCOME, "Works on any warehouse", told) == {"outcome1": "Works on any warehouse"}


def test_tools_are_added_to_those_known() -> None:
    told = Pack((Workflow("", "excel, netsuite"),))
    assert places(WHAT, "used sql too", told) == {"tools1": "excel, netsuite, sql"}


def test_work_that_was_never_told_is_taken_late() -> None:
    untold = Pack((Workflow("", outcome="falls dropped from 11 to 4"),))
    assert places(PORTABILITY, "I changed the handover checklist", untold) == {
        "what1": "I changed the handover checklist"
    }


def test_another_piece_of_work_becomes_the_next_one() -> None:
    assert places(QUALITY, "I also built a search for our docs") == {
        "what2": "I also built a search for our docs"
    }


@given(st.text(max_size=200), st.sampled_from([WHAT, TOOLS, OUTCOME, QUALITY, PORTABILITY]))
def test_no_word_is_lost_or_added(words: str, asked: Step) -> None:
    told = sorted_out(asked, words, WORK)
    assert len({each.step for each in told}) == len(told) >= 1
    letters = sorted(c for c in words if c.isalnum())
    assert sorted(c for each in told for c in each.words if c.isalnum()) == letters
