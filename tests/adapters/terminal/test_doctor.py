from __future__ import annotations

from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from adapters.terminal.doctor import Check, checks
from data.manifest import read_manifest
from data.page import SHIPPED


def look(**env: str) -> dict[str, Check]:
    return {check.what: check for check in checks(env)}


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PARLEY_ID_KEY", "PARLEY_DATA_KEYS", "PARLEY_DATABASE_URL", "PARLEY_BENCHMARKS"):
        monkeypatch.delenv(name, raising=False)


def test_a_fresh_home_is_healthy_but_for_what_need_not_be_set(tmp_path: Path) -> None:
    found = look(PARLEY_HOME=str(tmp_path / "new"))
    assert {what: check.state for what, check in found.items()} == {
        "folder": "ok",
        "keys": "ok",
        "store": "ok",
        "figures": "ok",
        "Slack": "note",
        "Discord": "note",
    }
    assert "days old" in found["figures"].sentence
    counts = (read_manifest(SHIPPED) or {})["counts"]
    assert (
        f"{counts['cells_measured']:,} cells stand on {counts['postings_paid']:,} paid postings"
        in found["figures"].sentence
    )


def test_keys_that_others_may_read_are_found(tmp_path: Path) -> None:
    look(PARLEY_HOME=str(tmp_path))
    (tmp_path / "keys.json").chmod(0o644)
    keys = look(PARLEY_HOME=str(tmp_path))["keys"]
    assert keys.state == "fix"
    assert "chmod 600" in keys.sentence


@pytest.mark.parametrize("broken", ["", "{}", "[1]", "no json"])
def test_broken_keys_are_found(tmp_path: Path, broken: str) -> None:
    (tmp_path / "keys.json").write_text(broken)
    found = look(PARLEY_HOME=str(tmp_path))
    assert found["keys"].state == "fix"
    assert found["store"].state == "fix"


def test_one_key_of_two_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    secret = Fernet.generate_key().decode()
    monkeypatch.setenv("PARLEY_DATA_KEYS", secret)
    keys = look(PARLEY_HOME=str(tmp_path), PARLEY_DATA_KEYS=secret)["keys"]
    assert keys.state == "fix"
    assert "PARLEY_ID_KEY" in keys.sentence


def test_a_store_that_does_not_open_is_found_without_its_password(tmp_path: Path) -> None:
    store = look(PARLEY_HOME=str(tmp_path), PARLEY_DATABASE_URL="nodialect://me:canary@127.0.0.1/x")["store"]
    assert store.state == "fix"
    assert "canary" not in store.sentence


def test_a_file_that_is_no_store_is_found(tmp_path: Path) -> None:
    (tmp_path / "cases.sqlite3").write_bytes(b"not a database, " * 100)
    assert look(PARLEY_HOME=str(tmp_path))["store"].state == "fix"


def test_a_folder_under_a_file_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    folder = look(PARLEY_HOME=str(tmp_path / "file" / "home"))["folder"]
    assert folder.state == "fix"
    assert "PARLEY_HOME" in folder.sentence


def test_figures_that_are_not_there_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARLEY_BENCHMARKS", str(tmp_path / "nowhere"))
    assert look(PARLEY_HOME=str(tmp_path))["figures"].state == "fix"


@pytest.mark.parametrize(
    ("env", "state", "says"),
    [
        ({"SLACK_APP_TOKEN": "xapp-canary"}, "fix", "SLACK_BOT_TOKEN"),
        ({"SLACK_BOT_TOKEN": "xoxb-canary"}, "fix", "SLACK_APP_TOKEN"),
        ({"SLACK_BOT_TOKEN": "canary", "SLACK_APP_TOKEN": "xapp-1"}, "fix", "xoxb-"),
        ({"SLACK_BOT_TOKEN": "xoxb-canary", "SLACK_APP_TOKEN": "canary"}, "fix", "xapp-"),
        ({"SLACK_BOT_TOKEN": "xoxb-canary", "SLACK_APP_TOKEN": "xapp-canary"}, "ok", "Socket Mode"),
        ({"SLACK_BOT_TOKEN": "xoxb-canary", "SLACK_SIGNING_SECRET": "canary"}, "ok", "signed HTTP"),
    ],
)
def test_slack_tokens_are_looked_at_and_never_shown(
    tmp_path: Path, env: dict[str, str], state: str, says: str
) -> None:
    slack = look(PARLEY_HOME=str(tmp_path), **env)["Slack"]
    assert slack.state == state
    assert says in slack.sentence
    assert "canary" not in slack.sentence


@pytest.mark.parametrize(
    ("env", "state"),
    [({"DISCORD_TOKEN": "canary"}, "ok"), ({"DISCORD_TOKEN": "canary", "DISCORD_SHARD_IDS": "0"}, "fix")],
)
def test_discord_token_is_looked_at_and_never_shown(tmp_path: Path, env: dict[str, str], state: str) -> None:
    discord = look(PARLEY_HOME=str(tmp_path), **env)["Discord"]
    assert discord.state == state
    assert "canary" not in discord.sentence
