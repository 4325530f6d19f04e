"""What they give beside pay, in the words of the person it was said to: a week off, a dated review."""

from __future__ import annotations

import re

from bot.commands.given_promises import OF_PAY, promises_in
from bot.offers.offer import Offer
from bot.playbook.answered import Beside, Unit
from bot.understand.money import amounts

_MARKS = str.maketrans("\u2018\u2019", "''")
_NUMBERS = {
    "a": 1.0, "an": 1.0, "one": 1.0, "another": 1.0, "extra": 1.0, "two": 2.0, "three": 3.0, "four": 4.0,
    "five": 5.0, "six": 6.0, "twelve": 12.0,
}  # fmt: skip
_N = r"(?P<n>\d{1,2}|an?|one|another|extra|two|three|four|five|six|twelve)"
_PARTS = re.compile(r"[,;.!?\n](?=\s|$)|\s(?:but|and|plus|with|und)\s")
_REFUSED = re.compile(
    r"\b(?:no|not|nor|nothing|can't|cannot|won't|wouldn't|without|never|refused|instead of)\b|n't\b"
)
_VACATION = re.compile(
    r"\b(?:vacation|pto|holidays?|time off|paid leave|annual leave|days? off|weeks? off|urlaub(?:stage)?)\b"
)
_WEEKS = re.compile(
    rf"\b{_N}[ -](?:(?:extra|more|additional|paid|full|of) ){{0,2}}(?P<unit>week|day|tag|woche)(?:s|en?)?\b"
)
_DAYS_OF = re.compile(
    rf"\b{_N} (?:(?:extra|more|additional|paid) ){{0,2}}(?:vacation|pto|leave) (?P<unit>day|week)s?\b"
)
_REVIEW = re.compile(r"\b(?:pay |salary |comp(?:ensation)? |performance |dated )?review\b")
_MONTHS = re.compile(rf"\b{_N}[ -](?P<unit>month)s?\b")
_HOURS = re.compile(r"\b(?P<n>\d{2,3}) ?h(?:ou)?rs?\b")
_REMOTE = re.compile(
    r"\bremote(?:ly)?\b|\bfrom home\b|\bwfh\b|\bhybrid\b|\bat home\b|\bhome ?office\b(?! (?:budget|stipend))"
)
_VISA = re.compile(
    r"\b(?:cover|pay|sponsor|handle|file|take care of|reimburse|take on|arrange)(?:s|ed|ing|d)?\b.{0,30}"
    r"\b(?:visas?|green card|immigration|work permit|h-?1b)\b"
    r"|\b(?:visas?|green card|immigration|work permit|h-?1b)\b.{0,30}"
    r"\b(?:covered|paid|sponsored|handled|included|reimbursed)\b"
)
_BONUS = re.compile(
    r"\b(?:bonus|commissions?|variable)\b.{0,50}\bguarante"
    r"|\bguarante\w{0,3}\b.{0,40}\b(?:bonus|commissions?|variable)\b"
)
# "They make the bonus 25% and guarantee it the first year".
_GUARANTEED_IT = re.compile(r"\b(?:bonus|commissions?|variable)\b[^,;.!?]{0,60}\band guarante\w{0,3} it\b")
_YEARLY_LEAVE: dict[Unit, float] = {"hour": 60.0, "day": 10.0, "week": 3.0}  # from here on it is a year's
_ON_TOP_OF = re.compile(r"\b(?:more|extra|additional|another|on top|added|add)\b")
_TITLE = re.compile(r"\btitle\b|\b(?:level|leveled|levelled) up\b|\bnext level\b")


def given(text: str) -> tuple[Beside, ...]:
    """What the words say is given beside pay, a kind once; a part of them with a no in it gives nothing."""
    low = " ".join(text.lower().translate(_MARKS).split())
    found: dict[str, Beside] = {}
    for part in _PARTS.split(low):
        if _REFUSED.search(part):
            continue
        for one in (*_of(part), *promises_in(part, low)):
            found.setdefault(one.kind, one)
    if _GUARANTEED_IT.search(low):
        found.setdefault("bonus", Beside("bonus"))
    return tuple(found.values())


def without_given(low: str) -> str:
    """Folded words with what they give beside pay blanked: "168 ote with a 6 month draw" holds one sum."""
    parts, start = list[str](), 0
    for end in (*(each.start() for each in _PARTS.finditer(low)), len(low)):
        part = low[start:end]
        promised = [] if _REFUSED.search(part) else promises_in(part.strip(" ,;.!?"), low)
        given_in = any(each.kind != "step" for each in promised)  # "step 6 at 75,200" is pay
        parts.append(" " * len(part) if given_in and not OF_PAY.search(part) else part)
        start = end
    return "".join(parts)


def _of(part: str) -> list[Beside]:
    made: list[Beside] = []
    if _VACATION.search(part):
        made.append(_time_off(part))
    if _REVIEW.search(part):
        months = _MONTHS.search(part)
        made.append(Beside("review", _number(months["n"]), "month") if months else Beside("review"))
    if _REMOTE.search(part):
        days = _WEEKS.search(part)
        at_home = days is not None and days["unit"] in ("day", "tag")
        made.append(Beside("remote", _number(days["n"]), "day") if days and at_home else Beside("remote"))
    if _TITLE.search(part):
        made.append(Beside("title"))
    if _VISA.search(part):
        made.append(Beside("visa"))
    if _BONUS.search(part):
        made.append(Beside("bonus"))
    return made


def _time_off(part: str) -> Beside:
    """The days, weeks or hours off that a part names; a nurse's are told by the hour: "120 hours of PTO"."""
    sized = _DAYS_OF.search(part) or _WEEKS.search(part)
    if sized:
        return _vacation(part, _number(sized["n"]), "week" if sized["unit"][0] == "w" else "day")
    hours = _HOURS.search(part)
    return _vacation(part, float(hours["n"]), "hour") if hours else Beside("vacation")


def _vacation(part: str, amount: float, unit: Unit) -> Beside:
    """So much vacation: all of it where it is as much as a year's and nothing says that it is more."""
    whole = amount >= _YEARLY_LEAVE[unit] and not _ON_TOP_OF.search(part)
    return Beside("vacation", amount, unit, total=whole)


def _number(said: str) -> float:
    return float(said) if said.isdigit() else _NUMBERS[said]


_RELOCATED = re.compile(r"^.{0,16}\b(?:relo\w*|for the move|moving)\b")
_RELOCATION_OF = re.compile(
    r"\b(?:relo\w*|moving (?:budget|money|costs?))(?: (?:of|to|at|up to|is|would be))?\W{0,3}$"
)
_SIGNED = re.compile(r"^.{0,16}\b(?:sign(?:ing)?[ -]?on|signing bonus|sign(?:ing)? bonus|joining bonus)\b")
_ON_TOP = re.compile(
    r"\b(?:add(?:ed|ing|s)?|put|another|extra|additional|plus|throw in)\W{1,2}(?:an? )?(?:extra )?$"
)
_MORE_AFTER = re.compile(r"^\s?(?:more|extra|additional|on top)\b")
_THOUSANDS = (1.0, 999.0)  # a bare number of this size beside a move or a sign-on is thousands


def sums_beside(text: str, offer: Offer) -> dict[str, float]:
    """The sign-on or the relocation as it is after words such as "they can add 15k to the sign-on".

    What is added counts on top of what is offered; a sum named alone takes its place.
    """
    low = " ".join(text.lower().translate(_MARKS).split())
    found: dict[str, float] = {}
    for amount in amounts(low):
        before, after = low[: amount.start], low[amount.end :]
        small = amount.bare and _THOUSANDS[0] <= amount.high <= _THOUSANDS[1]
        value = amount.high * 1000 if small else amount.high
        on_top = _ON_TOP.search(before) is not None or _MORE_AFTER.match(after) is not None
        if _SIGNED.search(after) and on_top:
            found["sign_on"] = (offer.sign_on or 0.0) + value
        elif _RELOCATED.search(after) or _RELOCATION_OF.search(before):
            had = offer.relocation if isinstance(offer.relocation, int | float) and on_top else 0.0
            found["relocation"] = had + value
    return found


_A_REPORT = 40  # words; a longer text is a letter
_FIXED = re.compile(
    r"\b(?:base|salary|band|pay|number|offer|rate)(?:'s| is| was)? (?:\w{1,10} ){0,2}"
    r"(?:fixed|final|set|capped|frozen|stuck|firm)\b"
    r"|\bno (?:to )?(?:more |higher )?(?:on )?(?:the )?(?:base|salary)\b"
    r"|\b(?:won't|can't|cannot|will not|couldn't) (?:\w{1,10} ){0,2}(?:on )?(?:the )?(?:base|salary|band)\b"
)
_INSTEAD = re.compile(
    r"\b(?:but|though|however|instead|only|can|could|will|would|maybe|offer(?:ed|s)?|give|gave|add(?:ed)?)\b"
)


def gives_instead(text: str) -> bool:
    """Whether words say that the base is fixed and in the same breath what they give instead of it.

    >>> gives_instead("base is fixed but they can add 15k to the sign on")
    True
    """
    low = " ".join(text.lower().translate(_MARKS).split())
    if len(low.split()) > _A_REPORT or "?" in low:
        return False
    fixed = _FIXED.search(low)
    instead = _INSTEAD.search(low, fixed.end()) if fixed else None
    return instead is not None and bool(amounts(low[instead.start() :]) or given(low[instead.start() :]))
