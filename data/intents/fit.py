"""Weights of signs and of numbers from lessons, by CRFsuite."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pycrfsuite

LEAST = 0.05  # smaller weights are left out: many, and they decide nothing
_SETTINGS = {"c1": 0.0, "c2": 0.5, "max_iterations": 200}
_NUMBER = "~"  # what the name of a number begins with, and of no sign


@dataclass(frozen=True, slots=True)
class Lesson:
    """A text as it is seen: its signs, numbers on its words, and the wish it has."""

    signs: Sequence[str]
    numbers: Sequence[float]
    wish: str


@dataclass(frozen=True, slots=True)
class Fitted:
    """In hundredths: what a sign speaks for, by the index of a label, and a row a label for the numbers."""

    labels: tuple[str, ...]
    signs: Mapping[str, Mapping[int, int]]
    turned: tuple[tuple[float, ...], ...]


def fit(lessons: Sequence[Lesson]) -> Fitted:
    """The weights by which most of the lessons come out right, none larger than it need be."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.select("lbfgs")
    trainer.set_params(_SETTINGS)
    for lesson in lessons:
        seen = dict.fromkeys(lesson.signs, 1.0)
        seen |= {f"{_NUMBER}{at}": number for at, number in enumerate(lesson.numbers)}
        trainer.append([seen], [lesson.wish])
    with TemporaryDirectory() as folder:
        path = str(Path(folder) / "model")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        info = tagger.info()
    labels = tuple(sorted(info.labels))
    number = {label: n for n, label in enumerate(labels)}
    turned = [[0.0] * len(lessons[0].numbers) for _ in labels]
    signs: dict[str, dict[int, int]] = {}
    for (name, label), weight in info.state_features.items():
        if name.startswith(_NUMBER):
            turned[number[label]][int(name[len(_NUMBER) :])] = round(100 * weight, 3)
        elif abs(weight) >= LEAST:
            signs.setdefault(name, {})[number[label]] = round(100 * weight)
    return Fitted(labels, signs, tuple(map(tuple, turned)))
