"""How an employer answered: they took the offer back, it stands again, they want a yes to a number."""

from __future__ import annotations

from bot.commands.replying.wording import any_of

_PULLED = any_of(
    r"\b(?:pull(?:ed|ing)|rescind(?:ed|ing)?|withdr(?:ew|awn|awing)|revok(?:ed|ing))\b"
    r"(?! (?:the |my |their )?(?:sign|joining|bonus|equity|rsu|reloc|stock))",
    r"\btook (?:it|the offer) (?:back|away)\b",
    r"\bno longer (?:available|on the table|stands)\b",
    r"\bcancel(?:l?ed|ling) (?:the |my )?offer\b|\boffer is (?:off|gone)\b",
)
_STANDS = any_of(
    r"\b(?:it|offer|they say it) (?:\w+ ){0,2}(?:stands|is (?:back )?on|is open|is (?:still )?valid)"
    r"(?: again| after all)\b",
    r"\b(?:back on the table|put it back|renewed the offer|reinstated|changed their minds?)\b",
)
_WOULD_YOU = any_of(
    r"\bwould (?:you|i) (?:sign|accept|take|join|say yes|commit)\b|\bwill you (?:sign|accept)\b",
    r"\b(?:do|would) (?:we|you) have a deal\b|\bsign (?:today|on the spot)\b",
    r"\bif (?:we|they) (?:\w+ ){0,2}(?:to|at|with|you|on)?\b.{0,60}\b(?:would|will|can|do) (?:you|i) "
    r"(?:sign|accept|join|take|commit)\b",
)

_TO_STAY = any_of(
    r"\b(?:to stay|to keep me|if i stay|so i stay)\b",
    r"\b(?:current|present|old) (?:job|employer|company|boss|manager|firm|team)\b.{0,30}"
    r"\b(?:offer|match|counter|rais|bump|promis)\w*",
    r"\bmy (?:own )?boss\b.{0,30}\b(?:offer|match|counter|rais|bump|promis)\w*",
)


def is_to_stay(low: str) -> bool:
    """Whether folded words tell what the person's present employer offers them to stay."""
    return _TO_STAY.search(low) is not None


def is_pulled(low: str) -> bool:
    """Whether folded words tell that the offer was taken back."""
    return _PULLED.search(low) is not None


def stands_again(low: str) -> bool:
    """Whether an offer that was taken back is there again."""
    return _STANDS.search(low) is not None


def wants_a_yes(low: str) -> bool:
    """Whether they named what they offer on condition of a yes: "would you sign at 195 today?"."""
    return _WOULD_YOU.search(low) is not None
