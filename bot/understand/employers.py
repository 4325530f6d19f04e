"""Employers by type: the four that already pay the AI premium, and who is in them.

The tables `employer_types.csv` and `employers.csv` are made to be edited.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from bot.understand.text import fold
from bot.understand.vocab import rows

_LEGAL = re.compile(
    r"[,.]? (?:inc|llc|ltd|corp|corporation|co|company|limited|gmbh|plc|pbc|technologies)\.?$"
)


@dataclass(frozen=True, slots=True)
class EmployerType:
    """One of the four types: an id, its name, and what such employers pay, in words."""

    id: str
    label: str
    pays: str


@dataclass(frozen=True, slots=True)
class Employer:
    """A known employer. `only_if` is the condition under which its type holds, or empty."""

    name: str
    type: EmployerType
    only_if: str = ""


@cache
def types() -> dict[str, EmployerType]:
    """The four types by id."""
    return {row["id"]: EmployerType(row["id"], row["label"], row["pays"]) for row in rows("employer_types")}


@cache
def _by_name() -> dict[str, Employer]:
    found = {}
    for row in rows("employers"):
        employer = Employer(row["name"], types()[row["type"]], row["only_if"])
        for name in (row["name"], *filter(None, row["aliases"].split("; "))):
            found[fold(name)] = employer
    return found


def employer(company: str | None) -> Employer | None:
    """The employer of this name ("Stripe, Inc." is Stripe), or None when it is in no type."""
    if not company:
        return None
    name = fold(company).strip()
    for _ in range(2):  # "Hex Technologies, Inc." carries two endings
        known = _by_name().get(name)
        if known is not None:
            return known
        name = _LEGAL.sub("", name).rstrip(" ,.")
    return _by_name().get(name)
