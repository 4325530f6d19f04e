"""Employers that give no shares by kind: hospitals, schools, public bodies, restaurants, law firms; and jobs.

Known by the words of a company's name and of a job's title, listed in `vocabulary/no_share_employers.csv`.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from bot.understand.text import tokens
from bot.understand.vocab import rows

Words = tuple[str, ...]
_Kind = Literal["job", "title", "anywhere", "begins", "ends"]


def gives_none(company: str | None, title: str | None) -> bool:
    """Whether an employer of this name, or of this job, gives no shares by its kind.

    >>> gives_none("Riverside Hospital", "Data Analyst"), gives_none(None, "Registered Nurse")
    (True, True)
    >>> gives_none("Figma", "Product Designer")
    False
    """
    said = _words(title or "")
    unpaid_in_shares = in_person(title) or any(_holds(said, each) for each in _listed("title"))
    return unpaid_in_shares or (company is not None and _is_such(_words(company)))


def in_person(title: str | None) -> bool:
    """Whether a job is done where the patients, the pupils or the public are."""
    said = _words(title or "")
    return any(_holds(said, each) for each in _listed("job"))


def _is_such(name: Words) -> bool:
    return (
        any(_holds(name, each) for each in _listed("anywhere"))
        or any(name[: len(each)] == each for each in _listed("begins"))
        or any(name[-len(each) :] == each for each in _listed("ends"))
    )


def _holds(said: Words, phrase: Words) -> bool:
    return any(said[at : at + len(phrase)] == phrase for at in range(len(said) - len(phrase) + 1))


def _words(text: str) -> Words:
    return tuple(token.fold for token in tokens(text))


@cache
def _listed(kind: _Kind) -> tuple[Words, ...]:
    """The phrases of a kind, as the words they are read as."""
    return tuple(
        _words(phrase)
        for row in rows("no_share_employers")
        if row["kind"] == kind
        for phrase in row["words"].split(";")
    )
