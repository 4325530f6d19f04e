"""Workable job boards, by the widget that employers embed in their own pages.

One answer holds the whole board: `{name, description, jobs}`. A job open in several countries is
listed once for each, under the same `shortcode`. The widget has no field for pay.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from data.posting import Posting
from data.sources.addresses import BASES
from data.sources.reading import Drop, Read, day, flag, joined, listed, mapping, places, read_each, text, town

SOURCE: Final = "workable"
BASE: Final = BASES[SOURCE]
URL: Final = "{base}/{board}?details=true"


def read(payload: Any, board: str, seen: str) -> Read:
    """Read a board's answer; see `data.sources.greenhouse.read`."""
    employer = text(mapping(payload).get("name")) or board
    return read_each(
        _merged(mapping(payload).get("jobs")), lambda job, drop: _posting(job, board, employer, seen, drop)
    )


def _posting(job: Mapping[str, Any], board: str, employer: str, seen: str, drop: Drop) -> Posting:
    code = text(job.get("shortcode"))
    return Posting(
        id=f"{SOURCE}:{board.lower()}:{code}",
        source=SOURCE,
        employer=employer,
        title=text(job.get("title")),
        locations=places(*map(_place, listed(job.get("locations")))) or places(_place(job)),
        remote=flag(job.get("telecommuting")),
        employment_type=text(job.get("employment_type")),
        published=day(job.get("published_on") or job.get("created_at")),
        first_seen=seen,
        last_seen=seen,
        url=text(job.get("url")),
        description=joined((job.get("description"), job.get("requirements"), job.get("benefits")), drop),
    )


def _merged(jobs: Any) -> Any:
    """The jobs, those with one shortcode made one with the places of all; anything but a list as it is."""
    if not isinstance(jobs, list):
        return jobs
    merged: dict[str, dict[str, Any]] = {}
    others: list[Any] = []
    for job in jobs:
        code = text(mapping(job).get("shortcode"))
        if not code:
            others.append(job)
            continue
        known = merged.setdefault(code, {**job, "locations": []})
        known["locations"].extend(listed(job.get("locations")) or [job])
    return [*merged.values(), *others]


def _place(place: Any) -> str:
    """A town, its region and country, as one line."""
    read = mapping(place)
    return town(read.get("city"), read.get("region") or read.get("state"), read.get("country"))
