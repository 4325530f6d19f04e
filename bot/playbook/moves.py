"""The next move on an offer: how its base stands, who offers it, and the person's floor.

Playbook, section 4, step 3, as one table that has a row for every case.
"""

from __future__ import annotations

from typing import Literal

Standing = Literal["below", "at", "above", "unknown"]
Employer = Literal["target", "other"]
Floor = Literal["below", "held", "unset"]
Approach = Literal[
    "reach_floor",  # the one thing that would save it: their number at the floor
    "market_pays",  # below the median at an employer that pays it elsewhere: the gap is the argument
    "evidence_first",  # below it at one that pays when it must: the work is the argument
    "grow_equity",  # at the market where equity and refresh grants are the upside
    "secure_growth",  # at the market where growth is slower: title, a dated review, a sign-on
    "find_median",  # nothing to hold it against
]

_ABOVE_FLOOR: dict[tuple[Standing, Employer], Approach] = {
    ("below", "target"): "market_pays",
    ("below", "other"): "evidence_first",
    ("at", "target"): "grow_equity",
    ("at", "other"): "secure_growth",
    ("above", "target"): "grow_equity",
    ("above", "other"): "secure_growth",
    ("unknown", "target"): "find_median",
    ("unknown", "other"): "find_median",
}


def approach(standing: Standing, employer: Employer, floor: Floor) -> Approach:
    """How to go about it. A failed floor beats any score; a floor not set holds nothing back."""
    return "reach_floor" if floor == "below" else _ABOVE_FLOOR[standing, employer]
