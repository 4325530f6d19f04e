"""What memory costs a turn: with the store, without one, and a bare SQLite write of as many bytes.

    python -m tests.benchmarks.memory [--turns 300] [--postgres]

Each kind of turn is taken by a person with a full case (two offers, evidence, a counter), on the real
store and on one that keeps the case as it is in memory; all in the same run, by turns. "Understanding"
is the reading of the words: what they want, and the role, place and level in them.
"""

from __future__ import annotations

import argparse
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from bot.engine import Engine
from bot.market.database import open_market
from bot.memory.case import Case
from bot.memory.codec import encode
from bot.memory.store import Kept, Store, open_store
from bot.turn import Said, Turn, Who
from bot.understand.forgetful import forget_words
from bot.understand.intent import intent
from bot.understand.question import read

MOST: Final = 3.0  # ms, the median of all kinds of turns with memory
MOST_UNDERSTANDING: Final = 1.0
ADA: Final = Who("slack", "U1", "T1")
BEFORE: Final = (
    "Got an offer from Harvey: Senior Software Engineer, San Francisco. 190k base, 15% bonus, 25k sign on",
    "Got an offer from Globex: Staff Software Engineer, Seattle. 210k base, 100k RSUs over 4 years",
    "/counter I built a search over 10k documents with Claude that halved handling time",
    "/evidence proof 98% of 500 held-out questions answered right",
    "/profile floor 150k",
)
SAID: Final = (
    "/median swe sf senior",
    "what's the median for a staff ML engineer in the bay area?",
    "and in seattle?",
    "/median softwear enginer seatle snior",
    "/profile",
    "my floor is 160k",
    "/counter",
    "/targets",
    "/range",
    "Got an offer from Initech: Data Scientist, Austin. 165k base, 10% bonus",
    "no, the bonus is 12%",
    "undo that",
)


class InMemory(Store):
    """A store that keeps the cases themselves, and nothing on disk: a turn without memory's cost."""

    def __init__(self) -> None:
        self.kept: dict[Who, Case] = {}

    def load(self, who: Who, now: datetime) -> Kept:  # noqa: ARG002
        """The case as it was saved."""
        return Kept(self.kept.get(who, Case()), 1)

    def save(self, who: Who, case: Case, now: datetime, version: int | None) -> bool:  # noqa: ARG002
        """Keep it."""
        self.kept[who] = case
        return True

    def forget(self, who: Who, version: int | None = None) -> bool:  # noqa: ARG002
        """Let it go."""
        return self.kept.pop(who, None) is not None

    def close(self) -> None:
        """Nothing is open."""


def bare(folder: Path, payload: bytes) -> Callable[[], None]:
    """The least a write can cost: one row of as many bytes updated, in a transaction of its own."""
    database = sqlite3.connect(folder / "bare.sqlite3")
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "secure_delete=ON"):
        database.execute(f"PRAGMA {pragma}")
    database.execute("CREATE TABLE cases (person TEXT PRIMARY KEY, payload BLOB)")
    database.execute("INSERT INTO cases VALUES ('ada', ?)", (payload,))

    def write() -> None:
        database.execute("UPDATE cases SET payload = ? WHERE person = 'ada'", (payload,))
        database.commit()

    return write


def understand(text: str) -> None:
    """Read the words, as a turn does."""
    intent(text)
    read(text, spoken=not text.startswith("/"))
    forget_words()


def once(call: Callable[[], object]) -> float:
    """Milliseconds of one call."""
    began = time.perf_counter()
    call()
    return (time.perf_counter() - began) * 1000


def main() -> None:
    """Print a line a kind of turn; fail where the median of all is above what was promised."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--turns", type=int, default=150)
    parser.add_argument("--postgres", action="store_true", help="a PostgreSQL on this machine instead")
    chosen, _ = parser.parse_known_args()
    with ExitStack() as closing:
        folder = Path(closing.enter_context(tempfile.TemporaryDirectory()))
        url = None
        if chosen.postgres:
            from tests.memory import postgres

            url = closing.enter_context(postgres.server())
        market = open_market(folder)
        engines = {"with": Engine(market, open_store(folder, url)), "without": Engine(market, InMemory())}
        for engine in engines.values():
            for text in (*BEFORE, *SAID):
                if engine.respond(Turn(ADA, "dm", Said(text))).facts is None:
                    raise SystemExit(f"not answered: {text}")
        payload = encode(engines["with"]._store.load(ADA, datetime.now(UTC)).case)
        write = bare(folder, payload * 2)
        took: dict[str, list[float]] = {"with": [], "without": [], "understanding": [], "bare": []}
        print(f"a case of {len(payload):,} bytes")
        for text in SAID:
            here: dict[str, list[float]] = {name: [] for name in took}
            turn = Turn(ADA, "dm", Said(text))
            calls: dict[str, Callable[[], object]] = {
                "with": lambda t=turn: engines["with"].respond(t),  # type: ignore[misc]
                "without": lambda t=turn: engines["without"].respond(t),  # type: ignore[misc]
                "understanding": lambda t=text: understand(t),  # type: ignore[misc]
                "bare": write,
            }
            for round_ in range(chosen.turns):
                order = list(calls)[:: 1 if round_ % 2 else -1]  # who comes first finds the caches cold
                for name in order:
                    here[name].append(once(calls[name]))
            median = {name: statistics.median(each) for name, each in here.items()}
            for name, each in here.items():
                took[name] += each
            print(
                f"{text[:44]:44}  {median['with']:.2f} ms, without memory {median['without']:.2f} "
                f"({median['with'] / median['without']:.2f} times), of it understanding "
                f"{median['understanding']:.2f}"
            )
        engines["with"].close()
        whole = {name: statistics.median(each) for name, each in took.items()}
        pairs = zip(took["with"], took["without"], strict=True)
        cost = statistics.median(one - other for one, other in pairs)
        print(
            f"all kinds: {whole['with']:.2f} ms, without memory {whole['without']:.2f} "
            f"({whole['with'] / whole['without']:.2f} times), understanding {whole['understanding']:.2f}; "
            f"memory costs {cost:.2f} ms, {cost / whole['bare']:.1f} times a bare write ({whole['bare']:.3f})"
        )
    if not chosen.postgres and (whole["with"] > MOST or whole["understanding"] > MOST_UNDERSTANDING):
        raise SystemExit(f"more than {MOST} ms a turn, or {MOST_UNDERSTANDING} ms of understanding")


if __name__ == "__main__":
    main()
