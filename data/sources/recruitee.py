"""Recruitee job boards.

One answer holds the whole board: `{offers}`. Pay is `salary`, its amounts strings.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from data.posting import Posting
from data.sources.addresses import BASES
from data.sources.reading import (
    Drop,
    Read,
    day,
    flag,
    joined,
    listed,
    mapping,
    places,
    posted_range,
    read_each,
    text,
    town,
)

SOURCE: Final = "recruitee"
BASE: Final = BASES[SOURCE]
URL: Final = "{base}/offers/"
CLOSED: Final = "posting that is not published"


def read(payload: Any, board: str, seen: str) -> Read:
    """Read a board's answer; see `data.sources.greenhouse.read`."""
    return read_each(mapping(payload).get("offers"), lambda job, drop: _posting(job, board, seen, drop))


def _posting(job: Mapping[str, Any], board: str, seen: str, drop: Drop) -> Posting | None:
    if job.get("status", "published") != "published":
        drop(CLOSED)
        return None
    salary, offered = mapping(job.get("salary")), listed(job.get("locations"))
    return Posting(
        id=f"{SOURCE}:{board.lower()}:{text(job.get('id'))}",
        source=SOURCE,
        employer=text(job.get("company_name")) or board,
        title=text(job.get("title")),
        locations=places(*map(_place, offered), *map(_remote, offered)) or places(job.get("location")),
        remote=flag(job.get("remote")),
        employment_type=text(job.get("employment_type_code")),
        published=day(job.get("published_at")),
        first_seen=seen,
        last_seen=seen,
        url=text(job.get("careers_url")),
        description=joined((job.get("description"), job.get("requirements")), drop),
        pay=posted_range(
            (salary.get("min"), salary.get("max")),
            drop,
            money=salary.get("currency"),
            interval=salary.get("period"),
        ),
    )


def _place(place: Any) -> str:
    """Town, state and country; a place's own name is a label ("HQ") unless there is nothing else."""
    read = mapping(place)
    return town(read.get("city"), read.get("state"), read.get("country")) or text(read.get("name"))


def _remote(place: Any) -> str:
    """The label of a place whose town is only where the employer sits ("Germany/Remote")."""
    name = text(mapping(place).get("name"))
    return name if "remote" in name.lower() else ""
