"""An answer in words to what was asked about a figure: "yes", "no, it's relocation", "2nd one is yearly"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from bot.commands.amending.line import Line
from bot.commands.amending.moving import moved, without
from bot.commands.amending.shapes import Amendment, Change, Decide, Unclear
from bot.commands.amending.terms import TERMS, kind_of
from bot.commands.amending.values import accepts, fill
from bot.commands.doubt import DoubtShown, doubts_of, instead_of
from bot.memory.case import Case, Plain
from bot.offers.figures import Figure
from bot.offers.offer import Offer

PRESENT_PAY = re.compile(
    r"\b(?:(?:my |the )?(?:current|present|existing|today'?s|old|last|previous) "
    r"(?:pay|salary|comp|compensation|job|tc|base|package|numbers)"
    r"|what i (?:earn|make|get|have)(?: (?:now|today|currently))?)\b"
)
_YES = re.compile(
    r"(?:yes|yep|yeah|yup|ya|right|correct|true|exactly|confirmed)"
    r"(?:,? (?:it is|they are|that'?s right|correct|right))?"
    r"|(?:yes,? )?(?:it|that|they|this)(?:'s| is|'re| are)(?: all)? (?:right|correct|true|fine)"
    r"|(?:yes,? )?(?:both|all)(?: are| is| of them(?: are)?)?(?: right| correct| fine| good)?"
)
_NO = re.compile(
    r"(?:no|nope|nah|wrong|incorrect|not right|not correct)(?:,? (?:it is|it'?s|they are) not)?"
    r"|(?:no,? )?(?:it|that|they|this)(?:'s| is|'re| are)(?: all)? (?:wrong|not right|not correct|incorrect)"
)
_OUT = re.compile(
    r"(?:no,? )?(?:please )?(?:leave|take|remove|drop|ignore|skip|delete|scrap)"
    r"(?: (?:it|that|this|them|both))?(?: out)?"
    r"|(?:no,? )?(?:it'?s |that'?s )?(?:neither|none|nothing)(?: of (?:them|these|those|that))?"
)
_WRONG = re.compile(r"\b(?:wrong|incorrect|not right|not correct|isn't right)\b")
_BOTH = re.compile(r"\b(?:both|them|neither|none)\b")
_NTH = re.compile(
    r"(?:(?:no|yes),? )?(?:the )?(?:number |no\.? |#)?(?P<n>first|1st|1|second|2nd|2)(?: one)?\b"
    r"(?:'s|:|,|\.|\))?(?: is| are)?(?: (?P<rest>.+))?"
)
_ORDINALS = {"first": 0, "1st": 0, "1": 0, "second": 1, "2nd": 1, "2": 1}
_WHOSE = r"(?:keep |use |take )?(?:it'?s |that'?s )?"
_MINE = re.compile(
    rf"{_WHOSE}(?:mine|my (?:own )?(?:figure|number)|yours|the old(?: one)?|"
    r"what i (?:said|told you)|as i said|the first(?: one)?)(?: holds| stands)?"
)
_THEIRS = re.compile(
    rf"{_WHOSE}(?:the (?:new|latest|pasted|other|second)(?: (?:one|figure|text|number))?|"
    r"theirs|the (?:text|letter|email)|what (?:it|the text|the letter) says)(?: holds| stands)?"
)
_SIZE = (0.25, 4.0)
_LEAD = re.compile(r"(?:(?:no|nope|nah|actually|sorry|well|it's|it is|that's|that is)[,.]? +)+")


def answer(line: Line, case: Case) -> Amendment | None:
    """What the line answers to the questions that stand open about the offer; None where nothing."""
    offer = case.offer
    asked = doubts_of(offer, case.said) if offer is not None and case.looked_up is None else ()
    if offer is None or not asked:
        return None
    said = line.plain.strip(" .!")
    numbered = _NTH.fullmatch(said) if len(asked) > 1 else None
    if numbered and numbered["rest"]:
        one = asked[_ORDINALS[numbered["n"]]]
        return _of_one(Line(numbered["rest"]), one, offer) or Unclear("which_doubt")
    if asked[0].rival is not None:
        return _between(line, said, asked[0])
    if len(asked) > 1 and (short := _to_both(said, asked, offer)):
        return short
    fits = next((each for each in asked if _fits(line, each, offer)), asked[0])
    return _of_one(line, fits, offer)


def _to_both(said: str, asked: tuple[DoubtShown, ...], offer: Offer) -> Amendment | None:
    """A word for two questions at once."""
    if _YES.fullmatch(said):
        return Change(_confirmed(offer, *(each for each in asked if each.rival is None)))
    if _OUT.fullmatch(said) and _BOTH.search(said):
        return Change({name: None for each in asked for name in without(offer, each.fields)})
    short = _NO.fullmatch(said) or _OUT.fullmatch(said) or PRESENT_PAY.fullmatch(_LEAD.sub("", said))
    return Unclear("which_doubt") if short else None


def _of_one(line: Line, doubt: DoubtShown, offer: Offer) -> Amendment | None:
    """What the line says of one figure that was asked about."""
    said = line.plain.strip(" .!")
    if doubt.rival is not None:
        return _between(line, said, doubt)
    if _YES.fullmatch(said):
        return Change(_confirmed(offer, doubt))
    if _NO.fullmatch(said):
        values = instead_of(offer, doubt) if doubt.instead else without(offer, doubt.fields)
        return Change(values, denied=doubt.instead)
    if _OUT.fullmatch(said) or PRESENT_PAY.fullmatch(_LEAD.sub("", said)):
        return Change(without(offer, doubt.fields))
    return None if line.unknown else _renamed(line, doubt, offer)


def _renamed(line: Line, doubt: DoubtShown, offer: Offer) -> Amendment | None:
    """A figure under another name, with another period, or another figure for it."""
    if _WRONG.search(line.plain):  # "the bonus is wrong" says no only where the bonus was asked about
        of_it = [each.term for each in line.named] == [doubt.term] and not line.figures
        return Change(instead_of(offer, doubt)) if of_it and doubt.instead else None
    if line.period and not line.named and not line.figures:
        return _by_period(line.period, doubt, offer)
    if len(line.named) == 1 and not line.figures:
        return _as(line.named[0].term, doubt, offer)
    if len(line.figures) == 1 and not line.named and accepts(doubt.term, line.figures[0], offer):
        values = fill(doubt.term, line.figures, offer)
        return Change(values) if values and _near(line.figures[0], doubt) else None
    return None


def _near(figure: Figure, doubt: DoubtShown) -> bool:
    """Whether a figure without a name can be meant for the one asked about: money of its size."""
    if figure.kind != "money" or not doubt.value.low:
        return True
    sizes = (figure.low, figure.low * 1000) if figure.bare else (figure.low,)
    return any(_SIZE[0] <= size / doubt.value.low <= _SIZE[1] for size in sizes)


def _between(line: Line, said: str, doubt: DoubtShown) -> Amendment | None:
    """Which of two figures holds."""
    if _MINE.fullmatch(said):
        return Decide(doubt.term, pasted=False)
    if _THEIRS.fullmatch(said):
        return Decide(doubt.term, pasted=True)
    figures = line.figures
    if len(figures) == 1 and not line.named and not line.unknown and doubt.rival is not None:
        if figures[0].low == doubt.rival.low:
            return Decide(doubt.term, pasted=True)
        if figures[0].low == doubt.value.low:
            return Decide(doubt.term, pasted=False)
    return Unclear("which_doubt", doubt.term) if _YES.fullmatch(said) or _NO.fullmatch(said) else None


def _confirmed(offer: Offer, *asked: DoubtShown) -> Mapping[str, Plain]:
    return {name: getattr(offer, name) for each in asked for name in each.fields}


def _fits(line: Line, doubt: DoubtShown, offer: Offer) -> bool:
    """Whether the line can be about this figure: it is called something its kind can be."""
    if len(line.named) == 1 and not line.figures:
        return _target(line.named[0].term, doubt.field) is not None
    if len(line.figures) == 1 and not line.named:
        return isinstance(_of_one(line, doubt, offer), Change)
    return True


def _by_period(period: str, doubt: DoubtShown, offer: Offer) -> Amendment | None:
    """A figure with the period it is paid by: "it's yearly"."""
    if doubt.term == "base":
        return Change({**_confirmed(offer, doubt), "base_period": period})
    if period != "year":
        return None
    target = {"equity": "equity_value_per_year", "sign_on": "bonus_amount"}.get(doubt.term)
    if target is None or doubt.value.kind != "money":
        return Change(_confirmed(offer, doubt)) if doubt.term == "bonus" else None
    rest = replace(doubt, instead=target)
    return Change({**instead_of(offer, rest), **moved(offer, doubt.field, target)})


def _as(term: str, doubt: DoubtShown, offer: Offer) -> Amendment:
    """A figure under another name: "no, it's relocation"."""
    if term == doubt.term:
        return Change(_confirmed(offer, doubt))
    target = _target(term, doubt.field)
    if target is None:
        return Unclear("wrong_kind", term)
    return Change({**without(offer, doubt.fields), **moved(offer, doubt.field, target)})


def _target(term: str, name: str) -> str | None:
    """The field of a term that a figure of this kind can fill."""
    if term not in TERMS:
        return None
    kinds = {kind_of(name)} | ({"years", "months"} if kind_of(name) in ("years", "months") else set())
    if term == "equity" and kind_of(name) == "money":
        return "equity_value"
    if term == "bonus" and kind_of(name) == "money":
        return "bonus_amount"
    kinds |= {"money", "price"} if kind_of(name) in ("money", "price") else set()
    return next((each for each in TERMS[term].fields if kind_of(each) in kinds and each != name), None)
