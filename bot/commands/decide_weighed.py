"""Their answer held against the counter, the benchmarks and another offer; what they offer now is kept."""

from __future__ import annotations

from dataclasses import replace

from bot.commands.answering import answered_of, keep_answer
from bot.commands.base import Ask, Outcome, Setting
from bot.commands.decide_facts import ACCEPT, TIME, DecideFacts
from bot.commands.decide_replies import ask_for_it, say_it
from bot.commands.decide_rival import rival_of
from bot.commands.given import given, sums_beside
from bot.commands.judging import Judged, company_of, judge, slots_of
from bot.commands.keeping import put_right
from bot.commands.replied import Replied
from bot.memory.case import Case
from bot.offers.offer import Offer
from bot.offers.sheet import Row, rows_of
from bot.offers.worth.table import worth_of
from bot.playbook.answered import Answered, added
from bot.playbook.decide import Sent, beside_rival, decide, first_of
from bot.playbook.decide_figures import relocated
from bot.playbook.evidence import is_ai_work
from bot.turn import Reply
from bot.understand.ai import AI_ROLES
from bot.understand.firm import is_final
from bot.voice import render


def weighed(ask: Ask, answer: Replied, case: Case, setting: Setting) -> Outcome:
    """Their answer held against the counter and the benchmarks; what they offer now is kept."""
    said, before = ask.text, case.offer
    if before is None:
        raise ValueError("an answer to no offer")
    if answer.said == "pulled":
        return _pulled(case, before, setting)
    kept = replace(case, question=None)
    so_far = answered_of(case, before)
    beside = given(said) if answer.said in ("", "firm") and not answer.stays else ()
    values = {**answer.values, **({} if answer.stays else sums_beside(said, before))}
    now = replace(answer, values=values).over(before)
    if values and answer.said != "would_you":
        kept = put_right(kept, values)
        now = kept.offer or before
    judged = judge(kept, now, setting)
    sent = sent_for(case, before)
    base, total = first_of(before, sent, so_far)
    heard = Answered(
        moved=sent is not None or so_far.moved,
        beside=added(so_far.beside, beside),
        base=base,
        total=total,
        final=answer.final or (answer.said == "firm" and _calls_final(said)),
        refused=answer.said == "firm" and not _calls_final(said),
    )
    decision = decide(
        before,
        now,
        judged.critique,
        sent,
        answer.said,
        beside=beside,
        ai=_ai(judged, case),
        heard=replace(heard, final=answer.final),
    )
    decision = beside_rival(decision, rival_of(case, now))
    if decision.answer == "waiting" and answer.stands and so_far.pulled:
        text = render("decide_stands", company=company_of(before))
        facts = DecideFacts(decision, before, judged.quote, judged.critique)
        after = keep_answer(kept, before, replace(so_far, pulled=False))
        return Outcome(Reply(text, "decide", slots_of(before, judged.about), facts, (ACCEPT, TIME)), after)
    unread = bool(said.strip()) and answer == Replied() and not (beside or values)
    if answer.stays or decision.answer == "waiting" or unread:
        unclear = bool(said.strip()) or bool(ask.known)
        return ask_for_it(kept, judged, decision, setting, answer, unclear=unclear)
    if answer.said == "would_you" and values and decision.lean == "take":
        kept = put_right(kept, values)  # the yes is to this number
    if answer.said != "would_you":
        kept = keep_answer(kept, before, heard)
    back = answer.stands and so_far.pulled
    return say_it(kept, judged, decision, _changed(before, now, decision.asked), back=back)


# The terms that an answer may make new beside the base.
_BESIDE_BASE = frozenset(("ote", "bonus", "sign_on", "equity", "refresh", "relocation"))


def _changed(before: Offer, now: Offer, sent: Sent | None) -> tuple[Row, ...]:
    """The terms beside the base that are new, without the one that was asked for: the headline tells that."""
    asked = "equity" if sent is not None and sent.lever.startswith("equity") else sent.lever if sent else ""
    had = {row.term: row.said for row in rows_of(before, worth_of(before))}
    return tuple(
        row
        for row in rows_of(now, worth_of(now))
        if row.term in _BESIDE_BASE
        and row.term != asked
        and row.said != had.get(row.term)
        and (row.term != "equity" or _has_size(now))
        and not (row.term == "relocation" and relocated(before, now))
    )


def _has_size(offer: Offer) -> bool:
    """Whether a grant has a number: "RSUs unchanged" where the offer named none has none."""
    sizes = (offer.equity_value, offer.equity_value_low, offer.equity_value_per_year)
    return any(each is not None for each in (*sizes, offer.equity_units, offer.equity_pct))


def _calls_final(said: str) -> bool:
    """Whether they call it final, and do not only say no."""
    return is_final(said) or "final" in said.lower()


def sent_for(case: Case, offer: Offer) -> Sent | None:
    """The counter last written, where it was to this offer."""
    return case.sent if case.sent and case.sent.company == (offer.company or "") else None


def _pulled(case: Case, offer: Offer, setting: Setting) -> Outcome:
    """They took it back: there is nothing left to accept until the person says that it stands again."""
    judged = judge(case, offer, setting)
    sent = sent_for(case, offer)
    decision = decide(offer, offer, judged.critique, sent, "pulled")
    heard = replace(answered_of(case, offer), pulled=True)
    return say_it(keep_answer(replace(case, question=None), offer, heard), judged, decision)


def _ai(judged: Judged, case: Case) -> bool:
    """Whether AI skills are in play: in the role, or in the person's own work where the role is known."""
    if judged.about.role is None:
        return False
    return bool(judged.about.ai) or judged.about.role in AI_ROLES or is_ai_work(case.pack)
