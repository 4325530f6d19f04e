"""Figures of a draft that do not fit the offer at hand."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.offers.offer import Offer
from bot.offers.worth.periods import full_time
from bot.playbook.check.others import of_others
from bot.playbook.check.scene import Scene
from bot.playbook.check.shapes import Edit, Finding, Known, Lines
from bot.understand.money import Amount, amounts

_OFFERED = re.compile(
    r"(?:\boffer(?:ed|ing)?(?: me)?(?: is| was| of| at)?|\boffer (?:to|from|for) .{0,80}\b(?:at|with"
    r"|of)|\byou (?:named|proposed|sent)|\b(?:up )?from|\binstead of|\brather than"
    r"|\bjoin .{0,40} at) (?:the |your |me |a |with )*(?:base |salary |pay )*(?:of |is |at )*$"
)


_OFFERED_AFTER = re.compile(r"\s{0,4}(?:base |salary )?(?:you|that you|which you|in (?:the|your) offer)\b")


_REACH = 120  # characters before a sum that say whose it is
_PER_CENT = 0.005  # two sums this close are the same, rounded


def numbers(scene: Scene, known: Known, lines: Lines) -> tuple[list[Finding], list[Edit]]:
    """Figures that do not fit the offer at hand: theirs told wrongly, or an ask no higher than theirs.

    A sum in a sentence that speaks of another employer is the writer's to know.
    """
    offer = known.offer
    theirs = _base_of(offer)
    if offer is None or theirs is None:
        return [], []
    low, high = theirs
    findings, edits = [], []
    asked = {each.figure[0] for each in scene.asks if each.figure}
    others = of_others(scene.body, offer.company)
    for sentence in scene.body:
        if sentence.start in others:
            continue
        plain = sentence.folded
        for amount in amounts(sentence.text):
            at = sentence.start + amount.start
            before = plain[max(0, amount.start - _REACH) : amount.start]
            if at in asked or not (_OFFERED.search(before) or _OFFERED_AFTER.match(plain, amount.end)):
                continue
            rises = amount.low < amount.high and before.endswith("from ")
            value = _in_full(replace(amount, high=amount.low) if rises else amount, high)
            if _is_theirs(value, offer) or not low * 0.5 <= value <= high * 1.5:
                continue
            span = (at, sentence.start + amount.end)
            findings.append(Finding("wrong_number", (span,), "offered", lines.offered))
            edits.append(Edit(*span, lines.offered))
    for ask in scene.asks:
        if (
            ask.start in others
            or ask.high is None
            or ask.figure is None
            or not (high * 0.5 <= ask.high <= high * (1 - _PER_CENT) or ask.low == ask.high == high)
        ):
            continue
        findings.append(Finding("wrong_number", (ask.figure,), "below", lines.offered))
        edits.append(Edit(*ask.figure, lines.figure))
    return findings, edits


def _base_of(offer: Offer | None) -> tuple[float, float] | None:
    """The base on the table in its own period, lowest and highest."""
    if offer is None:
        return None
    if offer.base_amount is not None:
        return offer.base_amount, offer.base_amount
    return (offer.base_low, offer.base_high) if offer.base_low and offer.base_high else None


def _in_full(amount: Amount, beside: float) -> float:
    return amount.high * 1000 if amount.bare and amount.high < 1000 <= beside else amount.high  # noqa: PLR2004


def _is_theirs(value: float, offer: Offer) -> bool:
    """Whether a sum is any figure of the offer, by the year or in its own period."""
    figures = [
        offer.base_amount, offer.base_low, offer.base_high, offer.original_base, offer.base_later,
        offer.bonus_amount, offer.sign_on, offer.sign_on_y1, offer.sign_on_y2, offer.equity_value,
        offer.total_comp, offer.ote_low, offer.ote_high, offer.equity_units,
        offer.refresh_value, offer.equity_value_per_year,
    ]  # fmt: skip
    bases = [offer.base_amount, offer.base_low, offer.base_high]
    figures += [base * full_time(offer) for base in bases if base]
    return any(figure and abs(value - figure) <= _PER_CENT * figure for figure in figures)
