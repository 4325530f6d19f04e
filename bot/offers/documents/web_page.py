"""HTML to text: what a browser shows, tables as lines."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from lxml import etree

from bot.offers.documents.document import CHARACTERS, Document, UnreadableError
from bot.offers.documents.lines import Lines
from bot.offers.documents.plain import decoded

_UNSEEN: Final = frozenset(
    {
        *("script", "style", "head", "noscript", "template", "svg", "math", "select", "datalist"),
        *("iframe", "object", "embed", "audio", "video", "canvas", "map", "del", "s"),
        *("strike",),
    }
)
_BLOCKS: Final = frozenset(
    {
        *("p", "div", "li", "ul", "ol", "dl", "dt", "dd", "h1"),
        *("h2", "h3", "h4", "h5", "h6", "section", "article", "header", "footer"),
        *("main", "nav", "aside", "center", "form", "fieldset", "address", "figure", "figcaption"),
        *("blockquote", "pre", "hr", "caption", "body"),
    }
)
_APART: Final = frozenset(
    {
        *("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol"),
        *("dl", "blockquote", "hr", "table"),
    }
)
_HIDES: Final = re.compile(
    r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden|mso-hide\s{0,9}:\s{0,9}all"
    r"|text-decoration[a-z-]{0,9}\s{0,9}:[^;]{0,40}line-through"
    r"|(?:font-size|max-height|opacity)\s{0,9}:\s{0,9}0(?:px|pt|em|%)?\s{0,9}(?:;|\Z|!)",
    re.IGNORECASE,
)
_LONGEST_STYLE: Final = 4_096
_CHARSET: Final = re.compile(
    rb"<meta[^<>]{0,512}?charset\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE
)
_HEAD: Final = 8_192
_SPACES: Final = re.compile(r"[ \t\r\n\f]+")
_STEP: Final = 65_536


def read(content: bytes) -> Document:
    """The words of a page.

    Raises:
        UnreadableError: it shows none.
    """
    text = text_of(markup_of(content))
    if not text.strip():
        raise UnreadableError("scanned" if b"<img" in content else "empty")
    return Document("html", (text,), cut=len(text) >= CHARACTERS)


def markup_of(content: bytes, charset: str = "") -> str:
    """A page's bytes as text: by its mark, the `charset` it came with, or the one it names."""
    named = _CHARSET.search(content[:_HEAD])
    return decoded(content, charset or (named[1].decode("ascii") if named else ""))


def text_of(markup: str) -> str:
    """A page's text. Never raises: the parser mends whatever it is given."""
    shown = _Shown()
    parser = etree.HTMLParser(target=shown, no_network=True, huge_tree=True)
    try:
        for start in range(0, len(markup), _STEP):
            parser.feed(markup[start : start + _STEP])
            if shown.lines.full:
                break
        else:
            parser.close()
    except etree.LxmlError:  # nothing in it that could be mended: what was shown stands
        pass
    return shown.lines.text()


class _Shown:
    """Gathers what a page shows, while lxml parses it."""

    def __init__(self) -> None:
        self.lines = Lines()
        self._unseen = 0
        self._kept = 0  # inside <pre>, where line ends stand as written
        self._blank = True

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if self._unseen or tag in _UNSEEN or _hidden(attributes):
            self._unseen += 1
            return
        self._kept += tag == "pre"
        if tag == "br":
            self.lines.end_line()
        elif tag == "table":
            self.lines.gap()
            self.lines.begin_table()
        elif tag == "tr":
            self.lines.end_row()
        elif tag in ("td", "th"):
            self.lines.begin_cell()
        elif tag in _BLOCKS:
            self._break(tag)
            if tag == "li":
                self.lines.say("- ")
        else:
            return
        self._blank = True

    def end(self, tag: str) -> None:
        """An element ends."""
        if self._unseen:
            self._unseen -= 1
            return
        self._kept -= tag == "pre"
        if tag in ("td", "th"):
            self.lines.end_cell()
        elif tag == "tr":
            self.lines.end_row()
        elif tag == "table":
            self.lines.end_table()
            self.lines.gap()
        elif tag in _BLOCKS:
            self._break(tag)
        else:
            return
        self._blank = True

    def data(self, text: str) -> None:
        """Text between tags."""
        if self._unseen:
            return
        if self._kept:
            first, *rest = text.split("\n")
            self.lines.say(first)
            for line in rest:
                self.lines.end_line()
                self.lines.say(line)
            return
        words = _SPACES.sub(" ", text)
        if self._blank:
            words = words.lstrip(" ")
        if words:
            self._blank = words.endswith(" ")
            self.lines.say(words)

    def close(self) -> None:
        """The end."""

    def _break(self, tag: str) -> None:
        if tag in _APART:
            self.lines.gap()
        else:
            self.lines.end_line()


def _hidden(attributes: Mapping[str, str]) -> bool:
    if "hidden" in attributes:
        return True
    style = attributes.get("style")
    return style is not None and bool(_HIDES.search(style[:_LONGEST_STYLE]))
