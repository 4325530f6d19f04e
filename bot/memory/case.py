"""A person's case: what one turn leaves for the next. Values only; the store keeps them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.offers.offer import Offer, Period
from bot.offers.worth.periods import PERIODS_A_YEAR, full_time
from bot.playbook.answered import Answered, Beside
from bot.playbook.decide import Sent
from bot.playbook.drill import Drill
from bot.playbook.pack import Pack, said_proof, said_work

Plain = str | float | int | None  # what a field of an offer holds

OPEN_FOR = timedelta(hours=12)  # an open question older than this is no longer what a person is answering


@dataclass(frozen=True, slots=True)
class About:
    """What a question or an offer is about: role and level ids, a place id, AI-skilled or not.

    `company` is the one whose figures a button or an option asks for: it is not inherited from a profile
    or from what was asked before.
    """

    role: str | None = None
    place: str | None = None
    level: str | None = None
    ai: bool | None = None
    company: str | None = None

    def over(self, other: About) -> About:
        """This, with what it does not say taken from `other`."""
        return About(
            role=self.role or other.role,
            place=self.place or other.place,
            level=self.level or other.level,
            ai=other.ai if self.ai is None else self.ai,
            company=self.company,
        )


@dataclass(frozen=True, slots=True)
class Question:
    """A question left open: the command that asked, what it wants, what it knows already.

    `known` is the cell understood so far (words.pack), to be read again with the answer beside it.
    `choices` are the cells offered, in the order shown: "2" means the second. `company` is the one the
    question was about, or "". `free` says that any words answer it, however many: a sentence on one's
    work, a line said to a recruiter in practice; `known` is then the step it was asked at. `waiting` is the
    question that was open before, open again once this one is answered or passed over.
    """

    command: str
    wants: str
    known: str
    asked_at: datetime
    choices: tuple[str, ...] = ()
    company: str = ""
    free: bool = False
    waiting: Question | None = None

    def stands(self, now: datetime) -> bool:
        """Whether a person may still be answering it."""
        return now - self.asked_at < OPEN_FOR


@dataclass(frozen=True, slots=True)
class Said:
    """What a person said of one term of the offer at hand, by the names of its fields.

    `values` is what holds, None for a field left out; `readings` are what texts were read as that the
    person has spoken over, so that the same text changes nothing. `pasted` is what a later text said
    instead, until the person has said which one holds; empty where there is nothing to ask.
    """

    values: Mapping[str, Plain]
    readings: tuple[Mapping[str, Plain], ...] = ()
    pasted: Mapping[str, Plain] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Shelved:
    """An offer of another company put aside, with its job and what the person said of it."""

    offer: Offer
    about: About = About()
    said: Mapping[str, Said] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Draft:
    """The offer at hand, and what lay beside it, as it stood before it was put right, for "undo"."""

    offer: Offer | None
    about: About = About()
    said: Mapping[str, Said] = field(default_factory=dict)
    others: tuple[Offer, ...] = ()
    shelf: tuple[Shelved, ...] = ()


@dataclass(frozen=True, slots=True)
class Last:
    """What the last reply with a figure or advice was, and the little that works it out again for "why?".

    `of` is its command, `about` the job it looked up, with the company whose own pay it showed. `scene` is
    what it answered of several: a recruiter's question, a line of an employer's ("would_you"). `wish` is the
    command's own short form of what was wanted, as its buttons carry it. `low` and `high` are the sums it was
    asked about, of a full-time year, said `per` a period, in `currency`;
    never today's pay. `names` are the offers compared, the
    employer types shown, or the kinds of mistake found. `before` and `now` are the offer on either side of
    an employer's answer, None where that is the one at hand, and `beside` what they gave beside pay.
    `at` is when: a question asked later is what "why?" is about.
    """

    of: str
    about: About = About()
    scene: str = ""
    wish: str = ""
    low: float | None = None
    high: float | None = None
    currency: str = "USD"
    per: str = "year"
    names: tuple[str, ...] = ()
    before: Offer | None = None
    now: Offer | None = None
    beside: tuple[Beside, ...] = ()
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """All that is kept of a person: no pasted text, only what was read from it.

    `me` is what they said of themselves, `floor` their least acceptable yearly base in `floor_currency`,
    said for `floor_per` (None is a year): one by the hour is kept as 2,080 of it, and held against an
    offer's own hours. `offer` is the latest one read and `offer_about` the job it is for, `looked_up` what
    the last look-up was about and `looked_up_by` its command. `pack` is their evidence in their own
    sentences: what they built, how they knew it worked, why it carries over.

    `said` is what the person put right in `offer`, by term (`bot.commands.terms`); it holds for as
    long as the offer is that company's. `others` stood in the same text, `before` are earlier states
    of the offer, the latest last. `shelf` are offers of other companies read before, the latest first.
    `sent` is the counter last written, to hold their answer against, `answered` what they have said so far.
    `targets` are the ids of the employer types the person aims at. `last` is what "why?" asks about.

    `drill` is a practice talk with the person's own lines, which go when it is scored.
    """

    me: About = About()
    floor: float | None = None
    floor_currency: str = "USD"
    floor_per: Period | None = None
    offer: Offer | None = None
    offer_about: About = About()
    looked_up: About | None = None
    looked_up_by: str = "median"
    pack: Pack = field(default_factory=Pack)
    question: Question | None = None
    said: Mapping[str, Said] = field(default_factory=dict)
    others: tuple[Offer, ...] = ()
    before: tuple[Draft, ...] = ()
    shelf: tuple[Shelved, ...] = ()
    drill: Drill | None = None
    sent: Sent | None = None
    answered: Answered | None = None
    targets: tuple[str, ...] = ()
    last: Last | None = None

    def floor_in(self, currency: str | None) -> float | None:
        """The floor where it is in that currency (None means US dollars): it is never converted."""
        return self.floor if self.floor_currency == (currency or "USD") else None

    @property
    def floor_said(self) -> float | None:
        """The floor in the period it was said for: 46.0 for "$46 an hour"."""
        return None if self.floor is None else round(self.floor / PERIODS_A_YEAR[self.floor_per or "year"], 6)

    def floor_for(self, offer: Offer) -> float | None:
        """The floor in an offer's currency, for a full-time year as that offer counts one.

        A floor by the hour is as many hours of it as the offer's own: rate stands against rate.
        """
        said = self.floor_said
        if said is None or self.floor_in(offer.currency) is None:
            return None
        return said * full_time(offer, "hour") if self.floor_per == "hour" else self.floor

    @property
    def work(self) -> str:
        """What the person built or ran, as a counter says it; or ""."""
        return said_work(self.pack)

    @property
    def proof(self) -> str:
        """How they knew it worked, as a counter says it; or ""."""
        return said_proof(self.pack)
