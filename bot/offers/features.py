"""What can be seen of a mention and around it: the evidence from which its role is judged.

A feature is a short string ("b1=base", "k=money"); the weights that judge them (`tagger`) were
learnt from texts of our own (`data/reading`). Features look at a bounded neighbourhood, so the
work is linear in the text.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from bot.offers.around import cues, frames, kind_of, neighbours
from bot.offers.figures import Figure
from bot.offers.layout import Layout
from bot.offers.sight import Item, Seen, bucket, look

_BEFORE, _AFTER = 9, 6
_BLANK = Item("", 0, 0, -1, "")


def features(layout: Layout, mentions: Sequence[Figure]) -> list[list[str]]:
    """The features of every mention, in order."""
    seen = look(layout, mentions)
    values: dict[float, int] = {}
    whole: dict[str, list[str]] = {}
    found = []
    for n, figure in enumerate(mentions):
        if figure.kind not in whole:
            whole[figure.kind] = [f"{said}|{figure.kind}" for said in seen.text]
        own = _itself(figure, n)
        own += _words(seen, n)
        own += _line(seen, n)
        own += cues(seen, n)
        own += frames(seen, n)
        own += neighbours(seen, n, values)
        own += whole[figure.kind]
        found.append(own)
        if figure.kind == "money":
            values[figure.low] = values.get(figure.low, 0) + 1
    return found


def _size(figure: Figure) -> str:
    if figure.kind in {"date", "schedule", "word"}:
        return ""
    if figure.high <= 0:
        return "0"
    return str(round(math.log10(figure.high) * 1.5))


def _itself(figure: Figure, n: int) -> list[str]:
    kind, size = kind_of(figure), _size(figure)
    own = [f"k={kind}", f"m={figure.kind}{size}", f"km={kind}{size}", f"n={min(n, 4)}{figure.kind}"]
    if figure.is_range:
        own.append(f"range={figure.kind}")
    if figure.currency:
        own.append("cur")
    return own


def _words(seen: Seen, n: int) -> list[str]:
    items, at, kind = seen.items, seen.places[n], seen.mentions[n].kind
    before, after = items[max(0, at - _BEFORE) : at], items[at + 1 : at + _AFTER]
    b1, b2 = before[-1] if before else _BLANK, before[-2] if len(before) > 1 else _BLANK
    a1, a2 = after[0] if after else _BLANK, after[1] if len(after) > 1 else _BLANK
    g, h = items[at].gap, a1.gap
    line = items[at].line
    bag = dict.fromkeys(
        [f"bw={one.form}/{kind}" for one in before if one.line == line]
        + [f"aw={one.form}/{kind}" for one in after if one.line == line]
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
    ]


def _line(seen: Seen, n: int) -> list[str]:
    line, kind = seen.items[seen.places[n]].line, seen.mentions[n].kind
    said, marked = seen.heads.get(line, ("", False))
    found = [f"wd={bucket(seen.widths.get(line, 0))}"]
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
