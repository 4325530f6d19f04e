"""What a person said of an offer stays said: an offer taken up, put right, and put back as it was.

A correction holds for the offer at hand and for every later text of the same offer. A text that says
clearly something else is neither believed nor passed over: the person is asked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.commands.amending.terms import TERM_OF, is_figure
from bot.commands.amending.values import applied
from bot.commands.judging import job_of
from bot.memory.case import About, Case, Draft, Plain, Said
from bot.offers.offer import Offer
from bot.understand.text import fold

ABOUT = "about"  # what was said of the job an offer is for, kept among the terms
MOST_DRAFTS = 3  # steps back that "undo" can take
MOST_READINGS = 6
_ALIKE = 0.01  # two figures this near, as a share of them, are one that was rounded
_IN_COMMON = 0.5  # share of the figures of two texts without a company that makes them one offer
_JOB = ("role", "place", "level", "ai")


def taken_up(case: Case, offers: Sequence[Offer], about: About) -> Case:
    """The case with the offers just read: the first at hand, for the job `about`, the rest beside it.

    Where it is the offer at hand again, pasted once more or revised, what the person said of it holds.
    Of several offers the one of the company at hand comes first.

    Raises:
        IndexError: there are no offers.
    """
    at = next((n for n, each in enumerate(offers) if _same_company(case, each)), 0)
    offer, others = offers[at], (*offers[:at], *offers[at + 1 :])
    if at:
        about = job_of(offer).over(case.me)
    said: Mapping[str, Said] = {}
    if case.said and _is_again(case, offer):
        offer, about, said = _with_said(case, offer, about)
    kept = replace(
        case, offer=offer, offer_about=about, said=said, others=others, question=None, looked_up=None
    )
    same = _state(kept) == _state(case) or case.offer is None
    return kept if same else replace(kept, before=_drafts(case))


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
        question=None,
        before=case.before[:-1],
    )


def _over(had: Said, values: Mapping[str, Plain], read: Mapping[str, Plain]) -> Said:
    """What was said of a term with these values over it, and the reading that was spoken over."""
    readings = had.readings if read in had.readings else (*had.readings, read)
    return Said({**had.values, **values}, readings[-MOST_READINGS:])


def _drafts(case: Case) -> tuple[Draft, ...]:
    now = Draft(case.offer, case.offer_about, case.said, case.others)
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
    return not any(
        all(_alike(now[name], known[name]) for name in now if name in known) for known in as_before
    )


def _alike(one: Plain, other: Plain) -> bool:
    if isinstance(one, int | float) and isinstance(other, int | float):
        return abs(one - other) <= _ALIKE * max(abs(one), abs(other))
    if isinstance(one, str) and isinstance(other, str):
        return fold(one) == fold(other)
    return one == other


def _companies(case: Case) -> set[str]:
    """The names of the company at hand: as it stands, and as it was read before the person named it."""
    named = [case.offer.company if case.offer else None]
    if "company" in case.said:
        named += [str(each.get("company") or "") for each in case.said["company"].readings]
    return {fold(name) for name in named if name}


def _same_company(case: Case, offer: Offer) -> bool:
    return bool(offer.company) and fold(offer.company or "") in _companies(case)


def _is_again(case: Case, offer: Offer) -> bool:
    """Whether a text is of the offer at hand: of its company, or, unnamed, with mostly its figures."""
    if offer.company and _companies(case):
        return _same_company(case, offer)
    known: list[Mapping[str, Plain]] = [{name: getattr(case.offer, name) for name in TERM_OF}]
    known += [read for term, each in case.said.items() if term != ABOUT for read in each.readings]
    figures = {
        name: value for name in TERM_OF if is_figure(name) and (value := getattr(offer, name)) is not None
    }
    common = sum(any(_alike(value, each.get(name)) for each in known) for name, value in figures.items())
    return bool(figures) and common >= _IN_COMMON * len(figures)
