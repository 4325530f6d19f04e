"""What patterns of up to three words in a row speak for, by what the words mean.

A pattern looks at one word, at two or at three in a row, anywhere in a text, and is as strong as where it
fits best (Kim 2014, "Convolutional Neural Networks for Sentence Classification"). What every word adds to
every pattern in each place was worked out by `parley data learn-wishes` and is kept in half a byte each,
so that words no teaching text has still speak. All patterns are added up and compared at once: a whole
number holds one in each of its bytes.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from math import sqrt
from operator import mul
from zlib import crc32

from bot.keyed import find, read_numbers, whole_numbers

FORMS = (4, 8, 14, 25, 60)  # words; how long a text is
NOTHING = 8  # half a byte of a word that adds nothing
QUARTERS = 4  # steps of a strength to one of half a byte
LANE = 8  # bytes of what a pattern says for one label
MIDDLE = 1 << 15  # what stands for "speaks neither for nor against" in a lane
_NOTHINGS = NOTHING * 0x11  # both halves of a byte


@dataclass(frozen=True, slots=True)
class Told:
    """What is read from the head of the file.

    `sizes` are how many patterns look at one, two and three words, each even; `words` how many rows there
    are; `edges` what a pattern's strength has to pass, in quarters, the patterns at even places first;
    `unit` what one step of a pattern's weight is in hundredths and `mean` that of a word's own;
    `constant` and `form` are hundredths by label, for every text and for each of what `form_of` tells.
    """

    labels: tuple[str, ...]
    sizes: tuple[int, int, int]
    words: int
    edges: tuple[int, ...]
    unit: float
    mean: float
    constant: tuple[float, ...]
    form: tuple[tuple[float, ...], ...]

    @property
    def ends(self) -> tuple[int, int, int]:
        """Where the bytes of a row end that a word adds in its place, before another and after."""
        one, two, three = (size // 2 for size in self.sizes)
        return one + two + three, one + 2 * (two + three), one + 2 * two + 3 * three

    @property
    def row(self) -> int:
        """Bytes of a word's row."""
        return self.ends[2] + len(self.labels)


@dataclass(frozen=True, slots=True)
class Patterns:
    """The words' rows, found by checksum, and what each pattern says for all labels in one number."""

    told: Told
    keys: array[int]
    rows: bytes
    speaks: tuple[int, ...]

    def scores(self, words: Sequence[str], form: Sequence[bool]) -> list[float]:
        """How much a text speaks for each label, in hundredths."""
        told = self.told
        found = [at for word in words if (at := self._row_of(word)) is not None]
        total = self._of_patterns([self._row_of(word) for word in words] or [None])
        whole = [a + b for a, b in zip(told.constant, total, strict=True)]
        if found:
            scale, start, end = told.mean / sqrt(len(words)), told.ends[2], told.row
            own = [memoryview(self.rows)[at + start : at + end].cast("b") for at in found]
            whole = [a + scale * sum(column) for a, column in zip(whole, zip(*own, strict=True), strict=True)]
        for holds, row in zip(form, told.form, strict=True):
            if holds:
                whole = [a + b for a, b in zip(whole, row, strict=True)]
        return whole

    def _of_patterns(self, found: Sequence[int | None]) -> list[float]:
        places = self._strengths(found)
        heights = [max(0, QUARTERS * each - edge) for each, edge in zip(places, self.told.edges, strict=True)]
        said = sum(map(mul, self.speaks, heights))
        lanes = read_numbers("Q", said.to_bytes(LANE * len(self.told.labels), "little"))
        middle, unit = MIDDLE * sum(heights), self.told.unit
        return [unit * (lane - middle) for lane in lanes]

    def _strengths(self, found: Sequence[int | None]) -> bytes:
        """How strong each pattern is where it fits best: those at even places, then the others."""
        here, before, after = zip(*(self._adds(at) for at in found), strict=True)
        nothing = self._adds(None)
        size = self.told.ends[0]
        low, top = _all(0x0F, size), _all(0x80, size)
        kept = b""
        for half in (0, 4):
            best = 0
            around = zip(here, [nothing[1], *before[:-1]], [*after[1:], nothing[2]], strict=True)
            for three in around:
                now = sum([(each >> half) & low for each in three])
                stays = ((best | top) - now) & top  # the highest bit stands where the best is not beaten
                stays -= stays >> 7
                best = now ^ ((best ^ now) & stays)
            kept += best.to_bytes(size, "little")
        return kept

    def _adds(self, at: int | None) -> tuple[int, int, int]:
        """What a word adds where it stands, to the patterns of the next word and of the one before."""
        one, two, three = self.told.ends
        row = _nothings(three) if at is None else self.rows[at : at + three]
        singles, pairs = self.told.sizes[0] // 2, self.told.sizes[1] // 2
        number = int.from_bytes
        return (
            number(row[:one], "little"),
            number(row[one:two], "little") << 8 * singles,
            number(row[two:], "little") << 8 * (singles + pairs),
        )

    def _row_of(self, word: str) -> int | None:
        at = find(self.keys, word)
        if at is None and "'" in word:
            at = find(self.keys, word.partition("'")[0])
        return at * self.told.row if at is not None else None


def form_of(text: str, words: int) -> tuple[bool, ...]:
    """What is told by a text's form: whether it asks, has lines, and how long it is."""
    return ("?" in text, "\n" in text, *(words > size for size in FORMS))


@cache
def patterns() -> Patterns:
    """What was learnt, read once."""
    return unpacked(files("bot").joinpath("patterns.bin").read_bytes())


def packed(told: Told, rows: dict[str, bytes], speaks: Sequence[Sequence[int]]) -> bytes:
    """The file: a line of JSON, the words' keys in order, their rows, what each pattern says by label."""
    by_key = {crc32(word.encode()): row for word, row in rows.items()}
    order = sorted(by_key)
    head = {name: getattr(told, name) for name in Told.__dataclass_fields__} | {"words": len(order)}
    lanes = [MIDDLE + weight for row in speaks for weight in row]
    line = json.dumps(head, separators=(",", ":")).encode() + b"\n"
    return (
        line
        + whole_numbers("I", order)
        + b"".join(map(by_key.__getitem__, order))
        + whole_numbers("Q", lanes)
    )


def unpacked(kept: bytes) -> Patterns:
    """A file of `packed`, its rows left as they are."""
    start = kept.index(b"\n") + 1
    head = json.loads(kept[:start])
    listed = {"labels", "sizes", "edges", "constant"}
    head |= {name: tuple(head[name]) for name in listed} | {"form": tuple(map(tuple, head["form"]))}
    told = Told(**head)
    rows = start + 4 * told.words
    speaks = rows + told.words * told.row
    step = LANE * len(told.labels)
    ends = pairwise(range(speaks, len(kept) + 1, step))
    return Patterns(
        told,
        read_numbers("I", kept[start:rows]),
        kept[rows:speaks],
        tuple(int.from_bytes(kept[one:other], "little") for one, other in ends),
    )


@cache
def _all(byte: int, size: int) -> int:
    return int.from_bytes(bytes([byte]) * size, "little")


@cache
def _nothings(size: int) -> bytes:
    return bytes([_NOTHINGS]) * size
