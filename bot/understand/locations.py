"""Reads the location line of a job posting: many places in one string, in many shapes.

"San Francisco, CA | New York City, NY", "US, Remote", "CA - San Francisco", "London, Ontario".
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.understand import gazetteer
from bot.understand.gazetteer import POOLED, SEVERAL, UNITED_STATES, City
from bot.understand.location_items import Item, read_items
from bot.understand.text import Token, tokens

_BREAK = re.compile(r"[;|•/\n]")
_JOINERS = frozenset({"or", "and"})
_REMOTE_WORDS = frozenset({"remote", "remotely", "distributed", "wfh", "virtual", "telecommute", "telework"})
_NOT = frozenset({"no", "not", "non"})
# Alone these are cities.
_CITY_CODES = {"LA": "0031080", "DC": "0047900"}
_LONGEST = 2_000  # words read of one location line

# A lone "Vancouver" in a posting is in Canada, a lone "Cambridge" in Massachusetts.
_ABROAD_WEIGHS = 0.5
# Sizes below which a bare name is taken for something else.
_BARE, _TOWN, _GUARDED = 15_000, 1_000, 50_000
_TOWN_BESIDE_CITY = 50  # a namesake this many times larger is meant instead


@dataclass(frozen=True, slots=True)
class Locations:
    """Where a posting says the job is, in the order said.

    `metros` are ids of OEWS areas, nonmetropolitan ones included; `states` ids of OEWS states,
    those of the cities too; `countries` two letters, "US" for anything in the United States.
    """

    metros: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    remote: bool = False


@dataclass(slots=True)
class _Found:
    """What has been read so far, kept in order and once."""

    metros: dict[str, None] = field(default_factory=dict)
    states: dict[str, None] = field(default_factory=dict)
    countries: dict[str, None] = field(default_factory=dict)
    several: list[str] = field(default_factory=list)
    unsure: list[Item] = field(default_factory=list)
    named_states: int = 0
    named_cities: int = 0

    def place(self, id_: str, *, state: bool = True) -> None:
        """Add a place by its id, and its first state unless the line names one itself."""
        place = gazetteer.places()[id_]
        if place.kind == "country":
            self.countries[id_] = None
        elif place.kind == "region":
            self.place(POOLED[id_][0], state=state)
        elif place.kind != "remote":
            self.countries["US"] = None
            if place.kind in ("metro", "nonmetro"):
                self.metros[id_] = None
            if place.state and state:
                self.states[gazetteer.states()[place.state]] = None

    def city(self, city: City) -> None:
        """Add a city: its area, and the state it really stands in."""
        if city.abroad:
            self.countries[city.area] = None
        else:
            self.countries["US"] = None
            if gazetteer.places()[city.area].kind in ("metro", "nonmetro"):
                self.metros[city.area] = None
            self.states[gazetteer.states()[city.region]] = None

    def state(self, code: str) -> None:
        """Add a state or a Canadian province."""
        if code in gazetteer.states():
            self.countries["US"] = None
            self.states[gazetteer.states()[code]] = None
        else:
            self.countries["CA"] = None


def read_location(text: str) -> Locations:
    """Read a posting's location line; what is no place is passed over."""
    whole = gazetteer.names().get(gazetteer.key(text[:200])) if len(text) < 200 else None  # noqa: PLR2004
    if whole and gazetteer.places().get(whole.ids[0], None) and _is_area(whole.ids[0]):
        found = _Found()
        found.place(whole.ids[0])
        return Locations(tuple(found.metros), tuple(found.states), tuple(found.countries))
    words = tokens(text)[:_LONGEST]
    found = _Found()
    for group in _groups(text, words):
        _read(group, found)
    _settle_unsure(found)
    if not found.countries:
        for code in dict.fromkeys(c for name in found.several for c in SEVERAL[name]):
            found.countries[code] = None
    return Locations(tuple(found.metros), tuple(found.states), tuple(found.countries), _is_remote(words))


def _is_area(id_: str) -> bool:
    return gazetteer.places()[id_].kind in ("metro", "nonmetro")


def _is_remote(words: Sequence[Token]) -> bool:
    for at, token in enumerate(words):
        before = words[at - 1].fold if at else ""
        two = f"{token.fold} {words[at + 1].fold}" if at + 1 < len(words) else ""
        said = token.fold in _REMOTE_WORDS or token.fold == "anywhere" or two in ("home based", "from home")
        if said and before not in _NOT:
            return True
    return False


def _groups(text: str, words: Sequence[Token]) -> list[list[Token]]:
    """Cut at ; | • / line ends and "or", "and": a state or country settles names in its own part only."""
    groups: list[list[Token]] = [[]]
    for at, token in enumerate(words):
        gap = text[words[at - 1].end : token.start] if at else ""
        if _BREAK.search(gap):
            groups.append([])
        if token.fold in _JOINERS and not _is_oregon(words, at, gap):
            groups.append([])
            continue
        groups[-1].append(token)
    return [group for group in groups if group]


def _is_oregon(words: Sequence[Token], at: int, gap: str) -> bool:
    if words[at].raw != "OR" or not at:
        return False
    state_before = words[at - 1].raw.upper() in gazetteer.states() and words[at - 1].raw.isupper()
    return "," in gap or (not state_before and at + 1 == len(words))


def _read(group: Sequence[Token], found: _Found) -> None:
    items = read_items(group)
    covered = sum(item.last - item.first for item in items) + sum(t.fold in _REMOTE_WORDS for t in group)
    alone = covered >= len(group)
    _pair(items, found)
    states = {item.state for item in items if item.kind == "state" and not _is_city_too(item)}
    abroad = {i for item in items if item.kind == "country" for i in item.ids if len(i) == len("GB")}
    if states & set(gazetteer.PROVINCES):
        abroad.add("CA")
    united = bool(states & set(gazetteer.states())) or any(UNITED_STATES in item.ids for item in items)
    for item in items:
        if item.done:
            continue
        if item.kind == "city":
            _lone_city(item, states, abroad if not united else set(), alone, found)
        elif item.kind == "state":
            _lone_state(item, items, _says_remote(group), abroad, found)
        elif item.kind == "country":
            _country(item, items, found)
        elif item.kind == "place":
            beside = any(i.kind == "state" and i.first == item.last and _reaches(item, i) for i in items)
            found.place(item.ids[0], state=not beside)
            found.named_cities += item.ids[0] != _CITY_CODES["DC"]
        else:
            found.several.extend(i for i in item.ids if i in SEVERAL)


def _reaches(item: Item, state: Item) -> bool:
    """Whether a metro lies partly in a state: "Tysons Corner, VA", but not "NYC, Connecticut"."""
    suffix = gazetteer.oews_names().get(item.ids[0], "").rpartition(", ")[2]
    return state.state in suffix.split("-")


def _says_remote(group: Sequence[Token]) -> bool:
    return any(token.fold in _REMOTE_WORDS for token in group)


def _is_city_too(item: Item) -> bool:
    return item.name in ("new york", "washington")


def _pair(items: Sequence[Item], found: _Found) -> None:
    """Settle each city by the state or country right after it."""
    for item, after in itertools.pairwise(items):
        if not item.cities or item.done or after.done:
            continue
        province = item.state in gazetteer.PROVINCES  # "Ontario, California"
        if item.kind == "state" and not (after.code or province or _is_city_too(item)):
            continue
        city = _in_state(item, after) if after.kind == "state" else None
        if city is None and after.kind in ("country", "state"):
            city = _in_country(item, after)
        if city is not None:
            found.city(city)
            found.named_cities += city.region != "DC"
            item.done = True
            after.done = after.kind == "state" or not city.abroad or after.ids[:1] == (city.area,)


def _in_state(item: Item, after: Item) -> City | None:
    city = next((c for c in item.cities if c.region == after.state), None)
    if city is None:
        return None
    largest = item.cities[0]
    if after.code and len(largest.area) == len("GB") and largest.area == after.state:
        # "Toronto, CA": Canada, for all that California has a hamlet of the name.
        return largest if largest.population > _TOWN_BESIDE_CITY * (city.population or 1) else city
    dwarfed = largest.population > _TOWN_BESIDE_CITY * (city.population or 1) and not largest.abroad
    return None if dwarfed and _is_city_too(after) else city


def _in_country(item: Item, after: Item) -> City | None:
    if item.kind != "city":
        return None
    wanted = {after.state} if after.code and after.kind == "state" else set(after.ids)
    if after.name == "georgia":
        wanted.add("GE")
    return next((c for c in item.cities if c.area in wanted), None)


def _lone_city(item: Item, states: set[str], abroad: set[str], alone: bool, found: _Found) -> None:
    """Settle a city by what else its part of the line says, else by size."""
    cities = item.cities
    if len(states) == 1:
        inside = [c for c in cities if c.region in states]
        if inside and cities[0].population <= _TOWN_BESIDE_CITY * (inside[0].population or 1):
            found.city(inside[0])
            return
    if abroad:
        cities = tuple(c for c in cities if c.area in abroad)
        if not cities:
            return
    ids, _ = gazetteer.rank(cities, _ABROAD_WEIGHS)
    city = next(c for c in cities if c.area == ids[0])
    first = (item.name, city.area) in gazetteer.first_cities()
    if item.name in gazetteer.guarded():
        fine = alone and city.population >= _GUARDED
    else:
        fine = first or city.population >= (_TOWN if alone else _BARE)
    if fine:
        found.city(city)
        found.named_cities += 1


def _lone_state(item: Item, items: Sequence[Item], remote: bool, abroad: set[str], found: _Found) -> None:
    """Add a state named by itself, once it is clear that it is the state."""
    if item.code and item.state == "CA" and abroad & {"CA"}:
        found.countries["CA"] = None
    elif item.code and item.state in _CITY_CODES:
        found.place(_CITY_CODES[item.state])
    elif _is_city_too(item) and not item.code:
        others = [i for i in items if i is not item and i.kind in ("state", "city", "place")]
        if remote or (item.name == "washington" and any(UNITED_STATES in i.ids for i in items)):
            found.state(item.state)
            found.named_states += 1
        elif others:
            found.place(gazetteer.names()[item.name].ids[0])
        else:
            found.unsure.append(item)
    elif item.name == "georgia":
        found.unsure.append(item)
    else:
        found.state(item.state)
        found.named_states += 1


def _country(item: Item, items: Sequence[Item], found: _Found) -> None:
    if item.code:  # two letters count only beside a city there
        return
    for id_ in item.ids[:1]:
        if id_ == "CN" and any("HK" in i.ids or any(c.area == "HK" for c in i.cities) for i in items):
            continue
        if id_ == UNITED_STATES:
            found.countries["US"] = None
        else:
            found.countries[id_] = None


def _settle_unsure(found: _Found) -> None:
    """Settle New York, Washington and Georgia, said alone, by the company they keep."""
    listing_states = found.named_states > found.named_cities
    countries = set(found.countries)
    several = len(found.unsure) > 1
    for item in found.unsure:
        if item.name == "georgia" and countries and "US" not in countries:
            found.countries["GE"] = None
        elif item.name == "georgia" or listing_states or (several and not found.named_cities):
            found.state(item.state)
        else:
            found.place(gazetteer.names()[item.name].ids[0])
