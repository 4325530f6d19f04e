"""A sum by the mile: "58 cents a mile", "$0.62 per mile", "55 cpm" is a rate, whatever its size."""

from __future__ import annotations

import re

from bot.offers.figures import Figure

_CENTS = 100.0
# A bare number from here on is cents: nobody drives for five dollars a mile.
_LEAST_CENTS, _MOST_CENTS = 5.0, 500.0
_BY_MILE = re.compile(
    r" ?(?P<cents>cents?\b|\u00a2|c(?=[ /]))?,? ?(?:(?P<cpm>cpm\b)"
    r"|(?:a|per|/|each|every) ?(?:(?:loaded|practical|dispatched|hub|paid|running) )?mi(?:les?)?\b)"
)


def mile_rate(low: str, figure: Figure) -> float | None:
    """The money a mile that a sum of the lower-case text is, of a range the low end; None for another sum."""
    if figure.kind != "money" or figure.high >= _MOST_CENTS:
        return None
    said = _BY_MILE.match(low, figure.end)
    if said is None:
        return None
    in_cents = said["cents"] or said["cpm"] or (figure.currency is None and figure.low >= _LEAST_CENTS)
    return figure.low / _CENTS if in_cents and figure.low >= 1 else figure.low
