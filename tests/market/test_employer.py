"""What one employer pays by its own account, under whatever name it posts and files."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.market.database import Market, open_market
from bot.market.employer import own
from bot.market.quote import Asked
from bot.understand import known_companies

SWE = "software-engineer"
FIGURES = Path(__file__).resolve().parents[2] / "data" / "benchmarks"


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Market]:
    """The figures that ship."""
    monkeypatch.delenv("PARLEY_BENCHMARKS", raising=False)
    opened = open_market(tmp_path / "shipped")
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("company", "filer", "role"),
    [
        ("Meta", "Meta Platforms", SWE),
        ("facebook", "Meta Platforms", SWE),
        ("Amazon", "Amazon.com Services", SWE),
        ("JP Morgan", "JPMorgan Chase", SWE),
        ("TCS", "Tata Consultancy Services", SWE),
        ("Walmart", "Wal-Mart Associates", SWE),
        ("Deloitte", "Deloitte Consulting", SWE),
        ("Cognizant", "Cognizant Technology Solutions US", SWE),
        ("Uber", "Uber Technologies", SWE),
        ("Oracle", "Oracle America", SWE),
        ("Cisco", "Cisco Systems", SWE),
        ("Fidelity", "Fidelity Technology Group", SWE),
        ("Wells Fargo", "Wells Fargo Bank", SWE),
        ("Instacart", "Maplebear", SWE),
        ("Apple", "Apple", SWE),
    ],
)
def test_a_companys_filings_are_found_under_its_filers_name(
    shipped: Market, company: str, filer: str, role: str
) -> None:
    filing = own(shipped, company, Asked(role)).filing
    assert filing is not None
    assert (filing.filer, filing.source_name) == (filer, "US Department of Labor")


def test_another_company_of_a_like_name_is_not_it(shipped: Market) -> None:
    """Harvey Nash is not Harvey, nor Vantage ERP Vanta."""
    for company in ("Harvey", "Vanta", "Block"):
        filing = own(shipped, company, Asked(SWE)).filing
        assert filing is None or known_companies.letters(filing.filer) == company.lower()


@pytest.mark.parametrize("company", ["Gatik", "Character.AI", "Grafana", "Grafana Labs", "Scale AI", "xAI"])
def test_a_board_under_another_name_is_the_companys(shipped: Market, company: str) -> None:
    found = own(shipped, company, Asked(SWE))
    assert found.band is not None or found.elsewhere
    assert found.company == known_companies.shown(company)


def test_every_employer_with_a_band_is_found_by_the_name_it_goes_by(shipped: Market) -> None:
    of = {key: found for name, found in known_companies.by_letters().items() for key in (name, *found.keys)}
    with (FIGURES / "bands.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["employer"] in of and row["level"] == "all"]
    assert len({row["employer"] for row in rows}) >= 60
    for row in rows:
        found = own(shipped, of[row["employer"]].name, Asked(row["role"])).band
        assert found is not None, row
        assert (found.employer, found.n) == (row["employer"], int(row["n"])), row


def test_of_several_filers_the_largest_speaks(market: Market) -> None:
    filing = own(market, "aws", Asked(SWE)).filing
    assert filing is not None
    assert (filing.filer, filing.n) == ("Amazon.com Services", 900)


def test_a_known_name_is_tried_beside_the_one_said(market: Market) -> None:
    assert own(market, "alphabet", Asked(SWE)).filing is not None
    assert own(market, "Match Group", Asked("product-manager")).band is not None


def test_whoever_has_figures_or_postings_is_not_unknown(market: Market) -> None:
    assert not own(market, "Databricks", Asked("recruiter")).unknown
    assert not own(market, "Google", Asked(SWE)).unknown
    assert own(market, "Google", Asked("recruiter")).unknown
    assert own(market, "Zorblatt", Asked(SWE)).unknown


def test_capitals_of_a_filing_are_calmed_but_for_short_forms(market: Market) -> None:
    filing = own(market, "Meta", Asked(SWE)).filing
    assert filing is not None
    assert filing.filer == "Meta Platforms"
