"""Locations of postings to the places whose cells they belong to."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import pandas as pd

from bot.understand.places import pooled, read_location, state_of

US: Final = "0000000"
REMOTE: Final = "remote"
BAY_AREA: Final = "bay-area"

ABROAD: Final = "placed abroad"
UNPLACED: Final = "no country can be told from the location"

MOST_METROS: Final = 60
"""A posting in more metros than this is one for the whole country: it tells nothing of any one."""
_LONGEST: Final = 20_000


def classify(locations: pd.Series[str]) -> pd.DataFrame:
    """Read the locations of postings; what is no text is as empty.

    Returns:
        `places` (tuple of place ids, empty outside the US) and `place_drop` ("" or why there is
        none), on the index of `locations`. A posting in several metros belongs to each (in more than
        `MOST_METROS` to none); every US posting to its states and the US; one that may be done from
        home in the US to "remote". A bare "Remote" names no country and so belongs nowhere.
    """
    found = [read(location) if isinstance(location, str) else ((), UNPLACED) for location in locations]
    return pd.DataFrame(
        {"places": [places for places, _ in found], "place_drop": [drop for _, drop in found]},
        index=locations.index,
    )


def read(location: str) -> tuple[tuple[str, ...], str]:
    """Read one location: its places, in the order of ids, and why there is none."""
    return _read(location[:_LONGEST])


@lru_cache(maxsize=200_000)
def _read(location: str) -> tuple[tuple[str, ...], str]:
    seen = read_location(location)
    if not (seen.metros or seen.states or "US" in seen.countries):
        return (), ABROAD if seen.countries else UNPLACED
    metros = seen.metros if len(seen.metros) <= MOST_METROS else ()
    # A metro that crosses a border counts for the state the posting names, else for its first.
    states = seen.states or tuple(state for metro in metros if (state := state_of(metro)))
    places = {US, *metros, *states}
    if seen.remote:
        places.add(REMOTE)
    if places & set(pooled(BAY_AREA)):
        places.add(BAY_AREA)
    return tuple(sorted(places)), ""
