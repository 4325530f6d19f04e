"""Offers side by side for who stays a shorter time than four years: what each lets a person keep."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.playbook.compare import Comparison, Entry, Lead
from bot.playbook.staying import Leaving, leaving


@dataclass(frozen=True, slots=True)
class Stay:
    """What each offer gives in `months`, in the order of the comparison's sides; None where no base is known.

    `lead` is who lets a person keep most, among offers in one currency; None where fewer than two are.
    """

    months: float
    sides: tuple[Leaving | None, ...]
    lead: Lead | None


def stay_of(entries: Sequence[Entry], compared: Comparison, months: float) -> Stay:
    """The offers over so many months. One that ends sooner counts to its end."""
    sides = tuple(next(iter(leaving(each.offer, each.worth, (months,))), None) for each in entries)
    able = [
        (entry.name, found.kept)
        for entry, side, found in zip(entries, compared.sides, sides, strict=True)
        if found is not None and not {"currency", "no_pay"}.intersection(side.barriers)
    ]
    able.sort(key=lambda each: each[1], reverse=True)
    lead = Lead(able[0][0], able[1][0], able[0][1] - able[1][1]) if len(able) > 1 else None
    return Stay(months, sides, lead)
