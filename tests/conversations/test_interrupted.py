"""Seven talks that are cut by a kill, by a second device, or by thirteen hours of silence."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import ExitStack, closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.engine import Engine
from bot.market.database import Market
from bot.memory.store import FILE, Store, open_store
from bot.turn import Reply, Said, Slots, Turn, Who
from tests.conversations.interrupted import EXPIRED, KILLED, TWO_DEVICES
from tests.conversations.test_conversations import stray
from tests.stories.telling import Story, Told, check, check_kept

ROOT = Path(__file__).resolve().parents[2]
SILENCE = timedelta(hours=13)
MOST = 30.0  # seconds until a process that answers has to be at work, on a busy machine
ADA = Who("terminal", "ada")


class Parley:
    """`parley say` as its own process a turn, all on one home."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._environment = {**os.environ, "PARLEY_HOME": str(home)}

    def say(self, text: str) -> Reply:
        """One turn, to its end."""
        with self._begun(text) as process:
            printed, _ = process.communicate(timeout=MOST)
        assert process.returncode == 0
        said = json.loads(printed)
        return Reply(said["text"], said["intent"], Slots(**said["slots"]), said["facts"])

    def kill_over(self, text: str) -> None:
        """One turn, killed once it has opened the store."""
        with self._begun(text) as process:
            until = time.monotonic() + MOST
            while not self._opened(process.pid):
                assert process.poll() is None, "it ended before it could be killed"
                assert time.monotonic() < until
                time.sleep(0.001)
            process.kill()
            assert process.wait() == -signal.SIGKILL

    def _begun(self, text: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "adapters.cli", "say", text, "--json", "--as", ADA.user]
        return subprocess.Popen(command, cwd=ROOT, env=self._environment, stdout=subprocess.PIPE, text=True)

    def _opened(self, pid: int) -> bool:
        store = str(self._home / FILE)
        try:
            return any(str(each.readlink()) == store for each in Path(f"/proc/{pid}/fd").iterdir())
        except OSError:  # a descriptor was closed while we looked
            return False


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="what a process has open is not told here")
@pytest.mark.parametrize("story", KILLED, ids=lambda story: story.title)
def test_a_talk_goes_on_after_its_process_was_killed(story: Story, tmp_path: Path) -> None:
    parley = Parley(tmp_path / "home")
    for told in story.turns:
        if told.key == "killed":
            parley.kill_over(words(told))
        heard(told, parley.say(words(told)), story)
    assert [told.key for told in story.turns].count("killed") == 1


@pytest.mark.parametrize("story", TWO_DEVICES, ids=lambda story: story.title)
def test_a_talk_goes_on_from_device_to_device(story: Story, market: Market, tmp_path: Path) -> None:
    with ExitStack() as opened:
        stores = [opened.enter_context(closing(open_store(tmp_path / "home"))) for _ in range(2)]
        engines = [Engine(market, store) for store in stores]
        for number, told in enumerate(story.turns):
            reply = engines[number % 2].respond(Turn(ADA, "dm", Said(words(told))))
            heard(told, reply, story)
            for store in stores:
                check_kept(told, store.load(ADA, datetime.now(UTC)).case)


def test_a_question_that_was_left_for_hours_is_no_longer_answered(engine: Engine, store: Store) -> None:
    for told in EXPIRED.turns:
        if told.key == "later":
            be_silent(store)
        heard(told, engine.respond(Turn(ADA, "dm", Said(words(told)))), EXPIRED)
        check_kept(told, store.load(ADA, datetime.now(UTC)).case)


def be_silent(store: Store) -> None:
    """Let hours pass since the open question was asked."""
    now = datetime.now(UTC)
    kept = store.load(ADA, now)
    asked = kept.case.question
    assert asked is not None
    old = replace(asked, asked_at=asked.asked_at - SILENCE)
    assert store.save(ADA, replace(kept.case, question=old), now, kept.version)


def words(told: Told) -> str:
    """What a turn says."""
    assert isinstance(told.event, Said)
    return told.event.text


def heard(told: Told, reply: Reply, story: Story) -> None:
    """What is expected of the reply, and of every reply: no figure from nowhere, nothing that broke."""
    assert "broke on my side" not in reply.text
    check(told, reply, story)
    assert stray(told, reply) == set(), reply.text
