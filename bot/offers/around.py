"""What stands around a mention: the cues and frames near it, its neighbours, and sums that add up."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from bot.offers.cues import Found
from bot.offers.figures import Figure
from bot.offers.sight import LONGEST_GAP, Seen, bucket

_NEAR = 60
_MULTIPLES = (2, 3, 4, 12, 24, 26, 52, 2080)
_ROUNDING = 0.006
_LEAST_MULTIPLE = 1.9
_SCALES = (1e3, 1e5, 1e6, 1e7)
_NEARLY_SAID = 0.007


def kind_of(figure: Figure) -> str:
    """What kind of mention it is: "bare", "money/hour", "count/rsu" ..."""
    if figure.kind == "money":
        mark = "bare" if figure.bare else "plain" if figure.plain else "money"
        return f"{mark}/{figure.unit}" if figure.unit else mark
    return f"{figure.kind}/{figure.unit}" if figure.unit else figure.kind


def _words_between(seen: Seen, start: int, end: int) -> int:
    return bisect_left(seen.starts, end) - bisect_left(seen.starts, start)


def _crossed(seen: Seen, n: int, start: int, end: int) -> bool:
    """Whether another mention stands between a mention and the words at `[start, end)` beside it."""
    mentions = seen.mentions
    if end <= mentions[n].start:
        return n > 0 and mentions[n - 1].start >= end
    return n + 1 < len(mentions) and mentions[n + 1].start < start


def cues(seen: Seen, n: int) -> list[str]:
    """The words near a mention that name terms, with what stands between."""
    figure, terms = seen.mentions[n], seen.layout.cues.terms
    low = seen.layout.source.low
    way = seen.ways.get(seen.items[seen.places[n]].line, "")
    at = bisect_left(seen.cue_starts, figure.start)
    found: list[str] = []
    sides: list[tuple[str, Found]] = []
    for tag, index in (("c1", at - 1), ("c2", at - 2), ("d1", at), ("d2", at + 1)):
        if not 0 <= index < len(terms):
            continue
        cue = terms[index]
        if cue.start == figure.start:
            continue
        before = index < at
        gap = low[cue.end : figure.start] if before else low[figure.end : cue.start]
        if len(gap) > 4 * _NEAR:
            continue
        crossed = _crossed(seen, n, cue.start, cue.end)
        stop = "n" if "\n" in gap else "." if ". " in gap else "," if "," in gap or ";" in gap else ""
        name = f"{cue.cue.role}/{cue.cue.detail}" if cue.cue.detail else cue.cue.role
        found += [
            f"{tag}={name}/{crossed:d}{stop}",
            f"{tag}y={name}/{crossed:d}{way}",
        ]
        sides.append((tag, cue))
    if sides:
        found.append("cd=" + "+".join(f"{tag}{cue.cue.role}" for tag, cue in sides if tag in {"c1", "d1"}))
    return found


def frames(seen: Seen, n: int) -> list[str]:
    """The words near a mention that say whose pay is spoken of."""
    figure, said = seen.mentions[n], seen.layout.cues.frames
    at = bisect_left(seen.frame_starts, figure.start)
    sentence = seen.sentences[n]
    found: list[str] = []
    for tag, index in (("f1", at - 1), ("f2", at - 2), ("e1", at)):
        if not 0 <= index < len(said):
            continue
        frame = said[index]
        away = abs(seen.frame_sentences[index] - sentence)
        before = index < at
        words, crossed = 0, True
        if away == 0:
            crossed = _crossed(seen, n, frame.start, frame.end)
            ends = (frame.end, figure.start) if before else (figure.end, frame.start)
            words = _words_between(seen, *ends)
        role = frame.cue.role[1:]
        found.append(f"{tag}={role}/{min(away, 3)}")
        found.append(f"{tag}k={role}/{figure.kind}")
        if away == 0:
            found.append(f"{tag}w={role}/{bucket(words)}{crossed:d}")
    return found


def neighbours(seen: Seen, n: int, values: dict[float, int]) -> list[str]:
    """The mentions before and after, and how its sum stands to theirs; `values` counts earlier sums."""
    mentions, low = seen.mentions, seen.layout.source.low
    figure = mentions[n]
    found: list[str] = []
    for tag, other in (("p", n - 1), ("q", n + 1)):
        if not 0 <= other < len(mentions):
            found.append(f"{tag}=none")
            continue
        near = mentions[other]
        between = low[near.end : figure.start] if other < n else low[figure.end : near.start]
        said = between.strip() if len(between) < LONGEST_GAP else "far"
        if "\n" in between:
            said = "line"
        found += [
            f"{tag}={kind_of(near)}{'' if said == 'far' else '.'}",
            f"{tag}g={kind_of(near)}/{said}/{figure.kind}",
        ]
    if figure.kind != "money":
        return found
    money = [other for other in mentions[max(0, n - 8) : n + 9] if other.kind == "money"]
    largest = max(other.high for other in money)
    if figure.high == largest:
        found.append("largest")
    if values.get(figure.low):
        found.append("again")
    if figure.low > 0 and _said_larger(figure.low, values):
        found.append("again, short")
    if figure.low > 0:
        found += _arithmetic(figure, money, mentions[max(0, n - 8) : n + 4])
    return found


def _said_larger(value: float, values: dict[float, int]) -> bool:
    """Whether a number repeats an earlier sum without its scale: "16 + 3 + 1.6" after "Rs. 16,00,000"."""
    return any(
        abs(earlier - value * scale) <= _NEARLY_SAID * earlier
        for earlier in values
        for scale in _SCALES
        if earlier > value
    )


def _arithmetic(figure: Figure, money: Sequence[Figure], near: Sequence[Figure]) -> list[str]:
    """Whether a sum is a multiple, a percent or the total of others beside it."""
    found: list[str] = []
    earlier = [other for other in money if other.start < figure.start and other.low > 0]
    for other in money:
        if other is figure or other.low <= 0:
            continue
        over = figure.low >= other.low
        ratio = figure.low / other.low if over else other.low / figure.low
        if ratio >= _LEAST_MULTIPLE:
            found += [
                f"{'x' if over else 'y'}{times}"
                for times in _MULTIPLES
                if abs(ratio - times) <= times * _ROUNDING
            ]
    percents = [other.low for other in near if other.kind == "percent" and other.low > 0]
    if any(
        abs(figure.low - other.low * percent / 100) <= figure.low * _ROUNDING
        for other in earlier
        for percent in percents
    ):
        found.append("pct")
    running = 0.0
    for other in reversed(earlier):
        running += other.low
        if other is not earlier[-1] and abs(running - figure.low) <= figure.low * _ROUNDING:
            found.append("sum")
    return found
