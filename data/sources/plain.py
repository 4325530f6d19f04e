"""Plain postings, as CSV or as JSON: which columns they may have, and where a posting has its id from."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Container
from functools import lru_cache
from typing import Final

import pandas as pd

from data.sources.frames import Crawl, crawl

NEEDED: Final = ("employer", "title", "location")

# What a column of a plain file may be called, besides its own name; in any case, and with spaces or
# dashes in the place of "_".
PLAIN: Final[dict[str, tuple[str, ...]]] = {
    "id": ("job_key",),
    "source": (),
    "employer": ("company", "employer_name", "company_name"),
    "title": ("job_title", "position"),
    "location": ("locations", "place", "city"),
    "url": (),
    "published": ("published_at", "posted", "posted_at", "date_posted", "date"),
    "first_seen": (),
    "last_seen": (),
    "low": ("salary_min", "min", "pay_min", "min_salary"),
    "high": ("salary_max", "max", "pay_max", "max_salary"),
    "currency": ("salary_currency",),
    "interval": ("period", "salary_interval", "pay_period"),
    "description": ("text", "job_description"),
    "skills": (),
}

# What says more of a place whose column holds the city alone.
BESIDE_CITY: Final = ("state", "region", "country")
_LONGEST_COLUMN: Final = 60
_BETWEEN: Final = re.compile(r"[\s_-]+")

# A posting's own page names its board and job: the same posting in two collections is one.
_PAGES: Final = (
    (re.compile(r"greenhouse\.io/(?:embed/job_app\?for=)?([^/?&#]+)/jobs/(\d+)"), "greenhouse"),
    (re.compile(r"jobs\.lever\.co/([^/?&#]+)/([0-9a-f-]{36})"), "lever"),
    (re.compile(r"jobs\.ashbyhq\.com/([^/?&#]+)/([0-9a-f-]{36})"), "ashby"),
)


def table(raw: pd.DataFrame) -> Crawl:
    """A plain table: the columns of `PLAIN`, of which employer, title and location are needed."""
    named = plainly(raw).reset_index(drop=True)
    postings = named.drop(columns=["low", "high", "currency", "interval", "url"], errors="ignore")
    blank = pd.Series([""] * len(named), dtype="object")
    if "url" in named or "id" not in named or not named["id"].str.contains(":", regex=False).all():
        rows = named.itertuples(index=False, name=None)
        told = zip(named.get("url", blank), named.get("id", blank), named["employer"], rows, strict=True)
        postings["id"] = [posting_id(url, given, employer, row) for url, given, employer, row in told]
    if "source" not in postings:
        postings["source"] = "file"
    if "skills" in postings:
        postings["skills_read"] = postings["skills"].ne("")
    if "description" in postings:
        postings["description"] = postings["description"].where(postings["description"].ne(""), None)
    pay = {name: named.get(name, blank) for name in ("low", "high", "currency", "interval")}
    return crawl(postings, pd.DataFrame({"posting": range(len(named)), **pay}))


def plainly(raw: pd.DataFrame) -> pd.DataFrame:
    """The columns under their plain names; of two that would have the same, the first counts."""
    written: dict[str, int] = {}
    for at, column in enumerate(raw.columns):
        written.setdefault(plain_name(str(column)), at)
    found = {}
    for name, others in PLAIN.items():
        known = [written[each] for each in (name, *others) if each in written]
        if known:
            found[name] = raw.iloc[:, known[0]]
    named = pd.DataFrame(found, index=raw.index)
    if city_alone(written):
        beside = [raw.iloc[:, written[each]] for each in BESIDE_CITY if each in written]
        named["location"] = [
            ", ".join(filter(None, map(str.strip, parts)))
            for parts in zip(named["location"], *beside, strict=True)
        ]
    return named


def city_alone(names: Container[str]) -> bool:
    """Whether the place stands in a column of cities, its state and country in others."""
    return "city" in names and not any(each in names for each in ("location", "locations", "place"))


def plain_name(column: str) -> str:
    """A column's name in small letters with "_" between words: "Job Title" -> "job_title"."""
    return _plain_name(column) if len(column) <= _LONGEST_COLUMN else column


@lru_cache(maxsize=1_000)
def _plain_name(column: str) -> str:
    return _BETWEEN.sub("_", column.lower().lstrip("\ufeff")).strip("_")


def posting_id(url: str, given: str, employer: str, row: tuple[object, ...]) -> str:
    """The posting's id: what its page says, else what it was given, else a digest of the row.

    "1" is the first job of many an employer: an id that names no collector counts with the employer.
    """
    for page, source in _PAGES:
        if found := page.search(url):
            return f"{source}:{found[1].lower()}:{found[2]}"
    if given:
        return given if ":" in given else f"{employer}:{given}"
    return hashlib.sha256(repr(row).encode("utf-8", "replace")).hexdigest()[:16]
