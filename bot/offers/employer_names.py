"""Employers' names in a few words of chat, put right where the weights take too little of one, or none.

Only shapes that leave no doubt: an institution by its name ("Department of Commerce", "Aurora Public
Schools"), a shop ("Fern & Fable bookstore"), a list of job, employer and place ("line cook, The Salty Pig,
Boston"), and a client with the agency that pays ("Meta via Northpeak Staffing").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.offers.after_job import names_a_team
from bot.offers.agencies import either, with_its_agency
from bot.offers.company_words import is_company, known
from bot.offers.layout import Layout
from bot.offers.names import Name, word_list
from bot.understand import occupations, places, roles
from bot.understand.text import fold, tokens

_FEW_WORDS, _SHORT = 60, 500  # words and characters of a text whose shape can be trusted
_SURE = 0.5
_NAME = r"[A-Z][\w'’&-]{0,30}"
_RUN = rf"{_NAME}(?: (?:(?:of|the|and|for|&|\+) )?{_NAME}){{0,4}}"
_OF = re.compile(
    rf"\b(?:the )?(?P<name>(?:U\.?S\.? |{_NAME} )?(?:{either('of')})\.? of (?:the )?{_NAME}"
    rf"(?: (?:(?:and|of|&) )?{_NAME}){{0,3}})"
)
# "Lincoln High School", but "Lincoln High School Teacher" is a job.
_INSTITUTION = re.compile(
    rf"\b(?P<name>(?:(?:St|Mt|Ft|Dr)\. )?{_RUN} (?:{either('ending')}))\b"
    r"(?! [A-Z][a-z]{2,15}(?:er|or|ist)\b)"
)
_SHOP = re.compile(
    rf"(?:\bat |\bfrom |\bwith |, )(?P<name>(?:The )?{_NAME}(?: (?:& |and |\+ )?{_NAME}){{0,3}})"
    rf" (?:{either('shop')})\b"
)
_SAINT = re.compile(r"\b(?:St|Mt|Ft|Dr)\. $")
_PARTNERS = re.compile(
    rf"(?:, {_NAME}){{0,2}},? (?:&|and) (?:{_NAME} )?"
    r"(?:Partners|Associates|Sons|Daughters|Brothers|Co|Company|LLP)\b"
)
_OWNED = re.compile(r"['’]s(?=\s?(?:[,.;)\n]|$| in\b| \())")
_SMALL_KIND = re.compile(r"(?:studio|cafe|café|bar|club|hotel|maison|casa|atelier) [a-z]{2,15}(?=,)")
_FIRST = re.compile(
    r"\s*(?:(?:contract |job |my |new |the )?(?:offer|role|position|job)\s?[:-]\s+)?"
    r"(?P<job>(?:\d{1,2}(?:st|nd|rd|th) )?[^\W\d_][^\W\d_'/-]*(?:[ /-][^\W\d_]{1,20}){0,5}?)"
    r"(?:(?P<at> (?:at|@|with|w/) (?:the )?)|, | [-\u2013|] )"
)
_LISTED = re.compile(rf"(?P<name>(?:The )?(?:\d{{1,2}})?{_RUN})(?=(?:[,.] | in | [-\u2013|] | \())")
_NO_JOB = re.compile(
    r"(?:i|we|my|the|an?|they|got|have|hi|hey|hello|dear|from|so|just|is|it|he|she|what|should|can|two|offer|base|salary"
    r"|offered|offers|offering|pay|paid|total)\b",
    re.IGNORECASE,
)
_OF_ITS_PLACE = re.compile(
    r"(?:City|County|State|Town|Port|University) of |.* (?:Public Schools?|School District|Transit)$"
)
_REMOTE = re.compile(r"\W{1,3}(?:fully )?(?:remote|hybrid|on-?site|contract|base|\$|£|€|\d)", re.IGNORECASE)


def mended(layout: Layout, companies: Sequence[Name], found_places: Sequence[Name]) -> list[Name]:
    """The companies of a short text with one employer, their names whole; as they are in any other text."""
    if _is_long(layout) or len(companies) > 2:  # noqa: PLR2004 - a client and its agency
        return list(companies)
    text = layout.source.text
    if (placed := with_its_agency(text, companies)) is not None:
        return [placed]
    if len(companies) > 1 and not _PARTNERS.match(text, companies[0].end):
        return list(companies)
    one = companies[0] if companies else None
    cities = {each.start for each in found_places}
    found = _institution(text, None if one and one.start in cities else one)
    found = found or (_longer(text, one) if one else _named_by_shape(text))
    return [found] if found is not None else list(companies)


def whole_title(layout: Layout, titles: Sequence[Name], companies: Sequence[Name]) -> list[Name]:
    """The job of a short text as it was written before its one employer: "high school science teacher"."""
    first = None if _is_long(layout) or len(companies) != 1 else _FIRST.match(layout.source.text)
    if first is None or _NO_JOB.match(first["job"]):
        return list(titles)
    start, end = first.span("job")
    before = companies[0].start - first.end()
    if not -1 <= before <= len("the ") or _is_place(first["job"]):
        return list(titles)
    inside = [each for each in titles if start <= each.start < end]
    if any(each.start == start or each.end != end for each in inside):
        return list(titles)
    return [Name(layout.source.text[start:end], start, end, _SURE)]


def _is_long(layout: Layout) -> bool:
    return len(layout.words) > _FEW_WORDS or len(layout.source.text) > _SHORT


def _institution(text: str, one: Name | None) -> Name | None:
    """An institution's name, where no company was found or the one found is a part of it."""
    for pattern in (_OF, _INSTITUTION, _SHOP):
        for found in pattern.finditer(text):
            start, end = found.span("name")
            start += _job_words(text[start:end])
            inside = one is not None and start <= one.start and one.end <= end
            longer = one is None or (inside and end - start > one.end - one.start)
            if longer and start < end and not (pattern is _SHOP and _is_place(text[start:end])):
                name = text[start:end]
                return Name(f"{name[:1].upper()}{name[1:]}", start, end, _SURE)
    return None


def _job_words(name: str) -> int:
    """How many characters of a run of capitals are the job's, before the employer's name."""
    words, at = name.split(" "), 0
    heads = word_list("offer_title_words", "head")
    last = max((n for n, word in enumerate(words[:-1]) if fold(word) in heads), default=-1)
    for word in words[: last + 1]:
        at += len(word) + 1
    return at


def _longer(text: str, one: Name) -> Name | None:
    """A name with what belongs to it: "St. Mary's", "Trader Bo's", "Smith, Jones & Partners"."""
    start, end = one.start, one.end
    if saint := _SAINT.search(text[max(0, start - len("St. ")) : start]):
        start -= len(saint.group())
    if (more := _PARTNERS.match(text, end)) or (more := _OWNED.match(text, end)):
        end = more.end()
    if small := _SMALL_KIND.match(text, start):
        end = max(end, small.end())
    return Name(text[start:end], start, end, one.sure) if (start, end) != (one.start, one.end) else None


def _named_by_shape(text: str) -> Name | None:
    """The employer in "job, employer, place" and "job at employer, place" at the head of a text."""
    first = _FIRST.match(text)
    if first is None or _NO_JOB.match(first["job"]):
        return None
    listed = _LISTED.match(text, first.end())
    if listed is None:
        return None
    name = listed["name"].removeprefix("The ")
    if _is_place(name) or names_a_team(name) or not is_company(name.lstrip("0123456789"), announced=True):
        return None
    if not first["at"] and not (_place_follows(text, listed.end()) and _is_job(first["job"])):
        return None
    end = listed.end("name")
    if more := _PARTNERS.match(text, end):
        end = more.end()
    return Name(text[listed.start("name") : end], listed.start("name"), end, _SURE)


def _is_job(said: str) -> bool:
    """Whether words are a job's: no city or team, and a word that ends the names of jobs in it."""
    words = tokens(said)
    named = occupations.mentions(words, terse=True) or roles.mentions(words, terse=True)
    titled = any(word.fold in word_list("offer_title_words") for word in words)
    return not known(said) and bool(named or titled)


def _is_place(said: str) -> bool:
    words = tokens(said)
    return any(mention.width == len(words) for mention in places.mentions(words))


def _place_follows(text: str, at: int) -> bool:
    """Whether a place stands next, or the kind of place, or pay."""
    if _REMOTE.match(text, at):
        return True
    words = tokens(text[at : at + 40])
    return any(mention.first == 0 for mention in places.mentions(words))


def in_its_name(company: Name | None, found_places: Sequence[Name]) -> list[Name]:
    """The places inside an institution's name, which is where it is: "City of Austin"."""
    if company is None or not _OF_ITS_PLACE.match(company.text):
        return []
    return [each for each in found_places if company.start <= each.start < company.end]
