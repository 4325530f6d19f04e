"""What a person said of an offer stays said: an offer taken up, put right, and put back as it was.

A correction holds for the offer at hand and for every later text of the same offer. A text that says
clearly something else is neither believed nor passed over: the person is asked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.commands.amending.terms import TERM_OF
from bot.commands.amending.values import applied
from bot.commands.judging import job_of
from bot.commands.same_offer import ABOUT, alike, is_again, same_company
from bot.commands.shelf import aside_of, same, shelved, slim, unshelved
from bot.memory.case import About, Case, Draft, Plain, Said, Shelved
from bot.offers.offer import Offer

MOST_DRAFTS = 3  # steps back that "undo" can take
MOST_READINGS = 6
_JOB = ("role", "place", "level", "ai")


def taken_up(case: Case, offers: Sequence[Offer], about: About) -> Case:
    """The case with the offers just read: the first at hand, for the job `about`, the rest beside it.

    Where it is the offer at hand again, pasted once more or revised, what the person said of it holds.
    Of several offers the one of the company at hand comes first. An offer of another company is put on
    the shelf meanwhile, and comes back with what was said of it when it is pasted again.

    Raises:
        IndexError: there are no offers.
    """
    at = next((n for n, each in enumerate(offers) if same_company(case, each)), 0)
    offer, others = offers[at], (*offers[:at], *offers[at + 1 :])
    if at:
        about = job_of(offer).over(case.me)
    held, shelf = shelved(case, offer)
    others, shelf = unshelved(others, shelf)
    said: Mapping[str, Said] = {}
    if held.said and is_again(held, offer):
        offer, about, said = _with_said(held, offer, about)
    kept = replace(
        case,
        offer=offer,
        offer_about=about,
        said=said,
        others=others,
        shelf=shelf,
        question=None,
        looked_up=None,
    )
    unchanged = _state(kept) == _state(case) or case.offer is None
    return kept if unchanged else replace(kept, before=_drafts(case))


def put_right(case: Case, values: Mapping[str, Plain], about: About | None = None) -> Case:
    """The case with fields of the offer as the person says them, and the job where they say that.

    Raises:
        ValueError: there is no offer at hand.
    """
    offer = case.offer
    if offer is None:
        raise ValueError("a correction, with no offer at hand")
    about = about or About()
    said = dict(case.said)
    for term in dict.fromkeys(TERM_OF[name] for name in values):
        new = {name: value for name, value in values.items() if TERM_OF[name] == term}
        read = {name: getattr(offer, name) for name in new}
        said[term] = _over(said.get(term, Said({})), new, read)
    job = {name: value for name in _JOB if (value := getattr(about, name)) is not None}
    if job:
        read = {name: getattr(case.offer_about, name) for name in job}
        said[ABOUT] = _over(said.get(ABOUT, Said({})), job, read)
    return replace(
        case,
        offer=applied(offer, values),
        offer_about=about.over(case.offer_about),
        said=said,
        looked_up=None,
        before=_drafts(case),
    )


def revised(case: Case, now: Offer) -> Case:
    """The case with the offer as it now stands: every field that differs was said by the person.

    Raises:
        ValueError: there is no offer at hand.
    """
    if case.offer is None:
        raise ValueError("a change, with no offer at hand")
    before = case.offer
    values = {name: getattr(now, name) for name in TERM_OF if getattr(now, name) != getattr(before, name)}
    kept = put_right(case, values)
    return replace(kept, offer=replace(now, doubts=kept.offer.doubts if kept.offer else ()))


def decided(case: Case, term: str, *, pasted: bool) -> Case:
    """The case once the person said which figure of a term holds: the one pasted later, or their own."""
    said = case.said.get(term)
    if case.offer is None or said is None or not said.pasted:
        return case
    values = {**said.values, **said.pasted} if pasted else dict(said.values)
    kept = put_right(case, values)
    return replace(kept, said={**kept.said, term: _over(kept.said[term], {}, said.pasted)})


def dropped(case: Case) -> Case:
    """The case without the offer at hand: the next of the same text takes its place, if there is one."""
    offer = case.others[0] if case.others else None
    return replace(
        case,
        offer=offer,
        offer_about=job_of(offer).over(case.me) if offer else About(),
        said={},
        others=case.others[1:],
        question=None,
        before=_drafts(case),
    )


def chosen(case: Case, number: int) -> Case:
    """The case with another offer of the same text at hand: `others[number]`, in exchange.

    Raises:
        IndexError: there is no such offer.
    """
    offer = case.others[number]
    rest = [each for n, each in enumerate(case.others) if n != number]
    others = (*((case.offer,) if case.offer else ()), *rest)
    about = job_of(offer).over(case.me)
    return replace(
        case, offer=offer, offer_about=about, said={}, others=others, question=None, looked_up=None,
        before=_drafts(case),
    )  # fmt: skip


def undone(case: Case) -> Case | None:
    """The case with the offer as it stood before the last change; None where there is none to take back."""
    if not case.before:
        return None
    last = case.before[-1]
    return replace(
        case,
        offer=last.offer,
        offer_about=last.about,
        said=last.said,
        others=last.others,
        shelf=last.shelf,
        question=None,
        before=case.before[:-1],
    )


def _over(had: Said, values: Mapping[str, Plain], read: Mapping[str, Plain]) -> Said:
    """What was said of a term with these values over it, and the reading that was spoken over."""
    readings = had.readings if read in had.readings else (*had.readings, read)
    return Said({**had.values, **values}, readings[-MOST_READINGS:])


def let_go(case: Case, offer: Offer) -> Case:
    """The case without one of its offers, wherever it lies; the next one is at hand where it was that one."""
    if case.offer is not None and same(case.offer, offer):
        return _next_at_hand(case)
    others = tuple(each for each in case.others if not same(each, offer))
    shelf = tuple(each for each in case.shelf if not same(each.offer, offer))
    return replace(case, others=others, shelf=shelf, question=None, before=_drafts(case))


def brought_up(case: Case, held: Shelved) -> Case:
    """The case with another of its offers at hand, as the person put it right; the others lie beside it."""
    if case.offer is not None and same(case.offer, held.offer):
        return case
    aside = [aside_of(case.offer, case.offer_about, case.said)] if case.offer is not None else []
    return replace(
        case,
        offer=held.offer,
        offer_about=held.about,
        said=held.said,
        others=tuple(each for each in case.others if not same(each, held.offer)),
        shelf=(*aside, *(each for each in case.shelf if not same(each.offer, held.offer))),
        question=None,
        looked_up=None,
        before=_drafts(case),
    )


def _next_at_hand(case: Case) -> Case:
    if case.others or not case.shelf:
        return dropped(case)
    first, *rest = case.shelf
    return replace(
        case, offer=first.offer, offer_about=first.about, said=first.said, shelf=tuple(rest), question=None,
        looked_up=None, before=_drafts(case),
    )  # fmt: skip


def _drafts(case: Case) -> tuple[Draft, ...]:
    offer = slim(case.offer) if case.offer else None
    others = tuple(slim(each) for each in case.others)
    now = Draft(offer, case.offer_about, case.said, others, case.shelf)
    return (*case.before, now)[-MOST_DRAFTS:]


def _state(case: Case) -> tuple[object, ...]:
    offer = replace(case.offer, spans={}, doubts=()) if case.offer else None
    return offer, case.offer_about, case.said


def _with_said(case: Case, offer: Offer, about: About) -> tuple[Offer, About, dict[str, Said]]:
    """The offer and its job with what the person said of them, and where a text now says otherwise."""
    held: dict[str, Plain] = {}
    said: dict[str, Said] = {}
    for term, each in case.said.items():
        if term == ABOUT:
            continue
        held.update(each.values)
        now = {name: getattr(offer, name) for name in each.values}
        said[term] = replace(each, pasted=now if _differs(each, now) else {})
    job = case.said.get(ABOUT)
    if job is not None:
        kept = {
            name: value
            for name, value in job.values.items()
            if getattr(about, name) in (None, value, *(each.get(name) for each in job.readings))
        }
        about = About(**kept).over(about)  # type: ignore[arg-type]
        said[ABOUT] = replace(job, values=kept)
    return applied(offer, held), about, said


def _differs(said: Said, now: Mapping[str, Plain]) -> bool:
    """Whether a text says clearly something else than the person and than what was read before."""
    if all(value is None for value in now.values()):
        return False
    as_before = (said.values, *said.readings)
    return not any(all(alike(now[name], known[name]) for name in now if name in known) for known in as_before)
