"""Forty talks in the words people use, each turn with what must come of it, held against the engine."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from adapters.discord.draw import draw
from adapters.slack.draw import messages
from bot.engine import Engine
from bot.market.database import Market
from bot.memory.case import Case
from bot.memory.store import Store, open_store
from bot.turn import Reply, Said, Who
from tests.adapters.slack.checks import broadcasts
from tests.conversations import asides, deleted, injected, interrupted, offers, slots
from tests.stories.telling import Story, Told, check, check_kept, holds_anyway, run
from tests.test_numbers import figures
from tests.test_numbers_of_talks import Talked, drawn, shown

STORIES: tuple[Story, ...] = (
    *slots.STORIES,
    *offers.STORIES,
    *injected.STORIES,
    *deleted.STORIES,
    *asides.STORIES,
)
_EVERY = {story.title: story for story in STORIES}
_FENCED = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"(?<!\\)\]\(")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Heard:
    """A turn, its reply, and the case it left."""

    told: Told
    reply: Reply
    case: Case


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened = open_store(tmp_path_factory.mktemp("conversations"))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def heard(market: Market, store: Store) -> dict[str, list[Heard]]:
    """Every talk as it went once, by its title."""
    engine = Engine(market, store)
    talks = {}
    for story in STORIES:
        who = Who("terminal", story.title)
        talks[story.title] = [
            Heard(told, reply, store.load(who, datetime.now(UTC)).case)
            for told, reply in run(story, engine, who)
        ]
    return talks


def stray(told: Told, reply: Reply) -> set[float]:
    """Numbers of a reply that are none of its facts; of a draft's check, none of the draft's either."""
    said = told.event.text if isinstance(told.event, Said) else ""
    if reply.facts is None:
        return shown(reply.text)
    own = _NUMBER.findall(said) if reply.intent == "check" else []
    talked = Talked(said, reply, frozenset(float(each.replace(",", "").rstrip(".")) for each in own))
    if isinstance(reply.facts, Mapping):  # as `parley say --json` prints them
        return shown(reply.text) - set(figures(reply.facts))
    written = reply.file.content if reply.file is not None and reply.intent != "export" else ""
    return shown(f"{reply.text}\n{written}") - drawn(talked)


@pytest.mark.parametrize("title", _EVERY)
def test_the_talk_goes_as_told(title: str, heard: dict[str, list[Heard]]) -> None:
    for turn in heard[title]:
        holds_anyway(turn.reply, _EVERY[title])
        if not turn.told.stumbles:
            check(turn.told, turn.reply, _EVERY[title])
            check_kept(turn.told, turn.case)


@pytest.mark.parametrize("title", _EVERY)
def test_what_stumbles_still_does(title: str, heard: dict[str, list[Heard]]) -> None:
    """A turn marked so fails what is right; once it is mended, its mark has to go."""
    mended = [turn.told.event for turn in heard[title] if turn.told.stumbles and _right(turn, _EVERY[title])]
    assert not mended, f"mended: take `stumbles` off {mended}"


def _right(turn: Heard, story: Story) -> bool:
    try:
        check(turn.told, turn.reply, story)
        check_kept(turn.told, turn.case)
    except AssertionError:
        return False
    return True


@pytest.mark.parametrize("title", _EVERY)
def test_every_figure_of_a_reply_is_a_fact(title: str, heard: dict[str, list[Heard]]) -> None:
    for turn in heard[title]:
        assert stray(turn.told, turn.reply) == set(), (turn.told.event, turn.reply.text)


@pytest.mark.parametrize("story", injected.STORIES, ids=lambda story: story.title)
def test_nothing_said_takes_effect_on_a_platform(story: Story, heard: dict[str, list[Heard]]) -> None:
    for turn in heard[story.title]:
        text = turn.reply.text
        assert not [each for each in injected.LIVE if each in text], text
        prose = _FENCED.sub("", text)
        assert "```" not in prose, f"a block is left open, or was closed:\n{text}"
        assert not _LINK.search(prose), text
        for message in messages(turn.reply):
            assert broadcasts(message) == []
        for drawn_ in draw(turn.reply):
            assert not [each for each in injected.LIVE if each in drawn_.content], drawn_.content


def test_the_talks_are_forty() -> None:
    cut = (*interrupted.KILLED, *interrupted.TWO_DEVICES, interrupted.EXPIRED)
    talks = (*STORIES, *cut)
    assert len({story.title for story in talks}) == 40
    assert all(4 <= len(story.turns) <= 9 for story in talks)
    typed = [turn.event.text for story in talks for turn in story.turns if isinstance(turn.event, Said)]
    commands = sum(each.startswith("/") for each in typed)
    assert commands <= len(typed) / 10, "these are talks, not commands"
