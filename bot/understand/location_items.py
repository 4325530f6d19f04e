"""Finds the names in one part of a posting's location line, before anything is settled about them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from bot.understand import gazetteer
from bot.understand.gazetteer import NOWHERE, UNITED_STATES, City
from bot.understand.text import Token

# Codes that are words too: "ON-SITE", "IN-OFFICE", "New York, NY OR Los Angeles".
_WORD_CODES = frozenset({"IN", "OR", "ME", "HI", "OK", "OH", "ON"})
_SITES = frozenset({"site", "office", "person", "house"})
_CITIES = frozenset({"la", "dc"})  # in small letters these are no states
_STREETS = frozenset(
    [
        "avenue",
        "ave",
        "street",
        "st",
        "blvd",
        "boulevard",
        "road",
        "rd",
        "drive",
        "dr",
        "lane",
        "way",
        "suite",
    ]
)
# After a name these make it a time of day, no place: "US hours", "New York time zone".
_CLOCKS = frozenset({"timezone", "timezones", "time", "hours", "hrs", "tz"})
_ISO3 = {
    "USA": UNITED_STATES, "CAN": "CA", "GBR": "GB", "IND": "IN", "DEU": "DE", "FRA": "FR", "MEX": "MX",
    "BRA": "BR", "AUS": "AU", "NLD": "NL", "ESP": "ES", "POL": "PL", "IRL": "IE", "SGP": "SG", "JPN": "JP",
}  # fmt: skip


@dataclass(slots=True)
class Item:
    """A name found at words `[first, last)`.

    `ids` are fixed meanings (all of which hold where `every`), `state` the state or province it may
    be (`code`: by its letters), `cities` those of the name. `done` once it is settled.
    """

    kind: Literal["city", "state", "place", "country", "group"]
    name: str
    first: int
    last: int
    ids: tuple[str, ...] = ()
    state: str = ""
    code: bool = False
    cities: tuple[City, ...] = ()
    every: bool = False
    done: bool = False


def read_items(group: Sequence[Token]) -> list[Item]:
    """Find the names in a run of words, longest first, in order."""
    keys = [gazetteer.same(token.fold) for token in group]
    found: list[Item] = []
    at = 0
    while at < len(group):
        item = _longest(group, keys, at) or _code(group, at)
        if item is None:
            at += 1
            continue
        at = item.last
        if at == len(group) or keys[at] not in _CLOCKS:
            found.append(item)
    return found


def _longest(group: Sequence[Token], keys: Sequence[str], at: int) -> Item | None:
    word = group[at].fold
    written = group[at].raw.isupper() or (_after_comma(group, at) and word not in _CITIES)
    if word == "us" or (written and word.upper() in gazetteer.states()):
        return None  # a code
    counts = {*gazetteer.spans().get(keys[at], ()), *gazetteer.city_starts(keys[at])}
    for count in sorted(counts, reverse=True):
        end = at + count
        if end <= len(group) and not _is_street(keys, end):
            item = _listed(" ".join(keys[at:end]), at, end)
            if item is not None:
                return item
    return None


def _listed(name: str, at: int, end: int) -> Item | None:
    listed, cities = gazetteer.names().get(name), gazetteer.cities(name)
    state = gazetteer.state_names().get(name, "")
    ids = listed.ids if listed else ()
    ids = tuple(i for i in ids if i not in gazetteer.regions())
    kind = gazetteer.places()[ids[0]].kind if ids and ids[0] in gazetteer.places() else None
    item: Item | None = None
    if state:
        item = Item("state", name, at, end, state=state, cities=cities)
    elif kind == "remote":
        # "remote US" names a country too, so it is read word by word.
        item = Item("group", name, at, end) if end - at == 1 else None
    elif kind:
        both = bool(listed and listed.both)
        ids = (*ids, *listed.others) if listed and both else ids
        item = Item(
            "country" if kind in ("country", "us") else "place", name, at, end, ids, cities=cities, every=both
        )
    elif listed:
        item = Item("group", name, at, end, tuple(i for i in ids if i != NOWHERE))
    elif cities:
        item = Item("city", name, at, end, cities=cities)
    return item


def _is_street(keys: Sequence[str], at: int) -> bool:
    if at >= len(keys) or keys[at] not in _STREETS:
        return False
    return not (keys[at] == "st" and at + 1 < len(keys) and gazetteer.cities(f"st {keys[at + 1]}"))


def _code(group: Sequence[Token], at: int) -> Item | None:
    raw = group[at].raw.replace(".", "")
    if _after_comma(group, at) and len(raw) == len("CA") and raw.upper() not in _WORD_CODES:
        raw = raw.upper()
    if raw.upper() == "US" or raw in _ISO3:
        return Item("country", raw, at, at + 1, (_ISO3.get(raw, UNITED_STATES),))
    if not raw.isupper() or (raw in _WORD_CODES and (_is_joined(group, at) or _is_answer(group, at))):
        return None
    if raw in gazetteer.states() or raw in gazetteer.PROVINCES:
        return Item("state", raw, at, at + 1, state=raw, code=True)
    if len(raw) == len("GB") and raw in gazetteer.places() and raw not in gazetteer.regions():
        return Item("country", raw, at, at + 1, (raw,), code=True)
    return None


def _after_comma(group: Sequence[Token], at: int) -> bool:
    return at > 0 and group[at].start - group[at - 1].end > 1


def _is_joined(group: Sequence[Token], at: int) -> bool:
    """Whether a code is the first half of "ON-SITE"."""
    after = group[at + 1] if at + 1 < len(group) else None
    return after is not None and after.start - group[at].end == 1 and after.fold in _SITES


def _is_answer(group: Sequence[Token], at: int) -> bool:
    """Whether a code is the word of "Remote OK"; "Remote, OK" is in Oklahoma."""
    return at > 0 and group[at].raw == "OK" and group[at - 1].fold == "remote" and not _after_comma(group, at)
