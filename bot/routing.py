"""Which command a turn means: by its name, its button or form, or the words of a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from bot import meaning, proposing
from bot.beside import beside, leaves
from bot.commands import COMMANDS, about_offer, correct, forget
from bot.commands.about_offer import asks_of_offer
from bot.commands.after_offer import about_it
from bot.commands.amend import implied
from bot.commands.amending.aside import names_other_job
from bot.commands.base import Ask, Respond
from bot.commands.insist import WANTS as OFFER_AGAIN
from bot.commands.insist import answers
from bot.commands.not_ours import declining
from bot.commands.practice_waiting import is_line, waits
from bot.commands.replied import is_answer, wants_else
from bot.commands.said_instead import instead
from bot.commands.several import read_each
from bot.heard import Heard, noting, unread_of
from bot.memory.case import Case, Question
from bot.no_offer import without_questions
from bot.not_understood import no_such_choice, other, refuse_file, too_long, unknown_command
from bot.offers.documents import Document, Unreadable
from bot.offers.documents.document import READ_AT_MOST
from bot.offers.reader import NO_PAY
from bot.telling_words import respelt
from bot.told_slots import with_slots
from bot.turn import Clicked, Invoked, Said, Submitted
from bot.understand.boundaries import boundary
from bot.understand.steering import step
from bot.understand.why_words import asks_why, is_bare

DOUBT = "doubt"  # what the buttons of a question about a figure begin with

_ORDINALS = {
    name: number
    for number, names in enumerate(
        ("1 first 1st", "2 second 2nd", "3 third 3rd", "4 fourth 4th", "5 fifth 5th", *"6789"), start=1
    )
    for name in names.split()
}


def route(event: Heard, case: Case, now: datetime) -> tuple[Respond, Ask]:
    """Which command answers an event, and what it is handed."""
    handler, ask = _route(event, case, now)
    return proposing.without_proposal(handler), ask


def _route(event: Heard, case: Case, now: datetime) -> tuple[Respond, Ask]:
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
            return refuse_file, Ask(known=reason)
        case Document():
            return _of_file(event, case)
        case Said(text):
            return _said(text, case, now)


def _invoked(command: str, text: str, options: Mapping[str, str]) -> tuple[Respond, Ask]:
    known = COMMANDS.get(command.lower())
    if known is None:
        return unknown_command, Ask(text=command)
    if len(text) + sum(len(value) for value in options.values()) > READ_AT_MOST:
        return too_long, Ask(text=text, options=options)
    return known.respond, Ask(text=text, options=options)


def _clicked(action: str, value: str) -> tuple[Respond, Ask]:
    command, _, verb = action.partition(".")
    known = COMMANDS.get(command)
    handler = known.clicks.get(verb) if known else correct.CLICKS.get(verb) if command == DOUBT else None
    if command == proposing.WANTS:
        handler = proposing.clicked(verb)
    return (handler, Ask(known=value)) if handler else (other, Ask(text="?"))


def _said(text: str, case: Case, now: datetime) -> tuple[Respond, Ask]:
    said = text.strip()
    if len(said) > READ_AT_MOST:
        return too_long, Ask(text=said)
    command, rest = _typed(said)
    if command:
        return _invoked(command, rest, {})
    asking = case.question if case.question and case.question.stands(now) else None
    chosen = _chosen(rest, case, asking, now)
    if chosen is not None:
        return chosen
    if asking is not None and (asking.command == "forget" or asking.wants == proposing.WANTS):
        waiting = asking.waiting  # other words than those that choose are no answer to it
        asking = waiting if waiting is not None and waiting.stands(now) else None
    return beside(rest, case, asking) or _answer(rest, case, asking) or _sentence(rest, case, asking)


def _typed(said: str) -> tuple[str, str]:
    """A command typed with its slash and the words behind it; "" and the words where there is none.

    "/cancel", "/undo" and "/start" are words like any.
    """
    if not (said.startswith("/") and said[1:2].isalpha()):
        return "", said
    command, *rest = said[1:].split(maxsplit=1)
    if command.lower() not in COMMANDS and step(said[1:]):
        return "", said[1:]
    return command, "".join(rest)


def _chosen(text: str, case: Case, asking: Question | None, now: datetime) -> tuple[Respond, Ask] | None:
    """What "yes", "no" or a number say to an open question: whether to forget, or which wish is meant."""
    confirmed = forget.confirms(text, case, now)
    if confirmed:
        return COMMANDS["forget"].clicks[confirmed], Ask()
    chosen = proposing.picked(text, asking)
    return (chosen, Ask(text=text)) if chosen else None


def _answer(text: str, case: Case, asking: Question | None) -> tuple[Respond, Ask] | None:
    """What words are to an open question that any words answer, or a number one with choices."""
    if asking is None or meaning.of_a_later_reply(text, case, asking):
        return None
    if asking.free and is_bare(text):
        return COMMANDS["why"].respond, Ask(text=text, spoken=True)
    if asking.free and not leaves(text) and not (asking.command == "decide" and wants_else(text)):
        return COMMANDS[asking.command].respond, Ask(text=text, known=asking.known, spoken=True)
    return _by_number(text, asking)


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
            return refuse_file, Ask(known=document.unread[0], spoken=True)
        handler, ask = COMMANDS["offer"].respond, Ask(text=text or "?", found=found)
    noted = unread_of(document)
    return (noting(handler, noted) if noted else handler), ask


def _by_number(text: str, asking: Question) -> tuple[Respond, Ask] | None:
    """The choice that "2" or "the second one" names, where choices stand open."""
    number = _ORDINALS.get(_bare(text))
    if number is None or not asking.choices:
        return None
    if number > len(asking.choices):
        return no_such_choice, Ask(known=str(len(asking.choices)))
    return COMMANDS[asking.command].clicks["pick"], Ask(known=asking.choices[number - 1])


def _told_again(text: str, case: Case, asking: Question | None) -> tuple[Respond, Ask] | None:
    """Words that go before any correction of an offer.

    "Why?", a look-up put right, an offer insisted on, an employer's answer, an offer spoken of.
    """
    if asks_why(text, alone=case.last is None) is not None:
        return COMMANDS["why"].respond, Ask(text=text, spoken=True)
    again = instead(text, case, asking)
    if again is not None:
        return COMMANDS[again[0]].respond, again[1]
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
    """What answers plain words, and its reply's slots say what else is in them."""
    respond, ask = _meant(respelt(text), case, asking)
    return with_slots(respond), ask


def _meant(text: str, case: Case, asking: Question | None) -> tuple[Respond, Ask]:
    """What plain words mean: a wish, an offer, an answer, a correction, or a look-up without a verb."""
    of_offer = (about_offer.respond, Ask(text=text, spoken=True)) if asks_of_offer(text, case) else None
    told = of_offer or _told_again(text, case, asking)
    if told is not None:
        return told
    if asking is not None and asking.wants == OFFER_AGAIN:
        asking = None  # words without a sum answer no call for the text
    correction = meaning.correction(text, case, asking)
    if correction is not None:
        return correct.correcting(correction), Ask(text=text)
    found = without_questions(text, read_each(text), case)
    if asking is not None and waits(asking) and is_line(text, found):
        return COMMANDS["practice"].respond, Ask(text=text, known=asking.known, spoken=True)
    kind = boundary(text)
    if kind is not None and not found.offers and not meaning.wants_of_us(text):
        return declining(kind), Ask()
    answering = asking is not None and meaning.may_answer(text, asking)
    learnt = not answering and found.other != NO_PAY  # a whole letter is no wish
    meant = meaning.outright(text, found, case) or meaning.named(text, found, case, learnt=learnt)
    if meant is None:
        unnamed = _unnamed(text, case, asking if answering else None)
        if unnamed is not None:
            return unnamed
        meant = meaning.implied_wish(text, case, found) or meaning.begun(text)
    command = COMMANDS.get(meant or "")
    ask = Ask(text=text, spoken=True, found=found)
    return (command.respond if command else other), ask


def _unnamed(text: str, case: Case, answered: Question | None) -> tuple[Respond, Ask] | None:
    """What words are that name no command: another job's pay, an answer, a change of the offer at hand."""
    if names_other_job(text, case):
        return COMMANDS["median"].respond, Ask(text=text)
    if answered is not None:
        spoken = len(text.split()) > meaning.FEW
        return COMMANDS[answered.command].respond, Ask(text=text, known=answered.known, spoken=spoken)
    change = implied(text, case) if not meaning.goes_on(text) else None
    return (correct.correcting(change), Ask(text=text)) if change is not None else None


def _bare(text: str) -> str:
    """A choice as people name it by its number, to the number's word: "the second one." -> "second"."""
    return text.strip(" .!#()").lower().removeprefix("the ").removesuffix(" one")
