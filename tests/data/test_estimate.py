"""Estimates: what they learn, what they refuse, and that they are tested on employers they never saw."""

from __future__ import annotations

import math
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from bot.market.database import open_market
from bot.market.estimate import Estimate, contradicted, estimate
from bot.market.ladder import quote
from bot.market.quote import Asked
from bot.understand.level_order import tracks
from data import figures, manifest, tables
from data.estimate import Evaluation, earned, read_table
from data.estimating import step_back
from data.estimating.cases import Cases, names
from data.estimating.model import Fitting, prepare, table
from data.estimating.rising import rising
from data.estimating.rows import FOLDS, paid

from ..market import samples
from .made_up_pay import BOISE, PAY, PLACES, SF, US, cited, market, posting, true_pay, wages


@pytest.fixture(scope="module")
def made() -> pd.DataFrame:
    return market()


@pytest.fixture(scope="module")
def fitting(made: pd.DataFrame) -> Fitting:
    found = prepare(made, wages())
    assert found is not None
    return found


@pytest.fixture(scope="module")
def tested(made: pd.DataFrame) -> tuple[pd.DataFrame, Evaluation]:
    rows, found = earned(made, wages(), cited())
    assert found is not None
    return rows, found


@pytest.fixture(scope="module")
def model(fitting: Fitting) -> pd.DataFrame:
    return table(fitting)


def _row(
    model: pd.DataFrame, term: str, role: str = "", level: str = "", place: str = ""
) -> pd.Series[float]:
    is_it = model["term"].eq(term) & model["role"].eq(role) & model["level"].eq(level)
    (row,) = [row for _, row in model[is_it & model["place"].eq(place)].iterrows()]
    return row


def _pay(model: pd.DataFrame, role: str, level: str, place: str, *, skilled: bool = False) -> float:
    log_pay = _row(model, "job", role, level)["effect"] + _row(model, "place", place=place)["effect"]
    return math.exp(log_pay + (_row(model, "ai")["effect"] if skilled else 0.0))


def _fitted(fitting: Fitting, role: str, level: str, place: str) -> float:
    known = names()
    at = (known.roles.index(role), known.levels.index(level), known.places.index(place))
    number, step, where = (np.array([each]) for each in at)
    return float(np.exp(fitting.fit().log_pay(Cases(number, step, where, np.array([False]))))[0])


def test_known_pay_is_found_again(model: pd.DataFrame) -> None:
    for role, place in product(PAY, (SF, "remote")):
        told = true_pay(role, "staff", place, skilled=False) * 1.04  # all postings: two in five pay 10% more
        assert _pay(model, role, "staff", place) == pytest.approx(told, rel=0.06)
    assert math.exp(_row(model, "ai")["effect"]) == pytest.approx(1.06, abs=0.03)  # AI-skilled over all


def test_a_good_model_is_kept_and_its_interval_is_true(
    made: pd.DataFrame, tested: tuple[pd.DataFrame, Evaluation]
) -> None:
    rows, found = tested
    assert found.earned
    assert rows["term"].value_counts().to_dict() == {"place": len(names().places), "job": 16, "ai": 1}
    assert found.everywhere.postings == len(made)
    assert found.employers == 60
    assert 0.76 <= found.everywhere.coverage <= 0.84
    assert found.where_used.estimate < 0.95 * found.where_used.step_back
    assert found.everywhere.estimate < found.grand_median
    assert found.counts()["estimate_coverage_percent"] == round(100 * found.everywhere.coverage)
    assert any("each left out" in line for line in found.lines())


def test_where_used_leaves_out_what_would_be_refused(
    made: pd.DataFrame, tested: tuple[pd.DataFrame, Evaluation]
) -> None:
    _, plain = tested
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(step_back, "contradicted", lambda *_: False)
        _, trusting = earned(made, wages(), cited())
    assert trusting is not None
    assert 0 < plain.where_used.postings < trusting.where_used.postings
    assert plain.everywhere == trusting.everywhere


def test_pay_that_follows_nothing_earns_no_model(made: pd.DataFrame) -> None:
    shuffled = made["midpoint"].sample(frac=1, random_state=1).to_numpy()
    rows, found = earned(made.assign(midpoint=shuffled), wages(), cited())
    assert found is not None
    assert not found.earned
    assert rows.empty
    assert list(rows.columns) == list(tables.EFFECTS.columns)


def test_nothing_an_employer_posts_reaches_the_estimates_it_is_tested_on(
    made: pd.DataFrame, fitting: Fitting
) -> None:
    known = paid(made)
    assert known is not None
    mine = known.postings["employer"].eq("Employer 7")
    fold = int(known.fold[mine.to_numpy()][0])
    absurd = made.assign(midpoint=made["midpoint"].where(made["employer"].ne("Employer 7"), 900_000))
    other = prepare(absurd, wages())
    assert other is not None
    assert fold in range(FOLDS)
    for each in (fitting, other):
        assert np.flatnonzero(each.known.postings["employer"].eq("Employer 7")).size
    cases = fitting.asked.cases
    np.testing.assert_allclose(fitting.fit(fold).log_pay(cases), other.fit(fold).log_pay(cases), rtol=1e-9)
    np.testing.assert_allclose(
        fitting.offsets(fitting.residuals((fold,))), other.offsets(other.residuals((fold,))), rtol=1e-7
    )
    assert not np.allclose(fitting.fit().log_pay(cases), other.fit().log_pay(cases))


def test_one_large_board_does_not_set_the_pay() -> None:
    small = [posting(f"Small {number}", 150_000) for number in range(100)]
    rows = pd.DataFrame([*small, *(posting("Large", 400_000) for _ in range(900))])
    found = prepare(rows, wages())
    assert found is not None
    mean = math.exp(np.log(rows["midpoint"]).mean())
    assert mean > 350_000
    assert _pay(table(found), "software-engineer", "senior", SF) < 200_000


def test_a_metro_without_postings_stands_on_half_of_what_oews_says(model: pd.DataFrame) -> None:
    boise, unknown = _row(model, "place", place=BOISE), _row(model, "place", place="0010180")
    assert boise["effect"] - unknown["effect"] == pytest.approx(math.log(0.8) / 2, abs=1e-4)
    assert boise["n"] == 0
    assert boise["high"] > 0
    assert _row(model, "place", place=SF)["high"] == 0
    assert _row(model, "place", place=US)["effect"] == 0


@pytest.mark.parametrize(("employers", "least", "most"), [(1, 300_000, 420_000), (30, 450_000, 540_000)])
def test_a_child_of_few_postings_is_drawn_to_its_parent(
    made: pd.DataFrame, employers: int, least: float, most: float
) -> None:
    told = [posting(f"New {number}", 500_000, role="embedded-engineer") for number in range(employers)]
    found = prepare(pd.concat([made, pd.DataFrame(told)], ignore_index=True), wages())
    assert found is not None
    assert least < _fitted(found, "embedded-engineer", "senior", SF) < most


def test_levels_out_of_order_are_averaged_not_believed(made: pd.DataFrame, model: pd.DataFrame) -> None:
    """Six employers post principals far below the sixty that post staff."""
    few = [posting(f"Employer {number}", 120_000, level="principal") for number in range(6)]
    found = prepare(pd.concat([made, pd.DataFrame(few)], ignore_index=True), wages())
    assert found is not None
    order = ("entry", "mid", "senior", "staff", "principal")
    pay = [_fitted(found, "software-engineer", level, SF) for level in order]
    assert pay == sorted(pay)
    assert pay[-1] == pytest.approx(pay[-2])
    before = _pay(model, "software-engineer", "staff", SF)
    assert 0.85 * before < pay[-1] < before  # the sixty weigh more


def test_no_fold_breaks_the_order_of_levels(made: pd.DataFrame) -> None:
    shuffled = made["midpoint"].sample(frac=1, random_state=1).to_numpy()
    found = prepare(made.assign(midpoint=shuffled), wages())
    assert found is not None
    for jobs in (found.fit().jobs, *(found.fit(fold).jobs for fold in range(FOLDS))):
        for track in tracks():
            columns = [names().levels.index(level) for level in track]
            assert (np.diff(jobs[:, columns], axis=1) > -1e-9).all()


def test_rising_is_the_nearest_rising_line() -> None:
    levels = names().levels
    track = [levels.index(level) for level in ("intern", "entry", "mid", "senior", "staff", "principal")]
    value, weight = np.zeros((2, len(levels))), np.zeros((2, len(levels)), dtype=np.int64)
    value[0, track], weight[0, track] = [1, 3, 2, 2.5, 5, 4], [5, 30, 10, 20, 1, 3]
    value[1, track], weight[1, track] = [6, 5, 4, 3, 2, 1], 10
    value[:, levels.index("all")] = 9
    found = rising(value, weight)
    pooled = (3 * 30.01 + 2 * 10.01 + 2.5 * 20.01) / 60.03
    last = (5 * 1.01 + 4 * 3.01) / 4.02
    assert found[0, track].tolist() == pytest.approx([1, pooled, pooled, pooled, last, last])
    assert found[1, track].tolist() == pytest.approx([3.5] * 6)
    assert found[:, levels.index("all")].tolist() == [9, 9]
    assert found[:, levels.index("manager")].tolist() == [0, 0]


@pytest.mark.parametrize(
    ("postings", "employers", "at_level", "known"),
    [(20, 5, 5, True), (19, 5, 5, False), (40, 4, 4, False), (40, 8, 5, True), (40, 8, 4, False)],
)
def test_an_estimate_needs_a_market_for_the_role_and_five_employers_at_the_level(
    made: pd.DataFrame, postings: int, employers: int, at_level: int, known: bool
) -> None:
    """A child stands on its own postings: sixty employers of its parent do not count."""
    told = [
        posting(
            f"New {number % employers}",
            150_000,
            role="embedded-engineer",
            level="senior" if number % employers < at_level else "",
        )
        for number in range(postings)
    ]
    found = prepare(pd.concat([made, pd.DataFrame(told)], ignore_index=True), wages())
    assert found is not None
    rows = table(found)
    mine = rows[rows["role"].eq("embedded-engineer")]
    assert ("senior" in set(mine["level"])) is known
    assert ("all" in set(mine["level"])) is (postings >= 20 and employers >= 5)
    if known:
        assert _row(rows, "job", "embedded-engineer", "senior")["employers"] == at_level


def test_too_little_known_is_not_estimated(made: pd.DataFrame) -> None:
    few = [posting(f"Employer {number}", 100_000, role="recruiter") for number in range(4)]
    lone = [posting(f"Employer {number}", 300_000, level="vp") for number in range(4)]
    found = prepare(pd.concat([made, pd.DataFrame([*few, *lone])], ignore_index=True), wages())
    assert found is not None
    rows = table(found)
    jobs = rows[rows["term"].eq("job")]
    assert "recruiter" not in set(jobs["role"])  # four employers
    assert "vp" not in set(jobs["level"])  # four employers
    assert not (jobs["role"].eq("accountant") & jobs["level"].eq("principal")).any()  # nobody


def test_few_employers_are_no_market(made: pd.DataFrame) -> None:
    some = made[made["employer"].isin([f"Employer {number}" for number in range(FOLDS - 1)])]
    rows, found = earned(some, wages(), cited())
    assert found is None
    assert rows.empty


def test_odd_postings_do_no_harm(made: pd.DataFrame) -> None:
    nan = float("nan")
    odd = [
        posting("Odd", nan),
        posting("Odd", 150_000, places=("bay-area",)),
        posting("Odd", 150_000, places=()),
        posting("Odd", 150_000, places=PLACES[SF], midpoints=(nan, 170_000.0, nan, nan)),
        posting("Odd", 150_000, places=(US, *names().places[60:80])),
        posting("", 150_000),
    ]
    rows, found = earned(pd.concat([made, pd.DataFrame(odd)], ignore_index=True), wages().iloc[:0], cited())
    assert found is not None
    assert found.everywhere.coverage > 0
    assert np.isfinite(rows["effect"].astype(float)).all()


def test_the_order_of_postings_does_not_matter(made: pd.DataFrame, model: pd.DataFrame) -> None:
    backward = prepare(made.iloc[::-1], wages())
    assert backward is not None
    pd.testing.assert_frame_equal(table(backward), model, atol=2e-5)


def test_employers_stay_whole(made: pd.DataFrame) -> None:
    known = paid(made)
    assert known is not None
    folds = pd.DataFrame({"employer": known.postings["employer"], "fold": known.fold})
    assert folds.groupby("employer")["fold"].nunique().max() == 1
    assert folds["fold"].nunique() == FOLDS
    assert folds["fold"].value_counts().max() < 2 * folds["fold"].value_counts().min()


def test_what_is_served_is_what_was_fitted(fitting: Fitting, model: pd.DataFrame, tmp_path: Path) -> None:
    folder = samples.write(tmp_path / "figures")
    figures.write_frame(tables.EFFECTS, model, folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest, "TABLES", tuple(dict.fromkeys((*tables.TABLES, tables.EFFECTS))))
        manifest.write_manifest(folder, [samples.POSTINGS, samples.WAGES, manifest.AI_PULSE], {})
        patch.setenv("PARLEY_BENCHMARKS", str(folder))
        served = open_market(tmp_path / "home")
    known, asked = names(), fitting.asked.cases
    fitted = np.exp(fitting.fit().log_pay(asked))
    unknown = ~fitting.census.without().answers(asked)
    served_any = False
    for at in range(0, len(asked), 7):
        role, where = known.roles[asked.role[at]], known.places[asked.place[at]]
        level = known.levels[asked.level[at]]
        found = estimate(served, role, where, None if level == "all" else level, ai=bool(asked.skilled[at]))
        assert (found is None) == unknown[at]
        if found is None:
            continue
        served_any = True
        assert found.pay == pytest.approx(fitted[at], abs=510)
        assert found.low < found.pay < found.high
    assert served_any
    served.close()


def _keys(frame: pd.DataFrame, *columns: str) -> list[Any]:
    return list(zip(*(frame[column] for column in columns), strict=True))


def test_the_rule_to_beat_is_the_ladders_own(tmp_path: Path) -> None:
    folder = samples.write(tmp_path / "figures")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PARLEY_BENCHMARKS", str(folder))
        served = open_market(tmp_path / "home")
    cells = read_table(folder / "cells.csv")
    stands = cells[cells["p50"].notna()]
    oews, published = read_table(folder / "oews.csv"), read_table(folder / "published.csv")
    known = step_back.Market(
        dict(zip(_keys(stands, "role", "place", "level", "ai"), stands["p50"], strict=True)),
        dict(zip(_keys(oews, "soc", "area"), oews["p50"], strict=True)),
        dict(zip(_keys(published, "role", "place"), published["p50"], strict=True)),
    )
    places = (
        samples.SF,
        samples.SAN_JOSE,
        samples.BOISE,
        samples.ABILENE,
        samples.AUSTIN,
        samples.TEXAS,
        "bay-area",
        "remote",
        US,
    )
    kinds, refused = set(), set()
    for role, where, level, ai in product(names().roles, places, (None, "senior", "staff"), (False, True)):
        figure, rung = step_back.step_back(known, role, where, level or "all", ai)
        answer = quote(served, Asked(role, where, level, ai)).quote
        assert figure == (answer.p50 if answer else None), (role, where, level, ai)
        kinds.add(rung)
        for pay in (150_000, 200_000, 206_000, 212_000, 300_000):
            question, ends = (role, where, level or "all", ai), (pay - 30_000, pay + 60_000)
            told = Estimate(pay, *ends, n=40, employers=9, by_wages=False, parts=())
            refused.add(contradicted(served, told, role, where, level, ai=ai))
            assert contradicted(served, told, role, where, level, ai=ai) == step_back.contradicted(
                known, question, pay, ends
            ), (question, pay)
    assert kinds == {"near", "all levels", "country", "cited", "wage", "nothing"}
    assert refused == {True, False}
    served.close()
