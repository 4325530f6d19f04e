"""What a person wants of a counter: the form, the tone, the thing to ask for; from words or a button."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from typing import get_args

from bot.market.quote import Quote
from bot.memory.case import Case
from bot.offers.offer import Offer
from bot.offers.worth.periods import full_time
from bot.playbook.asks import ote_of
from bot.playbook.counter import Counter, counter
from bot.playbook.critique import Critique
from bot.understand.counter_talk import Behind, CounterTalk, Form, Tone
from bot.understand.money import Amount, is_thousands
from bot.understand.text import fold
from bot.understand.told import Told

# A number this far from the base, as a share of it, is not one to ask for instead of it.
_LEAST, _MOST = 0.5, 3.0
_LEAST_SHARE, _MOST_SHARE = 0.05, 5.0  # percent of a company that a person may be given
_MOST_SIGN_ON = 3.0  # of a year's base; more was misread
_LONGEST_NAME = 24  # characters of a company in a button's value
_ENOUGH = 4  # characters that begin a company's name
_OF_BASE = re.compile(r"\b(?:base|salary|fixed)\b", re.IGNORECASE)
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
    money = _in_money(talk.sign_on, offer)
    forfeited = _in_money(talk.forfeited, offer)
    if talk.wants_ote or _is_at_target(told.amount, talk, offer):
        ask = ote_wanted(talk.ote or told.amount, told.percent, offer)
        return Wish(talk.form, talk.tone or "warm", ask=ask, fixed=talk.scene == "fixed", ote=True)
    share = share_wanted(told.percent, offer)
    if share is not None:
        return Wish(talk.form, talk.tone or "warm", ask=share, stuck=True, equity=True)
    aside = talk.scene == "fixed" or talk.wants_sign_on or talk.equity or forfeited is not None
    return Wish(
        form=talk.form,
        tone=talk.tone or "warm",
        ask=money if aside else wanted(told.amount, told.percent, offer),
        stuck=aside and not (told.amount and not talk.scene),
        fixed=talk.scene == "fixed",
        equity=talk.equity,
        forfeited=forfeited,
        behind=talk.behind or "equity",
    )


def _is_at_target(amount: Amount | None, talk: CounterTalk, offer: Offer) -> bool:
    """Whether a number that names no base can only be pay at target: no less than the one they offer."""
    had, named = ote_of(offer), wanted(amount, None, offer)
    if amount is None or had is None or named is None or _OF_BASE.search(talk.rest) or talk.wants_sign_on:
        return False
    base = offer.base_amount if offer.base_high is None else offer.base_high
    return base is not None and had > base and named * full_time(offer) >= had


def ote_wanted(amount: Amount | None, percent: float | None, offer: Offer) -> float | None:
    """The pay at target to ask for, a year; None where none was named, or of another size or currency."""
    had = ote_of(offer)
    if percent is not None:
        return round(had * (1 + percent / 100), 2) if had and 0 < percent <= 100 * (_MOST - 1) else None
    if amount is None or (amount.currency and offer.currency and amount.currency != offer.currency):
        return None
    base = offer.base_amount if offer.base_high is None else offer.base_high
    measure = had or (base * full_time(offer) if base is not None else None)
    if measure is None or amount.per not in (None, "", "year"):
        return None
    figures = (amount.high, 1000 * amount.high) if is_thousands(amount) else (amount.high,)
    return next((figure for figure in figures if _LEAST <= figure / measure <= _MOST), None)


def share_wanted(percent: float | None, offer: Offer) -> float | None:
    """The percent of the company to ask for: of a size with the one offered, and none a base is raised by."""
    had = offer.equity_pct
    if percent is None or not had or not _LEAST_SHARE <= percent <= _MOST_SHARE:
        return None
    return percent if _LEAST <= percent / had <= _MOST else None


def wanted(amount: Amount | None, percent: float | None, offer: Offer) -> float | None:
    """The number to ask for, in the period of the base; None where none was named or it fits no base."""
    base = offer.base_amount if offer.base_high is None else offer.base_high
    if base is None:
        return None
    if percent is not None:
        return round(base * (1 + percent / 100), 2) if 0 < percent <= 100 * (_MOST - 1) else None
    if amount is None or (amount.currency and offer.currency and amount.currency != offer.currency):
        return None
    per_year = full_time(offer)
    if amount.per == "share":
        return None
    most = amount.high  # of "210-220k" the number to open with
    in_its_period = most * full_time(offer, amount.per) / per_year if amount.per else most
    figures: list[float] = [in_its_period, most / per_year]
    if is_thousands(amount):
        figures.append(1000 * most)
    return next((figure for figure in figures if _LEAST <= figure / base <= _MOST), None)


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


def _in_money(amount: Amount | None, offer: Offer) -> float | None:
    """A sign-on, or a sum left behind, in the offer's currency; None where it is another's or too large."""
    base = offer.base_amount if offer.base_high is None else offer.base_high
    if amount is None or base is None:
        return None
    if amount.currency and amount.currency != (offer.currency or "USD"):
        return None
    money = amount.high * 1000 if is_thousands(amount) else amount.high
    return money if 0 < money <= _MOST_SIGN_ON * base * full_time(offer) else None


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
