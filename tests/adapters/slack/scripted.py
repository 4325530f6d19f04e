"""An engine that says what it is told to, and remembers what it was asked."""

from __future__ import annotations

from bot.commands.base import Option
from bot.turn import (
    Button,
    Choice,
    Clicked,
    Field,
    Form,
    Invoked,
    Reply,
    Said,
    Select,
    Submitted,
    Turn,
    Uploaded,
)
from tests.adapters.scripting import ScriptedEngine, command

OFFER_FORM = Form(
    id="offer",
    title="Your offer",
    fields=(
        Field("text", "Paste the offer", multiline=True, placeholder="Base, bonus, equity ..."),
        Field("floor", "Your floor", required=False, max_length=20),
    ),
    submit="Judge it",
)


COMMANDS = (
    command(
        "median",
        "The median for a role",
        Option("role", "role", "Which", required=True),
        Option("place", "place", "Where"),
        Option("level", "level", "How senior"),
        Option("ai", "flag", "AI-skilled"),
    ),
    command("offer", "Judge an offer", form=OFFER_FORM),
    command("counter", "Write the counter"),
    command("help", "What I can do"),
)


class Scripted(ScriptedEngine):
    """Answers as the engine would in shape; a test may put its own `answer` in place."""

    def __init__(self) -> None:
        super().__init__(usual, *COMMANDS)


def usual(turn: Turn) -> Reply:  # noqa: PLR0911 - a table of answers
    match turn.event:
        case Invoked("median", text):
            actions = (
                Button("Share with the channel", "median.share", "swe|SF", primary=True),
                Button("Counter it", "counter.start"),
                Select(
                    "Which level?", "median.level", (Choice("Senior", "senior"), Choice("Staff", "staff"))
                ),
            )
            return Reply(f"**$207,750** for {text}", "median", actions=actions)
        case Invoked("offer", ""):
            return Reply("Paste your offer here.", "offer", form=OFFER_FORM)
        case Submitted("offer", values):
            return Reply(f"Judged: {values['text'][:40]}", "offer")
        case Invoked(name, text):
            return Reply(f"{name}: {text}", "help")
        case Clicked(action, value):
            return Reply(f"{action} -> {value}", "median", private=action != "median.share")
        case Said(text):
            return Reply(f"You said {text}", "other")
        case Uploaded(name):
            return Reply(f"Read {name}", "offer")
        case _:
            raise AssertionError(turn.event)
