"""Which hosts are on the public internet."""

from __future__ import annotations

import socket
from typing import Any

import pytest

from data.fetching.hosts import is_private, origin

NAMES = {
    "public.example": ["9.9.9.9", "2606:4700::1111"],
    "intranet.example": ["10.0.0.7"],
    "both.example": ["9.9.9.9", "192.168.1.1"],
    "127.1": ["127.0.0.1"],
    "2130706433": ["127.0.0.1"],
}


@pytest.fixture(autouse=True)
def names(monkeypatch: pytest.MonkeyPatch) -> None:
    def look_up(host: str, *_: Any, **__: Any) -> list[Any]:
        if host not in NAMES:
            raise socket.gaierror(socket.EAI_NONAME, "no such name")
        return [(0, 0, 0, "", (address, 0)) for address in NAMES[host]]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "0.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.0.1", "169.254.169.254", "100.64.0.1",
        "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fd00::1", "::ffff:127.0.0.1",
        "2002:7f00:1::", "ff02::1", "intranet.example", "both.example", "127.1", "2130706433",
    ],
)  # fmt: skip
async def test_private(host: str) -> None:
    assert await is_private(host, 5)


@pytest.mark.parametrize("host", ["9.9.9.9", "2606:4700::1111", "::ffff:9.9.9.9", "public.example"])
async def test_public(host: str) -> None:
    assert not await is_private(host, 5)


@pytest.mark.parametrize("host", ["nowhere.example", "", "a" * 300, "x..y"])
async def test_a_name_without_an_address_is_left_to_fail_on_its_own(host: str) -> None:
    assert not await is_private(host, 5)


def test_an_origin_is_scheme_host_and_port() -> None:
    for written in ("HTTP://Example.com:80/a?b", "http://example.com", "http://user:word@example.com/"):
        assert origin(written) == "http://example.com:80"
    assert origin("https://example.com") != origin("http://example.com:443")
    assert origin("https://example.com:8443/") == "https://example.com:8443"
