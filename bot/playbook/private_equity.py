"""What to ask a private company, so that its stake can be held against another's. Playbook, section 8."""

from __future__ import annotations

from typing import Literal, get_args

from bot.offers.offer import Offer
from bot.offers.worth.equity import kind_of

OpenFact = Literal[
    "size",
    "percent_diluted",
    "fully_diluted",
    "strike",
    "price_409a",
    "preferred_price",
    "exercise_window",
    "early_exercise",
    "preferences",
]
_IN_ORDER: tuple[OpenFact, ...] = get_args(OpenFact)
EXAMPLE_DILUTION = 20.0  # percent: an example of ours, said to be one, where the person names none


def is_private(offer: Offer) -> bool:
    """Whether the grant is no money until somebody buys: options, a percent, shares without a price."""
    return kind_of(offer) in ("options", "percent", "shares")


def open_facts(offer: Offer) -> tuple[OpenFact, ...]:
    """The facts of a private grant that the offer does not say, most telling first; none for other equity.

    That a percent is fully diluted, that options may be exercised early and what investors are paid first
    no field of an offer holds: they are asked every time.
    """
    if not is_private(offer):
        return ()
    options = kind_of(offer) in ("options", "percent")  # a percent is mostly granted as options
    unknown: dict[OpenFact, bool] = {
        "size": offer.equity_units is None and offer.equity_pct is None,
        "percent_diluted": offer.equity_pct is not None,
        "fully_diluted": offer.equity_pct is None and offer.shares_outstanding is None,
        "strike": options and offer.strike is None,
        "price_409a": offer.share_price is None,
        "preferred_price": offer.preferred_price is None,
        "exercise_window": options and offer.exercise_window_months is None,
        "early_exercise": options,
        "preferences": True,
    }
    return tuple(fact for fact in _IN_ORDER if unknown[fact])
