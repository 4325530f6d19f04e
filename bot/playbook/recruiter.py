"""What the recruiter of a practice talk answers to a line. Playbook, sections 4 and 8.

It moves on merit: a market figure, work, what came of it, and silence after the ask. Each counts once,
and together they decide how much of the way to the number asked for it goes, never past its budget. A
line that names today's pay, threatens, apologises for asking or asks for several things earns nothing.
"""

from __future__ import annotations

from dataclasses import replace

from bot.playbook.concessions import OBJECTIONS, Reaction, on_another, on_base, on_sign_on
from bot.playbook.drill import LONGEST_LINE, Drill, Ended, Move, Table, shuffled
from bot.playbook.lines import Line, read

_BEFORE_A_NUMBER = ("present_pay",)  # what fits while their base was not named yet
# What ends with a question: nothing is added to it.
_ASKS_BACK = frozenset(
    {
        "ask_number", "ask_why", "one_thing", "still_there", "ramble", "met_ask", "name_base", "give_range",
        "below_table", "present_named", "hold", "other_lever", "no_more", "over_market",
    }
)  # fmt: skip
# After these "yes" means that they sign.
_SIGN = frozenset(
    {
        "sign_today", "met_ask", "concede_base", "concede_sign_on", "concede_equity", "instead", "hold",
        "deadline", "below_table", "name_base", "give_range", "no_more", "over_market", "present_named",
        "open_sign_today", "open_deadline", "open_offer_call", "open_fixed_band", "open_others",
    }
)  # fmt: skip


def answer(drill: Drill, text: str) -> Drill:
    """The drill after a line, with what the recruiter says to it. Total: any text is a line."""
    said = text.strip()[:LONGEST_LINE]
    line = read(said, drill.terms, drill.offered)
    heard = replace(drill, lines=(*drill.lines, said))
    if line.walk:
        return _over(heard, "walked", "close_walk")
    if _agrees(line, drill):
        return _over(heard, "accepted", "close_accept")
    heard = _noted(heard, drill, line)
    reaction = _react(heard, drill, line)
    heard = replace(heard, table=_within(reaction.moved, drill))
    if reaction.kind in ("name_base", "give_range", "below_table"):
        heard = replace(heard, shown=True)
    if reaction.kind == "present_named":
        heard = replace(heard, raised=(*heard.raised, "present_pay"))
    return _go_on(heard, reaction.kind)


def skip(drill: Drill) -> Drill:
    """The drill once a line was left out: the recruiter goes on to the next thing."""
    return _go_on(replace(drill, lines=(*drill.lines, "")), "")


def _go_on(drill: Drill, kind: str) -> Drill:
    """The recruiter's words: the reaction, and after it the next objection or the end of the call."""
    moves = [_move(drill, kind)] if kind else []
    if drill.turn >= drill.most:
        kept = [move for move in moves if move.kind not in _ASKS_BACK or move.kind == "met_ask"]
        return replace(drill, moves=(*kept, _move(drill, "close_time")), shown=True, ended="time")
    if kind not in _ASKS_BACK:
        objection = _objection(drill, kind)
        moves.append(_move(drill, objection))
        drill = replace(drill, raised=(*drill.raised, objection))
    elif kind == "ask_why":
        drill = replace(drill, raised=(*drill.raised, kind))
    return replace(drill, moves=tuple(moves))


def _over(drill: Drill, ended: Ended, kind: str) -> Drill:
    return replace(drill, moves=(_move(drill, kind),), ended=ended)


def _move(drill: Drill, kind: str) -> Move:
    return Move(kind, drill.table, drill.asked)


def _within(moved: Table, before: Drill) -> Table:
    """A table that takes nothing back and stays within the budget."""
    had, most = before.table, before.budget
    return Table(
        min(max(moved.base, had.base), most.base),
        min(max(moved.sign_on, had.sign_on), most.sign_on),
        min(max(moved.equity, had.equity), most.equity),
    )


def _agrees(line: Line, drill: Drill) -> bool:
    """Whether the line takes what is offered: nothing asked besides, and something there to take."""
    if not drill.shown or line.levers or line.vague:
        return False
    return line.accept or (line.yes and any(move.kind in _SIGN for move in drill.moves))


def _noted(drill: Drill, before: Drill, line: Line) -> Drill:
    """The drill with the number asked and the merits the line has earned."""
    merits = list(before.merits)
    earned = {
        "market": _above(line, before) or (line.rival and line.asks and before.terms.others),
        "work": line.did,
        "outcome": line.outcome,
        "silence": line.silent and _asked_last(before),
    }
    if not (line.ultimatum or line.present is not None):
        merits += [name for name, good in earned.items() if good and name not in merits]
    if line.sign_on is not None:
        drill = replace(drill, asked_sign_on=line.sign_on)
    if line.low is None:
        return replace(drill, merits=tuple(merits))
    first = before.first_asked if before.first_asked is not None else line.low
    return replace(drill, merits=tuple(merits), asked=line.low, first_asked=first)


def _above(line: Line, drill: Drill) -> bool:
    """Whether the line cites a figure above what they came with: one under it is no argument."""
    return line.market_figure is not None and line.market_figure > drill.terms.start.base


def _asked_last(drill: Drill) -> bool:
    """Whether an ask was left standing: the line before made it, or gave its reasons."""
    if not drill.lines:
        return False
    line = read(drill.lines[-1], drill.terms, drill.offered)
    return line.asks or (_stands(drill) and _reasons(line))


def _reasons(line: Line) -> bool:
    """Whether a line argues for what was asked before: with work, a figure, or by waiting."""
    return line.did or line.market or line.silent


def _stands(drill: Drill) -> bool:
    """Whether something was asked for that they may still move on."""
    return drill.asked is not None or drill.asked_sign_on is not None


def _react(drill: Drill, before: Drill, line: Line) -> Reaction:
    """What the line is answered with before anything else."""
    plain = _plainly(drill, before, line)
    if plain:
        return Reaction(plain, drill.table)
    if drill.asked is not None and not drill.shown:
        fits = drill.asked <= drill.table.base
        return Reaction("below_table" if fits else "name_base", drill.table)
    if drill.shown and line.levers and "base" not in line.levers:
        return on_another(drill, line)
    if drill.asked is None and drill.shown and drill.asked_sign_on is not None and _reasons(line):
        return on_sign_on(drill)
    if drill.asked is None:
        return Reaction("ask_number", drill.table)
    return on_base(drill, before, line)


def _plainly(drill: Drill, before: Drill, line: Line) -> str:
    """The answer to a line that earns nothing or only asks; "" where the number is to be talked about."""
    pressing = line.asks or bool(line.levers)
    unsaid = not (line.vague or line.close or line.market or line.did)
    answers = (
        ("present_named", line.present is not None or line.hinted),
        ("ultimatum", line.ultimatum),
        ("one_thing", len(line.levers) > 1),
        ("still_there", line.silent and (not _stands(drill) or drill.merits == before.merits)),
        ("ramble", line.rambling or ((line.filler or line.apology) and not pressing and not line.did)),
        ("no_need", line.apology and pressing),
        ("over_market", drill.shown and line.market_figure is not None and not _above(line, drill)),
        ("give_range", line.wants_range and not pressing and not drill.shown),
        ("no_range", line.wants_range and not pressing),
        ("time_ok", (line.time or line.written) and not pressing),
        ("dodge_ok", line.dodged and not pressing and _asked_of_pay(before)),
        ("later", line.question and not pressing and unsaid and not line.text.lower().startswith("why")),
    )
    return next((kind for kind, holds in answers if holds), "")


def _asked_of_pay(drill: Drill) -> bool:
    """Whether the recruiter has just asked for today's pay."""
    return any(move.kind in ("present_pay", "open_present_pay") for move in drill.moves)


def _objection(drill: Drill, after: str) -> str:
    """The next objection not made yet, in the order of the seed; `hold` when all were made."""
    if not drill.shown:
        left = [each for each in _BEFORE_A_NUMBER if each not in drill.raised and after != "dodge_ok"]
        return left[0] if left else "ask_number"
    if drill.asked is None and after in ("dodge_ok", "later", ""):
        return "ask_number"
    left = [each for each in shuffled(drill.seed, "objections", OBJECTIONS) if each not in drill.raised]
    if after.startswith("concede") and "sign_today" in left:
        return "sign_today"
    return left[0] if left else "hold"
