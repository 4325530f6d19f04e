"""The picture under a judged offer: the pay of its job as it is distributed, and the offer on it."""

from __future__ import annotations

from itertools import pairwise

from bot.commands import words
from bot.market.quote import Quote
from bot.picture import Block, Distribution, Mark, draw, sketch
from bot.playbook.critique import Critique
from bot.turn import Chart
from bot.voice import money, period, render

_ALL = ("p10", "p25", "p50", "p75", "p90")
_INNER = _ALL[1:-1]
_EIGHT_OF_TEN = 80.0


def pay_chart(quote: Quote | None, critique: Critique, ask: float | None) -> Chart | None:
    """The distribution of a quote with the offer, the median, the ask and the floor on it; USD a year.

    None where there is no base, or no two percentiles to draw between. `ask` is the base to ask for.
    """
    low, high = critique.base_low, critique.base_high
    if quote is None or low is None or high is None:
        return None
    blocks, ends = _blocks(quote)
    if not blocks:
        return None
    base = (low + high) / 2
    marks = [Mark("offer", f"Offer {money(base)}", base)]
    estimated = quote.basis == "estimated"
    marks.append(Mark("median", f"{'Estimate' if estimated else 'Median'} {money(quote.p50)}", quote.p50))
    if ask is not None:
        marks.append(Mark("target", f"Ask {money(ask)}", ask))
    if critique.floor is not None:
        marks.append(Mark("floor", f"Floor {money(critique.floor)}", critique.floor))
    job = quote.occupation or words.job(quote.role, quote.level)
    picture = Distribution(f"{job}, {quote.place}", _evidence(quote), blocks, tuple(marks), ends)
    alt = render(
        "pay_chart",
        quote=quote,
        job=job,
        place=quote.place,
        base=base,
        ask=ask,
        floor=critique.floor,
        percentile=critique.percentile,
    )
    figures = {mark.kind: mark.value for mark in marks} | {
        name: float(value) for name in _ALL if (value := getattr(quote, name)) is not None
    }
    return Chart(b"", alt, figures, draw=lambda: draw(picture), sketch=sketch(picture))


def _blocks(quote: Quote) -> tuple[tuple[Block, ...], tuple[str, str]]:
    """The stretches between the percentiles known, and what lies under the first and over the last."""
    if quote.basis == "estimated":
        if quote.low is None or quote.high is None:
            return (), ("", "")
        block = Block(quote.low, quote.high, _EIGHT_OF_TEN)
        return (block,), (f"8 of 10 from {money(quote.low)}", f"to {money(quote.high)}")
    for names, part in ((_ALL, "tenth"), (_INNER, "quarter")):
        values = [getattr(quote, name) for name in names]
        if all(value is not None for value in values):
            percents = [int(name[1:]) for name in names]
            blocks = tuple(
                Block(low, high, over - under)
                for (low, under), (high, over) in pairwise(zip(values, percents, strict=True))
            )
            return blocks, (
                f"lowest {part} under {money(values[0])}",
                f"highest {part} over {money(values[-1])}",
            )
    return (), ("", "")


def _evidence(quote: Quote) -> str:
    if quote.basis == "estimated":
        return "My estimate, not a median"
    if quote.n:
        when = period(quote.window) if quote.window else quote.as_of
        return f"{quote.n:,} postings, {quote.employers:,} employers, {when}"
    return f"{quote.source_name}, {quote.as_of[:4]}"
