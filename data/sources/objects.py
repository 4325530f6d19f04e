"""Lines of JSON: postings as `parley data fetch` writes them, or plain ones; hostile ones are told apart."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Mapping
from typing import Any, Final

import pandas as pd

from data.sources.frames import Crawl, crawl
from data.sources.plain import BESIDE_CITY, PLAIN, city_alone, plain_name, posting_id

NOT_JSON: Final = "a line that is no JSON object"

_WORDS: Final = ("source", "employer", "title", "published", "first_seen", "last_seen")


def read(lines: bytes) -> Crawl:
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
    return crawl(read_in, pd.DataFrame(ranges, columns=columns), dropped)


def _object(written: Mapping[str, Any]) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    # Of two keys that read alike the one that is plain already counts.
    told = {**{plain_name(key): value for key, value in written.items()}, **written}
    plain = {
        name: next((told[each] for each in (name, *others) if told.get(each) is not None), None)
        for name, others in PLAIN.items()
    }
    where, skills, text = plain["location"], plain["skills"], plain["description"]
    if city_alone(told):
        where = ", ".join(filter(None, (_word(where), *(_word(told.get(each)) for each in BESIDE_CITY))))
    row = {
        **{name: _word(plain[name]) for name in _WORDS},
        "location": "; ".join(map(_word, where)) if isinstance(where, list) else _word(where),
        "remote": told.get("remote") is True,
        "id": posting_id(
            _word(plain["url"]),
            _word(plain["id"]),
            _word(plain["employer"]),
            tuple(sorted(map(str, written.items()))),
        ),
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
