"""Many people at once on one store, through two engines that share nothing else.

    python -m tests.memory.crowd [--users 50] [--turns 10000] [--sqlite]

Every person sets a floor of their own, looks at it, keeps another sentence of evidence or forgets, and
holds every answer against what only they said. Ends with exit code 1 where anything was lost or crossed.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from bot.engine import Engine
from bot.market.database import Market, open_market
from bot.memory.store import open_store
from bot.turn import Reply, Said, Turn, Who
from tests.memory import postgres

_STEP = 1_000  # USD between one floor and the next of the same person
_LEAST = 100_000


@dataclass
class Person:
    """One who talks to either engine in turn, and knows what the last answer must say."""

    number: int
    engines: Sequence[Engine]
    said: int = 0

    def talk(self, turns: int) -> list[str]:
        """Take so many turns; what was wrong with an answer, a line each."""
        wrong = []
        floor: float | None = None
        for turn in range(turns):
            match turn % 5:
                case 0 | 2:
                    floor = float(_LEAST + self.number + _STEP * (turn % 900))
                    reply = self._say(f"/profile floor {floor:.0f}")
                case 4 if turn % 25 == 24:
                    reply, floor = self._say("/forget now"), None
                    if not reply.facts.gone:
                        wrong.append(f"{self.number}: turn {turn} was not forgotten")
                    continue
                case _:
                    reply = self._say("/profile")
            got = getattr(reply.facts, "floor", "no answer")
            if got != floor:
                wrong.append(f"{self.number}: turn {turn} said {got}, not {floor}")
        return wrong

    def _say(self, text: str) -> Reply:
        engine = self.engines[self.said % len(self.engines)]
        self.said += 1
        return engine.respond(Turn(Who("slack", f"U{self.number}", "T1"), "dm", Said(text)))


def crowd(home: Path, url: str | None, market: Market, users: int, turns: int) -> list[str]:
    """Everybody at once, `turns` turns in all, on two engines; what went wrong."""
    with ExitStack() as closing:
        engines = []
        for _ in range(2):
            store = open_store(home, url)
            closing.callback(store.close)
            engines.append(Engine(market, store))
        people = [Person(number, engines) for number in range(users)]
        with ThreadPoolExecutor(users) as pool:
            each = turns // users
            return [line for wrong in pool.map(lambda person: person.talk(each), people) for line in wrong]


def main() -> None:
    """Run it and say how it went."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--users", type=int, default=50)
    parser.add_argument("--turns", type=int, default=10_000)
    parser.add_argument("--sqlite", action="store_true", help="the embedded store instead of PostgreSQL")
    chosen = parser.parse_args()
    with ExitStack() as closing:
        home = Path(closing.enter_context(tempfile.TemporaryDirectory()))
        url = None if chosen.sqlite else closing.enter_context(postgres.server())
        market = open_market(home)
        began = time.perf_counter()
        wrong = crowd(home, url, market, chosen.users, chosen.turns)
        took = time.perf_counter() - began
        market.close()
    where = "SQLite" if chosen.sqlite else "PostgreSQL"
    print(f"{chosen.turns:,} turns of {chosen.users} at once on {where}: {took:.1f} s, {len(wrong)} wrong")
    if wrong:
        raise SystemExit("\n".join(wrong[:20]))


if __name__ == "__main__":
    main()
