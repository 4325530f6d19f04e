"""Renders `prompts/`: everything Parley says is a template there, strict about what it needs.

Templates are trusted, what is put into them is not: every string a template prints is made
inert (Markdown, mentions, links) unless a filter of this module made it.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

_MARKS = re.compile(r"([\\`*_~\[\]|])")
_BROADCAST = re.compile(r"([@<])(?=\S)")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹"}
_LAKHS = re.compile(r"(?<=\d)(?=(?:\d\d)*\d{3}$)")  # where the commas of an Indian amount stand
_WORD_JOINER = "\u2060"  # invisible, breaks a mention or a link without changing what is read


_ARTICLED = {"Netherlands", "Philippines", "Bahamas", "Maldives", "Gambia", "District of Columbia"}
_DOTTED = re.compile(r"(?<=[^\W\d_])\.(?=[^\W\d_])")


_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NAMED_DAY = re.compile(
    r"\b(?:mon|tue|wednes|thurs|fri|satur|sun)(?:s?day)\b|\b(?:mon|tues?|wed|thu(?:rs?)?|fri)\b"
    r"|\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
    r"|\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    r"(?:in |early |mid[- ]|late ){0,2}(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*"
    r"(?:,? \d{4})?$",
    re.IGNORECASE,
)
# A day that only holds on the day it was said, and a time counted from it.
_PASSING = re.compile(
    r"(?:by )?(?:today|tonight|tomorrow|now|asap|eod|cob|(?:the )?end of (?:the |this )?(?:day|week|month)"
    r"|(?:this|next) (?:week|month))\b.*",
    re.IGNORECASE,
)
_SPAN = re.compile(
    r"(?:in |within )?((?:\d{1,3}|an?|one|two|three|four|five|six|seven|ten) "
    r"(?:business |working |calendar )?(?:hours?|days?|weeks?|months?)(?: from .{1,30})?)",
    re.IGNORECASE,
)
_A_DAY = 0.15  # weeks
_STOPPED_TWICE = re.compile(r"(?<=[a-z])\.(\*\*|”)?\.(?!\.)", re.IGNORECASE)  # "at Ledgerline Inc.."


_LONGEST_WORD = 60  # characters of one word that are said again
_RUN = re.compile(rf"[\w.,;:'’/@-]{{{_LONGEST_WORD + 1},}}")


class Drawn(Markup):
    """A string made by this module, safe to print as it is."""

    __slots__ = ()


def defuse(text: str) -> str:
    """Take the power out of mentions, links and control characters; the words stay readable."""
    text = _CONTROL.sub("", text)
    text = _BROADCAST.sub(rf"\1{_WORD_JOINER}", text)
    return text.replace("://", f":{_WORD_JOINER}//")


def inert(value: object) -> object:
    """What a template prints for `value`: strings lose mentions, links and Markdown marks."""
    if isinstance(value, str) and not isinstance(value, Markup):
        short = _RUN.sub(lambda run: f"{run.group()[:_LONGEST_WORD]}…", value)
        plain = _DOTTED.sub(f".{_WORD_JOINER}", defuse(short))
        return Drawn(_MARKS.sub(r"\\\1", plain).replace("\n", " "))
    return value


def money(amount: float, currency: str | None = "USD") -> Drawn:
    """A whole amount: 207750.0 -> "$207,750"; "CHF 120,000" where the currency has no symbol.

    Rupees are written as in India, in lakhs and crores: 2400000.0 -> "₹24,00,000".
    """
    currency = currency or "USD"
    sign = "-" if amount < 0 else ""
    symbol = _SYMBOLS.get(currency)
    digits = f"{abs(amount):,.0f}"
    if currency == "INR":
        digits = _LAKHS.sub(",", digits.replace(",", ""))
    return Drawn(f"{sign}{symbol}{digits}" if symbol else f"{sign}{currency} {digits}")


def count(number: float) -> Drawn:
    """A count with thousands separated: 69030 -> "69,030"."""
    return Drawn(f"{number:,.0f}")


def percent(number: float) -> Drawn:
    """A percentage: 12.0 -> "12%", 0.05 -> "0.05%", 7.25 -> "7.3%"."""
    shown = f"{number:.2f}" if abs(number) < 1 else f"{number:.1f}"
    return Drawn(f"{shown.rstrip('0').rstrip('.')}%")


def ordinal(number: int) -> Drawn:
    """A rank: 1 -> "1st", 12 -> "12th", 23 -> "23rd"."""
    teen = number % 100 in range(11, 14)
    return Drawn(f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}")


def number(value: float) -> Drawn:
    """A number without needless decimals: 4.0 -> "4", 2.5 -> "2.5"."""
    return Drawn(f"{value:g}")


def price(amount: float, currency: str | None = "USD") -> Drawn:
    """A price of one share, to the cent: 1.5 -> "$1.50"."""
    cents = money(0, currency).removesuffix("0")
    return Drawn(f"{cents}{amount:,.2f}")


def day(iso: str) -> Drawn:
    """A date as people say it: "2026-08-08" -> "8 August 2026"."""
    when = date.fromisoformat(iso)
    return Drawn(f"{when.day} {when:%B %Y}")


def the(place: str) -> Drawn:
    """A place as it stands in a sentence: "the United Kingdom", "the Maine nonmetropolitan area"."""
    articled = place.startswith("United ") or place.endswith(" area") or place in _ARTICLED
    return Drawn(f"{'the ' if articled else ''}{inert(place)}")


def plain(text: str) -> Drawn:
    """Words for a file a person copies: only what steers a terminal goes. Never for a chat message."""
    return Drawn(_CONTROL.sub("", str(text)))


def fenced(text: str) -> Drawn:
    """Words inside a code span: nothing in them ends it."""
    return Drawn(defuse(str(text)).replace("`", "'").replace("\n", " "))


def lower_first(text: str) -> str:
    """A sentence's start in the middle of one: "Judge an offer" -> "judge an offer"."""
    return text[:1].lower() + text[1:]


def when(said: str) -> object:
    """A date of an offer: an ISO date as people say it, other words ("in two weeks") as they are."""
    try:
        return day(said)
    except ValueError:
        return inert(_NAMED_DAY.sub(_in_full, said))


def by_day(said: str) -> Drawn:
    """Until when, for a letter: "by 8 August 2026", "by next Friday", "within 5 business days".

    A day that depends on when it was said ("tomorrow") is none in a letter sent later: it is left to fill in.
    """
    if _PASSING.fullmatch(said.strip()):
        return Drawn("by [the day they named]")
    span = _SPAN.fullmatch(said.strip())
    return Drawn(f"within {inert(span[1])}" if span else f"by {when(said.strip().removeprefix('by '))}")


def on_day(said: str) -> Drawn:
    """When work starts, for a letter: " on Monday", " in September"; nothing for "asap" or a passing day."""
    span = _SPAN.fullmatch(said.strip())
    if span:
        return Drawn(f" in {inert(span[1])}")
    known = str(when(said.strip()))
    if _PASSING.fullmatch(said.strip()) or not (known != said or _NAMED_DAY.search(said)):
        return Drawn("")
    if known.startswith(("next ", "this ")):
        return Drawn(f" {known}")
    return Drawn(f" {'in' if _MONTH_FIRST.match(said) else 'on'} {known.removeprefix('in ')}")


def lasting(months: float) -> Drawn:
    """How long something lasts: 6 -> "6 months", 2.77 -> "12 weeks", 1 -> "1 month"."""
    weeks = months * 52 / 12
    if months != round(months) and abs(weeks - round(weeks)) < _A_DAY:
        return Drawn(f"{round(weeks)} week{'s' if round(weeks) != 1 else ''}")
    return Drawn(f"{months:g} month{'s' if months != 1 else ''}")


def _in_full(found: re.Match[str]) -> str:
    """A day or month with its capital, a day in full: "fri" -> "Friday", "september" -> "September"."""
    word = found.group()
    short = next((day for day in _WEEKDAYS if word[:3].lower() == day[:3]), "")
    return short.capitalize() if short else word.capitalize()


def period(window: tuple[str, str]) -> Drawn:
    """Two dates as a stretch of time: "18 July to 8 August 2026", the year once when it is the same."""
    first, last = day(window[0]), day(window[1])
    year = f" {window[1][:4]}"
    return Drawn(f"{first.removesuffix(year)} to {last}")


def a(noun: str) -> Drawn:
    """A noun with its article: "an Account Executive", "a UX Researcher"."""
    vowel = noun[:1] in "AEIOUaeiou" and not noun.startswith(("UX", "Uni", "U.S"))
    spelt = (
        noun[:2].isupper() and noun[:1] in "AEFHILMNORSX"
    )  # said letter by letter: "an SRE", "an HR Manager"
    return Drawn(f"{'an' if vowel or spelt else 'a'} {inert(noun)}")


def verbatim(text: str) -> Drawn:
    """For text inside a code fence, where Markdown has no power but a mention or a fence might."""
    return Drawn(defuse(str(text)).replace("```", "'''"))


def _prompts() -> Path:
    spec = importlib.util.find_spec("prompts")
    if spec is None or not spec.submodule_search_locations:
        raise RuntimeError("Parley's prompts are not installed beside it")
    return Path(next(iter(spec.submodule_search_locations)))


def _strict(draw: Callable[..., object]) -> Callable[..., object]:
    """The filter, refusing what was never given with the error that names it."""

    def checked(value: object, *options: object) -> object:
        if isinstance(value, jinja2.Undefined):
            str(value)  # raises UndefinedError with the variable's name
        return draw(value, *options)

    return checked


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_prompts()),
        undefined=jinja2.StrictUndefined,
        autoescape=True,  # macros hand back Markup; what `finalize` drew is left as it is
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=inert,
    )
    for draw in (
        money,
        count,
        percent,
        ordinal,
        number,
        price,
        day,
        when,
        by_day,
        on_day,
        lasting,
        period,
        a,
        the,
        fenced,
        plain,
        verbatim,
        lower_first,
    ):
        environment.filters[draw.__name__] = _strict(draw)
    return environment


def render(template: str, **values: Any) -> str:
    """Render `prompts/<template>.md.j2`.

    Raises:
        jinja2.UndefinedError: a variable the template needs was not given.
        jinja2.TemplateNotFound: there is no such template.
    """
    text = _environment().get_template(f"{template}.md.j2").render(values)
    text = _STOPPED_TWICE.sub(r".\1", text)  # the stop of "Inc." closes its sentence too
    return re.sub(r"\n{3,}", "\n\n", text).strip()
