"""The reply that holds offers side by side: its figures, its words, and what to press under it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.commands import words
from bot.commands.base import Outcome, Setting
from bot.commands.compare_table import WIDEST, SumRow, sum_rows
from bot.commands.compare_words import Wish, names_of
from bot.commands.judging import Judged, judge
from bot.commands.shelf import all_offers, same
from bot.market.quote import Quote
from bot.memory.case import Case, Shelved
from bot.offers.offer import Offer
from bot.offers.worth.periods import HOURS_A_WEEK
from bot.offers.worth.shapes import Worth
from bot.offers.worth.table import worth_of
from bot.playbook.compare import Comparison, Entry, compare
from bot.playbook.compare_stay import Stay, stay_of
from bot.playbook.counter import USUAL_TOP
from bot.playbook.pay_range import counts_commissions
from bot.playbook.private_equity import EXAMPLE_DILUTION
from bot.playbook.prospects import Prospect, prospect
from bot.turn import Action, Button, Reply
from bot.voice import render

LONGEST_NAME = 60  # characters of a name that a button carries
_YEARS = Button("Year by year", "compare.years")
_ROOM = {2: 16, 3: 11, 4: 14}  # characters of a name in a table, by the number of offers


@dataclass(frozen=True, slots=True)
class CompareFacts:
    """Every figure of a comparison: its sums, what levels them, the offers' worth and their medians.

    `offers`, `worths`, `quotes`, `levels` and `places` stand in the order of the comparison's sides.
    `prospects` are the scenarios of private stakes, `left_out` the names of offers kept but not compared.
    `usual_top` is the most, in percent, that companies usually move. `too_many` are the offers of the text
    beyond those that are compared at once. `assumed_hours` are those of a week where an offer says none.
    `stay` is what each gives in the time asked for, where that is shorter than four years. `today` says that
    one of them is the job the person has.
    """

    comparison: Comparison | None
    rows: tuple[SumRow, ...] = ()
    offers: tuple[Offer, ...] = ()
    worths: tuple[Worth, ...] = ()
    quotes: tuple[Quote | None, ...] = ()
    levels: tuple[str | None, ...] = ()
    places: tuple[str | None, ...] = ()
    prospects: tuple[Prospect, ...] = ()
    left_out: tuple[str, ...] = ()
    usual_top: int = USUAL_TOP
    too_many: int = 0
    assumed_hours: float = HOURS_A_WEEK
    stay: Stay | None = None
    today: bool = False


def side_by_side(
    chosen: Sequence[Shelved], wish: Wish, case: Case, setting: Setting, *, today: bool = False
) -> Outcome:
    """The comparison of two to five offers in words, with every figure in its facts.

    `today` says that one is the job the person has.

    Raises:
        ValueError: fewer than two offers.
    """
    judged = [_judged(each, case, setting) for each in chosen]
    kept = all_offers(case)
    called = names_of(kept)
    names = [called[_place_of(each, kept)] for each in chosen]
    worths = tuple(worth_of(each.offer) for each in judged)
    entries = [_entry(name, each, worth) for name, each, worth in zip(names, judged, worths, strict=True)]
    compared = compare(entries, dilution_pct=wish.dilution_pct or 0.0)
    dilution = EXAMPLE_DILUTION if wish.dilution_pct is None else wish.dilution_pct
    prospects = [
        found
        for name, each in zip(names, judged, strict=True)
        if (found := prospect(name, each.offer, wish.exits, dilution)) is not None
    ]
    facts = CompareFacts(
        comparison=compared,
        rows=sum_rows(compared.sides, whole=wish.whole),
        offers=tuple(each.offer for each in judged),
        worths=worths,
        quotes=tuple(each.quote for each in judged),
        levels=tuple(each.about.level for each in judged),
        places=tuple(words.place_name(each.about.place) if each.about.place else None for each in judged),
        prospects=tuple(prospects),
        left_out=tuple(
            name
            for name, each in zip(called, kept, strict=True)
            if not any(same(each.offer, other.offer) for other in chosen)
        ),
        today=today,
        stay=stay_of(entries, compared, wish.months) if wish.months is not None else None,
    )
    text = render(
        "compare_stay" if facts.stay else "compare_years" if wish.whole else "compare",
        c=compared,
        facts=facts,
        columns=_columns(compared),
        wide=len(compared.sides) > WIDEST,
        names=names,
        jobs=[_job(each) for each in judged],
        named_levels=[
            (name, words.level_label(each.about.level))
            for name, each in zip(names, judged, strict=True)
            if each.about.level
        ],
        all_contract=all(each.offer.by_contract for each in chosen),
        dilution_said=wish.dilution_pct is not None,
        at_hand=next((n for n, each in zip(names, chosen, strict=True) if _at_hand(each, case)), None),
    )
    slots = Reply("", "compare").slots
    return Outcome(Reply(text, "compare", slots, facts, _actions(names, chosen, case, wish)), case)


def _place_of(each: Shelved, kept: Sequence[Shelved]) -> int:
    """Where in the list of all offers one of them stands."""
    return next(at for at, other in enumerate(kept) if same(other.offer, each.offer))


def _judged(each: Shelved, case: Case, setting: Setting) -> Judged:
    return judge(replace(case, offer=each.offer, offer_about=each.about, said=each.said), each.offer, setting)


def _entry(name: str, judged: Judged, worth: Worth) -> Entry:
    low, high = judged.critique.base_low, judged.critique.base_high
    sold = judged.quote is not None and counts_commissions(judged.quote)
    return Entry(
        name=name,
        offer=judged.offer,
        worth=worth,
        level=judged.about.level,
        place=judged.about.place,
        quote=judged.quote,
        base=(low + high) / 2 if low is not None and high is not None else None,
        ote=_at_target(judged.offer) if sold else None,
    )


def _at_target(offer: Offer) -> float | None:
    """The pay at target a year; of a range its middle."""
    ends = [each for each in (offer.ote_low, offer.ote_high) if each is not None]
    return sum(ends) / len(ends) if ends else None


def _columns(compared: Comparison) -> list[str]:
    """A column's head: the offer's name, cut to fit a phone, with its currency where they differ."""
    room = _ROOM[min(len(compared.sides), WIDEST + 1)]
    heads = [f"{side.name[:1].upper()}{side.name[1:]}" for side in compared.sides]
    names = [head if len(head) <= room else f"{head[: room - 1].rstrip()}…" for head in heads]
    currencies = [side.currency or "USD" for side in compared.sides]
    if len(set(currencies)) == 1:
        return names
    return [f"{name} ({currency})" for name, currency in zip(names, currencies, strict=True)]


def _job(judged: Judged) -> str | None:
    """The job as its median is named: role and level of the figure."""
    quote = judged.quote
    return words.job(quote.role, quote.level) if quote is not None else None


def _at_hand(each: Shelved, case: Case) -> bool:
    return case.offer is not None and same(each.offer, case.offer)


def _actions(names: Sequence[str], chosen: Sequence[Shelved], case: Case, wish: Wish) -> tuple[Action, ...]:
    """The years, and for each offer a way to work on it: what `/counter` and `/package` then speak of."""
    works = [
        Button(f"Work on {name}"[:75], "compare.take", name[:LONGEST_NAME])
        for name, each in zip(names, chosen, strict=True)
        if not _at_hand(each, case)
    ]
    return (*(() if wish.whole else (_YEARS,)), *works)
