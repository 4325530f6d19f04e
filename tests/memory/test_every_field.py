"""Whatever a case keeps can be handed over and forgotten: a field that cannot is found here."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from datetime import UTC, datetime
from itertools import chain

import pytest
import sqlalchemy as sa

from bot.commands.base import Ask, Setting
from bot.commands.export import exported, respond
from bot.commands.inventory import PARTS, held
from bot.market.database import Market
from bot.memory.case import Case
from bot.memory.codec import decode, encode
from bot.memory.store import Store
from bot.memory.tables import TABLES
from bot.turn import Who
from tests.memory.filled import filled, leaves

NOW = datetime(2026, 8, 20, tzinfo=UTC)
ADA = Who("slack", "U1", "T1")
NAMES = [field.name for field in fields(Case)]
# Tables about nobody: an event's row is a keyed digest of a platform's id and when it goes.
OF_NOBODY = {"events": {"event", "expires"}}


def only(name: str) -> Case:
    """A case with one field filled."""
    return replace(Case(), **{name: getattr(filled(Case), name)})


@pytest.mark.parametrize("name", NAMES)
def test_every_field_is_in_the_export_whole(name: str) -> None:
    case = only(name)
    said = json.dumps(exported(case, NOW))
    for leaf in leaves(getattr(case, name)):
        shown = leaf.isoformat() if isinstance(leaf, datetime) else leaf
        assert (shown if isinstance(shown, str) else json.dumps(shown)) in said


@pytest.mark.parametrize("name", NAMES)
def test_every_field_comes_back_and_goes(store: Store, name: str) -> None:
    case = only(name)
    assert decode(encode(case)) == case
    assert store.save(ADA, case, NOW, store.load(ADA, NOW).version)
    assert store.load(ADA, NOW).case == case
    assert store.forget(ADA)
    assert store.load(ADA, NOW).case == Case()


@pytest.mark.parametrize("name", NAMES)
def test_every_field_is_named_when_forget_asks(name: str) -> None:
    assert held(only(name))
    assert not held(Case())


def test_every_field_is_in_exactly_one_part() -> None:
    assert sorted(chain.from_iterable(PARTS.values())) == sorted(NAMES)


def test_the_parts_together_are_the_whole() -> None:
    case = filled(Case)
    whole = exported(case, NOW)
    parts = [exported(case, NOW, names) for names in PARTS.values()]
    assert {name: value for part in parts for name, value in part.items()} == whole


def test_the_command_hands_over_the_same(market: Market) -> None:
    outcome = respond(Ask(), filled(Case), Setting(market, NOW, "dm"))
    assert outcome.case == filled(Case)
    file = outcome.reply.file
    assert file is not None
    assert file.type == "application/json"
    assert json.loads(file.content) == exported(filled(Case), NOW) == outcome.reply.facts.document


def test_every_table_is_of_persons_or_of_nobody(store: Store) -> None:
    store.take_once("Ev1", NOW)
    store.save(ADA, filled(Case), NOW, None)
    with store._engine.connect() as connection:
        there = set(sa.inspect(connection).get_table_names()) - {"alembic_version"}
    assert there == {table.name for table in TABLES.sorted_tables}
    for table in TABLES.sorted_tables:
        assert "person" in table.c or OF_NOBODY[table.name] == set(table.c.keys())
    store.forget(ADA)
    with store._engine.connect() as connection:
        for table in TABLES.sorted_tables:
            if "person" in table.c:
                assert connection.execute(sa.select(sa.func.count()).select_from(table)).scalar() == 0
