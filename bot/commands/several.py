"""Several offers in one text for a comparison, where each stands on a line or beside a "vs"."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from bot.commands.beside_band import read_beside_band
from bot.commands.insist import read_as_offer
from bot.offers.names import word_list
from bot.offers.offer import Offer
from bot.offers.reader import Reading, read
from bot.understand import places
from bot.understand.text import tokens
from bot.understand.titles import read_title
from bot.understand.writer import without_writer

MOST = 5  # offers compared at once
_LONGEST = 4_000  # characters; a longer text is a letter, and its offers are told apart by the reader
# Where one offer ends and the next begins, the plainest first.
_BREAKS = (
    re.compile(r"\n[ \t]*\n"),
    re.compile(r"\n"),
    re.compile(r"\s(?:vs?\.?|versus|against|compared (?:to|with))\s|;", re.IGNORECASE),
    re.compile(r",?\s(?:and )?the other(?: one| offer)?(?: is| pays| has)?\s", re.IGNORECASE),
)
# "Acme: 180k", "Blue Harbor - 175k base": the name that stands before the first figure.
_LABEL = re.compile(
    r"(?:[Ff]rom |[Aa]t |[Mm]y )?([A-Z][\w&'’.]{0,30}(?: [A-Z][\w&'’.]{0,30}){0,2})"
    r"(?: ?[:–—-])? +(?=[$€£₹]?\d)"
)
# "Globex: Account Executive, Chicago, 110k base": the name that stands before a colon.
_HEAD = re.compile(
    r"(?:[Ff]rom |[Aa]t |[Mm]y )?([A-Z][\w&'’.]{0,30}(?: [A-Z][\w&'’.]{0,30}){0,2}): +(?=[A-Za-z])"
)
# What says of a name that it is who pays, so that what stands before it is another offer.
_PAYS = re.compile(r"[\w&'’ ]{1,100} (?:offers|offered|pays|gave)\b")
# The same at the start, on a line of its own, or after a mark or an "and" that ends what stood before.
_BEGINS = re.compile(
    r"(?:^|[\n;,.]|\b(?:and|vs?\.?|versus|or|then))\s{0,3}(?:[Ff]rom |[Aa]t |[Aa]nd |[Mm]y )?"
    r"(?P<label>[A-Z][\w&'’]{0,30}(?: [A-Z][\w&'’]{0,30}){0,2})"
    r"(?: (?:offer(?:s|ed)|pays|gave|is at))?(?: ?[:–—-])? {1,3}(?=[$€£₹]?\d{2})"
)
_MOST_READ = 12  # parts read, more than are compared, so that their number can be said
# Words that begin a line about an offer and name nobody.
_OF_OFFERS = frozenset(
    ("offer", "option", "company", "base", "salary", "pay", "ote", "total", "compensation", "first", "second",
     "third", "one", "two", "the", "a", "b", "c", "d", "e", "my", "they", "compare", "equity", "bonus",
     "sign-on", "signing", "rsu", "rsus", "year", "relocation", "vesting", "vests", "stock", "options",
     "shares", "grant", "strike", "target", "cash", "annual", "pto", "start", "deadline", "title", "role")
)  # fmt: skip
_PAID = ("base_amount", "base_low", "ote_low", "ote_high", "total_comp")


def offers_in(text: str) -> tuple[Offer, ...]:
    """The offers of a text that is said to hold offers, five at most; a name before a figure is a company's.

    Where each begins with its company's name and a sum, it is parted there and nowhere else. Else the
    reader's own parting stands, unless lines or a "vs" part the text into as many or more that each say pay.
    """
    if len(text.split()) < 2:  # noqa: PLR2004 - a number alone is no offer
        return ()
    text = without_writer(text)
    if named := by_label(text):
        return named[:MOST]
    found = tuple(read(text).offers)
    if len(text) <= _LONGEST:
        for between in _BREAKS:
            parts = [part for part in between.split(text) if any(letter.isdigit() for letter in part)]
            if not max(2, len(found)) <= len(parts) <= MOST:
                continue
            each = [_one(part) for part in parts]
            whole = [offer for offer in each if offer is not None]
            if len(whole) == len(parts):
                return tuple(whole)
    if not found:
        one = _one(text)
        found = (one,) if one is not None else ()
    if len(found) == 1:
        found = (_named(found[0], text),)
    return found[:MOST]


def left_off(text: str) -> int:
    """How many of the offers of a text are more than are compared at once."""
    return max(0, len(by_label(without_writer(text))) - MOST)


def read_each(text: str) -> Reading:
    """What a text is, its offers told apart by the names they begin with where each has one."""
    named = by_label(without_writer(text))
    return Reading(named[:MOST]) if named else read_beside_band(text)


def by_label(text: str) -> tuple[Offer, ...]:
    """The offers of a text that begins each with a name and its pay: "Acme 185k base, Globex 170k base".

    All of them, or none where fewer than two do, or where one of the parts holds no pay or another's too.
    """
    if len(text) > _LONGEST:
        return ()
    begins = [found.start("label") for found in _BEGINS.finditer(text) if _is_label(found["label"])]
    begins = _with_unnamed(text, begins)
    if len(begins) < 2:  # noqa: PLR2004 - a comparison is of two
        return ()
    parts = [text[start:end] for start, end in pairwise([*begins, len(text)])]
    each = [_one(part.rstrip(" ,;\n")) for part in parts[:_MOST_READ]]
    whole = [offer for offer in each if offer is not None and _is_paid(offer)]
    named = all(offer.company for offer in whole[int(begins[0] == 0) :]) and any(
        each.company for each in whole
    )
    return tuple(whole) if len(whole) == len(each) and named else ()


def _with_unnamed(text: str, begins: list[int]) -> list[int]:
    """The beginnings with that of an offer without a name before the first: "a startup offers 165k, ..."."""
    if not begins or begins[0] == 0 or not _PAYS.match(text, begins[0]):
        return begins
    first = _one(text[: begins[0]].rstrip(" ,;\n"))
    return [0, *begins] if first is not None and not first.company and _is_paid(first) else begins


def _is_label(label: str) -> bool:
    said = tokens(label)
    if any(found.width == len(said) for found in places.mentions(said)):
        return False  # "Account Executive, Chicago: 120k": where, not who
    return not any(_names_nobody(word.lower().strip(".")) for word in label.split())


def _is_paid(offer: Offer) -> bool:
    return any(getattr(offer, name) is not None for name in _PAID)


def _one(part: str) -> Offer | None:
    """The one offer of a part, None where it is none: a term without pay or company is of another part."""
    found = read_as_offer(part).offers
    if len(found) != 1:
        return None
    offer = _named(found[0], part)
    return offer if offer.company or any(getattr(offer, name) is not None for name in _PAID) else None


def _named(offer: Offer, part: str) -> Offer:
    """The offer with the name that stands before its first figure as its company, where it has none."""
    if offer.company is not None:
        return offer
    label = _LABEL.match(part.strip()) or _HEAD.match(part.strip())
    if label is None or not _is_label(label[1]) or read_title(label[1]).role is not None:
        return offer
    return replace(offer, company=label[1].rstrip("."))


def _names_nobody(word: str) -> bool:
    return word in _OF_OFFERS or word in word_list("not_companies")
