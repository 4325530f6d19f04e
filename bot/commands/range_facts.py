"""The figures of a first pay talk: what `/range` found, before a word of it is said."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.commands.about import Heard
from bot.commands.base import Setting
from bot.commands.median import Versus
from bot.commands.sums import DOLLARS
from bot.market.employer import Own, own
from bot.market.ladder import Answer
from bot.market.quote import Quote
from bot.memory.case import Case
from bot.offers.offer import Period
from bot.offers.worth.periods import PERIODS_A_YEAR
from bot.playbook.asks import STEPS, round_down, round_up, step_for
from bot.playbook.evidence import judged
from bot.playbook.pay_range import Bar, Held, PayRange, Posted, a_year, held, pay_range, posted
from bot.understand.ai import AI_ROLES
from bot.understand.pay_rules import Kind, PayRule, rules_at
from bot.understand.pay_talk import PayTalk, Scene

_LOWEST, _HIGHEST = 10_000, 5_000_000  # USD a year that pay may plausibly be
# Which of a state's rules has to do with a question; the first that there is stands in the reply.
_RULES: Mapping[Scene, tuple[Kind, ...]] = {
    "range": ("pay_transparency", "salary_history"),
    "current": ("salary_history", "pay_transparency"),
    "form": ("salary_history", "pay_transparency"),
    "accept": ("pay_transparency",),
    "posted": ("pay_transparency",),
}


@dataclass(frozen=True, slots=True)
class RangeFacts:
    """The figures behind the reply. Without a `quote` there is no `range`.

    Nor is there one where the quote is of all levels and the job above or below the middle (`all_levels`
    "low" or "high"): such a figure is in nobody's mouth, and a number of the person's is `named` beside it.

    `scene` is the question they ask. `held` is a number of the person's, or one they were asked to accept,
    beside the range; `posted` the band an employer posted, in `currency`: both as a full-time year of what
    was said, `per_year` times the sum `per` period. Where that is no year, `posted_rate` is the band,
    `said_rate` a number and `say_rate` the range to say by it, each per period. `versus` are AI-skilled and
    all postings of the same cell. `own` is what the company named posts, `rules` what the state says.
    `floor` is a year in `currency`. `unread` is a sum too small or large to be a year's pay.
    `present_left_out` says that today's pay was named: it is in no line and in no fact.
    """

    scene: Scene = "range"
    quote: Quote | None = None
    beside: tuple[Quote, ...] = ()
    range: PayRange | None = None
    all_levels: Bar | None = None
    named: tuple[float, float] | None = None
    held: Held | None = None
    posted: Posted | None = None
    currency: str = DOLLARS
    per: str = "year"
    per_year: float = 1
    posted_rate: Posted | None = None
    said_rate: tuple[float, float] | None = None
    say_rate: tuple[float, float] | None = None
    versus: Versus | None = None
    own: Own | None = None
    rules: tuple[PayRule, ...] = ()
    floor: float | None = None
    unread: float | None = None
    present_left_out: bool = False


def told(talk: PayTalk, place: str | None, case: Case, median: float | None = None) -> RangeFacts:
    """What there is to know without a figure: the person's own and a posted band; `median` is USD a year."""
    rate = _posted(talk, median, case.floor_in(_currency(talk)))
    apart = _per(talk) != "year"
    return RangeFacts(
        scene=talk.scene,
        posted=a_year(rate, PERIODS_A_YEAR[_per(talk)]) if rate else None,
        posted_rate=rate if apart else None,
        said_rate=(talk.amount.low, talk.amount.high) if talk.amount and apart else None,
        currency=_currency(talk),
        per=_per(talk),
        per_year=PERIODS_A_YEAR[_per(talk)],
        rules=_rules(talk.scene, place),
        floor=case.floor_in(_currency(talk)),
        present_left_out=talk.present,
    )


def facts_of(
    talk: PayTalk, found: Answer, best: Quote, heard: Heard, case: Case, setting: Setting
) -> RangeFacts:
    """All of it, where the job has a figure (`best`, the quote of `found`)."""
    said = pay_range(best, evidence=_evidence(case), floor=case.floor_in(DOLLARS))
    named = named_sum(talk)
    company = heard.company
    mine = talk.scene != "posted" and _currency(talk) == DOLLARS
    # A posted top under the median of all levels is too low for a job above the middle all the same.
    posted_ = talk.scene == "posted"
    sayable = (said.bar == "low" or said.sayable) and said.pay == "base" if posted_ else said.sayable
    median = best.p50 if sayable else None
    beside = held(*named, said, case.floor_in(DOLLARS)) if named and mine and sayable else None
    return replace(
        told(talk, heard.about.place, case, median),
        say_rate=_by_rate(talk, beside.say_low, beside.say_top)
        if beside
        else _by_rate(talk, said.low, said.top)
        if sayable and talk.amount is None
        else None,
        quote=best,
        beside=found.beside,
        range=said if sayable else None,
        all_levels=said.bar,
        named=named if mine and not sayable and talk.scene in ("range", "accept") else None,
        held=beside,
        versus=_versus(best, found.beside),
        own=own(setting.market, company, best.asked) if company else None,
    )


def _evidence(case: Case) -> frozenset[str]:
    """The halves of the evidence that would hold in a talk: a workflow, and how they knew it worked."""
    halves = {"workflow": "workflow", "quality": "eval"}
    return frozenset(
        halves[each.part]
        for each in judged(case.pack, None)
        if each.part in halves and each.strength in ("strong", "fair")
    )


def named_sum(talk: PayTalk) -> tuple[float, float] | None:
    """The sum of the talk as a full-time year's, low and high; None where none was named."""
    if talk.amount is None:
        return None
    per_year = PERIODS_A_YEAR[_per(talk)]
    return talk.amount.low * per_year, talk.amount.high * per_year


def _per(talk: PayTalk) -> Period:
    asked: Period | None = "hour" if _HOURLY.search(talk.rest) else None
    per = talk.amount.per if talk.amount else asked
    return "year" if per is None or per == "share" else per


_HOURLY = re.compile(r"\b(?:hourly|by the hour|(?:per|an) hour)\b", re.IGNORECASE)


def _currency(talk: PayTalk) -> str:
    return (talk.amount.currency if talk.amount else None) or DOLLARS


def _by_rate(talk: PayTalk, low: float, top: float) -> tuple[float, float] | None:
    """A range of USD a year by the hour, or whatever period is spoken of; None for a year."""
    per = _per(talk)
    if per == "year":
        return None
    times = PERIODS_A_YEAR[per]
    step = step_for(low / times, STEPS[per])
    least = round_up(low / times, step)
    return least, max(least, round_down(top / times, step))


def _posted(talk: PayTalk, median: float | None, floor: float | None) -> Posted | None:
    """Where to stand in the band they posted, in the period it was posted in."""
    if talk.scene != "posted" or talk.amount is None:
        return None
    per, low, high = _per(talk), talk.amount.low, talk.amount.high
    times = PERIODS_A_YEAR[per]
    market = median / times if median is not None and _currency(talk) == DOLLARS else None
    least = floor / times if floor is not None else None
    return posted(low, high, market, least, step=step_for(low, STEPS[per]))


def _versus(best: Quote, beside: tuple[Quote, ...]) -> Versus | None:
    """Both sides of AI, where the same cell is known for both."""
    if best.role in AI_ROLES or not best.n:
        return None
    cell = (best.role, best.place, best.level, best.source)
    other = next(
        (q for q in beside if (q.role, q.place, q.level, q.source) == cell and q.n and q.ai != best.ai), None
    )
    if other is None:
        return None
    return Versus(best, other) if best.ai == "skilled" else Versus(other, best)


def _rules(scene: Scene, place: str | None) -> tuple[PayRule, ...]:
    """The one rule of the state that has to do with the question."""
    at = {rule.kind: rule for rule in rules_at(place)}
    found = [at[kind] for kind in _RULES[scene] if kind in at]
    return tuple(found[:1])


def plausible(talk: PayTalk) -> bool:
    """Whether the sum can be a year's pay, where it is in dollars."""
    named = named_sum(talk)
    return named is None or _currency(talk) != DOLLARS or (named[0] >= _LOWEST and named[1] <= _HIGHEST)


def typed_again(talk: PayTalk) -> str:
    """The number of the talk as a person may type it again: "posted 180-220k"; "" where there is none."""
    amount = talk.amount
    if amount is None or amount.currency not in (None, DOLLARS) or amount.per not in (None, "year"):
        return ""
    ends = dict.fromkeys((amount.low, amount.high))
    number = "-".join(f"{each / 1000:g}" for each in ends)
    return " ".join(filter(None, ("" if talk.scene == "range" else talk.scene, f"{number}k")))
