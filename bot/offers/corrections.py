"""Which figure replaces another in a sentence.

Taken back by the writer: "140k, sorry, 145k", "worth 40k, not 40,000 options". Raised by the employer:
"145 instead of 138".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.offers.figures import Figure

_REACH = 40
_AMOUNTS = frozenset({"money", "count"})
# Between a wrong figure and the right one after it.
_TAKEN_BACK = re.compile(
    r"[\s,.;:(-](?:sorry|oops|i mean|i meant|no,? wait|wait,? no|scratch that|correction|make that|or rather)"
    r"\b[,.:; ]{1,3}(?:(?:i mean|i meant|it's|its|base|salary|an?|the|is)[ :]{1,2}){0,3}$"
)
# Between a right figure and the wrong one after it.
_NOT = re.compile(r",?[ ]?\(?(?:(?:and|so|but)[ ])?not[ ](?:the[ ]|an?[ ])?$")
# Between what a sum is now and what it was.
_RAISED = re.compile(r",?[ ](?:now[ ]|base[ ]){0,2}(?:instead of|rather than|up from|from)[ ](?:the[ ])?$")
# Between what a pay is and what it grows to.
_GROWS = re.compile(
    r",?[ ](?:and[ ])?(?:progress(?:ing|es)|ris(?:ing|es)|grow(?:ing|s)|increas(?:ing|es)"
    r"|step(?:ping|s)(?:[ ]up)?|mov(?:ing|es)(?:[ ]up)?|go(?:ing|es)[ ]up)[ ](?:up[ ])?to[ ]$"
)


def corrections(low: str, mentions: Sequence[Figure]) -> Iterator[tuple[int, int]]:
    """Pairs of mentions that stand side by side and of which one corrects the other, as (wrong, right).

    `low` is the readable text in lower case; words that say a term by themselves are looked over.
    """
    figures = [n for n, mention in enumerate(mentions) if mention.kind != "word"]
    for one, other in pairwise(figures):
        first, second = mentions[one], mentions[other]
        alike = first.kind == second.kind or {first.kind, second.kind} <= _AMOUNTS
        if not alike or second.start - first.end > _REACH:
            continue
        between = low[first.end : second.start]
        if _TAKEN_BACK.search(between):
            yield one, other
        elif _NOT.fullmatch(between):
            yield other, one


def raises(low: str, mentions: Sequence[Figure]) -> Iterator[tuple[int, int]]:
    """Pairs of neighbouring sums of which the former is what the latter was raised to, as (was, is)."""
    figures = [n for n, mention in enumerate(mentions) if mention.kind != "word"]
    for one, other in pairwise(figures):
        now, before = mentions[one], mentions[other]
        raised = now.kind == before.kind == "money" and now.low / 2 < before.low < now.low
        if raised and before.start - now.end <= _REACH and _RAISED.fullmatch(low[now.end : before.start]):
            yield other, one


def rises(low: str, mentions: Sequence[Figure]) -> Iterator[tuple[int, int]]:
    """Pairs of neighbouring sums of which the latter is what the former grows to, as (is, will be)."""
    figures = [n for n, mention in enumerate(mentions) if mention.kind != "word"]
    for one, other in pairwise(figures):
        now, then = mentions[one], mentions[other]
        beside = now.kind == then.kind == "money" and then.start - now.end <= _REACH
        if beside and now.low < then.low and _GROWS.fullmatch(low[now.end : then.start]):
            yield one, other
