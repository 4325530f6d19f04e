"""Occupations pay is not known for, so that nobody who names one is answered for another job.

"Mechanical engineer" ends in a word for a role and is none of the roles. The table
other_occupations.csv lists such names as people say them, each under the one shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from bot.understand import aliases
from bot.understand.aliases import Alias, Table
from bot.understand.text import Mention, Token, tokens
from bot.understand.vocab import rows

KIND = "occupation"


def mentions(found: Sequence[Token], *, terse: bool = False) -> list[Mention]:
    """Find occupations outside the table of roles; a mention's one id is the name shown.

    In a sentence, someone who only speaks or acts ("my doctor said") is not what is asked about,
    and words that are ordinary English too ("coach", "host") count only where a job is named.
    """

    def accept(alias: Alias, words: Sequence[Token], first: int, last: int) -> bool:
        if terse:
            return True
        if alias.when == "as":
            return aliases.spoken_as_job(words, first, last)
        if alias.when == "caps" and not words[first].raw.isupper():
            return False  # "rn" is also "right now"
        return not aliases.a_person(words, first, last)

    return [Mention(KIND, hit.ids, first, last) for hit, first, last in spellings().find(found, accept)]


def as_written(occupation: str, text: str) -> str:
    """An occupation as a text first names it: "Line cook" where the table shows "chef"; "" where it does not.

    >>> as_written("chef", "Line cook at Harbor Grill, $22/hr")
    'Line cook'
    """
    words = tokens(text)
    named = next((each for each in mentions(words) if each.ids[0] == occupation), None)
    return text[words[named.first].start : words[named.last - 1].end] if named is not None else ""


@cache
def spellings() -> Table:
    """Every name of such an occupation, with its plural."""
    return Table(
        Alias(aliases.words(name), (row["occupation"],), row["when"])
        for row in rows("other_occupations")
        for name in (row["occupation"], *filter(None, row["also"].split(";")))
    )
