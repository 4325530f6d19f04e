"""Which command a turn means: by its name, its button or form, or the words of a sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime

from bot.commands import COMMANDS, words
from bot.commands.amend import amended
from bot.commands.base import Ask, Outcome, Respond, Setting
from bot.commands.lookup import follows
from bot.commands.offer import change
from bot.memory.case import Case, Question
from bot.offers.reader import Reading
from bot.offers.reader import read as read_offer
from bot.turn import Clicked, Event, Invoked, Reply, Said, Submitted, Uploaded
from bot.understand.intent import intent, says_premium
from bot.understand.money import read_amount
from bot.understand.question import read as read_question
from bot.voice import render

READ_AT_MOST = 50_000  # characters of one turn; the longest offer letters run to 20,000
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
_FOLLOWS = re.compile(r"(?:and|what|how|or)\b", re.IGNORECASE)
_PREMIUM = re.compile(r"\bpremium\b", re.IGNORECASE)
SHORT = 12  # words; a longer text is neither an answer to a question nor a wish to be forgotten


def route(event: Event, case: Case, now: datetime) -> tuple[Respond, Ask]:
    """Which command answers an event, and what it is handed."""
    match event:
        case Invoked(command, text, options):
            return _invoked(command, text, options)
        case Clicked(action, value):
            return _clicked(action, value)
        case Submitted(form, values):
            return _invoked(form, "", values)
        case Uploaded(_, type_, content):
            if not type_.startswith("text/"):
                return _refuse_file, Ask()
            return _said(content.decode("utf-8", "replace"), case, now)
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
    handler = known.clicks.get(verb) if known else None
    return (handler, Ask(known=value)) if handler else (_other, Ask(text="?"))


def _said(text: str, case: Case, now: datetime) -> tuple[Respond, Ask]:
    stripped = text.strip()
    if len(stripped) > READ_AT_MOST:
        return _too_long, Ask(text=stripped)
    if stripped.startswith("/") and stripped[1:2].isalpha():
        command, *rest = stripped[1:].split(maxsplit=1)
        return _invoked(command, "".join(rest), {})
    asking = case.question if case.question and case.question.stands(now) else None
    numbered = _by_number(stripped, asking) if asking else None
    return numbered or _sentence(stripped, case, asking)


def _by_number(text: str, asking: Question) -> tuple[Respond, Ask] | None:
    """The choice that "2" or "the second one" names, where choices stand open."""
    number = _ORDINALS.get(_bare(text))
    if number is None or not asking.choices:
        return None
    if number > len(asking.choices):
        return _no_such_choice, Ask(known=str(len(asking.choices)))
    return COMMANDS[asking.command].clicks["pick"], Ask(known=asking.choices[number - 1])


def _sentence(text: str, case: Case, asking: Question | None) -> tuple[Respond, Ask]:
    """What plain words mean: a wish, an offer, an answer, a correction, or a look-up without a verb."""
    found = read_offer(text)
    meant = _meant(text, found, case)
    if meant is None and asking is not None and _may_answer(text, asking):
        spoken = len(text.split()) > FEW
        return COMMANDS[asking.command].respond, Ask(text=text, known=asking.known, spoken=spoken)
    if meant is None and not _FOLLOWS.match(text) and amended(text, case):
        return change, Ask(text=text)
    meant = meant or _implied(text, case, found)
    return (COMMANDS[meant].respond if meant else _other), Ask(text=text, spoken=True, found=found)


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
    heard = read_question(text, spoken=True)
    before = case.looked_up_by if case.looked_up else "median"
    if heard.role or heard.unsure or heard.beyond:
        return before if follows(text) else "median"
    if (case.looked_up or case.offer) and (heard.place or heard.level or heard.ai):
        return before  # "and in Seattle?"
    if case.looked_up and heard.company and follows(text):
        return before  # "and at Stripe?"
    return "offer" if found.other in ("present_pay", "job_ad") else None


def _meant(text: str, found: Reading, case: Case) -> str | None:
    """The command a sentence names. An offer in it outweighs all but a wish to counter or be forgotten."""
    meant = intent(text)
    if meant == "counter" or (meant == "forget" and len(text.split()) <= SHORT):
        return meant
    if found.offers:
        return "offer"
    return "premium" if meant in (None, "median") and _of_a_premium(text, case) else meant


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
    from rapidfuzz import process  # noqa: PLC0415 - only for a mistyped command

    found = process.extract(ask.text.lower(), list(COMMANDS), score_cutoff=NEAR, limit=2)
    text = render(
        "other", empty=False, aside="", command=ask.text[:40], near=tuple(name for name, *_ in found)
    )
    return Outcome(Reply(text, "other"), case)


def _too_long(ask: Ask, case: Case, _setting: Setting) -> Outcome:
    length = len(ask.text) + sum(len(value) for value in ask.options.values())
    return Outcome(Reply(render("too_long", length=length, limit=READ_AT_MOST), "other"), case)


def _refuse_file(_ask: Ask, case: Case, _setting: Setting) -> Outcome:
    return Outcome(Reply(render("cannot_read_file"), "other"), case)
