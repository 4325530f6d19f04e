"""What may be the name of a company, and how it is written down: a name, never a sentence or a label."""

from __future__ import annotations

import re
from functools import cache

from bot.offers.names import word_list
from bot.understand.employers import employer
from bot.understand.text import fold
from bot.understand.vocab import rows

LEGAL = (
    r"(?:,? (?:inc|llc|l\.l\.c|ltd|corp|corporation|gmbh|plc|pbc|co|lp|llp|limited|company|holdings"
    r"|group)\b\.?)"
)
WORD = r"(?:[A-Z]|\d{1,3}(?=[A-Z]))(?:[\w&'+-]|\.(?=\w)){0,30}"
_LEGAL_END = re.compile(rf"(?i:{LEGAL})$")
_MARKUP = re.compile(r"https?:|www\.|[<>@\[\]{}|\\]|\.(?:com|org|net|io|html?)\b/")
_NUMBER_OR_LEVEL = re.compile(r"[\d.,$%-]+[k%+m]?|(?:l|e|ic|ict|g|gs|gg|wg|p|m)-?\d{1,2}")
# The step of a job said after it: "Data Scientist II".
_STEP = re.compile(r"[iv]{1,4}|\d|[lep]\d|ic\d")
_RUN_ON = re.compile(r"([A-Z][a-z]{2,})([A-Z][a-z]+)")
_PRONOUN = re.compile(r" (?=(?:I|I'm|I'd|I'll|I've|We|They|You|My|It|He|She|The offer)(?![\w']))")
_AT_MOST = 7
LONGEST = 60


def is_company(name: str, *, announced: bool = False) -> bool:
    """Whether words can be a company's name: no ordinary word, job, number, level or markup.

    A name that was `announced` may begin with an ordinary word: "Company: Old Dominion", and be one
    that is a well-known company's, with its capital: "offer from Target".
    """
    words = fold(name).split()
    if not 0 < len(words) <= _AT_MOST or len(name) > LONGEST or _MARKUP.search(name):
        return False
    plain = [word.strip(".,'\"-") for word in words]
    if (
        not any(c.isalpha() for c in name)
        or _NUMBER_OR_LEVEL.fullmatch(plain[0])
        or (
            plain[0] in word_list("not_companies")
            and not known(name)
            and not (announced and (_proper(name) or _is_word_company(name)))
        )
    ):
        return False
    if known(name):
        return True
    if _joins_companies(name):
        return False
    while len(plain) > 1 and _STEP.fullmatch(plain[-1]):
        plain.pop()
    return plain[-1] not in _heads() and not (len(plain) == 1 and plain[0] in word_list("offer_title_words"))


@cache
def _heads() -> frozenset[str]:
    return word_list("offer_title_words", "head") | {"job", "offer", "offers"}


@cache
def _ordinary() -> frozenset[str]:
    return word_list("not_companies") | word_list("offer_title_words")


def _is_word_company(name: str) -> bool:
    """Whether a capitalised ordinary word is also the name of a well-known company."""
    return name[:1].isupper() and fold(name) in _word_companies()


@cache
def _word_companies() -> frozenset[str]:
    return frozenset(row["phrase"] for row in rows("offer_words") if row["kind"] == "word_company")


def _joins_companies(name: str) -> bool:
    """Whether a name is two companies' names joined: "Google and Asana"."""
    if " and " not in name and " & " not in name:
        return False
    return any(known(part) for part in re.split(r",? (?:and|&) ", name))


def _proper(name: str) -> bool:
    """Whether a name is capitalised throughout and not all of ordinary words."""
    parts = name.split()
    return len(parts) > 1 and name == name.title() and not all(fold(word) in _ordinary() for word in parts)


def known(name: str) -> bool:
    """Whether a company of this name is well known: its name needs no capital and no word to announce it."""
    folded = fold(name)
    if folded.partition(" ")[0].rstrip(",.'") not in first_words():
        return False
    return folded in word_list("company_names") or employer(name) is not None


@cache
def first_words() -> frozenset[str]:
    """The words that well-known companies' names begin with."""
    names = [fold(name) for row in rows("employers") for name in (row["name"], *row["aliases"].split("; "))]
    return frozenset(name.split()[0] for name in (*word_list("company_names"), *names) if name)


def clean(name: str) -> str:
    """A name without the marks around it, a possessive, or the next line's label run on to it."""
    name = re.sub(r"'s?$", "", _PRONOUN.split(name.strip(" ,;:-\"'"))[0]).strip()
    run_on = _RUN_ON.fullmatch(name.split(" ")[-1])
    if run_on and run_on[2].lower() in word_list("not_companies"):
        name = name[: len(name) - len(run_on[2])]
    if name.endswith(".") and not re.search(r"(?i)\b(?:inc|ltd|corp|co|l\.l\.c)\.$", name):
        name = name.rstrip(".")
    return name.strip(" ,")


def without_job(name: str) -> str:
    """A heading's name without the level and job said after it: "Acme L5" -> "Acme"."""
    if _LEGAL_END.search(name):
        return clean(name)
    kept: list[str] = []
    for word in name.split(" "):
        if kept and (
            re.fullmatch(r"[A-Z]{1,4}-?\d{1,2}", word) or fold(word) in word_list("offer_title_words")
        ):
            break
        kept.append(word)
    return clean(" ".join(kept))
