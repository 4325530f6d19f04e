"""An engine whose answers are written down beforehand."""

from __future__ import annotations

from bot.commands.base import Option
from bot.turn import (
    Button,
    Choice,
    Clicked,
    Field,
    Form,
    Reply,
    Said,
    Select,
    Submitted,
    Turn,
)
from tests.adapters.scripting import ScriptedEngine, command

PASTE = Form("offer", "Your offer", (Field("offer", "The offer", multiline=True),))
EVIDENCE = Form(
    "evidence",
    "Your work",
    (
        Field("workflow", "One workflow", multiline=True),
        Field("outcome", "Its outcome"),
        Field("link", "A link", required=False, placeholder="example.com/demo"),
    ),
)
LETTER = (
    "Dear Ada,\nthank you for the offer. Could we settle at $221,000 with a "
    + "very " * 40
    + "firm yes from me?"
)


COMMANDS = (
    command(
        "median",
        "What the market pays",
        Option("role", "role", "Which"),
        Option("place", "place", "Where"),
        Option("level", "level", "How senior"),
        Option("ai", "flag", "AI-skilled"),
    ),
    command("offer", "Judge an offer", Option("text", "text", "What it says")),
    command("decide", "Take it or walk", Option("mood", "choice", "How", choices=("firm", "open"))),
)


def answer(turn: Turn) -> Reply:  # noqa: PLR0911 - a table of answers
    match turn.event:
        case Said("/offer"):
            return Reply("Paste the offer.", "offer", form=PASTE)
        case Said("/silent"):
            return Reply("", "offer", form=PASTE)
        case Said("/evidence"):
            return Reply("Tell me about one piece of work.", "evidence", form=EVIDENCE)
        case Said("/counter"):
            return Reply(f"## Your counter\n\nSend **this**:\n\n```\n{LETTER}\n```\n\nThen wait.", "counter")
        case Said("/buttons"):
            levels = Select(
                "Another level",
                "median.level",
                (Choice("Staff", "staff"), Choice("Principal", "principal")),
            )
            return Reply(
                "Median: $208,000.", "median", actions=(Button("Share", "median.share", "x"), levels)
            )
        case Said("/evil"):
            return Reply("\x1b[31mred\x1b[0m \x1b]0;title\x07\x9b2Jbell\x07 back\x08 \u202e000,1$", "other")
        case Said(text):
            return Reply(f"You said: {text}", "other")
        case Clicked(action, value):
            return Reply(f"Clicked {action} {value}", "median")
        case Submitted(form, values):
            return Reply(f"Got {form}: {dict(values)}", "offer")
    return Reply("Nothing.", "other")


class Scripted(ScriptedEngine):
    """Answers commands from the table and echoes the rest."""

    def __init__(self) -> None:
        super().__init__(answer, *COMMANDS)

    def complete(self, kind: str, prefix: str) -> list[Choice]:
        known = {
            "role": [
                Choice("Software Engineer", "software-engineer"),
                Choice("Data Scientist", "data-scientist"),
            ],
            "place": [Choice("San Francisco, CA", "San Francisco, CA"), Choice("Seattle, WA", "Seattle, WA")],
            "level": [Choice("Senior", "senior"), Choice("Staff", "staff")],
        }
        return [choice for choice in known[kind] if choice.label.casefold().startswith(prefix.casefold())]
