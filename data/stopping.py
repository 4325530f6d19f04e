"""Ctrl-C, answered with a sentence: what is kept, and how to go on. Pressed again, it changes nothing."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager, suppress
from typing import Any, Final, TypeVar

import click

# What a shell reports of a program that Ctrl-C ended: 128 and the number of the signal.
STOPPED: Final = 130

Out = TypeVar("Out")


@contextmanager
def stopped_with(sentence: Callable[[], str]) -> Iterator[None]:
    """Let Ctrl-C end the command with a sentence on standard error and exit code 130.

    From the first press on the signal is ignored, until the process ends: a second one would cut short
    the tidying up, and end the program as if it had crashed.

    Args:
        sentence: what to say, asked when it is known what was done.
    """

    def pressed(_number: int, _frame: object) -> None:
        _ignore()
        raise KeyboardInterrupt

    before: Any = None
    with suppress(ValueError):  # not in the main thread
        before = signal.signal(signal.SIGINT, pressed)
    try:
        yield
    except KeyboardInterrupt:
        _ignore()
        click.echo(f"\n{sentence()}", err=True)
        raise click.exceptions.Exit(STOPPED) from None
    finally:
        if before is not None and signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
            signal.signal(signal.SIGINT, before)


def run_until_stopped(work: Coroutine[Any, Any, Out]) -> Out:
    """Run a coroutine, which Ctrl-C cancels in good order rather than in the middle of a line.

    Raises:
        KeyboardInterrupt: it was cancelled.
    """

    async def watched() -> Out:
        loop, task = asyncio.get_running_loop(), asyncio.current_task()

        def pressed() -> None:
            loop.remove_signal_handler(signal.SIGINT)
            _ignore()
            if task is not None:
                task.cancel()

        with suppress(ValueError, RuntimeError, NotImplementedError):  # another thread, or another system
            loop.add_signal_handler(signal.SIGINT, pressed)
        return await work

    try:
        return asyncio.run(watched())
    except asyncio.CancelledError:
        raise KeyboardInterrupt from None


def _ignore() -> None:
    with suppress(ValueError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)
