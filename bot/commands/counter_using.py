"""May I use my other offer? The answer first, then the letter that names it to the company meant."""

from __future__ import annotations

from dataclasses import replace

from bot.commands.base import Ask, Outcome, Setting
from bot.commands.counter_facts import nothing
from bot.commands.counter_wish import Wish, kept_number
from bot.commands.counter_written import written_to
from bot.commands.judging import company_of
from bot.commands.keeping import brought_up
from bot.commands.shelf import all_offers
from bot.memory.case import Case, Shelved
from bot.offers.offer import Offer
from bot.playbook.rival import pays_more, rival_base
from bot.turn import Reply
from bot.understand.money import amounts
from bot.understand.rivals import rival_in, says_untrue
from bot.understand.using_offer import Using, using_offer
from bot.voice import render


def uses_another(text: str, case: Case) -> bool:
    """Whether words want to make use of one offer toward another, with an offer at hand."""
    return _using(text, case) is not None


def use_another(ask: Ask, case: Case, setting: Setting) -> Outcome | None:
    """The answer and the letter that names the other offer; None where the words want none of that."""
    using = _using(ask.words if ask.spoken else f"counter {ask.words}", case)
    if using is None:
        return None
    used, toward = _both(using, case)
    if used is None or toward is None:
        at_hand = company_of(case.offer) if case.offer else None
        text = render(
            "counter_may_use", other=None, offer=case.offer, more=None, company=None, at_hand=at_hand
        )
        return Outcome(Reply(text, "counter", facts=nothing()), case)
    if toward.offer is not case.offer:
        case = brought_up(case, toward)
    offer = case.offer or toward.offer
    wish = replace(kept_number(Wish(), case, offer), mention=used.offer.company or "")
    outcome = written_to(case, offer, wish, setting)
    if not using.asks:
        return outcome
    head = render(
        "counter_may_use",
        other=used.offer,
        offer=offer,
        more=_more(offer, used.offer),
        company=company_of(used.offer),
        at_hand=company_of(offer),
    )
    return replace(outcome, reply=replace(outcome.reply, text=f"{head}\n\n{outcome.reply.text}"))


def _using(text: str, case: Case) -> Using | None:
    if case.offer is None or says_untrue(text) or rival_in(text)[0] or amounts(text):
        return None
    return using_offer(text, tuple(each.offer.company for each in all_offers(case) if each.offer.company))


def _both(using: Using, case: Case) -> tuple[Shelved | None, Shelved | None]:
    """The offer to use and the one to use it toward: by name, else the best other one and that at hand."""
    held = all_offers(case)
    by_name = {each.offer.company: each for each in held if each.offer.company}
    used, toward = by_name.get(using.company), by_name.get(using.toward)
    if toward is None:
        toward = next((each for each in held if each is not used), None)
    if used is None:
        used = _best_beside(toward, held) if toward is not None else None
    return used, toward


def _best_beside(toward: Shelved, held: tuple[Shelved, ...]) -> Shelved | None:
    """The offer with a company and the most base beside one, as that one counts it; None for none."""
    rest = [each for each in held if each is not toward and each.offer.company]
    return max(rest, key=lambda each: rival_base(toward.offer, each.offer) or 0.0, default=None)


def _more(offer: Offer, other: Offer) -> float | None:
    """How far the other base lies over this one's, in its period; None where it does not."""
    mine, theirs = rival_base(offer, offer), rival_base(offer, other)
    return theirs - mine if mine is not None and theirs is not None and pays_more(offer, other) else None
