"""Locations of postings to the places whose cells they belong to."""

from __future__ import annotations

from functools import cache
from typing import Final

import pandas as pd

from bot.understand.places import pooled, read_location, state_of

US: Final = "0000000"
REMOTE: Final = "remote"
BAY_AREA: Final = "bay-area"

ABROAD: Final = "placed abroad"
UNPLACED: Final = "no country can be told from the location"


def classify(locations: pd.Series[str]) -> pd.DataFrame:
    """Read the locations of postings.

    Returns:
        `places` (tuple of place ids, empty outside the US) and `place_drop` ("" or why there is
        none), on the index of `locations`. A posting in several metros belongs to each; every US
        posting to its states and the US; one that may be done from home in the US to "remote". A
        bare "Remote" names no country and so belongs nowhere.
    """
    read = [_read(location) for location in locations]
    return pd.DataFrame(
        {"places": [places for places, _ in read], "place_drop": [drop for _, drop in read]},
        index=locations.index,
    )


@cache
def _read(location: str) -> tuple[tuple[str, ...], str]:
    seen = read_location(location)
    if not (seen.metros or seen.states or "US" in seen.countries):
        return (), ABROAD if seen.countries else UNPLACED
    # A metro that crosses a border counts for the state the posting names, else for its first.
    states = seen.states or tuple(state for metro in seen.metros if (state := state_of(metro)))
    places = {US, *seen.metros, *states}
    if seen.remote:
        places.add(REMOTE)
    if places & set(pooled(BAY_AREA)):
        places.add(BAY_AREA)
    return tuple(sorted(places)), ""
