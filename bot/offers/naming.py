"""Which of the names in a text are those of an offer: its company, its job, its place.

Each candidate is judged by learnt weights from what stands around it, as mentions are.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.offers.candidates import Candidate, What, candidates
from bot.offers.company_words import known
from bot.offers.cues import Found
from bot.offers.judged import NONE, Judged
from bot.offers.layout import Layout
from bot.offers.names import Name
from bot.offers.tagger import Weights, chance, weights
from bot.understand.text import Token

# A name less likely than this is none.
_LEAST: dict[What, float] = {"company": 0.25, "title": 0.15, "location": 0.15}
# A name less likely than that is one yet, where it is said to offer.
_LEAST_OFFERING = 0.1
_OFFERS = re.compile(
    r" (?:(?:has|have|is|just|now|then) ){0,2}"
    r"(?:offered|offers|offering|gave|given|giving|made me|countered|wants me)\b"
)
_LABEL_WORDS = 3
_SURE = 0.5


@dataclass(frozen=True, slots=True)
class _Text:
    """What is known of a text before its candidates are looked at one by one."""

    layout: Layout
    words: Sequence[Token]
    starts: list[int]
    lines: list[int]
    pay_starts: list[int]
    pay: Sequence[Judged]
    frames: list[int]
    found: Sequence[Candidate]


def look(layout: Layout, judged: Sequence[Judged], found: Sequence[Candidate]) -> list[list[str]]:
    """What can be seen of each candidate and around it."""
    low = layout.source.low
    lines = [0]
    at = low.find("\n")
    while at >= 0:
        lines.append(at + 1)
        at = low.find("\n", at + 1)
    pay = [entry for entry in judged if entry.figure.kind != "word" and entry.role != NONE]
    text = _Text(
        layout,
        layout.words,
        [word.start for word in layout.words],
        lines,
        [entry.figure.start for entry in pay],
        pay,
        [frame.start for frame in layout.cues.frames],
        found,
    )
    ranks: dict[What, int] = {}
    seen: dict[str, int] = {}
    features = []
    for one in found:
        features.append([f"{one.what[0]}{said}" for said in _features(text, one, ranks, seen)])
        ranks[one.what] = ranks.get(one.what, 0) + 1
        key = one.text.casefold()
        seen[key] = seen.get(key, 0) + 1
    return features


def _features(text: _Text, one: Candidate, ranks: dict[What, int], seen: dict[str, int]) -> Iterator[str]:
    words, low = text.words, text.layout.source.low
    first = bisect_left(text.starts, one.start)
    after = bisect_left(text.starts, one.end)
    b1 = words[first - 1].fold if first else "^"
    b2 = words[first - 2].fold if first > 1 else "^"
    a1 = words[after].fold if after < len(words) else "$"
    a2 = words[after + 1].fold if after + 1 < len(words) else "$"
    a1, a2 = _plain(a1), _plain(a2)
    g = _mark(low[words[first - 1].end : one.start])[-3:] if first else "^"
    h = _mark(low[one.end : words[after].start])[:3] if after < len(words) else "$"
    line = bisect_left(text.lines, one.start + 1) - 1
    opens = not low[text.lines[line] : one.start].strip(" -|*>")
    width = after - first
    yield "1"
    yield f"bb={b2} {b1}"
    yield f"bg={b1}{g}"
    yield f"aa={a1} {a2}"
    yield f"ah={h}{a1}"
    yield f"g={g}/{h}"
    yield f"o={opens:d}/{min(line, 2)}/{h[:1]}"
    yield f"w={width}/{one.text[:1].isupper():d}"
    yield f"r={min(4, ranks.get(one.what, 0))}/{min(2, line)}"
    yield f"again={min(2, seen.get(one.text.casefold(), 0))}"
    yield f"last={words[after - 1].fold}" if width else "last="
    yield f"first={words[first].fold}" if width else "first="
    if one.what == "company":
        yield f"k={known(one.text):d}/{one.text[:1].isupper():d}"
        yield f"ko={known(one.text):d}/{opens:d}/{h[:1]}"
        yield f"up={one.text.isupper():d}/{len(one.text) > 3:d}"  # noqa: PLR2004
    label = low[text.lines[line] : one.start].partition(":")
    if label[1]:
        said = label[0].split()[-_LABEL_WORDS:]
        yield f"l={' '.join(said)}"
        yield f"l1={said[-1] if said else ''}/{not label[2].strip():d}"
    yield from _frames(text, one, h[:1])
    yield from _pay(text, one)
    yield from _others(text, one)


def _mark(between: str) -> str:
    """The marks between two words, a line break as "n"."""
    return between.replace(" ", "").replace("\n", "n")


def _plain(word: str) -> str:
    return "0" if word[0].isdigit() else word


def _frames(text: _Text, one: Candidate, mark: str) -> Iterator[str]:
    """The words near that say whose pay is spoken of; `mark` stands after the name."""
    layout, frames = text.layout, text.layout.cues.frames
    at = bisect_left(text.frames, one.start)
    sentence = layout.sentence(one.start)
    near: tuple[tuple[str, Found | None], ...] = (
        ("f", frames[at - 1] if at else None),
        ("e", frames[at] if at < len(frames) else None),
    )
    for side, frame in near:
        if frame is not None:
            away = abs(layout.sentence(frame.start) - sentence)
            yield f"{side}={frame.cue.role}/{min(away, 2)}"
            if frame.end + 1 == one.start or frame.start == one.end + 1:
                yield f"{side}n={frame.cue.role}"
                yield f"{side}n={frame.cue.role}/{mark}"


def _pay(text: _Text, one: Candidate) -> Iterator[str]:
    """Whether the terms before and after it are an offer's, and in its sentence."""
    layout, pay = text.layout, text.pay
    at = bisect_left(text.pay_starts, one.start)
    for side, n in (("p", at - 1), ("q", at)):
        if 0 <= n < len(pay):
            entry = pay[n]
            same = layout.sentence(entry.figure.start) == layout.sentence(one.start)
            yield f"{side}o={entry.offered:d}/{same:d}"
        else:
            yield f"{side}="


def _others(text: _Text, one: Candidate) -> Iterator[str]:
    """Candidates right beside it: "Acme, Senior Engineer, Boston"."""
    found = text.found
    at = bisect_left(found, (one.start,), key=lambda other: (other.start,))
    before = next((o for o in reversed(found[max(0, at - 3) : at]) if o.end <= one.start), None)
    after = next((o for o in found[at : at + 6] if o.start >= one.end), None)
    low = text.layout.source.low
    if before is not None and one.start - before.end < 12:  # noqa: PLR2004
        yield f"x={before.what}/{_mark(low[before.end : one.start])[:3]}"
    if after is not None and after.start - one.end < 12:  # noqa: PLR2004
        yield f"y={after.what}/{_mark(low[one.end : after.start])[:3]}"


def name_offers(
    layout: Layout, judged: Sequence[Judged], model: Weights | None = None
) -> dict[What, list[Name]]:
    """The companies, titles and places of the offers of a text, in order, with how sure each is.

    `model` is another than the shipped weights, while they are learnt.
    """
    found = candidates(layout)
    model = model or weights("names")
    kept: dict[What, list[Name]] = {"company": [], "title": [], "location": []}
    for one, features in zip(found, look(layout, judged, found), strict=True):
        sure = chance(model, features, one.what)
        if sure >= _LEAST[one.what] or (sure >= _LEAST_OFFERING and _is_said_to_offer(layout, one)):
            kept[one.what].append(Name(one.text, one.start, one.end, sure))
    kept["company"] = _offering(layout, _whole(kept["company"]))
    return {what: _apart(names) for what, names in kept.items()}


def _is_said_to_offer(layout: Layout, one: Candidate) -> bool:
    return (
        one.what == "company"
        and one.text[:1].isupper()
        and _OFFERS.match(layout.source.low, one.end) is not None
    )


def _offering(layout: Layout, names: Sequence[Name]) -> list[Name]:
    """Names without the present employer's where another is said to offer: "I'm at Acme, Umbra offered"."""
    low = layout.source.low
    offers = {name.start for name in names if _OFFERS.match(low, name.end)}
    mine = {frame.end + 1 for frame in layout.cues.frames if frame.cue.role == "@present"} - offers
    return [name for name in names if not offers or name.start not in mine]


def _whole(names: Sequence[Name]) -> list[Name]:
    """Names without those that are only the beginning of a longer sure one: "Acme" of "Acme AI"."""
    longest = {name.start: name for name in names if name.sure >= _SURE}
    return [name for name in names if longest.get(name.start, name).end <= name.end]


def _apart(names: Sequence[Name]) -> list[Name]:
    """Of names that overlap the surest."""
    kept: list[Name] = []
    taken = bytearray(max((name.end for name in names), default=0))
    for name in sorted(names, key=lambda name: -name.sure):
        if not any(taken[name.start : name.end]):
            taken[name.start : name.end] = b"\x01" * (name.end - name.start)
            kept.append(name)
    return sorted(kept, key=lambda name: name.start)
