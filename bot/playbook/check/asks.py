"""What a draft asks for: the sentences that ask, their levers, the figure of the base."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.playbook.check.ask_words import (
    ACCEPTS,
    CLOSER,
    CUE,
    GAP,
    IF_NOT,
    LEAST,
    MARKET_BEFORE,
    OF_TODAY,
    POINT,
    THEIRS,
    WANTS,
)
from bot.playbook.check.levers import levers_in, wants_base
from bot.playbook.check.pay_asked import figure_asked, is_base, is_yearly
from bot.playbook.check.phrases import Hit
from bot.playbook.check.rates import in_their_period
from bot.playbook.check.sentences import Sentence
from bot.playbook.check.shapes import Asked, Lever, Span
from bot.understand.money import Amount, amounts

_MATCH = re.compile(
    r"\b(?:match|beat|meet|reach|do|get(?: close)? to|come (?:close )?to) (?:it|that|this|them|the same)\b"
)
_RIVAL = re.compile(
    r"\b(?:another|other|competing|rival|second|different|counter)\b.{0,60}\boffer|\boffer(?:s|ed|ing)?\b.{0,60}"
    r"\b(?:from|by|at)\b|\belsewhere\b|\b(?:is|are) offering me\b|\boffered me\b"
)
_YOURS = re.compile(r"\b(?:your offer|you offered|you(?:'ve| have) offered|offer from you)\b")
# What a sentence of asking goes on with behind its stop: "and some more time to decide."
_GOES_ON = re.compile(
    r"(?:oh,? )?(?:and|plus|also|\+|&)[, ]"
    r"(?!.*\b(?:is|are|was|were|looks?|seems?|works?|have|has|built|led|i|it|we)\b).{2,80}"
)
_BACK = 3  # sentences between another offer and the wish to have it matched
_OF_IT = re.compile(
    r"\b(?:increase|raise|bump|move|bring|improve|lift|push|get|up|take) (?:it|that|this|them)\b"
)
_BASE_NEXT = re.compile(r"\s?k?\s?(?:base|salary)\b")
_SHOULD = re.compile(r"\b(?:should|must|needs? to|has to|have to) be\b")  # what stands before it is asked for
_LETS_KNOW = re.compile(r"\blet me know (?:if|whether) ")  # a question, but for its mark


def asks_of(
    body: tuple[Sentence, ...], hits: tuple[Hit, ...], rates: tuple[float, ...] = ()
) -> tuple[Asked, ...]:
    """Each sentence that asks for something, in order; a closing question ("Can we get there?") does not.

    `rates` are the hourly sums of the draft (`rates_in`): a bare number near one of them is hourly too.
    """
    found: list[Asked] = []
    listed = _asking_list(body)
    today = tuple((hit.start, hit.end) for hit in hits if hit.phrase.kind == "present_salary")
    for at, sentence in enumerate(body):
        named = any(each.figure for each in found)  # "Could you do it?" means the number asked for
        matched = None if named else _matching(sentence, body[max(0, at - _BACK) : at], today)
        if matched is not None:
            found.append(matched)
            continue
        goes_on = found and found[-1].end == body[at - 1].end and _GOES_ON.fullmatch(sentence.folded)
        if not (goes_on or CUE.search(sentence.folded) or (sentence.bullet and listed)):
            continue
        before = body[at - 1].folded if at and not IF_NOT.search(body[at - 1].folded) else ""
        asked = _ask_of(sentence, before, _vague_in(sentence, hits), today)
        if asked is not None and not (found and IF_NOT.search(sentence.folded)):
            found.append(asked)  # what to do if the first is refused is no second ask
    found = found or _unmarked(body, hits, today)
    found = in_their_period(found, rates)
    if any(each.figure for each in found):  # beside a number only the question that takes it back is vague
        found = [each for each in found if each.vague is None or each.question]
    return tuple(found)


def _ask_of(sentence: Sentence, before: str, vague: Span | None, today: tuple[Span, ...]) -> Asked | None:
    """What a sentence with words of asking asks for; `before` is the one before it, `today` present pay."""
    plain = sentence.folded
    said = asked_part(plain)
    named = levers_in(said)
    if closes(plain) and not named and vague is None:
        return None
    if not named and _SHOULD.search(plain):
        named = levers_in(plain, said=True)
    levers = named or _topic(plain, before)
    question = plain.endswith("?") or _LETS_KNOW.search(plain) is not None
    sized = any(c.isdigit() for c in said) or levers == ("time",)
    if vague is not None and levers and "base" not in levers and sized:
        vague = None  # "something like 0.2% of equity" has its number, and "some more time" needs none
    gap = GAP.search(sentence.text)
    if gap is not None and levers != ("info",):
        span = (sentence.start + gap.start(), sentence.start + gap.end())
        return Asked(sentence.start, sentence.end, levers or ("base",), span, question=question)
    figure = figure_asked(sentence, levers, len(plain) - len(said), today) if levers != ("info",) else None
    if figure is not None and "base" not in levers and (named or not levers) and is_base(sentence, figure):
        levers = ("base", *levers)
    if not levers and vague is None:
        return None
    if figure is not None and "base" in levers:
        return _with_figure(sentence, figure, levers)
    if vague is None and levers == ("base",):
        if not wants_base(plain):
            return None
        told = any(sentence.start <= start < sentence.end for start, _ in today)  # "match my 172k"
        cue = CUE.search(plain)
        vague = (
            (sentence.start + (cue.start() if cue else 0), sentence.end) if question and not told else None
        )
    return Asked(sentence.start, sentence.end, levers or ("base",), vague=vague, question=question)


def _matching(sentence: Sentence, before: tuple[Sentence, ...], today: tuple[Span, ...]) -> Asked | None:
    """The ask of "Can you match it?" behind another offer: for the sum of that one, where it stands.

    Behind today's pay it names no number of its own.
    """
    if not _MATCH.search(sentence.folded) or any(each.isdigit() or each == "¤" for each in sentence.text):
        return None
    question = sentence.text.endswith("?")
    for each in reversed(before):
        sums = [amount for amount in amounts(each.text) if amount.high >= LEAST]
        own = any(a <= each.start + amount.start < b for amount in sums for a, b in today)
        if own:
            span = (sentence.start, sentence.end)
            return Asked(*span, ("base",), vague=span, question=question)
        if sums and _RIVAL.search(each.folded) and not _YOURS.search(each.folded):
            told = _with_figure(each, sums[0], ("base",))
            return replace(told, start=sentence.start, end=sentence.end, question=question)
    return None


def _vague_in(sentence: Sentence, hits: tuple[Hit, ...]) -> Span | None:
    """Where a sentence asks for more without saying how much."""
    for hit in hits:
        if hit.phrase.kind == "vague_ask" and sentence.start <= hit.start < sentence.end:
            return hit.start, hit.end
    return None


def _unmarked(body: tuple[Sentence, ...], hits: tuple[Hit, ...], present: tuple[Span, ...]) -> list[Asked]:
    """What a draft asks for where none of its words ask: its last free sum, or a vague phrase."""
    today = {
        each.start
        for each in body
        for hit in hits
        if each.start <= hit.start < each.end and hit.phrase.kind in OF_TODAY
    }
    if any(ACCEPTS.search(each.folded) for each in body):
        return []
    for before, sentence in zip((None, *body)[::-1][1:], reversed(body), strict=True):
        alone = before is not None and " " not in sentence.text and THEIRS.search(before.folded)
        if alone:  # "I got your offer. 70k."
            continue
        if sentence.start in today or MARKET_BEFORE.search(sentence.folded):
            continue
        figure = figure_asked(sentence, (), 0, present)
        if figure is None:
            continue
        of_base = _BASE_NEXT.match(sentence.folded, figure.end) is not None
        free = (of_base or not figure.bare) and not THEIRS.search(sentence.folded)
        if free or WANTS.search(sentence.folded):
            beside = levers_in(sentence.folded, said=True) if of_base else ()
            return [_with_figure(sentence, figure, tuple(dict.fromkeys(("base", *beside))))]
    for hit in hits:
        if hit.phrase.kind != "vague_ask":
            continue
        at = next(each for each in body if each.start <= hit.start < each.end)
        theirs = THEIRS.search(at.folded)  # "a bit more than the 102k you offered"
        figured = any(c.isdigit() for c in at.text) and not theirs
        if at.start not in today and not figured:
            question = at.text.endswith("?")
            return [Asked(at.start, at.end, ("base",), vague=(hit.start, hit.end), question=question)]
    return []


def _with_figure(sentence: Sentence, figure: Amount, levers: tuple[Lever, ...]) -> Asked:
    """The ask of a sentence for a base of this figure."""
    scale = 1000.0 if figure.bare and is_yearly(figure, sentence.folded) else 1.0
    span = (sentence.start + figure.start, sentence.start + figure.end)
    question = sentence.text.endswith("?")
    return Asked(
        sentence.start, sentence.end, levers, span, figure.low * scale, figure.high * scale,
        question=question, currency=figure.currency,
    )  # fmt: skip


def requests(plain: str) -> bool:
    """Whether a folded sentence is a question that wants something done, and no mere close."""
    return plain.endswith("?") and bool(CUE.search(plain)) and not closes(plain)


def closes(plain: str) -> bool:
    """Whether a folded sentence is a closing question and nothing else."""
    return plain.endswith("?") and CLOSER.match(plain) is not None and not any(c.isdigit() for c in plain)


def asks_for_base(asks: tuple[Asked, ...]) -> Asked | None:
    """The first ask for base with a figure, or None."""
    return next((each for each in asks if "base" in each.levers and each.figure), None)


def _asking_list(body: tuple[Sentence, ...]) -> bool:
    """Whether bullets follow words that ask: "I have a few requests:"."""
    if sum(sentence.bullet for sentence in body) < 2:  # noqa: PLR2004
        return False
    lead = next((body[at - 1].folded for at in range(1, len(body)) if body[at].bullet), "")
    return bool(
        re.search(r"\b(?:requests?|asks?|points?|like|want|need|consider|following|adjust|hope)\b", lead)
    )


def asked_part(plain: str) -> str:
    """A sentence from its words of asking on, where what is asked for follows them; else all of it."""
    cue = CUE.search(plain)
    part = plain[cue.start() :] if cue else plain
    return part if any(c.isdigit() or c == "¤" for c in part) or levers_in(part) else plain


def _topic(plain: str, before: str) -> tuple[Lever, ...]:
    """The lever that an ask is about where its own words name none: "My one point is the sign-on: ..."."""
    figured = any(c.isdigit() or c == "¤" for c in plain)
    lead = plain.partition(":")[0] if ":" in plain else ""
    found = levers_in(lead, said=True)
    if not found and (POINT.search(before) or _OF_IT.search(plain) or not figured):
        found = levers_in(before, said=True)
    return found[-1:] if found and found[-1] not in ("base", "info", "time") else ()
