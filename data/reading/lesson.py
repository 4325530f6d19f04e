"""From a folder of marked texts to weights on disk, with a note of what they were learnt from."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

from bot.offers import kinds, naming, parting
from bot.offers.candidates import candidates
from bot.offers.features import features
from data.reading.align import align
from data.reading.corpus import examples, variants
from data.reading.learn import Learnt, learn, truly
from data.reading.train import write

NOTE = "learnt.json"
_LOOKED_AT = 40


def marked(folder: Path) -> str:
    """The fingerprint of the marked texts of a folder."""
    written = hashlib.sha256()
    for path in sorted(folder.glob("*.txt")):
        written.update(path.read_bytes())
    return written.hexdigest()


def seen(folder: Path) -> str:
    """The fingerprint of what the reader sees of the first texts: it changes with its eyes."""
    sight = hashlib.sha256()
    for _, example in zip(range(_LOOKED_AT), examples(folder), strict=False):
        text = align(example)
        judged = truly(text)
        found = candidates(text.layout)
        looks = [
            *features(text.layout, text.mentions),
            *naming.look(text.layout, judged, found),
            kinds.features(text.layout, judged),
            *(seen for seen, _ in parting.lessons(text.layout, judged, (), text.offers)),
        ]
        for one in looks:
            sight.update("\n".join(sorted(one)).encode())
    return sight.hexdigest()


def teach(folder: Path, out: Path, tick: Callable[[str], None] = lambda _: None) -> Learnt | None:
    """Learn from the texts of a folder and write the weights; None where there are no texts."""
    found = list(examples(folder))
    if not found:
        return None
    tick(f"{len(found):,} texts")
    learnt = learn(
        [align(one) for one in found],
        [align(other) for one in found for other in variants(one)],
        tick,
    )
    out.mkdir(parents=True, exist_ok=True)
    for name in ("roles", "names", "parting", "kinds"):
        write(getattr(learnt, name), out / f"{name}.json")
    held = learnt.held_out
    note = {
        "texts": held.texts,
        "marked": marked(folder),
        "seen": seen(folder),
        "held_out": {
            "precision": round(held.precision, 4),
            "recall": round(held.recall, 4),
            "f1": round(held.f1, 4),
        },
    }
    (out / NOTE).write_text(json.dumps(note, indent=2) + "\n", encoding="utf-8")
    return learnt
