"""The terminal when nobody sits at it: turns from a stream, replies as plain text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TextIO

from adapters.door import Engine
from adapters.terminal.attached import with_file
from adapters.terminal.conversation import Conversation, starts_command
from adapters.terminal.safe import clean
from bot.turn import Reply, Who

_ESCAPED = re.compile(r"\\([\\`*_~\[\]|])")


def turns(lines: Iterable[str]) -> Iterator[str]:
    """Split a stream: a line beginning with `/` is a turn, other lines up to a blank line are one.

    Each turn is given as soon as it is whole, so that a program may wait for the answer.
    """
    block: list[str] = []
    for raw in lines:
        line = raw.rstrip("\r\n")
        command = starts_command(line)
        if (command or not line.strip()) and block:
            yield "\n".join(block)
            block = []
        if command:
            yield line
        elif line.strip():
            block.append(line)
    if block:
        yield "\n".join(block)


def plain(reply: Reply) -> str:
    """A reply without colours: its Markdown as it reads, and a chart as its sketch or in words."""
    text = _unescaped(clean(with_file(reply)).strip("\n"))
    if reply.chart is not None:
        text = f"{text}\n\n{clean(reply.chart.sketch or reply.chart.alt).strip()}"
    return text


def _unescaped(text: str) -> str:
    """Markdown without the backslashes that keep its marks from working: nothing draws it here."""
    whole = text.split("```")  # every second part stands in a fence, where a backslash is one
    return "```".join(part if at % 2 else _ESCAPED.sub(r"\1", part) for at, part in enumerate(whole))


def run(engine: Engine, who: Who, lines: Iterable[str], out: TextIO) -> None:
    """Answer every turn of a stream; replies stand a blank line apart."""
    # No numbers are shown here, so a lone "2" is something said.
    conversation = Conversation(engine, who, numbers=False)
    between = ""
    for turn in turns(lines):
        if turn.split(maxsplit=1)[0] in {"/quit", "/exit"}:
            return
        reply = conversation.hear(turn)
        if reply is not None:
            out.write(f"{between}{plain(reply)}\n")
            out.flush()
            between = "\n"
