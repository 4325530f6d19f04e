"""What a short line does to the offer at hand: the shapes it can take, shared by its readers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from bot.memory.case import About, Plain

Problem = Literal[
    "no_value",  # a term is to change, and not to what
    "out_of_range",  # a figure of the right kind, of a size the term cannot have
    "wrong_kind",  # a figure of another kind than the term's: years for a bonus
    "no_such_figure",  # a figure is to go that the offer does not have
    "which_doubt",  # "no", with two questions open
    "no_such_offer",  # "the third offer", of two
    "nothing_to_undo",
    "settled",  # a button of a question that is answered
]


@dataclass(frozen=True, slots=True)
class Change:
    """Fields of the offer as the person says them, and what they say of the job it is for.

    `denied` is set where a bare "no" is all that was said: what the figure is taken for now, "" for nothing.
    """

    values: Mapping[str, Plain] = field(default_factory=dict)
    about: About = field(default_factory=About)
    denied: str | None = None


@dataclass(frozen=True, slots=True)
class Decide:
    """Which of two figures of a term holds: the one of the text pasted later, or the person's own."""

    term: str
    pasted: bool


@dataclass(frozen=True, slots=True)
class Undo:
    """The last change is taken back."""


@dataclass(frozen=True, slots=True)
class NotMine:
    """The offer at hand is none: `present` where it is what the person earns now."""

    present: bool = False


@dataclass(frozen=True, slots=True)
class Judge:
    """Another offer of the same text is meant: its place among the others."""

    number: int


@dataclass(frozen=True, slots=True)
class Unclear:
    """A correction that cannot be carried out: what is wrong with it, and the term it is about."""

    problem: Problem
    term: str = ""
    figure: str = ""


Amendment = Change | Decide | Undo | NotMine | Judge | Unclear
