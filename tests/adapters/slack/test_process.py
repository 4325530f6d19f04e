"""The whole process, set up by its environment alone, against a Slack on this machine."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from pathlib import Path

import aiohttp
import pytest

from tests.adapters.slack.conftest import HttpRoad, SocketRoad
from tests.adapters.slack.fake import SECRET, FakeSlack

ROOT = Path(__file__).resolve().parents[3]
SOCKET = "from adapters.slack.serve import main_socket as m; m(engine=Scripted())"
HTTP = "from adapters.slack.serve import main_http as m; m(port={port}, engine=Scripted())"


async def started(slack: FakeSlack, code: str) -> asyncio.subprocess.Process:
    env = os.environ | {
        "SLACK_BOT_TOKEN": "xoxb-test",
        "SLACK_APP_TOKEN": "xapp-test",
        "SLACK_SIGNING_SECRET": SECRET,
        "SLACK_API_URL": f"{slack.url}/api",
    }
    script = f"from tests.adapters.slack.scripted import Scripted; {code}"
    return await asyncio.create_subprocess_exec(
        sys.executable, "-c", script, env=env, cwd=ROOT, stderr=asyncio.subprocess.PIPE
    )


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_socket_mode_serves_and_stops_when_told(slack: FakeSlack, number: int) -> None:
    process = await started(slack, SOCKET)
    try:
        await slack.until(lambda: slack.connections > 0)
        await SocketRoad(slack).send("slash_commands", slack.command("/help", "me"))
        assert (await slack.answer()).shown == "help: me"
        process.send_signal(number)
        _, said = await asyncio.wait_for(process.communicate(), 10)
    finally:
        if process.returncode is None:
            process.kill()
    assert process.returncode == 0
    assert b"Traceback" not in said


async def test_signed_http_serves_and_stops_when_told(slack: FakeSlack, unused_tcp_port: int) -> None:
    process = await started(slack, HTTP.format(port=unused_tcp_port))
    url = f"http://127.0.0.1:{unused_tcp_port}"
    try:
        async with aiohttp.ClientSession() as session:
            await listening(session, url)
            await HttpRoad(url, session).send("slash_commands", slack.command("/help", "me"))
            assert (await slack.answer()).shown == "help: me"
        process.send_signal(signal.SIGTERM)
        _, said = await asyncio.wait_for(process.communicate(), 10)
    finally:
        if process.returncode is None:
            process.kill()
    assert b"Traceback" not in said


async def listening(session: aiohttp.ClientSession, url: str) -> None:
    async with asyncio.timeout(10):
        while True:
            try:
                async with session.get(f"{url}/healthz"):
                    return
            except aiohttp.ClientError:
                await asyncio.sleep(0.05)
