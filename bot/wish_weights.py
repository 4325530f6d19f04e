"""The weights of the wishes: how much each sign of a text speaks for one."""

from __future__ import annotations

import json
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp
from zlib import crc32

from bot.keyed import find, read_numbers, whole_numbers
from bot.offers.tagger import Tag

_MOST = 5  # wishes that are told, the likeliest first


@dataclass(frozen=True, slots=True)
class WishWeights:
    """What was learnt, in hundredths: for the nth key the numbers `ends[n - 1]` to `ends[n]`.

    `wishes` are indices of labels, `weights` how much a sign speaks for each.
    """

    labels: tuple[str, ...]
    keys: array[int]
    ends: array[int]
    wishes: bytes
    weights: array[int]

    def scores(self, signs: Sequence[str]) -> list[float]:
        """How much a text speaks for each label, in hundredths."""
        scores = [0.0] * len(self.labels)
        for sign in signs:
            at = find(self.keys, sign)
            if at is not None:
                for n in range(self.ends[at - 1] if at else 0, self.ends[at]):
                    scores[self.wishes[n]] += self.weights[n]
        return scores


def likeliest(labels: Sequence[str], scores: Sequence[float]) -> Tag:
    """The likeliest wish with its probability, and the next few with theirs; scores are in hundredths."""
    top = max(scores)
    odds = [exp((score - top) / 100) for score in scores]
    whole = sum(odds)
    best = sorted(zip(odds, labels, strict=True), reverse=True)[:_MOST]
    (most, label), *others = best
    return Tag(label, most / whole, tuple((other, odd / whole) for odd, other in others))


def packed(labels: Sequence[str], signs: Mapping[str, Mapping[int, int]]) -> bytes:
    """The file: a line of JSON, then the keys in order, where their numbers end, the labels, the weights."""
    by_key = {crc32(sign.encode()): row for sign, row in signs.items()}
    keys, wishes = sorted(by_key), bytearray()
    ends: list[int] = []
    weights: list[int] = []
    for key in keys:
        wishes += bytes(by_key[key])
        weights += by_key[key].values()
        ends.append(len(wishes))
    told = {"labels": labels, "signs": len(keys), "weights": len(wishes)}
    head = json.dumps(told, separators=(",", ":")).encode()
    numbers = whole_numbers("I", keys) + whole_numbers("I", ends) + wishes + whole_numbers("h", weights)
    return head + b"\n" + numbers


def unpacked(kept: bytes) -> WishWeights:
    """A file of `packed`, read without looking at its numbers."""
    head, _, body = kept.partition(b"\n")
    told = json.loads(head)
    ends = 4 * told["signs"]
    wishes = 2 * ends
    weights = wishes + told["weights"]
    return WishWeights(
        tuple(told["labels"]),
        read_numbers("I", body[:ends]),
        read_numbers("I", body[ends:wishes]),
        body[wishes:weights],
        read_numbers("h", body[weights:]),
    )
