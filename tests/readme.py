"""Writes the transcript and the table of commands into the README: `python -m tests.readme`."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from bot.commands import COMMANDS
from bot.engine import Engine
from bot.market.database import open_market
from bot.memory.store import open_store
from bot.turn import Said, Turn, Who

README = Path(__file__).resolve().parents[1] / "README.md"
CUT = "[...]"
EXCHANGE = re.compile(r"````text\n> ([^\n]+)\n\n(.+?)\n````", re.DOTALL)
TABLE = re.compile(r"\| command \| what it does \|\n.+?(?=\n\n)", re.DOTALL)


def commands_table() -> str:
    """The table of commands, from their declarations."""
    rows = [f"| `/{c.name}{f' {c.usage}' if c.usage else ''}` | {c.summary} |" for c in COMMANDS.values()]
    return "\n".join(["| command | what it does |", "|---|---|", *rows])


def refreshed(text: str, home: Path) -> str:
    """The README with what Parley says today; a reply that was cut is cut at the same line."""
    engine = Engine(open_market(home), open_store(home))

    def exchange(match: re.Match[str]) -> str:
        said, shown = match.groups()
        reply = engine.respond(Turn(Who("terminal", "reader"), "terminal", Said(said))).text
        if shown.endswith(CUT):
            reply = "\n".join([*reply.splitlines()[: len(shown.splitlines()) - 1], CUT])
        return f"````text\n> {said}\n\n{reply}\n````"

    try:
        return TABLE.sub(lambda _: commands_table(), EXCHANGE.sub(exchange, text))
    finally:
        engine.close()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        README.write_text(refreshed(README.read_text(encoding="utf-8"), Path(home)), encoding="utf-8")
