"""One sentence of a draft with its edits made, and still a sentence."""

from __future__ import annotations

import re

from bot.playbook.check.sentences import Sentence
from bot.playbook.check.shapes import Edit

_JOINING = re.compile(
    r"^[\s,;:–—-]*(?:(?:so|but|and|because|since|as|though|although|or|yet|then|hence)\b[\s,]*)?",
    re.IGNORECASE,
)
_LOOSE_WORD = re.compile(r"\s(?:and|but|so|or|because|since|that|if|with|as)$", re.IGNORECASE)
_JOINING_WORD = re.compile(r"\s(?:and|but|so|or|because|since)$", re.IGNORECASE)
# What ties a sentence to the one before it.
_LINKS = re.compile(
    r"(?:but|and|so(?= (?:i|we|you|it|the|my|this|that|could|can|would)\b)|yet"
    r"|however|also|then|in addition|that said|still|instead|otherwise|or|plus|hence)\b"
    r",?\s{1,3}(?=\S)",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"\b(?:could|can|would|will|may|might|should|is|are|was|do|does|did|what|how|when|where|which|who|any)\b"
    r" (?:you|we|i|it|there|this|that|the|your|much|many)\b|\b(?:if|whether) (?:you|we|there|it|the)\b|\?",
    re.IGNORECASE,
)
_TELLS = re.compile(r"\bI'm asking for\b")
_WHICH = re.compile(r"which\b[^,.!?]{0,120}(?:, (?:(?:but|and|so) )?|(?=[.!?])|$)", re.IGNORECASE)
_EITHER = re.compile(r"either\s(?!way\b|one\b)", re.IGNORECASE)
_LINKED = 2  # joining words at most in a row: "and because"
_LOOSE_MARKS = ",;:–—-"
_A_LOOSE_WORD = 8  # characters of the longest, with the space before it
_ASKS = re.compile(
    r"(?:[^.!?]{0,60}[,:]\s+)?(?:but |so |and )?(?:could|can|would|will) (?:you|we|it|the)\b", re.IGNORECASE
)
_LEAST = 2  # words a sentence must keep to stay


def mended(sentence: Sentence, edits: list[Edit], *, joined: bool = True, small: bool = False) -> str:
    """A sentence with its edits made; not `joined` where the one before it is gone."""
    before = [e for e in edits if e.start == e.end == sentence.start and e.text]
    after = [e for e in edits if e.start == e.end == sentence.end and e.text]
    inner = _apart([e for e in edits if e.end > e.start], sentence)
    text = sentence.text
    for each in sorted(inner, key=lambda e: -e.start):
        text = _with(text, each, each.start - sentence.start, each.end - sentence.start)
    if inner:
        text = _whole(text, sentence, inner)
    if before or not joined:
        text = _alone(text)
    said = [*(e.text.strip() for e in before), text, *(e.text.strip() for e in after)]
    kept = [each for each in said if each]
    if not small:
        kept[1:] = [each[:1].upper() + each[1:] for each in kept[1:]]
    return " ".join(kept)


def _alone(text: str) -> str:
    """A sentence without the word that joined it to the one before: "And I ran it." -> "I ran it."."""
    lead = _LINKS.match(text)
    if lead is None:
        return text
    rest = text[lead.end() :]
    return rest[:1].upper() + rest[1:] if text[:1].isupper() else rest


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


def _whole(text: str, sentence: Sentence, edits: list[Edit]) -> str:
    """What is left of a sentence as a sentence: no joining word first, a stop last; "" for scraps."""
    was = sentence.text
    lead = _JOINING.match(was)
    led = lead.end() if lead and lead.group().strip() else 0
    plain = text.strip()
    if not led or any(e.start - sentence.start <= led for e in edits):
        plain = _EITHER.sub("", plain, count=1)
        for _ in range(_LINKED):
            plain = _JOINING.sub("", plain, count=1)
        plain = _WHICH.sub("", plain, count=1)  # what it told more of is gone
    stop = re.search(r"(?<![.!?])[.!?]+[)\"”]?$", was)
    body = plain.rstrip(".!?")
    had = plain[len(body) :]
    at_end = any(e.end - sentence.start >= len(was.rstrip(" .!?")) for e in edits)
    if edits[0].start <= sentence.start + led and not edits[0].text:
        body = body.removesuffix(" too")  # as much as whoever was named
    body = _fastened(body, _LOOSE_WORD if at_end else _JOINING_WORD)
    if len(re.findall(r"\w+", body)) < _LEAST:
        return ""
    end = had or (stop.group() if stop else "")
    if "?" in end and (at_end or _TELLS.search(body)) and not _QUESTION.search(body):
        end = "."  # the question itself is what went
    if _ASKS.match(body) and end in (".", "", "!"):
        end = "?"
    first = body[:1].upper() if was[:1].isupper() else body[:1]
    return first + body[1:] + end


def _fastened(text: str, loose_words: re.Pattern[str]) -> str:
    """A sentence without the joining words and marks at its end."""
    end = len(text)
    while end:
        if text[end - 1].isspace() or text[end - 1] in _LOOSE_MARKS:
            end -= 1
        elif loose := loose_words.search(text, max(0, end - _A_LOOSE_WORD), end):
            end = loose.start()
        else:
            break
    return text[:end]
