"""A question on the offer at hand, answered in a few lines from its own terms: no verdict on the whole.

A sum by the hour that was named to us, or a while ago in `/range`, is reckoned the same way.
"""

from __future__ import annotations

from bot.commands.about_offer_facts import AboutOfferFacts, facts_of
from bot.commands.base import Ask, Outcome, Setting
from bot.commands.compare_words import Wish, read_wish
from bot.commands.judging import company_of, judge, slots_of
from bot.commands.shelf import all_offers
from bot.memory.case import Case, Last
from bot.offers.offer import Offer
from bot.offers.worth.periods import PERIODS_A_YEAR
from bot.playbook.pay_range import counts_commissions
from bot.turn import Button, Reply
from bot.understand.boundaries import boundary
from bot.understand.money import Amount, amounts, as_yearly
from bot.understand.offer_pay_asked import without_counts
from bot.understand.offer_questions import OfferQuestion, offer_question
from bot.understand.question import read
from bot.voice import render

__all__ = ["AboutOfferFacts", "asks_of_offer", "respond"]

_YEARS = Button("Year by year", "offer.years")
_QUESTIONS = Button("Questions to send", "offer.questions")
_OPTIONS = frozenset({"options", "percent"})
_RATES = frozenset({"hour", "day", "week", "biweek", "month"})


def asks_of_offer(text: str, case: Case) -> bool:
    """Whether words ask something of the offer at hand, or of a rate in them, and of no other job."""
    asked = offer_question(text)
    if asked is None:
        return False
    if asked.stake_pct is not None:
        return True
    if case.offer is None or asked.about == "pay":
        return asked.about == "pay" and _pay_of(text, case) is not None
    if asked.about in ("term", "at_target", "total"):
        if boundary(text) is not None:
            return False  # "how much tax will I pay on the sign-on"
        said = read(text, spoken=True)
        return not (said.role or said.beyond or said.company or said.place)
    return True


def _pay_of(text: str, case: Case) -> Offer | None:
    """The pay that a period is asked of: a rate in the words, the offer at hand, one named before."""
    text = without_counts(text.lower())
    said = read(text, spoken=True)
    if said.role or said.beyond or said.place or said.level or said.unsure:
        return None
    rates = [each for each in amounts(text) if each.per in _RATES and each.low == each.high]
    if len(rates) == 1 and not any(
        as_yearly(each) is not None for each in amounts(text) if each not in rates
    ):
        return _offer_of(rates[0], case)
    if any(as_yearly(each) is not None for each in amounts(text)):
        return None
    if case.offer is not None:
        return case.offer if case.looked_up is None else None
    return _named_before(case.last)


def _offer_of(rate: Amount, case: Case) -> Offer:
    """A rate said alone, at the hours of the offer at hand where that is paid so too."""
    hours = case.offer.hours_per_week if case.offer is not None else None
    currency = rate.currency or (case.offer.currency if case.offer is not None else None)
    period = rate.per if rate.per != "share" else None
    return Offer(base_amount=rate.low, base_period=period, currency=currency, hours_per_week=hours)


def _named_before(last: Last | None) -> Offer | None:
    """The rate named in a look-up of a range, which "that" means then."""
    if last is None or last.of != "range" or last.low is None or last.per not in _RATES:
        return None
    per = next(each for each in PERIODS_A_YEAR if each == last.per)
    rate = round(last.low / PERIODS_A_YEAR[per], 2)
    return Offer(base_amount=rate, base_period=per, currency=last.currency)


def respond(ask: Ask, case: Case, setting: Setting) -> Outcome:
    """The answer in its first line, how it was made under it, and the next step.

    Raises:
        ValueError: the words ask nothing of an offer at hand (see `asks_of_offer`).
    """
    asked = offer_question(ask.words)
    offer = None
    if asked is not None:
        offer = _pay_of(ask.words, case) if asked.about == "pay" else _with_options(asked, ask.words, case)
    if asked is None or offer is None:
        raise ValueError("no question on an offer at hand")
    over = _over_both(asked, case, setting)
    if over is not None:
        return over
    judged = judge(case, offer, setting) if asked.about == "at_target" else None
    quote = judged.quote if judged is not None else None
    sold = read_wish(ask.words) if asked.about == "stake" else Wish()
    facts = facts_of(asked, offer, quote if quote is not None and counts_commissions(quote) else None, sold)
    text = render(
        f"about_offer_{asked.about}",
        facts=facts,
        asked=asked,
        offer=facts.offer,
        at_hand=offer is case.offer,
        company=company_of(offer),
        worth=facts.worth,
        stake=facts.worth.stake,
        currency=offer.currency or "USD",
    )
    actions = (_YEARS, _QUESTIONS) if offer is case.offer else ()
    reply = Reply(text, "offer", slots_of(offer, case.offer_about), facts, actions)
    return Outcome(reply, case)


def _with_options(asked: OfferQuestion, text: str, case: Case) -> Offer | None:
    """The offer a question of options is asked of: the one at hand, or the only other that has any.

    A part of a company that the question names is worth the same whoever offers it: it stands alone, unless
    the offer at hand gives just that.
    """
    held = case.offer.equity_pct if case.offer is not None else None
    if asked.stake_pct is not None and asked.stake_pct != held:
        return Offer(equity_kind="percent", equity_pct=asked.stake_pct)
    if asked.about != "stake" or "option" not in text.lower() or case.offer is None:
        return case.offer
    if case.offer.equity_kind in _OPTIONS:
        return case.offer
    others = [each.offer for each in all_offers(case)[1:] if each.offer.equity_kind in _OPTIONS]
    return others[0] if len(others) == 1 else case.offer


def _over_both(asked: OfferQuestion, case: Case, setting: Setting) -> Outcome | None:
    """The offers side by side over the time asked for, where they were just compared."""
    compared = case.last is not None and case.last.of == "compare"
    if asked.about != "leaving" or asked.leaving is None or not compared or len(all_offers(case)) < 2:  # noqa: PLR2004
        return None
    from bot.commands.compare_reply import side_by_side  # noqa: PLC0415 - it stands on what answers a turn

    return side_by_side(all_offers(case), Wish(months=asked.leaving), case, setting)
