"""What a text is: an offer, or something that only looks like one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bot.offers.judged import NONE, PAY, Judged
from bot.offers.layout import Layout
from bot.offers.tagger import Tag, tag, weights

OFFER = "offer"
_WORDS = 400
_SHORT = 15


def features(layout: Layout, judged: Sequence[Judged]) -> list[str]:
    """What speaks for each kind of text: its words, its cues, what its mentions were judged to be."""
    low = layout.source.low
    found: set[str] = set()
    folds = [word.fold for word in layout.words[:_WORDS]]
    found.update(f"w={fold}" for fold in folds if not fold[0].isdigit())
    says: Counter[str] = Counter()
    for cue in layout.cues.says:
        says[cue.cue.role] += cue.cue.weight  # type: ignore[assignment]
    found.update(f"says={role}/{min(4, round(weight))}" for role, weight in says.items())
    found.update(f"frame={cue.cue.role}" for cue in layout.cues.frames)
    roles: Counter[str] = Counter(entry.role for entry in judged if entry.figure.kind != "word")
    found.update(f"role={role}/{min(3, count)}" for role, count in roles.items())
    paid = sum(entry.sure for entry in judged if entry.role in PAY)
    found.add(f"paid={min(6, round(paid))}")
    asks = min(2, low.count("?"))
    found.add(f"asks={asks}")
    # A question of one sentence opens like one: "does Acme offer 200k?"
    if folds:
        found.add(f"opens={folds[0]}/{bool(asks)}/{len(folds) < _SHORT}")
    found.add(f"size={min(6, len(folds) // 25)}")
    found.add(f"terms={min(4, len({entry.role for entry in judged if entry.role in PAY}))}")
    other = Counter(entry.role for entry in judged if not entry.offered and entry.role != NONE)
    if other:
        found.add(f"most={other.most_common(1)[0][0]}/{bool(paid >= 1):d}")
    return sorted(found)


def kind_of(layout: Layout, judged: Sequence[Judged]) -> Tag:
    """The kind of a text: "offer", "present_pay", "wish", "job_ad", "question", "rejection" or "nothing"."""
    return tag(weights("kinds"), [features(layout, judged)])[0]
