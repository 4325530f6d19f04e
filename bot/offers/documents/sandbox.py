"""The parent's side of the child process: start it, feed it, wait no longer than is fair."""

from __future__ import annotations

import json
import os
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, Final

from bot.offers.documents.document import CHARACTERS, Document, Reason, Unreadable

SECONDS: Final = 10.0
"""How long one file may take, by the clock."""
PROCESSOR_SECONDS: Final = 8
MEMORY: Final = 768 * 2**20
"""Bytes of address space of the child."""
AT_ONCE: Final = max(2, min(4, os.cpu_count() or 1))
"""Files read at once by one process of ours."""
QUEUED_SECONDS: Final = 20.0
"""How long a file may wait for its turn."""

_ANSWER: Final = 12 * CHARACTERS + 65_536  # bytes: every letter escaped, and a little around them
_PASSED_ON: Final = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
_turns = threading.BoundedSemaphore(AT_ONCE)


def read_apart(kind: str, content: bytes) -> Document | Unreadable:
    """Read a file in a process of its own.

    `kind` names the reader: "pdf", "zip" (DOCX), "html" or "mail". Never raises for what the file holds.

    Raises:
        OSError: no process could be started.
    """
    if not _turns.acquire(timeout=QUEUED_SECONDS):
        return Unreadable("busy")
    try:
        return _answer(*_run(kind, content))
    finally:
        _turns.release()


def _run(kind: str, content: bytes) -> tuple[bytes, int, bool]:
    """What the child wrote, its exit code, and whether it was stopped for taking too long."""
    import subprocess  # noqa: PLC0415 - most turns bring no file

    # Isolated, with our own search path: no setting, token or startup file of ours is in there.
    code = (
        f"import sys; sys.path[:] = {_search_path()!r}\n"
        "from bot.offers.documents.child import main\n"
        f"main({kind!r}, {MEMORY}, {PROCESSOR_SECONDS})"
    )
    late = threading.Event()
    with subprocess.Popen(  # noqa: S603 - our own interpreter and code; the file goes in by a pipe
        [sys.executable, "-I", "-S", "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={name: os.environ[name] for name in _PASSED_ON if name in os.environ},
        cwd=os.sep,
    ) as child:

        def stop() -> None:
            late.set()
            child.kill()

        clock = threading.Timer(SECONDS, stop)
        clock.daemon = True
        clock.start()
        try:
            written = _exchange(child.stdin, child.stdout, content)
        finally:
            clock.cancel()
            child.kill()
            child.wait()
    return written, child.returncode, late.is_set()


def _exchange(into: IO[bytes] | None, out: IO[bytes] | None, content: bytes) -> bytes:
    """Hand the file over and take the answer. The child reads all before it writes, so neither waits."""
    if into is None or out is None:
        raise OSError("the child has no pipes")
    with suppress(BrokenPipeError):
        into.write(content)
    with suppress(BrokenPipeError):
        into.close()
    return out.read(_ANSWER)


def _answer(written: bytes, code: int, late: bool) -> Document | Unreadable:
    if late:
        return Unreadable("too_heavy")
    try:
        answer: dict[str, Any] = json.loads(written)
        if "unreadable" in answer:
            return Unreadable(answer["unreadable"])
        fields = answer["document"]
        for name in ("texts", "earlier", "unread"):
            fields[name] = tuple(fields[name])
        return Document(**fields)
    except (ValueError, KeyError, TypeError):
        return Unreadable(_ended(code))


def _ended(code: int) -> Reason:
    """What an end without an answer means: out of time, or a parser that fell over."""
    import signal  # noqa: PLC0415

    # Which of the two a spent limit sends depends on the system.
    spent = -code in {getattr(signal, name, None) for name in ("SIGXCPU", "SIGKILL")}
    return "too_heavy" if spent else "damaged"


def _search_path() -> list[str]:
    """Where the child finds Parley and the libraries: as here, with relative places made whole."""
    here = str(Path(__file__).resolve().parents[3])
    found = [str(Path(place or ".").resolve()) for place in sys.path]
    return list(dict.fromkeys([here, *found]))
