"""How a job and an employer are named in a letter to send: one way for every letter and note."""

from __future__ import annotations

import re
from typing import Final

from bot.commands.judging import company_of, title_of
from bot.memory.case import About
from bot.offers.offer import Offer
from bot.understand.known_companies import in_a_sentence
from bot.understand.titles import read_title

_WORD = re.compile(r"[^\W\d_][^\W_]*(?:['’][a-z]+)?")
_SMALL: Final = frozenset(("a", "an", "and", "as", "at", "for", "in", "of", "on", "or", "the", "to", "with"))
_SHORT: Final = frozenset(
    ("ae", "ai", "ar", "bi", "ceo", "cfo", "cio", "cmo", "coo", "cro", "crm", "csm", "cto", "er",
     "ev", "gis", "gtm", "hr", "hrbp", "icu", "ii", "iii", "iv", "kyc", "lpn", "ml", "nlp", "np", "pa", "pm",
     "pr", "qa", "ra", "rn", "sdr", "sde", "sem", "seo", "sre", "sql", "svp", "swe", "tpm", "ui", "ux",
     "va", "vp",)
)  # fmt: skip

# Short words of titles as a letter has them in full.
_SPELT: Final = {
    "sr": "senior", "snr": "senior", "jr": "junior", "swe": "software engineer", "eng": "engineer",
    "engr": "engineer", "dev": "developer", "mgr": "manager", "dir": "director", "asst": "assistant",
    "assoc": "associate", "acct": "accountant", "admin": "administrator", "ops": "operations",
}  # fmt: skip
_UNCLEAR: Final = frozenset(("pm", "em", "ds", "de", "tpm", "pmm", "csm", "am", "mle"))


def title_said(offer: Offer, about: About) -> str | None:
    """The job's title as a letter writes it, cased whole: "Staff Accountant", "VP of Engineering".

    Words with capitals of their own stay ("SDE-1", "iOS"); an employer's name at its end goes, for it
    stands beside the title.
    """
    title = _in_full(offer, about) or title_of(offer, about)
    if not title:
        return None
    return _cased(_without_employer(title, offer.company)).replace("?", "") or None


def _in_full(offer: Offer, about: About) -> str | None:
    """A title written small, spelt out: "sr swe" -> "senior software engineer", "vp of engineering" as it is.

    None where it is not, where it names another job than the person says it is, or holds a short form that
    only the job's own label spells out ("pm").
    """
    title = offer.title
    if not title or not title.islower() or read_title(title).role != about.role:
        return None
    found = _WORD.sub(lambda word: _SPELT.get(word.group(), word.group()), title.replace(".", ""))
    return None if any(word in _UNCLEAR for word in found.split()) else found


def company_said(offer: Offer) -> str | None:
    """The employer as a letter names it, with the last stop of "Inc." and no question mark."""
    company = company_of(offer)
    return in_a_sentence(company.replace("?", "").strip()) or None if company else None


def _without_employer(title: str, company: str | None) -> str:
    """The title without the company it ends in: "Staff Nurse, ICU, Mercy Hospital" -> "Staff Nurse, ICU"."""
    if not company or not title.casefold().endswith(company.casefold()):
        return title
    rest = re.sub(r"[\s,;:(–—-]+(?:(?:at|with|for)\s*)?$", "", title[: len(title) - len(company)])
    return rest or title


def _cased(title: str) -> str:
    if title.isupper() and len(title.split()) > 1:
        title = title.lower()  # a title shouted whole
    return _WORD.sub(lambda found: _word(found.group(), first=found.start() == 0), title)


def _word(word: str, *, first: bool) -> str:
    low = word.lower()
    if word != low:
        return word
    if low in _SHORT:
        return word.upper()
    return word if low in _SMALL and not first else word[0].upper() + word[1:]
