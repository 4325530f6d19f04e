"""Another employer's offer told in a draft that asks for less than it."""

from __future__ import annotations

import re

from bot.playbook.check.asks import asks_for_base
from bot.playbook.check.others import of_others
from bot.playbook.check.scene import Scene
from bot.playbook.check.shapes import Edit, Finding
from bot.understand.money import amounts

_OFFERED = re.compile(r"\b(?:offer(?:s|ed|ing)?|proposal|proposed|came (?:back|in)|gave me)\b")
_YOURS = re.compile(r"\b(?:you|your|yours)\b[^,;]{0,24}$")
# Sums that no base is held against: all of the pay, or a part of it that is not base.
_NOT_BASE = re.compile(
    r"\b(?:total|tc|all[- ]in|ote|on[- ]target|package|equity|stock|rsus?|shares|options|sign[- ]on"
    r"|signing|bonus|relocation|over \w{1,6} years)\b"
)
_REACH = 30  # characters around a sum that say what it is
_A_THOUSAND = 1000.0  # below it a bare sum beside one of yearly pay is in thousands
_MOST = 3.0  # times the ask: a sum above is none of the same kind


def under_rival(scene: Scene, company: str | None) -> tuple[list[Finding], list[Edit]]:
    """The sum of another employer's offer where the base asked for lies under it; `better` is that sum.

    `company` is who the draft is written to. A sum said to be more than base
    counts for nothing. There are no edits: only the writer can mend it.
    """
    ask = asks_for_base(scene.asks)
    if ask is None or ask.high is None or ask.figure is None:
        return [], []
    others = of_others(scene.body, company)
    for sentence in scene.body:
        if sentence.start not in others:
            continue
        plain = sentence.folded
        for amount in amounts(sentence.text):
            at = sentence.start + amount.start
            before = plain[: amount.start]
            near = plain[max(0, amount.start - _REACH) : amount.end + _REACH]
            if at == ask.figure[0] or _NOT_BASE.search(near) or _YOURS.search(before):
                continue
            if not _OFFERED.search(before + near) or _differs(amount.currency, ask.currency):
                continue
            value = amount.high * (1000 if amount.bare and amount.high < _A_THOUSAND <= ask.high else 1)
            if ask.high < value <= ask.high * _MOST:
                end = sentence.start + amount.end
                return [Finding("under_rival", ((at, end),), better=scene.draft[at:end])], []
    return [], []


def _differs(one: str | None, other: str | None) -> bool:
    """Whether two currencies are both said and not the same."""
    return one is not None and other is not None and one != other
