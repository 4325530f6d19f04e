"""The note a person wants written in the place of an answer, and the day they want to decide by."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from bot.commands.replying.wording import MONTH, any_of

Wish = Literal["", "accept", "decline", "time"]

_I_WILL = "(?:i'm|i am|i'll|i will|i want to|wanna|i'd like to|i would like to)"
_ACCEPT = any_of(
    r"^(?:(?:ok(?:ay)?|alright|right|good|great|so|well|then)[,. ]{1,3}){0,3}(?:please )?(?:i )?"
    r"(?:accept|take it|take|yes|sign)(?: it| the offer| then| now){0,2}[.! ]*$",
    r"\bhow (?:do|should|can) i accept\b|\baccept(?:ance)? (?:note|email|letter|message|text)\b"
    r"|\b(?:note|email|letter|message|text)(?: that says| saying| to say)? (?:accept(?:ing|s)?|yes)\b",
    rf"\b{_I_WILL} (?:going to |gonna )?(?:accept|take (?:it|the offer)|sign)\b",
    r"\bsay yes to (?:it|them)\b|\bwrite (?:me )?(?:the|a) yes\b",
    r"^(?:(?:hm+|ok(?:ay)?|wait|actually|no|so|well)[,. ]{1,3}){0,4}(?:i'?ll|i will) just (?:accept|sign)\b",
)
_DECLINE = any_of(
    r"^(?:please )?(?:decline|walk|walk away|reject)(?: it| the offer)?[.! ]*$",
    r"\bhow (?:do|should|can) i (?:decline|turn|reject|say no|walk)\b",
    r"\bdeclin(?:e|ing) (?:note|email|letter|message|text|it|the offer)\b",
    r"\bturn(?:ing)? (?:it|them|the offer|this) down\b|\bwrite (?:me )?(?:the|a) no\b",
    rf"\b{_I_WILL} (?:going to |gonna )?(?:decline|walk|turn|reject|say no)\b",
)
# Days of something else: "2 more weeks of vacation" is no time to decide.
_NO_LEAVE = r"(?! (?:of|off|vacation|holiday|pto|paid|leave|severance|notice|from|at|remote))"
_TIME = any_of(
    r"\bmore time\b|\bextension\b|\bextend\b|\banother (?:week|day|few days|couple)\b",
    r"\b(?:\d{1,2}|one|two|three|four|five|few|couple)(?: of)? more (?:business )?(?:days?|weeks?)\b"
    rf"{_NO_LEAVE}"
    r"|\bneed (?:until|till|a week|time)\b|\btime to (?:decide|think)\b",
    r"\bpush (?:back )?(?:the |my |their )?deadline\b|\bbuy (?:me |some )?time\b",
)
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun)"
_DAY = (
    rf"(?:(?:the )?end of (?:day )?)?(?:next |this |the |coming )?{_WEEKDAY}"
    r"(?:,? (?:the )?\d{1,2}(?:st|nd|rd|th)?)?"
    r"|\d{4}-\d{2}-\d{2}"
    rf"|(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)?(?: {MONTH})?|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?"
    r"|(?:early |the middle of )?next week|(?:the )?end of (?:the |next |this )?(?:week|month)"
    r"|the weekend|tomorrow|tmrw?|tonight"
)
_UNTIL = re.compile(rf"\b(?P<word>until|til|till|by|to|on)\s(?P<day>{_DAY})\b(?![/,.]\d)")
# A day of theirs: "they want an answer by Monday", "the deadline is moved to".
_THEIR_DAY = re.compile(
    r"\b(?:they|he|she|hr|recruiter|deadline|expires?|due|valid|answer(?: is)? (?:due|needed|wanted))\b"
    r"[^,;.]{0,40}$"
)
_MY_DAY = re.compile(r"\b(?:ask|tell|if)\b[^,;.]{0,40}$")
_LONGER = re.compile(
    r"\b(?P<n>a|an|one|two|three|four|five|another|\d{1,2})"
    r"(?: (?:more|extra|additional|full|business|working)){0,3}"
    r" (?P<unit>day|week)s?\b(?: more| extra| longer)?"
)
_FEW_MORE = re.compile(r"\b(?:(?:a )?few|(?:a )?couple(?: of)?)(?: more| extra)? (?P<unit>day|week)s\b")
_PASSING = re.compile(r"tomorrow|tmrw?|tonight")
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5}
_TYPO = 80  # how alike, of 100, a mistyped word is to the one meant


@dataclass(frozen=True, slots=True)
class Until:
    """When a person wants to decide: `day` as a letter says it after "by", or `longer` as "have" takes it.

    Both are "" where no day was said, or only one that passes with the telling ("tomorrow").
    """

    day: str = ""
    longer: str = ""


NO_DAY = Until()


def wish_of(low: str) -> Wish:
    """The note that folded words ask for; "" for none."""
    if _TIME.search(low):
        return "time"
    if _DECLINE.search(low):
        return "decline"
    if _ACCEPT.search(low):
        return "accept"
    return _misspelt(low.strip(" .!"))


def _misspelt(word: str) -> Wish:
    """The note that one mistyped word asks for: "accpt"."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - only for a word that is none

    wishes: tuple[Wish, ...] = ("accept", "decline")
    near = (wish for wish in wishes if " " not in word and fuzz.ratio(word, wish) >= _TYPO)
    return next(near, "")


def until_in(low: str) -> Until:
    """The day or the time longer that folded words ask for.

    >>> until_in("i need until next fri"), until_in("can i get 3 more days").longer
    (Until(day='next fri', longer=''), '3 more days')
    >>> until_in("they want an answer by monday, i need more time")
    Until(day='', longer='')
    """
    for found in _UNTIL.finditer(low):
        before = low[: found.start()]
        theirs = _THEIR_DAY.search(before) is not None and not _MY_DAY.search(before)
        if not theirs and not (found["word"] == "on" and "answer" not in before):
            return NO_DAY if _PASSING.search(found["day"]) else Until(_as_written(found["day"]))
    few = _FEW_MORE.search(low)
    if few:
        return Until(longer=f"a few more {few['unit']}s")
    sized = _LONGER.search(low)
    return Until(longer=_more(sized)) if sized else NO_DAY


def _as_written(said: str) -> str:
    """A day as a letter names it: "end of week" -> "the end of the week", "the friday" -> "friday"."""
    said = re.sub(r"\bweds\b", "wednesday", said)
    whole = re.sub(r"^(?:the )?end of (?:the )?(?=week|month)", "the end of the ", said)
    whole = re.sub(r"^end of (?=next|this)", "the end of ", whole)
    return re.sub(rf"^(?:(?:the )?end of (?:day )?|(?:the|coming) )(?={_WEEKDAY})", "", whole)


def _more(sized: re.Match[str]) -> str:
    """So many days or weeks on top: "a week" -> "one more week", "two weeks" -> "2 more weeks"."""
    said = sized["n"]
    count = int(said) if said.isdigit() else _NUMBERS.get(said, 1)
    return f"one more {sized['unit']}" if count == 1 else f"{count} more {sized['unit']}s"
