"""schema.org JobPosting in a page's JSON-LD, which most careers pages carry for search engines.

Broken JSON is mended by json-repair. Refused: extruct, which brings rdflib and five more parsers
for formats nobody posts jobs in.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final
from urllib.parse import urlsplit

import json_repair

from data.posting import Posting
from data.sources import markup
from data.sources.jsonld_pay import pay
from data.sources.reading import (
    Drop,
    Dropped,
    Read,
    day,
    joined,
    listed,
    mapping,
    places,
    read_each,
    text,
    town,
)

SOURCE: Final = "jsonld"
NONE_HERE: Final = "the page holds no schema.org JobPosting"
BROKEN: Final = "JSON-LD that cannot be mended"
MENDED: Final = "JSON-LD that was broken, mended"
EXPIRED: Final = "posting past the day it is valid through"

_JOB: Final = "JobPosting"
_SCRIPT: Final = re.compile(r"<script\b([^<>]{0,500}+)>", re.IGNORECASE)
_SCRIPT_END: Final = re.compile(r"</script", re.IGNORECASE)
_MOST_TO_MEND: Final = 200_000  # characters; the mender is slower than a parser
_DEEPEST: Final = 12
_MOST_POSTINGS: Final = 5_000
BEYOND: Final = f"posting beyond the first {_MOST_POSTINGS:,} of a page"


def read(payload: Any, board: str, seen: str) -> Read:
    """Read the postings of a page.

    Args:
        payload: the page's HTML.
        board: its address.
        seen: the ISO day of the crawl.
    """
    page = payload if isinstance(payload, str) else ""
    notes: list[Dropped] = []
    jobs: list[Any] = []
    for block in _blocks(page):
        parsed, said = _parsed(block)
        notes += [Dropped("", said)] if said else []
        jobs += _jobs(parsed)
    if not jobs:
        return Read([], [*notes, Dropped("", NONE_HERE)])
    found = read_each(jobs[:_MOST_POSTINGS], lambda job, drop: _posting(job, board, seen, drop))
    beyond = [Dropped("", BEYOND)] * max(0, len(jobs) - _MOST_POSTINGS)
    return Read(found.postings, [*notes, *found.dropped, *beyond])


def _blocks(page: str) -> Iterator[str]:
    """The contents of the page's JSON-LD scripts.

    A script ends at the first "</script" whatever stands around it, so no parser is needed, and a
    page nested too deep for one (libxml2 gives up at 256) is read all the same.
    """
    at = 0
    while (opened := _SCRIPT.search(page, at)) is not None:
        closed = _SCRIPT_END.search(page, opened.end())
        at = closed.end() if closed else len(page)
        if "ld+json" in opened[1].lower():
            yield page[opened.end() : closed.start() if closed else len(page)]


def _parsed(block: str) -> tuple[Any, str]:
    """The JSON, and what had to be said about it."""
    for written in (block, markup.unescape(block)):
        try:
            return json.loads(written, strict=False), ""
        except (ValueError, RecursionError):
            continue
    if _JOB not in block or len(block) > _MOST_TO_MEND:
        return None, BROKEN if _JOB in block else ""
    try:
        mended = json_repair.loads(block)
    except (ValueError, RecursionError, IndexError):
        return None, BROKEN
    return mended, MENDED if isinstance(mended, dict | list) else BROKEN


def _jobs(parsed: Any) -> list[Mapping[str, Any]]:
    """Every JobPosting in lists, graphs and lists of items, wherever the page nests them."""
    found: list[Mapping[str, Any]] = []
    waiting: list[tuple[Any, int]] = [(parsed, 0)]
    while waiting:
        node, depth = waiting.pop()
        if isinstance(node, Mapping):
            if _is(node, _JOB):
                found.append(node)
                continue
            children = list(node.values())
        else:
            children = listed(node)
        if depth < _DEEPEST:
            waiting += [(child, depth + 1) for child in reversed(children) if isinstance(child, dict | list)]
    return found


def _is(node: Mapping[str, Any], kind: str) -> bool:
    types = node.get("@type")
    named = types if isinstance(types, list) else [types]
    return any(text(each).rpartition("/")[2] == kind for each in named)


def _posting(job: Mapping[str, Any], board: str, seen: str, drop: Drop) -> Posting | None:
    until = day(job.get("validThrough"))
    if until and until < seen:
        drop(EXPIRED)
        return None
    site = urlsplit(board).hostname or board
    organization = job.get("hiringOrganization")
    remote = "TELECOMMUTE" in (text(each).upper() for each in _some(job.get("jobLocationType")))
    wanted = [_place(each) for each in _some(job.get("applicantLocationRequirements"))] if remote else []
    paid, words = pay(job, drop)
    return Posting(
        id=f"{SOURCE}:{site}:{_number(job, board)}",
        source=SOURCE,
        employer=text(mapping(organization).get("name")) or text(organization) or site,
        title=text(job.get("title") or job.get("name")),
        locations=places(
            *map(_place, _some(job.get("jobLocation"))), *(f"Remote - {place}" for place in wanted if place)
        ),
        remote=remote or None,
        employment_type=", ".join(filter(None, map(text, _some(job.get("employmentType"))))),
        published=day(job.get("datePosted")),
        first_seen=seen,
        last_seen=seen,
        url=text(job.get("url")) or text(board),
        description=joined((_described(job), *words), drop),
        pay=paid,
        skills=_skills(job.get("skills")),
    )


def _described(job: Mapping[str, Any]) -> str:
    names = ("description", "responsibilities", "qualifications", "experienceRequirements")
    parts = [part for name in names for part in _some(job.get(name)) if isinstance(part, str)]
    return "\n".join(dict.fromkeys(parts))


def _number(job: Mapping[str, Any], board: str) -> str:
    """The employer's number for the job, if any, with a digest of its address and title.

    The number alone is none of a job: on many sites it is the employer's own, alike on every page.
    """
    identifier = job.get("identifier")
    given = text(mapping(identifier).get("value")) or text(identifier)
    address = text(job.get("url") or job.get("@id")) or board
    digest = hashlib.sha256(f"{address} {text(job.get('title'))}".encode()).hexdigest()[:16]
    return f"{given}-{digest}" if given else digest


def _place(place: Any) -> str:
    """A place in one line, from an address, a name, or plain text."""
    read = mapping(place)
    address = read.get("address", place)
    if isinstance(address, list):
        address = next(iter(address), "")
    if not isinstance(address, Mapping):
        return text(address) or text(place)
    country = address.get("addressCountry")
    country = text(mapping(country).get("name")) or text(country)
    known = town(address.get("addressLocality"), address.get("addressRegion"), country)
    return known or text(address.get("name")) or text(read.get("name"))


def _skills(skills: Any) -> tuple[str, ...] | None:
    if isinstance(skills, str):
        return places(*re.split(r"[,;\n]", skills[:20_000])) or None
    return places(*(mapping(each).get("name", each) for each in listed(skills))) or None


def _some(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
