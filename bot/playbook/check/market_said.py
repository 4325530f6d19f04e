"""What a draft says of the market: figures without a source, words without a figure, where one goes."""

from __future__ import annotations

import re

from bot.playbook.check.ask_words import CUE
from bot.playbook.check.market import MARKET_NAMED
from bot.playbook.check.scene import Scene
from bot.playbook.check.sentences import Sentence
from bot.playbook.check.shapes import Edit, Lines

THANKS = re.compile(
    r"\bthank|\bthx\b|\bgrat(?:eful|itude)\b|\bappreciate|\bexcited\b|\bthrilled\b|\bdelighted\b"
    r"|\bhappy about (?:the|your|this) offer\b|\bglad to have\b|\bhappy to (?:receive|get|have)\b"
    r"|\bhonou?red\b|\bpleased to (?:receive|get)\b"
)
FACT = re.compile(
    r"\d|\b(?:offers?|built|shipped|ran|led|launched|cut|reduced|rebuilt|migrated|trained|managed|grew|wrote)\b"
)
# What names the market beside an ask and says nothing of it: "to 18 lakhs as per market standard".
_BY_THE_MARKET = re.compile(
    r",? (?:as per|according to|in line with|based on|matching|per|which is|that is|aligned (?:to|with))"
    r" (?:the |our |current |industry |today's ){0,3}market(?: (?:standards?|rates?|values?|norms?|trends?"
    r"|conditions?|price|pay|level|data))?(?=[.,;!?]|$)"
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


def unsourced(scene: Scene) -> Sentence | None:
    """The sentence that says what the market pays, in a figure, and not who says so."""
    if "[gap:" in scene.draft.lower() or any(_SOURCE.search(each.text) for each in scene.body):
        return None
    asked = [each.figure for each in scene.asks if each.figure]
    asked += [
        scene.clause_at(scene.sentence_at(hit.start), hit.start)
        for hit in scene.hits
        if hit.phrase.kind == "present_salary"
    ]
    for each in scene.body:
        own = [(a - each.start, b - each.start) for a, b in asked if each.start <= a < each.end]
        rest = "".join(c for at, c in enumerate(each.text) if not any(a <= at < b for a, b in own))
        if _RESEARCHED.search(each.folded) and re.search(r"\d", rest):
            return each
    return None


def market_said(scene: Scene, lines: Lines) -> list[Edit]:
    """The figure of the market behind the ask; words that name the market and no figure make room for it."""
    edits: list[Edit] = []
    for each in scene.body:
        edits += [
            Edit(each.start + said.start(), each.start + said.end())
            for said in _BY_THE_MARKET.finditer(each.folded)
        ]
        found = MARKET_NAMED.search(each.folded)
        if found is None or THANKS.search(each.folded) or not lines.market:
            continue
        ask = scene.ask_in(each)
        start, end = scene.clause_at(each, each.start + found.start())
        if ask is None and not FACT.search(each.folded):
            edits.append(Edit(each.start, each.end))
        elif not FACT.search(scene.draft[start:end].lower()) and (
            ask is None or not CUE.search(scene.draft[start:end].lower())
        ):
            edits.append(Edit(start, end))
    return [*edits, _after_the_ask(scene, lines.market)]


def _after_the_ask(scene: Scene, sentence: str) -> Edit:
    """The sentence behind the one that asks, for reasons follow the number; before a question at the end."""
    ask = next((each for each in scene.asks if "base" in each.levers and each.figure), scene.asks[0])
    thanked = THANKS.search(scene.draft[ask.start : ask.end].lower())
    last = (
        not thanked
        and ask.question
        and not (ask.figure and ask.figure[0] < ask.start)  # "Can you match it?" follows what it means
        and not (len(scene.body) > 1 and ask.start == scene.body[0].start)
        and not any(each.start > ask.start and each.text.endswith("?") for each in scene.body)
    )
    return Edit(ask.start, ask.start, sentence) if last else Edit(ask.end, ask.end, sentence)
