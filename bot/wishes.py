"""What a text wants, by all of its words: a command, "why" or "other", with how sure that is.

A linear model over words, pairs of words and pieces of words, learnt from our own texts in
`data/intents` by `parley data learn-intents`; here its weights are only added up.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from bot.offers.tagger import Tag, Weights, tag
from bot.understand.text import tokens

AT_EITHER_END = 40  # words; what someone wants stands before or after what they paste
_PIECE = 4  # characters of a piece of a word: a typo leaves most of them as they are
_LONGEST = 14  # characters of a word that is looked at in pieces
_SIZES = (2, 4, 8, 14, 25, 60)  # words
_AMOUNT = re.compile(r"[$€£₹]?\d[\d,.]*(?:k|m|lakh|lpa|l)?$")


def wish_of(text: str) -> Tag:
    """The likeliest wish of a text, and the next ones with their probabilities."""
    return tag(_weights(), [features(text)])[0]


def features(text: str) -> list[str]:
    """What speaks for one wish or another: each sign once, in a fixed order."""
    return sorted(set(_signs(text)))


def _signs(text: str) -> Iterator[str]:
    found = [_shape(word.fold) for word in tokens(text)]
    size = len(found)
    if size > 2 * AT_EITHER_END:
        found = [*found[:AT_EITHER_END], "", *found[-AT_EITHER_END:]]
    for word in found:
        yield f"w={word}"
        if len(word) > _PIECE and word[0] != "#":
            edged = f"^{word[:_LONGEST]}$"
            for at in range(len(edged) - _PIECE + 1):
                yield f"p={edged[at : at + _PIECE]}"
    for one, other in zip(found, found[1:], strict=False):
        yield f"b={one} {other}"
    for one, other in zip(found, found[2:], strict=False):
        yield f"s={one} {other}"
    if found:
        yield f"first={found[0]}"
        yield f"first2={' '.join(found[:2])}"
        yield f"last={found[-1]}"
        yield f"all={' '.join(found)}" if size <= 3 else "long"  # noqa: PLR2004
    yield f"size={sum(size > each for each in _SIZES)}"
    yield f"asks={'?' in text}"
    yield f"lines={min(4, text.count(chr(10)))}"
    yield f"sums={min(4, sum(word[:1] == '#' for word in found))}"


def _shape(word: str) -> str:
    """A word as it is compared: a number by its kind, so that no figure is learnt."""
    if not word[0].isdigit() and not _AMOUNT.match(word):
        return word
    return "#k" if word[-1] in "km" else "#"


@cache
def _weights() -> Weights:
    kept = json.loads(files("bot").joinpath("wishes.json").read_text(encoding="utf-8"))
    labels = tuple(kept["labels"])
    return Weights(labels, kept["states"], tuple((0.0,) * len(labels) for _ in labels))
