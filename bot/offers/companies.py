"""Who makes an offer: the company, found by the words that announce it ("offer from", "at", "join").

A company is a name and never a sentence: a few words, no address of a page, no markup.
"""

from __future__ import annotations

import re

from bot.offers.company_words import (
    LEGAL,
    LONGEST,
    WORD,
    clean,
    is_company,
    known,
    without_job,
    without_place,
)
from bot.offers.layout import Layout
from bot.offers.named_pay import before_pay, is_field_of_job, listed
from bot.offers.names import Name, heading, is_label, tokens_in
from bot.understand import places
from bot.understand.employers import employer

_NAME = re.compile(
    rf"(?<!\w){WORD}(?:(?: | & | of | and | the | de ){WORD}){{0,5}}(?i:{LEGAL}){{0,2}}"
    r"(?:(?<= Inc)\.|(?<= Ltd)\.|(?<= Corp)\.|(?<= Co)\.)?"
)
_LEGAL_NAME = re.compile(
    rf"(?<!\w){WORD}(?:(?: | & | of | and ){WORD}){{0,4}}(?i:,? (?:inc|llc|ltd|corp|gmbh|plc)\b\.?)"
)
_LOWER_NAME = re.compile(r"[a-z][a-z0-9&.-]{1,24}(?=[\s,.;!?)]|:(?!/)|$)")
# A pattern that announces a company, how surely, and words of which one must stand in the text for it.
_CUES: tuple[tuple[re.Pattern[str], float, tuple[str, ...]], ...] = tuple(
    (re.compile(pattern), sure, parts)
    for pattern, sure, parts in (
        (
            heading(r"company(?: name)?|employer|organi[sz]ation"),
            1.0,
            ("company", "employer", "organi"),
        ),
        (r"\bon behalf of (?:everyone at |the team at |the entire team at )?", 0.95, ("on behalf of",)),
        (
            r"\boffers? (?:letter |email )?(?:in hand )?(?:from|with|by) (?:the )?",
            0.92,
            ("offer",),
        ),
        (
            r"\b(?:employment|position|role|job|internship|opportunity|offer) (?:here )?(?:with|at) "
            r"(?:the )?",
            0.9,
            ("with ", "at "),
        ),
        (
            r"\b(?:offered|offering) (?:me |us )?(?:a |the )?(?:job|position|role) (?:at|with|by) ",
            0.9,
            ("offered", "offering"),
        ),
        (
            r"\b(?:the team at|welcome to|everyone at|all of us at) ",
            0.85,
            ("the team at", "welcome to", "everyone at", "all of us at"),
        ),
        (r"\b(?:join|joining) (?:us at |the team at )?", 0.85, ("join",)),
        (r"\boffers? (?:of [^\n]{1,20} )?(?:at|@) ", 0.85, ("offer",)),
        (r"\boffers? (?:of [^\n]{1,20} )?(?:for|in) ", 0.7, ("offer",)),
        (
            r"\b(?:another|second|other|one) (?:is |one )?(?:from|at|with) ",
            0.8,
            ("another ", "second ", "other ", "one "),
        ),
        (
            r"(?:^|\n|[.;!?] )(?:new |job |my |the )?offer ?: ?(?=[\w&' .-]{2,40}(?:[,;|(]| - |\n))",
            0.8,
            ("offer:", "offer :"),
        ),
        (
            r"\b(?:moving|move|going|switching|jumping|leaving)(?: from [\w ]{1,20})?(?: over)? to ",
            0.7,
            ("moving", "move", "going", "switching", "jumping", "leaving"),
        ),
        (
            r"\b(?:contract|1099|c2c|w-?2)\b[^.\n]{0,80}? (?:via|through) ",
            0.6,
            ("via ", "through "),
        ),
        (r"\b(?:employed|hired|work|working) (?:by|for|at|with) ", 0.6, ("employed", "hired", "work")),
        (r"(?:\b(?:base|salary|offered|total)|\dk?) by ", 0.6, (" by ",)),
        (r"\b(?:called|named) ", 0.6, ("called", "named")),
        (r"\bat ", 0.6, ("at ",)),
        (r"@ ?", 0.55, ("@",)),
        (r"\b(?:from|with) ", 0.5, ("from ", "with ")),
    )
)
_GIVES = (
    r"(?:offered|offering|offers|gave|is giving|gives|came (?:back|in|out|through) (?:with|at)|wants? to "
    r"(?:pay|give|offer)|would pay|will pay)"
)
_OFFERS = re.compile(
    r",? (?:\(\"?the \"?company\"?\) )?(?:is|are|has|have|had)? ?(?:just |now |also )?"
    rf"(?:(?:pleased|excited|delighted|happy|thrilled|proud) to offer|offers?|{_GIVES})\b"
)
_GIVING = re.compile(rf" {_GIVES} (?=(?:me|us|an?|around|about)\b|\$?\d)")
_OPENS = re.compile(
    r"(?:^|[\n.,;!?(] ?|\b(?:and|but|so|hey|hi|then|while|basically|apparently|today|yesterday) )"
    r"(?P<name>[a-z][a-z0-9&-]{1,24})"
    r"(?: has| have| is| just| also| now)?$"
)
_AT = re.compile(r" (?:\([^()\n]{1,30}\) )?(?:at|of) ")
# Names announced at least this surely may be written in lower case.
_STRONG = 0.85
_ANNOUNCED = 0.9
_NAME_WINDOW = 45
_LEGAL_FORM = 0.58


def _at(layout: Layout, position: int, sure: float) -> Name | None:
    text = layout.source.text
    match = _NAME.match(text, position)
    if match:
        name = without_place(clean(match.group()))
        if is_field_of_job(layout, name, position + len(name)):
            return None
    else:
        match = _LOWER_NAME.match(text, position)
        if not match or (sure < _STRONG and not known(match.group())):
            return None
        name = match.group().rstrip(".-")
    return (
        Name(name, position, position + len(name), sure)
        if is_company(name, announced=sure >= _ANNOUNCED)
        else None
    )


def _cued(layout: Layout) -> dict[int, Name]:
    found: dict[int, Name] = {}
    low = layout.source.low
    for cue, sure, parts in _CUES:
        if not any(part in low for part in parts):
            continue
        for match in cue.finditer(low):
            if match.end() not in found:
                name = _at(layout, match.end(), sure)
                if name and not _is_person(layout, match.group(), name.end):
                    found[match.end()] = name
    return found


def _is_person(layout: Layout, cue: str, end: int) -> bool:
    """Whether a name is a person's, of a company named next: "offer from Jane at Acme"."""
    at = _AT.match(layout.source.low, end)
    if at is None or not cue.rstrip().endswith(("from", "with", "by")):
        return False
    return _at(layout, at.end(), _STRONG) is not None


def _offering(layout: Layout) -> dict[int, Name]:
    """Names that do something: "Acme is pleased to offer you", "Lumen offered me"."""
    text = layout.source.text
    found = {}
    for match in _OFFERS.finditer(layout.source.low):
        line, stop = text.rfind("\n", 0, match.start()), text.rfind(". ", 0, match.start())
        begin = max(line + 1, stop + 2 if stop >= 0 else 0, match.start() - LONGEST)
        last: re.Match[str] | None = None
        for named in _NAME.finditer(text, begin, match.start()):
            last = named
        if last is None or last.end() < match.start() - 1:
            continue
        name = without_place(without_job(clean(last.group())))
        if is_company(name):
            found[last.start()] = Name(name, last.start(), last.start() + len(name), 0.93)
    return found


def _offering_small(layout: Layout) -> dict[int, Name]:
    """Names in small letters that make an offer: "acme offered me 150k"."""
    found = {}
    text, low = layout.source.text, layout.source.low
    for match in _GIVING.finditer(low):
        window = max(0, match.start() - _NAME_WINDOW)
        opening = _OPENS.search(low[window : match.start()])
        if not opening or (window and opening.start() == 0):
            continue
        start, end = window + opening.start("name"), window + opening.end("name")
        name = text[start:end]
        if name.islower() and is_company(name) and not is_label(layout, start):
            found[start] = Name(name, start, end, 0.9 if known(name) else 0.82)
    return found


def companies(layout: Layout) -> list[Name]:
    """Every company the words announce, in the order of the text."""
    found: dict[int, Name] = {}
    for match in _LEGAL_NAME.finditer(layout.source.text):
        name = clean(match.group())
        if is_company(name):
            found[match.start()] = Name(name, match.start(), match.end(), _LEGAL_FORM)
    for some in (
        before_pay(layout),
        listed(layout),
        _cued(layout),
        _offering(layout),
        _offering_small(layout),
    ):
        for start, one in some.items():
            if start not in found or found[start].sure < one.sure:
                found[start] = one
    return sorted((n for n in found.values() if not _is_place(layout, n)), key=lambda n: n.start)


def _is_place(layout: Layout, name: Name) -> bool:
    if name.sure >= 1 or employer(name.text) is not None:
        return False
    words = tokens_in(layout, name.start, name.end)
    return any(m.width == len(words) for m in places.mentions(words))
