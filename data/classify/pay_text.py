"""A posting's text made ready for reading: of bearable length, without tags and odd spaces."""

from __future__ import annotations

import html
import re
from typing import Final

# Descriptions average 6,500 characters and none seen was over 20,000. Of a longer text both ends are
# read: pay stands last in most.
READ_FIRST: Final = 150_000
READ_LAST: Final = 50_000

_TAG: Final = re.compile(r"<(/?(?:p|div|li|ul|ol|br|h[1-6]|tr|table)\b)?[^<>]{0,400}>", re.IGNORECASE)
_ENTITY: Final = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,10});")
_SPACES: Final = (
    ("\u00a0", " "),
    ("\u202f", " "),
    ("\u2009", " "),
    ("\u200b", ""),
    ("\u2060", ""),
    ("\ufeff", ""),
    ("\r", ""),
)


def readable(text: str) -> str:
    """The text as plain lines; of one over 200,000 characters its beginning and its end."""
    if len(text) > READ_FIRST + READ_LAST:
        text = f"{text[:READ_FIRST]}\n\n{text[-READ_LAST:]}"
    if "</" in text or "<br" in text:
        text = _TAG.sub(lambda tag: "\n" if tag[1] else " ", text)
    if "&" in text and _ENTITY.search(text):
        text = html.unescape(text)
    if not text.isascii():
        for written, meant in _SPACES:
            text = text.replace(written, meant)
    return text.replace("\r", "")
