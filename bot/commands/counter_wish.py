"""What a person wants of a counter: the form, the tone, the thing to ask for; from words or a button."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from typing import get_args

from bot.commands.counter_sums import (
    in_money,
    is_at_target,
    ote_wanted,
    rate_alone,
    share_wanted,
    wanted,
    whole_wanted,
)
from bot.market.quote import Quote
from bot.memory.case import Case
from bot.offers.offer import Offer
from bot.offers.worth.periods import full_time
from bot.playbook.asks import ote_of
from bot.playbook.counter import Counter, counter
from bot.playbook.critique import Critique
from bot.understand.counter_talk import Behind, CounterTalk, Form, Tone
from bot.understand.text import fold
from bot.understand.told import Told

_LONGEST_NAME = 24  # characters of a company in a button's value
_ENOUGH = 4  # characters that begin a company's name
_COMPANY_TAIL = re.compile(r"\b(?:in|too|as well|please|also|to|offer|there)\b.*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wish:
    """What to write.

    `ask` is a base in the period of the offer; where `stuck` a sign-on in money, where `ote` pay at target.

    `fixed` says that they called the base fixed. `forfeited` is a sum of `behind` that the person leaves,
    `mention` the company whose offer to name.
    """

    form: Form = ""
    tone: Tone = "warm"
    ask: float | None = None
    stuck: bool = False
    fixed: bool = False
    equity: bool = False
    forfeited: float | None = None
    behind: Behind = "equity"
    mention: str = ""
    ote: bool = False

    def packed(self) -> str:
        """The wish as a button's value: "chat;firm;215000;;80000 bonus;Globex"."""
        ask = "" if self.ask is None else f"{self.ask:.10g}"
        marks = (("s", self.stuck), ("f", self.fixed), ("e", self.equity), ("o", self.ote))
        how = "".join(mark for mark, on in marks if on)
        left = "" if self.forfeited is None else f"{self.forfeited:.10g} {self.behind}"
        name = self.mention.replace(";", " ")[:_LONGEST_NAME]
        return ";".join((self.form, self.tone, ask, how, left, name))


def unpacked(value: str) -> Wish:
    """The wish in a button's value; what is none of its words is left out, never an error."""
    form, tone, ask, how, left, name = [*value.split(";"), "", "", "", "", "", ""][:6]
    sum_, _, behind = left.partition(" ")
    return Wish(
        form=form if form in get_args(Form) else "",  # type: ignore[arg-type]
        tone=tone if tone in get_args(Tone) and tone else "warm",  # type: ignore[arg-type]
        ask=_number(ask),
        stuck="s" in how,
        fixed="f" in how,
        equity="e" in how,
        forfeited=_number(sum_),
        behind="bonus" if behind == "bonus" else "equity",
        mention=name,
        ote="o" in how,
    )


def _number(text: str) -> float | None:
    return float(text) if re.fullmatch(r"\d{1,12}(?:\.\d{1,6})?", text) and float(text) > 0 else None


def wished(talk: CounterTalk, told: Told, offer: Offer) -> Wish:
    """The wish in the words of a command, for this offer."""
    money = in_money(talk.sign_on, offer)
    forfeited = in_money(talk.forfeited, offer)
    if talk.wants_ote or is_at_target(told.amount, talk, offer):
        ask = ote_wanted(talk.ote or told.amount, told.percent, offer)
        return Wish(talk.form, talk.tone or "warm", ask=ask, fixed=talk.scene == "fixed", ote=True)
    share = share_wanted(told.percent, offer)
    if share is not None:
        return Wish(talk.form, talk.tone or "warm", ask=share, stuck=True, equity=True)
    whole = whole_wanted(told.amount, talk, offer)
    if whole is not None:
        return Wish(talk.form, talk.tone or "warm", ask=whole)
    amount = told.amount or rate_alone(talk.rest, offer)
    aside = talk.scene == "fixed" or talk.wants_sign_on or talk.equity or forfeited is not None
    return Wish(
        form=talk.form,
        tone=talk.tone or "warm",
        ask=money if aside else wanted(amount, told.percent, offer),
        stuck=aside and not (amount and not talk.scene),
        fixed=talk.scene == "fixed",
        equity=talk.equity,
        forfeited=forfeited,
        behind=talk.behind or "equity",
    )


def as_before(wish: Wish, plan: Counter, case: Case, offer: Offer) -> Wish:
    """The wish for another form or tone, with the number of the counter just written to this offer."""
    sent = case.sent
    if sent is None or sent.company != (offer.company or "") or sent.period != plan.period:
        return wish
    if sent.lever == "base" and plan.lever == "base" and sent.offered == plan.offered:
        return wish if sent.ask == plan.ask else replace(wish, ask=sent.ask)
    if sent.lever == "ote" and plan.lever in ("base", "ote"):
        return replace(wish, ask=sent.ask, ote=True)
    if sent.lever == "sign_on" and plan.lever != "sign_on":
        return replace(wish, stuck=True, ask=sent.ask)
    return wish


def kept_number(wish: Wish, case: Case, offer: Offer) -> Wish:
    """The wish with the number the person asked for before, while the offer it answers is the same."""
    sent = case.sent
    other = wish.stuck or wish.equity or wish.ote
    own = sent is not None and sent.theirs and wish.ask is None and not other
    if sent is None or not own or sent.company != (offer.company or ""):
        return wish
    base = offer.base_amount if offer.base_high is None else offer.base_high
    had = {"base": base, "sign_on": offer.sign_on or None, "ote": ote_of(offer)}.get(sent.lever)
    if sent.period != (offer.base_period or "year") or not _same(had, sent.offered):
        return wish
    if sent.lever not in _OWN:
        return wish
    return replace(wish, ask=sent.ask, stuck=sent.lever == "sign_on", ote=sent.lever == "ote")


def base_to_ask(case: Case, offer: Offer, critique: Critique, quote: Quote | None) -> float | None:
    """The yearly base that `/counter` would ask for now, for a chart's mark; None where it asks for none.

    Once they have moved, it is the one that was asked for: one counters once.
    """
    wish = kept_number(Wish(), case, offer)
    if wish.stuck or wish.ote:
        return None
    base, sent = offer.base_amount if offer.base_high is None else offer.base_high, case.sent
    ours = sent is not None and sent.company == (offer.company or "")
    if sent is not None and ours and base is not None and base * full_time(offer) > sent.base:
        asked = sent.lever == "base" and sent.period == (offer.base_period or "year") and sent.ask > base
        return sent.ask * full_time(offer) if asked else None
    plan = counter(offer, critique, quote, wanted=wish.ask, evidence=evidence_of(case))
    if plan is None or plan.lever != "base" or plan.offered is None:
        return None
    more = plan.ask > plan.offered or plan.rule == "top_of_range"
    return plan.ask * full_time(offer) if more else None


_OWN = ("base", "ote", "sign_on")  # what a number of the person's may be of


def _same(one: float | None, other: float | None) -> bool:
    return one == other if one is None or other is None else math.isclose(one, other, rel_tol=1e-6)


def other_offer(case: Case, words: str) -> Offer | None:
    """The other offer of the case that words name by its company; None where none is."""
    name = fold(_COMPANY_TAIL.sub("", words)).strip(" '\"“”")
    if not name:
        return None
    held = (*case.others, *(each.offer for each in case.shelf))
    return next((each for each in held if each.company and _is(fold(each.company), name)), None)


def _is(company: str, name: str) -> bool:
    first = company.split(maxsplit=1)[0].strip(",.")
    cut = len(name) >= _ENOUGH and company.startswith(name)  # as a button carries a long one
    return cut or name in (company, first) or name.split(maxsplit=1)[0].strip(",.") == company


def shown(wish: Wish, *, form: Form | None = None, tone: Tone | None = None) -> str:
    """The same wish in another form or tone, as a button's value."""
    return replace(wish, form=wish.form if form is None else form, tone=tone or wish.tone).packed()


def evidence_of(case: Case) -> frozenset[str]:
    """Which parts of the evidence the person has given."""
    return frozenset(name for name, said in (("workflow", case.work), ("eval", case.proof)) if said)
