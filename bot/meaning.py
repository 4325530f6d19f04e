"""What a sentence means: which command it wants, or what of the offer at hand it puts right.

By its telling words, else by all of them together, else by what stands in it; with the person's case
at hand, for the same words mean one thing after an offer and another before it.
"""

from __future__ import annotations

import re

from bot.commands import unset, words
from bot.commands.amend import amendment, implied
from bot.commands.amending.aside import asks, names_floor, tells_work
from bot.commands.amending.shapes import Amendment, Change
from bot.commands.lookup import follows
from bot.commands.offer import judges_another
from bot.commands.replied import is_answer, only_revises
from bot.commands.same_offer import same_company
from bot.memory.case import Case, Question
from bot.offers.reader import Reading
from bot.offers.tagger import Tag
from bot.plain_wish import (
    WITH_WORK,
    asks_of_pay,
    asks_what_ai_adds,
    down_levelled,
    plain_wish,
    warded_off,
)
from bot.understand import glossary, pay_talk
from bot.understand.callers import calls_soon
from bot.understand.intent import intent, says_premium
from bot.understand.money import read_amount
from bot.understand.question import read as read_question
from bot.understand.restyle import restyled
from bot.wishes import wish_of

FEW = 3  # words; so few are an answer, not a sentence
SHORT = 12  # words; a longer text is neither an answer to a question nor a wish to be forgotten
_ASIDE = re.compile(
    r"(?:no|nope|nah|yes|yep|yeah|ok|okay|k|sure|later|nvm|never ?mind|forget it|idk"
    r"|not sure(?! (?:i|if|how|what|whether)\b)|cancel|stop)\b.{0,24}"
    r"|.{0,12}(?:thanks|thank you|thx)\b.{0,12}",
    re.I,
)
_IS_IT_GOOD = re.compile(
    r"(?:(?:ok(?:ay)?|so|and|but|well),? ){0,2}(?:which (?:one )?should i take|should i take (?:it|this)"
    r"|is (?:it|this|that|(?:the|this|my|their) offer|what(?:'?s| is) left)"
    r" (?:any )?(?:good|ok(?:ay)?|fair|decent)(?: enough| now)?"
    r"|judge (?!salary|pay|in|at)[\w&.-]{2,30}(?: offer)?)[\s?.!]*",
    re.IGNORECASE,
)
# "Our final offer: no counter will be considered".
_NO_COUNTER = re.compile(
    r"\b(?:no counter|(?:don'?t|do not|never) (?:write|send|make|want)(?: me)?(?: an?| the| any)? counter)",
    re.IGNORECASE,
)
_FOLLOWS = re.compile(r"(?:and|what|how|or)\b", re.IGNORECASE)
_PREMIUM = re.compile(r"\bpremium\b", re.IGNORECASE)
# How sure the words of a text must be of a wish that no telling word names, or another than it names.
_SURE, _SURER_THAN_A_LOOK_UP, _SURER, _SUREST = 0.3, 0.6, 0.85, 0.95
# What is to be asked for in the place of what was written: "ask for more sign on instead".
_ASK_INSTEAD = re.compile(r"\b(?:ask|go|push) for (?!instead)\S.{2,40}\binstead\b", re.IGNORECASE)
_AGAIN = 0.1  # so sure one has to be of the command that answered last to take it for meant again
_A_LONG_QUESTION = 20  # words
# What is found out otherwise: an offer by the reader of offers, a look-up by its role. A premium is left
# to its own words: many are not that of AI skills.
_LOOKED_AT = frozenset({"median", "offer", "other"})
# What may be asked of a visa or of tax and still is for Parley.
_ON_TERMS = frozenset({"package", "decide", "counter", "profile", "range"})
# What somebody may want with an offer in the same breath: a draft to check, two offers to compare.
_OVER_AN_OFFER = frozenset({"counter", "check", "compare", "practice"})


def outright(text: str, found: Reading, case: Case) -> str | None:
    """The command that a whole text can only be meant for."""
    if unset.alone(text):
        return "profile"  # "forget the offer"
    if glossary.asked(text, at_hand=case.offer is not None) is not None:
        return "help"  # "what does OTE mean?"
    if found.other == "rejection" and (case.offer is None or intent(text) is None):
        return "offer"  # "we regret to inform you"
    written = case.sent is not None and case.offer is not None
    if written and (restyled(text) is not None or _ASK_INSTEAD.search(text)):
        return "counter"  # "make it firm"
    several = case.others or case.shelf  # then which of them it is about is another question
    if judges_another(text, case) or (_IS_IT_GOOD.fullmatch(text) and not several):
        return "offer"  # "judge stripe", "is it any good?"
    return "range" if case.offer is None and _of_a_first_talk(text) else None


def _of_a_first_talk(text: str) -> bool:
    """Whether words are about the first pay talk: "I'm on 32 an hour now", "what should I ask for?"."""
    if pay_talk.meant_for_range(text) and not _of_an_offer_untold(text):
        return True
    return calls_soon(text) and not read_amount(text)


def _of_an_offer_untold(text: str) -> bool:
    """Whether words like those of a first talk ask for more on top of an offer: they name no job."""
    if wish_of(text).label != "counter":
        return False
    heard = read_question(text, spoken=True)
    return not (heard.role or heard.unsure or heard.beyond)


def named(text: str, found: Reading, case: Case, *, learnt: bool) -> str | None:
    """The command a sentence names. An offer in it outweighs all but a few wishes.

    Where no telling word does, all of its words together may (`learnt`), if they are sure enough and
    correct nothing.
    """
    told = intent(text)
    plain = None
    if learnt and case.offer is None and not case.looked_up:
        plain = plain_wish(text, told, found, lambda: implied_wish(text, case, found))
        if plain == "compare" and told is None and _is_beside_its_band(found):
            plain = "offer"
    meant = plain or (_learnt(text, told, found, case) if learnt else told)
    if meant == "counter" and found.offers and _NO_COUNTER.search(text):
        return "offer"
    return plain or _weighed(text, meant, found, case, learnt=learnt)


def _is_beside_its_band(found: Reading) -> bool:
    """Whether what was read is one offer and the band that the job was posted with."""
    return len(found.offers) == 1 and found.offers[0].posted_low is not None


def _weighed(text: str, meant: str | None, found: Reading, case: Case, *, learnt: bool) -> str | None:
    """What a text is for, with what else it holds weighed against the command it names."""
    if meant in _OVER_AN_OFFER or (meant == "forget" and len(text.split()) <= SHORT):
        return meant
    if meant == "decide" and only_revises(text, case):
        meant = None
    if meant == "decide" and case.offer is None and pay_talk.read(text).scene != "range":
        return "range"  # "would you accept at 185k", said before there is an offer
    if meant == "decide" and _may_be_their_answer(found, case):
        return meant
    if names_floor(text):
        return "profile"  # "about the floor, make it 128"
    if found.offers and not (learnt and asks_of_pay(text)):
        return "offer"
    return "premium" if meant in (None, "median") and _of_a_premium(text, case) else meant


def _learnt(text: str, told: str | None, found: Reading, case: Case) -> str | None:
    """What the telling word says, or all words where they say something else more surely."""
    wish = wish_of(text)
    goes_further = case.looked_up is not None and (follows(text) or len(text.split()) <= FEW)  # "with ai?"
    if told in (None, "median") and not goes_further and asks_what_ai_adds(text, wish):
        return "premium"
    if wish.label in (told, "why", "premium"):
        of_ours = wish.label == "why" and told is None and case.last is not None
        return "why" if of_ours and _is_a_why(text, wish.sure, found) else told
    if told is None:
        return _untold(text, wish, found, case)
    if (told == "offer" and case.offer is not None) or (told == "package" and down_levelled(text)):
        return told  # about the one at hand
    if wish.label in _LOOKED_AT:
        return None if wish.sure >= _SUREST else told
    return wish.label if wish.sure >= _SURER else told


def _untold(text: str, wish: Tag, found: Reading, case: Case) -> str | None:
    """What all words say where no telling word stands among them."""
    if _is_said_otherwise(text, wish, case):
        return None
    implies = implied_wish(text, case, found)
    if implies is None and case.last is not None and _may_be_again(wish, case.last.of):
        return case.last.of
    least = _SURE if implies is None else _SURER_THAN_A_LOOK_UP
    least = _SURER if len(text.split()) == 1 else least  # "yes"
    return wish.label if wish.sure >= least and wish.label not in _LOOKED_AT else None


def _may_be_again(wish: Tag, before: str) -> bool:
    """Whether words that are unsure may want the command that answered last once more."""
    return wish.sure < _SURER_THAN_A_LOOK_UP and wish.chance(before) >= _AGAIN


def _is_a_why(text: str, sure: float, found: Reading) -> bool:
    """Whether a short text asks for the reasons of what was said last; with a sum in it more surely."""
    least = _SURER if read_amount(text) else _SURER_THAN_A_LOOK_UP
    if is_aside(text):
        return False  # "not sure yet"
    return sure >= least and len(text.split()) <= _A_LONG_QUESTION and not (found.offers or tells_work(text))


def _is_said_otherwise(text: str, wish: Tag, case: Case) -> bool:
    """Whether a text without a telling word is a follow-up, a correction or a sentence on one's work."""
    if (case.looked_up or case.offer) and (goes_on(text) or follows(text)):
        return True
    if warded_off(text, wish):
        return True
    return implied(text, case) is not None or (wish.label not in WITH_WORK and tells_work(text))


def implied_wish(text: str, case: Case, found: Reading) -> str | None:
    """What a sentence without a telling word may still mean."""
    if found.other in ("job_ad", "no_pay") and len(text.split()) > SHORT:
        return "offer"  # said to be a posting, or without its pay; a question's few words are looked up
    heard = read_question(text, spoken=True)
    about_at_hand = case.offer is not None and heard.role is None and read_amount(text) and not follows(text)
    if about_at_hand and asks(text):  # "is 120-140 ok?"
        return "offer" if found.other in (None, "question", "nothing") else None
    before = case.looked_up_by if case.looked_up else "median"
    if heard.role or heard.unsure or heard.beyond:
        return before if follows(text) else "median"
    if (case.looked_up or case.offer) and (heard.place or heard.level or heard.ai):
        return before  # "and in Seattle?"
    if case.looked_up and heard.company and follows(text):
        return before  # "and at Stripe?"
    return "offer" if found.other in ("present_pay", "wish", "job_ad", "rejection", "no_pay") else None


def correction(text: str, case: Case, asking: Question | None) -> Amendment | None:
    """What a short line puts right in the offer at hand, where it names it and wishes for nothing else."""
    if case.offer is None and not case.before:
        return None
    if asking is not None and asking.command != "offer" and may_answer(text, asking):
        return None
    found = amendment(text, case)
    meant = intent(text)
    if meant == "decide" and only_revises(text, case):
        meant = None
    if isinstance(found, Change) and "posted_low" in found.values:
        return found  # "the posted range is 120-145k", of the offer at hand
    return found if found is not None and meant in (None, "offer") else None


def of_a_later_reply(text: str, case: Case, asking: Question) -> bool:
    """Whether words are about what was said since the interview's question: a counter, and their answer."""
    at = case.last.at if case.last is not None else None
    if asking.command != "evidence" or at is None or at < asking.asked_at or case.sent is None:
        return False
    return restyled(text) is not None or is_answer(text, case)


def may_answer(text: str, asking: Question) -> bool:
    """Whether words can be the role, level or city asked for: few, no sum, no question, no aside.

    Words that name another city or level than the question already had are a question of their own.
    """
    if len(text.split()) > SHORT or text.endswith("?") or is_aside(text) or read_amount(text):
        return False
    heard = read_question(text, spoken=len(text.split()) > FEW)
    known = words.unpack(asking.known)
    for said, had in ((heard.place, known.place), (heard.level, known.level)):
        if said and had and said != had:
            return False
    found = heard.role or heard.place or heard.level or heard.ai or heard.unsure or heard.beyond
    return bool(found) or len(text.split()) <= FEW


def is_aside(text: str) -> bool:
    """Words that answer nothing and ask nothing: "ok", "not sure yet"."""
    return bool(_ASIDE.fullmatch(text)) and "?" not in text


def _may_be_their_answer(found: Reading, case: Case) -> bool:
    """Whether words that tell what an employer said are about the offer at hand, or about none."""
    if case.offer is None:
        return not found.offers
    return all(offer.company is None or same_company(case, offer) for offer in found.offers)


def _of_a_premium(text: str, case: Case) -> bool:
    """Whether "premium" without a word of AI means ours: of a role, or of the cell looked up before.

    Every other word has to be understood, so that a premium for working nights is nobody's.
    """
    if not says_premium(text) or len(text.split()) > SHORT or read_amount(text):
        return False
    rest = _PREMIUM.sub(" ", text)
    if not rest.strip(" ?!."):
        return True
    heard = read_question(rest)
    unclear = heard.unknown or heard.beyond or any(unsure.slot == "level" for unsure in heard.unsure)
    return not unclear and bool(heard.role or heard.unsure or case.looked_up or case.offer_about.role)


def begun(text: str) -> str | None:
    """The look-up that few words begin with a place or a level but no job, to be asked for; or None."""
    if len(text.split()) > SHORT or read_amount(text):
        return None
    wish = wish_of(text)
    if not follows(text) and not (wish.label == "median" and wish.sure >= _SURER_THAN_A_LOOK_UP):
        return None
    heard = read_question(text, spoken=True)
    return "median" if heard.place or heard.level else None


def wants_of_us(text: str) -> bool:
    """Whether words on what Parley does not do still want a command: "can I ask them to pay my visa?"."""
    if intent(text) not in (None, "help"):
        return True
    wish = wish_of(text)
    return wish.label in _ON_TERMS and wish.sure >= _SURER_THAN_A_LOOK_UP


def goes_on(text: str) -> bool:
    """Whether words go on from what was said before: "and in Seattle?"."""
    return _FOLLOWS.match(text) is not None
