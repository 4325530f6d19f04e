"""`/export`: everything kept about a person, as a JSON file of theirs."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import datetime
from typing import Any

from bot.commands import words
from bot.commands.base import Ask, Command, Option, Outcome, Setting
from bot.commands.inventory import PARTS, Held, Part, held
from bot.memory.case import About, Case
from bot.memory.retention import keep_for
from bot.turn import File, Reply
from bot.understand import employers, levels, places, roles
from bot.voice import render

# What a field of a case is called for a person; the others by their own names.
_TITLES: Mapping[str, str] = {
    "me": "profile",
    "floor": "floor_usd_a_year",
    "targets": "employer_types_aimed_at",
    "offer_about": "offer_is_for",
    "said": "offer_put_right_by_you",
    "others": "other_offers_of_the_same_text",
    "shelf": "offers_of_other_companies",
    "before": "earlier_states_of_the_offer",
    "pack": "evidence",
    "drill": "practice_talk",
    "sent": "figures_of_the_last_counter",
    "answered": "what_they_answered",
    "looked_up_by": "looked_up_with",
    "question": "open_question",
    "last": "what_why_asks_about",
}
_WORDS: Mapping[str, Part] = {
    **{part: part for part in PARTS},
    "floor": "profile", "targets": "profile", "offer": "offers", "shelf": "offers", "corrections": "offers",
    "undo": "history", "states": "history", "pack": "evidence", "drill": "practice", "talk": "practice",
    "counters": "counter", "question": "other", "lookup": "other",
}  # fmt: skip
_WHOLE = "all"
_ALL = re.compile(r"(?:(?:all|everything|whole|my|data|it|json|file|as|of|the|me|a|to)\b\W*)*", re.IGNORECASE)
_ABOUT = frozenset({"about", "as_of"})  # what every document begins with
INLINE = 20_000  # characters; where no file can be sent, a longer one is better had in parts


@dataclass(frozen=True, slots=True)
class ExportFacts:
    """What was handed over: kinds and numbers, the part asked for, and the document itself."""

    kept: tuple[Held, ...]
    part: str = _WHOLE
    document: Mapping[str, Any] | None = None


def respond(ask: Ask, case: Case, setting: Setting) -> Outcome:
    """Hand over all that is kept, or the part the words name. Nothing changes by it."""
    kept = held(case)
    part = _part(ask.words)
    if not kept:
        return Outcome(Reply(render("export_none"), "export", facts=ExportFacts(())), case)
    document = exported(case, setting.now, PARTS[part] if part else None)
    content = written(document)
    empty = not document.keys() - _ABOUT
    here = [each for each in PARTS if exported(case, setting.now, PARTS[each]).keys() - _ABOUT]
    text = render(
        "export",
        kept=kept,
        part=part or "",
        unknown="" if ask.spoken or part or _ALL.fullmatch(ask.words.strip()) else ask.words,
        empty=empty,
        all_parts=here,
        parts=here if part is None and len(content) > INLINE else (),
    )
    facts = ExportFacts(kept, part or _WHOLE, document)
    file = None if empty else File(f"parley-{part or 'export'}.json", content, "application/json")
    return Outcome(Reply(text, "export", facts=facts, file=file), case)


def exported(case: Case, now: datetime, names: tuple[str, ...] | None = None) -> dict[str, Any]:
    """The fields of a case (all, or those named) as JSON values; what is empty is left out.

    Role, level, place and employer types are written as people read them.
    """
    days = keep_for().days
    document: dict[str, Any] = {"about": render("export_about", days=days), "as_of": now.isoformat()}
    for field in fields(case):
        if names is None or field.name in names:
            value = getattr(case, field.name)
            if field.name == "targets":
                known = employers.types()
                value = tuple(known[each].label if each in known else each for each in value)
            plain = _plain(value)
            if plain not in (None, {}, []):
                document[_TITLES.get(field.name, field.name)] = plain
    if case.looked_up is None and case.looked_up_by == Case().looked_up_by:
        document.pop(_TITLES["looked_up_by"], None)
    if case.floor_currency == Case().floor_currency:
        document.pop("floor_currency", None)
    elif (floor := document.pop(_TITLES["floor"], None)) is not None:
        document["floor_a_year"] = floor
    return document


def written(document: Mapping[str, Any]) -> str:
    """A document as JSON a person can read; a fence of Markdown in it is escaped, and means the same."""
    return json.dumps(document, indent=1, ensure_ascii=False).replace("```", "\\u0060" * 3)


def _plain(value: Any) -> Any:
    """A value as JSON: dataclasses by field name, without what is unset; spans of a text as "3-9"."""
    if isinstance(value, About):
        return _job(value)
    if is_dataclass(value) and not isinstance(value, type):
        found = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
        return {name: plain for name, plain in found.items() if plain not in (None, "", {}, [])}
    if isinstance(value, Mapping):
        return {str(name): _plain(each) for name, each in value.items()}
    if isinstance(value, tuple | list):
        if len(value) == 2 and all(type(each) is int for each in value):  # noqa: PLR2004 - a span
            return f"{value[0]}-{value[1]}"
        return [_plain(each) for each in value]
    return value.isoformat() if isinstance(value, datetime) else value


def _job(about: About) -> dict[str, Any]:
    """A job in words: {"role": "Software Engineer", "level": "Senior", "place": "San Francisco, CA"}."""
    shown = {
        "role": words.job(about.role) if about.role and about.role in roles.roles() else about.role,
        "level": words.level_label(about.level) if about.level in levels.levels() else about.level,
        "place": words.place_name(about.place) if places.known(about.place or "") else about.place,
        "ai_skilled": about.ai,
        "company": about.company,
    }
    return {name: value for name, value in shown.items() if value is not None}


def _part(said: str) -> Part | None:
    """The part of what is kept that the words name, the first of them; None for all of it."""
    found = (_WORDS[word] for word in re.findall(r"[a-z]+", said.lower()) if word in _WORDS)
    return next(found, None)


COMMAND = Command(
    name="export",
    summary="Everything kept about you, as a JSON file",
    respond=respond,
    options=(
        Option("part", "choice", "One part alone; all of it where none is named", choices=tuple(PARTS)),
    ),
    example="/export",
)
