"""Learn the reader's weights from the corpus: roles of mentions, parting of offers, kinds of text.

CRFsuite (L-BFGS with an elastic net) finds them; what ships is a list of features with the labels
they speak for. The roles a text's kind is judged by are those of a model that has not seen the text.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pycrfsuite

from bot.offers import kinds, parting
from bot.offers.features import features
from bot.offers.judged import PAY, Judged
from bot.offers.reader import companies_of
from bot.offers.tagger import Weights, tag
from data.reading.align import Aligned

Sequenced = tuple[list[list[str]], list[str]]
FOLDS = 3
# The roles that make the sums of an offer: what the reader is measured by.
TERMS = PAY - {"total", "ote", "base_old", "base_again"} | {"strike", "vest_years", "cliff"}
# Each text is taught this often, each time with half of what can be seen of it: no single sign may
# carry a role alone, so that the weights hold where people write otherwise (Wang and Manning, 2013).
_COPIES = 3
_HIDDEN = 0.5
_SEED = 4
_NEAR_COPIES = 3
_LEAST = 0.03
_LEAST_OF_ROLES = 0.1
_ROLE_SETTINGS = {"c2": 2.0, "max_iterations": 15}
_PARTING_SETTINGS = {"c1": 0.1, "c2": 0.1, "max_iterations": 200}
# A text's kind leans on few and general signs: what a single word says of it does not carry over.
_KIND_SETTINGS = {"c1": 1.0, "c2": 2.0, "max_iterations": 200}


@dataclass(frozen=True, slots=True)
class HeldOut:
    """How the terms of texts a model had not seen were judged: right, wrong and missed mentions."""

    texts: int
    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """The share of the terms found that are right."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """The share of the terms there are that were found."""
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)


@dataclass(frozen=True, slots=True)
class Learnt:
    """The three models of the reader, and how the first one does on texts held out."""

    roles: Weights
    parting: Weights
    kinds: Weights
    held_out: HeldOut


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
    states: dict[str, list[int]] = {}
    for (feature, label), weight in sorted(info.state_features.items()):
        if abs(weight) >= least:
            states.setdefault(feature, []).extend((number[label], round(weight * 1000)))
    moves = [[0.0] * len(labels) for _ in labels]
    for (one, other), weight in info.transitions.items():
        moves[number[one]][number[other]] = round(weight, 3)
    return Weights(tuple(labels), states, tuple(tuple(row) for row in moves))


def _veiled(lessons: Sequence[Sequenced]) -> list[Sequenced]:
    """Lessons in several copies, each with a part of its features left out."""
    chance = random.Random(_SEED)  # noqa: S311
    return [
        ([[one for one in seen if chance.random() >= _HIDDEN] for seen in sequence], labels)
        for sequence, labels in lessons
        for _ in range(_COPIES)
    ]


def write(model: Weights, path: Path) -> None:
    """Keep weights as JSON, in thousandths, a feature a line."""
    lines = [
        f"{json.dumps(feature, ensure_ascii=False)}:" + json.dumps(row, separators=(",", ":"))
        for feature, row in sorted(model.states.items())
    ]
    moves = [
        [one, other, round(weight * 1000)]
        for one, row in enumerate(model.moves)
        for other, weight in enumerate(row)
        if weight
    ]
    body = ",\n".join(lines)
    head = json.dumps({"labels": model.labels, "moves": moves}, separators=(",", ":"))
    path.write_text(f'{head[:-1]},"states":{{\n{body}\n}}}}\n', encoding="utf-8")


def judged_by(model: Weights, text: Aligned) -> tuple[Judged, ...]:
    """The mentions of a text as a model judges them."""
    tags = tag(model, features(text.layout, text.mentions))
    return tuple(Judged(f, t.label, t.sure, t.others) for f, t in zip(text.mentions, tags, strict=True))


def _true(text: Aligned) -> tuple[Judged, ...]:
    return tuple(Judged(figure, role) for figure, role in zip(text.mentions, text.roles, strict=True))


def _folds(texts: Sequence[Aligned]) -> list[int]:
    """The fold of each text; the few of one style are near copies and stay together."""
    styles = Counter(text.example.style for text in texts)
    groups = [
        text.example.style if styles[text.example.style] <= _NEAR_COPIES else text.example.id
        for text in texts
    ]
    order = list(dict.fromkeys(groups))
    random.Random(_SEED).shuffle(order)  # noqa: S311
    number = {group: n % FOLDS for n, group in enumerate(order)}
    return [number[group] for group in groups]


def learn(
    texts: Sequence[Aligned], variants: Sequence[Aligned] = (), tick: Callable[[str], None] = lambda _: None
) -> Learnt:
    """All three models of a corpus; `variants` are other forms of its texts, for the roles alone."""
    lessons = [(features(text.layout, text.mentions), list(text.roles)) for text in texts]
    more: dict[str, list[Sequenced]] = {}
    for text in variants:
        lesson = (features(text.layout, text.mentions), list(text.roles))
        more.setdefault(text.example.id, []).append(lesson)
    fold = _folds(texts)
    unseen: dict[int, tuple[Judged, ...]] = {}
    for part in range(FOLDS):
        tick(f"roles, part {part + 1} of {FOLDS}")
        taught = [n for n in range(len(texts)) if fold[n] != part]
        others = [lesson for n in taught for lesson in more.get(texts[n].example.id, ())]
        model = train(
            _veiled([*(lessons[n] for n in taught), *others]), _ROLE_SETTINGS, least=_LEAST_OF_ROLES
        )
        for n, text in enumerate(texts):
            if fold[n] == part:
                unseen[n] = judged_by(model, text)
    tick("roles")
    roles = train(
        _veiled([*lessons, *(lesson for some in more.values() for lesson in some)]),
        _ROLE_SETTINGS,
        least=_LEAST_OF_ROLES,
    )
    tick("kinds")
    said = [([kinds.features(text.layout, unseen[n])], [text.example.kind]) for n, text in enumerate(texts)]
    tick("parting")
    parted = [
        ([seen], [answer])
        for n, text in enumerate(texts)
        if text.example.kind == kinds.OFFER
        for judged in (_true(text), unseen[n])
        for seen, answer in parting.lessons(
            text.layout, judged, companies_of(text.layout, judged), text.offers
        )
    ]
    return Learnt(
        roles,
        train(parted, _PARTING_SETTINGS),
        train(said, _KIND_SETTINGS),
        _held_out(texts, [unseen[n] for n in range(len(texts))]),
    )


def _held_out(texts: Sequence[Aligned], judged: Sequence[Sequence[Judged]]) -> HeldOut:
    right = wrong = missed = 0
    for text, entries in zip(texts, judged, strict=True):
        for entry, role in zip(entries, text.roles, strict=True):
            right += entry.role == role and role in TERMS
            wrong += entry.role != role and entry.role in TERMS
            missed += entry.role != role and role in TERMS
    return HeldOut(len(texts), right, wrong, missed)
