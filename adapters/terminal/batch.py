"""Files in, a line of JSON each out: `parley extract` and `parley data classify`."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from adapters.terminal.safe import clean

if TYPE_CHECKING:
    from bot.offers.documents import Document

_COLUMNS = ("title", "location")


def extracted(files: Iterable[Path]) -> Iterator[dict[str, Any]]:
    """The offers of each file: `{"id": file stem, "offers": [...]}`.

    With "error" where a file cannot be read, and "note" where a part of it was left unread.
    """
    from bot.offers.as_json import offer_json  # noqa: PLC0415
    from bot.offers.documents.offers import offers_in  # noqa: PLC0415

    for file in files:
        line: dict[str, Any] = {"id": file.stem, "offers": []}
        opened = _opened(file)
        if isinstance(opened, str):
            line["error"] = opened
        else:
            _, found = offers_in(opened)
            line["offers"] = [offer_json(offer) for offer in found.offers]
            if opened.unread and not found.offers:
                line["error"] = _why(opened.unread[0], attached=True)
            elif left_out := _left_out(opened):
                line["note"] = left_out
        yield line


def _opened(file: Path) -> Document | str:
    """A file's words, or in one sentence why there are none."""
    from bot.offers.documents import LARGEST, Unreadable, read_document  # noqa: PLC0415

    try:
        if file.stat().st_size > LARGEST:
            return _why("too_large")
        found = read_document(file.name, "", file.read_bytes())
    except OSError as error:
        return f"cannot be read: {(error.strerror or type(error).__name__).lower()}"
    return _why(found.reason) if isinstance(found, Unreadable) else found


def _left_out(document: Document) -> str:
    """What of a file was left unread, in words; "" where it was read whole."""
    from bot.heard import unread_of  # noqa: PLC0415

    return clean(unread_of(document)).replace("*", "").replace("\n", " ")


def _why(reason: str, *, attached: bool = False) -> str:
    from bot.voice import render  # noqa: PLC0415

    said = render("cannot_read_file", reason=reason, attached=attached)
    return clean(said.partition("\n")[0])


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
