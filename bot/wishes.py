"""What a text wants, by all of its words: a command, "why" or "other", with how sure that is.

Two that speak together: a linear model over words, pairs and pieces of words and the kinds of word that
stand for each other ("wipe", "erase", "delete": `wish_words.csv`), and patterns over what words mean
(`bot/patterns.py`). Both are learnt from our own texts in `data/intents` by `parley data learn-wishes`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise

from bot.offers.tagger import Tag
from bot.patterns import form_of, patterns
from bot.understand.text import tokens
from bot.understand.vocab import rows
from bot.wish_weights import WishWeights, likeliest, unpacked

AT_EITHER_END = 40  # words; what someone wants stands before or after what they paste
_PIECE = 4  # characters of a piece of a word: a typo leaves most of them as they are
_LONGEST = 14  # characters of a word that is looked at in pieces
_FEW = 3  # words that are looked at as one
_SIZES = (2, 4, 8, 14, 25, 60)  # words
_ENDINGS = ("ing", "ed", "es", "s")
_STEM = 3  # characters that have to be left of a word
_AMOUNT = re.compile(r"\d[\d,.]*(?:k|m|lakh|lpa|l)?$")


def wish_of(text: str) -> Tag:
    """The likeliest wish of a text, and the next ones with their probabilities."""
    words = shapes_of(text)
    of_meaning = patterns().scores(words, form_of(text, len(words)))
    of_signs = weights()
    both = [a + b for a, b in zip(of_signs.scores(features(text)), of_meaning, strict=True)]
    return likeliest(of_signs.labels, both)


def features(text: str) -> list[str]:
    """What speaks for one wish or another: each sign once, in a fixed order."""
    said = [word.fold for word in tokens(text)]
    size, found = len(said), [_shape(word) for word in _either_end(said)]
    kinds = [_kinds_of(word) for word in found]
    signs = {*_of_words(found), *_of_kinds(kinds), *_of_form(text, found, size)}
    return sorted(signs)


def shapes_of(text: str) -> list[str]:
    """The words whose meaning counts, numbers by their kind; the middle of a long text is left out."""
    return _either_end([_shape(word.fold.replace("’", "'")) for word in tokens(text)])


def _either_end(words: list[str]) -> list[str]:
    return words if len(words) <= 2 * AT_EITHER_END else [*words[:AT_EITHER_END], *words[-AT_EITHER_END:]]


def _of_words(found: Sequence[str]) -> Iterator[str]:
    for word in found:
        yield f"w={word}"
        if len(word) > _PIECE and word[0] != "#":
            edged = f"^{word[:_LONGEST]}$"
            for at in range(len(edged) - _PIECE + 1):
                yield f"p={edged[at : at + _PIECE]}"
    for one, other in pairwise(found):
        yield f"b={one} {other}"
    for one, other in zip(found, found[2:], strict=False):
        yield f"s={one} {other}"


def _of_kinds(kinds: Sequence[tuple[str, ...]]) -> Iterator[str]:
    for some in kinds:
        for kind in some:
            yield f"k={kind}"
    for gap, sign in ((1, "kb"), (2, "ks")):
        for one, other in zip(kinds, kinds[gap:], strict=False):
            for left in one:
                for right in other:
                    yield f"{sign}={left} {right}"
    if kinds and kinds[0]:
        yield f"kf={'+'.join(kinds[0])}"


def _of_form(text: str, found: Sequence[str], size: int) -> Iterator[str]:
    if found:
        yield f"first={found[0]}"
        yield f"first2={' '.join(found[:2])}"
        yield f"last={found[-1]}"
        yield f"all={' '.join(found)}" if size <= _FEW else "long"
    yield f"size={sum(size > each for each in _SIZES)}"
    yield f"asks={'?' in text}"
    yield f"lines={min(4, text.count(chr(10)))}"
    yield f"sums={min(4, sum(word[0] == '#' for word in found))}"


def _shape(word: str) -> str:
    """A word as it is compared: a number by its kind, so that no figure is learnt."""
    if not _AMOUNT.match(word):
        return word
    return "#k" if word[-1] in "km" else "#"


@cache
def _kinds() -> Mapping[str, tuple[str, ...]]:
    """The kinds of every listed word and of its stem."""
    found: dict[str, set[str]] = {}
    for row in rows("wish_words"):
        for word in row["words"].split():
            for form in (word, _stem(word)):
                found.setdefault(form, set()).add(row["kind"])
    return {word: tuple(sorted(kinds)) for word, kinds in found.items()}


def _kinds_of(word: str) -> tuple[str, ...]:
    known = _kinds()
    return known.get(word) or known.get(_stem(word)) or ()


def _stem(word: str) -> str:
    """A word without its ending: "wiping" and "wipes" -> "wip"."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            return word[: -len(ending)]
    return word


@cache
def weights() -> WishWeights:
    """What was learnt, read once."""
    return unpacked(files("bot").joinpath("wishes.bin").read_bytes())
