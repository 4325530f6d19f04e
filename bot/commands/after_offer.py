"""Plain words that are about the offer at hand, though a figure or a company in them looks like a new one."""

from __future__ import annotations

import re

from bot.commands.by_name import named_offer
from bot.commands.counter_using import uses_another
from bot.commands.given import gives_instead
from bot.memory.case import Case
from bot.understand.counter_talk import read
from bot.understand.get_to import number_to_get_to
from bot.understand.intent import intent
from bot.understand.rivals import rival_in
from bot.understand.text import fold
from bot.understand.to_us import supposed

_NOTE = re.compile(
    r"(?:please )?(?:i )?(?:accept|decline|reject|turn down|take|say (?:yes|no) to)\b", re.IGNORECASE
)
_FEW = 30  # words; a longer text is a letter


def about_it(text: str, case: Case) -> str | None:
    """The command for words on the offer at hand; None where they may be anything else.

    - An offer that is not true, one held beside this, or one to be used toward it ("can I use the Hexbyte
      offer?"): `/counter` says what may be said of it.
    - "How do I get 62?": the number to ask for.
    - "They want an answer today": `/counter` has the line for it.
    - "Decline Anthropic", of an offer they hold: the note, from `/decide`.
    - "What if they say no", "can they pull it if I counter": `/decide` has what holds then.
    - "Base is fixed but they add 15k to the sign-on": an answer, for `/decide`.
    """
    if case.offer is None or len(text.split()) > _FEW or "\n" in text.strip():
        return None
    if supposed(text):
        return "decide"
    scene = read(text).scene
    if scene == "invent" or (scene == "today" and intent(text) == "counter"):
        return "counter"
    rival, beside = rival_in(text)
    holds = bool(rival) and beside and fold(rival) != fold(case.offer.company or "")
    if holds or uses_another(text, case) or number_to_get_to(text):
        return "counter"
    if _NOTE.match(text.strip()) and named_offer(text, case) is not None:
        return "decide"
    return "decide" if gives_instead(text) else None
