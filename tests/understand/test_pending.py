"""An answer that is still to come: thinking, silence and a call ahead, and what is none of them."""

from __future__ import annotations

import time

import pytest

from bot.understand.pending import pending


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("they need to check with finance", "thinking"),
        ("They're still thinking about it.", "thinking"),
        ("HR said they'll get back to me by Friday", "thinking"),
        ("the recruiter will let me know next week", "thinking"),
        ("my counter is with the comp committee", "thinking"),
        ("they asked for another week", "thinking"),
        ("no reply for a week", "silent"),
        ("I haven't heard back", "silent"),
        ("nobody has answered", "silent"),
        ("still waiting", "silent"),
        ("they keep postponing", "silent"),
        ("she said she'd ring Monday with a number", "call"),
        ("she calls me on Monday with the offer", "call"),
        ("I have a call with the recruiter tomorrow", "call"),
        ("they came back with 195k", ""),
        ("they said no", ""),
        ("no to the sign-on", ""),
        ("I need another week", ""),
        ("I'm thinking about it", ""),
        ("they won't move", ""),
        ("would you sign at 195k?", ""),
        ("I called them and they said 195k", ""),
    ],
)
def test_what_is_still_to_come(text: str, state: str) -> None:
    assert pending(text) == state


@pytest.mark.parametrize("text", ["they " * 60_000, "no reply " * 40_000, "call " * 60_000, "they'll " * 30])
def test_a_hostile_text_takes_no_time(text: str) -> None:
    started = time.perf_counter()
    pending(text)
    assert time.perf_counter() - started < 0.5
