"""What is said after `/package`: a lever by any of its names, and what somebody leaves behind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import get_args

from bot.playbook.lever_shapes import LeverKind
from bot.understand.money import Amount, amounts, read_amount

_LEAVES = re.compile(
    r"\b(?:leav(?:e|es|ing)|left|forfeit\w{0,3}|unvested|walk(?:ing)? away|giv(?:e|ing) up|los(?:e|ing)"
    r"|behind|on the table|buy ?-?outs?|make me whole)\b",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"\b(?:unvested|forfeit\w{0,3}|(?:left|leav(?:e|ing)) behind)\b", re.IGNORECASE)
_NAMES: tuple[tuple[LeverKind, str], ...] = (
    ("sign_on", r"sign(?:ing)?[ -]?(?:on|bonus)|joining bonus|start(?:ing)? bonus"),
    ("refresh", r"refresh\w{0,4}|top[ -]?ups?"),
    ("acceleration", r"accelerat(?:ion|ed?|es|ing)|(?:single|double)[ -]trigger|change of control"),
    ("equity", r"equity|stock|shares?|rsus?|options?|grant"),
    ("title", r"title|(?:down[ -]?)?level(?:l?ed|l?ing)?|scope|promotion|seniority"),
    ("start_date", r"start(?:ing)? date|start later|later start|start"),
    ("vacation", r"vacation|pto|time off|holidays?|days? off|leave"),
    ("review", r"review|raise later|step[ -]?up"),
    (
        "relocation",  # "base can't move" is no moving house
        r"relocat\w{1,3}|moving(?! (?:on|base|the base|pay|up))|(?:my|the|a|house|big|pay(?:ing)? for"
        r"|cover(?:ing)?) move|move (?:costs?|allowance|expenses|budget|to|there|house|abroad)"
        r"|to move(?! (?:on|base|the base|pay|up|it|from))|^move$",
    ),
    ("severance", r"severance|notice(?: period)?"),
    ("quota", r"quotas?"),
    ("ramp", r"ramp(?:[ -]?up)?"),
    ("draw", r"draws?"),
    ("uncapped", r"(?:un)?capped|caps?|accelerators?|commission(?:s| plan)?"),
    ("remote", r"remote(?:ly)?|home ?office|wfh|hybrid|work from home"),
)
_BY_NAME = tuple((kind, re.compile(rf"\b(?:{names})\b", re.IGNORECASE)) for kind, names in _NAMES)
_LEAST, _MOST = 500.0, 1e9  # a sum left behind outside them was misread


@dataclass(frozen=True, slots=True)
class Pulled:
    """The lever named, and what is left behind: its sum, its parts as said, and its currency if said."""

    lever: LeverKind | None = None
    leaving: float | None = None
    parts: tuple[float, ...] = ()
    currency: str | None = None
    leaves: bool = False


def read_pulled(text: str) -> Pulled:
    """Read the words after the command: the first lever named, and every sum somebody walks away from."""
    if _LEAVES.search(text):
        found = [each for each in _sums(text) if _LEAST <= each.value <= _MOST]
        if found:
            parts = tuple(each.value for each in found)
            currency = next((each.currency for each in found if each.currency), None)
            return Pulled("sign_on", sum(parts), parts, currency, leaves=True)
    named = ((match.start(), kind) for kind, names in _BY_NAME if (match := names.search(text)))
    first = min(named, key=lambda each: each[0], default=None)
    if _BEHIND.search(text):
        return Pulled("sign_on", leaves=True)
    return Pulled(first[1] if first else None)


def _sums(text: str) -> list[Amount]:
    """The sums in the words; of bare numbers the first that can be one of pay."""
    found = [each for each in amounts(text) if not each.bare and each.per is None]
    one = read_amount(text)
    return found or ([one] if one is not None else [])


def packed(kind: LeverKind, leaving: float | None) -> str:
    """A lever as a button's value: "sign_on;80000"."""
    return f"{kind};{leaving:.0f}" if leaving else kind


def unpacked(value: str) -> Pulled:
    """The lever in a button's value; None where it names none."""
    name, _, sum_ = value.partition(";")
    kinds: tuple[LeverKind, ...] = get_args(LeverKind)
    kind = next((each for each in kinds if each == name), None)
    leaving = float(sum_) if sum_.isascii() and sum_.isdigit() and len(sum_) <= 10 else None  # noqa: PLR2004
    return Pulled(kind, leaving, (leaving,) if leaving else ())
