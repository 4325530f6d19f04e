"""Tools and short names as they are written: "chatgpt" -> "ChatGPT", "w/" -> "with", "cfo" -> "CFO".

Only words written small are changed, and the marks of a note between figures ("4% -> 9%" -> "4% to 9%").
A tool whose name is an ordinary word too ("excel", "word") is one in a list of tools, and after a word such
as "in" or "with" where nobody would mean the ordinary one.
"""

from __future__ import annotations

import re
from functools import cache

from bot.understand.vocab import rows

_PLAIN_AFTER = re.compile(
    r"\b(?P<before>with|in|using|via|an|of)\s(?P<name>excel|tableau|looker|snowflake)\b(?![-'’])"
)
_ARROW = re.compile(r"(\d%?|\d ?\w{1,7})\s?(?:->|=>|\u2192)\s?(?=[$€£]?\d)")
_WITH = re.compile(r"(?<![\w/])w/ ?(?=\w)")


def well_spelt(text: str) -> str:
    """The words with every known tool as its maker writes it.

    >>> well_spelt("built a macro with chatgpt help, any team with excel")
    'built a macro with ChatGPT help, any team with Excel'
    """
    done = _spelt_so().sub(lambda found: _names()[found[0]], text)
    return _PLAIN_AFTER.sub(lambda found: f"{found['before']} {found['name'].capitalize()}", done)


def well_spelt_list(text: str) -> str:
    """The same for words that only list tools, in which each is one.

    >>> well_spelt_list("python, excel and word")
    'Python, Excel and Word'
    """
    return re.sub(r"[^\W\d_]+", lambda found: _ordinary().get(found[0], found[0]), written_out(text))


def written_out(text: str) -> str:
    """Notes in words: "tested w/ 20 users, 4% -> 9%" -> "tested with 20 users, 4% to 9%"."""
    return _ARROW.sub(r"\1 to ", _WITH.sub("with ", well_spelt(text)))


@cache
def _names() -> dict[str, str]:
    return {name.lower(): name for name in _listed("spelt")}


@cache
def _ordinary() -> dict[str, str]:
    return {name.lower(): name for name in _listed("cased tool") if len(name) > 1}


@cache
def _spelt_so() -> re.Pattern[str]:
    longest_first = sorted(map(re.escape, _names()), key=len, reverse=True)
    return re.compile(rf"(?<![\w@/.#-])(?:{'|'.join(longest_first)})(?![\w@/-]|\.\w)")


def _listed(kind: str) -> tuple[str, ...]:
    row = next(row for row in rows("evidence_words") if row["kind"] == kind)
    return tuple(row["words"].split(";"))
