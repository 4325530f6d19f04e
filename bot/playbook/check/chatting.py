"""Marks of chats between friends: kisses, "lol", a laugh."""

from __future__ import annotations

import re

from bot.playbook.check.sentences import Sentence
from bot.playbook.check.shapes import Edit, Finding

_MARK = r"(?:x{2,5}|xo(?:xo){0,3}|lo{1,5}l|lmao|rofl|(?:ha){2,5}|(?:he){2,5}|omg)(?![\w'@-])[!.]{0,3}"
_MARKS = re.compile(rf"(?<![\w'@.-]){_MARK}(?:\s{_MARK}){{0,20}}")


def chat_marks(parted: tuple[Sentence, ...]) -> tuple[list[Finding], list[Edit]]:
    """Where such marks stand, in greetings and farewells too; they go."""
    spans = [
        (each.start + found.start(), each.start + len(each.text[: found.end()].rstrip(".!")))
        for each in parted
        for found in _MARKS.finditer(each.folded)
    ]
    if not spans:
        return [], []
    return [Finding("chatty", tuple(spans))], [Edit(*each) for each in spans]
