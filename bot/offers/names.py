"""Who offers, which job, and where: the company, title and place of an offer, as written.

Each is found by the words that announce it ("offer from", "position of", "Location:"), strongest
first. A company is a name and never a sentence: a few words, no address of a page, no markup.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from bot.offers.layout import Layout
from bot.understand import places, roles
from bot.understand.employers import employer
from bot.understand.text import Token, fold
from bot.understand.vocab import rows


@dataclass(frozen=True, slots=True)
class Name:
    """A name as written, where it stands in the readable text, and how sure it is (0 to 1)."""

    text: str
    start: int
    end: int
    sure: float


_HEADING = r"(?:^|\n|[|/;,]\s)[ \-|]{{0,6}}(?:{0})\s{{0,3}}(?::|\s-\s|=|\n)\s{{0,4}}"
_LEGAL = r"(?:,? (?:inc|llc|l\.l\.c|ltd|corp|corporation|gmbh|plc|pbc|co|lp|llp|limited|company|holdings|group)\b\.?){0,2}"
_NAME = re.compile(
    r"(?:the )?[A-Z0-9](?:[\w&'+-]|\.(?=\w)){0,30}(?:(?: | & | of | and | the | de )[A-Z](?:[\w&'+-]|\.(?=\w)){0,30}){0,5}"
    rf"(?i:{_LEGAL})"
)
_LOWER_NAME = re.compile(r"[a-z][a-z0-9&.-]{1,24}(?=[\s,.;!?:)]|$)")
_NOT_A_NAME = re.compile(r"https?:|www\.|[<>@\[\]{}|\\]|\.(?:com|org|net|io|html?)\b/")
_COMPANY_CUES: tuple[tuple[re.Pattern[str], float], ...] = tuple(
    (re.compile(pattern), sure)
    for pattern, sure in (
        (_HEADING.format(r"company(?: name)?|employer|organi[sz]ation"), 1.0),
        (r"\bon behalf of (?:everyone at |the team at |the entire team at )?", 0.95),
        (r"\boffers? (?:letter )?(?:in hand )?(?:from|with|by) ", 0.92),
        (r"\b(?:employment|position|role|job|internship|opportunity) (?:here )?(?:with|at) ", 0.9),
        (r"\b(?:offered|offering) (?:me |us )?(?:a |the )?(?:job|position|role) (?:at|with|by) ", 0.9),
        (r"\b(?:the team at|welcome to|everyone at|all of us at) ", 0.85),
        (r"\b(?:join|joining) (?:us at |the team at )?", 0.85),
        (r"\boffers? (?:of [^\n]{1,20} )?(?:at|@) ", 0.85),
        (r"\b(?:another|second|other|one) (?:is |one )?(?:from|at|with) ", 0.8),
        (r"\b(?:employed|hired|work|working) (?:by|for|at|with) ", 0.6),
        (r"\bat ", 0.6),
        (r"@ ?", 0.55),
        (r"\b(?:from|with) ", 0.5),
    )
)
_OFFERS = re.compile(
    r" (?:\(\"?the \"?company\"?\) )?(?:is|are|has|have)? ?(?:pleased|excited|delighted|happy|thrilled|proud)? ?(?:to )?(?:offers?|offered|offering)\b"
)
_NAME_FIRST = re.compile(r"(?:^|\n)[ \-|]{0,6}(?:\d[.)] )?([A-Z][\w&'.-]{1,24}(?: [A-Z][\w&'.-]{1,24}){0,2})(?: \([^()\n]{1,30}\))?(?:\s?:| -|,? offer\b)")
_TITLE_CUES: tuple[tuple[re.Pattern[str], float], ...] = tuple(
    (re.compile(pattern), sure)
    for pattern, sure in (
        (_HEADING.format(r"(?:job |position |role )?title|position|role|job"), 1.0),
        (r"\b(?:position|role|title|job|post|capacity) (?:of|as|is|will be) (?:an? |our |the |\")?", 0.95),
        (r"\b(?:join|joining|join us|employed|employment|work|serve|hired|promoted)\b[^.\n]{0,60}? (?:as|to) (?:an? |our |the |\")?", 0.85),
        (r"\bas (?:an? |our |the )", 0.7),
        (r"\bfor (?:an? |the |our )?", 0.6),
        (r"\b(?:offered me|offer you|offered|for) (?:an? |the )", 0.6),
    )
)
_LOCATION_CUES: tuple[tuple[re.Pattern[str], float], ...] = tuple(
    (re.compile(pattern), sure)
    for pattern, sure in (
        (_HEADING.format(r"(?:work |job )?location|office(?: location)?|city|based in|where"), 1.0),
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
    r"\s(?:at|with|in|for|on|based|reporting|located|and will|effective|starting|is|will|within|from|to|@|which|under|who)\s|[,.;:()\n\"|?!]|\s[-/]\s|\bposition\b|\brole\b"
)
_LONGEST_TITLE = 90
_LONGEST_PLACE = 7
_ANNOUNCED = 0.6
# Bounds on the work for one text: words searched for a title no word announces, places looked up.
_WORDS_SEARCHED = 400
_MOST_LOOKS = 60


@cache
def _words(table: str, kind: str = "") -> frozenset[str]:
    return frozenset(row["word"] for row in rows(table) if not kind or row["kind"] == kind)


def _is_company(name: str) -> bool:
    words = fold(name).split()
    if not words or len(words) > 7 or len(name) > 60 or _NOT_A_NAME.search(name):  # noqa: PLR2004
        return False
    if not any(c.isalpha() for c in name):
        return False
    plain = [w.strip(".,'\"-") for w in words]
    if plain[0] in _words("not_companies") and (len(plain) == 1 or plain[0] not in {"the", "first", "best", "general"}):
        return False
    return plain[-1] not in _words("offer_title_words", "head") or len(plain) > 1 and "group" in plain


def _clean(name: str) -> str:
    name = re.sub(r"'s?$", "", name.strip(" ,;:-\"'")).strip()
    name = re.sub(r"(?<=[a-z]{3})\.\s.*$", "", name, flags=re.DOTALL)
    if name.endswith(".") and not re.search(r"(?i)\b(?:inc|ltd|corp|co|l\.l\.c)\.$", name):
        name = name.rstrip(".")
    return name.strip(" ,")


def _company_at(layout: Layout, position: int, sure: float) -> Name | None:
    text = layout.source.text
    match = _NAME.match(text, position)
    if match:
        name = _clean(match.group())
    else:
        match = _LOWER_NAME.match(text, position)
        if not match:
            return None
        name = match.group().rstrip(".-")
        if employer(name) is None and sure < 0.85:  # noqa: PLR2004
            return None
    return Name(name, position, position + len(name), sure) if _is_company(name) else None


def companies(layout: Layout) -> list[Name]:
    """Every company the words announce, in the order of the text."""
    low, text = layout.source.low, layout.source.text
    found: dict[int, Name] = {}
    for cue, sure in _COMPANY_CUES:
        for match in cue.finditer(low):
            if match.end() in found:
                continue
            name = _company_at(layout, match.end(), sure)
            if name:
                found[match.end()] = name
    for match in _OFFERS.finditer(low):
        begin = max(text.rfind("\n", 0, match.start()), text.rfind(". ", 0, match.start()) + 1, match.start() - 60) + 1
        last = None
        for last in _NAME.finditer(text, begin, match.start()):  # noqa: B007
            pass
        if last and last.end() >= match.start() - 1 and _is_company(_clean(last.group())):
            found[last.start()] = Name(_clean(last.group()), last.start(), last.end(), 0.93)
    for match in _NAME_FIRST.finditer(text):
        name = match.group(1)
        offer = text[match.start() : match.end()].endswith("offer") or ":" in match.group()
        if match.start(1) not in found and offer and _is_company(name) and not _is_label(layout, match.start(1)):
            found[match.start(1)] = Name(name, match.start(1), match.end(1), 0.8)
    return sorted((n for n in found.values() if not _is_place(layout, n)), key=lambda n: n.start)


def _is_label(layout: Layout, position: int) -> bool:
    starts = [term.start for term in layout.cues.terms]
    at = bisect_left(starts, position)
    return at < len(starts) and starts[at] == position


def _tokens_in(layout: Layout, start: int, end: int) -> list[Token]:
    words = layout.words
    low = bisect_left(words, start, key=lambda t: t.start)
    high = bisect_left(words, end, key=lambda t: t.start)
    return list(words[low:high])


def _is_place(layout: Layout, name: Name) -> bool:
    if name.sure >= 0.8:  # noqa: PLR2004
        return False
    words = _tokens_in(layout, name.start, name.end)
    return any(m.width == len(words) for m in places.mentions(words)) and employer(name.text) is None


def _is_title(words: list[str]) -> bool:
    heads = _words("offer_title_words", "head")
    return any(w in heads or w.rstrip("s") in heads for w in words)


def titles(layout: Layout) -> list[Name]:
    """Every job title the words announce, surest first."""
    text, low = layout.source.text, layout.source.low
    found: list[Name] = []
    for cue, sure in _TITLE_CUES:
        for match in cue.finditer(low):
            start = match.end()
            stop = _CUT_TITLE.search(low, start, start + _LONGEST_TITLE)
            if stop is None and len(text) > start + _LONGEST_TITLE:
                continue
            name = text[start : stop.start() if stop else len(text)].strip(" \"'-")
            words = [t.fold for t in _tokens_in(layout, start, start + len(name))]
            if words and len(words) <= 9 and _is_title(words) and not _has_figure(layout, start, start + len(name)):  # noqa: PLR2004
                found.append(Name(name, start, start + len(name), sure))
    if not any(name.sure > _ANNOUNCED for name in found):
        found += _plain_titles(layout)
    return sorted(found, key=lambda n: (-n.sure, n.start))


def _has_figure(layout: Layout, start: int, end: int) -> bool:
    at = bisect_left(layout.figures, start, key=lambda f: f.start)
    return at < len(layout.figures) and layout.figures[at].start < end


def _plain_titles(layout: Layout) -> Iterator[Name]:
    """Titles no word announces: a head noun or a known role with the words that go with it."""
    heads, modifiers = _words("offer_title_words", "head"), _words("offer_title_words", "modifier")
    words = layout.words[:_WORDS_SEARCHED]
    known = {m.last - 1: m.first for m in roles.mentions(list(words))}
    for at, word in enumerate(words):
        if word.fold not in heads and at not in known:
            continue
        first = known.get(at, at)
        while first and at - first < 6 and _beside(layout, first - 1) and words[first - 1].fold in modifiers | heads:  # noqa: PLR2004
            first -= 1
        last = at
        while last + 1 < len(words) and _beside(layout, last) and words[last + 1].fold in {"i", "ii", "iii", "iv"} | heads:
            last += 1
        if last == first and at not in known:
            continue
        start, end = words[first].start, words[last].end
        before = words[first - 1].fold if first else ""
        sure = 0.3 if before in {"my", "the", "your", "with", "to"} else 0.5
        yield Name(layout.source.text[start:end], start, end, sure)


def _beside(layout: Layout, at: int) -> bool:
    words = layout.words
    return layout.source.text[words[at].end : words[at + 1].start] in {" ", "-", "/", " - ", ". "}


def locations(layout: Layout) -> list[Name]:
    """Every place the words announce, surest first, as written ("San Francisco, CA")."""
    low, text = layout.source.low, layout.source.text
    found: dict[int, Name] = {}
    looked: set[int] = set()
    for cue, sure in _LOCATION_CUES:
        for match in cue.finditer(low):
            start = match.end()
            if start in looked:
                continue
            if len(looked) > _MOST_LOOKS:
                break
            line = text.find("\n", start, start + 80)
            words = _tokens_in(layout, start, line if line >= 0 else start + 80)[:_LONGEST_PLACE]
            if not words or words[0].start > start + 1 or sure < 0.9 and not _may_be_place(words[0]):  # noqa: PLR2004
                continue
            looked.add(start)
            for mention in places.mentions(words):
                if mention.first > 0 or mention.ids[0] == "remote":
                    continue
                begin, end = words[mention.first].start, words[mention.last - 1].end
                if begin not in found:
                    found[begin] = Name(text[begin:end], begin, end, sure)
    return sorted(found.values(), key=lambda n: (-n.sure, n.start))


def _may_be_place(word: Token) -> bool:
    return word.raw[:1].isupper() or len(word.raw) <= 4 or word.fold in _lower_places()  # noqa: PLR2004


@cache
def _lower_places() -> frozenset[str]:
    return frozenset(
        "seattle boston austin denver chicago atlanta london toronto berlin dallas houston portland remote bay silicon new san los "
        "washington miami phoenix philadelphia detroit minneapolis pittsburgh bangalore bengaluru".split()
    )
