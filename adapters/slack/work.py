"""What happens after Slack has been acknowledged: the engine in threads, bounded, drained at the end."""

from __future__ import annotations

import asyncio
import secrets
import weakref
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from adapters.door import Engine
from adapters.slack.quiet import kind, log
from bot.turn import Reply, Turn, Who
from bot.voice import render

# Errors are logged by kind alone, here and beside: a message or a traceback can quote what was pasted.


class Work:
    """Runs turns beside the event loop: many people at a time, of one person one after the other.

    `threads` turns are answered at a time and `waiting` may queue; past that a person is asked
    to come back in a minute rather than left without an answer.
    """

    def __init__(self, engine: Engine, threads: int = 8, waiting: int = 1_000) -> None:
        self._engine = engine
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="turn")
        self._most = threads + waiting
        self._inside = 0
        self._tasks: set[asyncio.Task[None]] = set()
        # One turn at a time a person, in the order they came: each must find what the last one left.
        self._lines: weakref.WeakValueDictionary[Who, asyncio.Lock] = weakref.WeakValueDictionary()

    async def respond(self, turn: Turn) -> Reply:
        """The engine's reply, or an apology with an id that the log carries too. Never raises."""
        if self._inside >= self._most:
            log.warning("%d turns are waiting; one was sent away", self._inside)
            return Reply(render("slack/busy"), intent="other")
        self._inside += 1
        try:
            async with self._line(turn.who):
                return await self._answered(turn)
        finally:
            self._inside -= 1

    async def respond_once(self, turn: Turn, key: str) -> Reply | None:
        """The same for an event that Slack may send twice: None where this key was seen before."""
        if self._inside >= self._most:
            return await self.respond(turn) if await self.first_time(key) else None
        self._inside += 1
        try:
            async with self._line(turn.who):
                return await self._answered(turn) if await self.first_time(key) else None
        finally:
            self._inside -= 1

    def _line(self, who: Who) -> asyncio.Lock:
        return self._lines.setdefault(who, asyncio.Lock())

    async def _answered(self, turn: Turn) -> Reply:
        try:
            return await asyncio.get_running_loop().run_in_executor(self._pool, self._engine.respond, turn)
        except Exception as error:
            mark = secrets.token_hex(4)
            log.error("a turn failed: %s, error %s", kind(error), mark)
            return Reply(render("error", id=mark), intent="other")

    async def first_time(self, key: str) -> bool:
        """Whether an event is new. A store that cannot say so lets it through: twice beats never."""
        try:
            return await asyncio.get_running_loop().run_in_executor(self._pool, self._engine.take_once, key)
        except Exception as error:
            log.error("an event could not be marked as taken: %s", kind(error))
            return True

    def start(self, job: Coroutine[Any, Any, None]) -> None:
        """Run a job in the background; `drain` waits for it."""
        task = asyncio.create_task(self._guard(job))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def drain(self, seconds: float = 10.0) -> None:
        """Let what was begun finish, then let the threads go."""
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=seconds)
            for task in late:
                task.cancel()
            if late:
                log.warning("%d answers were not finished at the end", len(late))
        self._pool.shutdown(wait=False, cancel_futures=True)

    async def _guard(self, job: Coroutine[Any, Any, None]) -> None:
        try:
            await job
        except Exception as error:
            log.error("an answer failed: %s", kind(error))
