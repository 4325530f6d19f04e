"""Who makes an offer: the company, found by the words that announce it ("offer from", "at", "join").

A company is a name and never a sentence: a few words, no address of a page, no markup.
"""

from __future__ import annotations

import re

from bot.offers.layout import Layout
from bot.offers.names import Name, heading, is_label, tokens_in, word_list
from bot.understand import places
from bot.understand.employers import employer
from bot.understand.text import fold

_LEGAL = (
    r"(?:,? (?:inc|llc|l\.l\.c|ltd|corp|corporation|gmbh|plc|pbc|co|lp|llp|limited|company|holdings"
    r"|group)\b\.?)"
)
_WORD = r"[A-Z0-9](?:[\w&'+-]|\.(?=\w)){0,30}"
_NAME = re.compile(rf"(?<!\w){_WORD}(?:(?: | & | of | and | the | de ){_WORD}){{0,5}}(?i:{_LEGAL}){{0,2}}")
_LEGAL_NAME = re.compile(
    rf"(?<!\w){_WORD}(?:(?: | & | of | and ){_WORD}){{0,4}}(?i:,? (?:inc|llc|ltd|corp|gmbh|plc)\b\.?)"
)
_LOWER_NAME = re.compile(r"[a-z][a-z0-9&.-]{1,24}(?=[\s,.;!?)]|:(?!/)|$)")
_MARKUP = re.compile(r"https?:|www\.|[<>@\[\]{}|\\]|\.(?:com|org|net|io|html?)\b/")
_CUES: tuple[tuple[re.Pattern[str], float], ...] = tuple(
    (re.compile(pattern), sure)
    for pattern, sure in (
        (heading(r"company(?: name)?|employer|organi[sz]ation"), 1.0),
        (r"\bon behalf of (?:everyone at |the team at |the entire team at )?", 0.95),
        (r"\boffers? (?:letter |email )?(?:in hand )?(?:from|with|by) (?:the )?", 0.92),
        (
            r"\b(?:employment|position|role|job|internship|opportunity|offer) (?:here )?(?:with|at) "
            r"(?:the )?",
            0.9,
        ),
        (r"\b(?:offered|offering) (?:me |us )?(?:a |the )?(?:job|position|role) (?:at|with|by) ", 0.9),
        (r"\b(?:the team at|welcome to|everyone at|all of us at) ", 0.85),
        (r"\b(?:join|joining) (?:us at |the team at )?", 0.85),
        (r"\boffers? (?:of [^\n]{1,20} )?(?:at|@) ", 0.85),
        (r"\boffers? (?:of [^\n]{1,20} )?(?:for|in) ", 0.7),
        (r"\b(?:another|second|other|one) (?:is |one )?(?:from|at|with) ", 0.8),
        (r"\b(?:employed|hired|work|working) (?:by|for|at|with) ", 0.6),
        (r"\bat ", 0.6),
        (r"@ ?", 0.55),
        (r"\b(?:from|with) ", 0.5),
    )
)
_OFFERS = re.compile(
    r",? (?:\(\"?the \"?company\"?\) )?(?:is|are|has|have)? ?(?:pleased|excited|delighted|happy|thrilled"
    r"|proud)? ?"
    r"(?:to )?(?:offers?|offered|offering)\b"
)
_LINE_FIRST = re.compile(r"(?:^|\n)[ \-|]{0,6}(?:\d[.)] )?(?=[A-Z])")
_THEN_PAY = re.compile(r" ?(?:\([^()\n]{1,30}\) ?)?(?::|-) {0,3}\n? {0,3}")
_THEN_OFFER = re.compile(
    r"(?:'s)? (?:[\w/-]{1,12} ){0,4}?(?:job |return |intern )?(?:offer|offers|compensation|comp)\b",
    re.IGNORECASE,
)
_VERSUS = re.compile(r" (?:vs\.?|v/s|or|versus) [A-Z]")
_RUN_ON = re.compile(r"([A-Z][a-z]{2,})([A-Z][a-z]+)")
_FIRST_WORDS = {n: re.compile(rf"{_WORD}(?: {_WORD}){{{n - 1}}}") for n in (1, 2, 3)}
_NUMBER_OR_LEVEL = re.compile(r"[\d.,$%-]+[k%+]?|(?:l|e|ic|ict|g|p|m)-?\d{1,2}")
_AT_MOST = 7
_LONGEST = 60
# Names announced at least this surely may be written in lower case.
_STRONG = 0.85
_LEGAL_FORM = 0.58


def _is_company(name: str) -> bool:
    words = fold(name).split()
    if not 0 < len(words) <= _AT_MOST or len(name) > _LONGEST or _MARKUP.search(name):
        return False
    plain = [word.strip(".,'\"-") for word in words]
    if (
        not any(c.isalpha() for c in name)
        or _NUMBER_OR_LEVEL.fullmatch(plain[0])
        or plain[0] in word_list("not_companies")
    ):
        return False
    heads = word_list("offer_title_words", "head") | {"job", "offer", "offers"}
    return plain[-1] not in heads and not (len(plain) == 1 and plain[0] in word_list("offer_title_words"))


def _clean(name: str) -> str:
    name = re.sub(r"'s?$", "", name.strip(" ,;:-\"'")).strip()
    run_on = _RUN_ON.fullmatch(name.split(" ")[-1])
    if run_on and run_on[2].lower() in word_list("not_companies"):
        name = name[: len(name) - len(run_on[2])]
    if name.endswith(".") and not re.search(r"(?i)\b(?:inc|ltd|corp|co|l\.l\.c)\.$", name):
        name = name.rstrip(".")
    return name.strip(" ,")


def _at(layout: Layout, position: int, sure: float) -> Name | None:
    text = layout.source.text
    match = _NAME.match(text, position)
    if match:
        name = _clean(match.group())
    else:
        match = _LOWER_NAME.match(text, position)
        if not match or sure < _STRONG:
            return None
        name = match.group().rstrip(".-")
    return Name(name, position, position + len(name), sure) if _is_company(name) else None


def _cued(layout: Layout) -> dict[int, Name]:
    found: dict[int, Name] = {}
    for cue, sure in _CUES:
        for match in cue.finditer(layout.source.low):
            if match.end() not in found:
                name = _at(layout, match.end(), sure)
                if name:
                    found[match.end()] = name
    return found


def _offering(layout: Layout) -> dict[int, Name]:
    """Names that do something: "Acme is pleased to offer you", "Lumen offered me"."""
    text = layout.source.text
    found = {}
    for match in _OFFERS.finditer(layout.source.low):
        line, stop = text.rfind("\n", 0, match.start()), text.rfind(". ", 0, match.start())
        begin = max(line + 1, stop + 2 if stop >= 0 else 0, match.start() - _LONGEST)
        last: re.Match[str] | None = None
        for named in _NAME.finditer(text, begin, match.start()):
            last = named
        if last is None or last.end() < match.start() - 1:
            continue
        name = _without_job(_clean(last.group()))
        if _is_company(name):
            found[last.start()] = Name(name, last.start(), last.start() + len(name), 0.93)
    return found


def _pays_next(layout: Layout, position: int) -> bool:
    """Whether a sum of money stands right after a place, on its line."""
    for figure in layout.figures_from(position):
        return figure.kind == "money" and "\n" not in layout.source.text[position : figure.start]
    return False


def _first_on_line(layout: Layout) -> dict[int, Name]:
    """Names that begin a line of terms ("Google: 195k base") or a heading ("Acme L5 offer", "A vs B")."""
    text = layout.source.text
    found = {}
    for match in _LINE_FIRST.finditer(text):
        begin = match.end()
        if is_label(layout, begin):
            continue
        for last in (3, 2, 1):
            named = _FIRST_WORDS[last].match(text, begin)
            if not named or not _is_company(_clean(named.group())):
                continue
            end, sure = named.end(), 0.0
            then = _THEN_PAY.match(text, end)
            if then and _pays_next(layout, then.end()):
                sure = 0.8
            elif begin == 0 and (_THEN_OFFER.match(text, end) or _VERSUS.match(text, end)):
                sure = 0.75
            name = _without_job(named.group())
            if sure and name:
                found[begin] = Name(name, begin, begin + len(name), sure)
                break
    return found


def _without_job(name: str) -> str:
    """A heading's name without the level and job said after it: "Acme L5" -> "Acme"."""
    kept: list[str] = []
    for word in name.split(" "):
        if kept and (
            re.fullmatch(r"[A-Z]{1,4}-?\d{1,2}", word) or fold(word) in word_list("offer_title_words")
        ):
            break
        kept.append(word)
    return _clean(" ".join(kept))


def companies(layout: Layout) -> list[Name]:
    """Every company the words announce, in the order of the text."""
    found: dict[int, Name] = {}
    for match in _LEGAL_NAME.finditer(layout.source.text):
        name = _clean(match.group())
        if _is_company(name):
            found[match.start()] = Name(name, match.start(), match.end(), _LEGAL_FORM)
    for some in (_first_on_line(layout), _cued(layout), _offering(layout)):
        for start, one in some.items():
            if start not in found or found[start].sure < one.sure:
                found[start] = one
    return sorted((n for n in found.values() if not _is_place(layout, n)), key=lambda n: n.start)


def _is_place(layout: Layout, name: Name) -> bool:
    if name.sure >= 1 or employer(name.text) is not None:
        return False
    words = tokens_in(layout, name.start, name.end)
    return any(m.width == len(words) for m in places.mentions(words))
