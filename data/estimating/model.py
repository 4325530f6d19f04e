"""The model of pay as a table: what a job pays in the country, and what place and AI do to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import numpy as np
import pandas as pd

from data.estimating import cases, ground, interval
from data.estimating.cases import EVERY_LEVEL, US, Cases, Flags, names
from data.estimating.equations import Equations, equations
from data.estimating.evidence import Census, Evidence
from data.estimating.rising import rising
from data.estimating.rows import FOLDS, Lessons, Paid, Questions, lessons, paid, questions
from data.grouped import Real, Whole
from data.tables import EFFECTS

JOB: Final = "job"
PLACE: Final = "place"
AI: Final = "ai"
_DECIMALS: Final = 5


@dataclass(frozen=True, slots=True)
class Fit:
    """What one fit says, in log pay.

    `jobs` is roles x levels: pay before place and AI, rising with the level. `places` is what each place
    adds, its ground included, and `ai` what AI skills add.
    """

    jobs: Real
    places: Real
    ai: float

    def log_pay(self, asked: Cases) -> Real:
        """The pay estimated for each question."""
        summed: Real = self.jobs[asked.role, asked.level] + self.places[asked.place]
        return summed + np.where(asked.skilled, self.ai, 0.0)


@dataclass(frozen=True, slots=True)
class Fitting:
    """Everything a fit with or without some employers needs, read once."""

    known: Paid
    taught: Lessons
    asked: Questions
    ground: Real
    sums: Equations
    census: Census
    solved: dict[frozenset[int], Fit] = field(default_factory=dict)

    def fit(self, *without: int) -> Fit:
        """The fit without some folds; each is made once."""
        out = frozenset(without)
        if out not in self.solved:
            self.solved[out] = self._fit(self.sums.solve(out), self.census.without(*out))
        return self.solved[out]

    def fit_hiding(self, hidden: Equations, fold: int) -> Fit:
        """The fit without a fold and without the rows of other equations."""
        return self._fit(self.sums.solve((fold,), hidden), self.census.without(fold))

    def hiding(self, places: Whole) -> Equations:
        """The part of the equations that postings at some places bring, wherever else they are seated."""
        there = np.unique(self.known.seat_row[np.isin(self.known.cases.place, places)])
        mine, taught = np.isin(self.taught.posting, there), self.taught
        above = (taught.log_pay - self.ground[taught.cases.place])[mine]
        columns = cases.columns(taught.cases.at(mine))
        return equations(columns, above, taught.weight[mine], taught.fold[mine], self.sums.used)

    def residuals(self, without: tuple[int, ...] = ()) -> Real:
        """Each question's log midpoint over its estimate, from a fit without its own fold and those given.

        Questions of the folds given are NaN.
        """
        found = np.full(len(self.asked.cases), np.nan)
        truth = np.log(self.asked.midpoint)
        for fold in set(range(FOLDS)) - set(without):
            mine = self.asked.fold == fold
            found[mine] = truth[mine] - self.fit(fold, *without).log_pay(self.asked.cases.at(mine))
        return found

    def offsets(self, residual: Real) -> Real:
        """The interval's offsets by group, from the residuals that are no NaN."""
        asked, use = self.asked, np.isfinite(residual)
        out = tuple(set(range(FOLDS)) - set(asked.fold[use].tolist()))
        group = np.zeros(len(residual), dtype=np.int64)
        for fold in np.unique(asked.fold[use]):
            mine = asked.fold == fold
            group[mine] = self.census.without(*out, int(fold)).groups(asked.cases.at(mine))
        return interval.offsets(
            residual[use], asked.weight[use], asked.fold[use], asked.employer[use], group[use]
        )

    def _fit(self, effects: Real, evidence: Evidence) -> Fit:
        known = names()
        of_role = effects[known.by_role].sum(axis=1)[:, np.newaxis]
        jobs = of_role + effects[known.by_level].sum(axis=2) + effects[-1]
        places = effects[known.by_place].sum(axis=1) + self.ground
        return Fit(rising(jobs, evidence.employers), places, float(effects[known.ai]))


def prepare(kept: pd.DataFrame, wages: pd.DataFrame) -> Fitting | None:
    """Read postings and wages for fitting; None where fewer than 20 employers show pay.

    Args:
        kept: a row a posting in a US cell, as `data.seats.seats` takes it.
        wages: OEWS, with `soc`, `area` and `p50`.
    """
    known = paid(kept)
    if known is None:
        return None
    taught, asked, floor = lessons(known), questions(known), ground.ground(wages)
    above = taught.log_pay - floor[taught.cases.place]
    sums = equations(cases.columns(taught.cases), above, taught.weight, taught.fold)
    return Fitting(known, taught, asked, floor, sums, Census(asked, known))


def table(fitting: Fitting) -> pd.DataFrame:
    """The model as rows whose effects are summed to answer: `exp(job + place + ai)` USD a year.

    Returns:
        `term` and the ids it is for:
        "job", a role and level ("all" for all): `effect` is the log of its pay across the country,
        `low` and `high` the offsets that hold 8 of 10 posted midpoints;
        "place", a US place: `effect` is the log of its pay over the country's, `low` and `high` how much
        further its own level may lie, to be joined to the job's offsets as independent spreads are
        (`hypot`); 0 where at least 5 employers show it;
        "ai": the log of AI-skilled pay over all.
        `n` paid postings of `employers` stand behind each (behind a job: of this very role, with its
        children, at this level, anywhere in the country; a place may have none and stand on OEWS). A job
        has no row, and there is no estimate for it, where its role has fewer than 20 postings or 5
        employers, or its level fewer than 5. Within a role, pay never falls with the level.
    """
    fit, offsets = fitting.fit(), fitting.offsets(fitting.residuals())
    country = float(fit.places[names().places.index(US)])
    rows = [*_jobs(fitting, fit.jobs + country, offsets), *_places(fitting, fit.places - country)]
    skilled = fitting.asked.cases.skilled
    rows.append((AI, "", "", "", *_behind(fitting, skilled), fit.ai, np.nan, np.nan))
    found = pd.DataFrame(rows, columns=list(EFFECTS.columns)).astype({"n": "int64", "employers": "int64"})
    return found.round(dict.fromkeys(("effect", "low", "high"), _DECIMALS))


def _jobs(fitting: Fitting, pay: Real, offsets: Real) -> list[tuple[object, ...]]:
    known, evidence = names(), fitting.census.without()
    role, level = (grid.ravel() for grid in np.indices(pay.shape))
    jobs = Cases(role, level, np.zeros(len(role), dtype=np.int64), np.zeros(len(role), dtype=bool))
    answered, group = evidence.answers(jobs), evidence.groups(jobs)
    asked = fitting.asked.cases
    rows: list[tuple[object, ...]] = []
    for at in np.flatnonzero(answered).tolist():
        mine = (asked.role == role[at]) | (known.tree[asked.role] == role[at])
        if level[at] != EVERY_LEVEL:
            mine &= asked.level == level[at]
        ids = known.roles[role[at]], known.levels[level[at]], ""
        rows.append((JOB, *ids, *_behind(fitting, mine), pay[role[at], level[at]], *offsets[group[at]]))
    return rows


def _places(fitting: Fitting, effect: Real) -> list[tuple[object, ...]]:
    known, seated = names(), fitting.known
    spread = fitting.census.without().spreads(np.arange(len(known.places)))
    rows: list[tuple[object, ...]] = []
    for number, id_ in enumerate(known.places):
        there = np.unique(seated.seat_row[seated.cases.place == number])
        behind = len(there), len(np.unique(seated.employer[there]))
        wider = spread[number]
        rows.append((PLACE, "", "", id_, *behind, effect[number], -wider, wider))
    return rows


def _behind(fitting: Fitting, mine: Flags) -> tuple[int, int]:
    """Paid postings and employers among some of the questions."""
    asked = fitting.asked
    return round(float(asked.weight[mine].sum())), len(np.unique(asked.employer[mine]))
