"""A hundred thousand broken offers, none of which may stop the reader: `make fuzz`.

Half are texts of our corpus (and the shared ones, where they lie beside the project) cut, joined,
repeated and salted; half are drawn by hypothesis from the pieces offers are made of. Every reading must come
back, its spans inside the text, its numbers numbers; a failure prints the seed that makes it again.
"""

from __future__ import annotations

import math
import random
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import fields
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from bot.offers.offer import Offer
from bot.offers.reader import read
from bot.offers.worth.table import worth_of
from data.reading.corpus import examples

MANY = 100_000
_CHUNK = 500
_LONGEST = 1_500
_SHARED = Path(__file__).parents[3] / "shared" / "data" / "offers" / "texts"
_SALT = (
    *(
        "$",
        "€",
        "₹",
        "k",
        "%",
        "/",
        "-",
        ":",
        "(",
        ")",
        "|",
        "\n",
        "\t",
        "\r",
        "\x00",
        "\u200b",
        "İ",
        "ß",
        "٣",
    ),
    *(
        "１",
        "\ud800",
        "🙂",
        "1e999",
        "9" * 40,
        "0",
        "-1",
        "1,00,00,000",
        "NaN",
        "over 4",
        "year 2",
        "Offer 2:",
    ),
    *("RSUs", "vesting", "current", "[[", "]]", "{{", "<b>", "\u202e", "ﬁ"),
)
_PIECES = st.sampled_from(
    [
        *_SALT,
        "base",
        "185k",
        "bonus",
        "15%",
        "sign on",
        "4 years",
        "at Acme",
        "offer",
        "equity",
        "strike",
        "TC",
        "OTE",
    ]
)


def sources() -> list[str]:
    """The texts that are broken."""
    shared = sorted(_SHARED.glob("*.txt")) if _SHARED.is_dir() else []
    return [one.text for one in examples()] + [path.read_text(encoding="utf-8") for path in shared]


def broken(texts: list[str], chance: random.Random) -> str:
    """A text cut, joined with another, repeated, swapped, salted or in other cases."""
    text = chance.choice(texts)[:_LONGEST]
    for _ in range(chance.randint(1, 6)):
        at, to = sorted(chance.randint(0, len(text)) for _ in range(2))
        way = chance.randrange(7)
        if way == 0:
            text = text[:at] + text[to:]
        elif way == 1:
            text = text[:at] + chance.choice(_SALT) * chance.randint(1, 9) + text[at:]
        elif way == 2:
            text = text[:to] + text[at:to] * chance.randint(1, 3) + text[to:]
        elif way == 3:
            text = text[:at] + chance.choice(texts)[:_LONGEST][at:to] + text[to:]
        elif way == 4:
            text = chance.choice((str.lower, str.upper, str.title, str.swapcase))(text)
        elif way == 5:
            text = text.replace("\n", chance.choice(("", " ", "   ", "\r\n")))
        else:
            text = "".join(
                str(chance.randrange(10)) if c.isdigit() and chance.random() < 0.3 else c for c in text
            )
        text = text[: 2 * _LONGEST]
    return text


def check(text: str) -> None:
    """Read one text and look at what came back."""
    reading = read(text)
    assert bool(reading.offers) == (reading.other is None)
    for offer in reading.offers:
        assert all(0 <= start <= end <= len(text) for start, end in offer.spans.values())
        for field in fields(Offer):
            value = getattr(offer, field.name)
            assert not isinstance(value, float) or math.isfinite(value), field.name
        worth_of(offer)


def mutated(first: int) -> int:
    """A chunk of broken texts, each by a seed of its own; how many were read."""
    texts = sources()
    for number in range(first, first + _CHUNK):
        text = broken(texts, random.Random(number))  # noqa: S311
        try:
            check(text)
        except Exception:
            print(f"seed {number} stops the reader: {text!r}", file=sys.stderr)
            raise
    return _CHUNK


def drawn(number: int) -> int:
    """A chunk of texts drawn by hypothesis; how many were read."""
    read_so_far = 0

    @seed(number)
    @settings(
        max_examples=_CHUNK, deadline=None, database=None, phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(st.one_of(st.text(max_size=200), st.lists(_PIECES, max_size=50).map(" ".join)))
    def every(text: str) -> None:
        nonlocal read_so_far
        check(text)
        read_so_far += 1

    every()
    return read_so_far


def main(many: int = MANY) -> int:
    """Read `many` broken offers in two processes; 0 when all came back."""
    chunks = max(1, many // 2 // _CHUNK)
    done = 0
    with ProcessPoolExecutor(2) as pool:
        for work, starts in ((mutated, range(0, chunks * _CHUNK, _CHUNK)), (drawn, range(chunks))):
            for count in pool.map(work, starts):
                done += count
                print(
                    f"\r{done:,} of about {2 * chunks * _CHUNK:,} broken offers read", end="", file=sys.stderr
                )
    print(f"\n{done:,} broken offers read, none stopped the reader.")
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else MANY))
