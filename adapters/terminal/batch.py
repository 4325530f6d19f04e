"""Files in, a line of JSON each out: `parley extract` and `parley data classify`."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click

_READ = (".txt",)
_COLUMNS = ("title", "location")


def extracted(files: Iterable[Path]) -> Iterator[dict[str, Any]]:
    """The offers of each file: `{"id": file stem, "offers": [...]}`, with "error" where it cannot be read."""
    from bot.offers.as_json import offer_json  # noqa: PLC0415
    from bot.offers.reader import read  # noqa: PLC0415

    for file in files:
        line: dict[str, Any] = {"id": file.stem, "offers": []}
        if file.suffix.casefold() not in _READ:
            line["error"] = f"{file.suffix or 'a file without ending'} cannot be read yet; save it as .txt"
        else:
            try:
                text = file.read_bytes().decode("utf-8-sig", "replace")
            except OSError as error:
                line["error"] = error.strerror or "cannot be read"
            else:
                line["offers"] = [offer_json(offer) for offer in read(text).offers]
        yield line


def classified(file: Path) -> Iterator[dict[str, Any]]:
    """Each row's title and location as read.

    Metro areas and states are shown names, countries ISO 3166 alpha-2.

    Raises:
        click.ClickException: the file lacks a column.
    """
    from bot.understand.places import place, read_location  # noqa: PLC0415
    from bot.understand.titles import read_title  # noqa: PLC0415

    with file.open(encoding="utf-8-sig", errors="replace", newline="") as lines:
        rows = csv.DictReader(lines)
        missing = [name for name in _COLUMNS if name not in (rows.fieldnames or ())]
        if missing:
            raise click.ClickException(f"{file.name} has no column {' and no column '.join(missing)}.")
        for row in rows:
            title, where = read_title(row["title"] or ""), read_location(row["location"] or "")
            yield {
                "title": row["title"] or "",
                "role": title.role,
                "level": title.level,
                "is_management": title.is_management,
                "places": [place(metro).name for metro in where.metros],
                "states": [place(state).name for state in where.states],
                "countries": list(where.countries),
                "remote": where.remote,
                "ai_title": title.ai,
            }
