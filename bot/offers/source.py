"""The pasted text made readable: marks unified, glued lines parted, offsets kept.

Forms and mails lose their line breaks on the way into a chat ("Base: 155kBonus: 12%"); the
breaks are put back before anything is read, and `origin` leads back to the text as pasted.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

from bot.offers.cues import labels

# The longest text that is read: about twenty pages. What stands after it is left unread.
LONGEST = 60_000

_MARKS = str.maketrans(
    {
        "\r": "\n",
        "\t": " ",
        "\v": "\n",
        "\f": "\n",
        "\u2028": "\n",
        "\u2029": "\n",
        "\u00a0": " ",
        "\u2007": " ",
        "\u2009": " ",
        "\u202f": " ",
        "\u200b": " ",
        "\ufeff": " ",
        "\u2010": "-",
        "\u2011": "-",
        "\u2012": "-",
        "\u2013": "-",
        "\u2014": "-",
        "\u2212": "-",
        "\u2018": "'",
        "\u2019": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u2022": "|",
        "\u00b7": "|",
        "\u25cf": "|",
    }
)
# Marks of emphasis and lists; told apart from spaces that stand for something.
_EMPHASIS = str.maketrans("*_`~#", "     ")


@dataclass(frozen=True, slots=True)
class Source:
    """A readable text, its lower-case form of the same length, and where breaks were put in."""

    text: str
    low: str
    breaks: tuple[int, ...]

    def origin(self, position: int) -> int:
        """The offset in the pasted text of an offset in the readable one."""
        return position - bisect_right(self.breaks, position - 1)


# A label in small letters run on to a figure: "10kbonus".
_GLUED_SMALL = re.compile(
    r"[0-9](?:[kKLM%](?=(?:base|ctc|fixed|variable|bonus|stocks?|rsus?|base|sign|joining|equity|options|relo|cash|vest\w{0,4})\b)"
    r"|(?=(?:base|ctc|fixed|variable)\b))"
)
# Words that open a sentence, where one runs on to the word before.
_STARTERS = (
    "Current|Currently|Offered|Previous|Previously|Present|Should|Thanks|Edit|Update|Would|Could|Please|Offer"
    "|Location|Thoughts"
)


@cache
def _glue() -> re.Pattern[str]:
    words = sorted({word.capitalize() for word in labels() if len(word) > 3}, key=len, reverse=True)  # noqa: PLR2004
    capitals = sorted({word.upper() for word in labels() if len(word) <= 4}, key=len, reverse=True)  # noqa: PLR2004
    label, short = "|".join(words), "|".join(capitals)
    return re.compile(
        "(?=[A-Z0-9$€£₹])(?<=[A-Za-z0-9%).!?])(?:"
        + "|".join(
            (
                # A label after a word, a figure or the end of a sentence.
                rf"(?<=[a-z0-9%)])(?=(?:{label})(?![a-z]))",
                rf"(?<=[0-9k%)])(?=(?:{short})s?(?![A-Za-z]))",
                rf"(?<=[a-z]{{2}})(?=(?:{short}|YOE)s?(?![A-Za-z]))",
                rf"(?<=[A-Z][A-Z])(?=(?:{label})[ ]?:)",
                rf"(?<=[0-9][KLM])(?=(?:{label})(?![a-z]))",
                rf"(?<=[0-9][KL])(?=(?:{short})s?(?![A-Za-z]))",
                rf"(?<=[.!?)])(?=(?:{label})[ ]?:)",
                rf"(?<=[a-z]{{2}})(?=(?:{_STARTERS})\b(?![a-z]))",
                # Any word after one of these or after a figure.
                r"(?<=RSU|YOE)(?=[A-Z][a-z]{2})",
                r"(?<=RSUs)(?=[A-Z][a-z]{2})",
                r"(?<=\bTC)(?=[A-Z][a-z]{2})",
                r"(?<=[0-9]k)(?=[A-Z][a-z]|[0-9])",
                r"(?<=%)(?=[A-Z][a-z])",
                r"(?<=[0-9][0-9])(?=[A-Z][a-z]{2})",
                r"(?<=[a-z0-9%)][.!?])(?=[A-Z][a-z])",
                # A figure after a word.
                r"(?<=\b[Bb]ase)(?=[0-9]{2,3}(?![0-9a-z]|,[0-9]))",
                r"(?<=[a-z]{2})(?=[$€£₹][0-9]|[0-9]{2,3}(?:[kK]?/|[kK%])|[0-9]{1,3},[0-9]{2,3}|[0-9]{5,8}\b)",
            )
        )
        + ")"
    )


_ENDS_FIGURE = frozenset("0123456789kKLM%")
_ADDRESS = re.compile(r"https?://\S{1,300}|www\.\S{1,300}")
# A label that has its figure behind it begins a line; one without belongs to the figure before it.
_WITH_VALUE = re.compile(r"(?:(?! and )[A-Za-z /-]){1,30}?[ ]?(?:[:=]|-[ ]|[$€£₹0-9])")


def _lower(text: str) -> str:
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


# The row of dots between a label and its value: "Base salary ....... $150,000".
_LEADERS = re.compile(r"[.]{4,}|\u2026{2,}|(?<=[a-z)] )[. ]{6,}(?=\S)")
# Where a page lost its line breaks, runs of spaces stand for them.
_RUNS = re.compile(r"(?<=\S) {3,}(?=\S)")
# A break after a line this long, with plain words after it, only wraps the text.
_WRAP = re.compile(
    r"\n(?<=[^\n:|]{50}\n)[ ]{0,8}(?=[a-z(\"$&0-9]|[A-Z][^\n:]{0,40}(?![^\n:]{0,40}:))"
    r"(?![0-9]{1,2}[.)])"
)


def _broken(text: str) -> str:
    """The text with runs of spaces as line breaks, where it has far more of them than of lines.

    Otherwise they part columns.
    """
    runs = len(_RUNS.findall(text))
    if runs < 2 or runs <= 3 * text.count("\n"):  # noqa: PLR2004
        return text
    return _RUNS.sub(lambda match: "\n" + match.group()[1:], text)


def _unwrap(text: str) -> str:
    return _WRAP.sub(lambda match: " " * len(match.group()), text)


def read_source(text: str) -> Source:
    """Make pasted text readable; only its first LONGEST characters are kept."""
    marked = _LEADERS.sub(lambda match: " " * len(match.group()), text[:LONGEST].translate(_MARKS))
    marked = _broken(marked).translate(_EMPHASIS)
    pieces: list[str] = []
    breaks: list[int] = []
    last = 0
    glued = {match.start() for match in _glue().finditer(marked)}
    glued.update(match.end() for match in _GLUED_SMALL.finditer(marked))
    for address in _ADDRESS.finditer(marked):
        glued.difference_update(range(*address.span()))
    for place in sorted(glued):
        if place == last:
            continue
        named = marked[place - 1] in _ENDS_FIGURE and not _WITH_VALUE.match(marked, place)
        pieces.append(marked[last:place] + (" " if named and marked[place].isalpha() else "\n"))
        breaks.append(place + len(breaks))
        last = place
    pieces.append(marked[last:])
    readable = _unwrap("".join(pieces))
    return Source(readable, _lower(readable), tuple(breaks))
