"""Ids to the words people read, and the short form in which a cell travels through a button."""

from __future__ import annotations

from functools import cache

from bot.memory.case import About
from bot.understand import places, roles
from bot.understand.vocab import rows

UNITED_STATES = "0000000"
LONGEST_VALUE = 75  # characters: a button's action and value stay under 90 together


@cache
def _phrases() -> dict[str, str]:
    return {row["id"]: row["phrase"] for row in rows("level_phrases")}


@cache
def level_label(level: str) -> str:
    """A level as a button or a sentence names it: "senior" -> "Senior"."""
    return {row["id"]: row["label"] for row in rows("levels")}[level]


def job(role: str, level: str | None = None) -> str:
    """A role at a level: "Senior Software Engineer"; "Engineering Manager" needs no second "manager"."""
    label = roles.roles()[role].label
    if level is None or level == "all" or (role == "engineering-manager" and level == "manager"):
        return label
    return _phrases()[level].format(role=label)


def place_name(place: str | None) -> str:
    """A place id as shown; no place means the whole country."""
    return places.place(place or UNITED_STATES).name


def typed(about: About) -> str:
    """A cell as a person may type it after a command: "accountant, New York State, senior"."""
    place = places.as_typed(about.place) if about.place else None
    return ", ".join(filter(None, (about.role, place, about.level)))


def pack(about: About) -> str:
    """A cell as a button's value: "software-engineer;0041860;senior;ai", with ";Stripe" for a company's.

    Of a company's name as many characters go as a button's value has room for.
    """
    cell = ";".join([about.role or "", about.place or "", about.level or "", "ai" if about.ai else ""])
    name = (about.company or "")[:LONGEST_VALUE].replace(";", " ")
    return f"{cell};{' '.join(name.split())}"[:LONGEST_VALUE].rstrip() if name.strip() else cell


def unpack(value: str) -> About:
    """The cell in a button's value. What is no id of the vocabulary is left out, never an error."""
    role, place, level, ai, company = [*value.split(";"), "", "", "", "", ""][:5]
    return About(
        role=role if role in roles.roles() else None,
        place=place if places.known(place) else None,
        level=level if level in _phrases() else None,
        ai=True if ai == "ai" else None,
        company=company[:LONGEST_VALUE].strip() or None,
    )
