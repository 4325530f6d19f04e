"""What comes of a file: its words, or the reason why there are none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

LARGEST: Final = 10 * 2**20
"""Bytes of the largest file that is read."""
PAGES: Final = 50
"""Pages of a file that are read; what stands after them is left unread."""
CHARACTERS: Final = 400_000
"""Characters of one file that are read: fifty pages of the smallest print."""
READ_AT_MOST: Final = 50_000
"""Characters that the reader of offers is handed at a time; of more only those about pay."""

Kind = Literal["text", "html", "mail", "pdf", "docx"]

Reason = Literal[
    "empty",  # nothing in it
    "too_large",  # more than LARGEST bytes
    "too_heavy",  # it takes more time, memory or unpacking than an offer letter can need
    "encrypted",  # opens with a password only
    "scanned",  # pages are pictures
    "garbled",  # the font hides which letters it draws
    "damaged",  # of a known format, but cut off or broken
    "picture",
    "rtf",
    "old_word",  # .doc
    "open_document",  # .odt, .pages
    "outlook",  # .msg
    "slides_or_sheet",
    "archive",
    "unknown",
    "busy",  # too many files at once
]


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file without words to read, and why."""

    reason: Reason


class UnreadableError(Exception):
    """Raised inside the readers; the door returns it as `Unreadable`."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Document:
    """The words of a file.

    `texts` are the file's own words first, then those of files attached to it (a mail's letter).
    `earlier` are mails quoted below, the newest first: they may hold an older version of an offer.
    `cut` is True where only the beginning was read: `pages_read` pages of `pages` (0 where a format
    does not say how many it has). `pictures` of the pages read are scans without words. `unread` says
    why attached files could not be read.
    """

    kind: Kind
    texts: tuple[str, ...]
    earlier: tuple[str, ...] = ()
    pages: int = 0
    pages_read: int = 0
    cut: bool = False
    pictures: int = 0
    unread: tuple[Reason, ...] = ()
