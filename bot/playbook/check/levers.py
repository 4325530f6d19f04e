"""The things that words of a draft name: base, sign-on, equity, time off and their like."""

from __future__ import annotations

import re

from bot.playbook.check.ask_words import AS_OFFERED, LEFT_ALONE, LEVERS, PERCENT, RAISE
from bot.playbook.check.shapes import Asked, Lever


def levers_in(plain: str, *, said: bool = False) -> tuple[Lever, ...]:
    """The levers that words name, in order; a percentage alone is one of equity, or a raise of base.

    Only those named by a word where they have to be `said`.
    """
    for left in (LEFT_ALONE, AS_OFFERED):
        plain = left.sub(lambda found: " " * len(found.group()), plain)
    where = [(match.start(), lever) for lever, pattern in LEVERS if (match := pattern.search(plain))]
    levers = tuple(lever for _, lever in sorted(where))
    if not levers and not said and PERCENT.search(plain):
        levers = ("base",) if RAISE.search(plain) else ("equity",)
    return ("info",) if "info" in levers else levers


def levers_asked(asks: tuple[Asked, ...]) -> tuple[Lever, ...]:
    """All levers asked for, each once, in order; questions for facts and for time aside."""
    return tuple(
        dict.fromkeys(lever for each in asks for lever in each.levers if lever not in ("info", "time"))
    )


def wants_base(plain: str) -> bool:
    """Whether a sentence wants more base without a figure in it: "a higher base", not "the base works"."""
    return bool(
        re.search(
            r"\b(?:higher|rais(?:e|ing)|increas(?:e|ing)|improv(?:e|ing)|bump|more|better|rise|match|up)\b",
            plain,
        )
    )
