"""A million made-up postings to cells: seconds and memory, beside pandas only reading the file."""

from __future__ import annotations

import multiprocessing
import resource
import tempfile
import time
from pathlib import Path
from typing import Final

import pandas as pd

from tests.benchmarks.postings import write_csv

COUNT: Final = 1_000_000
MOST_SECONDS: Final = 60.0
MOST_BYTES: Final = 3e9


def _cells(path: Path) -> tuple[float, int]:
    """Seconds from the file to the cells, and how many cells there are."""
    from data.build import Inputs, gather, measure
    from data.runner import Here

    before = time.perf_counter()
    gathered = gather(Inputs((path,)), Here(), lambda _step: None)
    kept = gathered.postings[gathered.postings["drop"].eq("")].reset_index(drop=True)
    return time.perf_counter() - before, len(measure(kept, Here()))


def _read(path: Path) -> tuple[float, int]:
    """Seconds pandas takes to read the file as text, and its rows."""
    before = time.perf_counter()
    frame = pd.read_csv(path, dtype=str, keep_default_na=False)
    return time.perf_counter() - before, len(frame)


def _alone(function: str, path: Path) -> tuple[float, int, int]:
    """Run a function of this module in a process of its own: its answer and its peak memory in bytes."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        seconds, count = pool.apply(globals()[function], (path,))
        peak = pool.apply(_peak)
    return seconds, count, peak


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def main(count: int = COUNT) -> None:
    """Measure and print; fail where a limit is passed."""
    with tempfile.TemporaryDirectory() as folder:
        path = write_csv(Path(folder) / "postings.csv", count)
        size = path.stat().st_size
        bare, _, _ = _alone("_read", path)
        seconds, cells, peak = _alone("_cells", path)
    print(f"  {count:,} postings ({size / 1e6:.0f} MB): {cells:,} cells in {seconds:.1f} s")
    print(f"  memory: {peak / 1e9:.2f} GB at most")
    print(
        f"  pandas only reading the file: {bare:.1f} s; the whole way costs {seconds / bare:.1f} times that"
    )
    if seconds > MOST_SECONDS or peak > MOST_BYTES:
        raise SystemExit(f"over the limit of {MOST_SECONDS:.0f} s and {MOST_BYTES / 1e9:.0f} GB")


if __name__ == "__main__":
    main()
