"""An event as it is answered: what nobody needs is masked, a file is read, what was left unread is said."""

from __future__ import annotations

from dataclasses import replace

from bot.commands.base import Ask, Outcome, Respond, Setting
from bot.memory.case import Case
from bot.offers.documents import Document, Unreadable, read_document
from bot.offers.mask import mask
from bot.turn import Clicked, Event, Invoked, Said, Submitted, Uploaded
from bot.voice import render

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


def noting(handler: Respond, noted: str) -> Respond:
    """The handler, with a remark under its answer."""

    def answer(ask: Ask, case: Case, setting: Setting) -> Outcome:
        outcome = handler(ask, case, setting)
        reply = replace(outcome.reply, text=f"{outcome.reply.text}\n\n{noted}")
        return replace(outcome, reply=reply)

    return answer
