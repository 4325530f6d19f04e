"""Discord's settings."""

from __future__ import annotations

import pytest

from adapters.discord.settings import Settings
from adapters.settings import SettingError


def read(**environ: str) -> Settings:
    return Settings.from_env(environ)


def test_nothing_set_is_discords_own() -> None:
    assert read() == Settings()
    assert read(DISCORD_TOKEN="  ") == Settings()


def test_the_token_never_shows() -> None:
    assert "secret" not in repr(read(DISCORD_TOKEN="secret"))


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080/api/v10"),
        ("http://127.0.0.1:8080/", "http://127.0.0.1:8080/api/v10"),
        ("http://127.0.0.1:8080/api/", "http://127.0.0.1:8080/api/v10"),
        ("http://127.0.0.1:8080/api/v10/", "http://127.0.0.1:8080/api/v10"),
        ("https://proxy.example/discord", "https://proxy.example/discord"),
    ],
)
def test_an_api_address_is_completed(said: str, meant: str) -> None:
    assert read(DISCORD_API_URL=said).api_url == meant


def test_shards_are_numbers_and_ranges() -> None:
    assert read(DISCORD_SHARD_IDS="0-2, 5", DISCORD_SHARD_COUNT="8").shard_ids == (0, 1, 2, 5)
    assert read(DISCORD_SHARD_COUNT="8").shard_ids is None


@pytest.mark.parametrize(
    "environ",
    [
        {"DISCORD_API_URL": "127.0.0.1:80"},
        {"DISCORD_GATEWAY_URL": "http://127.0.0.1"},
        {"DISCORD_SHARD_COUNT": "many"},
        {"DISCORD_SHARD_COUNT": "0"},
        {"DISCORD_SHARD_IDS": "0"},
        {"DISCORD_SHARD_IDS": "x", "DISCORD_SHARD_COUNT": "2"},
        {"DISCORD_SHARD_IDS": "3-1", "DISCORD_SHARD_COUNT": "8"},
        {"DISCORD_SHARD_IDS": "0-99999999999", "DISCORD_SHARD_COUNT": "8"},
        {"DISCORD_SHARD_IDS": "2", "DISCORD_SHARD_COUNT": "2"},
    ],
)
def test_a_setting_that_cannot_be_used_is_named(environ: dict[str, str]) -> None:
    with pytest.raises(SettingError, match="DISCORD_"):
        Settings.from_env(environ)
