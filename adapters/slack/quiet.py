"""Loggers for Bolt and Slack's SDK that cannot repeat what a person wrote.

Both log request bodies: Bolt the whole body at INFO when a signature is bad and at WARNING
when nothing handles a request, the SDK every payload at DEBUG. Levels alone do not help a
deployment that turns DEBUG on, so the words themselves are taken out of every record.
"""

from __future__ import annotations

import logging

from slack_sdk.errors import SlackApiError

log = logging.getLogger("parley.slack")
_SDK = "parley.slack.sdk"


class Wordless(logging.Filter):
    """Replaces a record's message, arguments and traceback by where it came from and the error's kind."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the record in place and let it through."""
        error = record.exc_info[1] if record.exc_info else None
        record.msg = f"{record.module}.{record.funcName}, line {record.lineno}" + (
            f": {kind(error)}" if error is not None else ""
        )
        record.args = ()
        record.exc_info = None
        record.exc_text = None
        record.stack_info = None
        return True


def kind(error: BaseException) -> str:
    """An error's class, and Slack's own error code where it has one; never its message."""
    name = type(error).__name__
    code = slack_code(error)
    return f"{name} ({code})" if code else name


def slack_code(error: BaseException) -> str:
    """Slack's error code ("invalid_auth"), or "" where there is none."""
    if not isinstance(error, SlackApiError):
        return ""
    try:
        code = str(error.response["error"])
    except (KeyError, TypeError, ValueError):
        return ""
    return code if code.isascii() and code.replace("_", "").isalnum() else ""


def sdk_logger() -> logging.Logger:
    """The logger to hand to Bolt and the SDK: warnings and worse, wordless at any level.

    Bolt copies its level and filter onto each logger it makes. The SDK's module loggers are
    covered as well, for what is logged without asking for a logger.
    """
    wordless = Wordless()
    logger = logging.getLogger(_SDK)
    if not logger.filters:
        logger.addFilter(wordless)
    if logger.level == logging.NOTSET:
        logger.setLevel(logging.WARNING)
    for name in list(logging.root.manager.loggerDict):
        if name.startswith(("slack_sdk", "slack_bolt")):
            other = logging.getLogger(name)
            if not any(isinstance(each, Wordless) for each in other.filters):
                other.addFilter(wordless)
    return logger
