"""Mistakes of substance: what a draft leaves unsaid, asks twice, or has wrong against the offer at hand."""

from __future__ import annotations

import re

from bot.playbook.check.asks import closes, levers_asked, requests
from bot.playbook.check.market import MARKET_NAMED, market_figure
from bot.playbook.check.sentences import Sentence
from bot.playbook.check.shapes import TOO_LONG, Asked, Edit, Finding, Known, Lever, Lines, Purpose, Span, Why
from bot.playbook.check.worded import Scene, clause_at, figure_said

_GAP = re.compile(r"\[[^\]\n]{2,240}\]")
_FIXED = re.compile(
    r"\b(?:base|band|salary|pay)\b.{0,30}\b(?:is|are|was|'s) (?:\w{1,12} )?(?:fixed|set|capped|maxed"
    r"|locked|firm|at the top)"
    r"|\b(?:base|band|salary)\b.{0,20}\b(?:can't|cannot|won't) (?:move|change|go)"
)
_THANKS = re.compile(
    r"\bthank|\bthx\b|\bgrat(?:eful|itude)\b|\bappreciate|\bexcited\b|\bthrilled\b|\bdelighted\b"
    r"|\bglad to have\b|\bhappy to (?:receive|get|have)\b"
    r"|\bhonou?red\b|\bpleased to (?:receive|get)\b"
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
_GREETING = re.compile(
    r"(?:hi|hey|hello|dear|good (?:morning|afternoon|evening))\b(?:[^,.!?\n]|(?<=r|s)\.){0,40}[,!] (?=\w)",
    re.IGNORECASE,
)


def missing_parts(
    scene: Scene, lines: Lines, purpose: Purpose, *, thanked: bool
) -> tuple[list[Finding], list[Edit]]:
    """No thanks, no close, too long. What is added stands at the beginning and at the end of the body."""
    findings, edits = [], []
    body = [sentence for sentence in scene.body if not sentence.bullet]
    if not body:
        return [], []
    if not thanked and not any(_THANKS.search(each.folded) for each in body):
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
    """Thanks before the first sentence, behind a greeting in it; in small letters where all are."""
    small = not any(c.isupper() for each in scene.body for c in each.text)
    said = lower_first(lines.thanks) if small else lines.thanks
    greeting = _GREETING.match(first.text)
    if greeting is None:
        return Edit(first.start, first.start, said)
    after = first.start + greeting.end()
    next_ = scene.draft[after : after + 1]
    return Edit(after, after + 1, f"{lower_first(said)} {next_ if small else next_.upper()}")


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
        and not _THANKS.search(each.folded)
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
    if stuck and levers_asked(scene.asks) == ("base",):
        ask = next(each for each in scene.asks if "base" in each.levers)
        findings.append(Finding("base_alone", (ask.figure or _quoted(ask, scene),), stuck, lines.other))
    if stuck and levers_asked(scene.asks) == ("base",) and not any(each.figure for each in scene.asks):
        edits += [
            Edit(each.start, each.end, lines.other if each is ask else "")
            for each in scene.asks
            if "base" in each.levers
        ]
        replaced = True
    vague = [each for each in scene.asks if each.vague is not None]
    if vague:
        named = any(each.figure for each in scene.asks)
        lever = vague[0].levers[0]
        said = "" if named else _one_number(lever, lines)
        why: Why = "named" if named else ""
        findings.append(Finding("vague_ask", tuple(_quoted(each, scene) for each in vague), why, said))
        if not replaced and (said or named):
            edits += [_instead(each, said if each is vague[-1] else "", scene) for each in vague]
    if not replaced:
        several, more = _several(scene, lines)
        findings, edits = findings + several, edits + more
    edits += _demanded(scene, lines)
    wants_base = any("base" in each.levers for each in scene.asks)
    unsourced = _unsourced(scene) if wants_base else None
    if unsourced is not None:
        findings.append(Finding("no_median", ((unsourced.start, unsourced.end),), "no_source"))
        edits.append(Edit(unsourced.end, unsourced.end, "[GAP: its source]."))
    elif wants_base and not market_figure(scene):
        weak = [
            (each.start + m.start(), each.start + m.end())
            for each in scene.body
            if (m := MARKET_NAMED.search(each.folded))
        ]
        findings.append(Finding("no_median", tuple(weak[:1]), "no_figure" if weak else "", lines.market))
        if not replaced:
            edits.append(_after_the_ask(scene, lines.market))
    return findings, edits


def _demanded(scene: Scene, lines: Lines) -> list[Edit]:
    """A number laid down as a need: "I need 185k." becomes the same number, asked for."""
    found = [
        each for each in scene.asks if each.figure and _NEED.fullmatch(scene.sentence_at(each.start).folded)
    ]
    return [
        Edit(each.start, each.end, lines.ask.replace("{figure}", figure_said(scene.draft, each)))
        for each in found
    ]


def _unsourced(scene: Scene) -> Sentence | None:
    """The sentence that says what the market pays, in a figure, and not who says so."""
    if "[gap:" in scene.draft.lower() or any(_SOURCE.search(each.text) for each in scene.body):
        return None
    named = (each for each in scene.body if _RESEARCHED.search(each.folded) and re.search(r"\d", each.text))
    return next(named, None)


_NEED = re.compile(
    r"i (?:\w{1,12} )?(?:need|want|require|must have) (?:at least )?\W?\d[\d.,]{0,12} ?k?\W{0,3}"
)
_RESEARCHED = re.compile(
    r"\b(?:research|market|going rate|salary data)\b.{0,40}"
    r"\b(?:is|are|says?|shows?|pays?|rate|range|runs?|between)\b"
)
_SOURCE = re.compile(
    r"\b(?:median|according|source[sd]?|survey|posted|postings?|openings?|report|index|bls|bureau"
    r"|levels\.fyi|glassdoor|payscale|h-?1b|robert half|radford|benchmark|percentile|data from|band)\b"
    r"|\(|https?:",
    re.IGNORECASE,
)


def _one_number(lever: Lever, lines: Lines) -> str:
    """The ask that a vague one stands for, with its number or the gap for it."""
    return lines.ask.replace("{figure}", lines.figure) if lever == "base" else lines.others.get(lever, "")


def _quoted(ask: Asked, scene: Scene) -> Span:
    """The words of a vague ask to quote: from the clause it stands in to the sentence's end."""
    at = ask.vague[0] if ask.vague else ask.start
    return clause_at(scene.sentence_at(at), at)[0], ask.end


def _instead(ask: Asked, said: str, scene: Scene) -> Edit:
    """What stands for a vague ask: thanks and figures in the same sentence stay before it."""
    start = _quoted(ask, scene)[0]
    before = scene.draft[ask.start : start].lower()
    return Edit(start if _THANKS.search(before) or re.search(r"\d", before) else ask.start, ask.end, said)


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
    if listed:
        edits += _list_words(scene)
    return [finding], edits


def _list_words(scene: Scene) -> list[Edit]:
    """The words around a list of asks: "I have two requests:" before it, "Can you do both?" behind."""
    edits = []
    for at, each in enumerate(scene.body):
        leads = (
            not each.bullet
            and at + 1 < len(scene.body)
            and scene.body[at + 1].bullet
            and each.text.endswith(":")
        )
        if leads or (closes(each.folded) and re.search(r"\b(?:these|those|all|them)\b", each.folded)):
            edits.append(Edit(each.start, each.end))
    return edits


def _after_the_ask(scene: Scene, sentence: str) -> Edit:
    """The sentence behind the one that asks, for reasons follow the number; before a question at the end."""
    ask = next((each for each in scene.asks if "base" in each.levers and each.figure), scene.asks[0])
    thanked = _THANKS.search(scene.draft[ask.start : ask.end].lower())
    last = (
        not thanked
        and ask.question
        and not any(each.start > ask.start and each.text.endswith("?") for each in scene.body)
    )
    return Edit(ask.start, ask.start, sentence) if last else Edit(ask.end, ask.end, sentence)


def gaps(scene: Scene) -> list[Finding]:
    """Marked gaps that nobody has filled yet."""
    spans = tuple(match.span() for match in _GAP.finditer(scene.draft))
    return [Finding("gap", spans)] if spans else []


def asks_for_base(asks: tuple[Asked, ...]) -> Asked | None:
    """The first ask for base with a figure, or None."""
    return next((each for each in asks if "base" in each.levers and each.figure), None)
