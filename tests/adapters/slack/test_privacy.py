"""No word of a person's reaches a log, at any level, whatever goes wrong."""

from __future__ import annotations

import logging
from collections.abc import Sequence

import pytest
from slack_sdk.errors import SlackApiError

from adapters.slack.quiet import sdk_logger
from bot.turn import Reply, Turn
from tests.adapters.slack.conftest import HttpRoad, served_by_http, served_by_socket
from tests.adapters.slack.fake import FakeSlack, posted, signed
from tests.adapters.slack.scripted import Scripted

CANARY = "canary-7319-salary"


@pytest.fixture
def everything_logged(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """Every logger of ours, Bolt's, the SDK's and asyncio's at DEBUG."""
    caplog.set_level(logging.DEBUG)
    names = [
        name
        for name in logging.root.manager.loggerDict
        if name.startswith(("parley", "slack_", "aiohttp", "asyncio", "uvicorn"))
    ]
    for name in ["parley.slack", "parley.slack.sdk", "parley.slack.app", *names]:
        caplog.set_level(logging.DEBUG, logger=name)
    return caplog


def told(caplog: pytest.LogCaptureFixture) -> str:
    lines = [f"{record.getMessage()} {record.args!r} {record.exc_text or ''}" for record in caplog.records]
    return "\n".join([*lines, caplog.text])


async def use_everything(slack: FakeSlack, engine: Scripted, road: object) -> None:
    send = road.send  # type: ignore[attr-defined]
    await send("slash_commands", slack.command("/median", CANARY))
    await slack.answer(1)
    await send("events_api", slack.message(CANARY))
    await slack.answer(2)
    await send("slash_commands", slack.command("/offer"))
    (opened,) = await slack.wait("views.open")
    await send("interactive", slack.submission(opened, {"text": CANARY}))
    await slack.answer(3)
    slack.fail |= dict.fromkeys(("respond", "chat.postEphemeral", "chat.postMessage"), "fatal_error")
    await send("slash_commands", slack.command("/median", CANARY))
    await slack.wait("chat.postEphemeral")
    slack.fail.clear()

    def broken(turn: Turn) -> Reply:
        raise ValueError(f"cannot read {turn.event}")

    engine.answer = broken
    before = len([call for call in slack.calls if call.method == "respond"])
    await send("slash_commands", slack.command("/median", CANARY))
    await slack.until(lambda: len([c for c in slack.calls if c.method == "respond"]) > before)


async def test_nothing_said_reaches_a_log_over_http(
    everything_logged: pytest.LogCaptureFixture, slack: FakeSlack, engine: Scripted
) -> None:
    async with served_by_http(slack, engine) as road:
        await use_everything(slack, engine, road)
        body, content_type = posted("slash_commands", slack.command("/median", CANARY))
        for headers in ({}, signed(body, secret="another"), {"x-slack-request-timestamp": "soon"}):
            status, _ = await road.post(body, {"content-type": content_type, **headers})
            assert status == 401
        await odd_payloads(slack, road)
    assert "a turn failed: ValueError" in told(everything_logged)
    assert "without a valid signature" in told(everything_logged)
    assert CANARY not in told(everything_logged)


async def odd_payloads(slack: FakeSlack, road: HttpRoad) -> None:
    """Signed requests Bolt has no listener for, or stumbles over."""
    event = slack.message(CANARY)
    event["event"]["type"] = "reaction_added"
    for kind, payload in (
        ("events_api", event),
        ("interactive", slack.shortcut(CANARY, callback_id="other")),
    ):
        body, content_type = posted(kind, payload)
        await road.post(body, {"content-type": content_type, **signed(body)})
    broken = f'{{"event": "{CANARY}'
    await road.post(broken, {"content-type": "application/json", **signed(broken)})


async def test_nothing_said_reaches_a_log_over_socket_mode(
    everything_logged: pytest.LogCaptureFixture, slack: FakeSlack, engine: Scripted
) -> None:
    async with served_by_socket(slack, engine) as road:
        await use_everything(slack, engine, road)
    assert "connected to Slack" in told(everything_logged)
    assert CANARY not in told(everything_logged)


async def test_bolts_own_refusal_is_wordless_too(
    everything_logged: pytest.LogCaptureFixture, slack: FakeSlack, engine: Scripted
) -> None:
    from slack_bolt.request.async_request import AsyncBoltRequest

    from adapters.slack.app import make_app
    from tests.adapters.slack.conftest import settings

    app = make_app(engine, settings(slack))
    for name in list(logging.root.manager.loggerDict):
        if name.startswith("slack_bolt"):
            everything_logged.set_level(logging.DEBUG, logger=name)
    headers: dict[str, str | Sequence[str]] = {
        "x-slack-request-timestamp": "1700000000",
        "x-slack-signature": "v0=bad",
    }
    answer = await app.bolt.async_dispatch(AsyncBoltRequest(body=f"text={CANARY}", headers=headers))
    assert answer.status == 401
    assert any("_debug_log_error" in record.getMessage() for record in everything_logged.records)
    assert CANARY not in told(everything_logged)


def test_a_libraries_traceback_and_message_are_left_out(everything_logged: pytest.LogCaptureFixture) -> None:
    logger = sdk_logger()
    error = SlackApiError(CANARY, {"ok": False, "error": "invalid_blocks"})  # type: ignore[no-untyped-call]
    logger.error("failed with %s", CANARY, exc_info=error, stack_info=True)
    logger.warning("%s", CANARY)
    assert "SlackApiError (invalid_blocks)" in told(everything_logged)
    assert CANARY not in told(everything_logged)
