"""Discord's settings, read from the environment.

| variable | what it is |
|---|---|
| `DISCORD_TOKEN` | the bot's token (Developer Portal, your application, Bot). Required to serve |
| `DISCORD_API_URL` | REST address instead of Discord's own: `http://127.0.0.1:8080/api/v10` |
| `DISCORD_GATEWAY_URL` | gateway address instead of Discord's own: `ws://127.0.0.1:8080/gateway` |
| `DISCORD_SHARD_COUNT` | shards of the whole bot; by default as many as Discord recommends |
| `DISCORD_SHARD_IDS` | the shards this process runs: `0,1,2` or `0-7`; needs the count |
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from adapters.settings import SettingError

UNSET = (
    "DISCORD_TOKEN is not set. Take the token from https://discord.com/developers/applications "
    "(your application, Bot, Reset Token), put it in DISCORD_TOKEN and start again."
)
_MOST_SHARDS = 100_000


@dataclass(frozen=True, slots=True)
class Settings:
    """How to reach Discord, and which shards to run. The token never shows in a repr."""

    token: str = field(default="", repr=False)
    api_url: str = ""
    gateway_url: str = ""
    shard_count: int | None = None
    shard_ids: tuple[int, ...] | None = None

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> Settings:
        """Read the settings of the module's table; a blank variable counts as absent.

        Raises:
            SettingError: an address that is none, or shards that are not numbers.
        """

        def read(name: str) -> str:
            return env.get(name, "").strip()

        ids = _shard_ids(read("DISCORD_SHARD_IDS"))
        count = _shard_count(read("DISCORD_SHARD_COUNT"))
        if ids is not None and count is None:
            raise SettingError("DISCORD_SHARD_IDS needs DISCORD_SHARD_COUNT, the number of all shards.")
        if ids is not None and count is not None and max(ids) >= count:
            raise SettingError(f"DISCORD_SHARD_IDS must be below DISCORD_SHARD_COUNT, which is {count}.")
        return cls(
            token=read("DISCORD_TOKEN"),
            api_url=_api_url(read("DISCORD_API_URL")),
            gateway_url=_address("DISCORD_GATEWAY_URL", read("DISCORD_GATEWAY_URL"), ("ws", "wss")),
            shard_count=count,
            shard_ids=ids,
        )


def _address(name: str, value: str, schemes: tuple[str, ...]) -> str:
    if not value:
        return ""
    parts = urlsplit(value)
    if parts.scheme not in schemes or not parts.netloc:
        raise SettingError(f"{name} must be an address that begins with {' or '.join(schemes)}://.")
    return value


def _api_url(value: str) -> str:
    """Complete an address: a bare host gets the path of the API version spoken here."""
    address = _address("DISCORD_API_URL", value, ("http", "https")).rstrip("/")
    path = urlsplit(address).path
    if address and not path:
        return f"{address}/api/v10"
    return f"{address}/v10" if path == "/api" else address


def _shard_count(value: str) -> int | None:
    if not value:
        return None
    if not value.isdecimal() or not 0 < int(value[:9]) <= _MOST_SHARDS:
        raise SettingError("DISCORD_SHARD_COUNT must be a whole number from 1.")
    return int(value)


def _shard_ids(value: str) -> tuple[int, ...] | None:
    if not value:
        return None
    ids: set[int] = set()
    for part in value.split(","):
        first, dash, last = part.strip().partition("-")
        bounds = (first, last if dash else first)
        if not all(bound.isdecimal() and int(bound[:9]) < _MOST_SHARDS for bound in bounds):
            raise SettingError("DISCORD_SHARD_IDS must be numbers such as 0,1,2 or a range such as 0-7.")
        ids.update(range(int(bounds[0]), int(bounds[1]) + 1))
    if not ids:
        raise SettingError("DISCORD_SHARD_IDS must be numbers such as 0,1,2 or a range such as 0-7.")
    return tuple(sorted(ids))
