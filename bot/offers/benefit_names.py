"""Benefits by their names, and sums right beside one: "home office 1500", "9 euro tickets restaurant".

The table is `benefit_words.csv`.
"""

from __future__ import annotations

import re
from functools import cache

from bot.offers.figures import Figure
from bot.understand.vocab import rows

# Kinds whose names mean little else: a sum right beside one is its size, whatever else it looks like.
_PLAIN = frozenset({"meals", "home_office"})
_SHORT = frozenset({"lunch", "food", "meals", "vales"})  # names that stand beside other sums too
_REACH = 40


@cache
def kinds() -> dict[str, str]:
    """The kind of benefit that a phrase names, by the phrase."""
    return {row["phrase"]: row["kind"] for row in rows("benefit_words")}


@cache
def named() -> re.Pattern[str]:
    """Any phrase of the table as whole words, the longest first."""
    return _any(sorted(kinds(), key=len, reverse=True))


def is_named_benefit(low: str, figure: Figure) -> bool:
    """Whether a sum stands right before or after the name of a benefit; `low` is the text in lower case."""
    if figure.kind != "money" or figure.is_range:
        return False
    after = (
        _beside().match(low, figure.end + 1, figure.end + _REACH)
        if low[figure.end : figure.end + 1] == " "
        else None
    )
    before = _before().search(low[max(0, figure.start - _REACH) : figure.start])
    return after is not None or before is not None


@cache
def _beside() -> re.Pattern[str]:
    return _any(_plain())


@cache
def _before() -> re.Pattern[str]:
    return re.compile(_any(_plain()).pattern + r"(?: (?:budget|allowance|stipend))?(?: of|:| -)? ?$")


def _plain() -> list[str]:
    found = (phrase for phrase, kind in kinds().items() if kind in _PLAIN and phrase not in _SHORT)
    return sorted(found, key=len, reverse=True)


def _any(phrases: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(phrase) for phrase in phrases)})(?!\w)")
