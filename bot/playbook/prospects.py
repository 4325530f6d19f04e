"""A private stake as scenarios: exit value x ownership x dilution. Playbook, sections 5 and 8."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.offers.offer import Offer
from bot.offers.worth.shapes import Stake, StakeAssumption
from bot.offers.worth.table import worth_of
from bot.playbook.private_equity import OpenFact, open_facts


@dataclass(frozen=True, slots=True)
class Outlook:
    """One exit: what vests in four years would make as it is, and after the dilution.

    `exit_value` is that of the whole company, `exit_price` that of a share before dilution; one of them is
    known. `multiple` is the exit over today's value.
    """

    exit_value: float | None
    exit_price: float | None
    multiple: float | None
    undiluted: float
    diluted: float


@dataclass(frozen=True, slots=True)
class Prospect:
    """A private stake: its scenarios over four years of vesting and the facts that are not stated.

    `said_value` is what the offer puts it at, in money. `dilution_pct` is 20 for 20%. `assumptions` are
    those of the undiluted scenarios.
    """

    name: str
    stake: Stake
    currency: str | None
    dilution_pct: float
    outlooks: tuple[Outlook, ...]
    open_facts: tuple[OpenFact, ...]
    assumptions: tuple[StakeAssumption, ...]
    said_value: float | None = None


def prospect(name: str, offer: Offer, exits: Sequence[float], dilution_pct: float) -> Prospect | None:
    """The scenarios of an offer's stake; None where it has none. Without `exits` they are ours."""
    stake = worth_of(offer, exits=exits).stake
    thinner = worth_of(offer, exits=exits, dilution_pct=dilution_pct).stake
    if stake is None or thinner is None:
        return None
    outlooks = tuple(
        Outlook(row.exit_value, row.exit_price, row.multiple, row.four_years.amount, less.four_years.amount)
        for row, less in zip(stake.scenarios, thinner.scenarios, strict=True)
    )
    return Prospect(
        name=name,
        stake=stake,
        currency=stake.currency,
        dilution_pct=dilution_pct,
        outlooks=outlooks,
        open_facts=open_facts(offer),
        assumptions=stake.assumptions,
        said_value=offer.equity_value,
    )
