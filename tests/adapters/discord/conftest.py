"""A virtual Discord with Parley in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from adapters.discord.client import ParleyClient, make_client
from adapters.discord.settings import Settings

from .scripted import Scripted

SETTINGS = Settings(token="a-token", shard_count=1)


@pytest.fixture
def engine() -> Scripted:
    return Scripted()


@pytest.fixture
async def simcord_bot(engine: Scripted) -> ParleyClient:
    return make_client(engine, SETTINGS)


@dataclass
class Room:
    env: Any
    channel: Any
    person: Any


@pytest.fixture
def room(simcord_env: Any) -> Room:
    """A person in a server's channel."""
    guild = simcord_env.create_guild()
    return Room(
        simcord_env, guild.create_text_channel("offers"), guild.add_member(simcord_env.create_user("ann"))
    )
