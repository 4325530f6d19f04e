"""The same functions here and on a Dask cluster, with the same cells."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd
import pytest

from data.build import Inputs, gather, measure
from data.runner import Here, Runner, SchedulerError, runner
from data.sources import postings as postings_files
from tests.benchmarks.postings import write_csv

if TYPE_CHECKING:
    from distributed import LocalCluster


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    """Two workers, each a process of its own."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from distributed import LocalCluster

        made = LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1")
        yield made
        made.close()


def _cells(path: Path, where: Runner) -> pd.DataFrame:
    gathered = gather(Inputs((path,)), where, lambda _step: None)
    return measure(gathered.postings[gathered.postings["drop"].eq("")].reset_index(drop=True), where)


def test_two_workers_give_the_same_cells(
    cluster: LocalCluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postings_files, "PART_ROWS", 700)
    path = write_csv(tmp_path / "postings.csv", 5_000)
    with runner(cluster.scheduler_address) as where:
        found = _cells(path, where)
        workers = set(where.map(_worker, range(8)))
    assert len(workers) == 2
    alone = _cells(path, Here())
    assert alone["p50"].notna().sum() > 10
    pd.testing.assert_frame_equal(found, alone)


def _worker(_part: int) -> str:
    from distributed import get_worker

    return str(get_worker().address)


def test_results_come_in_the_order_of_the_parts(cluster: LocalCluster) -> None:
    with runner(cluster.scheduler_address) as where:
        assert list(where.map(abs, range(-30, 0))) == list(range(30, 0, -1))


def test_no_scheduler_says_how_to_start_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.runner._PATIENCE", "300ms")
    with pytest.raises(SchedulerError, match="dask scheduler"), runner("tcp://127.0.0.1:1"):
        pass


def test_a_scheduler_without_workers_says_so() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from distributed import LocalCluster

        with (
            LocalCluster(n_workers=0, dashboard_address=None, host="127.0.0.1") as empty,
            pytest.raises(SchedulerError, match="no workers"),
            runner(empty.scheduler_address),
        ):
            pass
