"""The interview, through the engine: asked, answered, skipped, resumed, changed; and the four texts."""

from __future__ import annotations

import re
from dataclasses import asdict
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.commands.base import Ask, Setting
from bot.commands.evidence import COMMAND, respond
from bot.commands.evidence_texts import NOTE_WORDS, texts_of
from bot.engine import Engine
from bot.market.database import Market
from bot.memory.case import About, Case
from bot.offers.offer import Offer
from bot.playbook.pack import MOST_WORKFLOWS, Pack, Workflow
from bot.playbook.signals import tools
from bot.turn import Button, Clicked, Invoked, Reply, Said, Select, Turn, Who
from tests.conftest import Say
from tests.test_numbers import figures, numerals

ADA = Who("terminal", "ada")
OFFER = "offer from Harvey: Senior Software Engineer, San Francisco. 170k base, 15% bonus, 25k sign on"
TALK = (
    "I built an LLM triage bot that sorts support tickets",
    "Claude and Python",
    "response time fell from 9 hours to 4 for our customers",
    "we compared it with 500 tickets that agents had sorted; error rate fell from 9% to 2%",
    "any team with a ticket queue can run it, and a second team picked it up",
)


def tell(say: Say, *said: str) -> Reply:
    reply = say("/evidence")
    for words in said:
        reply = say(words)
    return reply


def kept(engine: Engine) -> Case:
    return engine._store.load(ADA, datetime.now(UTC)).case


def click(engine: Engine, action: str, value: str = "") -> Reply:
    return engine.respond(Turn(ADA, "dm", Clicked(action, value)))


def labels(reply: Reply) -> list[str]:
    return [each.label for each in reply.actions if isinstance(each, Button)]


def test_the_whole_interview(say: Say, engine: Engine) -> None:
    places = []
    reply = say("/evidence")
    for words in TALK:
        places.append((reply.facts.step, reply.facts.place, reply.facts.of))
        assert f"**{reply.facts.place} of {reply.facts.of}" in reply.text
        reply = say(words)
    assert places == [
        ("what1", 1, 5), ("tools1", 2, 5), ("outcome1", 3, 5), ("quality", 4, 5), ("portability", 5, 5),
    ]  # fmt: skip
    assert {part.strength for part in reply.facts.parts} == {"strong"}
    assert reply.facts.step == ""
    assert kept(engine).question is None
    assert kept(engine).pack == Pack((Workflow(*TALK[:3]),), *TALK[3:])


def test_what_was_already_said_is_not_asked(say: Say) -> None:
    reply = tell(say, "I built an LLM triage bot with Claude that cut response time from 9 hours to 4")
    assert (reply.facts.step, reply.facts.place) == ("quality", 4)


def test_buzzwords_are_asked_about_once(say: Say, engine: Engine) -> None:
    reply = tell(say, "I leveraged cutting-edge AI synergies to drive transformation")
    assert reply.facts.step == "what1+specific"
    assert "Leave the big words out" in reply.text
    assert say("I spearheaded innovative solutions").facts.step == "tools1"
    assert kept(engine).pack.workflows[0].what == "I spearheaded innovative solutions"


def test_a_thin_answer_gets_one_more_question_and_the_answer_is_added(say: Say, engine: Engine) -> None:
    tell(say, *TALK[:3])
    reply = say("users liked it")
    assert reply.facts.step == "quality+measure"
    reply = say("CSAT rose from 71 to 84")
    assert reply.facts.step == "portability"
    assert kept(engine).pack.quality == "Users liked it. CSAT rose from 71 to 84"


@pytest.mark.parametrize("words", ["skip", "idk", "I don't know", "n/a", "don't have one", "Next."])
def test_a_step_can_be_skipped(say: Say, engine: Engine, words: str) -> None:
    reply = tell(say, TALK[0], words)
    assert reply.facts.step == "outcome1"
    assert kept(engine).pack.workflows == (Workflow(TALK[0]),)


def test_back_shows_what_was_said_and_replaces_it(say: Say, engine: Engine) -> None:
    reply = tell(say, TALK[0], "back")
    assert reply.facts.step == "what1"
    assert f"So far: “{TALK[0]}”" in reply.text
    say("I built a search for our support team")
    assert kept(engine).pack.workflows[0].what == "I built a search for our support team"


@pytest.mark.parametrize("words", ["stop", "cancel", "later", "done", "that's all"])
def test_it_stops_and_goes_on_where_it_was(say: Say, engine: Engine, words: str) -> None:
    tell(say, *TALK[:2], words)
    assert kept(engine).question is None
    assert say("/evidence").facts.step == "outcome1"


def test_an_answer_may_come_with_the_slash(say: Say, engine: Engine) -> None:
    say("/evidence")
    reply = engine.respond(Turn(ADA, "channel", Invoked("evidence", options={"with": TALK[0]})))
    assert reply.facts.step == "tools1"
    assert "Answer with `/evidence`" in reply.text
    assert say("/evidence Claude").facts.step == "outcome1"


def test_it_may_begin_with_a_sentence_and_with_labels(say: Say, engine: Engine) -> None:
    say(f"/evidence {TALK[0]}")
    say("/evidence stop")
    say("/evidence tools: Claude")
    say("/evidence proof: error rate fell from 9% to 2% on 500 tickets")
    say("/evidence why: any team can run it")
    say("/evidence outcome: errors halved")
    assert kept(engine).pack == Pack(
        (Workflow(TALK[0], "Claude", "errors halved"),),
        "error rate fell from 9% to 2% on 500 tickets",
        "any team can run it",
    )


def test_all_of_it_in_one_breath(say: Say, engine: Engine) -> None:
    work, used, came, knew, why = TALK
    reply = say(f"/evidence {work}. Tools: {used}; outcome: {came}. Proof: {knew}\nwhy: {why}")
    assert kept(engine).pack == Pack((Workflow(work, used, came),), knew, why)
    assert reply.facts.step == ""


def test_of_several_parts_all_or_none_are_kept(say: Say, engine: Engine) -> None:
    reply = say(f"/evidence {TALK[0]}. tools: Claude. outcome: I make 143k now")
    assert "I kept none of that" in reply.text
    assert kept(engine).pack == Pack()


@pytest.mark.parametrize(
    "said",
    [
        "build my evidence",
        "let's work on my evidence pack",
        "help me prove my skills",
        "I want to tell them about my work",
    ],
)
def test_plain_words_start_it(say: Say, said: str) -> None:
    reply = say(said)
    assert (reply.intent, reply.facts.step) == ("evidence", "what1")


def test_asked_for_tools_an_outcome_is_taken_as_one(say: Say, engine: Engine) -> None:
    tell(say, TALK[0], "response time fell from 9 hours to 4")
    workflow = kept(engine).pack.workflows[0]
    assert (workflow.tools, workflow.outcome) == ("", "response time fell from 9 hours to 4")


@pytest.mark.parametrize(
    "said",
    [
        "I currently make 143k and built it",
        "on 150k at Acme I built a bot",
        "my salary went from 90k to 120k",
    ],
)
def test_pay_is_never_kept(say: Say, engine: Engine, said: str) -> None:
    reply = tell(say, said)
    assert "I kept none of that" in reply.text
    assert reply.facts.step == "what1"
    assert kept(engine).pack == Pack()


@pytest.mark.parametrize(
    "said",
    [
        "I made a knowledge base that customers use",
        "I ran paid search for our new plans",
        "We agreed with it on 46 of 50 contracts",
        "it cut costs by $40,000 a month",
        "I built a pricing model for Stripe that saved $200k a year",
        "cut cloud spend from $180k to $120k a month at Initech",
        "I closed a $400k deal with Google",
        "I compared offers of 40 vendors for our clinic",
        "We built a median filter for our cameras",
    ],
)
def test_work_that_sounds_of_pay_is_kept(say: Say, engine: Engine, said: str) -> None:
    tell(say, said)
    assert kept(engine).pack.workflows[0].what == said


def test_a_text_too_long_is_not_kept(say: Say, engine: Engine) -> None:
    reply = tell(say, "I built a bot and " * 50)
    assert "too long" in reply.text
    assert kept(engine).pack == Pack()


def test_an_aside_is_no_answer(say: Say, engine: Engine) -> None:
    reply = tell(say, "ok")
    assert (reply.facts.step, kept(engine).pack) == ("what1", Pack())


def test_an_offer_pasted_meanwhile_is_judged_and_not_kept_as_evidence(say: Say, engine: Engine) -> None:
    reply = tell(say, TALK[0], OFFER)
    assert (reply.intent, reply.facts.offer.base_amount) == ("offer", 170_000)
    assert kept(engine).pack.workflows == (Workflow(TALK[0]),)
    assert say("/evidence").facts.step == "tools1"


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("what's the median for a senior software engineer in San Francisco?", "median"),
        ("median software engineer SF senior", "median"),
        ("counter", "counter"),
        ("what can I negotiate beside base?", "package"),
    ],
)
def test_a_question_on_pay_is_answered_by_its_command(
    say: Say, engine: Engine, said: str, intent: str
) -> None:
    reply = tell(say, said)
    assert reply.intent == intent
    assert kept(engine).pack == Pack()


def test_a_leader_is_asked_for_two(say: Say) -> None:
    say("/profile director, software engineer")
    reply = tell(say, *TALK[:3])
    assert (reply.facts.step, reply.facts.place, reply.facts.of) == ("what2", 4, 8)
    assert reply.facts.needed == (2, 3)
    skipped = say("skip")
    assert skipped.facts.step == "quality"


@pytest.mark.parametrize(
    ("profile", "words"),
    [
        ("marketing manager", "lead scoring"),
        ("account executive", "before every first call"),
        ("legal counsel", "supplier contracts"),
        ("product designer", "sign-up flow"),
        ("software engineer", "support tickets"),
        ("recruiter", "structured interviews"),
    ],
)
def test_questions_are_in_the_words_of_the_field(say: Say, profile: str, words: str) -> None:
    say(f"/profile {profile}")
    assert words in say("/evidence").text


def test_a_nurse_is_asked_about_a_ward(say: Say) -> None:
    say("offer from Mercy Hospital: registered nurse, Denver, 92k base")
    assert "ward" in say("/evidence").text


def test_work_without_ai_is_fine_and_said_so(say: Say) -> None:
    tell(say, "I changed how our ward hands over patients", "one form", "errors fell from 11 a month to 3")
    reply = say("/evidence show")
    assert not reply.facts.ai
    assert "that is fine" in reply.text
    say("/profile AI-skilled software engineer")
    assert "one AI workflow would argue for that premium" in say("/evidence show").text


def test_ai_work_takes_the_ai_skilled_anchor(say: Say) -> None:
    say(OFFER)
    assert say("/counter").facts.quote.ai == "all"
    tell(say, "I set up a review of tickets with Claude", "stop")
    assert say("/counter").facts.quote.ai == "skilled"


def test_the_counter_says_the_work_with_its_outcome_and_its_proof(say: Say) -> None:
    say(OFFER)
    tell(say, *TALK)
    reply = say("/counter")
    assert reply.facts.counter.gaps == ()
    assert (
        f"the work I would bring. {TALK[0]}. Response time fell from 9 hours to 4 for our customers."
        in reply.text
    )
    assert "for our customers. We compared it with 500 tickets" in reply.text


def test_a_sentence_for_the_counter_stands_in_the_pack(say: Say, engine: Engine) -> None:
    say(OFFER)
    say("/counter I built a search that cut tickets by 30%")
    say("/counter proof: measured on 500 tickets")
    assert kept(engine).pack == Pack(
        (Workflow("I built a search that cut tickets by 30%"),), "Measured on 500 tickets"
    )
    assert "I built a search" in say("/evidence show").text


def test_the_profile_shows_it_and_forget_deletes_it(say: Say, engine: Engine) -> None:
    tell(say, *TALK)
    shown = say("/profile").text
    assert all(each.split(",")[0][1:] in shown for each in TALK)
    say("/forget now")
    assert kept(engine).pack == Pack()
    assert "is empty" in say("/evidence show").text


def test_a_part_is_told_again(say: Say, engine: Engine) -> None:
    tell(say, *TALK)
    reply = say("/evidence redo workflow 1")
    assert reply.facts.step == "what1+anew"
    say("I ran an audit of our models")
    assert kept(engine).pack.workflows == (Workflow("I ran an audit of our models"),)
    assert say("/evidence redo 4").facts.step == "quality"
    say("skip")
    assert kept(engine).pack.quality == TALK[3]
    say("/evidence redo tools")
    say("Python")
    assert kept(engine).pack.workflows[0].tools == "Python"


def test_parts_are_dropped_and_all_is_cleared(say: Say, engine: Engine) -> None:
    tell(say, *TALK)
    say("/evidence add workflow")
    say("I wrote the runbook that four teams use")
    say("stop")
    assert len(kept(engine).pack.workflows) == 2
    say("/evidence drop workflow 1")
    assert [each.what for each in kept(engine).pack.workflows] == ["I wrote the runbook that four teams use"]
    say("/evidence drop quality")
    assert kept(engine).pack.quality == ""
    say("/evidence clear")
    assert kept(engine).pack == Pack()


@pytest.mark.parametrize("said", ["redo workflow 7", "drop workflow 3", "redo 42", "tools 9: Claude"])
def test_what_there_is_not_is_said_so(say: Say, engine: Engine, said: str) -> None:
    tell(say, *TALK)
    before = kept(engine).pack
    assert "There is no number" in say(f"/evidence {said}").text
    assert kept(engine).pack == before


@pytest.mark.parametrize("said", ["banana", "help", "what is this?"])
def test_other_words_are_answered_with_what_to_type(say: Say, engine: Engine, said: str) -> None:
    reply = say(f"/evidence {said}")
    assert "`/evidence I built ...`" in reply.text
    assert kept(engine).pack == Pack()


def test_buttons_do_what_words_do(say: Say, engine: Engine) -> None:
    asked = tell(say, TALK[0])
    assert labels(asked) == ["Skip", "Back", "Stop here"]
    assert click(engine, "evidence.skip", "tools1").facts.step == "outcome1"
    assert click(engine, "evidence.back", "outcome1").facts.step == "tools1"
    click(engine, "evidence.stop")
    assert kept(engine).question is None
    shown = click(engine, "evidence.show")
    choose = next(each for each in shown.actions if isinstance(each, Select))
    assert click(engine, choose.action, choose.choices[0].value).facts.step == "what1+anew"
    click(engine, "evidence.stop")
    assert click(engine, "evidence.improve").facts.step == "outcome1+number"
    click(engine, "evidence.stop")
    asked = click(engine, "evidence.clear")
    assert labels(asked) == ["Yes, delete it", "Keep it"]
    assert kept(engine).pack != Pack()
    click(engine, "evidence.cleared")
    assert kept(engine).pack == Pack()


@pytest.mark.parametrize("verb", sorted(COMMAND.clicks))
@pytest.mark.parametrize("value", ["", "what9", "banana", "quality"])
def test_an_old_button_never_breaks(engine: Engine, verb: str, value: str) -> None:
    assert click(engine, f"evidence.{verb}", value).intent == "evidence"


def test_the_four_texts(say: Say) -> None:
    say(OFFER)
    tell(say, *TALK)
    reply = say("/evidence texts")
    texts = reply.facts.texts
    assert texts.resume.startswith(
        "- Built an LLM triage bot that sorts support tickets (Claude and Python)."
    )
    assert texts.linkedin.startswith("I built an LLM triage bot")
    assert [line[:2] for line in texts.talk.splitlines()] == ["1.", "2.", "3.", "4."]
    assert "Harvey" in texts.thanks
    assert "[interviewer's name]" in texts.thanks
    assert "[GAP" not in reply.text
    assert reply.file is not None
    assert all(each in reply.file.content for each in asdict(texts).values())


def test_gaps_are_marked_where_a_part_is_missing(say: Say) -> None:
    tell(say, TALK[0], "stop")
    texts = say("/evidence texts").facts.texts
    assert "[GAP: what came of it, with a number]" in texts.resume
    assert "[GAP: how you knew it worked" in texts.resume
    assert texts.talk.count("[GAP:") == 2
    assert say("fill the gaps in my talking points").facts.texts.talk == texts.talk


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("/evidence resume", "Resume bullets"),
        ("/evidence texts linkedin", "LinkedIn paragraph"),
        ("write my talking points", "Talking points"),
        ("draft the thank-you note", "Thank-you note"),
    ],
)
def test_one_text_alone(say: Say, said: str, title: str) -> None:
    tell(say, *TALK)
    reply = say(said)
    assert re.findall(r"^\*\*([A-Z][\w -]+)\*\*$", reply.text, re.MULTILINE) == [title]


def test_a_text_is_written_in_the_middle_of_the_interview(say: Say) -> None:
    reply = tell(say, *TALK[:3])
    assert reply.facts.step == "quality"
    written = say("/evidence resume")
    assert "Built an LLM triage bot" in written.facts.texts.resume
    assert written.facts.gaps == 1
    assert "[GAP: how you knew it worked" in written.text
    assert say("/evidence").facts.step == "quality"


def test_the_note_holds_the_work_and_what_came_of_it_alone(say: Say) -> None:
    tell(say, *TALK)
    note = say("/evidence thank you note").facts.texts.thanks
    assert "I built an LLM triage bot" in note
    assert "from 9 hours to 4" in note
    assert "500 tickets" not in note


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("/evidence thank you recruiter Dana", "Dana"),
        ("/evidence thank you note to dana", "Dana"),
        ("/evidence thank-you note for the manager, Ana Li", "Ana Li"),
        ("/evidence thank you note", "[interviewer's name]"),
        ("/evidence thank you recruiter", "[interviewer's name]"),
        ("/evidence thanks", "[interviewer's name]"),
    ],
)
def test_the_note_is_for_the_name_given_and_no_name_is_kept(
    say: Say, engine: Engine, said: str, name: str
) -> None:
    tell(say, *TALK)
    reply = say(said)
    assert f"Hi {name}," in reply.facts.texts.thanks
    assert "Ready to use" not in reply.text  # what they talked about only the person knows
    assert name not in repr(kept(engine))


def test_nothing_to_write_from(say: Say) -> None:
    reply = say("/evidence texts")
    assert reply.facts.texts is None
    assert "nothing to write from" in reply.text


LINES = [
    "I built a bot with Claude 3.5 that sorts 40k tickets",
    "we ran 12 audits in Excel",
    "Built dashboards in Tableau",
    "our ward's handover checklist",
    "At Acme, I lead hiring. It took 30 days, down from 45.",
    "leveraged AI",
    "",
]
PARTS = st.sampled_from(LINES) | st.text(st.characters(exclude_categories=["C"]), max_size=300)
PACKS = st.builds(
    Pack, st.lists(st.builds(Workflow, PARTS, PARTS, PARTS), max_size=3).map(tuple), PARTS, PARTS
)


@given(PACKS, st.booleans())
def test_every_number_and_tool_in_the_texts_is_the_persons(pack: Pack, has_offer: bool) -> None:
    about = About("marketing-manager") if has_offer else About()
    offer = Offer(company="Initech", title="Marketing Manager", base_amount=150_000) if has_offer else None
    texts = texts_of(Case(pack=pack, offer=offer, offer_about=about))
    work = (f"{each.what} {each.tools} {each.outcome}" for each in pack.workflows)
    said = " ".join([*work, pack.quality, pack.portability])
    for made in (texts.resume, texts.linkedin, re.sub(r"(?m)^\d\. ", "", texts.talk), texts.thanks):
        assert set(re.findall(r"\d+", made)) <= set(re.findall(r"\d+", said))
        assert all(name.casefold() in said.casefold() for name in tools(made))


@given(PACKS)
def test_the_note_stays_under_120_words(pack: Pack) -> None:
    note = texts_of(Case(pack=pack, offer=Offer(company="The Very Long Company Name Inc"))).thanks
    assert len(note.split()) < 120
    assert NOTE_WORDS < 100


def test_every_figure_shown_stands_in_the_facts(say: Say) -> None:
    say("/profile director, software engineer")
    replies = [say("/evidence"), *(say(words) for words in TALK)]
    replies += [say(f"/evidence {words}") for words in ("show", "texts", "improve", "stop", "clear")]
    for reply in replies:
        shown = re.sub(r"“\d|workflow \d", "", reply.text)
        assert numerals(shown) - set(figures(asdict(reply.facts))) == set(), reply.text


@pytest.mark.parametrize(
    "said", ["<!channel> I built *everything* for @here", "I built ```x``` for `y` users"]
)
def test_what_a_person_says_stays_words(say: Say, said: str) -> None:
    tell(say, said)
    for words in ("show", "texts"):
        text = say(f"/evidence {words}").text
        assert "<!channel>" not in text
        assert "@here" not in text
        assert text.count("```") % 2 == 0


def test_links_and_addresses_are_data(say: Say) -> None:
    tell(say, "I built the eval at https://example.org/eval, ask ada@example.org")
    reply = say("/evidence texts")
    assert reply.file is not None
    assert "https://example.org/eval, ask ada@example.org" in reply.file.content
    assert "https://" not in reply.text


@given(st.text(max_size=60))
def test_orders_of_any_words_are_read(said: str) -> None:
    from bot.commands.evidence_order import read_order

    for pack in (Pack(), Pack((Workflow("I built a bot"),))):
        assert read_order(said, pack, None, open_=None, spoken=False).do != "again"


SAID = [
    *TALK, "skip", "back", "stop", "show", "texts", "improve", "redo tools", "redo work 1", "drop quality",
    "drop workflow 1", "add workflow", "clear", "none", "used AI", "tools 2: Figma", "I make 150k now",
]  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.sampled_from(SAID) | st.text(max_size=30), max_size=14), st.sampled_from([None, "vp"]))
def test_any_talk_keeps_its_bounds(market: Market, said: list[str], level: str | None) -> None:
    setting = Setting(market, datetime(2026, 8, 10, tzinfo=UTC), "dm")
    case = Case(me=About(level=level))
    for words in ["", *said]:
        known = case.question.known if case.question else ""
        outcome = respond(Ask(words, known=known, spoken=bool(known)), case, setting)
        assert outcome.case is not None
        case = outcome.case
        facts = outcome.reply.facts
        assert 0 <= facts.place <= facts.of
        assert len(case.pack.workflows) <= MOST_WORKFLOWS
        assert "150k" not in repr(case.pack)
        assert (case.question is not None) or not facts.step


def test_help_and_forget_work_in_the_middle(engine: Engine, say: Say) -> None:
    assert tell(say, "help").intent == "help"
    assert tell(say, "forget me now").intent == "forget"
    assert engine.respond(Turn(ADA, "dm", Said("stop"))).intent == "other"
