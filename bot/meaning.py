"""What a sentence means: which command it wants, or what of the offer at hand it puts right.

By its telling words, else by all of them together, else by what stands in it; with the person's case
at hand, for the same words mean one thing after an offer and another before it.
"""

from __future__ import annotations

import re

from bot.commands import unset, words
from bot.commands.amend import amendment, implied, of_mine
from bot.commands.amending.aside import asks, names_floor, tells_work
from bot.commands.amending.shapes import Amendment
from bot.commands.lookup import follows
from bot.commands.offer import judges_another
from bot.commands.replied import only_revises
from bot.commands.same_offer import same_company
from bot.memory.case import Case, Question
from bot.offers.reader import Reading
from bot.understand import glossary, pay_talk
from bot.understand.callers import calls_soon
from bot.understand.intent import intent, says_premium
from bot.understand.money import read_amount
from bot.understand.question import read as read_question
from bot.wishes import wish_of

FEW = 3  # words; so few are an answer, not a sentence
SHORT = 12  # words; a longer text is neither an answer to a question nor a wish to be forgotten
_ASIDE = re.compile(
    r"(?:no|nope|nah|yes|yep|yeah|ok|okay|k|sure|later|nvm|never ?mind|forget it|idk"
    r"|not sure|cancel|stop)\b.{0,24}|.{0,12}(?:thanks|thank you|thx)\b.{0,12}",
    re.I,
)
_IS_IT_GOOD = re.compile(
    r"(?:which (?:one )?should i take|should i take (?:it|this)|is (?:it|this|that) (?:any )?good"
    r"|judge (?!salary|pay|in|at)[\w&.-]{2,30}(?: offer)?)[\s?.!]*",
    re.IGNORECASE,
)
_FOLLOWS = re.compile(r"(?:and|what|how|or)\b", re.IGNORECASE)
_PREMIUM = re.compile(r"\bpremium\b", re.IGNORECASE)
# How sure the words of a text must be of a wish that no telling word names, or another than it names.
_SURE, _SURER_THAN_A_LOOK_UP, _SURER, _SUREST = 0.3, 0.6, 0.85, 0.95
_A_LONG_QUESTION = 20  # words
_DONT = re.compile(r"\b(?:don'?t|do not|never|not)\b", re.IGNORECASE)
# What a sentence on what one did may want: its figures are no pay.
_WITH_WORK = frozenset({"evidence", "check", "practice"})
# What is found out otherwise: an offer by the reader of offers, a look-up by its role. A premium is left
# to its own words: many are not that of AI skills.
_LOOKED_AT = frozenset({"median", "offer", "other"})
# What somebody may want with an offer in the same breath: a draft to check, two offers to compare.
_OVER_AN_OFFER = frozenset({"counter", "check", "compare", "practice"})


def outright(text: str, found: Reading, case: Case) -> str | None:
    """The command that a whole text can only be meant for."""
    if unset.alone(text):
        return "profile"  # "forget the offer"
    if glossary.asked(text, at_hand=case.offer is not None) is not None:
        return "help"  # "what does OTE mean?"
    if found.other == "rejection" and case.offer is None:
        return "offer"  # "we regret to inform you"
    several = case.others or case.shelf  # then which of them it is about is another question
    if judges_another(text, case) or (_IS_IT_GOOD.fullmatch(text) and not several):
        return "offer"  # "judge stripe", "is it any good?"
    return "range" if case.offer is None and calls_soon(text) and not read_amount(text) else None


def named(text: str, found: Reading, case: Case, *, learnt: bool) -> str | None:
    """The command a sentence names. An offer in it outweighs all but a few wishes.

    Where no telling word does, all of its words together may (`learnt`), if they are sure enough and
    correct nothing.
    """
    meant = intent(text)
    if learnt:
        meant = _learnt(text, meant, found, case)
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
    if found.offers and not (learnt and _asks_of_pay(text)):
        return "offer"
    return "premium" if meant in (None, "median") and _of_a_premium(text, case) else meant


def _learnt(text: str, told: str | None, found: Reading, case: Case) -> str | None:
    """What the telling word says, or all words where they say something else more surely."""
    wish = wish_of(text)
    if wish.label in (told, "why", "premium"):
        return told
    if told == "offer" and case.offer is not None:
        return told  # about the one at hand
    if told is not None:
        if wish.label in _LOOKED_AT:
            return None if wish.sure >= _SUREST else told
        return wish.label if wish.sure >= _SURER else told
    if _is_said_otherwise(text, wish.label, case):
        return None
    least = _SURE if implied_wish(text, case, found) is None else _SURER_THAN_A_LOOK_UP
    return wish.label if wish.sure >= least and wish.label not in _LOOKED_AT else None


def _is_said_otherwise(text: str, wish: str, case: Case) -> bool:
    """Whether a text without a telling word is a follow-up, a correction or a sentence on one's work."""
    if (case.looked_up or case.offer) and (goes_on(text) or follows(text)):
        return True
    if wish == "forget" and _DONT.search(text):
        return True
    return implied(text, case) is not None or (wish not in _WITH_WORK and tells_work(text))


def _asks_of_pay(text: str) -> bool:
    """Whether a short question that holds a sum asks what a job pays: "is 170k good for a nurse?"."""
    if "?" not in text or len(text.split()) > _A_LONG_QUESTION:
        return False
    wish = wish_of(text)
    return wish.label == "median" and wish.sure >= _SURER_THAN_A_LOOK_UP


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
    return found if found is not None and meant in (None, "offer") else None


def without_questions(text: str, found: Reading, case: Case) -> Reading:
    """The reading of a text; with an offer at hand a question that names no other is a question alone."""
    mine = of_mine(text)
    if case.offer is None or not found.offers or not (asks(text) or mine):
        return found
    other = any(offer.title or (offer.company and not same_company(case, offer)) for offer in found.offers)
    return found if other else Reading(other="wish" if mine else "question")


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


def goes_on(text: str) -> bool:
    """Whether words go on from what was said before: "and in Seattle?"."""
    return _FOLLOWS.match(text) is not None
