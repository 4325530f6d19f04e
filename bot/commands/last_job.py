"""The job a person was last on, for a command that is told none."""

from __future__ import annotations

from dataclasses import replace

from bot.commands.about import Heard
from bot.memory.case import About, Case


def last_job(case: Case) -> About:
    """What was looked up last, else the job of the offer at hand, else the person's own."""
    for about in (case.looked_up, case.offer_about):
        if about is not None and about.role:
            return replace(about, company=None)
    return case.me


def names_a_job(heard: Heard) -> bool:
    """Whether the words name a role or an occupation, be it unclear which: they inherit nothing then."""
    read = heard.question
    return bool(read.role or read.beyond or any(unsure.slot == "role" for unsure in read.unsure))
