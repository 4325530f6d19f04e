"""Lines gathered from a page's blocks and tables, in the order a person reads them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from bot.offers.documents.document import CHARACTERS

CELLS: Final = "\t"
"""What stands between two cells of a row: what a spreadsheet pastes."""
_SHORT: Final = 4  # lines; a cell with more of them is a column of a layout
_SPACES: Final = re.compile(r"[^\S\n\t]+")
_GAPS: Final = re.compile(r"\n{3,}")
_DEEP: Final = 200  # tables within tables; deeper ones become part of the cell around them


def tidy(text: str) -> str:
    """Text with single blanks, trimmed lines, and one empty line at most between two."""
    lines = (_SPACES.sub(" ", line).strip() for line in text.split("\n"))
    return _GAPS.sub("\n\n", "\n".join(lines)).strip("\n")


def row(cells: Sequence[Sequence[str]]) -> list[str]:
    """A table's row as lines.

    The cells stand on one line. Cells of equally many lines are rows of their own (labels in one cell,
    amounts in the next), and long cells are columns of a layout, read one after the other.
    """
    filled = [lines for cell in cells if (lines := [line for line in cell if line.strip()])]
    if len(filled) <= 1:
        return list(filled[0]) if filled else []
    longest = max(map(len, filled))
    if all(len(cell) == longest for cell in filled):
        return [CELLS.join(parts) for parts in zip(*filled, strict=True)]
    if longest <= _SHORT:
        return [CELLS.join(" ".join(cell) for cell in filled)]
    return [line for cell in filled for line in cell]


@dataclass(slots=True)
class _Table:
    cells: list[list[str]] = field(default_factory=list)
    open: bool = False


@dataclass(slots=True)
class Lines:
    """Collects words into lines, and lines into the cell or page they stand in.

    Once more than CHARACTERS were taken, the rest is left out and `full` is True.
    """

    full: bool = False
    _page: list[str] = field(default_factory=list)
    _line: list[str] = field(default_factory=list)
    _tables: list[_Table] = field(default_factory=list)
    _taken: int = 0
    _too_deep: int = 0

    def say(self, words: str) -> None:
        """Add words to the line at hand."""
        self._taken += len(words)
        if self._taken > CHARACTERS:
            self.full = True
        else:
            self._line.append(words)

    def end_line(self) -> None:
        """Finish the line at hand, where there is one."""
        line = "".join(self._line)
        self._line.clear()
        if line.strip():
            self._into().append(line)

    def gap(self) -> None:
        """Leave an empty line, outside of tables."""
        self.end_line()
        if not self._tables and self._page and self._page[-1]:
            self._page.append("")

    def begin_table(self) -> None:
        """Begin a table, in a cell of another one where that is open."""
        self.end_line()
        if len(self._tables) >= _DEEP:
            self._too_deep += 1
        else:
            self._tables.append(_Table())

    def begin_cell(self) -> None:
        """Begin a cell; without a table there is none."""
        self.end_line()
        if self._tables and not self._too_deep:
            self._tables[-1].cells.append([])
            self._tables[-1].open = True

    def end_cell(self) -> None:
        """Finish the cell at hand."""
        self.end_line()
        if self._tables and not self._too_deep:
            self._tables[-1].open = False

    def end_row(self) -> None:
        """Finish the row at hand: its cells become lines of what stands around the table."""
        self.end_line()
        if self._tables and not self._too_deep:
            table = self._tables.pop()
            lines = row(table.cells)
            self._into().extend(lines)
            self._tables.append(_Table())

    def end_table(self) -> None:
        """Finish the table at hand, with a row left open in it."""
        self.end_row()
        if self._too_deep:
            self._too_deep -= 1
        elif self._tables:
            self._tables.pop()

    def text(self) -> str:
        """All that was said."""
        while self._tables:
            self.end_table()
        self.end_line()
        return tidy("\n".join(self._page))

    def _into(self) -> list[str]:
        for table in reversed(self._tables):
            if table.open:
                return table.cells[-1]
        return self._page
