"""What a terminal shows of a reply's file: there is nothing to click, so it stands under the words."""

from __future__ import annotations

from bot.turn import Reply


def with_file(reply: Reply) -> str:
    """A reply's text, and its file in a fence where the text does not hold it already."""
    if reply.file is None or reply.file.shown:
        return reply.text
    return f"{reply.text}\n\n```\n{reply.file.content.strip()}\n```".replace("\n\n\n", "\n\n")
