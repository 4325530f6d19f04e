"""Tables found by checksum: what is kept is read again, and adds up as it should."""

from __future__ import annotations

from array import array
from math import exp

import pytest

from bot.common_words import is_known
from bot.common_words import packed as packed_words
from bot.keyed import find, read_numbers, whole_numbers
from bot.understand.vocab import rows
from bot.wish_weights import likeliest, packed, unpacked

LABELS = ("forget", "median")


def test_numbers_are_kept_lowest_byte_first() -> None:
    assert whole_numbers("h", [1, -2]) == b"\x01\x00\xfe\xff"
    assert read_numbers("h", b"\x01\x00\xfe\xff") == array("h", [1, -2])


def test_a_text_is_found_by_its_checksum_and_no_other_is() -> None:
    kept = unpacked(packed(LABELS, {"w=wipe": {0: 150}, "w=pay": {1: 90}}))
    assert find(kept.keys, "w=wipe") is not None
    assert find(kept.keys, "w=wiped") is None
    assert find(array("I"), "w=wipe") is None


def test_signs_add_up_to_a_probability() -> None:
    kept = unpacked(packed(LABELS, {"w=wipe": {0: 150, 1: -50}, "w=pay": {1: 90}}))
    scores = kept.scores(["w=wipe", "w=pay", "w=strange"])
    assert scores == [150, 40]
    wish = likeliest(kept.labels, [a + b for a, b in zip(scores, (20, -60), strict=True)])
    assert wish.label == "forget"
    assert wish.sure == pytest.approx(1 / (1 + exp((40 - 60 - 150 - 20) / 100)))
    assert wish.chance("median") == pytest.approx(1 - wish.sure)


def test_words_in_common_use_are_known_and_slips_are_not() -> None:
    assert all(map(is_known, ("salary", "negotiate", "should", "mortgage")))
    assert not any(map(is_known, ("shuld", "salarry", "negociaate")))
    assert read_numbers("I", packed_words(["pay", "wipe", "pay"])).buffer_info()[1] == 2


def test_a_kind_of_word_is_listed_once() -> None:
    kinds = [row["kind"] for row in rows("wish_words")]
    assert len(kinds) == len(set(kinds))
