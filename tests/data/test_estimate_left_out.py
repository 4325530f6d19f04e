"""The test of the estimates must be honest: nothing it asks about may have taught what answers."""

from __future__ import annotations

import math
from dataclasses import fields

import numpy as np
import numpy.typing as npt
import pandas as pd
import pytest

from data.estimating import evaluate, evidence, hidden, interval
from data.estimating.cases import names
from data.estimating.evaluate import Outcome
from data.estimating.evidence import FEW
from data.estimating.model import Fitting, prepare, table
from data.estimating.rows import FOLDS, lessons, questions
from data.tables import MIN_EMPLOYERS

from .made_up_pay import BOISE, PAY, PLACES, SF, US, cited, market, posting, wages

IDAHO, DENVER, COLORADO = "1600000", "0019740", "0800000"
LATE = 60  # employers of the made-up market; those added here come after


def _fitting(rows: pd.DataFrame) -> Fitting:
    found = prepare(rows, wages())
    assert found is not None
    return found


def _told(fitting: Fitting) -> Outcome:
    return evaluate._asked(fitting, wages(), cited())


def _and(made: pd.DataFrame, *more: dict[str, object]) -> pd.DataFrame:
    return pd.concat([made, pd.DataFrame(more)], ignore_index=True)


def _of(fitting: Fitting, role: str) -> npt.NDArray[np.bool_]:
    mine: npt.NDArray[np.bool_] = fitting.asked.cases.role == names().roles.index(role)
    return mine


def _at(fitting: Fitting, *places: str) -> npt.NDArray[np.bool_]:
    return np.isin(fitting.asked.cases.place, [names().places.index(place) for place in places])


def _widths(told: Outcome) -> npt.NDArray[np.float64]:
    """In log pay; ends are in whole thousands, so good to about a hundredth."""
    return np.log(told.high / told.low)


def _wider_than(spread: float, told: Outcome) -> npt.NDArray[np.bool_]:
    """Where both ends are further than this from the estimate, in log pay."""
    return np.minimum(np.log(told.high / told.estimate), np.log(told.estimate / told.low)) > spread - 0.01


@pytest.fixture(scope="module")
def made() -> pd.DataFrame:
    """The made-up market, and two metros few post in: some of those postings are seated elsewhere too."""
    drawn = np.random.default_rng(11)
    rows = []
    for number in range(24):
        role = ("software-engineer", "data-analyst", "accountant")[number % 3]
        there = (BOISE, IDAHO) if number % 2 else (DENVER, COLORADO)
        elsewhere = PLACES[SF][1:] if number % 5 == 0 else ()
        pay = PAY[role] * math.exp(drawn.normal(0, 0.1))
        rows.append(posting(f"Employer {2 * number}", pay, role=role, places=(US, *there, *elsewhere)))
    return _and(market(each=6), *rows)


@pytest.fixture(scope="module")
def plain(made: pd.DataFrame) -> tuple[Fitting, Outcome]:
    fitting = _fitting(made)
    return fitting, _told(fitting)


@pytest.fixture(scope="module")
def absurd(made: pd.DataFrame, plain: tuple[Fitting, Outcome]) -> tuple[Fitting, Outcome, int]:
    """The same market, where every employer of one fold pays ten times as much; and the fold."""
    known = plain[0].known
    fold = int(known.fold[known.postings["employer"].eq("Employer 8").to_numpy()][0])
    theirs = made["employer"].isin(set(known.postings["employer"][known.fold == fold]))
    fitting = _fitting(made.assign(midpoint=made["midpoint"].where(~theirs, 10 * made["midpoint"])))
    np.testing.assert_array_equal(fitting.asked.fold, plain[0].asked.fold)
    return fitting, _told(fitting), fold


@pytest.mark.parametrize("part", [part.name for part in fields(Outcome)])
def test_what_an_employer_pays_answers_none_of_its_own_questions(
    part: str, plain: tuple[Fitting, Outcome], absurd: tuple[Fitting, Outcome, int]
) -> None:
    (fitting, before), (_, after, fold) = plain, absurd
    mine = fitting.asked.fold == fold
    assert mine.sum() > 20
    np.testing.assert_array_equal(getattr(before, part)[mine], getattr(after, part)[mine])


@pytest.mark.parametrize("part", ["estimate", "low", "high", "step_back", "grand_median"])
def test_what_an_employer_pays_answers_the_questions_of_others(
    part: str, plain: tuple[Fitting, Outcome], absurd: tuple[Fitting, Outcome, int]
) -> None:
    (fitting, before), (_, after, fold) = plain, absurd
    others = fitting.asked.fold != fold
    assert not np.array_equal(getattr(before, part)[others], getattr(after, part)[others], equal_nan=True)


def test_residuals_are_of_fits_that_never_saw_the_employer(
    plain: tuple[Fitting, Outcome], absurd: tuple[Fitting, Outcome, int]
) -> None:
    (fitting, _), (other, _, fold) = plain, absurd
    mine = fitting.asked.fold == fold
    for without in ((), ((fold + 1) % FOLDS,)):
        moved = (other.residuals(without) - fitting.residuals(without))[mine]
        np.testing.assert_allclose(moved, math.log(10), rtol=1e-7)


def test_the_levels_an_employer_posts_shape_no_fit_without_it(made: pd.DataFrame) -> None:
    """Pay that follows nothing has levels out of order to average, by the employers behind each."""
    shuffled = made.assign(midpoint=made["midpoint"].sample(frac=1, random_state=1).to_numpy())
    before = _fitting(shuffled)
    fold = int(before.asked.fold[0])
    theirs = set(before.known.postings["employer"][before.known.fold == fold])
    level = made["level"].where(~made["employer"].isin(theirs), "senior")
    after, places = _fitting(shuffled.assign(level=level)), np.array([names().places.index(BOISE)])
    np.testing.assert_allclose(before.fit(fold).jobs, after.fit(fold).jobs, rtol=1e-9)
    one, other = (each.fit_hiding(each.hiding(places), fold).jobs for each in (before, after))
    np.testing.assert_allclose(one, other, rtol=1e-9)
    assert not np.allclose(before.fit().jobs, after.fit().jobs, rtol=1e-9)


@pytest.mark.parametrize(
    ("employers", "others_out", "few"), [(10, 0, True), (11, 0, False), (11, 1, True), (12, 1, False)]
)
def test_a_residual_stands_with_those_as_little_known_without_its_employer(
    made: pd.DataFrame, monkeypatch: pytest.MonkeyPatch, employers: int, others_out: int, few: bool
) -> None:
    """Fewer than ten other employers are few."""
    told = [
        posting(f"Employer {LATE + number % employers}", 120_000, role="recruiter")
        for number in range(20 * employers)
    ]
    fitting = _fitting(_and(made, *told))
    mine = _of(fitting, "recruiter")
    folds = np.unique(fitting.asked.fold[mine])
    assert len(folds) == employers
    grouped: list[npt.NDArray[np.int64]] = []

    monkeypatch.setattr(interval, "offsets", lambda *told: grouped.append(told[-1]))
    residual = fitting.residuals(tuple(folds[:others_out].tolist()))
    fitting.offsets(residual)
    (group,) = grouped
    assert ((group == FEW)[mine[np.isfinite(residual)]] == few).all()


def test_an_employer_left_out_is_no_evidence_of_itself(
    made: pd.DataFrame, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Five employers post recruiters and are the only ones in Denver: to each of them there are four."""
    monkeypatch.setattr(evidence, "PLACE_SPREAD", 1.0)
    many = [
        posting(f"Employer {LATE + number % 5}", 120_000, role="recruiter", places=(US, DENVER, COLORADO))
        for number in range(150)
    ]
    elsewhere = made[[DENVER not in places for places in made["places"]]]
    fitting = _fitting(_and(elsewhere, *many))
    told, mine = _told(fitting), _of(fitting, "recruiter")
    assert len(np.unique(fitting.asked.fold[mine])) == MIN_EMPLOYERS
    assert fitting.census.without().answers(fitting.asked.cases)[mine].all()
    assert not told.answered[mine].any()
    assert not told.near[mine].any()
    assert told.seen[mine].all()
    assert _wider_than(1.0, told)[mine].all()  # and so Denver is a place of few
    assert not _wider_than(1.0, told)[_at(fitting, SF)].any()


def test_a_metro_of_no_other_employer_is_not_seen(made: pd.DataFrame) -> None:
    lone = posting(f"Employer {LATE}", 150_000, places=(US, "0010180"))
    fitting = _fitting(_and(made, lone, lone))
    there = _at(fitting, "0010180")
    told = _told(fitting)
    assert there.sum() == 2
    assert not told.seen[there].any()
    assert told.seen[~there].all()


def test_what_is_hidden_of_a_metro_stays_hidden(made: pd.DataFrame, plain: tuple[Fitting, Outcome]) -> None:
    """Ten times the pay in Boise, and wherever else those postings are seated, moves no answer for Boise."""
    there = [BOISE in places for places in made["places"]]
    rich = _fitting(made.assign(midpoint=made["midpoint"].where(~np.array(there), 10 * made["midpoint"])))
    before, after = hidden.estimates(plain[0])[0], hidden.estimates(rich)[0]
    boise, denver = _at(rich, BOISE), _at(rich, DENVER)
    assert boise.sum() == denver.sum() == 12
    np.testing.assert_allclose(before[boise], after[boise], rtol=1e-9)
    assert (np.abs(after - before)[denver] > 0.001).all()
    assert np.isnan(before[~_at(plain[0], BOISE, DENVER)]).all()  # the metros of the index itself


def test_a_hidden_metro_is_answered_without_the_employer_that_is_asked(
    plain: tuple[Fitting, Outcome], absurd: tuple[Fitting, Outcome, int]
) -> None:
    (fitting, _), (other, _, fold) = plain, absurd
    before, after = hidden.estimates(fitting)[0], hidden.estimates(other)[0]
    small, mine = _at(fitting, BOISE, DENVER), fitting.asked.fold == fold
    assert (small & mine).any()
    np.testing.assert_allclose(before[small & mine], after[small & mine], rtol=1e-9)
    assert not np.isclose(before[small & ~mine], after[small & ~mine]).any()


def test_a_hidden_metro_has_the_interval_of_a_place_of_few(
    plain: tuple[Fitting, Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hidden, "PLACE_SPREAD", 1.0)
    log_pay, low, high = (each[_at(plain[0], BOISE, DENVER)] for each in hidden.estimates(plain[0]))
    assert (log_pay - low > 1.0).all()
    assert (high - log_pay > 1.0).all()


def test_each_group_of_jobs_has_an_interval_of_its_own(made: pd.DataFrame) -> None:
    """Pay spreads wide where no level is stated, and wider still in the roles that few employers post."""
    drawn = np.random.default_rng(2)
    loose = made["level"].eq("")
    noisy = made["midpoint"] * np.exp(drawn.normal(0, 0.4, len(made)))
    few = [
        posting(f"Employer {number}", 120_000 * math.exp(drawn.normal(0, 1.0)), role=role, level="senior")
        for at, role in enumerate(("recruiter", "hr-manager", "legal-counsel", "finance-manager"))
        for number in range(6 * at, 6 * at + 6)
        for _ in range(4)
    ]
    fitting = _fitting(_and(made.assign(midpoint=made["midpoint"].where(~loose, noisy)), *few))
    rows = table(fitting)
    jobs = rows[rows["term"].eq("job")].assign(width=lambda job: job["high"] - job["low"])
    rare = jobs["role"].isin(["recruiter", "hr-manager", "legal-counsel", "finance-manager"])
    every, one = jobs["level"].eq("all") & ~rare, jobs["level"].ne("all") & ~rare
    assert min(rare.sum(), every.sum(), one.sum()) >= 4
    groups = [jobs[of]["width"] for of in (one, every, rare)]
    assert [group.nunique() for group in groups] == [1, 1, 1]
    narrow, wide, widest = (group.iloc[0] for group in groups)
    assert 1.5 * narrow < wide < widest / 1.5
    told, stated = _told(fitting), fitting.asked.cases.level != 0
    common = _at(fitting, SF) & ~np.isin(
        fitting.asked.cases.role, [names().roles.index(role) for role in jobs[rare]["role"]]
    )
    assert np.median(_widths(told)[common & stated]) == pytest.approx(narrow, rel=0.1)
    assert np.median(_widths(told)[common & ~stated]) == pytest.approx(wide, rel=0.1)


def test_a_posting_in_many_metros_is_asked_once_in_all(made: pd.DataFrame) -> None:
    three = [posting(f"Employer {number}", 200_000, places=(US, SF, BOISE, DENVER)) for number in range(9)]
    fitting = _fitting(_and(made, *three))
    asked = questions(fitting.known)
    assert len(asked.cases) > len(made) + 9
    assert float(asked.weight.sum()) == pytest.approx(len(made) + 9)
    alike = _at(fitting, BOISE) & (asked.midpoint == 200_000)
    np.testing.assert_allclose(asked.weight[alike], np.full(9, 1 / 3))
    found = evaluate.evaluate(fitting, wages(), cited())
    assert found.everywhere.postings + found.unanswered == len(made) + 9
    assert found.hidden.postings == round(float(asked.weight[_at(fitting, BOISE, DENVER)].sum()))


def test_an_employers_lessons_weigh_as_the_root_of_its_postings(made: pd.DataFrame) -> None:
    fitting = _fitting(made)
    taught, known = lessons(fitting.known), fitting.known
    weighed = np.bincount(known.employer[taught.posting], taught.weight)
    np.testing.assert_allclose(weighed, np.sqrt(np.bincount(known.employer)))


def test_used_are_the_questions_an_estimate_would_answer(
    made: pd.DataFrame, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Plain questions, those with a cell near, those of little known jobs: none of them is counted."""
    few = [
        posting(f"Employer {number % 4}", 250_000, role="machine-learning-engineer") for number in range(30)
    ]
    fitting = _fitting(_and(made, *few))
    told, counted = _told(fitting), 0.0
    for at in range(len(fitting.asked.cases)):
        _, _, level, skilled = evaluate._question(fitting, at)
        refused = told.near[at] or told.contradicted[at] or not told.answered[at]
        if (level != "all" or skilled) and not refused and np.isfinite(told.step_back[at]):
            counted += fitting.asked.weight[at]
    for flag in (told.near, told.answered, told.contradicted):
        assert 0 < flag.sum() < len(flag)
    monkeypatch.setattr(evaluate, "_asked", lambda *_: told)
    found = evaluate.evaluate(fitting, wages(), cited())
    assert 0 < found.where_used.postings == round(counted) < found.everywhere.postings
