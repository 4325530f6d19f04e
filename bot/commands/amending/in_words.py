"""Terms that are words rather than figures, put right: "the company is Acme", "level is L5", "remote"."""

from __future__ import annotations

import re

from bot.commands.amending.line import Line
from bot.commands.amending.shapes import Change, Unclear
from bot.commands.amending.values import fill
from bot.memory.case import About
from bot.offers.offer import Offer
from bot.understand import employers, levels
from bot.understand.question import read
from bot.understand.text import fold, tokens

LONGEST = 60  # characters of a name

_NAMING = re.compile(
    r"(?:(?:no|nope|actually|sorry|correction|change|set|make|put)[,:]? +)*(?:the |my |its |their )?"
    r"(?P<term>company(?: name)?|employer|(?:job )?title|position|role|level|location|city|place|"
    r"start(?:ing)? date|start|deadline|relocation|pto|vacation)"
    r"(?:'s)?(?: (?:is|was|should be|to|should say|says)(?: called| named| now)?|:| =)?"
    r" +(?P<value>\S.*?)[.! ]*",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"(?:(?:no|nope|actually|sorry)[,:]? +)*(?:it'?s|it is|that'?s|they'?re|the offer is|this is)"
    r"(?: (?:from|at|with|by|called))? +(?P<value>[^,;]{2,60}?)(?:,? +not +(?P<not>[^,;]{2,60}?))?[.! ]*",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?:in|within|by|on|at|next|this|end of|asap|immediately|early|late|mid)\b|\d", re.IGNORECASE
)
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|today|tonight|noon|midnight"
_UNTIL = re.compile(
    r"(?:(?:the|this|my|their) )?(?:offer |it )?(?:(?:is|stays|stands|remains) )?(?:valid|good|open|stands) "
    r"(?:until|till|til|through|thru|for) (?P<valid>\S.{1,40}?)[.! ]*"
    r"|(?:(?:please|they (?:want|need)(?: me to| us to)?|i (?:have|need) to|must|i must) )?(?:an? )?"
    r"(?:reply|respond|answer|decide|sign|get back|let (?:them|us) know)(?: to (?:them|us))? "
    r"(?P<how>by|within|in|before) (?P<day>\S.{1,40}?)[.! ]*",
    re.IGNORECASE,
)
_HOURS = re.compile(
    r"(?:(?:no|nope|actually|sorry|correction)[,:]? +)*(?:(?:it'?s|it is|that'?s|make it) )?(?:only |just )?"
    r"\d{1,3}(?:\.\d)?[ -]?(?:hours?|hrs?)(?: ?/ ?| (?:a|per|each|every) )(?:week|wk)"
    r"(?:,? (?:not|instead of|rather than) [^,;]{1,30}?)?[.! ]*",
    re.IGNORECASE,
)
_WHEN = re.compile(rf"\b(?:{_DAY}|hours?|days?|weeks?|eod|cob|end of (?:the )?(?:day|week|month))\b", re.I)
_IN = re.compile(r"^(?:in|at) ", re.IGNORECASE)
_NOT = re.compile(r",? (?:not|instead of|rather than) .*$", re.IGNORECASE)


def in_words(line: Line, offer: Offer) -> Change | Unclear | None:
    """The name, level, place, date or working week a line gives; None where it gives none."""
    found = _NAMING.fullmatch(line.text)
    if found is not None:
        value = _NOT.sub("", found["value"]).strip(" \"'")
        return _given(found["term"].lower(), value, offer) if value and len(value) <= LONGEST else None
    if (until := _deadline(line)) is not None:
        return until
    if _HOURS.fullmatch(line.text) and line.figures:
        return _week(line, offer)
    found = _FROM.fullmatch(line.text)
    if found is not None and not line.figures and not line.named:
        return _company(found["value"], found["not"], offer)
    alone = line.text.strip(" .!")
    if offer.company is None and not line.figures and not line.named and employers.employer(alone):
        return Change({"company": alone})
    return None


def _deadline(line: Line) -> Change | None:
    """By when to answer, in words: "offer valid until Friday 5pm ET", "reply within 48 hours"."""
    found = _UNTIL.fullmatch(line.text)
    if found is None:
        return None
    dated = next(
        (each.words for each in line.figures if each.kind == "date" and each.words[:4].isdigit()), ""
    )
    said = dated or found["valid"] or found["day"]
    if not dated and not _WHEN.search(said):
        return None
    return Change({"deadline": said})


def _week(line: Line, offer: Offer) -> Change | Unclear:
    """The working week of a line that names it by its unit: "no, 32 hours a week"."""
    figure = line.figures[0]
    values = fill("hours", [figure], offer)
    said = line.text[figure.start : figure.end]
    return Change(values) if values else Unclear("out_of_range", "hours", said)


def _given(term: str, value: str, offer: Offer) -> Change | Unclear | None:
    """A value for a term by its name."""
    if fold(value) in ("wrong", "not right", "incorrect", "unknown", "missing"):
        return None
    if term.startswith(("company", "employer")):
        return Change({"company": value})
    if term in ("location", "city", "place"):
        place = read(_IN.sub("", value)).place
        return Change(about=About(place=place)) if place else Unclear("no_value", "place", value)
    if term == "level":
        return _level(value)
    if term in ("title", "job title", "position", "role"):
        heard = read(value)
        return Change({"title": value}, About(role=heard.role, level=heard.level))
    return _worded(term, value, offer)


def _worded(term: str, value: str, _offer: Offer) -> Change | None:
    """A date in words, or a term that is there without a figure."""
    words = fold(value)
    if term in ("pto", "vacation"):
        return Change({"pto_days": "unlimited"}) if words.startswith("unlimited") else None
    if term == "relocation":
        covered = words in ("yes", "included", "covered", "offered", "paid", "part of it")
        return Change({"relocation": "yes"}) if covered else None
    name = "deadline" if term == "deadline" else "start_date"
    if term == "start" and not _AFTER.match(value):
        return None
    return None if _is_date(value) or not _AFTER.match(value) else Change({name: value})


def _is_date(value: str) -> bool:
    """Whether a value is a date that is read as one elsewhere, month names and all."""
    line = Line(value)
    return any(each.kind == "date" for each in line.figures)


def _level(value: str) -> Change | Unclear:
    """A level as the company writes it, and as one of ours where it says which."""
    found = levels.mentions(tokens(value)) or levels.mentions(tokens(f"level {value}"))
    level = found[0].ids[0] if found else None
    written = any(letter.isdigit() for letter in value) and len(value.split()) <= 2  # noqa: PLR2004
    if level is None and not written:
        return Unclear("no_value", "level", value)
    return Change({"level": value} if written else {}, About(level=level))


def _company(value: str, wrong: str | None, offer: Offer) -> Change | None:
    """A company named instead of the one read, or where none was: "it's Acme, not Globex"."""
    instead = wrong is not None and fold(wrong) == fold(offer.company or "")
    if not instead and (offer.company is not None or employers.employer(value) is None):
        return None
    return Change({"company": value})
