"""Which crown "kr" is: the Swedish, Norwegian or Danish, by the language and places of the text."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from data.classify.pay_words import spoken

_CROWNS: Final = ("SEK", "NOK", "DKK")


@lru_cache(maxsize=4)
def krone(text: str) -> str:
    """The crown whose words a text has most of; SEK, the most spoken of, where none has more."""
    lowered = text.lower()
    return max(_CROWNS, key=lambda crown: len(_words(crown).findall(lowered)))


@cache
def _words(crown: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, spoken(f'crown {crown}')))})(?!\w)")
