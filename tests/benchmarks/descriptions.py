"""Descriptions read for pay and AI: how many a second on one core, beside only splitting them into words."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from data.classify.ai import read_ai
from data.classify.pay import read_pay
from tests.benchmarks.postings import description

LEAST_A_SECOND: Final = 1_500
_REAL: Final = (
    Path(__file__).resolve().parents[3] / "shared" / "data" / "postings" / "descriptions_2026-08.jsonl"
)
_WORD: Final = re.compile(r"\w+")


def _seconds(work: Callable[[str], object], texts: list[str]) -> float:
    """Processor seconds for all texts, the best of three."""
    best = float("inf")
    for _ in range(3):
        before = time.process_time()
        for text in texts:
            work(text)
        best = min(best, time.process_time() - before)
    return best


def _read(text: str) -> object:
    return read_pay(text), read_ai("Software Engineer", text, None)


def main() -> None:
    """Measure real descriptions where they are at hand, and made-up ones; fail below the limit."""
    sets = {"made-up": [description(number) for number in range(1_000)]}
    if _REAL.is_file():
        sets["real"] = [json.loads(line)["description"] for line in _REAL.read_text("utf-8").splitlines()]
    slow = False
    for name, texts in sets.items():
        for text in texts[:20]:
            _read(text)
        seconds, words = _seconds(_read, texts), _seconds(_WORD.findall, texts)
        rate = len(texts) / seconds
        size = sum(map(len, texts)) / len(texts)
        print(
            f"  {len(texts):,} {name} descriptions of {size:,.0f} characters: {rate:,.0f} a second, "
            f"{seconds / words:.2f} times the cost of only finding their words"
        )
        slow |= rate < LEAST_A_SECOND
    if slow:
        raise SystemExit(f"fewer than {LEAST_A_SECOND:,} a second")


if __name__ == "__main__":
    main()
