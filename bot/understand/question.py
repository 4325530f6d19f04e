"""Words to meaning: which role, place and level a person asks about, and what stays unsure.

Exact names first, then typos; nothing is guessed in silence. Words that could be several things
come back as `unsure` with choices, words taken for something they do not quite say as `read_as`,
an occupation outside the table as `beyond`, and words with no meaning here as `unknown`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from bot.understand import (
    ai,
    aliases,
    companies,
    company_runs,
    gazetteer,
    known_companies,
    levels,
    occupations,
    places,
    roles,
    spelling,
)
from bot.understand.forgetful import for_a_turn
from bot.understand.money import Amount, without_periods
from bot.understand.question_figure import pay_said, zip_codes
from bot.understand.text import Mention, Token, tokens
from bot.understand.vocab import rows
from bot.understand.writer import without_writer

Slot = Literal["role", "place", "level"]

EXACT = 100.0
CORRECT_AT_MOST = 8  # words looked at for typos; a question with more unknown words is not a question
READ_AT_MOST = 60  # words of a question; longer texts are not questions

_SLOTS: tuple[Slot, ...] = ("role", "place", "level")
_KINDS = ("role", occupations.KIND, "place", "level")


@dataclass(frozen=True, slots=True)
class Unsure:
    """Words that may mean several things, or nothing known: `ids` are the choices, best first."""

    slot: Slot
    said: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadAs:
    """Words taken for something they do not quite say.

    A typo, a near name ("copywriter"), a suburb of a metro called otherwise, or a name that means
    `others` too.
    """

    slot: Slot
    said: str
    id: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """What a question asks about. Ids of the vocabulary.

    `amount` is a plain number as said, `figure` the same with its currency and period.
    `beyond` is the occupation clearly named that is none of our roles ("registered nurse"), as
    shown in a sentence and in the singular; `role` is None then. `company` is the one asked about, and
    `companies_besides` are others named beside it.
    """

    role: str | None = None
    place: str | None = None
    level: str | None = None
    ai: bool | None = None
    company: str | None = None
    amount: float | None = None
    unsure: tuple[Unsure, ...] = ()
    unknown: tuple[str, ...] = ()
    read_as: tuple[ReadAs, ...] = ()
    beyond: str | None = None
    figure: Amount | None = None
    companies_besides: tuple[str, ...] = ()


@for_a_turn(maxsize=64)
def read(text: str, *, spoken: bool = False) -> Question:
    """Read a question; `spoken` when it is a sentence, where words without meaning are expected."""
    said = without_writer(text)
    text = without_periods(said)
    words = tokens(text, READ_AT_MOST)
    zips = zip_codes(text, words, spoken=spoken)
    found, unplaced = _find(company_runs.masked(text, words), terse=not spoken)
    found = _unless_denied(words, companies.unhidden(text, words, found))
    taken = {i for mention in found for i in range(mention.first, mention.last)}
    named = companies.read(text, words, taken, spoken=spoken)
    company = named[0].name if named else None
    left = [
        i
        for i, word in enumerate(words)
        if i not in taken and word.fold not in _filler() and not word.fold[0].isdigit() and not _is_ai(word)
    ]
    corrected, unsure, pending = _correct(words, left, unplaced, found, spoken=spoken)
    if company is None and not spoken:
        misspelt = next((i for i in pending if known_companies.near(words[i].raw)), None)
        company = words[misspelt].raw if misspelt is not None else None
        pending = [i for i in pending if i != misspelt]
    found = _settled([*corrected, *found])
    odd = set(pending) if not spoken else _telling(text, words, pending, found, company)
    odd |= {i for part in unplaced for i in part}
    if not any(m.kind == "place" for m in found):
        odd |= zips
    picked: dict[str, str] = {}
    read_as: list[ReadAs] = []
    for slot in _SLOTS:
        mine = _narrowest(sorted((m for m in found if m.kind == slot), key=lambda m: m.first))
        if slot == "place":
            mine = _of_the_job(words, mine)
        ids = tuple(dict.fromkeys(i for m in mine for i in m.ids))
        if len(ids) > 1:
            unsure.append(Unsure(slot, " ".join(_said(words, m) for m in mine), ids))
        elif ids:
            picked[slot] = ids[0]
            if all(m.score < EXACT or m.others for m in mine):
                read_as.append(ReadAs(slot, _said(words, mine[0]), ids[0], mine[0].others))
    beyond = next((m.ids[0] for m in found if m.kind == occupations.KIND), None)
    role = picked.get("role")
    if role == "engineering-manager" and picked.get("level") == "senior":
        picked["level"] = "manager"  # levels.csv: a senior manager is a manager
    figure = pay_said(said, words, zips, named)
    return Question(
        role=role,
        place=picked.get("place"),
        level=picked.get("level"),
        ai=True if role in ai.AI_ROLES else ai.ai_words(_besides(words, named)),  # "Scale AI" asks for none
        company=company,
        companies_besides=tuple(each.name for each in named[1:]),
        amount=figure.value if figure else None,
        unsure=tuple(unsure),
        unknown=_phrases(text, words, odd),
        read_as=tuple(read_as),
        beyond=beyond,
        figure=figure,
    )


def _unless_denied(words: Sequence[Token], found: list[Mention]) -> list[Mention]:
    """The mentions without a role that is denied beside another: "product manager, not project manager"."""
    denied = [m for m in found if m.kind == "role" and _DENIES.intersection(_just_before(words, m.first))]
    named = [m for m in found if m.kind == "role"]
    return [m for m in found if m not in denied] if len(named) > len(denied) else found


def _just_before(words: Sequence[Token], first: int) -> set[str]:
    """The word before, and the one before an article."""
    before = [word.fold for word in words[max(0, first - 2) : first]]
    return set(before[-1:] if before[-1:] and before[-1] not in ("a", "an", "the") else before)


def _besides(words: Sequence[Token], named: Sequence[companies.Named]) -> list[Token]:
    inside = {i for each in named for i in range(each.first, each.last)}
    return [word for i, word in enumerate(words) if i not in inside]


@cache
def _filler() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("filler"))


def _is_ai(word: Token) -> bool:
    return bool(ai.ai_words([word])) or word.fold in ("ai", "llm", "genai", "ml")


def _find(words: list[Token], *, terse: bool) -> tuple[list[Mention], list[range]]:
    """What is named in the words, exactly as listed, and the words that name no place known here."""
    somewhere, unplaced = places.read(words)
    known = [*roles.mentions(words, terse=terse), *levels.mentions(words, terse=terse), *somewhere]
    others = occupations.mentions(words, terse=terse)
    others = [m for m in others if m.width > 1 or not aliases.is_done(words, m.last)]
    found = _settled([*known, *others])
    taken = {i for mention in found for i in range(mention.first, mention.last)}
    return found, [part for part in unplaced if not taken.intersection(part)]


def _settled(mentions: Iterable[Mention]) -> list[Mention]:
    """Mentions that stand beside each other, without an occupation where one of our roles is named."""
    mentions = list(mentions)
    found = _without_overlaps(mentions)
    if {"role", occupations.KIND} <= {m.kind for m in found}:
        # Whoever names one of our roles asks for that: "CTO" beside it is a level, else a stray word.
        found = _without_overlaps(m for m in mentions if m.kind != occupations.KIND)
    return found


def _narrowest(mentions: list[Mention]) -> list[Mention]:
    """Of one slot's mentions those that another does not say more narrowly.

    "Backend Go developer" is a backend engineer; "Berlin, Europe" is Berlin; "product manager"
    says which "pm".
    """
    sure = {m.ids[0] for m in mentions if len(m.ids) == 1}
    mentions = [m for m in mentions if len(m.ids) == 1 or sure.isdisjoint(m.ids)]
    ids = {i for m in mentions for i in m.ids}
    wider = {parent for i in ids if i in roles.roles() and (parent := roles.roles()[i].parent)}
    if ids - gazetteer.regions().keys():
        wider |= gazetteer.regions().keys()
    return [m for m in mentions if not wider.issuperset(m.ids)] or mentions


def _of_the_job(words: Sequence[Token], mine: list[Mention]) -> list[Mention]:
    """Of several places those a person is not from: "I am from Brazil, remote", "from Omaha to Seattle"."""
    there = [m for m in mine if not m.first or words[m.first - 1].fold not in _LEFT]
    return there or mine


def _without_overlaps(mentions: Iterable[Mention]) -> list[Mention]:
    """The widest first; where two are as wide, a role before a place before a level.

    A level may stand inside the words of a role: "sde2", "vp of engineering".
    """
    kept: list[Mention] = []
    taken: dict[int, str] = {}
    for mention in sorted(mentions, key=lambda m: (-m.width, _KINDS.index(m.kind))):
        span = range(mention.first, mention.last)
        allowed = {"role"} if mention.kind == "level" else set()
        if {taken[i] for i in span if i in taken} <= allowed:
            kept.append(mention)
            taken.update(dict.fromkeys(span, mention.kind))
    return kept


def _said(words: list[Token], mention: Mention) -> str:
    return " ".join(word.raw for word in words[mention.first : mention.last])


def _correct(
    words: list[Token], left: list[int], unplaced: list[range], found: list[Mention], *, spoken: bool
) -> tuple[list[Mention], list[Unsure], list[int]]:
    """Typos among the words left over: those corrected, those to ask about, those still without meaning."""
    corrected: list[Mention] = []
    unsure: list[Unsure] = []
    named = {i for part in unplaced for i in part}
    pending = [i for i in left if i not in named]
    looked_at = set(pending[:CORRECT_AT_MOST])
    if not looked_at:
        return corrected, unsure, pending
    jobs = [m for m in found if m.kind == "role"]
    beside = {i for m in jobs for i in (m.first - 1, m.last)}
    for guess in spelling.guesses(words, looked_at, spoken=spoken):
        run = range(guess.first, guess.last)
        if not looked_at.intersection(run):
            continue
        verdict = spelling.verdict(guess, words, beside, spoken=spoken)
        if verdict == "take":
            corrected.append(Mention(guess.kind, guess.ids, guess.first, guess.last, min(guess.score, 99.0)))
        elif verdict == "pass" or guess.kind == occupations.KIND:
            continue
        else:
            said = " ".join(word.raw for word in words[guess.first : guess.last])
            unsure.append(Unsure(guess.kind, said, guess.ids))  # type: ignore[arg-type]
        looked_at.difference_update(run)
        pending = [i for i in pending if i not in run]
    return corrected, unsure, pending


def _telling(
    text: str, words: list[Token], pending: list[int], found: list[Mention], company: str | None
) -> set[int]:
    """Of a sentence's words without meaning, those that change what is asked.

    The kind of an engineer or analyst ("widget engineers"), and a capitalised name after "in".
    """
    telling: set[int] = set()
    somewhere = any(m.kind == "place" for m in found)
    jobs = {m.first for m in found if m.kind == "role" and m.width == 1 and roles.heads(words[m.first].fold)}
    for i in pending:
        word = words[i].raw
        beside = i + 1 in jobs and text[words[i].end : words[i + 1].start] == " "
        if beside and not company and len(word) >= _KIND_AT_LEAST and word.islower():
            telling.add(i)
        inside = i > 0 and (words[i - 1].fold in ("in", "near", "around") or i - 1 in telling)
        if inside and not somewhere and word.istitle():
            telling.add(i)
    return telling


_DENIES = frozenset({"not"})
_LEFT = frozenset({"from", "leaving"})
_KIND_AT_LEAST = 5  # letters; shorter ones are articles of other languages


def _phrases(text: str, words: list[Token], odd: set[int]) -> tuple[str, ...]:
    """Words as written, those that follow each other in one phrase."""
    found: list[str] = []
    for i in sorted(odd):
        if i - 1 in odd and text[words[i - 1].end : words[i].start] == " ":
            found[-1] += f" {words[i].raw}"
        else:
            found.append(words[i].raw)
    return tuple(dict.fromkeys(found))
