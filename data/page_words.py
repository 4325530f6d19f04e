"""How the page on the figures is written: tables and lists that keep its width, cells in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from textwrap import wrap
from typing import Any, Final

from bot.understand.places import place
from bot.understand.roles import roles
from data.page_rows import Row, whole
from data.tables import MIN_POSTINGS

WIDTH: Final = 100
AT_MOST: Final = 12  # lines of a list; what is left off is counted
ALL: Final = "all"
US: Final = "0000000"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A Markdown table, its columns aligned; the widest column gives way where the page is too narrow."""
    told = [tuple(head), *(tuple(cell.replace("|", "/") for cell in row) for row in rows)]
    widths = [max(len(row[at]) for row in told) for at in range(len(head))]
    spare = WIDTH - (3 * len(head) + 1)
    while sum(widths) > spare:
        widths[widths.index(max(widths))] -= 1
    for number, row in enumerate(told):
        cells = (_clipped(cell, width).ljust(width) for cell, width in zip(row, widths, strict=True))
        yield f"| {' | '.join(cells)} |"
        if number == 0:
            yield f"|{'|'.join('-' * (width + 2) for width in widths)}|"


def listed(told: Sequence[str], what: str) -> Iterator[str]:
    """A list of so many lines, and how many were left off."""
    if not told:
        yield "None."
    yield from (f"- {each}" for each in told[:AT_MOST])
    more = len(told) - AT_MOST
    if more > 0:
        yield f"- and {more:,} {what}{'s' if more != 1 else ''} more"


def wrapped(line: str) -> list[str]:
    """A line within the page's width, the rest of a list item set in."""
    return wrap(line, WIDTH, subsequent_indent="  " if line.startswith("- ") else "") or [""]


def cell_in_words(cell: Row, *, role: bool = True) -> str:
    """A cell in words, with its counts."""
    ai = "AI-skilled" if cell["ai"] != ALL else ""
    parts = (
        role_name(cell["role"]) if role else "",
        place_name(cell["place"]),
        level_name(cell["level"]),
        ai,
    )
    counts = f"({counted(whole(cell['n']), 'posting')}, {counted(whole(cell['employers']), 'employer')})"
    return f"{', '.join(filter(None, parts))} {counts}"


def counted(n: int, what: str) -> str:
    """A count with its noun: "1 role", "2 roles"."""
    return f"{n:,} {what}{'' if n == 1 else 's'}"


def role_name(id_: str) -> str:
    """A role's label; its id where it is in no table."""
    return roles()[id_].label if id_ in roles() else id_


def place_name(id_: str) -> str:
    """A place's name, a state marked as one; its id where it is in no table."""
    if id_ in (US, "bay-area"):
        return "US" if id_ == US else "Bay Area"
    try:
        found = place(id_)
    except KeyError:
        return id_
    return f"{found.name} (state)" if found.kind == "state" else found.name


def level_name(id_: str) -> str:
    """A level's id, "" for all levels; titles that state none are said to."""
    return {ALL: "", "unstated": "level not stated"}.get(id_, id_)


def rate(row: Row, part: str, every: str) -> str:
    """One column in percent of another, where that counts 20 at least."""
    of = whole(row[every])
    return f"{100 * whole(row[part]) / of:.0f}%" if of >= MIN_POSTINGS else "too few"


def percent(part: int, every: int, said: str = "of them") -> str:
    """A part in percent, to follow its count: " (41% of them)"; nothing of nothing."""
    return f" ({100 * part / every:.0f}% {said})" if every else ""


def text(told: Mapping[str, Any], name: str) -> str:
    """A value of the manifest as text, "?" where it is not there."""
    return str(told.get(name) or "?")


def signed(fraction: float) -> str:
    """A fraction in whole percent with its sign: 0.051 -> "+5%", -0.002 -> "0%"."""
    shown = round(100 * fraction)
    return f"{shown:+d}%" if shown else "0%"


def _clipped(cell: str, width: int) -> str:
    return cell if len(cell) <= width else f"{cell[: width - 1]}…"
