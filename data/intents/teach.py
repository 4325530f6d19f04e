"""From texts with the command each wants to the weights that tell them apart."""

from __future__ import annotations

import hashlib
import json
import random
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.wish_weights import packed, unpacked
from bot.wishes import features
from data.intents.fit import Fitted, Lesson, fit

FOLDER = Path(__file__).parent
WEIGHTS = Path(__file__).parents[2] / "bot" / "wishes.bin"
NOTE = "learnt.json"
FOLDS = 4
SHARE = 0.6  # what signs count for beside the patterns: the best on texts of writers left out
_SEED = 3
_LOOKED_AT = 60


@dataclass(frozen=True, slots=True)
class Text:
    """A text and the command it wants, or "why", or "other"."""

    wish: str
    said: str


@dataclass(frozen=True, slots=True)
class Learnt:
    """The weights of signs, and how many of the texts they had not seen they understood on their own."""

    model: Fitted
    texts: int
    right: int
    confused: tuple[tuple[str, str, int], ...]


def read_texts(folder: Path = FOLDER, without: Collection[str] = ()) -> list[Text]:
    """The texts of a folder, in the order of its files; the same words twice count once.

    `without` are names of files that are left out, such as "new_1".
    """
    found: dict[str, Text] = {}
    for path in sorted(folder.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines() if path.stem not in without else ():
            wish, tab, said = line.partition("\t")
            if tab:
                text = Text(wish, said.replace("\\n", "\n"))
                found.setdefault(" ".join(text.said.lower().split()), text)
    return list(found.values())


def learn(texts: Sequence[Text]) -> Learnt:
    """The weights of all texts, and how weights that had not seen a quarter of them understood it."""
    order = list(texts)
    random.Random(_SEED).shuffle(order)  # noqa: S311 - a fixed order, no secret
    lessons = [Lesson(features(text.said), text.wish) for text in order]
    confused: Counter[tuple[str, str]] = Counter()
    for part in range(FOLDS):
        model = unpacked(kept(fit([one for n, one in enumerate(lessons) if n % FOLDS != part])))
        for one in lessons[part::FOLDS]:
            scores = model.scores(one.signs)
            confused[one.wish, model.labels[scores.index(max(scores))]] += 1
    right = sum(count for (wish, told), count in confused.items() if wish == told)
    wrong = [(wish, told, count) for (wish, told), count in confused.most_common() if wish != told]
    return Learnt(fit(lessons, SHARE), len(order), right, tuple(wrong))


def fingerprint(folder: Path = FOLDER) -> dict[str, str]:
    """What the texts are, and what is seen of the first of them: it changes with the model's eyes."""
    texts = read_texts(folder)
    said = "\n".join(f"{text.wish}\t{text.said}" for text in texts)
    seen = "\n".join(" ".join(features(text.said)) for text in texts[:_LOOKED_AT])
    return {
        "texts": hashlib.sha256(said.encode()).hexdigest(),
        "seen": hashlib.sha256(seen.encode()).hexdigest(),
    }


def teach(folder: Path = FOLDER, out: Path = WEIGHTS) -> Learnt:
    """Learn what signs speak for from a folder, and write the weights and a note of what they are of.

    Raises:
        ValueError: the folder holds no text.
    """
    texts = read_texts(folder)
    if not texts:
        raise ValueError(f"{folder} holds no line of a wish, a tab and a text.")
    learnt = learn(texts)
    out.write_bytes(kept(learnt.model))
    note = {"held_out": round(learnt.right / learnt.texts, 4), "number": learnt.texts, **fingerprint(folder)}
    (folder / NOTE).write_text(json.dumps(note, indent=2) + "\n", encoding="utf-8")
    return learnt


def kept(model: Fitted) -> bytes:
    """The file of the weights."""
    return packed(model.labels, model.signs)
