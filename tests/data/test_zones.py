"""Which of a posting's places each of its pay ranges holds for."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.classify.places import read
from data.classify.zones import assign

SF, SJ, LA, NYC, SEATTLE = "0041860", "0041940", "0031080", "0035620", "0042660"
AUSTIN, DALLAS, DENVER, CHICAGO, WASHINGTON, PORTLAND = (
    "0012420", "0019100", "0019740", "0016980", "0047900", "0038900",
)  # fmt: skip
CA, NY, WA, TX, CO, IL, DC, NJ = (
    "0600000", "3600000", "5300000", "4800000", "0800000", "1700000", "1100000", "3400000",
)  # fmt: skip
US, REMOTE, BAY = "0000000", "remote", "bay-area"

SAN_FRANCISCO = "San Francisco, CA"
COASTS = "San Francisco, CA; New York, NY; Seattle, WA"
ANYWHERE = "San Francisco, CA; New York, NY; Austin, TX; Remote - United States"


def held(location: str, *zones: str) -> list[set[str] | None]:
    """The places of a posting at a location, by zone."""
    return [None if found is None else set(found) for found in assign(zones, read(location)[0])]


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        ("", {SF, BAY, CA, NYC, NY, SEATTLE, WA, US}),
        ("Annual base salary range", {SF, BAY, CA, NYC, NY, SEATTLE, WA, US}),
        ("US", {SF, BAY, CA, NYC, NY, SEATTLE, WA, US}),
        ("United States Pay Range", {SF, BAY, CA, NYC, NY, SEATTLE, WA, US}),
        ("Nationwide", {SF, BAY, CA, NYC, NY, SEATTLE, WA, US}),
        ("San Francisco, CA", {SF, BAY, CA, US}),
        ("San Francisco Bay Area", {SF, BAY, CA, US}),
        ("SF/NY Pay Range", {SF, BAY, CA, NYC, NY, US}),
        ("Premium: SF/NYC", {SF, BAY, CA, NYC, NY, US}),
        ("San Francisco Bay Area, NYC and Seattle", {SF, BAY, CA, NYC, NY, SEATTLE, WA, US}),
        ("CA, WA, NY", {SF, BAY, CA, NYC, NY, SEATTLE, WA, US}),
        ("California, Colorado, New York and Washington", {SF, BAY, CA, NYC, NY, SEATTLE, WA, US}),
        ("California", {SF, BAY, CA, US}),
        ("Washington", {SEATTLE, WA, US}),
        ("Washington State", {SEATTLE, WA, US}),
        ("New York", {NYC, NY, US}),
        ("New York City Metro", {NYC, NY, US}),
        ("Tier 1 (SF, NYC)", {SF, BAY, CA, NYC, NY, US}),
        ("Tier 2 (Austin, Denver)", set()),
        ("Colorado", set()),
        ("Canada", set()),
        ("London, UK", set()),
        ("Europe", set()),
        ("Remote", set()),
        ("Zone A", None),
        ("Zone 1 Pay Range", None),
        ("L5", None),
        ("Level 3", None),
        ("Senior Software Engineer", None),
        ("West Coast", None),
        ("All other US locations", None),
        ("National Pay Range", {SF, BAY, CA, NYC, NY, SEATTLE, WA, US}),
        ("US tier", {SF, BAY, CA, NYC, NY, SEATTLE, WA, US}),
        ("CA$102.8K - CA$137K", None),
        ("US Premium Markets", None),
        ("US Tier 1", None),
        ("US (Zone B)", None),
        ("USA (West)", None),
        ("Select US locations", None),
        ("EU tier", set()),
        ("Tier 1: all of the US", {SF, BAY, CA, NYC, NY, SEATTLE, WA, US}),
        ("Canadian employees (any location)", set()),
        ("Outside the US", set()),
        ("Non-remote", None),
        ("Seattle, New York (excluding NYC boroughs); Texas", {SEATTLE, WA, US}),
        ("California (excluding the Bay Area), New York", {NYC, NY, US}),
        ("Outside of California", {NYC, NY, SEATTLE, WA, US}),
        ("US (excluding SF and NYC)", {SEATTLE, WA, US}),
        ("non-Bay Area", {NYC, NY, SEATTLE, WA, US}),
    ],
)
def test_one_zone_holds_for_the_places_it_names(zone: str, expected: set[str] | None) -> None:
    assert held(COASTS, zone) == [expected]


@pytest.mark.parametrize(
    "rest",
    [
        "All other US locations",
        "all other locations",
        "Rest of US",
        "Rest of the country",
        "Remaining US",
        "Elsewhere in the US",
        "Everywhere else",
        "Other U.S. cities",
        "Other",
    ],
)
def test_the_others_are_the_places_no_sibling_names(rest: str) -> None:
    dear, other = held(ANYWHERE, "San Francisco & New York", rest)
    assert dear == {SF, BAY, CA, NYC, NY}
    assert other == {AUSTIN, TX, REMOTE, US}


def test_the_others_are_not_told_beside_a_zone_that_is_not() -> None:
    assert held(ANYWHERE, "Zone A", "All other US locations", "NYC") == [None, None, {NYC, NY, US}]
    assert held("Denver, CO; Austin, TX", "Zone A", "Other locations", "") == [
        None,
        None,
        {DENVER, CO, AUSTIN, TX, US},
    ]


def test_a_metro_named_for_itself_leaves_its_state_to_the_state_s_range() -> None:
    place = "San Francisco, CA; Los Angeles, CA"
    assert held(place, "SF Bay Area", "California (excluding SF Bay Area)") == [{SF, BAY}, {LA, CA, US}]
    assert held(place, "SF Bay Area", "Rest of California") == [{SF, BAY}, {LA, CA, US}]
    assert held(place, "San Francisco", "California") == [{SF, BAY}, {LA, CA, US}]


def test_a_state_whose_metros_differ_takes_no_range_unless_it_is_named() -> None:
    first, second = held("San Francisco, CA; Los Angeles, CA", "San Francisco", "Los Angeles")
    assert (first, second) == ({SF, BAY}, {LA, US})


def test_a_state_takes_no_range_from_one_of_its_metros_alone() -> None:
    assert held("San Francisco, CA; Los Angeles, CA", "San Francisco") == [{SF, BAY, US}]


def test_the_bay_area_is_both_its_metros() -> None:
    both = "San Francisco, CA; Palo Alto, CA"
    assert held(both, "San Francisco Bay Area") == [{SF, SJ, BAY, CA, US}]
    assert held(both, "San Francisco") == [{SF, US}]
    assert held("Palo Alto, CA", "SF Bay Area") == [{SJ, BAY, CA, US}]


def test_the_us_counts_a_posting_once() -> None:
    ranges = held(COASTS, "Seattle", "New York", "San Francisco")
    assert [US in (each or ()) for each in ranges] == [False, True, False]
    assert [US in (each or ()) for each in held(COASTS, "San Francisco", "United States")] == [False, True]


def test_the_us_takes_no_range_from_where_the_job_is_not() -> None:
    assert held("Austin, TX", "San Francisco", "New York") == [set(), set()]


@pytest.mark.parametrize("zone", ["Remote US", "Remote", "US Remote", "Remote - United States"])
def test_a_remote_range_holds_for_remote(zone: str) -> None:
    assert held("San Francisco, CA; Remote - US", "SF", zone) == [{SF, BAY, CA, US}, {REMOTE}]
    assert held("Remote - US", zone) == [{REMOTE, US}]


def test_remote_takes_the_range_that_holds_everywhere_else() -> None:
    assert held("Remote - California", "California") == [{CA, REMOTE, US}]
    assert held("San Francisco, CA; Remote (US)", "San Francisco", "US")[1] == {REMOTE, US}
    assert all(REMOTE not in (each or ()) for each in held(ANYWHERE, "SF", "NYC", "Austin"))


def test_a_posting_here_and_in_canada_takes_only_the_range_here() -> None:
    assert held("New York, NY; Toronto, Canada", "United States", "Canada") == [{NYC, NY, US}, set()]


def test_two_levels_of_one_job_both_hold() -> None:
    assert held("Denver, CO", "Denver L4", "Denver L5") == [{DENVER, CO, US}] * 2
    assert held("Denver, CO", "L4", "L5") == [None, None]
    assert held("Denver, CO", "", "") == [{DENVER, CO, US}] * 2


def test_a_range_without_a_zone_holds_where_no_other_is_named() -> None:
    assert held("Denver, CO; Austin, TX", "Colorado", "") == [{DENVER, CO}, {AUSTIN, TX, US}]


def test_a_posting_s_places_settle_names_that_could_be_several() -> None:
    assert held("Portland, ME", "Portland") == [{"0038860", "2300000", US}]
    assert held("Vancouver, WA", "Vancouver") == [{PORTLAND, WA, US}]
    assert held("Washington, DC", "Washington") == [{WASHINGTON, DC, US}]
    assert held("Columbus, GA", "Columbus / Austin") == [{"0017980", "1300000", US}]


def test_a_metro_across_a_border_counts_for_the_posting_s_state() -> None:
    assert held("Jersey City, NJ", "New Jersey") == [{NYC, NJ, US}]
    assert held("Jersey City, NJ; Denver, CO", "New York", "Colorado")[0] == {NYC, NJ}
    assert held("Jersey City, NJ", "NY") == [set()]


def test_tiers_that_list_their_cities() -> None:
    zones = (
        "Tier 1: San Francisco Bay Area, New York City",
        "Tier 2: Seattle, Los Angeles, Chicago, Washington DC",
        "Tier 3: all other US locations",
    )
    one, two, three = held("Palo Alto, CA; Chicago, IL; Dallas, TX; Remote (US)", *zones)
    assert one == {SJ, BAY, CA}
    assert two == {CHICAGO, IL, US}
    assert three == {DALLAS, TX, REMOTE}


def test_a_state_takes_no_range_that_leaves_out_where_the_job_is() -> None:
    zones = ("San Francisco Bay Area", "California (excluding San Francisco Bay Area), Colorado")
    assert held("San Francisco, California", *zones) == [{SF, BAY, CA, US}, set()]
    assert held("San Francisco, California", "San Francisco", "California") == [{SF, BAY, CA, US}, set()]


def test_zones_that_list_states_leave_out_a_metro_inside_one() -> None:
    zones = (
        "San Francisco Bay Area, California",
        "California (outside of the Bay Area), Washington State, Ohio",
    )
    assert held("Mountain View, CA; Seattle, WA", *zones) == [{SJ, BAY, CA, US}, {SEATTLE, WA}]


def test_nothing_is_told_of_a_posting_abroad() -> None:
    assert held("Toronto, Canada", "Ontario", "Zone B") == [set(), None]


def test_places_there_are_not_are_passed_over() -> None:
    assert assign(["San Francisco"], ["0099999", SF]) == [(SF,)]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.text(max_size=80), max_size=6))
def test_no_zone_makes_it_fail(zones: list[str]) -> None:
    places = read(ANYWHERE)[0]
    found = assign(zones, places)
    assert len(found) == len(zones)
    assert all(set(each or ()) <= set(places) for each in found)


def test_a_megabyte_of_zone_is_read_in_no_time() -> None:
    places = read(COASTS)[0]
    start = time.process_time()
    for unit in ("excluding ", "all other ", "San Francisco, ", "(", "non-", "é"):
        assign([unit * (1_000_000 // len(unit))], places)
    assert time.process_time() - start < 2
