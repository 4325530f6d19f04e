"""What can be seen of a mention and around it: the evidence from which its role is judged.

A feature is a short string ("b1=base", "k=money"); the weights that judge them (`tagger`) were
learnt from texts of our own (`data/reading`). Features look at a bounded neighbourhood, so the
work is linear in the text.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from bot.offers.cues import Found
from bot.offers.figures import Figure
from bot.offers.layout import Layout

_NEAR = 60
_BUCKETS = (0, 1, 2, 3, 5, 8, 13, 24)
_LONGEST_GAP = 12
_LABEL_WORDS = 4
_BEFORE, _AFTER = 9, 6
_MULTIPLES = ((12, "12"), (24, "24"), (26, "26"), (52, "52"), (2080, "2080"), (4, "4"), (2, "2"), (3, "3"))
_ROUNDING = 0.006


@dataclass(frozen=True, slots=True)
class Item:
    """A word or a mention in the order of the text: its form, where it stands, its line and sentence."""

    form: str
    start: int
    end: int
    line: int
    gap: str


def _bucket(count: int) -> int:
    return bisect_right(_BUCKETS, count)


def _gap(between: str) -> str:
    """The marks between two neighbours: "" for a space, "n" for a line, "p" for a paragraph."""
    if between == " ":
        return ""
    marks = between.strip()[:_LONGEST_GAP]
    lines = between.count("\n")
    if lines:
        return ("p" if lines > 1 else "n") + marks.replace("\n", "").replace(" ", "")
    return marks.replace(" ", "") if marks else ("^" if not between else "")


def _size(figure: Figure) -> str:
    if figure.kind in {"date", "schedule", "word"}:
        return ""
    if figure.high <= 0:
        return "0"
    return str(round(math.log10(figure.high) * 3))


def _kind(figure: Figure) -> str:
    if figure.kind == "money":
        mark = "bare" if figure.bare else "plain" if figure.plain else "money"
        return f"{mark}/{figure.unit}" if figure.unit else mark
    return f"{figure.kind}/{figure.unit}" if figure.unit else figure.kind


def _items(layout: Layout, mentions: Sequence[Figure]) -> tuple[list[Item], list[int]]:
    """Words and mentions merged; and where among them each mention stands."""
    text = layout.source.low
    items: list[Item] = []
    places: list[int] = []
    n, line, end, clear = 0, 0, 0, 0

    def add(form: str, start: int, stop: int) -> None:
        nonlocal line, end
        gap = _gap(text[end:start])
        if gap[:1] in {"n", "p"}:
            line += 1
        items.append(Item(form, start, stop, line, gap))
        end = stop

    for word in layout.words:
        while n < len(mentions) and mentions[n].start <= word.start:
            places.append(len(items))
            add(f"<{mentions[n].kind}>", mentions[n].start, mentions[n].end)
            clear = max(clear, mentions[n].end)
            n += 1
        if word.start >= clear:
            add(word.fold, word.start, word.end)
    while n < len(mentions):
        places.append(len(items))
        add(f"<{mentions[n].kind}>", mentions[n].start, mentions[n].end)
        n += 1
    return items, places


@dataclass(frozen=True, slots=True)
class _Seen:
    """What was prepared of a text before its mentions are looked at one by one."""

    layout: Layout
    mentions: Sequence[Figure]
    items: list[Item]
    places: list[int]
    starts: list[int]
    counted: list[int]
    cue_starts: list[int]
    frame_starts: list[int]
    heads: dict[int, tuple[str, bool]]
    widths: dict[int, int]
    ways: dict[int, str]
    text: tuple[str, ...]


def _heads(items: Sequence[Item]) -> tuple[dict[int, tuple[str, bool]], dict[int, int]]:
    """The first words of every line up to a colon or a mention, and how many mentions a line holds."""
    heads: dict[int, tuple[str, bool]] = {}
    widths: dict[int, int] = {}
    open_line, said, closed = -1, [], False  # type: ignore[var-annotated]
    for item in items:
        if item.line != open_line:
            open_line, said, closed = item.line, [], False
        elif ":" in item.gap and not closed:
            closed = True
            heads[open_line] = (" ".join(said), True)
        mention = item.form[0] == "<"
        if mention:
            widths[open_line] = widths.get(open_line, 0) + 1
        if not closed:
            if mention or len(said) == _LABEL_WORDS:
                closed = True
            else:
                said.append(item.form)
            heads[open_line] = (" ".join(said), False)
    return heads, widths


def _ways(layout: Layout, items: Sequence[Item]) -> dict[int, str]:
    """Whether a line names its figures before ("base 185k") or after them ("185k base")."""
    cues = {cue.start: cue.cue.role for cue in layout.cues.terms}
    ways: dict[int, str] = {}
    last: tuple[int, str] = (-1, "")
    for item in items:
        if item.line in ways:
            continue
        mention = item.form[0] == "<" and item.form != "<word>"
        cue = item.start in cues and cues[item.start] not in {"noise", "company", "title", "location"}
        if last[0] == item.line:
            if mention and last[1] == "cue":
                ways[item.line] = "before"
            elif cue and last[1] == "mention":
                ways[item.line] = "after"
        if mention or cue:
            last = (item.line, "mention" if mention else "cue")
    return ways


def _whole(layout: Layout, mentions: Sequence[Figure]) -> tuple[str, ...]:
    """What the text as a whole is about."""
    says: dict[str, float] = {}
    for found in layout.cues.says:
        says[found.cue.role] = says.get(found.cue.role, 0.0) + found.cue.weight
    money = sum(figure.kind == "money" for figure in mentions)
    whole = [f"T{role}{min(3, round(weight))}" for role, weight in sorted(says.items())]
    return (*whole, f"Tn{_bucket(money)}", f"Tw{_bucket(len(layout.words) // 10)}")


def features(layout: Layout, mentions: Sequence[Figure]) -> list[list[str]]:
    """The features of every mention, in order."""
    items, places = _items(layout, mentions)
    heads, widths = _heads(items)
    seen = _Seen(
        layout,
        mentions,
        items,
        places,
        [item.start for item in items],
        [0, *accumulate(item.form[0] == "<" for item in items)],
        [cue.start for cue in layout.cues.terms],
        [cue.start for cue in layout.cues.frames],
        heads,
        widths,
        _ways(layout, items),
        _whole(layout, mentions),
    )
    values: dict[float, int] = {}
    found = []
    for n in range(len(mentions)):
        figure = mentions[n]
        own = [
            *_itself(figure, n),
            *_words(seen, n),
            *_line(seen, n),
            *_cues(seen, n),
            *_frames(seen, n),
            *_neighbours(seen, n, values),
        ]
        own += [f"{whole}|{figure.kind}" for whole in seen.text]
        found.append(own)
        if figure.kind == "money":
            values[figure.low] = values.get(figure.low, 0) + 1
    return found


def _itself(figure: Figure, n: int) -> list[str]:
    kind, size = _kind(figure), _size(figure)
    own = [f"k={kind}", f"m={figure.kind}{size}", f"km={kind}{size}", f"n={min(n, 4)}{figure.kind}"]
    if figure.is_range:
        own.append(f"range={figure.kind}")
    if figure.currency:
        own.append("cur")
    return own


def _words(seen: _Seen, n: int) -> list[str]:
    items, at, kind = seen.items, seen.places[n], seen.mentions[n].kind
    blank = Item("", 0, 0, -1, "")

    def item(index: int) -> Item:
        return items[index] if 0 <= index < len(items) else blank

    b1, b2 = item(at - 1), item(at - 2)
    a1, a2 = item(at + 1), item(at + 2)
    g, h = items[at].gap, a1.gap
    line = items[at].line
    bag = dict.fromkeys(
        [f"bw={one.form}/{kind}" for one in items[max(0, at - _BEFORE) : at] if one.line == line]
        + [f"aw={one.form}/{kind}" for one in items[at + 1 : at + _AFTER] if one.line == line]
    )
    return [
        *bag,
        f"b1={b1.form}",
        f"b1k={b1.form}/{kind}",
        f"b12={b2.form} {b1.form}",
        f"b2={b2.form}",
        f"a1={a1.form}",
        f"a1k={a1.form}/{kind}",
        f"a12={a1.form} {a2.form}",
        f"a2={a2.form}",
        f"g={g}",
        f"h={h}",
        f"gb={b1.form}{g}",
        f"ha={h}{a1.form}",
    ]


def _line(seen: _Seen, n: int) -> list[str]:
    line, kind = seen.items[seen.places[n]].line, seen.mentions[n].kind
    said, marked = seen.heads.get(line, ("", False))
    found = [f"wd={_bucket(seen.widths.get(line, 0))}"]
    if said:
        found.append(f"h1={said.partition(' ')[0]}/{kind}/{marked:d}")
    back = line - 1
    while back >= 0 and seen.widths.get(back, 0):
        back -= 1
        if line - back > 6:  # noqa: PLR2004
            break
    if back >= 0 and not seen.widths.get(back, 0):
        above = seen.heads.get(back, ("", False))[0]
        found += [f"up={above}", f"u1={above.partition(' ')[0]}/{min(3, line - back)}"]
    return found


def _reach(seen: _Seen, start: int, end: int) -> tuple[int, bool]:
    """How many words and whether a mention stand between two offsets; a full stop or a line adds to it."""
    first = bisect_left(seen.starts, start)
    last = bisect_left(seen.starts, end)
    return last - first, seen.counted[last] > seen.counted[first]


def _cues(seen: _Seen, n: int) -> list[str]:
    figure, cues = seen.mentions[n], seen.layout.cues.terms
    low = seen.layout.source.low
    way = seen.ways.get(seen.items[seen.places[n]].line, "")
    at = bisect_left(seen.cue_starts, figure.start)
    found: list[str] = []
    sides: list[tuple[str, Found]] = []
    for tag, index in (("c1", at - 1), ("c2", at - 2), ("c3", at - 3), ("d1", at), ("d2", at + 1)):
        if not 0 <= index < len(cues):
            continue
        cue = cues[index]
        if cue.start == figure.start:
            continue
        before = index < at
        gap = low[cue.end : figure.start] if before else low[figure.end : cue.start]
        if len(gap) > 4 * _NEAR:
            continue
        words, crossed = (
            _reach(seen, cue.end, figure.start) if before else _reach(seen, figure.end, cue.start)
        )
        stop = "n" if "\n" in gap else "." if ". " in gap else "," if "," in gap or ";" in gap else ""
        name = f"{cue.cue.role}/{cue.cue.detail}" if cue.cue.detail else cue.cue.role
        found += [
            f"{tag}={name}/{crossed:d}{stop}",
            f"{tag}d={cue.cue.role}/{_bucket(words)}",
            f"{tag}k={cue.cue.role}/{figure.kind}",
            f"{tag}y={name}/{crossed:d}{way}",
        ]
        sides.append((tag, cue))
    if sides:
        found.append("cd=" + "+".join(f"{tag}{cue.cue.role}" for tag, cue in sides if tag in {"c1", "d1"}))
    return found


def _frames(seen: _Seen, n: int) -> list[str]:
    figure, frames, layout = seen.mentions[n], seen.layout.cues.frames, seen.layout
    at = bisect_left(seen.frame_starts, figure.start)
    sentence = layout.sentence(figure.start)
    found: list[str] = []
    for tag, index in (("f1", at - 1), ("f2", at - 2), ("e1", at)):
        if not 0 <= index < len(frames):
            continue
        frame = frames[index]
        away = abs(layout.sentence(frame.start) - sentence)
        before = index < at
        words, crossed = (
            (_reach(seen, frame.end, figure.start) if before else _reach(seen, figure.end, frame.start))
            if away == 0
            else (0, True)
        )
        role = frame.cue.role[1:]
        found.append(f"{tag}={role}/{min(away, 3)}")
        found.append(f"{tag}k={role}/{figure.kind}")
        if away == 0:
            found.append(f"{tag}w={role}/{_bucket(words)}{crossed:d}")
    return found


def _neighbours(seen: _Seen, n: int, values: dict[float, int]) -> list[str]:
    mentions, low = seen.mentions, seen.layout.source.low
    figure = mentions[n]
    found: list[str] = []
    for tag, other in (("p", n - 1), ("q", n + 1)):
        if not 0 <= other < len(mentions):
            found.append(f"{tag}=none")
            continue
        near = mentions[other]
        between = low[near.end : figure.start] if other < n else low[figure.end : near.start]
        said = between.strip() if len(between) < _LONGEST_GAP else "far"
        if "\n" in between:
            said = "line"
        found += [
            f"{tag}={_kind(near)}{'' if said == 'far' else '.'}",
            f"{tag}g={_kind(near)}/{said}/{figure.kind}",
        ]
    for tag, other in (("pp", n - 2), ("qq", n + 2)):
        if 0 <= other < len(mentions):
            found.append(f"{tag}={mentions[other].kind}/{figure.kind}")
    if figure.kind != "money":
        return found
    money = [other for other in mentions[max(0, n - 8) : n + 9] if other.kind == "money"]
    largest = max(other.high for other in money)
    if figure.high == largest:
        found.append("largest")
    if values.get(figure.low):
        found.append("again")
    if figure.low > 0:
        found += _arithmetic(figure, money, mentions[max(0, n - 8) : n + 4])
    return found


def _arithmetic(figure: Figure, money: Sequence[Figure], near: Sequence[Figure]) -> list[str]:
    """Whether a sum is a multiple, a percent or the total of others beside it."""
    found: list[str] = []
    earlier = [other for other in money if other.start < figure.start and other.low > 0]
    for other in money:
        if other is figure or other.low <= 0:
            continue
        for times, name in _MULTIPLES:
            if abs(figure.low / other.low - times) <= times * _ROUNDING:
                found.append(f"x{name}")
            elif abs(other.low / figure.low - times) <= times * _ROUNDING:
                found.append(f"y{name}")
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
