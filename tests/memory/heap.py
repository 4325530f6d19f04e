"""Run as a process of its own: what of a person's words is left in memory once they were forgotten.

    python -m tests.memory.heap HOME

Prints a line for every object that still holds the made-up word. The word is put together here only
to be said, and looked for by its halves, so that nothing of this script holds it whole.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import bot.engine
from bot.engine import Engine
from bot.market.database import open_market
from bot.memory.store import open_store
from bot.turn import Event, Invoked, Said, Submitted, Turn, Uploaded, Who

FIRST, LAST = "zanzi", "quokkar"
SAID = (
    "Got an offer from {0}: Senior Software Engineer, San Francisco. 190k base, 15% bonus, 25k sign on",
    "no, sign-on is 30k at {0}",
    "what does a {0} engineer make in {0} city",
    "/median {0} sf senior",
    "/median softwear enginer {0}",
    "/counter I built {0}, a search over 10k documents that halved handling time",
    "/evidence add I ran {0} for support with Claude, tickets fell by 30%",
    "/profile staff {0} engineer, Denver, floor 150k",
    "/practice hard",
    "I bring {0} and the median is 208k, so 208k",
    "stop",
    "/check Hi, I want 210k because {0} pays that",
    "/targets {0}",
    "{0}",
    "/{0}",
)


def talk(engine: Engine, who: Who) -> None:
    """Say all of it, each way it can be said, and be forgotten."""
    word = FIRST + LAST
    file = f"Offer letter\n{word} offers you 150,000 USD base a year as Data Scientist.".encode()
    events: list[Event] = [Said(each.format(word.title())) for each in SAID]
    for event in (
        *events,
        Uploaded(f"{word}.txt", "text/plain", file),
        Invoked("offer", "", {"offer": f"180k base at {word}"}),
        Submitted("counter", {"work": f"I built {word}"}),
        Said("/forget now"),
    ):
        engine.respond(Turn(who, "dm", event))
    engine.complete("role", word)
    engine.complete("place", word)


def holding() -> Iterator[str]:
    """Every object that holds the word, by what it is held in."""
    gc.collect()
    seen: set[int] = set()
    for holder in gc.get_objects():
        for each in gc.get_referents(holder):
            if isinstance(each, str | bytes) and id(each) not in seen:
                seen.add(id(each))
                if _holds(each):
                    yield f"{type(each).__name__} of {len(each)} in a {type(holder).__name__}"


def _holds(each: Any) -> bool:
    text = each.decode("latin-1") if isinstance(each, bytes) else each
    low = text.lower()
    at = low.find(FIRST)
    while at >= 0:
        if low.startswith(LAST, at + len(FIRST)):
            return True
        at = low.find(FIRST, at + 1)
    return False


def main() -> None:
    """Talk, forget, look; with "--keep" no cache is emptied, which shows that it would be seen."""
    home = Path(sys.argv[1])
    engine = Engine(open_market(home), open_store(home))
    if "--keep" in sys.argv:
        setattr(bot.engine, "forget_words", lambda: None)  # noqa: B010 - the engine's own name for it
    talk(engine, Who("slack", "U1", "T1"))
    engine.respond(Turn(Who("slack", "U2", "T1"), "dm", Said("/median swe sf")))
    print("\n".join(holding()) or "nothing")


if __name__ == "__main__":
    main()
