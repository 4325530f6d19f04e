"""Mails (EML) to text: the best body, what is quoted under it, and the files attached."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.header import decode_header
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32
from typing import Final

from bot.offers.documents import quoted
from bot.offers.documents.document import CHARACTERS, Document, Reason, UnreadableError
from bot.offers.documents.kinds import Format, format_of
from bot.offers.documents.lines import tidy
from bot.offers.documents.plain import clean, decoded
from bot.offers.documents.web_page import markup_of, text_of

Readers = Mapping[Format, Callable[[bytes], Document]]

_PARTS: Final = 400
_DEEP: Final = 300
_ATTACHED: Final = 5
_FIGURES: Final = re.compile(r"[0-9]{2,}")
_SHOWN_HEADERS: Final = ("From", "Subject")
_LONGEST_HEADER: Final = 500
_LOCKED: Final = frozenset({"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"})
_NO_OFFERS: Final = ("image/", "audio/", "video/", "font/", "text/calendar", "text/x-vcard", "text/vcard")
_SIGNATURES: Final = frozenset(
    {"application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature"}
)


@dataclass(slots=True)
class _Found:
    """What the parts of a mail came to."""

    bodies: list[str] = field(default_factory=list)
    attached: list[str] = field(default_factory=list)
    earlier: list[str] = field(default_factory=list)
    unread: list[Reason] = field(default_factory=list)
    cut: bool = False
    locked: bool = False
    seen: int = 0
    files: int = 0


def read(content: bytes, readers: Readers) -> Document:
    """The words of a mail. `readers` read the files attached to it, by their format.

    Raises:
        UnreadableError: nothing in it can be read.
    """
    try:
        message = BytesParser(policy=compat32).parsebytes(content.lstrip())
        found = _Found()
        _take(message, found, readers, 0)
    except RecursionError:
        raise UnreadableError("too_heavy") from None
    own, older = quoted.part(tidy("\n\n".join(found.bodies)))
    texts = [_headed(message, own)] if own else []
    texts += found.attached
    earlier = [*older, *found.earlier]
    if not texts and not earlier:
        raise UnreadableError("encrypted" if found.locked else found.unread[0] if found.unread else "empty")
    shown, cut = _within(texts + earlier)
    return Document(
        "mail",
        tuple(shown[: len(texts)]),
        earlier=tuple(shown[len(texts) :]),
        cut=cut or found.cut,
        unread=tuple(found.unread),
    )


def _within(texts: list[str]) -> tuple[list[str], bool]:
    """As many of the texts as one file may hold, and whether that was not all."""
    left, kept = CHARACTERS, []
    for text in texts:
        kept.append(text[:left])
        left -= len(kept[-1])
    return kept, sum(map(len, kept)) < sum(map(len, texts))


def _headed(message: Message, text: str) -> str:
    """The words under who sent them and about what: these name the employer and the job."""
    headers = [f"{name}: {value}" for name in _SHOWN_HEADERS if (value := _header(message, name))]
    return "\n".join(headers) + "\n\n" + text if headers else text


def _take(part: Message, found: _Found, readers: Readers, depth: int) -> None:
    found.seen += 1
    if found.seen > _PARTS or depth > _DEEP:
        found.cut = True
        return
    kind = part.get_content_type()
    if kind in _LOCKED:
        found.locked = True
    elif kind == "message/rfc822":
        _take_mail(part, found, readers, depth)
    elif part.is_multipart():
        children = [child for child in part.get_payload() if isinstance(child, Message)]
        if kind == "multipart/alternative":
            _take_best(children, found, readers, depth)
        else:
            for child in children:
                _take(child, found, readers, depth + 1)
    elif kind in _SIGNATURES or kind.startswith(_NO_OFFERS):
        return
    elif _is_attached(part) or kind not in ("text/plain", "text/html"):
        _take_file(part, found, readers)
    else:
        found.bodies.append(_words(part))


def _take_best(children: list[Message], found: _Found, readers: Readers, depth: int) -> None:
    """Of the same words in several forms the plain one, unless another one says more figures."""
    tries: list[_Found] = []
    for child in children:
        one = _Found(seen=found.seen, files=found.files)
        _take(child, one, readers, depth + 1)
        tries.append(one)
        found.seen, found.files = one.seen, one.files

    def figures(one: _Found) -> int:
        return sum(len(_FIGURES.findall(body)) for body in one.bodies)

    said = [one for one in tries if any(body.strip() for body in one.bodies)]
    best = max(said, key=figures, default=None)  # the first of equals, which is the plain one
    if best is not None:
        found.bodies += best.bodies
    for one in tries:
        found.attached += one.attached
        found.earlier += one.earlier
        found.unread += one.unread
        found.cut |= one.cut
        found.locked |= one.locked


def _take_mail(part: Message, found: _Found, readers: Readers, depth: int) -> None:
    """A mail attached to this one: older, so it is read after what this one says."""
    inner = part.get_payload()
    for message in inner if isinstance(inner, list) else ():
        if not isinstance(message, Message):
            continue
        one = _Found(seen=found.seen, files=found.files)
        _take(message, one, readers, depth + 1)
        own, earlier = quoted.part(tidy("\n\n".join(one.bodies)))
        found.earlier += [_headed(message, own)] if own else []
        found.attached += one.attached
        found.earlier += [*earlier, *one.earlier]
        found.unread += one.unread
        found.cut |= one.cut
        found.locked |= one.locked
        found.seen, found.files = one.seen, one.files


def _take_file(part: Message, found: _Found, readers: Readers) -> None:
    found.files += 1
    if found.files > _ATTACHED:
        found.cut = True
        return
    content = _bytes(part)
    try:
        format_ = format_of(_name(part), part.get_content_type(), content)
        if format_ == "text":
            found.attached.append(_words(part))
            return
        if format_ not in readers:
            return
        document = readers[format_](content)
    except UnreadableError as error:
        if error.reason not in ("empty", "unknown", "picture"):
            found.unread.append(error.reason)
        return
    except (MemoryError, RecursionError):
        found.unread.append("too_heavy")
        return
    found.attached += document.texts
    found.cut |= document.cut


def _words(part: Message) -> str:
    content, charset = _bytes(part), str(part.get_content_charset() or "")
    if part.get_content_type() == "text/html":
        return text_of(markup_of(content, charset))
    text = decoded(content, charset)[: 2 * CHARACTERS]
    if str(part.get_param("format") or "").lower() == "flowed":
        text = _unflowed(text)
    return tidy(text)


def _unflowed(text: str) -> str:
    """Lines that a mail program wrapped, whole again (RFC 3676): a blank at the end says so."""
    found: list[str] = []
    flows = False
    for line in text.split("\n"):
        if flows and not line.startswith(">"):
            found[-1] += line.removeprefix(" ")
        else:
            found.append(line)
        flows = line.endswith(" ") and line != "-- " and not line.startswith(">")
    return "\n".join(found)


def _bytes(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _is_attached(part: Message) -> bool:
    return part.get_content_disposition() == "attachment"


def _name(part: Message) -> str:
    try:
        return str(part.get_filename() or "")
    except (ValueError, LookupError, OSError):
        return ""


def _header(message: Message, name: str) -> str:
    """A header's words, decoded as far as they can be."""
    raw = str(message.get(name) or "")[: 4 * _LONGEST_HEADER]
    try:
        pieces = decode_header(raw)
    except (ValueError, LookupError, OSError):
        return " ".join(clean(raw).split())[:_LONGEST_HEADER]
    words = "".join(
        decoded(piece, charset or "") if isinstance(piece, bytes) else piece for piece, charset in pieces
    )
    return " ".join(clean(words).split())[:_LONGEST_HEADER]
