from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.playbook.pack import (
    LONGEST,
    MOST_WORKFLOWS,
    Pack,
    Workflow,
    joined,
    said_proof,
    said_work,
    with_proof,
    with_work,
)

WHOLE = Workflow("I built a triage bot.", "Claude", "response time halved.")
WORDS = st.text(min_size=1, max_size=40).filter(lambda words: words.strip(" .\n") != "")


def test_a_counter_says_the_first_workflow_and_what_came_of_it() -> None:
    pack = Pack((WHOLE, Workflow("I ran an audit")), quality="errors fell from 9% to 2%.")
    assert said_work(pack) == "I built a triage bot. Response time halved"
    assert said_proof(pack) == "Errors fell from 9% to 2%"
    assert (said_work(Pack()), said_proof(Pack())) == ("", "")


def test_a_workflow_without_words_is_passed_over() -> None:
    assert said_work(Pack((Workflow("", tools="Claude"), Workflow("I ran an audit")))) == "I ran an audit"


def test_a_new_sentence_takes_the_place_of_one_that_was_only_a_sentence() -> None:
    once = with_work(Pack(), "I built search")
    assert once.workflows == (Workflow("I built search"),)
    assert with_work(once, "I ran an audit").workflows == (Workflow("I ran an audit"),)
    assert with_work(once, "") == once


def test_a_workflow_told_in_full_stays_behind_a_new_sentence() -> None:
    pack = with_work(Pack((WHOLE,)), "I ran an audit")
    assert pack.workflows == (Workflow("I ran an audit"), WHOLE)
    assert with_work(pack, "I ran an audit") == pack


def test_proof_is_replaced_and_nothing_is_lost_by_saying_nothing() -> None:
    pack = Pack(quality="we measured it", portability="any team can run it")
    assert with_proof(pack, "") == pack
    assert with_proof(pack, "errors halved") == Pack(
        quality="errors halved", portability="any team can run it"
    )


@given(st.lists(WORDS, max_size=12))
def test_the_pack_never_outgrows_its_bound_and_the_last_sentence_leads(said: list[str]) -> None:
    pack = Pack((WHOLE,) * MOST_WORKFLOWS)
    for words in said:
        pack = with_work(pack, words)
        assert pack.workflows[0].what == words
    assert len(pack.workflows) == MOST_WORKFLOWS


def test_a_name_with_a_capital_inside_keeps_its_first_letter() -> None:
    assert joined("iOS crashes fell", "dashboards load faster.") == "iOS crashes fell. Dashboards load faster"


def test_every_field_is_held_to_its_length_and_the_workflows_to_their_number() -> None:
    long = "an agent that reads contracts " * 2_000
    pack = with_proof(with_work(Pack(workflows=(Workflow("a", long, long),) * 9), long), long)
    assert len(pack.workflows) == MOST_WORKFLOWS
    assert all(
        len(field) <= LONGEST for each in pack.workflows for field in (each.what, each.tools, each.outcome)
    )
    assert 0 < len(pack.quality) <= LONGEST
    assert len(Pack(portability="x" * 50_000).portability) == LONGEST
    assert Workflow("I built a bot").what == "I built a bot"
