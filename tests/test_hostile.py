"""Texts made to be slow or long, at every command that takes words: each is answered within a second."""

from __future__ import annotations

import time
from itertools import cycle, islice

import pytest

from bot.commands import COMMANDS
from tests.conftest import Say

LONG = 20_000  # characters
MOST = 1.0  # second for an answer
ECHOED = 120  # letters in a row that a reply may say again
_UNITS = (
    "a", "A", "9", "190-", "190k ", "$", "$1 ", "1,", "1.", " ", "\n", "\t", ".;", ", ", "? ", "!", "(", "'",
    "my ", "proof: ", "i make ", "they said 190k, ", "base 190k sign-on 20k, ", "Acme: 190k base\n",
)  # fmt: skip
TEXTS = [(unit * LONG)[:LONG] for unit in _UNITS]
_TAKING = [name for name in COMMANDS if name not in ("help", "forget")]
# Each text meets two commands and each command several texts: all pairs take too long for every run.
PAIRS = [
    *zip(range(len(TEXTS)), islice(cycle(_TAKING), len(TEXTS)), strict=True),
    *zip(range(len(TEXTS)), islice(cycle(_TAKING[5:] + _TAKING[:5]), len(TEXTS)), strict=True),
]


@pytest.mark.parametrize(("at", "command"), PAIRS, ids=str)
def test_a_hostile_text_is_answered_in_time(at: int, command: str, say: Say) -> None:
    say("190k base software engineer at Acme, San Francisco, 20k sign-on")
    start = time.process_time()
    reply = say(f"/{command} {TEXTS[at]}")
    assert time.process_time() - start < MOST
    assert "went wrong" not in reply.text


@pytest.mark.parametrize("command", ["median", "range", "targets", "profile", "premium"])
def test_a_word_of_any_length_is_cut_where_it_is_said_again(command: str, say: Say) -> None:
    reply = say(f"/{command} {'x' * LONG}")
    assert "x" * ECHOED not in reply.text
