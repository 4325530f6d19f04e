"""From a board's addresses to its postings: pages, details, and what an answer without any means."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from http import HTTPStatus
from typing import Any, Final
from urllib.parse import urlsplit

from data.fetching.client import NOT_MODIFIED, Answer, Client, PrivateError, RefusedError
from data.fetching.hosts import origin
from data.posting import Posting
from data.sources.boards import Board
from data.sources.jsonld import NONE_HERE
from data.sources.reading import NO_LIST, Dropped, Read

NO_DETAILS: Final = "details that were not answered: as known before, or without description"
NOT_LISTED: Final = "posting the board announces, but does not list"

_GONE: Final = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})
_CLOSED: Final = frozenset({401, 403, 407, 451})
_MOST_PAGES: Final = 500
_MOST_REFUSED: Final = 0.5
_JSON: Final = "application/json"
_HTML: Final = "text/html,application/xhtml+xml"

Validators = dict[str, Mapping[str, str]]


class DeadError(Exception):
    """There is no such board, or no more; the message says how that shows."""


@dataclass(frozen=True, slots=True)
class Collected:
    """What a board answered; `unchanged` means the same as last time, and then there is nothing else."""

    postings: list[Posting]
    dropped: Mapping[str, int]
    validators: Validators
    unchanged: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Visit:
    """A visit to a board.

    `base` is where the collector's boards are and `day` the ISO day of the crawl. `known` are the
    postings already held, by id, and `validators` those of the answers they came from, by address.
    """

    client: Client
    board: Board
    base: str
    day: str
    known: Mapping[str, Posting]
    validators: Mapping[str, Mapping[str, str]]
    fresh: Validators = field(default_factory=dict)

    async def collect(self) -> Collected:
        """Ask the board for all its postings.

        Raises:
            DeadError: the board does not exist.
            RefusedError: there is no usable answer; the message ends a sentence about the board.
        """
        collector = self.board.collector
        # A list without descriptions is asked for whole each time: it names the details to ask for.
        conditional = bool(self.known) and collector.details is None
        paging = collector.paging
        reads: list[Read] = []
        listed: set[str] = set()
        payload: Any = None
        offset: int | None = 0
        while offset is not None and len(reads) < _MOST_PAGES:
            url = collector.address(self.base, self.board.name, offset)
            held = self.validators.get(url, {}) if conditional else {}
            answer = await self._ask(url, held, _JSON if collector.base else _HTML)
            if answer.status == NOT_MODIFIED and held:
                return Collected([], {}, {url: held}, unchanged=True)
            payload = await asyncio.to_thread(_payload, self.board, answer)
            if answer.validators and collector.details is None:
                self.fresh[url] = answer.validators
            ids = set(paging.ids(payload)) if paging else set()
            if reads and ids <= listed:  # an end, or the same page for ever
                break
            listed |= ids
            reads.append(await self._read(payload))
            offset = paging.following(payload, offset) if paging else None
        postings = {posting.id: posting for read in reads for posting in read.postings}
        dropped = Counter(dropped.reason for read in reads for dropped in read.dropped)
        self._check(payload, dropped, found=bool(postings))
        note = "" if postings else collector.empty
        announced = (paging.total(payload) or 0) if paging else 0
        # A list read to its end may be a few short: postings move between pages while it is read.
        if (offset is not None or not listed) and announced > len(listed):
            dropped[NOT_LISTED] = announced - len(listed)
            note = f"{self.board.id} announces {announced:,} postings, and only {len(listed):,} were listed."
        return Collected(list(postings.values()), dict(sorted(dropped.items())), self.fresh, note=note)

    async def _ask(self, url: str, held: Mapping[str, str], accept: str) -> Answer:
        """Ask for an address; one on a private network is asked only where a person set the board there."""
        collector = self.board.collector
        # The usual addresses of collectors are public, whatever a server of names says of them.
        own = origin(url) if collector.base else origin(self.base) if self.base else ""
        try:
            return await self.client.get(url, held, accept, own=own)
        except PrivateError as error:
            if collector.base:
                raise
            raise RefusedError(f"{error}: where the site is yours, {collector.setting} may name it") from None

    async def _read(self, payload: Any) -> Read:
        """Read one page, with the details of its postings where the list lacks them."""
        board, parts = self.board, self.board.collector.details
        if parts is None:
            return await asyncio.to_thread(board.collector.read, payload, board.name, self.day)
        ids = parts.wanted(payload)
        found, unread = await self._details(ids)
        refused = sorted(id_ for id_, again in unread.items() if again)
        if len(refused) > _MOST_REFUSED * len(ids):
            raise RefusedError(f"refused the details of {len(refused)} of {len(ids)} postings")
        page = parts.detailed(payload, found)
        read = await asyncio.to_thread(board.collector.read, page, board.name, self.day)
        postings = [
            _kept(posting, self.known.get(posting.id))
            if posting.id.removeprefix(f"{board.id}:") in unread
            else posting
            for posting in read.postings
        ]
        return Read(postings, [*read.dropped, *(Dropped(id_, NO_DETAILS) for id_ in refused)])

    async def _details(self, ids: list[str]) -> tuple[dict[str, Any], dict[str, bool]]:
        """Details by posting id, and the ids without new ones: True where they were refused."""
        found: dict[str, Any] = {}
        unread: dict[str, bool] = {}

        async def ask(id_: str) -> None:
            url = self.board.collector.detail_address(self.base, self.board.name, id_)
            before = self.known.get(f"{self.board.id}:{id_}")
            held = self.validators.get(url, {}) if before is not None and before.description else {}
            try:
                answer = await self._ask(url, held, _JSON)
                if answer.status == NOT_MODIFIED and held:
                    unread[id_], self.fresh[url] = False, held
                    return
                found[id_] = await asyncio.to_thread(_payload, self.board, answer)
                if answer.validators:
                    self.fresh[url] = answer.validators
            except DeadError:
                found[id_] = {"active": False}
            except RefusedError:
                unread[id_] = True

        async with asyncio.TaskGroup() as group:
            for id_ in ids:
                group.create_task(ask(id_))
        return found, unread

    def _check(self, payload: Any, dropped: Mapping[str, int], *, found: bool) -> None:
        """Tell an empty board from an answer that is no board at all."""
        if NO_LIST in dropped:
            if isinstance(payload, dict) and (payload.get("error") or payload.get("ok") is False):
                raise DeadError("answered that there is no such board")
            raise RefusedError("answered with JSON that holds no list of postings")
        # A page that once had a job and has none now is a job that is gone.
        if not self.board.collector.base and not found and NONE_HERE in dropped and not self.known:
            raise RefusedError("holds no schema.org JobPosting")


def _payload(board: Board, answer: Answer) -> Any:
    """The answer's JSON, or the text of a page."""
    if answer.status in _GONE:
        raise DeadError(f"answered {answer.status}")
    if answer.status in _CLOSED:
        raise RefusedError(f"answered {answer.status}: it is closed to programs")
    if answer.status != HTTPStatus.OK:
        raise RefusedError(f"answered {answer.status}")
    written = answer.body.decode("utf-8-sig", "replace")
    if not board.collector.base:
        return written
    try:
        return json.loads(written)
    except (ValueError, RecursionError):
        pass
    if written.lstrip()[:1] == "<":
        raise RefusedError(
            f"answered with a web page of {urlsplit(answer.url).hostname or 'no host'}, not with postings: "
            "it was renamed, moved or blocked"
        )
    raise RefusedError("answered with broken JSON")


def _kept(posting: Posting, known: Posting | None) -> Posting:
    """The posting as listed, with the details it had before."""
    if known is None:
        return posting
    return replace(posting, description=known.description, pay=known.pay, url=known.url or posting.url)
