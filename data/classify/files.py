"""Files of postings, one line of findings for each posting."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from data.classify.pay import read_pay
from data.posting import Range

LARGEST_FILE: Final = 10_000_000  # bytes
_LINES: Final = frozenset({".jsonl", ".ndjson"})


def pay_lines(paths: Iterable[Path]) -> Iterator[dict[str, Any]]:
    """Read the pay in files of posting text.

    Args:
        paths: text files, one posting each, or `.jsonl` files of objects with `description` or `text`.

    Yields:
        `{"id", "pay": [{"low", "high", "currency", "period", "zone", "kind"}]}` a posting; the id is
        the file's stem, in a `.jsonl` the object's `job_key` or `id`, else its line number. What cannot
        be read, or is over 10 MB, gives `{"id", "error"}` in its place; nothing is raised.
    """
    for path in paths:
        yield from _read(path)


def _read(path: Path) -> Iterator[dict[str, Any]]:
    try:
        if path.stat().st_size > LARGEST_FILE:
            yield {"id": path.stem, "error": f"larger than {LARGEST_FILE // 1_000_000} MB"}
            return
        text = path.read_text(encoding="utf-8", errors="replace")
    except (OSError, ValueError) as error:
        yield {"id": path.stem, "error": f"cannot be read: {type(error).__name__}"}
        return
    if path.suffix.lower() not in _LINES:
        yield {"id": path.stem, "pay": [_plain(pay) for pay in read_pay(text)]}
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield _posting(line, number)


def _posting(line: str, number: int) -> dict[str, Any]:
    try:
        told = json.loads(line)
    except (ValueError, RecursionError):
        return {"id": str(number), "error": "not a JSON object"}
    if not isinstance(told, Mapping):
        return {"id": str(number), "error": "not a JSON object"}
    named = told.get("job_key") or told.get("id") or number
    text = next((told[key] for key in ("description", "text") if isinstance(told.get(key), str)), None)
    if text is None:
        return {"id": str(named), "error": "no description"}
    return {"id": str(named), "pay": [_plain(pay) for pay in read_pay(text)]}


def _plain(pay: Range) -> dict[str, Any]:
    return {
        "low": _number(pay.low),
        "high": _number(pay.high),
        "currency": pay.currency,
        "period": pay.period,
        "zone": pay.zone,
        "kind": pay.kind,
    }


def _number(value: float | None) -> float | int | None:
    return int(value) if value is not None and value.is_integer() else value
