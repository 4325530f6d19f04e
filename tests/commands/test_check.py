"""The talk about a draft: how it is handed in, what comes back, and that nothing of it is kept."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.commands.check import CheckFacts
from bot.commands.check_draft import draft_in, is_draft, is_over, is_theirs
from bot.engine import Engine
from bot.memory.case import Last
from bot.memory.store import Store
from bot.playbook.check.shapes import KINDS
from bot.turn import Clicked, Invoked, Reply, Submitted, Turn, Where, Who
from tests.conftest import Say

DRAFT = "Hi Ana, thank you for the offer. I currently make 151k, so I was hoping for 183k."
CLEAN = (
    "Thank you for the offer, Ana. Public postings for the job in Austin show a median of $151k. "
    "I'm asking for $155k. Can we get there?"
)
OFFER = "/offer 180k base at Stripe, senior software engineer, San Francisco, 15% bonus"


def facts(reply: Reply) -> CheckFacts:
    assert isinstance(reply.facts, CheckFacts)
    return reply.facts


def kinds(reply: Reply) -> list[str]:
    return [each.kind for each in facts(reply).findings]


def at(engine: Engine, where: Where, event: Invoked | Submitted | Clicked) -> Reply:
    return engine.respond(Turn(Who("slack", "u1", "w1"), where, event))


def test_a_draft_behind_the_command(say: Say) -> None:
    reply = say(f"/check {DRAFT}")
    assert kinds(reply) == ["present_salary", "no_median", "hedging", "no_close"]
    assert "“I currently make 151k”" in reply.text
    assert reply.file is not None
    assert reply.file.content in reply.text
    assert "151k" not in reply.file.content
    assert "I'm asking for 183k." in reply.file.content
    assert [(each.low, each.high) for each in facts(reply).asks] == [(183_000, 183_000)]
    assert facts(reply).words == len(DRAFT.split())


def test_a_clean_draft_is_ready(say: Say) -> None:
    reply = say(f"/check {CLEAN}")
    assert kinds(reply) == []
    assert reply.text.startswith("**Ready to send.**")
    assert reply.file is None


def test_nothing_of_a_draft_is_kept(say: Say, store: Store) -> None:
    from datetime import UTC, datetime

    from bot.memory.codec import encode

    say("/profile senior product manager, Denver")
    before = store.load(Who("terminal", "ada"), datetime.now(UTC)).case
    say(f"/check {DRAFT}")
    after = store.load(Who("terminal", "ada"), datetime.now(UTC)).case
    assert replace(after, last=None) == before
    assert after.last is not None  # the kinds of mistake, for "why?", and not a word of the draft
    last = replace(after.last, at=None)  # a time of day may hold any figure
    assert last == Last("check", names=after.last.names)
    assert set(after.last.names) <= set(KINDS)
    assert b"151" not in encode(replace(after, last=last))


def test_alone_it_asks_for_the_next_message(say: Say) -> None:
    asked = say("/check")
    assert asked.form is not None
    assert asked.form.fields[0].multiline
    reply = say("got the offer, 180k base at Stripe. can you do 195?")
    assert kinds(reply) == ["no_median", "no_thanks"]
    assert say("got the offer, 180k base at Stripe").intent == "offer"  # the question is answered


@pytest.mark.parametrize("word", ["stop", "cancel", "never mind", "Nope", "not now", "skip"])
def test_it_is_called_off(say: Say, word: str) -> None:
    say("/check")
    reply = say(word)
    assert (reply.intent, kinds(reply)) == ("check", [])
    assert "Nothing checked" in reply.text
    assert say("hello").intent != "check"


def test_a_few_words_are_no_draft(say: Say) -> None:
    for words in ("/check help", "/check my salary", "/check ok"):
        reply = say(words)
        assert "too little to be a draft" in reply.text
        assert facts(reply) == CheckFacts()


def test_another_language_is_said_to_be_one(say: Say) -> None:
    reply = say(
        "/check Bonjour Anne, merci beaucoup pour votre offre. Est-ce que 62 000 euros seraient possibles ?"
    )
    assert "English only" in reply.text
    assert facts(reply) == CheckFacts()
    assert kinds(say("/check Dear Anna, thanks. It is possible to have 62 000 euros, because market is so?"))


def test_their_letter_is_not_mended_and_not_taken_for_the_offer(say: Say) -> None:
    reply = say("/check Dear Sam, we are pleased to offer you the role of Engineer at $150,000 a year.")
    assert "the employer's own letter" in reply.text
    assert "Stripe" not in say("/profile").text
    assert "150,000" not in say("/profile").text


def test_a_draft_that_looks_like_an_offer_is_a_draft(say: Say) -> None:
    reply = say(
        "/check Thank you for the offer: 180k base, 15% bonus, 100k RSUs at Stripe. Could you do 195k?"
    )
    assert "no_median" in kinds(reply)
    assert "Offer" not in say("/profile").text


@pytest.mark.parametrize(
    "text",
    [
        f"check my email: {DRAFT}",
        f"Can you review this email before i send it?\n\n{DRAFT}",
        f"{DRAFT}\n\nhow does my email sound?",
        f'Please check this draft: "{DRAFT}"',
    ],
)
def test_plain_words_hand_in_a_draft(say: Say, text: str) -> None:
    reply = say(text)
    assert reply.intent == "check"
    assert reply.file is not None
    assert reply.file.content.startswith("Hi Ana, thank you for the offer. I'm asking for 183k.")
    assert facts(reply).words == len(DRAFT.split())


def test_plain_words_alone_ask_for_it(say: Say) -> None:
    assert "Paste the email" in say("can you check my email").text
    assert kinds(say(DRAFT))[0] == "present_salary"


def test_what_surrounds_a_draft_is_cut() -> None:
    assert draft_in("check my email: Hi Bo, thanks.") == "Hi Bo, thanks."
    assert draft_in("this: Hi Bo, thanks.") == "Hi Bo, thanks."
    assert draft_in("check my draft") == ""
    assert draft_in("“Hi Bo, thanks.”") == "Hi Bo, thanks."
    assert draft_in("Hi Bo: thanks for the offer.") == "Hi Bo: thanks for the offer."
    assert not is_over("stop by tomorrow and we can talk")
    assert is_theirs("We are delighted to offer you the role")
    assert not is_theirs("I'm happy to hear you want to offer me the role")
    assert is_draft("can you do 175?")


def test_with_the_offer_at_hand_the_number_and_its_evidence_are_filled_in(say: Say) -> None:
    say(OFFER)
    reply = say(
        "/check Hi Lou, thank you for the offer to join Stirpe. Is there any flexibility on the base?"
    )
    assert kinds(reply) == ["company_name", "vague_ask", "no_median"]
    plan, quote = facts(reply).counter, facts(reply).quote
    assert plan is not None
    assert quote is not None
    assert reply.file is not None
    assert f"${plan.ask:,.0f}" in reply.file.content
    assert "join Stripe" in reply.file.content
    if plan.market == "median":
        assert f"${quote.p50:,.0f}" in reply.file.content
        assert "[GAP" not in reply.file.content
    assert [action.action for action in reply.actions] == ["counter.write", "check.open"]


def test_figures_of_the_offer_at_hand(say: Say) -> None:
    say(OFFER)
    reply = say("/check Thank you for the offer of 175k base. I'm asking for 195k. Can we get there?")
    assert ("wrong_number", "offered") in [(each.kind, each.why) for each in facts(reply).findings]
    assert facts(reply).offered == 180_000
    assert reply.file is not None
    assert "$180,000 base" in reply.file.content


def test_euros_are_not_held_against_dollars(say: Say) -> None:
    say("/median software-engineer SF senior")
    reply = say("/check Thank you for the offer. I'm asking for a base of €150,000. Can we get there?")
    assert facts(reply).quote is None
    assert "[GAP: the market" in reply.text
    reply = say("/check Thank you for the offer. I'm asking for a base of $150,000. Can we get there?")
    assert facts(reply).quote is not None


def test_every_counter_letter_stands_the_check(say: Say) -> None:
    for number, offer in enumerate(
        (
            OFFER,
            "/offer 300k base at Stripe, senior software engineer, San Francisco, 100k RSUs over 4 years",
            "/offer 300k base at Stripe, senior software engineer, San Francisco, no equity",
            "/offer 95k base at Acme, marketing manager, Austin",
            "/offer 60 an hour at Initech, contract data analyst, Boise",
        )
    ):
        user = f"user{number}"
        say(offer, user)
        letter = say("/counter", user).file
        assert letter is not None, offer
        assert [kind for kind in kinds(say(f"/check {letter.content}", user)) if kind != "gap"] == [], offer


@pytest.mark.parametrize("where", ["dm", "channel"])
def test_on_a_platform_the_form_opens_and_no_message_is_waited_for(engine: Engine, where: Where) -> None:
    asked = at(engine, where, Invoked("check"))
    assert asked.form is not None
    reply = at(engine, where, Submitted("check", {"draft": DRAFT}))
    assert kinds(reply)[0] == "present_salary"
    assert at(engine, where, Clicked("check.open", "")).form is not None
    assert at(engine, where, Invoked("check", options={"draft": DRAFT})).file == reply.file


def test_their_words_take_no_effect(say: Say) -> None:
    reply = say(
        "/check Thank you <!channel> for the **offer**. I currently make 150k at [x](http://evil.example) "
        "```so``` I want 180k. Can we?"
    )
    assert "<!channel>" not in reply.text
    assert "://" not in reply.text
    assert reply.text.count("```") == 2


def test_seven_at_most_are_shown(say: Say) -> None:
    reply = say(
        "/check I currently make 150k. Take it or leave it. You will regret losing me. I deserve more. "
        "My rent went up. I'm an AI enthusiast. Sorry to ask. I have other offers. I want 190k."
    )
    assert "7. " in reply.text
    assert "8. " not in reply.text
    assert "smaller" in reply.text


def test_what_follows_a_sentence_of_work_is_a_sentence_of_its_own(say: Say) -> None:
    say(OFFER)
    say("/evidence I built a triage agent for 40 support people with LangChain. It cut handling time by 35%.")
    reply = say(
        "/check Hi, as a thought leader I need money for my rent, and 3 other companies want me. Thoughts?"
    )
    assert reply.file is not None
    assert "cut handling time by 35%. 3 other companies want me" in reply.file.content
    assert (reply.facts.shown, reply.facts.left_out) == (len({each.kind for each in reply.facts.findings}), 0)
    assert "35%" in reply.facts.work
    assert reply.facts.instead.ask == say("/counter").facts.counter.ask


def test_a_bracket_of_the_writers_own_is_nothing_to_fill(say: Say) -> None:
    own = say(
        f"/check {DRAFT.replace('the offer', 'the offer [ref 12]')} The median is 181k. Can we get there?"
    )
    assert own.file is not None
    assert "[ref 12]" in own.file.content
    assert "fill what stands in brackets" not in own.text
    assert (
        "fill what stands in brackets" in say("/check Hi Ana, thank you. I was hoping for a bit more.").text
    )


def test_the_improved_draft_is_said_to_stand_in_the_words(say: Say) -> None:
    file = say(f"/check {DRAFT} Write to <ana@example.com>, @here.").file
    assert file is not None
    assert file.shown


@pytest.mark.parametrize(
    "command", ["/counter", "/counter chat", "/counter call", "/decide accept", "/decide decline"]
)
def test_a_letter_is_said_to_stand_in_the_words(say: Say, command: str) -> None:
    say(OFFER)
    file = say(command).file
    assert file is not None
    assert file.shown
