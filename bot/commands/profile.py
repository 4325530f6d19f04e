"""`/profile`: what is known about a person, and a way to say more."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Literal

from bot.commands import unset, words
from bot.commands.about import doubt, hear, readings, understood
from bot.commands.base import Ask, Command, Option, Outcome, Setting
from bot.commands.compare_words import names_of
from bot.commands.inventory import Held, held
from bot.commands.shelf import all_offers
from bot.commands.sums import DOLLARS, yearly
from bot.memory.case import Case
from bot.playbook.pack import Pack, joined
from bot.playbook.targets import changed
from bot.turn import Button, Reply
from bot.understand import employers
from bot.understand.money import read_amount
from bot.voice import money, render

_FLOOR = re.compile(r"\b(?:floor|minimum|least|lowest|less|below|under|accept)\b", re.IGNORECASE)
_NO_FLOOR = re.compile(
    r"\b(?:(?:no|forget|delete|remove|clear|drop|without)\s(?:my\s|the\s|a\s)?(?:floor|minimum)"
    r"|(?:floor|minimum)\s(?:none|off|gone))\b",
    re.IGNORECASE,
)
_TARGETS = re.compile(
    r"\b(?P<no>no |clear |forget )?(?:my )?targets?\b[\s:]*(?P<none>none\b)?", re.IGNORECASE
)
_NOT_BASE = re.compile(r"\b(?:total|tc|all[- ]in|ote|package)\b", re.IGNORECASE)
_LOWEST, _HIGHEST = 10_000, 5_000_000  # USD a year a floor may plausibly be
_HIGHEST_ABROAD = 1_000 * _HIGHEST  # in the smallest units there are: rupiah, won, yen


Problem = Literal["", "unnamed", "missing", "total", "implausible"]


@dataclass(frozen=True, slots=True)
class ProfileFacts:
    """The profile as it stands. `floor` is a year in `floor_currency`, `targets` ids of employer types.

    `kept` is what else is kept, by kind and number, `pack` the evidence, `lines_said` how many lines were
    said in practice.
    """

    role: str | None
    place: str | None
    level: str | None
    ai: bool | None
    floor: float | None
    targets: tuple[str, ...] = ()
    floor_currency: str = DOLLARS
    kept: tuple[Held, ...] = ()
    pack: Pack = field(default_factory=Pack)
    lines_said: int = 0


def respond(ask: Ask, case: Case, _setting: Setting) -> Outcome:
    """Show the profile, or take in what the words add to it."""
    before = case
    case, rest, gone = unset.taken_back(ask.words, case)
    targets, said = _targets(rest, case.targets)
    floor, currency, problem = _floor(said, case)
    heard = hear(_NO_FLOOR.sub(" ", said), words.unpack(ask.known), spoken=ask.spoken)
    unclear = doubt(heard, "profile.pick", needs_role=False)
    me = heard.about.over(case.me)
    kept = replace(case, me=me, floor=floor, floor_currency=currency, targets=targets)
    if unclear is not None:  # what is clear is kept, the rest is asked
        return Outcome(Reply(unclear.text, "profile", heard.slots, _facts(kept), unclear.actions), kept)
    lines, buttons = _lines(kept), _buttons(kept)
    figure = read_amount(ask.words)
    text = render(
        "profile",
        changed=kept != before,
        gone=gone,
        missing=tuple(each for each in unset.named(ask.words) if each not in gone),
        lines=lines,
        problem=problem,
        amount=figure.value if figure else None,
        currency=figure.currency if figure else None,
        read_as=readings(heard),
    )
    return Outcome(Reply(text, "profile", heard.slots, _facts(kept), buttons), kept)


def pick(ask: Ask, case: Case, setting: Setting) -> Outcome:
    """A choice made on a button."""
    return respond(Ask(known=ask.known), case, setting)


def _targets(said: str, before: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """The employer types aimed at after these words, and the words without them."""
    found = _TARGETS.search(said)
    if found is None:
        return before, said
    ids, rest = employers.types_named(said[found.end() :])
    clear = bool(found["no"] or found["none"])
    rest = f"{said[: found.start()]} {rest}"
    return (changed(before, "clear" if clear else "set", ids) if ids or clear else before), rest


def _floor(said: str, case: Case) -> tuple[float | None, str, Problem]:
    """The floor after these words and its currency, and what is wrong with them if anything is.

    A sum without a currency is in that of the offer at hand.
    """
    before = (case.floor, case.floor_currency)
    if _NO_FLOOR.search(said):
        return None, DOLLARS, ""
    figure = read_amount(said)
    if not _FLOOR.search(said):
        return *before, "unnamed" if figure else ""
    if figure is None:
        return *before, "missing"
    if _NOT_BASE.search(said):
        return *before, "total"
    currency = figure.currency or (case.offer.currency if case.offer else None) or DOLLARS
    floor = yearly(figure, low_end=True)
    most = _HIGHEST if currency == DOLLARS else _HIGHEST_ABROAD
    fits = floor is not None and _LOWEST <= floor <= most
    return (floor, currency, "") if fits else (*before, "implausible")


def _lines(case: Case) -> list[tuple[str, str]]:
    me = case.me
    lines = []
    if me.role:
        lines.append(("Role", words.job(me.role)))
    if me.level:
        lines.append(("Level", words.level_label(me.level)))
    if me.place:
        lines.append(("Place", words.place_name(me.place)))
    if me.ai:
        lines.append(("Benchmarks", "AI-skilled"))
    if case.floor is not None:
        lines.append(("Floor", f"{money(case.floor, case.floor_currency)} a year, base"))
    if case.targets:
        known = employers.types()
        lines.append(
            ("Target employers", ", ".join(known[each].label for each in case.targets if each in known))
        )
    if case.offer is not None:
        lines.append(("Offer", ", ".join(filter(None, (case.offer.company, understood(case.offer_about))))))
    lines += _beside_it(case) + _evidence(case.pack)
    if case.looked_up is not None and case.looked_up.role:
        lines.append(("Last looked up", understood(case.looked_up)))
    return lines


def _beside_it(case: Case) -> list[tuple[str, str]]:
    """Other offers by their names, and how much else is kept of them: corrections, earlier states, talks."""
    lines = []
    others = names_of(all_offers(case))[int(case.offer is not None) :]
    if others:
        lines.append(("Other offers", ", ".join(others)))
    counts = {each.kind: each.count for each in held(case)}
    if number := counts.get("corrections"):
        lines.append(("Put right by you", f"{number} term{'s' if number > 1 else ''}"))
    if number := counts.get("states"):
        lines.append(("Earlier states of the offer", f"{number}, for undo"))
    if case.sent is not None:
        at_hand = case.offer.company if case.offer else None
        to = f", to {case.sent.company}" if case.sent.company and case.sent.company != at_hand else ""
        lines.append(("Last counter", f"its figures{to}, to hold their answer against"))
    if case.drill is not None:
        said = f"{case.drill.turn} line{'s' if case.drill.turn != 1 else ''} said"
        lines.append(("Practice", f"a talk with a {case.drill.style} recruiter, {said}"))
    return lines


def _evidence(pack: Pack) -> list[tuple[str, str]]:
    """The evidence pack, a line a part: what was built with which tools and outcome, and the two others."""
    several = len(pack.workflows) > 1
    lines = [
        (f"Your work {number}" if several else "Your work", joined(each.what, each.tools, each.outcome))
        for number, each in enumerate(pack.workflows, 1)
    ]
    rest = (("How you knew it worked", pack.quality), ("Why it carries over", pack.portability))
    return lines + [(name, joined(words_)) for name, words_ in rest if words_]


def _facts(case: Case) -> ProfileFacts:
    me = case.me
    return ProfileFacts(
        me.role,
        words.place_name(me.place) if me.place else None,
        me.level,
        me.ai,
        case.floor,
        case.targets,
        case.floor_currency,
        held(case),
        case.pack,
        case.drill.turn if case.drill is not None else 0,
    )


def _buttons(case: Case) -> tuple[Button, ...]:
    return (Button("Forget me", "forget.ask"),) if case != Case() else ()


COMMAND = Command(
    name="profile",
    summary="What I keep about you, and a way to change it",
    respond=respond,
    options=(
        Option(
            "about",
            "text",
            "What to add or take back: senior PM, Denver, floor 150k; no city; forget my offer",
        ),
    ),
    example="/profile senior product manager, Denver, floor 150k",
    clicks={"pick": pick},
)
