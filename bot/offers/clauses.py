"""Clauses of a letter that bind or take back, by the phrases they are written in.

Only the kind of a clause is kept, and where it stands: never its words.
"""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from bot.offers.gather import Terms
from bot.offers.offer import Clause, ClauseKind
from bot.understand.vocab import rows

# How near, in characters, the word that a phrase needs beside it has to stand, and a denial before it.
_BESIDE, _DENIED = 120, 40
_STOP = re.compile(r"[.;] |\n")
_DENIAL = re.compile(
    r"\b(?:no|not|never|without|waived?|free of|don't|won't|isn't|aren't|void|struck|removed?)\b[^.;\n]*$"
)
_DENIED_AFTER = re.compile(
    r"^[^.;\n]{0,25}\b(?:waived|removed|struck|void|unenforceable|not required|n/a|none)\b"
)


@cache
def _phrases() -> tuple[tuple[ClauseKind, str, frozenset[str]], ...]:
    return tuple(
        (cast("ClauseKind", row["clause"]), row["phrase"], frozenset(row["beside"].split()))
        for row in rows("offer_clauses")
    )


def clauses(terms: Terms) -> None:
    """The clauses in the part of the text that speaks of this offer, each kind once, in their order."""
    low = terms.layout.source.low
    found: dict[ClauseKind, Clause] = {}
    for kind, phrase, beside in _phrases():
        at = _standing(low, phrase, beside, terms.part.start, terms.part.end)
        if at is not None and (kind not in found or at < found[kind].start):
            found[kind] = Clause(kind, at, at + len(phrase))
    if found:
        origin = terms.layout.source.origin
        terms.fields["clauses"] = tuple(
            Clause(each.kind, origin(each.start), origin(each.end))
            for each in sorted(found.values(), key=lambda each: each.start)
        )


def _standing(low: str, phrase: str, beside: frozenset[str], start: int, end: int) -> int | None:
    """Where a phrase stands undenied with a word it needs beside it; None where it does not."""
    at = low.find(phrase, start, end)
    while at >= 0:
        after = at + len(phrase)
        whole = not low[after : after + 1].isalnum() and not low[at - 1 : at].isalnum()
        before = _STOP.split(low[max(start, at - _BESIDE) : at])[-1]
        near = before + _STOP.split(low[after : min(end, after + _BESIDE)])[0]
        apt = not beside or not beside.isdisjoint(re.findall(r"[a-z]+", near))
        denied = _DENIAL.search(low[max(start, at - _DENIED) : at]) and not phrase.startswith("not ")
        if whole and apt and not denied and not _DENIED_AFTER.match(low[after : after + 60]):
            return at
        at = low.find(phrase, after, end)
    return None
