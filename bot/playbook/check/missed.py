"""What a draft leaves unsaid: thanks, a close, what fills its gaps; and what the draft is for."""

from __future__ import annotations

import re

from bot.playbook.check.asks import requests
from bot.playbook.check.levers import levers_asked
from bot.playbook.check.market_said import THANKS
from bot.playbook.check.scene import Scene
from bot.playbook.check.sentences import Sentence
from bot.playbook.check.shapes import TOO_LONG, Edit, Finding, Lines, Purpose, Span

_GAP = re.compile(r"\[[^\]\n]{2,240}\]")
_CLOSE = re.compile(
    r"\blet me know\b|\blook(?:ing)? forward\b|\bhear from you\b|\bhappy to (?:talk|discuss|chat|hop"
    r"|jump|sign)\b|\bready to sign\b"
    r"|\bi(?:'ll| will| would|'d) sign\b|\bi'm in\b|\b(?:get|come) back to me\b|\bplease (?:confirm"
    r"|send|reply|advise)\b|\btalk soon\b|\blmk\b"
    r"|\byour thoughts\b|\bwondering (?:if|whether)\b|\bi(?:'ll| will| would|'d) (?:accept|say yes)\b"
)
_OF_THE_MARKET = re.compile(r"(?:the market: |from what i found, )")  # our own sentence on it
_ACCEPT = re.compile(
    r"\bi (?:\w+ )?accept\b|\b(?:happy|delighted|pleased|glad|excited|thrilled|love|like) to accept\b"
    r"|\bi(?:'ll| will) take (?:it|the)\b|\bmy acceptance\b|\bdecided to accept\b|\baccepting\b"
)
_DECLINE = re.compile(
    r"\bdecided (?:not to|to (?:decline|pass|stay))|\bi (?:have to|must|will|am going to"
    r"|would like to|'ll)? ?decline\b|\bnot (?:to )?go ahead\b"
    r"|\bwithdraw my\b|\bturn(?:ing)? (?:it|the offer) down\b|\bi (?:won't|will not|can't"
    r"|cannot) be (?:able to join|joining|accepting)\b|\bi(?:'ve| have) (?:signed|accepted"
    r"|gone) with another\b|\b(?:decided|chosen) to (?:take|accept|join|go with) (?:another|a different)\b"
    r"|\bi(?:'m| am) (?:going with|taking|accepting) (?:another|a different)\b"
    r"|\bwish (?:you|the team) (?:all )?well\b"
)

_LATER = re.compile(
    r"\bi(?:'ll| will| am going to)\b.{0,60}\b(?:answer|get back|come back|reply|respond"
    r"|let you know|decide)\b"
)


def missing_parts(
    scene: Scene, lines: Lines, purpose: Purpose, *, thanked: bool
) -> tuple[list[Finding], list[Edit]]:
    """No thanks, no close, too long. What is added stands at the beginning and at the end of the body."""
    findings, edits = [], []
    body = [sentence for sentence in scene.body if not sentence.bullet]
    if not body:
        return [], []
    if not thanked and not any(THANKS.search(each.folded) for each in body):
        findings.append(Finding("no_thanks", better=lines.thanks))
        edits.append(_thanks(body[0], scene, lines))
    last = [each for each in scene.body if not _OF_THE_MARKET.match(each.folded)][-2:]
    closed = any(each.folded.endswith("?") or _CLOSE.search(each.folded) for each in last)
    if not closed and purpose == "counter":
        findings.append(Finding("no_close", better=lines.close))
    if len(scene.draft.split()) > TOO_LONG:
        idle = _idle(scene)
        findings.append(Finding("too_long", tuple(idle[:1])))
    return findings, edits


def _thanks(first: Sentence, scene: Scene, lines: Lines) -> Edit:
    """Thanks before the first sentence; in small letters where all are."""
    small = not any(c.isupper() for each in scene.body for c in each.text)
    return Edit(first.start, first.start, lower_first(lines.thanks) if small else lines.thanks)


def lower_first(text: str) -> str:
    """A sentence's start in the middle of one."""
    return text[:1].lower() + text[1:]


def _idle(scene: Scene) -> list[Span]:
    """Sentences that ask nothing, prove nothing and thank nobody, longest first."""
    spare = [
        (each.start, each.end)
        for each in scene.body
        if scene.ask_in(each) is None
        and not re.search(r"\d|\?", each.text)
        and not THANKS.search(each.folded)
    ]
    return sorted(spare, key=lambda span: span[0] - span[1])


def purpose_of(scene: Scene) -> Purpose:
    """What the draft is for: to ask for more (which "no ask" is judged by), or something else."""
    text = " ".join(each.folded for each in scene.body)
    levers = levers_asked(scene.asks)
    if not levers and any("time" in ask.levers for ask in scene.asks):
        return "time"
    if not levers and (
        any("info" in ask.levers for ask in scene.asks) or any(requests(each.folded) for each in scene.body)
    ):
        return "info"
    if not levers and _DECLINE.search(text):
        return "decline"
    if not levers and not scene.hits and _LATER.search(text):
        return "time"
    reason = "raise_is_enough" in scene.kinds  # none to accept for
    return "accept" if not levers and not reason and _ACCEPT.search(text) else "counter"


def gaps(scene: Scene) -> list[Finding]:
    """Marked gaps that nobody has filled yet."""
    spans = tuple(match.span() for match in _GAP.finditer(scene.draft))
    return [Finding("gap", spans)] if spans else []
