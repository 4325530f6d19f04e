"""What a person may be about to type: commands, and the vocabulary's words behind them."""

from __future__ import annotations

from collections.abc import Iterator

from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document

from adapters.door import Engine
from bot.commands.base import Command

# The terminal's own words; everything else is the engine's.
OWN = {"quit": "leave"}

_VOCABULARY = ("role", "place", "level")

# A role or a place may be this many words ("machine learning engineer", "new york city").
_WORDS = 3
_SHOWN = 12


class ParleyCompleter(Completer):
    """Completes `/commands` while typing, and roles, places, levels and flags behind them.

    In a sentence it stays silent until Tab asks: a menu over every word would be a nuisance.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:
        """Suggest for the words before the cursor."""
        line = document.text_before_cursor
        if "\n" in document.text:
            return
        if line.startswith("/"):
            name, space, words = line[1:].partition(" ")
            if not space:
                yield from self._commands(name)
            elif name.casefold() in self._engine.commands:
                command = self._engine.commands[name.casefold()]
                yield from self._arguments(command, words, asked=complete_event.completion_requested)
        elif complete_event.completion_requested:
            yield from self._words(_VOCABULARY, line)

    def _commands(self, begun: str) -> Iterator[Completion]:
        known = {name: command.summary for name, command in self._engine.commands.items()} | OWN
        for name, summary in known.items():
            if name.startswith(begun.casefold()):
                yield Completion(f"/{name}", start_position=-len(begun) - 1, display_meta=summary)

    def _arguments(self, command: Command, words: str, *, asked: bool) -> Iterator[Completion]:
        kinds = tuple(dict.fromkeys(each.kind for each in command.options if each.kind in _VOCABULARY))
        last = words.rpartition(" ")[2]
        if last.startswith("-"):
            for each in command.options:
                flag = f"--{each.name}"
                if each.kind == "flag" and flag.startswith(last):
                    yield Completion(flag, start_position=-len(last), display_meta=each.summary)
            return
        for each in command.options:
            for choice in each.choices:
                if last and choice.startswith(last.casefold()):
                    yield Completion(choice, start_position=-len(last), display_meta=each.summary)
        if not words.strip():
            yield from self._suggest(kinds[:1], "")
        elif last or asked:
            yield from self._words(kinds, words)

    def _words(self, kinds: tuple[str, ...], line: str) -> Iterator[Completion]:
        """Complete the longest run of last words that begins something known."""
        if not line or line.endswith(" "):
            yield from self._suggest(kinds, "")
            return
        begins = [i for i, c in enumerate(line) if c != " " and (i == 0 or line[i - 1] == " ")]
        for begin in begins[-_WORDS:]:
            found = list(self._suggest(kinds, line[begin:]))
            if found:
                yield from found
                return

    def _suggest(self, kinds: tuple[str, ...], prefix: str) -> Iterator[Completion]:
        for kind in kinds:
            for choice in self._engine.complete(kind, prefix)[:_SHOWN]:
                yield Completion(
                    choice.value, start_position=-len(prefix), display=choice.label, display_meta=kind
                )
