"""Which sums of an answer are the employer's: not those they refused, nor those the person named.

"They won't do 209k, only 200k" holds one sum of theirs. Judged clause by clause; a clause that is
nobody's offer is blanked, so that what is left can be read as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.understand.money import amounts

_MARKS = str.maketrans("\u2018\u2019", "''")
_MOST = 4_000  # characters; a longer text is a letter, and its own words say what is offered
_AT_MOST = 60  # characters before and after a sum that say whose it is
_NEVER = (
    r"(?:can'?t|cannot|can not|won'?t|will not|wouldn'?t|didn'?t|did not|don'?t|doesn'?t|couldn'?t|aren'?t"
    r"|isn'?t|not (?:able|willing|going|prepared|ready|in a position) to|unable to|no way|refus(?:e"
    r"|es|ed|ing) to)"
)
# "They can't go above 200k" names what they would pay.
_CEILING = re.compile(
    r"\b(?:above|over|past|beyond|higher(?: than)?|more(?: than)?|better than|exceed|further than"
    r"|out ?bid|top)\W{0,3}$"
)
_REFUSED_BEFORE = re.compile(
    rf"\b{_NEVER}\b|\b(?:said|say|says|saying|a|is|hard|firm|flat) no(?: way)? (?:to|on|at)\b"
    rf"|^\W{{0,3}}(?:and )?no to\b"
    r"|\b(?:declin|reject|refus|nix|balk|laugh)(?:e|es|ed|ing)?\b"
    r"|\b(?:turn(?:ed|ing)? down|shot down|shut down|ruled out|passed on|pushed back on|against)\b"
    r"|\bno to\b|\bnot\W{1,3}(?:the |my |at |for )?$|\binstead of\W|\brather than\W"
)
_REFUSED_AFTER = re.compile(
    r"^.{0,24}?\b(?:not (?:possible|happening|doable|feasible|an option|realistic|on the table"
    r"|approved|going to"
    r"|gonna|in (?:the|their) budget|something they)|impossible|(?:isn't|wasn't|won't|can't|ain't"
    r"|didn't|doesn't)\b"
    r"|too (?:high|much|rich|far|steep)|off the table|out of (?:the question|reach|budget"
    r"|their range|band|range)"
    r"|(?:is|was|'s) (?:a )?(?:hard |flat |firm )?no\b|no[- ]?go|above (?:the|their) (?:band|budget|range)"
    r"|over (?:the |their )?budget|(?:was|were|got|is|been) (?:declined|rejected|refused|turned down|denied))"
)
_OWN = re.compile(
    r"\b(?:i|we|i'd|i've|i'm)(?:'ve| have| had| just| also| only| even| would| am| was| initially| originally"
    r"| already){0,2}"
    r" (?:ask(?:ed|ing)?|tell|told|said|say|counter(?:ed|ing)?|propos(?:e|ed)|request(?:ed)?|want(?:ed)?"
    r"|wish(?:ed)?|hop(?:e|ed|ing)|like|prefer|suggest(?:ed)?|need(?:ed)?|push(?:ed|ing)?|aim(?:ed|ing)?"
    r"|expect(?:ed)?|mention(?:ed)?|repl(?:y|ied)|answered|wrote|sent|emailed|quoted|make|made|earn(?:ed)?"
    r"|currently)\b"
    r"|\bmy (?:\w{1,12} ){0,2}(?:ask|counter|number|request|proposal|target|floor|salary|pay|comp|wage)\b"
    r"|\bmy (?:current|present|old|last|previous|existing)\b|\b(?:i'm|i am|i was) (?:on|at|making"
    r"|paid|earning)\b"
    r"|\b(?:they|he|she|you) (?:should|could have|ought)\b|\bask(?:ed|ing) (?:them |him |her )?for\b"
)
_PENDING = re.compile(
    r"\b(?:think(?:ing)? (?:about|over|on)|consider(?:ing)?|review(?:ing)?"
    r"|check(?:ing)? (?:on|if|whether|about|with)|discuss(?:ing)?|look(?:ing)? (?:at|into)|see (?:if"
    r"|about|whether)|get back to me|run it by|depends)\b"
)
_PAST = re.compile(
    r"\b(?:back )?in (?:19|20)\d\d\b|\b(?:last year|years? ago|months? ago"
    r"|previously|used to|when i (?:was|joined|started))\b"
)
_TO_COME = re.compile(r"\b(?:start|begin|review|vest|join|from|raise|by|until)\w{0,5}\b")
# Before a person that speaks a clause begins, unless the words before lead into it.
_BREAK = re.compile(
    r"\s(?=(?:but|though|although|however|then|only|yet|so)\s)"
    r"|\s(?=(?:and|or)\s)"
    r"|(?<!\bif)(?<!\bthat)(?<!\bwhat)(?<!\bway)(?<!\bwhen)(?<!\bwhether)(?<!\bsaid)(?<!\band)(?<!\bbut)"
    r"(?<!\bchance)\s(?=(?:they|he|she)(?:'ll|'d|'re|'s)?\s)"
    r"|[;:!?\n]\s{0,3}|[.,](?=\s)\s{0,3}"
)
_ON = re.compile(r"\W{0,3}(?:and|or|plus|with|\+|&)\b")
_ANEW = re.compile(
    r"\b(?:got|gave|give|offer\w{0,3}|came|come|said|agree\w{0,3}|yes|only|can|did|do|they|she|he|is|are|was"
    r"|will|have|has|now|counter\w{0,3}|settled|instead|matched|met)\b"
)


@dataclass(frozen=True, slots=True)
class Heard:
    """An answer without the clauses whose sums are not offered, as long as the text it was.

    `refused` says that a sum was refused, `past` that one was offered long ago, `dropped` that any clause
    with a sum was left out.
    """

    text: str
    refused: bool = False
    past: bool = False
    dropped: bool = False


def offered_in(text: str) -> Heard:
    """What of an answer may be what is offered now; of a letter, all of it.

    >>> offered_in("they won't do 209k, only 200k").text.strip()
    'only 200k'
    """
    low = text.translate(_MARKS).lower()
    if len(text) > _MOST or len(low) != len(text):
        return Heard(text)
    sums = amounts(low)
    kept, left, before = text, set[str](), ""
    for start, end in _clauses(low):
        within = [each for each in sums if start <= each.start < end]
        if not within:
            continue
        clause = low[start:end]
        whose = _whose(clause, [each.start - start for each in within], [each.end - start for each in within])
        if not whose and before and _ON.match(clause) and not _ANEW.search(clause):
            whose = before
        before = whose
        if whose:
            kept = kept[:start] + " " * (end - start) + kept[end:]
            left.add(whose)
    return Heard(kept, "refused" in left, "past" in left, bool(left))


def _clauses(low: str) -> Iterator[tuple[int, int]]:
    """Where the clauses of a text begin and end."""
    start = 0
    for found in _BREAK.finditer(low):
        yield start, found.end()
        start = found.end()
    yield start, len(low)


def _whose(clause: str, starts: list[int], ends: list[int]) -> str:
    """Why the sums of a clause are not offered now: "refused", "own", "open" or "past"; "" where they are."""
    before = clause[max(0, starts[0] - _AT_MOST) : starts[0]]
    after = clause[ends[-1] : ends[-1] + _AT_MOST]
    if _OWN.search(before):
        return "own"
    if _REFUSED_AFTER.search(after) or (_REFUSED_BEFORE.search(before) and not _CEILING.search(before)):
        return "refused"
    if _PENDING.search(before) or _PENDING.search(after):
        return "open"
    return "past" if _PAST.search(clause) and not _TO_COME.search(after) else ""
