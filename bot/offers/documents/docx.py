"""DOCX to text: the words as Word shows them, with tracked changes taken as accepted.

Read event by event, so that memory stays small however much a part unpacks to. What was deleted, struck
through or hidden is left out; headers come first and footers and footnotes last.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from typing import Final

from lxml import etree

from bot.offers.documents.document import CHARACTERS, PAGES, Document, UnreadableError
from bot.offers.documents.lines import Lines

_ENTRIES: Final = 5_000
_UNPACKED: Final = 60 * 2**20
_STEP: Final = 65_536
_SIDE_PARTS: Final = 8  # headers, and as many footers
_WORD: Final = frozenset(
    {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    }
)
_COMPATIBLE: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_UNSEEN: Final = frozenset({"del", "moveFrom", "instrText", "delText", "delInstrText", "Fallback"})
_UNSEEN_STYLES: Final = frozenset({"vanish", "webHidden", "strike", "dstrike"})
_OFF: Final = frozenset({"0", "false", "off", "none"})
_IN_RUN: Final = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "-", "softHyphen": ""}
_MAIN_TYPE: Final = "/officeDocument"


def read(content: bytes) -> Document:
    """The words of a DOCX.

    Raises:
        UnreadableError: it is damaged, encrypted, another kind of archive, or unpacks to too much.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _read(_Archive(archive))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, etree.XMLSyntaxError, ValueError):
        raise UnreadableError("damaged") from None
    except RuntimeError:  # what zipfile raises for a member behind a password
        raise UnreadableError("encrypted") from None


class _Archive:
    """A zip file whose members may together unpack to no more than a bound."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        if len(archive.infolist()) > _ENTRIES:
            raise UnreadableError("too_heavy")
        self._archive = archive
        self._left = _UNPACKED
        self.names = frozenset(archive.namelist())

    def feed(self, name: str, target: object) -> None:
        """Parse a member, event by event. Entities are not expanded, nothing outside is fetched."""
        parser = etree.XMLParser(
            target=target, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
        )
        with self._archive.open(name) as member:
            while step := member.read(_STEP):
                self._left -= len(step)
                if self._left < 0:
                    raise UnreadableError("too_heavy")
                parser.feed(step)
                if getattr(target, "done", False):
                    return
        parser.close()


def _read(archive: _Archive) -> Document:
    main = _main_part(archive)
    folder = posixpath.dirname(main)
    body = _Words()
    archive.feed(main, body)
    parts = [_side(archive, folder, "header"), body.lines.text()]
    parts += [_side(archive, folder, kind) for kind in ("footnotes", "footer")]
    text = "\n\n".join(part for part in parts if part.strip())[:CHARACTERS]
    if not text.strip():
        raise UnreadableError("scanned" if any("/media/" in name for name in archive.names) else "empty")
    return Document("docx", (text,), pages_read=min(body.pages, PAGES), cut=body.done)


def _main_part(archive: _Archive) -> str:
    """The part that holds the document; a zip of something else is told apart."""
    if "_rels/.rels" in archive.names:
        relations = _Relations()
        archive.feed("_rels/.rels", relations)
        target = relations.main.lstrip("/")
        if target in archive.names and not target.startswith(("xl/", "ppt/")):
            return target
    if "word/document.xml" in archive.names:
        return "word/document.xml"
    if any(name.startswith(("xl/", "ppt/")) for name in archive.names):
        raise UnreadableError("slides_or_sheet")
    if "content.xml" in archive.names or any(name.startswith("Index/") for name in archive.names):
        raise UnreadableError("open_document")
    raise UnreadableError("damaged" if "[Content_Types].xml" in archive.names else "archive")


def _side(archive: _Archive, folder: str, kind: str) -> str:
    """The words of all headers (or footers, or footnotes), each once."""
    named = re.compile(rf"{re.escape(folder)}/{kind}[0-9]{{0,4}}\.xml")
    found: dict[str, None] = {}
    for name in sorted(name for name in archive.names if named.fullmatch(name))[:_SIDE_PARTS]:
        words = _Words()
        archive.feed(name, words)
        found.setdefault(words.lines.text().strip())
    return "\n".join(text for text in found if text)


class _Target:
    """What lxml calls while it parses. A part of a real DOCX declares no document type."""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def end(self, tag: str) -> None:
        """An element ends."""

    def data(self, text: str) -> None:
        """Text between tags."""

    def comment(self, text: str) -> None:
        """A remark, which nobody sees."""

    def pi(self, target: str, data: str) -> None:
        """An instruction to some program."""

    def doctype(self, name: str, public: str, system: str) -> None:  # noqa: ARG002 - lxml's signature
        """A document type, the door to entity tricks."""
        raise UnreadableError("damaged")

    def close(self) -> None:
        """The end."""


class _Relations(_Target):
    """Finds the main part among a package's relations."""

    def __init__(self) -> None:
        self.main = ""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:  # noqa: ARG002
        if attributes.get("Type", "").endswith(_MAIN_TYPE):
            self.main = self.main or attributes.get("Target", "")


class _Words(_Target):
    """Gathers what a part shows."""

    def __init__(self) -> None:
        self.lines = Lines()
        self._path: list[str] = []
        self._unseen = 0
        self._run_unseen = False
        self._placeholder: list[bool] = []
        self._breaks = self._rendered = 0

    @property
    def pages(self) -> int:
        """How many pages were begun, as far as the breaks in the text tell."""
        return max(self._breaks, self._rendered) + 1

    @property
    def done(self) -> bool:
        """Whether enough was read."""
        return self.pages > PAGES or self.lines.full

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        name = _name(tag)
        parent = self._path[-1] if self._path else ""
        self._path.append(name)
        if self._unseen or name in _UNSEEN or (name == "sdtContent" and self._is_placeholder()):
            # "del" also marks a run's or a paragraph's properties: there it is empty.
            self._unseen += 1
            return
        if name in _UNSEEN_STYLES:
            self._style(attributes)
        elif name == "sdt":
            self._placeholder.append(False)
        elif name == "showingPlcHdr" and self._placeholder:
            self._placeholder[-1] = True
        elif parent == "r":
            self._in_run(name, attributes)
        else:
            self._block(name)

    def end(self, tag: str) -> None:  # noqa: ARG002
        name = self._path.pop()
        if self._unseen:
            self._unseen -= 1
        elif name == "p":
            self.lines.end_line()
        elif name == "tc":
            self.lines.end_cell()
        elif name == "tr":
            self.lines.end_row()
        elif name == "tbl":
            self.lines.end_table()
        elif name == "sdt" and self._placeholder:
            self._placeholder.pop()

    def data(self, text: str) -> None:
        seen = not self._unseen and not self._run_unseen and self.pages <= PAGES
        if seen and self._path and self._path[-1] == "t":
            self.lines.say(text)

    def _block(self, name: str) -> None:
        if name == "p":
            self.lines.end_line()
        elif name == "r":
            self._run_unseen = False
        elif name == "tbl":
            self.lines.begin_table()
        elif name == "tc":
            self.lines.begin_cell()

    def _in_run(self, name: str, attributes: Mapping[str, str]) -> None:
        if name in _IN_RUN and not self._run_unseen:
            self.lines.say(_IN_RUN[name])
        elif name in ("br", "cr"):
            self._breaks += _valued(attributes, "type") == "page"
            self.lines.end_line()
        elif name == "lastRenderedPageBreak":
            self._rendered += 1

    def _style(self, attributes: Mapping[str, str]) -> None:
        """A run's own style; the mark of a paragraph has one too, which hides no words."""
        on_run = self._path[-3:-1] == ["r", "rPr"]
        if on_run and _valued(attributes, "val").lower() not in _OFF:
            self._run_unseen = True

    def _is_placeholder(self) -> bool:
        return bool(self._placeholder) and self._placeholder[-1]


def _name(tag: str) -> str:
    """The element's name where it is Word's own (or the mark-up that chooses between versions), else ""."""
    space, _, name = tag.removeprefix("{").rpartition("}")
    return name if space in _WORD or (space == _COMPATIBLE and name == "Fallback") else ""


def _valued(attributes: Mapping[str, str], name: str) -> str:
    pairs: Iterable[tuple[str, str]] = attributes.items()
    return next((value for key, value in pairs if key.rpartition("}")[2] == name), "")
