"""Learn the reader's weights from the corpus: roles of mentions, names, parting of offers, kinds of text.

CRFsuite finds them; what ships is a list of features with the labels they speak for. What a later
model leans on (the roles of a text, its names) is told by models that have not seen the text.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.offers import kinds, naming, parting
from bot.offers.candidates import What, candidates
from bot.offers.features import features
from bot.offers.judged import PAY, Judged, judge
from bot.offers.names import Name
from bot.offers.tagger import Weights
from data.reading.align import Aligned, names_said
from data.reading.train import Sequenced, average, train, veiled

FOLDS = 3
# The roles that make the sums of an offer: what the reader is measured by.
TERMS = PAY - {"total", "ote", "base_old", "base_again"} | {"strike", "vest_years", "cliff"}
# Each text is taught this often, each time with half of what can be seen of it: no single sign may
# carry a role alone, so that the weights hold where people write otherwise (Wang and Manning, 2013).
_COPIES, _COPIES_OF_FOLDS = 3, 2
_HIDDEN = 0.5
_SEED = 4
# Models whose mean judges roles.
_TEACHERS = 3
_NEAR_COPIES = 3
# Smaller weights than this are left out; the mean of many models needs few of them.
_LEAST_OF_ROLES = 0.25
_LEAST_OF_TEACHERS = 0.05
_ROLE_SETTINGS = {"c2": 2.0, "max_iterations": 15}
_NAME_SETTINGS = {"c1": 0.3, "c2": 0.5, "max_iterations": 120}
_PARTING_SETTINGS = {"c1": 0.1, "c2": 0.1, "max_iterations": 200}
# A text's kind leans on few and general signs: what a single word says of it does not carry over.
_KIND_SETTINGS = {"c1": 2.0, "c2": 4.0, "max_iterations": 200}
_COPIES_OF_KINDS, _HIDDEN_OF_KINDS = 3, 0.4


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
    """The four models of the reader, and how the first one does on texts held out."""

    roles: Weights
    names: Weights
    parting: Weights
    kinds: Weights
    held_out: HeldOut


def truly(text: Aligned) -> tuple[Judged, ...]:
    """The mentions of a text as they are marked."""
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
    """All four models of a corpus; `variants` are other forms of its texts, for the roles alone."""
    fold = _folds(texts)
    roles, unseen = _roles(texts, variants, fold, tick)
    tick("names")
    names, companies = _names(texts, unseen, fold)
    tick("kinds")
    said = [([kinds.features(text.layout, unseen[n])], [text.example.kind]) for n, text in enumerate(texts)]
    tick("parting")
    parted = [
        ([seen], [answer])
        for n, text in enumerate(texts)
        if text.example.kind == kinds.OFFER
        for judged in (truly(text), unseen[n])
        for seen, answer in parting.lessons(text.layout, judged, companies[n], text.offers)
    ]
    told = veiled(said, _COPIES_OF_KINDS, _HIDDEN_OF_KINDS, _SEED)
    return Learnt(
        roles, names, train(parted, _PARTING_SETTINGS), train(told, _KIND_SETTINGS), _held_out(texts, unseen)
    )


def _roles(
    texts: Sequence[Aligned],
    variants: Sequence[Aligned],
    fold: Sequence[int],
    tick: Callable[[str], None],
) -> tuple[Weights, list[tuple[Judged, ...]]]:
    """The model of roles, and each text as judged by one that has not seen it."""
    lessons = [(features(text.layout, text.mentions), list(text.roles)) for text in texts]
    more: dict[str, list[Sequenced]] = {}
    for text in variants:
        lesson = (features(text.layout, text.mentions), list(text.roles))
        more.setdefault(text.example.id, []).append(lesson)
    unseen: dict[int, tuple[Judged, ...]] = {}
    for part in range(FOLDS):
        tick(f"roles, part {part + 1} of {FOLDS}")
        taught = [n for n in range(len(texts)) if fold[n] != part]
        others = [lesson for n in taught for lesson in more.get(texts[n].example.id, ())]
        seen = veiled([*(lessons[n] for n in taught), *others], _COPIES_OF_FOLDS, _HIDDEN, _SEED)
        model = train(seen, _ROLE_SETTINGS, least=_LEAST_OF_TEACHERS)
        unseen.update({n: judge(text.layout, model) for n, text in enumerate(texts) if fold[n] == part})
    every = [*lessons, *(lesson for some in more.values() for lesson in some)]
    teachers = []
    for teacher in range(_TEACHERS):
        tick(f"roles, {teacher + 1} of {_TEACHERS}")
        seen = veiled(every, _COPIES, _HIDDEN, _SEED + teacher)
        teachers.append(train(seen, _ROLE_SETTINGS, least=_LEAST_OF_TEACHERS))
    return average(teachers, least=_LEAST_OF_ROLES), [unseen[n] for n in range(len(texts))]


def _names(
    texts: Sequence[Aligned], judged: Sequence[tuple[Judged, ...]], fold: Sequence[int]
) -> tuple[Weights, list[list[Name]]]:
    """The model of names, and the companies of each text as named by one that has not seen it."""
    lessons: list[list[Sequenced]] = []
    for text, entries in zip(texts, judged, strict=True):
        found = candidates(text.layout)
        seen = naming.look(text.layout, entries, found)
        said = names_said(text, found)
        lessons.append([([one], [name]) for one, name in zip(seen, said, strict=True)])
    companies: dict[int, list[Name]] = {}
    company: What = "company"
    for part in range(FOLDS):
        taught = [one for n, some in enumerate(lessons) if fold[n] != part for one in some]
        model = train(taught, _NAME_SETTINGS)
        for n, text in enumerate(texts):
            if fold[n] == part:
                companies[n] = naming.name_offers(text.layout, judged[n], model)[company]
    every = [one for some in lessons for one in some]
    return train(every, _NAME_SETTINGS), [companies[n] for n in range(len(texts))]


def _held_out(texts: Sequence[Aligned], judged: Sequence[Sequence[Judged]]) -> HeldOut:
    right = wrong = missed = 0
    for text, entries in zip(texts, judged, strict=True):
        for entry, role in zip(entries, text.roles, strict=True):
            right += entry.role == role and role in TERMS
            wrong += entry.role != role and entry.role in TERMS
            missed += entry.role != role and role in TERMS
    return HeldOut(len(texts), right, wrong, missed)
