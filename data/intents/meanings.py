"""How patterns are learnt: words' vectors, a teacher, variations of texts, and what it says of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.common_words import packed as packed_words
from bot.patterns import form_of
from bot.patterns import unpacked as unpacked_patterns
from bot.wish_weights import unpacked
from bot.wishes import features, shapes_of
from data.intents.distil import Lessons, as_rows, learn_patterns
from data.intents.fit import Lesson, fit
from data.intents.teach import FOLDER, SHARE, WEIGHTS, Text, kept, read_texts
from data.intents.teacher import taught
from data.intents.vary import varied
from data.intents.vectors import known_words, neighbours, read_glove, vectors_of

PATTERNS = WEIGHTS.with_name("patterns.bin")
COMMON = WEIGHTS.with_name("common_words.bin")
_TIMES = 2  # variations of each text
_IN_COMMON_USE = 25_000  # words


@dataclass(frozen=True, slots=True)
class Measured:
    """How many of the texts that nothing was learnt from were understood."""

    texts: int
    right: int


def learn_meanings(texts: Sequence[Text], vectors: Path) -> bytes:
    """The file of the patterns. It takes about fifteen minutes on two cores."""
    said, labels = [text.said for text in texts], sorted({text.wish for text in texts})
    wishes = [labels.index(text.wish) for text in texts]
    glove = read_glove(vectors)
    words = known_words(said, glove)
    parts = vectors_of(words, glove)
    teacher = taught(said, wishes)
    others = varied(said, neighbours(words, parts[0], parts[2]), _TIMES)
    told = [*others, *said]
    lessons = Lessons(told, teacher.says(told), [-1] * len(others) + wishes)
    return learn_patterns(lessons, words, as_rows(parts), labels)


def teach_meanings(vectors: Path, folder: Path = FOLDER, out: Path = PATTERNS, common: Path = COMMON) -> int:
    """Learn the patterns of a folder's texts and write them; how many words they know."""
    texts = read_texts(folder)
    glove = read_glove(vectors)
    used = {word for text in texts for word in shapes_of(text.said)}
    often = list(glove)[:_IN_COMMON_USE]
    common.write_bytes(packed_words({*often, *(word for word in used if word in glove)}))
    made = learn_meanings(texts, vectors)
    out.write_bytes(made)
    return unpacked_patterns(made).told.words


def measure(vectors: Path, left_out: Collection[str], folder: Path = FOLDER) -> Measured:
    """Learn all of it without some files and see how many of their texts are understood."""
    texts = read_texts(folder, left_out)
    known = set(texts)
    strange = [text for text in read_texts(folder) if text not in known]
    patterns = unpacked_patterns(learn_meanings(texts, vectors))
    signs = unpacked(kept(fit([Lesson(features(text.said), text.wish) for text in texts], SHARE)))
    right = 0
    for text in strange:
        words = shapes_of(text.said)
        of_meaning = patterns.scores(words, form_of(text.said, len(words)))
        both = [a + b for a, b in zip(signs.scores(features(text.said)), of_meaning, strict=True)]
        right += signs.labels[both.index(max(both))] == text.wish
    return Measured(len(strange), right)
