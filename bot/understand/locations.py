"""Reads the location line of a job posting: many places in one string, in many shapes.

"San Francisco, CA | New York City, NY", "US, Remote", "CA - San Francisco", "London, Ontario".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.understand import gazetteer
from bot.understand.gazetteer import SEVERAL, UNITED_STATES
from bot.understand.location_found import Found, Locations
from bot.understand.location_items import Item, read_items
from bot.understand.location_pairs import TOWN_BESIDE_CITY, is_city_too, pair
from bot.understand.text import Token, tokens

_BREAK = re.compile(r"[;|•/\n]")
_JOINERS = frozenset({"or", "and"})
_REMOTE_WORDS = frozenset({"remote", "remotely", "distributed", "wfh", "virtual", "telecommute", "telework"})
_NOT = frozenset({"no", "not", "non"})
# Alone these are cities.
_CITY_CODES = {"LA": "0031080", "DC": "0047900"}
# Read of one location line.
_LONGEST, _LONGEST_TEXT = 2_000, 20_000  # words, characters
_LONGEST_NAME = 15  # words of one area's name

# A lone "Vancouver" in a posting is in Canada, a lone "Cambridge" in Massachusetts.
_ABROAD_WEIGHS = 0.5
# Sizes below which a bare name is taken for something else.
_BARE, _TOWN, _GUARDED, _WELL_KNOWN = 15_000, 1_000, 50_000, 200_000


def read_location(text: str, near: Iterable[str] = ()) -> Locations:
    """Read a posting's location line; what is no place is passed over.

    Args:
        text: the line; its first 20,000 characters are read.
        near: ids of places known to be meant, which settle a name that could be several.
    """
    text = text[:_LONGEST_TEXT]
    words = tokens(text, _LONGEST)
    found = Found(frozenset(near))
    # A name may hold a mark that else divides places: "Raleigh/Durham".
    whole = read_items(words) if _BREAK.search(text) and len(words) <= _LONGEST_NAME else []
    if len(whole) == 1 and whole[0].kind == "place" and whole[0].last - whole[0].first == len(words):
        _area(whole[0], found)
    else:
        for group in _groups(text, words):
            _read(group, found)
    _settle_unsure(found)
    if not found.countries:
        for code in dict.fromkeys(c for name in found.several for c in SEVERAL[name]):
            found.countries[code] = None
    return found.done(_is_remote(words))


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


def _read(group: Sequence[Token], found: Found) -> None:
    items = read_items(group)
    covered = sum(item.last - item.first for item in items) + sum(t.fold in _REMOTE_WORDS for t in group)
    alone = covered >= len(group)
    for city in pair(group, items):
        found.city(city)
        found.named_cities += city.region != "DC"
    states = {item.state for item in items if item.kind == "state" and not is_city_too(item)}
    abroad = {i for item in items if item.kind == "country" for i in item.ids if len(i) == len("GB")}
    if states & set(gazetteer.PROVINCES):
        abroad.add("CA")
    united = bool((states - abroad) & set(gazetteer.states())) or any(
        UNITED_STATES in item.ids for item in items
    )
    for item in items:
        if item.done:
            continue
        if item.kind == "city":
            context = _Context(
                states,
                set() if united else abroad,
                alone,
                any(i.kind == "country" for i in items if i.first > item.first),
                any(_is_accented(token) for token in group[item.first : item.last]),
            )
            _lone_city(item, context, found)
        elif item.kind == "state":
            _lone_state(item, items, _says_remote(group), abroad, found)
        elif item.kind == "country":
            _country(item, items, found)
        elif item.kind == "place":
            beside = next((i for i in items if i.kind == "state" and i.first == item.last), None)
            if beside and not beside.done and _reaches(item, beside.state):  # "Tysons Corner, VA"
                found.state(beside.state)
                beside.done = True
            else:
                beside = None
            _area(item, found, state=beside is None)
        else:
            found.several.extend(i for i in item.ids if i in SEVERAL)


def _area(item: Item, found: Found, *, state: bool = True) -> None:
    """Add the area or areas of a listed name, and the state it says or else the first one of each."""
    last = gazetteer.state_names().get(item.name.rpartition(" ")[2], "")
    if state and last and _reaches(item, last):  # "northern virginia" is in the area of Washington, DC
        found.state(last)
        state = False
    for id_ in item.ids if item.every else item.ids[:1]:
        where = gazetteer.places()[id_]
        if where.kind == "state" and where.state:
            found.name_state(where.state)
        else:
            found.place(id_, state=state)
    found.named_cities += item.ids[0] not in (_CITY_CODES["DC"], *gazetteer.states().values())


def _reaches(item: Item, state: str) -> bool:
    """Whether a metro lies partly in a state: "Tysons Corner, VA", but not "NYC, Connecticut"."""
    suffix = gazetteer.oews_names().get(item.ids[0], "").rpartition(", ")[2]
    return state in suffix.split("-")


def _is_accented(token: Token) -> bool:
    return token.raw.casefold() != token.fold and not token.raw.isascii()


def _says_remote(group: Sequence[Token]) -> bool:
    return any(token.fold in _REMOTE_WORDS for token in group)


@dataclass(frozen=True, slots=True)
class _Context:
    """What a city's part of the line says besides.

    States and countries abroad; whether it says nothing but places (`alone`), a country after the
    city (`narrowed`), and the name with an accent.
    """

    states: set[str]
    abroad: set[str]
    alone: bool
    narrowed: bool
    accented: bool


def _lone_city(item: Item, context: _Context, found: Found) -> None:
    """Settle a city by what else its part of the line says, else by size."""
    cities = item.cities
    if known := next((c for c in cities if c.area in found.near), None):
        found.city(known)
        return
    if len(context.states) == 1:
        inside = [c for c in cities if c.region in context.states]
        if inside and cities[0].population <= TOWN_BESIDE_CITY * (inside[0].population or 1):
            found.city(inside[0])
            return
    if context.abroad:
        inside = [c for c in cities if c.area in context.abroad]
        # "Singapore, Tokyo", but "Santa Catarina, Brazil" is a part of Brazil for all that Mexico has a city.
        listed = context.alone and not context.narrowed and cities[0].population >= _WELL_KNOWN
        if not (inside or listed):
            return
        cities = tuple(inside) or cities
    elif context.accented and not context.states:
        # "San José": few names in the US are written so.
        cities = tuple(c for c in cities if c.abroad) or cities
    ids, _ = gazetteer.rank(cities, _ABROAD_WEIGHS)
    city = next(c for c in cities if c.area == ids[0])
    first = (item.name, city.area) in gazetteer.first_cities()
    if item.name in gazetteer.guarded():
        fine = context.alone and city.population >= _GUARDED
    else:
        fine = first or city.population >= (_TOWN if context.alone else _BARE)
    if fine:
        found.city(city)
        found.named_cities += 1


def _lone_state(item: Item, items: Sequence[Item], remote: bool, abroad: set[str], found: Found) -> None:
    """Add a state named by itself, once it is clear that it is the state."""
    if item.code and item.state in abroad:  # "Bangalore, KA, IN"
        found.countries[item.state] = None
    elif item.code and item.state in _CITY_CODES:
        found.place(_CITY_CODES[item.state])
    elif is_city_too(item) and not item.code:
        others = [i for i in items if i is not item and i.kind in ("state", "city", "place")]
        among_states = others and all(i.kind == "state" and not (i.code or is_city_too(i)) for i in others)
        if (
            remote
            or among_states
            or (item.name == "washington" and any(UNITED_STATES in i.ids for i in items))
        ):
            found.name_state(item.state)
        elif others:
            found.place(gazetteer.names()[item.name].ids[0])
        else:
            found.unsure.append(item)
    elif item.name == "georgia":
        found.unsure.append(item)
    else:
        found.name_state(item.state)


def _country(item: Item, items: Sequence[Item], found: Found) -> None:
    if item.code:  # two letters count only beside a city there
        return
    for id_ in item.ids[:1]:
        if id_ == "CN" and any("HK" in i.ids or any(c.area == "HK" for c in i.cities) for i in items):
            continue
        if id_ == UNITED_STATES:
            found.countries["US"] = None
        else:
            found.countries[id_] = None


def _settle_unsure(found: Found) -> None:
    """Settle New York, Washington and Georgia, said alone, by the company they keep."""
    listing_states = found.named_states > found.named_cities
    countries = set(found.countries)
    several = len(found.unsure) > 1
    for item in found.unsure:
        if item.name == "georgia" and countries and "US" not in countries:
            found.countries["GE"] = None
        elif (
            item.name == "georgia"
            or listing_states
            or _is_near_state(item, found)
            or (several and not found.named_cities)
        ):
            found.name_state(item.state)
        else:
            found.place(gazetteer.names()[item.name].ids[0])


def _is_near_state(item: Item, found: Found) -> bool:
    """Whether of a state and its namesake city only the state is known to be meant."""
    city = gazetteer.names()[item.name].ids[0]
    return city not in found.near and gazetteer.states()[item.state] in found.near
