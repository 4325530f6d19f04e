"""Weights of signs from lessons, by CRFsuite."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path
from tempfile import TemporaryDirectory

import pycrfsuite

LEAST = 0.02  # smaller weights are left out: many, and they decide nothing
_OFTEN = 2  # texts a sign stands in at least
_RARE = 0.3  # how much more a rare sign counts while learning
_SETTINGS = {"c1": 0.0, "c2": 0.2, "max_iterations": 200}


@dataclass(frozen=True, slots=True)
class Lesson:
    """A text as it is seen: its signs, and the wish it has."""

    signs: Sequence[str]
    wish: str


@dataclass(frozen=True, slots=True)
class Fitted:
    """In hundredths: what a sign speaks for, by the index of a label."""

    labels: tuple[str, ...]
    signs: Mapping[str, Mapping[int, int]]


def fit(lessons: Sequence[Lesson], share: float = 1.0) -> Fitted:
    """The weights by which most of the lessons come out right, none larger than it need be.

    A sign of few texts may weigh more than one of many: while learning it counts by the root of the
    logarithm of how rare it is. `share` is what the weights count for beside what else speaks.
    """
    used = Counter(sign for lesson in lessons for sign in lesson.signs)
    counts = {
        sign: _RARE * log(len(lessons) / times) ** 0.5 for sign, times in used.items() if times >= _OFTEN
    }
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.select("lbfgs")
    trainer.set_params(_SETTINGS)
    for lesson in lessons:
        seen = {sign: counts[sign] for sign in lesson.signs if counts.get(sign)}
        trainer.append([seen], [lesson.wish])
    with TemporaryDirectory() as folder:
        path = str(Path(folder) / "model")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        info = tagger.info()
    labels = tuple(sorted({lesson.wish for lesson in lessons}))
    number = {label: n for n, label in enumerate(labels)}
    signs: dict[str, dict[int, int]] = {}
    for (sign, label), weight in info.state_features.items():
        counted = weight * counts[sign] * share
        if abs(counted) >= LEAST:
            signs.setdefault(sign, {})[number[label]] = round(100 * counted)
    return Fitted(labels, signs)
