"""Files of postings' texts, one after the other: a text file is one posting, a `.jsonl` many."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Final

LARGEST: Final = 10_000_000  # bytes of a text file, or of one line of a `.jsonl`
LINES: Final = frozenset({".jsonl", ".ndjson"})
_TABLES: Final = frozenset({".csv", ".tsv", ".xlsx", ".parquet"})
_CHUNK: Final = 1_000_000  # bytes


@dataclass(frozen=True, slots=True)
class Text:
    """A posting's text; `title` is None where the text may begin with it. `error` says why there is none.

    `id` is the file's stem, in a `.jsonl` the object's `job_key` or `id`, else its line number.
    """

    id: str
    text: str = ""
    title: str | None = None
    error: str = ""


def texts(paths: Iterable[Path]) -> Iterator[Text]:
    """Read text files, and the `description` or `text` of the objects in `.jsonl` files.

    What cannot be read, or is over 10 MB, comes with its `error`; nothing is raised.
    """
    for path in paths:
        name = path.stem or str(path)
        if path.suffix.lower() in _TABLES:
            yield Text(name, error="is a table of postings: give a text file each, or a .jsonl of them")
            continue
        try:
            with path.open("rb") as file:
                if path.suffix.lower() in LINES:
                    yield from _postings(file)
                else:
                    yield _whole(name, file.read(LARGEST + 1))
        except (OSError, ValueError) as error:
            why = error.strerror if isinstance(error, OSError) and error.strerror else type(error).__name__
            yield Text(name, error=f"cannot be read: {why.lower()}")


def _whole(name: str, raw: bytes) -> Text:
    if len(raw) > LARGEST:
        return Text(name, error=_too_large())
    return Text(name, raw.decode("utf-8-sig", errors="replace"))


def _postings(file: BinaryIO) -> Iterator[Text]:
    number = 0
    while raw := file.readline(LARGEST + 1):
        number += 1
        if len(raw) > LARGEST:
            while raw and not raw.endswith(b"\n"):
                raw = file.readline(_CHUNK)
            yield Text(str(number), error=_too_large())
        elif raw.strip():
            yield _posting(raw, number)


def _posting(raw: bytes, number: int) -> Text:
    try:
        told = json.loads(raw.decode("utf-8-sig", errors="replace"))
    except (ValueError, RecursionError):
        told = None
    if not isinstance(told, Mapping):
        return Text(str(number), error="not a JSON object")
    named = str(told.get("job_key") or told.get("id") or number)
    text = _string(told, "description", "text")
    if text is None:
        return Text(named, error="no description")
    return Text(named, text, _string(told, "title") or "")


def _string(told: Mapping[str, Any], *keys: str) -> str | None:
    return next((told[key] for key in keys if isinstance(told.get(key), str)), None)


def _too_large() -> str:
    return f"larger than {LARGEST // 1_000_000} MB"
