"""The job boards Parley can collect: what each collector asks for, and how a person names a board."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote, urlsplit

from rapidfuzz.process import extractOne

from data.sources import ashby, greenhouse, jsonld, lever, recruitee, smartrecruiters, workable
from data.sources.addresses import setting
from data.sources.reading import Read

_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._ -]{0,99}")
_HOST: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,62}")
_UNSAFE: Final = re.compile(r"[^A-Za-z0-9.-]+")
_ALIKE: Final = 70.0
_LONGEST_ADDRESS: Final = 2000


class BoardError(ValueError):
    """A board is named in a way nobody can collect; the message says how it is done."""


@dataclass(frozen=True, slots=True)
class Details:
    """How the parts come together where a board's list lacks the descriptions."""

    url: str
    wanted: Callable[[Any], list[str]]
    detailed: Callable[[Any, Mapping[str, Any]], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Paging:
    """How a board's list comes in pages.

    `ids` are a page's postings, `following` gives the next page's offset from a page and its own
    offset, and `total` how many postings the page announces for all pages, None where it does not say.
    """

    ids: Callable[[Any], list[str]]
    following: Callable[[Any, int], int | None]
    total: Callable[[Any], int | None]


@dataclass(frozen=True, slots=True)
class Collector:
    """One kind of job board.

    `url` is the template of a board's address over `base`, `board` and `offset`; an empty `base`
    means that the board's name is the address. `cased` says that "Acme" and "acme" are two boards: where
    they are one, it is asked for as written and known in small letters. `empty` is what to say of an
    answer without postings.
    """

    name: str
    base: str
    url: str
    read: Callable[[Any, str, str], Read]
    cased: bool = False
    paging: Paging | None = None
    details: Details | None = None
    empty: str = ""

    @property
    def setting(self) -> str:
        """The environment variable that puts another address in the place of `base`."""
        return setting(self.name)

    def address(self, base: str, board: str, offset: int = 0) -> str:
        """The address of a board, or of a page of it."""
        if not self.base:
            return board
        return _filled(self.url, base, board, offset=str(offset))

    def detail_address(self, base: str, board: str, job: str) -> str:
        """The address of one posting's details."""
        return _filled(self.details.url, base, board, job=quote(job, safe="")) if self.details else ""


@dataclass(frozen=True, slots=True)
class Board:
    """One board to collect; `employer`, where given, is its name whatever the board itself says."""

    collector: Collector
    name: str
    employer: str = ""

    @property
    def id(self) -> str:
        """As a person writes it: "greenhouse:anthropic"."""
        return f"{self.collector.name}:{self._known}"

    @property
    def _known(self) -> str:
        return self.name if self.collector.cased else self.name.lower()

    @property
    def file(self) -> str:
        """A name for its file, the same in every crawl and without anything a file system minds."""
        known = self._known
        # Small letters alone: there are file systems on which "Acme" and "acme" are one file.
        if self.collector.base and _UNSAFE.search(known) is None and known == known.lower():
            return known
        digest = hashlib.sha256(known.encode()).hexdigest()[:10]
        return f"{_UNSAFE.sub('-', urlsplit(known).hostname or known)[:80]}-{digest}"


COLLECTORS: Final[Mapping[str, Collector]] = {
    each.name: each
    for each in (
        Collector(greenhouse.SOURCE, greenhouse.BASE, greenhouse.URL, greenhouse.read),
        Collector(lever.SOURCE, lever.BASE, lever.URL, lever.read, cased=True),
        Collector(ashby.SOURCE, ashby.BASE, ashby.URL, ashby.read),
        Collector(workable.SOURCE, workable.BASE, workable.URL, workable.read),
        Collector(
            smartrecruiters.SOURCE,
            smartrecruiters.BASE,
            smartrecruiters.URL,
            smartrecruiters.read,
            paging=Paging(smartrecruiters.wanted, smartrecruiters.following, smartrecruiters.total),
            details=Details(smartrecruiters.DETAIL_URL, smartrecruiters.wanted, smartrecruiters.detailed),
            empty=smartrecruiters.EMPTY,
        ),
        Collector(recruitee.SOURCE, recruitee.BASE, recruitee.URL, recruitee.read),
        Collector(jsonld.SOURCE, "", "", jsonld.read, cased=True),
    )
}


def board(written: str, employer: str = "") -> Board:
    """Read "greenhouse:anthropic" or "jsonld:https://careers.example.com/job/1".

    Raises:
        BoardError: there is no such collector, or no board could have that name.
    """
    kind, _, name = written.strip().partition(":")
    kind, name = kind.strip().lower(), name.strip()
    known = ", ".join(COLLECTORS)
    if kind not in COLLECTORS:
        near = extractOne(kind, list(COLLECTORS), score_cutoff=_ALIKE)
        meant = f" Did you mean {near[0]}?" if near else ""
        raise BoardError(f"There is no collector “{kind[:40]}”.{meant} Known are {known}.")
    collector = COLLECTORS[kind]
    if not collector.base:
        if not _is_address(name):
            raise BoardError(f"{kind} takes the address of a page: {kind}:https://careers.example.com/job/1.")
        return Board(collector, name, employer)
    fits = _HOST if "{board}" in collector.base else _NAME
    if not fits.fullmatch(name):
        raise BoardError(
            f"{kind} takes a board's name as it stands in its address, like {kind}:acme, not “{name[:40]}”."
        )
    return Board(collector, name, employer)


def boards(lines: Iterable[str]) -> list[Board]:
    """Read a list of boards, one a line, each once: "ashby:ramp", or "ashby:ramp, Ramp" to name the employer.

    Empty lines and what follows a "#" at the start or after a space are left out.

    Raises:
        BoardError: a line names no board; the message says which line.
    """
    found: dict[str, Board] = {}
    for number, line in enumerate(lines, 1):
        written, _, employer = re.split(r"(?:^|\s)#", line, maxsplit=1)[0].partition(",")
        if not written.strip():
            continue
        try:
            one = board(written, employer.strip()[:100])
        except BoardError as error:
            raise BoardError(f"Line {number}: {error}") from None
        found.setdefault(one.id, one)
    return list(found.values())


def read_file(path: Path) -> list[Board]:
    """The boards of a file, as `boards` reads them.

    Raises:
        BoardError: the file cannot be read as text, or a line of it names no board.
    """
    try:
        return boards(path.read_text(encoding="utf-8-sig").splitlines())
    except (OSError, UnicodeDecodeError) as error:
        raise BoardError(f"{path.name} cannot be read as a list of boards.") from error


def _is_address(name: str) -> bool:
    try:
        parts = urlsplit(name)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(host) and len(name) <= _LONGEST_ADDRESS


def _filled(template: str, base: str, board_name: str, **more: str) -> str:
    filled = template.replace("{base}", base.rstrip("/")).replace("{board}", quote(board_name, safe=""))
    for name, value in more.items():
        filled = filled.replace(f"{{{name}}}", value)
    return filled
