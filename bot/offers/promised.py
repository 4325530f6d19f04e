"""What an offer promises in a word and no field holds: tips, a quota, a bond, call pay.

Only the kind is kept, so that a letter can leave a place for it; never the words. The phrases are in
`promise_words.csv`, where "#" stands for a number: "step 3".
"""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from bot.offers.gather import Terms
from bot.offers.offer import Benefit
from bot.understand.vocab import rows

_BEFORE = 24  # characters before a phrase that may deny it, or make it a request: "any tips"
_NOT_PROMISED = re.compile(r"(?<!\w)(?:no|not|without|zero|any|non)[ -](?:paid )?$")
_ASKED_FOR = re.compile(r" (?:for|on) (?:how|my|a|the|negotiat\w+)\b")
# The kinds that are read as a term of their own where they have a size.
_READ_AS = {"time_off": "pto_days"}

_SHIFTS = {"night": "shift", "evening": "shift"}  # a promise names no hour of the day


def promised(terms: Terms) -> None:
    """Keep the kinds of promises that stand in the part of the text that speaks of this offer.

    Those read as a benefit, or in a field of their own, are left out; without any the field stays None.
    """
    benefits = cast("tuple[Benefit, ...]", terms.fields.get("benefits") or ())
    held = {_SHIFTS.get(each.kind, each.kind) for each in benefits}
    low, kinds = terms.layout.source.low, _kinds()
    found: dict[str, None] = {}
    for match in _named().finditer(low, terms.part.start, terms.part.end):
        kind = kinds[re.sub(r"\d+", "#", match[0]) if match[0] not in kinds else match[0]]
        denied = _NOT_PROMISED.search(low[max(0, match.start() - _BEFORE) : match.start()])
        read = kind in held or (kind in _READ_AS and terms.has(_READ_AS[kind]))
        if not (denied or read or _ASKED_FOR.match(low, match.end())):
            found.setdefault(kind)
    if found:
        terms.fields["promised"] = tuple(found)


@cache
def _kinds() -> dict[str, str]:
    """The kind of promise that a phrase names, by the phrase."""
    return {row["phrase"]: row["kind"] for row in rows("promise_words")}


@cache
def _named() -> re.Pattern[str]:
    """Any phrase of the table as whole words, the longest first."""
    phrases = sorted(_kinds(), key=len, reverse=True)
    any_of = "|".join(re.escape(phrase).replace(r"\#", r"\d{1,2}") for phrase in phrases)
    return re.compile(rf"(?<![\w-])(?:{any_of})(?!\w)")
