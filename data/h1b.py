"""H-1B filings to offered wages by employer, role and state.

The title says the role, as it does in a posting. Two tables bring in the occupation the employer
swore to: `h1b_families.csv` says which occupations a role or its family can stand for (a "Research
Scientist" filed as a biologist is none of ours), and `h1b_occupations.csv` which role an occupation
names where the title only repeats it ("Manager JC50 - Software Developers") or, for those marked
`unsaid`, where the title names no role at all ("Associate", filed as a software developer).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

import numpy as np
import pandas as pd

from bot.understand.roles import roles
from bot.understand.titles import read_title
from data.manifest import Source
from data.tables import H1B, MIN_EMPLOYERS

US: Final = "0000000"
EVERY_EMPLOYER: Final = ""
# Fewer filings of one employer say little; fewer employers are somebody's pay, not a market's.
MIN_FILINGS: Final = 5
MIN_FILINGS_OF_ALL: Final = 20

NO_ROLE: Final = "title outside the role table"
OTHER_OCCUPATION: Final = "filed as an occupation that the title's role does not belong to"

_FOLDER: Final = Path(__file__).resolve().parent
_QUARTILES: Final = {"p25": 0.25, "p50": 0.50, "p75": 0.75}
_DETAILED: Final = len("15-1252")
_LETTERS: Final = re.compile(r"[a-z0-9]+")


def classify(filings: pd.DataFrame) -> pd.DataFrame:
    """Work out the role of each filing.

    Args:
        filings: the columns of `data.sources.h1b`.

    Returns:
        The same rows with `role` ("" where there is none) and `drop`: "" or why a filing belongs to
        no role. A distinct pair of title and occupation is read once.
    """
    pairs = filings[["title", "soc", "soc_title"]].drop_duplicates()
    read = pairs.assign(
        role=[_role(title, soc, named) for title, soc, named in pairs.itertuples(index=False, name=None)]
    )
    known = filings.merge(read, on=["title", "soc", "soc_title"], how="left")
    drop = known["role"].map({"": NO_ROLE, OTHER_OCCUPATION: OTHER_OCCUPATION}).fillna("")
    return known.assign(drop=drop, role=known["role"].where(drop.eq(""), ""))


def measure(filings: pd.DataFrame, parents: Mapping[str, str]) -> pd.DataFrame:
    """Measure the wages promised, by employer, role and state.

    Args:
        filings: as `classify` returns them, of one fiscal year; rows without a role are passed over.
        parents: child role to parent role; a parent's rows hold its children's filings.

    Returns:
        A row for each employer, role and state with 5 filings, and for all employers together
        (`employer` "") with 20 filings of 5 employers; `state` "0000000" is the whole country. The
        columns of `data.tables.H1B`, sorted by key: `employer` (key), `role`, `state`, `name` (the
        name to show), `n` filings, `employers`, and p25, p50, p75 of the wage in whole US dollars a
        year (linear interpolation, `numpy.quantile`).
    """
    own = filings[filings["role"].ne("")]
    above = own[own["role"].isin(list(parents))]
    both = pd.concat([own, above.assign(role=above["role"].map(dict(parents)))])
    placed = pd.concat([both, both.assign(state=US)])
    everyone = placed.assign(filer=placed["employer_key"])
    together = everyone.assign(employer_key=EVERY_EMPLOYER, employer="")
    rows = [
        row
        for frame, least, least_employers in (
            (everyone, MIN_FILINGS, 1),
            (together, MIN_FILINGS_OF_ALL, MIN_EMPLOYERS),
        )
        for key, group in frame.groupby(["employer_key", "role", "state"], sort=False)
        if len(group) >= least and group["filer"].nunique() >= least_employers
        for row in [[*key, group["employer"].iloc[0], len(group), group["filer"].nunique(), *_figures(group)]]
    ]
    measured = pd.DataFrame(rows, columns=list(H1B.columns))
    return measured.sort_values(list(H1B.key), ignore_index=True)


def source(fiscal_year: int) -> Source:
    """The source behind the wages of one fiscal year, October to September."""
    return Source(
        id=f"h1b-fy{fiscal_year}",
        name=f"US Department of Labor LCA disclosure data, fiscal year {fiscal_year}",
        as_of=f"{fiscal_year}-09-30",
        first=f"{fiscal_year - 1}-10-01",
        last=f"{fiscal_year}-09-30",
        licence="public domain (extract by MaxGhenis/h1b-explorer, Unlicense)",
    )


def _figures(group: pd.DataFrame) -> list[int]:
    quantiles = np.quantile(group["wage"].to_numpy(dtype=float), list(_QUARTILES.values()))
    # Half a dollar rounds up: numpy's own rounding goes to the even neighbour.
    return [int(figure) for figure in np.floor(quantiles + 0.5)]


def _role(title: str, soc: str, soc_title: str) -> str:
    """The role of a filing, "" for none, `OTHER_OCCUPATION` where title and occupation disagree."""
    named = _occupations().get(soc) or _occupations().get(soc[:_DETAILED], ("", False))
    if _repeats(title, soc_title):
        return named[0]
    role = read_title(title).role
    if role is None:
        return named[0] if named[1] else ""
    accepted = _accepted().get(role) or _accepted()[roles()[role].family]
    return role if soc.startswith(accepted) else OTHER_OCCUPATION


def _repeats(title: str, soc_title: str) -> bool:
    """Whether the title is the occupation's own name, with or without the employer's codes around it."""
    occupation = " ".join(_LETTERS.findall(soc_title.lower()))
    return bool(occupation) and occupation in " ".join(_LETTERS.findall(title.lower()))


@cache
def _occupations() -> dict[str, tuple[str, bool]]:
    return {row["soc"]: (row["role"], row["unsaid"] == "yes") for row in _rows("h1b_occupations.csv")}


@cache
def _accepted() -> dict[str, tuple[str, ...]]:
    """Beginnings of the occupations that a role, or else its family, can stand for."""
    return {row["of"]: tuple(row["socs"].split(";")) for row in _rows("h1b_families.csv")}


def _rows(name: str) -> list[dict[str, str]]:
    with (_FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
