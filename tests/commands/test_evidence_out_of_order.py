"""The interview of a person who tells things out of order, or all in one go; and what is written of it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.engine import Engine
from bot.playbook.pack import Pack, Workflow
from bot.turn import Reply, Who
from tests.conftest import Say

ADA = Who("terminal", "ada")


def tell(say: Say, *said: str) -> Reply:
    reply = say("/evidence")
    for words in said:
        reply = say(words)
    return reply


def pack_of(engine: Engine) -> Pack:
    return engine._store.load(ADA, datetime.now(UTC)).case.pack


def test_proof_told_where_the_outcome_was_asked_is_kept_and_the_outcome_asked_again(
    say: Say, engine: Engine
) -> None:
    asked = tell(say, "I built a tool that sorts support tickets with Claude")
    assert asked.facts.step == "outcome1"
    again = say("accuracy 94% on 500 labelled tickets")
    assert again.facts.step == "outcome1"
    assert "Kept as *how you knew it worked*" in again.text
    again = say("Works on any warehouse")
    assert again.facts.step == "outcome1"
    assert "Kept as *why it carries over*" in again.text
    done = say("it cut response time from 9 hours to 4 for customers")
    assert done.facts.step == ""
    assert pack_of(engine) == Pack(
        (
            Workflow(
                "I built a tool that sorts support tickets with Claude",
                outcome="it cut response time from 9 hours to 4 for customers",
            ),
        ),
        "accuracy 94% on 500 labelled tickets",
        "Works on any warehouse",
    )


def test_all_of_it_in_one_go_leaves_nothing_to_ask(say: Say, engine: Engine) -> None:
    reply = say(
        "/evidence I built a RAG assistant over our docs with Claude and dbt. It cut ad hoc questions from 40"
        " a week to 12. accuracy 94% on 500 labelled tickets. Works on any warehouse."
    )
    assert reply.facts.step == ""
    assert pack_of(engine).quality == "accuracy 94% on 500 labelled tickets"
    assert pack_of(engine).portability == "Works on any warehouse"
    assert say("/evidence texts").facts.gaps == 0


def test_an_eval_is_no_second_workflow(say: Say, engine: Engine) -> None:
    say("/profile director, software engineer")
    reply = tell(say, "I built a bot with Claude", "tickets fell from 80 a week to 35")
    assert reply.facts.step == "what2"
    assert say("eval suite of 300 questions, accuracy 91%").facts.step == "what2"
    assert len(pack_of(engine).workflows) == 1
    assert pack_of(engine).quality == "eval suite of 300 questions, accuracy 91%"


def test_a_label_decides_whatever_the_words_say(say: Say, engine: Engine) -> None:
    say("/evidence work: accuracy checks on 500 labelled tickets, tested with 20 users")
    assert pack_of(engine).quality == ""
    assert pack_of(engine).workflows[0].what.startswith("accuracy checks")


def test_a_sentence_with_labelled_parts_behind_it_keeps_them(say: Say, engine: Engine) -> None:
    say("/evidence I built a bot for agents. It cut replies from 9 hours to 4. Outcome: errors halved")
    assert pack_of(engine).workflows == (
        Workflow("I built a bot for agents. It cut replies from 9 hours to 4", outcome="errors halved"),
    )


def test_a_fragment_without_a_verb_is_taken_where_its_proof_tells_of_work(say: Say, engine: Engine) -> None:
    say("/evidence Prompt-driven prototype generator in figma. tested w/ 20 users, 17 finished task")
    assert pack_of(engine) == Pack(
        (Workflow("Prompt-driven prototype generator in figma"),), "tested w/ 20 users, 17 finished task"
    )


@pytest.mark.parametrize(
    "said", ["what's a good example?", "like what?", "what do you mean?", "example please"]
)
def test_a_question_back_is_no_answer(say: Say, engine: Engine, said: str) -> None:
    reply = tell(say, "I made a churn model for sales", said)
    assert reply.facts.step == "tools1"
    assert pack_of(engine).workflows == (Workflow("I made a churn model for sales"),)


def test_no_tools_skips_the_tools_alone(say: Say) -> None:
    assert tell(say, "no tools").facts.step == "what1"
    assert tell(say, "I changed how our ward hands over", "no tools").facts.step == "outcome1"


def test_a_price_that_fell_is_no_offer_and_no_pay(say: Say, engine: Engine) -> None:
    tell(say, "I rewrote the landing pages for our buyers", "HubSpot")
    reply = say("cost per lead fell 35%, from $80 to $52")
    assert reply.intent == "evidence"
    assert pack_of(engine).workflows[0].outcome == "cost per lead fell 35%, from $80 to $52"


def test_fragments_read_well_in_all_four_texts(say: Say) -> None:
    tell(say, "python, excel", "Month end close. built a reconciliation macro with chatgpt help")
    say("close went from 9 days to 4")
    say("checked against last year's ledger, 0 differences in 1200 lines")
    say("any team with excel")
    texts = say("/evidence texts").facts.texts
    assert texts.resume.splitlines() == [
        "- Month end close: built a reconciliation macro with ChatGPT help (Python, Excel). Close went from 9"
        " days to 4.",
        "- Checked against last year's ledger, 0 differences in 1200 lines.",
    ]
    assert "Month end close: I built a reconciliation macro with ChatGPT help" in texts.linkedin
    assert "Why it carries over: any team with Excel." in texts.linkedin
    assert "Close went from 9 days to 4. That is the work I would bring." in texts.thanks


def test_work_that_is_only_named_is_said_to_be_named(say: Say) -> None:
    tell(say, "An email scoring tool with Claude, ranks leads", "skip", "stop")
    texts = say("/evidence texts").facts.texts
    assert texts.resume.startswith("- Email scoring tool with Claude, ranks leads.")
    assert texts.linkedin.startswith("What I worked on: an email scoring tool with Claude, ranks leads.")
    assert "What I would bring to it: an email scoring tool with Claude, ranks leads." in texts.thanks
