"""Files of postings, one line of what each asks of AI."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO, Final

from data.classify.ai import read_ai
from data.classify.ai_text import LONGEST_TEXT, title_of

LARGEST: Final = 10_000_000  # bytes of a text file, or of one line of a `.jsonl`
_LINES: Final = frozenset({".jsonl", ".ndjson"})
_CHUNK: Final = 1_000_000  # bytes
# "Software Engineer at Harbor AI": who hires is not part of the title.
_EMPLOYER = re.compile(r"\s(?:at|@|bei|chez)\s.*", re.DOTALL)


def ai_lines(paths: Iterable[Path]) -> Iterator[dict[str, str]]:
    """Read what files of posting text ask of AI.

    Args:
        paths: text files, one posting each, whose first line may be its title; or `.jsonl` files of
            objects with `title` and `description` or `text`.

    Yields:
        `{"id", "ai": "required" | "preferred" | "none"}` a posting; the id is the file's stem, in a
        `.jsonl` the object's `job_key` or `id`, else its line number. What cannot be read, or is over
        10 MB, gives `{"id", "error"}` in its place; nothing is raised.
    """
    for path in paths:
        try:
            with path.open("rb") as file:
                if path.suffix.lower() in _LINES:
                    yield from _postings(file)
                else:
                    yield _text(path.stem, file.read(LARGEST + 1))
        except (OSError, ValueError) as error:
            yield {"id": path.stem, "error": f"cannot be read: {type(error).__name__}"}


def _text(name: str, raw: bytes) -> dict[str, str]:
    if len(raw) > LARGEST:
        return {"id": name, "error": _too_large()}
    text = raw.decode("utf-8-sig", errors="replace")[:LONGEST_TEXT]
    return {"id": name, "ai": read_ai(_EMPLOYER.sub("", title_of(text)), text, None)}


def _postings(file: BinaryIO) -> Iterator[dict[str, str]]:
    number = 0
    while raw := file.readline(LARGEST + 1):
        number += 1
        if len(raw) > LARGEST:
            while raw and not raw.endswith(b"\n"):
                raw = file.readline(_CHUNK)
            yield {"id": str(number), "error": _too_large()}
        elif raw.strip():
            yield _posting(raw, number)


def _posting(raw: bytes, number: int) -> dict[str, str]:
    try:
        told = json.loads(raw.decode("utf-8-sig", errors="replace"))
    except (ValueError, RecursionError):
        told = None
    if not isinstance(told, Mapping):
        return {"id": str(number), "error": "not a JSON object"}
    named = str(told.get("job_key") or told.get("id") or number)
    text = _string(told, "description", "text")
    if text is None:
        return {"id": named, "error": "no description"}
    return {"id": named, "ai": read_ai(_string(told, "title") or "", text, None)}


def _string(told: Mapping[str, Any], *keys: str) -> str | None:
    return next((told[key] for key in keys if isinstance(told.get(key), str)), None)


def _too_large() -> str:
    return f"larger than {LARGEST // 1_000_000} MB"
