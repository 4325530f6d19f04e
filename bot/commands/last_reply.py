"""What a reply leaves for "why?": its command and the little that works it out again, never its words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.commands import words
from bot.commands.check import CheckFacts
from bot.commands.compare_reply import CompareFacts
from bot.commands.correct import CorrectionFacts
from bot.commands.counter_facts import CounterFacts
from bot.commands.counter_wish import Wish
from bot.commands.decide_facts import DecideFacts
from bot.commands.evidence_view import EvidenceFacts
from bot.commands.median import MedianFacts
from bot.commands.package import PackageFacts
from bot.commands.package_words import packed
from bot.commands.practising import PracticeFacts
from bot.commands.premium import PremiumFacts
from bot.commands.range_facts import RangeFacts
from bot.commands.targets import TargetsFacts
from bot.commands.verdict import OfferFacts
from bot.market.quote import Asked
from bot.memory.case import About, Case, Last
from bot.offers.offer import Offer
from bot.playbook.pack import Pack
from bot.turn import Button, Reply

# Replies that end on a verdict or an ask: under these a button asks why.
_WITH_BUTTON = frozenset((MedianFacts, PremiumFacts, OfferFacts, CounterFacts, DecideFacts, PackageFacts))
_MOST_ACTIONS = 20  # more leave a platform no room for the button
WHY = Button("Why?", "why.show")

Reader = Callable[[Any, Reply, Case, Case], Last | None]


def last_of(reply: Reply, before: Case, after: Case) -> Last | None:
    """What the reply showed, for the case as it was and as it is; None where no figure and no advice."""
    if not reply.private:
        return None
    read = _READERS.get(type(reply.facts))
    return read(reply.facts, reply, before, after) if read is not None else None


def remembered(reply: Reply, before: Case, after: Case | None, now: datetime) -> tuple[Reply, Case | None]:
    """The reply with its "Why?" button, and the case that knows what it was; both as they are otherwise."""
    last = last_of(reply, before, after) if after is not None else None
    if last is None or after is None:
        return reply, after
    if type(reply.facts) in _WITH_BUTTON and len(reply.actions) < _MOST_ACTIONS:
        reply = replace(reply, actions=(*reply.actions, replace(WHY, value=button_value(last))))
    return reply, replace(after, last=replace(last, at=now))


def button_value(last: Last) -> str:
    """What the button carries: the command, and the cell of a look-up: "median;software-engineer;;senior"."""
    if last.of not in ("median", "premium"):
        return last.of
    return f"{last.of};{words.pack(last.about)}"[: words.LONGEST_VALUE]


def of_button(value: str, case: Case) -> Last | None:
    """What a button's value asks about: the cell it carries, else what the case knows of that command."""
    of, _, cell = value.partition(";")
    if of in ("median", "premium") and words.unpack(cell).role:
        return Last(of, words.unpack(cell))
    if case.last is not None and case.last.of == of:
        return case.last
    return Last(of) if of in ("offer", "counter", "package") and case.offer is not None else case.last


def _cell(asked: Asked, company: str | None = None) -> About:
    return About(asked.role, asked.place, asked.level, asked.ai, company)


def _median(facts: MedianFacts, _reply: Reply, before: Case, after: Case) -> Last | None:
    if facts.quote is not None:
        return Last("median", _cell(facts.quote.asked, facts.own.company if facts.own else None))
    return _refused("median", before, after)


def _refused(of: str, _before: Case, after: Case) -> Last | None:
    """A look-up that had no figure, and said so: the job that it kept in mind."""
    found = after.looked_up
    asked_back = after.question is not None or found is None or found.role is None
    return None if asked_back or after.looked_up_by != of or found is None else Last(of, found)


def _premium(facts: PremiumFacts, _reply: Reply, before: Case, after: Case) -> Last | None:
    return Last("premium", _cell(facts.asked)) if facts.asked else _refused("premium", before, after)


def _range(facts: RangeFacts, _reply: Reply, _before: Case, after: Case) -> Last | None:
    company = facts.own.company if facts.own else None
    about = _cell(facts.quote.asked, company) if facts.quote else after.looked_up
    if after.question is not None or about is None or after.looked_up_by != "range":
        return None
    held = (facts.held.low, facts.held.high) if facts.held else facts.named
    named = (facts.posted.low, facts.posted.high) if facts.posted else held
    low, high = named or (None, None)
    return Last("range", about, facts.scene, low=low, high=high, currency=facts.currency, per=facts.per)


def _offer(facts: OfferFacts | CorrectionFacts, _reply: Reply, _before: Case, after: Case) -> Last | None:
    return Last("offer") if facts.offer is not None and after.offer is not None else None


def _counter(facts: CounterFacts, _reply: Reply, _before: Case, _after: Case) -> Last | None:
    plan = facts.counter
    if plan is None:
        return Last("counter", scene="again") if facts.scene == "again" else None
    wish = Wish(
        ask=plan.ask if plan.rule == "theirs" else None,
        stuck=plan.stuck,
        fixed=facts.scene == "fixed",
        equity=plan.stuck and plan.lever.startswith("equity"),
        forfeited=plan.forfeited,
        mention=(facts.mentioned.company or "") if facts.mentioned else "",
        ote=plan.lever == "ote",
    )
    at = facts.sign_at.amount if facts.sign_at else None
    return Last("counter", scene=facts.scene, wish=wish.packed(), low=at, high=at)


def _decide(facts: DecideFacts, _reply: Reply, before: Case, after: Case) -> Last | None:
    decision = facts.decision
    if decision is None or decision.answer == "waiting" or after.offer is None:
        return None
    said = decision.answer if decision.answer in ("pulled", "would_you", "firm") else ""
    return Last(
        "decide",
        scene=said,
        before=_other_than(after.offer, _offer_before(before, after)),
        now=_other_than(after.offer, facts.offer),
        beside=decision.beside,
    )


def _offer_before(before: Case, after: Case) -> Offer | None:
    """The offer as it was before their answer changed it."""
    return after.before[-1].offer if after.before and after.before != before.before else after.offer


def _other_than(at_hand: Offer, offer: Offer | None) -> Offer | None:
    same = offer is None or offer == at_hand or (offer.company or "") != (at_hand.company or "")
    return None if same else offer


def _targets(facts: TargetsFacts, _reply: Reply, _before: Case, after: Case) -> Last | None:
    if not facts.types and facts.company is None:
        return None
    about = after.looked_up if after.looked_up_by == "targets" and after.looked_up else About()
    company = facts.company.name if facts.company else None
    return Last("targets", replace(about, company=company), names=tuple(kind.id for kind, _ in facts.types))


def _package(facts: PackageFacts, _reply: Reply, _before: Case, _after: Case) -> Last | None:
    if not facts.levers:
        return None
    wish = packed(facts.shown or facts.levers[0].kind, facts.leaving)
    return Last("package", scene=facts.shown or "", wish=wish)


def _compare(facts: CompareFacts, _reply: Reply, _before: Case, _after: Case) -> Last | None:
    if facts.comparison is None or facts.today:
        return None
    return Last("compare", names=tuple(side.name for side in facts.comparison.sides))


def _evidence(facts: EvidenceFacts, _reply: Reply, _before: Case, _after: Case) -> Last | None:
    return Last("evidence") if facts.pack != Pack() and not facts.step else None


def _check(facts: CheckFacts, _reply: Reply, _before: Case, _after: Case) -> Last | None:
    if facts.purpose is None:
        return None
    kinds = tuple(dict.fromkeys(each.kind for each in facts.findings))
    return Last("check", names=kinds[: facts.shown])


def _practice(facts: PracticeFacts, _reply: Reply, _before: Case, _after: Case) -> Last | None:
    if facts.stage != "score" or facts.score is None:
        return None
    return Last("practice", names=(facts.score.weakest.name,))


_READERS: dict[type, Reader] = {
    MedianFacts: _median,
    PremiumFacts: _premium,
    RangeFacts: _range,
    OfferFacts: _offer,
    CorrectionFacts: _offer,
    CounterFacts: _counter,
    DecideFacts: _decide,
    TargetsFacts: _targets,
    PackageFacts: _package,
    CompareFacts: _compare,
    EvidenceFacts: _evidence,
    CheckFacts: _check,
    PracticeFacts: _practice,
}
