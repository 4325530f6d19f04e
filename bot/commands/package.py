"""`/package`: every lever beside base, with the money on each and the sentence for it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from bot.commands import words
from bot.commands.about import asked_of
from bot.commands.base import Ask, Command, Option, Outcome, Setting
from bot.commands.judging import Judged, company_of, judge, slots_of
from bot.commands.keeping import taken_up
from bot.commands.offer_job import job_heard
from bot.commands.package_words import Pulled, packed, read_pulled, unpacked
from bot.commands.verdict import PASTE
from bot.market.ladder import quote
from bot.market.quote import Quote
from bot.memory.case import Case
from bot.offers.offer import Offer
from bot.offers.reader import read as read_offer
from bot.offers.worth.shapes import Worth
from bot.offers.worth.table import worth_of
from bot.playbook.counter import USUAL_LOW, USUAL_TOP
from bot.playbook.critique import Critique
from bot.playbook.lever_shapes import Lever, LeverKind
from bot.playbook.levers import (
    NOTICE_MONTHS,
    OF_SHARES,
    OF_TARGETS,
    REVIEW_MONTHS,
    REVIEW_PERCENT,
    SEVERANCE_MONTHS,
    levers,
)
from bot.playbook.open_to import gives_shares, room_for_remote
from bot.turn import Action, Button, Choice, Reply, Select
from bot.understand.level_order import track
from bot.understand.share_givers import in_person
from bot.voice import render

_COUNTER = Button("Write the counter", "counter.write", primary=True)
_FEW = 4  # words; more that name no lever and no offer are a question of their own


@dataclass(frozen=True, slots=True)
class PackageFacts:
    """Every lever with its figures and how each was made, and what those stand on.

    `shown` is the lever told in full, `leaving` what the person gives up for the offer, `above` the median
    one level up. `usual` are the percents companies usually move; `examples` are ours: the percent and
    months of a review, the months of severance and of notice.
    """

    levers: tuple[Lever, ...]
    shown: LeverKind | None = None
    leaving: float | None = None
    offer: Offer | None = None
    worth: Worth | None = None
    quote: Quote | None = None
    above: Quote | None = None
    critique: Critique | None = None
    usual: tuple[int, int] = (USUAL_LOW, USUAL_TOP)
    examples: tuple[float, ...] = (REVIEW_PERCENT, REVIEW_MONTHS, SEVERANCE_MONTHS, NOTICE_MONTHS)


def respond(ask: Ask, case: Case, setting: Setting) -> Outcome:
    """All levers of the offer at hand, or one of them in full."""
    said = ask.words
    pulled = unpacked(ask.known) if ask.known else read_pulled(said)
    pasted = None if pulled.leaving or ask.known else _pasted(ask, said, case)
    if pasted is not None:
        case = taken_up(case, (pasted,), job_heard(pasted, said, "", case.me).about)
        pulled = Pulled()
    if case.offer is None:
        return _no_offer(pulled, case)
    unclear = bool(said.strip()) and not ask.spoken and pasted is None and pulled.lever is None
    return _told(judge(case, case.offer, setting), pulled, case, setting, unclear=unclear)


def _pasted(ask: Ask, said: str, case: Case) -> Offer | None:
    """An offer pasted with the command: one that says its pay, and not only a term of the one at hand."""
    found = (ask.found or read_offer(said)).offers
    if not found or (found[0].base_amount is None and found[0].base_low is None):
        return None
    return found[0] if case.offer is None or found[0].company or len(said.split()) > _FEW else None


def _no_offer(pulled: Pulled, case: Case) -> Outcome:
    text = render("package_none", leaving=pulled.leaving, currency=pulled.currency)
    facts = PackageFacts((), leaving=pulled.leaving)
    return Outcome(Reply(text, "package", facts=facts, actions=(PASTE,)), case)


def _told(judged: Judged, pulled: Pulled, case: Case, setting: Setting, *, unclear: bool) -> Outcome:
    offer, worth = judged.offer, worth_of(judged.offer)
    foreign = pulled.currency is not None and pulled.currency != (offer.currency or "USD")
    leaving = None if foreign else pulled.leaving
    own, above = _medians(judged, setting)
    asked = pulled.lever in OF_TARGETS
    found = levers(offer, worth, judged.critique, own, above, leaving=leaving, at_target=asked)
    kinds = tuple(lever.kind for lever in found)
    shown = pulled.lever if pulled.lever in kinds else None
    facts = PackageFacts(
        levers=found,
        shown=shown,
        leaving=leaving,
        offer=offer,
        worth=worth,
        quote=own or judged.quote,
        above=above,
        critique=judged.critique,
    )
    text = render(
        "package_lever" if shown else "package",
        facts=facts,
        lever=next(lever for lever in found if lever.kind == (shown or kinds[0])),
        offer=offer,
        company=company_of(offer),
        critique=judged.critique,
        quote=own,
        above=above,
        job=words.job(own.role, own.level) if own else None,
        higher=words.job(above.role, above.level) if above else None,
        contract=offer.by_contract,
        leaving=leaving,
        parts=pulled.parts,
        foreign=foreign,
        unclear=unclear,
        missing=pulled.lever if pulled.lever and shown is None else None,
        missing_why=why_shut(offer, pulled.lever) if pulled.lever and shown is None else "",
        shares=gives_shares(offer),
        wants_sum=pulled.leaves and not pulled.leaving,
    )
    slots = slots_of(offer, judged.about)
    return Outcome(Reply(text, "package", slots, facts, _actions(found, facts)), case)


def why_shut(offer: Offer, lever: LeverKind) -> Literal["", "contract", "no_shares", "remote", "in_person"]:
    """Why a lever is none of this offer's; "" where only no equity is stated."""
    if offer.by_contract:
        return "contract"
    if lever in OF_SHARES:
        return "" if gives_shares(offer) else "no_shares"
    if lever == "remote" and not room_for_remote(offer):
        return "in_person" if in_person(offer.title) else "remote"
    return ""


def _medians(judged: Judged, setting: Setting) -> tuple[Quote | None, Quote | None]:
    """The measured medians of this level and the next, for the same job and place; else neither."""
    about, own = judged.about, judged.quote
    order = track(about.level) if about.level else ()
    if own is None or own.n is None or own.level != about.level or about.level not in order[:-1]:
        return None, None
    level = order[order.index(about.level) + 1]
    higher = quote(setting.market, asked_of(replace(about, level=level))).quote
    if higher is None or higher.n is None or higher.level != level:
        return None, None
    same = (higher.role, higher.place, higher.ai) == (own.role, own.place, own.ai)
    mixed = all(2 * (each.largest or each.n or 0) < (each.n or 0) for each in (own, higher))
    return (own, higher) if same and mixed else (None, None)  # one employer's ladder is no market


def _actions(found: tuple[Lever, ...], facts: PackageFacts) -> tuple[Action, ...]:
    """The other levers to choose from, and the counter."""
    contract = facts.offer is not None and facts.offer.by_contract
    choices = tuple(
        Choice(render("package_name", kind=lever.kind, contract=contract), packed(lever.kind, facts.leaving))
        for lever in found
        if lever.kind != facts.shown
    )
    return (
        Select(render("package_name", kind="choose", contract=contract), "package.show", choices),
        _COUNTER,
    )


def show(ask: Ask, case: Case, setting: Setting) -> Outcome:
    """A lever chosen under the list."""
    return respond(Ask(known=ask.known), case, setting)


COMMAND = Command(
    name="package",
    summary="All there is to ask for beside base, with the money on each",
    respond=respond,
    options=(
        Option(
            "lever", "text", "One in full (sign-on, equity ...), or what you give up: leaving 80k unvested"
        ),
    ),
    example="/package leaving 80k unvested",
    clicks={"show": show},
)
