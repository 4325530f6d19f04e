"""SmartRecruiters postings.

The board comes in pages of a list without descriptions; each posting's own address gives the rest.
An unknown company answers like one without openings. Pay, where an employer shows it, is
`compensation` in the posting's own answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from data.posting import Posting, Range
from data.sources.addresses import BASES
from data.sources.reading import (
    Drop,
    Read,
    day,
    flag,
    joined,
    listed,
    mapping,
    number,
    places,
    posted_range,
    read_each,
    text,
    town,
)

SOURCE: Final = "smartrecruiters"
BASE: Final = BASES[SOURCE]
URL: Final = "{base}/{board}/postings?limit=100&offset={offset}"
DETAIL_URL: Final = "{base}/{board}/postings/{job}"
_MOST: Final = 1_000_000_000  # no employer has more openings, whatever its board says
CLOSED: Final = "posting that is no longer active"
EMPTY: Final = "SmartRecruiters answers alike for a company without openings and for none of that name"

# The employer's self-portrait ("companyDescription") says nothing about the job, and funding in it is no pay.
_SECTIONS: Final = ("jobDescription", "qualifications", "additionalInformation")


def read(payload: Any, board: str, seen: str) -> Read:
    """Read a page of the list, whose entries may be replaced by their details (`detailed`)."""
    return read_each(mapping(payload).get("content"), lambda job, drop: _posting(job, board, seen, drop))


def following(payload: Any, offset: int) -> int | None:
    """The offset of the page after the one at `offset`, or None after the last one."""
    page, all_ = listed(mapping(payload).get("content")), total(payload)
    after = offset + len(page)
    return after if page and all_ is not None and after < all_ else None


def total(payload: Any) -> int | None:
    """How many postings the board says it has, on all its pages."""
    found = number(mapping(payload).get("totalFound"))
    return None if found is None else int(min(found, _MOST))


def wanted(payload: Any) -> list[str]:
    """Ids of a page's postings, whose details are still to be asked for."""
    ids = (text(mapping(job).get("id")) for job in listed(mapping(payload).get("content")))
    return list(dict.fromkeys(filter(None, ids)))


def detailed(payload: Any, details: Mapping[str, Any]) -> dict[str, Any]:
    """The page with each entry completed by its details, by posting id."""
    content = mapping(payload).get("content")
    if not isinstance(content, list):
        return dict(mapping(payload))
    full = [
        {**job, **mapping(details.get(text(job.get("id"))))} if isinstance(job, Mapping) else job
        for job in content
    ]
    return {**mapping(payload), "content": full}


def _posting(job: Mapping[str, Any], board: str, seen: str, drop: Drop) -> Posting | None:
    if job.get("active") is False:
        drop(CLOSED)
        return None
    sections = mapping(mapping(job.get("jobAd")).get("sections"))
    place = mapping(job.get("location"))
    return Posting(
        id=f"{SOURCE}:{board.lower()}:{text(job.get('id'))}",
        source=SOURCE,
        employer=text(mapping(job.get("company")).get("name")) or board,
        title=text(job.get("name")),
        locations=places(place.get("fullLocation") or _place(place)),
        remote=flag(place.get("remote")),
        employment_type=text(mapping(job.get("typeOfEmployment")).get("label")),
        published=day(job.get("releasedDate")),
        first_seen=seen,
        last_seen=seen,
        url=text(job.get("postingUrl")),
        description=joined(tuple(mapping(sections.get(name)).get("text") for name in _SECTIONS), drop),
        pay=_pay(mapping(job.get("compensation")), drop),
    )


def _pay(compensation: Mapping[str, Any], drop: Drop) -> tuple[Range, ...]:
    return posted_range(
        (compensation.get("min"), compensation.get("max")),
        drop,
        money=compensation.get("currency"),
        interval=compensation.get("period"),
    )


def _place(place: Mapping[str, Any]) -> str:
    country = text(place.get("country"))
    # "oh, us": codes come in small letters, and only capitals read as a state and a country.
    return town(place.get("city"), place.get("region"), country.upper())
