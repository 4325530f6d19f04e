"""What an employer has answered so far: whether the offer stands, and what they gave beside pay."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Unit = Literal["", "hour", "day", "week", "month", "year", "percent", "money", "times"]
# What an offer promises in a word, as `promise_words.csv` names it, that an answer can give.
Promise = Literal[
    "retirement",
    "pension",
    "health",
    "parental_leave",
    "overtime",
    "shift",
    "weekend",
    "call",
    "draw",
    "quota",
    "ramp",
    "uncapped",
    "notice",
    "severance",
    "acceleration",
    "retention",
    "housing",
    "stipend",
    "per_diem",
    "car",
    "tuition",
    "student_loan",
    "learning",
    "startup",
    "teaching",
    "profit_share",
    "espp",
    "wellness",
    "meals",
]
BesideKind = Literal[
    Promise,
    "vacation",
    "title",
    "review",
    "remote",
    "visa",
    "bonus",
    "step",
    "guaranteed_draw",
    "night",
    "evening",
    "early_exercise",
    "exercise",
    "accelerator",
    "detention",
    "dues",
]


@dataclass(frozen=True, slots=True)
class Beside:
    """Something given beside pay, by its kind alone.

    `amount` is in `unit`: weeks, days or hours of vacation, months until a review or of severance, days a
    week at home, percent, money in the offer's currency, times the usual pay of overtime; of a step its
    number. None where no number was said. `total` says that it is all of it, and not so much more; `per` the
    time a sum is for.
    """

    kind: BesideKind
    amount: float | None = None
    unit: Unit = ""
    total: bool = False
    per: str = ""


@dataclass(frozen=True, slots=True)
class Answered:
    """What `company` has answered to the person: `pulled` where they took the offer back.

    `moved` says that they have answered a counter, with a number or a no. `beside` is what they gave beside
    pay, each kind once. `base` and `total` are the yearly base and the four-year total of their first offer,
    as they stood before their first answer; None where it has none. `final` says that they call it final,
    `refused` that they said no to more without calling it so.
    """

    company: str = ""
    pulled: bool = False
    moved: bool = False
    beside: tuple[Beside, ...] = ()
    base: float | None = None
    total: float | None = None
    final: bool = False
    refused: bool = False


def added(had: tuple[Beside, ...], new: tuple[Beside, ...]) -> tuple[Beside, ...]:
    """What was given so far with what is given now: of a kind said twice the later holds."""
    kinds = {each.kind for each in new}
    return (*(each for each in had if each.kind not in kinds), *new)
