"""`/counter`: one number, its reasons, an email to send, a chat message, a few lines to say."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.commands.answering import answered_of
from bot.commands.base import Ask, Command, Option, Outcome, Setting
from bot.commands.by_name import named_offer
from bot.commands.counter_answers import again, answer
from bot.commands.counter_buttons import FORMS, TONES
from bot.commands.counter_facts import CounterFacts, nothing
from bot.commands.counter_pasted import pasted_with
from bot.commands.counter_rival import beside, noted
from bot.commands.counter_small import small_letter
from bot.commands.counter_sums import wanted
from bot.commands.counter_using import use_another
from bot.commands.counter_wish import (
    Wish,
    as_before,
    kept_number,
    other_offer,
    unpacked,
    wished,
)
from bot.commands.counter_written import Added, plan_to, written_to
from bot.commands.decide import respond as decide
from bot.commands.given import gives_instead
from bot.commands.judging import Judged, job_of, judge
from bot.commands.keeping import taken_up
from bot.commands.offer import PASTE
from bot.commands.package import respond as package
from bot.memory.case import Case
from bot.offers.offer import Offer
from bot.playbook.letter import length
from bot.playbook.pack import with_proof, with_work
from bot.turn import Reply
from bot.understand import counter_talk
from bot.understand.counter_talk import CounterTalk, Form, Tone
from bot.understand.get_to import number_to_get_to
from bot.understand.restyle import restyled
from bot.understand.told import Told
from bot.understand.told import read as read_told
from bot.voice import render

__all__ = ["COMMAND", "CounterFacts", "respond"]

_NAME = re.compile(r"[A-Z][\w&.'-]{1,30}(?: [A-Z][\w&.'-]{1,30})?")  # a company, not a piece of work
_USING = re.compile(
    r"\s(?:using|with|naming|mentioning|mention|against)\s(?:my\s|the\s)?(?P<who>[^,.;:?!]{2,40}?)\s?(?:'s\s)?offer\W{0,2}$",
    re.IGNORECASE,
)
_HELP = re.compile(r"\W{0,4}(?:help(?: me)?|usage|\?)\W{0,4}", re.IGNORECASE)
_COUNTERS = re.compile(r"\bcounter\b|\bhow (?:should|do|can) i\b|\bwrite\b|\bemail\b", re.IGNORECASE)
_OF_TARGETS = ("quota", "draw", "ramp", "uncapped", "accelerators")  # terms of pay at target: no one number
_A_WISH = 25  # words; a longer text with an offer in it is one
_WITH_AN_OFFER = ("fixed", "final", "today")  # what somebody may say in the breath that names the offer


def respond(ask: Ask, case: Case, setting: Setting) -> Outcome:
    """Write the counter to the offer at hand, or to one pasted along with the command."""
    if ask.words and _HELP.fullmatch(ask.words):
        return Outcome(Reply(render("counter_help"), "counter", facts=nothing()), case)
    to_get_to = number_to_get_to(ask.words)
    if to_get_to:
        ask = replace(ask, text=f"ask for {to_get_to}", options={})
    named_another = use_another(ask, case, setting)
    if named_another is not None:
        return named_another
    ask, form, tone = _manner(ask)
    using = _USING.search(ask.words)
    named = named_offer(_USING.sub("", ask.words) if using else ask.words, case) if ask.words else None
    if named is not None:
        rest = f"{named.rest} mention {using['who']}".strip() if using else named.rest
        case, ask = named.case, Ask(text=rest, spoken=ask.spoken)
    talk = counter_talk.read(ask.words)
    talk = replace(talk, form=form or talk.form, tone=tone or talk.tone)
    if ask.spoken:
        talk = _as_last(talk, ask.words, case)
    other = _no_counter(ask, talk, case, setting)
    if other is not None:
        return other
    if talk.scene == "again":
        ask, talk = Ask(), CounterTalk()
    wishes = bool(talk.scene or talk.forfeited or talk.sign_on) and length(ask.words) <= _A_WISH
    told_with_it = case.offer is None and talk.scene in _WITH_AN_OFFER
    pasted = pasted_with(ask, case) if not wishes or told_with_it else None
    offer = pasted or case.offer
    if offer is None:
        text = render("counter_no_offer", scene=talk.scene)
        return Outcome(Reply(text, "counter", facts=nothing(talk.scene), actions=(PASTE,)), case)
    if pasted:
        case = taken_up(case, (pasted,), job_of(pasted).over(case.me))
        offer, talk = case.offer or pasted, CounterTalk(scene=talk.scene if wishes else "")
    told = Told() if pasted else read_told(talk.rest, spoken=ask.spoken)
    return _mentioning(ask, talk, case, offer, setting) or _by_words(talk, told, case, offer, setting)


def _as_last(talk: CounterTalk, said: str, case: Case) -> CounterTalk:
    """A wish for another form or tone alone, over the counter just written: what it leaves unsaid stays."""
    wish, sent = restyled(said), case.sent
    if wish is None or sent is None or case.offer is None or sent.company != (case.offer.company or ""):
        return talk
    last = unpacked(f"{sent.form};{sent.tone}")
    return CounterTalk(wish.form or last.form, wish.tone or last.tone, mention=sent.mention)


def _no_counter(ask: Ask, talk: CounterTalk, case: Case, setting: Setting) -> Outcome | None:
    """What words with an offer at hand want instead of a first counter: None where they want one."""
    offer = case.offer
    if offer is None:
        return None
    if gives_instead(ask.words):
        return decide(Ask(text=ask.words, spoken=True), case, setting)
    if talk.scene == "rival":
        return _beside_another(ask, talk, case, setting)
    heard, nothing_new = answered_of(case, offer), not talk.rest and _names_nothing(talk)
    if heard.pulled and nothing_new:
        return decide(Ask(text="accept"), case, setting)  # which says that there is nothing left to answer
    to_it = case.sent is not None and case.sent.company == (offer.company or "")
    if (heard.final and nothing_new) or (to_it and (talk.scene == "again" or (heard.moved and nothing_new))):
        return again(judge(case, offer, setting), case)
    return None


def _names_nothing(talk: CounterTalk) -> bool:
    """Whether the words say nothing new to ask for: once they have answered, that is no second counter."""
    return replace(talk, rest="", form="", tone="") == CounterTalk()


def _mentioning(ask: Ask, talk: CounterTalk, case: Case, offer: Offer, setting: Setting) -> Outcome | None:
    """The counter that names another offer, or why it can't; None where none is to be named."""
    if not talk.mention:
        return None
    named = other_offer(case, talk.mention)
    if named is not None:
        wish = kept_number(Wish(talk.form, talk.tone or "warm", mention=named.company or ""), case, offer)
        return written_to(case, offer, wish, setting)
    if _NAME.fullmatch(talk.mention) or "offer" in ask.words.lower():
        text = render("counter_no_other", company=talk.mention)
        return Outcome(Reply(text, "counter", facts=nothing()), case)
    return None


def _by_words(talk: CounterTalk, told: Told, case: Case, offer: Offer, setting: Setting) -> Outcome:
    """The counter with what the words add: a number, evidence, a form; or the line for what they said."""
    wish = wished(talk, told, offer)
    small = small_letter(talk, told, case, offer, setting)
    if small is not None:
        return small
    case = replace(case, pack=with_proof(with_work(case.pack, told.work), told.proof))
    if talk.scene not in ("", "fixed"):
        return answer(talk, wanted(talk.amount, None, offer), judge(case, offer, setting), case)
    plain = not (told.work or told.proof or wish.ask)
    if talk.lever in _OF_TARGETS and plain:
        return package(Ask(text=talk.lever), case, setting)
    before, wish = wish, wish if talk.ours else kept_number(wish, case, offer)
    kept = wish != before
    last = case.sent.mention if case.sent is not None and case.sent.company == (offer.company or "") else ""
    kept_mention = bool(last) and not (talk.ours or wish.mention) and other_offer(case, last) is not None
    if kept_mention:
        wish = replace(wish, mention=last)
    if not (kept or talk.ours or wish.stuck) and (talk.form or talk.tone) and plain:
        wish = _as_written(wish, judge(case, offer, setting), case, offer)
    named_sum = told.amount or told.percent or talk.sign_on
    heard = talk.form or talk.tone or talk.scene or talk.ours or wish.stuck or told.amount
    unread = told.unused and not heard and before.ask is None
    unused = bool(named_sum and (wish.ask is None or kept)) or unread
    return written_to(case, offer, wish, setting, Added(told, talk, unused, kept, kept_mention))


def _as_written(wish: Wish, judged: Judged, case: Case, offer: Offer) -> Wish:
    """The wish for another form or tone, with the number just written where it is not the rules' own."""
    plan = plan_to(judged, wish, case)
    last = as_before(wish, plan, case, offer) if plan is not None else wish
    by_rule = plan_to(judged, replace(last, ask=None), case)
    ours = by_rule is not None and by_rule.ask == last.ask
    return replace(last, ask=None) if ours else last


def _beside_another(ask: Ask, talk: CounterTalk, case: Case, setting: Setting) -> Outcome:
    """Another offer that the person holds: what to say of it, with the counter where that is asked for."""
    other, case = beside(ask, talk.rival, case)
    offer = case.offer
    if offer is None:
        raise ValueError("a rival of no offer")
    if ask.spoken and not _COUNTERS.search(ask.words):
        return noted(other, judge(case, offer, setting), case)
    wish = kept_number(Wish(mention=other.company or ""), case, offer)
    outcome = written_to(case, offer, wish, setting)
    head = noted(other, judge(case, offer, setting), case).reply.text.partition("\n\n")[0]
    return replace(outcome, reply=replace(outcome.reply, text=f"{head}\n\n{outcome.reply.text}"))


def _manner(ask: Ask) -> tuple[Ask, Form, Tone]:
    """The form and tone that a platform hands over by name, and the rest of what was asked."""
    form: Form = next((each for each, _ in FORMS if each == ask.options.get("form")), "")
    tone: Tone = next((each for each, _ in TONES if each == ask.options.get("tone")), "")
    rest = {name: value for name, value in ask.options.items() if name not in ("form", "tone")}
    return replace(ask, options=rest), form, tone


def write(ask: Ask, case: Case, setting: Setting) -> Outcome:
    """A button: the counter, or the same in another form or tone."""
    if case.offer is None:
        return respond(Ask(), case, setting)
    return written_to(case, case.offer, unpacked(ask.known), setting)


def said(ask: Ask, case: Case, setting: Setting) -> Outcome:
    """A choice of what they said: the line for it."""
    scene, _, amount = ask.known.partition(";")
    if case.offer is None:
        return respond(Ask(), case, setting)
    if scene not in ("final", "today", "sign_at"):
        return written_to(case, case.offer, Wish(stuck=True, fixed=True), setting)
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
        Option(
            "form",
            "choice",
            "email, chat (60 words) or call (lines to say); alone it shows that one whole",
            choices=("email", "chat", "call"),
        ),
        Option("tone", "choice", "warm unless you say; neutral or firm", choices=("warm", "neutral", "firm")),
    ),
    example="/counter",
    clicks={"write": write, "show": write, "say": said},
)
