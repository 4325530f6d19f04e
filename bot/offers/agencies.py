"""A contract's client and the agency that pays for the work there: "Meta via Northpeak Staffing"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.offers.names import Name
from bot.understand.vocab import rows

VIA = " via "


def either(kind: str) -> str:
    """The words of a kind of `employer_shapes.csv` as a choice in a pattern, the longest first."""
    listed = next(row["words"] for row in rows("employer_shapes") if row["kind"] == kind).split(";")
    return "|".join(re.escape(word) for word in sorted(listed, key=len, reverse=True))


_NAME = r"[A-Z0-9][\w'’&-]{0,30}(?: (?:& )?[A-Z][\w'’&-]{0,30}){0,3}"
_THROUGH = re.compile(
    r"(?:,? (?:via|through|by way of|thru)|, (?:hired|employed|paid|placed) (?:by|through)) "
    rf"(?:(?:the )?agency )?(?P<agency>{_NAME})"
)
_AGENCY = re.compile(rf"\b(?:{either('agency')})\b", re.IGNORECASE)
_NO_AGENCY = re.compile(rf"(?:{either('no agency')})\b", re.IGNORECASE)
_PLACING = re.compile(
    rf"(?P<agency>{_NAME}) (?:(?:is|are|would be|will be) )?(?:plac(?:ing|e[ds])|puts?|putting|sending)"
    rf" me (?:at|with|in|into) (?P<client>{_NAME})"
)


def with_its_agency(text: str, companies: Sequence[Name]) -> Name | None:
    """The client named with its agency, "Meta via Northpeak Staffing"; None where a text names no agency.

    After "via" any name counts that is no tool, after "through" one that an agency bears.
    """
    if placing := _PLACING.search(text):
        return Name(f"{placing['client']}{VIA}{placing['agency']}", *placing.span(), 1.0)
    for one in companies:
        through = _THROUGH.match(text, one.end)
        if through and not _NO_AGENCY.match(through["agency"]):
            named = VIA in through.group() or _AGENCY.search(through["agency"])
            if named and not _AGENCY.search(one.text):
                return Name(f"{one.text}{VIA}{through['agency']}", one.start, through.end(), one.sure)
    return None
