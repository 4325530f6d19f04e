"""What `parley doctor` looks at. It names settings and never shows what is in one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Literal

# Pay moves a few percent a year: figures older than this still stand, but say too little.
_OLD_DAYS = 400
_OWNER_ONLY = 0o600


@dataclass(frozen=True, slots=True)
class Check:
    """One finding. `fix` is something to do; `note` is something left unset that need not be set."""

    state: Literal["ok", "note", "fix"]
    what: str
    sentence: str


def checks(env: Mapping[str, str]) -> Iterator[Check]:
    """Look at everything in turn; a broken part does not keep the next from being looked at."""
    home = _home(env)
    yield _folder(home)
    yield _keys(env, home)
    yield _store(env, home)
    yield _figures(home, datetime.now(UTC).date())
    yield _slack(env)
    yield _discord(env)


def _home(env: Mapping[str, str]) -> Path:
    if chosen := env.get("PARLEY_HOME"):
        return Path(chosen)
    from bot.engine import home_folder  # noqa: PLC0415

    return home_folder()


def _folder(home: Path) -> Check:
    try:
        home.mkdir(parents=True, exist_ok=True, mode=0o700)
        probe = home / ".doctor"
        probe.touch()
        probe.unlink()
    except OSError as error:
        why = f"{home} cannot be written ({error.strerror})."
        return Check("fix", "folder", f"{why} Set PARLEY_HOME to a folder of yours.")
    return Check("ok", "folder", f"{home} can be written.")


def _keys(env: Mapping[str, str], home: Path) -> Check:
    from bot.memory.keys import FILE, BadKeysError, load_keys  # noqa: PLC0415

    try:
        load_keys(home)
    except BadKeysError as error:
        return Check("fix", "keys", f"{error}.")
    except (OSError, ValueError, KeyError, TypeError):
        why = f"{home / FILE} cannot be read."
        return Check("fix", "keys", f"{why} Put it back, or remove it: what it sealed is then lost.")
    if env.get("PARLEY_ID_KEY"):
        return Check("ok", "keys", "taken from the environment.")
    mode = (home / FILE).stat().st_mode & 0o777
    if mode != _OWNER_ONLY:
        return Check("fix", "keys", f"others may read them (mode {mode:04o}). Run: chmod 600 '{home / FILE}'")
    return Check("ok", "keys", "in their file, mode 0600.")


def _store(env: Mapping[str, str], home: Path) -> Check:
    from sqlalchemy.exc import SQLAlchemyError  # noqa: PLC0415

    from bot.memory.keys import BadKeysError  # noqa: PLC0415
    from bot.memory.retention import BadRetentionError  # noqa: PLC0415
    from bot.memory.schema import NewerStoreError  # noqa: PLC0415
    from bot.memory.store import open_store  # noqa: PLC0415

    url = env.get("PARLEY_DATABASE_URL") or None
    where = "PARLEY_DATABASE_URL" if url else "the folder"
    try:
        with closing(open_store(home, url)) as store:
            held = store.standing()
    except BadKeysError:
        return Check("fix", "store", "it opens once the keys are right.")
    except (BadRetentionError, NewerStoreError) as error:
        return Check("fix", "store", f"{error}.")
    except ModuleNotFoundError as error:
        driver = 'psycopg is not installed. Run: pip install -e ".[postgres]"'
        why = driver if (error.name or "").startswith("psycopg") else f"{error.name} is not installed."
        return Check("fix", "store", why)
    except (SQLAlchemyError, OSError, ValueError, KeyError, TypeError) as error:
        # The driver's own message may quote the address, password and all.
        return Check("fix", "store", f"it does not open ({type(error).__name__}). Check {where}.")
    if held.sealed_away:
        why = f"no key opens {held.sealed_away} of its {held.cases} cases."
        return Check("fix", "store", f"{why} Put the key that sealed them back, or leave them to expire.")
    days = held.kept_for.days
    kept = (
        f"{held.cases} {'case' if held.cases == 1 else 'cases'} kept sealed, for {days} days after last use"
    )
    goes = f"; the first goes on {held.first_goes:%-d %B %Y}" if held.first_goes else ""
    old = f"; {held.under_old_keys} under an old key: `parley store rotate`" if held.under_old_keys else ""
    return Check("ok", "store", f"opens; {kept}{goes}{old}.")


def _figures(home: Path, today: date) -> Check:
    from bot.market.database import BenchmarksError, open_market  # noqa: PLC0415

    try:
        with closing(open_market(home)) as market:
            held = market.describe()
    except (BenchmarksError, sqlite3.Error, OSError, ValueError, KeyError) as error:
        why = str(error) if isinstance(error, BenchmarksError) else f"{type(error).__name__}."
        return Check("fix", "figures", f"{why} Install Parley again, or run `parley data build`.")
    cells, paid, postings, employers = (
        held.counts.get(name, 0)
        for name in ("cells_measured", "postings_paid", "postings_in_cells", "employers")
    )
    days = _age(held.as_of, today)
    if days is not None and days > _OLD_DAYS:
        return Check(
            "fix", "figures", f"of {held.as_of}, {days} days old. Update Parley, or run `parley data build`."
        )
    age = f", {days} days old" if days is not None else ""
    return Check(
        "ok",
        "figures",
        f"of {held.as_of}{age}: {cells:,} cells stand on {paid:,} paid postings, of {postings:,} read in the "
        f"US from {employers:,} employers.",
    )


def _age(as_of: str, today: date) -> int | None:
    try:
        return (today - date.fromisoformat(as_of)).days
    except ValueError:
        return None


def _slack(env: Mapping[str, str]) -> Check:
    from adapters.settings import SettingError  # noqa: PLC0415
    from adapters.slack.settings import Settings  # noqa: PLC0415

    settings = Settings.from_env(env)
    if not (settings.bot_token or settings.app_token or settings.signing_secret):
        return Check("note", "Slack", "no token set; needed for `parley slack` only.")
    if settings.bot_token and not (settings.app_token or settings.signing_secret):
        return Check("fix", "Slack", "set SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP) too.")
    ways = []
    try:
        if settings.app_token:
            settings.for_socket()
            ways.append("Socket Mode")
        if settings.signing_secret:
            settings.for_http()
            ways.append("signed HTTP")
    except SettingError as error:
        return Check("fix", "Slack", str(error))
    return Check("ok", "Slack", f"tokens set for {' and '.join(ways)}.")


def _discord(env: Mapping[str, str]) -> Check:
    from adapters.discord.settings import Settings  # noqa: PLC0415
    from adapters.settings import SettingError  # noqa: PLC0415

    if not env.get("DISCORD_TOKEN", "").strip():
        return Check("note", "Discord", "no token set; needed for `parley discord` only.")
    try:
        Settings.from_env(env)
    except SettingError as error:
        return Check("fix", "Discord", str(error))
    return Check("ok", "Discord", "token set.")
