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
    """`identity` names people by HMAC; `seal` encrypts with the newest key and reads with any.

    `names` are the data keys' names, the newest first: a digest that tells them apart and tells nothing.
    """

    identity: bytes
    seal: MultiFernet
    names: tuple[str, ...]

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


def in_environment() -> bool:
    """Whether the keys are set from outside, so that only who set them can change them."""
    return bool(os.environ.get("PARLEY_ID_KEY"))


def renew_file(home: Path) -> Keys:
    """Put a new data key before those in the key file, and keep the one before it beside it.

    The rows must be under the newest of the file already: older keys are dropped. A process that still
    seals with the previous one is understood, and reads the file again where it meets the new one.

    Raises:
        BadKeysError: the file is damaged.
    """
    path = home / FILE
    stored = _stored(path)
    data = [Fernet.generate_key().decode(), *list(stored["data"])[:1]]
    draft = _draft(path, {"identity": stored["identity"], "data": data})
    with draft.open() as written:
        os.fsync(written.fileno())  # rows will be under the new key in a moment
    draft.replace(path)
    return _keys(str(stored["identity"]), data)


def _keys(identity: str, data: list[str]) -> Keys:
    spelt = [key.strip() for key in data if key.strip()]
    try:
        seal = MultiFernet([Fernet(key) for key in spelt])
    except ValueError:
        raise BadKeysError("PARLEY_DATA_KEYS must be Fernet keys: 32 url-safe base64 bytes each") from None
    return Keys(identity.encode(), seal, tuple(_name(identity.encode(), key) for key in spelt))


def _name(identity: bytes, key: str) -> str:
    return hmac.new(identity, b"key:" + key.encode(), hashlib.sha256).hexdigest()[:16]


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
    fresh: dict[str, object] = {
        "identity": Fernet.generate_key().decode(),
        "data": [Fernet.generate_key().decode()],
    }
    draft = _draft(path, fresh)
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()


def _draft(path: Path, kept: dict[str, object]) -> Path:
    """The keys in a file beside their place, to be put there whole."""
    handle, draft = mkstemp(dir=path.parent, prefix=f".{path.name}.")  # mode 0600, a name of its own
    with os.fdopen(handle, "w") as out:
        json.dump(kept, out)
    return Path(draft)
