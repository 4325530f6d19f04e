"""What answering `/median` costs over the least a Bolt command can cost, in one run.

    python -m tests.benchmarks.slack_overhead [--requests 3000] [--at-once 32]

Three servers of one worker each, every one a process of its own, take signed slash commands over
HTTP: a Bolt command that only acknowledges, a Bolt command that acknowledges and answers a fixed
sentence by response_url, and ours with an engine that answers at once, so that what is measured
is the adapter. A request is timed until it is acknowledged; the run ends when the last answer has
arrived. Order alternates between rounds, and medians are of all rounds.
"""

from __future__ import annotations

import argparse
import asyncio
import multiprocessing
import socket
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import aiohttp
import uvicorn
from aiohttp import web
from slack_bolt.adapter.starlette.async_handler import AsyncSlackRequestHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from adapters.slack.app import make_app
from adapters.slack.http import http_app
from adapters.slack.settings import Settings
from tests.adapters.slack.fake import SECRET, posted, signed
from tests.adapters.slack.scripted import Scripted

ROUNDS = 3


def bare(settings: Settings, *, answer: bool) -> Starlette:
    """A Bolt command as its documentation shows it."""
    client = AsyncWebClient(token=settings.bot_token, base_url=settings.api_url)
    bolt = AsyncApp(client=client, signing_secret=settings.signing_secret)

    @bolt.command("/median")
    async def median(ack: Any, respond: Any) -> None:
        await ack()
        if answer:
            await respond("$207,750")

    handler = AsyncSlackRequestHandler(bolt)

    async def slack(request: Request) -> Response:
        return await handler.handle(request)

    return Starlette(routes=[Route("/slack/events", slack, methods=["POST"])])


def bare_ack(settings: Settings) -> Starlette:
    """Acknowledge, and no more."""
    return bare(settings, answer=False)


def bare_respond(settings: Settings) -> Starlette:
    """Acknowledge, then one sentence by response_url."""
    return bare(settings, answer=True)


def ours(settings: Settings) -> Starlette:
    """The Slack adapter over an engine that takes no time."""
    return http_app(make_app(Scripted(), settings))


def serve(make: Callable[[Settings], Starlette], settings: Settings, port: int) -> None:
    """Run one server until terminated."""
    uvicorn.run(make(settings), host="127.0.0.1", port=port, log_level="error", access_log=False, ws="none")


@dataclass(slots=True)
class Slack:
    """Just enough of Slack to be answered: counts what arrives."""

    arrived: int = 0

    async def respond(self, request: web.Request) -> web.Response:
        """Take one answer."""
        await request.read()
        self.arrived += 1
        return web.Response(text="ok")

    async def api(self, _request: web.Request) -> web.Response:
        """Agree to everything."""
        return web.json_response({"ok": True, "team_id": "T1", "user_id": "UBOT", "bot_id": "B1"})


async def measure(
    url: str, slack: Slack, respond: str, requests: int, at_once: int, answers: int
) -> list[float]:
    """Send `requests`, `at_once` at a time; [requests a second, median and 95th percentile in ms]."""
    fields = {"team_id": "T1", "user_id": "U1", "channel_id": "C1", "command": "/median", "text": "swe sf"}
    body, kind = posted("slash_commands", fields | {"response_url": respond, "trigger_id": "1.1"})
    headers = {"content-type": kind, **signed(body)}
    took: list[float] = []
    left = iter(range(requests))
    slack.arrived = 0

    async def one_line(session: aiohttp.ClientSession) -> None:
        for _ in left:
            began = time.perf_counter()
            async with session.post(url, data=body, headers=headers) as answer:
                if answer.status != 200:
                    raise RuntimeError(f"answered {answer.status}")
                await answer.read()
            took.append(time.perf_counter() - began)

    began = time.perf_counter()
    async with aiohttp.ClientSession() as session:
        await asyncio.gather(*(one_line(session) for _ in range(at_once)))
    while slack.arrived < answers:
        await asyncio.sleep(0.002)
    spent = time.perf_counter() - began
    cuts = statistics.quantiles(took, n=20)
    return [requests / spent, statistics.median(took) * 1_000, cuts[-1] * 1_000]


async def main(requests: int, at_once: int) -> None:
    """Measure and print a table."""
    slack = Slack()
    app = web.Application()
    app.router.add_post("/respond", slack.respond)
    app.router.add_post("/api/{method}", slack.api)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    home = f"http://127.0.0.1:{runner.addresses[0][1]}"
    settings = Settings("xoxb-bench", "", SECRET, f"{home}/api/")
    kinds = {"bare ack": bare_ack, "bare ack + respond": bare_respond, "ours": ours}
    ports, workers = {}, []
    spawn = multiprocessing.get_context("spawn")
    for name, make in kinds.items():
        ports[name] = free_port()
        workers.append(spawn.Process(target=serve, args=(make, settings, ports[name]), daemon=True))
        workers[-1].start()
    results: dict[str, list[list[float]]] = {name: [] for name in kinds}
    try:
        for name in kinds:
            await up(ports[name])
            url = f"http://127.0.0.1:{ports[name]}/slack/events"
            await measure(url, slack, f"{home}/respond", 100, 4, 0 if name == "bare ack" else 100)
        for number in range(ROUNDS):
            for name in list(kinds)[:: 1 if number % 2 == 0 else -1]:
                url = f"http://127.0.0.1:{ports[name]}/slack/events"
                answers = 0 if name == "bare ack" else requests
                results[name].append(await measure(url, slack, f"{home}/respond", requests, at_once, answers))
    finally:
        for worker in workers:
            worker.terminate()
        await runner.cleanup()
    report(results, requests, at_once)


def report(results: dict[str, list[list[float]]], requests: int, at_once: int) -> None:
    """Print medians over rounds, and ours against both bare commands."""
    middle = {
        name: [statistics.median(column) for column in zip(*rows, strict=True)]
        for name, rows in results.items()
    }
    print(f"{requests} requests, {at_once} at once, one worker, medians of {ROUNDS} rounds")
    for name, (rate, median, late) in middle.items():
        print(f"{name:20} {rate:7.0f} requests/s   ack median {median:6.1f} ms   95th {late:6.1f} ms")
    for name in ("bare ack", "bare ack + respond"):
        print(f"ours / {name}: {middle['ours'][0] / middle[name][0]:.2f} of its requests/s")


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


async def up(port: int) -> None:
    """Wait until something listens on the port."""
    async with asyncio.timeout(30):
        while True:
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", port)
            except OSError:
                await asyncio.sleep(0.05)
            else:
                writer.close()
                return


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--requests", type=int, default=3_000)
    parser.add_argument("--at-once", type=int, default=32)
    given = parser.parse_args()
    asyncio.run(main(given.requests, given.at_once))
