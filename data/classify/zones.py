"""Which of a posting's places each of its pay ranges holds for.

A posting may show one range for San Francisco and another for "all other US locations". Nothing is
blended: a place takes the range that names it most closely, and a place that no range names takes
none.

- A **metro** takes the range that names it; else the one that names its state; else the one that
  names the US; else the one for "all other locations", provided it can be told what the others are.
- A **state** in which the posting has metros takes the range that holds for every one of them; where
  theirs differ, the one that names the state and holds for one of them at least. Any other state takes
  its range as a metro does. The **Bay Area** takes the range that holds for each of its metros.
- **"remote"** takes the range that says remote; else the one that names the US; else the one for all
  other locations; else the one that holds for all the posting's metros and states.
- The **US** counts a posting once: by the range that names the US; else by the range of the posting's
  first metro that has one, in the order of ids (an order that leans neither to the dear places nor to
  the cheap); else of its first state; else that of "remote"; else the one for all other locations.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from bot.understand.gazetteer import oews_names, states
from bot.understand.places import BAY_AREA, REMOTE, UNITED_STATES, known, place, pooled, state_of
from data.classify.zone_names import Named, Zone, read_zone

_Claim = frozenset[int]  # zones by number
_NONE: Final[_Claim] = frozenset()


def assign(zones: Sequence[str], places: Sequence[str]) -> list[tuple[str, ...] | None]:
    """Say which of a posting's places each of its ranges holds for.

    Args:
        zones: what the posting says of each range, "" for nothing.
        places: the ids of the posting's places, as `data.classify.places` gives them; ids there are not
            are passed over.

    Returns:
        A tuple a zone, in the order of `places`; empty where the zone names only other places; None
        where no place can be made out ("Zone A", "L5"). Two zones that name a place equally closely
        (two levels of one job) both hold for it.
    """
    near = tuple(id_ for id_ in places if known(id_))
    return _Assignment([read_zone(zone, near) for zone in zones], near).answer()


class _Assignment:
    """The claims of a posting's zones on its places."""

    def __init__(self, zones: Sequence[Zone], places: Sequence[str]) -> None:
        self._zones = zones
        self._places = places
        self._states = {p for p in places if place(p).kind == "state"}
        self._metros = {p: self._state(p) for p in sorted(places) if place(p).kind in ("metro", "nonmetro")}
        # What the others are can be told only where there are others, all of them told.
        alone = all(zone.rest for zone in zones)
        self._rest = not alone and all(zone.told for zone in zones)
        self._held = {metro: self._local(metro, state) for metro, state in self._metros.items()}
        for state in sorted(self._states):
            self._held[state] = self._of_state(state)

    def answer(self) -> list[tuple[str, ...] | None]:
        """The places of each zone."""
        held = {p: self._claims(p) for p in self._places}
        return [
            tuple(p for p in self._places if number in held[p]) if self._is_told(zone) else None
            for number, zone in enumerate(self._zones)
        ]

    def _is_told(self, zone: Zone) -> bool:
        return zone.told and (self._rest or not zone.rest)

    def _state(self, metro: str) -> str | None:
        """The state a metro counts for: of those it lies in, the first of the posting's."""
        codes = oews_names()[metro].rpartition(", ")[2].split("-")
        inside = [states()[code] for code in codes if code in states()]
        return next((state for state in inside if state in self._states), state_of(metro))

    def _claims(self, id_: str) -> _Claim:
        if id_ in self._held:
            return self._held[id_]
        if id_ == BAY_AREA:
            return self._agreed(metro for metro in pooled(BAY_AREA) if metro in self._metros)
        if id_ == REMOTE:
            return self._remote()
        return self._country() if id_ == UNITED_STATES else _NONE

    def _local(self, metro: str | None, state: str | None) -> _Claim:
        """Zones that name a metro, else its state, else the country, else the rest."""

        def besides(named: Named) -> bool:
            return metro in named.metros or state in named.states

        return self._closest(
            lambda zone: metro in zone.named.metros - zone.besides.metros,
            lambda zone: state in zone.named.states and not besides(zone.besides),
            lambda zone: zone.named.us and not zone.named.remote and not besides(zone.besides),
            self._others,
        )

    def _of_state(self, state: str) -> _Claim:
        inside = [metro for metro, its in self._metros.items() if its == state]
        if not inside:
            return self._local(None, state)
        naming = self._closest(lambda zone: state in zone.named.states)
        held = frozenset().union(*(self._held[metro] for metro in inside))
        return self._agreed(inside) or naming & held

    def _remote(self) -> _Claim:
        return self._closest(
            lambda zone: zone.named.remote,
            lambda zone: zone.named.us,
            self._others,
        ) or self._agreed([*self._metros, *self._states])

    def _country(self) -> _Claim:
        naming = self._closest(
            lambda zone: zone.named.us and not zone.named.remote and zone.besides == Named()
        )
        first = (self._held[p] for p in (*self._metros, *sorted(self._states)) if self._held[p])
        remote = self._remote() if REMOTE in self._places else _NONE
        return naming or next(first, _NONE) or remote or self._closest(self._others)

    def _others(self, zone: Zone) -> bool:
        return zone.all or (zone.rest and self._rest)

    def _agreed(self, ids: Iterable[str]) -> _Claim:
        """Zones that hold for all of some places alike; none where they differ."""
        claims = {self._held[id_] for id_ in ids}
        return claims.pop() if len(claims) == 1 else _NONE

    def _closest(self, *rules: Callable[[Zone], bool]) -> _Claim:
        """Zones that meet the first rule any zone meets."""
        for rule in rules:
            if found := frozenset(number for number, zone in enumerate(self._zones) if rule(zone)):
                return found
        return _NONE
