"""A recruiter who calls is nobody's job."""

from __future__ import annotations

import pytest

from bot.understand.callers import without_caller


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("recruiter from Datadog calls tomorrow", " from Datadog calls tomorrow"),
        ("the recruiter just asked what I want", "the just asked what I want"),
        ("a headhunter at Acme Corp reached out", "a at Acme Corp reached out"),
        ("call with the recruiter about an SRE role", "call with the about an SRE role"),
    ],
)
def test_who_calls_is_blanked_out(said: str, left: str) -> None:
    blanked = without_caller(said)
    assert len(blanked) == len(said)
    assert blanked.split() == left.split()


@pytest.mark.parametrize(
    "said",
    [
        "recruiter in Austin",
        "senior recruiter at Datadog, 120k",
        "what does a recruiter make",
        "HR manager, NYC",
    ],
)
def test_the_job_of_a_recruiter_stays(said: str) -> None:
    assert without_caller(said) == said


def test_a_long_text_takes_time_in_proportion_to_its_length() -> None:
    assert without_caller("recruiter from " * 20_000) == "recruiter from " * 20_000
