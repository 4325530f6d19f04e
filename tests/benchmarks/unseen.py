"""A hundred offers in twenty styles that nothing was taught or tuned to: what the reader makes of them.

`python -m tests.benchmarks.unseen` prints how many terms, decisions and offers are read right, and
every miss. Texts and labels (`tests/offers/unseen`) were written before the reader; they are for a
single look at the end of work on it, never for mending it.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.offers.as_json import offer_json
from bot.offers.reader import read

FOLDER = Path(__file__).parents[1] / "offers" / "unseen"
MONEY = (
    *("base_amount", "base_low", "base_high", "base_period", "bonus_pct", "bonus_amount", "sign_on"),
    *("equity_kind", "equity_value", "equity_units", "equity_pct", "strike", "vest_years", "cliff_months"),
)
OTHER = ("currency", "title", "company", "location", "relocation", "pto_days", "start_date", "deadline")
_WORDS = frozenset({"title", "company", "location", "start_date", "deadline"})
# "No bonus" and no word of a bonus are read alike.
_NONE = {"bonus_pct": 0, "bonus_amount": 0, "sign_on": 0, "equity_kind": "none"}
_TOLERANCE = 0.005
_ALIKE = 0.75

_WHOLES = frozenset({"decision", "number of offers", "whole offer", "whole further offer"})
Fields = dict[str, Any]


def same(field: str, said: object, label: object) -> bool:
    """Whether a value read is the labelled one: sums within half a percent, names by most of their words."""
    if said is None or label is None:
        return said is label
    if field in _WORDS:
        one, other = (set(re.findall(r"[a-z0-9]+", str(value).lower())) for value in (said, label))
        return bool(one and other) and len(one & other) / min(len(one), len(other)) >= _ALIKE
    if isinstance(said, str) or isinstance(label, str):
        return str(said).lower() == str(label).lower()
    return abs(float(said) - float(label)) <= _TOLERANCE * max(1.0, abs(float(label)))  # type: ignore[arg-type]


def compare(read_offer: Fields, label: Fields) -> Iterator[tuple[str, object, object, str]]:
    """Every field of an offer that was labelled or read: (field, label, read, "right" / "wrong" / ...)."""
    accepted: Fields = label.get("accept") or {}
    for field in (*MONEY, *OTHER):
        if field == "base_period" and label.get("base_amount") is None and label.get("base_low") is None:
            continue
        want, said = label.get(field), read_offer.get(field)
        if field in _NONE and {said, want} <= {None, _NONE[field]}:
            continue
        if any(same(field, said, value) for value in (want, *(accepted.get(field) or ()))):
            if said is not None:
                yield field, want, said, "right"
        else:
            yield field, want, said, "missed" if said is None else "made up" if want is None else "wrong"


def score() -> tuple[dict[str, Counter[str]], list[str]]:
    """What was right of the terms, the decisions, the offers; and every miss in words."""
    counts: dict[str, Counter[str]] = {}
    misses: list[str] = []

    def count(what: str, outcome: str) -> None:
        counts.setdefault(what, Counter())[outcome] += 1

    for line in (FOLDER / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        label: Fields = json.loads(line)
        text = (FOLDER / "texts" / f"{label['id']}.txt").read_text(encoding="utf-8")
        reading = read(text)
        found = [offer_json(offer) for offer in reading.offers]
        decided = bool(found) == label["is_offer"]
        count("decision", "right" if decided else "wrong")
        if not decided:
            misses.append(f"{label['id']} {label['kind']}: decided {reading.other or 'offer'}")
        if not label["is_offer"]:
            continue
        number = label["n_offers"]
        allowed = (number, *((label.get("accept") or {}).get("n_offers") or ()))
        count("number of offers", "right" if len(found) in allowed else "wrong")
        if len(found) not in allowed:
            misses.append(f"{label['id']} {label['kind']}: {len(found)} offers read of {number}")
        labels = [label, *(label.get("other_offers") or ())]
        labels += [{} for _ in found[len(labels) :] if len(found) not in allowed]
        for n, one in enumerate(labels):
            offer = found[n] if n < len(found) else {}
            whole = True
            for field, want, said, outcome in compare(offer, one):
                which = "terms" if n == 0 else "terms of further offers"
                count(which if field in MONEY else f"other {which}", outcome)
                count(field, outcome)
                if outcome != "right":
                    whole = whole and field not in MONEY
                    misses.append(
                        f"{label['id']} {label['kind']} offer {n + 1}: {field} {want!r} read as {said!r}"
                    )
            count("whole offer" if n == 0 else "whole further offer", "right" if whole else "wrong")
    return counts, misses


def f1(outcomes: Counter[str]) -> float:
    """The F1 of terms: a wrong value is both made up and missed."""
    wrong = 2 * outcomes["wrong"] + outcomes["missed"] + outcomes["made up"]
    return 2 * outcomes["right"] / max(1, 2 * outcomes["right"] + wrong)


def main() -> None:
    """Print the figures and every miss."""
    counts, misses = score()
    for what, outcomes in counts.items():
        shared = outcomes["right"] / max(1, sum(outcomes.values()))
        figure = f"{shared:.3f} right" if what in _WHOLES else f"F1 {f1(outcomes):.3f}"
        print(f"{what:30} {figure:12} {dict(outcomes)}")
    print(*misses, sep="\n")


if __name__ == "__main__":
    main()
