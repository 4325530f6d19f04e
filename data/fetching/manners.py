"""How requests are made, apart from what makes them: the help of `parley data fetch` tells the usual ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

MEBIBYTE: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Manners:
    """How requests are made.

    `connections` at once over all hosts; at least `pace` seconds between two to one host; up to
    `attempts` tries of each, first `wait` seconds apart and twice as long each time, never longer
    than `patience`, whatever a server asks for; `timeout` seconds for each read and `longest` for a whole
    answer; one of more than `largest` bytes is refused as it streams in.
    """

    connections: int = 4
    pace: float = 0.5
    attempts: int = 4
    wait: float = 1.0
    patience: float = 90.0
    timeout: float = 30.0
    longest: float = 300.0
    largest: int = 64 * MEBIBYTE
    redirects: int = 3
