"""A counter written: the number by the rules, the letter around it, and what is kept of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from bot.commands import words
from bot.commands.answering import answered_of
from bot.commands.base import Outcome, Setting
from bot.commands.counter_buttons import actions
from bot.commands.counter_facts import CounterFacts, nothing
from bot.commands.counter_letter import currency_of, letter_of
from bot.commands.counter_sums import beside_fixed, ctc_of, whole_wanted
from bot.commands.counter_wish import Wish, evidence_of, other_offer
from bot.commands.decide import sent_of
from bot.commands.judging import Judged, judge, slots_of
from bot.commands.letter_names import company_said, title_said
from bot.memory.case import Case
from bot.offers.offer import Offer
from bot.offers.worth.periods import full_time, held_at
from bot.offers.worth.table import worth_of
from bot.playbook.asks import more_at_target
from bot.playbook.at_target import on_target
from bot.playbook.beside_base import more_equity, worth_asking
from bot.playbook.counter import Counter, counter
from bot.playbook.decide import Sent, four_years
from bot.playbook.letter import asks_nothing, length
from bot.playbook.open_to import gives_shares, paid_for_results
from bot.playbook.prose import own_words
from bot.playbook.rival import against, pays_more, says_its_base
from bot.playbook.signals import says_ai
from bot.playbook.stuck import further, review_months, stuck
from bot.turn import File, Reply
from bot.understand.counter_talk import CounterTalk
from bot.understand.told import Told
from bot.voice import render


@dataclass(frozen=True, slots=True)
class Added:
    """The words that came with a command: `unused` says that some could not be used.

    `kept` says that the number asked for is the one the person named before, `kept_mention` that the offer
    named is.
    """

    told: Told = field(default_factory=Told)
    talk: CounterTalk = field(default_factory=CounterTalk)
    unused: bool = False
    kept: bool = False
    kept_mention: bool = False


@dataclass(frozen=True, slots=True)
class _Written:
    """A plan, what the person added to it, and the other offer that the letter names."""

    judged: Judged
    plan: Counter
    wish: Wish
    words: Added
    mentioned: Offer | None


def written_to(case: Case, offer: Offer, wish: Wish, setting: Setting, added: Added | None = None) -> Outcome:
    """The counter to an offer by a wish, with the words added: its reply, and the case with what was sent."""
    judged = judge(case, offer, setting)
    slots = slots_of(offer, judged.about)
    plan = plan_to(judged, wish, case)
    if plan is None:
        text = render("counter_no_base", company=offer.company, ctc=ctc_of(offer))
        return Outcome(
            Reply(text, "counter", slots, replace(nothing(), quote=judged.quote, critique=judged.critique)),
            case,
        )
    mentioned = other_offer(case, wish.mention) if wish.mention else None
    written = _Written(judged, plan, wish, added or Added(), mentioned)
    if plan.rule == "theirs" and plan.offered is not None and plan.ask <= plan.offered:
        text = render("counter_too_low", plan=plan, currency=offer.currency)
        return Outcome(Reply(text, "counter", slots, _facts(written, case)), case)
    return _say(written, case)


def plan_to(judged: Judged, wish: Wish, case: Case) -> Counter | None:
    """The number by a wish, with the case's evidence and the offer it names; None where there is no base."""
    plan = _by_rule(judged, wish, case)
    other = other_offer(case, wish.mention) if wish.mention else None
    if plan is None:
        return None
    if other is not None:
        return against(plan, judged.offer, other)
    return replace(plan, base_works=False) if _higher(case, judged.offer) else plan


def _higher(case: Case, offer: Offer) -> Offer | None:
    """Another offer the person holds with more base than this one: the base is no settled matter then."""
    held = (*case.others, *(each.offer for each in case.shelf))
    return next((each for each in held if each.company and pays_more(offer, each)), None)


def _by_rule(judged: Judged, wish: Wish, case: Case) -> Counter | None:
    evidence = evidence_of(case)
    offer, critique, quote = judged.offer, judged.critique, judged.quote
    if wish.ote or _to_target(wish, case, offer):
        plan = counter(offer, critique, quote, evidence=evidence)
        return on_target(plan, offer, wish.ask) or plan if plan is not None else None
    if not wish.stuck:
        return counter(offer, critique, quote, wanted=wish.ask, evidence=evidence)
    return stuck(
        offer,
        critique,
        quote,
        wanted=wish.ask,
        forfeited=wish.forfeited,
        equity=wish.equity,
        evidence=evidence,
    )


def _to_target(wish: Wish, case: Case, offer: Offer) -> bool:
    """Whether a fixed base leaves pay at target to ask for: it was not asked for yet, and nothing else is."""
    other = wish.equity or wish.ask is not None or wish.forfeited is not None
    sent = case.sent
    asked = sent is not None and sent.lever == "ote" and sent.company == (offer.company or "")
    return wish.fixed and not (other or asked) and more_at_target(offer) is not None


def _say(written: _Written, case: Case) -> Outcome:
    """The counter in the form asked for; without one the email with the lines for a call under it."""
    judged, plan, wish, added = written.judged, written.plan, written.wish, written.words
    offer, quote, facts = judged.offer, judged.quote, _facts(written, case)
    values = {
        "plan": plan,
        "facts": facts,
        "wish": wish,
        "offer": offer,
        "currency": currency_of(plan, offer),
        "quote": quote,
        "job": words.job(quote.role, quote.level) if quote else None,
        "title": title_said(offer, judged.about),
        "company": company_said(offer),
        "other": written.mentioned,
        "other_name": (company_said(written.mentioned) or "") if written.mentioned else "",
        "other_base": bool(written.mentioned) and says_its_base(plan, offer, written.mentioned or offer),
        "shares": gives_shares(offer),
        "sells": paid_for_results(offer),
        "ctc_ask": facts.ctc_ask,
        "full_time_ask": facts.full_time_ask,
        "full_time_hours": facts.full_time_hours,
    }
    work, proof = own_words(asks_nothing(case.work)), own_words(asks_nothing(case.proof))
    letter, cut = letter_of(wish.form, work, proof, values)
    facts = replace(facts, words=length(letter))
    text = render(
        "counter_form" if wish.form else "counter",
        letter=letter,
        cut=cut,
        critique=judged.critique,
        left_out=added.told.left_out,
        took_ai=says_ai(added.told.work) and quote is not None and quote.ai == "skilled",
        unused=added.unused,
        lever=added.talk.lever if added.unused else "",
        beside=added.talk.sign_on_beside,
        higher=None if written.mentioned else _higher(case, offer),
        kept_mention=added.kept_mention,
        ote_beside=added.talk.ote_beside,
        took_for_ctc=whole_wanted(added.told.amount, added.talk, offer) is not None and not added.kept,
        took_for_ote=wish.ote and bool(added.told.amount) and not (added.talk.wants_ote or added.kept),
        kept_number=added.kept,
        answered_once=answered_of(case, offer).moved,
        already_warm=added.talk.tone == "warm" and not wish.form,
        foreign=added.talk.forfeited is not None and wish.forfeited is None,
        contract=offer.by_contract,
        sliver=plan.lever == "sign_on" and more_equity(offer) is not None and not _worth(judged),
        little=plan.lever.startswith("equity") and not _worth(judged),
        why_not=judged.why_not,
        work=work,
        proof=proof,
        **{**values, "facts": facts},
    )
    file = File("counter.txt", letter, shown=True)  # for the person to copy: links and addresses stay whole
    reply = Reply(
        text, "counter", slots_of(offer, judged.about), facts, actions(wish, plan, offer), file=file
    )
    return Outcome(reply, _kept(case, judged, plan, wish))


def _whole(written: _Written) -> float | None:
    """The cost to company that an Indian offer comes to with the number, the rest as it is."""
    plan, offer = written.plan, written.judged.offer
    rest = beside_fixed(offer)
    if rest is None or plan.lever != "base":
        return None
    return plan.ask * full_time(offer) + rest


def _worth(judged: Judged) -> bool:
    """Whether more of the equity they offer is worth the one ask."""
    base, targeted = judged.critique.base_high or 0.0, judged.critique.targeted
    return worth_asking(judged.offer, base, targeted=targeted)


def _kept(case: Case, judged: Judged, plan: Counter, wish: Wish) -> Case:
    """The case with the counter just written; a review is no sum that their answer could be held against."""
    base = judged.critique.base_high
    if plan.lever == "review" or base is None:
        return case
    total = four_years(worth_of(judged.offer))
    return sent_of(
        case,
        judged.offer,
        Sent(
            plan.lever,
            plan.ask,
            plan.offered,
            plan.period,
            base=base,
            total=total,
            theirs=plan.rule == "theirs",
            form=wish.form,
            tone=wish.tone,
            mention=wish.mention,
            options=plan.options,
        ),
    )


def _facts(written: _Written, case: Case) -> CounterFacts:
    judged, plan, hours = written.judged, written.plan, held_at(written.judged.offer)
    part_time = plan.lever == "base" and hours is not None
    return CounterFacts(
        plan,
        judged.quote,
        judged.critique,
        full_time_ask=plan.ask * full_time(judged.offer) if part_time else None,
        full_time_hours=hours if part_time else None,
        ctc_ask=_whole(written),
        form=written.wish.form,
        tone=written.wish.tone,
        scene="fixed" if written.wish.fixed else "",
        work=case.work,
        proof=case.proof,
        mentioned=written.mentioned,
        further=further(judged.offer, judged.critique, plan) if plan.lever != "base" else None,
        review_months=review_months(judged.offer) if plan.lever == "review" else None,
    )
