"""What a draft asks for: the sentences that ask, their levers, the figure of the base."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.playbook.check.ask_words import (
    ACCEPTS,
    BASE_LIKE,
    CHUNK,
    CLOSER,
    COUNT,
    CUE,
    GAP,
    IF_NOT,
    LEAST,
    LEFT_ALONE,
    LEVERS,
    MARKET_BEFORE,
    MARKET_REACH,
    MARKET_WORD,
    MOVES,
    NOT_ASKED,
    OF_TODAY,
    PERCENT,
    POINT,
    RAISE,
    REACH,
    SIZED,
    THEIRS,
    WANTS,
    YEAR,
)
from bot.playbook.check.phrases import Hit
from bot.playbook.check.sentences import Sentence
from bot.playbook.check.shapes import Asked, Lever, Span
from bot.understand.money import Amount, amounts

_LETS_KNOW = re.compile(r"\blet me know (?:if|whether) ")  # a question, but for its mark


def asks_of(body: tuple[Sentence, ...], hits: tuple[Hit, ...]) -> tuple[Asked, ...]:
    """Each sentence that asks for something, in order; a closing question ("Can we get there?") does not."""
    found: list[Asked] = []
    listed = _asking_list(body)
    today = tuple((hit.start, hit.end) for hit in hits if hit.phrase.kind == "present_salary")
    for at, sentence in enumerate(body):
        if not (CUE.search(sentence.folded) or (sentence.bullet and listed)):
            continue
        before = body[at - 1].folded if at and not IF_NOT.search(body[at - 1].folded) else ""
        asked = _ask_of(sentence, before, _vague_in(sentence, hits), today)
        if asked is not None and not (found and IF_NOT.search(sentence.folded)):
            found.append(asked)  # what to do if the first is refused is no second ask
    found = found or _unmarked(body, hits, today)
    if any(each.figure for each in found):  # beside a number only the question that takes it back is vague
        found = [each for each in found if each.vague is None or each.question]
    return tuple(found)


def _ask_of(sentence: Sentence, before: str, vague: Span | None, today: tuple[Span, ...]) -> Asked | None:
    """What a sentence with words of asking asks for; `before` is the one before it, `today` present pay."""
    plain = sentence.folded
    said = _asked_part(plain)
    named = _levers_in(said)
    if closes(plain) and not named and vague is None:
        return None
    levers = named or _topic(plain, before)
    question = plain.endswith("?") or _LETS_KNOW.search(plain) is not None
    if vague is not None and levers and "base" not in levers and any(c.isdigit() for c in said):
        vague = None  # "something like 0.2% of equity" has its number
    gap = GAP.search(sentence.text)
    if gap is not None and levers != ("info",):
        span = (sentence.start + gap.start(), sentence.start + gap.end())
        return Asked(sentence.start, sentence.end, levers or ("base",), span, question=question)
    figure = _figure(sentence, levers, len(plain) - len(said), today) if levers != ("info",) else None
    if figure is not None and "base" not in levers and (named or not levers) and _is_base(sentence, figure):
        levers = ("base", *levers)
    if not levers and vague is None:
        return None
    if figure is not None and "base" in levers:
        return _with_figure(sentence, figure, levers)
    if vague is None and levers == ("base",):
        if not _wants_base(plain):
            return None
        told = any(sentence.start <= start < sentence.end for start, _ in today)  # "match my 172k"
        cue = CUE.search(plain)
        vague = (
            (sentence.start + (cue.start() if cue else 0), sentence.end) if question and not told else None
        )
    return Asked(sentence.start, sentence.end, levers or ("base",), vague=vague, question=question)


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
    for sentence in reversed(body):
        if sentence.start in today or MARKET_BEFORE.search(sentence.folded):
            continue
        figure = _figure(sentence, (), 0, present)
        free = figure is not None and not figure.bare and not THEIRS.search(sentence.folded)
        if figure is not None and (free or WANTS.search(sentence.folded)):
            return [_with_figure(sentence, figure, ("base",))]
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
    scale = 1000.0 if figure.bare and _yearly(figure, sentence.folded) else 1.0
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


def levers_asked(asks: tuple[Asked, ...]) -> tuple[Lever, ...]:
    """All levers asked for, each once, in order; questions for facts and for time aside."""
    return tuple(
        dict.fromkeys(lever for each in asks for lever in each.levers if lever not in ("info", "time"))
    )


def market_span(sentence: Sentence) -> Span | None:
    """Where a sentence names a figure of the market: its words' offsets, or None."""
    plain = sentence.folded
    found = MARKET_BEFORE.search(plain)
    return (sentence.start + found.start(), sentence.start + found.end()) if found else None


def _asking_list(body: tuple[Sentence, ...]) -> bool:
    """Whether bullets follow words that ask: "I have a few requests:"."""
    if sum(sentence.bullet for sentence in body) < 2:  # noqa: PLR2004
        return False
    lead = next((body[at - 1].folded for at in range(1, len(body)) if body[at].bullet), "")
    return bool(
        re.search(r"\b(?:requests?|asks?|points?|like|want|need|consider|following|adjust|hope)\b", lead)
    )


def _levers_in(plain: str, *, said: bool = False) -> tuple[Lever, ...]:
    """The levers that words name, in order; a percentage alone is one of equity, or a raise of base.

    Only those named by a word where they have to be `said`.
    """
    plain = LEFT_ALONE.sub(lambda found: " " * len(found.group()), plain)
    where = [(match.start(), lever) for lever, pattern in LEVERS if (match := pattern.search(plain))]
    levers = tuple(lever for _, lever in sorted(where))
    if not levers and not said and PERCENT.search(plain):
        levers = ("base",) if RAISE.search(plain) else ("equity",)
    return ("info",) if "info" in levers else levers


def _asked_part(plain: str) -> str:
    """A sentence from its words of asking on, where what is asked for follows them; else all of it."""
    cue = CUE.search(plain)
    part = plain[cue.start() :] if cue else plain
    return part if any(c.isdigit() or c == "¤" for c in part) or _levers_in(part) else plain


def _topic(plain: str, before: str) -> tuple[Lever, ...]:
    """The lever that an ask is about where its own words name none: "My one point is the sign-on: ..."."""
    figured = any(c.isdigit() or c == "¤" for c in plain)
    lead = plain.partition(":")[0] if ":" in plain else ""
    found = _levers_in(lead, said=True)
    if not found and (POINT.search(before) or not figured):
        found = _levers_in(before, said=True)
    return found[-1:] if found and found[-1] not in ("base", "info", "time") else ()


def _figure(
    sentence: Sentence, levers: tuple[Lever, ...], begin: int, today: tuple[Span, ...]
) -> Amount | None:
    """The sum that is asked for: none that is said to be theirs, the market's or a count of things.

    `begin` is where the words of asking stand; `today` are the spans that tell what is paid now.
    """
    plain = sentence.folded
    for amount in amounts(sentence.text):
        asked = _moved(amount, sentence.text)
        if asked.start < begin or _is_of_today(sentence, asked, today):
            continue
        if _is_pay(plain, asked, levers):
            return asked
    return None


def _is_of_today(sentence: Sentence, amount: Amount, today: tuple[Span, ...]) -> bool:
    """Whether a sum is what the writer is paid now: it stands in words of that, and none ask for it."""
    at = sentence.start + amount.start
    return any(
        start <= at < end and not CUE.search(sentence.folded, max(0, start - sentence.start), amount.start)
        for start, end in today
    )


def _is_pay(plain: str, amount: Amount, levers: tuple[Lever, ...]) -> bool:
    """Whether a sum may be the base that is asked for."""
    before, after = plain[max(0, amount.start - REACH) : amount.start], plain[amount.end : amount.end + REACH]
    counted = amount.currency is None and COUNT.match(after) is not None
    named = after[:1].isalpha() or after.lstrip(" ").startswith("%")  # "a 409A", "20 %"
    year = amount.bare and YEAR.fullmatch(plain[amount.start : amount.end]) is not None
    if counted or named or year or amount.high < LEAST or NOT_ASKED.search(before) or _of_the_market(before):
        return False
    return not _owned_by_other(plain, amount, levers)


def _of_the_market(before: str) -> bool:
    """Whether the words before a sum make it the market's; words of asking between make it the writer's."""
    end = max((found.end() for found in MARKET_WORD.finditer(before)), default=None)
    return end is not None and len(before) - end <= MARKET_REACH and not CUE.search(before, end)


def _moved(amount: Amount, text: str) -> Amount:
    """Of "from 180k to 205k" the sum it should move to; every other as it is."""
    if amount.low == amount.high or not MOVES.search(
        text[max(0, amount.start - REACH) : amount.start].lower()
    ):
        return amount
    second = amounts(text[amount.start : amount.end].replace("to", "; ", 1))
    if len(second) < 2:  # noqa: PLR2004
        return amount
    width = amount.end - amount.start - (second[-1].end - second[-1].start)
    return replace(second[-1], start=amount.start + width, end=amount.end)


def _owned_by_other(plain: str, amount: Amount, levers: tuple[Lever, ...]) -> bool:
    """Whether the sum belongs to another lever named right beside it: "a sign-on of 30k", "40k sign-on"."""
    if not set(levers) - {"base", "time"}:
        return False
    behind, ahead = plain[amount.end : amount.end + 24], plain[max(0, amount.start - 40) : amount.start]
    other = [pattern for lever, pattern in LEVERS if lever not in ("base", "time", "info")]
    base = next(pattern for lever, pattern in LEVERS if lever == "base")
    if re.match(r"\s{0,2}(?:\w+ ){0,1}", behind) and any(p.match(behind.lstrip(" a")) for p in other):
        return True
    ahead = re.split(r",|\band\b", ahead)[-1]
    return any(p.search(ahead) for p in other) and not base.search(ahead) and not base.match(behind.lstrip())


def _is_base(sentence: Sentence, figure: Amount) -> bool:
    """Whether a sum is one of base where base is not named: the words around it size nothing else."""
    plain = sentence.folded
    begin = max((found.end() for found in CHUNK.finditer(plain, 0, figure.start)), default=0)
    after = CHUNK.search(plain, figure.end)
    around = plain[begin : after.start() if after else len(plain)]
    return not SIZED & set(_levers_in(around))


def _yearly(figure: Amount, plain: str) -> bool:
    low, high = BASE_LIKE
    return (
        low <= figure.low <= high
        and figure.per is None
        and not re.search(r"hour|hourly|/h|per day|daily", plain)
    )


def _wants_base(plain: str) -> bool:
    """Whether a sentence wants more base without a figure in it: "a higher base", not "the base works"."""
    return bool(
        re.search(
            r"\b(?:higher|rais(?:e|ing)|increas(?:e|ing)|improv(?:e|ing)|bump|more|better|rise|match|up)\b",
            plain,
        )
    )
