"""Everything in a text that may be a term of an offer: its figures, and words that say a term by themselves.

A word mention is a `Figure` of the kind "word": a kind of equity ("RSUs"), relocation without a
sum, unlimited time off, or the saying that something is not given ("no bonus"). Its `unit` says which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.offers import words
from bot.offers.cues import Found
from bot.offers.figures import Figure

# No text has more terms than this; what stands after them is left unread.
MOST = 1_200
_EQUITY = frozenset({"rsu", "options", "other"})
# What is said in words, with a part of it that must stand in a text for the pattern to be worth a look.
_SAYINGS: tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...] = (
    ("no_bonus", ("bonus",), words.NO_BONUS),
    ("no_sign_on", ("sign", "joining"), words.NO_SIGN_ON),
    ("no_equity", ("equity", "stock", "rsu", "option", "share", "esop"), words.NO_EQUITY),
    ("no_relocation", ("no relo",), words.NO_RELOCATION),
    ("unlimited", ("unlimited",), words.UNLIMITED),
    (
        "nothing",
        ("none", "nil", "n/a", "na", "zero", "zilch", "nothing", "-"),
        re.compile(r"(?<![\w'])(?:none|nil|n/a|na|zero|zilch|nothing)(?![\w'])|(?<=[:|\t] )-(?= ?[|\n]|$)"),
    ),
    (
        "finer",
        ("month", "quarter", "annual", "yearly", "straight", "loaded"),
        re.compile(
            r"\b(?:monthly|quarterly|semi-?annually|bi-?annually|every (?:month|quarter|six months)"
            r"|(?:each|per) (?:month|quarter)|annually|yearly|straight line|back-?loaded|front-?loaded)\b"
        ),
    ),
)


def _worded(low: str, cues: Sequence[Found]) -> Iterator[Figure]:
    """The word mentions of a lower-case text, those that deny first."""
    for unit, parts, pattern in _SAYINGS:
        if any(part in low for part in parts):
            for match in pattern.finditer(low):
                yield Figure("word", match.start(), match.end(), unit=unit)
    for cue in cues:
        if cue.cue.role == "equity" and cue.cue.detail in _EQUITY:
            yield Figure("word", cue.start, cue.end, unit=cue.cue.detail)
        elif cue.cue.role == "relocation":
            yield Figure("word", cue.start, cue.end, unit="relocation")


def mentions(low: str, figures: Sequence[Figure], cues: Sequence[Found]) -> tuple[Figure, ...]:
    """Figures and word mentions in the order of the text, none overlapping another; MOST at most."""
    taken = bytearray(len(low))
    for figure in figures:
        taken[figure.start : figure.end] = b"\x01" * (figure.end - figure.start)
    found = list(figures)
    for said in _worded(low, cues):
        if not any(taken[said.start : said.end]):
            taken[said.start : said.end] = b"\x01" * (said.end - said.start)
            found.append(said)
    return tuple(sorted(found, key=lambda mention: mention.start)[:MOST])
