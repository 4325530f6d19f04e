"""`/practice`: a pay talk with a made-up recruiter, and a score of it afterwards."""

from __future__ import annotations

from dataclasses import replace

from bot.commands import words
from bot.commands.about import doubt, hear
from bot.commands.base import Ask, Command, Option, Outcome, Setting
from bot.commands.elsewhere import elsewhere
from bot.commands.practice_setup import Wish, control, ground, packed, unpacked, wish
from bot.commands.practice_waiting import is_line, waiting
from bot.commands.practising import (
    LINE,
    PracticeFacts,
    asked_to_resume,
    emptied,
    going_on,
    opened,
    same,
    scored,
    too_long,
)
from bot.memory.case import Case, Question
from bot.playbook.drill import LONGEST_LINE, STYLES, Drill
from bot.playbook.practice import back, begin, pass_over, say, stop
from bot.turn import Button, Reply
from bot.understand.question import read as read_question
from bot.voice import render


def respond(ask: Ask, case: Case, setting: Setting) -> Outcome:
    """Begin a talk, take a line of the one that stands, or ask whether to go on with it."""
    said = ask.words.strip()
    drill = case.drill if case.drill is not None and case.drill.stands(setting.now) else None
    if drill is None:
        return _without_a_talk(ask, said, case, setting)
    if ask.known == LINE:  # the recruiter waits for exactly this
        return _line(drill, said, case, setting)
    if not said or (ask.spoken and not ask.known):
        return asked_to_resume(drill, case, setting)
    if control(said) or not _sets_up(said):
        return _line(drill, said, case, setting)
    return _set_up(ask, said, _closed(case, setting), setting)


def _line(drill: Drill, said: str, case: Case, setting: Setting) -> Outcome:
    """A line of the talk, or a word that steers it."""
    if (other := elsewhere(said, case, setting)) is not None:
        return other
    if len(said) > LONGEST_LINE:  # an offer or a letter pasted in: none of it is kept
        return too_long(drill, case, setting)
    steers = control(said)
    if steers == "stop":
        return scored(stop(drill), case, setting)
    if steers == "again":
        return _begin(same(drill), _closed(case, setting), setting)
    if steers == "go_on":
        return going_on(drill, case, setting, resumed=True)
    after = back(drill) if steers == "back" else pass_over(drill) if steers else say(drill, said)
    return going_on(replace(after, at=setting.now), case, setting, resumed=steers == "back")


def _without_a_talk(ask: Ask, said: str, case: Case, setting: Setting) -> Outcome:
    """No talk stands: begin one, by its name or as the last one was."""
    left = case.drill is not None and not case.drill.ended
    case = _closed(case, setting)
    steers = control(said)
    if steers == "again" and case.drill is not None:
        return _begin(same(case.drill), case, setting)
    known = ask.known or waiting(case, setting.now)
    if known and known != LINE and is_line(said):
        return _too_soon(unpacked(known), said, case, setting)
    if ask.known == LINE or (steers and not ask.spoken):
        text = render("practice_none", left=left)
        return Outcome(Reply(text, "practice", facts=PracticeFacts("none"), actions=_styles(Wish())), case)
    return _set_up(ask, said, case, setting)


def _closed(case: Case, setting: Setting) -> Case:
    """The case without the words of a talk that is left."""
    drill = emptied(case.drill, setting.now) if case.drill is not None else None
    asking = case.question
    waiting = asking is not None and asking.command == "practice" and asking.known == LINE
    return replace(case, drill=drill, question=None if waiting else asking)


def _sets_up(said: str) -> bool:
    """Whether words name a recruiter or a scene and nothing that a line would say."""
    asked = wish(said)
    if asked.style is None and asked.opening is None:
        return False
    if not asked.rest:
        return True
    heard = read_question(asked.rest)
    return heard.role is not None and not heard.unknown and heard.figure is None


def _set_up(ask: Ask, said: str, case: Case, setting: Setting) -> Outcome:
    """A talk by the words: its recruiter, its scene and its job, or what is missing of them asked."""
    known = unpacked(ask.known)
    asked = wish(said)
    heard = hear(asked.rest, known.about, spoken=ask.spoken)
    asked = Wish(asked.style or known.style, asked.opening or known.opening, heard.about)
    unclear = doubt(heard, "practice.pick", needs_role=False)
    if unclear is not None and unclear.actions:
        buttons = tuple(
            replace(button, value=packed(replace(asked, about=words.unpack(button.value))))
            for button in unclear.actions
        )
        choices = tuple(button.value for button in buttons)
        question = Question("practice", unclear.wants, packed(asked), setting.now, choices)
        reply = Reply(unclear.text, "practice", heard.slots, PracticeFacts("ask"), buttons)
        return Outcome(reply, replace(case, question=question))
    if heard.question.beyond and heard.about.role is None:
        return _asked_role(asked, case, setting, beyond=heard.question.beyond)
    if unclear is not None and heard.question.unknown and not ask.spoken:
        return _choose(asked, case, setting, heard.question.unknown)
    return _begin(asked, case, setting)


def _too_soon(known: Wish, said: str, case: Case, setting: Setting) -> Outcome:
    """A line before the recruiter is on the phone: what is still missing is asked again, shortly."""
    heard = hear(said, known.about, spoken=True)
    about = heard.about if heard.question.role else known.about
    return _begin(replace(known, about=about), case, setting, again=True)


def _begin(asked: Wish, case: Case, setting: Setting, *, again: bool = False) -> Outcome:
    """The first words of a talk, or the question for what it needs, in few words where it is asked again."""
    found = ground(asked.about, case, setting)
    if found.terms is None:
        return _asked_role(
            replace(asked, about=found.about), case, setting, no_base=found.no_base, again=again
        )
    if asked.style is None:
        return _choose(asked, case, setting, again=again)
    opening = asked.opening or ("offer_call" if found.terms.source == "offer" else "first_call")
    seed = int(setting.now.timestamp() * 1_000_000)
    drill = begin(asked.style, opening, found.terms, seed, setting.now)
    if found.terms.source == "example":
        # "/practice hard" afterwards is of the same job.
        case = replace(case, looked_up=found.about, looked_up_by="median")
    return opened(drill, case, setting, no_base=found.no_base)


def _asked_role(
    asked: Wish,
    case: Case,
    setting: Setting,
    *,
    no_base: bool = False,
    beyond: str = "",
    again: bool = False,
) -> Outcome:
    """Which job to build an example on, or that there is no figure for the one named."""
    about = asked.about
    text = render(
        "practice_ask",
        place=words.place_name(about.place) if about.place else None,
        job=words.job(about.role, about.level) if about.role else None,
        no_base=no_base,
        beyond=beyond,
        again=again,
    )
    question = Question("practice", "role", packed(asked), setting.now)
    reply = Reply(text, "practice", facts=PracticeFacts("ask"))
    return Outcome(reply, replace(case, question=question))


def _choose(
    asked: Wish, case: Case, setting: Setting, unread: tuple[str, ...] = (), *, again: bool = False
) -> Outcome:
    """Which recruiter: three buttons, or a word."""
    buttons = _styles(asked)
    choices = tuple(button.value for button in buttons)
    text = render(
        "practice_choose",
        unread=unread,
        again=again,
        has_offer=case.offer is not None,
        choices=[b.label for b in buttons],
    )
    question = Question("practice", "style", packed(asked), setting.now, choices)
    reply = Reply(text, "practice", facts=PracticeFacts("choose"), actions=buttons)
    return Outcome(reply, replace(case, question=question))


def _styles(asked: Wish) -> tuple[Button, ...]:
    return tuple(
        Button(style.title(), "practice.pick", packed(replace(asked, style=style))) for style in STYLES
    )


def pick(ask: Ask, case: Case, setting: Setting) -> Outcome:
    """A choice on a button: which recruiter, or which job."""
    return _begin(unpacked(ask.known), _closed(case, setting), setting)


def resume(_ask: Ask, case: Case, setting: Setting) -> Outcome:
    """Go on where it was left."""
    if case.drill is None or not case.drill.stands(setting.now):
        return respond(Ask(), case, setting)
    return going_on(case.drill, case, setting, resumed=True)


def finish(_ask: Ask, case: Case, setting: Setting) -> Outcome:
    """The button that ends the talk."""
    return respond(Ask(text="stop"), case, setting)


COMMAND = Command(
    name="practice",
    summary="Practise the pay talk with a made-up recruiter, and get a score",
    respond=respond,
    options=(
        Option("say", "text", "friendly, busy or hard, a scene (first call, deadline), or your next line"),
    ),
    example="/practice busy",
    clicks={"pick": pick, "again": pick, "resume": resume, "stop": finish},
)
