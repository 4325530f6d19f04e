"""Which job and where: the title and place of an offer, as written.

Each is found by the words that announce it ("position of", "Location:"), surest first.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from bot.offers.cues import labels
from bot.offers.layout import Layout
from bot.understand import places, roles
from bot.understand.text import Token
from bot.understand.vocab import rows


@dataclass(frozen=True, slots=True)
class Name:
    """A name as written, where it stands in the readable text, and how sure it is (0 to 1)."""

    text: str
    start: int
    end: int
    sure: float


def heading(names: str) -> str:
    """The pattern of a heading of a list ("Title:"), `names` being its words as a pattern."""
    return rf"(?:^|\n|[|/;,.]\s)[ \-|]{{0,6}}(?:{names})\s{{0,3}}(?::|\s-\s|=|\n)\s{{0,4}}"


_TITLE_CUES: tuple[tuple[re.Pattern[str], float], ...] = tuple(
    (re.compile(pattern), sure)
    for pattern, sure in (
        (heading(r"(?:job |position |role )?title|position|role|job"), 1.0),
        (r"\b(?:position|role|title|job|post|capacity) (?:of|as|is|will be) (?:an? |our |the |\")?", 0.95),
        (
            r"\b(?:join|joining|join us|employed|employment|work|serve|hired|promoted)\b[^.\n]{0,60}? "
            r"(?:as|to) (?:an? |our |the |\")?",
            0.85,
        ),
        (r"\bas (?:an? |our |the )", 0.7),
        (r"\bfor (?:an? |the |our )?", 0.6),
        (r"\b(?:offered me|offer you|offered|for) (?:an? |the )", 0.6),
    )
)
_LOCATION_CUES: tuple[tuple[re.Pattern[str], float], ...] = tuple(
    (re.compile(pattern), sure)
    for pattern, sure in (
        (heading(r"(?:work |job )?location|office(?: location)?|city|based in|where"), 1.0),
        (r"\b(?:based|located|located at|work location is|working) (?:in|out of) (?:the |our )?", 0.95),
        (r"\b(?:our|the|its|from) (?=[\w .,]{2,40} (?:office|headquarters|hq|location|campus)\b)", 0.92),
        (r"\boffices? (?:in|located in|at|is) (?:downtown )?", 0.9),
        (r"\b(?:relocat\w{1,5}|moving|move) to ", 0.75),
        (r"\bin (?:the )?", 0.7),
        (r"[,(/|\n-] ?(?:fully )?", 0.45),
        (r"\b(?:remote|hybrid|onsite|on-site) ?[,(/-]? ?(?:from )?", 0.5),
    )
)
_CUT_TITLE = re.compile(
    r"\s(?:at|with|in|for|on|based|reporting|located|and will|effective|starting|is|will|within|from|to"
    r"|@|which|under|who)\s|[,.;:()\n\"|?!]|\s[-/]\s|\bposition\b|\brole\b|\boffers?\b"
)
LEVEL = re.compile(r"[le][3-8]|ic[1-9]")
_LONGEST_TITLE = 90
_LONGEST_PLACE = 7
_WORDS_IN_TITLE = 9
# After these words a job is the person's who speaks, not the one offered: "recruiter from Acme called".
_SPEAKS = frozenset(
    {"from", "said", "says", "called", "told", "mentioned", "wrote", "emailed", "reached", "gave"}
)
_ANNOUNCED = 0.6
_IN = 0.7
_HEADED = 0.9
_PLAIN, _REMOTE = 0.4, 0.2
_CHAT_WORDS = 60
# Bounds on the work for one text: words searched for a title no word announces, places looked up.
_WORDS_SEARCHED = 400
_MOST_LOOKS = 60


@cache
def word_list(table: str, kind: str = "") -> frozenset[str]:
    """The words of a table of the vocabulary, of one kind or all."""
    return frozenset(row["word"] for row in rows(table) if not kind or row["kind"] == kind)


def is_label(layout: Layout, position: int) -> bool:
    """Whether a term or heading of an offer ("Base", "Location") begins at a place."""
    terms = layout.cues.terms
    at = bisect_left(terms, position, key=lambda term: term.start)
    return at < len(terms) and terms[at].start == position


def tokens_in(layout: Layout, start: int, end: int) -> list[Token]:
    """The words that begin in a part of the text."""
    words = layout.words
    low = bisect_left(words, start, key=lambda t: t.start)
    high = bisect_left(words, end, key=lambda t: t.start)
    return list(words[low:high])


def _is_title(words: list[str]) -> bool:
    heads = word_list("offer_title_words", "head")
    return any(w in heads or w.rstrip("s") in heads for w in words)


def titles(layout: Layout) -> list[Name]:
    """Every job title the words announce, surest first."""
    found: list[Name] = []
    for cue, sure in _TITLE_CUES:
        for match in cue.finditer(layout.source.low):
            title = _title_at(layout, match.end(), sure)
            if title:
                found.append(title)
    if not any(name.sure > _ANNOUNCED for name in found):
        found += _plain_titles(layout)
    return sorted(found, key=lambda n: (-n.sure, n.start))


def _title_at(layout: Layout, start: int, sure: float) -> Name | None:
    """The title that begins at a place, up to the words that end one; a comma may be part of it."""
    low, text = layout.source.low, layout.source.text
    end = start
    while end - start <= _LONGEST_TITLE:
        stop = _CUT_TITLE.search(low, end, end + _LONGEST_TITLE)
        if stop is None and len(text) > end + _LONGEST_TITLE:
            return None
        end = stop.start() if stop else len(text)
        if not stop or stop.group() != "," or not _titled(layout, end + 1):
            break
        end += 1
    end = _before_figure(layout, start, end)
    found = _without_tail(tokens_in(layout, start, end))
    words = [t.fold for t in found]
    if not 0 < len(words) <= _WORDS_IN_TITLE or not (_is_title(words) or roles.mentions(found)):
        return None
    end = end if len(found) == len(tokens_in(layout, start, end)) else found[-1].end
    name = text[start:end].strip(" \"'-,")
    begin = text.index(name, start)
    return Name(name, begin, begin + len(name), sure)


def _titled(layout: Layout, position: int) -> bool:
    """Whether the next words are capitalised words of a title ("Vice President, Finance")."""
    words = tokens_in(layout, position, position + 40)[:1]
    return bool(words) and words[0].raw[:1].isupper() and words[0].fold in word_list("offer_title_words")


def _before_figure(layout: Layout, start: int, end: int) -> int:
    """Where a title that begins at a place must end: at the next figure."""
    at = bisect_left(layout.figures, start, key=lambda f: f.start)
    return min(end, layout.figures[at].start) if at < len(layout.figures) else end


def _without_tail(words: list[Token]) -> list[Token]:
    """A title's words without the level, place or label of a term run on to it: "swe l4 nyc base"."""
    titled = word_list("offer_title_words")
    while words and words[-1].fold not in titled:
        last = words[-1]
        tail = places.mentions(words)[-1:]
        if tail and tail[0].last == len(words) and tail[0].first > 0:
            words = words[: tail[0].first]
        elif len(words) > 1 and (LEVEL.fullmatch(last.fold) or last.fold in labels()):
            words = words[:-1]
        else:
            break
    return words


def _plain_titles(layout: Layout) -> Iterator[Name]:
    """Titles no word announces: a head noun or a known role with the words that go with it."""
    heads = word_list("offer_title_words", "head")
    before_it, after_it = word_list("offer_title_words"), heads | {"i", "ii", "iii", "iv"}
    words = layout.words[:_WORDS_SEARCHED]
    known = {m.last - 1: m.first for m in roles.mentions(list(words))}
    for at, word in enumerate(words):
        if word.fold not in heads and at not in known:
            continue
        first = known.get(at, at)
        while first and _beside(layout, first - 1) and words[first - 1].fold in before_it:
            first -= 1
        last = at
        while last + 1 < len(words) and _beside(layout, last) and words[last + 1].fold in after_it:
            last += 1
        if last - first >= _WORDS_IN_TITLE:
            continue
        if last == first and (at not in known or words[min(last + 1, len(words) - 1)].fold in _SPEAKS):
            continue
        start, end = words[first].start, words[last].end
        before = words[first - 1].fold if first else ""
        sure = 0.3 if before in {"my", "the", "your", "with", "to"} else 0.5
        yield Name(layout.source.text[start:end], start, end, sure)


def _beside(layout: Layout, at: int) -> bool:
    words = layout.words
    return layout.source.text[words[at].end : words[at + 1].start] in {" ", "-", "/", " - ", ". "}


def locations(layout: Layout) -> list[Name]:
    """Every place the words announce, surest first, as written ("San Francisco, CA").

    In a chat's few words a place needs no announcing: "swe nyc 150k base".
    """
    low, text = layout.source.low, layout.source.text
    found: dict[int, Name] = {}
    looked: set[int] = set()
    for cue, sure in _LOCATION_CUES:
        if sure < _IN and found:
            break
        for match in cue.finditer(low):
            start = match.end()
            if start in looked:
                continue
            if len(looked) > _MOST_LOOKS:
                break
            line = text.find("\n", start, start + 80)
            words = tokens_in(layout, start, line if line >= 0 else start + 80)[:_LONGEST_PLACE]
            if (
                not words
                or words[0].start > start + 1
                or (sure < _HEADED and not _may_be_place(layout, words[0], sure))
            ):
                continue
            looked.add(start)
            for mention in places.mentions(words):
                if mention.first > 0 or (mention.ids[0] == places.REMOTE and sure < 1):
                    continue
                begin, end = words[mention.first].start, words[mention.last - 1].end
                if begin not in found:
                    found[begin] = Name(text[begin:end], begin, end, sure)
    if len(layout.words) < _CHAT_WORDS:
        for name in _plain_places(layout):
            found.setdefault(name.start, name)
    return sorted(_whole(found.values()), key=lambda n: (-n.sure, n.start))


def _whole(found: Iterable[Name]) -> Iterator[Name]:
    """The names that are no end of a longer one: "TX" of "Austin, TX"."""
    reached = 0
    for name in sorted(found, key=lambda n: (n.start, -n.end)):
        if name.end > reached:
            yield name
        reached = max(reached, name.end)


def _plain_places(layout: Layout) -> Iterator[Name]:
    """Places no word announces; "remote" where there is no other."""
    words = list(layout.words)
    for mention in places.mentions(words):
        start, end = words[mention.first].start, words[mention.last - 1].end
        sure = _REMOTE if mention.ids[0] == places.REMOTE else _PLAIN
        yield Name(layout.source.text[start:end], start, end, sure)


def _may_be_place(layout: Layout, word: Token, sure: float) -> bool:
    """Whether to look a word up: capitals, short forms, and any word after "in" or in a chat's few words."""
    return word.raw[:1].isupper() or sure >= _IN or len(layout.words) < _CHAT_WORDS
