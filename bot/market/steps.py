"""Why an answer is not the very cell asked for: a sentence a step, with what the nearer cell held."""

from __future__ import annotations

from typing import Final

from bot.market.database import Market
from bot.market.quote import Asked
from bot.market.rows import Cell
from bot.understand.levels import levels
from bot.understand.places import place
from bot.understand.roles import roles
from bot.voice import render

_ALL: Final = "all"
_SKILLED: Final = "skilled"
_BAY_AREA: Final = "bay-area"


def steps_to(market: Market, asked: Asked, cell: Cell) -> tuple[str, ...]:
    """Why the cell is not the one asked for: each sentence counts what the nearer cell held."""
    level = asked.level or _ALL
    ai = _SKILLED if asked.ai else _ALL
    said = []
    if ai != cell.ai:
        said.append(short(market, "ai", (asked.role, cell.place, level, ai)))
    if level != cell.level:
        nearer = (asked.role, cell.place, level, cell.ai)
        said.append(short(market, "level", nearer))
    if asked.role != cell.role:
        nearer = (asked.role, cell.place, cell.level, cell.ai)
        said.append(short(market, "parent", nearer, wider=roles()[cell.role].label))
    return tuple(said)


def short(market: Market, step: str, key: tuple[str, str, str, str], wider: str = "") -> str:
    """The sentence for a cell that does not stand: with its count, or that there is none."""
    role, where, level, ai = key
    cell = market.cell(*key)
    return render(
        f"steps/{step}_{'thin' if cell and cell.n else 'none'}",
        role=roles()[role].label,
        level="" if level == _ALL else _in_a_sentence(levels()[level].label),
        skilled=ai == _SKILLED,
        # The pooled cell is not San Francisco's, though its figures are shown there.
        place=where if where == _BAY_AREA else place(where).name,
        wider=wider,
        n=cell.n if cell else 0,
        employers=cell.employers if cell else 0,
    )


def _in_a_sentence(label: str) -> str:
    return label if label.isupper() else label.lower()
