"""Words as the vocabulary sees them: folded, tokenised, with their places in the text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import NamedTuple

# A word: letters and digits, with inner marks that belong to it ("full-stack" is two words,
# "c++", "r&d", "d'alene" and "u.s" are one). Linear on any input.
_WORD = re.compile(r"[^\W_]+(?:['’&.+#][^\W_]+)*[+#]*")


class Token(NamedTuple):
    """A word: its folded form, the form as written, and where it stands (character offsets)."""

    fold: str
    raw: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention:
    """Something of the vocabulary found in a run of tokens `[first, last)`.

    `ids` holds one id, or several where the words are ambiguous ("pm", "springfield"),
    most likely first. `others` are what the words might mean though one meaning dominates
    ("portland": Portland, ME). `score` is 100 for the words as listed, less for a corrected typo.
    """

    kind: str
    ids: tuple[str, ...]
    first: int
    last: int
    score: float = 100.0
    others: tuple[str, ...] = ()

    @property
    def width(self) -> int:
        """How many tokens it covers."""
        return self.last - self.first


def fold(text: str) -> str:
    """Fold case, accents and compatibility forms: "São Paulo" -> "sao paulo"."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def tokens(text: str, at_most: int | None = None) -> list[Token]:
    """Split text into its (first) words. Dots inside short forms go ("U.S." -> "us", "sr." -> "sr")."""
    found: list[Token] = []
    for match in _WORD.finditer(text):
        if len(found) == at_most:
            break
        raw = match.group()
        folded = raw.lower() if raw.isascii() else fold(raw).replace("’", "'")
        if "." in folded:
            folded = folded.replace(".", "")
        if folded:
            found.append(Token(folded, raw, match.start(), match.end()))
    return found
