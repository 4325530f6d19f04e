"""By what the parts of the evidence are known: why it carries over, how it was checked, tools, work made.

The words that count are listed in `vocabulary/evidence_words.csv`; their shapes stand here.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from bot.playbook.retold import tool_list
from bot.playbook.signals import signals, tools
from bot.understand.vocab import rows

_LONGEST_NAME: Final = 3  # words of one tool in a list of them

_CHECKED = (
    r"(?:measured|tested|checked|compared|graded|scored|evaluated|validated|verified|benchmarked|audited"
    r"|reviewed|sampled|surveyed|back-?tested|rated|timed|counted|tracked|(?:spot|double|cross)[- ]?checked"
    r"|a/b[- ]?tested|audit(?:s|ors?)? found|tried(?= it\b| them\b| this\b)"
    r"|(?:audit|review|survey|check|test|sample|poll)s? of (?=\d)|(?:a/b|user|blind|usability) tests?)"
)
_CHECK = re.compile(rf"\b{_CHECKED}\b", re.IGNORECASE)
# What a check stands beside where it is of the work, and no work itself: "tested with 20 users".
_ON = r"(?:with|w/|on|against|by|over|across|to)"
_CHECK_OF_IT = re.compile(
    rf"\b{_CHECKED} (?:{_ON}(?=[\s\d])"
    r"|(?:it|them|this|that|these|(?:the )?(?:results?|outputs?|answers?|drafts?))\b)",
    re.IGNORECASE,
)
_CHECK_AGAINST = re.compile(rf"\b{_CHECKED} [^.;:]{{1,60}}\b{_ON}\b", re.IGNORECASE)
_SHARE = re.compile(
    r"\d ?%|\bper ?cent\b|\b\d{1,6} ?(?:/|of|out of) ?\d{1,6}\b"
    r"|(?:,\s(?:and )?|\sand )\d{1,5} (?:of them )?"
    r"(?:got|finished|passed|could|said|agreed|answered|completed|succeeded|were|filled)\b",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"\bbefore\b.{1,60}\bafter\b|\bold\b.{1,40}\bnew\b|\bcompared (?:with|against)\b|\bside by side\b",
    re.IGNORECASE,
)
_ANY = r"(?:any|every|most|all|other|another|different|your)"
_ELSEWHERE = re.compile(
    rf"\b(?:works?|worked|runs?|usable|appl(?:y|ies|icable)|transfers?|fits?|carr(?:y|ies) over"
    rf"|re-?us(?:ed?|able))\s(?:just as |equally )?(?:well |fine |the same |unchanged )?"
    rf"(?:on|with|for|in|at|to|across|by)\s(?:almost |nearly )?{_ANY}\b"
    r"|\b(?:any|every|most)\s(?:\w{1,15}\s){1,6}(?:can|could|would)\s"
    r"(?:be|use|run|do|copy|take|adopt|learn|pick|need)\b"
    r"|^\W*(?:any|every)\s(?:other\s)?\w{2,15}(?:\s\w{2,15})?\s(?:with|that|who|using|has)\b"
    r"|\banyone\s(?:can|could|with|who)\b|\banywhere\b"
    r"|\b(?:nothing|none of it|not)\s(?:in it |about it )?(?:is )?(?:too )?(?:specific|tied|unique|special)\b"
    r"|\b(?:it|this)\s(?:only|just)\sneeds\b|\ball (?:it|you) needs?\b|\boff[- ]the[- ]shelf\b"
    r"|\b(?:standard|common|open[- ]source) (?:tools?|software|stack|method)\b"
    r"|\b(?:re-?usable|transferable|portable|repeatable|teachable|\w{3,12}[- ]agnostic)\b"
    r"|\b(?:easy to|can be|could be) (?:teach|taught|copy|copied|repeat|repeated|transfer|reused|applied)\b"
    r"|\b(?:same|the) (?:method|approach|template|checklist|steps|recipe|process)"
    r" (?:works?|would|can|could)\b"
    r"|\bi (?:can|could|would) (?:do|build|set up|run|teach) (?:it|this|that|the same)\b",
    re.IGNORECASE,
)
_AT_OTHERS = re.compile(
    r"\b(?:at|in|to|by|across) (?:two|three|four|five|both|other|several|\d{1,3}) (?:other |more )?"
    r"(?:clinics|offices|teams|stores|schools|wards|companies|firms|sites|regions|units|employers|brands)\b",
    re.IGNORECASE,
)
_USED = re.compile(
    r"(?:(?:i|we|it) )?(?:used?|uses|using|(?:built|made|done|written|wrote it)(?: it)? (?:with|in|on)"
    r"|r[ua]ns? on"
    r"|(?:my |the |our )?(?:tech )?(?:tools?|stack)(?: was| were| is| are)?)\s?:?\s+",
    re.IGNORECASE,
)
_LISTED = re.compile(r"\s?[,/&+;]\s?|\s(?:and|or|plus|with)\s", re.IGNORECASE)
_OFTEN = re.compile(
    r"(?:,? (?:too|also|mostly|mainly|only|as well))$|^(?:just|also|mostly|mainly|plus) ", re.IGNORECASE
)
_RAN_A_TEST = re.compile(r"(?:i|we) ran (?:an? )?(?:a/b|user|blind|usability) tests?\b", re.IGNORECASE)
_BEGUN = re.compile(r"(?:i|we)(?:['’]ve| have)?\s+(?:also\s+)?(?P<verb>[a-z-]{3,14})\b", re.IGNORECASE)


def carries_over(said: str) -> bool:
    """Whether words say why something would work elsewhere: "works on any warehouse", "anyone can use it"."""
    return _ELSEWHERE.search(said) is not None


def was_taken_up(said: str) -> bool:
    """Whether words say that it was done again: "a second team picked it up", "now at two clinics"."""
    return "again" in signals(said) or _AT_OTHERS.search(said) is not None


def tools_in(said: str) -> str:
    """A list of tools without the words around it: "used SQL too" -> "SQL"."""
    return _OFTEN.sub("", tool_list(said))


def proof_points(said: str, *, loose: bool) -> int:
    """How much words tell of a check, in points.

    A check counts 2, and 1 more where it is of the work ("tested with 20 users"); a rate of quality 2; a
    share, a count of cases, a way of checking and a comparison 1 each.

    `loose` takes a check of something against another for one of the work too.
    """
    low = f" {' '.join(re.findall(r'[a-z0-9/&-]+', said.lower()))} "
    of_it = _CHECK_OF_IT.search(said) or (loose and _CHECK_AGAINST.search(said))
    return (
        2 * bool(_CHECK.search(said))
        + bool(of_it)
        + 2 * any(f" {each} " in low for each in _listed("rate"))
        + bool(_SHARE.search(said))
        + ("sample" in signals(said))
        + any(f" {each} " in low for each in _listed("way"))
        + bool(_BESIDE.search(said))
    )


def lists_tools(said: str) -> bool:
    """Whether words name tools and nothing more: "python, excel", "Built with Claude and dbt"."""
    lead = _USED.match(said)
    rest = _OFTEN.sub("", said[lead.end() if lead else 0 :].strip(" ."))
    names = [each for each in _LISTED.split(rest) if each]
    if not names or any(len(each.split()) > _LONGEST_NAME for each in names):
        return False
    known = sum(each.casefold() in _tools() or bool(tools(f"x {each}")) for each in names)
    if lead is not None:
        return known > 0 and "change" not in signals(said)
    return known == len(names) or (known > 1 and known == len(names) - 1)


def tells_what_was_made(said: str) -> bool:
    """Whether a clause says what its teller made: "I built ...", "We wrote ..."."""
    begun = _BEGUN.match(said)
    return begun is not None and begun["verb"].lower() in _listed("made") and not _RAN_A_TEST.match(said)


@cache
def _listed(kind: str) -> tuple[str, ...]:
    row = next(row for row in rows("evidence_words") if row["kind"] == kind)
    return tuple(row["words"].split(";"))


@cache
def _tools() -> frozenset[str]:
    """Every tool by name, written small: in a list of tools "excel" is one."""
    return frozenset(name.casefold() for kind in ("tool", "ai tool", "cased tool") for name in _listed(kind))
