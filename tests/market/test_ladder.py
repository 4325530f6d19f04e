"""The ladder: what is quoted for a question, and how each step back is said."""

from __future__ import annotations

import time

import pytest

from bot.market.database import Market
from bot.market.ladder import quote
from bot.market.quote import Asked, Quote

from .samples import ABILENE, AUSTIN, BOISE, CALIFORNIA, SF


def _quote(market: Market, *asked: str | bool | None) -> Quote:
    found = quote(market, Asked(*asked)).quote  # type: ignore[arg-type]
    assert found is not None
    return found


def test_measured_cell_as_asked(market: Market) -> None:
    answer = quote(market, Asked("software-engineer", SF, "senior"))
    found = answer.quote
    assert found is not None
    assert (found.basis, found.p50, found.n, found.employers) == ("measured", 208_000, 132, 34)
    assert (found.role, found.place, found.level, found.ai) == (
        "software-engineer", "San Francisco, CA", "senior", "all",
    )  # fmt: skip
    assert found.steps == ()
    assert found.includes == ("backend-engineer",)
    assert (found.source, found.as_of) == ("postings-2026-08", "2026-08-08")
    assert (found.window, found.window_days) == (("2026-07-18", "2026-08-08"), 22)
    assert answer.thin is None


def test_measured_ai_cell_as_asked_stands_beside_all(market: Market) -> None:
    answer = quote(market, Asked("software-engineer", SF, "senior", ai=True))
    assert answer.quote is not None
    assert (answer.quote.basis, answer.quote.ai, answer.quote.p50) == ("measured", "skilled", 212_000)
    beside = answer.beside[0]
    assert (beside.ai, beside.level, beside.p50, beside.basis) == ("all", "senior", 208_000, "measured")


def test_ai_dropped_says_what_the_ai_cell_held(market: Market) -> None:
    answer = quote(market, Asked("product-manager", CALIFORNIA, ai=True))
    found = answer.quote
    assert found is not None
    assert (found.basis, found.ai, found.p50) == ("stepped_back", "all", 198_000)
    assert found.steps == (
        "No posting shows pay for AI-skilled Product Manager in California, so this is all postings.",
    )


def test_child_role_widens_to_its_parent_before_the_level_goes(market: Market) -> None:
    answer = quote(market, Asked("backend-engineer", SF, "senior"))
    found = answer.quote
    assert found is not None
    assert (found.role, found.level, found.p50, found.basis) == (
        "software-engineer", "senior", 208_000, "stepped_back",
    )  # fmt: skip
    assert found.steps == (
        "Only 7 postings from 2 employers for Backend Engineer at senior level in San Francisco, CA: "
        "too thin, so this is Software Engineer, which includes it.",
    )
    assert answer.thin == (7, 2)


def test_child_role_with_ai_takes_the_parents_ai_cell_after_its_own_without(market: Market) -> None:
    with_level = _quote(market, "backend-engineer", SF, "senior", True)
    assert (with_level.role, with_level.ai, with_level.level) == ("software-engineer", "skilled", "senior")
    without = _quote(market, "backend-engineer", SF, None, True)
    assert (without.role, without.ai, without.p50) == ("backend-engineer", "all", 203_000)


def test_thin_level_gives_all_levels(market: Market) -> None:
    found = _quote(market, "software-engineer", SF, "staff")
    assert (found.level, found.p50, found.basis) == ("all", 205_000, "stepped_back")
    assert found.steps == (
        "Only 12 postings from 4 employers for Software Engineer at staff level in San Francisco, CA: "
        "too thin, so this is all levels.",
    )


def test_many_postings_of_few_employers_are_no_market(market: Market) -> None:
    answer = quote(market, Asked("software-engineer", SF, "principal"))
    assert answer.quote is not None
    assert answer.quote.level == "all"
    assert answer.thin == (40, 4)


def test_published_figure_for_its_own_city(market: Market, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(market, "cell", lambda *_: None)
    found = _quote(market, "software-engineer", SF, None, True)
    assert (found.p50, found.basis, found.source, found.as_of) == (
        208_000, "published", "ai-pulse-2026-05", "2026-05-23",
    )  # fmt: skip
    assert (found.n, found.p25, found.steps) == (None, None, ())


def test_published_figure_without_a_city_where_no_place_was_asked(market: Market) -> None:
    found = _quote(market, "research-scientist", None, None, True)
    assert (found.p50, found.basis, found.steps) == (260_000, "published", ())


def test_published_figure_without_a_city_is_a_step_back_for_a_city(market: Market) -> None:
    answer = quote(market, Asked("marketing-manager", AUSTIN, ai=True))
    found = answer.quote
    assert found is not None
    assert (found.p50, found.basis) == (135_000, "stepped_back")
    assert found.steps == ("The published figure names no city, so it is not for Austin, TX alone.",)
    assert [(beside.source, beside.p50) for beside in answer.beside] == [("oews-2025", 140_000)]
    assert answer.thin == (3, 2)


def test_published_figure_of_one_city_never_answers_for_another(market: Market) -> None:
    found = _quote(market, "software-engineer", BOISE, None, True)
    assert found.source == "oews-2025"
    assert found.steps == ("BLS does not set AI-skilled pay apart: this is the whole occupation.",)


def test_published_figure_needs_ai_to_be_asked(market: Market) -> None:
    answer = quote(market, Asked("research-scientist"))
    assert answer.quote is not None
    assert (answer.quote.source, answer.quote.p50) == ("oews-2025", 150_000)
    assert [beside.p50 for beside in answer.beside] == [260_000]


def test_oews_answers_plainly_for_a_role_and_a_metro(market: Market) -> None:
    found = _quote(market, "marketing-manager", AUSTIN)
    assert (found.basis, found.p10, found.p50, found.p90) == ("published", 90_000, 140_000, 190_000)
    assert (found.n, found.employers, found.employment) == (None, None, 1000)
    assert (found.occupation, found.soc, found.as_of) == ("Marketing Managers", "11-2021", "2026-05-15")


def test_national_cell_never_answers_for_a_metro(market: Market) -> None:
    found = _quote(market, "software-engineer", BOISE, "senior")
    assert (found.source, found.place, found.p50) == ("oews-2025", "Boise City, ID", 128_000)
    assert found.steps == ("BLS publishes no levels: all levels together.",)


def test_oews_steps_to_the_state_and_then_the_country(market: Market) -> None:
    state = _quote(market, "data-scientist", ABILENE)
    assert (state.place, state.basis, state.p50) == ("Texas", "stepped_back", 111_000)
    assert state.steps == ("BLS released no estimate for Data Scientists in Abilene, TX; Texas instead.",)
    country = _quote(market, "data-scientist", BOISE)
    assert country.place == "United States"
    assert country.steps == (
        "BLS released no estimate for Data Scientists in Boise City, ID or Idaho; the United States instead.",
    )


def test_top_coded_median_is_said(market: Market) -> None:
    found = _quote(market, "marketing-manager", BOISE)
    assert found.steps == ("BLS says only “$239,200 or more” for p50.",)


def test_state_asked(market: Market) -> None:
    assert _quote(market, "product-manager", CALIFORNIA).basis == "measured"
    assert _quote(market, "marketing-manager", CALIFORNIA).p50 == 170_000


def test_no_place_is_the_united_states(market: Market) -> None:
    found = _quote(market, "software-engineer")
    assert (found.place, found.basis, found.p50) == ("United States", "measured", 190_000)


def test_remote_cell_answers_for_remote(market: Market) -> None:
    found = _quote(market, "data-scientist", "remote")
    assert (found.place, found.basis, found.p50) == ("remote", "measured", 170_000)


def test_remote_steps_to_the_country_and_says_so(market: Market) -> None:
    found = _quote(market, "product-manager", "remote")
    assert (found.place, found.basis) == ("United States", "stepped_back")
    assert found.steps == (
        "Too few remote postings show pay, so this is the whole United States: remote pay can differ.",
    )
    wages = _quote(market, "marketing-manager", "remote")
    assert (wages.source, wages.place, wages.basis) == ("oews-2025", "United States", "stepped_back")


def test_bay_area_pools_san_jose(market: Market) -> None:
    found = _quote(market, "software-engineer", "bay-area", "senior")
    assert (found.place, found.pooled, found.n, found.basis) == (
        "San Francisco, CA", ("San Jose, CA",), 141, "measured",
    )  # fmt: skip


def test_bay_area_without_postings_is_san_francisco(market: Market, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(market, "cell", lambda *_: None)
    found = _quote(market, "software-engineer", "bay-area")
    assert (found.place, found.p50, found.basis, found.pooled) == (
        "San Francisco, CA",
        190_000,
        "published",
        (),
    )


def test_country_abroad_gets_no_us_number(market: Market) -> None:
    answer = quote(market, Asked("marketing-manager", "GB", ai=True))
    assert (answer.quote, answer.beside, answer.note) == (None, (), "abroad")


def test_nothing_known_says_so(market: Market) -> None:
    answer = quote(market, Asked("legal-counsel", BOISE))
    assert (answer.quote, answer.note) == (None, "unknown")


def test_oews_stands_beside_measured_pay(market: Market) -> None:
    answer = quote(market, Asked("software-engineer", SF))
    assert [(beside.source, beside.ai, beside.p50) for beside in answer.beside] == [
        ("postings-2026-08", "skilled", 215_000),
        ("ai-pulse-2026-05", "skilled", 208_000),
        ("oews-2025", "all", 190_000),
    ]


def test_the_same_postings_are_not_set_beside_themselves(market: Market) -> None:
    answer = quote(market, Asked("ai-engineer", SF, ai=True))
    assert answer.quote is not None
    assert (answer.quote.basis, answer.quote.n) == ("measured", 22)
    assert [beside.source for beside in answer.beside] == ["oews-2025"]


@pytest.mark.parametrize("asked", [Asked("astronaut"), Asked("software-engineer", "0", None),
                                   Asked("software-engineer", SF, "grand")])  # fmt: skip
def test_unknown_ids_are_errors(market: Market, asked: Asked) -> None:
    with pytest.raises(KeyError):
        quote(market, asked)


def test_a_warm_quote_takes_under_a_millisecond(market: Market) -> None:
    asked = Asked("backend-engineer", BOISE, "principal", ai=True)
    quote(market, asked)
    start = time.process_time()
    for _ in range(100):
        quote(market, asked)
    # Ten times the promise: a busy machine must not fail an honest change.
    assert (time.process_time() - start) / 100 < 0.010
