"""A linear-chain CRF over mentions: features in, a role for each mention out, with how sure it is.

The weights are data (`weights/*.json`), learnt from our own texts by `parley data learn` with
CRFsuite; here they are only added up. Decoding is exact Viterbi and forward-backward over the
few best labels of each mention (Lafferty, McCallum and Pereira, 2001).
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from math import exp, log
from operator import itemgetter
from typing import NamedTuple

# Labels this far below a mention's best, before its neighbours are heard, are not looked at.
_WIDEST = 800
_MOST = 5
# Bits a label's sum is kept in, and what is added to keep it positive.
_LANE = 32
_MIDDLE = 1 << 30


@dataclass(frozen=True, slots=True)
class Weights:
    """What was learnt: for a feature, the labels it speaks for or against and how much.

    A row of `states` is "label weight label weight ...", weights in hundredths, as it is kept in the
    file; in `rows` it is packed to one number when its feature is first met. `moves[a][b]` is the
    weight of label b after a.
    """

    labels: tuple[str, ...]
    states: dict[str, str]
    moves: tuple[tuple[float, ...], ...]
    rows: dict[str, str | int] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Begin with no row packed."""
        object.__setattr__(self, "rows", dict(self.states))

    @property
    def middle(self) -> int:
        """A sum of no rows."""
        return _middle(len(self.labels))


class Tag(NamedTuple):
    """A label with its probability, and the other labels that were looked at with theirs, best first."""

    label: str
    sure: float
    others: tuple[tuple[str, float], ...] = ()

    @property
    def second(self) -> str:
        """The next best label; the label itself where there is no other."""
        return self.others[0][0] if self.others else self.label

    def chance(self, label: str) -> float:
        """The probability of a label."""
        return self.sure if label == self.label else dict(self.others).get(label, 0.0)


@cache
def _middle(labels: int) -> int:
    return sum(_MIDDLE << _LANE * label for label in range(labels))


@cache
def weights(name: str) -> Weights:
    """The weights of one model, read once."""
    kept = json.loads(files("bot.offers").joinpath(f"weights/{name}.json").read_text(encoding="utf-8"))
    labels = tuple(kept["labels"])
    size = range(len(labels))
    flat = {(a, b): weight / 100 for a, b, weight in kept["moves"]}
    moves = tuple(tuple(flat.get((a, b), 0.0) for b in size) for a in size)
    return Weights(labels, kept["states"], moves)


def tag(model: Weights, sequence: Sequence[Sequence[str]]) -> list[Tag]:
    """The best labels of a sequence of feature lists; linear in the number of features."""
    lattice = [_best(model, features) for features in sequence]
    if not lattice:
        return []
    path = _viterbi(model, lattice)
    found = []
    for chosen, column in zip(path, _marginals(model, lattice), strict=True):
        sure = dict(column)
        others = sorted(((model.labels[n], p) for n, p in column if n != chosen), key=lambda o: -o[1])
        found.append(Tag(model.labels[chosen], sure[chosen], tuple(others)))
    return found


def best(model: Weights, features: Sequence[str]) -> str:
    """The best label of one thing by itself."""
    return model.labels[_best(model, features)[0][0]]


def chance(model: Weights, features: Sequence[str], label: str) -> float:
    """The probability of one label for one thing by itself."""
    column = _best(model, features)
    found = next((score for n, score in column if model.labels[n] == label), None)
    return exp(found - _sum([score for _, score in column])) if found is not None else 0.0


_Column = list[tuple[int, float]]
_score = itemgetter(1)


def pairs(row: str) -> Iterator[tuple[int, int]]:
    """The labels of a row of weights, by number, each with its weight in hundredths."""
    numbers = map(int, row.split())
    return zip(numbers, numbers, strict=True)


def _pack(row: str) -> int:
    """A row as one large number with a lane of bits a label, so that rows are added in one step.

    A sum of rows begins at `middle`, which keeps every lane positive; no number of rows that a text
    can have makes one run over.
    """
    return sum(weight << _LANE * label for label, weight in pairs(row))


def _best(model: Weights, features: Sequence[str]) -> _Column:
    rows, size = model.rows, len(model.labels)
    total = model.middle
    for feature in features:
        row = rows.get(feature)
        if row is not None:
            if isinstance(row, str):
                row = rows[feature] = _pack(row)
            total += row
    scores = struct.unpack(f"<{size}i", total.to_bytes(size * _LANE // 8, "little"))
    least = max(scores) - _WIDEST
    near = [(label, score / 100) for label, score in enumerate(scores) if score >= least]
    near.sort(key=_score, reverse=True)
    return near[:_MOST]


def _viterbi(model: Weights, lattice: Sequence[_Column]) -> list[int]:
    """The labels of the likeliest path through the columns of a lattice."""
    moves = model.moves
    reached = lattice[0]
    back: list[dict[int, int]] = []
    for column in lattice[1:]:
        came: dict[int, int] = {}
        then: _Column = []
        for label, score in column:
            top, at = max([(before + moves[earlier][label], earlier) for earlier, before in reached])
            came[label] = at
            then.append((label, top + score))
        back.append(came)
        reached = then
    path = [max(reached, key=_score)[0]]
    for came in reversed(back):
        path.append(came[path[-1]])
    return path[::-1]


def _marginals(model: Weights, lattice: Sequence[_Column]) -> list[_Column]:
    """The probability of every label kept, by the forward-backward algorithm in log space."""
    forward = [dict(lattice[0])]
    for column in lattice[1:]:
        before = forward[-1]
        forward.append(
            {
                label: score + _sum([before[a] + model.moves[a][label] for a in before])
                for label, score in column
            }
        )
    behind = {label: 0.0 for label, _ in lattice[-1]}
    total = _sum(list(forward[-1].values()))
    found: list[_Column] = []
    for at in range(len(lattice) - 1, -1, -1):
        found.append([(label, exp(forward[at][label] + behind[label] - total)) for label, _ in lattice[at]])
        if at:
            column = lattice[at]
            behind = {
                a: _sum([model.moves[a][label] + score + behind[label] for label, score in column])
                for a, _ in lattice[at - 1]
            }
    return found[::-1]


def _sum(logs: list[float]) -> float:
    if len(logs) == 1:
        return logs[0]
    top = max(logs)
    return top + log(sum(exp(value - top) for value in logs))
