"""Lines with a figure in them that change no offer: a question, a floor, one's work, another job."""

from __future__ import annotations

import re

from bot.commands.amending.line import MOST_WORDS
from bot.memory.case import Case
from bot.understand.money import amounts
from bot.understand.question import read

_OPENS = r"(?:(?:so|and|but|ok|okay|hey|hi|hm+|well|wait|then),? ){0,3}"
_ASKS = re.compile(
    rf"^{_OPENS}(?:(?:is|are|isn't|isnt|aren't|am)\s(?!now\b)"
    r"|(?:does|do|did|should|would|could|can|will)\s"
    r"(?!not\b|be\b|you (?:please )?(?:change|make|set|put|fix|use)\b)"
    r"|(?:what|how|which|why|who|whether|when)\b)"
    r"|\b(?:is|are) (?:that|this|it|they) (?:\w+ ){0,2}(?:ok|okay|good|fair|fine|normal|reasonable|enough|low"
    r"|high|decent|competitive|possible|realistic)\W{0,3}$"
    r"|\?\s*$",
    re.IGNORECASE,
)  # fmt: skip
_FLOOR = re.compile(
    r"\b(?:floor|minimum)\b|\bi (?:can'?t|cannot|can not|won'?t|will not|couldn'?t|could not|wouldn'?t)"
    r" (?:go|do|drop|accept|take|work for)(?: \w{1,10}){0,2} (?:under|below|less than)\b"
    r"|\bthe (?:least|lowest)(?: base)? (?:that )?(?:i'?d|i would|i'?ll|i can|i could)"
    r" (?:take|accept|do|go)\b",
    re.IGNORECASE,
)
_OF_AN_OFFER = re.compile(
    r"\bminimum (?:wage|bonus|guarantee|hours|commitment|term|payout)\b"
    r"|\bfloor (?:manager|staff|lead|supervisor|nurse|plan|\d)",
    re.IGNORECASE,
)  # fmt: skip
_WORK = re.compile(
    r"\b(?:i|we)(?:'ve| have)? (?:\w{1,12} )?(?:built|ran|led|wrote|cut|shipped|grew|won|set up"
    r"|(?!offered|wanted|needed|asked|hoped|expected|meant|changed|counted|corrected|misread|moved|accepted"
    r"|signed|declined|received|talked|negotiated)\w{2,14}ed)\b",
    re.IGNORECASE,
)
_FOR_IT = re.compile(
    r"\b(?:it'?s|it is|this is|that'?s|that is|the (?:job|role|offer|title|position)|make it|change|meant?"
    r"|should be|instead|actually|correction|sorry|for (?:an?|the)|as (?:an?|the))\b|^no\b",
    re.IGNORECASE,
)


def asks(text: str) -> bool:
    """Whether a short text asks something: "is 120-140 ok", "how about 150k?"."""
    return len(text.split()) <= MOST_WORDS and _ASKS.search(_plain(text)) is not None


def names_floor(text: str) -> bool:
    """Whether a short text says a figure for the person's own floor: "about the floor, make it 128"."""
    if len(text.split()) > MOST_WORDS or _OF_AN_OFFER.search(text) or asks(text):
        return False
    return _FLOOR.search(text) is not None and len(amounts(text)) == 1


def tells_work(text: str) -> bool:
    """Whether a text tells what its writer did: "we measured it against 50,000 tickets"."""
    return _WORK.search(_plain(text)) is not None


def names_other_job(text: str, case: Case) -> bool:
    """Whether a short text names another role than the offer's, and not that the offer is for that one."""
    if case.offer is None or len(text.split()) > MOST_WORDS or amounts(text) or _FOR_IT.search(_plain(text)):
        return False
    role = read(text).role
    return role is not None and case.offer_about.role is not None and role != case.offer_about.role


def _plain(text: str) -> str:
    return " ".join(text.replace("\u2019", "'").split())
