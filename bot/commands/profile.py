"""`/profile`: what is known about a person, and a way to say more."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from bot.commands import unset, words
from bot.commands.about import doubt, hear, readings, understood
from bot.commands.base import Ask, Command, Option, Outcome, Setting
from bot.commands.compare_words import names_of
from bot.commands.floor_said import floor_said, without_floor
from bot.commands.inventory import Held, held
from bot.commands.shelf import all_offers
from bot.commands.sums import DOLLARS
from bot.memory.case import Case, Question
from bot.offers.offer import Period
from bot.playbook.pack import Pack, joined
from bot.playbook.targets import changed
from bot.turn import Button, Reply
from bot.understand import employers
from bot.voice import render

_TARGETS = re.compile(
    r"\b(?P<no>no |clear |forget )?(?:my )?targets?\b[\s:]*(?P<none>none\b)?", re.IGNORECASE
)
_CLAUSE = re.compile(r"[.,;!?\n](?=\s|$)")
_A_LINE = 80  # characters of a clause that are said again


@dataclass(frozen=True, slots=True)
class ProfileFacts:
    """The profile as it stands.

    `floor` is a year in `floor_currency`, `floor_said` the same for the period it was said for, `floor_per`
    (None is a year); `targets` are ids of employer types.
    `kept` is what else is kept, by kind and number, `pack` the evidence, `lines_said` how many lines were
    said in practice, `left_out` the clauses just said that name nothing kept here.
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
    floor_per: Period | None = None
    floor_said: float | None = None
    left_out: tuple[str, ...] = ()


def respond(ask: Ask, case: Case, setting: Setting) -> Outcome:
    """Show the profile, or take in what the words add to it."""
    before = case
    case, rest, gone = unset.taken_back(ask.words, case)
    targets, said = _targets(rest, case.targets)
    floor = floor_said(said, case)
    heard = hear(without_floor(said), words.unpack(ask.known), spoken=ask.spoken)
    unclear = doubt(heard, "profile.pick", needs_role=False)
    me = heard.about.over(case.me)
    kept = replace(
        case,
        me=me,
        floor=floor.amount,
        floor_currency=floor.currency,
        floor_per=floor.per,
        targets=targets,
    )
    # What is clear is kept, what could be several things is asked, the rest left out.
    unknown = heard.question.unknown if unclear is not None and not heard.question.unsure else ()
    asks = None if unknown and not heard.question.beyond else unclear
    left_out = _left_out(said, unknown) if asks is None else ()
    figure = floor.figure
    text = render(
        "profile",
        changed=kept != before,
        gone=gone,
        missing=tuple(each for each in unset.named(ask.words) if each not in gone),
        lines=_lines(kept),
        problem=floor.problem,
        left_out=left_out,
        asks=asks is not None,
        amount=figure.value if figure else None,
        currency=figure.currency if figure else None,
        read_as=readings(heard),
        period=kept.offer.base_period if kept.offer is not None else kept.floor_per,
    )
    facts = replace(_facts(kept), left_out=left_out)
    if asks is not None:
        if asks.choices:
            known = words.pack(heard.about)
            kept = replace(kept, question=Question("profile", asks.wants, known, setting.now, asks.choices))
        return Outcome(Reply(f"{text}\n\n{asks.text}", "profile", heard.slots, facts, asks.actions), kept)
    return Outcome(Reply(text, "profile", heard.slots, facts, _buttons(kept)), kept)


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


def _left_out(said: str, unknown: tuple[str, ...]) -> tuple[str, ...]:
    """The clauses that words without a meaning here stand in, each once and no longer than a line."""
    clauses = [each.strip() for each in _CLAUSE.split(said) if each.strip()]
    inside = [next((each for each in clauses if word in each), word) for word in unknown]
    short = (each if len(each) <= _A_LINE else word for each, word in zip(inside, unknown, strict=True))
    return tuple(dict.fromkeys(short))


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
        said = render(
            "floor_said",
            amount=case.floor_said,
            currency=case.floor_currency,
            period=case.floor_per or "year",
        )
        lines.append(("Floor", said))
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
        case.floor_per,
        case.floor_said,
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
