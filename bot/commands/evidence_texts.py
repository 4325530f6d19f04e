"""The evidence pack as four texts: resume bullets, LinkedIn paragraph, talking points, thank-you note."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot.commands import words
from bot.commands.evidence_order import Text
from bot.commands.letter_names import company_said
from bot.memory.case import Case
from bot.playbook.evidence import Step, is_said
from bot.playbook.pack import Pack, Workflow, capital, joined
from bot.playbook.prose import is_sentence
from bot.playbook.retold import bullet, in_first_person, names_only, tool_list, within
from bot.playbook.sentences import sentences
from bot.playbook.tool_names import well_spelt_list, written_out
from bot.turn import Button
from bot.voice import render

# Words of a thank-you note that are the person's own; with the rest it stays under 120.
NOTE_WORDS = 45
SPOKEN_WORDS = 60  # of a talking point: what a person can say in a breath or two


_ARTICLES = ("A", "An", "The", "Any", "Every", "My", "Our")

# What a thank-you note leaves open that only the person knows.
NAMES = ("[interviewer's name]", "[what you talked about]", "[your name]")

TITLES: dict[Text, str] = {
    "resume": "Resume bullets",
    "linkedin": "LinkedIn paragraph",
    "talk": "Talking points",
    "thanks": "Thank-you note",
}


@dataclass(frozen=True, slots=True)
class Texts:
    """The four texts, plain text each."""

    resume: str
    linkedin: str
    talk: str
    thanks: str


def texts_of(case: Case, to: str = "") -> Texts:
    """The four texts from the pack: every word of substance in them is the person's own.

    `to` is the name the thank-you note is for, "" where none was given.
    """
    pack, offer = _well_spelt(case.pack), case.offer
    told = [each for each in pack.workflows if each.what]
    about = case.offer_about.over(case.me)
    best = told[0] if told else None
    values: dict[str, Any] = {
        "bullets": [
            {
                "said": bullet(each.what, each.tools, each.outcome),
                "outcome": is_said(pack, Step("outcome", at)),
            }
            for at, each in enumerate(pack.workflows, 1)
            if each.what
        ],
        "proof_bullet": bullet(pack.quality) if pack.quality else "",
        "work": [
            {
                "said": _after_a_label(in_first_person(each.what), each.what),
                "named": _noted(each.what),
                "outcome": ". ".join(map(capital, sentences(each.outcome))),
                **_tools(each.tools),
            }
            for each in told
        ],
        "quality": _after_a_label(in_first_person(pack.quality), pack.quality),
        "portability": _after_a_label(joined(pack.portability), pack.portability),
        "say_what": within(SPOKEN_WORDS, in_first_person(best.what), best.outcome) if best else "",
        "say_how": within(SPOKEN_WORDS, in_first_person(pack.quality)),
        "say_why": within(SPOKEN_WORDS, pack.portability),
        "named": best is not None and _noted(best.what),
        "note": _after_a_label(within(NOTE_WORDS, in_first_person(best.what), best.outcome), best.what)
        if best
        else "",
        "to": to,
        "at_hand": offer is not None,
        "company": company_said(offer) if offer else None,
        "job": words.job(about.role) if about.role else offer.title if offer else None,
    }  # fmt: skip
    made = (render(f"evidence_{kind}", **values) for kind in TITLES)
    return Texts(*made)


def _well_spelt(pack: Pack) -> Pack:
    """The pack with every known tool as its maker writes it."""
    return Pack(
        tuple(
            Workflow(written_out(each.what), well_spelt_list(each.tools), written_out(each.outcome))
            for each in pack.workflows
        ),
        written_out(pack.quality),
        written_out(pack.portability),
    )


def _noted(said: str) -> bool:
    """Whether words only name the work, and tell it in no sentence: "an email scoring tool with Claude"."""
    first = in_first_person(said).partition(". ")[0]
    return bool(first) and not is_sentence(first)


def _after_a_label(told: str, said: str) -> str:
    """Words as they stand after "...: ": a note that was begun small stays so, a sentence has its capital."""
    small = _noted(said) and said[:1].islower()
    begins_noun = _noted(said) and told.split(" ", maxsplit=1)[0] in _ARTICLES
    return f"{told[:1].lower()}{told[1:]}" if small or begins_noun else told


def _tools(said: str) -> dict[str, str]:
    """Tools as names for brackets, or what was told of them as a sentence of its own."""
    names = tool_list(said)
    return {"tools": names, "told": ""} if names_only(names) else {"tools": "", "told": in_first_person(said)}


def one_text() -> list[Button]:
    """A button for each text alone."""
    return [Button(title, "evidence.texts", kind) for kind, title in TITLES.items()]
