"""Which employers to aim at, and what an employer's type means for a talk about pay. Playbook, section 3.

Pure rules over values.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from bot.market.by_type import Hiring
from bot.understand.employers import Employer, types

Stance = Literal["pays_it", "pays_it_in_part", "when_it_must"]
Verb = Literal["add", "remove", "set", "clear"]

SHORTLIST = 5


def stance(known: Employer | None) -> Stance:
    """Whether an employer pays the AI premium already, in one of its parts, or only when it must."""
    if known is None:
        return "when_it_must"
    return "pays_it_in_part" if known.only_if else "pays_it"


def changed(before: tuple[str, ...], verb: Verb, ids: Iterable[str]) -> tuple[str, ...]:
    """The types a person aims at after a change, in the table's order; ids of no type are left out."""
    told = set(ids)
    after = {
        "add": set(before) | told,
        "remove": set(before) - told,
        "set": told,
        "clear": set[str](),
    }[verb]
    return tuple(kind for kind in types() if kind in after)


def shortlist(hiring: tuple[Hiring, ...], wanted: tuple[str, ...], without: str = "") -> tuple[Hiring, ...]:
    """Five who post for the job: the types aimed at first, then the other types, then most postings.

    `without` is an employer to leave out, the one asked about.
    """

    def rank(each: Hiring) -> tuple[bool, bool, int, str]:
        return each.type not in wanted, not each.type, -each.postings, each.name

    return tuple(sorted((each for each in hiring if each.name != without), key=rank)[:SHORTLIST])
