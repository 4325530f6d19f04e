"""Files named at the terminal: `/offer letter.pdf`, or a file dragged into the window.

Only here is a name looked up on this machine, for only here is the person the machine's own user.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from adapters.refused import refused
from bot.offers.documents import LARGEST
from bot.turn import Reply, Uploaded

_COMMAND: Final = re.compile(r"/offer\s+(?=\S)", re.IGNORECASE)
_LONGEST: Final = 1_024
_LETTERS: Final = (".pdf", ".docx", ".eml", ".html", ".htm", ".txt")
_OTHERS: Final = (".doc", ".rtf", ".odt", ".pages", ".msg", ".png", ".jpg", ".jpeg", ".heic", ".zip", ".xlsx")
_PLACED: Final = ("/", "~", "./", "../", "'", '"', "file://")


def handed_over(text: str) -> Uploaded | Reply | None:
    """The file that words name, or what to say where it cannot be had; None where they name none."""
    words = text.strip()
    command = _COMMAND.match(words)
    if command is None and not words.startswith(_PLACED):
        return None
    name = words[command.end() :] if command else words
    if not 0 < len(name) <= _LONGEST or "\n" in name:
        return None
    path = _path(name)
    if path is None or path.suffix.lower() not in _LETTERS + _OTHERS:
        return None
    if not path.is_file():
        alone = command is not None and len(name.split()) == 1
        return refused("missing") if alone else None
    return read(path)


def read(path: Path) -> Uploaded | Reply:
    """A file's bytes, its size looked at first."""
    try:
        if path.stat().st_size > LARGEST:
            return refused("too_large")
        return Uploaded(path.name, "", path.read_bytes())
    except FileNotFoundError:
        return refused("missing")
    except OSError:
        return refused("no_access")


def _path(name: str) -> Path | None:
    """A path as a person or a terminal writes it: in quotes, with escaped blanks, from the home folder."""
    if name[0] in "'\"" and name.endswith(name[0]) and len(name) > 2:  # noqa: PLR2004
        name = name[1:-1]
    else:
        name = re.sub(r"\\([ ()'&\[\]])", r"\1", name.removeprefix("file://"))
    try:
        return Path(name).expanduser()
    except (RuntimeError, ValueError):
        return None
