"""What opens an offer where a text counts them: "Offer 2", "the other one is", "2)"."""

from __future__ import annotations

import re

from bot.offers.layout import Layout
from bot.offers.openings import Phrases

_LINE = re.compile(
    r"\n[ \-|]{0,6}(?:(?:offer|option|company|job|choice|package)[ ]{0,2}"
    r"(?:[1-9]|[a-e](?=[ ]?(?:[:.)(-]|\n|$)|[ ][$€£₹\d])|one|two|three)\b"
    r"(?!\s?(?:%|k\b|,\d)| (?:days?|weeks?|months?|years?)\b)"
    r"|(?:[1-9][.)]|[a-e][.):])\s)"
)
# A marker is no longer than this.
_LONGEST = 40
_SAID = Phrases(
    [
        (
            "second other another 2nd competing third 3rd",
            r"(?:second|other|another|2nd|competing|third|3rd) (?:job |verbal |written )?"
            r"(?:offer|one|company)\b(?! letter)",
        ),
        ("the", r"the other (?:one |offer )?(?:is|was|from|at)\b"),
        ("also", r"also (?:got|have|received) (?:an |another )?offer\b"),
    ]
)


def markers(layout: Layout) -> list[int]:
    """Where a text begins to speak of an offer by its number or as another one, in order."""
    low = layout.source.low
    found = [match.start() for match in _LINE.finditer(low)]
    opening = _LINE.match("\n" + low[:_LONGEST])
    if opening:
        found.append(0)
    for matches in _SAID.matches(low, layout.index):
        found += [match.start() for match in matches]
    return sorted(found)
