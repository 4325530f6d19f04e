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
from bot.market.rows import Cell
from bot.memory.store import Store
from bot.turn import Reply, Said, Turn, Who
from data import figures, manifest, tables

from .samples import BOISE, CALIFORNIA, CELLS, POSTINGS, SF, US, WAGES, cell, write

SENIOR_PAY, BOISE_IS, SKILLED_IS = 200_000, 0.85, 1.06


def _job(
    role: str, level: str, pay: float, n: int = 40, employers: int = 12, low: float = 0.8
) -> list[object]:
    return ["job", role, level, "", n, employers, math.log(pay), math.log(low), math.log(1.3)]


def _place(id_: str, times: float, n: int = 50, employers: int = 20, spread: float = 0.0) -> list[object]:
    return ["place", "", "", id_, n, employers, math.log(times), -spread, spread]


EFFECTS = [
    _job("software-engineer", "all", 190_000),
    _job("software-engineer", "senior", SENIOR_PAY, n=317, employers=66),
    _job("software-engineer", "staff", 210_000),
    _job("backend-engineer", "all", 186_000),
    _job("backend-engineer", "staff", 150_000),
    _job("product-manager", "all", 180_000),
    _job("product-manager", "senior", 205_000, n=1, employers=1),
    _job("data-analyst", "all", 95_000),
    _job("data-analyst", "senior", 100_000, low=0.95),
    _job("engineering-manager", "all", 230_000),
    _job("engineering-manager", "vp", 280_000),
    _job("marketing-manager", "all", 130_000),
    _place(US, 1.0),
    _place(SF, 1.2),
    _place("remote", 0.97),
    _place(CALIFORNIA, 1.1),
    _place(BOISE, BOISE_IS, n=0, employers=0, spread=0.2),
    ["ai", "", "", "", 800, 90, math.log(SKILLED_IS), "", ""],
]
MADE_UP = [
    *CELLS,
    cell("software-engineer", US, "senior", "skilled", n=66, employers=32, p50=205_000),
    cell("software-engineer", "bay-area", "staff", n=14, employers=11),
    cell("engineering-manager", SF, "vp", n=3, employers=2),
]


@pytest.fixture
def modelled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Market]:
    """The made-up figures with a made-up model beside them."""
    folder = write(tmp_path / "figures", MADE_UP)
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
    assert (found.n, found.employers) == (66, 32)  # the AI-skilled ones of the same job
    assert found.by_wages


def test_the_evidence_is_of_the_postings_the_estimate_is_about(modelled: Market) -> None:
    every = estimate(modelled, "software-engineer", SF, "senior", ai=False)
    none = estimate(modelled, "software-engineer", SF, "staff", ai=True)
    assert every is not None
    assert none is not None
    assert (every.n, every.employers, every.by_wages) == (317, 66, False)
    assert (none.n, none.employers) == (0, 0)


def test_a_model_that_knows_nothing_of_ai_gives_no_ai_skilled_estimate(
    modelled: Market, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = modelled.effect
    monkeypatch.setattr(modelled, "effect", lambda term, **key: None if term == "ai" else known(term, **key))
    assert estimate(modelled, "software-engineer", SF, "senior", ai=True) is None
    assert estimate(modelled, "software-engineer", SF, "senior", ai=False) is not None


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
    assert (found.p50, found.place, found.source) == (252_000, "San Francisco, CA", "postings-2026-08")
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


def test_an_estimate_comes_before_a_published_figure(modelled: Market) -> None:
    answer = quote(modelled, Asked("marketing-manager", None, None, ai=True))
    assert answer.quote is not None
    assert (answer.quote.basis, answer.quote.p50) == ("estimated", round(130_000 * SKILLED_IS, -3))
    assert [other.source for other in answer.beside] == ["ai-pulse-2026-05", "oews-2025"]


@pytest.mark.parametrize(
    ("measured", "served"),
    [
        (cell("product-manager", BOISE, "mid", p50=175_000), False),  # the senior estimate says 174,000
        (cell("product-manager", BOISE, "mid", p50=170_000), True),
        (cell("product-manager", BOISE, "staff", p50=170_000), False),
        (cell("product-manager", BOISE, "staff", p50=180_000), True),
        (cell("product-manager", BOISE, "director", p50=100_000), True),  # another track
        (cell("product-manager", BOISE, p50=250_000), False),  # all levels, over 242,000
        (cell("product-manager", BOISE, p50=235_000), True),
        (cell("product-manager", BOISE, p50=250_000, n=19), True),  # too thin to say so
        (cell("product-manager", SF, p50=300_000), True),  # elsewhere
    ],
)
def test_an_estimate_that_contradicts_what_is_measured_is_not_served(
    modelled: Market, monkeypatch: pytest.MonkeyPatch, measured: list[object], served: bool
) -> None:
    named = dict(zip(tables.CELLS.columns, measured, strict=True))
    row = Cell(**{name: None if value == "" else value for name, value in named.items()} | {"includes": ()})  # type: ignore[arg-type]
    known = modelled.cell
    key = (row.role, row.place, row.level, row.ai)

    def told(role: str, place: str, level: str = "all", ai: str = "all") -> Cell | None:
        return row if (role, place, level, ai) == key else known(role, place, level, ai)

    monkeypatch.setattr(modelled, "cell", told)
    found = quote(modelled, Asked("product-manager", BOISE, "senior")).quote
    assert found is not None
    assert (found.basis == "estimated") is served
    refusal = "My estimate for it contradicts what is measured there, so I leave it out."
    assert (refusal in found.steps) is not served


def test_a_childs_levels_are_held_against_its_parents(modelled: Market) -> None:
    """Senior backend engineers are answered by software engineers, 208,000: staff cannot be 180,000."""
    found = quote(modelled, Asked("backend-engineer", SF, "staff")).quote
    assert found is not None
    assert (found.basis, found.level) == ("stepped_back", "all")
    elsewhere = quote(modelled, Asked("backend-engineer", CALIFORNIA, "staff")).quote
    assert elsewhere is not None
    assert elsewhere.basis == "estimated"


def test_why_there_is_no_estimate_is_said(modelled: Market, market: Market) -> None:
    reason = (
        "Too little pay is posted for this job at this level anywhere in the country, so I don't estimate it."
    )
    for asked in (Asked("data-scientist", BOISE, "senior"), Asked("software-engineer", BOISE, "intern")):
        found, before = quote(modelled, asked).quote, quote(market, asked).quote
        assert found is not None
        assert before is not None
        assert found.steps == (*before.steps, reason)  # no word of estimates where there is no model


def test_a_count_is_of_the_place_that_is_named(modelled: Market) -> None:
    found = quote(modelled, Asked("software-engineer", "bay-area", "staff")).quote
    assert found is not None
    assert found.basis == "estimated"
    assert found.steps == (
        "Only 14 postings from 11 employers for Software Engineer at staff level in the Bay Area: "
        "too thin, so this is an estimate from pay elsewhere.",
    )


def test_vp_is_written_as_people_write_it(modelled: Market) -> None:
    found = quote(modelled, Asked("engineering-manager", SF, "vp")).quote
    assert found is not None
    assert "for Engineering Manager at VP level in San Francisco, CA" in found.steps[0]


def test_a_reply_calls_it_an_estimate_and_names_both_sources(hear: Callable[[str], Reply]) -> None:
    said = hear("/median software-engineer, Boise, senior").text
    assert "**About $170,000 a year** is my estimate" in said
    assert "Eight of ten posted midpoints should fall between $126,000 and $236,000" in said
    assert (
        "from 317 postings of 66 employers for this job anywhere in the United States, adjusted for level "
        "and for place by BLS OEWS May 2025; open" in said
    )
    assert "so this is an estimate" in said
    assert "$170,000 median" not in said
    assert "median base" not in said
    known_place = hear("/median product manager, SF, senior").text
    assert "adjusted for level and for place; open" in known_place
    skilled = hear("/median software-engineer, Boise, senior --ai").text
    assert "from 66 AI-skilled postings of 32 employers for this job" in skilled
    assert "adjusted for level, for place by BLS OEWS May 2025, and for AI; open" in skilled
    assert "none of them AI-skilled" in hear("/median data-analyst, Boise, senior --ai").text


def test_what_bls_counts_is_told_apart_from_what_is_posted(hear: Callable[[str], Reply]) -> None:
    apart = "The estimate rests on postings mostly of tech companies, while BLS counts every employer"
    assert hear("/median software-engineer, Boise, senior").text.count(apart) == 1
    assert hear("Offer from Acme: Senior Software Engineer, Boise, base $140,000").text.count(apart) == 1
    assert apart not in hear("/median software-engineer, SF, senior").text


def test_a_base_inside_an_estimate_is_not_judged(hear: Callable[[str], Reply]) -> None:
    judged = hear("Offer from Acme: Senior Software Engineer, Boise, base $200,000, 50k RSUs")
    facts = judged.facts.critique
    assert (facts.verdict, facts.move) == ("inside_estimate", "ask_band")
    assert (facts.median, facts.benchmark, facts.benchmark_basis) == (None, 170_000, "estimated")
    assert (
        "the base lies inside my estimate, $126,000 to $236,000, and that is too wide to judge" in judged.text
    )
    assert "- Estimate: $170,000" in judged.text
    assert "the base lies inside its range" in judged.text
    assert "What is the band for this level?" in judged.text
    for verdict in ("The base is good", "The base is fair", "Push back", "$30,000 above"):
        assert verdict not in judged.text
    written = hear("/counter")
    assert (written.facts.counter.lever, written.facts.counter.ask) == ("base", 220_000)
    assert "runs from $126,000 to $236,000: too wide to set a number by" in written.text
    assert "clears" not in written.text


def test_a_base_under_an_estimate_is_pushed_up(hear: Callable[[str], Reply]) -> None:
    judged = hear("Offer from Acme: Senior Software Engineer, Boise, base $100,000")
    assert judged.facts.critique.verdict == "below_estimate"
    assert (
        "Push back: the base lies under the whole range of my estimate, $126,000 to $236,000" in judged.text
    )
    assert "lies under its range" in judged.text
    written = hear("/counter")
    assert written.facts.counter.rule == "to_usual_top"
    assert "My estimate is higher still, $170,000" in written.text
    assert "The median is" not in written.text


def test_a_base_over_an_estimate_may_be_called_strong(hear: Callable[[str], Reply]) -> None:
    judged = hear("Offer from Acme: Senior Software Engineer, Boise, base $240,000")
    assert judged.facts.critique.verdict == "above_estimate"
    assert "The base looks strong: it lies over the whole range of my estimate" in judged.text
    assert "lies over its range" in judged.text
    assert "Base already lies over the whole range of my estimate" in hear("/counter").text
    hear("Offer from Acme: Senior Software Engineer, Boise, base $240,000, $400k RSUs over 4 years")
    assert (
        "Base already lies over the whole range of my estimate, so leave it. Equity" in hear("/counter").text
    )


@pytest.mark.parametrize(
    ("base", "rule", "words"),
    [
        (105, "to_estimate", "It is my estimate for a Senior Data Analyst in San Francisco, CA, $120,000"),
        (
            113,
            "to_usual_low",
            "it clears my estimate for a Senior Data Analyst in San Francisco, CA, $120,000",
        ),
    ],
)
def test_a_number_that_follows_an_estimate_says_so(
    hear: Callable[[str], Reply], base: int, rule: str, words: str
) -> None:
    hear(f"Offer from Acme: Senior Data Analyst, San Francisco, base ${base},000")
    written = hear("/counter")
    assert written.facts.counter.rule == rule
    assert words in written.text
    assert "the median" not in written.text


@pytest.mark.parametrize("base", [100, 140, 200])
def test_no_letter_and_no_script_cites_an_estimate(hear: Callable[[str], Reply], base: int) -> None:
    hear(f"Offer from Acme: Senior Software Engineer, Boise, base ${base},000")
    for said in ("/counter", "/counter 250k"):
        written = hear(said)
        assert written.facts.counter.market is None
        letter = written.text[written.text.index("```text") : written.text.index("**Before you send it**")]
        assert "[GAP: the market" in letter
        for word in ("170,000", "estimate", "317", "From what I found"):
            assert word not in letter
        assert "I leave my estimate out of the email, as no recruiter can check it" in written.text
        assert "my figures don't support" not in written.text


def test_an_offer_shows_what_is_measured_beside_an_estimate(hear: Callable[[str], Reply]) -> None:
    said = hear("Offer from Acme: Staff Software Engineer, San Francisco, base $230,000").text
    assert "Beside it: $205,000 median base for Software Engineer roles, all levels, in San Francisco" in said
    assert "Beside it: $190,000 median wage for “Software Developers” in San Francisco, CA, every" in said
