"""What each mention of a text is for and whose it is: its role, judged by learnt weights."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from bot.offers.benefit_names import is_named_benefit
from bot.offers.corrections import corrections, raises, rises
from bot.offers.features import features
from bot.offers.figures import Figure
from bot.offers.layout import Layout
from bot.offers.mentions import mentions
from bot.offers.settled import settled
from bot.offers.tagger import Weights, tag, weights
from bot.understand.vocab import rows

# From here on a role is sure, and from here on another is worth a thought.
_SURE, _LEAST = 0.8, 0.02
_UNSURE = 0.6
# Roles of sums that are no term of an offer: whose they are instead, and nothing at all.
PRESENT, WISH, POSTED, OTHERS, IF, NONE = "present", "wish", "posted", "others", "if", "none"
NOT_OFFERED = frozenset({PRESENT, WISH, POSTED, OTHERS, IF, NONE})
# What either end of a raised base may be taken for.
_BASES = frozenset({"base", "base_old", "base_again", "base_later", IF, NONE})
# Terms that by themselves make a text an offer.
PAY = frozenset(
    {
        "base", "bonus_pct", "bonus_amount", "sign_on", "sign_on_y1", "sign_on_y2", "equity_value",
        "equity_year", "equity_units", "equity_pct", "total", "ote", "base_old", "base_again",
    }
)  # fmt: skip


class Judged(NamedTuple):
    """A mention with its role, how sure that is (0 to 1), and what else it may be, likeliest first."""

    figure: Figure
    role: str
    sure: float = 1.0
    others: tuple[tuple[str, float], ...] = ()

    @property
    def instead(self) -> str:
        """The role it has otherwise."""
        return self.others[0][0] if self.others else NONE

    def chance(self, role: str) -> float:
        """How likely it has a role."""
        return self.sure if role == self.role else dict(self.others).get(role, 0.0)

    @property
    def offered(self) -> bool:
        """Whether it is a term of an offer."""
        return self.role not in NOT_OFFERED


def judge(layout: Layout, model: Weights | None = None) -> tuple[Judged, ...]:
    """Every mention of a text with its role, in order.

    `model` is another than the shipped weights, while they are learnt.
    """
    found = mentions(layout)
    if not found:
        # Words without a figure are most of what is said: they need no weights.
        return ()
    tags = tag(model or weights("roles"), features(layout, found))
    entries = [
        Judged(figure, one.label, one.sure, one.others) for figure, one in zip(found, tags, strict=True)
    ]
    return _put_right(layout, _echoed([_told(layout, entry) for entry in entries]))


def _put_right(layout: Layout, entries: tuple[Judged, ...]) -> tuple[Judged, ...]:
    """The entries without the figures their writer takes back, whose roles the right ones have.

    Of a base that was raised within a few words the earlier one is told apart.
    """
    found = list(entries)
    for wrong, right in corrections(layout.source.low, [entry.figure for entry in entries]):
        back, kept = found[wrong], found[right]
        # Of two sums the latter is what the former was, unless it surely is no offer's.
        unsure = wrong < right and not kept.offered and kept.sure < _SURE
        if back.offered and (kept.role == NONE or unsure):
            worth = (
                "equity_value" if back.role == "equity_units" and kept.figure.kind == "money" else back.role
            )
            count = "equity_units" if back.role == "equity_value" and kept.figure.kind == "count" else worth
            found[right] = kept._replace(role=count, sure=_UNSURE)
        if kept.role in {NONE, back.role} or kept.offered or unsure:
            found[wrong] = back._replace(role=NONE)
    for now, then in rises(layout.source.low, [entry.figure for entry in entries]):
        if found[now].role == "base" and found[then].role in _BASES:
            found[then] = found[then]._replace(role="base_later")
    for was, now in raises(layout.source.low, [entry.figure for entry in entries]):
        ends = {found[was].role, found[now].role}
        if ends <= _BASES and not ends <= {IF, NONE}:
            found[was] = found[was]._replace(role="base_old")
            found[now] = found[now]._replace(role="base")
    return tuple(found)


# Words that name a sum right beside it: the term, what may stand between, and the roles it leaves alone.
_AFTER, _BEFORE = (
    frozenset({" ", " in ", " of ", " worth of "}),
    frozenset({": ", ":", " - ", " is ", " of "}),
)
_FAMILIES = {
    "equity": ("equity_value", frozenset({"equity_year", "equity_old", "equity_more", "refresh"})),
    "relocation": ("relocation", frozenset({"relocation"})),
    "sign_on": ("sign_on", frozenset({"sign_on_y1", "sign_on_y2", "sign_on_old"})),
}


# What says that a sum is what one share is worth: after a sum of equity, and before any sum.
_MOST_PRICE, _BESIDE = 20_000, 60
_NOUN = re.compile(r" (?:active |paying |support |daily |monthly )?([a-z]{4,14})\b")
_EACH_SHARE = re.compile(
    r" ?(?:each\b(?! (?:year|quarter|month|vest))|apiece\b|(?:a|per|/) ?(?:share|unit|rsu)\b)"
)
_ONE_SHARE = re.compile(
    r"\b(?:one|each|an?|per|every) (?:rsu|share|unit) (?:is |was |of stock )?(?:currently |now |today )?"
    r"(?:worth|valued|trad(?:es|ing)|priced)(?: is| at)?(?: about| around| roughly| some| approximately)? ?$"
)


def _is_price(layout: Layout, entry: Judged) -> bool:
    """Whether a sum is what one share is worth: "the RSUs are worth $400 each", "one RSU is worth $185"."""
    figure, low = entry.figure, layout.source.low
    sized = figure.kind == "money" and not figure.is_range and figure.low < _MOST_PRICE
    if not sized or entry.role in ("strike", "share_price"):
        return False
    if entry.role in ("equity_value", "equity_year") and _EACH_SHARE.match(low, figure.end):
        return True
    return _ONE_SHARE.search(low[max(0, figure.start - _BESIDE) : figure.start]) is not None


@cache
def _counted() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("counted_things"))


def _counts_things(layout: Layout, figure: Figure) -> bool:
    """Whether a number says how many there are of something: "50,000 customers"."""
    if figure.kind != "money" or figure.currency is not None or figure.unit is not None:
        return False
    after = _NOUN.match(layout.source.low, figure.end)
    return after is not None and after[1] in _counted()


def _names_next(layout: Layout, position: int) -> bool:
    """Whether the words that end at a place name the figure after them: "sign on 25k", "equity: 40k"."""
    figures, low = layout.figures, layout.source.low
    if low.startswith(":", position):
        return True
    at = bisect_left(figures, position, key=lambda figure: figure.start)
    return at < len(figures) and low[position : figures[at].start] in _AFTER | _BEFORE


def _told(layout: Layout, entry: Judged) -> Judged:
    """A sum as the words right beside it say beyond doubt: a count of things, a benefit, a share's price."""
    role = settled(layout.source.low, entry.figure)
    if role is not None:
        return entry if entry.role == role else entry._replace(role=role, sure=_SURE, others=())
    if _counts_things(layout, entry.figure):
        return entry._replace(role=NONE, sure=max(entry.sure, _SURE))
    if not entry.offered and entry.role != OTHERS and is_named_benefit(layout.source.low, entry.figure):
        return entry._replace(role="benefit", sure=_UNSURE)
    if _is_price(layout, entry):
        return entry._replace(role="share_price", sure=max(entry.sure, _SURE))
    return _named(layout, entry)


def _named(layout: Layout, entry: Judged) -> Judged:
    """An unsure sum of an offer, as the words right beside it name it: "25k equity", "5k relocation"."""
    figure = entry.figure
    if figure.kind != "money" or entry.sure >= _SURE or not entry.offered:
        return entry
    if figure.plain and entry.role == "equity_units":
        return entry  # a number alone counts shares: "400 stock options"
    low, cues = layout.source.low, layout.cues.terms
    at = bisect_left(cues, figure.end, key=lambda cue: cue.start)
    named = ""
    if (
        at < len(cues)
        and low[figure.end : cues[at].start] in _AFTER
        and not _names_next(layout, cues[at].end)
    ):
        named = cues[at].cue.role
    elif at and cues[at - 1].cue.role == "equity" and low[cues[at - 1].end : figure.start] in _BEFORE:
        named = "equity"
    role, others = _FAMILIES.get(named, ("", frozenset()))
    if not role or entry.role == role or entry.role in others:
        return entry
    instead = tuple(other for other in entry.others if other[0] != role)
    return entry._replace(role=role, sure=_UNSURE, others=((entry.role, entry.sure), *instead))


def _echoed(entries: Sequence[Judged]) -> tuple[Judged, ...]:
    """The entries, with a sum that is said again unsurely taken for what it surely was before."""
    surely: dict[tuple[float, float], str] = {}
    found = []
    for entry in entries:
        figure = entry.figure
        said = (figure.low, figure.high)
        before = surely.get(said) if figure.kind == "money" else None
        if before and before != entry.role and entry.sure < _SURE and entry.chance(before) >= _LEAST:
            entry = entry._replace(role=before)  # noqa: PLW2901
        elif figure.kind == "money" and entry.sure >= _SURE and entry.role in PAY and not figure.bare:
            surely.setdefault(said, entry.role)
        found.append(entry)
    return tuple(found)
