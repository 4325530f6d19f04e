"""Teaching the reader: marked texts, what they mark, and weights that fit them."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.offers.judged import NOT_OFFERED
from bot.offers.tagger import weights
from data.reading.align import NAMES, align
from data.reading.cli import WEIGHTS, learn_command
from data.reading.corpus import FOLDER, examples, parse, read_examples, variants
from data.reading.lesson import NOTE, marked, seen

ONE = """=== t-1 | post | offer
Got [[base|$165,000]] + [[sign_on|20k]] at [[company|Acme]],
other is [[base@2|170k]]; now at [[present|150k]].
=== t-2 | chat | nothing
my rent is $2,400
"""


def test_marks_are_parted_from_the_text() -> None:
    text, marks = parse("base [[base|165k]] or [[base@2|170k]]!")
    assert text == "base 165k or 170k!"
    assert [(m.role, m.offer, text[m.start : m.end]) for m in marks] == [
        ("base", 1, "165k"),
        ("base", 2, "170k"),
    ]


def test_a_file_holds_many_texts() -> None:
    first, second = read_examples(ONE)
    assert (first.id, first.style, first.kind) == ("t-1", "post", "offer")
    assert first.text.startswith("Got $165,000 + 20k at Acme,\nother is 170k")
    assert (second.kind, second.marks) == ("nothing", ())


def test_mentions_take_the_roles_of_their_marks() -> None:
    first, second = (align(one) for one in read_examples(ONE))
    told = [
        (first.layout.source.text[figure.start : figure.end], role, offer)
        for figure, role, offer in zip(first.mentions, first.roles, first.offers, strict=True)
    ]
    assert told == [
        ("$165,000", "base", 1),
        ("20k", "sign_on", 1),
        ("170k", "base", 2),
        ("150k", "present", 1),
    ]
    assert first.missed == ()
    assert second.roles == ("none",)


def test_an_example_comes_in_other_forms_with_the_same_marks() -> None:
    example = next(read_examples(ONE))
    forms = list(variants(example, 6))
    assert len({form.text for form in forms} | {example.text}) == len(forms) + 1
    for form in forms:
        assert [mark.role for mark in form.marks] == [mark.role for mark in example.marks]
        assert all(form.text[mark.start : mark.end].strip() for mark in form.marks)


def test_every_shipped_text_is_well_marked() -> None:
    texts = list(examples())
    roles = set(weights("roles").labels)
    said = Counter(one.id for one in texts)
    assert [name for name, count in said.items() if count > 1] == []
    assert {one.kind for one in texts} == {"offer", "present_pay", "wish", "job_ad", "question", "nothing"}
    known = roles | NAMES | {"past", "letter_date"}
    assert {(one.id, mark.role) for one in texts for mark in one.marks if mark.role not in known} == set()
    assert [one.id for one in texts if "[[" in one.text or "]]" in one.text] == []
    assert [
        one.id
        for one in texts
        if one.kind != "offer"
        and any(m.role in {"base", "sign_on", "total"} - NOT_OFFERED for m in one.marks)
    ] == []


def test_nearly_every_mark_stands_on_a_mention() -> None:
    texts = [align(one) for one in list(examples())[::7]]
    marks = sum(len([m for m in one.example.marks if m.role not in NAMES]) for one in texts)
    missed = sum(len(one.missed) for one in texts)
    assert missed <= 0.04 * marks


def test_the_shipped_weights_were_learnt_from_the_shipped_texts_with_these_eyes() -> None:
    note = json.loads((WEIGHTS / NOTE).read_text(encoding="utf-8"))
    assert (note["marked"], note["seen"]) == (marked(FOLDER), seen(FOLDER)), "run `parley data learn`"


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("texts")
    some = [one for one in examples() if len(one.text) < 400][::25]
    written = "\n".join(f"=== {one.id} | {one.style} | {one.kind}\n{one.marked}" for one in some)
    (folder / "few.txt").write_text(written, encoding="utf-8")
    return folder


def test_learning_twice_gives_the_same_weights(few: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        done = subprocess.run(
            [sys.executable, "-m", "adapters.cli", "data", "learn", "--texts", few, "--out", tmp_path / name],
            capture_output=True,
            text=True,
            check=True,
        )
        assert "Learnt from" in done.stdout
    for part in ("roles.json", "parting.json", "kinds.json", NOTE):
        assert (tmp_path / "one" / part).read_bytes() == (tmp_path / "two" / part).read_bytes()


def test_a_folder_without_texts_is_told(tmp_path: Path) -> None:
    done = CliRunner().invoke(
        learn_command, ["--texts", str(tmp_path), "--out", str(tmp_path / "out")], standalone_mode=False
    )
    assert done.return_value == 1
    assert "No marked texts there" in done.output
    assert not (tmp_path / "out").exists()
