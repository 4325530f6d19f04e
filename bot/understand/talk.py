"""What a line said in a pay talk does, by the words that give it away: `vocabulary/talk_cues.csv`.

In a cue "*" is room for up to three words. What the figures in a line are for is not decided here.
"""

from __future__ import annotations

import re
from functools import cache

from bot.understand.vocab import rows

_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})
_MARKS = re.compile(r"[.,;:!?()\[\]*_\"…-]")
_WORD_ENDS = r"(?![\w'])"
_GAP = r"(?:[\s-]{1,3}[\w'%.]{1,20}){0,3}"


def folded(text: str) -> str:
    """The words as the cues are written: small letters, straight quotes; offsets stay as they were."""
    low = text.translate(_QUOTES).lower()
    return low if len(low) == len(text) else text.translate(_QUOTES)


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    cues = sorted({row["cue"] for row in rows("talk_cues") if row["kind"] == kind}, key=len, reverse=True)
    return re.compile(rf"(?<![\w'])(?:{'|'.join(map(_written, cues))}){_WORD_ENDS}")


def _written(cue: str) -> str:
    """A cue as a pattern: any blank or hyphen between its words, room for others at a "*"."""
    pattern = ""
    for part in cue.split():
        if part == "*":
            pattern += _GAP
        else:
            pattern += (r"[\s-]{1,3}" if pattern else "") + re.escape(part)
    return pattern


def says(kind: str, text: str) -> bool:
    """Whether a cue of the kind stands in the text."""
    return cue(kind, text) is not None


def cue(kind: str, text: str) -> re.Match[str] | None:
    """Where the first cue of the kind stands."""
    return _pattern(kind).search(folded(text))


def is_only(kind: str, text: str) -> bool:
    """Whether the text is a cue of the kind and nothing else but marks."""
    bare = " ".join(_MARKS.sub(" ", folded(text)).split())
    return _pattern(kind).fullmatch(bare) is not None


def without(kind: str, text: str) -> str:
    """The text with every cue of the kind blanked out."""
    said, kept = folded(text), list(text)
    for found in _pattern(kind).finditer(said):
        kept[found.start() : found.end()] = " " * (found.end() - found.start())
    return "".join(kept)
