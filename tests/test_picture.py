"""The picture of an offer on its distribution: drawn for what is shipped, legible in light and in dark."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from bot.picture import HEIGHT, WIDTH, Block, Distribution, Mark, MarkKind, draw, sketch

BLOCKS = (
    Block(160_000, 186_000, 15),
    Block(186_000, 208_000, 25),
    Block(208_000, 235_000, 25),
    Block(235_000, 270_000, 15),
)
OFFER, MEDIAN = Mark("offer", "Offer $190,000", 190_000), Mark("median", "Median $208,000", 208_000)
CARD = (0x1C, 0x22, 0x2B)


def drawn(
    *marks: Mark, blocks: tuple[Block, ...] = BLOCKS, title: str = "Senior Software Engineer"
) -> Image.Image:
    ends = ("lowest tenth under $160,000", "highest tenth over $270,000")
    return Image.open(BytesIO(draw(Distribution(title, "140 postings", blocks, marks, ends)))).convert("RGB")


def columns(image: Image.Image, colour: tuple[int, int, int]) -> list[int]:
    """Where a line of this colour stands on the ground line."""
    return [x for x in range(WIDTH) if _near(image.getpixel((x, 526)), colour)]


def _near(pixel: object, colour: tuple[int, int, int]) -> bool:
    assert isinstance(pixel, tuple)
    return all(abs(a - b) < 12 for a, b in zip(pixel, colour, strict=True))


def luminance(colour: tuple[int, int, int]) -> float:
    """Relative luminance by WCAG 2.2."""
    parts = [c / 255 / 12.92 if c / 255 <= 0.04045 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def test_its_size_and_its_own_ground() -> None:
    image = drawn(OFFER, MEDIAN)
    assert image.size == (WIDTH, HEIGHT)
    assert all(_near(image.getpixel(corner), CARD) for corner in ((0, 0), (WIDTH - 1, HEIGHT - 1)))


def test_the_offer_stands_left_of_a_higher_median() -> None:
    image = drawn(OFFER, MEDIAN)
    offer, median = columns(image, (0xFF, 0xB4, 0x54)), columns(image, (0x9E, 0xCB, 0xFF))
    assert offer
    assert median
    assert max(offer) < min(median)
    higher = drawn(Mark("offer", "Offer $250,000", 250_000), MEDIAN)
    assert min(columns(higher, (0xFF, 0xB4, 0x54))) > max(columns(higher, (0x9E, 0xCB, 0xFF)))


@pytest.mark.parametrize(
    "colour", [(0xFF, 0xB4, 0x54), (0x9E, 0xCB, 0xFF), (0x8F, 0xE3, 0x88), (0xFF, 0x8F, 0x8F)]
)
def test_every_label_has_the_contrast_that_text_needs(colour: tuple[int, int, int]) -> None:
    assert (luminance(colour) + 0.05) / (luminance(CARD) + 0.05) >= 7  # WCAG AAA


@pytest.mark.parametrize(
    "values",
    [
        (190_000, 190_000, 190_000, 190_000),
        (10_000, 208_000, 1_000_000, 5),
        (269_000, 270_000, 268_000, 270_000),
    ],
)
def test_marks_on_one_spot_or_far_off_are_drawn(values: tuple[float, ...]) -> None:
    kinds: tuple[MarkKind, ...] = ("offer", "median", "target", "floor")
    marks = [Mark(kind, f"{kind} ${value:,.0f}", value) for kind, value in zip(kinds, values, strict=True)]
    assert drawn(*marks).size == (WIDTH, HEIGHT)


def test_blocks_without_width_and_a_long_title_are_drawn() -> None:
    flat = (Block(200_000, 200_000, 25), Block(200_000, 230_000, 25))
    assert drawn(MEDIAN, blocks=flat, title="Senior " * 40).size == (WIDTH, HEIGHT)
    assert drawn(blocks=(Block(1, 1, 25),)).size == (WIDTH, HEIGHT)


def test_nothing_to_draw_is_said_so() -> None:
    with pytest.raises(ValueError, match="without a block"):
        draw(Distribution("", "", (), (OFFER,), ("", "")))


def test_a_block_without_width_leaves_the_others_their_height() -> None:
    """Where the upper quarter and the upper tenth begin at one figure, the rest still shows its shape."""
    blocks = (Block(100, 120, 15), Block(120, 140, 25), Block(140, 220, 25), Block(220, 220, 15))
    bars = sketch(Distribution("", "", blocks, (Mark("offer", "Offer", 130),), ("", ""))).splitlines()[1]
    assert len(set(bars.strip())) >= 3
