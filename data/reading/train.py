"""Weights from lessons, by CRFsuite; several models made one; and how they are kept on disk."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pycrfsuite

from bot.offers.tagger import Weights, pairs

Sequenced = tuple[list[list[str]], list[str]]
_LEAST = 0.03


def train(lessons: Sequence[Sequenced], settings: dict[str, float], *, least: float = _LEAST) -> Weights:
    """Weights from sequences of features with their labels; those smaller than `least` are left out.

    Settings with `c1` are for L-BFGS, others for stochastic gradient descent, which learns
    thousands of texts ten times faster and no worse.
    """
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.select("lbfgs" if "c1" in settings else "l2sgd")
    trainer.set_params(settings)
    for seen, labels in lessons:
        if seen:
            trainer.append(seen, labels)
    with TemporaryDirectory() as folder:
        path = str(Path(folder) / "model")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        info = tagger.info()
    labels = sorted(info.labels, key=lambda label: int(info.labels[label]))
    number = {label: n for n, label in enumerate(labels)}
    states: dict[str, list[str]] = {}
    for (feature, label), weight in sorted(info.state_features.items()):
        if abs(weight) >= least:
            states.setdefault(feature, []).append(f"{number[label]} {round(weight * 100)}")
    moves = [[0.0] * len(labels) for _ in labels]
    for (one, other), weight in info.transitions.items():
        moves[number[one]][number[other]] = round(weight, 2)
    kept: dict[str, str] = {feature: " ".join(row) for feature, row in states.items()}
    return Weights(tuple(labels), kept, tuple(tuple(row) for row in moves))


def average(models: Sequence[Weights], *, least: float) -> Weights:
    """One model of the mean weights of several: they err less alike than they are right."""
    labels = models[0].labels
    states: dict[str, dict[int, float]] = {}
    moves = [[0.0] * len(labels) for _ in labels]
    for model in models:
        number = [labels.index(label) for label in model.labels]
        for feature, row in model.states.items():
            mean = states.setdefault(feature, {})
            for label, weight in pairs(row):
                mean[number[label]] = mean.get(number[label], 0.0) + weight / len(models)
        for one, row_of in enumerate(model.moves):
            for other, move in enumerate(row_of):
                moves[number[one]][number[other]] += move / len(models)
    kept: dict[str, str] = {}
    for feature, mean in states.items():
        large = [f"{n} {round(mass)}" for n, mass in sorted(mean.items()) if abs(mass) >= least * 100]
        if large:
            kept[feature] = " ".join(large)
    return Weights(labels, kept, tuple(tuple(round(move, 2) for move in row) for row in moves))


def veiled(lessons: Sequence[Sequenced], copies: int, hidden: float, seed: int) -> list[Sequenced]:
    """Lessons in several copies, each with a part of its features left out."""
    chance = random.Random(seed)  # noqa: S311
    return [
        ([[one for one in seen if chance.random() >= hidden] for seen in sequence], labels)
        for sequence, labels in lessons
        for _ in range(copies)
    ]


def write(model: Weights, path: Path) -> None:
    """Keep weights as JSON, in hundredths, a feature a line."""
    lines = [
        f'{json.dumps(feature, ensure_ascii=False)}:"{row}"' for feature, row in sorted(model.states.items())
    ]
    moves = [
        [one, other, round(weight * 100)]
        for one, row in enumerate(model.moves)
        for other, weight in enumerate(row)
        if weight
    ]
    body = ",\n".join(lines)
    head = json.dumps({"labels": model.labels, "moves": moves}, separators=(",", ":"))
    path.write_text(f'{head[:-1]},"states":{{\n{body}\n}}}}\n', encoding="utf-8")
