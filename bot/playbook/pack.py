"""The evidence pack: what a person built, how they knew it worked, why they can do it again.

Playbook, section 2. The words are the person's own; they are kept encrypted with the rest of a case.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Workflow:
    """One piece of work: `what` was built or run, with which `tools`, and what came of it (`outcome`)."""

    what: str
    tools: str = ""
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class Pack:
    """The three parts. `quality` is how the person knew it worked, `portability` why it can be repeated."""

    workflows: tuple[Workflow, ...] = ()
    quality: str = ""
    portability: str = ""
