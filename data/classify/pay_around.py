"""The words around an amount of money, as far as they can say what it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from data.classify.pay_amounts import YEARLY, Figure
from data.classify.pay_words import FIELD, Cue, cues

_LEAD: Final = 600  # characters before an amount that can say what it is
_BEHIND: Final = 90
_LABEL: Final = 200  # characters of a line that can be a zone's label
_AFTER_WORDS: Final = 5

_SENTENCE_END: Final = re.compile(
    r"(?<=[a-z0-9)\]%”’\"]{2}[.!?])\s+(?=[A-Z•*])|[.!?]\n|•|\s[●▪·]\s",
)
_BREAK: Final = re.compile(
    r"[,;+.\n•|–—]|(?<![a-z])(?:plus|and|or|with|depending|based|to|as)(?![a-z])",
)
_DIGIT: Final = re.compile("[0-9]")
_LABEL_END: Final = re.compile(r"[:|\t–—-]\s*$")


@dataclass(frozen=True, slots=True)
class Around:
    """One amount's own sentence up to it, the lines above that may head it, and what follows it.

    `above` is the line right above, `heading` the one that speaks of pay (often the same, else the
    next higher one); both are read only where the amount's own line says nothing.
    """

    own: str
    above: str
    heading: str
    behind: str
    own_cues: tuple[Cue, ...]
    above_cues: tuple[Cue, ...]
    behind_cues: tuple[Cue, ...]

    @property
    def labelled(self) -> bool:
        """Whether the words before the amount end as a label does: "Level 2: $..."."""
        return bool(_LABEL_END.search(self.own))


def around(text: str, figure: Figure, floor: int) -> Around:
    """Look around an amount, back to `floor` (the end of the amount before it) at the most."""
    lead = text[max(floor, figure.start - _LEAD) : figure.start]
    line, own = lead.rpartition("\n")[::2]
    bullet = own.rstrip(" ")
    if bullet.endswith(("•", "·")):
        own = f"{bullet[:-1]}:"
    own = _SENTENCE_END.split(own)[-1].rpartition("=")[2]
    own_cues = cues(own)
    if _LABEL_END.search(own) and (figure.joined or figure.period or figure.high >= YEARLY):
        own_cues = [cue for cue in own_cues if cue.senses != {FIELD}]
    heading = above = ""
    above_cues: list[Cue] = []
    if not own_cues:
        # Zones and levels stand between an amount and the heading that says it is pay.
        line, above = _line_above(line)
        heading, above_cues = above, cues(above)
        if not above_cues and len(above) <= _LABEL:
            heading = _line_above(line)[1]
            above_cues = cues(heading)
    behind = text[figure.end : figure.end + _BEHIND].partition("\n")[0]
    return Around(own, above, heading, behind, tuple(own_cues), tuple(above_cues), _right_after(behind))


def _line_above(lines: str) -> tuple[str, str]:
    """The lines before the last one that holds words, and the last sentence of that one."""
    rest, last = lines.rstrip().rpartition("\n")[::2]
    return rest, _SENTENCE_END.split(last)[-1]


def _right_after(behind: str) -> tuple[Cue, ...]:
    """The cues that belong to the amount before them: no comma, no "plus" between."""
    stripped = behind.lstrip(" ")
    if stripped.startswith("("):
        inside = stripped[1:].partition(")")[0]
        return () if _DIGIT.search(inside) else tuple(cues(inside)[:1])
    broken = _BREAK.search(stripped)
    part = stripped[: broken.start()] if broken else stripped
    near = [cue for cue in cues(part) if len(part[: cue.start].split()) < _AFTER_WORDS]
    # "$150K-$170K OTE: $300K", "including a base of $180k": such a word is about what follows.
    return tuple(cue for cue in near if not part[cue.end :].lstrip().startswith((":", "of ")))[:2]
