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
    """One of the four types: an id, its name, and what such employers pay, in words.

    `source` and `as_of` (ISO) say who groups them so, and when.
    """

    id: str
    label: str
    pays: str
    source: str = ""
    as_of: str = ""


@dataclass(frozen=True, slots=True)
class Employer:
    """A known employer. `only_if` is the condition under which its type holds, or empty."""

    name: str
    type: EmployerType
    only_if: str = ""


@cache
def types() -> dict[str, EmployerType]:
    """The four types by id."""
    return {
        row["id"]: EmployerType(row["id"], row["label"], row["pays"], row["source"], row["as_of"])
        for row in rows("employer_types")
    }


def type_labels() -> dict[str, str]:
    """The names of the types by id, as a list of several says them: "AI labs"."""
    return {
        each.id: each.label.removesuffix("y") + "ies" if each.label.endswith("y") else f"{each.label}s"
        for each in types().values()
    }


@cache
def _called() -> tuple[tuple[re.Pattern[str], str], ...]:
    """How people call the types, longest first: "ai-native", "big tech"."""
    called = [
        (name, row["id"])
        for row in rows("employer_types")
        for name in (row["id"], row["label"], *row["aliases"].split("; "))
    ]
    called.sort(key=lambda each: -len(each[0]))
    return tuple((_as_word(name), kind) for name, kind in called)


def _as_word(name: str) -> re.Pattern[str]:
    parts = [re.escape(part) for part in re.split(r"[ -]", fold(name))]
    return re.compile(rf"(?<![\w-]){'[ -]?'.join(parts)}s?(?![\w-])")


def types_named(text: str) -> tuple[tuple[str, ...], str]:
    """The ids of the types named in words, in the table's order, and the words without them."""
    rest, found = fold(text), set()
    for pattern, kind in _called():
        rest, hits = pattern.subn(" ", rest)
        if hits:
            found.add(kind)
    return tuple(kind for kind in types() if kind in found), rest if found else text


def of_type(kind: str) -> tuple[str, ...]:
    """The employers of a type by name, without those that are of it only in part."""
    return tuple(row["name"] for row in rows("employers") if row["type"] == kind and not row["only_if"])


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
