"""Logs without a person's words: what the Discord library says below INFO is dropped at the source.

At DEBUG the library logs every gateway event and every request body, an offer pasted into a form
among them. A level can be lowered by whoever runs the process, a filter on the logger cannot.
"""

from __future__ import annotations

import logging
import secrets
from pathlib import Path
from types import TracebackType

_log = logging.getLogger(__name__)


def _says_enough(record: logging.LogRecord) -> bool:
    return record.levelno >= logging.INFO


def hush() -> None:
    """Install the filter on every logger of the Discord library (once, however often called)."""
    names = [name for name in logging.root.manager.loggerDict if name.split(".")[0] == "discord"]
    for name in (*names, "discord"):
        # The same function object each time: logging keeps one filter once.
        logging.getLogger(name).addFilter(_says_enough)


def _steps(trace: TracebackType | None) -> str:
    """Where an error came from, as "file:line" from the outside in: no values, no messages."""
    steps = []
    while trace is not None:
        code = trace.tb_frame.f_code
        steps.append(f"{Path(code.co_filename).name}:{trace.tb_lineno}")
        trace = trace.tb_next
    return " > ".join(steps[-8:])


def report(what: str, error: BaseException) -> str:
    """Log an error by kind and place, never by its message, which may quote what was said.

    Returns:
        A short reference that stands in the log line and may be shown to the person.
    """
    reference = secrets.token_hex(4)
    cause = error.__cause__
    kind = type(error).__name__ + (f" from {type(cause).__name__}" if cause else "")
    _log.error("%s failed, reference %s: %s at %s", what, reference, kind, _steps(error.__traceback__))
    return reference
