"""Fifteen whole stories, from the first recruiter call to the signature, through the engine as shipped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from importlib import import_module

import pytest

from bot.engine import Engine
from bot.market.database import Market
from bot.memory.case import Case
from bot.memory.store import Store, open_store
from bot.turn import Reply, Said, Submitted, Uploaded, Who
from tests.stories.telling import Story, Told, Variation, at, check, figures, holds_anyway, run, same

_NAMES = (
    "marketing_manager",
    "account_executive",
    "counsel",
    "product_designer",
    "senior_engineer",
    "staff_engineer",
    "new_graduate",
    "nurse",
    "contractor",
    "engineering_manager",
    "success_manager",
    "founding_engineer",
    "teacher",
    "data_scientist",
    "sales_engineer",
)
STORIES: tuple[Story, ...] = tuple(import_module(f"tests.stories.{name}").STORY for name in _NAMES)
_EVERY = {story.title: story for story in STORIES}
_VARIED = [(story, variation) for story in STORIES for variation in story.variations]

Told_ = list[tuple[Told, Reply]]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened = open_store(tmp_path_factory.mktemp("stories"))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def engine(market: Market, store: Store) -> Engine:
    return Engine(market, store)


@pytest.fixture(scope="module")
def told() -> dict[str, Told_]:
    """Every story as it was told once, by its title."""
    return {}


def telling(story: Story, engine: Engine, told: dict[str, Told_]) -> Told_:
    if story.title not in told:
        told[story.title] = list(run(story, engine, Who("terminal", story.title)))
    return told[story.title]


@pytest.mark.parametrize("title", _EVERY)
def test_the_story_goes_as_told(title: str, engine: Engine, store: Store, told: dict[str, Told_]) -> None:
    story = _EVERY[title]
    for turn, reply in telling(story, engine, told):
        holds_anyway(reply, story)
        if not turn.stumbles:
            check(turn, reply, story)
    kept = store.load(Who("terminal", title), datetime.now(UTC))
    assert kept.case == Case(), "something is kept after the story's last word"


@pytest.mark.parametrize("title", _EVERY)
def test_what_stumbles_still_does(title: str, engine: Engine, told: dict[str, Told_]) -> None:
    """A turn marked so fails what is right; once it is mended, its mark has to go."""
    story = _EVERY[title]
    mended = [
        turn for turn, reply in telling(story, engine, told) if turn.stumbles and _right(turn, reply, story)
    ]
    assert not mended, f"mended: take `stumbles` off {[turn.event for turn in mended]}"


def _right(turn: Told, reply: Reply, story: Story) -> bool:
    try:
        check(turn, reply, story)
    except AssertionError:
        return False
    return True


@pytest.mark.parametrize(
    ("story", "variation"), _VARIED, ids=[f"{story.title}: {each.name}" for story, each in _VARIED]
)
def test_one_input_changed_changes_what_comes_of_it(
    story: Story, variation: Variation, engine: Engine, told: dict[str, Told_]
) -> None:
    changed = replace(story, turns=[_changed(turn, variation) for turn in story.turns])
    assert changed.turns != list(story.turns), f"{variation.old!r} is said nowhere"
    before = next(reply for turn, reply in telling(story, engine, told) if turn.key == variation.key)
    another = Who("terminal", f"{story.title}: {variation.name}")
    after = next(reply for turn, reply in run(changed, engine, another) if turn.key == variation.key)
    for path, expected in variation.facts.items():
        found = at(after.facts, path)
        wanted = expected(after.facts) if callable(expected) else expected
        assert same(found, wanted), f"{path} is {found!r}, not {wanted!r}:\n{after.text}"
    moved = [path for path in variation.facts if not _as_before(path, before, after)]
    assert moved == list(variation.facts), f"only {moved} changed"


def _as_before(path: str, before: Reply, after: Reply) -> bool:
    try:
        return same(at(before.facts, path), at(after.facts, path))
    except AssertionError:  # what speaks for walking now may not have stood there at all
        return False


def _changed(turn: Told, variation: Variation) -> Told:
    old, new, event = variation.old, variation.new, turn.event
    if isinstance(event, Said):
        return replace(turn, event=Said(event.text.replace(old, new)))
    if isinstance(event, Submitted):
        values = {name: value.replace(old, new) for name, value in event.values.items()}
        return replace(turn, event=Submitted(event.form, values))
    if isinstance(event, Uploaded):
        content = event.content.replace(old.encode(), new.encode())
        return replace(turn, event=Uploaded(event.name, event.type, content))
    return turn


@pytest.mark.parametrize("story", STORIES, ids=_EVERY)
def test_every_story_is_whole(story: Story) -> None:
    assert 10 <= len(story.turns) <= 25
    commands = [turn.intent for turn in story.turns]
    assert {"offer", "counter", "decide"} <= set(commands)
    assert commands.index("offer") < commands.index("counter") < commands.index("decide")
    assert "forget" in commands[-2:]
    assert figures(story) >= 3
    assert story.variations


def test_the_stories_are_fifteen_and_walk_through_every_room() -> None:
    commands = {turn.intent for story in STORIES for turn in story.turns}
    assert len(_EVERY) == 15
    assert commands >= {
        "median", "premium", "range", "offer", "counter", "evidence", "targets", "package", "compare",
        "check", "decide", "practice", "profile", "forget",
    }  # fmt: skip
