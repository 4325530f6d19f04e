"""A walk over counters: jobs, places, levels, levers, currencies, evidence, forms and tones.

Each letter asks once, is short, names nobody's present pay, and shows no figure that is not in its facts.
"""

from __future__ import annotations

import re
from collections import Counter as Tally
from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import UTC, datetime
from itertools import cycle, product
from typing import Any

import pytest

from bot.commands.base import Ask, Setting
from bot.commands.counter import respond
from bot.market.database import Market
from bot.memory.case import About, Case, Shelved
from bot.offers.offer import Offer
from bot.playbook.letter import LONGEST_CHAT, LONGEST_EMAIL, length
from bot.playbook.pack import Pack, Workflow
from bot.turn import Reply

from .test_numbers import figures, numerals

NOW = datetime(2026, 11, 20, tzinfo=UTC)
ROLES = [
    "software-engineer",
    "product-manager",
    "data-scientist",
    "marketing-manager",
    "account-executive",
    None,
]
PLACES = ["0041860", "0035620", "0014260", "remote", "IN", None]
LEVELS = [None, "entry", "senior", "staff", "director"]
OFFERS: dict[str, dict[str, Any]] = {
    "low base": {"base_amount": 120_000.0},
    "middling base": {"base_amount": 190_000.0, "bonus_pct": 10.0},
    "high base with shares": {"base_amount": 420_000.0, "equity_kind": "rsu", "equity_value": 200_000.0},
    "a percent": {"base_amount": 400_000.0, "equity_kind": "percent", "equity_pct": 0.15},
    "options": {"base_amount": 400_000.0, "equity_kind": "options", "equity_units": 12_000.0, "strike": 2.5},
    "high base with a sign-on": {"base_amount": 400_000.0, "sign_on": 60_000.0},
    "a range": {"base_low": 150_000.0, "base_high": 180_000.0},
    "by the hour": {"base_amount": 62.5, "base_period": "hour"},
    "contract": {
        "base_amount": 120.0, "base_period": "hour", "employment_type": "contract", "term_months": 12.0,
    },
    "rupees a month": {
        "base_amount": 150_000.0, "base_period": "month", "currency": "INR", "equity_kind": "rsu",
        "equity_value": 60_000.0, "equity_currency": "USD",
    },
    "pounds": {"base_amount": 85_000.0, "currency": "GBP"},
    "part time": {"base_amount": 90_000.0, "hours_per_week": 24.0},
}  # fmt: skip
SAID = [
    "",
    "firm",
    "neutral",
    "chat",
    "chat firm",
    "call",
    "base is fixed",
    "leaving 80k unvested",
    "215k",
    "15%",
]
PACKS = [
    Pack(),
    Pack((Workflow("I built a triage agent that halved response time"),)),
    Pack(
        (
            Workflow(
                "I built a claims pipeline", "LangChain", "errors fell from 9% to 2%, and " + "so on " * 60
            ),
        ),
        "did it hold? " + "We measured 500 labelled tickets before and after. " * 8,
        "It needs no more than our logs",
    ),
]
COMPANIES = ["Harvey", "Initech", None]
GAPS = re.compile(r"\[(?:GAP: [^\]]+|recruiter's name|your name)\]")
PRESENT = "143,000"


def cases() -> Iterator[tuple[Case, str]]:
    jobs = cycle(product(ROLES, PLACES, LEVELS))
    floors, packs, companies = cycle([None, 200_000.0, None]), cycle(PACKS), cycle(COMPANIES)
    for _ in range(3):
        for (_name, terms), said in product(OFFERS.items(), SAID):
            role, place, level = next(jobs)
            common = {"currency": "USD", "base_period": "year", "company": next(companies)}
            offer = Offer(**{**common, **terms})
            rival = Offer(company="Globex", base_amount=150_000.0, base_period="year", currency="USD")
            yield (
                Case(
                    offer=offer,
                    offer_about=About(role, place, level),
                    floor=next(floors),
                    pack=next(packs),
                    shelf=(Shelved(rival),),
                ),
                said,
            )


@pytest.fixture(scope="module")
def written(market: Market) -> list[tuple[Case, str, Reply]]:
    """The replies of the walk, about 360, from the shipped figures."""
    setting = Setting(market, NOW, "dm")
    return [
        (case, said, respond(Ask(text=said, spoken=False), case, setting).reply) for case, said in cases()
    ]


def letters(written: list[tuple[Case, str, Reply]], *forms: str) -> list[tuple[Case, Reply, str]]:
    """Those that hold a text to send, of these forms."""
    return [
        (case, reply, reply.file.content)
        for case, _said, reply in written
        if reply.file is not None and reply.facts.form in forms
    ]


def body(letter: str) -> str:
    """A letter without its subject and signature."""
    inner = re.split(r"\n\n", letter)
    return "\n\n".join(
        part for part in inner if not part.startswith("Subject:") and "[your name]" not in part
    )


def test_the_walk_reaches_every_lever_form_and_tone(written: list[tuple[Case, str, Reply]]) -> None:
    made = [reply for *_, reply in written if reply.file is not None]
    assert len(made) >= 300
    levers = Tally(reply.facts.counter.lever for reply in made)
    assert set(levers) == {"base", "equity_value", "equity_pct", "equity_units", "sign_on", "review"}
    rules = {reply.facts.counter.rule for reply in made}
    assert {
        "to_median",
        "to_usual_top",
        "to_usual_low",
        "to_usual_middle",
        "to_floor",
        "top_of_range",
    } <= rules
    assert {"theirs", "equity_up", "sign_on", "forfeited", "review"} <= rules
    assert {reply.facts.form for reply in made} == {"", "chat", "call"}
    assert {reply.facts.tone for reply in made} == {"warm", "neutral", "firm"}


def test_every_letter_asks_once_at_its_end(written: list[tuple[Case, str, Reply]]) -> None:
    for _case, _reply, letter in letters(written, "", "chat"):
        asked = body(letter)
        assert asked.count("?") == 1, letter
        assert asked.rstrip().endswith("?"), letter


def test_every_letter_is_short(written: list[tuple[Case, str, Reply]]) -> None:
    for _case, reply, letter in letters(written, ""):
        assert length(letter) <= LONGEST_EMAIL, letter
        assert reply.facts.words == length(letter)
    for _case, _reply, letter in letters(written, "chat"):
        assert length(letter) <= LONGEST_CHAT, letter


def test_no_placeholder_is_left_but_marked_gaps(written: list[tuple[Case, str, Reply]]) -> None:
    for _case, reply, letter in letters(written, "", "chat", "call"):
        rest = GAPS.sub("gap", letter)
        assert not re.search(r"[\[\]{}]|\bNone\b|\bnan\b|Undefined|  ", rest), letter
        given = len(reply.facts.counter.gaps)
        if reply.facts.form == "":
            unsupported = reply.facts.counter.lever == "base" and reply.facts.counter.market is None
            assert letter.count("[GAP") == given + unsupported


def test_every_figure_is_a_fact(written: list[tuple[Case, str, Reply]]) -> None:
    for case, said, reply in written:
        assert case.offer is not None
        drawn = {n for facts in (reply.facts, case.offer) for n in figures(asdict(facts))}
        assert numerals(reply.text) - drawn == set(), (said, reply.text)
        if reply.file is not None:
            assert numerals(reply.file.content) - drawn == set(), (said, reply.file.content)


def test_another_offer_is_named_only_when_asked(
    written: list[tuple[Case, str, Reply]], market: Market
) -> None:
    for _case, _said, reply in written:
        assert "Globex" not in reply.text
    case, *_ = written[0]
    named = respond(Ask(text="mention Globex"), case, Setting(market, NOW, "dm")).reply
    assert named.file is not None
    assert "I also hold an offer from Globex, with a base of $150,000 a year." in named.file.content
    assert body(named.file.content).count("?") == 1
    assert named.facts.mentioned.base_amount == 150_000


@pytest.mark.parametrize(
    "said",
    [
        "I currently make 143k",
        "leaving my 143k salary",
        "my base is $143,000, firm",
        "my current salary: 143k",
    ],
)
def test_present_pay_reaches_no_letter(
    written: list[tuple[Case, str, Reply]], market: Market, said: str
) -> None:
    for case, *_ in written[::40]:
        outcome = respond(Ask(text=said), case, Setting(market, NOW, "dm"))
        reply = outcome.reply
        assert reply.file is not None
        assert PRESENT not in reply.text + reply.file.content
        assert "143" not in str(asdict(reply.facts))
        assert outcome.case is not None
        assert "143" not in str(outcome.case.pack)


def test_tone_and_form_change_words_and_no_figure(market: Market) -> None:
    setting = Setting(market, NOW, "dm")
    offer = Offer(company="Harvey", base_amount=170_000.0, base_period="year", currency="USD")
    case = Case(offer=offer, offer_about=About("software-engineer", "0041860", "senior"))
    plain = respond(Ask(), case, setting).reply
    for said in ("firm", "neutral", "chat", "call", "email firm"):
        other = respond(Ask(text=said), case, setting).reply
        assert other.facts.counter == plain.facts.counter
        assert other.text != plain.text
    priced = respond(Ask(), replace(case, floor=250_000.0), setting).reply
    assert priced.facts.counter.ask == 250_000
