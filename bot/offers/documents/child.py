"""The child process: limits upon itself, one file in, its words out.

It reads the file from standard input and writes one JSON object. Once its reader is loaded it can open
no file and no connection, write none, and take no more memory or time than it was given, so a file that
breaks into a parser finds itself in an empty room: no network, no folder, no settings, no other file.
"""

from __future__ import annotations

import codecs
import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from importlib import import_module
from typing import Any, Final

from bot.offers.documents.document import LARGEST, Document, UnreadableError

_CODECS: Final = (
    *("ascii", "latin_1", "iso8859_1", "iso8859_2", "iso8859_15", "cp1250", "cp1251", "cp1252", "koi8_r"),
    *("utf_16", "utf_16_le", "utf_16_be", "utf_32", "utf_32_le", "utf_32_be"),
    *("raw_unicode_escape", "unicode_escape"),  # how the email package carries what is no ASCII
    "cp437",  # the names in a zip file
    *("big5", "euc_jp", "euc_kr", "gb18030", "gb2312", "gbk", "iso2022_jp", "shift_jis"),
)
_READERS: Final = {"pdf": "pdf", "zip": "docx", "html": "web_page"}

Read = Callable[[bytes], Document]


def main(kind: str, memory: int, seconds: int) -> None:
    """Answer on standard output: {"document": {...}} or {"unreadable": reason}."""
    _confine(memory, seconds)
    content = sys.stdin.buffer.read(LARGEST + 1)
    answer: dict[str, Any]
    try:
        reader = _load(kind, content)
        _seal()
        answer = {"document": asdict(reader(content))}
    except UnreadableError as error:
        answer = {"unreadable": error.reason}
    except (MemoryError, RecursionError):
        answer = {"unreadable": "too_heavy"}
    except Exception:  # whatever a parser trips over: its message may quote the file
        answer = {"unreadable": "damaged"}
    sys.stdout.write(json.dumps(answer))
    sys.stdout.flush()


def _load(kind: str, content: bytes) -> Read:
    """The reader of a format, with all it will import."""
    for codec in _CODECS if kind != "pdf" else ():
        codecs.lookup(codec)  # the first use loads it
    if kind != "mail":
        reader: Read = import_module(f"bot.offers.documents.{_READERS[kind]}").read
        return reader
    from bot.offers.documents import mail  # noqa: PLC0415

    # PDFium takes as long to load as all the rest, and most mails bring no PDF.
    brings_pdf = b"JVBERi" in content or b"%PDF-" in content
    readers: dict[Any, Read] = {
        format_: import_module(f"bot.offers.documents.{name}").read
        for format_, name in _READERS.items()
        if format_ != "pdf" or brings_pdf
    }
    return lambda mailed: mail.read(mailed, readers)


def _confine(memory: int, seconds: int) -> None:
    """Bound memory (bytes) and processor time (seconds), and leave no dump of them behind."""
    try:
        import resource  # noqa: PLC0415 - not on Windows: there the parent's clock alone bounds
    except ImportError:
        return
    for limit, most in (
        ("RLIMIT_AS", memory),
        ("RLIMIT_CPU", seconds),
        ("RLIMIT_CORE", 0),
    ):
        _lower(resource, limit, most)


def _seal() -> None:
    """No file, no socket, not a byte written, from here on: those that are open (the pipes) stay."""
    try:
        import resource  # noqa: PLC0415
    except ImportError:
        return
    for limit in ("RLIMIT_FSIZE", "RLIMIT_NOFILE"):
        _lower(resource, limit, 0)


def _lower(resource: Any, limit: str, most: int) -> None:
    name = getattr(resource, limit, None)
    if name is None:
        return
    try:
        _, hard = resource.getrlimit(name)
        within = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(name, (within, within))
    except (ValueError, OSError):  # macOS knows some limits by name only
        return
