"""Keys change while Parley serves, and nobody loses a case by it."""

from __future__ import annotations

import json
import stat
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner
from cryptography.fernet import Fernet

from adapters.cli import cli
from adapters.terminal.doctor import checks
from adapters.terminal.storekeeping import rotated
from bot.memory.case import Case
from bot.memory.keys import FILE
from bot.memory.store import Store, open_store
from bot.turn import Who
from tests.memory.filled import filled

NOW = datetime.now(UTC)
ADA, BOB = Who("slack", "U1", "T1"), Who("slack", "U2", "T1")
Open = Callable[[], Store]


@pytest.fixture(autouse=True)
def _no_keys_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PARLEY_ID_KEY", "PARLEY_DATA_KEYS", "PARLEY_DATABASE_URL"):
        monkeypatch.delenv(name, raising=False)


def data_keys(home: Path) -> list[str]:
    kept: list[str] = json.loads((home / FILE).read_text())["data"]
    return kept


def test_rotating_seals_every_case_with_a_new_key(tmp_path: Path, url: str | None, opened: Open) -> None:
    home, store = tmp_path / "home", opened()
    store.save(ADA, filled(Case), NOW, None)
    (old,) = data_keys(home)
    assert rotated(home, url) == "1 case sealed anew with a new key."
    new, before = data_keys(home)
    assert before == old
    assert new != old
    assert stat.S_IMODE((home / FILE).stat().st_mode) == 0o600
    (home / FILE).write_text(json.dumps({**json.loads((home / FILE).read_text()), "data": [new]}))
    again = opened()
    assert again.load(ADA, NOW).case == filled(Case)
    assert again.standing().under_old_keys == 0


def test_a_process_that_serves_meanwhile_reads_and_writes_on(
    tmp_path: Path, url: str | None, opened: Open
) -> None:
    home, serving = tmp_path / "home", opened()
    serving.save(ADA, filled(Case), NOW, None)
    rotated(home, url)
    serving.save(BOB, Case(floor=2.0), NOW, None)  # it does not know of the new key yet
    assert opened().load(BOB, NOW).case == Case(floor=2.0)
    assert opened().standing().under_old_keys == 1
    kept = serving.load(ADA, NOW)  # sealed with the new one: the file is read again
    assert kept.case == filled(Case)
    assert not kept.sealed
    assert serving.save(BOB, Case(floor=3.0), NOW, serving.load(BOB, NOW).version)
    assert opened().standing().under_old_keys == 0


def test_rotating_often_keeps_two_keys_and_every_case(tmp_path: Path, url: str | None, opened: Open) -> None:
    home = tmp_path / "home"
    opened().save(ADA, filled(Case), NOW, None)
    seen = {*data_keys(home)}
    for _ in range(3):
        rotated(home, url)
        assert len(data_keys(home)) == 2
        seen |= {*data_keys(home)}
        assert opened().load(ADA, NOW).case == filled(Case)
    assert len(seen) == 4


def test_no_new_key_is_made_over_a_case_that_none_opens(
    tmp_path: Path, url: str | None, opened: Open
) -> None:
    home = tmp_path / "home"
    opened().save(ADA, filled(Case), NOW, None)
    kept = json.loads((home / FILE).read_text())
    (home / FILE).write_text(json.dumps({**kept, "data": [Fernet.generate_key().decode()]}))
    before = data_keys(home)
    assert "1 could not be opened" in rotated(home, url)
    assert data_keys(home) == before
    assert opened().standing().sealed_away == 1
    (home / FILE).write_text(json.dumps(kept))
    assert opened().load(ADA, NOW).case == filled(Case)


def test_keys_of_the_environment_are_left_to_who_set_them(
    tmp_path: Path, url: str | None, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    old, new = Fernet.generate_key().decode(), Fernet.generate_key().decode()
    monkeypatch.setenv("PARLEY_ID_KEY", "one id key, never rotated")
    monkeypatch.setenv("PARLEY_DATA_KEYS", old)
    opened().save(ADA, filled(Case), NOW, None)
    monkeypatch.setenv("PARLEY_DATA_KEYS", f"{new},{old}")
    said = rotated(home, url)
    assert said.startswith("1 case sealed anew with the newest of PARLEY_DATA_KEYS.")
    assert not (home / FILE).exists()
    monkeypatch.setenv("PARLEY_DATA_KEYS", new)
    assert opened().load(ADA, NOW).case == filled(Case)


def test_the_command_and_the_doctor_tell_of_old_keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARLEY_HOME", str(tmp_path))
    run = CliRunner().invoke
    run(cli, ["say", "my floor is 150k", "--as", "ada"])
    assert run(cli, ["store", "rotate"]).output == "1 case sealed anew with a new key.\n"
    kept = json.loads((tmp_path / FILE).read_text())
    (tmp_path / FILE).write_text(json.dumps({**kept, "data": kept["data"][::-1]}))
    found = {check.what: check for check in checks({"PARLEY_HOME": str(tmp_path)})}["store"]
    assert found.state == "ok"
    assert "1 case kept sealed, for 30 days after last use; the first goes on" in found.sentence
    assert "1 under an old key: `parley store rotate`" in found.sentence
    (tmp_path / FILE).write_text(json.dumps({**kept, "data": kept["data"][1:]}))
    found = {check.what: check for check in checks({"PARLEY_HOME": str(tmp_path)})}["store"]
    assert found.state == "fix"
    assert "no key opens 1 of its 1 cases" in found.sentence


def test_the_doctor_names_what_keeps_a_store_from_opening(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def store() -> str:
        found = {check.what: check for check in checks({"PARLEY_HOME": str(tmp_path)})}["store"]
        assert found.state == "fix"
        return found.sentence

    def missing(*_args: object) -> Store:
        raise ModuleNotFoundError("No module named 'psycopg'", name="psycopg")

    with monkeypatch.context() as without_a_driver:
        without_a_driver.setattr("bot.memory.store.open_store", missing)
        assert 'pip install -e ".[postgres]"' in store()
    monkeypatch.setenv("PARLEY_KEEP_DAYS", "forever")
    assert store() == "PARLEY_KEEP_DAYS must be a whole number of days, 1 to 365."
    monkeypatch.delenv("PARLEY_KEEP_DAYS")
    opened = open_store(tmp_path)
    with opened._engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    opened.close()
    assert "of a newer Parley" in store()
    command = CliRunner().invoke(cli, ["say", "hi"], env={"PARLEY_HOME": str(tmp_path)})
    assert command.exit_code == 1
    assert "Update Parley, or let the newer one run `parley store downgrade 0002`" in command.output


def test_the_schema_goes_back_by_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARLEY_HOME", str(tmp_path))
    run = CliRunner().invoke
    run(cli, ["say", "my floor is 150k", "--as", "ada"])
    assert "schema 0001 now" in run(cli, ["store", "downgrade", "0001"]).output
    assert "$150,000" in run(cli, ["say", "/profile", "--as", "ada"]).output
    refused = run(cli, ["store", "downgrade", "7"])
    assert (refused.exit_code, refused.output) == (1, "Error: no revision '7'; there are 0001, 0002.\n")
