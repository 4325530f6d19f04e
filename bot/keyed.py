"""Tables kept as plain numbers and found by the checksum of a text: nothing is parsed when they are read."""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable
from zlib import crc32


def find(keys: array[int], text: str) -> int | None:
    """Where the checksum of a text stands among the sorted keys.

    Two texts in four thousand million share one; a table of 60,000 is asked for a strange text about
    once in 70,000 times as if it knew it.
    """
    key = crc32(text.encode())
    at = bisect_left(keys, key)
    return at if at < len(keys) and keys[at] == key else None


def whole_numbers(kind: str, numbers: Iterable[int]) -> bytes:
    """Numbers as bytes, the lowest byte first; `kind` is a type code of `array`."""
    return _as_here(array(kind, numbers)).tobytes()


def read_numbers(kind: str, kept: bytes) -> array[int]:
    """What `whole_numbers` kept."""
    found = array(kind)
    found.frombytes(kept)
    return _as_here(found)


def _as_here(numbers: array[int]) -> array[int]:
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
