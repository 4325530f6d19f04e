"""Companies that stand right before their pay: "Acme: 195k base", "Acme 195k and Lumen 180k", "A vs B"."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from functools import cache, lru_cache

from bot.offers.company_words import WORD, clean, first_words, is_company, known, without_job, without_place
from bot.offers.cues import labels
from bot.offers.layout import Layout
from bot.offers.names import LEVEL, Name, is_label, tokens_in, word_list
from bot.understand import places, roles
from bot.understand.text import fold
from bot.understand.vocab import rows

_OPENING = re.compile(
    r"(?P<line>^|\n)[ \-|]{0,6}(?:\d[.)] )?|(?P<stop>[.!?] {1,2})|[,;:|/+(] ?|"
    r" - |(?<= )\d[.)] |(?<= )(?:and|vs\.?|v/s|versus|or|plus|while|then|also) "
)
_WORDS = {n: re.compile(rf"{WORD}(?: {WORD}){{{n - 1}}}(?!\w)") for n in (1, 2, 3)}
_SMALL = {
    n: re.compile(rf"[a-z][\w&'-]{{1,20}}(?: [a-z][\w&'-]{{0,20}}){{{n - 1}}}(?!\w)") for n in (1, 2, 3)
}
_FIRST_WORD = re.compile(r"[A-Za-z0-9][\w'-]*")
_THEN_COLON = re.compile(r" ?(?:\([^()\n]{1,30}\) ?)?(?::|-) {0,3}\n? {0,3}")
_THEN_OFFER = re.compile(
    r"(?:'s)? (?:[\w/-]{1,12} ){0,4}?(?:job |return |intern )?(?:offer|offers|compensation|comp|verbal)\b",
    re.IGNORECASE,
)
_VERSUS = re.compile(r" (?:vs\.?|v/s|or|versus) [A-Z]")
_ITEM = re.compile(
    rf"(?<=, )({WORD}(?: {WORD}){{0,2}}|[a-z][\w&'-]{{1,20}}(?: [a-z][\w&'-]{{0,20}}){{0,2}})"
    r"(?=[,.!?\n]|$)"
)
_CLOSE = 2
_MOST_PAY = 150
_SURE, _FAIR, _DOUBTFUL, _LISTED = 0.8, 0.75, 0.55, 0.45
_CHAT_WORDS = 60
_FEWEST_ITEMS = 3


def before_pay(layout: Layout) -> dict[int, Name]:
    """Names with their pay, job or offer right behind them, by where they begin.

    A sentence's first word followed by a sum alone may be any word ("Honestly 140k"): it is
    sure only where another name stands so in the text.
    """
    text = layout.source.text
    found: dict[int, Name] = {}
    end = 0
    for match in _OPENING.finditer(layout.source.low):
        begin = match.end()
        if begin < end or begin >= len(text) or is_label(layout, begin):
            continue
        first = match["line"] is not None or match["stop"] is not None
        name = _name_at(layout, begin, first=first)
        if name:
            found[begin], end = name, name.end
    if sum(name.sure >= _DOUBTFUL for name in found.values()) > 1:
        found = {at: replace(n, sure=_SURE) if n.sure == _DOUBTFUL else n for at, n in found.items()}
    return found


def _name_at(layout: Layout, begin: int, *, first: bool) -> Name | None:
    text = layout.source.text
    word = _FIRST_WORD.match(text, begin)
    if not word or (begin and not _pay_follows(layout, begin)):
        return None
    small = text[begin].islower()
    if small and word.group() not in first_words():
        return None
    for count in (3, 2, 1):
        named = (_SMALL if small else _WORDS)[count].match(text, begin)
        said = without_place(clean(named.group())) if named else ""
        if not named or not is_company(said) or _ordinary(said):
            continue
        if is_field_of_job(layout, said, begin + len(said)):
            continue
        famous = known(said)
        if small and not famous:
            continue
        end = begin + len(said) if said in named.group() else named.end()
        sure = _sureness(layout, begin, named.end(), first=first, famous=famous)
        if famous and not sure and not first and _place_at(layout, end + 1):
            sure = _FAIR
        name = without_place(without_job(named.group()))
        if sure and name:
            return Name(name, begin, begin + len(name), sure)
    return None


@lru_cache(maxsize=4096)
def _ordinary(name: str) -> bool:
    """Whether words are a term's label, an adverb or other words of talk about pay, and no name."""
    words = fold(name).split()
    if known(name):
        return False
    return words[-1].endswith("ly") or words[0] in _filler() or any(word in labels() for word in words)


@cache
def _filler() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("filler"))


def _sureness(layout: Layout, begin: int, end: int, *, first: bool, famous: bool) -> float:
    """How sure a name is by what stands behind it, 0 when nothing says it is one."""
    text = layout.source.text
    colon = _THEN_COLON.match(text, end)
    if colon and (_pays_at(layout, colon.end()) or (":" in colon.group() and _terms_at(layout, colon.end()))):
        return _SURE
    if (begin == 0 or famous) and (_THEN_OFFER.match(text, end) or _VERSUS.match(text, end)):
        return _FAIR
    if text.startswith(", ", end):
        return _SURE if _pays_at(layout, end + 2) and (famous or not first) else 0.0
    return _sureness_beside(layout, end + 1, first, famous) if text.startswith(" ", end) else 0.0


def _sureness_beside(layout: Layout, after: int, first: bool, famous: bool) -> float:
    """How sure a name is with only a space before its pay, a label or a job."""
    if _pays_at(layout, after) or (famous and is_label(layout, after)):
        return _SURE if famous or not first else _DOUBTFUL
    if (first or famous) and _job_at(layout, after) and _pay_follows(layout, after):
        return _SURE if famous else _FAIR
    return 0.0


def _pays_at(layout: Layout, position: int) -> bool:
    """Whether a sum of money stands at a place."""
    return any(f.kind == "money" and f.start - position <= _CLOSE for f in layout.figures_from(position))


def _terms_at(layout: Layout, position: int) -> bool:
    """Whether a label, a job or a place stands at a place, with pay after it."""
    if not _pay_follows(layout, position):
        return False
    if is_label(layout, position) or _job_at(layout, position):
        return True
    found = places.mentions(tokens_in(layout, position, position + 30))
    return bool(found) and found[0].first == 0


def _place_at(layout: Layout, position: int) -> bool:
    """Whether a place stands right at one offset."""
    words = tokens_in(layout, position, position + 30)
    return bool(words) and words[0].start == position and any(m.first == 0 for m in places.mentions(words))


def is_field_of_job(layout: Layout, name: str, end: int) -> bool:
    """Whether a company's name is part of a job that ends after it: "Salesforce developer"."""
    if fold(name) not in word_list("offer_title_words"):
        return False
    after = tokens_in(layout, end, end + 30)[:1]
    return bool(after) and after[0].start == end + 1 and after[0].fold in word_list("offer_title_words")


def _job_at(layout: Layout, position: int) -> bool:
    """Whether a job stands at a place, or a level before it: "l4 swe"."""
    words = tokens_in(layout, position, position + 40)[:4]
    if not words or words[0].start > position + _CLOSE:
        return False
    if LEVEL.fullmatch(words[0].fold):
        return True
    return words[0].fold in word_list("offer_title_words") or any(m.first == 0 for m in roles.mentions(words))


def _pay_follows(layout: Layout, position: int) -> bool:
    """Whether a sum of money stands soon after a place, on its line."""
    at = bisect_left(layout.figures, position, key=lambda figure: figure.start)
    for figure in layout.figures[at : at + 3]:
        if figure.kind == "money":
            gap = layout.source.text[position : figure.start]
            return len(gap) < _MOST_PAY and "\n" not in gap.lstrip()
    return False


def _names_job(layout: Layout, sentence: int) -> bool:
    """Whether a job is said in a sentence."""
    return bool(roles.mentions(tokens_in(layout, *layout.span(sentence)), terse=True))


def listed(layout: Layout) -> dict[int, Name]:
    """Names that are items of a line of terms: "165k base, senior swe, nyc, Acme"."""
    if len(layout.words) > _CHAT_WORDS:
        return {}
    text = layout.source.text
    commas: dict[int, int] = {}
    for word, after in zip(layout.words, layout.words[1:], strict=False):
        if "," in text[word.end : after.start]:
            sentence = layout.sentence(word.start)
            commas[sentence] = commas.get(sentence, 1) + 1
    paid = {layout.sentence(figure.start) for figure in layout.figures if figure.kind == "money"}
    found = {}
    for match in _ITEM.finditer(text):
        name, sentence = without_place(without_job(match[1])), layout.sentence(match.start(1))
        famous = known(name)
        if (
            not (sentence in paid or (famous and sentence + 1 in paid and _names_job(layout, sentence)))
            or (match[1][0].islower() and not famous)
            or not is_company(name)
            or _ordinary(name)
            or is_label(layout, match.start(1))
        ):
            continue
        if famous or commas.get(sentence, 1) >= _FEWEST_ITEMS:
            found[match.start(1)] = Name(name, match.start(1), match.start(1) + len(name), _LISTED)
    return found
