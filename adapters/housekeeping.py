"""What a process that serves for days does beside answering: once an hour, delete what has expired."""

from __future__ import annotations

import logging
import threading
from typing import Protocol

log = logging.getLogger("parley")
EVERY = 3600.0  # seconds


class Tidied(Protocol):
    """What `bot.engine.Engine` offers for it."""

    def tidy(self) -> None:
        """Delete what has expired."""


def tidy_hourly(engine: Tidied, every: float = EVERY) -> threading.Event:
    """Tidy every so many seconds beside the answers, for as long as the process lives.

    Setting the event given back ends it. A store out of reach for a while is tried again.
    """
    stopped = threading.Event()

    def run() -> None:
        while not stopped.wait(every):
            try:
                engine.tidy()
            except Exception as error:
                log.error("tidying failed: %s", type(error).__name__)  # noqa: TRY400 - no message, no rows

    threading.Thread(target=run, name="tidy", daemon=True).start()
    return stopped
