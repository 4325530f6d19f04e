"""Ashby job boards.

One answer holds the whole board: `{apiVersion, jobs}`. Pay is a tree of tiers (a tier a zone or a
level) with components, of which only `Salary` is pay: bonus, commission and equity are not.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from data.posting import Posting, Range
from data.sources import pay_labels
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
)

SOURCE: Final = "ashby"
BASE: Final = BASES[SOURCE]
URL: Final = "{base}/{board}?includeCompensation=true"
UNLISTED: Final = "posting the employer does not list"

_WORKPLACES: Final = {"remote": True, "hybrid": False, "onsite": False}


def read(payload: Any, board: str, seen: str) -> Read:
    """Read a board's answer; see `data.sources.greenhouse.read`. Ashby does not say the employer's name."""
    return read_each(mapping(payload).get("jobs"), lambda job, drop: _posting(job, board, seen, drop))


def _posting(job: Mapping[str, Any], board: str, seen: str, drop: Drop) -> Posting | None:
    if job.get("isListed") is False:
        drop(UNLISTED)
        return None
    others = (mapping(each).get("location") for each in listed(job.get("secondaryLocations")))
    # `isRemote` is also true of hybrid jobs; `workplaceType` tells the two apart where it is given.
    workplace = _WORKPLACES.get(text(job.get("workplaceType")).lower())
    return Posting(
        id=f"{SOURCE}:{board.lower()}:{text(job.get('id'))}",
        source=SOURCE,
        employer=board,
        title=text(job.get("title")),
        locations=places(job.get("location"), *others),
        remote=flag(job.get("isRemote")) if workplace is None else workplace,
        employment_type=text(job.get("employmentType")),
        published=day(job.get("publishedAt")),
        first_seen=seen,
        last_seen=seen,
        url=text(job.get("jobUrl")),
        # The HTML keeps bullets and headings, which the board's own plain text runs together.
        description=joined((job.get("descriptionHtml") or job.get("descriptionPlain"),), drop),
        pay=_pay(mapping(job.get("compensation")), drop),
    )


def _pay(compensation: Mapping[str, Any], drop: Drop) -> tuple[Range, ...]:
    tiers = [mapping(tier) for tier in listed(compensation.get("compensationTiers"))]
    if not any(listed(tier.get("components")) for tier in tiers):
        tiers = [{"components": compensation.get("summaryComponents")}]
    pay: list[Range] = []
    for tier in tiers:
        label = pay_labels.title(_zone(tier, only=len(tiers) == 1))
        for component in map(mapping, listed(tier.get("components"))):
            if component.get("compensationType") == "Salary":
                pay += _range(component, label, drop)
    return tuple(dict.fromkeys(pay))


def _range(component: Mapping[str, Any], label: pay_labels.Label, drop: Drop) -> tuple[Range, ...]:
    kinds = (label.kind, pay_labels.title(text(component.get("summary"))).kind)
    return posted_range(
        (component.get("minValue"), component.get("maxValue")),
        drop,
        money=component.get("currencyCode"),
        interval=component.get("interval"),
        # A component named Salary is pay whatever its tier's title adds.
        label=replace(label, kind="ote" if "ote" in kinds else "base"),
    )


def _zone(tier: Mapping[str, Any], *, only: bool) -> str:
    """What the tier holds for: its title, or where tiers must be told apart its summary ("EU tier")."""
    title, summary = text(tier.get("title")), text(tier.get("tierSummary"))
    if title or only or any(character.isdigit() for character in summary):
        return title
    return summary
