"""Lever postings.

One answer holds the whole board: a bare list. Text comes plain, its bulleted lists apart as HTML;
days are epochs in milliseconds; pay is one `salaryRange`, explained in `salaryDescriptionPlain`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from data.posting import Posting, Range
from data.sources import pay_labels
from data.sources.addresses import BASES
from data.sources.reading import (
    Drop,
    Read,
    day,
    joined,
    listed,
    mapping,
    places,
    posted_range,
    read_each,
    text,
)

SOURCE: Final = "lever"
BASE: Final = BASES[SOURCE]
URL: Final = "{base}/{board}?mode=json"

_WORKPLACES: Final = {"remote": True, "hybrid": False, "on-site": False, "onsite": False}


def read(payload: Any, board: str, seen: str) -> Read:
    """Read a board's answer; see `data.sources.greenhouse.read`. Lever does not say the employer's name."""
    return read_each(payload, lambda job, drop: _posting(job, board, seen, drop))


def _posting(job: Mapping[str, Any], board: str, seen: str, drop: Drop) -> Posting:
    categories = mapping(job.get("categories"))
    return Posting(
        id=f"{SOURCE}:{board}:{text(job.get('id'))}",
        source=SOURCE,
        employer=board,
        title=text(job.get("text")),
        locations=places(categories.get("location"), *listed(categories.get("allLocations"))),
        remote=_WORKPLACES.get(text(job.get("workplaceType")).lower()),
        employment_type=text(categories.get("commitment")),
        published=day(job.get("createdAt")),
        first_seen=seen,
        last_seen=seen,
        url=text(job.get("hostedUrl")),
        description=joined(_parts(job), drop),
        pay=_pay(job, drop),
    )


def _parts(job: Mapping[str, Any]) -> tuple[Any, ...]:
    lists = [mapping(each) for each in listed(job.get("lists"))]
    return (
        job.get("descriptionPlain") or job.get("description"),
        *(part for each in lists for part in (each.get("text"), each.get("content"))),
        job.get("salaryDescriptionPlain") or job.get("salaryDescription"),
        job.get("additionalPlain") or job.get("additional"),
    )


def _pay(job: Mapping[str, Any], drop: Drop) -> tuple[Range, ...]:
    salary, beside = mapping(job.get("salaryRange")), job.get("salaryDescriptionPlain")
    label = pay_labels.prose(beside) if isinstance(beside, str) else pay_labels.SILENT
    ends = (salary.get("min"), salary.get("max"))
    return posted_range(
        ends, drop, money=salary.get("currency"), interval=salary.get("interval"), label=label
    )
