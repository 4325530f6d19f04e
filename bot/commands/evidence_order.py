"""What is said to `/evidence`: an order ("show", "redo tools 2"), a part with its label, or an answer."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final, Literal

from bot.commands.evidence_phrases import (
    ADD,
    ASIDE,
    BACK,
    CLEAR,
    GO,
    HELP,
    IMPROVE,
    NO_TOOLS,
    SHOW,
    SKIP,
    STOP,
)
from bot.playbook.evidence import Part, Step, answered, steps
from bot.playbook.pack import MOST_WORKFLOWS, Pack
from bot.playbook.sentences import sentences, tells_of_work
from bot.playbook.signals import signals
from bot.understand.leaving import leaves
from bot.understand.text import tokens

Do = Literal[
    "go", "show", "texts", "redo", "improve", "drop", "clear", "add", "give", "skip", "back", "stop", "again",
    "none_such", "help", "unclear",
]  # fmt: skip
Text = Literal["", "resume", "linkedin", "talk", "thanks"]

SHORTEST_WORK: Final = 5  # words from which a sentence without a label may be an answer
AN_ORDER: Final = 7  # words; a longer text is no order while a question is open

_PARTS: Final[dict[str, Part]] = {
    "workflow": "what", "work": "what", "what": "what", "story": "what",
    "tool": "tools", "tools": "tools",
    "outcome": "outcome", "result": "outcome", "results": "outcome", "outcomes": "outcome",
    "quality": "quality", "eval": "quality", "evaluation": "quality", "proof": "quality",
    "measure": "quality",
    "portability": "portability", "portable": "portability", "transfer": "portability", "why": "portability",
}  # fmt: skip
_PART = rf"(?:my |the )?(?P<part>{'|'.join(_PARTS)})(?: (?:story|part|step))?"
_NUMBER = r"(?: ?#? ?(?P<number>\d{1,2}))?"
KINDS: Final[dict[Text, str]] = {
    "resume": r"resume|résumé|cv|bullets?",
    "linkedin": r"linked ?in",
    "talk": r"talking points?|talk|points",
    "thanks": r"thank[- ]?you(?:[- ]note)?|thanks note|thanks|note",
}
_ALL_TEXTS = r"(?:all )?(?:the )?(?:four )?(?:texts?|letters?|words)"
_WRITE = re.compile(
    r"(?:(?:show|write|give|draft|make)(?: me)? )?(?:my |the |a |texts? )?"
    rf"(?P<which>{_ALL_TEXTS}|{'|'.join(KINDS.values())})"
    r"(?: (?:bullets?|paragraph|summary|profile|note|text|section))?(?: please)?|write(?: (?:it|them|all))?",
    re.IGNORECASE,
)
# Whom a thank-you note is for: a name after the word for them, or after "to".
_THANKS_TO = re.compile(
    r"(?:(?:show|write|give|draft|make)(?: me)? )?(?:my |the |a )?thank[- ]?you(?:[- ](?:note|email|letter))?"
    r"(?: (?:to|for))?(?: (?:the |my )?(?:recruiter|interviewer|hiring manager|manager|panel))?,?"
    r"(?: (?P<to>(?!(?:note|email|letter|text|please|to|for|the|my|recruiter|interviewer|hiring|manager"
    r"|panel)\b)"
    r"[^\W\d_][^\W\d_'’-]{1,20}(?: [^\W\d_][^\W\d_'’-]{1,20})?))?",
    re.IGNORECASE,
)
_IN_A_SENTENCE = re.compile(
    r"\b(?:resume bullets?|linkedin (?:paragraph|summary|profile|section)|talking points?"
    r"|thank[- ]you note)\b",
    re.IGNORECASE,
)
_REDO = re.compile(
    r"(?:redo|edit|change|fix|rewrite|update|replace|retell)"
    rf"(?: {_PART}{_NUMBER}| (?:step )?(?P<step>\d{{1,2}}))?",
    re.IGNORECASE,
)
_DROP = re.compile(rf"(?:drop|delete|remove) {_PART}{_NUMBER}", re.IGNORECASE)
_LABELLED = re.compile(rf"{_PART}{_NUMBER}\s*:\s*(?P<words>\S.*)", re.IGNORECASE | re.DOTALL)
# "I built a bot. Tools: Claude; proof: errors fell": a label after a stop begins the next part.
_NEXT_LABEL = re.compile(
    rf"[.;,\n]\s{{0,3}}(?=(?:my |the )?(?:{'|'.join(_PARTS)})(?: story)?(?: ?\d)?\s?:\s)", re.IGNORECASE
)
_LEAD = re.compile(r"(?:add|my evidence|evidence|the pack)\s*:\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be done: with which step, which workflow or which of the four texts, and the words given.

    `number` of "none_such" is the workflow asked for that there is not. `more` are the parts that follow
    the first in the same words. `to` is the name a thank-you note is for: it is used once and not kept.
    `labelled` says that the words name their part themselves: "proof: ...".
    """

    do: Do
    step: Step | None = None
    number: int = 0
    words: str = ""
    text: Text = ""
    more: tuple[Order, ...] = ()
    to: str = ""
    labelled: bool = False


def read_order(said: str, pack: Pack, level: str | None, *, open_: Step | None, spoken: bool) -> Order:
    """The order in the words. With a question open, what is no order is its answer."""
    plain = said.strip()
    first, *later = _NEXT_LABEL.split(plain, maxsplit=len(_PARTS))
    if later:
        return _several(first, later, pack, level, open_)
    bare = plain.strip(" .!?,")
    if labelled := _LABELLED.fullmatch(plain):
        return _given(labelled, pack, open_)
    order = _order(bare, pack, level, open_) if len(bare.split()) <= AN_ORDER else None
    if order is not None:
        return order
    if open_ is not None:
        return Order("again", open_) if ASIDE.fullmatch(bare) else Order("give", open_, words=plain)
    if spoken and (named := _IN_A_SENTENCE.search(plain)):
        return Order("texts", text=_kind_of(named.group()))
    return _unasked(plain, pack) or Order("go" if spoken else "unclear", words=plain)


def _several(first: str, later: list[str], pack: Pack, level: str | None, open_: Step | None) -> Order:
    """Several parts in one breath: each with its label, the first perhaps a sentence on work."""
    order = read_order(first, pack, level, open_=open_, spoken=False)
    begun = order.step if order.do == "give" and order.step and order.step.number else open_
    told = answered(pack, order.step, order.words) if order.do == "give" and order.step else pack
    more = [_given(found, told, begun) for each in later if (found := _LABELLED.fullmatch(each.strip()))]
    return replace(order, more=tuple(more))


def _order(bare: str, pack: Pack, level: str | None, open_: Step | None) -> Order | None:
    if (not bare and open_ is None) or (bare.lower() == "resume" and pack == Pack()):
        return Order("go")  # with nothing told, "resume" can only mean to go on
    if left := leaves(bare):
        return Order("again", open_) if left == "wait" and open_ else Order("stop")
    if open_ is not None:
        if open_.part != "tools" and NO_TOOLS.fullmatch(bare):
            return Order("again", open_)
        for do, shape in (("skip", SKIP), ("back", BACK)):
            if shape.fullmatch(bare):
                return Order(do, open_)  # type: ignore[arg-type]
    plain: tuple[tuple[Do, re.Pattern[str]], ...] = (
        ("stop", STOP), ("go", GO), ("show", SHOW), ("improve", IMPROVE), ("clear", CLEAR),
        ("add", ADD), ("help", HELP),
    )  # fmt: skip
    for do, shape in plain:
        if shape.fullmatch(bare):
            return Order(do)
    return _written(bare) or _of_a_part(bare, pack, level)


def _of_a_part(bare: str, pack: Pack, level: str | None) -> Order | None:
    """A part dropped, or to be told again."""
    if dropped := _DROP.fullmatch(bare):
        return _dropped(dropped, pack)
    redone = _REDO.fullmatch(bare)
    return _redone(redone, pack, level) if redone else None


def _written(bare: str) -> Order | None:
    """The text asked for: all four, one of them, or a thank-you note with the name it is for."""
    if thanked := _THANKS_TO.fullmatch(bare):
        return Order("texts", text="thanks", to=_as_a_name(thanked["to"] or ""))
    written = _WRITE.fullmatch(bare)
    return Order("texts", text=_kind_of(written["which"] or "")) if written else None


def _as_a_name(said: str) -> str:
    """A name as it is written at the head of a letter: "dana" -> "Dana"."""
    return " ".join(word if any(map(str.isupper, word)) else word.capitalize() for word in said.split())


def _kind_of(said: str) -> Text:
    return next((kind for kind, shape in KINDS.items() if re.search(shape, said, re.IGNORECASE)), "")


def _redone(found: re.Match[str], pack: Pack, level: str | None) -> Order:
    if found["step"]:
        plan, at = steps(pack, level), int(found["step"])
        return Order("redo", plan[at - 1]) if 0 < at <= len(plan) else Order("none_such", number=at)
    if not found["part"]:
        return Order("show")
    part, number = _PARTS[found["part"].lower()], int(found["number"] or 0)
    if part in ("quality", "portability"):
        return Order("redo", Step(part))
    if number > len(pack.workflows):
        return Order("none_such", number=number)
    return Order("redo", Step(part, number or 1, "anew" if part == "what" and pack.workflows else ""))


def _dropped(found: re.Match[str], pack: Pack) -> Order:
    part, number = _PARTS[found["part"].lower()], int(found["number"] or 0)
    if part in ("quality", "portability"):
        return Order("drop", Step(part))
    number = number or (1 if len(pack.workflows) == 1 else 0)
    if not 0 < number <= len(pack.workflows):
        return Order("none_such", number=number)
    return Order("drop", Step(part, number), number)


def _given(found: re.Match[str], pack: Pack, open_: Step | None) -> Order:
    """A part with its label: "tools 2: Claude and Python"."""
    part, number = _PARTS[found["part"].lower()], int(found["number"] or 0)
    words = found["words"].strip()
    if part in ("quality", "portability"):
        return Order("give", Step(part), words=words, labelled=True)
    if number > min(len(pack.workflows) + 1, MOST_WORKFLOWS):
        return Order("none_such", number=number)
    at_hand = open_.number if open_ is not None and open_.number else 0
    if part == "what" and not number and not at_hand:
        unasked = _unasked(words, pack) or Order("give", Step("what", 1), words=words)
        return replace(unasked, labelled=True)
    return Order("give", Step(part, number or at_hand or 1), words=words, labelled=True)


def _unasked(plain: str, pack: Pack) -> Order | None:
    """A sentence on work that nobody asked for: the first workflow still untold, or one more."""
    words = _LEAD.sub("", plain, count=1)
    told = words != plain or any(map(tells_of_work, sentences(words))) or signals(words) >= {"tool", "number"}
    if len(tokens(words)) < SHORTEST_WORK or not told or "?" in words:
        return None
    untold = next((n for n, each in enumerate(pack.workflows, 1) if not each.what), len(pack.workflows) + 1)
    return Order("give", Step("what", untold), words=words) if untold <= MOST_WORKFLOWS else None
