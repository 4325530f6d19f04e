"""A cache for what is worked out of a person's words: kept while a turn is answered, and no longer.

The makers of the figures, who read public postings, never empty it and keep their speed.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from functools import _lru_cache_wrapper

_R = TypeVar("_R")
_caches: list[_lru_cache_wrapper[Any]] = []


def for_a_turn(maxsize: int) -> Callable[[Callable[..., _R]], _lru_cache_wrapper[_R]]:
    """Cache a function of a person's words, at most `maxsize` results of it."""

    def decorate(function: Callable[..., _R]) -> _lru_cache_wrapper[_R]:
        cached = lru_cache(maxsize=maxsize)(function)
        _caches.append(cached)
        return cached

    return decorate


def forget_words() -> None:
    """Empty every such cache. Another thread's turn works its own out again."""
    for each in _caches:
        each.cache_clear()
