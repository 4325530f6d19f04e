"""A value of any dataclass of a case with every field filled, no two alike, made from its types alone."""

from __future__ import annotations

import itertools
import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

BEGAN = datetime(2026, 8, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Fill:
    """Fills what it is asked for; words and numbers count on. What may hold its own kind holds it once."""

    count: Iterator[int]
    within: tuple[type, ...] = ()

    def value(self, shape: Any, name: str) -> Any:
        """A value of a type; `name` is the field's."""
        origin, inner = get_origin(shape), get_args(shape)
        if origin in (Union, types.UnionType):
            kind = next(each for each in inner if each is not types.NoneType)
            return None if self.within.count(kind) > 1 else self.value(kind, name)
        if origin is Literal:
            return next(each for each in inner if each)
        if origin is tuple:
            kinds = inner[:1] if inner[1:] == (Ellipsis,) else inner
            return tuple(self.value(kind, name) for kind in kinds)
        if origin is not None and issubclass(origin, Mapping):
            return {self.value(inner[0], name): self.value(inner[1], name)}
        if is_dataclass(shape) and isinstance(shape, type):
            return self.all_of(shape)
        return self._plain(shape, name)

    def all_of(self, kind: type) -> Any:
        """A dataclass with all its fields."""
        hints, inside = get_type_hints(kind), replace(self, within=(*self.within, kind))
        return kind(**{each.name: inside.value(hints[each.name], each.name) for each in fields(kind)})

    def _plain(self, shape: Any, name: str) -> Any:
        number = next(self.count)
        if shape is bool:
            return True
        if shape is str:
            return f"{name}-{number}"
        if shape is int:
            return number
        if shape is float:
            return number + 0.5
        if shape is datetime:
            return BEGAN + timedelta(seconds=number)
        raise TypeError(f"teach Fill how to fill {name}: {shape}")


def filled(kind: type) -> Any:
    """A value of `kind` with every field filled."""
    return Fill(itertools.count(70_001)).all_of(kind)


def leaves(value: Any) -> Iterator[Any]:
    """Every word, number and date in it, keys of mappings too."""
    if is_dataclass(value) and not isinstance(value, type):
        for each in fields(value):
            yield from leaves(getattr(value, each.name))
    elif isinstance(value, Mapping):
        for name, each in value.items():
            yield name
            yield from leaves(each)
    elif isinstance(value, tuple | list):
        for each in value:
            yield from leaves(each)
    elif value is not None:
        yield value
