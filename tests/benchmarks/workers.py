"""Two Dask workers against one, this process and a pool of two: the same postings, the same cells."""

from __future__ import annotations

import tempfile
import time
import warnings
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Final, TypeVar

import pandas as pd

from data.build import Inputs, gather, measure
from data.runner import Here, Runner, runner
from data.sources import postings as postings_files
from tests.benchmarks.postings import write_jsonl

COUNT: Final = 24_000
LEAST_RATIO: Final = 1.3

In = TypeVar("In")
Out = TypeVar("Out")


class _Pool:
    """The dumb way to use two cores: a pool of processes."""

    def __init__(self, pool: ProcessPoolExecutor) -> None:
        self._pool = pool

    def map(self, function: Callable[[In], Out], parts: Iterable[In]) -> Iterator[Out]:
        return self._pool.map(function, parts)


def _timed(path: Path, where: Runner) -> tuple[float, pd.DataFrame]:
    before = time.perf_counter()
    gathered = gather(Inputs((path,)), where, lambda _step: None)
    cells = measure(gathered.postings[gathered.postings["drop"].eq("")].reset_index(drop=True), where)
    return time.perf_counter() - before, cells


def _on_cluster(path: Path, workers: int) -> tuple[float, pd.DataFrame]:
    from distributed import LocalCluster

    with (
        LocalCluster(
            n_workers=workers, threads_per_worker=1, dashboard_address=None, host="127.0.0.1"
        ) as cluster,
        runner(cluster.scheduler_address) as where,
    ):
        list(where.map(_warm, range(workers * 2)))
        return _timed(path, where)


def _warm(_part: int) -> int:
    """Import what a worker needs before the clock runs."""
    import data.prepare

    return len(data.prepare.COLUMNS)


def main(count: int = COUNT) -> None:
    """Measure and print; fail where cells differ or the second worker gains too little."""
    warnings.simplefilter("ignore")
    postings_files.PART_BYTES = 4_000_000  # type: ignore[misc]
    with tempfile.TemporaryDirectory() as folder:
        path = write_jsonl(Path(folder) / "postings.jsonl", count)
        size = path.stat().st_size
        here, cells = _timed(path, Here())
        with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
            list(pool.map(_warm, range(4)))
            pooled, of_pool = _timed(path, _Pool(pool))
        one, of_one = _on_cluster(path, 1)
        two, of_two = _on_cluster(path, 2)
    for other in (of_pool, of_one, of_two):
        pd.testing.assert_frame_equal(cells, other)
    print(f"  {count:,} postings with descriptions ({size / 1e6:.0f} MB), {len(cells):,} cells each way")
    print(f"  this process {here:.1f} s; a pool of two {pooled:.1f} s ({here / pooled:.2f} times as fast)")
    print(f"  Dask, one worker {one:.1f} s; two workers {two:.1f} s ({one / two:.2f} times as fast)")
    if one / two < LEAST_RATIO:
        raise SystemExit(f"the second worker gains less than {LEAST_RATIO} times")


if __name__ == "__main__":
    main()
