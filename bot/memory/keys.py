"""Keys for the store: one that names people (never rotates), some that encrypt (rotate).

From the environment (`PARLEY_ID_KEY`, `PARLEY_DATA_KEYS`, newest first, comma-separated), or
for one machine from a file of mode 0600 in `PARLEY_HOME`, made on first use.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkstemp

from cryptography.fernet import Fernet, MultiFernet

from bot.turn import Who

FILE = "keys.json"


class BadKeysError(RuntimeError):
    """Keys that cannot be used; the message says which setting, never its value."""


@dataclass(frozen=True, slots=True)
class Keys:
    """`identity` names people by HMAC; `seal` encrypts with the newest key and reads with any."""

    identity: bytes
    seal: MultiFernet

    def person(self, who: Who) -> str:
        """A person's row id: HMAC-SHA256 of who they are, in hex. Slack ids count per workspace."""
        parts = [who.platform, who.workspace, who.user] if who.workspace else [who.platform, who.user]
        return hmac.new(self.identity, json.dumps(parts).encode(), hashlib.sha256).hexdigest()

    def event(self, key: str) -> str:
        """An event's row id, so that no platform id stands in the store in clear."""
        return hmac.new(self.identity, b"event:" + key.encode(), hashlib.sha256).hexdigest()


def load_keys(home: Path) -> Keys:
    """The keys this process works with.

    Raises:
        BadKeysError: only one of the two settings is there, or a key is malformed.
    """
    identity, data = os.environ.get("PARLEY_ID_KEY"), os.environ.get("PARLEY_DATA_KEYS")
    if bool(identity) != bool(data):
        raise BadKeysError("set PARLEY_ID_KEY and PARLEY_DATA_KEYS together, or neither")
    if identity and data:
        return _keys(identity, data.split(","))
    stored = _stored(home / FILE)
    return _keys(str(stored["identity"]), list(stored["data"]))


def _keys(identity: str, data: list[str]) -> Keys:
    try:
        return Keys(identity.encode(), MultiFernet([Fernet(key.strip()) for key in data if key.strip()]))
    except ValueError:
        raise BadKeysError("PARLEY_DATA_KEYS must be Fernet keys: 32 url-safe base64 bytes each") from None


def _stored(path: Path) -> dict[str, list[str] | str]:
    if not path.exists():
        _create(path)
    try:
        kept: dict[str, list[str] | str] = json.loads(path.read_text())
        return {"identity": kept["identity"], "data": kept["data"]}
    except (ValueError, KeyError, TypeError):
        raise BadKeysError(
            f"{path} is damaged: restore it from a backup, or remove it to start anew"
        ) from None


def _create(path: Path) -> None:
    """Write new keys beside their place and link them there, so two first starts agree on one file."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    fresh = {"identity": Fernet.generate_key().decode(), "data": [Fernet.generate_key().decode()]}
    handle, draft = mkstemp(dir=path.parent, prefix=f".{path.name}.")  # mode 0600, a name of its own
    with os.fdopen(handle, "w") as out:
        json.dump(fresh, out)
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        Path(draft).unlink()
