"""The cash of an offer: its base and what became of it, its bonus, its sign-on, its totals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from bot.offers.beside import (
    in_two_years,
    is_after_tax,
    is_for_full_time,
    is_share_of_sales,
    of_counter,
)
from bot.offers.figures import Figure
from bot.offers.gather import Terms
from bot.offers.judged import Judged
from bot.offers.mile_rate import mile_rate
from bot.offers.offer import Period

_SUB_YEAR = frozenset({"hour", "month", "day", "week", "biweek"})
_MOST_HOURLY = 1_000
_MOST_MONTHLY = 60_000
# "$190 base" is thousands; "$52 base" is by the hour.
_LEAST_SHORT = 100
# How often a year pay is paid: monthly, twice a month, every two weeks, weekly, hourly.
_PAYS_A_YEAR = (12, 24, 26, 52, 2080)
_ROUNDING = 0.006
# Less than this a year is pay for a shorter time, said without it: "$5,208.33, paid semi-monthly".
_LEAST_YEARLY = 15_000
_THOUSANDS_BELOW = 1_000.0


def money(figure: Figure) -> tuple[float, float]:
    """Both ends in plain money: a bare 190 in a list of terms is 190,000, as is a bare 25."""
    if figure.kind == "count":
        scale = 1000.0 if figure.high < _THOUSANDS_BELOW else 1.0
        return figure.low * scale, figure.high * scale
    if figure.bare and figure.unit in {None, "year"} and 0 < figure.high < _THOUSANDS_BELOW:
        return figure.low * 1000, figure.high * 1000
    return figure.low, figure.high


def _period(terms: Terms, figure: Figure) -> tuple[Period, float, float]:
    """The period a base is paid by, and both ends of it."""
    low, high = money(figure)
    unit = figure.unit if figure.unit in _SUB_YEAR else None
    if unit is None and figure.unit != "year":
        unit = _unsaid_period(terms, figure, high)
    if unit == "thousands":
        return "year", low * 1000, high * 1000
    return (cast("Period", unit), figure.low, figure.high) if unit else ("year", low, high)


def _unsaid_period(terms: Terms, figure: Figure, high: float) -> str | None:
    """The period of a sum that does not say it: by a word beside it, or by its size.

    "thousands" where it is a yearly sum short of its k; None where it is a yearly sum.
    """
    said = terms.period_near(figure)
    if said == "hour" and figure.high < _MOST_HOURLY:
        return "hour"
    if said in _SUB_YEAR and said != "hour" and high < _MOST_MONTHLY:
        return said
    if not figure.bare and figure.currency and figure.high < _MOST_HOURLY:
        return "thousands" if figure.low >= _LEAST_SHORT and said != "hour" else "hour"
    return "hour" if figure.bare and not figure.low.is_integer() and figure.high < _LEAST_SHORT else None


def _is_same_by_the_year(low: float, other: Figure, times: Sequence[int]) -> bool:
    """Whether a sum is what `low` a pay day, a month or an hour comes to in a year."""
    if other.kind != "money" or low <= 0:
        return False
    return any(abs(other.low / low - pays) <= pays * _ROUNDING for pays in times)


def _chosen(terms: Terms) -> Judged | None:
    named, again = _paid(terms)
    if not named:
        # Where only an earlier form of a base is said, it is the one that stands.
        earlier = [entry for entry in terms.of("base_old") if entry.figure.kind == "money"]
        return again[0] if again else earlier[-1] if earlier else None
    best = max(named, key=lambda entry: round(entry.sure, 1))
    period, low, _ = _period(terms, best.figure)
    short = period in _SUB_YEAR or low < _LEAST_YEARLY
    for other in (*named, *again):
        times = _PAYS_A_YEAR if short else _PAYS_A_YEAR[:1]
        if other is not best and _is_same_by_the_year(low, other.figure, times):
            return other
    return best


_MOST_SAID = 24  # sums of a base held against one another; an offer has two or three


def _paid(terms: Terms) -> list[list[Judged]]:
    """The base and the base said again, where those are what this person is paid.

    What full time would pay is a base only where nothing else is; what is left after tax only where
    the package is not said either.
    """
    every = [
        [
            entry
            for entry in terms.of("base")
            if entry.figure.kind in {"money", "count"}
            and mile_rate(terms.layout.source.low, entry.figure) is None
        ],
        [entry for entry in terms.of("base_again") if entry.figure.kind == "money"],
    ]
    before_tax = [[one for one in some if not is_after_tax(terms, one.figure)] for some in every]
    paid = [[one for one in some if not is_for_full_time(terms, one.figure)] for some in before_tax]
    # "Full time 120k, 10k a month" is one pay said twice.
    distinct = {
        (one.figure.low, one.figure.high, one.figure.unit): one.figure for some in before_tax for one in some
    }
    said = list(distinct.values())[:_MOST_SAID]
    twice = any(_is_same_by_the_year(one.low, other, _PAYS_A_YEAR) for one in said for other in said)
    if any(paid) and not twice:
        return paid
    return before_tax if any(before_tax) or terms.of("total") else every


def base(terms: Terms) -> None:
    """Read the base, yearly where it is said both ways; what it was at first, what it becomes later."""
    chosen = _chosen(terms)
    if chosen:
        period, low, high = _period(terms, chosen.figure)
        if chosen.figure.is_range:
            terms.put_entry("base_low", low, chosen)
            terms.put_entry("base_high", high, chosen)
        else:
            terms.put_entry("base_amount", low, chosen)
        terms.put_entry("base_period", period, chosen, doubt=False)
    for field, role in (("original_base", "base_old"), ("base_later", "base_later")):
        for entry in [one for one in terms.of(role) if one is not chosen][:1]:
            hourly = terms.value("base_period") == "hour" and entry.figure.high < _MOST_HOURLY
            terms.put_entry(field, entry.figure.low if hourly else money(entry.figure)[0], entry)


def bonus(terms: Terms) -> None:
    """Read the yearly bonus, as a percent, a range of percents or a sum; "no bonus" is 0."""
    low = terms.layout.source.low
    percents = [
        e
        for e in terms.of("bonus_pct")
        if e.figure.kind in {"percent", "money"}
        and _is_percent(e.figure)
        and not is_share_of_sales(low, e.figure)
    ]
    single = [entry for entry in percents if not entry.figure.is_range]
    best = max(single or percents, key=lambda entry: round(entry.sure, 1), default=None)
    if best and best.figure.is_range:
        terms.put_entry("bonus_pct_low", best.figure.low, best)
        terms.put_entry("bonus_pct_high", best.figure.high, best)
    elif best:
        terms.put_entry("bonus_pct", best.figure.low, best)
    sums = [e for e in terms.of("bonus_amount") if e.figure.kind == "money"]
    sums += [e for e in terms.of("bonus_pct") if e.figure.kind == "money" and not _is_percent(e.figure)]
    for entry in sums[:1]:
        terms.put_entry("bonus_amount", money(entry.figure)[0], entry)
    for entry in terms.of("no_bonus")[:1]:
        if not percents and not sums:
            terms.put_entry("bonus_pct", 0.0, entry)


def _is_percent(figure: Figure) -> bool:
    return figure.kind == "percent" or (figure.bare and figure.high <= 100 and figure.unit is None)  # noqa: PLR2004


def sign_on(terms: Terms) -> None:
    """Read the joining cash, summed over its parts."""
    parts: dict[str, list[Judged]] = {}
    for role in ("sign_on_y1", "sign_on_y2"):
        found = _distinct([e for e in terms.of(role) if e.figure.kind == "money"])
        if found:
            parts[role] = found
            terms.put_entry(role, sum(money(e.figure)[0] for e in found), found[0])
    whole = [entry for entry in terms.of("sign_on") if entry.figure.kind == "money"]
    if not whole and not parts and of_counter(terms):
        # What an employer pays once to keep a person is to them what joining cash is elsewhere.
        whole = [entry for entry in terms.of("retention") if entry.figure.kind == "money"]
    best = max(whole, key=lambda entry: round(entry.sure, 1), default=None)
    if best and parts.get("sign_on_y2") and not parts.get("sign_on_y1"):
        terms.put_entry("sign_on_y1", money(best.figure)[0], best)
        parts["sign_on_y1"] = [best]
        best = None
    if best:
        whole_sum = money(best.figure)[0]
        terms.put_entry("sign_on", whole_sum, best)
        if not parts and in_two_years(terms, best.figure):
            terms.put_entry("sign_on_y1", whole_sum / 2, best)
            terms.put_entry("sign_on_y2", whole_sum / 2, best)
    elif parts:
        every = [entry for found in parts.values() for entry in found]
        terms.put_entry("sign_on", sum(money(entry.figure)[0] for entry in every), every[0])
    for entry in terms.of("no_sign_on")[:1]:
        terms.put_entry("sign_on", 0.0, entry)


def _distinct(entries: Sequence[Judged]) -> list[Judged]:
    """Entries without those that say a sum again."""
    seen: set[float] = set()
    found = []
    for entry in entries:
        if entry.figure.low not in seen:
            seen.add(entry.figure.low)
            found.append(entry)
    return found


def totals(terms: Terms) -> None:
    """Read the package as a whole and on-target earnings, with the base that a split of them makes."""
    for entry in terms.of("total")[:1]:
        low, high = money(entry.figure)
        terms.put_entry("total_comp", (low + high) / 2, entry)
    for entry in terms.of("ote")[:1]:
        low, high = money(entry.figure)
        terms.put_entry("ote_low", low, entry)
        terms.put_entry("ote_high", high, entry)
        split = next((e for e in terms.of("split") if e.figure.kind == "split"), None)
        if split and not terms.has("base_amount", "base_low") and not entry.figure.is_range:
            terms.put_entry("base_amount", low * split.figure.low / 100, entry)
            terms.put_entry("base_period", "year", entry, doubt=False)
