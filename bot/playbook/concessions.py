"""How far a recruiter moves, and on what. Playbook, section 4: 10 to 20% is usual, a sign-on the easiest.

The merits a person's lines have earned decide how much of the way to the number asked it goes, and the
budget where that way ends.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.playbook.drill import STEPS, Drill, Table, down, raised_equity
from bot.playbook.lines import Line

# How much of the way from their first base to the number asked, by merits earned: 0 to 3 and more.
_SHARES = (0.0, 0.4, 0.7, 1.0)
OBJECTIONS = ("present_pay", "fixed_band", "sign_today", "deadline", "others")


@dataclass(frozen=True, slots=True)
class Reaction:
    """What the recruiter says first; `moved` is the table after it."""

    kind: str
    moved: Table


def _share(drill: Drill, least: int = 0) -> float:
    return _SHARES[min(max(len(drill.merits), least), len(_SHARES) - 1)]


def on_base(drill: Drill, before: Drill, line: Line) -> Reaction:
    """How far base moves toward the number asked for, and what is said where it does not."""
    start, had, asked = drill.terms.start, drill.table, drill.asked or 0.0
    if asked <= had.base:
        return Reaction("below_table" if line.low is not None else "hold", had)
    top = min(asked, drill.budget.base)
    aim = start.base + _share(drill) * (top - start.base)
    # A number that is theirs to give is given whole, round or not.
    base = asked if aim >= asked else down(aim, drill.terms.step)
    if base > had.base:
        return Reaction("met_ask" if base >= asked else "concede_base", replace(had, base=base))
    if not drill.merits:
        return Reaction("ask_why" if "ask_why" not in before.raised else "unmoved", had)
    spent = top >= drill.budget.base and had.base >= down(drill.budget.base, drill.terms.step)
    pressing = line.asks or line.did or line.silent or line.vague or line.market
    if pressing and spent and _share(drill) >= _SHARES[2] and had.sign_on <= start.sign_on:
        moved = _sign_on_to(drill, drill.budget.sign_on)
        if moved.sign_on > had.sign_on:
            return Reaction("instead", moved)
    if line.silent:
        return Reaction("quiet", had)
    return Reaction("no_more" if spent and len(drill.raised) >= len(OBJECTIONS) else "unmoved", had)


def _sign_on_to(drill: Drill, asked: float) -> Table:
    start, had = drill.terms.start, drill.table
    top = min(asked or drill.budget.sign_on, drill.budget.sign_on)
    aim = start.sign_on + _share(drill, least=1) * (top - start.sign_on)
    return replace(had, sign_on=max(had.sign_on, down(aim, STEPS["year"])))


def on_sign_on(drill: Drill) -> Reaction:
    """How far the sign-on moves toward the one asked for: easier than base, one merit is taken as given."""
    moved = _sign_on_to(drill, drill.asked_sign_on or 0.0)
    gives = moved.sign_on > drill.table.sign_on
    return Reaction("concede_sign_on" if gives else "unmoved_sign_on", moved)


def on_another(drill: Drill, line: Line) -> Reaction:
    """What is given on a thing other than base."""
    start, had = drill.terms.start, drill.table
    if "sign_on" in line.levers:
        return on_sign_on(drill)
    if "review" in line.levers:
        return Reaction("review_ok", had)
    if "equity" not in line.levers or not start.equity:
        return Reaction("other_lever", had)
    top = min(line.equity or drill.budget.equity, drill.budget.equity)
    aim = start.equity + _share(drill, least=1) * (top - start.equity)
    equity = raised_equity(aim, drill.terms.equity_unit, top)
    if equity > had.equity:
        return Reaction("concede_equity", replace(had, equity=equity))
    return Reaction("unmoved_equity", had)
