"""Which companies a question names: known ones, or whatever stands after "at" or "from".

`company_keys.csv` and `employers.csv` hold the known names; `company_cues.csv` says which of them
are ordinary words too ("linear", "ramp") and which words after "at" name no company ("at scale").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from bot.understand import deeds, employers, known_companies
from bot.understand.company_runs import POSSESSIVES, WIDEST, plain, run_of
from bot.understand.forgetful import for_a_turn
from bot.understand.text import Mention, Token, fold
from bot.understand.vocab import rows

AT_MOST = 4  # companies of one question worth naming
_LONGEST_NAME = 3  # words of a name nobody listed: "Red Ventures Labs"
_SHORTEST_SMALL = 3  # letters of a name that is written small and known to nobody
_MOST_LETTERS = 4  # that a word with a digit in front must hold to be a name: "37signals", not "150k"
_INTRODUCERS = frozenset({"at", "from", "by", "joining", "join"})
_BEFORE_SMALL = frozenset({"at", "from"})
_ASKED_TO_PAY = frozenset({"do", "does", "did", "would", "will", "can"})
_QUESTIONS = frozenset({"what", "much"})  # "does python pay" asks for no company, "what does stripe pay" does
_IS = frozenset({"is", "are", "isn't"})
_OF_PAYERS = frozenset({"top", "generous", "known", "paying", "stingy", "cheap", "competitive"})
_PAYS = frozenset({"pay", "pays", "paying", "offer", "offers", "post", "posts", "give", "gives"})
# After these a company's name is its product: "in DocuSign", "use my GitHub".
_WITH_A_TOOL = frozenset({"in", "on", "via", "using", "use", "used", "through", "over", "my", "a", "the"})
_EMPLOYERS_DO = frozenset(
    {"offered", "pays", "paid", "gave", "sent", "said", "says", "came", "called", "wants"}
)
_WORKS = frozenset({"work", "works", "worked", "working"})
_JOINERS = frozenset({"and", "or", "vs", "versus"})
_AI = frozenset({"ai", "ml", "llm", "llms", "genai"})
_BETWEEN = re.compile(r" ?[,/&] ?")  # what joins two names
_NUMBER = re.compile(r"\d{1,2}")
_A_GRADE = re.compile(r"[A-Z]{1,2}-?\d{1,2}")  # "an offer at M4"


@dataclass(frozen=True, slots=True)
class Named:
    """A company in the words `[first, last)`, by the name to be shown."""

    first: int
    last: int
    name: str


def read(text: str, words: Sequence[Token], taken: set[int], *, spoken: bool) -> tuple[Named, ...]:
    """The companies named in the words, the one asked about first; their words are added to `taken`.

    A known name that is an ordinary word too needs a sign in a sentence: a capital, a word such as
    "at" before it, or "does ... pay" around it. Another name needs "at", "from" or "@" before it, and
    a capital, unless it is no word of everyday language. Whom a person comes from is asked about last.
    """
    reading = _Reading(text, words, taken, spoken=spoken)
    found = [*reading.known()]
    while len(found) < AT_MOST and (more := reading.announced()):
        found.append(more)
    found.sort(key=lambda each: (_before(words, each.first) == "from", each.first))
    return tuple({each.name: each for each in reversed(found)}[name] for name in _once(found))[:AT_MOST]


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


class _Reading:
    """One pass over a question's words; what it finds is taken."""

    def __init__(self, text: str, words: Sequence[Token], taken: set[int], *, spoken: bool) -> None:
        self.text, self.words, self.taken, self.spoken = text, words, taken, spoken
        self.ends: set[int] = set()  # where a company's name ended

    def known(self) -> Iterator[Named]:
        """Known names, widest first."""
        for width in range(WIDEST, 0, -1):
            for first in range(len(self.words) - width + 1):
                run = range(first, first + width)
                if self.taken.isdisjoint(run) and (said := run_of(self.text, self.words, first, width)):
                    name = known_companies.shown(said)
                    if name and _is_known(said) and self._meant(run, said, name):
                        yield self._take(run, name)

    def announced(self) -> Named | None:
        """The first name that nobody listed, where words announce it."""
        for first, word in enumerate(self.words):
            if first in self.taken:
                continue
            last = self._asked_for(first) or self._capitalised(first) or self._small(first)
            if last:
                said = plain(self.text[word.start : self.words[last - 1].end])
                return self._take(range(first, last), known_companies.shown(said))
            last = deeds.employer(self.text, self.words, first, self.taken, _no_company())
            if last:
                said = self.text[word.start : self.words[last - 1].end]  # whole: "Rosie's said 30"
                return self._take(range(first, last), known_companies.shown(said))
        return None

    def _take(self, run: range, name: str) -> Named:
        last = run.stop
        while last < len(self.words) and self.words[last].fold in _cues("legal"):
            last += 1
        self.taken.update(range(run.start, last))
        self.ends.add(last)
        return Named(run.start, last, name)

    def _meant(self, run: range, said: str, name: str) -> bool:
        """Whether a known name is meant as one here."""
        introduced = _before(self.words, run.start) in (*_INTRODUCERS, "for") or self._goes_on_from(run.start)
        if introduced or _announces(self.text, self.words, run.start) or _asked_to_pay(self.words, run):
            return True
        raw = self.text[self.words[run.start].start : self.words[run.stop - 1].end]
        if self._is_a_tool(run, said) or (fold(said) in _cues("caps") and not raw.isupper()):
            return False  # "in DocuSign", and "fair?" is no lab
        joined = len(run) > 1 and known_companies.letters(said) not in known_companies.spaced()
        listed = (not joined and fold(said) not in _cues("word")) or self._listed_apart(run)
        if listed or raw.endswith(POSSESSIVES):
            return True
        alone = self._stands_alone(run)
        employer = employers.employer(said)
        if employer is not None and not self.spoken and not joined and fold(said) == fold(name):
            return alone
        # The first word of a sentence has a capital whatever it is.
        if self._begins(run.start):
            return self._acts(run.stop) or (alone and raw[:1].isupper())
        return raw[:1].isupper()

    def _is_a_tool(self, run: range, said: str) -> bool:
        """Whether a company's name is said for its product: "my GitHub"."""
        return fold(said) in _cues("tool") and _before(self.words, run.start) in _WITH_A_TOOL

    def _acts(self, at: int) -> bool:
        """Whether the word is what an employer does: "Ramp offered 190"."""
        return at < len(self.words) and self.words[at].fold in _EMPLOYERS_DO

    def _begins(self, at: int) -> bool:
        """Whether a word begins the text or a sentence of it."""
        before = self.text[: self.words[at].start].rstrip(" \"“'")
        return not before or before[-1] in ".!?\n"

    def _stands_alone(self, run: range) -> bool:
        """Whether no word without a meaning follows, which it would describe: "linear algebra"."""
        after = run.stop
        if after >= len(self.words) or self._acts(after):
            return True
        return after in self.taken or _is_capital(self.words[after])

    def _listed_apart(self, run: range) -> bool:
        """Whether a name stands between marks among a job, a place or a sum: "good? ups, analyst, 67k"."""
        if not run.start or run.stop >= len(self.words) or self.taken.isdisjoint({run.start - 1, run.stop}):
            return False
        before = self.text[self.words[run.start - 1].end : self.words[run.start].start].strip()
        after = self.text[self.words[run.stop - 1].end : self.words[run.stop].start].strip()
        return before in (",", ":", "?") and after == "," and not self._goes_on_from(run.start)

    def _goes_on_from(self, first: int) -> bool:
        """Whether a company's name stands before, joined to this: "Google and", "OpenAI, "."""
        if _before(self.words, first) in _JOINERS:
            return first - 1 in self.ends
        gap = self.text[self.words[first - 1].end : self.words[first].start] if first else ""
        return first in self.ends and bool(_BETWEEN.fullmatch(gap))

    def _asked_for(self, first: int) -> int | None:
        """Where a name ends that is asked what it pays: "what does red ventures pay"."""
        if first < 2:  # noqa: PLR2004 - "what does"
            return None
        before = (self.words[first - 2].fold, self.words[first - 1].fold)
        asked = before[0] in _QUESTIONS and before[1] in _ASKED_TO_PAY
        if not asked and before != ("how", "much"):
            return None
        for last in range(first + 1, min(first + _LONGEST_NAME, len(self.words) - 1) + 1):
            means = _is_ordinary if last - 1 > first else _means_something
            if last - 1 in self.taken or means(self.words[last - 1].fold):
                return None
            if self.words[last].fold in _PAYS:
                return last
        return None

    def _capitalised(self, first: int) -> int | None:
        """Where a capitalised name ends that "at", "by", "@" or another company's name announces."""
        word = self.words[first]
        if _A_GRADE.fullmatch(word.raw):
            return None
        at = _at_sign(self.text, word) or _before(self.words, first) in _INTRODUCERS or self._by_phrase(first)
        of_several = not at and self._after_article(first)
        if not (at or of_several or self._goes_on_from(first)) or word.fold in _cues("never"):
            return None
        if numbered := self._numbered(first):
            return numbered
        if not _is_capital(word):
            return None
        last = first + 1
        while last - first < _LONGEST_NAME and self._goes_on(last):
            last += 1
        run = range(first, last)
        unclear = of_several and (len(run) == 1 or any(_is_ordinary(self.words[i].fold) for i in run))
        if unclear or all(_means_something(self.words[i].fold) for i in run) or self._is_a_kind(last):
            return None
        return last + self._has_number(last)

    def _after_article(self, first: int) -> bool:
        """Whether "at the" or "from the" stands before a name: "an offer from the Red Cross"."""
        return _before(self.words, first) == "the" and _before(self.words, first - 1) in _INTRODUCERS

    def _by_phrase(self, first: int) -> bool:
        """Whether two words announce a name: "working for Acme", "a startup called Acme"."""
        if first < 2:  # noqa: PLR2004
            return False
        two, one = self.words[first - 2].fold, self.words[first - 1].fold
        return (one == "for" and two in _WORKS) or (one in ("called", "named") and two in _cues("kind"))

    def _numbered(self, first: int) -> int | None:
        """Where a name such as "company 3" ends."""
        if self.words[first].fold in ("company", "employer", "firm") and self._has_number(first + 1):
            return first + 2
        return None

    def _goes_on(self, at: int) -> bool:
        """Whether the word is a further part of a capitalised name: "Match Group", but "Acme Make" not."""
        if at >= len(self.words) or at in self.taken:
            return False
        word = self.words[at]
        spaced = self.text[self.words[at - 1].end : word.start] in (" ", " & ")
        return spaced and word.raw[:1].isupper() and not _is_ordinary(word.fold)

    def _has_number(self, at: int) -> bool:
        """Whether a small number ends the name ("Firm 2"), and counts nothing ("Acme 5 years")."""
        if at >= len(self.words) or at in self.taken or not _NUMBER.fullmatch(self.words[at].raw):
            return False
        after = self.words[at + 1].fold if at + 1 < len(self.words) else ""
        return self.text[self.words[at - 1].end : self.words[at].start] == " " and after not in _cues("unit")

    def _is_a_kind(self, last: int) -> bool:
        """Whether the words before only say which kind: "at Kubernetes company", "from Python background"."""
        return last < len(self.words) and self.words[last].raw in _cues("kind")

    def _small(self, first: int) -> int | None:
        """Where a name in small letters ends, which can only be a name: in a sentence at a phrase's end."""
        word = self.words[first].fold
        if not _announces(self.text, self.words, first) or self._is_a_kind(first + 1):
            return None
        if len(word) < _SHORTEST_SMALL or not word[:1].isalpha() or _means_something(word):
            return None
        after = first + 1
        ends = after == len(self.words) or after in self.taken or self.words[after].fold in _filler()
        return after if ends or not self.spoken else None


def _once(found: Sequence[Named]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.name for each in found))


@for_a_turn(maxsize=4096)
def _is_known(said: str) -> bool:
    letters = known_companies.letters(said)
    return letters in known_companies.by_letters() or fold(said) in _listed()


def _announces(text: str, words: Sequence[Token], first: int) -> bool:
    """Whether "at", "from" or "@" stands before, after which even a small word is a name."""
    return _before(words, first) in _BEFORE_SMALL or _at_sign(text, words[first])


def _asked_to_pay(words: Sequence[Token], run: range) -> bool:
    """Whether the name is whom pay is asked of: "what does stripe pay"."""
    after = words[run.stop].fold if run.stop < len(words) else ""
    before = _before(words, run.start)
    return (before in _ASKED_TO_PAY and after in _PAYS) or (before in _IS and after in _OF_PAYERS)


def _before(words: Sequence[Token], first: int) -> str:
    return words[first - 1].fold if first else ""


def _at_sign(text: str, word: Token) -> bool:
    """Whether "@" stands before the word, as in "swe @ stripe"; not in an address or a mention."""
    before = text[max(0, word.start - 4) : word.start].rstrip(" ")
    return before.endswith("@") and before[-2:-1] in ("", " ", "\n")


def _is_capital(word: Token) -> bool:
    named = word.raw[:1].isdigit() and sum(c.isalpha() for c in word.raw) >= _MOST_LETTERS
    return word.raw[:1].isupper() or named


def _means_something(word: str) -> bool:
    return _is_ordinary(word) or word in _cues("never") or word in _AI


@cache
def _no_company() -> frozenset[str]:
    """Words of everyday language and of jobs, which name no company by themselves."""
    return _filler() | _ordinary() | (_cues("never") - _cues("legal")) | _AI


def _is_ordinary(word: str) -> bool:
    return word in _filler() or word in _ordinary()


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
