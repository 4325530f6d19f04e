"""Mistakes of substance: what a draft leaves unsaid, asks twice, or has wrong against the offer at hand."""

from __future__ import annotations

import re

from bot.playbook.check.ask_words import CUE, IF_NOT
from bot.playbook.check.asks import closes, levers_asked, requests
from bot.playbook.check.market import MARKET_NAMED, market_figure
from bot.playbook.check.market_said import FACT, THANKS, market_said, unsourced
from bot.playbook.check.sentences import Sentence
from bot.playbook.check.shapes import TOO_LONG, Asked, Edit, Finding, Known, Lever, Lines, Purpose, Span, Why
from bot.playbook.check.worded import Scene, clause_at, figure_said

_GAP = re.compile(r"\[[^\]\n]{2,240}\]")
_FIXED = re.compile(
    r"\b(?:base|band|salary|pay)\b.{0,30}\b(?:is|are|was|'s) (?:\w{1,12} )?(?:fixed|set|capped|maxed"
    r"|locked|firm|at the top)"
    r"|\b(?:base|band|salary)\b.{0,20}\b(?:can't|cannot|won't) (?:move|change|go)"
)
_CLOSE = re.compile(
    r"\blet me know\b|\blook(?:ing)? forward\b|\bhear from you\b|\bhappy to (?:talk|discuss|chat|hop"
    r"|jump|sign)\b|\bready to sign\b"
    r"|\bi(?:'ll| will| would|'d) sign\b|\bi'm in\b|\b(?:get|come) back to me\b|\bplease (?:confirm"
    r"|send|reply|advise)\b|\btalk soon\b"
    r"|\byour thoughts\b|\bwondering (?:if|whether)\b|\bi(?:'ll| will| would|'d) (?:accept|say yes)\b"
)
_ACCEPT = re.compile(
    r"\bi (?:\w+ )?accept\b|\b(?:happy|delighted|pleased|glad|excited|thrilled) to accept\b|\bi(?:'ll"
    r"| will) take (?:it|the)\b|\bmy acceptance\b|\bdecided to accept\b|\baccepting\b"
)
_DECLINE = re.compile(
    r"\bdecided (?:not to|to (?:decline|pass|stay))|\bi (?:have to|must|will|am going to"
    r"|would like to|'ll)? ?decline\b|\bnot (?:to )?go ahead\b"
    r"|\bwithdraw my\b|\bturn(?:ing)? (?:it|the offer) down\b|\bi (?:won't|will not|can't"
    r"|cannot) be (?:able to join|joining|accepting)\b|\bi(?:'ve| have) (?:signed|accepted"
    r"|gone) with another\b"
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
    last = scene.body[-2:]
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
    return "accept" if not levers and _ACCEPT.search(text) else "counter"


def asking(scene: Scene, known: Known, lines: Lines, purpose: Purpose) -> tuple[list[Finding], list[Edit]]:
    """No ask, a vague one, several, base alone where base has no room, no figure of the market."""
    findings: list[Finding] = []
    edits: list[Edit] = []
    if purpose != "counter":
        return findings, edits
    if not scene.asks:
        return [Finding("no_ask", better=lines.ask.replace("{figure}", lines.figure))], []
    stuck = _base_stuck(scene, known)
    replaced = False
    alone = bool(stuck) and levers_asked(scene.asks) == ("base",) and not _falls_back(scene)
    named = any(each.figure for each in scene.asks)
    if alone:
        ask = next((each for each in scene.asks if each.figure), scene.asks[0])
        better = lines.fallback if named else lines.other
        findings.append(Finding("base_alone", (ask.figure or _quoted(ask, scene),), stuck, better))
    if alone and not named:
        edits += [
            Edit(each.start, each.end, lines.other if each is ask else "")
            for each in scene.asks
            if "base" in each.levers
        ]
        replaced = True
    vague = [each for each in scene.asks if each.vague is not None]
    if vague:
        lever = vague[0].levers[0]
        said = "" if named else _one_number(lever, lines)
        why: Why = "named" if named else ""
        findings.append(Finding("vague_ask", tuple(_quoted(each, scene) for each in vague), why, said))
        if not replaced and (said or named):
            edits += [_instead(each, said if each is vague[-1] else "", scene) for each in vague]
            edits += [_instead(each, "", scene) for each in _idle_asks(scene)]
    if not replaced:
        several, more = _several(scene, lines)
        findings, edits = findings + several, edits + more
    edits += _demanded(scene, lines)
    wants_base = any("base" in each.levers for each in scene.asks)
    loose = unsourced(scene) if wants_base else None
    if loose is not None:
        findings.append(Finding("no_median", ((loose.start, loose.end),), "no_source"))
        edits.append(Edit(loose.end, loose.end, "[GAP: its source]."))
    elif wants_base and not market_figure(scene, lines.market):
        weak = [
            (each.start + m.start(), each.start + m.end())
            for each in scene.body
            if (m := MARKET_NAMED.search(each.folded))
        ]
        findings.append(Finding("no_median", tuple(weak[:1]), "no_figure" if weak else "", lines.market))
        if not replaced:
            edits += market_said(scene, lines)
    if alone and named:  # their own number stays, and what can move stands behind it
        ask = next(each for each in scene.asks if each.figure)
        edits.append(Edit(ask.end, ask.end, lines.fallback))
    return findings, edits


def _falls_back(scene: Scene) -> bool:
    """Whether the draft says what else it would take if the base has no room."""
    return any(IF_NOT.search(each.folded) and CUE.search(each.folded) for each in scene.body)


def _idle_asks(scene: Scene) -> list[Asked]:
    """The asks for base beside a vague one that name no figure: what stands for the vague one says it."""
    return [
        each
        for each in scene.asks
        if each.vague is None and each.figure is None and each.question and each.levers == ("base",)
    ]


def _demanded(scene: Scene, lines: Lines) -> list[Edit]:
    """A number laid down as a need: "I need 185k." becomes the same number, asked for."""
    found = [
        each for each in scene.asks if each.figure and _NEED.fullmatch(scene.sentence_at(each.start).folded)
    ]
    return [
        Edit(each.start, each.end, lines.ask.replace("{figure}", figure_said(scene.draft, each)))
        for each in found
    ]


_NEED = re.compile(
    r"i (?:\w{1,12} )?(?:need|want|require|must have) (?:at least )?\W?\d[\d.,]{0,12} ?k?\W{0,3}"
)


def _one_number(lever: Lever, lines: Lines) -> str:
    """The ask that a vague one stands for, with its number or the gap for it."""
    return lines.ask.replace("{figure}", lines.figure) if lever == "base" else lines.others.get(lever, "")


def _quoted(ask: Asked, scene: Scene) -> Span:
    """The words of a vague ask to quote: from the clause it stands in to the sentence's end."""
    at = ask.vague[0] if ask.vague else ask.start
    return clause_at(scene.sentence_at(at), at)[0], ask.end


def _instead(ask: Asked, said: str, scene: Scene) -> Edit:
    """What stands for a vague ask: thanks, figures, work and offers in the same sentence stay before it."""
    start = _quoted(ask, scene)[0]
    before = scene.draft[ask.start : start].lower()
    kept = THANKS.search(before) or FACT.search(before)
    return Edit(start if kept else ask.start, ask.end, said)


def _base_stuck(scene: Scene, known: Known) -> Why:
    """Why base is the wrong thing to ask for alone: it stands at the market, or they said it is fixed."""
    if any(_FIXED.search(each.folded) and not each.folded.startswith("if ") for each in scene.body):
        return "fixed"
    judged = known.critique
    at = (
        judged is not None
        and judged.bar is None
        and not judged.stand_in
        and judged.verdict in ("around_median", "above_median", "above_estimate")
    )
    return "at_median" if at else ""


def _several(scene: Scene, lines: Lines) -> tuple[list[Finding], list[Edit]]:
    """More than one thing asked for: three in one breath, or two in two sentences. The dearest one stays."""
    counting = [each for each in scene.asks if set(each.levers) - {"info", "time"}]
    levers = levers_asked(tuple(counting))
    apart = len({each.levers[0] for each in counting}) > 1 and len(levers) > 1
    if len(levers) < 3 and not apart:  # noqa: PLR2004
        return [], []
    kept = next((each for each in counting if "base" in each.levers), counting[0])
    finding = Finding("several_asks", tuple((each.start, each.end) for each in counting))
    listed = any(scene.sentence_at(each.start).bullet for each in counting)
    figure = figure_said(scene.draft, kept)
    said = (
        lines.ask.replace("{figure}", figure or lines.figure)
        if "base" in kept.levers
        else scene.draft[kept.start : kept.end]
    )
    edits = []
    for each in counting:
        if each is not kept:
            edits.append(Edit(each.start, each.end))
        elif len(kept.levers) > 1 or listed:
            edits.append(Edit(each.start, each.end, said))
    return [finding], [*edits, *_list_words(scene)]


def _list_words(scene: Scene) -> list[Edit]:
    """The words around several asks: "I have two requests:" before a list, "Can you do both?" behind."""
    edits = []
    for at, each in enumerate(scene.body):
        leads = (
            not each.bullet
            and at + 1 < len(scene.body)
            and scene.body[at + 1].bullet
            and each.text.endswith(":")
        )
        ends = closes(each.folded) or "let me know" in each.folded
        if leads or (ends and re.search(r"\b(?:these|those|all|them|both)\b", each.folded)):
            edits.append(Edit(each.start, each.end))
    return edits


def gaps(scene: Scene) -> list[Finding]:
    """Marked gaps that nobody has filled yet."""
    spans = tuple(match.span() for match in _GAP.finditer(scene.draft))
    return [Finding("gap", spans)] if spans else []


def asks_for_base(asks: tuple[Asked, ...]) -> Asked | None:
    """The first ask for base with a figure, or None."""
    return next((each for each in asks if "base" in each.levers and each.figure), None)
