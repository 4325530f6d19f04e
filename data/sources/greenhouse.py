"""Greenhouse job boards.

One answer holds the whole board: `{jobs, meta}`. The description is HTML, escaped once more; pay
stands in `pay_input_ranges` in cents, one range a zone, or in a custom field of the employer's.
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

SOURCE: Final = "greenhouse"
BASE: Final = BASES[SOURCE]
URL: Final = "{base}/{board}/jobs?content=true&pay_transparency=true"

_CENTS: Final = 100.0
_WORKPLACES: Final = {"remote": True, "hybrid": False, "on-site": False, "onsite": False, "in-office": False}
_WORKPLACE_FIELDS: Final = frozenset({"location type", "workplace type", "workplace", "remote status"})
_EMPLOYMENT_FIELDS: Final = frozenset({"employment type", "time type", "job type"})


def read(payload: Any, board: str, seen: str) -> Read:
    """Read a board's answer.

    Args:
        payload: the JSON as parsed, whatever it is.
        board: the board's name in its address.
        seen: the ISO day of the crawl.
    """
    return read_each(mapping(payload).get("jobs"), lambda job, drop: _posting(job, board, seen, drop))


def _posting(job: Mapping[str, Any], board: str, seen: str, drop: Drop) -> Posting:
    custom = {text(mapping(each).get("name")).lower(): mapping(each) for each in listed(job.get("metadata"))}
    pay, blurbs = _pay(job, custom, drop)
    offices = (_office(each) for each in listed(job.get("offices")))
    return Posting(
        id=f"{SOURCE}:{board.lower()}:{text(job.get('id'))}",
        source=SOURCE,
        employer=text(job.get("company_name")) or board,
        title=text(job.get("title")),
        locations=places(mapping(job.get("location")).get("name")) or places(*offices),
        remote=_WORKPLACES.get(_field(custom, _WORKPLACE_FIELDS).lower()),
        employment_type=_field(custom, _EMPLOYMENT_FIELDS),
        published=day(job.get("first_published")),
        first_seen=seen,
        last_seen=seen,
        url=text(job.get("absolute_url")),
        description=joined((job.get("content"), *blurbs), drop),
        pay=pay,
    )


def _pay(
    job: Mapping[str, Any], custom: Mapping[str, Mapping[str, Any]], drop: Drop
) -> tuple[tuple[Range, ...], tuple[Any, ...]]:
    """The posted ranges, and what the employer wrote beside them."""
    pay: list[Range] = []
    blurbs: list[Any] = []
    for each in map(mapping, listed(job.get("pay_input_ranges"))):
        blurb = each.get("blurb")
        beside = pay_labels.prose(blurb) if isinstance(blurb, str) else pay_labels.SILENT
        titled = pay_labels.title(text(each.get("title")))
        label = pay_labels.Label(
            beside.period if titled.period == "" else titled.period, titled.kind or beside.kind, titled.zone
        )
        ends = (each.get("min_cents"), each.get("max_cents"))
        pay += posted_range(ends, drop, money=each.get("currency_type"), label=label, unit=_CENTS)
        if blurb not in blurbs:
            blurbs.append(blurb)
    return tuple(pay) or _custom_pay(custom, drop), tuple(blurbs)


def _custom_pay(custom: Mapping[str, Mapping[str, Any]], drop: Drop) -> tuple[Range, ...]:
    """Ranges in the employer's own fields, where the field's name says that they are pay."""
    pay: list[Range] = []
    for name, field in custom.items():
        amounts, label = mapping(field.get("value")), pay_labels.title(name)
        if field.get("value_type") == "currency_range" and label.kind:
            ends = (amounts.get("min_value"), amounts.get("max_value"))
            named = pay_labels.Label(label.period, label.kind)
            pay += posted_range(ends, drop, money=amounts.get("unit"), label=named)
    return tuple(pay)


def _office(office: Any) -> Any:
    return mapping(office).get("location") or mapping(office).get("name")


def _field(custom: Mapping[str, Mapping[str, Any]], names: frozenset[str]) -> str:
    return next((text(custom[name].get("value")) for name in custom if name in names), "")
