"""Text on its way in and out of a terminal, made harmless.

A terminal obeys what it is sent: an escape sequence that a person pasted, or that stood in
an offer somebody sent them, must never reach it from a reply.
"""

from __future__ import annotations

import re

# CSI sequences ("\x1b[31m") and OSC strings ("\x1b]0;title\x07") go whole, so that no "[31m"
# stays behind. Each part is a class the next one excludes: linear on any input.
_SEQUENCE = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"
    r"|(?:\x1b\]|\x9d)[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c)?"
)

# Every other control but tab and newline, and the marks that turn the reading order around,
# which would show a figure backwards.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")

_SURROGATE = re.compile(r"[\ud800-\udfff]")


def clean(text: str) -> str:
    """Text that only prints: no escape sequence, no control but tab and newline."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _SURROGATE.sub("\ufffd", _CONTROL.sub("", _SEQUENCE.sub("", text)))


def heard(text: str) -> str:
    """Text from a terminal or a pipe: bytes that were no UTF-8 become U+FFFD, every line end a newline."""
    return _SURROGATE.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
