"""Titles, locations and AI, read for a whole table of postings."""

from __future__ import annotations

import time

import pandas as pd
import pytest

from bot.understand.gazetteer import oews_names
from bot.understand.places import areas
from data.classify import ai, places, titles

SF, NYC, CALIFORNIA, NEW_YORK, US = "0041860", "0035620", "0600000", "3600000", "0000000"


def test_titles_keep_their_rows() -> None:
    written = pd.Series(["Senior Data Scientist", "Electrician", "Data Scientist"], index=[7, 3, 5])
    frame = titles.classify(written)
    assert frame.index.tolist() == [7, 3, 5]
    assert frame["role"].tolist() == ["data-scientist", "", "data-scientist"]
    assert frame["level"].tolist()[0] == "senior"
    assert frame["level"].tolist()[2] == ""


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        ("San Francisco, CA", {US, SF, CALIFORNIA, "bay-area"}),
        ("San Francisco, CA; New York, NY", {US, SF, NYC, CALIFORNIA, NEW_YORK, "bay-area"}),
        ("Remote - United States", {US, "remote"}),
        ("New York, NY; London, United Kingdom", {US, NYC, NEW_YORK}),
    ],
)
def test_a_posting_belongs_to_every_place_it_names(location: str, expected: set[str]) -> None:
    frame = places.classify(pd.Series([location]))
    assert set(frame["places"].tolist()[0]) == expected
    assert frame["place_drop"].tolist() == [""]


@pytest.mark.parametrize(
    ("location", "reason"),
    [("Toronto, Canada", places.ABROAD), ("Remote", places.UNPLACED), ("", places.UNPLACED)],
)
def test_a_posting_outside_the_us_or_nowhere_belongs_to_none(location: str, reason: str) -> None:
    frame = places.classify(pd.Series([location]))
    assert frame["places"].tolist() == [()]
    assert frame["place_drop"].tolist() == [reason]


def test_what_is_no_text_is_nowhere() -> None:
    frame = places.classify(
        pd.Series([None, float("nan"), 7, "Austin, TX"], index=[4, 3, 2, 1], dtype="object")
    )
    assert frame["place_drop"].to_dict() == {
        4: places.UNPLACED,
        3: places.UNPLACED,
        2: places.UNPLACED,
        1: "",
    }


def test_a_posting_in_three_hundred_places_tells_nothing_of_any() -> None:
    listed = [oews_names()[area.id] for area in areas()[:300]]
    frame = places.classify(pd.Series(["; ".join(listed), "; ".join(listed[:20])]))
    many, few = frame["places"].tolist()
    assert US in many
    assert not [id_ for id_ in many if id_.startswith("00") and id_ != US]
    assert sum(id_.startswith("00") and id_ != US for id_ in few) == 20


@pytest.mark.parametrize("hostile", ["San Francisco, CA; " * 60_000, "\0" * 1_000_000, "😀,;|" * 250_000])
def test_a_megabyte_of_location_is_no_trouble(hostile: str) -> None:
    start = time.process_time()
    places.classify(pd.Series([hostile]))
    assert time.process_time() - start < 1


def test_ai_is_unknown_only_where_nobody_read_and_the_title_is_silent() -> None:
    silent, loud = "Software Engineer", "Machine Learning Engineer"
    postings = pd.DataFrame(
        {
            "title": [silent, silent, loud, silent],
            "skills": ["Go;Linux", "", "", "PyTorch;LLM"],
            "skills_read": [True, False, False, True],
        }
    )
    read = ai.classify(postings).tolist()
    assert read[:2] == ["none", "unknown"]
    assert set(read[2:]) <= ai.SKILLED
