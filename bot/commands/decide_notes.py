"""The notes of `/decide`: a yes, a no, more time, each made of the offer as it stands."""

from __future__ import annotations

from dataclasses import replace

from bot.commands.answering import answered_of
from bot.commands.base import Outcome, Setting
from bot.commands.decide_facts import ACCEPT, DECLINE, TIME, DecideFacts
from bot.commands.judging import company_of, judge, slots_of
from bot.commands.keeping import brought_up
from bot.commands.letter_names import company_said, title_said
from bot.commands.replied import Until, Wish
from bot.commands.shelf import all_offers
from bot.commands.verdict import PASTE
from bot.memory.case import Case
from bot.offers.offer import Offer
from bot.offers.sheet import Row, rows_of
from bot.offers.worth.table import worth_of
from bot.playbook.answered import Beside
from bot.turn import Action, File, Reply
from bot.voice import render

# What a yes repeats: the terms that are money or a date. What they count as a total is no term.
_AGREED = frozenset(
    ("base", "ote", "bonus", "sign_on", "equity", "refresh", "relocation", "besides", "benefits")
)


def write_note(wish: Wish, until: Until, case: Case, setting: Setting) -> Outcome:
    """The note that accepts, declines or asks for time, made of the offer as it stands."""
    offer = case.offer
    if offer is None:
        raise ValueError("a note on an offer, with no offer at hand")
    judged = judge(case, offer, setting)
    so_far = answered_of(case, offer)
    if so_far.pulled and wish != "decline":
        text = render("decide_taken_back", company=company_of(offer))
        facts = DecideFacts(None, offer, judged.quote, judged.critique)
        return Outcome(
            Reply(text, "decide", slots_of(offer, judged.about), facts, (PASTE,)),
            replace(case, question=None),
        )
    shown = _without(offer, so_far.beside)
    table = tuple(
        row for row in rows_of(shown, worth_of(shown)) if row.term in _AGREED and not _nothing(row, shown)
    )
    values = {
        "offer": shown,
        "company": company_said(offer),
        "role": title_said(offer, judged.about),
        "until": until,
        "table": table,
        "beside": so_far.beside,
    }
    letter = render("decide_farewell_note" if so_far.pulled else f"decide_{wish}_note", **values)
    text = render(f"decide_{wish}", letter=letter, critique=judged.critique, pulled=so_far.pulled, **values)
    agreed = wish == "accept"
    facts = DecideFacts(
        None,
        offer,
        judged.quote,
        judged.critique,
        wish,
        table if agreed else (),
        so_far.beside if agreed else (),
    )
    file = File(f"{wish}.txt", letter, shown=True)
    others: tuple[Action, ...] = tuple(
        button for name, button in (("accept", ACCEPT), ("decline", DECLINE), ("time", TIME)) if name != wish
    )
    reply = Reply(text, "decide", slots_of(offer, judged.about), facts, others, file=file)
    return Outcome(reply, replace(case, question=None))


def _without(offer: Offer, beside: tuple[Beside, ...]) -> Offer:
    """The offer without what an answer has given since: a yes names each thing once, as it is now."""
    kinds: set[str] = {"draw" if each.kind == "guaranteed_draw" else each.kind for each in beside}
    kinds |= {"night", "evening"} if "shift" in kinds else set()
    kinds |= {"commission"} if "accelerator" in kinds else set()
    benefits = tuple(each for each in offer.benefits or () if each.kind not in kinds)
    in_a_word = kinds | ({"shift"} if kinds & {"night", "evening"} else set())
    in_a_word |= {"time_off", "holidays"} if "vacation" in kinds else set()
    promised = tuple(kind for kind in offer.promised or () if kind not in in_a_word)
    off = any(each.kind == "vacation" and each.total for each in beside)
    return replace(
        offer,
        benefits=benefits or None,
        promised=promised or None,
        pto_days=None if off else offer.pto_days,
    )


def _nothing(row: Row, offer: Offer) -> bool:
    """Whether a row says that a term is none: a yes names what is agreed."""
    signs = (offer.sign_on, offer.sign_on_y1, offer.sign_on_y2)
    none_of = {
        "sign_on": not any(signs),
        "bonus": offer.bonus_pct == 0 or offer.bonus_amount == 0,
        "equity": offer.equity_kind == "none",
        "relocation": offer.relocation == 0,
    }
    return none_of.get(row.term, False)


def next_at_hand(outcome: Outcome, *, gone: bool = False) -> Outcome:
    """The answer to an end of one of several offers, and another one at hand: no yes goes to that.

    `gone` says that its employer took it back; else the person declines it.
    """
    case = outcome.case
    kept = all_offers(case) if case is not None else ()
    if case is None or len(kept) < 2:  # noqa: PLR2004 - there is no other
        return outcome
    now = brought_up(case, kept[1])
    over = render(
        "decide_next",
        company=company_of(kept[1].offer),
        gone=company_of(kept[0].offer) or "" if gone else None,
    )
    reply = replace(outcome.reply, text=f"{outcome.reply.text}\n\n{over}", actions=())
    return Outcome(reply, now)
