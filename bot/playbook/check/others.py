"""Whether a sentence of a draft speaks of another employer than the one it is written to."""

from __future__ import annotations

import re
from functools import cache

from bot.playbook.check.names import one_letter_off
from bot.playbook.check.sentences import Sentence, folded
from bot.understand.roles import roles

_RIVAL = re.compile(
    r"\bcompeting\b|\banother\b|\belsewhere\b|\brivals?\b|\b(?:other|second|different|better|two"
    r"|three|multiple|several) (?:\w{1,20} )?(?:offers?|compan(?:y|ies)|employers?|firms?|teams?|process)\b"
    r"|\b(?:they|their|theirs|them)\b|\b(?:current|present|previous|old|former|my) (?:employer|company|job)\b"
)
_YOURS = re.compile(r"\b(?:you|your|yours)\b")
_WORDS = re.compile(
    r"(?<![\w'@.-])(?!(?:Hi|Hello|Hey|Dear|Thanks|Thank|Good)\b)[A-Z][\w&]{1,30}(?: [A-Z][\w&]{1,30}){0,5}"
)
_LEAD = re.compile(
    r"(?:\b(?:hi|hello|hey|dear|thanks|thank you|in|near)|,) $"
)  # before an addressee, a place
_GIVEN_BY = re.compile(r"\b(?:from|at|with|by|join|joining) $")
_DOES = (
    r"(?: (?:has|have|had|just|already|is|are|also|now|kindly|recently|initially|originally|first|would"
    r"|will|can|could|may)){0,3} (?:offer(?:ed|ing|s)?|proposed?|extend(?:ed|s)?|came (?:in|back)|gave|pays?"
    r"|paid)\b"
)
_SUBJECT = re.compile(rf"(?<![\w'.-])([a-z][\w&.'-]{{0,30}}){_DOES}")
# Before "offered" or "pays" these name nobody, or the reader.
_NOBODY = re.compile(
    r"(?:i|you|u|you've|you'd|we|it|that|which|who|what|was|were|been|being|be|is|are|the|and|an?|as|me|to"
    r"|this|your|my|our|or|not|in|of|for|from|at|do|does|did|please|base|salary|pay|figure|number|sum|amount"
    r"|offer|letter|compensation|bonus|rate|hourly|team|original|of|could|can|would|will)"
)
_NO_NAME = re.compile(
    r"(?:i|usd|us|eur|gbp|cad|aud|inr|k|ok|pto|rsus?|ai|ml|ote|bls|base|salary|offer|sign|bonus|equity"
    r"|january|february|march|april|may|june|july|august|september|october|november|december"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|senior|staff|principal|junior|lead|director|manager)"
)
_SHORT = 3  # letters; a shorter name is one letter off too many words


def of_others(body: tuple[Sentence, ...], company: str | None) -> frozenset[int]:
    """The starts of the sentences that speak of another employer than `company`.

    A sentence after one of them goes on about it unless it speaks to the reader. Where a word may be a
    name it is one: a sum of somebody else's must never be put right.
    """
    own = tuple(re.findall(r"[\w&]+", folded(company or "")))
    found: set[int] = set()
    goes_on = False
    for sentence in body:
        goes_on = _names_another(sentence, own) or (goes_on and not _YOURS.search(sentence.folded))
        if goes_on:
            found.add(sentence.start)
    return frozenset(found)


def _names_another(sentence: Sentence, own: tuple[str, ...]) -> bool:
    plain = sentence.folded
    if _RIVAL.search(plain):
        return True
    subjects = (found[1] for found in _SUBJECT.finditer(plain))
    if any(not _NOBODY.fullmatch(each) and not _is_own(each, own) for each in subjects):
        return True
    return any(_is_name(plain, found, own) for found in _WORDS.finditer(sentence.text))


def _is_name(plain: str, words: re.Match[str], own: tuple[str, ...]) -> bool:
    """Whether words written large name somebody else: no job, no place, not who the draft speaks to."""
    each = [word for word in folded(words.group()).split() if not _is_own(word, own)]
    if all(_NO_NAME.fullmatch(word) or word in _of_jobs() for word in each):
        return False
    before = plain[max(0, words.start() - 12) : words.start()]
    if _GIVEN_BY.search(before):
        return True
    opens = words.start() == 0 and " " not in words.group()  # any sentence begins with a large letter
    return not (opens or words.group().isupper() or _LEAD.search(before) or before.endswith(("\n", ": ")))


def _is_own(word: str, own: tuple[str, ...]) -> bool:
    """Whether a word is one of the addressee's name, also with a slip of the hand in its first."""
    return word.removesuffix("'s") in own or (
        bool(own) and len(own[0]) > _SHORT and one_letter_off(word, own[0])
    )


@cache
def _of_jobs() -> frozenset[str]:
    """The words of the names of roles, which a draft may write large."""
    return frozenset(word for role in roles().values() for word in re.findall(r"[\w&]+", folded(role.label)))
