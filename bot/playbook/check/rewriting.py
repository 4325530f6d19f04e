"""The improved draft: the sentences that hold a mistake mended, all others word for word."""

from __future__ import annotations

import re
from bisect import bisect_right

from bot.playbook.check.sentences import Sentence
from bot.playbook.check.shapes import Edit

_JOINING = re.compile(
    r"^[\s,;:–—-]*(?:(?:so|but|and|because|since|as|though|although|or|yet|then)\b[\s,]*)?", re.IGNORECASE
)
_LOOSE_WORD = re.compile(r"\s(?:and|but|so|or|because|since|that|if|with|as)$", re.IGNORECASE)
_LOOSE_MARKS = ",;:–—-"
_A_LOOSE_WORD = 8  # characters of the longest, with the space before it
_ASKS = re.compile(
    r"(?:[^.!?]{0,60}[,:]\s+)?(?:but |so |and )?(?:could|can|would|will) (?:you|we|it|the)\b", re.IGNORECASE
)
_BYE = re.compile(r"(?:many thanks|thanks|thank you)\b(?! for the offer)[^?]{0,50}", re.IGNORECASE)
_LEAST = 2  # words a sentence must keep to stay


def rewritten(draft: str, sentences: tuple[Sentence, ...], edits: list[Edit], *, last: str = "") -> str:
    """The draft with the edits made; `last` is a sentence to end the body with.

    Where edits of one sentence overlap the first in the list stands. A sentence that loses its words goes
    with its line, and one that keeps some begins and ends as it did.
    """
    out: list[str] = []
    at = 0
    body = [each for each in sentences if each.part == "body"]
    anchor = next(
        (each for each in reversed(body) if not _BYE.fullmatch(each.text)), body[-1] if body else None
    )
    starts = [each.start for each in sentences]
    by_sentence: dict[int, list[Edit]] = {}
    for edit in edits:
        if place := bisect_right(starts, edit.start):
            by_sentence.setdefault(starts[place - 1], []).append(edit)
    for sentence in sentences:
        out.append(draft[at : sentence.start])
        at = sentence.end
        mine = [each for each in by_sentence.get(sentence.start, ()) if each.end <= sentence.end]
        if sentence.part == "body":
            out.append(_mended(sentence, mine))
        else:
            out.append(sentence.text)
        if last and sentence is anchor:
            stop = "" if out[-1].rstrip()[-1:] in ".!?:)" else "."
            out.append(f"{stop} {last}")
    out.append(draft[at:])
    return _tidy("".join(out))


def _mended(sentence: Sentence, edits: list[Edit]) -> str:
    before = [e for e in edits if e.start == e.end == sentence.start and e.text]
    after = [e for e in edits if e.start == e.end == sentence.end and e.text]
    inner = _apart([e for e in edits if e.end > e.start], sentence)
    text = sentence.text
    for each in sorted(inner, key=lambda e: -e.start):
        text = _with(text, each, each.start - sentence.start, each.end - sentence.start)
    if inner:
        text = _whole(text, sentence.text)
    said = [*(e.text.strip() for e in before), text, *(e.text.strip() for e in after)]
    return " ".join(each for each in said if each)


def _apart(edits: list[Edit], sentence: Sentence) -> list[Edit]:
    """The edits without those that overlap one before them; one of the whole sentence comes first."""
    whole = [e for e in edits if (e.start, e.end) == (sentence.start, sentence.end)]
    if whole:
        return whole[:1]
    kept: list[Edit] = []
    for each in sorted(edits, key=lambda e: -(e.end - e.start)):
        if not any(each.start < other.end and other.start < each.end for other in kept):
            kept.append(each)
    return kept


def _with(text: str, edit: Edit, start: int, end: int) -> str:
    """The sentence with one edit made, the space and commas around it put right."""
    before, after, new = text[:start], text[end:], edit.text
    if not new:
        if after.lstrip()[:1] in tuple(",.!?:;"):
            before, after = before.rstrip(" ,"), after.lstrip()
        after = after if before else after.lstrip(" ,")
        return before + (after.lstrip() if before.endswith(" ") else after)
    begins = not before.strip() or before.rstrip()[-1] in ".!?:"
    if new[:1].isupper() and not begins and new.endswith(("?", ".")):
        before = before.rstrip(" ,;") + ". "
    elif begins:
        new = new[:1].upper() + new[1:] if text[:1].isupper() or new[:1].isupper() else new
    if new.endswith(("?", ".")) and after.lstrip()[:1] in ".!?":
        after = after.lstrip()[1:]
    elif new.endswith(("?", ".")) and after.lstrip(" ,;")[:1].isalnum():  # the rest is a sentence of its own
        rest = _JOINING.sub("", after, count=1)
        after = f" {rest[:1].upper()}{rest[1:]}"
    return before + new + after


def _whole(text: str, was: str) -> str:
    """What is left of a sentence as a sentence: no joining word first, a stop last; "" for scraps."""
    lead = _JOINING.match(was)
    plain = text.strip()
    if not (lead and lead.group().strip()):
        plain = _JOINING.sub("", plain, count=1)
    stop = re.search(r"(?<![.!?])[.!?]+[)\"”]?$", was)
    body = plain.rstrip(".!?")
    had = plain[len(body) :]
    body = _fastened(body)
    if len(re.findall(r"\w+", body)) < _LEAST:
        return ""
    end = had or (stop.group() if stop else "")
    if _ASKS.match(body) and end in (".", "", "!"):
        end = "?"
    first = body[:1].upper() if was[:1].isupper() else body[:1]
    return first + body[1:] + end


def _fastened(text: str) -> str:
    """A sentence without the joining words and marks at its end."""
    end = len(text)
    while end:
        if text[end - 1].isspace() or text[end - 1] in _LOOSE_MARKS:
            end -= 1
        elif loose := _LOOSE_WORD.search(text, max(0, end - _A_LOOSE_WORD), end):
            end = loose.start()
        else:
            break
    return text[:end]


def _tidy(text: str) -> str:
    """No space doubled, no line emptied by an edit, no gap of more than a line."""
    text = re.sub(r"(?<=\S)[ \t]{2,}(?=\S)", " ", text)
    text = re.sub(r"(?<![ \t])[ \t]+(?=\n|$)", "", text)
    text = re.sub(r"(?<=\n)[ \t]+(?=\S)", lambda m: m.group() if m.group().count(" ") > 1 else "", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip()
