"""Whole talks about offers: in no reply of any command stands a figure that is not in its facts.

Thirty-six people, each with a job, a place, a level and terms of their own, say the same things to every
command. The numerals of each reply and of each letter must be numbers of its facts; of `/check`, whose
facts hold none of a draft's words, they may also be the draft's own. Every quote is a row of the market.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import cycle, islice, product
from pathlib import Path
from typing import Any

import pytest

from bot.engine import Engine
from bot.market.database import Market
from bot.market.quote import Quote
from bot.memory.store import open_store
from bot.turn import Reply, Said, Turn, Who

from .test_numbers import assert_row, assert_steps, figures, numerals

JOBS = [
    ("Software Engineer", "San Francisco, CA", "Senior"),
    ("Product Manager", "Seattle, WA", ""),
    ("Data Scientist", "New York, NY", "Staff"),
    ("Machine Learning Engineer", "Remote", "Senior"),
    ("Marketing Manager", "Austin, TX", ""),
    ("Account Executive", "Boston, MA", "Senior"),
    ("Accountant", "Boise, ID", ""),
    ("Research Scientist", "Bengaluru, India", "Principal"),
    ("Product Designer", "London, UK", "Senior"),
]
TERMS = [
    "Base salary: $170,000. 15% target bonus. $25,000 sign-on. 0.05% equity, 4 year vest with a 1 year cliff",
    "Base: $240,000 a year, 10% bonus, $400,000 in RSUs vesting 5/15/40/40, $50,000 sign-on, to be repaid "
    "within 12 months, 20 days of PTO, relocation $10,000. Please answer within 5 days",
    "Base: $150,000 to $180,000",
    "$62 an hour, 40 hours a week, a contract of 6 months",
    "Base £85,000 a year, bonus 10%, £60,000 of RSUs over 3 years",
    "Base: $11,500 a month, 10,000 options at a strike of $1.25, 90 days to exercise",
    "Base: $210,000, 40,000 options, strike price $2, preferred price $8, 10,000,000 shares outstanding, "
    "a non-compete of 12 months",
    "Base ₹4,500,000 a year, 12% bonus and $80,000 in RSUs over 4 years",
    "Base: $132,500, discretionary bonus of 8%, 30 hours a week",
    "Base: $310,000, $900,000 in RSUs over 4 years, 33/33/22/12, annual refresh grants",
    "OTE $260,000, base $130,000, $15,000 sign-on",
    "Base: $98,000. $5,000 sign-on",
]
COMPANIES = ["Harvey", "Globex", "Stripe", "Initech", "Google"]
RIVAL = (
    "Offer from Hooli: Software Engineer, New York. Base $205,000, 12% bonus, $160,000 in RSUs over 4 years"
)
DRAFTS = [
    "Hi Dana, thank you for the offer. I currently make 140k and would like 15% more, around 200k. Can we?",
    "Dear Sam, thanks. The median is $205,000 and I cut triage time by 40%. I ask for $235,000 base",
    "Hi, as a thought leader in AI I need more money for my rent, and 3 other companies want me. Thoughts?",
]
TURNS = [
    "why?", "/offer years", "/offer flags", "/offer questions",
    "/counter", "why?", "why not more?", "why 10%?", "/counter chat firm", "/counter call",
    "/counter neutral", "/counter {more}k",
    "/counter base is fixed", "why?", "/counter leaving 80k unvested", "why 80,000?",
    "/counter would you sign at {more}k today?", "why?", "why {more}k?",
    "/counter they said this is final", "/counter mention Hooli", "/counter 12%",
    "/package", "why?", "/package sign-on", "/package equity", "why?", "/package refresh",
    "/package title", "/package PTO",
    "/range", "why?", "why not more?", "/range posted 150-190k", "why?", "/range accept {more}k",
    "/range {more}k", "/range form",
    "/range current pay", "/targets", "why?", "/targets Anthropic", "how do you know?", "/targets AI labs",
    "/evidence", "I built a triage agent for 40 support people with LangChain", "It cut handling time by 35%",
    "We checked it on 500 labelled tickets, 4% were wrong", "The tools are common, 2 weeks to repeat", "stop",
    "/evidence show", "why?", "/evidence texts", "/evidence talk", "/counter",
    "/check {draft}", "why?",
    "/decide they moved to {more}k and a 12k sign-on", "why?", "why {more}k?",
    "/decide they refused to move", "why?",
    "/decide would I say yes at {more}k", "why?", "/decide accept", "/decide more time", "/decide decline",
    "/compare {rival}", "why?", "why 205,000?", "/compare years",
    "/compare exit at $500 million, dilution 20%", "/compare",
    "/practice {style}", "Thank you. What is the range for this role?",
    "I am asking for {more}k: the median is there and I cut handling time by 35%",
    "...", "skip", "Could you do a 20k sign-on?", "why?", "stop", "why?",
    "/median", "why?", "/premium", "why?",
]  # fmt: skip
STYLES = ["friendly", "busy", "hard", "friendly first call", "busy fixed band", "hard current salary"]
MORE = [190, 215, 240, 275]
_IN_DRAFT = re.compile(r"\d[\d,]*(?:\.\d+)?")


@dataclass(frozen=True)
class Talked:
    """One turn: what was said, what came back, and the draft's own numbers where one was handed in."""

    said: str
    reply: Reply
    own: frozenset[float]


def turns(person: int, job: tuple[str, str, str], terms: str) -> Iterator[str]:
    title, place, level = job
    company = COMPANIES[person % len(COMPANIES)]
    yield f"Offer from {company}: {level} {title}, {place}. {terms}."
    filled = {
        "more": MORE[person % len(MORE)],
        "draft": DRAFTS[person % len(DRAFTS)],
        "style": STYLES[person % len(STYLES)],
        "rival": RIVAL,
    }
    for turn in TURNS:
        yield turn.format(**filled)


def people() -> Iterator[tuple[int, tuple[str, str, str], str]]:
    """Every set of terms with three jobs, every job with four sets of terms."""
    jobs = cycle(JOBS)
    for person, (_, terms) in enumerate(product(range(3), TERMS)):
        yield person, next(islice(jobs, person % 2, None)), terms


@pytest.fixture(scope="module")
def talked(market: Market, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Talked]]:
    """All turns of all people, more than 1,900, through the engine."""
    store = open_store(Path(tmp_path_factory.mktemp("home")))
    engine = Engine(market, store)
    found = []
    for person, job, terms in people():
        for said in turns(person, job, terms):
            reply = engine.respond(Turn(Who("terminal", f"p{person}"), "terminal", Said(said)))
            draft = said if said.startswith("/check") else ""
            own = frozenset(float(n.replace(",", "").rstrip(".")) for n in _IN_DRAFT.findall(draft))
            found.append(Talked(said, reply, own))
    yield found
    store.close()


def drawn(talk: Talked) -> set[float]:
    """Every number that may stand in the reply: of the facts, without the texts that are themselves drawn."""
    facts = {name: value for name, value in asdict(talk.reply.facts).items() if name != "texts"}
    told = facts if "decision" in facts else facts.get("facts") or {}  # of a "why?" those it explains
    asked = (told.get("decision") or {}).get("asked")  # what the counter asked for; elsewhere a cell's name
    return {*figures(facts), *figures(asked and list(asked.values())), *talk.own}


def shown(text: str) -> set[float]:
    """Every number a reader sees, without the months that any year has."""
    return numerals(text.replace(" of 12 months", " months"))


def quotes(facts: Any) -> Iterator[Quote]:
    """The quotes of the market that the facts hold."""
    for quote in (getattr(facts, "quote", None), *getattr(facts, "beside", ())):
        if isinstance(quote, Quote):
            yield quote


def test_the_talks_reach_every_command(talked: list[Talked]) -> None:
    reached = Counter(talk.reply.intent for talk in talked)
    for command in ("offer", "counter", "package", "range", "targets", "evidence", "check", "decide",
                    "compare", "practice"):  # fmt: skip
        assert reached[command] >= 36, (command, reached)
    assert len(talked) - reached["other"] >= 1_900, reached
    with_figures = sum(bool(numerals(talk.reply.text)) for talk in talked)
    assert with_figures >= 1_300
    assert sum(talk.reply.file is not None for talk in talked) >= 300


def test_every_numeral_of_a_reply_is_a_fact(talked: list[Talked]) -> None:
    for talk in talked:
        if talk.reply.intent != "other":
            stray = shown(talk.reply.text) - drawn(talk)
            assert stray == set(), (talk.said, talk.reply.text)


def test_every_numeral_of_a_letter_is_a_fact(talked: list[Talked]) -> None:
    for talk in talked:
        if talk.reply.file is not None:
            stray = shown(talk.reply.file.content) - drawn(talk)
            assert stray == set(), (talk.said, talk.reply.file.content)


def test_every_quote_of_a_talk_is_a_row(talked: list[Talked], market: Market) -> None:
    held = {quote for talk in talked for quote in quotes(talk.reply.facts)}
    assert {quote.basis for quote in held} >= {"measured", "estimated", "published"}
    for quote in held:
        assert_row(market, quote)
        assert_steps(market, quote)


def test_a_figure_changed_by_one_part_in_three_is_noticed(talked: list[Talked]) -> None:
    """The walk is no rubber stamp: the largest figure of a reply, changed, is no longer a fact."""
    changed = noticed = 0
    for talk in talked:
        largest = max(numerals(talk.reply.text), default=0)
        if talk.reply.intent == "other" or largest < 1_000:
            continue
        changed += 1
        noticed += round(largest * 4 / 3) + 0.0 not in drawn(talk)
    assert changed >= 900
    assert noticed >= 0.98 * changed
