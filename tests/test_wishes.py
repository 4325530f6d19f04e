"""Plain words and the command they want: what was learnt, and that it is of the texts that are here."""

from __future__ import annotations

import json
import time

import pytest

from bot.commands import COMMANDS
from bot.wishes import features, weights, wish_of
from tests.conftest import Say

# Wordings of ours that stand in no teaching text.
UNTAUGHT = [
    ("please scrub every last thing you have stored on me", "forget"),
    ("could you hand me a copy of all you hold on me", "export"),
    ("mind looking over the mail i drafted for the recruiter", "check"),
    ("i would like to rehearse tomorrow's pay talk with you", "practice"),
    ("which sort of employers reward ai skills the most", "targets"),
    ("apart from base, which other things could i bargain for", "package"),
    ("help me put my work into cv bullet points", "evidence"),
    ("two offers on my desk, which one wins over four years", "compare"),
    ("the hr lady wants my salary expectation on friday, what number do i give", "range"),
    ("they turned my request down, do i take it or leave", "decide"),
]


@pytest.mark.parametrize(("text", "wish"), UNTAUGHT)
def test_words_nobody_taught_are_understood(text: str, wish: str) -> None:
    assert wish_of(text).label == wish


@pytest.mark.parametrize(("text", "wish"), UNTAUGHT)
def test_they_reach_their_command(say: Say, text: str, wish: str) -> None:
    assert say(text).intent == wish


def test_every_wish_is_a_command_or_a_kind_of_its_own() -> None:
    assert set(weights().labels) - {"why", "other"} <= set(COMMANDS)
    assert {"why", "other"} <= set(weights().labels)


def test_no_figure_is_learnt() -> None:
    assert features("is 185k fair") == features("is 92k fair")
    words = [sign for sign in features("is $185,000 fair") if sign.startswith(("w=", "b=", "s=", "p="))]
    assert not any(c.isdigit() for sign in words for c in sign)


def test_a_sentence_costs_little_and_a_long_text_no_more() -> None:
    wish_of("warm up")

    def cost(text: str) -> float:
        started = time.perf_counter()
        for _ in range(20):
            wish_of(text)
        return (time.perf_counter() - started) / 20

    assert cost("so they came back with a bit more, what do i do now") < 0.005
    assert cost("word " * 5_000) < 0.1


def test_dont_forget_me_is_no_wish_to_be_forgotten(say: Say) -> None:
    say("/profile floor 150k")
    assert say("don't forget me").intent != "forget"
    assert say("/profile").facts.floor == 150_000


def test_the_weights_are_of_the_texts_that_are_here() -> None:
    pytest.importorskip("pycrfsuite")
    from data.intents.teach import FOLDER, NOTE, fingerprint, read_texts

    note = json.loads((FOLDER / NOTE).read_text(encoding="utf-8"))
    assert {name: note[name] for name in ("texts", "seen")} == fingerprint()
    assert note["number"] == len(read_texts())
    assert note["held_out"] > 0.8


def test_texts_are_read_once_each_and_teach(tmp_path: object) -> None:
    pytest.importorskip("pycrfsuite")
    from pathlib import Path

    from data.intents.teach import learn, read_texts, teach

    folder = Path(str(tmp_path))
    lines = [f"forget\twipe {word} now" for word in ("it", "this", "that", "them", "all")]
    lines += [f"median\twhat does a {job} make" for job in ("nurse", "cook", "judge", "clerk", "pilot")]
    (folder / "some.txt").write_text(
        "\n".join([*lines, lines[0].upper().replace("FORGET", "forget"), "no tab"])
    )
    texts = read_texts(folder)
    assert len(texts) == 10
    learnt = learn(texts)
    assert (learnt.texts, learnt.right) == (10, 10)
    with pytest.raises(ValueError, match="no line of a wish"):
        teach(folder / "none", folder / "out.json")
