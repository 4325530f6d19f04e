"""Pay by the mile: a week's pay only with the miles of a week."""

from __future__ import annotations

import re

from bot.offers.gather import Terms
from bot.offers.mile_rate import mile_rate

_A_WEEK = re.compile(
    r"(?<![\w.,$])(?P<low>\d{1,2},\d{3}|\d{3,4})(?: ?(?:-|to|\u2013) ?(?P<high>\d{1,2},\d{3}|\d{3,4}))?"
    r" ?(?:\w{4,10} )?mi(?:les?)? ?(?:(?:a|per|/|each|every) ?w(?:ee)?k\b|weekly\b)"
)


def by_the_mile(terms: Terms) -> None:
    """Read a rate a mile, and as the base the pay of a week where the miles of one are said.

    The arithmetic: rate x miles a week, by the week; of a range of miles the fewest.
    """
    low = terms.layout.source.low
    for entry in terms.of("base"):
        rate = mile_rate(low, entry.figure)
        if rate is None or terms.has("mile_rate"):
            continue
        terms.put_entry("mile_rate", rate, entry)
        said = _A_WEEK.search(low, terms.part.start, terms.part.end)
        others = [each for each in terms.of("base") if mile_rate(low, each.figure) is None]
        if said is None:
            continue
        miles = float(said["low"].replace(",", ""))
        terms.put("miles_per_week", miles, said.start(), said.end())
        if not any(each.figure.kind == "money" for each in others):
            terms.put_entry("base_amount", round(rate * miles, 2), entry, doubt=False)
            terms.put_entry("base_period", "week", entry, doubt=False)
