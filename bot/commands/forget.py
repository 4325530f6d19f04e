"""`/forget`: everything kept about a person, gone once they have said so twice."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.commands import profile, unset
from bot.commands.base import Ask, Command, Option, Outcome, Setting
from bot.commands.inventory import CONFIRM, Held, held
from bot.memory.case import Case, Question
from bot.memory.codec import encode
from bot.turn import Button, Reply
from bot.understand.leaving import leaves
from bot.voice import render

ASKED_FOR = timedelta(minutes=10)  # a bare "yes" later than this may be meant for something else
_YES = re.compile(
    r"(?:yes|yep|yeah|y|confirm(?:ed)?|(?:(?:yes|yeah|ok(?:ay)?|sure),? )?(?:please )?(?:do it|go ahead"
    r"|(?:delete|forget|erase)(?: (?:it|me|all|everything|it all|all of it))?))(?: now)?(?: please)?",
    re.IGNORECASE,
)
_NO = re.compile(
    r"(?:no|nope|nah|back|skip|done|don'?t|do not|keep(?: (?:it|everything|all))?)(?: thanks?(?: you)?)?",
    re.IGNORECASE,
)
_HALF = re.compile(r"(?:ok(?:ay)?|k|sure|fine|alright|all right|hm+)", re.IGNORECASE)
_AT_ONCE = re.compile(
    r"(?:please )?(?:(?:forget|delete|erase|wipe|remove)(?: (?:me|it|all|everything|(?:all )?my data))?,? )?"
    r"(?:now|right now|at once|immediately|yes)(?: please)?",
    re.IGNORECASE,
)
_OFFERED = (Button("Delete everything", "forget.now", primary=True), Button("Keep it", "forget.keep"))


@dataclass(frozen=True, slots=True)
class ForgetFacts:
    """Whether there was anything to forget, whether it is gone, and what it was: kinds and numbers."""

    had: bool
    gone: bool
    kept: tuple[Held, ...] = ()


def respond(ask: Ask, case: Case, setting: Setting) -> Outcome:
    """Ask whether to forget, or do so where the words say "now"; one thing named alone is taken back."""
    said = _bare(ask.words)
    if unset.named(ask.words) and not _AT_ONCE.fullmatch(said):
        return profile.respond(Ask(text=ask.words, spoken=ask.spoken), case, setting)
    if unset.named(f"forget {said}"):  # "/forget my offer"
        return profile.respond(Ask(text=f"forget {said}"), case, setting)
    if _AT_ONCE.fullmatch(said):
        return forgotten(ask, case, setting)
    kept = held(case)
    if not kept:
        return forgotten(ask, case, setting)
    question = Question("forget", CONFIRM, _fingerprint(case), setting.now, waiting=_waiting(case))
    reply = Reply(render("forget_ask", kept=kept), "forget", facts=ForgetFacts(True, False, kept))
    return Outcome(replace(reply, actions=_OFFERED), replace(case, question=question))


def forgotten(_ask: Ask, case: Case, _setting: Setting) -> Outcome:
    """Forget everything."""
    kept = held(case)
    facts = ForgetFacts(bool(kept), True, kept)
    return Outcome(Reply(render("forgotten", had=bool(kept)), "forget", facts=facts), None)


def keep(_ask: Ask, case: Case, _setting: Setting) -> Outcome:
    """Leave everything as it is."""
    waiting, kept = _waiting(case), held(case)
    text = render("forget_kept", waiting=waiting.command if waiting else "")
    reply = Reply(text, "forget", facts=ForgetFacts(bool(kept), False, kept))
    return Outcome(reply, replace(case, question=waiting))


def _waiting(case: Case) -> Question | None:
    """The open question that is not the one whether to forget."""
    asked = case.question
    return asked.waiting if asked is not None and asked.command == "forget" else asked


def confirms(text: str, case: Case, now: datetime) -> str:
    """What few words answer to the question whether to forget: "now" or "keep"; "" where they do not.

    "Ok" is neither: it is asked again ("ask"), for what is deleted does not come back.

    A "yes" counts for ten minutes and while the case is as it was: else it may be meant for
    another question, and what it would delete is more than was shown.
    """
    asked = case.question
    if asked is None or asked.command != "forget":
        return ""
    said = _bare(text)
    if leaves(said) in ("stop", "later") or _NO.fullmatch(said):
        return "keep"
    fresh = now - asked.asked_at < ASKED_FOR and asked.known == _fingerprint(case)
    if not fresh:
        return ""
    return "now" if _YES.fullmatch(said) else "ask" if _HALF.fullmatch(said) else ""


def _bare(text: str) -> str:
    return " ".join(text.replace("\u2019", "'").split()).strip(" .!,/").lower()


def _fingerprint(case: Case) -> str:
    """What the case holds beside its question, in eight letters: tells whether it changed, and no more."""
    return f"{zlib.crc32(encode(replace(case, question=None))):08x}"


COMMAND = Command(
    name="forget",
    summary="Delete everything kept about you, once you have said yes",
    respond=respond,
    options=(Option("what", "text", "now: without asking; or one thing: my offer, my city, my evidence"),),
    example="/forget",
    clicks={"now": forgotten, "ask": respond, "keep": keep},
)
