"""Every figure of a first pay talk and of the employer types is a row, the user's, or arithmetic on those."""

from __future__ import annotations

from dataclasses import asdict
from itertools import product

import pytest

from bot.market.database import Market
from bot.market.quote import Asked
from bot.understand.places import place
from bot.understand.roles import roles

from .conftest import Say
from .test_numbers import PLACES, assert_row, figures, market_rows, numerals, untraced

SAID = ("", "posted 131-173k", "accept 171k", "143k", "current pay", "form")


@pytest.mark.parametrize("place_id", PLACES)
def test_every_figure_of_a_range(say: Say, market: Market, place_id: str) -> None:
    where = {"0000000": "", "bay-area": "bay area"}.get(place_id, place(place_id).name)
    for role, (level, said) in product(
        sorted(roles())[::3], zip((None, "senior", "staff", None, "entry", "manager"), SAID, strict=True)
    ):
        asked = f"/range {role}, {where}, {level or ''} {said}"
        reply = say(asked)
        assert reply.intent == "range", asked
        assert untraced(reply.text, reply.facts) == set(), asked
        quote, found = reply.facts.quote, reply.facts.range
        if quote is None:
            continue
        assert_row(market, quote)
        if found is None:
            assert (quote.level, reply.facts.all_levels is None) == ("all", False), asked
            assert level is not None, asked
            continue
        if found.pay == "ote":
            assert quote.soc is not None, asked
        assert quote.p50 <= found.low < quote.p50 + 1000, asked
        assert 1.15 * quote.p50 - 1 <= found.top <= 1.2 * quote.p50 + 1, asked


def test_every_figure_of_the_types_is_a_row(say: Say, market: Market) -> None:
    rows = {(row["type"], row["role"], row["level"]): row for row in market_rows("types")}
    told = 0
    for role in sorted(roles()):
        reply = say(f"/targets {role}, San Francisco")
        assert numerals(reply.text) - set(figures(asdict(reply.facts))) == set(), role
        for kind, figure in reply.facts.types:
            if figure.pay:
                row = rows[kind.id, figure.pay.role, figure.pay.level]
                assert (figure.pay.p50, figure.pay.n) == (int(row["p50"]), int(row["n"])), role
                told += 1
        spot = "0000000" if reply.facts.hiring_anywhere else "0041860"
        posted = {row.postings for row in market.posters(role, spot)}
        assert {each.postings for each in reply.facts.hiring} <= posted, role
    assert told


@pytest.mark.parametrize("company", ["Stripe", "Google", "Databricks", "Initech", "Anthropic"])
def test_every_figure_of_a_company(say: Say, company: str) -> None:
    reply = say(f"/targets {company}, senior software engineer, Seattle")
    assert numerals(reply.text) - set(figures(asdict(reply.facts))) == set()
    assert reply.facts.quote.asked == Asked("software-engineer", "0042660", "senior")
