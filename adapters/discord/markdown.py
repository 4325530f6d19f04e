"""Markdown as Discord draws it: tables and deep headings degraded, nothing in it that acts.

Discord has bold, lists, quotes, three heading levels and code, but no tables and no rules.
Its own forms (mentions, timestamps, command links) must never take effect out of a reply, since
part of a reply may be a person's words: they are broken with a zero-width space.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from adapters.discord.limits import CONTENT

_INERT = "\u200b"
_TABLE_WIDTH = 56
"""Characters a code block shows without wrapping on most screens."""

# "<@1>", "<@&1>", "<#1>", "<t:1>", "</cmd:1>", "<:name:1>", "<a:name:1>", "<id:home>", "<sound:1>".
_FORM = re.compile(r"<(?=[@#/:]|t:|a:|id:|sound:)", re.IGNORECASE)
_BROADCAST = re.compile(r"@(?=everyone|here)", re.IGNORECASE)
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})([^`]*)$")
_HEADING = re.compile(r"#{4,6} +(.*)$")
_MARK = re.compile(r"\\([^\w\s])|\*\*|__|`")
_DELIMITER = re.compile(r" *:?-+:? *$")
_LANGUAGE = re.compile(r"[A-Za-z0-9+#-]{1,20}$")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or a code block (`code`) without its fences."""

    text: str
    code: bool = False
    language: str = ""

    @property
    def drawn(self) -> str:
        """The block as Discord reads it."""
        return f"```{self.language}\n{self.text}\n```" if self.code else self.text


def inert(text: str) -> str:
    """Break everything Discord would act on: broadcasts, mentions, timestamps, command links."""
    return _BROADCAST.sub("@" + _INERT, _FORM.sub("<" + _INERT, text))


def blocks(markdown: str) -> list[Block]:
    """Read Markdown into blocks that Discord can draw, every one of them inert."""
    return [
        Block(inert(block.text), block.code, block.language)
        for block in _read(markdown)
        if block.text.strip()
    ]


def split(markdown: str, limit: int = CONTENT) -> list[str]:
    """Cut Markdown into messages of at most `limit` characters, between blocks where possible.

    A code block that fits in one message stays whole; a longer one is closed and reopened.
    """
    messages: list[str] = []
    for block in blocks(markdown):
        for piece in _pieces(block, limit):
            if messages and len(messages[-1]) + 2 + len(piece) <= limit:
                messages[-1] += "\n\n" + piece
            else:
                messages.append(piece)
    return messages


def _read(markdown: str) -> Iterator[Block]:
    lines = markdown.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    paragraph: list[str] = []
    at = 0
    while at < len(lines):
        fence = _FENCE.match(lines[at])
        table = None if fence else _table(lines, at)
        if fence or table or not lines[at].strip():
            yield Block("\n".join(paragraph))
            paragraph = []
        if fence:
            code, at = _code(lines, at, fence.group(1), fence.group(2).strip())
            yield code
        elif table:
            block, at = table
            yield block
        else:
            if lines[at].strip():
                paragraph.append(_line(lines[at]))
            at += 1
    yield Block("\n".join(paragraph))


def _code(lines: list[str], at: int, fence: str, language: str) -> tuple[Block, int]:
    """Read a fenced block that opens at `at`; an unclosed one ends with the text."""
    end = at + 1
    while end < len(lines):
        bare = lines[end].strip()
        if len(bare) >= len(fence) and set(bare) == {fence[0]}:
            break
        end += 1
    # Discord knows one fence of three, so three within the code would end it early.
    text = "\n".join(lines[at + 1 : end]).replace("```", f"``{_INERT}`")
    return Block(text, True, language if _LANGUAGE.match(language) else ""), end + 1


def _line(line: str) -> str:
    bare = line.replace(" ", "")
    if len(bare) >= 3 and bare[0] in "-*_" and len(set(bare)) == 1:  # noqa: PLR2004 (a rule is three marks)
        return ""
    heading = _HEADING.match(line)
    return f"**{heading.group(1).strip().replace('**', '')}**" if heading else line


def _table(lines: list[str], at: int) -> tuple[Block, int] | None:
    """Read a table that opens at `at`: an aligned code block, or a list where it is too wide."""
    if at + 1 >= len(lines) or "|" not in lines[at] or "|" not in lines[at + 1]:
        return None
    delimiters = _cells(lines[at + 1])
    header = _cells(lines[at])
    if len(delimiters) != len(header) or not all(_DELIMITER.match(cell) for cell in delimiters):
        return None
    end = at + 2
    while end < len(lines) and "|" in lines[end]:
        end += 1
    right = [cell.strip().endswith(":") and not cell.strip().startswith(":") for cell in delimiters]
    rows = [(_cells(line) + [""] * len(header))[: len(header)] for line in lines[at + 2 : end]]
    plain = [[_plain(cell) for cell in row] for row in (header, *rows)]
    widths = [max(len(row[column]) for row in plain) for column in range(len(header))]
    if sum(widths) + 2 * (len(widths) - 1) > _TABLE_WIDTH:
        return Block("\n".join(_listed(header, row) for row in rows)), end
    drawn = [_aligned(row, widths, right) for row in plain]
    drawn.insert(1, "  ".join("-" * width for width in widths))
    return Block("\n".join(drawn).replace("```", f"``{_INERT}`"), True), end


def _cells(line: str) -> list[str]:
    """Split a table's row at its pipes; an escaped pipe belongs to the cell."""
    cells = [""]
    escaped = False
    for character in line.strip():
        if character == "|" and not escaped:
            cells.append("")
        else:
            cells[-1] += character
        escaped = character == "\\" and not escaped
    if cells and not cells[0].strip():
        cells = cells[1:]
    if cells and not cells[-1].strip():
        cells = cells[:-1]
    return [cell.strip() for cell in cells]


def _plain(cell: str) -> str:
    """Take the marks out: within a code block they would show."""
    return _MARK.sub(lambda mark: mark.group(1) or "", cell)


def _aligned(row: list[str], widths: list[int], right: list[bool]) -> str:
    cells = zip(row, widths, right, strict=True)
    return "  ".join(c.rjust(width) if r else c.ljust(width) for c, width, r in cells).rstrip()


def _listed(header: list[str], row: list[str]) -> str:
    """A row as a line; of two columns the second needs no name before it."""
    named = len(header) > 2  # noqa: PLR2004 (two columns: what, and what it is)
    rest = [
        f"{name}: {cell}" if name and named else cell
        for name, cell in zip(header[1:], row[1:], strict=True)
        if cell
    ]
    lead = row[0].replace("**", "") or "…"
    return f"- **{lead}**" + (f": {' · '.join(rest)}" if rest else "")


def _pieces(block: Block, limit: int) -> Iterator[str]:
    """Cut a block that is longer than a message: at lines, then words, then anywhere."""
    room = limit - (len(block.drawn) - len(block.text))
    text = block.text
    while len(text) > room:
        cut = _cut(text, room)
        yield Block(text[:cut].rstrip("\n"), block.code, block.language).drawn
        # Within code the next line's indentation is part of the text.
        text = text[cut:].removeprefix("\n") if block.code else text[cut:].lstrip()
    if text.strip():
        yield Block(text, block.code, block.language).drawn


def _cut(text: str, room: int) -> int:
    for mark in ("\n", " "):
        at = text.rfind(mark, room // 2, room)
        if at > 0:
            return at
    # A backslash parted from what it escapes would let it act.
    slashes = room - len(text[:room].rstrip("\\"))
    return room - slashes % 2 if room > 1 else room
