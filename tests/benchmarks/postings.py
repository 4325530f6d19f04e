"""Made-up postings in any number: the shape of real ones, all words and figures our own."""

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
    where = [place(metro).name for metro in metros[:300]] + [
        "Remote - United States",
        "London, United Kingdom",
    ]
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
            title = _LEVELS[drawn["level"][i]] + labels[drawn["role"][i]]
            yield {
                "id": f"made-up:{start + i}",
                "source": "made-up",
                "employer": f"Employer {by[i]}",
                "title": f"{title}, {team}" if team else title,
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


def write_jsonl(path: Path, count: int) -> Path:
    """Write `count` postings as JSONL, each with a description and its pay, if any, only there."""
    with path.open("w", encoding="utf-8") as file:
        for number, posting in enumerate(made_up(count)):
            told = {
                name: posting[name] for name in posting if name not in {"low", "high", "currency", "skills"}
            }
            file.write(json.dumps({**told, "description": description(number)}) + "\n")
    return path


def description(number: int) -> str:
    """A made-up posting's text of about 5,400 characters; every fourth one says its pay."""
    random = np.random.default_rng(number % 500)
    lines = [
        "About us", *_drawn(random, _ABOUT, 12),
        "What you will do", *_drawn(random, _DUTIES, 22),
        "What you bring", *_drawn(random, _NEEDS, 16),
        "Nice to have", *_drawn(random, _WISHES, 8),
        "Benefits", *_drawn(random, _BENEFITS, 12),
    ]  # fmt: skip
    if number % 4 == 0:
        low = 90 + number % 90
        lines.append(f"The base salary range for this role is ${low},000 - ${low + 40},000 per year.")
    return "\n\n".join(lines)


def _drawn(random: np.random.Generator, of: tuple[str, ...], count: int) -> list[str]:
    return [of[at] for at in random.integers(0, len(of), count).tolist()]


_ABOUT: Final = (
    "We are a small company with customers in forty countries, building what their teams open first.",
    "Last year our customers moved $4.2 billion through the product, and we raised $120M to go on.",
    "Our platform uses AI to sort documents so that people can read the ones that matter.",
    "Teams here are small, write things down, and ship every day of the week.",
)
_DUTIES: Final = (
    "Own a part of the product from the first sketch to the second year in production.",
    "Review designs with colleagues in three time zones and leave each of them better than it came.",
    "Build and run machine learning models that rank what customers see.",
    "Keep the services you own fast, and say early when a date will slip.",
    "Work with finance, sales and support on what customers ask for most.",
)
_NEEDS: Final = (
    "Five or more years of building things that other people depend on.",
    "Fluency in at least one of Go, Java, Python or TypeScript.",
    "You explain a trade-off in three sentences to somebody who does not do your job.",
    "Experience with relational databases, queues and the ways both of them fail.",
)
_WISHES: Final = (
    "You have used LLMs in something that real people relied on.",
    "Time spent in a regulated industry, on either side of an audit.",
    "A second language, spoken well enough for a customer call.",
)
_BENEFITS: Final = (
    "Health, dental and vision insurance from the first day, for you and your family.",
    "A 401(k) with a match of 4% up to the yearly limit, and $1,500 a year for learning.",
    "Twenty-five days of vacation, and a $500 stipend for the desk you work at.",
    "Sixteen weeks of leave for every new parent.",
)
