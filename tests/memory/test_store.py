from __future__ import annotations

import stat
import subprocess
import sys
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

NOW = datetime.now(UTC).replace(microsecond=0)
ADA = Who("slack", "U1PERSON", "T1")
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


def keep(store: Store, case: Case) -> None:
    assert store.save(ADA, case, NOW, store.load(ADA, NOW).version)


def test_a_case_comes_back_as_it_was(store: Store) -> None:
    keep(store, full_case())
    assert store.load(ADA, NOW).case == full_case()


def test_nobody_else_sees_it(store: Store) -> None:
    keep(store, full_case())
    for other in (Who("slack", "U2", "T1"), Who("slack", "U1PERSON", "T2"), Who("discord", "U1PERSON")):
        assert store.load(other, NOW).case == Case()


def test_joined_names_do_not_collide(store: Store) -> None:
    store.save(Who("slack", "U1PERSON", "T"), full_case(), NOW, None)
    assert store.load(Who("slack", "1", "TU"), NOW).case == Case()
    assert store.load(Who("slack", 'T","U1'), NOW).case == Case()


def test_saving_again_replaces(store: Store) -> None:
    keep(store, full_case())
    keep(store, Case(floor=1.0))
    assert store.load(ADA, NOW).case == Case(floor=1.0)


def test_it_expires_thirty_days_after_last_use(store: Store) -> None:
    keep(store, full_case())
    assert store.load(ADA, NOW + KEPT_FOR - timedelta(minutes=1)).case != Case()
    assert store.load(ADA, NOW + KEPT_FOR).case == Case()


def test_forget_leaves_nothing_on_disk(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    keep(store, full_case())
    row = store._keys.person(ADA).encode()
    assert any(row in path.read_bytes() for path in tmp_path.glob("cases*"))
    assert store.forget(ADA)
    assert not store.forget(ADA)
    assert store.load(ADA, NOW).case == Case()
    assert not any(row in path.read_bytes() for path in tmp_path.glob("cases*"))


def test_nothing_stands_in_clear(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    keep(store, full_case())
    store.take_once(f"event {CANARY}")
    store.close()
    for path in tmp_path.iterdir():
        assert CANARY.encode() not in path.read_bytes()
        assert b"185000" not in path.read_bytes()
        assert b"U1PERSON" not in path.read_bytes() or path.name == "keys.json"


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
    keep(first, full_case())
    first.close()
    assert open_store(tmp_path).load(ADA, NOW).case == full_case()


def test_files_are_for_the_owner_alone(tmp_path: Path) -> None:
    keep(open_store(tmp_path / "home"), full_case())
    for name in ("keys.json", "cases.sqlite3"):
        assert stat.S_IMODE((tmp_path / "home" / name).stat().st_mode) == 0o600


def test_keys_rotate_without_losing_a_case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = Fernet.generate_key().decode(), Fernet.generate_key().decode()
    monkeypatch.setenv("PARLEY_ID_KEY", "one id key, never rotated")
    monkeypatch.setenv("PARLEY_DATA_KEYS", old)
    keep(open_store(tmp_path), full_case())
    monkeypatch.setenv("PARLEY_DATA_KEYS", f"{new},{old}")
    assert open_store(tmp_path).load(ADA, NOW).case == full_case()
    monkeypatch.setenv("PARLEY_DATA_KEYS", new)
    assert open_store(tmp_path).load(ADA, NOW).case == Case()


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


def test_a_save_over_a_changed_case_is_refused(store: Store) -> None:
    keep(store, full_case())
    version = store.load(ADA, NOW).version
    keep(store, Case(floor=1.0))
    assert not store.save(ADA, full_case(), NOW, version)
    assert store.load(ADA, NOW).case == Case(floor=1.0)


def test_a_turn_in_flight_does_not_bring_back_what_was_forgotten(store: Store) -> None:
    keep(store, full_case())
    version = store.load(ADA, NOW).version
    store.forget(ADA)
    assert not store.save(ADA, full_case(), NOW, version)
    assert store.load(ADA, NOW).case == Case()
    keep(store, Case(floor=1.0))
    assert not store.save(ADA, full_case(), NOW, version)
    assert store.load(ADA, NOW).case == Case(floor=1.0)


def test_only_what_was_loaded_is_forgotten_when_a_version_is_named(store: Store) -> None:
    keep(store, full_case())
    version = store.load(ADA, NOW).version
    keep(store, Case(floor=1.0))
    assert not store.forget(ADA, version)
    assert store.load(ADA, NOW).case == Case(floor=1.0)


def test_a_row_no_key_opens_is_told_apart_from_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARLEY_ID_KEY", "one id key, never rotated")
    monkeypatch.setenv("PARLEY_DATA_KEYS", Fernet.generate_key().decode())
    keep(open_store(tmp_path), full_case())
    assert not open_store(tmp_path).load(ADA, NOW).sealed
    monkeypatch.setenv("PARLEY_DATA_KEYS", Fernet.generate_key().decode())
    assert open_store(tmp_path).load(ADA, NOW).sealed


def test_what_expired_is_deleted_at_the_next_start(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    long_ago = NOW - KEPT_FOR - timedelta(days=1)
    store.save(ADA, full_case(), long_ago, None)
    store.close()
    assert open_store(tmp_path).load(ADA, long_ago).version is None


def test_many_processes_can_start_on_an_empty_folder(tmp_path: Path) -> None:
    code = "import sys, pathlib, bot.memory.store as s; s.open_store(pathlib.Path(sys.argv[1]))"
    command = [sys.executable, "-c", code, str(tmp_path / "home")]
    started = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(8)]
    assert [process.communicate()[1] for process in started] == [""] * 8
    assert [process.returncode for process in started] == [0] * 8


@pytest.mark.parametrize("content", ["", "{", '{"identity": "x"}', "[]"])
def test_a_damaged_key_file_is_named(tmp_path: Path, content: str) -> None:
    (tmp_path / "keys.json").write_text(content)
    with pytest.raises(BadKeysError, match=r"keys\.json is damaged"):
        load_keys(tmp_path)
