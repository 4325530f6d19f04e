"""After the counter: how far they moved, and the reasons on both sides of taking it.

Playbook, section 4, steps 4 and 5. The figures are those of the offer before and after and of its
benchmarks; nothing else weighs, least of all what the person earns today.
"""

from __future__ import annotations

import math
from dataclasses import replace

from bot.offers.offer import Offer
from bot.offers.worth.periods import full_time
from bot.offers.worth.shapes import Worth
from bot.offers.worth.table import worth_of
from bot.playbook.answered import Answered, Beside
from bot.playbook.asks import ote_of
from bot.playbook.counter import STEPS, USUAL_LOW, USUAL_TOP
from bot.playbook.critique import Critique
from bot.playbook.decision import (
    Answer,
    Decision,
    Lean,
    Movement,
    Reason,
    Rival,
    Said,
    Sent,
)

__all__ = [
    "Decision",
    "Reason",
    "Rival",
    "Said",
    "Sent",
    "base_of",
    "beside_rival",
    "decide",
    "first_of",
    "four_years",
    "total_of",
]


def decide(  # noqa: PLR0913 - each of them weighs
    before: Offer,
    now: Offer,
    critique: Critique,
    sent: Sent | None,
    said: Said = "",
    *,
    beside: tuple[Beside, ...] = (),
    ai: bool = False,
    heard: Answered | None = None,
) -> Decision:
    """What their answer comes to: `critique` is of the offer as it stands, `ai` says that AI skills count.

    `heard` is what they have answered so far: how far they moved is counted from their first offer.

    - Under the floor: walk, whatever else it has.
    - Pulled: nothing is left to take.
    - At or above the median, or the ask met, be it by a number on condition of a yes: take it.
    - Below the median: open, whether they moved or not; no movement at all is itself a reason to walk.
    - The wage of an occupation of another name, and a median of all levels, settle nothing.
    - A salaried median is too low a bar for contract pay: clearing it is no reason to take it.
    - What they add beside pay, or to a stake that is no money, is a reason to take it and decides nothing.
    - Slower raises at an employer of no known type are a reason only where AI skills are in play.
    """
    base_then, total_then = first_of(before, sent, heard)
    base_now = base_of(now)
    total_now = total_of(now)
    pct = 100 * (base_now - base_then) / base_then if base_then and base_now is not None else None
    change = total_now - total_then if total_then is not None and total_now is not None else None
    left = _left(now, sent)
    moved = _relocated(before, now)
    answer = _answer(pct, change, left, said, stays=before == now)
    if answer == "moved" and (base_now or 0.0) < (base_of(before) or 0.0):
        answer = "lower"
    held, gained = _of_the_asked(now, sent)
    final = heard is not None and heard.final and answer in ("moved", "lower")
    if answer in ("firm", "waiting") and (moved or beside or _larger_stake(before, now)):
        answer = "moved"
    beyond = _beyond_pay(before, now, added=bool(beside or moved)) if answer != "pulled" else ()
    movement = None if pct is None or answer in ("pulled", "waiting") else _movement(pct)
    met = answer == "met" or (answer == "would_you" and left == 0)
    take = _for(critique, answer, movement, pct, change, met=met, contract=now.by_contract)
    walk = _against(critique, answer, pct, change, left, sent, ai=ai and bool(now.company))
    return Decision(
        answer=answer,
        base_before=base_then,
        base_now=base_now,
        movement_pct=pct,
        movement=movement,
        total_before=total_then,
        total_now=total_now,
        total_change=change,
        left=left,
        condition=_condition(now, critique) if answer == "would_you" else None,
        asked=sent,
        usual=(USUAL_LOW, USUAL_TOP),
        take=(*take, *beyond),
        walk=walk,
        lean=_lean(answer, take, walk),
        relocation=moved,
        beside=beside,
        held=held,
        gained_pct=gained,
        final=final,
    )


def beside_rival(decision: Decision, rival: Rival | None) -> Decision:
    """The decision with another offer the person holds weighed in, by the totals over four years.

    One that pays more makes a yes the person's own to weigh; what is under the floor, or gone, stays so.
    """
    total = decision.total_now
    if rival is None or total is None or decision.answer == "pulled":
        return decision
    over = total - rival.total
    if over == 0:
        return replace(decision, rival=rival)
    if over > 0:
        return replace(decision, rival=rival, take=(*decision.take, Reason("over_rival", over)))
    lean: Lean = "open" if decision.lean == "take" else decision.lean
    return replace(decision, rival=rival, walk=(*decision.walk, Reason("under_rival", -over)), lean=lean)


def first_of(before: Offer, sent: Sent | None, heard: Answered | None) -> tuple[float | None, float | None]:
    """The yearly base and the four-year total they first offered: before their first answer, if any."""
    if heard is not None and (heard.base is not None or heard.total is not None):
        return heard.base, heard.total
    base = sent.base if sent else base_of(before)
    return base, sent.total if sent and sent.total is not None else total_of(before)


def _of_the_asked(now: Offer, sent: Sent | None) -> tuple[float | None, float | None]:
    """What the offer holds of a thing asked for that is no base, and by how many percent that grew."""
    if sent is None or sent.lever == "base":
        return None, None
    held = _held(now, sent)
    return held, 100 * (held - sent.offered) / sent.offered if held is not None and sent.offered else None


def _larger_stake(before: Offer, now: Offer) -> bool:
    """Whether a grant that is no money grew: options, or a percent of the company."""
    return any(
        (getattr(now, name) or 0.0) > (getattr(before, name) or 0.0)
        for name in ("equity_pct", "equity_units")
    )


def _beyond_pay(before: Offer, now: Offer, *, added: bool) -> tuple[Reason, ...]:
    """What speaks for taking it beside pay: what was added, and a stake that is no money yet."""
    found = (Reason("beside"),) if added else ()
    return (*found, Reason("stake_up")) if _larger_stake(before, now) else found


def base_of(offer: Offer) -> float | None:
    """The base of a full-time year; the top of a range, None where there is none."""
    base = offer.base_amount if offer.base_amount is not None else offer.base_high
    return None if base is None else base * full_time(offer)


def four_years(worth: Worth) -> float | None:
    """The four-year total of a valued offer: cash and equity, None where it has none."""
    return worth.total.four_years.amount if worth.total else None


def total_of(offer: Offer) -> float | None:
    """The four-year total of an offer, None where it has none."""
    return four_years(worth_of(offer))


def _relocated(before: Offer, now: Offer) -> float | None:
    """What is added to the sum for moving; None where nothing is."""
    new, had = now.relocation, before.relocation
    if not isinstance(new, int | float):
        return None
    more = new - (had if isinstance(had, int | float) else 0.0)
    return more if more > 0 else None


def _left(now: Offer, sent: Sent | None) -> float | None:
    """What is missing to the ask; nothing, where it is met."""
    if sent is None:
        return None
    return max(0.0, sent.ask - (_held(now, sent) or 0.0))


def _held(now: Offer, sent: Sent) -> float | None:
    """What the offer holds of the thing asked for, in the unit of the ask."""
    return {
        "base": now.base_amount if now.base_amount is not None else now.base_high,
        "equity_value": now.equity_value,
        "equity_pct": now.equity_pct,
        "equity_units": now.equity_units,
        "sign_on": now.sign_on,
        "ote": ote_of(now),
    }[sent.lever]


def _condition(now: Offer, critique: Critique) -> float | None:
    """The median as a base to name, in the offer's period, where theirs is under it."""
    if critique.median is None or critique.gap is None or critique.gap >= 0:
        return None
    step = STEPS[now.base_period or "year"]
    return math.ceil(round(critique.median / full_time(now) / step, 6)) * step


def _answer(
    pct: float | None, change: float | None, left: float | None, said: Said, *, stays: bool
) -> Answer:
    """What they answered; a no to more after an earlier move (`stays`: nothing is new) is firm."""
    if said in ("pulled", "would_you"):
        return "pulled" if said == "pulled" else "would_you"
    if (pct is not None and pct < 0) or (change is not None and change < 0 and not pct):
        return "lower"
    if left == 0:
        return "met"
    moved = bool(pct or change) and not (said == "firm" and stays)
    if moved or said == "firm":
        return "moved" if moved else "firm"
    return "waiting"


def _movement(pct: float) -> Movement:
    if pct <= 0:
        return "none"
    if round(pct, 6) < USUAL_LOW:
        return "under"
    return "within" if round(pct, 6) <= USUAL_TOP else "over"


def _for(
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


def _against(
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


def _lean(answer: Answer, take: tuple[Reason, ...], walk: tuple[Reason, ...]) -> Lean:
    codes = {reason.code for reason in (*take, *walk)}
    if answer == "pulled" or "below_floor" in codes:
        return "walk"
    if "below_median" in codes or "went_lower" in codes:
        return "take" if "asked_met" in codes else "open"
    if codes & {"asked_met", "above_median", "at_median"}:
        return "take"
    return "open"
