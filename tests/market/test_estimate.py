"""An estimate in a reply: summed from the model's rows, called what it is, never before a measured cell."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.engine import Engine
from bot.market.database import Market, open_market
from bot.market.estimate import estimate
from bot.market.ladder import quote
from bot.market.quote import Asked
from bot.memory.store import Store
from bot.turn import Reply, Said, Turn, Who
from data import figures, manifest, tables

from .samples import BOISE, CALIFORNIA, POSTINGS, SF, US, WAGES, write

SENIOR_PAY, BOISE_IS, SKILLED_IS = 200_000, 0.85, 1.06


def _job(role: str, level: str, pay: float, n: int = 40, employers: int = 12) -> list[object]:
    return ["job", role, level, "", n, employers, math.log(pay), math.log(0.8), math.log(1.3)]


def _place(id_: str, times: float, n: int = 50, employers: int = 20, spread: float = 0.0) -> list[object]:
    return ["place", "", "", id_, n, employers, math.log(times), -spread, spread]


EFFECTS = [
    _job("software-engineer", "all", 190_000),
    _job("software-engineer", "senior", SENIOR_PAY, n=317, employers=66),
    _job("software-engineer", "staff", 240_000),
    _job("backend-engineer", "all", 186_000),
    _job("backend-engineer", "senior", 196_000, n=0, employers=0),
    _job("product-manager", "all", 180_000),
    _job("product-manager", "senior", 205_000, n=1, employers=1),
    _place(US, 1.0),
    _place(SF, 1.2),
    _place("remote", 0.97),
    _place(CALIFORNIA, 1.1),
    _place(BOISE, BOISE_IS, n=0, employers=0, spread=0.2),
    ["ai", "", "", "", 800, 90, math.log(SKILLED_IS), "", ""],
]


@pytest.fixture
def modelled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Market]:
    """The made-up figures with a made-up model beside them."""
    folder = write(tmp_path / "figures")
    figures.write_rows(tables.EFFECTS, EFFECTS, folder)
    monkeypatch.setattr(manifest, "TABLES", tuple(dict.fromkeys((*tables.TABLES, tables.EFFECTS))))
    manifest.write_manifest(folder, [POSTINGS, WAGES, manifest.AI_PULSE], {"cells_measured": 9})
    monkeypatch.setenv("PARLEY_BENCHMARKS", str(folder))
    opened = open_market(tmp_path / "home")
    yield opened
    opened.close()


@pytest.fixture
def hear(modelled: Market, store: Store) -> Callable[[str], Reply]:
    engine = Engine(modelled, store)
    return lambda said: engine.respond(Turn(Who("terminal", "ada"), "terminal", Said(said)))


def test_rows_are_summed_and_rounded_to_thousands(modelled: Market) -> None:
    found = estimate(modelled, "software-engineer", BOISE, "senior", ai=True)
    assert found is not None
    exact = SENIOR_PAY * BOISE_IS * SKILLED_IS
    assert found.pay == round(exact, -3)
    assert found.low == round(exact * math.exp(-math.hypot(math.log(0.8), 0.2)), -3)
    assert found.high == round(exact * math.exp(math.hypot(math.log(1.3), 0.2)), -3)
    assert (found.n, found.employers) == (317, 66)


def test_the_parts_multiply_to_the_estimate(modelled: Market) -> None:
    found = estimate(modelled, "software-engineer", BOISE, "senior", ai=True)
    assert found is not None
    assert [part.of for part in found.parts] == ["role", "level", "place", "ai"]
    assert [round(part.pay) for part in found.parts] == [190_000, 200_000, 170_000, 180_200]
    assert [part.change for part in found.parts] == pytest.approx([0, 200 / 190 - 1, -0.15, 0.06])


def test_a_known_place_has_a_narrower_interval_than_one_nobody_posts_in(modelled: Market) -> None:
    width = {}
    for where in (SF, BOISE):
        found = estimate(modelled, "software-engineer", where, "senior", ai=False)
        assert found is not None
        width[where] = math.log(found.high / found.low)
    assert width[SF] < width[BOISE]


def test_the_bay_area_is_san_francisco(modelled: Market) -> None:
    both = [estimate(modelled, "software-engineer", where, "staff", ai=False) for where in ("bay-area", SF)]
    assert both[0] is not None
    assert both[0] == both[1]


@pytest.mark.parametrize("asked", [("recruiter", "senior"), ("software-engineer", "vp")])
def test_what_the_model_leaves_out_is_not_estimated(modelled: Market, asked: tuple[str, str]) -> None:
    assert estimate(modelled, asked[0], SF, asked[1], ai=False) is None


def test_figures_without_a_model_estimate_nothing(market: Market) -> None:
    assert estimate(market, "software-engineer", SF, "senior", ai=False) is None


def test_a_measured_cell_comes_first(modelled: Market) -> None:
    for asked in (Asked("software-engineer", SF, "senior"), Asked("backend-engineer", SF, "senior")):
        found = quote(modelled, asked).quote
        assert found is not None
        assert found.basis != "estimated"
        assert (found.role, found.level, found.p50) == ("software-engineer", "senior", 208_000)


def test_an_estimate_comes_before_all_levels_and_says_why(modelled: Market) -> None:
    answer = quote(modelled, Asked("software-engineer", SF, "staff"))
    found = answer.quote
    assert found is not None
    assert (found.basis, found.role, found.level, found.ai) == (
        "estimated", "software-engineer", "staff", "all",
    )  # fmt: skip
    assert (found.p50, found.place, found.source) == (288_000, "San Francisco, CA", "postings-2026-08")
    assert (found.n, found.employers, found.p25, found.evidence) == (None, None, None, (40, 12))
    assert found.low is not None
    assert found.high is not None
    assert found.low < found.p50 < found.high
    assert found.steps == (
        "Only 12 postings from 4 employers for Software Engineer at staff level in San Francisco, CA: "
        "too thin, so this is an estimate from pay elsewhere.",
    )
    assert answer.thin == (12, 4)
    beside = [(other.source[:4], other.level, other.p50) for other in answer.beside]
    assert beside[0] == ("post", "all", 205_000)  # what is measured there, of all levels
    assert ("oews", "all", 190_000) in beside


def test_ai_alone_may_be_estimated(modelled: Market) -> None:
    found = quote(modelled, Asked("software-engineer", BOISE, None, ai=True)).quote
    assert found is not None
    assert (found.basis, found.level, found.ai) == ("estimated", "all", "skilled")
    assert found.p50 == round(190_000 * BOISE_IS * SKILLED_IS, -3)


def test_a_plain_question_is_never_estimated(modelled: Market) -> None:
    found = quote(modelled, Asked("software-engineer", BOISE)).quote
    assert found is not None
    assert (found.basis, found.source) == ("published", "oews-2025")


def test_without_an_estimate_the_next_rung_answers(modelled: Market) -> None:
    found = quote(modelled, Asked("data-scientist", BOISE, "senior")).quote
    assert found is not None
    assert (found.basis, found.source) == ("stepped_back", "oews-2025")


def test_remote_is_estimated_as_remote(modelled: Market) -> None:
    found = quote(modelled, Asked("product-manager", "remote", "senior")).quote
    assert found is not None
    assert (found.basis, found.place, found.p50) == ("estimated", "remote", 199_000)


def test_a_reply_calls_it_an_estimate(hear: Callable[[str], Reply]) -> None:
    said = hear("/median software-engineer, Boise, senior").text
    assert "**About $170,000 a year** is my estimate" in said
    assert "Eight of ten posted midpoints should fall between $126,000 and $236,000" in said
    assert "317 postings of 66 employers for this job anywhere in the United States" in said
    assert "adjusted for place" in said
    assert "so this is an estimate" in said
    assert "$170,000 median" not in said
    assert "is the median" not in said


def test_a_job_nobody_posts_rests_on_its_nearest(hear: Callable[[str], Reply]) -> None:
    said = hear("/median backend engineer, Boise, senior").text
    assert "postings for the nearest jobs" in said
    assert "adjusted for level and place" in said
    assert " 0 postings" not in said


def test_an_offer_is_held_against_the_estimate_as_such(hear: Callable[[str], Reply]) -> None:
    judged = hear("Offer from Acme: Senior Software Engineer, Boise, base $140,000")
    assert judged.facts is not None
    assert "below my estimate" in judged.text
    assert "- Estimate: $170,000" in judged.text
    assert "the median" not in judged.text.lower()
    written = hear("/counter")
    letter = written.text[written.text.index("```text") : written.text.index("**On the phone**")]
    assert "is about $170,000, by an estimate" in letter
    assert "317 public postings" in letter
    assert "median" not in letter


@pytest.mark.parametrize(
    ("base", "verdict"), [(163, "around"), (177, "around"), (158, "below"), (180, "above")]
)
def test_close_to_an_estimate_is_at_it(hear: Callable[[str], Reply], base: int, verdict: str) -> None:
    judged = hear(f"Offer from Acme: Senior Software Engineer, Boise, base ${base},000")
    assert judged.facts.critique.verdict == f"{verdict}_median"
