"""The words of money: scales ("k", "lakh") and the periods pay is said for ("/yr", "an hour")."""

from __future__ import annotations

from typing import Literal

Per = Literal["year", "hour", "month", "day", "week", "biweek", "share"]

SCALES = {
    "k": 1e3,
    "grand": 1e3,
    "thousand": 1e3,
    "m": 1e6,
    "mm": 1e6,
    "mn": 1e6,
    "mil": 1e6,
    "million": 1e6,
    "b": 1e9,
    "bn": 1e9,
    "billion": 1e9,
    "l": 1e5,
    "lac": 1e5,
    "lacs": 1e5,
    "lakh": 1e5,
    "lakhs": 1e5,
    "lpa": 1e5,
    "cr": 1e7,
    "crore": 1e7,
    "crores": 1e7,
}
INDIAN = frozenset({"l", "lac", "lacs", "lakh", "lakhs", "lpa", "cr", "crore", "crores"})
# Too short to mean a scale unless the amount says it is money ("$2m") or they are capitals ("2M").
SHY = frozenset({"m", "l", "b", "mil"})
PERIODS: dict[str, Per] = {
    "year": "year",
    "years": "year",
    "yr": "year",
    "yrs": "year",
    "y": "year",
    "annum": "year",
    "annual": "year",
    "annually": "year",
    "yearly": "year",
    "annualized": "year",
    "annualised": "year",
    "pa": "year",
    "p.a.": "year",
    "p.a": "year",
    "lpa": "year",
    "hour": "hour",
    "hr": "hour",
    "h": "hour",
    "hourly": "hour",
    "month": "month",
    "mo": "month",
    "mth": "month",
    "monthly": "month",
    "pm": "month",
    "day": "day",
    "daily": "day",
    "week": "week",
    "wk": "week",
    "weekly": "week",
    "biweekly": "biweek",
    "bi-weekly": "biweek",
    "fortnight": "biweek",
    "two weeks": "biweek",
    "other week": "biweek",
    "2 weeks": "biweek",
    "pay period": "biweek",
    "share": "share",
    "sh": "share",
}
