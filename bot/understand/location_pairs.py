"""Settles the names of a location line that stand beside the state or country they lie in."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Final

from bot.understand import gazetteer
from bot.understand.gazetteer import UNITED_STATES, City
from bot.understand.location_items import Item
from bot.understand.text import Token

TOWN_BESIDE_CITY: Final = 50
"""A namesake this many times larger is meant instead of a town."""
_TOWN: Final = 15_000
# Words after a town's name that leave it the town's name: "Larkspur Area, CA".
_ABOUT_PLACES: Final = frozenset(
    {"area", "campus", "city", "county", "downtown", "headquarters", "hq", "hybrid", "metro", "metropolitan",
     "office", "on", "onsite", "region", "remote", "township"}
)  # fmt: skip


def pair(group: Sequence[Token], items: Sequence[Item]) -> list[City]:
    """Settle each city by the state or country beside it; what settles or is settled is `done`."""
    settled: list[City] = []
    for at, (item, after) in enumerate(itertools.pairwise(items)):
        if _is_province_code(item, after, items[at + 2 : at + 3]):
            after.done = True
        if not item.cities or item.done or after.done:
            continue
        province = item.state in gazetteer.PROVINCES  # "Ontario, California"
        if item.kind == "state" and not (after.code or province or is_city_too(item)):
            continue
        city = _in_state(item, after) if after.kind == "state" else None
        if city is not None and _is_part_of_a_longer_name(group, item, after, city):
            item.done = True
            continue
        if city is None:
            city = _past_a_code(item, after, items[at + 2 : at + 3])
        if city is None and after.kind in ("country", "state"):
            city = _in_country(item, after)
        if city is not None:
            settled.append(city)
            item.done = True
            after.done = after.kind == "state" or not city.abroad or after.ids[:1] == (city.area,)
    return settled + [city for at in range(len(items)) if (city := _by_country_code(items, at))]


def is_city_too(item: Item) -> bool:
    """Whether the name of a state is a city's as well."""
    return item.name in ("new york", "washington")


def _is_part_of_a_longer_name(group: Sequence[Token], item: Item, after: Item, city: City) -> bool:
    """Whether a town's name only begins a longer one: "Hudson Yards, New York" is not in Hudson, NY."""
    if (
        after.first == item.last
        or city.population >= _TOWN
        or (city.name, city.area) in gazetteer.first_cities()
    ):
        return False
    word = group[item.last]
    return (
        word.start - group[item.last - 1].end == 1 and word.raw.istitle() and word.fold not in _ABOUT_PLACES
    )


def _in_state(item: Item, after: Item) -> City | None:
    city = next((c for c in item.cities if c.region == after.state), None)
    if city is None:
        return None
    largest = item.cities[0]
    if after.code and len(largest.area) == len("GB") and largest.area == after.state:
        # "Toronto, CA": Canada, for all that California has a hamlet of the name.
        return largest if largest.population > TOWN_BESIDE_CITY * (city.population or 1) else city
    dwarfed = largest.population > TOWN_BESIDE_CITY * (city.population or 1) and not largest.abroad
    return None if dwarfed and is_city_too(after) else city


def _in_country(item: Item, after: Item) -> City | None:
    if item.kind != "city":
        return None
    wanted = {after.state} if after.code and after.kind == "state" else set(after.ids)
    if after.name == "georgia":
        wanted.add("GE")
    return next((c for c in item.cities if c.area in wanted), None)


def _past_a_code(item: Item, code: Item, then: Sequence[Item]) -> City | None:
    """Settle a city by the country after a province's letters: "Barcelona, CT, Spain" is no Connecticut."""
    if not _is_code_before_country(item, code, then):
        return None
    return next((c for c in item.cities if c.area in then[0].ids), None)


def _is_province_code(item: Item, code: Item, then: Sequence[Item]) -> bool:
    """Whether letters stand between a city known to be abroad and its country: "Milano, MI, Italy"."""
    return item.kind == "country" and _is_code_before_country(item, code, then) and then[0].ids == item.ids


def _is_code_before_country(item: Item, code: Item, then: Sequence[Item]) -> bool:
    if not (then and code.kind == "state" and code.code and then[0].kind == "country"):
        return False
    return item.last == code.first and code.last == then[0].first and UNITED_STATES not in then[0].ids


def _by_country_code(items: Sequence[Item], at: int) -> City | None:
    """Settle a city by two letters before it that are a country's as well as a state's: "DE - Munich"."""
    code = items[at]
    if code.done or not code.code or code.kind != "state" or at + 1 >= len(items):
        return None
    city = items[at + 1]
    if city.done or city.kind != "city" or any(c.region == code.state for c in city.cities):
        return None
    abroad = [c for c in city.cities if c.abroad]
    if not abroad or abroad[0].area != code.state:
        return None
    code.done = city.done = True
    return abroad[0]
