"""What all words of a text want where nothing was said before: then they outweigh a telling word.

Of our own held-out texts in which a telling word and all words disagree, all words are right about
eight times as often. What is left to the telling words are the few cases named here.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from bot.commands.amending.aside import tells_work
from bot.offers.reader import Reading
from bot.offers.tagger import Tag
from bot.understand.intent import ai_skills
from bot.understand.money import read_amount
from bot.wishes import wish_of

# How sure all words must be: of any wish, of none of ours, beside an offer, against what else speaks.
LEAST: Final = 0.35
_NOTHING_OF_OURS, _BESIDE, _PLAINER, _AN_ADDITION = 0.65, 0.6, 0.8, 0.85
_SUREST, _OUTRIGHT = 0.95, 0.97  # whatever else may be read in it, or is told by a word
_FEW, _A_LONG_QUESTION = 8, 20  # words
_DOWN_LEVELLED = re.compile(r"\bdown[ -]?level", re.IGNORECASE)
_DONT = re.compile(r"\b(?:don'?t|do not|never|not)\b", re.IGNORECASE)
# What a sentence on what one did may want: its figures are no pay.
WITH_WORK: Final = frozenset({"evidence", "check", "practice"})
# What may be wanted with an offer in the same breath.
_BESIDE_AN_OFFER = frozenset({"check", "compare", "counter", "decide", "evidence", "offer", "practice"})


def plain_wish(text: str, told: str | None, found: Reading, implied: Callable[[], str | None]) -> str | None:
    """The wish of all words, where they are sure enough of it; None leaves it to what else speaks.

    `told` is what a telling word says, `found` what was read as an offer, `implied` finds out what the
    text may mean without a telling word.
    """
    wish = wish_of(text)
    if wish.label == "why":  # nothing was said yet, but a sum asked after is no offer
        return "why" if found.offers and wish.sure >= _SUREST and len(text.split()) <= _FEW else None
    if wish.sure < LEAST or warded_off(text, wish):
        return None
    if found.offers:
        beside = wish.label in _BESIDE_AN_OFFER and wish.sure >= _BESIDE
        floor = wish.label == "profile" and wish.sure >= _SUREST and len(text.split()) <= _FEW
        first_talk = wish.label == told == "range" and wish.sure >= _SUREST  # and today's pay beside it
        return wish.label if beside or floor or first_talk or asks_of_pay(text) else None
    works = told is None and wish.label not in WITH_WORK and wish.sure < _SUREST and tells_work(text)
    return None if works or _outspoken(text, wish, told, implied) else wish.label


def warded_off(text: str, wish: Tag) -> bool:
    """Whether a wish to be forgotten is one not to be: "don't forget me"."""
    return wish.label == "forget" and _DONT.search(text) is not None


def asks_of_pay(text: str) -> bool:
    """Whether a short question that holds a sum asks what a job pays: "is 170k good for a nurse?"."""
    if "?" not in text or len(text.split()) > _A_LONG_QUESTION:
        return False
    wish = wish_of(text)
    return wish.label == "median" and wish.sure >= _BESIDE


def asks_what_ai_adds(text: str, wish: Tag) -> bool:
    """Whether words that name no premium surely ask for one: of AI skills, not of a job or an employer."""
    sure = wish.label == "premium" and wish.sure >= _AN_ADDITION
    return sure and read_amount(text) is None and ai_skills(text)


def down_levelled(text: str) -> bool:
    """Whether words tell of a level below the one that was interviewed for: that is the lever of title."""
    return _DOWN_LEVELLED.search(text) is not None


def _outspoken(text: str, wish: Tag, told: str | None, implied: Callable[[], str | None]) -> bool:
    """Whether something else in a text speaks louder than all of its words."""
    unsure = wish.sure < _PLAINER
    if (
        told == "forget"  # said in its very words, or "dleete my data"; it is asked about once more
        or (told == "package" and down_levelled(text))
        or (unsure and len(text.split()) == 1)  # "yes"
        or (wish.label == "other" and wish.sure < _NOTHING_OF_OURS)
        or (told == "premium" and wish.label == "median" and unsure)
    ):
        return True
    if wish.label == "premium":
        adds = asks_what_ai_adds(text, wish) and told != "package"  # "i do ai and want more vacation"
        return told != "premium" and not adds
    if told == "median":  # "the posting says 180-250k, what's the median?"
        return wish.sure < _OUTRIGHT and wish.label in ("range", "other")
    # none was told: "I want 200k as a senior swe, is that fair?"
    return unsure and told is None and wish.label == "offer" and implied() == "median"
