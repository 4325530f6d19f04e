"""Pasted text -> offers: our own samples in many styles, and what no text may do to the reader."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.offers.offer import Offer
from bot.offers.reader import Reading, read
from tests.offers.confusable import MIXED_UP, NO_OFFERS
from tests.offers.heard import HEARD, NOT_HEARD
from tests.offers.plain import NOT_MINE, PLAIN
from tests.offers.samples import LETTER_ENGINEER, NOT_OFFERS, SAMPLES, STRICT, Sample

PIECES = st.sampled_from(
    [
        "$",
        "185k",
        "base",
        "bonus",
        "15%",
        "over",
        "4 years",
        "offer",
        "\n",
        ":",
        "/",
        "RSU",
        "June 5",
        "(",
        "1,000",
        "at ",
        "Acme",
        "€",
        "-",
        ".",
        "in NYC",
        "İ",
        "٣",
        "\ud800",
        "year 1",
        "0",
        "sign on",
    ]
)


def differences(offer: Offer, terms: dict[str, object]) -> dict[str, tuple[object, object]]:
    """Every term that differs: field -> (expected, read)."""
    fields = sorted(set(terms) | set(STRICT))
    return {f: (terms.get(f), getattr(offer, f)) for f in fields if getattr(offer, f) != terms.get(f)}


def seconds(text: str) -> float:
    """The processor time one reading takes, best of three: a busy machine is not a slow reader."""

    def once() -> float:
        began = time.process_time()
        read(text)
        return time.process_time() - began

    return min(once() for _ in range(3))


@pytest.mark.parametrize("sample", [*SAMPLES, *MIXED_UP, *PLAIN, *HEARD], ids=lambda sample: sample.name)
def test_reads_the_terms_of_an_offer(sample: Sample) -> None:
    reading = read(sample.text)
    assert reading.other is None
    assert len(reading.offers) == 1 + len(sample.others)
    for offer, terms in zip(reading.offers, (sample.terms, *sample.others), strict=True):
        assert differences(offer, terms) == {}


@pytest.mark.parametrize(
    ("name", "text", "other"),
    [pytest.param(*row, id=row[0]) for row in (*NOT_OFFERS, *NO_OFFERS, *NOT_MINE, *NOT_HEARD)],
)
def test_a_text_without_an_offer_is_told_apart(name: str, text: str, other: str) -> None:
    assert read(text) == Reading((), other), name


def test_spans_point_at_the_words_as_pasted() -> None:
    text = "Title: Software EngineerBase: 155kBonus: 12%Location: Austin, TX"
    (offer,) = read(text).offers
    pasted = {field: text[start:end] for field, (start, end) in offer.spans.items()}
    assert pasted["title"] == "Software Engineer"
    assert pasted["base_amount"] == "155k"
    assert pasted["bonus_pct"] == "12%"
    assert pasted["location"] == "Austin, TX"


@pytest.mark.parametrize(
    "company",
    [
        "https://evil.example/x",
        "<script>alert(1)</script>",
        "[click](http://x.example)",
        "<!channel>",
        "a startup",
        "my new company",
    ],
)
def test_company_is_never_markup_or_a_description(company: str) -> None:
    offers = read(f"Got an offer from {company}, base 150k and 10% bonus").offers
    assert [offer.company for offer in offers] == [None]


@pytest.mark.parametrize("name", ["Amara", "John", "Xiulan", "Dmitri", "Guadalupe"])
def test_the_writer_s_name_moves_no_term(name: str) -> None:
    assert (
        differences(
            read(LETTER_ENGINEER.replace("Priya", name)).offers[0],
            {field: getattr(read(LETTER_ENGINEER).offers[0], field) for field in STRICT},
        )
        == {}
    )


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_never_raises_on_any_text(text: str) -> None:
    assert isinstance(read(text), Reading)


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=60).map(" ".join))
def test_never_raises_on_scrambled_offers(text: str) -> None:
    reading = read(text)
    assert (reading.other is None) == bool(reading.offers)
    for offer in reading.offers:
        assert offer.base_amount is None or offer.base_low is None
        assert all(0 <= start <= end <= len(text) for start, end in offer.spans.values())


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "$",
        "(",
        ")",
        " ",
        "\n",
        "1,",
        "1 ",
        "$1k ",
        "a ",
        "A ",
        "at A ",
        "offer from ",
        "Base:",
        "15% ",
        "4 years ",
        "- ",
        "/",
        "1/",
        "May 5 ",
        ", a",
        "in Y ",
        "as a ",
        "The Aa & ",
        "vest ",
        "my brother ",
        "my brother 1k ",
        "base 1k 1% no bonus, ",
        "bonus 0-4% target 2% ",
        "5,000 RSUs at $5 ",
        "OTE 50/50 ",
        ", uber",
        "base 185k bonus 15% ",
        "HP\n",
        "Google, ",
        "title: ",
        "|5",
        "a1",
    ],
)
def test_a_megabyte_of_anything_is_read_within_a_second(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    assert seconds(text) < 1.0
    assert seconds("Offer from Acme: base 150k, bonus 10%\n" + text) < 1.0


def test_a_page_is_read_in_milliseconds() -> None:
    assert seconds((LETTER_ENGINEER * 3)[:2000]) < 0.03


@pytest.mark.parametrize(
    "text",
    ["Offer: base 150k, RSUs 160k over 6 years, 00% each year", "base 0, 0% bonus, 0 RSUs over 0 years"],
)
def test_nothing_a_year_is_no_error(text: str) -> None:
    assert isinstance(read(text), Reading)
