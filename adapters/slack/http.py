"""Slack over signed HTTP: one address for commands, interactions and events."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from slack_bolt.adapter.starlette.async_handler import to_async_bolt_request, to_starlette_response
from slack_sdk.signature import SignatureVerifier
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from adapters.slack.app import SlackApp
from adapters.slack.manifest import PATH
from adapters.slack.quiet import kind, log

_MOST = 1_000_000  # bytes; Slack's largest payloads are a tenth of it


def http_app(app: SlackApp, path: str = PATH) -> Starlette:
    """The ASGI application: `path` for Slack, `/healthz` for whoever watches the process.

    The signature is checked here, before anything reads the body: Bolt's own check raises on a
    timestamp that is no number and logs the body it refuses. Bolt's stays on behind it.
    """
    verifier = SignatureVerifier(app.settings.signing_secret)

    async def slack(request: Request) -> Response:
        body = await _body(request)
        if body is None:
            return PlainTextResponse("too large", 413)
        if not _signed(verifier, request, body):
            log.info("a request without a valid signature was refused")
            return PlainTextResponse("not signed by Slack", 401)
        try:
            taken = to_async_bolt_request(request, body)
        except (AttributeError, TypeError, ValueError):
            return PlainTextResponse("not an event of Slack's", 400)
        try:
            return to_starlette_response(await app.bolt.async_dispatch(taken))
        except Exception as error:
            log.error("a request from Slack failed: %s", kind(error))
            return PlainTextResponse("failed", 500)

    async def healthy(_: Request) -> Response:
        return PlainTextResponse("ok")

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        async with app:
            yield

    routes = [Route(path, slack, methods=["POST"]), Route("/healthz", healthy, methods=["GET"])]
    return Starlette(routes=routes, lifespan=lifespan)


def _signed(verifier: SignatureVerifier, request: Request, body: bytes) -> bool:
    timestamp = request.headers.get("x-slack-request-timestamp", "")
    signature = request.headers.get("x-slack-signature", "")
    if not (timestamp.isascii() and timestamp.isdigit() and len(timestamp) <= len("1000000000000")):
        return False
    try:
        return verifier.is_valid(body, timestamp, signature)
    except (TypeError, ValueError):
        return False


async def _body(request: Request) -> bytes | None:
    """The body, or None as soon as it is larger than anything Slack sends."""
    body = bytearray()
    try:
        async for part in request.stream():
            body += part
            if len(body) > _MOST:
                return None
    except ClientDisconnect:
        return b""
    return bytes(body)
