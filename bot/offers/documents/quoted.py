"""Parts a mail from the mails quoted under it."""

from __future__ import annotations

import re
from typing import Final

_LINE: Final = re.compile(
    r"-{2,}[ ]?(?:original|forwarded|weitergeleitete|urspr.ngliche)[ ][^\n]{0,30}?-{2,}"
    r"|begin forwarded message:?|_{16,}"
    # Who wrote it and when: with a figure of the date, or an address.
    r"|(?=[^\n]{0,120}[0-9@])(?:on\b[^\n]{6,200}\bwrote:|am\b[^\n]{6,200}\bschrieb[^\n]{0,80}:"
    r"|le\b[^\n]{6,200}\ba [ée]crit[ ]?:)$",
    re.IGNORECASE,
)
_BROKEN_OVER_TWO: Final = re.compile(r"on\b[^\n]{6,200}", re.IGNORECASE)
_WROTE: Final = re.compile(r"[^\n]{0,200}\bwrote:", re.IGNORECASE)
_FROM: Final = re.compile(r"\*?(?:from|von|de)[ ]?:\*?[ \t]", re.IGNORECASE)
_NEXT_HEADER: Final = re.compile(r"\*?(?:sent|date|to|subject|gesendet|an|betreff|envoy.|objet)[ ]?:", re.I)
_MARK: Final = re.compile(r"(?:>[ ]?){1,40}")
_MOST: Final = 20  # quoted mails; a longer thread's oldest ones stay together
_HEADER_WITHIN: Final = 4


def part(text: str) -> tuple[str, tuple[str, ...]]:
    """The newest mail's own words, and the quoted ones, newest first, without their ">" marks."""
    own: list[str] = []
    quoted: list[list[str]] = []
    lines = text.split("\n")
    for index, line in enumerate(lines):
        words = line.strip()
        begins = len(quoted) < _MOST and _begins(lines, index, words, started=bool(own))
        if begins:
            quoted.append([])
        if quoted:
            quoted[-1].append(_MARK.sub("", words, count=1) if words.startswith(">") else line)
        else:
            own.append(line)
    earlier = ("\n".join(mail).strip() for mail in quoted)
    return "\n".join(own).strip(), tuple(mail for mail in earlier if mail)


def _begins(lines: list[str], index: int, words: str, *, started: bool) -> bool:
    """Whether a quoted mail begins at a line."""
    if words.startswith(">"):
        words = _MARK.sub("", words, count=1)
        if not index or not lines[index - 1].lstrip().startswith(">"):
            # A line "On ... wrote:" just before has begun it already.
            before = next(
                (line.strip() for line in lines[max(index - 3, 0) : index][::-1] if line.strip()), ""
            )
            return not (_LINE.match(before) or _WROTE.fullmatch(before))
    if _LINE.match(words):
        return True
    following = [line.strip(" \t>*") for line in lines[index + 1 : index + 1 + _HEADER_WITHIN]]
    if _BROKEN_OVER_TWO.fullmatch(words) and following and _WROTE.fullmatch(following[0]):
        return True
    headed = bool(_FROM.match(words)) and any(_NEXT_HEADER.match(line) for line in following)
    # "-----Original Message-----" stands right above such headers, and began the mail.
    above = next((line.strip() for line in lines[max(index - 2, 0) : index][::-1] if line.strip()), "")
    return headed and started and not _LINE.match(above)
