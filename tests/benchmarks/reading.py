"""What reading a pasted offer costs, per text and per character, short and long, kind and hostile.

    python -m tests.benchmarks.reading

Texts of about 2,000 characters are the letters of our corpus; the long ones are those joined. Beside
them: one search for every number of the same text, the least a reader of figures can do.
"""

from __future__ import annotations

import re
import statistics
import time
from collections.abc import Callable, Sequence

from bot.offers.reader import read
from data.reading.corpus import examples

_ABOUT = range(1_700, 2_300)
_TEXTS = 60
_ROUNDS = 7
_NUMBERS = re.compile(r"[$€£₹]?\d[\d,.]*[kKmM%]?")
HOSTILE = {
    "digits": "7" * 1_000_000,
    "dollars": "$" * 1_000_000,
    "brackets": "(" * 1_000_000,
    "spaces": " " * 1_000_000,
    "letters and digits": "a1" * 500_000,
    "numbers": "5 | " * 250_000,
    "titles": "Title: " * 140_000,
    "capitals": "Acme Of The " * 80_000,
}


def milliseconds(work: Callable[[str], object], texts: Sequence[str]) -> float:
    """The median time of one text, over a few rounds."""
    took = []
    for _ in range(_ROUNDS):
        for text in texts:
            began = time.perf_counter()
            work(text)
            took.append(time.perf_counter() - began)
    return statistics.median(took) * 1_000


def main() -> None:
    """Print a line a measure."""
    texts = [one.text for one in examples() if len(one.text) in _ABOUT][:_TEXTS]
    long = ["\n\n".join(texts)[:59_000]]
    short, numbers = milliseconds(read, texts), milliseconds(_NUMBERS.findall, texts)
    length = statistics.median(map(len, texts))
    print(
        f"{len(texts)} texts of {length:,.0f} characters: {short:.2f} ms each, {short / numbers:.0f} searches"
    )
    each = milliseconds(read, long) / len(long[0]) * length
    print(f"the same within {len(long[0]):,} characters: {each:.2f} ms, {each / short:.2f} of it")
    for name, text in HOSTILE.items():
        began = time.perf_counter()
        read(text)
        print(f"a megabyte of {name}: {time.perf_counter() - began:.3f} s")


if __name__ == "__main__":
    main()
