"""The figures of an answer: base, total and what was asked for, before it and after it."""

from __future__ import annotations

import math
from dataclasses import replace

from bot.offers.offer import Offer
from bot.offers.worth.periods import full_time
from bot.offers.worth.shapes import Worth
from bot.offers.worth.table import worth_of
from bot.playbook.answered import Answered
from bot.playbook.asks import ote_of
from bot.playbook.counter import STEPS
from bot.playbook.critique import Critique
from bot.playbook.decision import Sent


def base_of(offer: Offer) -> float | None:
    """The base of a full-time year; the top of a range, None where there is none."""
    base = offer.base_amount if offer.base_amount is not None else offer.base_high
    return None if base is None else base * full_time(offer)


def four_years(worth: Worth) -> float | None:
    """The four-year total of a valued offer: cash and equity, None where it has none."""
    return worth.total.four_years.amount if worth.total else None


def total_of(offer: Offer) -> float | None:
    """The four-year total of an offer, None where it has none."""
    return four_years(worth_of(offer))


def first_of(before: Offer, sent: Sent | None, heard: Answered | None) -> tuple[float | None, float | None]:
    """The yearly base and the four-year total they first offered: before their first answer, if any."""
    if heard is not None and (heard.base is not None or heard.total is not None):
        return heard.base, heard.total
    base = sent.base if sent else base_of(before)
    return base, sent.total if sent and sent.total is not None else total_of(before)


def held_of(now: Offer, sent: Sent) -> float | None:
    """What the offer holds of the thing asked for, in the unit of the ask; of a review nothing is known."""
    return {
        "base": now.base_amount if now.base_amount is not None else now.base_high,
        "equity_value": now.equity_value,
        "equity_pct": now.equity_pct,
        "equity_units": now.equity_units,
        "sign_on": now.sign_on,
        "ote": ote_of(now),
        "review": None,
    }[sent.lever]


def left_of(now: Offer, sent: Sent | None) -> float | None:
    """What is missing to the ask; nothing, where it is met. None for no ask, and for a review."""
    if sent is None or sent.lever == "review":
        return None
    return max(0.0, sent.ask - (held_of(now, sent) or 0.0))


def past_of(now: Offer, sent: Sent | None) -> float | None:
    """By how much the offer goes past what was asked for; None where it does not, or nothing was asked."""
    held = held_of(now, sent) if sent is not None else None
    return held - sent.ask if sent is not None and held is not None and held > sent.ask else None


def of_the_asked(now: Offer, sent: Sent | None) -> tuple[float | None, float | None]:
    """What the offer holds of a thing asked for that is no base, and by how many percent that grew."""
    if sent is None or sent.lever == "base":
        return None, None
    held = held_of(now, sent)
    return held, 100 * (held - sent.offered) / sent.offered if held is not None and sent.offered else None


def condition_of(now: Offer, critique: Critique) -> float | None:
    """The median as a base to name, in the offer's period, where theirs is under it."""
    if critique.median is None or critique.gap is None or critique.gap >= 0:
        return None
    step = STEPS[now.base_period or "year"]
    return math.ceil(round(critique.median / full_time(now) / step, 6)) * step


def base_alone(before: Offer, now: Offer) -> bool:
    """Whether the base is all that an answer moved, so that it answers an ask for base."""
    as_before = replace(
        now,
        base_amount=before.base_amount,
        base_low=before.base_low,
        base_high=before.base_high,
        doubts=before.doubts,
    )
    return now.base_amount != before.base_amount and as_before == before


def relocated(before: Offer, now: Offer) -> float | None:
    """What is added to the sum for moving; None where nothing is."""
    new, had = now.relocation, before.relocation
    if not isinstance(new, int | float):
        return None
    more = new - (had if isinstance(had, int | float) else 0.0)
    return more if more > 0 else None


def larger_stake(before: Offer, now: Offer) -> bool:
    """Whether a grant that is no money grew: options, or a percent of the company."""
    return any(
        (getattr(now, name) or 0.0) > (getattr(before, name) or 0.0)
        for name in ("equity_pct", "equity_units")
    )
