"""What an employer answered to a counter, in the words of the person it was said to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.commands.amending.terms import is_figure
from bot.commands.amending.values import applied
from bot.commands.answering import answered_of
from bot.commands.given import given, sums_beside
from bot.commands.replying.asked import as_asked
from bot.commands.replying.deadline import new_deadline
from bot.commands.replying.notes import NO_DAY, Until, Wish, until_in, wish_of
from bot.commands.replying.stance import is_pulled, is_to_stay, stands_again, wants_a_yes
from bot.commands.replying.sums import added_in, multiplied_in, sums_in
from bot.commands.replying.terms import taken_back, values_of
from bot.commands.replying.wording import folded
from bot.commands.same_offer import same_company
from bot.memory.case import Case, Plain
from bot.offers.offer import Offer
from bot.offers.posted_band import band_alone
from bot.offers.reader import Reading, read
from bot.playbook.decide import Said
from bot.understand.firm import is_final, refuses
from bot.understand.money import amounts
from bot.understand.pending import pending
from bot.understand.theirs import offered_in
from bot.understand.to_us import asks_us
from bot.understand.writer import without_writer

__all__ = ["Replied", "Until", "Wish", "is_answer", "only_revises", "replied", "wants_else"]

_GIVEN = frozenset({"visa", "bonus"})  # what is given beside pay, and in no other words a wish
_LONGEST = 400  # characters of an answer told; a longer text is an offer or a letter
_OF_THEM = re.compile(
    r"\b(?:they|he|she|hr|recruiters?|manager|company|team|boss|offered|no to|declined|rejected|refused)\b"
)
_DID = re.compile(
    r"\b(?:they|he|she|hr|but|and) (?:have |has |also |just ){0,2}"
    r"(?:remov|dropp|withdrew|eliminat|scrapp|cancel|pull|cut|took)"
)
# What is told in order to ask of it: "they offer a 401k match, how much should i put in".
_ASKS = re.compile(
    r"\b(?:(?:should|can|could|do|shall|may) i|how (?:much|many|do|should|can|does)"
    r"|what(?:'s| is| are| do| should)|is (?:it|that|this)|are (?:they|those))\b"
)
# Who answers, at the beginning of what is told: "partner says", "the chef said".
_WHO = (
    r"(?:the |my |our |their )?(?:they|he|she|hr|recruiters?|(?:hiring )?manager|company|team|boss|owner"
    r"|partners?|chef|principal|dean|chair|foreman|dispatcher|client|agency|superintendent|supervisor"
    r"|director|founders?|ceo|cto|sie|er|district|school|county|hospital|university|college|firm|department"
    r"|employer)"
)
_DOES = (
    r"(?:'ll|'d| will| can| could| would| went| moved| agreed| offers?| offered| gives?| gave| added"
    r"| threw in| put me| bumped| raised"
    r"| came (?:back|down|up|to)| approved| guaranteed| pays?| paid| met| cut"
    r"| lowered| reduced| dropped| increased| upped| doubled| tripled| matched| got me| bieten| bietet"
    r"| got (?:approval for|them|it up|it approved))"
)
# What they now do, told after a counter: "they'll put me on step 6, 72,100 base", "chef said 23.5".
_NOW = re.compile(
    r"(?:(?:so|well|ok(?:ay)?|update|now|then|and)[,:]? ){0,2}"
    r"(?:(?:the |their |a )?(?:new|updated|revised|latest) (?:number|figure|base|term|offer|answer)s?"
    r"(?: from (?:them|hr))?[:,] "
    r"|(?:their|the|hr'?s|her|his) (?:answer|reply|response|counter|come-?back)(?: is| was)?[:,]? "
    r"|they (?:answered|replied|responded|wrote|came back)[:,] "
    rf"|{_WHO}(?:[:,] ?\W?(?:we|i))?(?: have| has| just| now| then| also){{0,2}}"
    rf"(?:{_DOES}\b| sa(?:ys?|id) (?:.{{0,60}}?{_DOES}\b|\W?\d)))"
)


@dataclass(frozen=True, slots=True)
class Replied:
    """What was answered: how, and the fields of the offer as they now are.

    `wish` is a note the person wants written instead; `until` when they want to decide.
    `stands` says that an offer taken back stands again. `other` is another company whose offer the words
    tell of: nothing of it is taken. `final` says that what they moved to is the last they offer.
    `stays` says that the words tell of the present employer's offer to stay: nothing of that is taken either.
    """

    said: Said = ""
    values: Mapping[str, Plain] = field(default_factory=dict)
    wish: Wish = ""
    until: Until = NO_DAY
    stands: bool = False
    other: str = ""
    final: bool = False
    stays: bool = False

    def over(self, offer: Offer) -> Offer:
        """The offer as it stands after this answer."""
        return applied(offer, self.values) if self.values else offer


def replied(text: str, case: Case, found: Reading | None = None) -> Replied:
    """Read an answer to a counter on the offer at hand. Words without figures move nothing.

    Nor does a sum that was refused, that the person named, or that another company offers.
    """
    text = without_writer(text)
    low = folded(text)
    if is_to_stay(low):
        return Replied(stays=True)
    return Replied(values=met) if (met := as_asked(low, case)) else _heard(text, low, case, found)


def _heard(text: str, low: str, case: Case, found: Reading | None) -> Replied:
    """An answer that is no plain yes to what was asked."""
    offer = case.offer
    heard = offered_in(text)
    said = heard.text
    if offer is not None and (found is None or heard.dropped or not found.offers):
        found = found if found is not None and found.other == "rejection" else read(said)
    other = _other(case, found) if found is not None else ""
    values = (
        values_of(said, case, offer, found) if offer is not None and found is not None and not other else {}
    )
    values = {**values, **new_deadline(said, case)} if values else values
    if stands_again(low):
        return Replied(values=values, stands=True)
    if is_pulled(low) or (found is not None and found.other == "rejection"):
        return Replied("pulled")
    if wants_a_yes(low):
        return Replied("would_you", values)
    wish = wish_of(low) if not values else ""
    if wish:
        return Replied(wish=wish, until=until_in(low) if wish == "time" else NO_DAY)
    if offer is not None and values:
        return _now(values, offer, last_word=_is_last_word(low))
    return Replied("firm" if not other and (heard.refused or refuses(low)) else "", other=other)


def _now(values: Mapping[str, Plain], offer: Offer, *, last_word: bool) -> Replied:
    """An answer with figures: firm where nothing moves, else what they moved to, and if it is their last."""
    same = all(getattr(offer, name) == value for name, value in values.items())
    if same or (last_word and not _moves(offer, values)):
        return Replied("firm", values)
    return Replied("", values, final=last_word)


def _is_last_word(low: str) -> bool:
    """Whether words with figures say that there is no more; a no before a "but" is none to what follows.

    "The scale is fixed but they can put me on step 6, 66,800" leaves it open, "195k but that's final" is one.
    """
    _, turned, then = low.rpartition(" but ")
    return is_final(low) or refuses(then if turned and (amounts(then) or given(then)) else low)


def is_answer(text: str, case: Case) -> bool:
    """Whether few words tell what an employer refused, lowered or took back, and correct nothing."""
    if case.offer is None or len(text) > _LONGEST or text.rstrip().endswith("?") or band_alone(text):
        return False
    low = folded(text)
    back = stands_again(low) and answered_of(case, case.offer).pulled
    to_stay = is_to_stay(low) and bool(sums_in(low)) and not asks_us(low)
    if pending(low) or _gives(low) or back or to_stay:
        return True
    base = (added_in(low, case.offer) or {}).get("base_amount")
    if isinstance(base, float) and base < (case.offer.base_amount or 0.0):
        return True
    # Without a counter only their last word: "they came back with 112k, final".
    last_word = bool(_OF_THEM.search(low)) and refuses(low) and not asks_us(low)
    told = last_word or (case.sent is not None and _NOW.match(low) is not None and not _ASKS.search(low))
    gained = given(low) or sums_beside(low, case.offer) or multiplied_in(low, case.offer)
    if told and (gained or (amounts(low) and replied(text, case).values)):
        return True
    if not _OF_THEM.search(low) and not _DID.search(low):
        return False
    heard = offered_in(text)
    return heard.refused or heard.past or bool(_DID.search(low) and taken_back(low))


def wants_else(text: str) -> bool:
    """Whether words said where an answer is asked for ask Parley something: "how do I ask for time off"."""
    return asks_us(text) and not amounts(text) and not wish_of(folded(text))


def only_revises(text: str, case: Case) -> bool:
    """Whether words only say what the offer is now, with no counter out that they could answer."""
    if case.offer is None or case.sent is not None or added_in(text.lower(), case.offer) is not None:
        return False
    answer = replied(text, case)
    return bool(answer.values) and not (answer.said or answer.wish or answer.final)


def _gives(low: str) -> bool:
    """Whether words tell what is given beside pay: with a no to the rest, or what nobody else would tell."""
    kinds = {each.kind for each in given(low)}
    return bool(kinds) and (refuses(low) or (bool(kinds & _GIVEN) and not sums_in(low)))


def _other(case: Case, found: Reading) -> str:
    """The company whose offer the words tell of, where it is not the one at hand; "" for none."""
    new = found.offers[0] if found.offers else None
    if new is None or not new.company or case.offer is None or not case.offer.company:
        return ""
    return "" if same_company(case, new) else new.company


def _moves(offer: Offer, values: Mapping[str, Plain]) -> bool:
    return any(getattr(offer, name) != value for name, value in values.items() if is_figure(name))
