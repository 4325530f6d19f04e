"""A reply drawn for a person: Markdown in colour, letters flat, choices by number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.console import Console, ConsoleOptions, RenderResult
from rich.markdown import Heading, Markdown
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text
from rich.theme import Theme

from adapters.terminal.attached import with_file
from adapters.terminal.conversation import picks
from adapters.terminal.safe import clean
from bot.turn import Reply

# Longer lines are hard to follow with the eye, however wide the window.
MAX_WIDTH = 92

_THEME = Theme(
    {
        "markdown.h1": "bold",
        "markdown.h2": "bold cyan",
        "markdown.h3": "bold",
        "markdown.code": "cyan",
        "markdown.item.bullet": "cyan",
        "markdown.item.number": "cyan",
        "markdown.block_quote": "italic",
    }
)

_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})", re.ASCII)


def screen() -> Console:
    """The terminal this process was started in. Colours follow NO_COLOR and the terminal's own."""
    return Console(highlight=False, theme=_THEME)


class _LeftHeading(Heading):
    """A heading where a reader of a chat looks for it: at the left, without a box."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        self.text.justify = "left"
        yield self.text


class _ChatMarkdown(Markdown):
    elements = {**Markdown.elements, "heading_open": _LeftHeading}  # noqa: RUF012 - rich declares it so


def pieces(markdown: str) -> Iterator[tuple[bool, str]]:
    """Split Markdown at its fences: (whether it is fenced, the text without its fences)."""
    lines: list[str] = []
    fence = ""
    for line in markdown.split("\n"):
        mark = _FENCE.match(line)
        opens = mark is not None and not fence
        closes = bool(fence) and line.strip().startswith(fence) and not line.strip(f" {fence[:1]}")
        if opens or closes:
            if lines:
                yield bool(fence), "\n".join(lines)
            lines = []
            fence = mark[1] if opens and mark is not None else ""
        else:
            lines.append(line)
    if lines:
        yield bool(fence), "\n".join(lines)


def draw(reply: Reply, console: Console, *, numbered: bool = True) -> None:
    """Print one reply; `numbered` puts what it offers to pick beneath it."""
    width = min(console.width, MAX_WIDTH)
    console.print()
    for fenced, text in pieces(clean(with_file(reply)).strip("\n")):
        if fenced:
            _letter(text, console, width)
        elif text.strip():
            console.print(Padding(_ChatMarkdown(text, hyperlinks=False), (0, 1)), width=width)
    if reply.chart is not None and reply.chart.sketch:
        console.print(Padding(Text(clean(reply.chart.sketch), no_wrap=True), (1, 1, 0, 1)), width=width)
    elif reply.chart is not None:
        console.print(Padding(Text(clean(reply.chart.alt), style="italic"), (1, 1, 0, 1)), width=width)
    offered = picks(reply) if numbered else ()
    if offered:
        console.print()
        line = Text(" ")
        for number, pick in enumerate(offered, 1):
            line.append(" · " if number > 1 else "", style="dim")
            line.append(str(number), style="bold cyan")
            # A label stays on one line with its number.
            line.append(f"\u00a0{clean(pick.label)}".replace(" ", "\u00a0"))
        console.print(line, width=width)
    console.print()


def _letter(text: str, console: Console, width: int) -> None:
    # Flat, at the left edge and wrapped by the terminal alone, so that what is copied has
    # the letter's own lines and no frame.
    console.print()
    console.print(Rule(style="dim"), width=width)
    console.print(Text(text, style="green"), soft_wrap=True, overflow="ignore")
    console.print(Rule(style="dim"), width=width)
    console.print()
