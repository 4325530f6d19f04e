"""Polite requests: few at once, paced for each host, tried again when that can help, never without end.

httpx asks (refused aiohttp, for its weaker typing, and niquests, for its age), aiolimiter paces,
stamina tries again with jitter (refused bare tenacity: the same machine with more to get wrong).
hishel was refused as the cache: it keeps whole answers, where only validators are needed here.
"""

from __future__ import annotations

import asyncio
import ssl
from collections import defaultdict
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import Final

import httpx
import stamina
from aiolimiter import AsyncLimiter

from data.fetching.hosts import is_private, origin
from data.fetching.manners import MEBIBYTE, Manners

AGAIN: Final = frozenset({408, 425, 429, 500, 502, 503, 504})
NOT_MODIFIED: Final = 304

_LAST_PORT: Final = 65_535
_ABOUT: Final = "pay benchmarks from public job boards"


class RefusedError(Exception):
    """An answer that is no use and will be none on another try; the message says why."""


class PrivateError(RefusedError):
    """The address, or one it redirects to, is on no public host."""


class _AgainError(Exception):
    """An answer that may be better on another try; `after` seconds where the server says so."""

    def __init__(self, status: int, after: float | None) -> None:
        super().__init__(f"answered {status}")
        self.status = status
        self.after = after


@dataclass(frozen=True, slots=True)
class Answer:
    """A final answer: its status, body (empty for a 304) and validators; `url` after any redirects."""

    status: int
    body: bytes
    url: str
    etag: str = ""
    modified: str = ""

    @property
    def validators(self) -> dict[str, str]:
        """What a later request sends so that an unchanged answer need not be sent again."""
        return {name: value for name, value in (("etag", self.etag), ("modified", self.modified)) if value}


class Client:
    """Makes requests with manners; one for a whole crawl, within one event loop."""

    def __init__(self, http: httpx.AsyncClient, manners: Manners) -> None:
        self._http = http
        self._manners = manners
        self._places = asyncio.Semaphore(manners.connections)
        self._paces: defaultdict[str, AsyncLimiter] = defaultdict(lambda: AsyncLimiter(1, manners.pace))
        self._private: dict[str, bool] = {}

    async def get(self, url: str, validators: Mapping[str, str], accept: str, *, own: str = "") -> Answer:
        """Ask for an address.

        Args:
            url: an http or https address.
            validators: `etag` and `modified` of the answer already held, if any.
            accept: the media type wanted.
            own: an origin, as `data.fetching.hosts.origin` writes it, that may be on a private network.

        Raises:
            PrivateError: the address or a redirect leads to a host that is not public.
            RefusedError: the answer is too long or too slow, redirects in circles, or kept failing.
        """
        manners = self._manners
        headers = {"Accept": accept}
        if "etag" in validators:
            headers["If-None-Match"] = validators["etag"]
        if "modified" in validators:
            headers["If-Modified-Since"] = validators["modified"]
        asked = 0
        try:
            async for attempt in stamina.retry_context(
                on=self._worth_another,
                attempts=manners.attempts,
                timeout=None,
                wait_initial=manners.wait,
                wait_max=manners.patience,
                wait_jitter=manners.wait,
            ):
                asked = attempt.num
                with attempt:
                    return await self._follow(url, headers, own)
        except _AgainError as error:
            raise RefusedError(f"answered {error.status}{_again(error.after, asked, manners)}") from None
        except TimeoutError:
            raise RefusedError(f"took more than {manners.longest:,.0f} seconds to answer") from None
        except httpx.TransportError as error:
            times = "once" if asked == 1 else f"{asked} times"
            raise RefusedError(f"cannot be reached ({type(error).__name__}), asked {times}") from None
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, ValueError, ExceptionGroup) as error:
            raise RefusedError(f"cannot be asked ({type(error).__name__})") from None
        raise AssertionError  # stamina returns or raises

    def _worth_another(self, error: Exception) -> bool | float:
        if isinstance(error, _AgainError):
            if error.after is None:
                return True
            # Waiting longer than we are patient only to be told the same is no manners either.
            return error.after if error.after <= self._manners.patience else False
        return isinstance(error, httpx.TransportError) and not isinstance(
            error, httpx.UnsupportedProtocol | httpx.LocalProtocolError | httpx.DecodingError
        )

    async def _follow(self, url: str, headers: Mapping[str, str], own: str) -> Answer:
        """Ask, and ask where the answer points instead: each hop is checked and paced like a request."""
        hop = httpx.URL(url)
        for number in range(self._manners.redirects + 1):
            leads = "redirects to" if number else "is at"
            if hop.scheme not in {"http", "https"}:
                raise RefusedError(f"{leads} an address that is neither http nor https")
            if (hop.port or 0) > _LAST_PORT:
                raise RefusedError(f"{leads} an address with a port that cannot be")
            host = hop.raw_host.decode("ascii", "replace")
            if origin(hop) != own and await self._is_private(host):
                raise PrivateError(f"{leads} {host}, which is not on the public internet")
            found = await self._once(hop, headers)
            if isinstance(found, Answer):
                return found
            hop = found
        raise RefusedError(f"redirects in circles, or more than {self._manners.redirects} times")

    async def _is_private(self, host: str) -> bool:
        if host not in self._private:
            self._private[host] = await is_private(host, self._manners.timeout)
        return self._private[host]

    async def _once(self, url: httpx.URL, headers: Mapping[str, str]) -> Answer | httpx.URL:
        """The answer of one address, or the address it redirects to."""
        host = url.netloc.decode("ascii", "replace")
        # The host's turn comes before a place: whoever waits for one host keeps no place from others.
        async with (
            self._paces[host] if self._manners.pace > 0 else nullcontext(),
            self._places,
            asyncio.timeout(self._manners.longest),
            self._http.stream("GET", url, headers=dict(headers)) as response,
        ):
            if response.status_code in AGAIN:
                raise _AgainError(response.status_code, _retry_after(response.headers.get("Retry-After")))
            if response.has_redirect_location:
                return response.url.join(response.headers["Location"])
            return Answer(
                response.status_code,
                b"" if response.status_code == NOT_MODIFIED else await self._body(response),
                str(response.url),
                response.headers.get("ETag", ""),
                response.headers.get("Last-Modified", ""),
            )

    async def _body(self, response: httpx.Response) -> bytes:
        largest = self._manners.largest
        too_long = RefusedError(f"answered with more than {largest / MEBIBYTE:,.0f} MB")
        announced = response.headers.get("Content-Length", "")
        if announced.isdecimal() and int(announced[:20]) > largest:
            raise too_long
        body = bytearray()
        async for part in response.aiter_bytes():
            body += part
            if len(body) > largest:
                raise too_long
        return bytes(body)


@asynccontextmanager
async def open_client(manners: Manners) -> AsyncIterator[Client]:
    """A client that says who it is, and closes its connections in the end."""
    async with httpx.AsyncClient(
        headers={"User-Agent": _agent()},
        timeout=httpx.Timeout(manners.timeout),
        verify=_trusted(),
        limits=httpx.Limits(max_connections=manners.connections),
        follow_redirects=False,  # each hop is checked and paced
    ) as http:
        yield Client(http, manners)


@cache
def _trusted() -> ssl.SSLContext:
    # httpx would read the certificates anew for each client, which takes longer than a small crawl.
    return httpx.create_ssl_context()


def _agent() -> str:
    try:
        return f"Parley/{version('parley')} ({_ABOUT})"
    except PackageNotFoundError:
        return f"Parley ({_ABOUT})"


def _again(after: float | None, asked: int, manners: Manners) -> str:
    """How often it was asked, and why no more where the server asks for more patience than there is."""
    said = f", and again when asked {asked} times" if asked > 1 else ""
    if after is not None and after > manners.patience:
        said += f", and wants {after:,.0f} seconds before the next request"
    return said


def _retry_after(value: str | None) -> float | None:
    """Seconds of a Retry-After, which is a count or a date; None where it is neither."""
    if not value:
        return None
    if value.strip().isdecimal():
        return float(value.strip()[:9])
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())
