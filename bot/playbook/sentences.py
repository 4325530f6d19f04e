"""The sentences of an answer: where one ends, which of them tell of work, and what is a heading over them."""

from __future__ import annotations

import re
from functools import cache

from bot.playbook.tenses import sentence_words
from bot.understand.vocab import rows

# A sentence ends before a capital, or where a whole word stands before the mark: not after "e.g.", "approx.".
_SENTENCE = re.compile(
    r"(?<=[.!?])\s+(?=[^\W\d_a-z])|\n+"
    r"|(?<=[^\W_]{3}[.!?])(?<!\betc\.)(?<!\bapprox\.)(?<!\bincl\.)(?<!\best\.)(?<!\bavg\.)(?<!\bdept\.)"
    r"(?<!\bmin\.)(?<!\bmax\.)(?<!\bInc\.)\s+(?=[a-z])|(?<=%[.!?])\s+(?=[a-z])"
)
# A few words without a verb that say what the next sentence is about: "Month end close. Built a macro".
_HEADING = re.compile(
    r"(?P<head>[^\W\d_][\w&/'’-]{0,20}(?: [\w&/'’-]{1,20}){0,3})\s?[:.]\s+(?P<rest>\S.*)", re.DOTALL
)
_PRAISE = r"(?:successfully|effectively|efficiently|proactively|single-?handedly|really|simply|routinely)"
_SPOKEN = r"(?:also|then|recently|personally|just|now|first|mostly|mainly|basically|actually|currently|and)"
BEGUN = re.compile(
    rf"(?:so |well |and |yes,? |ok,? )?(?P<who>i|we|(?:my|our) team and i)"
    rf"(?P<helper>['’](?:ve|m|re|d)| have| has| had| was| were| am| are)?(?: been(?=\s\w{{2,14}}ing\b))?"
    rf"(?:\s(?:{_SPOKEN}|{_PRAISE}))*\s+(?=\w)",
    re.IGNORECASE,
)
_TEAM = re.compile(
    r"(?:my|our) (?:team|group|squad|unit|ward|department)\s+(?:has |have )?(?=\w)", re.IGNORECASE
)
PLACE_FIRST = re.compile(
    r"((?:at|in|for|on|during|as) [^,.;]{1,60}"
    r"|(?:last|this) (?:year|quarter|month|summer|spring|fall|winter)),\s+(?=(?:i|we)\b)",
    re.IGNORECASE,
)


def tells_of_work(sentence: str) -> bool:
    """Whether a sentence says what somebody did: "I built ...", "we're running ...", "Led ..."."""
    plain = sentence.strip()
    if where := PLACE_FIRST.match(plain):
        plain = plain[where.end() :]
    begun = BEGUN.match(plain) or _TEAM.match(plain)
    first = plain[begun.end() if begun else 0 :].split(maxsplit=1)[:1]
    verb = first[0].lower().strip(",.") if first else ""
    return is_past_form(past_forms().get(verb, verb) if begun else verb) or (
        begun is not None and verb.endswith("ing")
    )


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of an answer, each without its full stop; a heading goes with the one it stands over.

    >>> sentences("Month end close. built a macro. It saved 5 days.")
    ('Month end close: built a macro', 'It saved 5 days')
    """
    found = [plain for each in _SENTENCE.split(text.strip()) if (plain := each.strip().rstrip(". "))]
    whole: list[str] = []
    for each in found:
        over = headed(f"{whole[-1]}. {each}") if whole else None
        if over and over["head"] == whole[-1]:
            whole[-1] = f"{whole[-1]}: {each}"
        else:
            whole.append(each)
    return tuple(whole)


def headed(sentence: str) -> re.Match[str] | None:
    """A heading and what was done under it; None where either is missing."""
    found = _HEADING.fullmatch(sentence.strip())
    if found is None:
        return None
    words = [word.strip("'’").lower() for word in found["head"].split()]
    verbs = sentence_words("auxiliary") | sentence_words("changed") | sentence_words("subject")
    told = any(word in verbs for word in words) or is_past_form(words[0]) or words[0] in past_forms()
    return None if told or not tells_of_work(found["rest"]) else found


def is_past_form(verb: str) -> bool:
    """Whether a word is a verb's past: one that people tell their work in, or one in "ed"."""
    return verb in past_forms().values() or (verb.endswith("ed") and not verb.endswith("eed"))


@cache
def past_forms() -> dict[str, str]:
    """Verbs people tell their work in, each with its past; a past form stands for itself.

    Every other verb is left as it was said.
    """
    listed = next(row["words"] for row in rows("evidence_words") if row["kind"] == "past")
    pairs = (each.partition("=") for each in listed.split(";"))
    return {verb: past or verb for verb, _, past in pairs}
