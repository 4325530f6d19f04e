"""Draws a pay distribution with an offer on it, as a picture that reads on a phone, in light and in dark.

The heights are honest: each block holds a known share of the pay of a cell (a tenth lies under the
first and over the last), and its area is that share. Nothing between two percentiles is made up.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from PIL import ImageDraw
    from PIL.ImageFont import FreeTypeFont, ImageFont

MarkKind = Literal["offer", "median", "target", "floor"]

WIDTH, HEIGHT = 1080, 640  # pixels; a phone shows it at a third
_MARGIN, _FLOOR_LINE, _TALLEST = 60, 520, 190
_TITLE, _SMALL, _LABEL = 40, 30, 34
_ROW, _FIRST_ROW, _GAP = 44, 128, 12
_CARD, _INK, _QUIET = "#1c222b", "#f4f6f9", "#a9b4c2"
_BLOCK, _OUTER = "#4a6fa5", "#35507a"
_COLOURS: Final[dict[MarkKind, str]] = {
    "offer": "#ffb454", "median": "#9ecbff", "target": "#8fe388", "floor": "#ff8f8f",
}  # fmt: skip
_COLUMNS: Final = 36  # of a sketch: so many fit a phone in a fixed font
_HEIGHTS: Final = "▁▂▃▄▅▆▇█"
_SIGNS: Final[dict[MarkKind, str]] = {"offer": "▼", "median": "┃", "target": "◆", "floor": "▲"}
_AIR = 0.05  # of the span of the figures, left and right


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of pay and the percent of the cell that lies in it."""

    low: float
    high: float
    percent: float


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure marked on the distribution: what it is, its label, and where it stands."""

    kind: MarkKind
    label: str
    value: float


@dataclass(frozen=True, slots=True)
class Distribution:
    """All that is drawn. `ends` are the labels under the first and the last block."""

    title: str
    evidence: str
    blocks: tuple[Block, ...]
    marks: tuple[Mark, ...]
    ends: tuple[str, str]


def draw(picture: Distribution) -> bytes:
    """The picture as PNG.

    Raises:
        ValueError: there is no block to draw.
    """
    from PIL import Image, ImageDraw, ImageFont  # noqa: PLC0415 - only where a platform shows pictures

    if not picture.blocks:
        raise ValueError("a distribution without a block")
    fonts = {size: ImageFont.load_default(size) for size in (_TITLE, _SMALL, _LABEL)}
    image = Image.new("RGB", (WIDTH, HEIGHT), _CARD)
    pen = ImageDraw.Draw(image)
    pen.text((_MARGIN, 26), _fitted(pen, picture.title, fonts[_TITLE]), _INK, fonts[_TITLE])
    pen.text((_MARGIN, 76), _fitted(pen, picture.evidence, fonts[_SMALL]), _QUIET, fonts[_SMALL])
    scale = _Scale.over(picture)
    _blocks(pen, picture, scale)
    _ends(pen, picture, scale, fonts[_SMALL])
    _marks(pen, picture.marks, scale, fonts[_LABEL])
    file = BytesIO()
    image.quantize(64).save(file, "PNG")
    return file.getvalue()


def sketch(picture: Distribution) -> str:
    """The same in a few lines of text for a fixed font: signs over a row of bars, and what they stand for.

    Raises:
        ValueError: there is no block to draw.
    """
    if not picture.blocks:
        raise ValueError("a distribution without a block")
    scale = _Scale.over(picture)
    shares = _heights(picture.blocks)
    bars = [" "] * _COLUMNS
    for block, share in zip(picture.blocks, shares, strict=True):
        height = _HEIGHTS[max(0, round(share * len(_HEIGHTS)) - 1)]
        first, last = scale.column(block.low), scale.column(block.high)
        bars[first : max(last, first + 1)] = height * max(last - first, 1)
    signs = [" "] * _COLUMNS
    marks = sorted(picture.marks, key=lambda mark: mark.value)
    for mark in marks:
        at = scale.column(mark.value)
        free = [column for column in range(_COLUMNS) if signs[column] == " "]
        signs[min(free, key=lambda column: (abs(column - at), column < at))] = _SIGNS[mark.kind]
    legend = [f"{_SIGNS[mark.kind]} {mark.label}" for mark in marks]
    return "\n".join(["".join(signs).rstrip(), "".join(bars[:_COLUMNS]).rstrip(), *legend])


@dataclass(frozen=True, slots=True)
class _Scale:
    """From pay to pixels, or to columns."""

    first: float
    span: float

    @classmethod
    def over(cls, picture: Distribution) -> _Scale:
        values = [end for block in picture.blocks for end in (block.low, block.high)]
        values += [mark.value for mark in picture.marks]
        low, high = min(values), max(values)
        span = (high - low) or max(abs(high), 1.0)
        return cls(low - _AIR * span, span * (1 + 2 * _AIR))

    def column(self, value: float) -> int:
        """A column of a sketch."""
        return min(_COLUMNS - 1, int((value - self.first) / self.span * _COLUMNS))

    def x(self, value: float) -> int:
        """A column of the picture's pixels."""
        return round(_MARGIN + (value - self.first) / self.span * (WIDTH - 2 * _MARGIN))


def _heights(blocks: tuple[Block, ...]) -> list[float]:
    """How tall each block is, of the tallest: its percent over its width; one without width is as tall."""
    dense = [block.percent / (block.high - block.low) for block in blocks if block.high > block.low]
    most = max(dense, default=1.0)
    return [
        block.percent / (block.high - block.low) / most if block.high > block.low else 1.0 for block in blocks
    ]


def _blocks(pen: ImageDraw.ImageDraw, picture: Distribution, scale: _Scale) -> None:
    """Blocks whose areas are their shares; one without width is a line of the tallest."""
    for at, (block, share) in enumerate(zip(picture.blocks, _heights(picture.blocks), strict=True)):
        height = _TALLEST * share
        outer = len(picture.blocks) > 2 and at in (0, len(picture.blocks) - 1)  # noqa: PLR2004 - an inside
        left, right = scale.x(block.low), scale.x(block.high)
        box = (left, _FLOOR_LINE - round(height), max(right - 2, left + 2), _FLOOR_LINE)
        pen.rectangle(box, fill=_OUTER if outer else _BLOCK)
    pen.line((_MARGIN, _FLOOR_LINE, WIDTH - _MARGIN, _FLOOR_LINE), fill=_QUIET, width=2)


def _ends(
    pen: ImageDraw.ImageDraw, picture: Distribution, scale: _Scale, font: FreeTypeFont | ImageFont
) -> None:
    """The labels under the first and the last block, kept apart and inside the card."""
    first, last = picture.ends
    widths = [round(pen.textlength(text, font)) for text in (first, last)]
    left = _inside(scale.x(picture.blocks[0].low) - widths[0] // 2, widths[0])
    right = _inside(scale.x(picture.blocks[-1].high) - widths[1] // 2, widths[1])
    lower = _FLOOR_LINE + 16 + (_SMALL + 12 if left + widths[0] + 20 > right else 0)
    pen.text((left, _FLOOR_LINE + 16), first, _QUIET, font)
    pen.text((right, lower), last, _QUIET, font)


def _marks(
    pen: ImageDraw.ImageDraw, marks: tuple[Mark, ...], scale: _Scale, font: FreeTypeFont | ImageFont
) -> None:
    """A line a mark with its label beside its top, from left to right a row lower where they would touch.

    So no line runs through a label, but near the right edge, where a label stands left of its line.
    """
    rows: list[int] = []  # where the last label of each row ends
    for mark in sorted(marks, key=lambda mark: mark.value):
        x, width = scale.x(mark.value), round(pen.textlength(mark.label, font))
        left = x + _GAP if x + _GAP + width <= WIDTH - _MARGIN // 2 else x - _GAP - width
        free = [n for n in range(len(rows) + 1) if all(end + _GAP < min(left, x) for end in rows[n:])]
        rows = [*rows[: free[0]], left + width]
        top = _FIRST_ROW + free[0] * _ROW
        pen.line((x, top, x, _FLOOR_LINE + 8), fill=_COLOURS[mark.kind], width=5)
        pen.rectangle((left - 4, top, left + width + 4, top + _LABEL + 4), fill=_CARD)
        pen.text((left, top), mark.label, _COLOURS[mark.kind], font)


def _inside(left: int, width: int) -> int:
    return max(_MARGIN // 2, min(left, WIDTH - _MARGIN // 2 - width))


def _fitted(pen: ImageDraw.ImageDraw, text: str, font: FreeTypeFont | ImageFont) -> str:
    """The text, cut with an ellipsis where it is wider than the card."""
    room = WIDTH - 2 * _MARGIN
    if pen.textlength(text, font) <= room:
        return text
    while text and pen.textlength(f"{text}…", font) > room:
        text = text[:-1]
    return f"{text.rstrip(' ,')}…"
