"""The figures that ship, through the door a command uses."""

from __future__ import annotations

import csv
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import combinations, product
from pathlib import Path

import pytest

from bot.market.database import Market, open_market
from bot.market.ladder import quote
from bot.market.quote import Asked, Quote
from bot.understand.level_order import tracks
from bot.understand.places import areas, place
from bot.understand.roles import children, roles

REPOSITORY = Path(__file__).resolve().parents[2]
BENCHMARKS = REPOSITORY / "data" / "benchmarks"
SF = "0041860"


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Market]:
    """The shipped benchmarks, loaded afresh."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("PARLEY_BENCHMARKS", raising=False)
        market = open_market(tmp_path_factory.mktemp("home"))
    yield market
    market.close()


def test_senior_software_engineer_in_san_francisco(shipped: Market) -> None:
    found = quote(shipped, Asked("software-engineer", SF, "senior")).quote
    assert found is not None
    assert found.basis == "measured"
    assert found.n is not None
    assert found.employers is not None
    assert found.n > 80
    assert found.employers > 20
    assert found.p50 == pytest.approx(208_000, rel=0.03)
    assert set(found.includes) <= set(children("software-engineer"))
    assert "backend-engineer" in found.includes


def test_a_metro_without_a_cell_gets_exactly_what_bls_released(shipped: Market) -> None:
    with (BENCHMARKS / "oews.csv").open(encoding="utf-8", newline="") as file:
        released = {(row["soc"], row["area"]): row for row in csv.DictReader(file)}
    quoted = 0
    for role in roles().values():
        for area in areas():
            answer = quote(shipped, Asked(role.id, area.id)).quote
            assert answer is not None
            row = released.get((role.soc, area.id))
            if answer.n is not None or row is None:
                continue
            figures = (answer.p10, answer.p25, answer.p50, answer.p75, answer.p90)
            assert figures == tuple(float(row[name]) for name in ("p10", "p25", "p50", "p75", "p90"))
            assert (answer.place, answer.basis, answer.steps) == (area.name, "published", ())
            quoted += 1
    assert quoted > 17_000


def test_no_metro_is_answered_by_postings_of_the_country(shipped: Market) -> None:
    for role in roles():
        for area in areas():
            answer = quote(shipped, Asked(role, area.id, "senior", ai=True)).quote
            assert answer is not None
            if answer.n is not None:
                assert answer.place == area.name


def test_every_shipped_cell_keeps_the_rule() -> None:
    with (BENCHMARKS / "cells.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            stands = int(row["n"]) >= 20 and int(row["employers"]) >= 5
            assert bool(row["p50"]) == stands
            if stands:
                ladder = [int(row[name]) for name in ("p10", "p25", "p50", "p75", "p90")]
                assert ladder == sorted(ladder)


def test_every_shipped_estimate_keeps_the_rule() -> None:
    with (BENCHMARKS / "effects.csv").open(encoding="utf-8", newline="") as file:
        jobs = [row for row in csv.DictReader(file) if row["term"] == "job"]
    for row in jobs:
        assert int(row["employers"]) >= 5, row
        assert row["level"] != "all" or int(row["n"]) >= 20, row
    assert {row["role"] for row in jobs} == {row["role"] for row in jobs if row["level"] == "all"}


def test_no_estimate_pays_a_higher_level_less(shipped: Market) -> None:
    """Levels of a track as they are answered, measured or estimated, and all levels printed beside."""
    estimated = 0
    places = (SF, "0035620", "0042660", "0014260", "0000000", "remote", "0600000")
    for role, where, track, ai in product(roles(), places, tracks(), (False, True)):
        told: list[Quote] = []
        for level in track:
            answer = quote(shipped, Asked(role, where, level, ai))
            found = answer.quote
            if found is None or found.level != level or found.place != place(where).name:
                continue
            told.append(found)
            for other in answer.beside if found.basis == "estimated" else ():
                measured = other.n is not None and other.role == role
                assert not measured or (found.low or 0) <= other.p50 <= (found.high or 0), found.asked
        for lower, higher in combinations(told, 2):
            two_cells = "estimated" not in {lower.basis, higher.basis}
            assert two_cells or lower.p50 <= higher.p50, (lower.asked, higher.asked)
        estimated += sum(each.basis == "estimated" for each in told)
    assert estimated > 200


def test_loading_and_opening_are_quick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PARLEY_BENCHMARKS", raising=False)
    start = time.process_time()
    open_market(tmp_path).close()
    loaded = time.process_time()
    open_market(tmp_path).close()
    opened = time.process_time()
    # Several times what is measured: a busy machine must not fail an honest change.
    assert loaded - start < 2.0
    assert opened - loaded < 0.1


def test_answering_needs_no_data_frames(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from bot.market.database import open_market\n"
        "from bot.market.ladder import quote\n"
        "from bot.market.quote import Asked\n"
        f"quote(open_market(Path(sys.argv[1])), Asked('software-engineer', '{SF}', 'senior'))\n"
        "heavy = {'pandas', 'numpy', 'sqlite_utils', 'data', 'rich', 'asyncio'} & set(sys.modules)\n"
        "sys.exit(', '.join(sorted(heavy)) or 0)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        cwd=REPOSITORY,
        capture_output=True,
        check=False,
        text=True,
    )
    assert ran.stderr == ""
    assert ran.returncode == 0


def test_the_published_medians_are_those_of_the_article(shipped: Market) -> None:
    figures = {
        (figure.role, figure.place): figure.p50
        for role in ("software-engineer", "marketing-manager", "research-scientist")
        for figure in shipped.published(role)
        if figure.ai == "skilled"
    }
    assert figures == {
        ("software-engineer", SF): 208_000,
        ("marketing-manager", ""): 135_000,
        ("research-scientist", ""): 260_000,
    }
