"""The arithmetic of every step, in one place, and the figures it makes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.offers.worth.shapes import Figure, Group, Line, Step, StepCode, Unit, What

YEARS = 4  # what "four years" sums
LEAST, MOST = 1e-6, 1e15  # a figure outside them, and not zero, was misread

_MAKES: dict[StepCode, Callable[..., float]] = {
    "said": lambda figure: figure,
    "none": lambda: 0.0,
    "not_yet": lambda: 0.0,
    "ended": lambda: 0.0,
    "middle": lambda low, high: (low + high) / 2,
    "times": lambda rate, pays: rate * pays,
    "hours": lambda rate, hours, weeks: rate * hours * weeks,
    "months": lambda yearly, months: yearly * months / 12,
    "percent_of": lambda percent, base: base * percent / 100,
    "less": lambda earnings, base: max(0.0, earnings - base),
    "rest": lambda whole, part: max(0.0, whole - part),
    "share": lambda percent, grant: grant * percent / 100,
    "for_years": lambda yearly, years: yearly * years,
    "units_price": lambda units, price: units * price,
    "sum": lambda *parts: sum(parts),
    "of_outstanding": lambda units, outstanding: 100 * units / outstanding,
    "units_of": lambda percent, outstanding: outstanding * percent / 100,
    "price_of": lambda valuation, outstanding: valuation / outstanding,
    "grown": lambda price, multiple, dilution: price * multiple * (100 - dilution) / 100,
    "exit_price": lambda value, outstanding, dilution: value / outstanding * (100 - dilution) / 100,
    "spread": lambda price, strike: max(0.0, price - strike),
    "stake": lambda percent, value, dilution: value * percent / 100 * (100 - dilution) / 100,
}


def makes(step: Step) -> float:
    """What a step comes to, from its numbers alone."""
    return _MAKES[step.code](*step.numbers)


def single(code: StepCode, *numbers: float, after: Figure | None = None) -> Figure:
    """A figure without a range, made by one step; `after` is the figure its numbers build on."""
    amount = _MAKES[code](*numbers)
    return Figure(amount, amount, amount, (*(_before(after) if after else ()), Step(code, numbers)))


def _before(figure: Figure) -> tuple[Step, ...]:
    """The steps worth telling before the next: a figure as said shows in that one."""
    return () if figure.how[-1].code == "said" else figure.how


NONE = single("none")
NOT_YET = single("not_yet")
ENDED = single("ended")


def spanning(low: float, high: float) -> Figure:
    """A figure said, or the middle of a range said; the ends may come in either order."""
    if low == high:
        return single("said", low)
    low, high = min(low, high), max(low, high)
    return Figure((low + high) / 2, low, high, (Step("middle", (low, high)),))


def scaled(figure: Figure, code: StepCode, *numbers: float, first: bool = True) -> Figure:
    """A figure and its range put through a step; `first` where the figure is the step's first number."""

    def through(value: float) -> float:
        return make(value, *numbers) if first else make(*numbers, value)

    make = _MAKES[code]
    said = (figure.amount, *numbers) if first else (*numbers, figure.amount)
    how = (*_before(figure), Step(code, said))
    return Figure(through(figure.amount), through(figure.low), through(figure.high), how)


def added(figures: Sequence[Figure]) -> Figure:
    """The sum of figures, and of the ends of their ranges."""
    amounts, lows, highs = zip(*[(f.amount, f.low, f.high) for f in figures], strict=True)
    whole = sum(amounts)
    ends = (whole, whole) if lows == highs else (sum(lows), sum(highs))
    return Figure(whole, *ends, (Step("sum", amounts),))


def line(
    what: What, group: Group, currency: str | None, years: Sequence[Figure], unit: Unit = "money"
) -> Line:
    """A line of these years, with its sum over the first four."""
    return Line(what, group, unit, currency, tuple(years), added(years[:YEARS]))


def summed(lines: Sequence[Line], group: Group, currency: str | None) -> Line:
    """The lines added up, year by year."""
    return line(
        "sum", group, currency, [added(year) for year in zip(*(each.years for each in lines), strict=True)]
    )
