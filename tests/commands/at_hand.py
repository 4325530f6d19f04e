"""Offers and cases the tests of corrections share."""

from __future__ import annotations

from bot.memory.case import About, Case
from bot.offers.offer import Doubt, Offer

ABOUT = About("software-engineer", "0041860", "senior")
PLAIN = Offer(
    company="Harvey",
    title="Senior Software Engineer",
    location="San Francisco",
    currency="USD",
    base_amount=170_000.0,
    base_period="year",
    bonus_pct=15.0,
    sign_on=25_000.0,
    equity_kind="rsu",
    equity_units=4_000.0,
    share_price=52.0,
    vest_years=4.0,
    cliff_months=12,
    spans={
        "base_amount": (1, 2),
        "sign_on": (10, 13),
        "equity_units": (20, 23),
        "equity_kind": (20, 23),
        "bonus_pct": (40, 43),
        "cliff_months": (50, 52),
    },
)
OTHER = Offer(
    company="Meta", title="Software Engineer", currency="USD", base_amount=200_000.0, base_period="year"
)

IS_IT_RELOCATION = Doubt("sign_on", 0.6, "relocation")
IS_IT_A_BONUS = Doubt("bonus_pct", 0.5)
IS_IT_A_CLIFF = Doubt("cliff_months", 0.3)


def case(offer: Offer = PLAIN, *others: Offer) -> Case:
    """A case with an offer at hand."""
    return Case(offer=offer, offer_about=ABOUT, others=others)


def doubted(*doubts: Doubt) -> Case:
    """A case with an offer that was read with these doubts."""
    from dataclasses import replace

    return case(replace(PLAIN, doubts=doubts))
