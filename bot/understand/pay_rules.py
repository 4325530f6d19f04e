"""Rules of the states on talk of pay: may an employer ask for your pay history, must it name the range.

The table `pay_rules.csv` is made to be edited. Each row says the rule in our words, since when it
holds, the statute, and the page it was read on with that page's own date (`as_of`) and the day somebody
`checked` it. A state without a row is a state of which nothing is said.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from bot.understand.places import place, pooled, state_of
from bot.understand.vocab import rows

Kind = Literal["salary_history", "pay_transparency"]


@dataclass(frozen=True, slots=True)
class PayRule:
    """A rule of a state (two letters). `since` and `checked` are ISO dates, `as_of` one or a year."""

    state: str
    kind: Kind
    rule: str
    since: str
    citation: str
    source: str
    as_of: str
    checked: str


@cache
def pay_rules() -> tuple[PayRule, ...]:
    """Every rule of the table."""
    return tuple(
        PayRule(
            row["state"],
            cast(Kind, row["kind"]),
            row["rule"],
            row["since"],
            row["citation"],
            row["source"],
            row["as_of"],
            row["checked"],
        )
        for row in rows("pay_rules")
    )


def rules_at(id_: str | None) -> tuple[PayRule, ...]:
    """The rules of the state a place lies in (of a metro over several states, the first), by place id.

    None for remote work, a country, or no place: nobody knows then which state's law holds.
    """
    state = _state(id_)
    return tuple(rule for rule in pay_rules() if rule.state == state)


def _state(id_: str | None) -> str | None:
    if id_ is None:
        return None
    metro = pooled(id_)[0]
    where = place(metro)
    named = state_of(metro) if where.kind != "state" else metro
    return place(named).state if named else None
