"""Which figure pay talk is anchored on: AI-skilled pay where a person's work is AI work and it is known.

A wish for AI-skilled pay that was said holds as said. Evidence alone turns to the AI-skilled figure only
where that is measured or published: an estimate of it is no better an anchor than a figure of all postings.
"""

from __future__ import annotations

from dataclasses import replace

from bot.commands.about import asked_of
from bot.market.database import Market
from bot.market.ladder import Answer, quote
from bot.memory.case import About, Case
from bot.playbook.evidence import is_ai_work


def anchored(case: Case, about: About, market: Market) -> tuple[About, Answer]:
    """The job as the anchor describes it, and its figures. `about` has a role.

    Raises:
        ValueError: there is no role.
    """
    said = about.over(About(ai=case.me.ai))
    if said.ai is None and is_ai_work(case.pack):
        skilled = replace(said, ai=True)
        answer = quote(market, asked_of(skilled))
        best = answer.quote
        if best is not None and best.ai == "skilled" and best.basis in ("measured", "published"):
            return skilled, answer
    return said, quote(market, asked_of(said))
