"""Whether a text is an employer's letter that takes an offer back, by its cues; no person's tale of one."""

from __future__ import annotations

import re

from bot.offers.layout import Layout

WITHDRAWN = "=withdrawn"
# Words that make taking back a thing that may come: terms of an offer that stands.
_MAY = re.compile(
    r"\b(?:may(?! \d)|might|if|should|unless|until|reserves?|subject to|could|would|can|entitled"
    r"|in the event|contingent)\b"
)
_MINE = re.compile(
    r"\b(?:my|me|i'm|i've|i'd|mine)\b|\bi (?!am|must|regret|have to|need|deeply|hereby|write|made)"
)
_PASSIVE = re.compile(
    r"\boffer\b[^.\n]{0,80}?\b(?:is|was|has been|have been) (?:hereby |now |being |formally )?"
    r"(?:withdrawn|rescinded|revoked)\b(?! by\b)"
)


def is_taken_back(layout: Layout) -> bool:
    """Whether words say that the offer is withdrawn, for certain and in the employer's voice."""
    low = layout.source.low
    for said in _PASSIVE.finditer(low):
        begin = max(low.rfind(mark, 0, said.start()) for mark in (". ", "\n"))
        if not _MAY.search(low, begin + 1, said.end()) and not _MINE.search(low):
            return True
    for cue in layout.cues.says:
        if cue.cue.role == WITHDRAWN:
            begin = max(low.rfind(mark, 0, cue.start) for mark in (". ", "\n"))
            end = min(
                (at for at in (low.find(". ", cue.end), low.find("\n", cue.end)) if at >= 0), default=len(low)
            )
            if not _MAY.search(low, begin + 1, end) and not _MINE.search(low):
                return True
    return False
