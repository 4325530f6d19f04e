"""`/counter`: one number, its reasons, an email to send, a chat message, a few lines to say."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.commands import words
from bot.commands.answering import answered_of
from bot.commands.base import Ask, Command, Option, Outcome, Setting
from bot.commands.by_name import named_offer
from bot.commands.counter_answers import again, answer
from bot.commands.counter_buttons import FORMS, TONES, actions
from bot.commands.counter_facts import CounterFacts, nothing
from bot.commands.counter_letter import currency_of, letter_of
from bot.commands.counter_rival import beside, noted
from bot.commands.counter_wish import (
    Wish,
    as_before,
    evidence_of,
    kept_number,
    other_offer,
    unpacked,
    wanted,
    wished,
)
from bot.commands.decide import respond as decide
from bot.commands.decide import sent_of
from bot.commands.given import gives_instead
from bot.commands.judging import Judged, company_of, job_of, judge, slots_of, title_of
from bot.commands.keeping import taken_up
from bot.commands.offer import PASTE
from bot.commands.package import respond as package
from bot.memory.case import Case
from bot.offers.offer import Offer
from bot.offers.reader import read as read_offer
from bot.offers.worth.periods import full_time, held_at
from bot.offers.worth.table import worth_of
from bot.playbook.counter import Counter, by_contract, counter
from bot.playbook.decide import Sent, four_years
from bot.playbook.letter import asks_nothing, length
from bot.playbook.pack import with_proof, with_work
from bot.playbook.signals import says_ai
from bot.playbook.stuck import further, review_months, stuck
from bot.turn import File, Reply
from bot.understand import counter_talk
from bot.understand.counter_talk import CounterTalk, Form, Tone
from bot.understand.told import Told
from bot.understand.told import read as read_told
from bot.voice import render

__all__ = ["COMMAND", "CounterFacts", "respond"]

_RIVAL = re.compile(r"\b(?:compet\w+|another|other|also|too|rival|second)\b", re.IGNORECASE)
_NAME = re.compile(r"[A-Z][\w&.'-]{1,30}(?: [A-Z][\w&.'-]{1,30})?")  # a company, not a piece of work
_HELP = re.compile(r"\W*(?:help|usage|\?)\W*(?:me)?\W*", re.IGNORECASE)
_COUNTERS = re.compile(r"\bcounter\b|\bhow (?:should|do|can) i\b|\bwrite\b|\bemail\b", re.IGNORECASE)
_OF_TARGETS = ("quota", "draw", "ramp", "uncapped", "accelerators")  # terms of pay at target: no one number
_A_WISH = 25  # words; a longer text with an offer in it is one
_WITH_AN_OFFER = ("fixed", "final", "today")  # what somebody may say in the breath that names the offer


@dataclass(frozen=True, slots=True)
class _Written:
    """A plan and the words around it: what the person added, and what could not be used."""

    judged: Judged
    plan: Counter
    wish: Wish
    told: Told
    unused: bool
    kept: bool
    mentioned: Offer | None
    talk: CounterTalk


def respond(ask: Ask, case: Case, setting: Setting) -> Outcome:
    """Write the counter to the offer at hand, or to one pasted along with the command."""
    if ask.words and _HELP.fullmatch(ask.words):
        return Outcome(Reply(render("counter_help"), "counter", facts=nothing()), case)
    ask, form, tone = _manner(ask)
    named_one = named_offer(ask.words, case) if ask.words else None
    if named_one is not None:
        case, ask = named_one.case, Ask(text=named_one.rest, spoken=ask.spoken)
    if case.offer is not None and gives_instead(ask.words):
        return decide(Ask(text=ask.words, spoken=True), case, setting)
    talk = counter_talk.read(ask.words)
    talk = replace(talk, form=form or talk.form, tone=tone or talk.tone)
    if case.offer is not None and talk.scene == "rival":
        return _beside_another(ask, talk, case, setting)
    if case.offer is not None and talk.scene == "again":
        talk = CounterTalk()
        if case.sent is not None and case.sent.company == (case.offer.company or ""):
            return again(judge(case, case.offer, setting), case)
        ask = Ask()
    wishes = bool(talk.scene or talk.forfeited or talk.sign_on) and length(ask.words) <= _A_WISH
    told_with_it = case.offer is None and talk.scene in _WITH_AN_OFFER
    pasted = _pasted(ask, case) if not wishes or told_with_it else None
    offer = pasted or case.offer
    if offer is None:
        text = render("counter_no_offer", scene=talk.scene)
        return Outcome(Reply(text, "counter", facts=nothing(talk.scene), actions=(PASTE,)), case)
    if pasted:
        case = taken_up(case, (pasted,), job_of(pasted).over(case.me))
        offer, talk = case.offer or pasted, CounterTalk(scene=talk.scene if wishes else "")
    if talk.mention and (named := other_offer(case, talk.mention)) is not None:
        wish = kept_number(Wish(talk.form, talk.tone or "warm", mention=named.company or ""), case, offer)
        return _write(case, offer, wish, setting)
    if talk.mention and (_NAME.fullmatch(talk.mention) or "offer" in ask.words.lower()):
        text = render("counter_no_other", company=talk.mention)
        return Outcome(Reply(text, "counter", facts=nothing()), case)
    told = Told() if pasted else read_told(talk.rest, spoken=ask.spoken)
    case = replace(case, pack=with_proof(with_work(case.pack, told.work), told.proof))
    wish = wished(talk, told, offer)
    if talk.scene not in ("", "fixed"):
        judged = judge(case, offer, setting)
        return answer(talk, wanted(talk.amount, None, offer), judged, case)
    if talk.lever in _OF_TARGETS and not (told.work or told.proof or wish.ask):
        return package(Ask(text=talk.lever), case, setting)
    before, wish = wish, wish if talk.ours else kept_number(wish, case, offer)
    kept = wish != before
    if not (kept or talk.ours) and (talk.form or talk.tone) and not (wish.stuck or wish.ask or told.work or told.proof):
        judged = judge(case, offer, setting)
        plan = _plan(judged, wish, case)
        last = as_before(wish, plan, case, offer) if plan is not None else wish
        by_rule = _plan(judged, replace(last, ask=None), case)
        ours = by_rule is not None and by_rule.ask == last.ask
        wish = replace(last, ask=None) if ours else last
    named_sum = told.amount or told.percent or talk.sign_on
    heard = talk.form or talk.tone or talk.scene or wish.stuck or told.amount
    heard = heard or talk.ours
    unused = bool(named_sum and (wish.ask is None or kept)) or (told.unused and not heard)
    return _write(case, offer, wish, setting, told=told, talk=talk, unused=unused, kept=kept)


def _beside_another(ask: Ask, talk: CounterTalk, case: Case, setting: Setting) -> Outcome:
    """Another offer the person says they hold: what to say of it; with the counter where that is asked for."""
    other, case = beside(ask, talk.rival, case)
    offer = case.offer
    if offer is None:
        raise ValueError("a rival of no offer")
    if ask.spoken and not _COUNTERS.search(ask.words):
        return noted(other, judge(case, offer, setting), case)
    outcome = _write(case, offer, kept_number(Wish(), case, offer), setting)
    head = noted(other, judge(case, offer, setting), case).reply.text.partition("\n\nNext:")[0]
    return replace(outcome, reply=replace(outcome.reply, text=f"{head}\n\n{outcome.reply.text}"))


def _manner(ask: Ask) -> tuple[Ask, Form, Tone]:
    """The form and tone that a platform hands over by name, and the rest of what was asked."""
    form: Form = next((each for each, _ in FORMS if each == ask.options.get("form")), "")
    tone: Tone = next((each for each, _ in TONES if each == ask.options.get("tone")), "")
    rest = {name: value for name, value in ask.options.items() if name not in ("form", "tone")}
    return replace(ask, options=rest), form, tone


def _pasted(ask: Ask, case: Case) -> Offer | None:
    """An offer pasted with the command; the terms someone wants to ask for are not one."""
    said = ask.words
    found = (ask.found or read_offer(said)).offers
    if not found or (found[0].base_amount is None and found[0].base_low is None):
        return None
    if case.offer is not None:  # a rival offer named in passing must not take this one's place
        return found[0] if ask.spoken and found[0].company and not _RIVAL.search(said) else None
    whole = found[0].company or found[0].title or "offer" in said.lower()
    return found[0] if whole else None


def _write(
    case: Case,
    offer: Offer,
    wish: Wish,
    setting: Setting,
    *,
    told: Told | None = None,
    talk: CounterTalk | None = None,
    unused: bool = False,
    kept: bool = False,
) -> Outcome:
    judged = judge(case, offer, setting)
    slots = slots_of(offer, judged.about)
    plan = _plan(judged, wish, case)
    if plan is None:
        text = render("counter_no_base", company=offer.company)
        return Outcome(
            Reply(text, "counter", slots, replace(nothing(), quote=judged.quote, critique=judged.critique)),
            case,
        )
    mentioned = other_offer(case, wish.mention) if wish.mention else None
    written = _Written(judged, plan, wish, told or Told(), unused, kept, mentioned, talk or CounterTalk())
    if plan.rule == "theirs" and plan.offered is not None and plan.ask <= plan.offered:
        text = render("counter_too_low", plan=plan, currency=offer.currency)
        return Outcome(Reply(text, "counter", slots, _facts(written, case)), case)
    return _say(written, case)


def _plan(judged: Judged, wish: Wish, case: Case) -> Counter | None:
    evidence = evidence_of(case)
    offer, critique, quote = judged.offer, judged.critique, judged.quote
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


def _say(written: _Written, case: Case) -> Outcome:
    """The counter in the form asked for; without one the email with the lines for a call under it."""
    judged, plan, wish, told = written.judged, written.plan, written.wish, written.told
    offer, quote, facts = judged.offer, judged.quote, _facts(written, case)
    values = {
        "plan": plan,
        "facts": facts,
        "wish": wish,
        "offer": offer,
        "currency": currency_of(plan, offer),
        "quote": quote,
        "job": words.job(quote.role, quote.level) if quote else None,
        "title": asks_nothing(title_of(offer, judged.about) or "") or None,
        "company": asks_nothing(company_of(offer) or "") or None,
        "other": written.mentioned,
        "full_time_ask": facts.full_time_ask,
        "full_time_hours": facts.full_time_hours,
    }
    work, proof = asks_nothing(case.work), asks_nothing(case.proof)
    letter, cut = letter_of(wish.form, work, proof, values)
    facts = replace(facts, words=length(letter))
    text = render(
        "counter_form" if wish.form else "counter",
        letter=letter,
        cut=cut,
        critique=judged.critique,
        left_out=told.left_out,
        took_ai=says_ai(told.work) and quote is not None and quote.ai == "skilled",
        unused=written.unused,
        lever=written.talk.lever if written.unused else "",
        beside=written.talk.sign_on_beside,
        kept_number=written.kept,
        answered_once=answered_of(case, offer).moved,
        already_warm=written.talk.tone == "warm" and not wish.form,
        foreign=written.talk.forfeited is not None and wish.forfeited is None,
        contract=by_contract(offer),
        why_not=judged.why_not,
        work=work,
        proof=proof,
        **{**values, "facts": facts},
    )
    file = File("counter.txt", letter, shown=True)  # for the person to copy: links and addresses stay whole
    reply = Reply(
        text, "counter", slots_of(offer, judged.about), facts, actions(wish, plan, offer), file=file
    )
    return Outcome(reply, _kept(case, judged, plan))


def _kept(case: Case, judged: Judged, plan: Counter) -> Case:
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
        form=written.wish.form,
        tone=written.wish.tone,
        scene="fixed" if written.wish.fixed else "",
        work=case.work,
        proof=case.proof,
        mentioned=written.mentioned,
        further=further(judged.offer, judged.critique, plan) if plan.lever != "base" else None,
        review_months=review_months(judged.offer) if plan.lever == "review" else None,
    )


def write(ask: Ask, case: Case, setting: Setting) -> Outcome:
    """A button: the counter, or the same in another form or tone."""
    if case.offer is None:
        return respond(Ask(), case, setting)
    return _write(case, case.offer, unpacked(ask.known), setting)


def said(ask: Ask, case: Case, setting: Setting) -> Outcome:
    """A choice of what they said: the line for it."""
    scene, _, amount = ask.known.partition(";")
    if case.offer is None:
        return respond(Ask(), case, setting)
    if scene not in ("final", "today", "sign_at"):
        return _write(case, case.offer, Wish(stuck=True, fixed=True), setting)
    number = float(amount) if re.fullmatch(r"\d{1,12}(?:\.\d{1,6})?", amount) else None
    judged = judge(case, case.offer, setting)
    return answer(CounterTalk(scene=scene), number, judged, case)  # type: ignore[arg-type]


COMMAND = Command(
    name="counter",
    summary="Write the counter to your offer: one number, an email, a chat message, a call script",
    respond=respond,
    options=(
        Option(
            "with",
            "text",
            "A base to ask for (215k), what you built, proof: ..., or what they said: base is fixed",
        ),
        Option("form", "choice", "email, chat (60 words) or call (lines to say); alone it shows that one whole", choices=("email", "chat", "call")),
        Option("tone", "choice", "warm unless you say; neutral or firm", choices=("warm", "neutral", "firm")),
    ),
    example="/counter",
    clicks={"write": write, "show": write, "say": said},
)
