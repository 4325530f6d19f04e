"""A short line about an offer, read: the figures, terms, periods and currencies in it, and what is denied.

"No, sign-on is 30k, not 25k" says a term, a figure that holds and one that does not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from bot.commands.amending.terms import Named, named
from bot.offers.figures import Figure, figures
from bot.understand.vocab import rows

# A longer text is an offer or a story, not a correction.
MOST_WORDS = 16
MOST_CHARACTERS = 160

_MARKS = str.maketrans("\u2018\u2019\u201c\u201d\u2013\u2014\u2011\u00a0", "''\"\"--- ")
_DENIED = re.compile(
    r"\b(?:not|instead of|rather than|isn't|wasn't|aren't|was|from)(?: (?:the|an?|my|in|called|per))?\s"
    r"(?:(?! (?:it's|its|it is|but|to|now|they're|that's|is)\b)[^,.;]|[.,](?=\d)){1,40}"
)
_WORD = re.compile(r"[^\W\d_][\w'&]*")


@cache
def _words(kind: str) -> Mapping[str, str]:
    return {row["said"]: row["value"] for row in rows("offer_line_words") if row["kind"] == kind}


def _any(kind: str) -> str:
    return "|".join(re.escape(said) for said in sorted(_words(kind), key=len, reverse=True))


@cache
def _period() -> re.Pattern[str]:
    before = r"(?:\b(?:per|an?|each|every|by the)\s|/\s?)"
    return re.compile(rf"{before}(?P<unit>{_any('unit')})\b|\b(?P<word>{_any('period')})\b")


@cache
def _currency() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<word>{_any('currency')})\b")


@dataclass(frozen=True)
class Line:
    """One line; `plain` is its lower case without hyphens, of the same length as `text`."""

    text: str

    @cached_property
    def low(self) -> str:
        """The line in lower case, of the same length."""
        low = self.text.lower()
        return low if len(low) == len(self.text) else self.text

    @cached_property
    def plain(self) -> str:
        """The line in lower case with hyphens between letters as spaces."""
        return re.sub(r"(?<=[a-z])-(?=[a-z])", " ", self.low)

    @cached_property
    def denied(self) -> tuple[tuple[int, int], ...]:
        """The stretches that say what does not hold: "not 25k", "instead of relocation"."""
        return tuple(match.span() for match in _DENIED.finditer(self.plain))

    @cached_property
    def _figures(self) -> list[Figure]:
        return figures(self.text, self.low)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The figures that hold."""
        return tuple(each for each in self._figures if not self._inside(each.start))

    @cached_property
    def denied_figures(self) -> tuple[Figure, ...]:
        """The figures that do not hold."""
        return tuple(each for each in self._figures if self._inside(each.start))

    @cached_property
    def _named(self) -> list[Named]:
        return named(self.plain)

    @cached_property
    def named(self) -> tuple[Named, ...]:
        """The terms named, without those that only belong to a figure ("4,000 RSUs")."""
        held = (each for each in self._named if not self._inside(each.start))
        return tuple(each for each in held if not self._in_figure(each))

    @cached_property
    def denied_named(self) -> tuple[Named, ...]:
        """The terms that something is not."""
        return tuple(each for each in self._named if self._inside(each.start))

    @cached_property
    def period(self) -> str:
        """The pay period said by itself ("it's per month"), "" where none is."""
        for match in _period().finditer(self.plain):
            if not self._inside(match.start()) and not self._covered(match.start()):
                return _words("unit")[match["unit"]] if match["unit"] else _words("period")[match["word"]]
        return ""

    @cached_property
    def currency(self) -> str:
        """The currency said by itself ("it's in euros"), as ISO code, "" where none is."""
        for match in _currency().finditer(self.plain):
            if not self._inside(match.start()) and not self._covered(match.start()):
                return _words("currency")[match["word"]]
        return ""

    @cached_property
    def unknown(self) -> tuple[str, ...]:
        """The words that are neither figure nor term, period, currency or filler."""
        spans = [*self.denied, *((each.start, each.end) for each in self._figures)]
        spans += [(each.start, each.end) for each in self._named]
        spans += [
            match.span() for pattern in (_period(), _currency()) for match in pattern.finditer(self.plain)
        ]
        return tuple(
            match.group()
            for match in _WORD.finditer(self.plain)
            if match.group() not in _words("filler") and not any(a <= match.start() < b for a, b in spans)
        )

    def _inside(self, at: int) -> bool:
        return any(start <= at < end for start, end in self.denied)

    def _in_figure(self, name: Named) -> bool:
        return any(each.start <= name.start < each.end for each in self._figures)

    def _covered(self, at: int) -> bool:
        """Whether a word belongs to a figure or to the name of a term."""
        spans: Sequence[Figure | Named] = (*self._figures, *self._named)
        return any(each.start <= at < each.end for each in spans)


def read_line(text: str) -> Line | None:
    """A text as one short line; None where it is too long for a correction, or a question."""
    if len(text) > MOST_CHARACTERS:
        return None
    words = text.translate(_MARKS).split()
    return Line(" ".join(words)) if 0 < len(words) <= MOST_WORDS and "?" not in text else None
