"""Which company a question names: one that is known, or whatever stands after "at" or "from".

`company_names.csv` and `employers.csv` hold the known names; `company_cues.csv` says which of them
are ordinary words too ("linear", "ramp") and which words after "at" name no company ("at scale").
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache

from bot.understand import employers
from bot.understand.text import Mention, Token, fold
from bot.understand.vocab import rows

WIDEST = 4  # words of a known name
_LONGEST_NAME = 3  # words of a name nobody listed: "Red Ventures Labs"
_SHORTEST_SMALL = 3  # letters of a name that is written small and known to nobody
_INTRODUCERS = frozenset({"at", "from", "by", "joining", "join"})
_BEFORE_SMALL = frozenset({"at", "from"})
_ASKED_TO_PAY = frozenset({"do", "does", "did", "would", "will", "can"})
_QUESTIONS = frozenset({"what", "much"})  # "does python pay" asks for no company, "what does stripe pay" does
_PAYS = frozenset({"pay", "pays", "paying", "offer", "offers", "post", "posts", "give", "gives"})
_AI = frozenset({"ai", "ml", "llm", "llms", "genai"})
_POSSESSIVES = ("'s", "’s")


def read(text: str, words: Sequence[Token], taken: set[int], *, spoken: bool) -> str | None:
    """The company named in the words, as it is to be shown; its words are added to `taken`.

    A known name that is an ordinary word too needs a sign in a sentence: a capital, a word such as
    "at" before it, or "does ... pay" around it. Another name needs "at", "from" or "@" before it, and
    a capital, unless it is no word of everyday language.
    """
    found = _known(text, words, taken, spoken=spoken) or _announced(text, words, taken, spoken=spoken)
    if found is None:
        return None
    first, last, name = found
    taken.update(range(first, last))
    return name


def unhidden(text: str, words: Sequence[Token], found: list[Mention]) -> list[Mention]:
    """Mentions without a role's name that is a company's here: "software engineer at Writer"."""
    jobs = [mention for mention in found if mention.kind == "role"]
    hidden = [
        job
        for job in jobs
        if job.width == 1
        and employers.employer(words[job.first].raw) is not None
        and (_announces(text, words, job.first) or _asked_to_pay(words, range(job.first, job.last)))
    ]
    return [mention for mention in found if mention not in hidden] if len(jobs) > len(hidden) else found


def _known(
    text: str, words: Sequence[Token], taken: Collection[int], *, spoken: bool
) -> tuple[int, int, str] | None:
    for width in range(WIDEST, 0, -1):
        for first in range(len(words) - width + 1):
            run = range(first, first + width)
            if any(i in taken for i in run):
                continue
            said = _plain(text[words[first].start : words[first + width - 1].end])
            employer = employers.employer(said)
            if employer is None and fold(said) not in _listed():
                continue
            plain = width > 1 or fold(said) not in _cues("word")
            clear = plain or (employer is not None and not spoken) or words[first].raw[:1].isupper()
            if clear or _introduced(text, words, first) or _asked_to_pay(words, run):
                return first, first + width, _shown(said, employer)
    return None


def _announced(
    text: str, words: Sequence[Token], taken: Collection[int], *, spoken: bool
) -> tuple[int, int, str] | None:
    for first, word in enumerate(words):
        before = words[first - 1].fold if first else ""
        if first in taken:
            continue
        asked = before in _ASKED_TO_PAY and first > 1 and words[first - 2].fold in _QUESTIONS
        if asked and (last := _until_paying(words, first, taken)):
            return first, last, _shown(_plain(text[word.start : words[last - 1].end]), None)
        at = _at_sign(text, word)
        if (at or before in _INTRODUCERS) and word.raw[:1].isupper() and word.fold not in _cues("never"):
            last = first + 1
            while last - first < _LONGEST_NAME and _goes_on(text, words, taken, last):
                last += 1
            return first, last, _plain(text[word.start : words[last - 1].end])
        if _announces(text, words, first) and _is_small_name(words, first, taken, spoken=spoken):
            return first, first + 1, _shown(_plain(word.raw), None)
    return None


def _until_paying(words: Sequence[Token], first: int, taken: Collection[int]) -> int | None:
    """Where a name ends that is asked what it pays: "what does red ventures pay"."""
    for last in range(first + 1, min(first + _LONGEST_NAME, len(words) - 1) + 1):
        if last - 1 in taken or _means_something(words[last - 1].fold):
            return None
        if words[last].fold in _PAYS:
            return last
    return None


def _goes_on(text: str, words: Sequence[Token], taken: Collection[int], at: int) -> bool:
    """Whether the word is a further part of a capitalised name: "Match Group", but "Acme Make" not."""
    if at >= len(words) or at in taken or text[words[at - 1].end : words[at].start] != " ":
        return False
    word = words[at]
    return word.raw[:1].isupper() and not _means_something(word.fold)


def _is_small_name(words: Sequence[Token], at: int, taken: Collection[int], *, spoken: bool) -> bool:
    """Whether a word in small letters can only be a name; in a sentence, where the phrase ends with it."""
    word = words[at].fold
    if len(word) < _SHORTEST_SMALL or not word[:1].isalpha() or _means_something(word):
        return False
    return not spoken or at + 1 == len(words) or at + 1 in taken or words[at + 1].fold in _filler()


def _announces(text: str, words: Sequence[Token], first: int) -> bool:
    """Whether "at", "from" or "@" stands before, after which even a small word is a name."""
    return (first > 0 and words[first - 1].fold in _BEFORE_SMALL) or _at_sign(text, words[first])


def _introduced(text: str, words: Sequence[Token], first: int) -> bool:
    before = words[first - 1].fold if first else ""
    return before in _INTRODUCERS or before == "for" or _at_sign(text, words[first])


def _asked_to_pay(words: Sequence[Token], run: range) -> bool:
    """Whether the name is whom pay is asked of: "what does stripe pay"."""
    before = words[run.start - 1].fold if run.start else ""
    after = words[run.stop].fold if run.stop < len(words) else ""
    return before in _ASKED_TO_PAY and after in _PAYS


def _at_sign(text: str, word: Token) -> bool:
    """Whether "@" stands before the word, as in "swe @ stripe"; not in an address or a mention."""
    before = text[max(0, word.start - 4) : word.start].rstrip(" ")
    return before.endswith("@") and before[-2:-1] in ("", " ", "\n")


def _shown(said: str, employer: employers.Employer | None) -> str:
    if employer is not None:
        return employer.name
    return said.title() if said.islower() else said


def _plain(said: str) -> str:
    for ending in _POSSESSIVES:
        said = said.removesuffix(ending)
    return said


def _means_something(word: str) -> bool:
    return word in _filler() or word in _ordinary() or word in _cues("never") or word in _AI


@cache
def _listed() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("company_names"))


@cache
def _ordinary() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("not_companies"))


@cache
def _filler() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("filler"))


@cache
def _cues(kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in rows("company_cues") if row["kind"] == kind)
