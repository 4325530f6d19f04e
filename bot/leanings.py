"""Which wishes a word leans to by its meaning, so that words no teaching text has still speak.

Words used alike stand near each other in GloVe (Pennington, Socher and Manning, 2014). What each of
them speaks for was worked out once by `parley data learn-wishes --vectors` and is kept in `leanings.bin`
as small whole numbers; the vectors themselves are not.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import sqrt
from zlib import crc32

from bot.keyed import find, read_numbers, whole_numbers

SIZE = "size"


@dataclass(frozen=True, slots=True)
class Leanings:
    """Rows of `size` numbers, each -127 to 127, found by the checksum of a word."""

    size: int
    keys: array[int]
    rows: array[int]


@cache
def leanings() -> Leanings:
    """What was worked out, read once."""
    return unpacked(files("bot").joinpath("leanings.bin").read_bytes())


def leaning(words: Sequence[str]) -> list[float]:
    """The sum of the words' rows over the root of how many are known, in hundreds; zeros where none is."""
    kept = leanings()
    found = [at for word in words if (at := _row_of(kept, word)) is not None]
    if not found:
        return [0.0] * kept.size
    rows, size, scale = kept.rows, kept.size, 100 * sqrt(len(found))
    return [sum(column) / scale for column in zip(*(rows[at : at + size] for at in found), strict=True)]


def is_known(word: str) -> bool:
    """Whether a word in small letters is among those in common use."""
    return find(leanings().keys, word) is not None


def _row_of(kept: Leanings, word: str) -> int | None:
    at = find(kept.keys, word)
    if at is None and "'" in word:
        at = find(kept.keys, word.partition("'")[0])
    return at * kept.size if at is not None else None


def packed(rows: dict[str, Sequence[int]], size: int) -> bytes:
    """The file: a line that tells the size and number of rows, the keys in order, the rows."""
    by_key = {crc32(word.encode()): row for word, row in rows.items()}
    keys = sorted(by_key)
    flat = [number for key in keys for number in by_key[key]]
    head = json.dumps({SIZE: size, "rows": len(keys)}).encode()
    return b"\n".join([head, whole_numbers("I", keys) + whole_numbers("b", flat)])


def unpacked(kept: bytes) -> Leanings:
    """A file of `packed`, read without looking at its rows."""
    head, _, body = kept.partition(b"\n")
    told = json.loads(head)
    size, count = told[SIZE], told["rows"]
    return Leanings(size, read_numbers("I", body[: 4 * count]), read_numbers("b", body[4 * count :]))
