"""What an answer gives that no field of an offer holds: severance, a ramp, a learning budget, a pay step.

The phrases are those of `promise_words.csv`, so that an offer and an answer name a promise in one way. Only
the kind and its size are kept, never the words. The patterns are bounded: a part of a text takes time in
proportion to its length.
"""

from __future__ import annotations

import re
from functools import cache
from typing import cast, get_args

from bot.commands.given_own import own_kind
from bot.playbook.answered import Beside, BesideKind, Promise, Unit
from bot.understand.money import Amount, amounts, is_thousands
from bot.understand.vocab import rows

# What is in the words of the whole answer where something is given in it.
_GIVES = re.compile(
    r"\b(?:but|plus|add|giv|gave|offer|throw|threw|includ|cover|pay|paid|agree|grant|approv|guarante|buy|bought|doubl"
    r"|bump|rais|increas|reimburs|match|promis|commit|came back|come back|get|got|put|do|did|yes|ok"
    r"|okay|will|can|could|would|went|said (?:max |up to |about )?\W?\d{1,7}|bieten|bietet|move[ds]?|instead"
    r"|sweeten|accept|now|met|waiv|lower|reduc|cut|extend)\w{0,4}\b"
)
# A part of it that gives nothing: wished, asked about, or as it was.
_NOT_GIVEN = re.compile(
    r"\b(?:ask(?:ed|ing)? (?:for|about)|request\w*|i (?:want\w*|need|wish|hope\w*|asked)|hoping"
    r"|should i|can i|could i|what about|how about|maybe|same|unchanged|as before|still|remove[sd]?"
    r"|dropped|withdrew|take[ns]? away|took|less|worse|before|instead of|rather than|in place of)\b"
)
_TIME = re.compile(
    r"\b(?P<n>\d{1,3}|an?|one|two|three|four|five|six|nine|twelve)"
    r"[ -](?:(?:full|paid|extra|more|additional) )?"
    r"(?P<unit>day|week|month|year)s?\b"
)
_NUMBERS = {
    "a": 1.0, "an": 1.0, "one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0, "six": 6.0,
    "nine": 9.0, "twelve": 12.0,
}  # fmt: skip
# Pay itself: a sum in such a part is no size of the promise beside it.
OF_PAY = re.compile(
    r"\b(?:base|salary|ote|total|rate|sign(?:ing)?[- ]?on|sign(?:ing)? bonus|equity|rsus?|options)\b"
)
_STEP = re.compile(r"\b(?:step|lane) (?P<n>\d{1,2})\b")
_KEPT = re.compile(r"guarante|non-? ?recoverable")
_IN_TIME = frozenset({"severance", "ramp", "draw", "parental_leave", "notice", "acceleration", "exercise"})
# Pay for the hour of the day: without a time of its own it is by the hour.
_BY_THE_HOUR = frozenset({"shift", "night", "evening", "weekend"})
_UNSIZED = frozenset({"accelerator", "early_exercise"})  # a percent beside it is where it begins
_TIMES = re.compile(r"\b(?P<n>\d(?:\.\d{1,2})?) ?(?:x|times)\b")
_MOST_PERCENT = 100.0
_THOUSAND = 1000.0


def promises_in(part: str, whole: str) -> list[Beside]:
    """The promises that a part of an answer gives, each with the size said beside it; both texts folded.

    >>> promises_in("6 months severance", "they gave me 6 months severance")
    [Beside(kind='severance', amount=6.0, unit='month', total=False, per='')]
    """
    if _NOT_GIVEN.search(part) or not _GIVES.search(whole):
        return []
    step = _STEP.search(part)
    if step:
        return [Beside("step", float(step["n"]))]
    named = _named().search(part)
    kind = own_kind(part) or (_kinds()[named[0]] if named else None)
    return [_sized(kind, part)] if kind else []


def _sized(kind: BesideKind, part: str) -> Beside:
    """A promise with its size: so long, so many times, a percent, or a sum with the time it is for."""
    named: BesideKind = "guaranteed_draw" if kind == "draw" and _KEPT.search(part) else kind
    time = _TIME.search(part)
    if time and kind in _IN_TIME:
        said = time["n"]
        return Beside(named, _NUMBERS.get(said) or float(said), cast("Unit", time["unit"]))
    times = _TIMES.search(part) if kind == "overtime" else None
    if times:
        return Beside(named, float(times["n"]), "times")
    for amount in () if kind in _UNSIZED or OF_PAY.search(part) else amounts(part):
        after = part[amount.end : amount.end + 2].lstrip()
        if after.startswith("%"):
            return Beside(named, amount.high, "percent") if amount.high <= _MOST_PERCENT else Beside(named)
        if _is_money(amount, part):
            by = amount.per or ("hour" if kind in _BY_THE_HOUR and amount.high < _THOUSAND else "")
            return Beside(named, _in_full(amount), "money", per=by)
    return Beside(named)


def _is_money(amount: Amount, part: str) -> bool:
    """Whether a number is a sum: with a sign or a "k", or of four digits; "16 weeks" and "401k" are none."""
    return (
        part[max(0, amount.start - 1) : amount.end + 2] not in ("401k", "403b")
        and not part.startswith(("401", "403", "457"), amount.start)
        and (amount.currency is not None or not amount.bare or amount.high >= _THOUSAND)
    )


def _in_full(amount: Amount) -> float:
    return amount.high * _THOUSAND if is_thousands(amount) and amount.currency is None else amount.high


@cache
def _kinds() -> dict[str, Promise]:
    """The kind that a phrase names, of those an answer can give."""
    able = get_args(Promise)
    return {
        row["phrase"]: cast("Promise", row["kind"]) for row in rows("promise_words") if row["kind"] in able
    }


@cache
def _named() -> re.Pattern[str]:
    phrases = sorted((each for each in _kinds() if "#" not in each), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(re.escape(each) for each in phrases)})(?!\w)")
