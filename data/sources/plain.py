"""Plain postings, as CSV or as JSON: which columns they may have, and where a posting has its id from."""

from __future__ import annotations

import hashlib
import re
from typing import Final

import pandas as pd

from data.sources.frames import Crawl, crawl

# What a column of a plain file may be called, besides its own name.
PLAIN: Final[dict[str, tuple[str, ...]]] = {
    "id": ("job_key",),
    "source": (),
    "employer": ("company", "employer_name"),
    "title": ("job_title",),
    "location": ("locations",),
    "url": (),
    "published": ("published_at", "posted"),
    "first_seen": (),
    "last_seen": (),
    "low": ("salary_min", "min"),
    "high": ("salary_max", "max"),
    "currency": ("salary_currency",),
    "interval": ("period", "salary_interval"),
    "description": ("text",),
    "skills": (),
}

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
    if "url" in named or "id" not in named or named["id"].eq("").any():
        rows = named.itertuples(index=False, name=None)
        told = zip(named.get("url", blank), named.get("id", blank), rows, strict=True)
        postings["id"] = [posting_id(url, given, row) for url, given, row in told]
    if "source" not in postings:
        postings["source"] = "file"
    if "skills" in postings:
        postings["skills_read"] = postings["skills"].ne("")
    if "description" in postings:
        postings["description"] = postings["description"].where(postings["description"].ne(""), None)
    pay = {name: named.get(name, blank) for name in ("low", "high", "currency", "interval")}
    return crawl(postings, pd.DataFrame({"posting": range(len(named)), **pay}))


def plainly(raw: pd.DataFrame) -> pd.DataFrame:
    """The columns under their plain names."""
    names = {}
    for name, others in PLAIN.items():
        found = next((each for each in (name, *others) if each in raw.columns), None)
        if found:
            names[found] = name
    return raw.loc[:, list(names)].rename(columns=names)


def posting_id(url: str, given: str, row: tuple[object, ...]) -> str:
    """The posting's id: what its page says, else what it was given, else a digest of the row."""
    for page, source in _PAGES:
        if found := page.search(url):
            return f"{source}:{found[1].lower()}:{found[2]}"
    return given or hashlib.sha256(repr(row).encode("utf-8", "replace")).hexdigest()[:16]
