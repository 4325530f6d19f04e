"""The texts the reader of offers learns from, with their mark-up: `[[base|165k]]`, `[[base@2|150k]]`.

They are ours: written for this in the ways people paste offers, with made-up people and figures.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "offers"
_MARK = re.compile(r"\[\[(?P<role>[a-z_0-9]+)(?:@(?P<offer>\d))?\|(?P<said>[^\[\]|]*)\]\]")


@dataclass(frozen=True, slots=True)
class Mark:
    """A role said at `[start, end)` of the plain text, of the offer numbered from 1."""

    role: str
    offer: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Example:
    """A text without its mark-up, what it is ("offer", "job_ad" ...) and what it marks."""

    id: str
    style: str
    kind: str
    text: str
    marks: tuple[Mark, ...]
    marked: str


def parse(marked: str) -> tuple[str, tuple[Mark, ...]]:
    """A marked text -> (the text as it was pasted, its marks)."""
    pieces: list[str] = []
    marks: list[Mark] = []
    length = last = 0
    for match in _MARK.finditer(marked):
        pieces.append(marked[last : match.start()])
        length += match.start() - last
        said = match["said"]
        marks.append(Mark(match["role"], int(match["offer"] or 1), length, length + len(said)))
        pieces.append(said)
        length += len(said)
        last = match.end()
    pieces.append(marked[last:])
    return "".join(pieces), tuple(marks)


def examples(folder: Path = FOLDER) -> Iterator[Example]:
    """Every example of the corpus, file by file."""
    for path in sorted(folder.glob("*.txt")):
        yield from read_examples(path.read_text(encoding="utf-8"))


def _flattened(marked: str, joint: str) -> str:
    """A text whose line breaks were lost on the way, as pages and phones lose them."""
    return re.sub(r"\s*\n\s*", joint, marked)


def _shorter(marked: str) -> str:
    """Sums as people in a hurry write them: "$165,000" as "165k", "165k" as "165"."""
    marked = re.sub(r"\$(\d{2,3}),000(?![\d,])", r"\1k", marked)
    return re.sub(r"(?<![\w.,])\$?(\d{2,3})k\b", r"\1", marked)


def _unmarked(marked: str) -> str:
    """Sums without their symbols."""
    return re.sub(r"[$](?=\d)", "", marked)


def _longer(marked: str) -> str:
    """Sums in full: "165k" as "$165,000"."""
    return re.sub(r"(?<![\w.,$])\$?(\d{2,3})k\b", r"$\1,000", marked)


# How a text may come otherwise than it was written.
_WAYS: tuple[Callable[[str], str], ...] = (
    lambda marked: _flattened(marked, ""),
    lambda marked: _flattened(marked, "   "),
    lambda marked: _flattened(marked, " "),
    _shorter,
    _unmarked,
    _longer,
)


def variants(example: Example, several: int = 2) -> Iterator[Example]:
    """An example in other forms of the same words: lines lost, sums written otherwise."""
    chance = random.Random(example.id)  # noqa: S311
    seen = {example.marked}
    for way in chance.sample(_WAYS, len(_WAYS)):
        marked = way(example.marked)
        if marked in seen:
            continue
        seen.add(marked)
        text, marks = parse(marked)
        yield replace(example, text=text, marks=marks, marked=marked)
        if len(seen) > several:
            return


def read_examples(written: str) -> Iterator[Example]:
    """The examples of one file: each a header line `=== id | style | kind`, then its text."""
    for part in re.split(r"(?m)^=== ", written)[1:]:
        header, _, body = part.partition("\n")
        name, style, kind = (word.strip() for word in header.split("|"))
        text, marks = parse(body.strip("\n"))
        yield Example(name, style, kind, text, marks, body.strip("\n"))
