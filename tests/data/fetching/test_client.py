"""Requests with manners, on a clock of their own: paces, hops, patience, and what a refusal says."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import httpx
import pytest

from data.fetching.client import Answer, Client, PrivateError, RefusedError
from data.fetching.manners import Manners

from . import leaping

# Addresses as numbers: a name would be looked up.
HOST, OTHER = "http://9.9.9.9", "http://8.8.8.8:8080"
Respond = Callable[[httpx.Request], httpx.Response]


class Web:
    """Asks as a crawl does, of a server that is a function, and keeps when each request went out."""

    def __init__(self, respond: Callable[[httpx.Request], Any], manners: Manners) -> None:
        self.sent: list[tuple[float, str]] = []
        self._respond = respond
        self._manners = manners

    def ask(self, *urls: str, own: str = "") -> list[Answer | BaseException]:
        return leaping.run(self._ask(urls, own))

    def why(self, url: str, own: str = "") -> str:
        (refused,) = self.ask(url, own=own)
        assert isinstance(refused, RefusedError)
        return str(refused)

    async def _ask(self, urls: tuple[str, ...], own: str) -> list[Answer | BaseException]:
        async with httpx.AsyncClient(transport=httpx.MockTransport(self._handle)) as http:
            client = Client(http, self._manners)
            asking = (client.get(url, {}, "*/*", own=own) for url in urls)
            return await asyncio.gather(*asking, return_exceptions=True)

    async def _handle(self, request: httpx.Request) -> httpx.Response:
        self.sent.append((asyncio.get_running_loop().time(), str(request.url)))
        answer = self._respond(request)
        if asyncio.iscoroutine(answer):
            answer = await answer
        assert isinstance(answer, httpx.Response)
        return answer


def to(address: str) -> httpx.Response:
    return httpx.Response(302, headers={"Location": address})


def test_each_request_to_a_host_waits_its_turn_and_hosts_wait_for_none_but_themselves() -> None:
    web = Web(lambda _request: httpx.Response(200), Manners(pace=0.5))
    web.ask(*(f"{HOST}/{number}" for number in range(4)), *(f"{OTHER}/{number}" for number in range(4)))
    for host in (HOST, OTHER):
        times = [at for at, url in web.sent if url.startswith(host)]
        assert times == pytest.approx([0, 0.5, 1, 1.5])


def test_a_redirect_is_paced_like_any_request() -> None:
    hops = {"/0": to("/1"), "/1": to(f"{OTHER}/2"), "/2": to(f"{HOST}/3"), "/3": httpx.Response(200)}
    web = Web(lambda request: hops[request.url.path], Manners(pace=2, redirects=3))
    (answer,) = web.ask(f"{HOST}/0")
    assert isinstance(answer, Answer)
    assert answer.url == f"{HOST}/3"
    assert web.sent == [(0, f"{HOST}/0"), (2, f"{HOST}/1"), (2, f"{OTHER}/2"), (4, f"{HOST}/3")]


def test_redirects_come_to_an_end() -> None:
    web = Web(lambda _request: to("/again"), Manners(pace=0, redirects=3))
    assert web.why(HOST) == "redirects in circles, or more than 3 times"
    assert len(web.sent) == 4


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("http://127.0.0.1/", "redirects to 127.0.0.1, which is not on the public internet"),
        ("http://192.168.0.1/", "redirects to 192.168.0.1, which is not on the public internet"),
        ("http://[::1]:8000/", "redirects to ::1, which is not on the public internet"),
        ("file:///etc/passwd", "redirects to an address that is neither http nor https"),
        ("ftp://9.9.9.9/", "redirects to an address that is neither http nor https"),
        ("http://9.9.9.9:99999/", "redirects to an address with a port that cannot be"),
    ],
)
def test_a_redirect_that_leads_astray_is_asked_once_and_said_so(address: str, why: str) -> None:
    web = Web(lambda _request: to(address), Manners(pace=0))
    assert web.why(HOST) == why
    assert len(web.sent) == 1


def test_a_private_host_is_asked_only_where_it_is_ones_own() -> None:
    web = Web(lambda _request: httpx.Response(200), Manners(pace=0))
    own = "http://10.1.2.3:8000"
    for url in (f"{own}/a", "http://10.1.2.3/a", "https://10.1.2.3:8000/a"):
        (answer,) = web.ask(url, own=own)
        assert isinstance(answer, Answer) == url.startswith(own)
        assert isinstance(answer, PrivateError) != url.startswith(own)
    assert [url for _, url in web.sent] == [f"{own}/a"]


def test_an_answer_that_never_ends_is_refused_after_the_longest_wait_and_not_asked_again() -> None:
    async def hangs() -> httpx.Response:
        await asyncio.sleep(100_000)
        return httpx.Response(200)

    web = Web(lambda _request: hangs(), Manners(longest=300))
    assert web.why(HOST) == "took more than 300 seconds to answer"
    assert len(web.sent) == 1


def test_waiting_for_ones_turn_is_no_slow_answer() -> None:
    web = Web(lambda _request: httpx.Response(200), Manners(pace=10, longest=15))
    assert all(isinstance(each, Answer) for each in web.ask(*(f"{HOST}/{number}" for number in range(9))))


def refused(_request: httpx.Request) -> httpx.Response:
    raise httpx.ConnectError("nobody there")


def broken(_request: httpx.Request) -> httpx.Response:
    raise httpx.LocalProtocolError("this cannot be sent")


@pytest.mark.parametrize(
    ("respond", "manners", "asked", "why"),
    [
        (lambda _: httpx.Response(503), Manners(), 4, "answered 503, and again when asked 4 times"),
        (lambda _: httpx.Response(503), Manners(attempts=1), 1, "answered 503"),
        (
            lambda _: httpx.Response(429, headers={"Retry-After": "3600"}), Manners(), 1,
            "answered 429, and wants 3,600 seconds before the next request",
        ),
        (refused, Manners(attempts=3), 3, "cannot be reached (ConnectError), asked 3 times"),
        (broken, Manners(), 1, "cannot be reached (LocalProtocolError), asked once"),
    ],
)  # fmt: skip
def test_a_refusal_counts_what_was_asked(respond: Respond, manners: Manners, asked: int, why: str) -> None:
    web = Web(respond, manners)
    assert web.why(HOST) == why
    assert len(web.sent) == asked


def grouped(_request: httpx.Request) -> httpx.Response:
    raise ExceptionGroup("several at once", [OverflowError()])


def test_what_the_libraries_below_did_not_foresee_is_a_refusal_all_the_same() -> None:
    assert Web(grouped, Manners()).why(HOST) == "cannot be asked (ExceptionGroup)"


def test_a_server_that_loses_patience_on_the_way_is_quoted_with_the_count() -> None:
    answers = [httpx.Response(503), httpx.Response(503, headers={"Retry-After": "900"})]
    web = Web(lambda _request: answers.pop(0), Manners())
    assert web.why(HOST) == (
        "answered 503, and again when asked 2 times, and wants 900 seconds before the next request"
    )


def test_each_try_waits_longer_and_never_past_patience() -> None:
    web = Web(lambda _request: httpx.Response(503), Manners(pace=0, attempts=9, wait=1, patience=20))
    web.why(HOST)
    waits = [after[0] - before[0] for before, after in pairwise(web.sent)]
    least = (1, 2, 4, 8, 16, 20, 20, 20)
    assert all(low - 1e-6 <= wait <= 20 + 1e-6 for wait, low in zip(waits, least, strict=True))
