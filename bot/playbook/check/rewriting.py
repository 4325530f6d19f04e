"""The improved draft: the sentences that hold a mistake mended, all others word for word."""

from __future__ import annotations

import re
from bisect import bisect_right

from bot.playbook.check.mending import mended
from bot.playbook.check.sentences import Sentence
from bot.playbook.check.shapes import Edit

_GREETS_ON = ",-–—"
# Words that open a sentence and are no name.
_COMMON = re.compile(
    r"(?:"
    r"a|an|as|at|can|could|for|from|given|has|have|here|how|in|is|it|let|my|of|on|one|our|please"
    r"|public|so|thank|thanks|that|the|then|there|these|this|to|we|what|when|which|will|with|would|you"
    r"|your|hence"
    r")"
)
_BYE = re.compile(
    r"(?:many thanks|thanks|thank you)\b(?! for the offer)[^?]{0,50}"
    r"|(?:please )?(?:let me know|lmk)[^?\w]{0,3}"
    r"|(?:i am |i'm )?(?:looking forward|awaiting)\b[^?]{0,80}|(?:i )?look forward\b[^?]{0,80}|talk soon\W*",
    re.IGNORECASE,
)


def rewritten(draft: str, sentences: tuple[Sentence, ...], edits: list[Edit], *, last: str = "") -> str:
    """The draft with the edits made; `last` is a sentence to end the body with.

    Where edits of one sentence overlap the first in the list stands. A sentence that loses its words goes
    with its line, and one that keeps some begins and ends as it did. What follows a sentence that is gone
    loses the word that joined it to that one.
    """
    out: list[str] = []
    at = 0
    body = [each for each in sentences if each.part == "body"]
    small = not any(c.isupper() for each in body for c in each.text)
    anchor = next(
        (each for each in reversed(body) if not _BYE.fullmatch(each.text)), body[-1] if body else None
    )
    starts = [each.start for each in sentences]
    by_sentence: dict[int, list[Edit]] = {}
    for edit in edits:
        if place := bisect_right(starts, edit.start):
            by_sentence.setdefault(starts[place - 1], []).append(edit)
    gone = greeted = False  # the sentence before lost its words; a greeting stands before on the same line
    for sentence in sentences:
        between = draft[at : sentence.start]
        out.append(between)
        at = sentence.end
        mine = [each for each in by_sentence.get(sentence.start, ()) if each.end <= sentence.end]
        said = sentence.text
        if sentence.part == "body":
            said = mended(sentence, mine, joined=not gone, small=small)
            if greeted and said and said != sentence.text and "\n" not in between:
                said = _after_a_greeting(said)
            gone = _is_gone(sentence, mine) if said != sentence.text else False
        elif mine:
            said = _without(sentence, mine)
        if said:
            greeted = sentence.part == "greeting" and sentence.text[-1] in _GREETS_ON
        out.append(said)
        if last and sentence is anchor:
            stop = "" if not said or said.rstrip()[-1:] in ".!?:)" else "."
            out.append(f"{stop} {last}")
    out.append(draft[at:])
    return _tidy("".join(out))


def _without(sentence: Sentence, edits: list[Edit]) -> str:
    """A greeting or farewell without the words that go."""
    text = sentence.text
    for each in sorted(edits, key=lambda e: -e.start):
        text = text[: each.start - sentence.start] + text[each.end - sentence.start :]
    return text.strip(" ,")


def _is_gone(sentence: Sentence, edits: list[Edit]) -> bool:
    """Whether nothing of a sentence is left as its writer said it."""
    return any((e.start, e.end) == (sentence.start, sentence.end) for e in edits) or not mended(
        sentence, edits
    )


def _after_a_greeting(said: str) -> str:
    """A sentence behind "Hi Ana," as people write it there: in small letters, but for names and "I"."""
    first = re.match(r"[A-Za-z]+", said)
    return said[:1].lower() + said[1:] if first and _COMMON.fullmatch(first.group().lower()) else said


def _tidy(text: str) -> str:
    """No space doubled, no line emptied by an edit, no gap of more than a line."""
    text = re.sub(r"(?<=\S)[ \t]{2,}(?=\S)", " ", text)
    text = re.sub(r"(?<![ \t])[ \t]+(?=\n|$)", "", text)
    text = re.sub(r"(?<=\n)[ \t]+(?=\S)", lambda m: m.group() if m.group().count(" ") > 1 else "", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip()
