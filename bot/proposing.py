"""Words that mean nothing surely: the likeliest wishes proposed, and answered by a button, a number, a word.

The words themselves are not kept: a command that needs them asks for them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from bot.commands import COMMANDS
from bot.commands.base import Ask, Outcome, Respond, Setting
from bot.commands.welcome import greet, introduced, is_new
from bot.memory.case import Case, Question
from bot.turn import Button, Reply
from bot.understand.ai import ai_words
from bot.understand.intent import intent
from bot.understand.steering import step
from bot.understand.text import tokens
from bot.voice import render
from bot.wishes import wish_of

WANTS: Final = "wish"  # what a question wants that proposes wishes; also what its buttons begin with
NONE: Final = "none"
MOST: Final = 3
# Chosen on 340 held-out texts: at these no text that wants nothing of Parley is met with a proposal.
SURE, WORTH_NAMING, NOTHING_OF_OURS = 0.25, 0.12, 0.4
_FEW = 4  # words that may answer
_DONT_FORGET = re.compile(r"\b(?:don['\u2019]?t|do not|never|not)\s{1,3}(?:\w{1,9}\s){0,2}forget\b", re.I)
_PREMIUM = re.compile(r"\bpremium\b", re.I)
_YES = re.compile(
    r"(?:y|ye[ps]|yeah|yup|sure|ok(?:ay)?|please|yes please|the first|do it|go ahead)[ .!]*", re.I
)
_NO = re.compile(
    r"(?:no(?:pe)?|nah|neither|none(?: of (?:them|these|those))?|no thanks?|something else)[ .!]*", re.I
)
_NUMBERS = {
    name: at
    for at, names in enumerate(("1 one first 1st a", "2 two second 2nd b", "3 three third 3rd c"))
    for name in names.split()
}


@dataclass(frozen=True, slots=True)
class ProposalFacts:
    """The commands proposed, the likeliest first."""

    proposed: tuple[str, ...]


def proposals(text: str) -> tuple[str, ...]:
    """The likeliest wishes of a text, none where it is more likely to want nothing of Parley.

    >>> proposals("whats the weather like")
    ()
    """
    wish = wish_of(text)
    likely = ((wish.label, wish.sure), *wish.others)
    if wish.label == "other" and wish.sure < NOTHING_OF_OURS:
        likely = wish.others
    label, sure = likely[0] if likely else ("other", 0.0)
    if sure < SURE or not _may_be(label, text):
        return ()
    rest = [
        each for each, sure in likely[1:] if sure >= WORTH_NAMING and each != "help" and _may_be(each, text)
    ]
    return (label, *rest)[:MOST]


def _may_be(label: str, text: str) -> bool:
    """Whether a wish can be proposed: not to be forgotten to "don't", nor a premium that is none of AI's."""
    if label == "forget":
        return not _DONT_FORGET.search(text)
    if label == "premium" and _PREMIUM.search(text):
        return bool(ai_words(tokens(text)))
    return label in COMMANDS and label != "why"  # that is asked of what was said last


def proposing(ask: Ask, case: Case, setting: Setting) -> Outcome | None:
    """The question which of the likeliest wishes is meant; for somebody new the ways to start; or None."""
    found = proposals(ask.text)
    if not found:
        return introduced(case) if is_new(case) else None
    if found == ("help",):
        return greet(ask, case, setting)
    buttons = tuple(Button(_label(each), f"{WANTS}.{each}") for each in found)
    none = Button(_label(NONE), f"{WANTS}.{NONE}")
    text = render("propose", needs=[render("need", command=each, short=False) for each in found])
    question = Question("help", WANTS, "", setting.now, found)
    reply = Reply(text, found[0], facts=ProposalFacts(found), actions=(*buttons, none))
    return Outcome(reply, replace(case, question=question))


def _label(command: str) -> str:
    if command == NONE:
        return render("propose_none", button=True)
    return render("need", command=command, short=True)


def clicked(verb: str) -> Respond | None:
    """The handler of a button under a proposal; None for one there is not."""
    return _none if verb == NONE else _running(verb) if verb in COMMANDS else None


def picked(text: str, asking: Question | None) -> Respond | None:
    """The handler of the proposal that few words choose, or of a plain no; None where they are neither."""
    if asking is None or asking.wants != WANTS:
        return None
    said = " ".join(text.lower().split()).strip(" .!?()#")
    if len(said.split()) > _FEW:
        return None
    if _NO.fullmatch(said) or step(said) in ("stop", "later"):
        return _none
    if _YES.fullmatch(said):
        return _running(asking.choices[0])
    at = _NUMBERS.get(said.removeprefix("the ").removeprefix("number ").removesuffix(" one"))
    if at is not None:
        return _running(asking.choices[at]) if at < len(asking.choices) else None
    return next((_running(each) for each in asking.choices if _names(said, each)), None)


def _names(said: str, command: str) -> bool:
    bare = said.removeprefix("the ").removeprefix("my ")
    return bare == command or said == _label(command).lower() or intent(said) == command


def without_proposal(respond: Respond) -> Respond:
    """The handler, with a proposal that it does not answer closed: a later "yes" is not meant for it."""

    def answer(ask: Ask, case: Case, setting: Setting) -> Outcome:
        return respond(ask, closed(case), setting)

    return answer


def closed(case: Case) -> Case:
    """The case without a proposal that stands open."""
    open_ = case.question is not None and case.question.wants == WANTS
    return replace(case, question=None) if open_ else case


def _running(command: str) -> Respond:
    def run(_ask: Ask, case: Case, setting: Setting) -> Outcome:
        return COMMANDS[command].respond(Ask(), closed(case), setting)

    return run


def _none(_ask: Ask, case: Case, _setting: Setting) -> Outcome:
    return Outcome(Reply(render("propose_none", button=False), "other"), closed(case))
