"""Made-up postings as `data.prepare` hands them on."""

from __future__ import annotations

import itertools
from typing import Any

import pandas as pd

SF, US = "0041860", "0000000"
_number = itertools.count()


def prepared(**told: Any) -> dict[str, Any]:
    """A paid senior software engineer in San Francisco, unless told otherwise."""
    number = next(_number)
    pay = float(told.get("midpoint", 200_000.0))
    return {
        "id": f"made-up:{number}",
        "twin": number,
        "file": "boards.csv",
        "source": "ashby",
        "employer": "Employer 1",
        "published": "2026-07-01",
        "first_seen": "2026-07-20",
        "last_seen": "",
        "role": "software-engineer",
        "level": "senior",
        "places": (US, SF),
        "ai": "none",
        "currency": "USD",
        "low": pay * 0.9,
        "high": pay * 1.1,
        "midpoint": pay,
        "midpoints": None,
        "origin": "fields",
        "pay_drop": "" if pay == pay else "no pay shown",  # noqa: PLR0124 - NaN
        "agency": False,
        "licensed": True,
        "drop": "",
    } | told


def frame(rows: list[dict[str, Any]]) -> pd.DataFrame:
    """The rows as a table."""
    return pd.DataFrame(rows).astype({"midpoints": "object"})
