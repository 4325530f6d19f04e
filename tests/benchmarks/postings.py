"""Made-up postings in any number: the shape of real ones, written to a CSV or JSONL."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import numpy as np

from bot.understand.places import place
from bot.understand.roles import roles
from bot.understand.vocab import rows

_LEVELS: Final = ("", "", "Senior ", "Staff ", "Principal ", "Junior ", "Lead ", "Sr. ")
_TEAMS: Final = (
    "", "", "", "Payments", "Growth", "Platform", "Search", "Billing", "Core", "Trust", "Search Quality",
    "Developer Experience", "Identity", "Checkout", "Insights", "Partnerships", "EMEA", "Enterprise",
)  # fmt: skip
_TAGS: Final = ("", "", "Go;Linux", "Python;SQL", "LLM;Python", "PyTorch", "React;TypeScript", "Kubernetes")
_EMPLOYERS: Final = 4_000
_CHUNK: Final = 50_000


def made_up(count: int, seed: int = 7) -> Iterator[dict[str, Any]]:
    """Give `count` postings with the columns of a plain file; half of them paid."""
    random = np.random.default_rng(seed)
    labels = [role.label for role in roles().values()]
    metros = [row["id"] for row in rows("places_areas") if row["id"].startswith("00")]
    where = [place(metro).name for metro in metros[:300]] + ["Remote - United States", "London, United Kingdom"]
    for start in range(0, count, _CHUNK):
        size = min(_CHUNK, count - start)
        drawn = {
            name: random.integers(0, len(of), size).tolist()
            for name, of in (("role", labels), ("level", _LEVELS), ("team", _TEAMS), ("tags", _TAGS))
        }
        # A few metros and employers hold most of the postings, as they do on real boards.
        at = np.minimum(random.zipf(1.5, size) - 1, len(where) - 1).tolist()
        by = np.minimum(random.zipf(1.3, size) - 1, _EMPLOYERS - 1).tolist()
        low = (random.lognormal(11.8, 0.35, size) // 100 * 100).tolist()
        paid = (random.random(size) < 0.5).tolist()
        day = random.integers(1, 29, size).tolist()
        for i in range(size):
            team = _TEAMS[drawn["team"][i]]
            yield {
                "id": f"made-up:{start + i}",
                "source": "made-up",
                "employer": f"Employer {by[i]}",
                "title": f"{_LEVELS[drawn['level'][i]]}{labels[drawn['role'][i]]}{', ' + team if team else ''}",
                "location": where[at[i]],
                "published": f"2026-07-{day[i]:02}",
                "first_seen": f"2026-07-{day[i]:02}",
                "last_seen": "2026-08-01",
                "low": low[i] if paid[i] else "",
                "high": low[i] * 1.3 if paid[i] else "",
                "currency": "USD" if paid[i] else "",
                "interval": "year" if paid[i] else "",
                "skills": _TAGS[drawn["tags"][i]],
            }


def write_csv(path: Path, count: int) -> Path:
    """Write `count` postings as a plain CSV."""
    with path.open("w", encoding="utf-8", newline="") as file:
        written: csv.DictWriter[str] | None = None
        for posting in made_up(count):
            if written is None:
                written = csv.DictWriter(file, list(posting))
                written.writeheader()
            written.writerow(posting)
    return path


def write_jsonl(path: Path, count: int, describe: str) -> Path:
    """Write `count` postings as JSONL; each without pay of its own has a description of made-up words."""
    with path.open("w", encoding="utf-8") as file:
        for number, posting in enumerate(made_up(count)):
            if not posting["low"]:
                posting["description"] = describe.format(number=number, low=90_000 + number % 90 * 1_000)
            file.write(json.dumps(posting) + "\n")
    return path
