"""The reasons on both sides of an answer, the weightiest first, and which side they lean to."""

from __future__ import annotations

from bot.offers.offer import Offer
from bot.playbook.critique import Critique
from bot.playbook.decide_figures import larger_stake
from bot.playbook.decision import Answer, Lean, Movement, Reason, Sent


def reasons_for(
    critique: Critique,
    answer: Answer,
    movement: Movement | None,
    pct: float | None,
    change: float | None,
    *,
    met: bool,
    contract: bool,
) -> tuple[Reason, ...]:
    """What speaks for taking it, the weightiest first."""
    if answer == "pulled":
        return ()
    found: list[Reason] = []
    if met:
        found.append(Reason("asked_met"))
    judged = critique.median is not None and not (critique.bar or critique.stand_in or contract)
    if judged and critique.gap is not None:
        if critique.position is not None and critique.gap_pct is not None and abs(critique.gap_pct) <= 1:
            found.append(Reason("at_median"))
        elif critique.gap > 0:
            found.append(Reason("above_median", critique.gap))
    if critique.verdict == "above_estimate" and not contract:
        found.append(Reason("above_median", critique.gap))
    if critique.floor_gap is not None and critique.floor_gap >= 0:
        found.append(Reason("above_floor", critique.floor_gap))
    if movement in ("within", "over"):
        found.append(Reason("usual_movement", pct))
    if change is not None and change > 0:
        found.append(Reason("total_up", change))
    if critique.targeted:
        found.append(Reason("target"))
    return tuple(found)


def reasons_against(
    critique: Critique,
    answer: Answer,
    pct: float | None,
    change: float | None,
    left: float | None,
    sent: Sent | None,
    *,
    ai: bool,
) -> tuple[Reason, ...]:
    """What speaks for walking, the weightiest first."""
    found: list[Reason] = []
    if critique.floor_gap is not None and critique.floor_gap < 0:
        found.append(Reason("below_floor", -critique.floor_gap))
    if answer == "pulled":
        return tuple(found)
    if answer == "lower":
        found.append(Reason("went_lower", pct))
    gap = critique.gap
    judged = critique.median is not None and not (critique.bar or critique.stand_in)
    if judged and gap is not None and gap < 0:
        if critique.gap_pct is None or critique.gap_pct < -1:
            found.append(Reason("below_median", -gap))
    elif critique.verdict == "below_estimate" and gap is not None:
        found.append(Reason("below_median", -gap))
    if answer == "firm" and not pct and not change:
        found.append(Reason("no_movement"))
    if left and sent is not None and (answer in ("moved", "would_you") or (answer == "firm" and pct)):
        found.append(Reason("short_of_ask", left))
    if ai and not critique.targeted and critique.employer_type is None:
        found.append(Reason("slower_growth"))
    if critique.benchmark is None:
        found.append(Reason("no_benchmark"))
    return tuple(found)


def beyond_pay(before: Offer, now: Offer, *, added: bool) -> tuple[Reason, ...]:
    """What speaks for taking it beside pay: what was added, and a stake that is no money yet."""
    found = (Reason("beside"),) if added else ()
    return (*found, Reason("stake_up")) if larger_stake(before, now) else found


def lean_of(answer: Answer, take: tuple[Reason, ...], walk: tuple[Reason, ...]) -> Lean:
    """Which side the reasons lean to: under the floor is a no, whatever else there is."""
    codes = {reason.code for reason in (*take, *walk)}
    if answer == "pulled" or "below_floor" in codes:
        return "walk"
    if "below_median" in codes or "went_lower" in codes:
        return "take" if "asked_met" in codes else "open"
    if codes & {"asked_met", "above_median", "at_median"}:
        return "take"
    return "open"
