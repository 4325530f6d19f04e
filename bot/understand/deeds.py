"""Employers nobody listed, known by what they do: "globex wants me as a PM", "acme corp is offering 160".

Only what an employer does to somebody it hires counts, and a name that is no word of the vocabulary: "the
recruiter offered me 150", "my aunt gave me 20" and "Karen said 150" name none. The patterns are bounded: a
text takes time in proportion to its length.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from functools import cache

from bot.understand import spelling
from bot.understand.text import Token
from bot.understand.vocab import rows

_SHORTEST = 3  # letters of a name in small letters
_MOST_SMALL, _MOST = 2, 4  # words of a name in small letters, and in capitals
_ALREADY = (
    r"(?:just|has|have|had|is|are|finally|now|also|actually|already|today|yesterday|then|will|would|really"
    r"|apparently)"
)
_SUM = r"(?:(?:only|about|around|just|like) )?[$£€]?\d"
_DEED = re.compile(
    rf" (?:{_ALREADY} ){{0,3}}(?:"
    r"(?:wants?|wanted) (?:me|us)\b(?! to (?!join|work|start|run|lead|come\b))"
    r"|wants? to (?:hire|pay|offer|bring|have) (?:me|us)\b"
    rf"|(?:offers?|offered|offering) (?:me\b|us\b|{_SUM})"
    r"|(?:gave|gives?|giving) me (?!an? (?:call|ring|week|day|few|deadline|chance|hard|reason))"
    r"|(?:sent|made|extended|emailed) (?:me )?(?:an?|the|my|their) (?:[\w-]{1,12} )?(?:offer|contract|letter)"
    r"|(?:pays?|paying) me\b|(?:hired|picked|chose|lowballed) me\b"
    rf"|(?:came|comes|come) (?:in|back) (?:at|with) {_SUM}|countered (?:at|with) {_SUM}"
    rf"|(?:said|says|quoted|proposed|pitched) (?:me )?{_SUM}"
    r")",
    re.IGNORECASE,
)
_OF_SOMEBODY = frozenset({"my", "our", "his", "her", "their", "a", "an", "that", "this", "another", "some"})
_INSIDE = frozenset({" ", " & ", "-", " + "})


def employer(
    text: str, words: Sequence[Token], first: int, taken: Set[int], ordinary: Set[str]
) -> int | None:
    """Where a name that begins at the word `first` ends, if it does next what only an employer does.

    `taken` are words with a meaning already, `ordinary` those that are no company's.
    """
    if first and _is_part(text, words, first - 1, taken, ordinary) and _joined(text, words, first):
        return None  # inside a longer name
    if first - 1 in taken and words[first - 1].raw[:1].isupper() and _joined(text, words, first):
        return None  # "Trader Bo's" holds a job
    last = first
    while last < len(words) and last - first < _MOST and _is_part(text, words, last, taken, ordinary):
        last += 1
        if _DEED.match(text, words[last - 1].end):
            return last if _is_name(words, first, last) else None
        if last < len(words) and not _joined(text, words, last):
            return None
    return None


def _joined(text: str, words: Sequence[Token], at: int) -> bool:
    return text[words[at - 1].end : words[at].start] in _INSIDE


def _is_part(text: str, words: Sequence[Token], at: int, taken: Set[int], ordinary: Set[str]) -> bool:
    """Whether a word may be one of an employer's name."""
    if at in taken:
        return False
    word = words[at]
    if word.raw[:1].isupper() and not _begins(text, word):
        return word.fold.partition("'")[0] not in ordinary or (at > 0 and words[at - 1].raw[:1].isupper())
    plain = word.fold.partition("'")[0].replace("’", "")
    if plain in _tails() and at > 0 and _joined(text, words, at):
        return _is_part(text, words, at - 1, taken, ordinary | _tails())
    titled = word.raw[:1].isupper() and at + 1 < len(words) and words[at + 1].raw[:1].isupper()
    if titled and plain not in ordinary and _joined(text, words, at + 1):
        return True
    if not plain.isalpha() or plain in ordinary or plain in _no_employer():
        return False
    return plain in _legal() or word.raw[:1].isupper() or not spelling.is_of_a_name(plain)


def _begins(text: str, word: Token) -> bool:
    before = text[: word.start].rstrip(" \"“'(")
    return not before or before[-1] in ".!?\n:"


def _is_name(words: Sequence[Token], first: int, last: int) -> bool:
    """Whether the words are an employer's name: no person's, in small letters a word or two of its own."""
    said = [word for word in words[first:last] if word.fold not in _legal()]
    if not said or said[0].fold.partition("'")[0] in _no_employer() | _OF_SOMEBODY:
        return False
    before = words[first - 1].fold if first else ""
    if len(said) == 1 and said[0].fold in _given():
        return False
    if all(word.raw[:1].isupper() for word in said):
        return before not in ("my", "our")
    small = len(said) <= _MOST_SMALL and all(len(word.fold) >= _SHORTEST for word in said)
    return small and before not in _OF_SOMEBODY and before != "the"


@cache
def _legal() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("company_cues") if row["kind"] == "legal")


@cache
def _tails() -> frozenset[str]:
    """Words that end a name in small letters too: "brightwater labs", "harborview bank"."""
    listed = next(row["words"] for row in rows("employer_shapes") if row["kind"] == "tail")
    return frozenset(listed.split(";"))


def _given() -> frozenset[str]:
    """Given names: one alone before a deed is a person's."""
    return _people("given")


def _no_employer() -> frozenset[str]:
    return _people("kin")


@cache
def _people(kind: str) -> frozenset[str]:
    listed = (row["words"].split() for row in rows("person_words") if row["kind"] == kind)
    return frozenset(word for words in listed for word in words)
