"""The drafts with their findings, and what is known beside each."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from pathlib import Path

from bot.market.quote import Asked, Quote
from bot.offers.offer import Offer
from bot.playbook.check.reading import check
from bot.playbook.check.shapes import Checked, Known, Lines
from bot.playbook.critique import critique

LINES = Lines(
    thanks="Thank you for the offer.",
    close="Can we get there?",
    ask="Can you get the base to {figure}?",
    figure="[GAP: your number. One base, not a range]",
    other="My one point is the sign-on: I am asking for [GAP: one number].",
    market="The market: [GAP: the market. One figure for this role, level and city, with its source].",
    work="[GAP: your work. One thing you built or ran, and what came of it].",
    offered="$175,000",
    others={"equity": "Can you get the equity to [GAP: one number]?"},
    fallback="If the base has no room, could you do a sign-on of [GAP: one number] instead?",
)


@dataclass(frozen=True, slots=True)
class Marked:
    """A draft, the kinds a coach finds in it, and the offer and median that are known."""

    id: str
    text: str
    kinds: frozenset[str] = frozenset()
    company: str | None = None
    base: float | None = None
    median: float | None = None
    p75: float | None = None

    def known(self) -> Known:
        """What is known beside the draft."""
        if self.base is None and self.company is None:
            return Known()
        offer = Offer(company=self.company, base_amount=self.base, base_period="year", currency="USD")
        return Known(offer, critique(offer, self._quote(), None))

    def _quote(self) -> Quote | None:
        if self.median is None:
            return None
        return Quote(
            role="software-engineer", place="San Francisco, CA", level="senior", ai="all", p50=self.median,
            source="postings", source_name="postings", as_of="2026-08-08", basis="measured", p75=self.p75,
            n=312, employers=40, asked=Asked("software-engineer", "0041860", "senior"),
        )  # fmt: skip

    def checked(self) -> Checked:
        """The draft checked."""
        return check(self.text, self.known(), self.lines())

    def lines(self) -> Lines:
        """The sentences for its improved draft."""
        return replace(LINES, offered=f"${self.base:,.0f}") if self.base else LINES


def drafts(name: str) -> list[Marked]:
    """The drafts of `drafts.toml`, `unseen.toml` or `voices.toml`."""
    path = Path(__file__).with_name(f"{name}.toml")
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["draft"]
    return [
        Marked(**{**row, "text": row["text"].strip(), "kinds": frozenset(row.get("kinds", ()))})
        for row in rows
    ]


@dataclass(frozen=True, slots=True)
class Score:
    """How the kinds found compare with those marked: counts over all drafts."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """Of what was found, the share that is marked."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Of what is marked, the share that was found."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


def scores(marked: list[Marked]) -> dict[str, Score]:
    """A score by kind, and over all under ""."""
    pairs = [(each.kinds, each.checked().looked.kinds) for each in marked]
    kinds = sorted({kind for gold, found in pairs for kind in gold | found})

    def count(kind: str | None) -> Score:
        def only(some: frozenset[str]) -> frozenset[str]:
            return some if kind is None else some & {kind}

        return Score(
            sum(len(only(gold) & found) for gold, found in pairs),
            sum(len(only(frozenset(found)) - gold) for gold, found in pairs),
            sum(len(only(gold) - found) for gold, found in pairs),
        )

    return {"": count(None)} | {kind: count(kind) for kind in kinds}
