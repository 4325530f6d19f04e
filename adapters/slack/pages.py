"""Long Markdown cut into pages that each stand alone.

A cut falls on a blank line if one is near, and a code fence is closed before it and opened again
after it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

_FENCE = "```"


def weight(text: str) -> int:
    """How long a text is once in JSON, without its quotes: quotes and line ends count twice."""
    return len(json.dumps(text, ensure_ascii=False)) - 2


def pages(text: str, limit: int) -> list[str]:
    """Cut `text` into pages of at most `limit` weight each, in order; nothing but blanks is lost.

    `limit` should be a few hundred at least; a single line over it is cut where it must be.
    """
    room = limit - 2 * len(_FENCE) - 4
    done: list[str] = []
    page: list[str] = []
    size = 0
    fenced = False
    for line in _lines(text, room):
        cost = weight(line) + 2
        if page and size + cost > room:
            page, kept = _part(page, fenced)
            done.append("\n".join([*page, _FENCE] if fenced else page))
            page = [_FENCE, *kept] if fenced else kept
            size = sum(weight(each) + 2 for each in page)
        page.append(line)
        size += cost
        if line.lstrip().startswith(_FENCE):
            fenced = not fenced
    done.append("\n".join(page))
    return [each.strip("\n") for each in done if each.strip()]


def _part(page: list[str], fenced: bool) -> tuple[list[str], list[str]]:
    """The lines that stay on a full page, and those after its last blank line that can move on."""
    if fenced:
        return page, []
    for at in range(len(page) - 1, len(page) // 2, -1):
        if page[at].lstrip().startswith(_FENCE):
            break
        if not page[at].strip():
            return page[:at], page[at + 1 :]
    return page, []


def _lines(text: str, room: int) -> Iterator[str]:
    # Half the room: with control characters gone, JSON at most doubles a character.
    step = max(room // 2, 1)
    for line in text.split("\n"):
        if weight(line) + 2 <= room:
            yield line
        else:
            yield from (line[at : at + step] for at in range(0, len(line), step))
