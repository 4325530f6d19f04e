"""Words that say an employer stays where it is: one table, one reader, for a counter and for their answer.

`vocabulary/firm_words.csv` lists them by kind: "holds" (the base stays as it is), "final" (there is no
further offer) and "no" (what was asked for is refused). In a phrase "a|b" is either word, "(a)" one that may
be left out, "*" room for two words; "=" before it asks for nothing else in the text, "^" for its beginning,
"$" for its end.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from bot.understand.vocab import rows

Kind = Literal["holds", "final", "no"]

_MARKS = str.maketrans("\u2018\u2019", "''")
_GAP = r"(?:\w{1,12} ){0,2}"


def holds(text: str) -> re.Match[str] | None:
    """Where a text says that the base stays as it is, None where it does not.

    >>> bool(holds("They say the base is stuck.")), holds("the base is 190k")
    (True, None)
    """
    return _found(text, "holds")


def is_final(text: str) -> bool:
    """Whether a text says that there is no further offer: "this is our best and final"."""
    return _found(text, "final") is not None


def refuses(text: str) -> bool:
    """Whether a text says a no of any kind: the base stays, the offer is final, the ask is refused."""
    return any(_found(text, kind) is not None for kind in ("holds", "final", "no"))


def _found(text: str, kind: Kind) -> re.Match[str] | None:
    return _pattern(kind).search(text.translate(_MARKS).lower())


@cache
def _pattern(kind: Kind) -> re.Pattern[str]:
    said = (_compiled(row["words"]) for row in rows("firm_words") if row["kind"] == kind)
    return re.compile("|".join(said))


def _compiled(phrase: str) -> str:
    """A phrase of the table as a pattern; its words are parted by one to three spaces."""
    mark, words = (phrase[0], phrase[2:]) if phrase[0] in "=^$" else ("", phrase)
    parts: list[str] = []
    for word in words.split():
        if word == "*":
            parts.append(_GAP)
        elif word.startswith("("):
            parts.append(rf"(?:{_either(word[1:-1])}\s{{1,3}})?")
        else:
            parts.append(rf"{_either(word)}\s{{1,3}}")
    inner = "".join(parts).removesuffix(r"\s{1,3}")
    if mark == "=":
        return rf"^\W{{0,2}}{inner}\W{{0,2}}$"
    if mark == "$":
        return rf"(?<!\w)(?<!not )(?<!n't )(?<!nt ){inner}[.! )]{{0,3}}$"
    return rf"^{inner}(?!\w)" if mark else rf"(?<!\w){inner}(?!\w)"


def _either(word: str) -> str:
    """Any of the words, with or without their apostrophes: "won't", "wont"."""
    return "(?:" + "|".join(re.escape(each).replace("'", "'?") for each in word.split("|")) + ")"
