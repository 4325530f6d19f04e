"""Plain text: bytes of any usual encoding to words."""

from __future__ import annotations

import codecs
import re
from typing import Final

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE: Final = 65_536
_WIDE: Final = 0.3  # of the bytes at even or odd places are zero: Latin letters two bytes wide
_CONTROLS: Final = bytes(set(range(32)) - {0, 8, 9, 10, 11, 12, 13, 27}) + b"\x7f"
_FEW: Final = 0.02
_GONE: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufeff\ufffe\uffff]")
_SURROGATES: Final = re.compile(r"[\ud800-\udfff]")


def is_text(content: bytes) -> bool:
    """Whether bytes are words in some encoding, rather than a program's own format."""
    if content.startswith(tuple(mark for mark, _ in _MARKS)) or _wide(content):
        return True
    sample = content[:_SAMPLE]
    odd = len(sample) - len(sample.translate(None, _CONTROLS + b"\x00"))
    return odd <= max(2, _FEW * len(sample))


def decoded(content: bytes, encoding: str = "") -> str:
    """Bytes to text: by their mark, by `encoding` where one is named, as UTF-8, else as Windows-1252.

    Never raises; what fits nothing becomes U+FFFD.
    """
    for mark, named in _MARKS:
        if content.startswith(mark):
            return clean(content[len(mark) :].decode(named, "replace"))
    if encoding:
        try:
            return clean(content.decode(encoding, "replace"))
        except (LookupError, OSError, ValueError):  # unknown, or not loaded where no file may be opened
            pass
    wide = _wide(content)
    if wide:
        return clean(content.decode(wide, "replace"))
    try:
        return clean(content.decode("utf-8"))
    except UnicodeDecodeError:
        as_utf8 = content.decode("utf-8", "replace")
        # A cut or damaged place in what is UTF-8 otherwise, or letters of Windows-1252?
        return clean(as_utf8 if _mostly_utf8(content, as_utf8) else content.decode("windows-1252", "replace"))


def clean(text: str) -> str:
    """Text with one kind of line end, and without controls that nobody sees."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _SURROGATES.sub("\ufffd", _GONE.sub("", text))


def _mostly_utf8(content: bytes, as_utf8: str) -> bool:
    beyond_ascii = len(as_utf8) - len(as_utf8.encode("ascii", "ignore"))
    return as_utf8.count("\ufffd") * 4 <= beyond_ascii and len(content) > 0


def _wide(content: bytes) -> str:
    """The encoding of two-byte letters without a mark, as old Windows programs write them."""
    sample = content[:_SAMPLE]
    half = len(sample) / 2
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > _WIDE * half and even < odd / 10:
        return "utf-16-le"
    if even > _WIDE * half and odd < even / 10:
        return "utf-16-be"
    return ""
