from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understand.writer import without_sentences_on_writer, without_writer


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("I was born in Vietnam.", "."),
        ("I come from Nigeria and live in Austin", "and live in Austin"),
        ("What should I ask as an immigrant from Brazil?", "What should I ask ?"),
        ("I grew up in Ohio, now in Seattle", ", now in Seattle"),
        ("I'm 58 years old. 185k base", ". 185k base"),
        ("I just turned 24.", "."),
        ("software engineer in Boise, aged 45", "software engineer in Boise,"),
        ("I studied computer science at Stanford", ""),
        ("I did my PhD in NLP at MIT, then built a search engine", ", then built a search engine"),
        ("I hold an MBA from Wharton.", "."),
        ("I went to a community college.", "."),
    ],
)
def test_origin_age_and_school_are_painted_over(said: str, left: str) -> None:
    found = without_writer(said)
    assert " ".join(found.split()) == left
    assert len(found) == len(said)


@pytest.mark.parametrize(
    "said",
    [
        "I came in at 190k, they came back with 195k",
        "I came up with a pricing model in Boston",
        "They turned 24 tickets into 12",
        "I studied churn in the Austin stores",
        "I built a triage agent at Stanford Health",
        "a director of national accounts from next May",
        "senior software engineer, San Francisco, 24 hours a week, 58k",
        "The school district offers 64k",
    ],
)
def test_work_jobs_places_and_pay_stay(said: str) -> None:
    assert without_writer(said) == said
    assert without_sentences_on_writer(said) == said


def test_among_words_to_repeat_only_whole_sentences_go() -> None:
    one = "I did my PhD at MIT, then built a search engine"
    assert without_sentences_on_writer(one) == one
    kept = without_sentences_on_writer("I grew up in Ohio. I built a search engine.")
    assert kept.strip(" .") == "I built a search engine"


@given(st.text(alphabet=st.sampled_from("I am born studied at in from 24 years old MIT.,\n"), max_size=120))
def test_offsets_stay_as_they_were(text: str) -> None:
    for found in (without_writer(text), without_sentences_on_writer(text)):
        assert len(found) == len(text)
        assert all(new in (" ", old) for new, old in zip(found, text, strict=True))


@pytest.mark.parametrize("piece", ["i am ", "i studied ", "i did my phd ", "born in a ", "24 years "])
def test_a_hostile_text_takes_linear_time(piece: str) -> None:
    began = time.process_time()
    without_writer(piece * (60_000 // len(piece)))
    assert time.process_time() - began < 0.5
