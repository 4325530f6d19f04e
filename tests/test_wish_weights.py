"""Tables found by checksum: what is kept is read again, and adds up as it should."""

from __future__ import annotations

from array import array
from math import exp

import pytest

from bot import leanings as of_words
from bot.keyed import find, read_numbers, whole_numbers
from bot.leanings import leaning
from bot.understand.vocab import rows
from bot.wish_weights import packed, unpacked

LABELS = ("forget", "median")


def test_numbers_are_kept_lowest_byte_first() -> None:
    assert whole_numbers("h", [1, -2]) == b"\x01\x00\xfe\xff"
    assert read_numbers("h", b"\x01\x00\xfe\xff") == array("h", [1, -2])


def test_a_text_is_found_by_its_checksum_and_no_other_is() -> None:
    kept = unpacked(packed(LABELS, {"w=wipe": {0: 150}, "w=pay": {1: 90}}, ((0.0,), (0.0,))))
    assert find(kept.keys, "w=wipe") is not None
    assert find(kept.keys, "w=wiped") is None
    assert find(array("I"), "w=wipe") is None


def test_signs_and_leanings_add_up_to_a_probability() -> None:
    kept = unpacked(packed(LABELS, {"w=wipe": {0: 150, 1: -50}, "w=pay": {1: 90}}, ((10.0,), (-30.0,))))
    wish = kept.wish(["w=wipe", "w=pay", "w=strange"], [2.0])
    assert wish.label == "forget"
    assert wish.sure == pytest.approx(1 / (1 + exp((-50 + 90 - 60 - 150 - 20) / 100)))
    assert wish.chance("median") == pytest.approx(1 - wish.sure)


def test_a_leaning_is_the_sum_over_the_root_of_the_known_words(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = of_words.unpacked(of_words.packed({"wipe": [100, 0], "pay": [0, -50]}, 2))
    monkeypatch.setattr(of_words, "leanings", lambda: kept)
    assert leaning(["wipe"]) == [1.0, 0.0]
    assert leaning(["wipe", "pay", "wipe", "xyzzy", "pay's"]) == [1.0, -0.5]
    assert leaning(["xyzzy"]) == [0.0, 0.0]


def test_words_used_alike_lean_alike() -> None:
    def likeness(one: str, other: str) -> float:
        a, b = leaning([one]), leaning([other])
        size = sum(x * x for x in a) ** 0.5 * sum(y * y for y in b) ** 0.5
        return float(sum(x * y for x, y in zip(a, b, strict=True)) / size)

    assert likeness("erase", "delete") > 0.5 > likeness("erase", "wage")
    assert likeness("salary", "wage") > 0.5 > likeness("salary", "rehearse")


def test_a_kind_of_word_is_listed_once() -> None:
    kinds = [row["kind"] for row in rows("wish_words")]
    assert len(kinds) == len(set(kinds))
