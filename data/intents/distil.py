"""The patterns that answer, learnt from what the teacher says of texts and the wishes they are known for."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch.nn import functional

from bot.patterns import FORMS, MIDDLE, NOTHING, QUARTERS, Told, form_of, packed
from bot.wishes import shapes_of
from data.intents.teacher import batches
from data.intents.vectors import Rows

SIZES = (128, 128, 128)  # patterns of one, of two and of three words
_OWN = 32  # numbers of a word that are learnt here, beside those of the packages
_ROUNDS, _AT_ONCE, _STEP, _WARM_UP = 5, 64, 2e-3, 100
_LEFT_OUT, _NUMBERS_OUT, _PATTERNS_OUT = 0.1, 0.2, 0.3  # shares, while learning
_SOFT = 2.0  # how far the teacher's odds are evened out
_KNOWN = 0.3  # what the known wish counts for beside the teacher's word
_STEADY = 0.998  # the weights kept are those of the last steps, averaged
_LARGEST = 0.999  # share of a pattern's numbers that are kept as they are; larger ones are cut
_SEED = 1


@dataclass(frozen=True, slots=True)
class Lessons:
    """Texts with what the teacher says of each, a row of logarithms, and the number of its wish or -1."""

    texts: Sequence[str]
    said: torch.Tensor
    wishes: Sequence[int]


@dataclass(frozen=True, slots=True)
class Learner:
    """What is learnt: numbers of words, what they add to patterns, edges, and what patterns speak for."""

    own: torch.Tensor
    adds: torch.Tensor
    edges: torch.Tensor
    speaks: torch.Tensor
    constant: torch.Tensor

    @property
    def parts(self) -> tuple[torch.Tensor, ...]:
        """All of it."""
        return self.own, self.adds, self.edges, self.speaks, self.constant


def learn_patterns(lessons: Lessons, words: Sequence[str], vectors: Rows, labels: Sequence[str]) -> bytes:
    """The file of the patterns: learnt from the lessons over the vectors of these words."""
    torch.manual_seed(_SEED)
    known = torch.cat([torch.zeros(1, vectors.shape[1]), torch.from_numpy(vectors)])
    number = {word: at for at, word in enumerate(words, start=1)}
    shapes = [shapes_of(text) for text in lessons.texts]
    ids = [[_number_of(word, number) for word in said] or [0] for said in shapes]
    form = torch.tensor(
        [form_of(text, len(said)) for text, said in zip(lessons.texts, shapes, strict=True)]
    ).float()
    learner = _learnt(lessons, ids, form, known, len(labels))
    return _kept(learner, words, known, sorted({at for said in ids for at in said}), labels)


def _learnt(
    lessons: Lessons, ids: Sequence[Sequence[int]], form: torch.Tensor, known: torch.Tensor, labels: int
) -> Learner:
    one, two, three = SIZES
    seen, adds = known.shape[1] + _OWN, one + 2 * two + 3 * three
    out = sum(SIZES) + len(FORMS) + 2 + one
    learner = Learner(
        torch.zeros(len(known), _OWN),
        (torch.rand(seen, adds) * 2 - 1) / seen**0.5,
        torch.zeros(sum(SIZES)),
        (torch.rand(out, labels) * 2 - 1) / out**0.5,
        torch.zeros(labels),
    )
    steady = Learner(*(part.clone() for part in learner.parts))
    for part in learner.parts:
        part.requires_grad_()
    mending = torch.optim.AdamW(learner.parts, lr=_STEP, weight_decay=0.01)
    steps = _ROUNDS * -(-len(ids) // _AT_ONCE)
    pace = torch.optim.lr_scheduler.LambdaLR(
        mending, lambda step: min(1, step / _WARM_UP) * max(0.0, 1 - step / steps)
    )
    odds, wishes = functional.softmax(lessons.said / _SOFT, dim=1), torch.tensor(lessons.wishes)
    sizes, chance, done = [len(said) for said in ids], random.Random(_SEED), 0  # noqa: S311 - no secret
    for _ in range(_ROUNDS):
        for some in batches(sizes, _AT_ONCE, chance):
            told = _scores(learner, [ids[at] for at in some], form[some], known)
            loss = -(odds[some] * functional.log_softmax(told / _SOFT, dim=1)).sum(1).mean() * _SOFT
            wish = wishes[some]
            if (wish >= 0).any():
                right = functional.cross_entropy(told[wish >= 0], wish[wish >= 0], reduction="sum")
                loss = loss + _KNOWN * right / len(some)
            mending.zero_grad()
            loss.backward()
            mending.step()
            pace.step()
            done += 1
            old = min(_STEADY, max(0.0, 1 - 5 / done))
            with torch.no_grad():
                for part, now in zip(steady.parts, learner.parts, strict=True):
                    part.mul_(old).add_(now, alpha=1 - old)
    return steady


def _scores(
    learner: Learner, ids: Sequence[Sequence[int]], form: torch.Tensor, known: torch.Tensor
) -> torch.Tensor:
    """What texts speak for, as `bot.patterns` adds it up, with some of it left out as one learns."""
    one, two, three = SIZES
    longest = max(map(len, ids))
    said = torch.tensor([[0, *each, *[0] * (longest + 1 - len(each))] for each in ids])
    there = torch.tensor([[1.0] * len(each) + [0.0] * (longest - len(each)) for each in ids])[..., None]
    said[torch.rand(said.shape) < _LEFT_OUT] = 0
    used, places = torch.unique(said, return_inverse=True)
    numbers = functional.dropout(torch.cat([known[used], learner.own[used]], dim=1), _NUMBERS_OUT)
    adds = ((numbers * (used > 0)[:, None]) @ learner.adds)[places]
    single, first, last, before, here, after = adds.split([one, two, two, three, three, three], dim=2)
    fits = torch.cat(
        [
            single[:, 1:-1],
            first[:, :-2] + last[:, 1:-1],
            before[:, :-2] + here[:, 1:-1] + after[:, 2:],
        ],
        dim=2,
    )
    best = functional.relu(fits.masked_fill(there == 0, -1e4).max(1).values + learner.edges)
    own = (single[:, 1:-1] * there).sum(1) / there.sum(1) ** 0.5
    seen = functional.dropout(torch.cat([best, form, own], dim=1), _PATTERNS_OUT)
    return seen @ learner.speaks + learner.constant


def _kept(
    learner: Learner, words: Sequence[str], known: torch.Tensor, used: Sequence[int], labels: Sequence[str]
) -> bytes:
    """What was learnt in whole numbers, as `bot.patterns` reads it."""
    one, two, three = SIZES
    adds = (torch.cat([known, learner.own], dim=1) @ learner.adds)[1:]
    parts = adds.split([one, two, two, three, three, three], dim=1)
    single, first, last, before, here, after = parts
    among = torch.tensor([at - 1 for at in used if at])
    steps = torch.cat(
        [_step([single], among), _step([first, last], among), _step([before, here, after], among)]
    )
    of_three = steps[one + two :]
    places = torch.cat(
        [
            _halves(torch.cat([single, last, here], dim=1), steps),
            _halves(torch.cat([first, before], dim=1), steps[one:]),
            _halves(after, of_three),
        ],
        dim=1,
    )
    best, form, own = learner.speaks.split([sum(SIZES), len(FORMS) + 2, one])
    means = single @ own
    mean = float(means[among].abs().max()) / 127
    small = torch.clamp(torch.round(means / mean), -127, 127).to(torch.int8)
    rows = {
        word: place.numpy().tobytes() + each.numpy().tobytes()
        for word, place, each in zip(words, places, small, strict=True)
    }
    in_order = [*range(0, sum(SIZES), 2), *range(1, sum(SIZES), 2)]
    of_nothing = torch.tensor([NOTHING] * one + [2 * NOTHING] * two + [3 * NOTHING] * three)
    edges = torch.round(QUARTERS * (of_nothing - learner.edges / steps))[in_order]
    weights = (best * steps[:, None] / QUARTERS)[in_order]
    unit = float(weights.abs().max()) / (MIDDLE - 1)
    speaks = torch.round(weights / unit).int().tolist()
    told = Told(
        tuple(labels),
        SIZES,
        len(rows),
        tuple(int(edge) for edge in edges),
        100 * unit,
        100 * mean,
        _hundredths(learner.constant),
        tuple(_hundredths(row) for row in form),
    )
    return packed(told, rows, speaks)


def _step(parts: Sequence[torch.Tensor], among: torch.Tensor) -> torch.Tensor:
    """What one step of half a byte is for each pattern: the same in all of its places."""
    largest = [torch.quantile(part[among].abs(), _LARGEST, dim=0) for part in parts]
    return torch.clamp(torch.stack(largest).max(0).values / (NOTHING - 0.5), min=1e-6)


def _halves(adds: torch.Tensor, steps: torch.Tensor) -> torch.Tensor:
    """Two patterns in each byte, the first in its low half."""
    small = (torch.clamp(torch.round(adds / steps), -NOTHING, NOTHING - 1) + NOTHING).to(torch.uint8)
    return small[:, 0::2] | (small[:, 1::2] << 4)


def _hundredths(numbers: torch.Tensor) -> tuple[float, ...]:
    return tuple(round(100 * float(number), 2) for number in numbers)


def _number_of(word: str, number: dict[str, int]) -> int:
    return number.get(word) or number.get(word.partition("'")[0], 0)


def as_rows(parts: Iterable[Rows]) -> Rows:
    """Vectors of several kinds side by side."""
    return np.concatenate(list(parts), axis=1)
