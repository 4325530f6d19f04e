"""What an estimate can be asked for, as numbers, and which effects each question sums.

A question is a role, a level or all of them, a place, and AI-skilled or all postings. Its log pay
is the ground of its place and the sum of nine effects: the role's family, the role itself (for a
child its parent's, and its own on top), the level, the level in the family and in the role, the
state, the metro, and AI. Each is drawn towards nothing, so that what little is known of a child,
a metro or a level in a role shows as a small step away from the parent, the state or the level.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt

from bot.understand.levels import levels
from bot.understand.places import REMOTE, UNITED_STATES, areas, place, state_of
from bot.understand.roles import roles
from data.cells import ALL
from data.grouped import Whole

US: Final = UNITED_STATES

Flags = npt.NDArray[np.bool_]
EVERY_LEVEL: Final = 0


@dataclass(frozen=True, slots=True)
class Cases:
    """Questions: numbers into `Names.roles`, `levels` (0 is all of them) and `places`; AI-skilled or all."""

    role: Whole
    level: Whole
    place: Whole
    skilled: Flags

    def __len__(self) -> int:
        return len(self.role)

    def at(self, rows: Flags) -> Cases:
        """Some of the questions."""
        return Cases(self.role[rows], self.level[rows], self.place[rows], self.skilled[rows])


@dataclass(frozen=True, slots=True)
class Names:
    """The ids behind the numbers, and for each number the effects it brings.

    Arrays hold column numbers of effects: by role, by role and level, or by place. `none` is the
    column of no effect. `family` and `tree` number a role's family and its parent (or itself).
    """

    roles: tuple[str, ...]
    levels: tuple[str, ...]
    places: tuple[str, ...]
    family: Whole
    tree: Whole
    by_role: Whole
    by_level: Whole
    by_place: Whole
    ai: int
    none: int


@cache
def names() -> Names:
    """The vocabulary of estimates: every role, level and US place."""
    table = list(roles().values())
    ids = tuple(role.id for role in table)
    steps = (ALL, *levels())
    places = (US, REMOTE, *_states(), *(area.id for area in areas()))
    families = sorted({role.family for role in table})
    family = np.array([families.index(role.family) for role in table], dtype=np.int64)
    tree = np.array([ids.index(role.parent or role.id) for role in table], dtype=np.int64)
    numbers = _Numbers()
    by_role = [
        (
            numbers.of("family", role.family),
            numbers.of("role", role.parent or role.id),
            numbers.of("child", role.id) if role.parent else -1,
        )
        for role in table
    ]
    by_level = [
        [
            (
                numbers.of("level", step),
                numbers.of("level in family", role.family, step),
                numbers.of("level in role", role.parent or role.id, step),
            )
            for step in steps
        ]
        for role in table
    ]
    by_place = [_place_effects(numbers, each) for each in places]
    ai = numbers.of("ai")
    none = len(numbers.known)

    def columns(listed: object) -> Whole:
        read = np.array(listed, dtype=np.int64)
        return np.where(read < 0, none, read)

    return Names(
        ids, steps, places, family, tree, columns(by_role), columns(by_level), columns(by_place), ai, none
    )


def columns(cases: Cases) -> Whole:
    """The effects each question sums, as an array of questions x 9."""
    known = names()
    ai = np.where(cases.skilled, known.ai, known.none)
    return np.column_stack(
        (known.by_role[cases.role], known.by_level[cases.role, cases.level], known.by_place[cases.place], ai)
    )


class _Numbers:
    """Column numbers, given out in the order asked for."""

    def __init__(self) -> None:
        self.known: dict[tuple[str, ...], int] = {}

    def of(self, *term: str) -> int:
        return self.known.setdefault(term, len(self.known))


def _states() -> tuple[str, ...]:
    return tuple(sorted({state for area in areas() if (state := state_of(area.id))}))


def _place_effects(numbers: _Numbers, id_: str) -> tuple[int, int]:
    if id_ in {US, REMOTE}:
        return numbers.of("place", id_), -1
    if place(id_).kind == "state":
        return numbers.of("state", id_), -1
    state = state_of(id_)
    return numbers.of("state", state) if state else -1, numbers.of("place", id_)
