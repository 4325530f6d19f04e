"""A job board on this machine that answers as it is told and remembers what it was asked."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Sent:
    """An answer: `body` bytes, text, or anything that goes as JSON."""

    body: Any = ""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)

    def content(self) -> bytes:
        if isinstance(self.body, bytes):
            return self.body
        return (self.body if isinstance(self.body, str) else json.dumps(self.body)).encode()


@dataclass(frozen=True)
class Asked:
    path: str
    headers: dict[str, str]
    at: float


Answer = Callable[[Asked], Sent]


class Boards:
    """Answers by path without its query; an etag set with an answer is honoured with a 304."""

    def __init__(self) -> None:
        self.url = ""
        self.asked: list[Asked] = []
        self.most_at_once = 0
        self.delay = 0.0
        # Called while a request is being answered, with others at the same time.
        self.held: Callable[[], object] = lambda: None
        self._answers: dict[str, Answer] = {}
        self._now = 0
        self._lock = threading.Lock()

    def answers(self, path: str, *sent: Sent | Answer | Any) -> None:
        """Give these answers in turn, and the last one ever after."""
        left = [each if isinstance(each, Sent) or callable(each) else Sent(each) for each in sent]

        def answer(asked: Asked) -> Sent:
            with self._lock:
                each = left.pop(0) if len(left) > 1 else left[0]
            return each if isinstance(each, Sent) else each(asked)

        self._answers[path] = answer

    def paths(self) -> list[str]:
        return [asked.path for asked in self.asked]

    def take(self, asked: Asked) -> Sent:
        with self._lock:
            self.asked.append(asked)
            self._now += 1
            self.most_at_once = max(self.most_at_once, self._now)
        self.held()
        time.sleep(self.delay)
        answer = self._answers.get(asked.path.partition("?")[0])
        sent = answer(asked) if answer else Sent("Not Found", 404)
        with self._lock:
            self._now -= 1
        etag = sent.headers.get("ETag")
        return Sent("", 304, {"ETag": etag}) if etag and asked.headers.get("If-None-Match") == etag else sent


@contextmanager
def serving() -> Iterator[Boards]:
    boards = Boards()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            sent = boards.take(Asked(self.path, dict(self.headers.items()), time.monotonic()))
            content = sent.content()
            self.send_response(sent.status)
            for name, value in sent.headers.items():
                self.send_header(name, value)
            if sent.status != 304:
                self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            if sent.status != 304:
                try:
                    self.wfile.write(content)
                except (BrokenPipeError, ConnectionResetError):
                    self.close_connection = True

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    boards.url = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield boards
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
