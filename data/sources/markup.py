"""HTML of job boards to plain text that keeps lines, bullets and table rows.

inscriptis lays the text out. Refused: html2text (GPL, and pure Python), html-text (loses bullets),
selectolax (text of 200,000 nested elements took 103 s), the standard library's html.parser
(quadratic on unclosed constructs). Attributes go first: libxml2 takes 23 s over one tag with
100,000 of them, and none of them says anything here.
"""

from __future__ import annotations

import html
import re
from functools import cache
from typing import Final, NamedTuple

from inscriptis import get_text
from inscriptis.css_profiles import STRICT_CSS_PROFILE
from inscriptis.model.config import ParserConfig

LONGEST: Final = 100_000  # characters of text; the longest real description at hand has a fifth of it
LONGEST_MARKUP: Final = 300_000
_LONGEST_RAW: Final = 10_000_000

_TAG: Final = re.compile(r"<[a-zA-Z/!]")
_ESCAPED_TAG: Final = re.compile(r"&lt;/?[a-zA-Z]")
# Possessive, so that a tag that never closes costs one pass over it and no more.
_QUOTED_ATTRIBUTES: Final = re.compile(
    r"""<([a-zA-Z][a-zA-Z0-9]{0,15}+)[\s/](?:[^<>"']++|"[^"<]*+"|'[^'<]*+')*+>"""
)
_ATTRIBUTES: Final = re.compile(r"<([a-zA-Z][a-zA-Z0-9]{0,15}+)[\s/][^<>]*+>")
_ENDLESS_REFERENCE: Final = re.compile(r"&#x?[0-9a-f]{9,}+;?", re.IGNORECASE)
_SPACES: Final = re.compile(r"[^\S\n]+")
_GAPS: Final = re.compile(r"\n{3,}")
_CONTROLS: Final = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 127, 0xFEFF])


@cache
def _config() -> ParserConfig:
    # The strict profile joins "<b>1</b><b>50K</b>" as a browser does; the other one parts them.
    return ParserConfig(css=STRICT_CSS_PROFILE.copy(), display_links=False, display_images=False)


def clean(written: str) -> str:
    """Text that any file can hold: no control characters, no halves of surrogate pairs."""
    return written.encode("utf-8", "replace").decode("utf-8").translate(_CONTROLS)


class Plain(NamedTuple):
    """Text, and whether there was more of it than anything real has."""

    text: str
    cut: bool


def unescape(written: str) -> str:
    """Character references to characters; those to numbers beyond any character go."""
    # Python refuses to read a number of more than 4,300 digits, and html.unescape passes that on.
    return html.unescape(_ENDLESS_REFERENCE.sub("", written))


def plain(written: str) -> Plain:
    """Plain text of HTML, of HTML escaped once more (as Greenhouse sends it), or of plain text.

    Lines are trimmed, with no more than one empty line between two. What stands beyond
    `LONGEST_MARKUP` characters without the attributes, or beyond `LONGEST` of the text, is left out.
    """
    read = written[:_LONGEST_RAW]
    if _ESCAPED_TAG.search(read) and not _TAG.search(read):
        read = unescape(read)
    read = clean(read)
    if _TAG.search(read):
        # Pictures inside of attributes are the largest part of some descriptions.
        read = _ATTRIBUTES.sub(r"<\1>", _QUOTED_ATTRIBUTES.sub(r"<\1>", read))
        laid_out = get_text(read[:LONGEST_MARKUP], _config())
    else:
        laid_out = unescape(read[:LONGEST_MARKUP])
    lines = (_SPACES.sub(" ", line).strip() for line in laid_out.splitlines())
    text = _GAPS.sub("\n\n", "\n".join(lines)).strip()
    return Plain(text[:LONGEST], max(len(read) - LONGEST_MARKUP, len(text) - LONGEST) > 0)
