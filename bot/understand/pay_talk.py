"""Which question of a first pay talk is meant, and the sums named with it.

Read from the words after `/range` or of a sentence: their range, today's pay, a form, "would you accept
at X?", a posted range. A sum that is somebody's present pay is told apart, so that nothing is made of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal, cast

from bot.understand import whose_pay
from bot.understand.money import Amount
from bot.understand.writer import without_writer

Scene = Literal["range", "current", "form", "accept", "posted"]

_CURRENT = re.compile(
    r"\b(?:current|present|previous|last|today'?s|existing)\s(?:\w{1,12}\s)?(?:salary|pay|comp|compensation"
    r"|base|wages?|ctc|tc|ote|package|earnings|income|remuneration|(?:day|hourly|daily) rate|rate)\b"
    r"|\b(?:salary|pay|wage) history\b"
    r"|\b(?:what|how much) (?:i|you|do i|do you|i'?m|i’m|i am|you'?re|you’re|you are|am i|are you)"
    r" (?:currently |now )?"
    r"(?:making|make|earning|earn|paid|on)\b"
    r"|\b(?:i|you) (?:make|earn) (?:now|today|currently|at the moment)\b"
    r"|^\W{0,3}(?:current|currently|what (?:do )?you make(?: now)?)\b",
    re.IGNORECASE,
)
_FORM = re.compile(
    r"\b(?:application|(?:web|online|apply(?:ing)?) form|the form|a form|form field|required field)\b"
    r"|(?:^|,)\W{0,3}form\b|\bform\W{0,3}$",
    re.IGNORECASE,
)
_ACCEPT = re.compile(
    r"\b(?:would|will|could|should) (?:you|i|we) (?:accept|take|be ok(?:ay)? with|be happy with)\b"
    r"|\b(?:accept|take) (?:it |the (?:job|offer) )?(?:at|for)\b"
    r"|\bif (?:we|they) (?:offer(?:ed)?|came in at)\b"
    r"|(?:^|,)\W{0,3}accept(?:ing)?\b|\baccept(?:ing)?\s{1,2}(?=[$£€₹]?\d)",
    re.IGNORECASE,
)
_POSTED = re.compile(
    r"\b(?:post(?:s|ed|ing)?|advert(?:s|ised?|ized?)?|listed|listing|job ad|the ad|jd|job description"
    r"|their (?:range|band)|(?:pay|salary) (?:range|band|scale) is|(?:the|a) (?:range|band) (?:is|of))\b"
    r"|\bband\W{0,3}(?=[$£€\d])",
    re.IGNORECASE,
)
# What somebody earns, told as a sentence of its own.
_TELLS = re.compile(
    r"(?:(?:well|so|right now|currently|today|now),? )?(?:(?:i'?m|i’m|i am) (?:currently |now )?"
    r"(?:on|at|making|earning|paid)|my (?:current|present) (?:\w{1,10} )?(?:rate|pay|salary|base|wage|ctc|ote"
    r"|comp|compensation|package) is)\s[^a-z]{0,16}(?:[a-z]{1,9}\W{0,2}){0,6}$",
    re.IGNORECASE,
)
# What proves today's pay, asked of somebody.
_PROOF = re.compile(
    r"\b(?:they|he|she|hr|recruiters?|company)\b.{0,40}\b(?:payslips?|pay ?stubs?"
    r"|(?:proof|evidence) of (?:my |your )?(?:current |present |last )?(?:salary|pay|income))\b",
    re.IGNORECASE,
)
_FEW = 12  # words
_A_SENTENCE = 24  # words
_THEY_POSTED = re.compile(
    r"(?:they|the (?:job|ad|role|posting)|it)(?:'s| is| has| have| was)? (?:posted|listed|advertis)", re.I
)
_WHAT_TO_ASK = re.compile(
    r"\b(?:what|how much)(?: (?:salary|pay|base|rate|number|figure|money|comp))?"
    r" (?:should|can|could|do|would) (?:i|one) (?:ask for|be asking for)\b"
    r"|\basked (?:me )?what (?:hourly |daily |day |yearly )?(?:rate|salary|pay|number|range) i(?:'m| am)?"
    r" (?:want|need|expect|charge|after|looking for)\b",
    re.IGNORECASE,
)
_BESIDE_PAY = re.compile(
    r"\b(?:beside|besides|beyond|instead|else|apart from|other than|on top|equity|stock|bonus|sign[- ]on"
    r"|vacation|more|counter)\b",
    re.IGNORECASE,
)
_LACKING = re.compile(r"\W{0,3}(posted|accept)\b", re.IGNORECASE)
_SENTENCE = re.compile(
    r"\b(?:i|i'm|they|they're|you|we|what|how|should|if|when|my|the|recruiters?)\b", re.IGNORECASE
)
_CUES = re.compile(
    r"\b(?:post(?:s|ed|ing)?|listed|advertised|current|currently|salary|pay|history|form|application|accept(?:ing)?"
    r"|range|band|target|number|negotiable|asked|ask)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PayTalk:
    """The question meant and its sum, which may be a range (`amount.low` to `amount.high`).

    `lacks` is the question whose sum is missing: "posted" and no band after it. `present` says that a sum
    was today's pay and has been left out. `rest` are the words to read a role,
    place and level from; `sentence` says that they are one, not a command's arguments.
    """

    scene: Scene = "range"
    amount: Amount | None = None
    lacks: Scene | None = None
    present: bool = False
    rest: str = ""
    sentence: bool = False


def read(text: str, *, spoken: bool = False) -> PayTalk:
    """Read the words of a turn. Any words give a talk: by default about the range."""
    text = without_writer(text)
    figures = whose_pay.figures(text)
    scene = "current" if tells_present(text) else _scene(text, bool(figures))
    present = [each for each in figures if each.whose == "present" or scene == "current"]
    theirs = scene in ("posted", "accept")
    usable = [
        each
        for each in figures
        if each not in present and each.amount.per != "share" and (theirs or each.whose != "others")
    ]
    sentence = spoken or _SENTENCE.search(text) is not None
    rest = text
    for each in reversed(figures):
        rest = f"{rest[: each.amount.start]} {rest[each.amount.end :]}"
    return PayTalk(
        scene,
        _sum(scene, [each.amount for each in usable]),
        None if sentence or usable else _lacking(text),
        bool(present),
        rest if sentence else _CUES.sub(" ", rest),
        sentence,
    )


def tells_present(text: str) -> bool:
    """Whether a short sentence tells what its writer earns today, and asks and names nothing else.

    >>> tells_present("I'm on 32 an hour now"), tells_present("I'm on 150k, is that fair?")
    (True, False)
    """
    if "?" in text or len(text.split()) > _FEW:
        return False
    figures = whose_pay.figures(without_writer(text))
    return (
        bool(figures) and all(each.whose == "present" for each in figures) and _TELLS.match(text) is not None
    )


def asks_what_to_ask(text: str) -> bool:
    """Whether somebody asks what number to ask for: before there is an offer, that is the range to say.

    >>> asks_what_to_ask("what should I ask for as a nurse?"), asks_what_to_ask("what else can I ask for?")
    (True, False)
    """
    return _WHAT_TO_ASK.search(text) is not None and not _BESIDE_PAY.search(text)


def meant_for_range(text: str) -> bool:
    """Whether words before any offer are about the first pay talk, whatever else they are like.

    Today's pay told or proof of it asked for, what to ask for, a posted band.
    """
    if len(text.split()) > _A_SENTENCE:
        return False
    told = tells_present(text) or asks_what_to_ask(text) or _PROOF.search(text) is not None
    return told or (_THEY_POSTED.match(text) is not None and read(text).scene == "posted")


def _lacking(text: str) -> Scene | None:
    """The question that words without a sum begin with, where it needs one."""
    named = _LACKING.match(text)
    return cast(Scene, named[1].lower()) if named else None


def _sum(scene: Scene, said: list[Amount]) -> Amount | None:
    """The sum meant: the first, or of a posted band its two ends, however they are written."""
    single = [each for each in said if each.low == each.high]
    if scene != "posted" or len(single) < len(said) or len(single) == 1:
        return said[0] if said else None
    low, high = sorted(each.low for each in single[:2]) if single else (0.0, 0.0)
    return replace(single[0], low=low, high=high) if single else None


def _scene(text: str, figured: bool) -> Scene:
    if figured and _ACCEPT.search(text):
        return "accept"
    if _CURRENT.search(text) or _PROOF.search(text):
        return "current"
    if _FORM.search(text):
        return "form"
    return "posted" if figured and _POSTED.search(text) else "range"
