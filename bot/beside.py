"""Words that are beside what is asked: out of a talk, over again, or for something Parley does not do."""

from __future__ import annotations

import re

from bot import meaning
from bot.commands import COMMANDS, stepping, unset
from bot.commands.base import Ask, Respond
from bot.commands.compare_words import named_in, names_of, read_wish
from bot.commands.not_ours import declining
from bot.commands.offer import judges_another
from bot.commands.practice_waiting import waits
from bot.commands.shelf import all_offers
from bot.commands.welcome import greet
from bot.memory.case import Case, Question
from bot.understand.boundaries import GRAVE, UNSAFE, boundary
from bot.understand.intent import intent
from bot.understand.money import read_amount
from bot.understand.steering import step

_ANYTHING_SAID = frozenset({"practice", "check"})
_TOLD_WITH_PAY = frozenset({"private_pay", "discrimination", "anger", "human", "maker"})
# What may be an answer where any words are one; an interview on one's work has none such.
_ANSWERS = frozenset({"greet", "later", "stop", "new"})
_MAY_ANSWER = {"evidence": frozenset({"greet"})}
_BACK_TO = re.compile(
    r"(?:(?:ok(?:ay)?|so|now|well|alright|right),? ){0,2}(?:go |take me |let'?s go )?"
    r"back to (?:the |my )?(?P<name>\S.{1,40}?)(?:'s)?(?: offer)?",
    re.IGNORECASE,
)

_SHOWING = re.compile(
    r"(?:(?:ok(?:ay)?|and|so|now|then),? ){0,2}(?:show (?:me )?(?:it |them )?)?", re.IGNORECASE
)


def beside(text: str, case: Case, asking: Question | None) -> tuple[Respond, Ask] | None:
    """The answer to such words, whatever question stands open (`asking`); None for all others."""
    return _beyond(text, case, asking) or _steered(text, case, asking)


def _beyond(text: str, case: Case, asking: Question | None) -> tuple[Respond, Ask] | None:
    """The answer to what Parley does not do, whatever else it may be taken for; None for all other words.

    In practice and in a draft anything may be said; a sum tells of pay; an invented rival of the offer at
    hand is the counter's to answer.
    """
    kind = boundary(text)
    if kind is None or (kind not in GRAVE and kind not in UNSAFE):
        return None
    if kind in UNSAFE:
        quoted = asking is not None and asking.command in _ANYTHING_SAID
        if quoted or (kind in _TOLD_WITH_PAY and read_amount(text)) or (kind == "invent" and case.offer):
            return None
    return declining(kind), Ask()


def _steered(text: str, case: Case, asking: Question | None) -> tuple[Respond, Ask] | None:
    """The answer to "start over", "back", "never mind" and the like; None where a question is answered so."""
    to = _BACK_TO.fullmatch(text.strip(" .!"))
    if to is not None and judges_another(f"judge {to['name']}", case):
        return COMMANDS["offer"].respond, Ask(text=f"judge {to['name']}")
    of_several = _of_several(text, case, asking)
    if of_several is not None:
        return of_several
    where = step(text)
    if not where or (where == "greet" and waits(asking)):
        return None  # a greeting is said to the recruiter, who is not on the line yet
    told = stepping.native(where, asking)
    if asking is not None and told is not None:
        return COMMANDS[asking.command].respond, Ask(text=told, known=asking.known, spoken=True)
    if asking is not None and asking.free and where in _MAY_ANSWER.get(asking.command, _ANSWERS):
        return None
    handler = greet if where == "greet" else stepping.stepped(where, case, asking)
    return (handler, Ask(text=text)) if handler else None


def _of_several(text: str, case: Case, asking: Question | None) -> tuple[Respond, Ask] | None:
    """The comparison, for few words that let one of the offers go by name, or want what it showed by year."""
    if asking is not None and (asking.free or asking.command == "compare"):
        return None
    wish = read_wish(_SHOWING.sub("", text.strip()))
    named = named_in(wish.drop, names_of(all_offers(case))) if wish.drop else []
    by_year = wish.whole and case.last is not None and case.last.of == "compare"
    if len(named) != 1 and not by_year:
        return None
    return COMMANDS["compare"].respond, Ask(text=f"drop {wish.drop}" if named else "years", spoken=True)


def leaves(text: str) -> bool:
    """Whether few words want out of a question that any words answer: to be forgotten, or helped."""
    if len(text.split()) > meaning.SHORT:
        return False
    wish = intent(text) in ("forget", "export") or unset.alone(text)
    return wish or text.strip(" ?!.").lower() == "help"
