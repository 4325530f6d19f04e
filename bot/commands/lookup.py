"""What every look-up of a cell does around its answer.

It reads the words, fills in what goes without saying, asks back, takes a choice made on a button,
and says the same again for everyone in the room.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from bot.commands import words
from bot.commands.about import Heard, doubt, hear, on_its_track, readings
from bot.commands.base import Ask, Outcome, Setting
from bot.memory.case import About, Case, Question
from bot.turn import Action, Button, Reply
from bot.voice import render

_FOLLOWS = re.compile(r"\s*(?:(?:ok(?:ay)?|so|now),? )?(?:and|what about|how about|or)\b", re.IGNORECASE)


def follows(text: str) -> bool:
    """Whether words go on with what was looked up before: "and in Seattle?"."""
    return _FOLLOWS.match(text) is not None


@dataclass(frozen=True, slots=True)
class Lookup:
    """A command that looks up a cell.

    `answer` is asked once a role is known and nothing is unclear; `nothing` are the facts of a reply
    that only asks back.
    """

    command: str
    answer: Callable[[Heard, Case, Setting], Outcome]
    nothing: Any

    def respond(self, ask: Ask, case: Case, setting: Setting) -> Outcome:
        """Answer, or ask for what is missing or unclear."""
        heard = self._heard(ask, case)
        heard = on_its_track(self._filled_in(heard, ask, case))
        unclear = doubt(heard, f"{self.command}.pick")
        if unclear is None:
            return self.answer(heard, case, setting)
        question = Question(
            self.command,
            unclear.wants,
            words.pack(heard.about),
            setting.now,
            unclear.choices,
            heard.question.company or "",
        )
        reply = Reply(unclear.text, self.command, heard.slots, self.nothing, unclear.actions)
        return Outcome(reply, replace(case, question=question))

    def pick(self, ask: Ask, case: Case, setting: Setting) -> Outcome:
        """A choice made on a button: the cell is whole in its value."""
        heard = on_its_track(self._heard(replace(ask, text="", options={}, spoken=False), case))
        if heard.about.role is None:
            text = render("ask_role", place=None, level=None, unknown=())
            return Outcome(Reply(text, self.command, heard.slots, self.nothing), case)
        return self.answer(heard, case, setting)

    def share(self, ask: Ask, case: Case, setting: Setting) -> Outcome:
        """The same answer for everyone in the room. It holds market figures, nothing of the asker."""
        outcome = self.pick(ask, Case(), setting)
        return Outcome(replace(outcome.reply, private=False, actions=()), case)

    def abroad(self, heard: Heard, case: Case, command: str | None = None) -> Outcome:
        """No figure for a place outside the US, and which command shows the US one: by default this."""
        about = heard.about
        command = command or self.command
        text = render(
            "abroad",
            command=command,
            asked=self.command,
            job=words.job(about.role or "", about.level),
            place=words.place_name(about.place),
            city=heard.city,
            cell=words.typed(replace(about, place=None)),
            read_as=readings(heard),
        )
        whole = words.pack(replace(about, place=words.UNITED_STATES))
        there: tuple[Action, ...] = (Button("Show the US figure", f"{command}.pick", whole),)
        return Outcome(Reply(text, self.command, heard.slots, self.nothing, there), self.kept(case, about))

    def kept(self, case: Case, about: About) -> Case:
        """The case once a cell was looked up: a follow-up inherits it."""
        return replace(case, looked_up=about, looked_up_by=self.command, question=None)

    def _heard(self, ask: Ask, case: Case) -> Heard:
        """The words over what is known, and the company a question was about before it was asked back."""
        heard = hear(ask.words, words.unpack(ask.known), spoken=ask.spoken)
        before = case.question
        again = before is not None and ask.known and ask.known in (before.known, *before.choices)
        if before is not None and again and before.company and heard.question.company is None:
            return replace(heard, question=replace(heard.question, company=before.company))
        return heard

    def _filled_in(self, heard: Heard, ask: Ask, case: Case) -> Heard:
        """What goes without saying: of a follow-up ("and in Seattle?") the rest, of "my rate" the profile.

        Words that name a role are a question of their own and inherit nothing, but "and for an AE?" the
        place.
        """
        about = heard.about
        unclear = {unsure.slot for unsure in heard.question.unsure}
        if about.role is not None and case.looked_up is not None and follows(ask.text):
            about = about.over(About(place=case.looked_up.place))  # "and for an AE?"
        if about.role is None and "role" not in unclear and not heard.question.beyond:
            before = case.looked_up or case.offer_about
            # "And what's the premium?" after a median means the same cell.
            turned = case.looked_up is not None and case.looked_up_by != self.command
            more = about != About() or bool(unclear) or heard.question.company is not None
            bare = not ask.words.strip()  # "/premium" and nothing else goes on with the last job named
            going_on = bare or (ask.spoken and (more or turned or case.me.role is None))
            about = about.over(before if going_on and before.role else case.me)
        return replace(heard, about=about.over(About(ai=case.me.ai)))
