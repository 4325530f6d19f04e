"""Which command a turn means: by its name, its button or form, or the words of a sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import datetime

from bot.commands import COMMANDS, correct, forget, unset, words
from bot.commands.about import hear as hear_words
from bot.commands.after_offer import about_it
from bot.commands.amend import amendment, implied, of_mine
from bot.commands.amending.aside import asks, names_floor, names_other_job, tells_work
from bot.commands.amending.shapes import Amendment
from bot.commands.base import Ask, Outcome, Respond, Setting
from bot.commands.insist import WANTS as OFFER_AGAIN
from bot.commands.insist import answers
from bot.commands.lookup import follows
from bot.commands.offer import judges_another
from bot.commands.replied import is_answer, only_revises
from bot.commands.same_offer import same_company
from bot.commands.several import read_each
from bot.memory.case import About, Case, Question
from bot.offers.documents import Document, Unreadable, read_document
from bot.offers.documents.document import READ_AT_MOST
from bot.offers.mask import mask
from bot.offers.reader import NO_PAY, Reading
from bot.turn import Clicked, Event, Invoked, Reply, Said, Slots, Submitted, Uploaded
from bot.understand import glossary, pay_talk
from bot.understand.callers import calls_soon
from bot.understand.intent import intent, says_premium
from bot.understand.leaving import leaves
from bot.understand.money import read_amount
from bot.understand.question import READ_AT_MOST as A_QUESTION
from bot.understand.question import read as read_question
from bot.voice import render
from bot.wishes import wish_of

DOUBT = "doubt"  # what the buttons of a question about a figure begin with
NEAR = 70  # how alike, of 100, an unknown command must be to a known one to be suggested

FEW = 3  # words; so few are an answer, not a sentence
_ORDINALS = {
    name: number
    for number, names in enumerate(
        ("1 first 1st", "2 second 2nd", "3 third 3rd", "4 fourth 4th", "5 fifth 5th", *"6789"), start=1
    )
    for name in names.split()
}
_ASIDE = re.compile(
    r"(?:no|nope|nah|yes|yep|yeah|ok|okay|k|sure|later|nvm|never ?mind|forget it|idk"
    r"|not sure|cancel|stop)\b.{0,24}|.{0,12}(?:thanks|thank you|thx)\b.{0,12}",
    re.I,
)
_THANKS = re.compile(
    r"(?:(?:many |much )?(?:thanks|thank you|thx|ty|cheers)|great|perfect|awesome)\b.{0,20}", re.I
)
_IS_IT_GOOD = re.compile(
    r"(?:which (?:one )?should i take|should i take (?:it|this)|is (?:it|this|that) (?:any )?good"
    r"|judge (?!salary|pay|in|at)[\w&.-]{2,30}(?: offer)?)[\s?.!]*",
    re.IGNORECASE,
)
_FOLLOWS = re.compile(r"(?:and|what|how|or)\b", re.IGNORECASE)
_PREMIUM = re.compile(r"\bpremium\b", re.IGNORECASE)
# How sure the words of a text must be of a wish that no telling word names, or another than it names.
_SURE, _SURER_THAN_A_LOOK_UP, _SURER, _SUREST = 0.3, 0.6, 0.85, 0.95
_A_LONG_QUESTION = 20  # words
_DONT = re.compile(r"\b(?:don'?t|do not|never|not)\b", re.IGNORECASE)
# What a sentence on what one did may want: its figures are no pay.
_WITH_WORK = frozenset({"evidence", "check", "practice"})
# What is found out otherwise: an offer by the reader of offers, a look-up by its role. A premium is left
# to its own words: many are not that of AI skills.
_LOOKED_AT = frozenset({"median", "offer", "other"})
# What somebody may want with an offer in the same breath: a draft to check, two offers to compare.
_OVER_AN_OFFER = frozenset({"counter", "check", "compare", "practice"})
SHORT = 12  # words; a longer text is neither an answer to a question nor a wish to be forgotten


Heard = Said | Invoked | Clicked | Submitted | Document | Unreadable
"""An event as it is answered: a file by what was in it."""


def hear(event: Event) -> Heard:
    """An event without what nobody needs: numbers of persons, accounts and cards are masked, files are read.

    Raises:
        OSError: there is no process to be had to read a file in.
    """
    match event:
        case Uploaded(name, type_, content):
            return read_document(name, type_, content)
        case Said(text):
            return Said(mask(text))
        case Invoked(command, text, options):
            return Invoked(command, mask(text), {name: mask(value) for name, value in options.items()})
        case Submitted(form, values):
            return Submitted(form, {name: mask(value) for name, value in values.items()})
        case Clicked():
            return event


def route(event: Heard, case: Case, now: datetime) -> tuple[Respond, Ask]:
    """Which command answers an event, and what it is handed."""
    match event:
        case Invoked(command, text, options):
            found = _correction(text, case, None) if command.lower() == "offer" and not options else None
            return (correct.correcting(found), Ask(text=text)) if found else _invoked(command, text, options)
        case Clicked(action, value):
            return _clicked(action, value)
        case Submitted(form, values):
            return _invoked(form, "", values)
        case Unreadable(reason):
            return _refuse_file, Ask(known=reason)
        case Document():
            return _of_file(event, case)
        case Said(text):
            return _said(text, case, now)


def _invoked(command: str, text: str, options: Mapping[str, str]) -> tuple[Respond, Ask]:
    known = COMMANDS.get(command.lower())
    if known is None:
        return _unknown_command, Ask(text=command)
    if len(text) + sum(len(value) for value in options.values()) > READ_AT_MOST:
        return _too_long, Ask(text=text, options=options)
    return known.respond, Ask(text=text, options=options)


def _clicked(action: str, value: str) -> tuple[Respond, Ask]:
    command, _, verb = action.partition(".")
    known = COMMANDS.get(command)
    handler = known.clicks.get(verb) if known else correct.CLICKS.get(verb) if command == DOUBT else None
    return (handler, Ask(known=value)) if handler else (_other, Ask(text="?"))


def _said(text: str, case: Case, now: datetime) -> tuple[Respond, Ask]:
    stripped = text.strip()
    if len(stripped) > READ_AT_MOST:
        return _too_long, Ask(text=stripped)
    if stripped.startswith("/") and stripped[1:2].isalpha():
        command, *rest = stripped[1:].split(maxsplit=1)
        return _invoked(command, "".join(rest), {})
    confirmed = forget.confirms(stripped, case, now)
    if confirmed:
        return COMMANDS["forget"].clicks[confirmed], Ask()
    asking = case.question if case.question and case.question.stands(now) else None
    if asking is not None and asking.command == "forget":
        asking = None  # other words than yes and no are no answer to it
    if asking is not None and asking.free and not _leaves(stripped):
        text = "stop" if _calls_off(stripped, asking) else stripped
        return COMMANDS[asking.command].respond, Ask(text=text, known=asking.known, spoken=True)
    numbered = _by_number(stripped, asking) if asking else None
    return numbered or _sentence(stripped, case, asking)


def _calls_off(text: str, asking: Question) -> bool:
    """Whether few words want no more of a question; "no thanks" may be a line of a talk that is practised."""
    left = leaves(text)
    return left == "stop" or (left == "later" and asking.command != "practice")


def _leaves(text: str) -> bool:
    """Whether few words want out of a question that any words answer: to be forgotten, or helped."""
    if len(text.split()) > SHORT:
        return False
    wish = intent(text) in ("forget", "export") or unset.alone(text)
    return wish or text.strip(" ?!.").lower() == "help"


def _of_file(document: Document, case: Case) -> tuple[Respond, Ask]:
    """What a file is for: an offer, but for a long message that a platform made a text file of.

    No command in a file is carried out, nor a wish in few words: somebody else may have written it.
    """
    if document.kind == "text" and len(document.texts[0].split()) > SHORT:
        from bot.offers.documents.focus import focused  # noqa: PLC0415 - most turns bring no file

        handler, ask = _sentence(focused(document.texts[0]).strip(), case, None)
    else:
        from bot.offers.documents.offers import offers_in  # noqa: PLC0415

        text, found = offers_in(document)
        if not found.offers and document.unread:
            return _refuse_file, Ask(known=document.unread[0], spoken=True)
        handler, ask = COMMANDS["offer"].respond, Ask(text=text or "?", found=found)
    noted = unread_of(document)
    return (_noting(handler, noted) if noted else handler), ask


def unread_of(document: Document) -> str:
    """What was left unread of a file, in words; "" where it was read whole."""
    if not (document.cut or document.pictures or document.unread):
        return ""
    return render(
        "file_left_out",
        cut=document.cut,
        pages=document.pages,
        read=document.pages_read,
        pictures=document.pictures,
        unread=len(document.unread),
    )


def _noting(handler: Respond, noted: str) -> Respond:
    """The handler, with a remark under its answer."""

    def answer(ask: Ask, case: Case, setting: Setting) -> Outcome:
        outcome = handler(ask, case, setting)
        reply = replace(outcome.reply, text=f"{outcome.reply.text}\n\n{noted}")
        return replace(outcome, reply=reply)

    return answer


def _by_number(text: str, asking: Question) -> tuple[Respond, Ask] | None:
    """The choice that "2" or "the second one" names, where choices stand open."""
    number = _ORDINALS.get(_bare(text))
    if number is None or not asking.choices:
        return None
    if number > len(asking.choices):
        return _no_such_choice, Ask(known=str(len(asking.choices)))
    return COMMANDS[asking.command].clicks["pick"], Ask(known=asking.choices[number - 1])


def _told_again(text: str, case: Case, asking: Question | None) -> tuple[Respond, Ask] | None:
    """Words that go before any correction: an offer insisted on, an employer's answer, an offer spoken of."""
    insisting = answers(text, asking)
    if insisting is not None:
        return COMMANDS["offer"].respond, insisting
    if is_answer(text, case):
        return COMMANDS["decide"].respond, Ask(text=text, spoken=True)
    on_it = about_it(text, case)
    if on_it is not None:
        return COMMANDS[on_it].respond, Ask(text=text, spoken=True, found=read_each(text))
    return None


def _sentence(text: str, case: Case, asking: Question | None) -> tuple[Respond, Ask]:
    """What plain words mean: a wish, an offer, an answer, a correction, or a look-up without a verb."""
    told = _told_again(text, case, asking)
    if told is not None:
        return told
    if asking is not None and asking.wants == OFFER_AGAIN:
        asking = None  # words without a sum answer no call for the text
    correction = _correction(text, case, asking)
    if correction is not None:
        return correct.correcting(correction), Ask(text=text)
    found = _no_change(text, read_each(text), case)
    answering = asking is not None and _may_answer(text, asking)
    learnt = not answering and found.other != NO_PAY  # a whole letter is no wish
    meant = _outright(text, found, case) or _meant(text, found, case, learnt=learnt)
    if meant is None and names_other_job(text, case):
        return COMMANDS["median"].respond, Ask(text=text)
    if meant is None and asking is not None and answering:
        spoken = len(text.split()) > FEW
        return COMMANDS[asking.command].respond, Ask(text=text, known=asking.known, spoken=spoken)
    change = implied(text, case) if meant is None and not _FOLLOWS.match(text) else None
    if change is not None:
        return correct.correcting(change), Ask(text=text)
    command = COMMANDS.get(meant or _implied(text, case, found) or "")
    ask = Ask(text=text, spoken=True, found=found)
    return (_with_slots(command.respond) if command else _other), ask


def _with_slots(respond: Respond) -> Respond:
    """The handler, its reply's slots filled with what the words say beside what it took from them."""

    def answer(ask: Ask, case: Case, setting: Setting) -> Outcome:
        outcome = respond(ask, case, setting)
        if len(ask.text.split()) > A_QUESTION:
            return outcome
        told, taken = hear_words(ask.text, About(), spoken=True).slots, outcome.reply.slots
        if outcome.reply.intent == "range":
            told = replace(told, amount=None)  # a sum it left out may be today's pay
        unsaid = {
            each.name: getattr(told, each.name) for each in fields(Slots) if getattr(taken, each.name) is None
        }
        return replace(outcome, reply=replace(outcome.reply, slots=replace(taken, **unsaid)))

    return answer


def _no_change(text: str, found: Reading, case: Case) -> Reading:
    """The reading of a text; with an offer at hand a question that names no other is a question alone."""
    mine = of_mine(text)
    if case.offer is None or not found.offers or not (asks(text) or mine):
        return found
    other = any(offer.title or (offer.company and not same_company(case, offer)) for offer in found.offers)
    return found if other else Reading(other="wish" if mine else "question")


def _correction(text: str, case: Case, asking: Question | None) -> Amendment | None:
    """What a short line puts right in the offer at hand, where it names it and wishes for nothing else."""
    if case.offer is None and not case.before:
        return None
    if asking is not None and asking.command != "offer" and _may_answer(text, asking):
        return None
    found = amendment(text, case)
    meant = intent(text)
    if meant == "decide" and only_revises(text, case):
        meant = None
    return found if found is not None and meant in (None, "offer") else None


def _bare(text: str) -> str:
    """A choice as people name it by its number, to the number's word: "the second one." -> "second"."""
    return text.strip(" .!#()").lower().removeprefix("the ").removesuffix(" one")


def _is_aside(text: str) -> bool:
    """Words that answer nothing and ask nothing: "ok", "not sure yet"."""
    return bool(_ASIDE.fullmatch(text)) and "?" not in text


def _may_answer(text: str, asking: Question) -> bool:
    """Whether words can be the role, level or city asked for: few, no sum, no question, no aside.

    Words that name another city or level than the question already had are a question of their own.
    """
    if len(text.split()) > SHORT or text.endswith("?") or _is_aside(text) or read_amount(text):
        return False
    heard = read_question(text, spoken=len(text.split()) > FEW)
    known = words.unpack(asking.known)
    for said, had in ((heard.place, known.place), (heard.level, known.level)):
        if said and had and said != had:
            return False
    found = heard.role or heard.place or heard.level or heard.ai or heard.unsure or heard.beyond
    return bool(found) or len(text.split()) <= FEW


def _implied(text: str, case: Case, found: Reading) -> str | None:
    """What a sentence without a telling word may still mean."""
    if found.other in ("job_ad", "no_pay") and len(text.split()) > SHORT:
        return "offer"  # said to be a posting, or without its pay; a question's few words are looked up
    heard = read_question(text, spoken=True)
    about_at_hand = case.offer is not None and heard.role is None and read_amount(text) and not follows(text)
    if about_at_hand and asks(text):  # "is 120-140 ok?"
        return "offer" if found.other in (None, "question", "nothing") else None
    before = case.looked_up_by if case.looked_up else "median"
    if heard.role or heard.unsure or heard.beyond:
        return before if follows(text) else "median"
    if (case.looked_up or case.offer) and (heard.place or heard.level or heard.ai):
        return before  # "and in Seattle?"
    if case.looked_up and heard.company and follows(text):
        return before  # "and at Stripe?"
    return "offer" if found.other in ("present_pay", "wish", "job_ad", "rejection", "no_pay") else None


def _meant(text: str, found: Reading, case: Case, *, learnt: bool) -> str | None:
    """The command a sentence names. An offer in it outweighs all but a few wishes.

    Where no telling word does, all of its words together may (`learnt`), if they are sure enough and
    correct nothing.
    """
    meant = intent(text)
    if learnt:
        meant = _learnt(text, meant, found, case)
    if meant in _OVER_AN_OFFER or (meant == "forget" and len(text.split()) <= SHORT):
        return meant
    if meant == "decide" and only_revises(text, case):
        meant = None
    if meant == "decide" and case.offer is None and pay_talk.read(text).scene != "range":
        return "range"  # "would you accept at 185k", said before there is an offer
    if meant == "decide" and _may_be_their_answer(found, case):
        return meant
    if names_floor(text):
        return "profile"  # "about the floor, make it 128"
    if found.offers and not (learnt and _asks_of_pay(text)):
        return "offer"
    return "premium" if meant in (None, "median") and _of_a_premium(text, case) else meant


def _asks_of_pay(text: str) -> bool:
    """Whether a short question that holds a sum asks what a job pays: "is 170k good for a nurse?"."""
    if "?" not in text or len(text.split()) > _A_LONG_QUESTION:
        return False
    wish = wish_of(text)
    return wish.label == "median" and wish.sure >= _SURER_THAN_A_LOOK_UP


def _learnt(text: str, told: str | None, found: Reading, case: Case) -> str | None:
    """What the telling word says, or all words where they say something else more surely."""
    wish = wish_of(text)
    if wish.label in (told, "why", "premium"):
        return told
    if told == "offer" and case.offer is not None:
        return told  # about the one at hand
    if told is not None:
        if wish.label in _LOOKED_AT:
            return None if wish.sure >= _SUREST else told
        return wish.label if wish.sure >= _SURER else told
    if _is_said_otherwise(text, wish.label, case):
        return None
    least = _SURE if _implied(text, case, found) is None else _SURER_THAN_A_LOOK_UP
    return wish.label if wish.sure >= least and wish.label not in _LOOKED_AT else None


def _is_said_otherwise(text: str, wish: str, case: Case) -> bool:
    """Whether a text without a telling word is a follow-up, a correction or a sentence on one's work."""
    if (case.looked_up or case.offer) and (_FOLLOWS.match(text) or follows(text)):
        return True
    if wish == "forget" and _DONT.search(text):
        return True
    return implied(text, case) is not None or (wish not in _WITH_WORK and tells_work(text))


def _outright(text: str, found: Reading, case: Case) -> str | None:
    """The command that a whole text can only be meant for."""
    if unset.alone(text):
        return "profile"  # "forget the offer"
    if glossary.asked(text, at_hand=case.offer is not None) is not None:
        return "help"  # "what does OTE mean?"
    if found.other == "rejection" and case.offer is None:
        return "offer"  # "we regret to inform you"
    several = case.others or case.shelf  # then which of them it is about is another question
    if judges_another(text, case) or (_IS_IT_GOOD.fullmatch(text) and not several):
        return "offer"  # "judge stripe", "is it any good?"
    return "range" if case.offer is None and calls_soon(text) and not read_amount(text) else None


def _may_be_their_answer(found: Reading, case: Case) -> bool:
    """Whether words that tell what an employer said are about the offer at hand, or about none."""
    if case.offer is None:
        return not found.offers
    return all(offer.company is None or same_company(case, offer) for offer in found.offers)


def _of_a_premium(text: str, case: Case) -> bool:
    """Whether "premium" without a word of AI means ours: of a role, or of the cell looked up before.

    Every other word has to be understood, so that a premium for working nights is nobody's.
    """
    if not says_premium(text) or len(text.split()) > SHORT or read_amount(text):
        return False
    rest = _PREMIUM.sub(" ", text)
    if not rest.strip(" ?!."):
        return True
    heard = read_question(rest)
    unclear = heard.unknown or heard.beyond or any(unsure.slot == "level" for unsure in heard.unsure)
    return not unclear and bool(heard.role or heard.unsure or case.looked_up or case.offer_about.role)


def _other(ask: Ask, case: Case, _setting: Setting) -> Outcome:
    aside = "thanks" if _THANKS.fullmatch(ask.text) else "other" if _is_aside(ask.text) else ""
    text = render("other", empty=not ask.text, aside=aside, command=None, near=())
    return Outcome(Reply(text, "other"), case)


def _no_such_choice(ask: Ask, case: Case, _setting: Setting) -> Outcome:
    command = case.question.command if case.question else "other"
    return Outcome(Reply(render("no_such_choice", most=int(ask.known)), command), case)


def _unknown_command(ask: Ask, case: Case, _setting: Setting) -> Outcome:
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only for a mistyped command

    typed = ask.text.lower()
    found = process.extract(typed, list(COMMANDS), score_cutoff=NEAR, limit=2)
    # What deletes is suggested only for itself misspelt, never for a word that is a part of it.
    near = tuple(name for name, *_ in found if name != "forget" or fuzz.ratio(typed, name) >= NEAR)
    text = render("other", empty=False, aside="", command=ask.text[:40], near=near)
    return Outcome(Reply(text, "other"), case)


def _too_long(ask: Ask, case: Case, _setting: Setting) -> Outcome:
    length = len(ask.text) + sum(len(value) for value in ask.options.values())
    return Outcome(Reply(render("too_long", length=length, limit=READ_AT_MOST), "other"), case)


def _refuse_file(ask: Ask, case: Case, _setting: Setting) -> Outcome:
    text = render("cannot_read_file", reason=ask.known, attached=ask.spoken)
    return Outcome(Reply(text, "other"), case)
