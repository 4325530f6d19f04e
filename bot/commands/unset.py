"""One thing taken back out of a case: "no city", "forget my offer"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from bot.memory.case import About, Case
from bot.playbook.pack import Pack

MOST_WORDS = 16
_NAMES: Mapping[str, str] = {
    "role": "role", "job": "role", "title": "role", "level": "level", "seniority": "level",
    "city": "place", "place": "place", "location": "place", "metro": "place", "state": "place",
    "offer": "offer", "offers": "offers", "evidence": "evidence", "work": "evidence", "pack": "evidence",
    "practice": "practice", "drill": "practice", "counter": "counter",
    "history": "history", "look up": "lookup", "lookup": "lookup",
}  # fmt: skip


def _any(names: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(names, key=len, reverse=True)))


_MY = r"(?:about\s|all\s)?(?:of\s)?(?:my\s|the\s|any\s|a\s)?(?:other\s)?"
# "No offer" and "no work" are things people say of themselves; "no city" is not.
_OF_ME = [name for name, what in _NAMES.items() if what in ("role", "level", "place")]
_ASKED = re.compile(
    rf"\b(?:(?:forget|delete|remove|clear|drop|unset|erase)\s{_MY}(?P<what>{_any(_NAMES)})"
    rf"|no\s{_MY}(?P<no>{_any(_OF_ME)}))\b",
    re.IGNORECASE,
)


def _without_offer(case: Case) -> Case:
    """The case without the offer at hand and all that is about it; what lies on the shelf stays there."""
    about_it = case.drill is not None and case.drill.terms.source == "offer"
    return replace(
        case,
        offer=None, offer_about=About(), said={}, others=(), before=(), sent=None, answered=None,
        question=None, last=None, drill=None if about_it else case.drill,
    )  # fmt: skip


_DROP: Mapping[str, Callable[[Case], Case]] = {
    "role": lambda case: replace(case, me=replace(case.me, role=None)),
    "level": lambda case: replace(case, me=replace(case.me, level=None)),
    "place": lambda case: replace(case, me=replace(case.me, place=None)),
    "offer": _without_offer,
    "offers": lambda case: replace(_without_offer(case), shelf=()),
    "evidence": lambda case: replace(case, pack=Pack()),
    "practice": lambda case: replace(case, drill=None),
    "counter": lambda case: replace(case, sent=None, answered=None),
    "history": lambda case: replace(case, before=()),
    "lookup": lambda case: replace(case, looked_up=None, looked_up_by="median", last=None),
}


def named(said: str) -> tuple[str, ...]:
    """What the words ask to have taken back, each once; of many words none: they tell of something else."""
    if len(said.split()) > MOST_WORDS:
        return ()
    found = ((match["what"] or match["no"]).lower() for match in _ASKED.finditer(said))
    return tuple(dict.fromkeys(_NAMES[name] for name in found))


def alone(said: str) -> bool:
    """Whether the words ask for nothing else than to have something taken back."""
    return _ASKED.fullmatch(said.strip(" .!")) is not None


def taken_back(said: str, case: Case) -> tuple[Case, str, tuple[str, ...]]:
    """The case without what the words name, the words that are left, and what went although it was there."""
    gone: list[str] = []
    asked = named(said)
    for what in asked:
        after = _DROP[what](case)
        if after != case:
            gone.append(what)
        case = after
    return case, _ASKED.sub(" ", said) if asked else said, tuple(gone)
