"""Several offers in one text for a comparison, where each stands on a line or beside a "vs"."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.commands.insist import read_as_offer
from bot.offers.names import word_list
from bot.offers.offer import Offer
from bot.offers.reader import read
from bot.understand.writer import without_writer

MOST = 5  # offers compared at once
_LONGEST = 4_000  # characters; a longer text is a letter, and its offers are told apart by the reader
# Where one offer ends and the next begins, the plainest first.
_BREAKS = (
    re.compile(r"\n[ \t]*\n"),
    re.compile(r"\n"),
    re.compile(r"\s(?:vs?\.?|versus|against|compared (?:to|with))\s|;", re.IGNORECASE),
)
# "Acme: 180k", "Blue Harbor - 175k base": the name that stands before the first figure.
_LABEL = re.compile(
    r"(?:[Ff]rom |[Aa]t |[Mm]y )?([A-Z][\w&'’.]{0,30}(?: [A-Z][\w&'’.]{0,30}){0,2})"
    r"(?: ?[:–—-])? +(?=[$€£₹]?\d)"
)
# Words that begin a line about an offer and name nobody.
_OF_OFFERS = frozenset(
    ("offer", "option", "company", "base", "salary", "pay", "ote", "total", "compensation", "first", "second",
     "third", "one", "two", "the", "a", "b", "c", "d", "e", "my", "they", "compare", "equity", "bonus",
     "sign-on", "signing", "rsu", "rsus", "year")
)  # fmt: skip
_PAID = ("base_amount", "base_low", "ote_low", "ote_high", "total_comp")


def offers_in(text: str) -> tuple[Offer, ...]:
    """The offers of a text that is said to hold offers, five at most; a name before a figure is a company's.

    The reader's own parting stands, unless lines or a "vs" part the text into as many or more that each
    say pay.
    """
    if len(text.split()) < 2:  # noqa: PLR2004 - a number alone is no offer
        return ()
    text = without_writer(text)
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


def _one(part: str) -> Offer | None:
    """The one offer of a part, None where it is none: a term without pay or company is of another part."""
    found = read_as_offer(part).offers
    if len(found) != 1:
        return None
    offer = _named(found[0], part)
    return offer if offer.company or any(getattr(offer, name) is not None for name in _PAID) else None


def _named(offer: Offer, part: str) -> Offer:
    """The offer with the name that stands before its first figure as its company, where it has none."""
    label = _LABEL.match(part.strip()) if offer.company is None else None
    if label is None or any(_names_nobody(word.lower().strip(".")) for word in label[1].split()):
        return offer
    return replace(offer, company=label[1].rstrip("."))


def _names_nobody(word: str) -> bool:
    return word in _OF_OFFERS or word in word_list("not_companies")
