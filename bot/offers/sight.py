"""A text laid out for the eyes of the reader: words and mentions in one row, lines with their heads.

Made once a text; `features` and `around` look at one mention after another in it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bot.offers.figures import Figure
from bot.offers.layout import Layout

_BUCKETS = (0, 1, 2, 3, 5, 8, 13, 24)
LONGEST_GAP = 12
_LABEL_WORDS = 4
_FIGURES = frozenset({"<money>", "<percent>", "<count>", "<time>", "<date>", "<schedule>", "<split>"})


class Item(NamedTuple):
    """A word or a mention in the order of the text: its form, where it stands, its line and sentence."""

    form: str
    start: int
    end: int
    line: int
    gap: str


@dataclass(frozen=True, slots=True)
class Seen:
    """What was prepared of a text before its mentions are looked at one by one."""

    layout: Layout
    mentions: Sequence[Figure]
    items: list[Item]
    places: list[int]
    starts: list[int]
    cue_starts: list[int]
    frame_starts: list[int]
    frame_sentences: list[int]
    sentences: list[int]
    heads: dict[int, tuple[str, bool]]
    widths: dict[int, int]
    ways: dict[int, str]
    text: tuple[str, ...]


def bucket(count: int) -> int:
    """A count as one of a few sizes."""
    return bisect_right(_BUCKETS, count)


def _gap(between: str) -> str:
    """The marks between two neighbours: "" for a space, "n" for a line, "p" for a paragraph."""
    marks = between.strip()[:LONGEST_GAP]
    lines = between.count("\n")
    if lines:
        return ("p" if lines > 1 else "n") + marks.replace("\n", "").replace(" ", "")
    return marks.replace(" ", "") if marks else ("^" if not between else "")


def _form(mention: Figure) -> str:
    """How a mention looks among words: "<money>"; one in words by what it says: "<relocation>"."""
    return f"<{mention.unit if mention.kind == 'word' else mention.kind}>"


def _items(layout: Layout, mentions: Sequence[Figure]) -> tuple[list[Item], list[int]]:
    """Words and mentions merged; and where among them each mention stands."""
    places: list[int] = []
    pieces: list[tuple[str, int, int]] = []
    n, clear = 0, 0
    for fold, _, start, end in layout.words:
        while n < len(mentions) and mentions[n].start <= start:
            places.append(len(pieces))
            pieces.append((_form(mentions[n]), mentions[n].start, mentions[n].end))
            clear = max(clear, mentions[n].end)
            n += 1
        if start >= clear:
            pieces.append((fold, start, end))
    for mention in mentions[n:]:
        places.append(len(pieces))
        pieces.append((_form(mention), mention.start, mention.end))
    text, items, line, last = layout.source.low, [], 0, 0
    for form, start, end in pieces:
        between = text[last:start]
        gap = "" if between == " " else _gap(between)
        if gap and gap[0] in "np":
            line += 1
        items.append(Item(form, start, end, line, gap))
        last = end
    return items, places


def _heads(items: Sequence[Item]) -> tuple[dict[int, tuple[str, bool]], dict[int, int]]:
    """The first words of every line up to a colon or a mention, and how many mentions a line holds."""
    heads: dict[int, tuple[str, bool]] = {}
    widths: dict[int, int] = {}
    open_line, said, closed = -1, [], False  # type: ignore[var-annotated]
    for item in items:
        if item.line != open_line:
            open_line, said, closed = item.line, [], False
        elif ":" in item.gap and not closed:
            closed = True
            heads[open_line] = (" ".join(said), True)
        mention = item.form[0] == "<"
        if mention:
            widths[open_line] = widths.get(open_line, 0) + 1
        if not closed:
            if mention or len(said) == _LABEL_WORDS:
                closed = True
            else:
                said.append(item.form)
            heads[open_line] = (" ".join(said), False)
    return heads, widths


def _ways(layout: Layout, items: Sequence[Item]) -> dict[int, str]:
    """Whether a line names its figures before ("base 185k") or after them ("185k base")."""
    cues = {cue.start: cue.cue.role for cue in layout.cues.terms}
    ways: dict[int, str] = {}
    last: tuple[int, str] = (-1, "")
    for item in items:
        if item.line in ways:
            continue
        mention = item.form in _FIGURES
        cue = item.start in cues and cues[item.start] not in {"noise", "company", "title", "location"}
        if last[0] == item.line:
            if mention and last[1] == "cue":
                ways[item.line] = "before"
            elif cue and last[1] == "mention":
                ways[item.line] = "after"
        if mention or cue:
            last = (item.line, "mention" if mention else "cue")
    return ways


def _whole(layout: Layout, mentions: Sequence[Figure]) -> tuple[str, ...]:
    """What the text as a whole is about."""
    says: dict[str, float] = {}
    for found in layout.cues.says:
        says[found.cue.role] = says.get(found.cue.role, 0.0) + found.cue.weight
    money = sum(figure.kind == "money" for figure in mentions)
    whole = [f"T{role}{min(3, round(weight))}" for role, weight in sorted(says.items())]
    return (*whole, f"Tn{bucket(money)}", f"Tw{bucket(len(layout.words) // 10)}")


def look(layout: Layout, mentions: Sequence[Figure]) -> Seen:
    """Lay a text out with its mentions."""
    items, places = _items(layout, mentions)
    heads, widths = _heads(items)
    return Seen(
        layout,
        mentions,
        items,
        places,
        [item.start for item in items],
        [cue.start for cue in layout.cues.terms],
        [cue.start for cue in layout.cues.frames],
        [layout.sentence(cue.start) for cue in layout.cues.frames],
        [layout.sentence(mention.start) for mention in mentions],
        heads,
        widths,
        _ways(layout, items),
        _whole(layout, mentions),
    )
