"""The evidence pack as four texts: resume bullets, LinkedIn paragraph, talking points, thank-you note."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot.commands import words
from bot.commands.evidence_order import Text
from bot.commands.judging import company_of
from bot.memory.case import Case
from bot.playbook.evidence import Step, is_said
from bot.playbook.pack import joined
from bot.playbook.retold import bullet, in_first_person, names_only, tool_list, within
from bot.turn import Button
from bot.voice import render

# Words of a thank-you note that are the person's own; with the rest it stays under 120.
NOTE_WORDS = 45
SPOKEN_WORDS = 60  # of a talking point: what a person can say in a breath or two


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
    pack, offer = case.pack, case.offer
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
            {"said": in_first_person(each.what), "outcome": joined(each.outcome), **_tools(each.tools)}
            for each in told
        ],
        "quality": in_first_person(pack.quality),
        "portability": joined(pack.portability),
        "say_what": within(SPOKEN_WORDS, in_first_person(best.what), best.outcome) if best else "",
        "say_how": within(SPOKEN_WORDS, in_first_person(pack.quality)),
        "say_why": within(SPOKEN_WORDS, pack.portability),
        "note": within(NOTE_WORDS, in_first_person(best.what), best.outcome) if best else "",
        "to": to,
        "at_hand": offer is not None,
        "company": company_of(offer) if offer else None,
        "job": words.job(about.role) if about.role else offer.title if offer else None,
    }  # fmt: skip
    made = (render(f"evidence_{kind}", **values) for kind in TITLES)
    return Texts(*made)


def _tools(said: str) -> dict[str, str]:
    """Tools as names for brackets, or what was told of them as a sentence of its own."""
    names = tool_list(said)
    return {"tools": names, "told": ""} if names_only(names) else {"tools": "", "told": in_first_person(said)}


def one_text() -> list[Button]:
    """A button for each text alone."""
    return [Button(title, "evidence.texts", kind) for kind, title in TITLES.items()]
