"""What to ask about an offer that was read with doubt: a figure and what it was taken for.

At most two questions stand at a time, those whose answers change the most money; the rest come
once these are answered.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.commands.amending.moving import moved, without
from bot.commands.amending.terms import TERM_OF, Shown, drawn, kind_of, shown
from bot.memory.case import Plain, Said
from bot.offers.offer import Doubt, Offer
from bot.offers.worth.table import worth_of
from bot.turn import Button
from bot.voice import render

AT_A_TIME = 2
# Percents that a term left in doubt can be: nobody is offered 15% of a company or a bonus of 0.05%.
_POSSIBLE = {"equity_pct": (0.0, 5.0), "bonus_pct": (1.0, 300.0)}

# The field a figure fills when it has another role than it was read in. A role without a field here
# and named below is that of no term of an offer.
_FIELD_OF = {
    "base": "base_amount",
    "base_old": "original_base",
    "equity_year": "equity_value_per_year",
    "cliff": "cliff_months",
    "total": "total_comp",
    "ote": "ote_low",
    "refresh": "refresh_value",
    "pto": "pto_days",
    "term": "term_months",
    "hours": "hours_per_week",
    "clawback": "clawback_months",
    "window": "exercise_window_months",
}
_NO_TERM = frozenset({"present", "wish", "posted", "others", "if", "benefit", "retention", "severance"})


@dataclass(frozen=True, slots=True)
class DoubtShown:
    """One question: `value` was read for `field`; with `instead` the other thing it may be, "" where none.

    `fields` are all that the same figure filled. `rival` is set where the person said `value` before and
    a later text says `rival`: the question is then which one holds.
    """

    field: str
    term: str
    value: Shown
    fields: tuple[str, ...]
    instead: str = ""
    rival: Shown | None = None

    @property
    def key(self) -> str:
        """The question as a button carries it: what was asked of which figure."""
        figure = self.value.words if self.value.low is None else f"{self.value.low:.12g}"
        return f"{self.field}:{figure}"[:35]

    @property
    def actions(self) -> tuple[Button, ...]:
        """The answers to this question alone."""
        if self.rival is not None:
            return (
                Button(_label("keep", self), "doubt.mine", self.key),
                Button(_label("take", self), "doubt.pasted", self.key),
            )
        answers = [Button(_label("yes", self), "doubt.yes", self.key, primary=True)]
        if self.instead:
            answers.append(Button(_label("instead", self), "doubt.instead", self.key))
        return (*answers, Button(_label("out", self), "doubt.out", self.key))


def doubts_of(offer: Offer, said: Mapping[str, Said] | None = None) -> tuple[DoubtShown, ...]:
    """The questions to ask now about an offer, most money first; `said` is `Case.said`."""
    return all_doubts(offer, said)[:AT_A_TIME]


def all_doubts(offer: Offer, said: Mapping[str, Said] | None = None) -> tuple[DoubtShown, ...]:
    """Every question there is about an offer: figures a later text disputes, then those read with doubt."""
    between = [each for term, what in (said or {}).items() if (each := _between(offer, term, what))]
    seen: set[tuple[int, int]] = set()
    unsure: list[tuple[float, int, DoubtShown]] = []
    order = {name: number for number, name in enumerate(TERM_OF)}
    for doubt in sorted(offer.doubts, key=lambda each: order.get(each.field, 99)):
        span = offer.spans.get(doubt.field)
        value = shown(offer, doubt.field) if doubt.field in TERM_OF else None
        if value is None or (span is not None and span in seen):
            continue
        if span is not None:
            seen.add(span)
        same, instead = _same(offer, doubt), _instead(offer, doubt)
        found = DoubtShown(doubt.field, TERM_OF[doubt.field], value, same, instead)
        unsure.append((-_at_stake(offer, found) * (1 - doubt.sure), order[doubt.field], found))
    unsure.sort(key=lambda each: each[:2])
    return (*between, *(found for _, _, found in unsure))


def doubt_actions(offer: Offer, said: Mapping[str, Said] | None = None) -> tuple[Button, ...]:
    """The answers to the questions of `doubts_of` as buttons; of two, "both right" and what is wrong."""
    asked = doubts_of(offer, said)
    if not asked:
        return ()
    if len(asked) == 1 or asked[0].rival is not None:
        return asked[0].actions
    if asked[1].rival is not None:
        return (*asked[0].actions, *asked[1].actions)
    both = Button(_label("both", asked[0]), "doubt.both", ";".join(each.key for each in asked)[:75])
    wrong = [_named(each, button) for each in asked for button in each.actions[1:]]
    return (both, *wrong)


def other_actions(others: tuple[Offer, ...]) -> tuple[Button, ...]:
    """A button for each other offer of the same text, to have it judged instead."""
    return tuple(
        Button(render("doubt_button", answer="other", offer=other, doubt=None), "doubt.other", str(number))
        for number, other in enumerate(others[:5])
    )


def instead_of(offer: Offer, doubt: DoubtShown) -> dict[str, Plain]:
    """The fields as they are when the figure is what it may be instead: moved there, or left out."""
    values = without(offer, doubt.fields)
    target = _FIELD_OF.get(doubt.instead, doubt.instead)
    return {**values, **moved(offer, doubt.field, target)} if target in TERM_OF else values


def _between(offer: Offer, term: str, said: Said) -> DoubtShown | None:
    """The question which of two figures holds, where a text says otherwise than the person did."""
    if not said.pasted:
        return None
    name, mine = _main(said.pasted), _main(said.values)
    rival = drawn(name, said.pasted, offer) if name else None
    if name is None or rival is None:
        return None
    value = drawn(mine, said.values, offer) if mine else None
    return DoubtShown(name, term, value or Shown("words"), tuple(said.values), rival=rival)


def _main(values: Mapping[str, Plain]) -> str | None:
    """The field that speaks for a term: the first with a value."""
    return next((name for name in values if values[name] is not None and name != "base_period"), None)


def _same(offer: Offer, doubt: Doubt) -> tuple[str, ...]:
    """The fields of a term that one figure filled."""
    span = offer.spans.get(doubt.field)
    if span is None:
        return (doubt.field,)
    return tuple(
        name for name in TERM_OF if offer.spans.get(name) == span and getattr(offer, name) is not None
    )


def _instead(offer: Offer, doubt: Doubt) -> str:
    """What else a figure may be, "" where nothing that can be named or that a figure of its kind can fill."""
    other = doubt.instead
    if other is None or other in _NO_TERM:
        return other or ""
    target = _FIELD_OF.get(other, other)
    if target not in TERM_OF or TERM_OF[target] in ("company", "title", "level", "currency"):
        return ""
    if target in _same(offer, doubt) or getattr(offer, target) is not None:
        return ""  # what is filled already is not this figure's
    amount = getattr(offer, doubt.field)
    if isinstance(amount, int | float) and not _possible(target, amount):
        return ""
    kinds = {kind_of(doubt.field), kind_of(target)}
    alike = len(kinds) == 1 or kinds <= {"years", "months"} or kinds <= {"money", "price"}
    return other if alike else ""


def _possible(target: str, amount: float) -> bool:
    low, high = _POSSIBLE.get(target, (0.0, float("inf")))
    return low <= amount <= high


def _at_stake(offer: Offer, doubt: DoubtShown) -> float:
    """The money that an answer can move: what the figure adds to four years, without end for a base."""
    if doubt.term == "base":
        return float("inf")
    gone = without(offer, doubt.fields)
    bare = replace(offer, **gone)  # type: ignore[arg-type]
    with_, without_ = (worth_of(each).total for each in (offer, bare))
    if with_ is not None and without_ is not None:
        return abs(with_.four_years.amount - without_.four_years.amount)
    return abs(doubt.value.low or 0) if doubt.value.kind == "money" else 0.0


def _label(answer: str, doubt: DoubtShown) -> str:
    return render("doubt_button", answer=answer, doubt=doubt, offer=None)


def _named(doubt: DoubtShown, button: Button) -> Button:
    """A button that names its figure, for where two questions stand together."""
    answer = {"doubt.instead": "instead_named", "doubt.out": "out_named"}[button.action]
    return replace(button, label=_label(answer, doubt))
