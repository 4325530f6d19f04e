"""What a text is, when its figures are read: an offer, or something that only looks like one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bot.offers.cues import Found
from bot.offers.labels import Labelled

_TERMS = frozenset({"base", "total", "ote", "bonus", "sign_on", "equity"})
_OF_OFFERS = frozenset({"", "offer", "initial", "revised"})
_OTHERS = {"present": "present_pay", "past": "present_pay", "wish": "wish"}
_JOB_AD = 3.0
_PROMO = 3.0
_QUESTION = 2.0
_SURELY_OFFER = 2.0


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
        if entry.frame in _OF_OFFERS
        and (
            entry.role in _TERMS
            or (
                entry.role is None
                and entry.figure.kind == "money"
                and entry.frame
                and (entry.figure.unit or not entry.figure.bare)
            )
        )
    ]


def other_kind(says: Counter[str], labelled: Sequence[Labelled], asks: bool) -> str | None:
    """What the text is when it is no offer; None when it is one."""
    terms = offered(labelled)
    named = {entry.role for entry in terms if entry.role}
    if says["promo"] >= _PROMO and says["promo"] > says["offer"] - 1 and len(named) < 3:  # noqa: PLR2004
        return "nothing"
    if says["job_ad"] >= _JOB_AD and says["job_ad"] > says["offer"]:
        return "job_ad"
    coming = says["coming"] > 0 and not named
    if terms and not coming:
        if says["offer"] >= _SURELY_OFFER or len(named) > 1:
            return None
        if named and says["question"] < _QUESTION:
            return None
        if not named and says["offer"] >= 1 and says["question"] < _QUESTION:
            return None
    for entry in labelled:
        if entry.frame in _OTHERS and entry.role != "noise" and entry.figure.kind in {"money", "percent"}:
            if says["question"] >= _QUESTION and entry.frame == "wish":
                continue
            return _OTHERS[entry.frame]
    if says["job_ad"] >= _JOB_AD:
        return "job_ad"
    return "question" if asks or says["question"] >= _QUESTION else "nothing"
