"""A look-up put right, or asked again for another job: "no, staff", "i meant chicago", "same for PMs"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from bot.commands import words
from bot.commands.base import Ask
from bot.memory.case import About, Case, Question
from bot.understand.money import read_amount
from bot.understand.question import read

_FEW: Final = 9  # words
_LOOKUPS: Final = frozenset({"median", "premium", "range"})
_LEAD = re.compile(
    r"(?:(?:(?:no|nope|nah|sorry|oops|actually|wait|rather|but|i said|i meant?|make (?:it|that)|try"
    r"|change (?:it|that) to|it'?s|(?:the )?same(?: thing| question| one)?)\b[\s,:]{0,3}){1,3}"
    r"(?:(?:but|for|with|in|as|at)\b\s{0,2}){0,2}(?:an?\s)?)",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"(?:(?:and|but|what about|how about|or)\s)?(?:for|as|with|in|at)\s(?:an?\s)?", re.IGNORECASE
)
_NOT_THIS = re.compile(
    r"not (?:in |for |an? )?[^,;]{2,30}?(?:[,;]|\sbut)\s{0,2}(?P<this>\S.{0,40})", re.IGNORECASE
)
_THIS_NOT = re.compile(r"(?P<this>\S.{0,40}?),?\s(?:and )?not (?:in |for |an? )?[^,;]{2,30}", re.IGNORECASE)
_NO_AI = re.compile(
    r"(?:(?:and|but|what about|how about|same|the same)\s)?(?:without(?: the)?|no|not|non)[\s-]ai"
    r"(?:[\s-]skill(?:s|ed))?",
    re.IGNORECASE,
)


def instead(text: str, case: Case, asking: Question | None) -> tuple[str, Ask] | None:
    """The command of the look-up that few words put right or repeat, and what it is asked; None for others.

    The words count over what was known: of the question that stands open, else of the last look-up.
    """
    said = " ".join(text.split()).strip(" .!?")
    if not said or len(said.split()) > _FEW:
        return None
    if asking is not None and asking.command not in _LOOKUPS:
        return None
    before = words.unpack(asking.known) if asking is not None else case.looked_up
    if before is None or (asking is None and before.role is None):
        return None
    command = asking.command if asking is not None else case.looked_up_by
    if _NO_AI.fullmatch(said) and before.role:
        known = words.pack(replace(before, ai=False))
        return command, Ask(known=known, spoken=True)
    rest = _rest(said, asked=asking is not None)
    if rest is None or not _is_a_cell(rest):
        return None
    known = asking.known if asking is not None else words.pack(before)
    return command, Ask(text=rest, known=known, spoken=True)


def _rest(said: str, *, asked: bool) -> str | None:
    """The words without what says that they put something right; None where nothing does."""
    lead = _LEAD.match(said) or (_FOR.match(said) if asked else None)
    rest = said[lead.end() :] if lead else said
    denied = _NOT_THIS.fullmatch(rest) or _THIS_NOT.fullmatch(rest)
    if denied is not None:
        return denied["this"]
    return rest if lead and rest else None


def _is_a_cell(said: str) -> bool:
    """Whether words name a role, a place or a level, and nothing else."""
    heard = read(said)
    if heard.company or read_amount(said):
        return False
    named = About(heard.role, heard.place, heard.level, heard.ai) != About()
    return bool(heard.beyond) or bool(heard.unsure) or (named and not heard.unknown)
