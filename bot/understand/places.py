"""Places: OEWS areas, states, countries, "remote", and the words people use for them.

A place id is an OEWS area code ("0041860" metro, "0100001" nonmetro, "0600000" state, "0000000"
United States), two letters for a country abroad ("GB"), "remote" or "bay-area".
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from bot.turn import Choice
from bot.understand import gazetteer
from bot.understand.gazetteer import BAY_AREA, POOLED, REMOTE, UNITED_STATES, Kind, Place
from bot.understand.location_found import Locations
from bot.understand.locations import read_location
from bot.understand.mentions import Reader
from bot.understand.text import Mention, Token, tokens

__all__ = [
    "BAY_AREA",
    "REMOTE",
    "UNITED_STATES",
    "Kind",
    "Locations",
    "Place",
    "areas",
    "as_typed",
    "asked",
    "complete",
    "correct",
    "known",
    "mentions",
    "place",
    "pooled",
    "read",
    "read_location",
    "state_of",
]

_EXACT, _SWAPPED, _WORTH_SAYING = 100.0, 92.0, 70.0  # "tuscon" has its letters swapped
# Names short of this many people lose points in a correction, so that a city wins over its namesake town.
_WELL_KNOWN, _LITTLE_KNOWN = 250_000, 4.0
_LONGEST = 120  # characters of a place's name worth reading
# Names of places that are no city, state or country, to complete.
_SPOKEN = (
    "bay area",
    "san francisco bay area",
    "sf bay area",
    "silicon valley",
    "remote",
    "work from home",
    "wfh",
)


def place(id: str) -> Place:
    """Look a place up by its id; KeyError for an id there is not."""
    return gazetteer.places()[id]


def known(id: str) -> bool:
    """Whether there is a place of this id."""
    return id in gazetteer.places()


def areas() -> tuple[Place, ...]:
    """Every OEWS metropolitan and nonmetropolitan area."""
    return tuple(p for p in gazetteer.places().values() if p.kind in ("metro", "nonmetro"))


def state_of(id: str) -> str | None:
    """Give the id of the state an area lies in (a metro's first one); None outside a state."""
    state = place(id).state
    return gazetteer.states().get(state) if state else None


def pooled(id: str) -> tuple[str, ...]:
    """Metros whose postings answer for a place: both of the Bay Area, else the place alone."""
    return POOLED.get(id, (id,))


def mentions(words: Sequence[Token]) -> list[Mention]:
    """Find the places named in a text: exact names, longest first, none overlapping.

    Several ids in a mention mean that the words alone do not settle it (Springfield); a
    lesser namesake of a place that dominates stands in `others` (Portland, ME). The score is
    below 100 where the place goes by another name than was said: Oakland is in San Francisco's metro.
    """
    return Reader(words).read()


def read(words: Sequence[Token]) -> tuple[list[Mention], list[range]]:
    """As `mentions`, and the words that name what is no place here: "the Midwest", "worldwide"."""
    reader = Reader(words)
    return reader.read(), reader.unplaced


def asked(text: str) -> Mention | None:
    """Read a text that is known to be a place's name and nothing else, such as a command's option.

    Names that are ordinary words ("Mobile") need nothing beside them here.
    """
    words = tokens(text)
    found = Reader(words, sure=True).read()
    return found[0] if len(found) == 1 and found[0].width == len(words) else None


def correct(words: str) -> list[tuple[str, float]]:
    """Guess the place behind a misspelt name: (id, score of 100), best first, 70 and better.

    A state after the name narrows it ("pitsburgh pa"). 88 and more with no rival is safe to take.
    """
    from rapidfuzz import fuzz, process  # noqa: PLC0415  # only when a word was left over

    name, state = _split_state(gazetteer.key(words[:_LONGEST]))
    if len(name) < len("rome"):
        return []
    found: dict[str, float] = {}
    costs = spellings()
    for match, score, _ in process.extract(
        name, list(costs), scorer=fuzz.ratio, limit=12, score_cutoff=_WORTH_SAYING, processor=None
    ):
        if score < _EXACT and sorted(name) == sorted(match):
            score = max(score, _SWAPPED)  # noqa: PLW2901
        # "pitsburgh" is more likely Pittsburgh than Pittsburg in Kansas.
        likely = score if score == _EXACT else score - costs[match]
        for id_ in spelt(match, state) if likely >= _WORTH_SAYING else ():
            found[id_] = max(found.get(id_, 0.0), round(float(likely), 1))
    return sorted(found.items(), key=lambda item: -item[1])


def _split_state(name: str) -> tuple[str, str | None]:
    head, _, tail = name.rpartition(" ")
    code = "MT" if tail == gazetteer.same("mt") else tail.upper()
    if head and code in gazetteer.states():
        return head, code
    for state, code in gazetteer.state_names().items():
        if name.endswith(f" {state}"):
            return name.removesuffix(f" {state}"), code
    return name, None


def spelt(name: str, state: str | None = None) -> tuple[str, ...]:
    """Ids of the places of a name in `spellings`; with a two-letter state only those in it."""
    cities = gazetteer.cities(name)
    if state:
        return tuple(dict.fromkeys(c.area for c in cities if c.region == state))
    listed = gazetteer.names().get(name)
    if listed:
        return tuple(i for i in listed.ids if i in gazetteer.places())
    return gazetteer.rank(cities)[0] if cities else ()


@cache
def spellings() -> dict[str, float]:
    """Names worth correcting a misspelt one to, each with what its being little known costs it."""
    found = {name: 0.0 for name in gazetteer.names() if len(name) > len("nyc")}
    for entry in gazetteer.known():
        found.setdefault(entry.key, 0.0 if entry.population >= _WELL_KNOWN else _LITTLE_KNOWN)
    return found


def complete(prefix: str, limit: int = 25) -> list[Choice]:
    """Suggest places for what has been typed, biggest first; with nothing typed, the biggest metros.

    A choice's value, read back with `asked`, is exactly the place shown.
    """
    typed = gazetteer.key(prefix[:_LONGEST])
    if not typed:
        metros = [k for k in gazetteer.known() if k.name == place(k.id).name and place(k.id).kind == "metro"]
        biggest = [_choice(metro.name, metro.id) for metro in metros[: max(limit - 1, 0)]]
        return [*biggest, Choice("Remote", REMOTE)][:limit]
    found: dict[str, Choice] = {}
    for name, listed in gazetteer.names().items():
        id_ = listed.ids[0]
        if name == typed and id_ in gazetteer.places():
            found.setdefault(as_typed(id_), _choice(as_typed(id_), id_))
    for name in _SPOKEN:
        id_ = gazetteer.names()[name].ids[0]
        if name.startswith(typed):
            found.setdefault(as_typed(id_), _choice(as_typed(id_), id_))
    for entry in sorted((k for k in gazetteer.known() if k.full.startswith(typed)), key=_eminence):
        if len(found) >= limit:
            break
        found.setdefault(entry.name, _choice(entry.name, entry.id))
    return list(found.values())[:limit]


def _eminence(entry: gazetteer.Known) -> tuple[bool, float]:
    """Order of suggestions: at home before abroad, a metro before the state it fills, then by size."""
    metro = place(entry.id).kind == "metro" and entry.name == place(entry.id).name
    return len(entry.id) == len("GB"), -entry.population * (2 if metro else 1)


def as_typed(id: str) -> str:
    """A place's name as a person may type it: New York is the city, "New York State" the state."""
    if id == BAY_AREA:
        return "San Francisco Bay Area"
    name = place(id).name
    return f"{name} State" if name in ("New York", "Washington") else name


def _choice(name: str, id_: str) -> Choice:
    where = place(id_)
    if where.kind == "country" and name != where.name:
        return Choice(f"{name}, {where.name}", f"{name}, {where.name}")
    if where.kind in ("metro", "nonmetro") and name != where.name:
        # Suburbs belong to their metro: show whose figures they will get.
        return Choice(f"{name} ({where.name})"[:75], name)
    return Choice("Remote" if where.kind == "remote" else name, name)
