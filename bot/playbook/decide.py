"""After the counter: how far they moved, and the reasons on both sides of taking it.

Playbook, section 4, steps 4 and 5. The figures are those of the offer before and after and of its
benchmarks; nothing else weighs, least of all what the person earns today.
"""

from __future__ import annotations

from dataclasses import replace

from bot.offers.offer import Offer
from bot.playbook.answered import Answered, Beside
from bot.playbook.counter import USUAL_LOW, USUAL_TOP
from bot.playbook.critique import Critique
from bot.playbook.decide_figures import (
    base_alone,
    base_of,
    condition_of,
    first_of,
    four_years,
    held_of,
    larger_stake,
    left_of,
    of_the_asked,
    past_of,
    relocated,
    total_of,
)
from bot.playbook.decide_reasons import beyond_pay, lean_of, reasons_against, reasons_for
from bot.playbook.decision import Answer, Decision, Lean, Movement, Reason, Rival, Said, Sent

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
    "held_of",
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

    `heard` is what they have answered so far: how far they moved is counted from their first offer. An answer
    that moves the base alone is held against the base that was asked for, in an earlier draft too.

    - Under the floor: walk, whatever else it has.
    - Pulled: nothing is left to take.
    - At or above the median, or the ask met, be it by a number on condition of a yes: take it.
    - Below the median: open, whether they moved or not; no movement at all is itself a reason to walk.
    - The wage of an occupation of another name, and a median of all levels, settle nothing.
    - A salaried median is too low a bar for contract pay: clearing it is no reason to take it.
    - What they add beside pay, or to a stake that is no money, is a reason to take it and decides nothing.
    - Slower raises at an employer of no known type are a reason only where AI skills are in play.
    """
    if sent is not None and base_alone(before, now):
        sent = sent.answered_on_base()
    base_then, total_then = first_of(before, sent, heard)
    base_now = base_of(now)
    total_now = total_of(now)
    pct = 100 * (base_now - base_then) / base_then if base_then and base_now is not None else None
    change = total_now - total_then if total_then is not None and total_now is not None else None
    left = left_of(now, sent)
    moved = relocated(before, now)
    answer = _answer(pct, change, left, said, stays=before == now)
    if answer == "moved" and (base_now or 0.0) < (base_of(before) or 0.0):
        answer = "lower"
    held, gained = of_the_asked(now, sent)
    if answer in ("firm", "waiting") and (moved or beside or larger_stake(before, now)):
        answer = "moved"
    final = heard is not None and heard.final and answer in ("moved", "lower")
    beyond = beyond_pay(before, now, added=bool(beside or moved)) if answer != "pulled" else ()
    movement = None if pct is None or answer in ("pulled", "waiting") else _movement(pct)
    met = answer == "met" or (answer == "would_you" and left == 0)
    take = reasons_for(critique, answer, movement, pct, change, met=met, contract=now.by_contract)
    walk = reasons_against(critique, answer, pct, change, left, sent, ai=ai and bool(now.company))
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
        condition=condition_of(now, critique) if answer == "would_you" else None,
        asked=sent,
        usual=(USUAL_LOW, USUAL_TOP),
        take=(*take, *beyond),
        walk=walk,
        lean=lean_of(answer, take, walk),
        relocation=moved,
        beside=beside,
        held=held,
        gained_pct=gained,
        final=final,
        past_ask=past_of(now, sent),
        alone=bool(beside) and before == now,
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
