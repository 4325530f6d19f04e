"""Offers of every shape that a reply about one has to draw, by name."""

from __future__ import annotations

from typing import Any

from bot.offers.offer import Doubt, Offer


def _offer(**terms: Any) -> Offer:
    """An offer of dollars a year from Initech, for an engineer in Seattle, where nothing else is said."""
    common: dict[str, Any] = {
        "title": "Senior Software Engineer",
        "company": "Initech",
        "location": "Seattle, WA",
        "currency": "USD",
        "base_period": "year",
    }
    offer = {**common, **terms}
    return Offer(**offer, spans={name: (at, at + 1) for at, name in enumerate(terms)})


OFFERS: dict[str, Offer] = {
    "everything": _offer(
        base_amount=185_000, bonus_pct=15, sign_on=50_000, sign_on_y1=30_000, sign_on_y2=20_000,
        clawback_months=12, equity_kind="rsu", equity_units=4_000, share_price=52, vest_years=4,
        cliff_months=12, vest_schedule="cliff then quarterly", relocation="yes", deadline="2026-09-12",
        start_date="2026-10-01", pto_days=20, level="L5",
    ),
    "a bare base": _offer(base_amount=150_000),
    "back-loaded": _offer(
        base_amount=175_000, sign_on=70_000, sign_on_y1=40_000, sign_on_y2=30_000, equity_kind="rsu",
        equity_value=180_000, vest_years=4, vest_schedule="5/15/40/40",
    ),
    "part-time contract": _offer(
        base_amount=62.5, base_period="hour", hours_per_week=20, term_months=6, employment_type="contract",
        deadline="2026-09-12",
    ),
    "by the hour": _offer(title="Data Analyst", location="Boise, ID", base_amount=62, base_period="hour"),
    "rupees": _offer(
        currency="INR", location="Bengaluru, India", base_amount=4_500_000, bonus_pct_low=10,
        bonus_pct_high=15, equity_kind="rsu", equity_value=60_000, equity_currency="USD", vest_years=4,
    ),
    "under water": _offer(
        base_low=150_000, base_high=170_000, equity_kind="options", equity_units=10_000, strike=2.5,
        share_price=1.25, vest_years=4, cliff_months=12, vest_schedule="cliff then monthly",
        exercise_window_months=3,
    ),
    "a percent": _offer(
        company="Harvey", location="San Francisco, CA", base_amount=190_000, bonus_pct=15, sign_on=25_000,
        equity_kind="percent", equity_pct=0.05, vest_years=4,
    ),
    "six years": _offer(
        base_amount=140_000, bonus_pct=7, bonus_amount=10_000, equity_kind="rsu",
        equity_value_per_year=20_000, vest_years=6, refresh_value=10_000,
    ),
    "a total alone": _offer(total_comp=300_000),
    "an intern": _offer(
        title="Software Engineering Intern", base_amount=8_000, base_period="month", relocation=3_000,
        term_months=3,
    ),
    "nothing beside": _offer(base_amount=160_000, bonus_pct=0, sign_on=0, equity_kind="none"),
    "on target": _offer(title="Account Executive", base_amount=130_000, ote_low=240_000, ote_high=260_000),
    "pounds": _offer(currency="GBP", location="London", base_amount=85_000, bonus_pct=10),
    "equity alone": _offer(equity_kind="rsu", equity_value=100_000, vest_schedule="33/33/22/12"),
    "unpriced": _offer(base_amount=155_000, equity_kind="rsu", equity_units=5_000, vest_years=4),
    "a ranged grant": _offer(
        base_amount=150_000, original_base=140_000, base_later=160_000, equity_kind="rsu",
        equity_value_low=80_000, equity_value_high=100_000, vest_years=1, other_equity="5,000 options",
    ),
    "francs every two weeks": _offer(
        currency="CHF", location="Zurich, Switzerland", base_amount=4_000, base_period="biweek",
        bonus_pct_high=10,
    ),
    "nothing at all": Offer(),
    "in doubt": _offer(base_amount=185_000, sign_on=25_000, doubts=(Doubt("sign_on", 0.6, "relocation"),)),
}  # fmt: skip
