"""The pay a posting's text offers for the job: every range, what it holds for, and nothing else.

Amounts are found first; each is then judged by the words around it. The nearest word before it in its
own sentence counts most ("a sign-on bonus of"), then the word right after it ("$5,000 allowance"), then the
heading above; a range among zones or levels goes with the one before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from data.classify import pay_terms as terms
from data.classify import pay_zones as zones
from data.classify.pay_amounts import YEARLY, Figure, figures
from data.classify.pay_around import Around, around
from data.classify.pay_text import readable
from data.classify.pay_words import AGAINST, BESIDE, FIELD, PAY_SENSES, PERIOD_SENSES, STIPEND, Cue
from data.posting import Range

_REACH: Final = 450  # characters between two ranges of one list of zones
_ZONE_REACH: Final = 160
_NEAR_WORDS: Final = 4
_LEAST_BARE: Final = 1_000.0
_BEYOND_PAY: Final = 2e6  # from here on a range of dollars needs words of pay
_LARGEST_SCALE: Final = 1e6  # from millions on an amount is a company's, not a person's
_IN_MILLIONS: Final = frozenset({"JPY", "KRW", "INR", "IDR", "HUF"})
_OTHER_THAN_PAY: Final = frozenset({AGAINST, BESIDE, FIELD, STIPEND})

_LIST: Final = re.compile(r"\s{0,2}(?:[/|,;]|or|and|\s)\s{0,2}(?:or |and )?", re.IGNORECASE)
# "10% bonus ($35-41K)": the amount says what the share comes to.
_SHARE: Final = re.compile(r"%[^%()]{0,60}\($")
# "merchants earn $12,000 more each year"
_MORE: Final = re.compile(r"[ ]more (?:each|every|per|a|than|in)\b")
# "Up to £70k + 15% bonus", "£38,500 pro rata": no word of pay, and nothing else it could be.
_OPENERS: Final = frozenset(
    {"", "up to", "circa", "c", "ca", "around", "approx", "approximately", "from", "to", "starting at"}
)
_PACKAGE: Final = re.compile(
    r"[ ]?(?:(?:\+|plus|&|and|with)[ ]?(?:[a-z0-9.%’'-]{1,20}[ ]){0,4}"
    r"(?:bonus|benefits|equity|commission|super|superannuation|pension|options|stock|shares|variable)"
    r"|\(?(?:neg\b|negotiable|doe|dep\.|depend(?:ing|ent) (?:on|upon)|based on|pro[ -]?rata))",
    re.IGNORECASE,
)
# "Fee: $120-$160 per hour" is a contractor's pay; other fees are said of something.
_FEE: Final = re.compile(r"(?:[Yy]our |[Tt]he |[Oo]ur )?[Ff]ees?(?: range)?(?: is| are)?:? ?")
_NEGATIVE: Final = re.compile(r"[:=(]\s?[-−]$")


@dataclass(frozen=True, slots=True)
class _Offered:
    """An amount taken for pay; `told` is whether words say its period, `listed` whether one list goes on."""

    figure: Figure
    pay: Range
    told: bool
    listed: bool


def read_pay(text: str) -> tuple[Range, ...]:
    """Every pay range or single figure that a posting's text offers for the job, in its order.

    Funding, revenue, benefits, bonuses beside the base, equity, quotas and the like are left out.
    Figures are as written, however odd. A period that is not said is taken from the size (from 15,000
    dollars, euros or pounds a year, up to 250 an hour), "" between. A bare "$" is USD unless the words
    around say another dollar. A range said twice is given once. Of a text over 200,000 characters the
    first 150,000 and the last 50,000 are read. Never raises.
    """
    text = readable(text)
    offered: list[_Offered] = []
    floor = 0
    previous: Figure | None = None
    for figure in figures(text):
        last = offered[-1] if offered and offered[-1].figure is previous else None
        offer = _judge(text, figure, floor, last)
        if offer:
            offered.append(offer)
        floor, previous = figure.end, figure
    return _once([each.pay for each in _periods_shared(offered)])


def _judge(text: str, figure: Figure, floor: int, last: _Offered | None) -> _Offered | None:
    """The amount as pay, or None; `last` is the amount right before it where that is pay."""
    if figure.scale >= _LARGEST_SCALE and figure.currency not in _IN_MILLIONS:
        return None
    if _NEGATIVE.search(text, max(0, figure.start - 3), figure.start):
        return None
    words = around(text, figure, floor)
    if last and figure.start - last.figure.end > _REACH:
        last = None
    beside = bool(last and _LIST.fullmatch(text, last.figure.end, figure.start))
    listed = beside and not figure.joined and not _is_other_behind(words, figure)
    if not (listed or (last and _goes_on(words, figure))):
        last = None
    if not (listed or _is_salary(text, words, figure) or _is_pay(words, figure, goes_on=last is not None)):
        return None
    zone = "" if listed else _zone(words, text[figure.end : figure.end + _ZONE_REACH])
    if last and (listed or (beside and not zone)):
        zone = last.pay.zone
    low, high = terms.ends(figure, words)
    period, told = terms.period(words, figure, last.pay if last and last.told else None)
    kind = terms.kind(words, last.pay if last else None)
    said = terms.currency(figure, words, zone) or (last.pay.currency if last else "")
    pay = Range(low, high, said, period, zone, kind)
    return _Offered(figure, pay, told, listed)


def _goes_on(words: Around, figure: Figure) -> bool:
    """Whether the amount can stand in a list of zones or levels that pay before it opened."""
    # A zone's own line can name anything ("Sales roles in Georgia"): only for a single figure it counts.
    near = words.own_cues if figure.joined else (*words.own_cues, *words.above_cues)
    if any(cue.senses & _OTHER_THAN_PAY for cue in near):
        return False
    return figure.joined or words.labelled or not words.own.strip()


def _is_pay(words: Around, figure: Figure, *, goes_on: bool) -> bool:
    if _MORE.match(words.behind):
        return False
    if _is_other_behind(words, figure):
        # "a salary of $90,000 - $110,000 training pay" is pay, "$5,000 sign-on" is not.
        return figure.joined and any(cue.senses & PAY_SENSES for cue in words.own_cues)
    if words.own.endswith("(") and _SHARE.search(words.own) and BESIDE in _last_senses(words.own_cues):
        return False
    behind = _told(words.behind_cues)
    verdict = _before(words.own_cues, figure)
    if verdict is None and not words.own_cues:
        verdict = _above(words.above_cues, figure)
    if verdict is None and (any(cue.senses & PAY_SENSES for cue in behind) or _packaged(words, figure)):
        verdict = True
    if not figure.currency:
        large = figure.high >= _LEAST_BARE if figure.sized else bool(figure.joined and figure.period)
        return large and (verdict or (verdict is None and goes_on and figure.sized))
    if verdict is None:
        return goes_on or (figure.joined and _as_large_as_pay(figure)) or terms.like_wages(figure)
    return verdict


def _is_other_behind(words: Around, figure: Figure) -> bool:
    behind = _told(words.behind_cues)
    if not behind or not _is_other(behind[0], figure):
        return False
    # "$24 per hour during training": a wage can stand beside a field's name.
    return not (FIELD in behind[0].senses and _is_wage(figure))


def _is_wage(figure: Figure) -> bool:
    return figure.period in {"day", "hour"} and terms.like_wages(figure)


def _is_salary(text: str, words: Around, figure: Figure) -> bool:
    """Whether "LPA" (lakhs a year) is said, as only of salaries, or a wage is a contractor's fee."""
    if _is_wage(figure) and _FEE.fullmatch(words.own.lstrip("-–•* ")):
        return True
    said = figure.currency == "INR" and "lpa" in text[figure.start : figure.end].lower()
    return said and BESIDE not in _last_senses(words.own_cues)


def _packaged(words: Around, figure: Figure) -> bool:
    """Whether a yearly amount opens its line and bonus, benefits or "pro rata" follow it."""
    if figure.high < YEARLY or not figure.currency:
        return False
    opens = words.own.strip(" .:-–•*").lower() in _OPENERS
    return opens and _PACKAGE.match(words.behind) is not None


def _last_senses(found: Sequence[Cue]) -> frozenset[str]:
    told = _told(found)
    return told[-1].senses if told else frozenset()


def _as_large_as_pay(figure: Figure) -> bool:
    beyond = figure.currency in terms.LIKE_DOLLARS and figure.low >= _BEYOND_PAY
    return figure.low >= YEARLY and not beyond


def _is_other(cue: Cue, figure: Figure) -> bool:
    """Whether a word makes the amount beside it something else than pay."""
    if STIPEND in cue.senses and (terms.like_wages(figure) or figure.high >= YEARLY):
        return False
    return bool(cue.senses & _OTHER_THAN_PAY) and not cue.senses & PAY_SENSES


def _told(found: Sequence[Cue]) -> list[Cue]:
    return [cue for cue in found if not cue.senses <= PERIOD_SENSES.keys()]


def _before(found: Sequence[Cue], figure: Figure) -> bool | None:
    """What the words of its own sentence make of an amount: pay, not pay, or silent (None)."""
    told = _told(found)
    if not told:
        return None
    last = told[-1]
    if not _is_other(last, figure):
        # "a housing stipend of": what the stipend is for decides, where it is said.
        return STIPEND not in last.senses or not any(_is_other(cue, figure) for cue in told[-2:-1])
    if FIELD in last.senses and _is_wage(figure):
        return None
    if not any(cue.senses & PAY_SENSES for cue in told):
        return False
    if _is_sure(figure) and BESIDE in last.senses:
        return True
    return last.after >= _NEAR_WORDS and (_is_sure(figure) or BESIDE in last.senses)


def _above(found: Sequence[Cue], figure: Figure) -> bool | None:
    """What the heading above makes of an amount; a range is not refused for a heading."""
    told = _told(found)
    if not told:
        return None
    pay = any(cue.senses & PAY_SENSES for cue in told)
    if not _is_other(told[-1], figure) or (pay and _is_sure(figure)):
        return True
    return None if figure.joined else False


def _is_sure(figure: Figure) -> bool:
    """A range that is as large as a year's pay or has its period beside it."""
    return figure.joined and (figure.low >= YEARLY or bool(figure.period))


def _zone(words: Around, rest: str) -> str:
    found = zones.after(rest) or zones.before(words.own)
    if not found and not words.own.strip(" :-–—•*\t"):
        found = zones.in_heading(words.above)
    return found


def _periods_shared(offered: list[_Offered]) -> list[_Offered]:
    """Give "2,310 GBP / 4,300 CAD per week" its week on both sides."""
    for place in range(len(offered) - 1, 0, -1):
        later, earlier = offered[place], offered[place - 1]
        fits = terms.believable(later.pay.period or "year", earlier.figure)
        if later.listed and later.told and not earlier.told and fits:
            offered[place - 1] = replace(
                earlier, pay=replace(earlier.pay, period=later.pay.period), told=True
            )
    return offered


def _once(found: list[Range]) -> tuple[Range, ...]:
    """Each range once: one without a period or a zone gives way to the same figures with one."""
    timed = {(pay.low, pay.high, pay.currency) for pay in found if pay.period}
    zoned = {(pay.low, pay.high, pay.currency, pay.period) for pay in found if pay.zone}
    kept: dict[tuple[object, ...], Range] = {}
    for pay in found:
        sums = (pay.low, pay.high, pay.currency)
        if (not pay.period and sums in timed) or (not pay.zone and (*sums, pay.period) in zoned):
            continue
        kept.setdefault((*sums, pay.period, pay.zone), pay)
    return tuple(kept.values())
