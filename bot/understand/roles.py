"""The roles pay is known for, and how people say them in a question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from bot.turn import Choice
from bot.understand import aliases, job_words
from bot.understand.aliases import Alias, Table
from bot.understand.text import Mention, Token, fold
from bot.understand.vocab import rows

# Who speaks for the employer: "the recruiting folks said" asks for nobody's pay.
_OTHER_PARTIES = frozenset({"recruiter", "hr-manager", "finance-manager"})
# Fields that are skills of other jobs as well: "florist, machine learning, more money?"
_SKILLS = frozenset({"machine-learning-engineer", "ai-engineer"})
_LEADING = frozenset({"director", "head", "vp", "president"})


@dataclass(frozen=True, slots=True)
class Role:
    """One row of roles.csv. `soc` is its occupation in OEWS; `parent` a role id, or None at the top."""

    id: str
    label: str
    family: str
    soc: str
    parent: str | None


@cache
def roles() -> Mapping[str, Role]:
    """Every role by id, in the table's order."""
    return {
        row["id"]: Role(row["id"], row["label"], row["family"], row["soc"], row["parent"] or None)
        for row in rows("roles")
    }


@cache
def children(role: str) -> tuple[str, ...]:
    """Ids of the roles whose parent this is, none for an unknown id."""
    return tuple(r.id for r in roles().values() if r.parent == role)


def mentions(found: Sequence[Token], *, terse: bool = False) -> list[Mention]:
    """Find roles named in the words, exactly as listed (`correct` is for typos).

    From left to right, the longest name first. Words that could be several roles ("pm") give
    several ids, most likely first. `terse` says the words are a command's arguments: there "am"
    is Account Manager, which in a sentence it is not.
    """
    shouting = bool(found) and all(not t.raw.isalpha() or t.raw.isupper() for t in found)

    def accept(alias: Alias, words: Sequence[Token], first: int, last: int) -> bool:
        if alias.when == "clock":
            return not aliases.hours_before(words, first)
        if not terse and _LEADING.intersection(alias.words) and aliases.in_charge(words, first, last):
            return False  # "the vp of sales said"
        if alias.when == "any" or (terse and alias.when != "field"):
            return True
        if alias.when == "crowd":
            return not job_words.talked_of(words, first, last)
        if alias.when in ("caps", "small"):
            return _is_short_form(alias, words, first, last, shouting=shouting)
        job = alias.when == "as" and aliases.spoken_as_job(words, first, last)
        return job or _is_of_a_job(alias, words, first, last)

    return [
        Mention("role", hit.ids, first, last, hit.score, hit.others)
        for hit, first, last in _table().find(found, accept)
    ]


def _is_short_form(alias: Alias, words: Sequence[Token], first: int, last: int, *, shouting: bool) -> bool:
    """Whether letters are a role's short form: in capitals among small letters, or beside a rank."""
    typed = not shouting and aliases.capital(words[first]) and not _is_an_acronym(words[first])
    return typed or (alias.when == "small" and job_words.small(words, first, last))


def _is_of_a_job(alias: Alias, words: Sequence[Token], first: int, last: int) -> bool:
    """Whether a field's name stands for its one job: "backend people", "a product role", "qa, Denver".

    A field of several jobs ("sales") is left unread: to ask which would put off an answer that needs no role.
    """
    if len(alias.ids) > 1 or (alias.when == "as" and not _OTHER_PARTIES.isdisjoint(alias.ids)):
        return False
    named = alias.when == "as" and _SKILLS.isdisjoint(alias.ids)
    if named and job_words.apart(words, first, last):
        return True
    if alias.job and job_words.of_a_job(words, last):
        return True
    counts = alias.when in ("as", "field") or alias.folk
    return counts and job_words.of_people(words, first, last, leads=alias.when != "terse")


def _is_an_acronym(word: Token) -> bool:
    """Whether the capital S of a short form is no plural: "SAS" is no SAs."""
    return word.raw.isupper() and word.raw.endswith("S") and (fold(word.raw[:-1]),) in _table().aliases


def heads(word: str) -> bool:
    """Whether a word for a role leaves its kind to the word before it: "engineer", "analysts"."""
    alias = _table().aliases.get((word,))
    return alias is not None and alias.head


def correct(words: str) -> list[tuple[str, float]]:
    """Guess which roles mistyped words mean: (id, likeness 0 to 100), likeliest first; [] when none."""
    return _table().correct(words)


def complete(prefix: str, limit: int = 25) -> list[Choice]:
    """Suggest roles while a person types: those that start so, then those said so, then near misses."""
    typed = fold(prefix).strip().replace("-", " ")[:100]
    labels = {id_: fold(role.label).replace("-", " ") for id_, role in roles().items()}
    ids = [i for i, label in labels.items() if label.startswith(typed)]
    if typed:
        ids += _table().starting(typed)
        ids += [i for i, _ in correct(typed)]
    return [Choice(roles()[i].label, i) for i in list(dict.fromkeys(ids))[:limit]]


def spellings() -> Table:
    """The table of names, for those who look for misspelt ones."""
    return _table()


@cache
def _table() -> Table:
    return aliases.load("role_aliases", "roles", {r.id: r.label for r in roles().values()})
