"""Which role each mention the reader finds has in an example, and which names its candidates are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.offers.candidates import Candidate
from bot.offers.figures import Figure
from bot.offers.layout import Layout, lay_out
from bot.offers.mentions import mentions
from bot.offers.source import read_source
from data.reading.corpus import Example, Mark

NONE = "none"
NAMES = frozenset({"company", "title", "level", "location"})
# Roles that teach the same: earlier pay is the writer's own as present pay is.
_SAME = {"past": "present", "letter_date": NONE}


@dataclass(frozen=True, slots=True)
class Aligned:
    """An example as the reader sees it: its mentions with a role and an offer each.

    `missed` are the marks no mention stands on.
    """

    example: Example
    layout: Layout
    mentions: tuple[Figure, ...]
    roles: tuple[str, ...]
    offers: tuple[int, ...]
    missed: tuple[Mark, ...]


def align(example: Example) -> Aligned:
    """Give every mention of an example the role of the mark it stands in, NONE where there is none."""
    source = read_source(example.text)
    layout = lay_out(source)
    found = mentions(layout)
    marks = [mark for mark in example.marks if mark.role not in NAMES]
    roles, offers = [], []
    hit: set[Mark] = set()
    for figure in found:
        start, end = source.origin(figure.start), source.origin(figure.end)
        over = [mark for mark in marks if min(mark.end, end) > max(mark.start, start)]
        # "22,000 options" is one mention of two marks: the number's is the one that says what it is.
        best = max(
            over,
            key=lambda m: (m.role != "equity", min(m.end, end) - max(m.start, start)),
            default=None,
        )
        hit.update(over)
        if best is None:
            roles.append(NONE)
            offers.append(0)
            continue
        roles.append(_SAME.get(best.role, best.role))
        offers.append(best.offer)
    return Aligned(
        example,
        layout,
        found,
        tuple(roles),
        tuple(offers),
        tuple(mark for mark in marks if mark not in hit),
    )


# Words that differ from the marked ones by no more than this are the same name: "Acme" and "Acme's".
_NEARLY = 3


def names_said(text: Aligned, found: Sequence[Candidate]) -> list[str]:
    """What each candidate names by the marks of an example: "company", "title", "location" or NONE."""
    marked: dict[str, list[Mark]] = {}
    for mark in text.example.marks:
        if mark.role in NAMES:
            marked.setdefault(mark.role, []).append(mark)
    source, said = text.layout.source, text.example.text
    answers = []
    for one in found:
        start, end = source.origin(one.start), source.origin(one.end)
        same = any(
            (start < mark.end and end > mark.start and abs(end - start - mark.end + mark.start) <= _NEARLY)
            or (one.what == "company" and one.text.casefold() == said[mark.start : mark.end].casefold())
            for mark in marked.get(one.what, ())
        )
        answers.append(one.what if same else NONE)
    return answers
