"""What a text is, when its figures are read: an offer, or something that only looks like one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bot.offers.cues import Found
from bot.offers.frames import OF_OFFER
from bot.offers.labels import Labelled

_TERMS = frozenset({"base", "total", "ote", "bonus", "sign_on", "equity"})
_OTHERS = {"present": "present_pay", "past": "present_pay", "wish": "wish"}
_PAY_RATES = frozenset({"hour", "day", "week", "biweek"})
_JOB_AD = 3.0
_PROMO = 3.0
_QUESTION = 2.0
_SURELY_OFFER = 2.0
# Up to this many terms an advertisement of something else may name ("$200 bonus").
_FEW = 2


def weigh(says: Sequence[Found]) -> Counter[str]:
    """How strongly the words speak of each kind of text: "offer", "job_ad", "question", "promo" ..."""
    total: Counter[str] = Counter()
    seen: set[tuple[str, int, float]] = set()
    for found in says:
        key = (found.cue.role, found.last - found.first, found.cue.weight)
        # Saying the same again adds little: "offer" ten times is a topic, not ten proofs.
        total[found.cue.role[1:]] += found.cue.weight * (0.3 if key in seen else 1.0)  # type: ignore[assignment]
        seen.add(key)
    return total


def offered(labelled: Sequence[Labelled]) -> list[Labelled]:
    """The figures that may be terms of an offer: named ones, and money that stands in talk of an offer."""
    return [
        entry
        for entry in labelled
        if entry.frame in OF_OFFER
        and (
            entry.role in _TERMS
            or (
                entry.role is None
                and entry.figure.kind == "money"
                and (entry.frame or entry.figure.unit in _PAY_RATES)
                and (entry.figure.unit or not entry.figure.bare)
            )
        )
    ]


def other_kind(says: Counter[str], labelled: Sequence[Labelled], asks: bool) -> str | None:
    """What the text is when it is no offer; None when it is one."""
    named = {entry.role for entry in offered(labelled) if entry.role}
    advert = says["job_ad"] >= _JOB_AD
    if says["promo"] >= _PROMO and says["promo"] > says["offer"] - 1 and len(named) <= _FEW:
        return "nothing"
    if advert and says["job_ad"] > says["offer"]:
        return "job_ad"
    if _is_offer(says, labelled, named):
        return None
    asked = any(entry.frame == "asked" and entry.figure.kind in {"money", "percent"} for entry in labelled)
    question = asked or says["question"] >= _QUESTION
    for entry in labelled:
        spoken = entry.frame in _OTHERS and not (question and entry.frame == "wish")
        if spoken and entry.role != "noise" and entry.figure.kind in {"money", "percent"}:
            return _OTHERS[entry.frame]
    return "job_ad" if advert else "question" if asks or question else "nothing"


def _is_offer(says: Counter[str], labelled: Sequence[Labelled], named: set[str]) -> bool:
    if not offered(labelled) or (says["coming"] and not named):
        return False
    if says["offer"] >= _SURELY_OFFER or len(named) > 1:
        return True
    return says["question"] < _QUESTION and (bool(named) or says["offer"] >= 1)
