"""Which offer each term belongs to, where a text holds several.

Term by term a small learnt model says whether it goes on with the offer at hand ("same"), begins
another ("new") or goes back to one already begun ("back"); a company named again decides which.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.offers.judged import Judged
from bot.offers.layout import Layout
from bot.offers.markers import markers
from bot.offers.names import Name
from bot.offers.tagger import best, weights

# No one weighs more offers than this at once; what follows is counted to the last.
MOST_OFFERS = 8
_VERSUS = re.compile(r"\b(?:vs\.?|v/s|versus|or|and|while|whereas|but)\b")
_SURE = 0.5
_TAIL = 90
_LATEST_WORDS = 10
_WORD = re.compile(r"[a-z#&]+|\d")
_WHOLE_PAY = frozenset({"base", "total", "ote"})


@dataclass(slots=True)
class _State:
    """Where the reading stands: the offer at hand, what each offer has, and who makes it."""

    at: int = 1
    last: Judged | None = None
    has: dict[int, list[str]] = field(default_factory=dict)
    names: dict[str, int] = field(default_factory=dict)
    first: dict[int, tuple[str, bool]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Text:
    """What is known of the whole text before its terms are looked at one by one."""

    layout: Layout
    companies: Sequence[Name]
    starts: list[int]
    markers: list[int]
    bases: int
    several: bool
    distinct: int


def _text(layout: Layout, judged: Sequence[Judged], companies: Sequence[Name]) -> _Text:
    low = layout.source.low
    companies = [name for name in companies if name.sure >= _SURE]
    return _Text(
        layout,
        companies,
        [name.start for name in companies],
        markers(layout),
        sum(entry.role in _WHOLE_PAY for entry in judged),
        "offers" in low or " vs" in low or "both " in low or "two " in low,
        len({name.text.casefold() for name in companies}),
    )


def between(text: _Text, start: int, end: int) -> list[Name]:
    """The companies named in a part of the text."""
    return list(text.companies[bisect_left(text.starts, start) : bisect_left(text.starts, end)])


def _features(text: _Text, state: _State, entry: Judged) -> list[str]:
    low = text.layout.source.low
    role, kind = entry.role, entry.figure.kind
    start = state.last.figure.end if state.last else 0
    gap = low[start : entry.figure.start]
    has = state.has.get(state.at, [])
    filled = role in has and kind != "word"
    named = between(text, start, entry.figure.start)
    known = [state.names.get(name.text.casefold(), 0) for name in named]
    company = "none" if not named else "new" if 0 in known else "same" if state.at in known else "back"
    sure = max((round(name.sure, 1) for name in named), default=0)
    first = bisect_right(text.markers, start - 1)
    marker = first < len(text.markers) and text.markers[first] < entry.figure.start
    lines = min(3, gap.count("\n"))
    starts_line = lines > 0
    blank = "\n\n" in gap or "\n \n" in gap
    whole = role in _WHOLE_PAY
    turn = bool(_VERSUS.search(gap[-60:]))
    last = state.last.role if state.last else "none"
    opens, opened_line = state.first.get(state.at, ("", False))
    words = _WORD.findall(gap[-_TAIL:])[-_LATEST_WORDS:]
    tail = " ".join(words[-2:])
    offers = len(state.has)
    paid = any(held in _WHOLE_PAY for held in has)
    return [
        f"r={role}",
        f"filled={filled:d}",
        f"rf={role}/{filled:d}",
        f"c={company}",
        f"cs={company}/{sure}",
        f"cf={company}/{filled:d}/{whole:d}",
        f"mk={marker:d}",
        f"mkf={marker:d}/{filled:d}/{whole:d}",
        f"ln={lines}/{blank:d}",
        f"lnf={lines}/{blank:d}/{filled:d}/{whole:d}",
        f"turn={turn:d}/{filled:d}/{whole:d}",
        f"last={last}/{role}",
        f"lastf={last == role:d}/{filled:d}/{starts_line:d}",
        f"several={text.several:d}/{filled:d}",
        f"bases={min(4, text.bases)}/{whole:d}/{filled:d}",
        f"offers={min(4, offers)}/{filled:d}",
        f"paid={paid:d}/{whole:d}",
        f"more={offers > 1:d}/{state.at == offers:d}/{filled:d}/{company}",
        f"far={min(6, len(gap) // 60)}/{filled:d}",
        f"open={opens == role:d}/{opened_line:d}/{starts_line:d}/{filled:d}",
        f"openr={opens == role:d}/{role}/{filled:d}/{company}",
        f"many={min(4, text.distinct)}/{filled:d}/{whole:d}/{company}",
        f"tail={tail}",
        f"tailf={tail}/{filled:d}/{whole:d}",
        f"named={len(named)}/{filled:d}",
        f"after={last}/{filled:d}/{whole:d}/{min(2, lines)}",
        *(f"gw={word}/{filled:d}" for word in dict.fromkeys(words)),
        f"combo={company}/{marker:d}/{filled:d}/{paid:d}/{whole:d}/{starts_line:d}",
    ]


def _note(text: _Text, state: _State, entry: Judged, offer: int) -> None:
    start = state.last.figure.end if state.last else 0
    for name in between(text, start, entry.figure.start):
        state.names.setdefault(name.text.casefold(), offer)
    if offer not in state.has:
        gap = text.layout.source.low[start : entry.figure.start]
        state.first[offer] = (entry.role, "\n" in gap or state.last is None)
    state.has.setdefault(offer, []).append(entry.role)
    state.at, state.last = offer, entry


def _back(text: _Text, state: _State, entry: Judged) -> int:
    """Which earlier offer is meant: that of a company just named, else the next in turn."""
    start = state.last.figure.end if state.last else 0
    for name in reversed(between(text, start, entry.figure.start)):
        if name.text.casefold() in state.names:
            return state.names[name.text.casefold()]
    return state.at % len(state.has) + 1


def part(layout: Layout, judged: Sequence[Judged], companies: Sequence[Name]) -> list[int]:
    """The offer, from 1, that each mention belongs to; 0 where it is no term of an offer."""
    text, state = _text(layout, judged, companies), _State()
    if text.bases <= 1 and text.distinct <= 1 and not text.markers:
        # One pay, one company and nothing that counts offers: of our texts so, 199 in 200 hold one.
        return [int(entry.offered) for entry in judged]
    model = weights("parting")
    found = []
    for entry in judged:
        if not entry.offered:
            found.append(0)
            continue
        offer = 1
        if state.last is not None:
            said = best(model, _features(text, state, entry))
            if said == "new" and len(state.has) < MOST_OFFERS:
                offer = len(state.has) + 1
            elif said == "back" and len(state.has) > 1:
                offer = _back(text, state, entry)
            else:
                offer = state.at
        _note(text, state, entry, offer)
        found.append(offer)
    return found


def lessons(
    layout: Layout, judged: Sequence[Judged], companies: Sequence[Name], offers: Sequence[int]
) -> list[tuple[list[str], str]]:
    """The features of each term after the first with the answer that its offer number is, to learn from."""
    text, state = _text(layout, judged, companies), _State()
    found = []
    numbers: dict[int, int] = {}
    for entry, said in zip(judged, offers, strict=True):
        if not entry.offered or not said:
            continue
        new = said not in numbers
        offer = numbers.setdefault(said, len(numbers) + 1)
        if state.last is not None:
            answer = "new" if new else "same" if offer == state.at else "back"
            found.append((_features(text, state, entry), answer))
        _note(text, state, entry, offer)
    return found
