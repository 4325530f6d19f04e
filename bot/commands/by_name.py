"""One of a person's offers named in the words of a command: "/counter stripe", "accept the stripe offer"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.commands.keeping import brought_up
from bot.commands.shelf import all_offers
from bot.memory.case import Case
from bot.offers.offer import Offer
from bot.understand.text import fold

_FEW = 12  # words; in more a company may be a part of somebody's work
_MOST_LEADS = 3
_WORD = r"(?:with|for|to|at|on|from|the|my|against) "
_LEAD = re.compile(_WORD, re.IGNORECASE)
_BEFORE = re.compile(rf"(?:^|\s)(?:{_WORD}){{0,{_MOST_LEADS}}}$", re.IGNORECASE)
_TAIL = re.compile(r"(?:'s)?(?: (?:offer|one|job))?(?=$|[\s,.:;!?])", re.IGNORECASE)
_END = re.compile(r"(?:'s)?(?: (?:offer|one|job))?[.!?]{0,2}$", re.IGNORECASE)
# A company named as somebody who also offers, or to be named in a letter, is not the one to write to.
_BESIDE = re.compile(
    r"\b(?:mention|include|bring up|compet\w+|another|also|too|rival|offered me|leav\w+|built|worked|i have"
    r"|i've|or|vs|versus|than)\b",
    re.IGNORECASE,
)
_MARKS = str.maketrans("\u2018\u2019", "''")


@dataclass(frozen=True, slots=True)
class Named:
    """The case with the offer named at hand, the words without its name, and whether it was another one."""

    case: Case
    rest: str
    other: bool


def named_offer(text: str, case: Case) -> Named | None:
    """The offer that few words name by its company at their start or end; None where they name none."""
    said = " ".join(text.translate(_MARKS).split())
    if not said or len(said.split()) > _FEW or _BESIDE.search(said):
        return None
    for held in all_offers(case):
        for name in _names(held.offer):
            rest = _without(said, name)
            if rest is not None:
                other = held.offer is not case.offer
                return Named(brought_up(case, held) if other else case, rest, other)
    return None


def _names(offer: Offer) -> list[str]:
    """A company's name, and its first word where that says enough."""
    whole = (offer.company or "").strip()
    first = whole.split(maxsplit=1)[0].strip(",.") if whole else ""
    return [each for each in dict.fromkeys((whole, first)) if len(each) > 1 and fold(each) not in _COMMON]


_COMMON = frozenset(
    ("the", "a", "an", "my", "your", "base", "offer", "new", "first", "general", "american", "united",
     "national", "global", "big")
)  # fmt: skip


def _without(said: str, name: str) -> str | None:
    """The words before or after a name at one of their ends; None where it stands at neither.

    No pattern is made of the name: `re` would keep it, and with it a person's word, in its cache.
    """
    low, wanted = said.lower(), name.lower()
    starts = [0]
    while len(starts) <= _MOST_LEADS and (lead := _LEAD.match(said, starts[-1])):
        starts.append(lead.end())
    for at in reversed(starts):
        tail = _TAIL.match(said, at + len(name)) if low.startswith(wanted, at) else None
        if tail:
            return said[tail.end() :].strip(" ,.:;")
    at = low.find(wanted)
    while at >= 0:
        before = _BEFORE.search(said[:at])
        if before and _END.match(said, at + len(name)):
            return said[: before.start()].strip(" ,.:;")
        at = low.find(wanted, at + 1)
    return None
