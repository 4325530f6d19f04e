"""A made-up market whose pay is known: role, level and place effects, employers above and below, noise."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd

US, SF, NEW_YORK, CHICAGO, BOISE = "0000000", "0041860", "0035620", "0016980", "0014260"
CALIFORNIA, NEW_YORK_STATE, ILLINOIS = "0600000", "3600000", "1700000"
PLACES = {
    SF: (US, SF, CALIFORNIA, "bay-area"),
    NEW_YORK: (US, NEW_YORK, NEW_YORK_STATE),
    CHICAGO: (US, CHICAGO, ILLINOIS),
    "remote": (US, "remote"),
}
PAY = {
    "software-engineer": 200_000,
    "data-analyst": 110_000,
    "product-designer": 150_000,
    "accountant": 90_000,
}
LEVEL = {"": 1.0, "entry": 0.7, "senior": 1.1, "staff": 1.4}
AT = {SF: 1.15, NEW_YORK: 1.08, CHICAGO: 0.92, "remote": 0.95}
SKILLED = 1.10


def true_pay(role: str, level: str, place: str, *, skilled: bool) -> float:
    """What an employer in the middle pays."""
    return PAY[role] * LEVEL[level] * AT[place] * (SKILLED if skilled else 1.0)


def posting(employer: str, pay: float, **told: object) -> dict[str, object]:
    """A senior software engineer in San Francisco unless told otherwise."""
    return {
        "employer": employer,
        "role": "software-engineer",
        "level": "senior",
        "places": PLACES[SF],
        "ai": "none",
        "currency": "USD",
        "midpoint": pay,
    } | told


def market(employers: int = 60, each: int = 20, spread: float = 0.15, *, seed: int = 5) -> pd.DataFrame:
    """Postings of employers that pay above or below the middle by `spread` (in logs)."""
    drawn = np.random.default_rng(seed)
    rows = []
    for number in range(employers):
        above = drawn.normal(0, spread)
        for _ in range(1 + int(drawn.integers(2 * each))):
            role, level, place = (str(drawn.choice(list(names))) for names in (PAY, LEVEL, AT))
            skilled = bool(drawn.random() < 0.4)
            pay = true_pay(role, level, place, skilled=skilled) * math.exp(above + drawn.normal(0, 0.08))
            told = {
                "role": role,
                "level": level,
                "places": PLACES[place],
                "ai": "required" if skilled else "none",
            }
            rows.append(posting(f"Employer {number}", pay, **told))
    return pd.DataFrame(rows)


def wages() -> pd.DataFrame:
    """OEWS of three occupations: Boise a fifth under the country, San Francisco a third above."""
    ratio = {US: 1.0, SF: 1.33, BOISE: 0.8, NEW_YORK: 1.15}
    pay = {"15-1252": 135_000, "15-2051": 115_000, "13-2011": 80_000}
    rows = [
        {"soc": soc, "area": area, "p50": told * times}
        for soc, told in pay.items()
        for area, times in ratio.items()
    ]
    return pd.DataFrame(rows)


def cited() -> pd.DataFrame:
    """No published medians."""
    return pd.DataFrame(columns=["role", "place", "level", "ai", "p50", "source"])
