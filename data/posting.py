"""A job posting and the pay it shows, as every collector hands them on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Final, Literal, get_args

Period = Literal["year", "month", "week", "day", "hour", ""]
Kind = Literal["base", "ote", "total"]

PERIODS: Final[tuple[str, ...]] = get_args(Period)
KINDS: Final[tuple[str, ...]] = get_args(Kind)

# How many days a posting counts after it was last seen open.
WINDOW_DAYS: Final = 28


@dataclass(frozen=True, slots=True)
class Range:
    """One range of pay as posted: nothing is annualised, converted or mended here.

    `currency` is an ISO code and `period` the unit of time, "" where the posting does not say.
    `zone` is what the posting says the range holds for ("Zone A", "San Francisco, CA", "L5"),
    "" for the whole posting. A single figure is a range whose ends are equal; an open end is None.
    """

    low: float | None
    high: float | None
    currency: str = ""
    period: Period = ""
    zone: str = ""
    kind: Kind = "base"


@dataclass(frozen=True, slots=True)
class Posting:
    """One job of one employer.

    `id` is "collector:board:job" and the same in every crawl. Days are ISO ("2026-08-03"), "" where
    unknown; `published` is the board's word, `first_seen` and `last_seen` are the crawl's. `pay` holds
    only what the board gives as fields; pay in the words of `description` is read when building.
    `description` is plain text and None where the board gives none; `skills` likewise.

    A posting whose pay was changed while it was open is kept as several: the same `id`, each with the
    days on which its `pay` stood. Of the earlier ones the description is gone, and `pay` holds what
    was read from it where there were no fields.
    """

    id: str
    source: str
    employer: str
    title: str
    locations: tuple[str, ...] = ()
    remote: bool | None = None
    employment_type: str = ""
    published: str = ""
    first_seen: str = ""
    last_seen: str = ""
    url: str = ""
    description: str | None = None
    pay: tuple[Range, ...] = field(default=())
    skills: tuple[str, ...] | None = None

    def as_json(self) -> dict[str, Any]:
        """A JSON object; `from_json` reads it back."""
        return asdict(self)


def from_json(read: Mapping[str, Any]) -> Posting:
    """Read a posting back from its JSON object.

    Raises:
        KeyError, TypeError, ValueError: the object is not one that `Posting.as_json` wrote.
    """
    pay = tuple(Range(**each) for each in read.get("pay") or ())
    skills = read.get("skills")
    listed = {"locations": tuple(read.get("locations") or ()), "pay": pay}
    return Posting(**{**read, **listed, "skills": None if skills is None else tuple(skills)})
