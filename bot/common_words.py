"""Which words are in common use: told by the checksums of some 27,000 of them."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from zlib import crc32

from bot.keyed import find, read_numbers, whole_numbers


def is_known(word: str) -> bool:
    """Whether a word in small letters is among those in common use."""
    return find(common_words(), word) is not None


@cache
def common_words() -> array[int]:
    """The checksums, read once, the smallest first."""
    return read_numbers("I", files("bot").joinpath("common_words.bin").read_bytes())


def packed(words: Iterable[str]) -> bytes:
    """The file: the checksums in order."""
    return whole_numbers("I", sorted({crc32(word.encode()) for word in words}))
