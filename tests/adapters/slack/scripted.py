"""An engine that says what it is told to, and remembers what it was asked."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.turn import Button, Choice, Clicked, Field, Form, Invoked, Reply, Said, Select, Submitted, Turn

OFFER_FORM = Form(
    id="offer",
    title="Your offer",
    fields=(
        Field("text", "Paste the offer", multiline=True, placeholder="Base, bonus, equity ..."),
        Field("floor", "Your floor", required=False, max_length=20),
    ),
    submit="Judge it",
)


@dataclass(frozen=True, slots=True)
class Declaration:
    name: str
    summary: str = "Does something"
    usage: str = ""
    form: Form | None = None


class Scripted:
    """Answers as the engine would in shape; `script` may take a turn over."""

    def __init__(self) -> None:
        self.turns: list[Turn] = []
        self.script: Callable[[Turn], Reply | None] = lambda _turn: None
        self.commands: Mapping[str, Declaration] = {
            each.name: each
            for each in (
                Declaration("median", "The median for a role", "ROLE [PLACE] [LEVEL] [--ai]"),
                Declaration("offer", "Judge an offer", form=OFFER_FORM),
                Declaration("counter", "Write the counter"),
                Declaration("help", "What I can do"),
            )
        }
        self._seen: set[str] = set()
        self._lock = threading.Lock()

    def take_once(self, key: str) -> bool:
        with self._lock:
            first = key not in self._seen
            self._seen.add(key)
            return first

    def respond(self, turn: Turn) -> Reply:
        self.turns.append(turn)
        return self.script(turn) or self._usual(turn)

    def _usual(self, turn: Turn) -> Reply:
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
            case Invoked(command, text):
                return Reply(f"{command}: {text}", "help")
            case Clicked(action, value):
                return Reply(f"{action} -> {value}", "median", private=action != "median.share")
            case Said(text):
                return Reply(f"You said {text}", "other")
            case _:
                raise AssertionError(turn.event)
