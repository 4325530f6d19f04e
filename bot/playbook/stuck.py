"""The counter where the base is fixed: one ask beside it. Playbook, section 5.

The sums are those of `bot.playbook.levers`, so that `/package` and the letter say the same.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.market.quote import Quote
from bot.offers.offer import Offer
from bot.offers.worth.table import worth_of
from bot.playbook.asks import Rule
from bot.playbook.beside_base import more_equity
from bot.playbook.counter import Counter, counter
from bot.playbook.critique import Critique
from bot.playbook.lever_shapes import LeverKind
from bot.playbook.levers import OF_TARGETS, REVIEW_MONTHS, levers

# What may be asked for in a second breath; the rest is for a talk of its own.
_NEXT: frozenset[LeverKind] = frozenset(
    {"sign_on", "equity", "refresh", "title", "start_date", "vacation", "quota", "ramp", "draw", "uncapped"}
)


@dataclass(frozen=True, slots=True)
class Further:
    """What to ask for next, in the playbook's order, and what a week of vacation is worth (base / 52)."""

    kinds: tuple[LeverKind, ...]
    week: float | None


def stuck(
    offer: Offer,
    critique: Critique,
    quote: Quote | None,
    *,
    wanted: float | None = None,
    forfeited: float | None = None,
    equity: bool = False,
    evidence: frozenset[str] = frozenset(),
) -> Counter | None:
    """The one ask where the base does not move, or None when it is not known.

    - Contract pay has no sign-on and no equity: a dated review of the rate, toward the number that
      `counter` asks for.
    - `equity`: the person asks for that; up 20%, where the offer gives it a size, or the percent `wanted`.
    - A sign-on otherwise, the easiest lever: the sum the person names (`wanted`); what they leave behind
      (`forfeited`) where that is more than the one offered; else 10% of base, or the one offered up 20%.
    - Where the offer holds RSUs or a grant of a stated value, "or the same in equity" is tied to it.
    """
    plan = counter(offer, critique, quote, evidence=evidence)
    if plan is None:
        return None
    on_base = plan.lever == "base" and plan.offered is not None and plan.ask > plan.offered
    plan = replace(plan, stuck=True, market=None, lead="evidence", instead_of=plan.ask if on_base else None)
    if offer.by_contract:
        return replace(plan, lever="review", rule="review")
    sized = more_equity(offer) if equity else None
    if sized is not None:
        lever, ask, had, rule = sized
        if wanted is not None and lever == "equity_pct":
            ask, rule = wanted, "theirs"
        plan = replace(plan, lever=lever, ask=ask, offered=had, rule=rule, beyond_usual=False)
        return replace(plan, change_pct=_change(ask, had))
    signing = offer.sign_on or None
    ask, rule = _sign_on(offer, critique, forfeited if forfeited and forfeited > (signing or 0) else None)
    if wanted is not None:
        ask, rule = wanted, "theirs"
    return replace(
        plan,
        lever="sign_on",
        ask=ask,
        offered=signing,
        change_pct=_change(ask, signing),
        rule=rule,
        beyond_usual=False,
        or_equity=rule != "theirs" and _pays_shares(offer),
        forfeited=forfeited,
    )


def further(offer: Offer, critique: Critique, asked: Counter) -> Further:
    """The levers left once `asked` is refused; contract pay and the like have fewer.

    In a job paid for results what it takes to earn the pay at target comes first: quota, ramp, draw, cap.
    """
    found = {lever.kind: lever for lever in levers(offer, worth_of(offer), critique)}
    used = "equity" if asked.lever.startswith("equity") or asked.or_equity else asked.lever
    left = [kind for kind in found if kind in _NEXT and kind not in (used, asked.lever)]
    kinds = tuple(sorted(left, key=lambda kind: kind not in OF_TARGETS))
    week = found["vacation"].a_year if "vacation" in found else None
    return Further(kinds, week[0] if week else None)


def review_months(offer: Offer) -> float | None:
    """After how many months to review the rate; None where the contract is over by then: at its renewal."""
    return None if offer.term_months is not None and offer.term_months <= REVIEW_MONTHS else REVIEW_MONTHS


def _sign_on(offer: Offer, critique: Critique, forfeited: float | None) -> tuple[float, Rule]:
    found = levers(offer, worth_of(offer), critique, leaving=forfeited)
    ask = next(lever.ask for lever in found if lever.kind == "sign_on")
    if ask is None:
        raise ValueError("a sign-on without a sum, of an offer with a base")
    return ask[0], "forfeited" if forfeited else "sign_on"


def _change(ask: float, had: float | None) -> float | None:
    return 100 * (ask - had) / had if had and ask != had else None


def _pays_shares(offer: Offer) -> bool:
    """Whether equity can be set beside money: RSUs, or a grant of a stated value; in the same currency."""
    shares = offer.equity_kind == "rsu" or bool(
        offer.equity_value and offer.equity_kind not in ("options", "none")
    )
    return shares and offer.equity_currency in (None, offer.currency)
