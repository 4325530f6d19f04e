"""Which command a turn means: by its name, its button or form, or the words of a sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import datetime

from bot import meaning
from bot.commands import COMMANDS, correct, forget, unset
from bot.commands.about import hear as hear_words
from bot.commands.after_offer import about_it
from bot.commands.amend import implied
from bot.commands.amending.aside import names_other_job
from bot.commands.base import Ask, Outcome, Respond, Setting
from bot.commands.insist import WANTS as OFFER_AGAIN
from bot.commands.insist import answers
from bot.commands.replied import is_answer
from bot.commands.several import read_each
from bot.memory.case import About, Case, Question
from bot.offers.documents import Document, Unreadable, read_document
from bot.offers.documents.document import READ_AT_MOST
from bot.offers.mask import mask
from bot.offers.reader import NO_PAY
from bot.turn import Clicked, Event, Invoked, Reply, Said, Slots, Submitted, Uploaded
from bot.understand.intent import intent
from bot.understand.leaving import leaves
from bot.understand.question import READ_AT_MOST as A_QUESTION
from bot.voice import render

DOUBT = "doubt"  # what the buttons of a question about a figure begin with
NEAR = 70  # how alike, of 100, an unknown command must be to a known one to be suggested

_ORDINALS = {
    name: number
    for number, names in enumerate(
        ("1 first 1st", "2 second 2nd", "3 third 3rd", "4 fourth 4th", "5 fifth 5th", *"6789"), start=1
    )
    for name in names.split()
}
_THANKS = re.compile(
    r"(?:(?:many |much )?(?:thanks|thank you|thx|ty|cheers)|great|perfect|awesome)\b.{0,20}", re.I
)


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
            found = (
                meaning.correction(text, case, None) if command.lower() == "offer" and not options else None
            )
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
    if len(text.split()) > meaning.SHORT:
        return False
    wish = intent(text) in ("forget", "export") or unset.alone(text)
    return wish or text.strip(" ?!.").lower() == "help"


def _of_file(document: Document, case: Case) -> tuple[Respond, Ask]:
    """What a file is for: an offer, but for a long message that a platform made a text file of.

    No command in a file is carried out, nor a wish in few words: somebody else may have written it.
    """
    if document.kind == "text" and len(document.texts[0].split()) > meaning.SHORT:
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
    correction = meaning.correction(text, case, asking)
    if correction is not None:
        return correct.correcting(correction), Ask(text=text)
    found = meaning.without_questions(text, read_each(text), case)
    answering = asking is not None and meaning.may_answer(text, asking)
    learnt = not answering and found.other != NO_PAY  # a whole letter is no wish
    meant = meaning.outright(text, found, case) or meaning.named(text, found, case, learnt=learnt)
    if meant is None and names_other_job(text, case):
        return COMMANDS["median"].respond, Ask(text=text)
    if meant is None and asking is not None and answering:
        spoken = len(text.split()) > meaning.FEW
        return COMMANDS[asking.command].respond, Ask(text=text, known=asking.known, spoken=spoken)
    change = implied(text, case) if meant is None and not meaning.goes_on(text) else None
    if change is not None:
        return correct.correcting(change), Ask(text=text)
    command = COMMANDS.get(meant or meaning.implied_wish(text, case, found) or "")
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


def _bare(text: str) -> str:
    """A choice as people name it by its number, to the number's word: "the second one." -> "second"."""
    return text.strip(" .!#()").lower().removeprefix("the ").removesuffix(" one")


def _other(ask: Ask, case: Case, _setting: Setting) -> Outcome:
    aside = "thanks" if _THANKS.fullmatch(ask.text) else "other" if meaning.is_aside(ask.text) else ""
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
