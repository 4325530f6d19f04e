"""The main job over Slack with the real engine: the median, an offer pasted into a form, the counter."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator

import pytest

from adapters.slack.limits import LIMITS
from adapters.slack.manifest import manifest
from bot.market.database import Market
from bot.memory.store import Store
from tests.adapters.slack.conftest import Road, served_by_http, served_by_socket
from tests.adapters.slack.fake import FakeSlack

OFFER = """Hi Ann, we are delighted to offer you the position of Senior Software Engineer at Initech in
San Francisco. Base salary: $185,000. Target bonus 10%. Sign-on bonus $15,000.
Equity: RSUs worth $200,000 vesting over four years with a one-year cliff."""


@pytest.fixture(params=["socket", "http"])
async def talk(
    request: pytest.FixtureRequest, slack: FakeSlack, market: Market, store: Store
) -> AsyncIterator[Road]:
    from bot.engine import Engine

    serve = served_by_socket if request.param == "socket" else served_by_http
    async with serve(slack, Engine(market, store)) as road:
        yield road


async def test_the_main_job_from_end_to_end(talk: Road, slack: FakeSlack) -> None:
    await talk.send("slash_commands", slack.command("/median", "software-engineer SF senior"))
    median = await slack.answer()
    assert "$20" in median.shown
    assert "San Francisco" in median.shown

    await talk.send("slash_commands", slack.command("/offer"))
    (opened,) = await slack.wait("views.open")
    field = opened.payload["view"]["blocks"][0]["block_id"]
    await talk.send("interactive", slack.submission(opened, {field: OFFER}))
    judged = await slack.answer(2)
    assert "$185,000" in judged.shown

    await talk.send("slash_commands", slack.command("/counter"))
    counter = await slack.answer(3)
    assert "$" in counter.shown
    assert "Initech" in counter.shown

    await talk.send("slash_commands", slack.command("/help"))
    assert "/median" in (await slack.answer(4)).shown
    answers = [call for call in slack.calls if call.method == "respond"]
    assert {call.payload["response_type"] for call in answers} == {"ephemeral"}


async def test_an_offer_pasted_into_a_direct_message(talk: Road, slack: FakeSlack) -> None:
    await talk.send("events_api", slack.message(OFFER))
    assert "$185,000" in (await slack.answer()).shown


async def test_hostile_words_get_a_helpful_answer(talk: Road, slack: FakeSlack) -> None:
    for number, text in enumerate(("<!channel> @everyone", "\u202e\x07", "😀" * 50, "x" * 20_000), start=1):
        await talk.send("slash_commands", slack.command("/median", text))
        assert (await slack.answer(number)).shown


def test_the_real_declarations_make_a_manifest_slack_takes() -> None:
    from bot.commands import COMMANDS

    made = manifest(COMMANDS)
    slashes = made["features"]["slash_commands"]
    assert {"/median", "/offer", "/counter", "/help"} <= {each["command"] for each in slashes}
    for each in slashes:
        assert len(each["command"]) <= LIMITS.command_name
        assert 0 < len(each["description"]) <= LIMITS.command_summary
    json.dumps(made)
