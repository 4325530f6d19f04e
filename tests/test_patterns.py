"""Patterns of up to three words: what many at once give is what one after another would."""

from __future__ import annotations

import random
import time
from itertools import product

import pytest

from bot import patterns as kept_patterns
from bot.patterns import MIDDLE, NOTHING, QUARTERS, Told, form_of, packed, patterns, unpacked
from bot.wishes import shapes_of, weights, wish_of

LABELS = ("forget", "median", "offer")
SIZES = (4, 2, 6)
SINGLES, PAIRS, THREES = SIZES
ALL = sum(SIZES)
ADDS = ALL + PAIRS + THREES + THREES  # numbers a word has: in its place, before another, after one


def made(seed: int) -> tuple[dict[str, list[int]], dict[str, list[int]], list[list[int]], list[int], Told]:
    """Words with what they add (steps from nothing) and say themselves, weights, edges as they come."""
    chance = random.Random(seed)  # noqa: S311 - a fixed choice, no secret
    words = [f"word{n}" for n in range(12)]
    adds = {word: [chance.randint(-NOTHING, NOTHING - 1) for _ in range(ADDS)] for word in words}
    own = {word: [chance.randint(-127, 127) for _ in LABELS] for word in words}
    speaks = [[chance.randint(1 - MIDDLE, MIDDLE - 1) for _ in LABELS] for _ in range(ALL)]
    edges = [chance.randint(0, 60) for _ in range(ALL)]
    halves = [*range(0, ALL, 2), *range(1, ALL, 2)]
    form = tuple(tuple(float(chance.randint(-50, 50)) for _ in LABELS) for _ in range(7))
    constant = tuple(float(chance.randint(-50, 50)) for _ in LABELS)
    told = Told(LABELS, SIZES, len(words), tuple(edges[at] for at in halves), 0.5, 0.25, constant, form)
    return adds, own, speaks, edges, told


def file_of(
    adds: dict[str, list[int]], own: dict[str, list[int]], speaks: list[list[int]], told: Told
) -> bytes:
    def row(word: str) -> bytes:
        steps = [each + NOTHING for each in adds[word]]
        twos = bytes(low | high << 4 for low, high in zip(steps[::2], steps[1::2], strict=True))
        return twos + bytes(each % 256 for each in own[word])

    halves = [*range(0, ALL, 2), *range(1, ALL, 2)]
    return packed(told, {word: row(word) for word in adds}, [speaks[at] for at in halves])


def one_after_another(
    said: list[str],
    adds: dict[str, list[int]],
    own: dict[str, list[int]],
    speaks: list[list[int]],
    edges: list[int],
    told: Told,
    form: tuple[bool, ...],
) -> list[float]:
    """What a text says, by the formula."""
    nothing = [0] * ADDS
    rows = [adds.get(word, nothing) for word in said] or [nothing]
    around = [nothing, *rows, nothing]
    total = list(told.constant)
    for pattern in range(ALL):
        fits = []
        for before, here, after in zip(around, around[1:], around[2:], strict=False):
            fit = here[pattern] + NOTHING
            if pattern >= SINGLES:
                fit += before[ALL + pattern - SINGLES] + NOTHING
            if pattern >= SINGLES + PAIRS:
                fit += after[ALL + PAIRS + THREES + pattern - SINGLES - PAIRS] + NOTHING
            fits.append(fit)
        height = max(0, QUARTERS * max(fits) - edges[pattern])
        for label in range(len(LABELS)):
            total[label] += told.unit * height * speaks[pattern][label]
    for word in said:
        for label, each in enumerate(own.get(word, [0] * len(LABELS))):
            total[label] += told.mean * each / len(said) ** 0.5
    for holds, row in zip(form, told.form, strict=True):
        total = [a + b * holds for a, b in zip(total, row, strict=True)]
    return total


@pytest.mark.parametrize(("seed", "length"), list(product(range(6), (0, 1, 2, 3, 7, 40))))
def test_all_at_once_is_what_one_after_another_gives(seed: int, length: int) -> None:
    adds, own, speaks, edges, told = made(seed)
    chance = random.Random(seed + 100)  # noqa: S311
    said = [chance.choice([*adds, "strange"]) for _ in range(length)]
    form = form_of("a\nb?" if seed % 2 else "a", length)
    found = unpacked(file_of(adds, own, speaks, told)).scores(said, form)
    assert found == pytest.approx(one_after_another(said, adds, own, speaks, edges, told, form))


def test_what_is_kept_is_read_again() -> None:
    adds, own, speaks, _, told = made(1)
    found = unpacked(file_of(adds, own, speaks, told))
    assert found.told == told
    assert len(found.speaks) == ALL
    assert len(found.rows) == told.words * told.row


def test_a_word_with_an_apostrophe_is_known_by_what_stands_before_it() -> None:
    adds, own, speaks, _, told = made(2)
    found = unpacked(file_of(adds, own, speaks, told))
    nothing = form_of("", 1)
    assert found.scores(["word3's"], nothing) == found.scores(["word3"], nothing)
    assert found.scores(["word3s"], nothing) != found.scores(["word3"], nothing)


def test_the_form_of_a_text() -> None:
    assert form_of("is it fair?", 3) == (True, False, False, False, False, False, False)
    assert form_of("a\nb", 61) == (False, True, True, True, True, True, True)


def test_patterns_and_signs_speak_of_the_same_wishes() -> None:
    assert patterns().told.labels == weights().labels
    assert len(patterns().told.form) == len(form_of("", 0))


def test_words_used_alike_say_alike() -> None:
    def likeness(one: str, other: str) -> float:
        a, b = (patterns().scores([word], form_of("", 1)) for word in (one, other))
        mean_a, mean_b = sum(a) / len(a), sum(b) / len(b)
        a, b = [x - mean_a for x in a], [x - mean_b for x in b]
        size = sum(x * x for x in a) ** 0.5 * sum(x * x for x in b) ** 0.5
        return float(sum(x * y for x, y in zip(a, b, strict=True)) / size)

    assert likeness("erase", "delete") > 0.5 > likeness("erase", "wage")
    assert likeness("salary", "wage") > 0.5 > likeness("salary", "rehearse")


def test_the_same_text_is_always_told_the_same() -> None:
    text = "i have two offers, 120k base and a lower one with better stock: which way would you go?"
    first = wish_of(text)
    kept_patterns.patterns.cache_clear()
    assert wish_of(text) == first
    assert shapes_of("Is $120k or 95000 fair?") == ["is", "#k", "or", "#", "fair"]


def test_patterns_cost_little() -> None:
    said = shapes_of("so they came back with a bit more and want to know by friday, what do i do")
    form = form_of("?", len(said))
    patterns().scores(said, form)
    started = time.perf_counter()
    for _ in range(50):
        patterns().scores(said, form)
    assert (time.perf_counter() - started) / 50 < 0.003
