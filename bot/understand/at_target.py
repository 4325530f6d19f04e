"""Pay at target in what somebody asks for: "180k OTE", "counter on the OTE instead, 180k"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.understand.money import Amount, amounts

_NAMED = re.compile(
    r"\b(?:ote|on[- ]target (?:earnings|pay|comp(?:ensation)?)|(?:pay )?at target)\b(?! of quota)"
)
_OTHER = re.compile(r"\b(?:base|salary|fixed|sign(?:ing)?[ -]?on|bonus|equity|options|rsus?)\b")
_NEAR = 14  # characters between a sum and the words that say what it is
_SHARE = re.compile(r" ?(?:%|percent\b|per cent\b)")
_BREAK = re.compile(r"[;:\n.!?](?=\s|$)|,(?=\s|$)|\s(?:and|but|so|because|plus|with)\s")


@dataclass(frozen=True, slots=True)
class AtTarget:
    """What was asked of pay at target: its sum where one was named; `rest` are the words without it.

    `beside` says that its sum stands beside another thing asked for, which comes first.
    """

    amount: Amount | None = None
    wanted: bool = False
    beside: bool = False
    rest: str = ""


def at_target(said: str, head: str) -> AtTarget:
    """Read the words; `head` is their beginning, in small letters, before a sentence on somebody's work.

    >>> at_target("counter on the OTE instead, 180k", "counter on the ote instead, 180k").amount.low
    180000.0
    """
    named = list(_NAMED.finditer(head))
    if not named:
        return AtTarget(rest=said)
    sums = [each for each in amounts(said) if each.end <= len(head) and not _SHARE.match(head[each.end :])]
    near = next((each for each in reversed(sums) if any(_touch(head, each, one) for one in named)), None)
    rest = _NAMED.sub(" ", head).strip(" ,;.:") + said[len(head) :]
    if near is None and len(sums) == 1 and not _OTHER.search(head):
        near = sums[0]
    if near is None:
        return AtTarget(wanted=not sums, rest=rest if not sums else said)
    first, last = _around(head, near, named)
    left = f"{said[:first]} {said[last:]}".strip(" ,;.:")
    if any(each is not near and _OTHER.search(_clause(head, each)) for each in sums):
        return AtTarget(beside=True, rest=left)
    return AtTarget(near, wanted=True, rest=said[len(head) :].strip(" ,;.:"))


def _touch(head: str, amount: Amount, named: re.Match[str]) -> bool:
    """Whether the words stand beside a sum, in its own clause."""
    before = amount.end <= named.start()
    between = head[amount.end : named.start()] if before else head[named.end() : amount.start]
    return len(between) <= _NEAR and not _BREAK.search(between)


def _around(head: str, amount: Amount, named: list[re.Match[str]]) -> tuple[int, int]:
    """From where to where a sum and the words beside it stand."""
    beside = [one for one in named if _touch(head, amount, one)]
    return (
        min((amount.start, *(one.start() for one in beside))),
        max((amount.end, *(one.end() for one in beside))),
    )


def _clause(head: str, amount: Amount) -> str:
    """The words around a sum, up to the marks beside it."""
    before = _BREAK.split(head[: amount.start])[-1]
    return f"{before} {_BREAK.split(head[amount.end :])[0]}"
