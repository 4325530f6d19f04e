"""The one way in for a file."""

from __future__ import annotations

from dataclasses import replace

from bot.offers.documents.document import CHARACTERS, LARGEST, Document, Unreadable, UnreadableError
from bot.offers.mask import mask


def read_document(name: str, media_type: str, content: bytes) -> Document | Unreadable:
    """The words of a file, numbers of persons, accounts and cards masked; nothing of it is kept.

    `name` and `media_type` may be empty or wrong: the bytes decide. Takes at most about ten seconds,
    and as long again where many files come at once.

    Raises:
        OSError: no process could be started to read it in.
    """
    from bot.offers.documents.kinds import format_of  # noqa: PLC0415 - most turns bring no file
    from bot.offers.documents.plain import decoded  # noqa: PLC0415

    if len(content) > LARGEST:
        return Unreadable("too_large")
    try:
        format_ = format_of(name, media_type, content)
    except UnreadableError as error:
        return Unreadable(error.reason)
    if format_ == "text":
        text = decoded(content)
        return Document("text", (mask(text[:CHARACTERS]),), cut=len(text) > CHARACTERS)
    from bot.offers.documents.sandbox import read_apart  # noqa: PLC0415 - plain text needs no process

    found = read_apart(format_, content)
    if isinstance(found, Unreadable):
        return found
    return replace(found, texts=tuple(map(mask, found.texts)), earlier=tuple(map(mask, found.earlier)))
