"""A part of the postings, read: what each one is, where it is, what it asks and what it pays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

import numpy as np
import pandas as pd

from data import pay
from data.classify import ai, places, titles
from data.classify.pay import read_pay
from data.classify.zones import assign
from data.seats import employer_key
from data.sources.frames import Crawl
from data.sources.postings import Part, read

NO_ROLE: Final = "title outside the role table"
# In PR and advertising an account executive looks after clients, a few years in; in software the
# same words are a quota-carrying seller. One median over both would be wrong for either.
CLIENT_SERVICE: Final = "account executive of an agency: client service, not sales"

COLUMNS: Final = (
    "id", "twin", "file", "source", "employer", "published", "first_seen", "last_seen", "role", "level",
    "places", "ai", "currency", "low", "high", "midpoint", "midpoints", "origin", "pay_drop", "agency",
    "licensed", "drop",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Prepared:
    """A part's postings, with the columns of `COLUMNS`; `read` rows came in, `dropped` of them are gone.

    `drop` is "" or why a posting belongs to no cell. `dated` names the file, with its day, where the
    part has no date and took that of the file. `twin` is one number for the same job on two
    boards: employer, title and places alike.
    """

    postings: pd.DataFrame
    read: int
    dropped: Mapping[str, int]
    dated: Mapping[str, str] = field(default_factory=dict)


def prepare(part: Part) -> Prepared:
    """Read one part of a file, start to end. Nothing in a posting makes it fail.

    Raises:
        PostingsError: the columns are none of the known sets.
    """
    crawl = read(part)
    return Prepared(
        classified(crawl, part.name),
        len(crawl.postings) + sum(crawl.dropped.values()),
        Counter(crawl.dropped),
        {part.name: part.day} if crawl.undated else {},
    )


def classified(crawl: Crawl, file: str = "") -> pd.DataFrame:
    """Work out role, level, AI, places and yearly pay of each posting of a file."""
    postings = crawl.postings
    located = places.classify(_located(postings))
    paid = pay.chosen(located["places"], _read_pay(crawl), assign)
    known = pd.concat([postings, titles.classify(postings["title"]), located, paid], axis=1)
    known["ai"] = ai.classify(postings)
    known["twin"] = _twins(known)
    checks = (
        (known["place_drop"].ne(""), known["place_drop"]),
        (known["role"].eq(""), NO_ROLE),
        (known["agency"] & known["role"].eq("account-executive"), CLIENT_SERVICE),
    )
    drop = pd.Series("", index=known.index, dtype="object")
    for failed, said in checks:
        drop = drop.mask(drop.eq("") & failed, said)
    return known.assign(drop=drop, file=file).loc[:, list(COLUMNS)]


def _located(postings: pd.DataFrame) -> pd.Series[str]:
    """The location with the board's own word that the job may be done from home."""
    said = postings["location"]
    silent = postings["remote"] & ~said.str.contains("remote", case=False)
    return said.mask(silent, said + "; Remote")


def _read_pay(crawl: Crawl) -> pd.DataFrame:
    """The ranges as fields, and beside them those in the words of postings whose fields are no use."""
    fields = pay.yearly(crawl.postings, crawl.ranges.assign(origin=pay.FIELDS))
    served = set(fields.loc[fields["drop"].eq(""), "posting"].tolist())
    texts = crawl.postings["description"]
    rows = [
        (row, each.low, each.high, each.currency, each.period, each.zone, each.kind, pay.TEXT)
        for row in np.flatnonzero(texts.notna()).tolist()
        if row not in served
        for each in read_pay(texts.iloc[row])
    ]
    if not rows:
        return fields
    worded = pd.DataFrame(rows, columns=[*crawl.ranges.columns, "origin"])
    worded = pay.yearly(crawl.postings, worded.astype({"low": "float64", "high": "float64"}))
    return pd.concat([fields, worded], ignore_index=True)


def _twins(known: pd.DataFrame) -> pd.Series[int]:
    alike = pd.DataFrame(
        {
            "employer": employer_key(known["employer"]),
            "title": known["title"].str.lower().str.replace(r"[^\w+#]+", " ", regex=True).str.strip(),
            "places": [",".join(each) for each in known["places"]],
            # Places abroad have no ids: there the words decide.
            "location": [
                said if not ids else "" for said, ids in zip(known["location"], known["places"], strict=True)
            ],
        }
    )
    return pd.util.hash_pandas_object(alike, index=False).astype("uint64")
