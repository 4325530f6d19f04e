"""The one door: respond(turn) -> Reply.

Synchronous and safe to call from several threads. It finds out which command a turn means,
opens the person's case, lets the command answer, and keeps what the answer leaves behind.
"""

from __future__ import annotations

import logging
import os
import secrets
import traceback
from collections.abc import Mapping
from dataclasses import asdict, is_dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.commands import COMMANDS
from bot.commands.base import Command, Setting
from bot.commands.last_reply import remembered
from bot.commands.practising import without_old_talk
from bot.heard import hear
from bot.market.database import Market, open_market
from bot.memory.case import Case
from bot.memory.store import Kept, Store, open_store
from bot.routing import route
from bot.turn import Choice, Reply, Turn, Who
from bot.understand import levels, places, roles
from bot.understand.forgetful import forget_words
from bot.voice import render

log = logging.getLogger("parley")


TRIES = 20  # commands are pure, so a turn that lost a race is simply taken again; a long one may lose several


class Engine:
    """Parley without a platform."""

    def __init__(self, market: Market, store: Store) -> None:
        self._market = market
        self._store = store
        self.commands: Mapping[str, Command] = COMMANDS

    def respond(self, turn: Turn) -> Reply:
        """Answer one turn. Never raises: what goes wrong becomes an apology with an id."""
        try:
            return self._respond(turn)
        except Exception as error:
            id_ = secrets.token_hex(4)
            log.error("turn failed id=%s %s", id_, _where(error))  # noqa: TRY400 - a traceback may quote the text
            return Reply(render("error", id=id_), "other")
        finally:
            forget_words()

    def tidy(self) -> None:
        """Delete what has expired: for a process that serves for days."""
        self._store.purge(datetime.now(UTC))

    def take_once(self, key: str) -> bool:
        """True the first time a platform's event is seen, whichever process asks."""
        return self._store.take_once(key)

    def complete(self, kind: str, prefix: str) -> list[Choice]:
        """At most 25 suggestions for an option of this kind, best first."""
        completers = {"role": roles.complete, "place": places.complete, "level": levels.complete}
        try:
            return completers[kind](prefix)[:25] if kind in completers else []
        finally:
            forget_words()

    def close(self) -> None:
        """Let go of both databases."""
        self._store.close()
        self._market.close()

    def _respond(self, turn: Turn) -> Reply:
        heard = hear(turn.event)
        for _ in range(TRIES):
            now = datetime.now(UTC)
            kept = self._store.load(turn.who, now)
            case = without_old_talk(kept.case, now)
            handler, ask = route(heard, case, now)
            outcome = handler(ask, case, Setting(self._market, now, turn.where))
            reply, after = remembered(outcome.reply, case, outcome.case, now)
            if self._keep(turn.who, kept, after, now):
                return reply
        raise CrowdedError("the case changed under every attempt to save it")

    def _keep(self, who: Who, before: Kept, after: Case | None, now: datetime) -> bool:
        """Save what the turn leaves behind; False when another turn came between."""
        if after is None:
            self._store.forget(who)
            return True
        if after == Case():
            if before.sealed:
                log.error("a case is sealed with a key that is not set: see PARLEY_DATA_KEYS")
                return True
            return before.version is None or self._store.forget(who, before.version)
        return self._store.save(who, after, now, before.version)


class CrowdedError(RuntimeError):
    """One person's turns came so fast, from so many sides, that none could be kept."""


def build(home: Path | None = None) -> Engine:
    """The engine as the environment sets it up: `PARLEY_HOME`, `PARLEY_DATABASE_URL`, keys.

    Raises:
        BadKeysError: the keys in the environment cannot be used.
        OSError: the folder for the store cannot be written.
    """
    home = home or home_folder()
    return Engine(open_market(home), open_store(home, os.environ.get("PARLEY_DATABASE_URL")))


def home_folder() -> Path:
    """Where the embedded store lives: `PARLEY_HOME`, or the user's data folder."""
    set_to = os.environ.get("PARLEY_HOME")
    if set_to:
        return Path(set_to)
    from platformdirs import user_data_dir  # noqa: PLC0415 - only where nothing is set

    return Path(user_data_dir("parley", appauthor=False))


def as_json(reply: Reply) -> dict[str, Any]:
    """A reply as `parley say --json` prints it: the stable contract."""
    return {
        "text": reply.text,
        "intent": reply.intent,
        "slots": asdict(reply.slots),
        "facts": asdict(reply.facts)
        if is_dataclass(reply.facts) and not isinstance(reply.facts, type)
        else {},
        "actions": [asdict(action) for action in reply.actions],
        "private": reply.private,
    }


def _where(error: BaseException) -> str:
    """An error's type and where it was raised. Never its message: that may quote what was pasted."""
    frames = traceback.extract_tb(error.__traceback__)
    places_ = " < ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in reversed(frames[-6:]))
    return f"{type(error).__name__} at {places_}"
