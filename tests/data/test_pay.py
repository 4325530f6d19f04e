"""Posted pay becomes one yearly midpoint, or a reason why not."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from data import pay
from data.prepare import classified
from data.sources.postings import parts, read

from .samples import agency, board, write


def _paid(tmp_path: Path, rows: list[dict[str, str]]) -> pd.DataFrame:
    (part,) = parts(write(tmp_path / "postings.csv", rows))
    return classified(read(part))


def _one(tmp_path: Path, row: dict[str, str]) -> tuple[float | None, str]:
    found = _paid(tmp_path, [row]).iloc[0]
    return (None if pd.isna(found["midpoint"]) else float(found["midpoint"])), str(found["pay_drop"])


def _range(low: str, high: str, interval: str = "year", **more: str) -> dict[str, str]:
    return board(1, salary_min=low, salary_max=high, salary_interval=interval, **more)


@pytest.mark.parametrize(
    ("row", "midpoint"),
    [
        (_range("180000", "220000"), 200_000),
        (_range("180000", "220000", "1 YEAR"), 200_000),
        (_range("180000", "220000", "per-year-salary"), 200_000),
        (_range("11700", "11700", "1 MONTH"), 140_400),
        (_range("10000", "12000", "month"), 132_000),
        (_range("40", "60", "per-hour-wage"), 104_000),
        (_range("180000", "220000", ""), 200_000),
        (_range("220000", "180000"), 200_000),
        (_range("130000", "500000"), 315_000),
        (agency(1), 83_750),
    ],
)
def test_usable_pay(tmp_path: Path, row: dict[str, str], midpoint: float) -> None:
    assert _one(tmp_path, row) == (midpoint, "")


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (_range("", "", "", salary_currency=""), pay.NOT_SHOWN),
        (_range("198000", "2000000"), pay.TOO_WIDE),
        (_range("219100", "1000000"), pay.TOO_WIDE),
        (_range("141000", "400000000"), pay.TOO_WIDE),
        (_range("11900", "11900"), pay.IMPLAUSIBLE),
        (_range("40000000", "60000000"), pay.IMPLAUSIBLE),
        (_range("40", "60", ""), pay.NO_INTERVAL),
        (_range("900", "1200", "fortnight"), pay.NO_INTERVAL),
        (_range("0", "150000"), pay.NO_AMOUNT),
        (_range("", "150000"), pay.NO_AMOUNT),
        (_range("80000", "90000", salary_currency="GBP"), pay.OTHER_CURRENCY),
        (_range("180000", "220000", title="Account Executive (OTE $220k)"), pay.ON_TARGET),
        (agency(1, comp_max="900000"), pay.MISREAD),
    ],
)
def test_pay_that_is_not_used_says_why(tmp_path: Path, row: dict[str, str], reason: str) -> None:
    assert _one(tmp_path, row) == (None, reason)


def test_every_row_has_a_midpoint_or_a_reason(tmp_path: Path) -> None:
    rows = [_range(low, high, interval) for low in ("", "-5", "20", "90000") for high in ("x", "30", "1e9")
            for interval in ("", "year", "1 MONTH", "never")]  # fmt: skip
    found = _paid(tmp_path, rows)
    assert (found["midpoint"].notna() == found["pay_drop"].eq("")).all()
