"""The tables of places: OEWS areas, countries, cities, everyday names. Loaded when first asked.

The long list of cities stays as bytes, sorted, and is searched by bisection: reading it costs
a file read, not a parse. `data.sources.gazetteer` makes the tables.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from bot.understand.forgetful import for_a_turn
from bot.understand.text import tokens

Kind = Literal["metro", "nonmetro", "state", "us", "country", "region", "remote"]

UNITED_STATES = "0000000"
REMOTE = "remote"
BAY_AREA = "bay-area"
POOLED = {BAY_AREA: ("0041860", "0041940")}
# Words that stand for a group of countries, or a part of one ("the Midwest"), used where a location names
# nothing narrower.
SEVERAL = {"us-ca": ("US", "CA"), "gb-ie": ("GB", "IE"), "us-part": ("US",)}
NOWHERE = "nowhere"
PROVINCES = {
    "AB": "Alberta", "BC": "British Columbia", "MB": "Manitoba", "NB": "New Brunswick",
    "NL": "Newfoundland", "NS": "Nova Scotia", "ON": "Ontario", "PE": "Prince Edward Island",
    "QC": "Quebec", "SK": "Saskatchewan",
}  # fmt: skip

# Parley knows US pay: a US city outweighs a namesake abroad up to four times its size.
ABROAD_WEIGHS = 0.25
# From what share of the first candidate's weight a second one is worth a question.
AMBIGUOUS = 0.25
# A namesake is worth a word when this many people live there, and this share of the first one's weight.
_OTHERS_FROM = 15_000
_OTHERS_SHARE = 0.05
_FIRST_CITY = 100_000

_FOLDER = Path(__file__).parent / "vocabulary"
_SAME = {"saint": "st", "ft": "fort", "mt": "mount"}


@dataclass(frozen=True, slots=True)
class Place:
    """A place by its id. `state` is the two-letter code of its (first) US state, None outside."""

    id: str
    name: str
    kind: Kind
    state: str | None = None


@dataclass(frozen=True, slots=True)
class City:
    """A city called `name` (as a key): its US state or Canadian province, and its place id.

    `area` is an OEWS area code, or a country's two letters; `population` is 0 where unknown.
    """

    name: str
    region: str
    area: str
    population: int

    @property
    def abroad(self) -> bool:
        """Whether it lies outside the US."""
        return len(self.area) == len("GB")


@dataclass(frozen=True, slots=True)
class Name:
    """What a listed name means: one id, several where nobody could tell, and `others` it might mean.

    `loose` when the place is not quite what was said: "long island" is read as New York. `both` when a
    posting that says it is in each of `ids` and `others`: "Raleigh-Durham".
    """

    ids: tuple[str, ...]
    others: tuple[str, ...] = ()
    loose: bool = False
    both: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """A place people may half remember: shown name, its key with and without the state, id, inhabitants."""

    name: str
    full: str
    key: str
    id: str
    population: int


def same(word: str) -> str:
    """Give one spelling to a folded word: no apostrophe, "saint" -> "st", "ft" -> "fort"."""
    word = word.replace("'", "")
    return _SAME.get(word, word)


def key(text: str) -> str:
    """Turn a name into the key it is listed under: "Saint Louis" and "St. Louis" -> "st louis"."""
    return " ".join(same(token.fold) for token in tokens(text))


def _rows(name: str) -> list[dict[str, str]]:
    with (_FOLDER / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def shown(oews_name: str) -> str:
    """Shorten a metro's OEWS name to first city and first state.

    "Louisville/Jefferson County, KY-IN" -> "Louisville, KY".
    """
    return f"{principal_cities(oews_name)[0]}, {oews_name.rpartition(', ')[2].partition('-')[0]}"


def principal_cities(oews_name: str) -> list[str]:
    """List the cities a metro's OEWS name is made of.

    "Scranton--Wilkes-Barre, PA" -> Scranton, Wilkes-Barre.
    """
    cities = oews_name.rpartition(", ")[0]
    if cities == "Winston-Salem":
        return [cities]
    parts = cities.split("--") if "--" in cities else cities.split("-")
    found: list[str] = []
    for part in parts:
        # "Athens-Clarke County": the county is how the city calls itself since they merged.
        city = part.partition("/")[0].removesuffix("-Davidson")
        if not (found and city.endswith(" County")):
            found.append(city)
    return found


@cache
def _areas() -> tuple[dict[str, str], ...]:
    return tuple(_rows("places_areas.csv"))


@cache
def oews_names() -> dict[str, str]:
    """Full OEWS name of every metro and nonmetro area, by id."""
    return {row["id"]: row["name"] for row in _areas() if row["kind"] in ("metro", "nonmetro")}


@cache
def places() -> dict[str, Place]:
    """Every place with an id."""
    found: dict[str, Place] = {}
    for row in _areas():
        kind: Kind = row["kind"]  # type: ignore[assignment]
        found[row["id"]] = Place(row["id"], row["shown"], kind, row["state"] or None)
    for id_, name in regions().items():
        found[id_] = Place(id_, name, "country")
    found[REMOTE] = Place(REMOTE, "remote", "remote")
    found[BAY_AREA] = Place(BAY_AREA, found[POOLED[BAY_AREA][0]].name, "region", "CA")
    return found


@cache
def regions() -> dict[str, str]:
    """Everyday name of groups of countries abroad by id: two letters ISO 3166 leaves free ("XE" EMEA).

    They are places to ask about, of kind "country" since nothing is known of their pay; the
    location of a posting names none of them.
    """
    return {row["id"]: row["name"] for row in _rows("places_regions.csv")}


@cache
def states() -> dict[str, str]:
    """Id of a state by its two-letter code."""
    return {p.state: p.id for p in places().values() if p.kind == "state" and p.state}


@cache
def names() -> dict[str, Name]:
    """What a listed name means, by key: everyday names, full and shown names of areas, states, countries."""
    found: dict[str, Name] = {}
    for row in _areas():
        name, meant = row["shown_key"], Name((row["id"],))
        found.setdefault(name, meant)
        if row["kind"] == "state":
            for spelling in (f"{name} state", f"state of {name}", f"{name} the state"):
                found[spelling] = meant
    for row in _areas():
        if row["kind"] in ("metro", "nonmetro"):
            found[row["key"]] = Name((row["id"],))
    for row in _rows("places_aliases.csv"):
        others = tuple(row["others"].split(";")) if row["others"] else ()
        found[row["alias"]] = Name(
            tuple(row["ids"].split(";")), others, row["marks"] == "loose", row["marks"] == "both"
        )
    return found


@cache
def state_names() -> dict[str, str]:
    """Two-letter code of a state or Canadian province by the key of its name: "north carolina" -> "NC"."""
    found = {row["shown_key"]: row["state"] for row in _areas() if row["kind"] == "state"}
    return found | {key(name): code for code, name in PROVINCES.items()}


@cache
def first_cities() -> frozenset[tuple[str, str]]:
    """(key, id) of the city each metro is called after."""
    metros = (row for row in _areas() if row["kind"] == "metro")
    return frozenset((row["shown_key"].rpartition(" ")[0], row["id"]) for row in metros)


@cache
def spans() -> dict[str, tuple[int, ...]]:
    """How many words the listed names beginning with a word have, longest first."""
    found: dict[str, set[int]] = {}
    for name in names():
        words = name.split(" ")
        found.setdefault(words[0], set()).add(len(words))
    return {word: tuple(sorted(counts, reverse=True)) for word, counts in found.items()}


@cache
def guarded() -> frozenset[str]:
    """City names that are ordinary words: they need a state beside them."""
    return frozenset(row["word"] for row in _rows("places_guarded.csv"))


@cache
def known() -> tuple[Known, ...]:
    """The places offered while typing and by spelling correction, biggest first."""
    return tuple(
        Known(
            row["name"],
            row["key"],
            row["key"].rpartition(" ")[0] if ", " in row["name"] else row["key"],
            row["id"],
            int(row["population"]),
        )
        for row in _rows("places_known.csv")
    )


@cache
def _table() -> bytes:
    return b"\n" + (_FOLDER / "places_cities.csv").read_bytes()


def _first(prefix: bytes) -> int:
    """Offset of the first line of the city table not below `prefix`."""
    table = _table()
    low, high = table.index(b"\n", 1) + 1, len(table)
    while low < high:
        middle = table.rfind(b"\n", 0, (low + high) // 2) + 1
        middle = max(middle, low)
        end = table.find(b"\n", middle)
        end = len(table) if end < 0 else end
        if table[middle:end] < prefix:
            low = end + 1
        else:
            high = middle
    return low


@for_a_turn(maxsize=4096)
def cities(name: str) -> tuple[City, ...]:
    """Every listed city of that key, biggest first."""
    if not name or "," in name:
        return ()
    table, prefix = _table(), f"{name},".encode()
    start = _first(prefix)
    found = []
    while table.startswith(prefix, start):
        end = table.find(b"\n", start)
        end = len(table) if end < 0 else end
        _, region, area, population = table[start:end].decode().split(",")
        found.append(City(name, region, area, int(population or 0)))
        start = end + 1
    return tuple(sorted(found, key=lambda city: -city.population))


@for_a_turn(maxsize=4096)
def city_starts(word: str) -> tuple[int, ...]:
    """How many words the city names beginning with a word have, longest first."""
    table, alone, longer = _table(), f"{word},".encode(), f"{word} ".encode()
    found = set()
    if table.startswith(alone, _first(alone)):
        found.add(1)
    start = _first(longer)
    while table.startswith(longer, start):
        comma = table.find(b",", start)
        found.add(table.count(b" ", start, comma) + 1)
        end = table.find(b"\n", comma)
        start = len(table) if end < 0 else end + 1
    return tuple(sorted(found, reverse=True))


def rank(
    namesakes: Iterable[City], abroad_weighs: float = ABROAD_WEIGHS
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Order namesakes: the ids the name could well mean, then those it hardly means.

    One id in the first part when it dominates: no other has a quarter of its weight. Between
    countries abroad nothing is asked, for nothing is known of either.
    """
    found = list(namesakes)
    abroad = max((c.population for c in found if c.abroad), default=0)
    namesakes_abroad = {c.area for c in found if c.abroad}
    home = max((c.population for c in found if not c.abroad), default=0)
    weights: dict[str, float] = {}
    for city in found:
        people = float(city.population or 1)
        # A metro's own city is better known than its size says: Naples, FL beside Naples in Italy.
        if abroad > home and (city.name, city.area) in first_cities():
            people = max(people, _FIRST_CITY)
        weight = people * (abroad_weighs if city.abroad else 1)
        weights[city.area] = max(weights.get(city.area, 0.0), weight)
    order = sorted(weights, key=lambda area: -weights[area])
    top = order[0]
    ids = [top]
    for area in order[1:]:
        asks = len(area) > len("GB") or len(top) > len("GB")
        if asks and weights[area] > AMBIGUOUS * weights[top]:
            ids.append(area)
    least = max(_OTHERS_FROM, _OTHERS_SHARE * weights[top])
    # Nobody who says St. Louis means the one in Senegal: abroad must be the larger to be worth a word.
    others = [
        a
        for a in order
        if a not in ids and weights[a] >= least and (a not in namesakes_abroad or abroad > home)
    ]
    return tuple(ids), tuple(others[:4])
