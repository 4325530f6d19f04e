"""A draft's sentences with what they ask for: what every rule looks at."""

from __future__ import annotations

import sys
from bisect import bisect_right

from bot.playbook.check.phrases import Hit
from bot.playbook.check.sentences import Sentence, clauses
from bot.playbook.check.shapes import Asked, Span


class Scene:
    """A draft's sentences with what they ask for: what every rule looks at."""

    def __init__(
        self, draft: str, body: tuple[Sentence, ...], asks: tuple[Asked, ...], hits: tuple[Hit, ...]
    ) -> None:
        self.draft, self.body, self.asks, self.hits = draft, body, asks, hits
        self.kinds = frozenset(each.phrase.kind for each in hits)
        self._starts = [each.start for each in body]
        self._clauses: dict[int, tuple[Span, ...]] = {}  # a sentence may hold a phrase a thousand times
        self._asking = {each.start: each for each in reversed(asks)}

    def sentence_at(self, at: int) -> Sentence:
        """The sentence of the body that a place stands in."""
        return self.body[bisect_right(self._starts, at) - 1]

    def clauses_of(self, sentence: Sentence) -> tuple[Span, ...]:
        """The clauses of a sentence, parted once."""
        if sentence.start not in self._clauses:
            self._clauses[sentence.start] = clauses(sentence)
        return self._clauses[sentence.start]

    def ask_in(self, sentence: Sentence) -> Asked | None:
        """What the sentence asks for, if it asks."""
        return self._asking.get(sentence.start)

    def clause_at(self, sentence: Sentence, at: int) -> Span:
        """The clause of a sentence that a place stands in, or all of it."""
        parts = self.clauses_of(sentence)
        span = parts[bisect_right(parts, (at, sys.maxsize)) - 1] if parts else (at, at)
        return span if span[0] <= at < span[1] else (sentence.start, sentence.end)
