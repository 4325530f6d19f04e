"""How much of a grant has vested by a month, for every schedule people write.

The formulas are those of the grants themselves: tranches fall due whole; what vests monthly or
quarterly does so in equal parts; before a cliff nothing has vested, at the cliff all of it up to
then. A schedule that cannot be used vests evenly, and `assumptions` says so.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace

from bot.offers.offer import Offer
from bot.offers.worth.shapes import Assumption

USUAL_MONTHS = 48.0
_LONGEST_YEARS = 40  # a longer time was no vesting
_LONGEST_SCHEDULE = 200  # characters
_NEARLY_WHOLE = (95, 105)  # percent: parts that were rounded
_ROUNDED = (99, 101)
_NEAR = 0.02  # how far a count of parts may lie from a whole one: 75% by 2.08% is 36

_NUMBER = re.compile(r"\d{1,7}(?:\.\d{1,6})?")
_PERCENT = re.compile(r"(\d{1,3}(?:\.\d{1,6})?)\s?(?:%|percent|pct)")
_PARTS = re.compile(r"[\d.%\s/,;:|+–-]+")
_COUNTED = re.compile(r"[\d.\s/,;:|+–-]+(?:shares|units|rsus|options|stocks)\.?")
_ONE_OF = re.compile(r"\b1\s?/\s?(\d{1,3})")
_CLIFF = re.compile(r"(\d{1,3}|one|two)[\s-]?(y|m)\w{0,6}[\s-]cliff")
_AT_ONCE = re.compile(r"immediate|fully vested|upfront|up front")
_IN_TURN = re.compile(r"\bcliff\b|\bafter\b|\bfirst\b|\bthen\b|\banniversary\b|\bremain")

# Months between two vestings, by the words for it; the first that is found stands.
_STEPS: tuple[tuple[re.Pattern[str], float], ...] = (
    (re.compile(r"monthly|(?:per|each|every|a) month\b|/\s?mo"), 1),
    (re.compile(r"(?:every|each) (?:6|six) months|semi-?\s?annual|half[\s-]?year|bi-?annual"), 6),
    (re.compile(r"(?:every|each) (?:3|three) months|quarter"), 3),
    (re.compile(r"daily|weekly|continuous|straight[\s-]line|\bratabl|\beven|\bequal"), 0),
    (re.compile(r"annual|yearly|(?:per|each|every|a) (?:year|yr)\b|/\s?y(?:ea)?r"), 12),
)


@dataclass(frozen=True, slots=True)
class Vesting:
    """A schedule: tranches (month, percent), or parts every `step` months (0: evenly) over `months`.

    Before `cliff` months nothing has vested; `first` is the percent that vests there, where it is
    not simply all up to then.
    """

    months: float
    cliff: float = 0.0
    step: float = 0.0
    first: float | None = None
    tranches: tuple[tuple[float, float], ...] = ()
    assumptions: tuple[Assumption, ...] = ()

    def by(self, month: float) -> float:
        """The percent vested `month` months after the start, 0 to 100."""
        if month < self.cliff or month <= 0:
            return 0.0
        if self.tranches:
            due = [percent for at, percent in self.tranches if at <= month]
            return 100.0 if len(due) == len(self.tranches) else math.fsum(due)
        if month >= self.months:
            return 100.0
        if self.first is None:
            return 100 * self._whole_steps(month) / self.months
        rest = self._whole_steps(month - self.cliff) / (self.months - self.cliff)
        return self.first + (100 - self.first) * rest

    def _whole_steps(self, months: float) -> float:
        return self.step * math.floor(months / self.step) if self.step else months

    def in_year(self, year: int, end: float = math.inf) -> float:
        """The percent that vests in a year (0 the first) of a job that lasts `end` months."""
        return self.by(min(12.0 * year + 12, end)) - self.by(min(12.0 * year, end))


def vesting(offer: Offer) -> Vesting:
    """The schedule of an offer's grant: its parts, its steps and cliff, else evenly over its years.

    Four years where none are said. Never raises: words that are no schedule are said to be none.
    """
    made: list[Assumption] = []
    months, schedule = None, (offer.vest_schedule or "").lower()[:_LONGEST_SCHEDULE].strip()
    if offer.vest_years is not None:
        if 0 < offer.vest_years <= _LONGEST_YEARS:
            months = offer.vest_years * 12
        else:
            made.append("even_vesting")
    reading: list[Assumption] = []
    found = _read(schedule, months, offer, reading) if schedule else None
    if found is not None:
        made += reading
    else:
        if schedule:
            made.append("even_vesting")
        if months is None:
            made.append("four_year_vesting")
        found = Vesting(months or USUAL_MONTHS, float(offer.cliff_months or 0))
    return replace(found, cliff=min(found.cliff, found.months), assumptions=tuple(dict.fromkeys(made)))


def _read(schedule: str, months: float | None, offer: Offer, made: list[Assumption]) -> Vesting | None:
    """The schedule in words or parts, None where it cannot be used."""
    if _AT_ONCE.search(schedule):
        return Vesting(0.0, tranches=((1.0, 100.0),))
    percents = [float(found) for found in _PERCENT.findall(schedule)]
    if _PARTS.fullmatch(schedule) or _COUNTED.fullmatch(schedule):
        parts = [float(found) for found in _NUMBER.findall(schedule)]
        counted = not _PARTS.fullmatch(schedule) or math.isclose(sum(parts), offer.equity_units or -1)
        return _of_parts(parts, months, offer, made, counted=counted)
    step = next((every for words, every in _STEPS if words.search(schedule)), None)
    if len(percents) > 1 and step in {None, 12}:
        return _of_parts(percents, months, offer, made) or (
            None if step is None else _stepped(schedule, step, percents, months, offer, made)
        )
    return None if step is None else _stepped(schedule, step, percents, months, offer, made)


def _of_parts(
    parts: list[float], months: float | None, offer: Offer, made: list[Assumption], *, counted: bool = False
) -> Vesting | None:
    """Yearly parts ("5/15/40/40"), or half-yearly and quarterly ones where the years say so.

    Parts are percents; shares of one where they add up to 1; `counted` ones are numbers of shares.
    """
    whole = math.fsum(parts)
    if len(parts) <= 1 or whole <= 0:
        return None
    fractions = math.isclose(whole, 1, abs_tol=0.05)
    if not counted and not fractions:
        if not _NEARLY_WHOLE[0] <= whole <= _NEARLY_WHOLE[1]:
            return None
        if not _ROUNDED[0] <= whole <= _ROUNDED[1]:
            made.append("schedule_scaled")
    ends = _ends(len(parts), months)
    tranches = tuple((end, 100 * part / whole) for end, part in zip(ends, parts, strict=True))
    return Vesting(ends[-1], float(offer.cliff_months or 0), tranches=tranches)


def _ends(parts: int, months: float | None) -> list[float]:
    """The month in which each part falls due: yearly, unless the years said divide them otherwise."""
    every = 12.0
    if months is not None and months / parts in {3.0, 6.0, 24.0}:
        every = months / parts
    elif (parts, months) == (6, 48.0):  # two yearly parts, then half-yearly ones
        return [12.0, 24.0, 30.0, 36.0, 42.0, 48.0]
    return [every * (part + 1) for part in range(parts)]


def _stepped(
    schedule: str,
    step: float,
    percents: list[float],
    months: float | None,
    offer: Offer,
    made: list[Assumption],
) -> Vesting | None:
    """Equal parts every month, quarter, half year or year, after a cliff where one is said."""
    cliff = _cliff(schedule, offer, made)
    in_turn = bool(_IN_TURN.search(schedule))
    one_of = _ONE_OF.search(schedule)
    if one_of and step and not percents and int(one_of[1]) * step <= 12 * _LONGEST_YEARS:
        whole = int(one_of[1]) * step
        return Vesting(whole, cliff, step) if whole else None
    if not percents:
        if months is None:
            made.append("four_year_vesting")
        return Vesting(months or USUAL_MONTHS, cliff, step)
    if len(percents) == 1 and not in_turn:
        return _repeated(percents[0], step, cliff)
    return _first_then(percents, step, cliff or 12.0, months, made) if in_turn else None


def _repeated(percent: float, step: float, cliff: float) -> Vesting | None:
    """As many equal parts as make a whole: 25% a year, 6.25% each quarter."""
    whole = step * round(100 / percent) if percent else 0.0
    usable = (
        0 < whole <= 12 * _LONGEST_YEARS
        and abs(100 / percent - round(100 / percent)) <= _NEAR * 100 / percent
    )
    return Vesting(whole, cliff, step) if usable else None


def _first_then(
    percents: list[float], step: float, cliff: float, months: float | None, made: list[Assumption]
) -> Vesting | None:
    """A part at the cliff, then equal ones: 25% after a year, then monthly; 20%, then 5% each quarter."""
    first = percents[0]
    if not 0 < first < 100 or len(percents) > 2:  # noqa: PLR2004 - a whole, and the two parts of it
        return None
    rest = months
    if len(percents) == 2 and not math.isclose(sum(percents), 100, abs_tol=1):  # noqa: PLR2004
        parts = (100 - first) / percents[1] if percents[1] else 0.0
        if not step or not parts or abs(parts - round(parts)) > _NEAR * parts:
            return None
        rest = cliff + step * round(parts)
    elif rest is None:
        made.append("four_year_vesting")
        rest = USUAL_MONTHS
    if not cliff < rest <= 12 * _LONGEST_YEARS:
        return None
    return Vesting(rest, cliff, step, first)


def _cliff(schedule: str, offer: Offer, made: list[Assumption]) -> float:
    """Months to the cliff: as read, as the schedule says, 12 where it says only that there is one."""
    if offer.cliff_months is not None:
        return float(offer.cliff_months)
    if "cliff" not in schedule or "no cliff" in schedule:
        return 0.0
    found = _CLIFF.search(schedule)
    if found:
        count = {"one": 1, "two": 2}.get(found[1]) or int(found[1])
        return float(count * 12 if found[2] == "y" else count)
    made.append("twelve_month_cliff")
    return 12.0
