"""What counts as AI-skilled: in titles, tags, descriptions and questions."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understand import ai
from bot.understand.roles import roles
from bot.understand.text import tokens


@pytest.mark.parametrize(
    "title",
    [
        "AI Engineer",
        "Senior ML Engineer",
        "LLM Platform Lead",
        "Machine Learning Scientist",
        "Computer-Vision Engineer",
        "Product Manager, GenAI",
        "Engineer, Agentic Systems",
        "Ingénieur IA",
        "Research Engineer, Post-Training",
        "Research Scientist, AI Lab",
        "Engineer, AI Team",
    ],
)
def test_title_names_ai_work(title: str) -> None:
    assert ai.in_title(title)


@pytest.mark.parametrize(
    "title",
    [
        "Software Engineer",
        "Air Traffic Analyst",
        "HTML Developer",
        "Retail Manager",
        "Data Scientist",
        "Real Estate Agent",
        "Email Designer",
        "Office Manager, AI lab",
        "Chef at an AI startup",
        "Recruiter (ML company)",
        "Ai Weiwei Exhibition Assistant",
        "",
    ],
)
def test_title_names_none(title: str) -> None:
    assert not ai.in_title(title)


@pytest.mark.parametrize(
    "tag", ["LLM", "pytorch", "Machine Learning", "RAG", "NLP", "MLOps", "scikit-learn", "Computer Vision"]
)
def test_tags_that_count(tag: str) -> None:
    assert ai.is_tag(tag)


@pytest.mark.parametrize("tag", ["Python", "pandas", "Spark", "SQL", "n8n", "Airflow", "Tableau", "Go", ""])
def test_tags_that_do_not(tag: str) -> None:
    assert not ai.is_tag(tag)


@pytest.mark.parametrize(
    ("question", "want"),
    [
        ("swe sf senior --ai", True),
        ("AI-skilled swe in sf", True),
        ("what does a data analyst in Austin make with AI skills these days", True),
        ("what is the median base for a product manager in Austin --ai", True),
        ("swe sf without AI", False),
        ("non-AI swe sf", False),
        ("swe sf", None),
        ("OpenAI swe", None),
        ("an AI startup made me an offer", None),
        ("their AI lab pays well", None),
        ("", None),
    ],
)
def test_ai_in_a_question(question: str, want: bool | None) -> None:
    assert ai.ai_words(tokens(question)) is want


def test_ai_roles_are_roles() -> None:
    assert roles().keys() >= ai.AI_ROLES


@given(st.text())
def test_anything_is_read_without_raising(text: str) -> None:
    assert ai.in_title(text) in {True, False}
    assert ai.is_tag(text) in {True, False}
    assert ai.ai_words(tokens(text)) in {True, False, None}


@pytest.mark.parametrize("part", ["machine ", "ai\n", "A"])
def test_a_megabyte_is_read_in_linear_time(part: str) -> None:
    text = part * (1_000_000 // len(part))
    start = time.process_time()
    ai.in_title(text)
    ai.ai_words(tokens(text))
    assert time.process_time() - start < 10


@pytest.mark.parametrize(
    ("said", "job"),
    [
        ("machine learning skills in data science", "skills in data science"),
        ("AI and non-AI software engineer, SF", "and software engineer, SF"),
        ("worth learning ML as a data analyst", "worth as a data analyst"),
        ("AI premium for PMs", "premium for PMs"),
        ("machine learning engineer, sf", "machine learning engineer, sf"),
        ("AI engineer, staff", "AI engineer, staff"),
        ("senior swe, ML platform", "senior swe, ML platform"),
    ],
)
def test_a_question_about_ai_skills_without_their_names_is_the_job(said: str, job: str) -> None:
    assert " ".join(ai.without_skills(said).split()) == job
