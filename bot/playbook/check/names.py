"""The company's name as a draft spells it."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.playbook.check.scene import Scene
from bot.playbook.check.shapes import Edit, Finding


def company_name(
    scene: Scene, company: str | None, known: Callable[[str], bool]
) -> tuple[list[Finding], list[Edit]]:
    """The company's name with one letter wrong, missing, too many or changed with the next.

    Only a capitalised word that is no word of ours (`known`) and not the start of a sentence is one.
    """
    name = (company or "").split()[0] if company else ""
    if len(name) < 4:  # noqa: PLR2004
        return [], []
    edits = []
    starts = {sentence.start for sentence in scene.body}
    for match in re.finditer(r"(?<![\w'’@.-])[A-Z][\w]{2,30}(?![\w@])", scene.draft):
        word = match.group()
        if match.start() in starts or known(word) or not one_letter_off(word.lower(), name.lower()):
            continue
        edits.append(Edit(match.start(), match.end(), name))
    if not edits:
        return [], []
    return [Finding("company_name", tuple((e.start, e.end) for e in edits), better=name)], edits


def one_letter_off(word: str, name: str) -> bool:
    """Whether a word is a name with one slip of the hand; a plural is none.

    >>> one_letter_off("stirpe", "stripe"), one_letter_off("stripes", "stripe")
    (True, False)
    """
    if word in (name, f"{name}s") or abs(len(word) - len(name)) > 1:
        return False
    at = next(
        (i for i, (a, b) in enumerate(zip(word, name, strict=False)) if a != b), min(len(word), len(name))
    )
    rest, want = word[at:], name[at:]
    swapped = len(rest) > 1 and len(want) > 1 and rest[:2] == want[1::-1] and rest[2:] == want[2:]
    return swapped or rest[1:] == want[1:] or rest[1:] == want or rest == want[1:]
