"""The table of states' rules: what it may hold, and where it speaks."""

from __future__ import annotations

from datetime import date

import pytest

from bot.understand import gazetteer
from bot.understand.pay_rules import pay_rules, rules_at
from bot.understand.vocab import rows


def test_every_rule_is_cited_and_dated() -> None:
    today = date.today()
    for rule in pay_rules():
        assert rule.state in gazetteer.states(), rule
        assert rule.kind in ("salary_history", "pay_transparency")
        assert date.fromisoformat(rule.since) <= date.fromisoformat(rule.checked) <= today
        assert 2017 <= int(rule.as_of[:4]) <= today.year
        assert len(rule.as_of) == 4 or date.fromisoformat(rule.as_of)
        assert rule.citation
        assert rule.source
        assert rule.rule[0].islower()
        assert not rule.rule.endswith(".")


def test_every_rule_names_the_pages_it_was_read_on() -> None:
    for row in rows("pay_rules"):
        assert all(url.startswith(("https://", "http://")) for url in row["urls"].split("; ")), row


def test_a_state_has_a_kind_once() -> None:
    keys = [(rule.state, rule.kind) for rule in pay_rules()]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("place", "state"),
    [("0041860", "CA"), ("bay-area", "CA"), ("0600000", "CA"), ("0035620", "NY"), ("0047900", "DC")],
)
def test_a_place_has_its_states_rules(place: str, state: str) -> None:
    found = rules_at(place)
    assert {rule.state for rule in found} == {state}
    assert {rule.kind for rule in found} == {"salary_history", "pay_transparency"}


@pytest.mark.parametrize("place", [None, "remote", "0000000", "GB", "0014260"])
def test_where_no_row_speaks_nothing_is_said(place: str | None) -> None:
    assert rules_at(place) == ()
