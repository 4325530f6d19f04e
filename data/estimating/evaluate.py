"""Did the estimates earn their place? Whole employers left out, every paid posting asked back.

Each posting is asked as (role, its place, level as stated or none, AI-skilled or not), once by the
plain step-back rule over the other employers' cells and once by a model fitted to the other employers:
effects, shrinkage and interval all without the employer that is asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np
import pandas as pd

from bot.understand.roles import roles
from data.estimating import hidden, step_back
from data.estimating.cases import EVERY_LEVEL, Flags, names
from data.estimating.interval import quantile
from data.estimating.model import Fitting
from data.estimating.rows import FOLDS
from data.grouped import Real

LEAST_GAIN: Final = 0.08
COVERAGE: Final = (0.76, 0.84)
# As served: nobody knows pay to the dollar, so an estimate says thousands.
STEP: Final = 1_000.0


@dataclass(frozen=True, slots=True)
class Slice:
    """Some of the questions: postings, both rules' median absolute error in USD, share in the interval."""

    postings: int
    estimate: float
    step_back: float
    coverage: float

    @property
    def gain(self) -> float:
        """How much smaller the estimates' error is, as a fraction of the step-back rule's."""
        return 1 - self.estimate / self.step_back if self.step_back else 0.0


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What leaving whole employers out showed. Money is USD a year, errors are medians of absolute errors.

    `where_used` are the questions an estimate would really answer: a level or AI asked, no measured
    cell near, enough known of the job, and nothing measured there that contradicts it. `unanswered`
    counts postings the step-back rule has no figure for; they are in neither rule's error.
    `grand_median` is the error of one figure for all, and `wages` of OEWS alone. `width` is the
    interval's middle width over its estimate. `hidden` are the smaller metros with all their postings
    hidden, where stepping back is OEWS alone; it is partly in sample, as how far a place follows OEWS, the
    spread of places and the penalty on effects were once chosen on the postings of this index.
    """

    everywhere: Slice
    where_used: Slice
    hidden: Slice
    by: Mapping[str, Slice] = field(default_factory=dict)
    employers: int = 0
    unanswered: int = 0
    grand_median: float = 0.0
    wages: float = 0.0
    width: float = 0.0

    @property
    def earned(self) -> bool:
        """Whether estimates may be served: better everywhere and where they are used, intervals true."""
        low, high = COVERAGE
        return (
            self.everywhere.gain >= LEAST_GAIN
            and self.where_used.gain > 0
            and low <= self.everywhere.coverage <= high
        )

    def counts(self) -> dict[str, int]:
        """The outcome in whole numbers, for the manifest: dollars and percent."""
        return {
            "estimate_tested_postings": self.everywhere.postings,
            "estimate_tested_employers": self.employers,
            "estimate_error": round(self.everywhere.estimate),
            "estimate_step_back_error": round(self.everywhere.step_back),
            "estimate_coverage_percent": round(100 * self.everywhere.coverage),
            "estimate_used_error": round(self.where_used.estimate),
            "estimate_used_step_back_error": round(self.where_used.step_back),
        }

    def lines(self) -> list[str]:
        """The outcome in words, a line each."""
        said = [
            f"Estimates, {self.everywhere.postings:,} postings of {self.employers:,} employers, each left "
            f"out: {_said(self.everywhere)}",
            f"  one median for all is off by ${self.grand_median:,.0f}, OEWS alone by ${self.wages:,.0f}; "
            f"the middle interval is {self.width:.0%} of its estimate wide; {self.unanswered} had no "
            "figure to step back to",
            f"  where an estimate would answer: {_said(self.where_used)}",
            f"  smaller metros, all their postings hidden (partly in sample): {_said(self.hidden)}",
        ]
        return [*said, *(f"  {name}: {_said(each)}" for name, each in self.by.items())]


@dataclass(frozen=True, slots=True)
class Outcome:
    """Both rules' answer to every question, USD a year; NaN where the step-back rule has none."""

    estimate: Real
    low: Real
    high: Real
    step_back: Real
    wages: Real
    grand_median: Real
    near: Flags
    answered: Flags
    contradicted: Flags
    seen: Flags


def evaluate(fitting: Fitting, wages: pd.DataFrame, cited: pd.DataFrame) -> Evaluation:
    """Ask every paid posting back without its employer.

    Args:
        fitting: the postings, read by `data.estimating.model.prepare`.
        wages: OEWS, with `soc`, `area` and `p50`.
        cited: published medians, with `role`, `place`, `ai` and `p50`.
    """
    asked, told = fitting.asked, _asked(fitting, wages, cited)
    truth, both = asked.midpoint, np.isfinite(told.step_back)

    def cut(mask: Flags, of: Outcome = told) -> Slice:
        return _slice(of, truth, asked.weight, mask & np.isfinite(of.step_back) & np.isfinite(of.estimate))

    level, skilled = asked.cases.level != EVERY_LEVEL, asked.cases.skilled
    used = ~told.near & (level | skilled) & told.answered & ~told.contradicted
    slices = {
        "level stated": level,
        "no level stated": ~level,
        "metro of other employers too": told.seen & _in_area(fitting),
        "metro of no other employer": ~told.seen & _in_area(fitting),
        "AI-skilled": skilled,
        "no cell near": ~told.near,
    }
    families = [role.family for role in roles().values()]
    family = np.array([families[number] for number in asked.cases.role])
    slices |= {f"family {name}": family == name for name in sorted(set(families))}
    log_pay, low, high = hidden.estimates(fitting)
    unseen = replace(
        told, estimate=_rounded(np.exp(log_pay)), low=_rounded(np.exp(low)), high=_rounded(np.exp(high)),
        step_back=told.wages,
    )  # fmt: skip
    errors = np.abs(told.grand_median - truth)
    known = np.isfinite(told.wages)
    return Evaluation(
        everywhere=cut(np.ones(len(truth), dtype=bool)),
        where_used=cut(used),
        hidden=cut(np.ones(len(truth), dtype=bool), unseen),
        by={name: cut(mask) for name, mask in slices.items() if (mask & both).any()},
        employers=len(np.unique(asked.employer)),
        unanswered=round(float(asked.weight[~both].sum())),
        grand_median=_median(errors, asked.weight),
        wages=_median(np.abs(told.wages - truth)[known], asked.weight[known]),
        width=_median((told.high - told.low) / told.estimate, asked.weight),
    )


def _asked(fitting: Fitting, wages: pd.DataFrame, cited: pd.DataFrame) -> Outcome:
    asked, size = fitting.asked, len(fitting.asked.cases)
    figures = {name: np.full(size, np.nan) for name in ("estimate", "low", "high", "back", "wages", "grand")}
    flags = {name: np.zeros(size, dtype=bool) for name in ("near", "answered", "contradicted", "seen")}
    for fold in range(FOLDS):
        mine = asked.fold == fold
        evidence, cases = fitting.census.without(fold), asked.cases.at(mine)
        log_pay = fitting.fit(fold).log_pay(cases)
        ends = fitting.offsets(fitting.residuals((fold,)))[evidence.groups(cases)]
        figures["estimate"][mine] = _rounded(np.exp(log_pay))
        spread = evidence.spreads(cases.place)
        figures["low"][mine] = _rounded(np.exp(log_pay - np.hypot(ends[:, 0], spread)))
        figures["high"][mine] = _rounded(np.exp(log_pay + np.hypot(ends[:, 1], spread)))
        flags["answered"][mine] = evidence.answers(cases)
        flags["seen"][mine] = np.isin(asked.cases.place[mine], asked.cases.place[~mine])
        figures["grand"][mine] = _median(asked.midpoint[~mine], asked.weight[~mine])
        rest = step_back.market(fitting.known.postings[fitting.known.fold != fold], wages, cited)
        plain = step_back.Market({}, rest.wages, {})
        for at in np.flatnonzero(mine).tolist():
            question = _question(fitting, at)
            figure, rung = step_back.step_back(rest, *question)
            figures["back"][at] = np.nan if figure is None else figure
            flags["near"][at] = rung == "near"
            pay, low, high = (float(figures[name][at]) for name in ("estimate", "low", "high"))
            flags["contradicted"][at] = step_back.contradicted(rest, question, pay, (low, high))
            figures["wages"][at] = step_back.step_back(plain, *question)[0] or np.nan
    return Outcome(
        figures["estimate"], figures["low"], figures["high"], figures["back"], figures["wages"],
        figures["grand"], flags["near"], flags["answered"], flags["contradicted"], flags["seen"],
    )  # fmt: skip


def _question(fitting: Fitting, at: int) -> tuple[str, str, str, bool]:
    known, cases = names(), fitting.asked.cases
    return (
        known.roles[cases.role[at]],
        known.places[cases.place[at]],
        known.levels[cases.level[at]],
        bool(cases.skilled[at]),
    )


def _in_area(fitting: Fitting) -> Flags:
    known = names()
    area = np.array([id_.isdecimal() and not id_.endswith("00000") for id_ in known.places])
    inside: Flags = area[fitting.asked.cases.place]
    return inside


def _slice(told: Outcome, truth: Real, weight: Real, mask: Flags) -> Slice:
    if not mask.any():
        return Slice(0, 0.0, 0.0, 0.0)
    inside = (truth >= told.low) & (truth <= told.high)
    return Slice(
        postings=round(float(weight[mask].sum())),
        estimate=_median(np.abs(told.estimate - truth)[mask], weight[mask]),
        step_back=_median(np.abs(told.step_back - truth)[mask], weight[mask]),
        coverage=float(weight[mask & inside].sum() / weight[mask].sum()),
    )


def _median(value: Real, weight: Real) -> float:
    return quantile(value, weight, 0.5) if len(value) else 0.0


def _rounded(pay: Real) -> Real:
    rounded: Real = np.floor(pay / STEP + 0.5) * STEP
    return rounded


def _said(each: Slice) -> str:
    if not each.postings:
        return "no postings"
    compared = f"{abs(each.gain):.0%} {'better' if each.gain >= 0 else 'worse'}"
    return (
        f"{each.postings:,} postings, off by ${each.estimate:,.0f}, stepping back by "
        f"${each.step_back:,.0f} ({compared}), {each.coverage:.0%} inside the 80% interval"
    )
