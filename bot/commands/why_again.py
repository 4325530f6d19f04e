"""The facts of the last reply worked out once more, by the same functions, from the case as it is now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, get_args

from bot.commands import evidence_view, median, package, premium, targets, words
from bot.commands.about import hear
from bot.commands.anchor import anchored
from bot.commands.answering import answered_of
from bot.commands.base import Ask, Setting
from bot.commands.compare_reply import side_by_side
from bot.commands.compare_words import Wish as Compared
from bot.commands.compare_words import names_of
from bot.commands.counter_facts import CounterFacts
from bot.commands.counter_wish import unpacked
from bot.commands.counter_written import plan_to
from bot.commands.decide_facts import DecideFacts
from bot.commands.decide_rival import rival_of
from bot.commands.judging import Judged, judge
from bot.commands.range_facts import RangeFacts, facts_of, told
from bot.commands.shelf import all_offers
from bot.commands.targets import TargetsFacts
from bot.commands.verdict import facts_of as offer_facts
from bot.memory.case import Case, Last
from bot.playbook.answers import final, sign_at
from bot.playbook.decide import Said, beside_rival, decide
from bot.playbook.evidence import is_ai_work
from bot.playbook.pack import Pack
from bot.understand.ai import AI_ROLES
from bot.understand.money import Amount
from bot.understand.pay_talk import PayTalk, Scene

_TWO = 2  # offers make a comparison


@dataclass(frozen=True, slots=True)
class Again:
    """The facts of the reply, and the offer held against the market where it was about one."""

    facts: Any
    judged: Judged | None = None


def again(last: Last, case: Case, setting: Setting) -> Again | None:
    """The last reply's facts; None where what it was about is gone."""
    worked_out = _WORKED_OUT.get(last.of)
    return worked_out(last, case, setting) if worked_out is not None else None


def _median(last: Last, case: Case, setting: Setting) -> Again:
    cell = Ask(known=words.pack(last.about))
    return Again(median.LOOKUP.pick(cell, replace(case, question=None), setting).reply.facts)


def _premium(last: Last, case: Case, setting: Setting) -> Again:
    cell = Ask(known=words.pack(last.about))
    return Again(premium.LOOKUP.pick(cell, replace(case, question=None), setting).reply.facts)


def _range(last: Last, case: Case, setting: Setting) -> Again:
    scene: Scene = next((each for each in get_args(Scene) if each == last.scene), "range")
    named = last.low is not None and last.high is not None
    amount = Amount(last.low or 0.0, last.high or 0.0, 0, 0, last.currency) if named else None
    talk, heard = PayTalk(scene, amount), hear("", last.about, spoken=False)
    about, found = anchored(case, heard.about, setting.market)
    if found.quote is None:
        return Again(told(talk, about.place, case))
    facts = facts_of(talk, found, found.quote, replace(heard, about=about), case, setting)
    return Again(facts if isinstance(facts, RangeFacts) else None)


def _offer(_last: Last, case: Case, setting: Setting) -> Again | None:
    if case.offer is None:
        return None
    judged = judge(case, case.offer, setting)
    return Again(offer_facts(judged, case.others, case, setting), judged)


def _counter(last: Last, case: Case, setting: Setting) -> Again | None:
    if case.offer is None:
        return None
    judged = judge(case, case.offer, setting)
    quote, critique = judged.quote, judged.critique
    if last.scene == "again":
        return Again(CounterFacts(None, quote, critique, scene="again"), judged)
    plan = plan_to(judged, unpacked(last.wish), case)
    if plan is None:
        return None
    at = last.low
    facts = CounterFacts(
        plan,
        quote,
        critique,
        scene=last.scene,  # type: ignore[arg-type]
        sign_at=sign_at(at, case.offer, plan, critique, quote) if at is not None else None,
        final=final(critique) if last.scene == "final" else None,
    )
    return Again(facts, judged)


def _decide(last: Last, case: Case, setting: Setting) -> Again | None:
    if case.offer is None:
        return None
    before, now = last.before or case.offer, last.now or case.offer
    judged = judge(case, now, setting)
    sent = case.sent if case.sent and case.sent.company == (before.company or "") else None
    said: Said = next((each for each in get_args(Said) if each == last.scene), "")
    decision = decide(
        before,
        now,
        judged.critique,
        sent,
        said,
        beside=last.beside,
        ai=_with_ai(judged, case),
        heard=answered_of(case, before),
    )
    decision = beside_rival(decision, rival_of(case, now))
    return Again(DecideFacts(decision, now, judged.quote, judged.critique), judged)


def _with_ai(judged: Judged, case: Case) -> bool:
    """Whether AI skills are in play: in the role, or in the person's own work."""
    return bool(judged.about.ai) or judged.about.role in AI_ROLES or is_ai_work(case.pack)


def _package(last: Last, case: Case, setting: Setting) -> Again | None:
    if case.offer is None:
        return None
    facts = package.show(Ask(known=last.wish), case, setting).reply.facts
    if not last.scene and isinstance(facts, package.PackageFacts):
        facts = replace(facts, shown=None)
    return Again(facts, judge(case, case.offer, setting))


def _compare(last: Last, case: Case, setting: Setting) -> Again | None:
    kept = all_offers(case)
    chosen = [each for each, name in zip(kept, names_of(kept), strict=True) if name in last.names]
    if len(chosen) < _TWO:
        return None
    return Again(side_by_side(chosen, Compared(), case, setting).reply.facts)


def _targets(last: Last, case: Case, setting: Setting) -> Again:
    facts = targets.pick(Ask(known=words.pack(last.about)), case, setting).reply.facts
    if isinstance(facts, TargetsFacts) and last.about.company is None:
        facts = replace(facts, types=tuple(each for each in facts.types if each[0].id in last.names))
    return Again(facts)


def _evidence(_last: Last, case: Case, _setting: Setting) -> Again | None:
    return Again(evidence_view.facts_of(case)) if case.pack != Pack() else None


def _rules_alone(_last: Last, _case: Case, _setting: Setting) -> Again:
    """What was said is gone, as promised: only the rules are left to tell."""
    return Again(None)


_WORKED_OUT: dict[str, Callable[[Last, Case, Setting], Again | None]] = {
    "median": _median,
    "premium": _premium,
    "range": _range,
    "offer": _offer,
    "counter": _counter,
    "decide": _decide,
    "package": _package,
    "compare": _compare,
    "targets": _targets,
    "evidence": _evidence,
    "check": _rules_alone,
    "practice": _rules_alone,
}
