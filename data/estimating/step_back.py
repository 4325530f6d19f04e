"""The plain step-back rule, recomputed from the cells of some employers: what an estimate must beat.

The same rungs as `bot.market.ladder`, without estimates; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

import pandas as pd

from bot.understand.level_order import contradicts, track
from bot.understand.places import REMOTE, pooled, state_of
from bot.understand.roles import roles
from data import cells
from data.cells import ALL
from data.estimating.cases import US
from data.seats import seats

SKILLED: Final = "skilled"

Rung = Literal["near", "all levels", "country", "cited", "wage", "nothing"]


@dataclass(frozen=True, slots=True)
class Market:
    """Figures to step back over, USD a year.

    `measured` by role, place, level and AI, only cells that stand; `wages` by occupation and area;
    `cited` published AI-skilled medians by role and place ("" where they name none).
    """

    measured: Mapping[tuple[str, str, str, str], float]
    wages: Mapping[tuple[str, str], float]
    cited: Mapping[tuple[str, str], float]


def market(postings: pd.DataFrame, wages: pd.DataFrame, cited: pd.DataFrame) -> Market:
    """The figures of some postings, beside OEWS and the published medians, which leave nobody out."""
    parents = {role.id: role.parent for role in roles().values() if role.parent}
    measured = cells.measure(seats(postings), parents)
    stands = measured[measured["p50"].notna()]
    keys = zip(stands["role"], stands["place"], stands["level"], stands["ai"], strict=True)
    told = wages[wages["p50"].notna()]
    for_ai = cited[cited["ai"].eq(SKILLED)]
    return Market(
        measured=dict(zip(keys, stands["p50"].tolist(), strict=True)),
        wages=dict(zip(zip(told["soc"], told["area"], strict=True), told["p50"].tolist(), strict=True)),
        cited=dict(
            zip(zip(for_ai["role"], for_ai["place"], strict=True), for_ai["p50"].tolist(), strict=True)
        ),
    )


def step_back(known: Market, role: str, where: str, level: str, skilled: bool) -> tuple[float | None, Rung]:
    """The rule's figure for a question (`level` "all" where none is asked), and which rung gave it.

    "near" is a measured cell as asked, with AI dropped, or of the parent role: no estimate is made there.
    """
    found = _measured(known, role, where, level, skilled)
    if found is None and where == REMOTE:
        found = _measured(known, role, US, level, skilled)
        found = (found[0], "country") if found else None
    if found:
        return found
    metro = pooled(where)[0]
    if skilled:
        for place in (metro, ""):
            if (role, place) in known.cited:
                return known.cited[role, place], "cited"
    soc = roles()[role].soc
    area = US if where == REMOTE else metro
    for tried in (area, state_of(area), US):
        if tried and (soc, tried) in known.wages:
            return known.wages[soc, tried], "wage"
    return None, "nothing"


def contradicted(
    known: Market, question: tuple[str, str, str, bool], pay: float, ends: tuple[float, float]
) -> bool:
    """Whether an estimate cannot stand beside what is measured of the same job there.

    The levels of its track are held against it as a person would be answered for them, by the role or
    its parent; all levels together only where the role itself has them. Of an AI-skilled estimate both
    the AI-skilled figures and those of all postings must agree.
    """
    role, where, level, skilled = question
    parent = roles()[role].parent
    for ai in (SKILLED, ALL) if skilled else (ALL,):
        told: dict[str, float] = {}
        for each in (*track(level), ALL):
            for job in (role, parent) if parent and each != ALL else (role,):
                if (job, where, each, ai) in known.measured:
                    told.setdefault(each, known.measured[job, where, each, ai])
        if contradicts(level, pay, ends, told):
            return True
    return False


def _measured(known: Market, role: str, where: str, level: str, skilled: bool) -> tuple[float, Rung] | None:
    parent = roles()[role].parent
    for tried in dict.fromkeys((level, ALL)):
        for job in (role, parent) if parent else (role,):
            for ai in (SKILLED, ALL) if skilled else (ALL,):
                if (job, where, tried, ai) in known.measured:
                    return known.measured[job, where, tried, ai], "near" if tried == level else "all levels"
    return None
