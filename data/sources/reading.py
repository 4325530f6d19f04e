"""What every collector does alike: take outside JSON apart without trusting a word of it.

A collector never raises over a posting: what cannot be read is dropped, or kept without the part
that is broken, and either way said with a reason.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final, NamedTuple

from bot.understand.money import Amount, amounts
from data.posting import Kind, Posting, Range
from data.sources import markup, pay_labels

NO_LIST: Final = "the answer holds no list of postings"
NO_ID: Final = "posting without an id"
NO_TITLE: Final = "posting without a title"
UNREADABLE: Final = "posting that is not a JSON object"
REPEATED: Final = "posting listed twice"
CUT: Final = "description cut: longer than any real one"
NOT_A_NUMBER: Final = "pay that is no number"
ODD_PERIOD: Final = "pay for a period that is none of year, month, week, day, hour"
NOT_PAY: Final = "amount that is not base pay, on-target or total earnings"

_LONGEST_LINE: Final = 500  # characters of a title or one place; real ones have a fifth of it
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_LAST_SECOND: Final = 4_102_444_800  # the year 2100; what is larger counts milliseconds
_DAY: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_CURRENCY: Final = re.compile(r"[A-Z]{3}")
_THOUSANDS: Final = re.compile(r"(?<=\d)[\s,'’](?=\d{3}(?!\d))")
_UNCLEAR: Final = re.compile(r"\d,\d{1,2}(?!\d)")  # a decimal comma, or thousands cut short
_DOTTED: Final = re.compile(r"-?\d{1,3}(?:\.\d{3}){1,4}")

Drop = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Dropped:
    """What was left out and why. `id` is the posting's, or "" where the whole answer is meant."""

    id: str
    reason: str


class Read(NamedTuple):
    """What one answer of a board holds."""

    postings: list[Posting]
    dropped: list[Dropped]


def read_each(items: Any, one: Callable[[Mapping[str, Any], Drop], Posting | None]) -> Read:
    """Read a list of postings one by one; each id counts once.

    Args:
        items: the list as the board sent it, whatever it really is.
        one: reads a posting. It calls its second argument with the reason for whatever it leaves
            out, and returns None for a posting it leaves out whole.
    """
    if not isinstance(items, list):
        return Read([], [Dropped("", NO_LIST)])
    postings: dict[str, Posting] = {}
    dropped: list[Dropped] = []
    for item in items:
        reasons: list[str] = []
        posting = one(item, reasons.append) if isinstance(item, Mapping) else None
        if not isinstance(item, Mapping):
            reasons.append(UNREADABLE)
        elif posting is not None and not posting.id.rpartition(":")[2]:
            reasons, posting = [NO_ID], None
        elif posting is not None and not posting.title:
            reasons, posting = [NO_TITLE], None
        elif posting is not None and posting.id in postings:
            reasons, posting = [REPEATED], None
        if posting is not None:
            postings[posting.id] = posting
        named = posting.id if posting else text(mapping(item).get("id"))
        dropped.extend(Dropped(named, reason) for reason in reasons)
    return Read(list(postings.values()), dropped)


def mapping(value: Any) -> Mapping[str, Any]:
    """The JSON object, or an empty one."""
    return value if isinstance(value, Mapping) else {}


def listed(value: Any) -> list[Any]:
    """The JSON list, or an empty one."""
    return value if isinstance(value, list) else []


def text(value: Any) -> str:
    """One line of text from a string or a number; "" from anything else."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    if isinstance(value, float) and not math.isfinite(value):
        return ""
    try:
        written = str(value)
    except ValueError:  # Python writes out no number of more than 4,300 digits
        return ""
    return " ".join(markup.clean(written[: _LONGEST_LINE * 4]).split())[:_LONGEST_LINE]


def places(*values: Any) -> tuple[str, ...]:
    """Each place once, in the order given."""
    return tuple(dict.fromkeys(filter(None, map(text, values))))


def town(city: Any, region: Any, country: Any) -> str:
    """A place in one line; a country that is its own city ("Singapore, Singapore") is said once."""
    parts = [text(city), text(region), text(country)]
    if parts[2] in parts[:2]:
        parts.pop()
    return ", ".join(filter(None, parts))


def flag(value: Any) -> bool | None:
    """True or False where the board says so as JSON, else None."""
    return value if isinstance(value, bool) else None


def joined(parts: tuple[Any, ...], drop: Drop) -> str | None:
    """Paragraphs of a description, each HTML or plain text, as one plain text; None where all are empty."""
    read = [markup.plain(part) for part in parts if isinstance(part, str) and part.strip()]
    whole = "\n\n".join(part.text for part in read if part.text)
    if len(whole) > markup.LONGEST or any(part.cut for part in read):
        drop(CUT)
    return whole[: markup.LONGEST] or None


def day(value: Any) -> str:
    """The ISO day of an ISO time or of an epoch in seconds or milliseconds; "" where there is none."""
    if isinstance(value, bool):
        return ""
    if isinstance(value, int | float):
        return _epoch_day(value)
    match = _DAY.match(value.strip()[:40]) if isinstance(value, str) else None
    if not match:
        return ""
    try:
        return date(*map(int, match.groups())).isoformat()
    except ValueError:
        return ""


def _epoch_day(count: float) -> str:
    try:
        seconds = count / 1000 if count > _LAST_SECOND else count
        return (_EPOCH + timedelta(seconds=seconds)).date().isoformat() if seconds > 0 else ""
    except (OverflowError, ValueError):
        return ""


def number(value: Any) -> float | None:
    """A number, or the one amount a text says ("75000", "$75,000", "75.000", "75k"); None where none."""
    if isinstance(value, str):
        return _written_number(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        return float(value) if math.isfinite(value) else None
    except OverflowError:
        return None


def _written_number(value: str) -> float | None:
    written = _THOUSANDS.sub("", value.strip()[:40])
    if _DOTTED.fullmatch(written):
        return float(written.replace(".", ""))
    try:
        plain = float(written)
    except ValueError:
        one = amount_said(value[:80])
        return one.low if one is not None and one.low == one.high else None
    return plain if math.isfinite(plain) else None


def amount_said(words: str) -> Amount | None:
    """The amount or range of money that is all the numbers of some words; None for "Grade 7" or "12,5"."""
    said = amounts(words)
    if len(said) != 1 or _UNCLEAR.search(words):
        return None
    around = words[: said[0].start] + words[said[0].end :]
    beyond = any(character.isdigit() for character in around) or words[: said[0].start].strip() in {"-", "−"}
    return None if beyond or (said[0].bare and around.strip()) else said[0]


def currency(value: Any) -> str:
    """An ISO code, "" where the board gives something else (a "$" is a dollar of twenty countries)."""
    code = text(value).upper()
    return code if _CURRENCY.fullmatch(code) else ""


def posted_range(
    ends: tuple[Any, Any],
    drop: Drop,
    *,
    money: Any = "",
    interval: Any = "",
    label: pay_labels.Label = pay_labels.SILENT,
    unit: float = 1.0,
) -> tuple[Range, ...]:
    """One range of pay from a board's fields, or nothing where no amount is posted.

    Args:
        ends: lowest and highest amount as sent, None for an open end.
        drop: told why an amount is left out.
        money: the currency as sent.
        interval: the field that says what time the pay is for; "" where the board has none.
        label: what the range's title says, which stands where the field is silent.
        unit: how many of the amounts make one of the currency: 100 where they are cents.
    """
    low, high = (number(end) for end in ends)
    if (low is None and _said(ends[0])) or (high is None and _said(ends[1])):
        drop(NOT_A_NUMBER)
    if low is None and high is None:
        return ()
    period = pay_labels.interval(text(interval)) if text(interval) else label.period
    if period is None:
        drop(ODD_PERIOD)
        return ()
    if label.kind == pay_labels.NOT_PAY:
        drop(NOT_PAY)
        return ()
    kind: Kind = label.kind or "base"
    least, most = (None if end is None else end / unit for end in (low, high))
    return (Range(least, most, currency(money), period, label.zone, kind),)


def _said(sent: Any) -> bool:
    return sent is not None and sent not in ("", [], {})
