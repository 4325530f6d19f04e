"""Teaching the reader: marked texts, what they mark, and weights that fit them."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.offers.candidates import candidates
from bot.offers.judged import NOT_OFFERED
from bot.offers.tagger import Weights, pairs, tag, weights
from data.reading.align import NAMES, align, names_said
from data.reading.cli import WEIGHTS, learn_command
from data.reading.corpus import FOLDER, examples, parse, read_examples, variants
from data.reading.lesson import NOTE, marked, seen
from data.reading.train import average, train, veiled, write

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
    kinds = {"offer", "present_pay", "wish", "job_ad", "question", "rejection", "nothing"}
    assert {one.kind for one in texts} == kinds
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


def test_candidates_are_named_by_the_marks_they_stand_on() -> None:
    text = align(
        next(
            read_examples(
                "=== t | post | offer\nOffer from [[company|Acme]], [[title|Senior Engineer]], "
                "[[location|Denver]], [[base|150k]]; Umbra said no, but Acme pays"
            )
        )
    )
    found = candidates(text.layout)
    said = {(one.what, one.text): name for one, name in zip(found, names_said(text, found), strict=True)}
    assert said["company", "Acme"] == "company"
    assert said["title", "Senior Engineer"] == "title"
    assert said["location", "Denver"] == "location"
    assert (said["company", "Denver"], said["company", "Umbra"]) == ("none", "none")
    assert all(name in {one[0], "none"} for one, name in said.items())
    again = [name for one, name in zip(found, names_said(text, found), strict=True) if one.text == "Acme"]
    assert again == ["company", "company"]


@pytest.mark.parametrize(
    ("marked", "said"),
    [
        ("from [[company|Google's]] team", "company"),
        ("from [[company|google]] team, Google", "company"),
        ("from [[company|Google Something]] team", "none"),
        ("from [[title|Google]] team", "none"),
    ],
)
def test_a_candidate_is_a_name_that_differs_by_a_mark_or_two(marked: str, said: str) -> None:
    text = align(next(read_examples(f"=== t | post | offer\n{marked}")))
    found = [one for one in candidates(text.layout) if (one.what, one.text) == ("company", "Google")]
    assert names_said(text, found) == [said]


# Three lessons a model can tell apart: what "a" and "b" say.
LESSONS = [
    ([["a"], ["b"]], ["base", "sign_on"]),
    ([["b"], ["a"]], ["sign_on", "base"]),
    ([["a"]], ["base"]),
] * 5


@pytest.mark.parametrize("settings", [{"c1": 0.01, "c2": 0.01}, {"c2": 0.01}])
def test_a_model_tells_its_lessons_apart(settings: dict[str, float]) -> None:
    model = train(LESSONS, settings)
    assert set(model.labels) == {"base", "sign_on"}
    assert [one.label for one in tag(model, [["b"], ["a"]])] == ["sign_on", "base"]


def test_small_weights_are_left_out() -> None:
    assert train(LESSONS, {"c1": 0.01, "c2": 0.01}).states
    assert train(LESSONS, {"c1": 0.01, "c2": 0.01}, least=1e6).states == {}


def test_a_lesson_of_nothing_teaches_nothing() -> None:
    settings = {"c1": 0.01, "c2": 0.01}
    assert train([*LESSONS, ([], [])], settings) == train(LESSONS, settings)


ONE_MODEL = Weights(("base", "sign_on"), {"a": "0 100 1 -40", "b": "1 60"}, ((0.5, 0.0), (0.0, 0.1)))


def test_the_mean_of_models_is_by_label_whatever_its_number() -> None:
    turned = Weights(("sign_on", "base"), {"a": "1 300", "c": "0 10 1 90"}, ((0.3, 0.0), (0.2, 0.1)))
    mean = average([ONE_MODEL, turned], least=0.0)
    assert mean.labels == ("base", "sign_on")
    assert {feature: dict(pairs(str(row))) for feature, row in mean.states.items()} == {
        "a": {0: 200, 1: -20},
        "b": {1: 30},
        "c": {0: 45, 1: 5},
    }
    assert mean.moves == ((0.3, 0.1), (0.0, 0.2))


def test_a_mean_leaves_out_what_is_small() -> None:
    mean = average([ONE_MODEL, Weights(ONE_MODEL.labels, {}, ONE_MODEL.moves)], least=0.25)
    assert mean.states == {"a": "0 50", "b": "1 30"}
    assert average([ONE_MODEL], least=0.0) == ONE_MODEL


def test_veiled_lessons_hide_a_part_of_what_is_seen() -> None:
    lesson = ([[f"f{n}" for n in range(200)], ["g"]], ["base", "none"])
    copies = veiled([lesson, lesson], 3, 0.5, seed=4)
    assert len(copies) == 6
    for seen_of, labels in copies:
        assert labels == ["base", "none"]
        assert 60 < len(seen_of[0]) < 140
        assert seen_of[0] == [one for one in lesson[0][0] if one in set(seen_of[0])]
    assert len({tuple(seen_of[0]) for seen_of, _ in copies}) == 6
    assert copies == veiled([lesson, lesson], 3, 0.5, seed=4)
    assert copies != veiled([lesson, lesson], 3, 0.5, seed=5)
    assert veiled([lesson], 2, 0.0, seed=4) == [lesson, lesson]


def test_weights_are_kept_as_they_are_and_read_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    model = Weights(("base", "née"), {'say="x"': "0 100", "é": "1 -40"}, ((0.5, 0.0), (0.0, -0.25)))
    (tmp_path / "weights").mkdir()
    write(model, tmp_path / "weights" / "some.json")
    monkeypatch.setattr("bot.offers.tagger.files", lambda _: tmp_path)
    assert weights.__wrapped__("some") == model
    lines = (tmp_path / "weights" / "some.json").read_text(encoding="utf-8").splitlines()
    assert lines[1:3] == ['"say=\\"x\\"":"0 100",', '"é":"1 -40"']


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
