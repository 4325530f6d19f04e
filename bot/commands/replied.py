"""What an employer answered to a counter, in the words of the person it was said to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from bot.commands.amend import amendment, implied
from bot.commands.amending.shapes import Change
from bot.commands.amending.terms import TERM_OF, is_figure
from bot.commands.amending.values import applied
from bot.commands.given import given
from bot.commands.new_terms import new_terms
from bot.commands.same_offer import same_company
from bot.memory.case import Case, Plain
from bot.offers.offer import Offer
from bot.offers.reader import Reading, read
from bot.playbook.decide import Said
from bot.understand.firm import refuses
from bot.understand.money import Amount, amounts, is_thousands
from bot.understand.pending import pending
from bot.understand.theirs import offered_in
from bot.understand.to_us import asks_us
from bot.understand.writer import without_writer

Wish = Literal["", "accept", "decline", "time"]

_MARKS = str.maketrans("\u2018\u2019", "''")
_MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_I_WILL = "(?:i'm|i am|i'll|i will|i want to|wanna|i'd like to|i would like to)"


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns))


_PULLED = _any(
    r"\b(?:pull(?:ed|ing)|rescind(?:ed|ing)?|withdr(?:ew|awn|awing)|revok(?:ed|ing))\b"
    r"(?! (?:the |my |their )?(?:sign|joining|bonus|equity|rsu|reloc|stock))",
    r"\btook (?:it|the offer) (?:back|away)\b",
    r"\bno longer (?:available|on the table|stands)\b",
    r"\bcancel(?:l?ed|ling) (?:the |my )?offer\b|\boffer is (?:off|gone)\b",
)
_STANDS = _any(
    r"\b(?:it|offer|they say it) (?:\w+ ){0,2}(?:stands|is (?:back )?on|is open|is (?:still )?valid)"
    r"(?: again| after all)\b",
    r"\b(?:back on the table|put it back|renewed the offer|reinstated|changed their minds?)\b",
)
_WOULD_YOU = _any(
    r"\bwould (?:you|i) (?:sign|accept|take|join|say yes|commit)\b|\bwill you (?:sign|accept)\b",
    r"\b(?:do|would) (?:we|you) have a deal\b|\bsign (?:today|on the spot)\b",
    r"\bif (?:we|they) (?:\w+ ){0,2}(?:to|at|with|you|on)?\b.{0,60}\b(?:would|will|can|do) (?:you|i) "
    r"(?:sign|accept|join|take|commit)\b",
)
_ACCEPT = _any(
    r"^(?:please )?(?:accept|take it|take|yes|sign)(?: it| the offer)?[.! ]*$",
    r"\bhow (?:do|should|can) i accept\b|\baccept(?:ance)? (?:note|email|letter|message|text)\b",
    rf"\b{_I_WILL} (?:going to |gonna )?(?:accept|take (?:it|the offer)|sign)\b",
    r"\bsay yes to (?:it|them)\b|\bwrite (?:me )?(?:the|a) yes\b",
    r"^(?:(?:hm+|ok(?:ay)?|wait|actually|no|so|well)[,. ]{1,3}){0,4}(?:i'?ll|i will) just (?:accept|sign)\b",
)
_DECLINE = _any(
    r"^(?:please )?(?:decline|walk|walk away|reject)(?: it| the offer)?[.! ]*$",
    r"\bhow (?:do|should|can) i (?:decline|turn|reject|say no|walk)\b",
    r"\bdeclin(?:e|ing) (?:note|email|letter|message|text|it|the offer)\b",
    r"\bturn(?:ing)? (?:it|them|the offer|this) down\b|\bwrite (?:me )?(?:the|a) no\b",
    rf"\b{_I_WILL} (?:going to |gonna )?(?:decline|walk|turn|reject|say no)\b",
)
_TIME = _any(
    r"\bmore time\b|\bextension\b|\bextend\b|\banother (?:week|day|few days|couple)\b",
    r"\b(?:few|couple)(?: of)? more days\b|\bneed (?:until|till|a week|time)\b|\btime to (?:decide|think)\b",
    r"\bpush (?:back )?(?:the |my |their )?deadline\b|\bbuy (?:me |some )?time\b",
)
_UNTIL = re.compile(
    r"\b(?:until|till|by|to)\s((?:next |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    rf"|(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)?(?: {_MONTH})?|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?"
    r"|\d{4}-\d{2}-\d{2}|next week|the end of (?:the|next) (?:week|month))\b"
)
_YES = _any(
    r"\b(?:met|meet|matched|accepted|approved|granted|gave me) (?:\w+ ){0,2}"
    r"(?:ask|it|counter|number|request|figure|everything|all|the \$?\d)",
    r"\b(?:agreed|yes|said ok(?:ay)?) (?:to |with )?(?:\w+ ){0,2}"
    r"(?:ask|it|counter|number|request|everything|all|the \$?\d)",
    r"^(?:they|she|he|hr|the recruiter) (?:said yes|agreed|accepted|are in|is in)[.! ]*$",
)
_NOT_ALL = re.compile(r"\b(?:but|except|halfway|half|almost|nearly|not|no|didn't|won't|partly|part of)\b")
_TYPO = 80  # how alike, of 100, a mistyped word is to the one meant
_ALIKE = 0.005  # two sums this near, as a share of them, are one that was rounded
_NAMED_DAY = re.compile(rf"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|{_MONTH})$")
_MORE = re.compile(r"^\s{0,2}(?:more|extra|additional|on top|higher|bump|increase|up\b)|^\s{0,2}raise\b")
_ADDED = re.compile(
    r"\b(?:another|extra|additional|by|added|adding|raised it|bumped it"
    r"|plus)\s{1,2}(?:an? )?(?:extra |additional )?$"
)
_LESS = re.compile(r"^\s{0,2}(?:less|lower|below|under|off|short|down\b)")
_TAKEN_OFF = re.compile(
    r"\b(?:reduc|lower|cut|dropp?|trimm?|slash|shav)(?:e|es|ed|ing)?\s(?:(?:the|my|it|their|base"
    r"|salary|offer|pay)"
    r"\s){0,3}by\s(?:an? )?(?:extra |another )?$"
)
_GONE = re.compile(
    r"\b(?:remov|dropp?|withdr[ae]w|eliminat|scrapp?|cancell?|pull|cut|tak|took|without|los|no longer|struck)"
    r"(?:e|es|ed|ing|n|t)?(?: (?:away|back|out|off))? (?:the |my |any |an? |on |offer(?:ing)? )?"
    r"(?:\$?\d[\d,.]{0,9}k? )?(?P<term>sign(?:ing)?[- ](?:on|bonus)|joining bonus|relocation|bonus"
    r"|equity|rsus?)\b"
    r"(?! (?:from|by|to|down|in half))"
)
_FIELDS: Mapping[str, tuple[str, ...]] = {
    "sign": ("sign_on",),
    "signing": ("sign_on",),
    "joining": ("sign_on",),
    "relocation": ("relocation",),
    "bonu": ("bonus_pct", "bonus_amount"),
    "equity": ("equity_value", "equity_units", "equity_pct"),
    "rsu": ("equity_value", "equity_units", "equity_pct"),
}
_GIVEN = frozenset({"visa", "bonus"})  # what is given beside pay, and in no other words a wish
_LONGEST = 400  # characters of an answer told; a longer text is an offer or a letter
_OF_THEM = re.compile(
    r"\b(?:they|he|she|hr|recruiters?|manager|company|team|boss|offered|no to|declined|rejected|refused)\b"
)
_DID = re.compile(
    r"\b(?:they|he|she|hr|but|and) (?:have |has |also |just ){0,2}"
    r"(?:remov|dropp|withdrew|eliminat|scrapp|cancel|pull|cut|took)"
)
# What they now do, told after a counter: "they'll put me on step 6, 72,100 base".
_NOW = re.compile(
    r"(?:so |well,? |ok,? )?(?:they|he|she|hr|the recruiter)"
    r"(?:'ll| will| can| could| would| went| moved| agreed)\b"
)
_AT_TARGET_BEFORE = re.compile(
    r"\b(?:ote|on[- ]target(?: earnings)?)(?: (?:is|was|went|goes|up|now|to|of|at|from)){0,3}\W{0,3}$"
)
_AT_TARGET_AFTER = re.compile(r"\W{0,3}(?:ote|on[- ]target)\b")
# A number of days, weeks or months is no sum: "5 extra vacation days".
_OF_TIME = re.compile(
    r"^\s?(?:(?:more|extra|additional|paid|full) ){0,2}"
    r"(?:vacation|holidays?|pto|leave|days?|weeks?|months?)\b"
)
_ON_BASE = re.compile(r"\b(?:base|salary)\b")
_MOST_MORE = 4.0  # times the base; what is named a base and is more than that was misread
_NEAR = (0.5, 2.0)  # a sum within these shares of the base, with no name of its own, is a base
_BESIDE = 60  # characters before and after a sum that say what it is
_YEARLY = 1000.0  # a base from here on is one a year or a month


@dataclass(frozen=True, slots=True)
class Replied:
    """What was answered: how, and the fields of the offer as they now are.

    `wish` is a note the person wants written instead; `until` the day they want to decide by, as said.
    `stands` says that an offer taken back stands again. `other` is another company whose offer the words
    tell of: nothing of it is taken. `final` says that what they moved to is the last they offer.
    """

    said: Said = ""
    values: Mapping[str, Plain] = field(default_factory=dict)
    wish: Wish = ""
    until: str = ""
    stands: bool = False
    other: str = ""
    final: bool = False

    def over(self, offer: Offer) -> Offer:
        """The offer as it stands after this answer."""
        return applied(offer, self.values) if self.values else offer


def replied(text: str, case: Case, found: Reading | None = None) -> Replied:
    """Read an answer to a counter on the offer at hand. Words without figures move nothing.

    Nor does a sum that was refused, that the person named, or that another company offers.
    """
    text = without_writer(text)
    low = " ".join(text.lower().translate(_MARKS).split())
    return Replied(values=met) if (met := _as_asked(low, case)) else _heard(text, low, case, found)


def _heard(text: str, low: str, case: Case, found: Reading | None) -> Replied:
    """An answer that is no plain yes to what was asked."""
    offer = case.offer
    heard = offered_in(text)
    said = heard.text
    if offer is not None and (found is None or heard.dropped or not found.offers):
        found = found if found is not None and found.other == "rejection" else read(said)
    other = _other(case, found) if found is not None else ""
    values = (
        _values(said, case, offer, found) if offer is not None and found is not None and not other else {}
    )
    if _STANDS.search(low):
        return Replied(values=values, stands=True)
    if _PULLED.search(low) or (found is not None and found.other == "rejection"):
        return Replied("pulled")
    if _WOULD_YOU.search(low):
        return Replied("would_you", values)
    wish = _wish(low) if not values else ""
    if wish:
        until = _UNTIL.search(low)
        return Replied(wish=wish, until=_dated(until[1]) if until and wish == "time" else "")
    if offer is not None and values:
        return _now(values, offer, last_word=refuses(low))
    return Replied("firm" if not other and (heard.refused or refuses(low)) else "", other=other)


def _now(values: Mapping[str, Plain], offer: Offer, *, last_word: bool) -> Replied:
    """An answer with figures: firm where nothing moves, else what they moved to, and if it is their last."""
    same = all(getattr(offer, name) == value for name, value in values.items())
    if same or (last_word and not _moves(offer, values)):
        return Replied("firm", values)
    return Replied("", values, final=last_word)


def _as_asked(low: str, case: Case) -> dict[str, Plain]:
    """The term asked for, as the counter asked for it, where they said yes to it: in words or by its sum."""
    sent, offer = case.sent, case.offer
    if sent is None or offer is None or sent.company != (offer.company or ""):
        return {}
    sums = [_sum(each, offer) for each in amounts(low)]
    another = any(abs(each - sent.ask) > _ALIKE * sent.ask for each in sums)
    if another or not _YES.search(low) or _NOT_ALL.search(low):
        return {}
    if sent.lever == "ote":
        return {"ote_low": sent.ask, "ote_high": sent.ask}
    field = "base_amount" if sent.lever == "base" else sent.lever
    return {field: sent.ask, **({"base_low": None, "base_high": None} if sent.lever == "base" else {})}


def is_answer(text: str, case: Case) -> bool:
    """Whether few words tell what an employer refused, lowered or took back, and correct nothing."""
    if case.offer is None or len(text) > _LONGEST or text.rstrip().endswith("?"):
        return False
    low = " ".join(text.lower().translate(_MARKS).split())
    if pending(low) or _gives(low):
        return True
    base = (_added(low, case.offer) or {}).get("base_amount")
    if isinstance(base, float) and base < (case.offer.base_amount or 0.0):
        return True
    # Without a counter only their last word: "they came back with 112k, final".
    last_word = bool(_OF_THEM.search(low)) and refuses(low) and not asks_us(low)
    told = last_word or (case.sent is not None and _NOW.match(low) is not None)
    if told and _sums(low) and replied(text, case).values:
        return True
    if not _OF_THEM.search(low) and not _DID.search(low):
        return False
    heard = offered_in(text)
    return heard.refused or heard.past or bool(_DID.search(low) and _taken_back(low))


def wants_else(text: str) -> bool:
    """Whether words said where an answer is asked for ask Parley something: "how do I ask for time off"."""
    return asks_us(text) and not amounts(text) and not _wish(" ".join(text.lower().translate(_MARKS).split()))


def _gives(low: str) -> bool:
    """Whether words tell what is given beside pay: with a no to the rest, or what nobody else would tell."""
    kinds = {each.kind for each in given(low)}
    return bool(kinds) and (refuses(low) or (bool(kinds & _GIVEN) and not _sums(low)))


def _other(case: Case, found: Reading) -> str:
    """The company whose offer the words tell of, where it is not the one at hand; "" for none."""
    new = found.offers[0] if found.offers else None
    if new is None or not new.company or case.offer is None or not case.offer.company:
        return ""
    return "" if same_company(case, new) else new.company


def _dated(said: str) -> str:
    """A day as a letter writes it: "next friday" -> "next Friday"."""
    return " ".join(word.capitalize() if _NAMED_DAY.match(word) else word for word in said.split())


def _wish(low: str) -> Wish:
    if _TIME.search(low):
        return "time"
    if _DECLINE.search(low):
        return "decline"
    if _ACCEPT.search(low):
        return "accept"
    return _misspelt(low.strip(" .!"))


def _misspelt(word: str) -> Wish:
    """The note that one mistyped word asks for: "accpt"."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - only for a word that is none

    wishes: tuple[Wish, ...] = ("accept", "decline")
    near = (wish for wish in wishes if " " not in word and fuzz.ratio(word, wish) >= _TYPO)
    return next(near, "")


def _moves(offer: Offer, values: Mapping[str, Plain]) -> bool:
    return any(getattr(offer, name) != value for name, value in values.items() if is_figure(name))


def _values(text: str, case: Case, offer: Offer, found: Reading) -> dict[str, Plain]:
    """The terms as their answer has them, with those that they took back; a base of an odd size is none."""
    named = new_terms(text, offer)
    if named.values:
        text, found = named.rest, read(named.rest)
    low = " ".join(text.lower().translate(_MARKS).split())
    raised = {} if named.values and not _sums(low) else _raised(text, low, case, offer, found)
    values = {**raised, **named.values, **_taken_back(low)}
    if values.get("equity_kind") in ("percent", "other") and offer.equity_kind in ("options", "rsu"):
        del values["equity_kind"]  # a percent of the company is a size of the options they offered
    if "base_amount" in values and values.get("base_low") is None and not _is_base(values, offer):
        return {name: value for name, value in values.items() if not name.startswith("base_")}
    return values


def _is_base(values: Mapping[str, Plain], offer: Offer) -> bool:
    """Whether the base may be what this one became: not nothing, and of its size where it is per the same."""
    base, before = values["base_amount"], offer.base_amount or offer.base_high
    if not isinstance(base, int | float) or base <= 0:
        return False
    same = values.get("base_period", offer.base_period) == offer.base_period
    return not (same and before) or _NEAR[0] <= base / before <= _MOST_MORE


def _taken_back(low: str) -> dict[str, Plain]:
    """The terms that are gone by their answer: "but removed the sign-on"."""
    gone: dict[str, Plain] = {}
    for found in _GONE.finditer(low):
        gone |= dict.fromkeys(_FIELDS[found["term"].replace("-", " ").split()[0].rstrip("s")], 0.0)
    return gone


def _raised(text: str, low: str, case: Case, offer: Offer, said: Reading) -> dict[str, Plain]:
    """What is added to or taken off, what is read as an offer, what is put right."""
    at_target = _ote(low)
    if at_target:
        return at_target
    more = _added(low, offer)
    if more is not None:
        return more
    if said.offers:
        new = said.offers[0]
        read_as = {name: getattr(new, name) for name in TERM_OF if name not in _NAMES}
        values = {name: value for name, value in read_as.items() if value is not None}
        if any(is_figure(name) for name in values):
            return _in_its_period(values, offer, low)
    change = amendment(text, case) or implied(text, case)
    if isinstance(change, Change) and change.values:
        return dict(change.values)
    return _base_alone(low, offer)


def _ote(low: str) -> dict[str, Plain]:
    """Pay at target as it is now, where that alone is named: "they raised OTE to 170k" says no base."""
    sums = _sums(low)
    if len(sums) != 1 or _ON_BASE.search(low):
        return {}
    before, after = low[: sums[0].start], low[sums[0].end :]
    if not (_AT_TARGET_BEFORE.search(before) or _AT_TARGET_AFTER.match(after)):
        return {}
    amount = sums[0].high * 1000 if is_thousands(sums[0]) else sums[0].high
    return {"ote_low": amount, "ote_high": amount}


_NAMES = frozenset({"company", "title", "level", "currency", "currency_explicit", "original_base"})


def _in_its_period(values: dict[str, Plain], offer: Offer, low: str) -> dict[str, Plain]:
    """A new base takes the place of a range, and keeps the offer's period where it names none of its own.

    A bare "43" of an offer by the hour was read as thousands a year.
    """
    if "base_amount" in values:
        values = {"base_low": None, "base_high": None, **values}
    if values.get("base_period") == "year" and offer.base_period not in (None, "year"):
        amount = values.get("base_amount")
        small = isinstance(amount, int | float) and offer.base_amount and amount <= 2 * offer.base_amount
        rates = [each.high for each in amounts(low) if each.bare and each.high * 1000 == amount]
        near = rates and offer.base_amount and _NEAR[0] <= rates[0] / offer.base_amount <= _NEAR[1]
        if small or near:
            values |= {"base_period": offer.base_period, **({"base_amount": rates[0]} if near else {})}
    return values


def _sum(amount: Amount, offer: Offer) -> float:
    yearly = (offer.base_amount or offer.base_high or 0) >= _YEARLY
    return amount.high * 1000 if is_thousands(amount) and yearly else amount.high


def only_revises(text: str, case: Case) -> bool:
    """Whether words only say what the offer is now, with no counter out that they could answer."""
    if case.offer is None or case.sent is not None or _added(text.lower(), case.offer) is not None:
        return False
    answer = replied(text, case)
    return bool(answer.values) and not (answer.said or answer.wish or answer.final)


def _added(low: str, offer: Offer) -> dict[str, Plain] | None:
    """A sum on top of the base or the sign-on: "another 5k on base", "they can do 10k more"; None for none.

    On top of a base that is not known it is nothing that can be counted.
    """
    for amount in amounts(low):
        after, before = (
            low[amount.end : amount.end + _BESIDE],
            low[max(0, amount.start - _BESIDE) : amount.start],
        )
        if amount.bare and _OF_TIME.match(after):
            continue
        less = _LESS.match(after) is not None or _TAKEN_OFF.search(before) is not None
        if not (less or _MORE.match(after) or _ADDED.search(before)):
            continue
        more = -_sum(amount, offer) if less else _sum(amount, offer)
        if re.search(r"sign|joining", after[:30]) or re.search(r"sign.{0,12}$", before[-20:]):
            return {"sign_on": max(0.0, (offer.sign_on or 0.0) + more)}
        named = _ON_BASE.search(low) or not re.search(r"equity|stock|rsu|bonus|relo", low)
        if named and offer.base_amount is None:
            return {}
        if named and offer.base_amount is not None and abs(more) < offer.base_amount:
            return {"base_amount": offer.base_amount + more}
    return None


def _sums(low: str) -> list[Amount]:
    """The sums of a text without its percents: "100% attainment" is no 100."""
    return [each for each in amounts(low) if low[each.end : each.end + 2].lstrip()[:1] != "%"]


def _base_alone(low: str, offer: Offer) -> dict[str, Plain]:
    """The one sum of a sentence as the base, where its size is that of one."""
    base = offer.base_amount if offer.base_amount is not None else offer.base_high
    sums = [_sum(amount, offer) for amount in _sums(low)]
    near = [value for value in sums if base and _NEAR[0] <= value / base <= _NEAR[1]]
    if len(set(near)) != 1:
        return {}
    return {"base_amount": near[0], "base_low": None, "base_high": None}
