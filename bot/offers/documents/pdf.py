"""PDF to text with PDFium: lines put together from where the letters stand."""

from __future__ import annotations

import ctypes
import encodings.utf_16_le  # noqa: F401 - pypdfium2 decodes with it, where no file may be opened any more
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

import pypdfium2.raw as pdfium

from bot.offers.documents.document import CHARACTERS, PAGES, Document, UnreadableError
from bot.offers.documents.lines import CELLS, tidy
from bot.offers.documents.plain import clean

_NO_WORDS: Final = 30  # letters; a scan may still carry a page number or a stamp of the signing service
_STAMP: Final = 250  # letters beside a picture that fills the page
_FILLS: Final = 0.5  # of the page
_PAUSE: Final = 9.0  # points between two words that make them cells of a table
_LEADING: Final = 1.9  # line heights; lines farther apart are paragraphs
_BROAD: Final = 0.35  # of the page's text; columns of prose are at least so broad
_COLUMN: Final = 8  # lines
_GARBLED: Final = 0.2
_RUNNING: Final = 2  # lines at the head and at the foot that may repeat on every page
_REPEATED: Final = 3  # pages
_SOFT_HYPHEN: Final = "\x02"  # PDFium's mark for a hyphen at a line's end
_KEEPS_HYPHEN: Final = re.compile(
    r"(?:^|[^\w])(?:sign|one|two|three|four|five|six|full|part|non|pre|post|on|off|year|month|long|short|co|re"
    r"|self|high|mid|half|semi|bi|multi|per|tax|time|at|in|to|pro|well|end|of)\Z",
    re.IGNORECASE,
)
_NEW_ITEM: Final = re.compile(r"[-–—•●▪◦·*o]\s|\(?[0-9a-z]{1,3}[.)]\s|[A-Z][^.\n]{0,40}:", re.IGNORECASE)
_FIGURE: Final = re.compile(r"[0-9]+")
_PAGE_NUMBER: Final = re.compile(
    r"\bpage\W{0,3}[0-9]|^\W{0,3}[0-9]{1,3}(?:\W{0,3}(?:of\W{0,3})?[0-9]{1,3})?\W{0,3}$", re.I
)
_LETTERS: Final = 2**20
_PASSWORD: Final = 4


@dataclass(slots=True)
class _Run:
    """Letters that follow each other on one baseline. Points, the origin at the lower left."""

    text: str
    left: float
    right: float
    base: float
    height: float


@dataclass(slots=True)
class _Line:
    text: str
    left: float
    right: float
    base: float
    height: float
    cells: int


def read(content: bytes) -> Document:
    """The words of a PDF's first pages.

    Raises:
        UnreadableError: it is encrypted, damaged, scanned, empty, or its letters cannot be told.
    """
    pdfium.FPDF_InitLibrary()
    with _opened(content) as document:
        count = pdfium.FPDF_GetPageCount(document)
        if count < 1:
            raise UnreadableError("damaged")
        pages: list[list[str]] = []
        pictures = taken = 0
        for number in range(min(count, PAGES)):
            lines, is_picture = _page(document, number)
            pages.append(lines)
            pictures += is_picture
            taken += sum(map(len, lines))
            if taken > CHARACTERS:
                break
    read_ = len(pages)
    text = tidy(clean("\n\n".join("\n".join(lines) for lines in _without_running(pages))))[:CHARACTERS]
    if pictures == read_:
        raise UnreadableError("scanned")
    if not text.strip():
        raise UnreadableError("scanned" if pictures else "empty")
    if _is_garbled(text):
        raise UnreadableError("garbled")
    return Document("pdf", (text,), pages=count, pages_read=read_, cut=read_ < count, pictures=pictures)


@contextmanager
def _opened(content: bytes) -> Iterator[Any]:
    document = pdfium.FPDF_LoadMemDocument64(content, len(content), None)
    if not document:
        locked = pdfium.FPDF_GetLastError() == _PASSWORD
        raise UnreadableError("encrypted" if locked else "damaged")
    try:
        yield document
    finally:
        pdfium.FPDF_CloseDocument(document)


def _page(document: Any, number: int) -> tuple[list[str], bool]:
    """One page's lines, and whether it is a picture of words. A page that does not open has none."""
    page = pdfium.FPDF_LoadPage(document, number)
    if not page:
        return [], False
    # What was typed into a form's fields becomes part of the page.
    if pdfium.FPDFPage_GetAnnotCount(page) and pdfium.FPDFPage_Flatten(page, 0) == 1:
        pdfium.FPDF_ClosePage(page)
        page = pdfium.FPDF_LoadPage(document, number)
    letters = pdfium.FPDFText_LoadPage(page)
    try:
        runs = list(_runs(letters)) if letters else []
        said = sum(len(run.text) for run in runs)
        is_picture = said < _STAMP and _pictured(page) >= (_FILLS if said >= _NO_WORDS else 0.05)
        return ([] if is_picture else _text_of(runs)), is_picture
    finally:
        if letters:
            pdfium.FPDFText_ClosePage(letters)
        pdfium.FPDF_ClosePage(page)


def _pictured(page: Any) -> float:
    """The share of the page that its largest picture fills; drawn curves (letters as outlines) count too."""
    area = pdfium.FPDF_GetPageWidthF(page) * pdfium.FPDF_GetPageHeightF(page)
    if area <= 0:
        return 0.0
    sides = [ctypes.c_float() for _ in range(4)]
    largest, paths = 0.0, 0
    for index in range(min(pdfium.FPDFPage_CountObjects(page), 20_000)):
        item = pdfium.FPDFPage_GetObject(page, index)
        kind = pdfium.FPDFPageObj_GetType(item)
        paths += kind == pdfium.FPDF_PAGEOBJ_PATH
        # A form (a page put into a page) is where some scanners keep the picture.
        if kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM) and pdfium.FPDFPageObj_GetBounds(
            item, *sides
        ):
            left, bottom, right, top = (side.value for side in sides)
            largest = max(largest, (right - left) * (top - bottom) / area)
    return max(largest, 1.0 if paths > 500 else 0.0)  # noqa: PLR2004 - a letter's worth of outlines


def _runs(letters: Any) -> Iterator[_Run]:
    """The letters of a page as runs, in the order they were written."""
    x, y = ctypes.c_double(), ctypes.c_double()
    box = [ctypes.c_double() for _ in range(4)]
    at: list[str] = []
    left = base = last = 0.0
    end = -1

    def finished() -> _Run:
        right, height = last, 10.0
        if end >= 0 and pdfium.FPDFText_GetLooseCharBox(letters, end, loose):
            right, height = max(loose.right, left), max(loose.top - loose.bottom, 1.0)
        return _Run("".join(at), left, right, base, height)

    loose = pdfium.FS_RECTF()
    for index in range(min(pdfium.FPDFText_CountChars(letters), _LETTERS)):
        code = pdfium.FPDFText_GetUnicode(letters, index)
        if code in (10, 13) or code > 0x10FFFF:  # noqa: PLR2004
            if at:
                yield finished()
                at = []
            continue
        if not pdfium.FPDFText_GetCharOrigin(letters, index, x, y):
            continue
        moved = bool(at) and (abs(y.value - base) > 2.0 or x.value < last - 2.0)  # noqa: PLR2004
        if at and not moved and x.value - last > _PAUSE:
            pdfium.FPDFText_GetCharBox(letters, end, *box)
            moved = x.value - box[1].value > _PAUSE
        if moved:
            yield finished()
            at = []
        if not at:
            left, base = x.value, y.value
        at.append(chr(code))
        last = x.value
        if code != 32:  # noqa: PLR2004 - a blank put in has no box of its own
            end = index
    if at:
        yield finished()


def _text_of(runs: Sequence[_Run]) -> list[str]:
    runs = [run for run in runs if run.text.strip()]
    if not runs:
        return []
    found: list[str] = []
    for part in _columns(runs):
        found += _joined(_lines(part))
    return found


def _columns(runs: list[_Run]) -> list[list[_Run]]:
    """The runs in one part, or in two where the page is set in two columns of prose."""
    left, right = min(run.left for run in runs), max(run.right for run in runs)
    width = right - left
    for share in (0.5, 0.47, 0.53, 0.44, 0.56):
        middle = left + share * width
        across = [run for run in runs if run.left < middle < run.right]
        sides = (
            [run for run in runs if run.right <= middle],
            [run for run in runs if run.left >= middle],
        )
        prose = all(sum(run.right - run.left > _BROAD * width for run in side) >= _COLUMN for side in sides)
        if not prose:
            continue
        top, bottom = (edge(run.base for side in sides for run in side) for edge in (max, min))
        if any(bottom <= run.base <= top for run in across):
            continue
        above = [run for run in across if run.base > top]
        below = [run for run in across if run.base < bottom]
        return [part for part in (above, *sides, below) if part]
    return [runs]


def _lines(runs: Sequence[_Run]) -> list[_Line]:
    """Runs on one baseline as one line, from the top of the page down, cells parted."""
    ordered = sorted(runs, key=lambda run: (-run.base, run.left))
    rows: list[list[_Run]] = []
    for run in ordered:
        near = rows and abs(rows[-1][0].base - run.base) <= 0.35 * min(rows[-1][0].height, run.height)
        if near:
            rows[-1].append(run)
        else:
            rows.append([run])
    return [_line(sorted(row, key=lambda run: run.left)) for row in rows]


def _line(row: Sequence[_Run]) -> _Line:
    words, cells = row[0].text, 1
    for before, run in pairwise(row):
        if run.left - before.right > _PAUSE:
            words, cells = f"{words.rstrip()}{CELLS}{run.text.lstrip()}", cells + 1
        else:
            apart = run.left - before.right > 0.15 * run.height
            words += f" {run.text}" if apart else run.text
    return _Line(
        words.replace(_SOFT_HYPHEN, "-") if not words.rstrip().endswith(_SOFT_HYPHEN) else words.rstrip(),
        row[0].left,
        max(run.right for run in row),
        row[0].base,
        max(run.height for run in row),
        cells,
    )


def _joined(lines: Sequence[_Line]) -> list[str]:
    """Lines, with those that only wrap a sentence joined, and paragraphs parted."""
    if not lines:
        return []
    margin = max(line.right for line in lines)
    found = [lines[0].text]
    for before, line in pairwise(lines):
        apart = before.base - line.base
        first = line.text.split(maxsplit=1)[0] if line.text.strip() else ""
        width = (line.right - line.left) / max(len(line.text), 1) * len(first)
        wraps = (
            before.cells == line.cells == 1
            and 0 < apart <= _LEADING * min(before.height, line.height)
            and before.right + width >= margin - 0.5 * line.height
            and abs(before.height - line.height) <= 0.2 * line.height
            and not _NEW_ITEM.match(line.text)
        )
        if found[-1].endswith(_SOFT_HYPHEN):
            found[-1] = _unbroken(found[-1][:-1], line.text)
        elif wraps:
            found[-1] = f"{found[-1].rstrip()} {line.text.lstrip()}"
        else:
            if apart > _LEADING * max(before.height, line.height):
                found.append("")
            found.append(line.text)
    return [line.replace(_SOFT_HYPHEN, "-") for line in found]


def _unbroken(start: str, rest: str) -> str:
    """A word broken at a line's end: "compen-" + "sation", but "sign-" + "on"."""
    return f"{start}{'-' if _KEEPS_HYPHEN.search(start[-12:]) else ''}{rest.lstrip()}"


def _without_running(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """Pages without the heads and feet that repeat, but for their first time."""
    if len(pages) < _REPEATED:
        return [list(lines) for lines in pages]

    def edges(lines: Sequence[str]) -> set[int]:
        said = [index for index, line in enumerate(lines) if line.strip()]
        return {*said[:_RUNNING], *said[-_RUNNING:]}

    def alike(line: str) -> str:
        return _FIGURE.sub("0", line.strip()) if _PAGE_NUMBER.search(line.strip()) else line.strip()

    counts = Counter(shape for lines in pages for shape in {alike(lines[at]) for at in edges(lines)})
    seen: set[str] = set()
    kept: list[list[str]] = []
    for lines in pages:
        at_edge, left = edges(lines), []
        for index, line in enumerate(lines):
            shape = alike(line)
            if index in at_edge and counts[shape] * 2 > len(pages):
                if shape in seen:
                    continue
                seen.add(shape)
            left.append(line)
        kept.append(left)
    return kept


def _is_garbled(text: str) -> bool:
    """Whether the letters are not those a person sees: a font that does not say what it draws."""
    shown = [c for c in text if not c.isspace()]
    odd = sum(c == "\ufffd" or "\ue000" <= c <= "\uf8ff" or "\x7f" <= c <= "\xa0" for c in shown)
    return odd > _GARBLED * len(shown)
