"""Where the work is done: here, or by the workers of a Dask cluster. The functions are the same.

A runner maps one function over many parts and gives the results back in order, a few parts
ahead of the reader, so that neither side holds a whole crawl.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeVar

if TYPE_CHECKING:
    from distributed import Client

In = TypeVar("In")
Out = TypeVar("Out")

# Parts under way for each worker: one being worked on and one waiting at its door.
_AHEAD: Final = 2
_PATIENCE: Final = "30s"


class Runner(Protocol):
    """Does a function over many parts."""

    def map(self, function: Callable[[In], Out], parts: Iterable[In]) -> Iterator[Out]:
        """Give the function's results, in the order of the parts."""
        ...


class SchedulerError(ValueError):
    """The cluster cannot be reached; the message says what to check."""


class Here:
    """This process, one part after another."""

    def map(self, function: Callable[[In], Out], parts: Iterable[In]) -> Iterator[Out]:
        """Give the function's results, in the order of the parts."""
        return map(function, parts)


class Cluster:
    """The workers of a Dask cluster. They need Parley installed, and nothing of this machine's disk."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def map(self, function: Callable[[In], Out], parts: Iterable[In]) -> Iterator[Out]:
        """Give the function's results, in the order of the parts."""
        workers = len(self._client.scheduler_info(n_workers=-1)["workers"])
        waiting: deque[Any] = deque()
        for part in parts:
            # The part goes to a worker, not through the scheduler; impure, so that nothing is hashed.
            sent = self._client.scatter(part, direct=True, hash=False)
            waiting.append(self._client.submit(function, sent, pure=False))
            del sent
            if len(waiting) >= max(1, workers) * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


@contextmanager
def runner(scheduler: str | None) -> Iterator[Runner]:
    """The cluster whose scheduler has this address ("tcp://10.0.0.5:8786"), or this process.

    Raises:
        SchedulerError: nobody answers there, or it has no workers.
    """
    if scheduler is None:
        yield Here()
        return
    from distributed import Client  # noqa: PLC0415 - only where a cluster is asked for

    try:
        client = Client(scheduler, timeout=_PATIENCE)
    except (OSError, ValueError, TimeoutError) as error:
        raise SchedulerError(
            f"No Dask scheduler answers at {scheduler}. Start one with `dask scheduler`, and workers with "
            "`dask worker ADDRESS`, where Parley is installed."
        ) from error
    try:
        if not client.scheduler_info(n_workers=-1)["workers"]:
            raise SchedulerError(
                f"The scheduler at {scheduler} has no workers. Start some: `dask worker {scheduler}`."
            )
        yield Cluster(client)
    finally:
        client.close()
