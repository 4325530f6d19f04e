"""How far apart things stand in a text: words cost a step, the end of a clause or a line costs more.

A figure and the words that name it are close in this measure: "Base: 185k" is one step,
the same words across a full stop are ten.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from bot.offers.cues import Cues, find
from bot.offers.figures import Figure, figures
from bot.offers.openings import Index, index
from bot.offers.source import Source
from bot.understand.text import Token, tokens

_STOP = re.compile(r"[.!?](?=\s|$|[\"')\]])")
_BLANK = re.compile(r"\n[ ]*\n")
# Words after which a full stop ends no sentence.
_SHORT = frozenset(
    {
        "inc",
        "co",
        "corp",
        "ltd",
        "approx",
        "sr",
        "jr",
        "mr",
        "ms",
        "mrs",
        "dr",
        "vs",
        "st",
        "no",
        "e.g",
        "i.e",
    }
)
_LINKS = frozenset({"and", "plus", "with", "but", "then", "or"})


@dataclass(frozen=True, slots=True)
class Layout:
    """The words, figures and cues of a text, with the cost of walking from one place to another.

    `index` says where each word stands.
    """

    source: Source
    words: tuple[Token, ...]
    index: Index
    figures: tuple[Figure, ...]
    cues: Cues
    _starts: tuple[int, ...]
    _costs: tuple[float, ...]
    _sentences: tuple[int, ...]

    def _at(self, position: int) -> int:
        return max(0, bisect_right(self._starts, position) - 1)

    def steps(self, first: int, second: int) -> float:
        """The cost of walking from the thing at one offset to the thing at a later one."""
        return self._costs[self._at(second)] - self._costs[self._at(first)]

    def sentence(self, position: int) -> int:
        """The number of the sentence (or line of a list) an offset stands in."""
        return self._sentences[self._at(position)]


def _gap_cost(gap: str) -> float:
    cost = 1.0
    if ":" in gap or "=" in gap:
        cost -= 0.5
    if "," in gap:
        cost += 3
    if ";" in gap or "|" in gap or "+" in gap:
        cost += 5
    if "(" in gap or ")" in gap:
        cost += 2
    if " / " in gap or " - " in gap:
        cost += 4 if " / " in gap else 1
    return cost


def lay_out(source: Source) -> Layout:
    """Find words, figures and cues of a text and measure the ground between them."""
    found = figures(source.text, source.low)
    words = tokens(source.text)
    inside = bytearray(len(source.text))
    for figure in found:
        inside[figure.start : figure.end] = b"\x01" * (figure.end - figure.start)
    free = [not inside[word.start] for word in words]
    cues = find(words, free)
    places = sorted(
        [(w.start, w.end, False, w.fold) for w, f in zip(words, free, strict=True) if f]
        + [(f.start, f.end, True, "") for f in found]
    )
    cue_at = {cue.start for cue in cues.terms}
    measured = _measure(source, places, cue_at)
    return Layout(source, tuple(words), index(words), tuple(found), cues, *measured)


def _measure(
    source: Source, places: Sequence[tuple[int, int, bool, str]], cue_at: set[int]
) -> tuple[tuple[int, ...], tuple[float, ...], tuple[int, ...]]:
    starts: list[int] = []
    costs: list[float] = []
    sentences: list[int] = []
    cost, sentence = 0.0, 0
    figure_on_line = cue_on_line = False
    end, last_word, was_figure = 0, "", False
    for start, stop, is_figure, word in places:
        gap = source.text[end:start]
        # Most words stand one space apart: nothing to look for between them.
        cost += (
            (1.0 if gap == " " else _gap_cost(gap))
            + 0.5 * (was_figure + is_figure)
            + (1.5 if last_word in _LINKS else 0.0)
        )
        if "\n" in gap:
            # A line that only names ("Base salary") belongs to the figure on the line below it.
            named = cue_on_line and not figure_on_line and is_figure
            cost, sentence = cost + (1 if named else 6), sentence + 1
            if _BLANK.search(gap):
                cost += 1 if named else 4
            figure_on_line = cue_on_line = False
        elif gap != " " and _STOP.search(gap) and last_word not in _SHORT:
            cost, sentence = cost + 8, sentence + 1
        figure_on_line |= is_figure
        cue_on_line |= start in cue_at
        starts.append(start)
        costs.append(cost)
        sentences.append(sentence)
        end, last_word, was_figure = stop, word, is_figure
    return tuple(starts or [0]), tuple(costs or [0.0]), tuple(sentences or [0])
