"""What a file is: by its first bytes, and by its name only where they leave it open."""

from __future__ import annotations

import re
from typing import Final, Literal

from bot.offers.documents.document import Kind, UnreadableError
from bot.offers.documents.plain import is_text

Format = Kind | Literal["zip"]

_HEAD: Final = 4096
_PDF_WITHIN: Final = 1024  # readers of PDF forgive this much before its mark
_PICTURES: Final = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM", b"8BPS")
_HEIC: Final = re.compile(rb".{4}ftyp(?:heic|heix|hevc|mif1|msf1|avif)", re.DOTALL)
_ARCHIVES: Final = (b"\x1f\x8b", b"7z\xbc\xaf\x27\x1c", b"Rar!", b"BZh", b"\xfd7zXZ")
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
_OUTLOOK: Final = "__substg1.0_".encode("utf-16-le")
_OF_OLE: Final = (
    ("WordDocument".encode("utf-16-le"), "old_word"),
    ("Workbook".encode("utf-16-le"), "slides_or_sheet"),
    ("PowerPoint Document".encode("utf-16-le"), "slides_or_sheet"),
)
_MARKUP: Final = re.compile(
    rb"\s{0,512}(?:<!--.{0,2048}?-->\s{0,512}|<\?xml[^>]{0,256}>\s{0,512})?<(?:!doctype\s+html|html|head|body)\b",
    re.I | re.S,
)
_A_TAG: Final = re.compile(rb"<(?:p|br|div|table|span|li|h[1-6]|td|b|strong)\b[^<>]{0,2048}>", re.I)
_HEADER: Final = re.compile(rb"([A-Za-z][A-Za-z-]{1,40}):[ \t\r\n]|([ \t])")
_FIRST_OF_MAIL: Final = re.compile(rb"(?:From |>From ).{0,500}\n")
_ONLY_IN_MAIL: Final = frozenset(
    {b"mime-version", b"message-id", b"received", b"return-path", b"delivered-to", b"dkim-signature"}
)
_HEADERS: Final = 3


def format_of(name: str, media_type: str, content: bytes) -> Format:
    """Which reader a file is for; "zip" where only its inside can tell.

    Raises:
        UnreadableError: it is empty, or nothing that is read here.
    """
    if not content.strip(b"\x00\t\n\v\f\r \xef\xbb\xbf"):
        raise UnreadableError("empty")
    if b"%PDF" in content[:_PDF_WITHIN]:
        return "pdf"
    _refuse_others(content)
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    if not is_text(content):
        raise UnreadableError(_by_name(name))
    return _of_text(name.lower(), media_type.partition(";")[0].strip().lower(), content)


def _by_name(name: str) -> Literal["damaged", "unknown"]:
    """Bytes that say nothing: a damaged file of a kind we read, or one that is none of them."""
    return "damaged" if name.lower().endswith((".pdf", ".docx", ".eml", ".html", ".htm")) else "unknown"


def _refuse_others(content: bytes) -> None:
    if content.startswith(_OLE):
        # Every stream's name stands in the directory, wherever that lies in the file.
        if _LOCKED in content:
            raise UnreadableError("encrypted")
        if _OUTLOOK in content:
            raise UnreadableError("outlook")
        for stream, reason in _OF_OLE:
            if stream in content:
                raise UnreadableError("old_word" if reason == "old_word" else "slides_or_sheet")
        raise UnreadableError("unknown")
    if content.startswith(b"{\\rt"):
        raise UnreadableError("rtf")
    webp = content.startswith(b"RIFF") and content[8:12] == b"WEBP"
    if content.startswith(_PICTURES[:-2]) or webp or _HEIC.match(content):
        raise UnreadableError("picture")
    if content.startswith(_PICTURES[-2:]) and not is_text(content):
        raise UnreadableError("picture")
    if content.startswith(_ARCHIVES):
        raise UnreadableError("archive")


def _of_text(name: str, media_type: str, content: bytes) -> Kind:
    head = content.lstrip(b"\xef\xbb\xbf \t\r\n")[:_HEAD]
    if _is_mail(head, said=name.endswith((".eml", ".mht", ".mhtml")) or media_type == "message/rfc822"):
        return "mail"
    if _MARKUP.match(head):
        return "html"
    said = name.endswith((".html", ".htm", ".xhtml")) or media_type in ("text/html", "application/xhtml+xml")
    return "html" if said and _A_TAG.search(content[: 64 * _HEAD]) else "text"


def _is_mail(head: bytes, *, said: bool) -> bool:
    """Whether it begins with a mail's headers: a mail pasted with "From:" and "Subject:" is only text."""
    first = _FIRST_OF_MAIL.match(head)
    found: set[bytes] = set()
    for line in head[first.end() if first else 0 :].splitlines():
        if not line.strip():
            break
        match = _HEADER.match(line + b"\n")
        if match is None:
            return False
        if match[1]:
            found.add(match[1].lower())
    needed = {b"from", b"subject", b"to", b"date", b"content-type"} | _ONLY_IN_MAIL
    return bool(found & needed) if said else len(found) >= _HEADERS and bool(found & _ONLY_IN_MAIL)
