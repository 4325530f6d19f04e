"""Another day to answer by, as it is told: "they gave me until December 9", "they need it by Friday"."""

from __future__ import annotations

import re

from bot.commands.amend import amendment
from bot.commands.amending.shapes import Amendment, Change
from bot.commands.replying.sums import sums_in
from bot.memory.case import Case, Plain

_UNTIL = re.compile(
    r"\b(?:i (?:now )?have|(?:gave|given|give|giving) (?:me|us)|i(?:'ve| have)? got"
    r"|(?:extended|moved) (?:it|the deadline))"
    r" (?:\w{1,10} ){0,2}?(?:until|till|to) (?P<day>\S.{1,30}?)[.!]?$"
    r"|\b(?:need|want|expect)s? (?:my|an|the|a final) (?:answer|decision|reply)"
    r" by (?P<by>\S.{1,30}?)(?: now)?[.!]?$",
    re.IGNORECASE,
)
_HOUR = re.compile(r",? (?:at )?\d{1,2}(?::\d\d)? ?[ap]m\b.{0,5}$", re.IGNORECASE)


def moved_deadline(text: str, case: Case, *, alone: bool = False) -> Amendment | None:
    """The change to the day to answer by that words end with; None where they name none.

    With `alone` also where they tell of a sum before it: that is an answer.
    """
    found = _UNTIL.search(text)
    if found is None or (alone and sums_in(text[: found.start()].lower())):
        return None
    return amendment(f"the deadline is {_HOUR.sub('', found['day'] or found['by'])}", case)


def new_deadline(text: str, case: Case) -> dict[str, Plain]:
    """The field of that day, to keep with what else an answer has; {} where it names none."""
    change = moved_deadline(text, case)
    return dict(change.values) if isinstance(change, Change) else {}
