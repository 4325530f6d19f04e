"""Which hosts a crawl may ask: those of the public internet, and those a person named as their own.

The address of a page comes from a list somebody wrote, and a redirect from whoever answers: neither may
lead a crawl to what listens on this machine or behind the firewall beside it. The standard library
knows which addresses are public. A name is looked up once, before it is first asked; a server of names
that then gives another address is not noticed, and a name only a proxy can look up is left to the proxy.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from typing import Final

import httpx

_PORTS: Final = {"http": 80, "https": 443}


def origin(url: str | httpx.URL) -> str:
    """Scheme, host and port of an address: "https://careers.example.com:443".

    Raises:
        httpx.InvalidURL: it is no address.
    """
    read = httpx.URL(url)
    port = read.port or _PORTS.get(read.scheme, 0)
    return f"{read.scheme}://{read.raw_host.decode('ascii', 'replace')}:{port}"


async def is_private(host: str, patience: float) -> bool:
    """Whether any address of a host is not public; False where none is found within `patience` seconds."""
    written = _address(host)
    if written is not None:
        return not _is_public(written)
    try:
        async with asyncio.timeout(patience):
            found = await asyncio.get_running_loop().getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return False
    addresses = [_address(str(each[4][0])) for each in found]
    return any(address is not None and not _is_public(address) for address in addresses)


def _address(written: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(written)
    except ValueError:
        return None


def _is_public(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    if isinstance(address, ipaddress.IPv6Address):
        address = address.ipv4_mapped or address.sixtofour or address
    return address.is_global and not address.is_multicast
