"""What each sum in a line of a pay talk is for: a base asked, today's pay, the market, a rival's offer.

A sum is judged by the words of its own clause, and by those nearest to it where a clause has several.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from bot.offers.worth.periods import PERIODS_A_YEAR
from bot.playbook.drill import Terms
from bot.understand.money import Amount, amounts
from bot.understand.own_pay import is_own_pay
from bot.understand.talk import cue, folded, says
from bot.understand.whose_pay import whose

Use = Literal["base", "sign_on", "equity", "bonus", "present", "market", "rival", "theirs", "work", ""]

# A base this far from theirs, as a share of it, is another thing's figure.
_LEAST, _MOST = 0.4, 3.0
_SAME = 0.005
_MOST_SUMS = 12  # in a line; whoever says more asks for nothing
_NEAR = 24  # characters beside a sum in which a word names it
_BREAK = re.compile(r"[;!?\n]|\.(?=\s|$)|,(?=\s)|\s-\s|\s(?:but|because|so|since|and|while|given|though)\s")
_PERCENT = re.compile(
    r"(?<![\w.])(\d{1,2}(?:\.\d)?)\s?(?:%|percent)\s(?:more|higher|above|increase|bump|raise|on top|better|up"
    r"|on (?:the )?base)\b"
)
_MORE = re.compile(r"\s?(?:more|extra|higher|on top|additional|better)\b")
_JOINED = re.compile(r"\b(?:and|plus|with|or|along|also)\b|[,;+&]")  # beyond it stands another thing
_COUNTED = re.compile(
    r"\s{0,2}-?(?:more |extra |additional |paid |full |working |calendar ){0,2}(?:days?|weeks?|months?|years?"
    r"|hours? (?:a|per) week|rsus?|shares|options|people|reports|engineers|minutes)\b"
)
_UNCHANGED = re.compile(
    r"\b(?:stays?|remains?|keep|leave|unchanged|as (?:it )?is|already|can stay|happy with|fine)\b"
)
_PERCENT_SIGN = re.compile(r"(?<![\w.])(\d{1,3}(?:\.\d{1,3})?)\s?(?:%|percent\b)")
_THOUSANDS = 1000.0
_SMALL = 0.5  # percent of a company up to which an ask for equity by percent is one


@dataclass(frozen=True, slots=True)
class Sum:
    """A figure said, what it is for, and where it stands. Base is in the terms' period, `low` <= `high`."""

    use: Use
    low: float
    high: float
    start: int
    end: int


_OFFERED_ME = re.compile(
    r"\b(?!(?:you|they|we|i|has|have|had|been|just|already|was|also|never|and)\b)[\w&.-]{2,30}"
    r" (?:has |have |just |already ){0,2}(?:offered|offers|gave|is offering) me\b"
)


def sums(text: str, terms: Terms, offered: float) -> list[Sum]:
    """Every sum of a line with its use, in order; `offered` is the base they have named (0: none yet)."""
    said = folded(text)
    found = [amount for amount in amounts(text) if not _is_percent(said, amount)][:_MOST_SUMS]
    read = [_read(said, amount, terms, offered, *_around(said, found, at)) for at, amount in enumerate(found)]
    known = [one for one in read if one]
    today = next((one.high for one in known if one.use == "present"), None)
    return sorted([*known, *_percents(said, terms, today)], key=lambda one: one.start)


def clause(said: str, start: int, end: int) -> tuple[int, int]:
    """The stretch between the breaks before and after a place."""
    first, last = 0, len(said)
    for found in _BREAK.finditer(said):
        if found.end() <= start:
            first = found.end()
        elif found.start() >= end:
            last = found.start()
            break
    return first, last


def _is_percent(said: str, amount: Amount) -> bool:
    return re.match(r"\s?(?:%|percent\b)", said[amount.end :]) is not None


def _around(said: str, found: list[Amount], at: int) -> tuple[str, str]:
    """The words before and after a sum within its clause, up to the sums beside it."""
    amount = found[at]
    first, last = clause(said, amount.start, amount.end)
    first = max(first, found[at - 1].end if at else 0)
    last = min(last, found[at + 1].start if at + 1 < len(found) else last)
    return said[first : amount.start], said[amount.end : last]


def _read(said: str, amount: Amount, terms: Terms, offered: float, before: str, after: str) -> Sum | None:
    if _is_no_money_of_theirs(amount, terms, after):
        return None
    whole = f"{before} # {after}"
    lever = _lever(before, after)
    use: Use
    if _of_work(said, amount):
        use = "work"
    elif says("present", before) or says("present", after[:_NEAR]) or is_own_pay(said, amount):
        use = "present"
    elif whose(said, amount) == "others" and not says("wish", before):
        return None  # "my friend makes 240k there" asks for nothing
    elif lever:
        use = "theirs" if _is_kept(before, after) else lever
    elif says("rival", whole) or _of_another(before, terms, amount, offered):
        use = "base" if says("wish", before) and not says("rival", before) else "rival"
    elif says("market", whole):
        use = "base" if says("wish", before) and not says("market", after[:_NEAR]) else "market"
    elif _is_theirs(before, terms, amount, offered):
        use = "theirs"
    else:
        use = "base"
    if use in ("sign_on", "equity", "bonus", "work"):
        size = _in_thousands(amount, amount.high)
        return Sum(use, size, size, amount.start, amount.end)
    fitted = _fitted(amount, terms)
    if fitted is None and use == "base" and _MORE.match(after) and not amount.per:
        raised = (offered or terms.start.base) + _in_thousands(amount, amount.high)
        fitted = (raised, raised) if raised <= terms.start.base * _MOST else None
    if fitted is None:
        return None
    return Sum(use, *fitted, amount.start, amount.end)


def _is_no_money_of_theirs(amount: Amount, terms: Terms, after: str) -> bool:
    """Whether an amount is a price of a share, another currency's, or a count: "5 more days"."""
    if amount.per == "share" or (amount.currency and terms.currency and amount.currency != terms.currency):
        return True
    return not amount.currency and amount.scale == 1.0 and _COUNTED.match(after) is not None


def _is_kept(before: str, after: str) -> bool:
    """Whether a thing stays as it is: "the sign-on stays at 20k" asks for nothing."""
    kept = _UNCHANGED.search(before[-_NEAR:]) or _UNCHANGED.match(after.lstrip())
    return kept is not None and not says("wish", before[-_NEAR:])


def _of_another(before: str, terms: Terms, amount: Amount, offered: float) -> bool:
    """Whether somebody else offered the sum: "Globex offered me 230k"."""
    return _OFFERED_ME.search(before) is not None and not _is_theirs(before, terms, amount, offered)


def _lever(before: str, after: str) -> Use:
    """The lever that the words right after a sum name, else those right before it."""
    behind = _JOINED.split(after, maxsplit=1)[0]
    ahead = _JOINED.split(before)[-1]
    for near in (behind[:_NEAR], ahead[-_NEAR:]):
        if says("sign_on", near):
            return "sign_on"
        if says("equity", near):
            return "equity"
        if says("base", near):
            return ""
        if says("bonus", near):
            return "bonus"
    return ""


def _of_work(said: str, amount: Amount) -> bool:
    """Whether a sum is what work brought or cost: "saved $2M", "cut 400k of spend", "90k tickets"."""
    first, last = clause(said, amount.start, amount.end)
    did = cue("did", said[first : amount.start]) or cue("outcome", said[first:last])
    asked = says("wish", said[first : amount.start]) or says("base", said[first:last])
    return did is not None and not asked


def _is_theirs(before: str, terms: Terms, amount: Amount, offered: float) -> bool:
    fitted = _fitted(amount, terms)
    if fitted is None or fitted[0] != fitted[1]:
        return False
    if abs(fitted[1] - offered) <= _SAME * offered:
        return True
    return says("theirs", before[-2 * _NEAR :]) and not says("wish", before[-_NEAR:])


def _fitted(amount: Amount, terms: Terms) -> tuple[float, float] | None:
    """A sum as a base in the terms' period; None where no reading of it is near theirs."""
    rates = [1.0]
    if amount.per == terms.period:
        rates = [1.0]  # as theirs is, whatever hours a week they count
    elif amount.per:
        rates = [PERIODS_A_YEAR[amount.per] / terms.per_year] if amount.per != "share" else []
    elif amount.scale == 1.0 and amount.high < _THOUSANDS:
        rates += [_THOUSANDS, _THOUSANDS / terms.per_year]
    else:
        rates.append(1 / terms.per_year)
    for rate in rates:
        if _LEAST <= amount.high * rate / terms.start.base <= _MOST:
            return amount.low * rate, amount.high * rate
    return None


def _in_thousands(amount: Amount, value: float) -> float:
    return value * _THOUSANDS if amount.bare and value < _THOUSANDS else value


def _percents(said: str, terms: Terms, today: float | None) -> Iterator[Sum]:
    """Percents asked for: "15% more" than theirs or than `today`, and of a company where the grant is one."""
    for found in _PERCENT.finditer(said):
        first, last = clause(said, found.start(), found.end())
        if says("did", said[first : found.start()]) or says("present", said[first:last]):
            continue
        if _lever("", said[found.end() : last]):
            continue  # "10% more equity"
        base = round((today or terms.start.base) * (1 + float(found[1]) / 100), 2)
        yield Sum("base", base, base, found.start(), found.end())
    if terms.equity_unit == "pct":
        for found in _PERCENT_SIGN.finditer(said):
            size = float(found[1])
            if size <= max(_SMALL, 3 * terms.start.equity):
                yield Sum("equity", size, size, found.start(), found.end())
