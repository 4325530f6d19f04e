"""What is said after `/compare` beside offers: a view, a name to drop, an exit and a dilution to use."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.commands import words
from bot.commands.judging import name_of
from bot.memory.case import Shelved
from bot.understand.leaving import leaves
from bot.understand.money import amounts
from bot.understand.stays import LONGEST, stay_months
from bot.understand.text import fold

_FEW = 20  # words of a question about a time
_SHORT_PLACE = 20  # characters of a place as an offer names it
MOST_EXITS = 4  # rows of a table of scenarios
_STOPS = frozenset({"done", "skip", "back", "no"})
_DROP = re.compile(r"(?:drop|remove|forget|delete|without)\s(?:the\s)?(\S.{0,80})", re.IGNORECASE)
_WHOLE = re.compile(r"\b(?:years|year by year|by year|details?)\b", re.IGNORECASE)
_DILUTION = re.compile(
    r"(\d{1,2}(?:\.\d)?) ?(?:%|percent) (?:of )?dilution"
    r"|\bdilution (?:of |at |is )?(\d{1,2}(?:\.\d)?) ?(?:%|percent)?"
    r"|\bdiluted (?:by )?(\d{1,2}(?:\.\d)?) ?(?:%|percent)",
    re.IGNORECASE,
)
_EXIT = re.compile(
    r"\b(?:exits?|sells?|sold|ipo|acquired|valuation)(?: (?:of|at|for|to))? ?:? ?"
    r"((?:[$€£]? ?\d[\d.,]{0,14} ?(?:million|billion|mm|mn|bn|m|b)\b[ ,]{0,2}(?:and |or )?){1,4})"
    r"|([$€£]? ?\d[\d.,]{0,14} ?(?:million|billion|mm|mn|bn|m|b)) (?:exit|sale|acquisition|ipo|buyout|outcome"
    r"|valuation|company|startup)\b",
    re.IGNORECASE,
)
_SUM = re.compile(r"(\d[\d.,]{0,14}) ?(million|billion|mm|mn|bn|m|b)\b", re.IGNORECASE)
_ONLY_JOINS = re.compile(
    r"[\s,.;:!?&+]|\b(?:and|with|at|an|if|it|they|for|company|vs|versus|against|or|to|my|the|offers?|both"
    r"|all)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Wish:
    """What a comparison is to show: `rest` are the words left, offers or names of them.

    `months` is a stay shorter than four years. `dilution_pct` is 20 for 20%, `exits` are values of a whole
    company, `drop` a name to let go.
    """

    rest: str = ""
    whole: bool = False
    months: float | None = None
    dilution_pct: float | None = None
    exits: tuple[float, ...] = ()
    drop: str | None = None
    stops: bool = False


def read_wish(text: str) -> Wish:
    """Read the words after the command; what is no wish of a comparison's own is left in `rest`."""
    said = text.strip()
    plain = said.lower().strip(" .!?")
    drop = _DROP.fullmatch(said.rstrip(" .!?"))
    if drop and not amounts(drop[1]):
        return Wish(drop=drop[1])
    found = _DILUTION.search(said)
    dilution = float(next(filter(None, found.groups()))) if found else None
    rest = _DILUTION.sub(" ", said)
    exits = tuple(
        _sum(number, scale) for run in _EXIT.finditer(rest) for number, scale in _SUM.findall(run[0])
    )
    rest = _EXIT.sub(" ", rest)
    whole = bool(_WHOLE.fullmatch(rest.strip(" .!?,")))
    rest = "" if whole or not _ONLY_JOINS.sub("", rest) else rest.strip()
    stops = plain in _STOPS or leaves(plain) in ("stop", "later")
    return Wish(rest, whole, _stay(said), dilution, exits[:MOST_EXITS], stops=stops)


def _stay(text: str) -> float | None:
    """The months a person would stay, where few words speak of a time and of no sum."""
    if len(text.split()) > _FEW or any(each.currency or not each.bare for each in amounts(text)):
        return None
    months = stay_months(text) or stay_months(f"over {text}")
    return months if months is not None and months < LONGEST else None


def _sum(number: str, scale: str) -> float:
    try:
        value = float(number.replace(",", "").rstrip("."))
    except ValueError:
        return 0.0
    return value * (1e9 if scale[0].lower() == "b" else 1e6)


def names_of(offers: Sequence[Shelved]) -> list[str]:
    """What each offer is called: its company, else what is known of it, else its number; no two alike.

    One that gives a percent of the company is "the startup", another goes by its place ("the Seattle
    offer"), where no other without a name does. A title is no name: it says who works there, not who pays.
    """
    unnamed = [name for each in offers if not name_of(each.offer) for name in _known_by(each)]
    found: list[str] = []
    for at, each in enumerate(offers, start=1):
        alone = (name for name in _known_by(each) if unnamed.count(name) == 1)
        name = name_of(each.offer) or next(alone, f"Offer {at}")
        found.append(name if name not in found else f"{name} ({at})")
    return found


def _known_by(each: Shelved) -> list[str]:
    """What an offer without a company may go by: a stake as a percent is a startup's; its place."""
    found = ["the startup"] if each.offer.equity_pct is not None else []
    place, said = each.about.place, (each.offer.location or "").split(",")[0].strip()
    if place is not None and place != words.UNITED_STATES:
        short = said if 0 < len(said) <= _SHORT_PLACE else words.place_name(place).split(",")[0]
        found.append(f"the {short} offer")
    return found


def named_in(text: str, names: Sequence[str]) -> list[int]:
    """Which offers the words name, by their place: "Acme and Globex", "offer 2".

    A whole name each; where there is none, a first word that only one begins with: "tallgrass" of
    Tallgrass Labs.
    """
    said = f" {fold(_plain(text))} "
    whole = [fold(_plain(name)).removeprefix("the ") for name in names]
    found = [at for at, name in enumerate(whole) if f" {name} " in said]
    if found:
        return found
    firsts = [name.split(" ")[0] for name in whole]
    alone = [at for at, word in enumerate(firsts) if firsts.count(word) == 1 and word != "offer"]
    return [at for at in alone if firsts[at] and f" {firsts[at]} " in said]


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^\w&'.-]+", " ", text).split()).strip(".")
