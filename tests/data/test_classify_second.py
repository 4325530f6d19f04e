"""A second reader's labels: pay and AI on real postings and made-up ones, labelled before they were read.

`apart` says why a made-up text is disputable or beyond the readers: it counts in the totals only. `or` is
the other label that a third reader might give.
"""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from data.classify.ai import read_ai
from data.classify.lines import ai_lines
from data.classify.pay import read_pay

HERE = Path(__file__).parent

Plain = tuple[float | None, float | None, str, str]


def _rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


def _ai_labels() -> list[dict[str, str]]:
    with (HERE / "labels_ai_second.csv").open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


@pytest.fixture(scope="module")
def postings(shared: Path) -> dict[str, dict[str, str]]:
    file = shared / "data" / "postings" / "descriptions_2026-08.jsonl"
    if not file.is_file():
        pytest.skip("the shared posting texts are not on this machine")
    read = map(json.loads, file.read_text(encoding="utf-8").splitlines())
    return {posting["job_key"]: posting for posting in read}


def _f1(pairs: Iterable[tuple[Counter[Plain], Counter[Plain]]]) -> float:
    right = wrong = missed = 0
    for meant, read in pairs:
        right += (meant & read).total()
        wrong += (read - meant).total()
        missed += (meant - read).total()
    return 2 * right / (2 * right + wrong + missed)


def _read(text: str) -> Counter[Plain]:
    return Counter((pay.low, pay.high, pay.currency, pay.period) for pay in read_pay(text))


def _sure(name: str) -> list[dict[str, Any]]:
    return [row for row in _rows(name) if not row["apart"]]


def test_real_pay_is_read_as_a_second_reader_labelled_it(postings: dict[str, dict[str, str]]) -> None:
    labels = _rows("labels_pay_second.jsonl")
    assert len({label["job_key"] for label in labels}) == 110
    pairs = [
        (
            Counter((pay["low"], pay["high"], pay["currency"], pay["period"]) for pay in label["pay"]),
            _read(postings[label["job_key"]]["description"]),
        )
        for label in labels
    ]
    assert _f1(pairs) >= 0.98


def test_real_pay_has_the_kind_a_second_reader_gave_it(postings: dict[str, dict[str, str]]) -> None:
    kinds = Counter[bool]()
    for label in _rows("labels_pay_second.jsonl"):
        meant = Counter((pay["low"], pay["high"], pay["kind"]) for pay in label["pay"])
        text = postings[label["job_key"]]["description"]
        read = Counter((pay.low, pay.high, pay.kind) for pay in read_pay(text))
        kinds[True] += (meant & read).total()
        kinds[False] += (meant - read).total()
    assert kinds[True] >= 0.98 * kinds.total()


def test_nine_in_ten_of_a_second_readers_ai_labels_are_met(postings: dict[str, dict[str, str]]) -> None:
    labels = _ai_labels()
    assert len({label["job_key"] for label in labels}) == 110
    met = Counter(
        read_ai(posting["title"], posting["description"], None) == label["label"]
        for label in labels
        for posting in (postings[label["job_key"]],)
    )
    assert met[True] >= 0.93 * met.total()


@pytest.mark.parametrize("row", _sure("made_up_pay_second.jsonl"), ids=lambda row: row["text"][:40])
def test_pay_as_boards_around_the_world_write_it(row: dict[str, Any]) -> None:
    read = [[pay.low, pay.high, pay.currency, pay.period, pay.kind] for pay in read_pay(row["text"])]
    assert read == row["pay"]


def test_made_up_pay_with_the_hard_ones() -> None:
    rows = _rows("made_up_pay_second.jsonl")
    assert len(rows) == 175
    pairs = [(Counter((*pay[:4],) for pay in row["pay"]), _read(row["text"])) for row in rows]
    assert _f1(pairs) >= 0.97


def _asks(tmp_path: Path, text: str) -> str:
    file = tmp_path / "posting.txt"
    file.write_text(text, encoding="utf-8")
    return next(ai_lines([file]))["ai"]


@pytest.mark.parametrize("row", _sure("made_up_ai_second.jsonl"), ids=lambda row: row["text"][:40])
def test_what_a_file_asks_of_ai_in_many_fields(row: dict[str, str], tmp_path: Path) -> None:
    assert _asks(tmp_path, row["text"]) == row["asks"]


def test_made_up_ai_with_the_hard_ones(tmp_path: Path) -> None:
    rows = _rows("made_up_ai_second.jsonl")
    assert len(rows) == 64
    assert sum(_asks(tmp_path, row["text"]) == row["asks"] for row in rows) >= 0.93 * len(rows)
