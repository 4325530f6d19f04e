"""What a turn through the engine costs beside the least any such answer can cost, in one run.

    python -m tests.benchmarks.turn_cost [--turns 400]

The peer reads one row from SQLite by its key and renders one small strict Jinja template. Ours
understands the words, opens the person's encrypted case, quotes the market, renders and saves.
"""

from __future__ import annotations

import argparse
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import jinja2

from bot.engine import Engine
from bot.market.database import open_market
from bot.memory.store import open_store
from bot.turn import Said, Turn, Who

OFFER = (
    "Got an offer from Harvey: Senior Software Engineer, San Francisco. "
    "190k base, 15% bonus, 25k sign on, 0.05% equity over 4 years"
)
SAID = {
    "/median swe sf senior": "a median",
    "what's the median for a staff ML engineer in the bay area?": "a median in a sentence",
    "/median softwear enginer seatle snior": "a median with three typos",
    OFFER: "an offer",
    "/counter": "a counter",
    "/range": "a range",
    "/package": "a package",
    "/decide they moved to 195k": "their answer",
    "/compare Offer from Globex: Senior Software Engineer, Seattle. 185k base, 10% bonus": "a comparison",
    "/check Hi Dana, thank you for the offer. I am asking for $205,000. Can you do that?": "a draft",
    "/practice busy": "a recruiter's opening",
    "/help": "help, with nothing to work out",
}


def peer(folder: Path) -> Callable[[], object]:
    """One row by key, one template: the bare framework."""
    database = sqlite3.connect(folder / "peer.sqlite3")
    database.execute("CREATE TABLE cells (key TEXT PRIMARY KEY, p50 REAL)")
    database.execute("INSERT INTO cells VALUES ('swe', 208000)")
    environment = jinja2.Environment(undefined=jinja2.StrictUndefined, autoescape=True)
    template = environment.from_string(
        "**{{ p50 }} a year** is the median base for {{ job }} in {{ place }}."
    )

    def answer() -> str:
        (p50,) = database.execute("SELECT p50 FROM cells WHERE key = ?", ("swe",)).fetchone()
        return template.render(p50=p50, job="a Senior Software Engineer", place="San Francisco, CA")

    return answer


def milliseconds(answer: Callable[[], object], turns: int) -> tuple[float, float]:
    """The median and the 99th percentile of one call."""
    answer()
    took = []
    for _ in range(turns):
        began = time.perf_counter()
        answer()
        took.append((time.perf_counter() - began) * 1000)
    return statistics.median(took), statistics.quantiles(took, n=100)[98]


def main() -> None:
    """Print a line a kind of turn."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--turns", type=int, default=400)
    turns = parser.parse_args().turns
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home)
        engine = Engine(open_market(folder), open_store(folder))
        bare, _ = milliseconds(peer(folder), turns)
        print(f"one row and one template: {bare:.3f} ms")
        for said, name in SAID.items():
            turn = Turn(Who("terminal", "ada"), "terminal", Said(said))
            median, high = milliseconds(lambda turn=turn: engine.respond(turn), turns)  # type: ignore[misc]
            print(
                f"{name}: median {median:.2f} ms, p99 {high:.2f} ms, {median / bare:.0f} times the bare one"
            )
        engine.close()


if __name__ == "__main__":
    main()
