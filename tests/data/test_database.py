"""The database of the figures is written whole, beside its name, and moved there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from data import database, manifest
from tests.market.samples import write


def test_a_write_that_fails_leaves_the_old_file_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, out = write(tmp_path / "figures"), tmp_path / "made" / "benchmarks.db"
    told = manifest.read_manifest(folder) or {}
    database.write(folder, told, out)
    before = out.read_bytes()

    def broken(*_arguments: object) -> Iterator[dict[str, Any]]:
        yield {"role": "software-engineer", "place": "0000000", "level": "all", "ai": "all"}
        assert out.read_bytes() == before
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(database, "_rows", broken)
    with pytest.raises(OSError, match="No space"):
        database.write(folder, told, out)
    assert out.read_bytes() == before
    assert [path.name for path in out.parent.iterdir()] == [out.name]


def test_whoever_has_the_old_file_open_goes_on_reading_it(tmp_path: Path) -> None:
    folder, out = write(tmp_path / "figures"), tmp_path / "benchmarks.db"
    told = manifest.read_manifest(folder) or {}
    database.write(folder, told, out)
    with out.open("rb") as held:
        database.write(folder, {**told, "digest": "another"}, out)
        assert b"another" not in held.read()
    assert b"another" in out.read_bytes()


@pytest.mark.parametrize("content", [b"", b"not a database", b"SQLite format 3\x00 but broken"])
def test_another_file_has_no_counts(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other.db"
    path.write_bytes(content)
    assert database.counts(path) == {}
    assert database.counts(tmp_path / "absent.db") == {}
