"""What differs between two states of an offer and of the job it is for."""

from __future__ import annotations

from dataclasses import dataclass

from bot.commands import words
from bot.commands.amending.terms import TERM_OF, TERMS, Shown, shown
from bot.memory.case import Case
from bot.offers.offer import Offer

JOB = ("role", "level", "place")
_WITH_EQUITY = frozenset({"equity", "strike", "share_price", "vesting", "schedule", "cliff"})


@dataclass(frozen=True, slots=True)
class Shift:
    """A term before and after; None where the offer does not say it."""

    term: str
    before: Shown | None
    after: Shown | None


def changes(before: Case, now: Case) -> tuple[Shift, ...]:
    """Every term that differs between two states of an offer and of its job, in the order of the terms."""
    old, new = before.offer or Offer(), now.offer or Offer()
    found = []
    if any(getattr(old, name) != getattr(new, name) for name in TERMS["base"].fields):
        found.append(Shift("base", _base(old), _base(new)))
    differs = [name for name in TERM_OF if getattr(old, name) != getattr(new, name)]
    if old.equity_kind not in (None, "none") and new.equity_kind in (None, "none"):
        found.append(Shift("equity", _equity(old), shown(new, "equity_kind")))
        differs = [name for name in differs if TERM_OF[name] not in _WITH_EQUITY]
    for name in differs:
        if TERM_OF[name] == "base" or name.endswith("_high") or name == "currency_explicit":
            continue
        if name == "equity_kind" and any(each.startswith("equity_") for each in differs if each != name):
            continue  # a size says its kind
        found.append(Shift(name, shown(old, name), shown(new, name)))
    for name in JOB:
        was, is_ = (_job(each, name) for each in (before, now))
        if was != is_ and name not in differs:
            found.append(Shift(name, was, is_))
    return tuple(found)


def confirmed(old: Offer, now: Offer, fields: tuple[str, ...]) -> tuple[Shift, ...]:
    """What the person said is right as it was read: of each figure its main field."""
    seen: set[object] = set()
    found = []
    for name in fields:
        if name not in TERM_OF:
            continue  # what is given beside pay is no one figure
        value, span = shown(now, name), old.spans.get(name, name)
        if value is None or span in seen or name == "base_period" or shown(old, name) != value:
            continue
        seen.add(span)
        found.append(Shift(name, value, value))
    return tuple(found)


def _equity(offer: Offer) -> Shown | None:
    """The size of a grant, as its first field says it."""
    return next((value for name in TERMS["equity"].fields if (value := shown(offer, name))), None)


def _base(offer: Offer) -> Shown | None:
    return shown(offer, "base_amount") or shown(offer, "base_low")


def _job(case: Case, name: str) -> Shown | None:
    value = getattr(case.offer_about, name)
    if value is None:
        return None
    if name == "role":
        return Shown("words", words=words.job(value))
    return Shown("words", words=words.level_label(value) if name == "level" else words.place_name(value))
