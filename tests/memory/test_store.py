from __future__ import annotations

import stat
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from bot.memory.case import About, Case, Question
from bot.memory.codec import decode, encode
from bot.memory.keys import BadKeysError, load_keys
from bot.memory.store import KEPT_FOR, Store, open_store
from bot.offers.offer import Offer
from bot.turn import Who

NOW = datetime(2026, 8, 8, 12, tzinfo=UTC)
ADA = Who("slack", "U1", "T1")
CANARY = "Zanzibar-Quokka-Systems"


def full_case() -> Case:
    return Case(
        me=About("software-engineer", "0041860", "senior", True),
        floor=150_000.0,
        offer=Offer(company=CANARY, base_amount=185_000.0, base_period="year", spans={"base_amount": (3, 9)}),
        offer_about=About("software-engineer", "0041860", "senior"),
        looked_up=About("product-manager"),
        question=Question("offer", "place", "software-engineer;;;", NOW),
    )


def test_a_case_comes_back_as_it_was(store: Store) -> None:
    store.save(ADA, full_case(), NOW)
    assert store.load(ADA, NOW) == full_case()


def test_nobody_else_sees_it(store: Store) -> None:
    store.save(ADA, full_case(), NOW)
    for other in (Who("slack", "U2", "T1"), Who("slack", "U1", "T2"), Who("discord", "U1")):
        assert store.load(other, NOW) == Case()


def test_joined_names_do_not_collide(store: Store) -> None:
    store.save(Who("slack", "U1", "T"), full_case(), NOW)
    assert store.load(Who("slack", "1", "TU"), NOW) == Case()
    assert store.load(Who("slack", 'T","U1'), NOW) == Case()


def test_saving_again_replaces(store: Store) -> None:
    store.save(ADA, full_case(), NOW)
    store.save(ADA, Case(floor=1.0), NOW)
    assert store.load(ADA, NOW) == Case(floor=1.0)


def test_it_expires_thirty_days_after_last_use(store: Store) -> None:
    store.save(ADA, full_case(), NOW)
    assert store.load(ADA, NOW + KEPT_FOR - timedelta(minutes=1)) != Case()
    assert store.load(ADA, NOW + KEPT_FOR) == Case()


def test_forget_leaves_nothing_on_disk(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    store.save(ADA, full_case(), NOW)
    row = store._keys.person(ADA).encode()
    assert any(row in path.read_bytes() for path in tmp_path.glob("cases*"))
    assert store.forget(ADA)
    assert not store.forget(ADA)
    assert store.load(ADA, NOW) == Case()
    assert not any(row in path.read_bytes() for path in tmp_path.glob("cases*"))


def test_nothing_stands_in_clear(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    store.save(ADA, full_case(), NOW)
    store.take_once(f"event {CANARY}")
    store.close()
    for path in tmp_path.iterdir():
        assert CANARY.encode() not in path.read_bytes()
        assert b"185000" not in path.read_bytes()
        assert b"U1" not in path.read_bytes() or path.name == "keys.json"


def test_an_event_is_taken_once(store: Store) -> None:
    assert store.take_once("Ev1", NOW)
    assert not store.take_once("Ev1", NOW)
    assert store.take_once("Ev2", NOW)


def test_only_one_of_many_threads_takes_an_event(store: Store) -> None:
    taken: list[bool] = []
    threads = [threading.Thread(target=lambda: taken.append(store.take_once("Ev"))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert taken.count(True) == 1
    assert len(taken) == 8


def test_it_is_there_after_a_restart(tmp_path: Path) -> None:
    first = open_store(tmp_path)
    first.save(ADA, full_case(), NOW)
    first.close()
    assert open_store(tmp_path).load(ADA, NOW) == full_case()


def test_files_are_for_the_owner_alone(tmp_path: Path) -> None:
    open_store(tmp_path / "home").save(ADA, full_case(), NOW)
    for name in ("keys.json", "cases.sqlite3"):
        assert stat.S_IMODE((tmp_path / "home" / name).stat().st_mode) == 0o600


def test_keys_rotate_without_losing_a_case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = Fernet.generate_key().decode(), Fernet.generate_key().decode()
    monkeypatch.setenv("PARLEY_ID_KEY", "one id key, never rotated")
    monkeypatch.setenv("PARLEY_DATA_KEYS", old)
    open_store(tmp_path).save(ADA, full_case(), NOW)
    monkeypatch.setenv("PARLEY_DATA_KEYS", f"{new},{old}")
    assert open_store(tmp_path).load(ADA, NOW) == full_case()
    monkeypatch.setenv("PARLEY_DATA_KEYS", new)
    assert open_store(tmp_path).load(ADA, NOW) == Case()


@pytest.mark.parametrize(("identity", "data"), [("x", None), (None, "x"), ("x", "not a fernet key")])
def test_bad_keys_are_named_without_being_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, identity: str | None, data: str | None
) -> None:
    for name, value in (("PARLEY_ID_KEY", identity), ("PARLEY_DATA_KEYS", data)):
        if value is None:
            monkeypatch.delenv(name, raising=False)
        else:
            monkeypatch.setenv(name, value)
    with pytest.raises(BadKeysError, match="PARLEY_DATA_KEYS") as caught:
        load_keys(tmp_path)
    assert "not a fernet" not in str(caught.value)


def test_a_case_of_another_version_still_opens() -> None:
    payload = (
        encode(full_case()).replace(b'"floor":', b'"colour":"red","floor":').replace(b'"strike":null,', b"")
    )
    assert decode(payload) == full_case()
