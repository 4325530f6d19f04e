"""What in a text may name a company, a job or a place: spans of words, judged by `naming`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from operator import attrgetter
from typing import Literal, NamedTuple

from bot.offers.company_words import (
    LEGAL,
    WORD,
    clean,
    first_words,
    is_company,
    known,
    without_job,
)
from bot.offers.layout import Layout
from bot.offers.names import tokens_in, word_list
from bot.offers.openings import Phrases
from bot.understand import places, roles
from bot.understand.text import Token, fold

What = Literal["company", "title", "location"]


class Candidate(NamedTuple):
    """Words at `[start, end)` of the readable text that may name something, and what."""

    what: What
    text: str
    start: int
    end: int


_PLACE = attrgetter("start", "end", "what")
_RUN = re.compile(
    rf"(?<!\w){WORD}(?:(?: | & | of | and | the | de ){WORD}){{0,5}}(?i:{LEGAL}){{0,2}}"
    r"(?:(?<= Inc)\.|(?<= Ltd)\.|(?<= Corp)\.|(?<= Co)\.)?"
)
# After these a company may be written in small letters: "offer from acme".
_BEFORE_SMALL = frozenset({"from", "at", "by", "with", "join", "joining", "called", "@", "company"})
_BEFORE_NAME = _BEFORE_SMALL | {
    "for",
    "dear",
    "the",
    "about",
    "got",
    "offer",
    "in",
    "while",
    "via",
    "through",
}
_GIVES = frozenset({"offered", "offers", "offering", "gave", "gives", "came"})
# "acme offered me", "acme is giving".
_DOES = frozenset({"is", "was", "just", "has"})
_GIVING = _GIVES | {"giving", "paying", "given"}
_SMALL = re.compile(r"[a-z][a-z0-9&.-]{1,24}")
_LONGEST_KNOWN = 3
_CHAT_WORDS = 60
_BEFORE_PLACE = frozenset({"in", "to", "from", "near", "location", "based", "office", "at"})
_PLACE_WORDS = frozenset({"remote", "hybrid", "wfh"})
# What announces a job, by the words it begins with.
_ANNOUNCING = Phrases(
    [
        (
            "job position role title",
            r"(?:job |position |role )?(?:title|position|role|job)(?:[ ]?/[ ]?level)?"
            r"\s{0,3}(?::|\s-\s|=|\n|\|)\s{0,4}",
        ),
        (
            "position role title job post capacity",
            r"(?:position|role|title|job|post|capacity) (?:of|as|is|will be) (?:an? |our |its |the |\")?",
        ),
        ("as become", r"(?:as|become) (?:an? |our |its |the |\")?"),
        ("for a an the our", r"(?:for )?(?:an?|the|our) (?=[\w /.-]{3,60} (?:position|role|job|offer)\b)"),
        ("you", r"you (?:the |our )"),
        ("offered offer hired", r"(?:offered me|offer you|offered|hired me as) (?:an? |the )"),
    ]
)
_TITLE_ENDS = re.compile(
    r"\s(?:at|with|in|for|on|based|reporting|located|and will|effective|starting|is|will|within|from|to"
    r"|@|which|under|who|upon)\s|[.;:\n\"|?!$]|\s[-/(]\s?|\bposition\b|\brole\b|\bjob\b|\boffers?\b|\d{2}"
)
_LEVEL = re.compile(r" [A-Z]{1,4}-?\d{1,2}$")
_STEP = re.compile(r"[ivx]{1,4}|\d")
_LONGEST_TITLE = 8
# Small words no title begins with.
_NO_TITLE = frozenset(
    (
        *("a", "an", "the", "my", "our", "your", "his", "her", "their", "its", "this", "that", "i", "you"),
        *("we", "they", "it", "he", "she", "as", "of", "for", "at", "in", "on", "to", "from", "with", "and"),
        *("or", "is", "was", "be", "am", "are", "will", "been", "got", "have", "has", "had", "new", "job"),
        *("offer", "role", "position", "base", "salary"),
    )
)
_JOINS = frozenset({"of", "and", "the", "for", "&"})
_WITHIN = frozenset({" ", ", ", " - ", "/", "-", " & "})
_WITHIN_RUN = frozenset({" ", "-", "/", " - ", " & "})
_LONGEST_SAID = 70
_MOST_WORDS = 2_000


def candidates(layout: Layout) -> list[Candidate]:
    """Everything in a text that may name a company, a job or a place, in order; each span once."""
    placed = list(_places(layout))
    found = {*_companies(layout, placed), *_small_companies(layout), *_titles(layout), *placed}
    return sorted(found, key=_PLACE)


def _companies(layout: Layout, placed: Sequence[Candidate]) -> Iterator[Candidate]:
    """Runs of capitalised words, whole and without the place, job or ordinary word run on to them."""
    at = 0
    for match in islice(_RUN.finditer(layout.source.text), _MOST_WORDS):
        whole = clean(match.group())
        start = match.start() + match.group().find(whole)
        while at < len(placed) and placed[at].start <= start:
            at += 1
        inside = at < len(placed) and placed[at].start < start + len(whole)
        short = whole[: placed[at].start - start].rstrip(" ,-") if inside else ""
        for form, first in dict.fromkeys((*_forms(whole), *_forms(short))):
            if is_company(form, announced=True) and not _is_field(layout, form, start + first + len(form)):
                yield Candidate("company", form, start + first, start + first + len(form))


def _is_field(layout: Layout, name: str, end: int) -> bool:
    """Whether a company's name is part of a job that ends after it: "Salesforce developer"."""
    titled = word_list("offer_title_words")
    if fold(name) not in titled:
        return False
    after = tokens_in(layout, end, end + 30)[:1]
    return bool(after) and after[0].start == end + 1 and after[0].fold in titled


def _forms(whole: str) -> Iterator[tuple[str, int]]:
    """The names that a run of words may be, with how far in each begins."""
    words = whole.split(" ")
    if len(words) == 1:
        if whole:
            yield whole, 0
        return
    if words[0].lower() in _BEFORE_NAME:
        for form, first in _forms(" ".join(words[1:])):
            yield form, len(words[0]) + 1 + first
        return
    short = without_job(whole)
    yield short, 0
    if not _LEVEL.search(whole) and not _is_job(words):
        yield whole, 0
    for count in range(min(_LONGEST_KNOWN, len(words) - 1), 0, -1):
        head = " ".join(words[:count])
        if known(head):
            yield head, 0
            break
    tail = " ".join(words[1:])
    if words[0].lower() in word_list("not_companies") or known(tail):
        yield tail, len(words[0]) + 1


def _is_job(words: Sequence[str]) -> bool:
    """Whether words begin like a job: "Marketing Manager Phoenix"."""
    heads = word_list("offer_title_words", "head")
    return fold(words[0]) in word_list("offer_title_words") and any(fold(word) in heads for word in words)


def _small_companies(layout: Layout) -> Iterator[Candidate]:
    """Well-known companies in small letters, and any word that others say is a company's name."""
    text, words, starts = layout.source.text, layout.words[:_MOST_WORDS], first_words()
    folds = ["", *(word.fold for word in words), "", ""]
    for n, word in enumerate(words):
        fold = word.fold
        if fold in starts and word.raw[0].islower():
            for count in range(_LONGEST_KNOWN, 0, -1):
                last = words[min(n + count, len(words)) - 1]
                name = text[word.start : last.end]
                if known(name):
                    yield Candidate("company", name, word.start, last.end)
                    break
        before, after = folds[n], folds[n + 2]
        gives = after in _GIVES or (after in _DOES and folds[n + 3] in _GIVING)
        if (gives or before in _BEFORE_SMALL) and _SMALL.fullmatch(word.raw) and is_company(word.raw):
            yield Candidate("company", word.raw, word.start, word.end)


def _titles(layout: Layout) -> Iterator[Candidate]:
    """What stands where a job is announced, and runs of the words titles are made of, short and long."""
    low, words = layout.source.low, layout.words[:_MOST_WORDS]
    for start in {m.end() for found in _ANNOUNCING.matches(low, layout.index) for m in found}:
        yield from _announced(layout, start)
    titled, heads = word_list("offer_title_words"), word_list("offer_title_words", "head")
    part = [word.fold in titled for word in words]
    job = [word.fold in heads for word in words]
    for mention in roles.mentions(list(words)):
        part[mention.first : mention.last] = job[mention.first : mention.last] = [True] * mention.width
    n = 0
    while n < len(words):
        if not part[n]:
            n += 1
            continue
        last = _run(layout, part, n)
        if any(job[n : last + 1]):
            yield from _longer(layout, n, last)
        n = last + 1


def _announced(layout: Layout, start: int) -> Iterator[Candidate]:
    """The words from a place to where a title must end; with a comma in it, also up to the comma."""
    text = layout.source.text
    stop = _TITLE_ENDS.search(layout.source.low, start, start + _LONGEST_SAID)
    end = stop.start() if stop else min(len(text), start + _LONGEST_SAID)
    comma = text.find(",", start, end)
    for until in (comma, end) if comma >= 0 else (end,):
        said = tokens_in(layout, start, until)
        if 0 < len(said) <= _LONGEST_TITLE and said[0].start <= start + 1:
            yield _span("title", layout, said[0].start, said[-1].end)


def _run(layout: Layout, part: list[bool], first: int) -> int:
    """The last word of a run of words of titles: "Senior Vice President of Operations", "SDE II"."""
    words, last = layout.words, first
    while last + 1 < len(part) and _beside(layout, last):
        if part[last + 1] or _STEP.fullmatch(words[last + 1].fold):
            last += 1
        elif last + 2 < len(part) and part[last + 2] and words[last + 1].fold in _JOINS:
            last += 2
        else:
            break
    return last


def _longer(layout: Layout, first: int, last: int) -> Iterator[Candidate]:
    """A run as it is, and with the capitalised words or the one small word that go with it."""
    words, text = layout.words, layout.source.text
    begin = first
    while begin and first - begin < 4 and words[begin - 1].raw[0].isupper() and _beside(layout, begin - 1):  # noqa: PLR2004
        begin -= 1
    small = (
        begin == first
        and first
        and words[first - 1].raw.isalpha()
        and words[first - 1].fold not in _NO_TITLE
        and _beside(layout, first - 1)
    )
    begins = {first, begin, first - 1} if small else {first, begin}
    begins |= {n for n in range(begin + 1, first) if known(text[words[begin].start : words[n - 1].end])}
    end = last
    ends = {last}
    while (
        end + 1 < len(words)
        and end - last < 5  # noqa: PLR2004
        and (words[end + 1].raw[0].isupper() or words[end + 1].fold in _JOINS)
        and (between := text[words[end].end : words[end + 1].start]) in _WITHIN
    ):
        if between == ", ":
            ends.add(end)
        end += 1
    while words[end].fold in _JOINS and end > last:
        end -= 1
    for one in begins:
        for other in ends | {end}:
            if other - one < _LONGEST_TITLE:
                yield _span("title", layout, words[one].start, words[other].end)


def _beside(layout: Layout, at: int) -> bool:
    """Whether two words follow each other within a title; "Sr. Engineer" with its full stop."""
    words = layout.words
    between = layout.source.text[words[at].end : words[at + 1].start]
    return between in _WITHIN_RUN or (between == ". " and len(words[at].raw) < 4)  # noqa: PLR2004


def _places(layout: Layout) -> Iterator[Candidate]:
    """Every place: in a chat's few words any, else those with a capital or after a word like "in"."""
    words = layout.words[:_MOST_WORDS]
    for first, last in [(0, len(words))] if len(words) < _CHAT_WORDS else _runs(words):
        run = list(words[first:last])
        for mention in places.mentions(run):
            yield _span("location", layout, run[mention.first].start, run[mention.last - 1].end)


def _runs(words: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """The stretches of words in which a place may be said."""
    first: int | None = None
    left = 0
    for n, word in enumerate(words):
        if word.fold in _BEFORE_PLACE:
            left = _LONGEST_KNOWN + 1
        left -= 1
        if word.raw[0].isupper() or word.fold in _PLACE_WORDS or left >= 0:
            first = n if first is None else first
        elif first is not None:
            yield first, n
            first = None
    if first is not None:
        yield first, len(words)


def _span(what: What, layout: Layout, start: int, end: int) -> Candidate:
    return Candidate(what, layout.source.text[start:end], start, end)
