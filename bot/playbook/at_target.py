"""The counter on pay at target: the on-target earnings (OTE) of a job that is paid for results.

Pure rules over values. A higher OTE is more pay only while the quota stays as it is, so the ask says so.
"""

from __future__ import annotations

from dataclasses import replace

from bot.offers.offer import Offer
from bot.playbook.asks import USUAL_TOP, Rule, more_at_target, ote_of
from bot.playbook.counter import Counter


def on_target(plan: Counter, offer: Offer, wanted: float | None) -> Counter | None:
    """A plan turned to pay at target: the OTE the person names (`wanted`, a year), else 10% more than theirs.

    None where neither the person nor the offer names one. No figure of the market stands for it: those are
    of base, or of wages.
    """
    more = more_at_target(offer)
    had = ote_of(offer)
    if wanted is None and more is None:
        return None
    rule: Rule
    if wanted is not None:
        ask, rule = wanted, "theirs"
    elif more is not None:
        ask, rule = more[0], "ote_up"
    change = 100 * (ask - had) / had if had and ask != had else None
    return replace(
        plan,
        lever="ote",
        ask=ask,
        offered=had,
        change_pct=change,
        rule=rule,
        beyond_usual=change is not None and round(change, 6) > USUAL_TOP,
        market=None,
        lead="evidence",
        stuck=False,
        instead_of=None,
    )
