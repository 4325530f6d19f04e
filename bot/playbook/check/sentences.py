"""A draft parted into sentences and clauses, each by its offsets in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

Part = Literal["greeting", "body", "sign_off"]

_WRAPPED = 55  # characters; a line this long without a stop at its end goes on in the next
_A_NAME = 2  # words
_CLOSING_LINES = 5  # a farewell stands in the last lines
_BULLET = re.compile(r"[ \t]{0,40}(?:[-*•–]|\d{1,2}[.)])[ \t]")
_STOP = re.compile(r"(?:(?<![.!?])[.!?]+[)\"'”’]?(?=\s|$))|(?:\s[:;]-?[)D](?=\s|$))")
_ENDS = re.compile(rf"{_STOP.pattern}|\s(?=\d{{1,2}}\)\s)")  # "1) base 2) title" on one line
_SHORTENED = re.compile(
    r"(?:^|\W)(?:mr|mrs|ms|dr|prof|sr|jr|vs|e\.g|i\.e|approx|no|st|inc|u\.s|(?-i:[A-HJ-Z]))\.$", re.IGNORECASE
)
_SHORT_FORM = 8  # characters of the longest of them, with the one before it
_GREETING = re.compile(
    r"(?:hi|hello|hey|dear|respected|esteemed|to whom|greetings|namaste"
    r"|good (?:morning|afternoon|evening|day))\b"
    r"(?:[^.!?\n]|(?<=[rsf])\.){0,60}",
    re.IGNORECASE,
)
# A greeting that the first sentence goes on behind: "Hi Ana, thank you", "Dear Ms. Cole - I read".
_OPENING = re.compile(
    r"(?:to whom(?:so ?ever)? it may concern"
    r"|(?:hi|hello|hey|dear|respected|esteemed|greetings|namaste|good (?:morning|afternoon|evening|day))\b"
    r"(?:,? (?!(?:i|i'm|you|thanks?|thx|so|the|just|quick|is|are|can|could|for|sorry|we|that|this|it|about"
    r"|one|re|regarding|got|but|and|honestly|before)\b)(?:(?:mr|mrs|ms|dr|prof)\.|[^\s.,!?:;]{1,20})){0,4}"
    r"|(?-i:(?!(?:Thanks|First|Sorry|Please|However|Yes|Well|Look|Also|Still|Overall|Ideally|Anyway)\b)"
    r"[A-Z][a-z]{1,14}(?<!ly)(?=,)))"
    r"(?:,|\s?[!:]|\s?[-–—](?=\s))\s{1,3}(?=\S)"
    r"|(?:hi|hello|hey)\s(?=so\b)",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"(?:subject|re|to|from|cc)\s*:", re.IGNORECASE)
_FAREWELL = re.compile(
    r"(?:(?:with )?(?:all the |my )?(?:best|kind|kindest|warm|warmest|many|friendly)?\s?(?:regards"
    r"|wishes|greetings|thanks)|(?:mit )?(?:freundlichen|besten|viele|liebe) gr(?:ü|ue)(?:ß|ss)en?"
    r"|best|thanks"
    r"|thank you|thanks again|(?:thanks|thank you)(?: \w{1,12}){1,6},|sincerely|cheers|cordially"
    r"|yours(?: \w+)?|warmly|all the best|respectfully|thanks? (?:and|&) regards"
    r"|thanking you(?: \w{1,12}){0,6}"
    r")\s*[,.!]?",
    re.IGNORECASE,
)
_HELLO = re.compile(r"(?:hi|hello|hey)(?: \w{1,20}){0,2}[!.,]*", re.IGNORECASE)
_BYE = re.compile(
    r"(?:(?:with )?(?:best|kind|warm|friendly|many) (?:regards|greetings)|regards|sincerely|cheers"
    r"|rgds|v/r|(?:i remain,? )?yours (?:faithfully|sincerely|truly)|cordially|all the best"
    r"|best),? (?:\w\. )?\w{1,20}(?: \w{1,20})?\.?",
    re.IGNORECASE,
)
_LAST = re.compile(
    r"(?:thanks|thank you|thanking you|thx|ty|cheers|br|rgds|v/r|yours|best|regards|thanks? (?:and|&) regards"
    r"|x{1,5}|xoxo|lo{1,5}l|haha|hehe)"
    r"(?:,? \w{1,20}){0,2}[.!]?",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"[-–—~]{1,2}\s?[A-Za-z]{1,20}\.?"
    r"|(?!(?:Thoughts|Please|Excited|Deal|Let|Sorry|Yes|No)\b)[A-Z][a-z]{0,20}(?: [A-Z][a-z]{1,20})?\.?"
)
_SIGNED_SMALL = re.compile(
    r"(?!(?:lmk|please|pls|sorry|ok|okay|yes|no|deal|thoughts|excited|cool)\b)[a-z]{2,12}"
)
# Where one thought ends and another begins. A comma before what may open a clause, or a bare joining word.
_OPENERS = (
    r"so|but|and|because|since|as|which|though|although|while|otherwise|yet|i|i'm|i'd|i'll|i've|we"
    r"|we're|you|it|it's|"
    r"is|are|can|could|would|the|my|that's|please|if|this|there|no|one|totally|of course|given"
)
_JOINS = re.compile(
    rf",\s+(?=(?:{_OPENERS})\b)"
    r"|;\s+|(?<=\s)[-–—]+\s+"
    r"|(?<!\s)\s+(?=(?:so|but|because|since|although|though)\s+(?:i|i'm|i'd|we|you|it|it's|the|my|that|this"
    r"|could|can|would|\d|[$€£]))"
    r"|(?<!\s)\s+(?=as\s+(?:(?:all|most|many|some)\s(?:of\s)?)?my\s(?:\w{1,12}\s)?(?:friend|batchmate|classmate|colleague"
    r"|co-?worker|teammate|peer|cousin|brother|sister|neighbou?r|roommate|junior))"
    r"|(?<!\s)\s+(?=(?:and|or)\s+(?:i|i'm|i'd|i'll|we|it|it's|this|the|my|want|need|would|hope|expect)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its stop, by its offsets; `folded` is its text in lower case with plain quotes."""

    start: int
    end: int
    text: str
    part: Part

    @property
    def folded(self) -> str:
        """The text as patterns read it: as long as the text, so that offsets hold."""
        return folded(self.text)

    @property
    def bullet(self) -> bool:
        """Whether it is a line of a list."""
        return _BULLET.match(self.text) is not None


def folded(text: str) -> str:
    """Lower case and straight apostrophes, character for character."""
    if text.isascii():
        return text.lower()
    lowered = "".join(each.lower() if len(each.lower()) == 1 else each for each in text)
    return lowered.replace("’", "'").replace("‘", "'").replace("\u00a0", " ")


def sentences(draft: str) -> tuple[Sentence, ...]:
    """Every sentence in its order; greetings and farewells are told apart from the body."""
    found: list[Sentence] = []
    lines = _lines(draft)
    farewell = _farewell(draft, lines)
    for start, end in lines:
        line = draft[start:end]
        if farewell is not None and start >= farewell:
            found.append(Sentence(start, end, line, "sign_off"))
        elif _SUBJECT.match(line) or (_GREETING.fullmatch(line.rstrip(" ,!.")) and len(line.split()) <= 6):  # noqa: PLR2004
            found.append(Sentence(start, end, line, "greeting"))
        else:
            opening = _opening(draft, start, end) if all(each.part == "greeting" for each in found) else start
            if opening > start:
                found.append(Sentence(start, opening, draft[start:opening], "greeting"))
            while opening < end and draft[opening].isspace():
                opening += 1
            found += [
                Sentence(a, b, draft[a:b], _part_of(draft[a:b])) for a, b in _parted(draft, opening, end)
            ]
    if len(found) > 1 and found[-1].part == "body" and _LAST.fullmatch(found[-1].text):
        found[-1] = replace(found[-1], part="sign_off")
    if len(found) > 1 and found[-1].part == "body" and _is_signed(found[-1].text, found[-2].text):
        found[-1] = replace(found[-1], part="sign_off")
    return tuple(found)


def _is_signed(said: str, before: str) -> bool:
    """Whether the last words behind a full stop are a name: "... by Friday. Bea Lund", "-O"."""
    small = _SIGNED_SMALL.fullmatch(said) is not None
    return before[-1:] in tuple(".!?)") and (small or _SIGNED.fullmatch(said) is not None)


def _opening(draft: str, start: int, end: int) -> int:
    """Where the greeting at the beginning of a line ends, with its comma; `start` where there is none."""
    found = _OPENING.match(draft, start, end)
    return start + len(found.group().rstrip()) if found else start


def _part_of(said: str) -> Part:
    """What a sentence in the middle of a line is: "Hi!" and "Best regards, Pavel" stand in chats."""
    if _HELLO.fullmatch(said):
        return "greeting"
    return "sign_off" if _BYE.fullmatch(said) else "body"


def clauses(sentence: Sentence) -> tuple[tuple[int, int], ...]:
    """The clauses of a sentence by their offsets in the draft, the joining words with the later one."""
    plain = sentence.folded
    cuts = [match.end() for match in _JOINS.finditer(plain)]
    edges = [0, *cuts, len(plain)]
    return tuple((sentence.start + a, sentence.start + b) for a, b in pairwise(edges) if plain[a:b].strip())


def _lines(draft: str) -> list[tuple[int, int]]:
    """The lines by their offsets, without the space around; a line that was only wrapped goes on."""
    found: list[tuple[int, int]] = []
    at, open_ = 0, False
    for raw in draft.splitlines(keepends=True):
        body = raw.strip()
        start = at + (len(raw) - len(raw.lstrip())) if body else at
        end = start + len(body)
        at += len(raw)
        if not body:
            open_ = False
            continue
        if open_ and found and body[:1].isalnum() and not _BULLET.match(body):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
        open_ = len(body) >= _WRAPPED and body[-1] not in ".!?:,;"
    return found


def _farewell(draft: str, lines: list[tuple[int, int]]) -> int | None:
    """Where the farewell begins, where there is one in the last lines."""
    for start, end in lines[1:][-_CLOSING_LINES:]:
        if _FAREWELL.fullmatch(draft[start:end].strip()):
            return start
    last = lines[-1] if len(lines) > 1 else None
    if (
        last
        and len(draft[last[0] : last[1]].split()) <= _A_NAME
        and draft[last[0] : last[1]].replace(" ", "").isalpha()
    ):
        return last[0]
    return None


def _parted(draft: str, start: int, end: int) -> list[tuple[int, int]]:
    """One line at its full stops, but for those of a short form ("Ms.")."""
    found, begin = [], start
    for stop in _ENDS.finditer(draft, start, end):
        near = max(begin, stop.end() - _SHORT_FORM)
        if stop.end() < end and draft[stop.start()] == "." and _SHORTENED.search(draft, near, stop.end()):
            continue
        if draft[begin : stop.end()].strip():
            found.append((begin, begin + len(draft[begin : stop.end()].rstrip())))
        begin = stop.end()
        while begin < end and draft[begin].isspace():
            begin += 1
    if begin < end:
        found.append((begin, end))
    return found
