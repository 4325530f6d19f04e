"""What a posting's location line has been found to say."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.understand import gazetteer
from bot.understand.gazetteer import POOLED, City
from bot.understand.location_items import Item


@dataclass(frozen=True, slots=True)
class Locations:
    """Where a posting says the job is, in the order said.

    `metros` are ids of OEWS areas, nonmetropolitan ones included; `states` ids of OEWS states,
    those of the cities too, and `named` those named for themselves; `countries` two letters, "US"
    for anything in the United States.
    """

    metros: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    remote: bool = False
    named: tuple[str, ...] = ()


@dataclass(slots=True)
class Found:
    """What has been read so far, kept in order and once.

    `near` are places known beforehand, which settle what a name alone does not.
    """

    near: frozenset[str] = frozenset()
    metros: dict[str, None] = field(default_factory=dict)
    states: dict[str, None] = field(default_factory=dict)
    countries: dict[str, None] = field(default_factory=dict)
    several: list[str] = field(default_factory=list)
    unsure: list[Item] = field(default_factory=list)
    named: dict[str, None] = field(default_factory=dict)
    named_states: int = 0
    named_cities: int = 0

    def place(self, id_: str, *, state: bool = True) -> None:
        """Add a place by its id, and its first state unless the line names one itself."""
        place = gazetteer.places()[id_]
        if place.kind == "country":
            self.countries[id_] = None
        elif place.kind == "region":
            self.place(POOLED[id_][0], state=state)
        elif place.kind != "remote":
            self.countries["US"] = None
            if place.kind in ("metro", "nonmetro"):
                self.metros[id_] = None
            if place.state and state:
                self.states[gazetteer.states()[place.state]] = None

    def city(self, city: City) -> None:
        """Add a city: its area, and the state it really stands in."""
        if city.abroad:
            self.countries[city.area] = None
        else:
            self.countries["US"] = None
            if gazetteer.places()[city.area].kind in ("metro", "nonmetro"):
                self.metros[city.area] = None
            self.states[gazetteer.states()[city.region]] = None

    def state(self, code: str) -> None:
        """Add a state or a Canadian province."""
        if code in gazetteer.states():
            self.countries["US"] = None
            self.states[gazetteer.states()[code]] = None
        else:
            self.countries["CA"] = None

    def name_state(self, code: str) -> None:
        """Add a state or a province that is named for itself."""
        self.state(code)
        self.named_states += 1
        if code in gazetteer.states():
            self.named[gazetteer.states()[code]] = None

    def done(self, remote: bool) -> Locations:
        """Give what has been read."""
        return Locations(
            tuple(self.metros), tuple(self.states), tuple(self.countries), remote, tuple(self.named)
        )
