"""A line said to the recruiter before the talk has begun: who plays, or about which job, is still asked."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Final

from bot.memory.case import Case, Question
from bot.offers.reader import Reading
from bot.understand.intent import intent
from bot.understand.money import read_amount
from bot.understand.steering import step
from bot.understand.talk import says

_MOST: Final = 60  # words; a longer text is an offer or a letter
# What is said to somebody on the phone, and not to a helper.
_TO_THEM = re.compile(
    r"\b(?:thanks|thank you|thx)(?: (?:so much|very much|again|a lot))? for"
    r" (?:calling|(?:the|your|this|taking my|taking the) call|your time|getting (?:back|in touch)"
    r"|reaching out|having me|taking the time)\b"
    r"|\b(?:nice|good|great|lovely|glad|pleasure) (?:to )?(?:meet|hear|speak|talk)(?:ing)?"
    r" (?:you|from you|to you|with you)\b"
    r"|\bi'?m (?:very |really |so )?(?:excited|glad|happy|thrilled) (?:about|to|by)\b"
    r"|\bwhat(?:'?s| is) (?:the|your) (?:band|budget)\b"
    r"|^(?:hi|hello|hey)[,!]? (?:this is|it's|speaking)\b",
    re.IGNORECASE,
)
_OF_MINE = re.compile(r"\b(?:i'?m|i am|i was|i'?d|i would|i want|i need|i hope|i expect|my)\b", re.IGNORECASE)


def is_line(text: str, found: Reading | None = None) -> bool:
    """Whether words are a line to a recruiter: a greeting on the phone, a number asked for.

    An offer in them (`found`) is one to read, and words that name another command are for that one.
    """
    said = text.replace("\u2019", "'").strip()
    if len(said.split()) > _MOST or (found is not None and any(each.company for each in found.offers)):
        return False
    named = intent(said)
    if step(said) == "greet":
        return True
    if _TO_THEM.search(said):
        return named in (None, "help", "other", "practice")
    return named is None and bool(read_amount(said)) and bool(_OF_MINE.search(said)) and says("wish", said)


def waits(asking: Question | None) -> bool:
    """Whether a practice talk waits for its recruiter or its job, and not for a line."""
    return asking is not None and asking.command == "practice" and not asking.free


def waiting(case: Case, now: datetime) -> str:
    """What the question that a practice talk waits for knows already; "" where it waits for none."""
    asking = case.question
    return asking.known if asking is not None and waits(asking) and asking.stands(now) else ""
