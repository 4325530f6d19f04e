"""What nobody uses goes by itself, after as many days as the keeper set."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from adapters.housekeeping import tidy_hourly
from bot.engine import Engine
from bot.market.database import Market
from bot.memory.case import Case
from bot.memory.retention import BadRetentionError, keep_for
from bot.memory.store import KEPT_FOR, Store
from bot.memory.tables import cases
from bot.turn import Who

NOW = datetime.now(UTC).replace(microsecond=0)
ADA, BOB = Who("slack", "U1", "T1"), Who("slack", "U2", "T1")
Open = Callable[[], Store]


def rows(store: Store) -> int:
    with store._engine.connect() as connection:
        return int(connection.execute(sa.select(sa.func.count()).select_from(cases)).scalar_one())


@pytest.mark.parametrize(("said", "days"), [("", 30), ("  ", 30), ("1", 1), ("7", 7), ("365", 365)])
def test_days_are_read(monkeypatch: pytest.MonkeyPatch, said: str, days: int) -> None:
    monkeypatch.setenv("PARLEY_KEEP_DAYS", said)
    assert keep_for() == timedelta(days=days)


@pytest.mark.parametrize("said", ["0", "366", "-1", "1.5", "a week", "1e2", "٣", "9" * 5000])
def test_what_is_no_number_of_days_is_refused(monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    monkeypatch.setenv("PARLEY_KEEP_DAYS", said)
    with pytest.raises(BadRetentionError, match="PARLEY_KEEP_DAYS must be a whole number of days, 1 to 365"):
        keep_for()


def test_a_case_goes_when_its_days_are_over(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARLEY_KEEP_DAYS", "7")
    store = opened()
    store.save(ADA, Case(floor=1.0), NOW, None)
    assert store.load(ADA, NOW + timedelta(days=7, minutes=-1)).case == Case(floor=1.0)
    assert store.load(ADA, NOW + timedelta(days=7)).case == Case()
    assert store.purge(NOW + timedelta(days=7, minutes=-1)) == 0
    assert store.purge(NOW + timedelta(days=7)) == 1
    assert rows(store) == 0


def test_a_shorter_time_holds_for_what_is_there_already(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = datetime.now(UTC)  # the shorter time counts from the moment the store is opened
    opened().save(ADA, Case(floor=1.0), now, None)
    monkeypatch.setenv("PARLEY_KEEP_DAYS", "2")
    store = opened()
    first = store.standing().first_goes
    assert first is not None
    assert abs(first - (now + timedelta(days=2))) < timedelta(minutes=1)
    assert store.load(ADA, now + timedelta(days=2, hours=1)).case == Case()


def test_a_save_takes_out_what_has_expired(store: Store) -> None:
    store.save(ADA, Case(floor=1.0), NOW - KEPT_FOR - timedelta(days=1), None)
    store.save(BOB, Case(floor=2.0), NOW, None)
    assert rows(store) == 1
    assert store.load(BOB, NOW).case == Case(floor=2.0)


def test_using_a_case_keeps_it(store: Store) -> None:
    store.save(ADA, Case(floor=1.0), NOW, None)
    later = NOW + KEPT_FOR - timedelta(days=1)
    assert store.save(ADA, Case(floor=1.0), later, store.load(ADA, later).version)
    assert store.load(ADA, NOW + KEPT_FOR + timedelta(days=1)).case == Case(floor=1.0)


def test_a_serving_process_takes_it_out_while_nobody_writes(market: Market, store: Store) -> None:
    store.save(ADA, Case(floor=1.0), NOW, None)
    with store._engine.begin() as connection:
        connection.execute(sa.update(cases).values(expires=int(NOW.timestamp()) - 1))
    stop = tidy_hourly(Engine(market, store), every=0.01)
    until = time.monotonic() + 5
    while rows(store) and time.monotonic() < until:
        time.sleep(0.01)
    stop.set()
    assert rows(store) == 0


def test_a_store_out_of_reach_is_tried_again(caplog: pytest.LogCaptureFixture) -> None:
    tries = []
    again = threading.Event()

    class Flaky:
        def tidy(self) -> None:
            tries.append(1)
            if len(tries) == 1:
                raise OSError("secret-host refused")
            again.set()

    stop = tidy_hourly(Flaky(), every=0.01)
    assert again.wait(5)
    stop.set()
    assert "OSError" in caplog.text
    assert "secret-host" not in caplog.text
