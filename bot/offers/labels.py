"""What each figure is for and whose pay it is, decided from the words around it.

Every cue near a figure is a candidate, scored by its weight, by how well it suits the kind of
figure and by the steps between them. People write either "base 185k bonus 15%" or "185k base
15% bonus": each sentence is read both ways and the better total stands.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.offers.cues import Found
from bot.offers.figures import Figure
from bot.offers.frames import frames, moves
from bot.offers.layout import Layout

# What kinds of figure a role takes and how gladly. A role that is not listed takes none.
_TAKES: dict[str, dict[str, float]] = {
    "base": {"money": 1.0},
    "total": {"money": 1.0},
    "ote": {"money": 1.0},
    "bonus": {"percent": 1.0, "money": 1.0},
    "commission": {"percent": 1.0, "money": 0.9},
    "sign_on": {"money": 1.0},
    "equity": {"money": 0.9, "percent": 0.9, "count": 1.2},
    "strike": {"money": 1.0},
    "price": {"money": 1.0},
    "vest": {"time": 1.0, "percent": 0.7, "schedule": 1.0},
    "cliff": {"time": 1.0, "percent": 0.5},
    "relocation": {"money": 1.0},
    "pto": {"time": 1.0},
    "start": {"date": 1.0},
    "deadline": {"date": 1.0},
    "refresh": {"money": 1.0, "percent": 0.7, "count": 0.6},
    "noise": {"money": 1.0, "percent": 1.0, "time": 1.0, "date": 0.6, "count": 0.5},
}
_REACH = 16.0
_ADJACENT = 1.0
_NEIGHBOURS = 6
_LEAST = 0.2
_LEAST_AGAIN = 0.3
_OFF_SIDE = 0.72
_USED = 0.5
_USED_OTHERWISE = 0.6
_SHORT_PERIODS = frozenset({"hour", "day", "week", "biweek", "month"})
_EACH_SHARE = 1_000
_SMALL_PAY = 1_000
# A base above this is all but unknown; the sum is a grant or a valuation.
_MOST_BASE = 900_000
_LARGE_SHARE = 5.0


@dataclass(frozen=True, slots=True)
class Labelled:
    """A figure, its role (None when nothing near names it), whose pay it is, and the cue that says so.

    `frame` is "offer", "present", "wish", "posted" ... or "" where the words do not say.
    """

    figure: Figure
    role: str | None
    frame: str
    cue: Found | None = None
    score: float = 0.0


def _suits(figure: Figure, role: str) -> float:
    gladly = _TAKES.get(role, {}).get(figure.kind, 0.0)
    if figure.kind == "money":
        return gladly * _money_suits(figure, role)
    if figure.kind == "percent" and role == "equity" and figure.high > _LARGE_SHARE:
        return gladly * 0.1
    if figure.kind == "time" and role == "vest" and figure.unit not in {"year", "month"}:
        return 0.0
    return gladly


def _money_suits(figure: Figure, role: str) -> float:
    if role in {"strike", "price"}:
        return float(figure.high < _EACH_SHARE)
    if figure.unit == "share" or (figure.unit in _SHORT_PERIODS and role not in {"base", "noise"}):
        return 0.0
    small = figure.unit is None and not figure.bare and figure.high < _SMALL_PAY
    if small and role in {"base", "total", "ote"}:
        return 0.2
    if role == "base" and figure.low > _MOST_BASE and figure.currency in {None, "USD", "GBP", "EUR"}:
        return 0.3
    return 1.1 if role == "base" and figure.unit in {"year", "hour"} else 1.0


def _candidates(layout: Layout, starts: Sequence[int], figure: Figure) -> list[tuple[float, int, bool]]:
    """(score, index of the cue, whether the cue stands before) for every cue that could name a figure."""
    found = []
    at = bisect_left(starts, figure.start)
    earlier = range(at - 1, max(-1, at - 1 - _NEIGHBOURS), -1)
    later = range(at, min(len(starts), at + _NEIGHBOURS))
    for side, before in ((earlier, True), (later, False)):
        for n in side:
            term = layout.cues.terms[n]
            steps = (
                layout.steps(term.end - 1, figure.start) if before else layout.steps(figure.start, term.start)
            )
            if steps > _REACH:
                break
            suits = _suits(figure, term.cue.role)
            if suits and (term.cue.role != "noise" or _noise_fits(layout, term, figure)):
                found.append((term.cue.weight * suits / (1 + max(0.0, steps - _ADJACENT) / 3), n, before))
    return found


def _noise_fits(layout: Layout, noise: Found, figure: Figure) -> bool:
    """Noise takes only the figure next to it, of the kinds its row names (any when it names none)."""
    if noise.cue.detail and figure.kind not in noise.cue.detail.split():
        return False
    low, high = min(noise.start, figure.start), max(noise.start, figure.start)
    at = bisect_right(layout.figures, low, key=lambda f: f.start)
    between = at < len(layout.figures) and layout.figures[at].start < high
    return not between


def _assign(
    pairs: Sequence[tuple[float, int, int, bool]], kinds: Sequence[str], before_first: bool
) -> tuple[float, dict[int, tuple[float, int]]]:
    """Give each figure its best cue, a cue to one figure of a kind first; the total and the choice."""
    chosen: dict[int, tuple[float, int]] = {}
    used: dict[int, set[str]] = {}
    weighed = sorted(
        ((s if before == before_first else s * _OFF_SIDE, f, c) for s, f, c, before in pairs),
        key=lambda pair: (-pair[0], pair[1]),
    )
    again = []
    for score, figure, cue in weighed:
        if figure in chosen:
            continue
        if cue in used:
            again.append((score * (_USED if kinds[figure] in used[cue] else _USED_OTHERWISE), figure, cue))
            continue
        chosen[figure] = (score, cue)
        used.setdefault(cue, set()).add(kinds[figure])
    better = defaultdict(list)
    for score, figure, cue in again:
        better[figure].append((score, cue))
    for figure, others in better.items():
        best = max(others)
        if best[0] < _LEAST_AGAIN:
            continue
        if figure not in chosen or best[0] > chosen[figure][0]:
            chosen[figure] = best
    return sum(score for score, _ in chosen.values()), chosen


def _roles(layout: Layout) -> dict[int, tuple[float, int]]:
    starts = [term.start for term in layout.cues.terms]
    groups: dict[int, list[int]] = defaultdict(list)
    for n, figure in enumerate(layout.figures):
        groups[layout.sentence(figure.start)].append(n)
    kinds = [figure.kind for figure in layout.figures]
    chosen: dict[int, tuple[float, int]] = {}
    for group in groups.values():
        pairs = [
            (score, n, cue, before)
            for n in group
            for score, cue, before in _candidates(layout, starts, layout.figures[n])
        ]
        one, other = (_assign(pairs, kinds, first) for first in (True, False))
        chosen.update(one[1] if one[0] >= other[0] else other[1])
    return chosen


def label(layout: Layout) -> list[Labelled]:
    """Label every figure of a text, in order."""
    chosen = _roles(layout)
    whose = frames(layout)
    labelled: list[Labelled] = []
    for n, figure in enumerate(layout.figures):
        score, at = chosen.get(n, (0.0, -1))
        cue = layout.cues.terms[at] if score >= _LEAST else None
        role = cue.cue.role if cue else None
        if role in {None, "noise"} and figure.kind == "count":
            role = "equity"
        if role is None and figure.kind == "schedule":
            role = "vest"
        labelled.append(Labelled(figure, role, whose[n], cue, score))
    return _chained(layout, _moved(layout, labelled))


def _moved(layout: Layout, labelled: Sequence[Labelled]) -> list[Labelled]:
    """Give both ends of a move one role, what it leaves and what it comes to: "base from 150k to 165k"."""
    found = list(labelled)
    for n in range(len(found) - 1):
        ends = found[n : n + 2]
        if ends[0].role == ends[1].role or not moves(layout, n):
            continue
        named = next((end for end in reversed(ends) if end.role not in {None, "noise"}), None)
        if named:
            found[n : n + 2] = [
                replace(end, role=named.role, cue=named.cue, score=named.score) for end in ends
            ]
    return found


def _chained(layout: Layout, labelled: Sequence[Labelled]) -> list[Labelled]:
    """Carry a sign-on over to the sum of its second year: "sign-on 60k year 1, 45k year 2"."""
    found: list[Labelled] = []
    for entry in labelled:
        last = found[-1] if found else None
        if (
            last
            and last.role == "sign_on"
            and entry.figure.kind == "money"
            and layout.sentence(last.figure.start) == layout.sentence(entry.figure.start)
            and year_of(layout, entry.figure) == "y2"
        ):
            entry = replace(entry, role="sign_on", cue=last.cue)  # noqa: PLW2901
        found.append(entry)
    return found


def year_of(layout: Layout, figure: Figure) -> str | None:
    """The year a sum is paid in, "y1" or "y2", where the words right beside it say so."""
    best: tuple[float, str] | None = None
    at = bisect_left(layout.cues.terms, figure.start, key=lambda term: term.start)
    for term in layout.cues.terms[max(0, at - 2) : at + 2]:
        if term.cue.role not in {"y1", "y2"} or layout.sentence(term.start) != layout.sentence(figure.start):
            continue
        after = term.start > figure.start
        steps = layout.steps(figure.start, term.start) if after else layout.steps(term.end - 1, figure.start)
        steps += 0 if after else 1
        if steps <= 4 and (best is None or steps < best[0]):  # noqa: PLR2004
            best = (steps, term.cue.role)
    return best[1] if best else None
