"""What a range in a posting holds for: "Zone 1", "San Francisco, CA", "Level 2"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from bot.understand.places import read_location
from bot.understand.vocab import rows
from data.classify.pay_words import filler, spoken

_LONGEST: Final = 260
_HEADING: Final = 120
# Words that say "this is pay" or "for this job": a label made of nothing else names no zone.
_FILLER: Final = frozenset(spoken("zone filler"))
_TRIMMED: Final = frozenset(spoken("zone edge"))
_ALONE: Final = frozenset(spoken("zone alone"))  # "Grade" without saying which
_EDGES: Final = ".,:;-–—•*·"
_LEADING: Final = _TRIMMED | {""} | _FILLER - {"new", "high", "low"}
_TRAILING: Final = _TRIMMED | _FILLER | {""}
_PAY_WORDS: Final = re.compile(
    r"\b(?:(?:estimated|expected|anticipated|annual|annualized|yearly|hourly|base|target|total|starting|"
    r"new hire|hiring|cash|gross|full[- ]time|contractor|consulting|freelance) ){0,4}"
    r"(?:salary|pay|compensation|wage|earnings|ote|hiring|fees?)"
    r"(?: (?:range|ranges|band|bands|rate|scale)(?:\(s\))?)?"
    r"(?: (?:for this (?:role|position)|per year|per hour|annually))?(?![a-z])",
    re.IGNORECASE,
)
_PLACE_WORDS: Final = re.compile(
    r"\b(?:zones?|tiers?|levels?|grades?|bands?|regions?|areas?|remote|states|metros?|locations?|l[1-9]|ic[1-9]|"
    r"canadian|us|u\.s\.|us-based|onsite|hybrid|nationwide|national|elsewhere|everywhere else|"
    r"all other|outside|senior|junior|staff|principal|mid|entry|associate|lead)\b",
    re.IGNORECASE,
)
_VERB: Final = re.compile(
    r"\b(?:is|are|will|may|be|was|reflects?|ranges?d? (?:from|between)|offers?)\b", re.IGNORECASE
)
# A name: capitalised words, with small joining words and commas between them.
_NAME_WORD: Final = r"(?:(?:[A-Z]\.){2,4}|(?:St|Ft|Mt)\.|[A-Z][\w'’/&-]{0,30})"
_NAME: Final = (
    rf"(?P<name>{_NAME_WORD}"
    r"(?:(?:,|;)? (?:(?:and|or|of|the|de|&) ){0,2}"
    rf"(?:{_NAME_WORD}|[0-9]{{1,2}}\b|\([A-Za-z][^()\n]{{1,80}}\))){{0,40}}"
    r"(?: (?:metro |metropolitan )?area\b)?)"
)
_IN: Final = re.compile(
    r"\b(?:[Ii]n the (?:locations?|states?|cities|city|metro areas?) of|based in|located in|residing in|"
    r"live in|living in|working in|outside of|[Ii]n|within|across|at our)(?: the| our| either)? " + _NAME
)
_BASED: Final = re.compile(
    r"\b[Ff]or (?:the |our |candidates in |all )?"
    + _NAME
    + r"[ -](?:based|residents?|candidates|applicants|hires|employees|only|locations?|metro|area)\b"
)
_ZONE_NAMED: Final = re.compile(
    r"\b(?P<name>(?:Zone|Tier|Level|Region|Group|Grade|Band|Geo)s? (?:[A-Z]|[0-9]{1,2}|I{1,3}V?)\b)"
)
_THE: Final = re.compile(
    r"\b(?:[Tt]he|[Oo]ur) (?:expected |estimated |annual |anticipated ){0,2}"
    + _NAME
    + r" (?:(?:new hire|base|annual|estimated|expected|starting|target|full-time|hourly) ){0,3}"
    r"(?:salary|pay|compensation|wage|hiring|OTE|cash)\b"
)
_AFTER: Final = re.compile(
    r"[ ]?(?:(?:USD|CAD|EUR|GBP|AUD|annually|gross|base|OTE)[ ,]{1,2}){0,2}"
    r"(?:(?:for|if|when) (?:candidates|those|applicants|employees|people|you)"
    r"(?: are| is)?(?: based| located)? )?"
    r"(?:in|for|within|across)(?: the| our)? " + _NAME
)
_BRACKET: Final = re.compile(r"[ ]?(?:(?:USD|CAD|EUR|GBP|AUD)[ ]?)?\((?P<name>[^()\n]{2,90})\)")
_OTHERS: Final = (
    rf"(?P<others>(?:{'|'.join(map(re.escape, spoken('zone others')))})"
    r"(?: (?:of )?(?:the )?(?:US|USA|U\.S\.A?|United States|country|world|Canada|UK|Europe|state))?)(?![a-z])"
)
# "$130k-$170k elsewhere": words that name what is left stand without an "in".
_OTHERS_AFTER: Final = re.compile(
    r"[ ]{0,2}(?:\(|,[ ])?(?:(?:USD|CAD|EUR|GBP|AUD|annually|gross|base|OTE)[ ,]{1,2}){0,2}"
    r"(?:(?:in|for|within|across) )?(?:the )?" + _OTHERS + r"(?![ ]?[:–—=-]?[ ]?(?:[A-Z]{3} ?)?[$€£0-9])",
    re.IGNORECASE,
)
_OUTSIDE_AFTER: Final = re.compile(r"[ ]{0,2}\(?(?P<others>outside (?:of )?(?:the )?(?=[A-Z])" + _NAME + ")")
_OTHERS_ALONE: Final = re.compile(r"(?:for |in )?(?:the )?" + _OTHERS, re.IGNORECASE)
_FOR: Final = re.compile(
    r"\b[Ff]or (?:the |an? )?" + _NAME + r"(?:,? (?:it|this|the (?:[a-z]{1,12} ){0,2}range))?"
    r"(?: is|:)\s?(?:[A-Z]{3} ?)?$"
)
_NOT_NAMES: Final = frozenset(spoken("zone never"))
_SPLIT: Final = re.compile(r"[:|\t]")
_INITIALS: Final = re.compile(r"(?:^|[ (])(?:[A-Z]\.){1,3}[A-Z]$")
_MONEY: Final = re.compile(r"[$€£]|[0-9][.,][0-9]|[0-9]k\b", re.IGNORECASE)


@lru_cache(maxsize=8192)
def _is_place(name: str) -> bool:
    seen = read_location(name[:_LONGEST])
    return bool(seen.metros or seen.states or seen.countries or seen.remote)


@lru_cache(maxsize=8192)
def countries(zone: str) -> tuple[str, ...]:
    """ISO codes of the countries a zone names, all of them."""
    return tuple(read_location(zone[:_LONGEST]).countries)


@lru_cache(maxsize=1)
def currency_of() -> dict[str, str]:
    """ISO country code to currency code."""
    return {row["country"]: row["currency"] for row in rows("country_currencies")}


def _only_pay(word: str) -> bool:
    return word.lower().strip(_EDGES) in filler()


def _is_filler(word: str) -> bool:
    return word in _FILLER or word in filler()


def _words(label: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:['’][a-z]+)?|[$&/]", label.lower())


def _clean(label: str) -> str:
    """A heading without its words of pay: "Washington Base Pay Range" -> "Washington"."""
    bare = _PAY_WORDS.sub(" ", label)
    parts = bare.split()
    while parts and (parts[0].lower().strip(_EDGES) in _LEADING or _only_pay(parts[0])):
        parts.pop(0)
    # A last "A" is a zone's letter, not an article.
    while (
        parts and parts[-1] != "A" and (parts[-1].lower().strip(_EDGES) in _TRAILING or _only_pay(parts[-1]))
    ):
        parts.pop()
    left = " ".join(parts).strip(" .,:;-–—•*·|#")
    if "(" in left and ")" not in left:
        left = left.rpartition("(")[0].strip() or left.strip("(")
    if _INITIALS.search(left):
        left += "."
    if left.lower() in _ALONE:
        return ""
    return "" if all(_is_filler(word) or not word.strip("$&/") for word in _words(left)) else left


def _named(match: re.Match[str] | None) -> str:
    if not match:
        return ""
    name = re.sub(r"(?:[ ,]+(?:and|or|of|the))+$", "", match["name"].strip(" ,;.-–—"))
    first = name.partition(" ")[0].lower()
    if first in _NOT_NAMES or all(_is_filler(word) for word in _words(name)):
        return ""
    return _clean(name) or name


def _last(pattern: re.Pattern[str], sentence: str) -> str:
    for match in reversed(list(pattern.finditer(sentence))):
        name = _named(match)
        if name and (_is_place(name) or _PLACE_WORDS.search(name)):
            return name
    return ""


def in_sentence(sentence: str) -> str:
    """The zone a sentence about pay names: "For Denver based hires: ...", "The US base salary ..."."""
    sentence = sentence[-_LONGEST * 2 :]
    return (
        _last(_BASED, sentence)
        or _last(_IN, sentence)
        or _last(_THE, sentence)
        or _last(_ZONE_NAMED, sentence)
        or _last(_FOR, sentence)
    )


def in_heading(heading: str, *, sure: bool = False) -> str:
    """The zone a short line names; `sure` where it stands as a label right before the amount."""
    heading = heading.strip()
    if not heading or len(heading) > _LONGEST:
        return ""
    if _VERB.search(heading):
        return in_sentence(heading)
    others = _OTHERS_ALONE.fullmatch(heading.strip(_EDGES + " "))
    if others:
        return others["others"]
    left = _clean(heading)
    if not left or (left[0].islower() and not _PLACE_WORDS.match(left)):
        return in_sentence(heading)
    if sure and len(left) <= _HEADING:
        return left
    return left if _PLACE_WORDS.search(left) or _is_place(left) else ""


def before(own: str) -> str:
    """The zone that the words of the amount's own line, before it, name."""
    pieces = [piece for piece in _SPLIT.split(own) if piece.strip()]
    labelled = bool(re.search(r"[:|\t–—-]\s*(?:(?:USD|CAD|EUR|GBP|AUD)\s*)?$", own))
    for place, piece in enumerate(reversed(pieces)):
        short = place or labelled or len(piece) <= _HEADING
        zone = in_heading(piece, sure=labelled) if short else in_sentence(piece)
        if zone:
            named = pieces[-2 - place].strip() if place + 1 < len(pieces) else ""
            return f"{named}: {zone}" if _ZONE_NAMED.fullmatch(named) else zone
    return ""


def after(rest: str) -> str:
    """The zone right behind an amount: " in Denver, and ...", " (Zone A)", " elsewhere"."""
    others = _OTHERS_AFTER.match(rest) or _OUTSIDE_AFTER.match(rest)
    if others:
        return others["others"].rstrip(" ,;.")
    bracket = _BRACKET.match(rest)
    if bracket and not _MONEY.search(bracket["name"]):
        left = _clean(bracket["name"])
        if left and (_PLACE_WORDS.search(left) or _is_place(left)):
            return left
    name = _named(_AFTER.match(rest))
    return name if name and (_is_place(name) or _PLACE_WORDS.search(name)) else ""
