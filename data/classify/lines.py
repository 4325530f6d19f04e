"""A line of findings for each posting: what `parley data pay` and `parley data ai` print."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from data.classify.ai import read_ai
from data.classify.ai_text import LONGEST_TEXT, title_of
from data.classify.files import texts
from data.classify.pay import read_pay
from data.posting import Range

# "Software Engineer at Harbor AI": who hires is not part of the title.
_EMPLOYER: Final = re.compile(r"\s(?:at|@|bei|chez)\s.*", re.DOTALL)


def pay_lines(paths: Iterable[Path]) -> Iterator[dict[str, Any]]:
    """Read the pay in files of posting texts.

    Yields:
        `{"id", "pay": [{"low", "high", "currency", "period", "zone", "kind"}]}` a posting, and `error`
        where it could not be read.
    """
    for text in texts(paths):
        found = {"id": text.id, "pay": [_plain(pay) for pay in read_pay(text.text)]}
        yield found | {"error": text.error} if text.error else found


def ai_lines(paths: Iterable[Path]) -> Iterator[dict[str, str]]:
    """Read what files of posting texts ask of AI.

    Yields:
        `{"id", "ai": "required" | "preferred" | "none"}` a posting; `error` instead of `ai` where it
        could not be read.
    """
    for text in texts(paths):
        if text.error:
            yield {"id": text.id, "error": text.error}
        else:
            words = text.text[:LONGEST_TEXT]
            title = _EMPLOYER.sub("", title_of(words)) if text.title is None else text.title
            yield {"id": text.id, "ai": read_ai(title, words, None)}


def _plain(pay: Range) -> dict[str, Any]:
    return {
        "low": _number(pay.low),
        "high": _number(pay.high),
        "currency": pay.currency,
        "period": pay.period,
        "zone": pay.zone,
        "kind": pay.kind,
    }


def _number(amount: float | None) -> float | int | None:
    return int(amount) if amount is not None and amount.is_integer() else amount
