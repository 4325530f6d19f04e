"""H-1B filings: the wage an employer promises the US Department of Labor for one job.

A Labor Condition Application names employer, title, occupation, state and the lowest wage the job
will pay, which the law holds at or above the prevailing wage. These are wages of filings, not of
postings: a floor under what is paid, never blended with postings.

Read are the Department's disclosure files (.xlsx or .csv; column names of fiscal years 2020 to 2025
and of the wide files just before) and a .parquet extract with the same column names.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import pandas as pd
import pyarrow
from pyarrow import parquet

from bot.understand import gazetteer
from data.pay import HIGHEST_MIDPOINT, INTERVALS, LOWEST_MIDPOINT
from data.sources import employer_names
from data.sources.sheets import BROKEN, Batch, SheetError, batches

COLUMNS: Final = ("employer", "employer_key", "title", "soc", "soc_title", "wage", "state", "fiscal_year")

# Yearly multiples of the form's own units, folded; full time is 2,080 hours a year.
UNITS: Final = {unit: INTERVALS[unit] for unit in ("year", "month", "week", "hour")} | {"bi-weekly": 26.0}

# No wage may lie under the prevailing one, few lie far above: further apart, a unit is wrong.
_LEAST_OF_PREVAILING: Final = 0.5
_MOST_OF_PREVAILING: Final = 5.0

REPEATED: Final = "case number read before"
NOT_CERTIFIED: Final = "not certified"
OTHER_VISA: Final = "another visa than H-1B"
PART_TIME: Final = "part-time"
NO_NAME: Final = "no employer or no title"
NO_WAGE: Final = "wage missing or not positive"
NO_UNIT: Final = "unit of pay not known"
IMPLAUSIBLE: Final = (
    f"wage outside {LOWEST_MIDPOINT:,.0f} to {HIGHEST_MIDPOINT:,.0f} a year, or far from the prevailing wage"
)
NO_STATE: Final = "state not known"
NO_YEAR: Final = "fiscal year not known"

_NEEDED: Final = ("employer", "title", "soc", "pay", "unit", "state")
_YEAR_IN_NAME: Final = re.compile(r"fy[ _-]?(20\d\d)", re.IGNORECASE)
_DAY: Final = r"^(?:(?P<year>20\d\d)-(?P<month>\d\d?)-|(?P<us_month>\d\d?)/\d\d?/(?P<us_year>20\d\d))"
_FISCAL_YEAR_STARTS: Final = 10  # October
_LONGEST_TITLE: Final = 400


class H1bError(ValueError):
    """The file is no disclosure of H-1B filings; the message says what one looks like."""


@dataclass(frozen=True, slots=True)
class Filings:
    """Certified full-time H-1B filings, a row each: the columns of `COLUMNS`.

    `wage` is US dollars a year, the lower end where a range is filed; `state` an OEWS state id;
    `employer` the name to show and `employer_key` what tells employers apart. `read` counts the rows
    of the file, `dropped` those left out, by reason. `unchecked` names checks that the file has no
    column for: an extract may hold certified full-time filings only and not say so.
    """

    frame: pd.DataFrame
    read: int
    dropped: dict[str, int]
    unchecked: tuple[str, ...]


def read(path: Path, fiscal_year: int | None = None) -> Filings:
    """Read a file of filings.

    Args:
        path: a .parquet, .csv or .xlsx file.
        fiscal_year: of filings without a date of decision; by default as the file is named ("FY2024").

    Raises:
        H1bError: the file is missing, is of another kind, or lacks a column that is needed.
    """
    named = _YEAR_IN_NAME.search(path.name)
    year = fiscal_year or (int(named[1]) if named else 0)
    kept: list[pd.DataFrame] = []
    drops: Counter[str] = Counter()
    seen: set[str] = set()
    rows, present = 0, set(_NEEDED)
    for batch, broken in _tables(path):
        present = set(batch.columns)
        rows += len(batch) + broken
        drops[BROKEN] += broken
        checked = _checked(batch, year, seen)
        drops.update(checked.loc[checked["drop"].ne(""), "drop"].tolist())
        kept.append(checked.loc[checked["drop"].eq(""), list(COLUMNS)])
    frame = pd.concat(kept, ignore_index=True) if kept else pd.DataFrame(columns=list(COLUMNS))
    names = frame.groupby("employer_key")["employer"].agg(employer_names.shown)
    frame["employer"] = frame["employer_key"].map(names)
    unchecked = sorted({"case", "status", "visa", "full_time", "decided", "prevailing"} - present)
    return Filings(
        frame=frame,
        read=rows,
        dropped={reason: count for reason, count in sorted(drops.items()) if count},
        unchecked=tuple(unchecked),
    )


def _checked(batch: pd.DataFrame, year: int, seen: set[str]) -> pd.DataFrame:
    """The batch in the shape of `COLUMNS`, and `drop`: "" or why a filing is left out."""
    factor = _mapped(batch["unit"].str.lower(), UNITS)
    wage = _amount(batch["pay"]) * factor
    checked = pd.DataFrame(
        {
            "employer": _spaced(batch["employer"]),
            "employer_key": _each(batch["employer"], employer_names.key),
            "title": _spaced(batch["title"].str.slice(0, _LONGEST_TITLE)),
            "soc": batch["soc"].str.slice(0, 10),
            "soc_title": batch.get("soc_title", _blank(batch)).str.slice(0, 200),
            "wage": wage.round(2),
            "state": _each(batch["state"], _state),
            "fiscal_year": _years(batch, year),
        }
    )
    checks: list[tuple[pd.Series[bool], str]] = []
    if "case" in batch:
        checks.append((_repeated(batch["case"], seen), REPEATED))
    if "status" in batch:
        checks.append((batch["status"].str.lower().ne("certified"), NOT_CERTIFIED))
    if "visa" in batch:
        checks.append((batch["visa"].str.lower().ne("h-1b"), OTHER_VISA))
    if "full_time" in batch:
        checks.append((~batch["full_time"].str.lower().isin(["y", "yes"]), PART_TIME))
    checks += [
        (checked["employer_key"].eq("") | checked["title"].eq(""), NO_NAME),
        (~_amount(batch["pay"]).gt(0), NO_WAGE),
        (factor.isna(), NO_UNIT),
        (~wage.between(LOWEST_MIDPOINT, HIGHEST_MIDPOINT) | _far_from_prevailing(batch, wage), IMPLAUSIBLE),
        (checked["state"].eq(""), NO_STATE),
        (checked["fiscal_year"].eq(0), NO_YEAR),
    ]
    drop = pd.Series("", index=batch.index, dtype="object")
    for failed, said in checks:
        drop = drop.mask(drop.eq("") & failed, said)
    return checked.assign(drop=drop)


def _tables(path: Path) -> Iterator[tuple[pd.DataFrame, int]]:
    """Batches of rows as text, under our names of the columns, with the number of broken lines."""
    if path.suffix.lower() == ".parquet":
        yield from _parquet(path)
        return
    if path.suffix.lower() not in (".csv", ".xlsx"):
        raise H1bError(f"{path.name} is not a .parquet, .csv or .xlsx file of H-1B filings.")
    try:
        for batch in batches(path, lambda header: _wanted(path, header)):
            yield _frame(batch), batch.broken
    except SheetError as error:
        raise H1bError(str(error)) from error


def _parquet(path: Path) -> Iterator[tuple[pd.DataFrame, int]]:
    try:
        file = parquet.ParquetFile(path)
        names = [str(name) for name in file.schema_arrow.names]
        wanted = _wanted(path, [name.upper() for name in names])
        columns = {names[at]: column for column, at in wanted.items()}
        for batch in file.iter_batches(columns=list(columns)):
            frame = batch.to_pandas().rename(columns=columns)
            yield frame.astype("object").where(frame.notna(), "").astype("str").apply(_stripped), 0
    except (OSError, pyarrow.ArrowException) as error:
        raise H1bError(f"{path.name} is not a parquet file that can be read.") from error


def _frame(batch: Batch) -> pd.DataFrame:
    return pd.DataFrame(batch.columns, dtype="str")


@cache
def _names() -> dict[str, str]:
    with (Path(__file__).resolve().parent / "h1b_columns.csv").open(encoding="utf-8", newline="") as file:
        return {row["name"]: row["column"] for row in csv.DictReader(file)}


def _wanted(path: Path, header: list[str]) -> dict[str, int]:
    """Where each of our columns stands; the first of several names for one column counts."""
    found: dict[str, int] = {}
    for at, name in enumerate(header):
        if name in _names():
            found.setdefault(_names()[name], at)
    missing = [name for name, column in _names().items() if column in _NEEDED and column not in found]
    if missing:
        raise H1bError(
            f"{path.name} is not a disclosure file of Labor Condition Applications: it lacks "
            f"{missing[0]}. The Department of Labor's own has EMPLOYER_NAME, JOB_TITLE, SOC_CODE, "
            "WAGE_RATE_OF_PAY_FROM, WAGE_UNIT_OF_PAY and WORKSITE_STATE."
        )
    return found


def _blank(batch: pd.DataFrame) -> pd.Series[str]:
    return pd.Series("", index=batch.index, dtype="str")


def _spaced(texts: pd.Series[str]) -> pd.Series[str]:
    return texts.str.replace(r"\s+", " ", regex=True).str.strip()


def _mapped(texts: pd.Series[str], table: dict[str, float]) -> pd.Series[float]:
    return texts.map(table).astype("float64")


def _stripped(texts: pd.Series[str]) -> pd.Series[str]:
    return texts.str.strip()


def _each(texts: pd.Series[str], function: Callable[[str], str]) -> pd.Series[str]:
    """Apply a function of one text, once for each distinct text."""
    return texts.map({text: function(text) for text in texts.unique()}).astype("str")


def _amount(texts: pd.Series[str]) -> pd.Series[float]:
    plain = texts.str.replace(r"[$,]", "", regex=True)
    return pd.to_numeric(plain, errors="coerce").astype("float64")


def _state(text: str) -> str:
    """Id of a state by its code or its name, "" for what is none."""
    code = gazetteer.state_names().get(gazetteer.key(text[:60]), text.upper())
    return gazetteer.states().get(code, "")


def _years(batch: pd.DataFrame, otherwise: int) -> pd.Series[int]:
    """The fiscal year of the decision ("2023-10-02", "10/2/2023"): October belongs to the next."""
    if "decided" not in batch:
        return pd.Series(otherwise, index=batch.index, dtype="int64")
    day = batch["decided"].str.extract(_DAY).astype("Float64")
    month = day["month"].fillna(day["us_month"])
    year = day["year"].fillna(day["us_year"]) + month.ge(_FISCAL_YEAR_STARTS)
    return year.fillna(otherwise).astype("int64")


def _repeated(cases: pd.Series[str], seen: set[str]) -> pd.Series[bool]:
    repeated = cases.ne("") & (cases.duplicated() | cases.isin(seen))
    seen.update(cases)
    return repeated


def _far_from_prevailing(batch: pd.DataFrame, wage: pd.Series[float]) -> pd.Series[bool]:
    if "prevailing" not in batch or "prevailing_unit" not in batch:
        return pd.Series(data=False, index=batch.index)
    prevailing = _amount(batch["prevailing"]) * _mapped(batch["prevailing_unit"].str.lower(), UNITS)
    ratio = wage / prevailing.where(prevailing.gt(0))
    return ratio.notna() & ~ratio.between(_LEAST_OF_PREVAILING, _MOST_OF_PREVAILING)
