"""Job postings from files: which file holds what, read a part at a time.

Known are the CSVs of two collectors, plain CSV and JSONL with the columns named in `PLAIN`, and the
JSONL that `parley data fetch` writes. A part is small enough to hand to another process.
"""

from __future__ import annotations

import hashlib
import json
import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pandas as pd

from data.sources.frames import Crawl, crawl

PART_ROWS: Final = 50_000
PART_BYTES: Final = 16_000_000
ENDINGS: Final = (".csv", ".jsonl")
LONGEST_TITLE: Final = 300
LONGEST_LOCATION: Final = 4_000

NOT_JSON: Final = "a line that is no JSON object"
NAMELESS: Final = "no title or no employer"
LONG_TITLE: Final = f"a title of more than {LONGEST_TITLE} characters"

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

_WORDS: Final = ("source", "employer", "title", "published", "first_seen", "last_seen")
# "$64K-$147K": rounded to thousands by the collector, so half a thousand either way agrees.
_THOUSANDS = re.compile(r"\$(\d{1,6})K-\$(\d{1,6})K")
_ROUNDING = 501.0
# A posting's own page names its board and job: the same posting in two collections is one.
_PAGES = (
    (re.compile(r"greenhouse\.io/(?:embed/job_app\?for=)?([^/?&#]+)/jobs/(\d+)"), "greenhouse"),
    (re.compile(r"jobs\.lever\.co/([^/?&#]+)/([0-9a-f-]{36})"), "lever"),
    (re.compile(r"jobs\.ashbyhq\.com/([^/?&#]+)/([0-9a-f-]{36})"), "ashby"),
)


class PostingsError(ValueError):
    """The file is not one of the shapes known here; the message says which are."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a file: rows of a CSV as text, or lines of JSON as they stand."""

    name: str
    rows: pd.DataFrame | None = None
    lines: bytes = b""


def files(paths: Iterable[Path]) -> list[Path]:
    """The files meant: a folder stands for every CSV and JSONL in it, in order of their names.

    Raises:
        PostingsError: a path is not there, or a folder holds nothing to read.
    """
    found: list[Path] = []
    for path in paths:
        held = (each for each in path.rglob("*") if each.suffix in ENDINGS)
        inside = sorted(held) if path.is_dir() else [path]
        if not inside or not path.exists():
            raise PostingsError(
                f"{path.name} holds no postings: give a .csv or .jsonl file, or a folder of them."
            )
        found += inside
    return found


def parts(path: Path) -> Iterator[Part]:
    """Cut one file into parts.

    Raises:
        PostingsError: the file is missing, is neither CSV nor JSONL, or has other columns.
    """
    try:
        if path.suffix == ".jsonl":
            with path.open("rb") as file:
                while lines := file.readlines(PART_BYTES):
                    yield Part(path.name, lines=b"".join(lines))
            return
        with pd.read_csv(
            path,
            dtype=str,
            keep_default_na=False,
            encoding="utf-8",
            encoding_errors="replace",
            chunksize=PART_ROWS,
        ) as chunks:
            for number, chunk in enumerate(chunks):
                if not number:
                    _reader(path.name, chunk)
                yield Part(path.name, rows=chunk)
    except PostingsError:
        raise
    except (OSError, ValueError) as error:
        raise PostingsError(f"{path.name} cannot be read as postings: {_why(error)}.") from error


def read(part: Part) -> Crawl:
    """Read one part.

    Raises:
        PostingsError: the columns are none of the known sets.
    """
    if part.rows is None:
        return _lines(part.lines)
    return _sound(_reader(part.name, part.rows)(part.rows))


def _reader(name: str, rows: pd.DataFrame) -> Callable[[pd.DataFrame], Crawl]:
    for needed, reader in _READERS:
        if needed <= set(rows.columns):
            return reader
    if not {"employer", "title", "location"} - set(_plainly(rows).columns):
        return _plain
    known = "; ".join(", ".join(sorted(needed)) for needed, _ in _READERS)
    raise PostingsError(
        f"{name} has none of the known sets of columns: employer, title and location; or {known}."
    )


def _boards(raw: pd.DataFrame) -> Crawl:
    """Public boards, with the board's own numbers."""
    postings = pd.DataFrame(
        {
            "id": raw["id"],
            "source": raw["source"],
            "employer": raw["company"],
            "title": raw["title"],
            "location": raw["location"],
            "published": raw["published_at"],
            "first_seen": raw["first_seen"],
            "skills_read": raw["skills_read"].eq("True"),
            "skills": raw["skills"],
        }
    )
    return crawl(
        postings,
        pd.DataFrame(
            {
                "posting": range(len(raw)),
                "low": raw["salary_min"],
                "high": raw["salary_max"],
                "currency": raw["salary_currency"],
                "interval": raw["salary_interval"],
            }
        ),
    )


def _agencies(raw: pd.DataFrame) -> Crawl:
    """Agencies, where pay is the posted words beside the collector's reading of them.

    The file has no licence, so no band of an employer's may be shown from it. It names no
    currency: the words say "$", which is US dollars only where the place is in the US.
    """
    low = pd.to_numeric(raw["comp_min"], errors="coerce")
    high = pd.to_numeric(raw["comp_max"], errors="coerce")
    words = raw["comp"].str.extract(_THOUSANDS.pattern).apply(pd.to_numeric, errors="coerce") * 1000
    agrees = (words[0] - low).abs().lt(_ROUNDING) & (words[1] - high).abs().lt(_ROUNDING)
    shown = raw["comp"].ne("")
    postings = pd.DataFrame(
        {
            "id": raw["id"],
            "source": raw["source"],
            "employer": raw["company"],
            "title": raw["title"],
            # Some rows name a place only in the column of countries.
            "location": raw["location"].where(raw["location"].ne(""), raw["country"]),
            "published": raw["posted"],
            "first_seen": raw["first_seen"],
            "misread": shown & ~agrees,
            "agency": True,
            "licensed": False,
        }
    )
    ranges = pd.DataFrame(
        {
            "posting": range(len(raw)),
            "low": low,
            "high": high,
            "currency": shown.map({True: "USD", False: ""}),
            "interval": shown.map({True: "year", False: ""}),
        }
    )
    return crawl(postings, ranges)


def _plain(raw: pd.DataFrame) -> Crawl:
    """A plain table: the columns of `PLAIN`, of which employer, title and location are needed."""
    named = _plainly(raw).reset_index(drop=True)
    postings = named.drop(columns=["low", "high", "currency", "interval", "url"], errors="ignore")
    blank = pd.Series([""] * len(named), dtype="object")
    if "url" in named or "id" not in named or named["id"].eq("").any():
        rows = named.itertuples(index=False, name=None)
        told = zip(named.get("url", blank), named.get("id", blank), rows, strict=True)
        postings["id"] = [_id(url, given, row) for url, given, row in told]
    if "source" not in postings:
        postings["source"] = "file"
    if "skills" in postings:
        postings["skills_read"] = postings["skills"].ne("")
    if "description" in postings:
        postings["description"] = postings["description"].where(postings["description"].ne(""), None)
    pay = {name: named.get(name, blank) for name in ("low", "high", "currency", "interval")}
    return crawl(postings, pd.DataFrame({"posting": range(len(named)), **pay}))


def _plainly(raw: pd.DataFrame) -> pd.DataFrame:
    """The columns under their plain names."""
    names = {}
    for name, others in PLAIN.items():
        found = next((each for each in (name, *others) if each in raw.columns), None)
        if found:
            names[found] = name
    return raw.loc[:, list(names)].rename(columns=names)


def _lines(lines: bytes) -> Crawl:
    """JSON objects: postings as `parley data fetch` writes them, or plain ones."""
    postings: list[dict[str, Any]] = []
    ranges: list[dict[str, Any]] = []
    dropped: Counter[str] = Counter()
    for line in lines.splitlines():
        if not line.strip():
            continue
        try:
            told = json.loads(line)
        except (ValueError, RecursionError):
            told = None
        if not isinstance(told, dict):
            dropped[NOT_JSON] += 1
            continue
        row, pay = _object(told)
        ranges += [{**each, "posting": len(postings)} for each in pay]
        postings.append(row)
    columns = ["posting", "low", "high", "currency", "interval", "zone", "kind"]
    read_in = pd.DataFrame(postings, columns=None if postings else ["id"])
    return _sound(crawl(read_in, pd.DataFrame(ranges, columns=columns), dropped))


def _object(told: Mapping[str, Any]) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    plain = {
        name: next((told[each] for each in (name, *others) if told.get(each) is not None), None)
        for name, others in PLAIN.items()
    }
    where, skills, text = plain["location"], plain["skills"], plain["description"]
    row = {
        **{name: _word(plain[name]) for name in _WORDS},
        "location": "; ".join(map(_word, where)) if isinstance(where, list) else _word(where),
        "remote": told.get("remote") is True,
        "id": _id(_word(plain["url"]), _word(plain["id"]), tuple(sorted(map(str, told.items())))),
        "description": _word(text) if isinstance(text, str) else None,
        "skills_read": skills is not None,
        "skills": ";".join(map(_word, skills)) if isinstance(skills, list) else _word(skills),
    }
    pay = told.get("pay")
    if isinstance(pay, list):
        return row, [
            {**_pay(each), "zone": _word(each.get("zone")), "kind": _word(each.get("kind"))}
            for each in pay
            if isinstance(each, dict)
        ]
    return row, [{**_pay(plain), "zone": "", "kind": "base"}]


def _pay(told: Mapping[str, Any]) -> dict[str, Any]:
    """The figures of a range, whatever stands where a number should: what is none is missing."""
    interval = told.get("period") or told.get("interval")
    return {
        "low": _figure(told.get("low")),
        "high": _figure(told.get("high")),
        "currency": _word(told.get("currency")),
        "interval": _word(interval),
    }


def _figure(told: object) -> float | None:
    try:
        figure = float(told) if isinstance(told, int | float | str) else math.nan
    except (ValueError, OverflowError):
        return None
    return figure if math.isfinite(figure) else None


def _word(told: object) -> str:
    """Text where text or a number was told; half a surrogate pair, which no table can hold, becomes "?"."""
    if isinstance(told, bool) or not isinstance(told, str | int | float):
        return ""
    return str(told).encode("utf-8", "replace").decode("utf-8")


def _id(url: str, given: str, row: tuple[object, ...]) -> str:
    """The posting's id: what its page says, else what it was given, else a digest of the row."""
    for page, source in _PAGES:
        if found := page.search(url):
            return f"{source}:{found[1].lower()}:{found[2]}"
    return given or hashlib.sha256(repr(row).encode("utf-8", "replace")).hexdigest()[:16]


def _sound(read_in: Crawl) -> Crawl:
    """Drop rows that name no job or no employer, and cut what is far longer than any real one."""
    postings = read_in.postings
    nameless = postings["title"].eq("") | postings["employer"].eq("")
    long = postings["title"].str.len().gt(LONGEST_TITLE)
    dropped = Counter(read_in.dropped)
    dropped.update({NAMELESS: int(nameless.sum()), LONG_TITLE: int((long & ~nameless).sum())})
    kept = ~(nameless | long)
    postings["location"] = postings["location"].str.slice(0, LONGEST_LOCATION)
    if not kept.all():
        number = kept.cumsum() - 1
        ranges = read_in.ranges[kept.to_numpy()[read_in.ranges["posting"].to_numpy()]]
        ranges = ranges.assign(posting=number.to_numpy()[ranges["posting"].to_numpy()])
        read_in = Crawl(postings[kept].reset_index(drop=True), ranges.reset_index(drop=True), {})
    return Crawl(read_in.postings, read_in.ranges, {reason: n for reason, n in dropped.items() if n})


def _why(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    return "it is no table of text"


_READERS: Final[tuple[tuple[frozenset[str], Callable[[pd.DataFrame], Crawl]], ...]] = (
    (
        frozenset(
            {"id", "source", "company", "title", "location", "published_at", "first_seen", "salary_currency",
             "salary_min", "salary_max", "salary_interval", "skills_read", "skills"}
        ),
        _boards,
    ),
    (
        frozenset(
            {"id", "source", "company", "title", "location", "country", "comp", "comp_min", "comp_max",
             "posted", "first_seen"}
        ),
        _agencies,
    ),
)  # fmt: skip
