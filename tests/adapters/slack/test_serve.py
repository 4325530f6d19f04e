"""Serving: signatures, reconnection, and what happens when it cannot start."""

from __future__ import annotations

import asyncio
import time

import pytest

from adapters.settings import SettingError
from adapters.slack import serve
from adapters.slack.app import make_app
from adapters.slack.settings import Settings
from tests.adapters.slack.conftest import HttpRoad, served_by_socket, settings
from tests.adapters.slack.fake import FakeSlack, posted, signed
from tests.adapters.slack.scripted import Scripted


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"x-slack-request-timestamp": "soon", "x-slack-signature": "v0=abc"},
        {"x-slack-request-timestamp": "٣٣", "x-slack-signature": "v0=abc"},
        {"x-slack-request-timestamp": "9" * 5_000, "x-slack-signature": "v0=abc"},
        {"x-slack-request-timestamp": "1700000000"},
    ],
)
async def test_an_unsigned_request_gets_401(
    http: HttpRoad, slack: FakeSlack, engine: Scripted, headers: dict[str, str]
) -> None:
    body, content_type = posted("slash_commands", slack.command("/median", "swe"))
    status, _ = await http.post(body, {"content-type": content_type, **headers})
    assert status == 401
    assert engine.turns == []


async def test_another_secret_an_old_or_an_altered_request_gets_401(
    http: HttpRoad, slack: FakeSlack, engine: Scripted
) -> None:
    body, content_type = posted("slash_commands", slack.command("/median", "swe"))
    old = str(int(time.time()) - 600)
    for headers, sent in (
        (signed(body, secret="another"), body),
        (signed(body, timestamp=old), body),
        (signed(body), body.replace("swe", "sre")),
    ):
        status, _ = await http.post(sent, {"content-type": content_type, **headers})
        assert status == 401
    assert engine.turns == []


async def test_slacks_challenge_is_answered(http: HttpRoad) -> None:
    body, content_type = posted("events_api", {"type": "url_verification", "challenge": "abc", "token": "t"})
    status, text = await http.post(body, {"content-type": content_type, **signed(body)})
    assert (status, "abc" in text) == (200, True)


async def test_signed_nonsense_never_gets_500(http: HttpRoad) -> None:
    for body in ("", "{", "[]", "payload=%7B", "payload=7", "a=b", '{"type": "event_callback"}', "null"):
        for kind in ("application/json", "application/x-www-form-urlencoded"):
            status, _ = await http.post(body, {"content-type": kind, **signed(body)})
            assert status < 500, (body, kind)


async def test_a_body_larger_than_slack_sends_is_refused(http: HttpRoad) -> None:
    body = "x" * 1_010_000
    status, _ = await http.post(body, signed(body))
    assert status == 413


async def test_health_needs_no_signature(http: HttpRoad) -> None:
    async with http.session.get(f"{http.url}/healthz") as answer:
        assert answer.status == 200


@pytest.mark.parametrize("politely", [True, False])
async def test_a_dropped_websocket_is_opened_again(
    slack: FakeSlack, engine: Scripted, politely: bool
) -> None:
    async with served_by_socket(slack, engine) as road:
        await road.send("slash_commands", slack.command("/help", "before"))
        await slack.drop(politely=politely)
        await slack.until(lambda: slack.connections == 2)
        await road.send("slash_commands", slack.command("/help", "after"))
        assert (await slack.answer(2)).shown == "help: after"


async def test_an_address_that_went_stale_is_asked_for_again() -> None:
    client = serve._Socket(app_token="xapp-test")
    try:
        client.wss_uri = "ws://127.0.0.1:1/"
        fresh = client.wss_uri
        client._since -= 60
        assert fresh == "ws://127.0.0.1:1/"
        assert not client.wss_uri
    finally:
        await client.close()  # type: ignore[no-untyped-call]


@pytest.mark.parametrize(
    ("method", "name"), [("auth.test", "SLACK_BOT_TOKEN"), ("apps.connections.open", "SLACK_APP_TOKEN")]
)
async def test_a_token_slack_refuses_is_named(
    slack: FakeSlack, engine: Scripted, method: str, name: str
) -> None:
    slack.fail[method] = "invalid_auth"
    with pytest.raises(SettingError, match=name):
        await serve.serve_socket(make_app(engine, settings(slack)), asyncio.Event())


async def test_a_slack_out_of_reach_is_said_in_a_sentence(engine: Scripted) -> None:
    nowhere = Settings("xoxb-test", "xapp-test", "", "http://127.0.0.1:1/api/")
    with pytest.raises(SettingError, match="could not be reached"):
        await serve.serve_socket(make_app(engine, nowhere), asyncio.Event())


@pytest.mark.parametrize(
    ("env", "says"),
    [
        ({}, "SLACK_BOT_TOKEN"),
        ({"SLACK_BOT_TOKEN": "xoxb-1"}, "SLACK_APP_TOKEN"),
        ({"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xoxb-1"}, "xapp-"),
        ({"SLACK_BOT_TOKEN": "nonsense", "SLACK_APP_TOKEN": "xapp-1"}, "xoxb-"),
    ],
)
def test_a_missing_setting_ends_with_what_to_set(env: dict[str, str], says: str, engine: Scripted) -> None:
    with pytest.raises(SystemExit, match=says):
        serve.main_socket(Settings.from_env(env), engine)


def test_http_needs_the_signing_secret(engine: Scripted) -> None:
    env = {"SLACK_BOT_TOKEN": "xoxb-1"}
    with pytest.raises(SystemExit, match="SLACK_SIGNING_SECRET"):
        serve.main_http(Settings.from_env(env), engine=engine)


def test_settings_never_show_their_secrets() -> None:
    found = Settings.from_env({"SLACK_BOT_TOKEN": " xoxb-hush\n", "SLACK_API_URL": "http://127.0.0.1:9/api"})
    assert found.bot_token == "xoxb-hush"
    assert found.api_url == "http://127.0.0.1:9/api/"
    assert "hush" not in repr(found)
