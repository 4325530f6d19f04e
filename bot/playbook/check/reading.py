"""A draft read before it is sent. Playbook, section 6: the five mistakes, and tone, length and ask.

Pure: words in, findings and an improved draft out. Precision before recall: a good draft is left alone.
"""

from __future__ import annotations

import re

from bot.playbook.check.asking import asking, doubled
from bot.playbook.check.asks import asks_for_base, asks_of, closes
from bot.playbook.check.chatting import chat_marks
from bot.playbook.check.figures import numbers
from bot.playbook.check.floors import floors, without_floors
from bot.playbook.check.missed import gaps, missing_parts, purpose_of
from bot.playbook.check.names import company_name
from bot.playbook.check.phrases import Hit, hits
from bot.playbook.check.ranges import ranges
from bot.playbook.check.rates import rates_in
from bot.playbook.check.rewriting import rewritten
from bot.playbook.check.rivals import under_rival
from bot.playbook.check.scene import Scene
from bot.playbook.check.sentences import Sentence, folded, sentences
from bot.playbook.check.shapes import KINDS, Checked, Finding, Kind, Known, Lines, Looked, Purpose, Strength
from bot.playbook.check.worded import by_phrases
from bot.understand.roles import roles

MOST_SHOWN = 7  # findings a person can act on at once
_PASSES = 4  # an edit may bring out another mistake: two are usually enough
_NO_LINES = Lines("", "", "", "", "", "", "")
_OF_BASE: frozenset[Kind] = frozenset({"no_median", "vague_ask"})
_NOT_CLEAR: frozenset[Kind] = frozenset({"several_asks", "range", "vague_ask", "base_alone"})
_SHORT = 60  # words
_ADVICE: frozenset[Kind] = frozenset(
    {"competing", "under_rival", "too_long", "gap"}
)  # only the person can mend these
_BRACKETED = re.compile(r"\[[^\]\n]{2,240}\]")
_EVIDENCE = re.compile(
    r"\b(?:built|shipped|ran|led|launched|cut|reduced|automated|deployed|trained|rebuilt|migrated|lifted)\b"
)
_MARKET = re.compile(
    r"\b(?:median|postings?|posted|bls|percentile)\b.{0,80}\d|\d.{0,80}\b(?:median|postings?|posted|bls)\b"
)


def check(draft: str, known: Known, lines: Lines) -> Checked:
    """What a draft has wrong, and the draft mended until none of what can be mended is found in it."""
    rates = rates_in(draft)
    first, improved = _look(draft, known, lines, rates, closing=False)
    for _ in range(_PASSES):
        again, better = _look(improved, known, lines, rates)
        if better == improved:
            left = again.kinds
            break
        improved = better
    else:
        left = _look(improved, known, lines, rates)[0].kinds
    return Checked(first, improved, len(improved.split()), first.kinds - left - _ADVICE)


def look(draft: str, known: Known) -> Looked:
    """What a draft has wrong, without mending it."""
    return _look(draft, known, _NO_LINES, rates_in(draft))[0]


def costliest(looked: Looked) -> tuple[Kind, ...]:
    """The kinds worth saying, dearest first: beside the wrong lever, how its number is argued is moot."""
    moot = _OF_BASE if "base_alone" in looked.kinds else frozenset()
    return tuple(kind for kind in KINDS if kind in looked.kinds - moot)


def _look(
    draft: str, known: Known, lines: Lines, rates: tuple[float, ...], *, closing: bool = True
) -> tuple[Looked, str]:
    """One look: the findings, and the draft with their edits made once.

    A closing question is added only when `closing`: an edit before may bring one of its own.
    """
    parted = sentences(_BRACKETED.sub(lambda m: "¤" * len(m.group()), draft))
    body = tuple(each for each in parted if each.part == "body")
    scene = _scene(draft, body, rates)
    purpose = purpose_of(scene)
    company = known.offer.company if known.offer else None
    rules = (
        missing_parts(scene, lines, purpose, thanked=_thanked(parted)),
        asking(scene, known, lines, purpose),
        floors(body, scene.asks),
        numbers(scene, known, lines),
        ranges(scene),
        by_phrases(scene, lines),
        company_name(scene, company, _is_word),
        under_rival(scene, company),
        chat_marks(parted),
    )
    findings = [finding for found, _ in rules for finding in found] + gaps(scene)
    edits = [edit for _, made in rules for edit in made]
    kinds = {finding.kind for finding in findings}
    edits += doubled(scene, edits)
    asks_anew = any(each.text.endswith("?") for each in edits)
    last = _last(findings, lines, closing=closing and not asks_anew)
    looked = Looked(
        tuple(sorted(findings, key=lambda each: KINDS.index(each.kind))),
        tuple(edits),
        scene.asks,
        purpose,
        _strong(scene, purpose, kinds),
        len(draft.split()),
    )
    real = tuple(Sentence(each.start, each.end, draft[each.start : each.end], each.part) for each in parted)
    return looked, rewritten(draft, real, edits, last=last) if edits or last else draft


def _last(findings: list[Finding], lines: Lines, *, closing: bool) -> str:
    """The sentence to end the body with: the ask that is missing, what to fall back on, else the close."""
    kinds = {finding.kind for finding in findings}
    if "no_ask" in kinds:
        return lines.plain
    if any(each.kind == "base_alone" and each.better == lines.fallback for each in findings):
        return lines.fallback
    return lines.close if closing and "no_close" in kinds else ""


def _scene(draft: str, body: tuple[Sentence, ...], rates: tuple[float, ...]) -> Scene:
    found: list[Hit] = []
    read: dict[str, tuple[Hit, ...]] = {}  # a text may say one thing ten thousand times
    for sentence in body:
        plain = sentence.folded
        if plain not in read:
            read[plain] = tuple(hits(plain)) if any(each.isalnum() for each in plain) else ()
        found += [
            Hit(hit.phrase, sentence.start + hit.start, sentence.start + hit.end) for hit in read[plain]
        ]
    hits_ = tuple(found)
    return Scene(draft, body, without_floors(body, asks_of(body, hits_, rates)), hits_)


def _thanked(parted: tuple[Sentence, ...]) -> bool:
    """Whether the farewell thanks them for something: "Thank you for the offer," is more than "Thanks,"."""
    return any(
        each.part == "sign_off" and "thank" in each.folded and " for " in each.folded for each in parted
    )


def _is_word(word: str) -> bool:
    """Whether a capitalised word is a common one of job letters: the words of role names."""
    low = folded(word)
    return any(low in folded(role.label).split() for role in roles().values())


def _strong(scene: Scene, purpose: Purpose, kinds: set[Kind]) -> Strength:
    """The best thing about a draft, as specific as it is true; no finding says the contrary."""
    body = scene.body
    single = len(scene.asks) == 1 and not kinds & _NOT_CLEAR
    one = asks_for_base(scene.asks) if single else None
    market = any(_MARKET.search(each.folded) for each in body) and "no_median" not in kinds
    work = any(_EVIDENCE.search(each.folded) and re.search(r"\d", each.text) for each in body)
    if one is not None:
        if market or work:
            return "ask_and_market" if market else "ask_and_work"
        rest = [each for each in body if each.start > one.start and not closes(each.folded)]
        return "ask" if rest or "no_close" in kinds else "ask_last"
    if market or work:
        return "market" if market else "work"
    if purpose == "counter" and any("thank" in each.folded for each in body):
        return "thanks"
    return "short" if purpose != "accept" and len(scene.draft.split()) <= _SHORT else ""
