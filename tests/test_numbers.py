"""Numbers are sacred: every figure in a reply is the user's, a benchmark row's, or arithmetic on those.

Walks replies over the market and over offers. A numeral in the words must be a number in the
facts, and each fact is checked against the benchmark row or recomputed from what was said.
"""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Iterator
from dataclasses import asdict
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from bot.market.database import Market
from bot.market.premium import Difference
from bot.market.quote import Quote
from bot.understand.levels import levels
from bot.understand.places import areas, place, state_of
from bot.understand.roles import roles

from .conftest import Say

PLACES = ["0041860", "0035620", "0014260", "0012420", "0100001", "0600000", "0000000", "remote", "bay-area"]
OFFERS = [
    "offer from Harvey: Senior Software Engineer, San Francisco. 170k base, 15% bonus, 25k sign on, 0.05%",
    "Offer: base $240,000, 10% target bonus, $400,000 in RSUs over 4 years, software engineer, New York",
    "offer from Stripe for product manager in Seattle: 150-180k base, 20k signing bonus",
    "They offered me $62 an hour as a data analyst in Boise",
    "offer: 130k base at Initech",
    "Offer from Acme: base £85,000, bonus 10%, software engineer, London",
    "verbal offer: $11,500 a month, accountant, Springfield, Illinois, 10,000 options at a strike of $1.25",
]

CODES = {"asked", "soc", "spans", "place_id"}  # digits that name things and measure nothing

_NUMERAL = re.compile(r"(?<![\w.])[$£€]?(\d[\d,]*(?:\.\d+)?)")
_TYPED = re.compile(r"`[^`\n]+`")  # what to type next: an example, not a figure
_ORDINAL = re.compile(r"^\d+\. ", re.MULTILINE)  # the steps of a call script


def numerals(text: str) -> set[float]:
    """Every number a reader sees, without the examples of what to type."""
    words = text.replace("H-1B", "").replace("```text", "").replace("```", "")
    shown = _ORDINAL.sub("", _TYPED.sub("", words))
    return {float(found.replace(",", "").rstrip(".")) for found in _NUMERAL.findall(shown)}


def figures(facts: object) -> Iterator[float]:
    """Every number in the facts, in the forms a template may draw it."""
    if isinstance(facts, bool) or facts is None:
        return
    if isinstance(facts, int | float):
        size = abs(facts)
        yield from (size, float(f"{size:.0f}"), float(f"{size:.1f}"), float(f"{size:.2f}"))
    elif isinstance(facts, str):
        yield from (float(n.replace(",", "").rstrip(".")) for n in re.findall(r"\d[\d,]*(?:\.\d+)?", facts))
    elif isinstance(facts, dict):
        for name, value in facts.items():
            if name not in CODES:
                yield from figures(value)
    elif isinstance(facts, list | tuple):
        for value in facts:
            yield from figures(value)


_STEP = re.compile(
    r"Only ([\d,]+) postings? from ([\d,]+) employers? for (AI-skilled )?(.+?)(?: at (.+?) level)?"
    r" (?:in (?:the )?(.+?)|among remote jobs): too thin"
)


def untraced(text: str, facts: Any) -> set[float]:
    """Numbers shown that are neither facts nor, in a step back, the count of the very cell it names."""
    plain = asdict(facts)
    counted: set[float] = set()
    for quote in (facts.quote, *getattr(facts, "beside", ())):
        for step in quote.steps if quote else ():
            assert step in text or quote is not facts.quote
            if found := _STEP.match(step):
                counted |= {float(found[1].replace(",", "")), float(found[2].replace(",", ""))}
    without = {**plain, "quote": plain["quote"] and {**plain["quote"], "steps": ()}}
    return numerals(text) - set(figures(without)) - counted


def market_rows(table: str) -> list[dict[str, str]]:
    """The rows of a table that ships."""
    path = Path(__file__).resolve().parents[1] / "data" / "benchmarks" / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def assert_steps(market: Market, quote: Quote) -> None:
    """A step's count is the count of the cell it names."""
    labels = {role.label: role.id for role in roles().values()}
    named = {level.label.casefold(): level.id for level in levels().values()}
    for step in quote.steps:
        if found := _STEP.match(step):
            where = {"Bay Area": "bay-area", None: "remote"}.get(found[6]) or ids_by_name()[found[6]]
            level = named[found[5].casefold()] if found[5] else "all"
            cell = market.cell(labels[found[4]], where, level, "skilled" if found[3] else "all")
            assert cell is not None, step
            assert (found[1], found[2]) == (f"{cell.n:,}", f"{cell.employers:,}"), step
            assert cell.p50 is None, step
        elif step.startswith("No posting shows pay"):
            assert "too thin" not in step


@cache
def ids_by_name() -> dict[str, str]:
    ids = (
        {area.id for area in areas()} | {state_of(area.id) or "" for area in areas()} | {"0000000", "remote"}
    )
    return {place(id_).name: id_ for id_ in ids if id_}


def assert_estimate(market: Market, quote: Quote) -> None:
    """The estimate is the sum of its rows of the model, and says whose experience it rests on."""
    asked = quote.asked
    where = "0041860" if asked.place == "bay-area" else asked.place or "0000000"
    job = market.effect("job", role=asked.role, level=asked.level or "all")
    spot, skill = market.effect("place", place=where), market.effect("ai")
    assert job is not None
    assert spot is not None
    assert skill is not None
    log_pay = job.effect + spot.effect + (skill.effect if asked.ai else 0)
    assert quote.p50 == pytest.approx(math.exp(log_pay), abs=500)
    assert quote.low is not None
    assert quote.high is not None
    assert quote.low < quote.p50 < quote.high
    if asked.ai:
        cell = market.cell(asked.role, "0000000", asked.level or "all", "skilled")
        assert quote.evidence == ((cell.n, cell.employers) if cell else (0, 0))
    else:
        assert quote.evidence == (job.n, job.employers)
    assert (quote.n, quote.p25, quote.p75) == (None, None, None)


def assert_row(market: Market, quote: Quote) -> None:
    """The quote is a row of the benchmark database, unchanged."""
    shown = (quote.p10, quote.p25, quote.p50, quote.p75, quote.p90)
    by_name = ids_by_name()
    if quote.basis == "estimated":
        assert_estimate(market, quote)
    elif quote.soc:
        row = market.wage(roles()[quote.role].soc, by_name[quote.place])
        assert row is not None
        assert shown == (row.p10, row.p25, row.p50, row.p75, row.p90)
        assert quote.employment == row.employment
    elif quote.n:
        where = "bay-area" if quote.asked.place == "bay-area" else by_name[quote.place]
        cell = market.cell(quote.role, where, quote.level, quote.ai)
        assert cell is not None
        assert shown == (cell.p10, cell.p25, cell.p50, cell.p75, cell.p90)
        assert (quote.n, quote.employers, quote.largest) == (cell.n, cell.employers, cell.largest)
        assert quote.n >= 20
        assert (quote.employers or 0) >= 5
    else:
        assert quote.p50 in {figure.p50 for figure in market.published(quote.role)}


@pytest.mark.parametrize("place_id", PLACES)
def test_every_figure_of_a_median_is_a_row(say: Say, market: Market, place_id: str) -> None:
    where = {"0000000": "", "bay-area": "bay area"}.get(place_id)
    for role, level, ai in product(sorted(roles()), (None, "senior", "staff"), ("", "--ai")):
        asked = f"/median {role}, {place(place_id).name if where is None else where}, {level or ''} {ai}"
        reply = say(asked)
        assert reply.facts.quote is not None, asked
        assert untraced(reply.text, reply.facts) == set(), asked
        for quote in (reply.facts.quote, *reply.facts.beside):
            assert_row(market, quote)
            assert_steps(market, quote)
        if reply.facts.versus:
            versus = reply.facts.versus
            assert (versus.skilled.ai, versus.all.ai) == ("skilled", "all")
            assert_row(market, versus.skilled)
            assert_row(market, versus.all)


def assert_difference(market: Market, found: Difference, where: str) -> None:
    """The comparison is a row of the benchmark database that keeps the rule, its percents rounded."""
    row = next(row for row in market.premiums(found.role, where) if row.level == found.level)
    assert (found.place, found.place_id) == (place(where).name, where)
    for pct, fraction in zip(
        (found.pct, found.low_pct, found.high_pct), (row.premium, row.low, row.high), strict=True
    ):
        assert pct == pytest.approx(100 * fraction, abs=0.006)
    assert (found.skilled.n, found.skilled.employers, found.skilled.p50) == (
        row.skilled_n, row.skilled_employers, row.skilled_p50,
    )  # fmt: skip
    assert (found.plain.n, found.plain.employers, found.plain.p50) == (
        row.plain_n, row.plain_employers, row.plain_p50,
    )  # fmt: skip
    assert min(found.skilled.n, found.plain.n) >= 20
    assert min(found.skilled.employers, found.plain.employers) >= 5
    assert found.verdict == ("higher" if row.low > 0 else "lower" if row.high < 0 else "none")


@pytest.mark.parametrize("place_id", PLACES)
def test_every_figure_of_a_premium_is_a_row(say: Say, market: Market, place_id: str) -> None:
    where = {"0000000": "", "bay-area": "bay area"}.get(place_id)
    for role, level in product(sorted(roles()), (None, "senior", "staff", "manager")):
        asked = f"/premium {role}, {place(place_id).name if where is None else where}, {level or ''}"
        reply = say(asked)
        facts = reply.facts
        assert (reply.intent, facts.asked.role) == ("premium", role), asked
        assert numerals(reply.text) - set(figures(asdict(facts))) == set(), asked
        if facts.premium:
            assert facts.premium.level == (facts.asked.level or "all")
            assert role == facts.premium.role
            for found in (facts.premium, *facts.levels):
                assert_difference(market, found, place_id)
            if facts.levels:  # what "all" averages is listed whole
                assert facts.premium.skilled.n == sum(each.skilled.n for each in facts.levels), asked
                assert facts.premium.plain.n == sum(each.plain.n for each in facts.levels), asked
        for found in facts.nearest:
            spots = (place_id, state_of(place_id), "0600000", "0000000")
            assert_difference(market, found, next(s for s in spots if s and place(s).name == found.place))
            assert f"{'in' if found.place != 'United States' else 'across'} " in reply.text
        if facts.counted:
            cell = market.cell(role, place_id, facts.asked.level or "all")
            assert cell is not None
            assert (facts.counted.n, facts.counted.employers) == (cell.n, cell.employers)
            if facts.counted.levels:
                assert facts.counted.skilled_n == sum(each.skilled_n for each in facts.counted.levels)
        if facts.shares:
            share = market.share(role, place_id)
            assert share is not None
            skilled_pct = 100 * share.ai_skilled / share.ai_known
            assert facts.shares.skilled_pct == skilled_pct


def test_every_employers_band_is_told_when_the_employer_is_named(say: Say) -> None:
    told = 0
    for row in market_rows("bands"):
        if row["level"] != "all":
            continue
        reply = say(f"/median {row['role']} at {row['name']}")
        band = reply.facts.own.band
        assert (band.employer, band.role, band.level) == (row["employer"], row["role"], "all"), row
        assert (band.lowest, band.highest, band.p50, band.n) == tuple(
            int(row[name]) for name in ("lowest", "highest", "p50", "n")
        )
        assert f"posts ${band.lowest:,} to ${band.highest:,}**" in reply.text
        assert untraced(reply.text, reply.facts) == set(), row
        told += 1
    assert told


def test_every_level_can_be_asked_for(say: Say) -> None:
    for level in levels():
        reply = say(f"/median software-engineer, San Francisco, {level}")
        assert reply.slots.level == level
        assert untraced(reply.text, reply.facts) == set()


@pytest.mark.parametrize("offer", OFFERS)
@pytest.mark.parametrize("floor", ["", "my floor is 190k"])
def test_every_figure_of_a_judged_offer_and_its_counter(
    say: Say, market: Market, offer: str, floor: str
) -> None:
    if floor:
        say(floor)
    judged = say(offer)
    assert judged.facts.offer is not None
    assert untraced(judged.text, judged.facts) == set()
    critique = judged.facts.critique
    middle = (critique.base_low + critique.base_high) / 2
    if judged.facts.quote:
        assert_row(market, judged.facts.quote)
        assert critique.gap == middle - judged.facts.quote.p50
    if critique.floor_gap is not None:
        assert critique.floor_gap == middle - 190_000
    for with_ in ("", " 300k", " I built an eval suite that caught regressions"):
        written = say(f"/counter{with_}")
        plan = written.facts.counter
        drawn = [written.facts, judged.facts.offer]
        assert numerals(written.text) - {n for facts in drawn for n in figures(asdict(facts))} == set()
        if plan.offered and plan.change_pct is not None:
            assert plan.change_pct == pytest.approx(100 * (plan.ask - plan.offered) / plan.offered)


@pytest.mark.parametrize("asked", ["/median", "/premium", "/range"])
@pytest.mark.parametrize("place_id", ["0041860", "0014260", "0000000"])
def test_every_figure_of_a_why_after_a_look_up(say: Say, market: Market, asked: str, place_id: str) -> None:
    where = "" if place_id == "0000000" else place(place_id).name
    for role, level in product(sorted(roles()), ("", "senior")):
        shown = say(f"{asked} {role}, {where}, {level}")
        for why in ("why?", "why not more?"):
            reply = say(why)
            assert reply.intent == "why", (asked, role)
            assert numerals(reply.text) - set(figures(asdict(reply.facts))) == set(), (
                asked,
                role,
                reply.text,
            )
            assert reply.facts.facts == shown.facts, (asked, role)
        if reply.facts.quote:
            assert_row(market, reply.facts.quote)


@pytest.mark.parametrize("offer", OFFERS)
def test_every_figure_of_a_why_after_an_offer_and_its_counter(say: Say, offer: str) -> None:
    judged = say(offer)
    assert say("why?").facts.facts == judged.facts
    for turn in ("/counter", "/counter 300k", "/counter base is fixed", "/package", "/decide they are firm"):
        say(turn)
        for why in ("why?", "why not more?", "why 10%?", "why 123,457?"):
            reply = say(why)
            assert reply.intent == "why", (offer, turn)
            drawn = {*figures(asdict(reply.facts)), *_of_a_decision(reply.facts.facts)}
            assert numerals(reply.text) - drawn == set(), (offer, turn, why, reply.text)


def _of_a_decision(facts: Any) -> Iterator[float]:
    """What was asked for: `figures` passes over "asked", which elsewhere names a cell."""
    asked = getattr(getattr(facts, "decision", None), "asked", None)
    yield from figures(list(asdict(asked).values()) if asked else None)


def test_the_walk_would_notice_a_number_from_nowhere(say: Say) -> None:
    reply = say("/median swe sf senior")
    assert untraced(reply.text + " About $123,457.", reply.facts) == {123_457}


def test_no_reply_shows_markup_of_the_machine(say: Say) -> None:
    for said in ("/help", "/forget", "/profile", "/median", "/offer", "/counter", "hello", *OFFERS):
        assert not re.search(r"&(?:#\d+|amp|lt|gt|quot);|\{\{|\{%|None|Undefined", say(said).text), said
