"""How a draft asks: not at all, vaguely, for base alone where it has no room, with nothing of the market."""

from __future__ import annotations

import re
from itertools import pairwise

from bot.playbook.check.ask_words import CUE, IF_NOT
from bot.playbook.check.asks import closes
from bot.playbook.check.levers import levers_asked
from bot.playbook.check.market import MARKET_NAMED, market_figure
from bot.playbook.check.market_said import FACT, THANKS, market_said, unsourced
from bot.playbook.check.ranges import figure_said
from bot.playbook.check.scene import Scene
from bot.playbook.check.several import has_number, several
from bot.playbook.check.shapes import Asked, Edit, Finding, Known, Lever, Lines, Purpose, Span, Why

_FIXED = re.compile(
    r"\b(?:base|band|salary|pay)\b.{0,30}\b(?:is|are|was|'s) (?:\w{1,12} )?(?:fixed|set|capped|maxed"
    r"|locked|firm|at the top)"
    r"|\b(?:base|band|salary)\b.{0,20}\b(?:can't|cannot|won't) (?:move|change|go)"
)
_NEED = re.compile(
    r"i (?:\w{1,12} )?(?:need|want|require|must have) (?:at least )?\W?\d[\d.,]{0,12} ?k?"
    r"(?: ?/ ?h(?:r|our)?| an hour| per hour| lpa| lakhs?)?"
    r"(?: (?:of |in |as )?(?:a )?base(?: salary| pay)?)?\W{0,3}"
    r"|(?:match|beat|meet) (?:it|that|this|them)\W{0,3}"
)


def asking(scene: Scene, known: Known, lines: Lines, purpose: Purpose) -> tuple[list[Finding], list[Edit]]:
    """No ask, a vague one, several, base alone where base has no room, no figure of the market."""
    findings: list[Finding] = []
    edits: list[Edit] = []
    if purpose != "counter":
        return findings, edits
    if not scene.asks:
        return [Finding("no_ask", better=lines.plain)], []
    stuck = _base_stuck(scene, known)
    replaced = False
    alone = bool(stuck) and levers_asked(scene.asks) == ("base",) and not _falls_back(scene)
    named = any(has_number(each, scene) for each in scene.asks)
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
        found, more = several(scene, lines)
        findings, edits = findings + found, edits + more
    edits += _demanded(scene, lines)
    wants_base = any("base" in each.levers and not (named and each.vague) for each in scene.asks)
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
    if alone and named:  # their own number stays, and what can move is the question at the end
        edits += [Edit(each.start, each.end) for each in scene.body if closes(each.folded)]
    return findings, edits


def doubled(scene: Scene, edits: list[Edit]) -> list[Edit]:
    """The closing questions right behind a sentence that becomes a question: "to 72k? Could you do it?"."""
    asked = {each.start for each in edits if each.text.endswith("?") and each.end > each.start}
    return [
        Edit(after.start, after.end)
        for each, after in pairwise(scene.body)
        if each.start in asked and closes(after.folded)
    ]


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


def _one_number(lever: Lever, lines: Lines) -> str:
    """The ask that a vague one stands for, with its number or the gap for it."""
    return lines.plain if lever == "base" else lines.others.get(lever, "")


def _quoted(ask: Asked, scene: Scene) -> Span:
    """The words of a vague ask to quote: from the clause it stands in to the sentence's end."""
    at = ask.vague[0] if ask.vague else ask.start
    return scene.clause_at(scene.sentence_at(at), at)[0], ask.end


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
