"""AI-skilled, defined once: which words of a title, a skill tag or a question say so.

A posting is AI-skilled when its title, its description or its skill tags require or prefer
AI/ML/LLM work; descriptions are read where the figures are made. Which words count is the table
ai_terms.csv. A tag counts when it names the work itself (Machine Learning, LLM, RAG, NLP, Computer
Vision, MLOps) or a library that has no other use (PyTorch, TensorFlow, scikit-learn, LangChain).
Python, pandas, Spark, Airflow, SQL or n8n do not count: most people who use them do no AI work, and
with them in nearly every data posting would be AI-skilled and the premium would measure nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from bot.understand.text import Token, fold
from bot.understand.vocab import rows

AI_ROLES: Final = frozenset({"ai-engineer", "machine-learning-engineer"})
"""Roles that are AI work by themselves."""

# In longer texts a bare "AI" is a topic; in a short question it is what is asked for.
SHORT_QUESTION = 8
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_AI_WORK = r"(?:ai|ml|llms?|gen ?ai|(?:machine|deep) learning|prompt engineering)"
_OF_AI = (
    "and or vs versus skill skills skilled experience knowledge work premium tool tools bump uplift bonus "
    "salary pay pays job jobs posting postings get gets make makes raise raises"
)
_NON_AI = re.compile(rf"\b(?:non|without|no)[- ]?{_AI_WORK}\b", re.IGNORECASE)
_SKILL = re.compile(
    rf"\b(?:(?:learn|learning|know|knowing) {_AI_WORK}\b"
    rf"|{_AI_WORK}(?=[\s/,-]{{1,3}}(?:{'|'.join(_OF_AI.split())})\b))",
    re.IGNORECASE,
)
_ACRONYM = re.compile(r"(?<![^\W_])[A-Z]{2}(?![^\W_])")


class _Terms:
    """Terms of one kind, by first word."""

    def __init__(self, kind: str) -> None:
        self.first: dict[str, list[tuple[str, ...]]] = {}
        for row in rows("ai_terms"):
            if kind in row["kinds"].split(";"):
                words = tuple(_WORD.findall(fold(row["term"])))
                self.first.setdefault(words[0], []).append(words)

    def at(self, words: Sequence[str], start: int) -> int:
        """Give how many words a term standing at `start` covers, 0 for none."""
        return max(
            (
                len(term)
                for term in self.first.get(words[start], ())
                if tuple(words[start : start + len(term)]) == term
            ),
            default=0,
        )

    def within(self, words: Sequence[str]) -> bool:
        """Whether a term stands anywhere in the words."""
        return any(self.standing(words))

    def standing(self, words: Sequence[str]) -> Iterator[tuple[int, int]]:
        """Where terms stand in the words: the first word of each, and the word after it."""
        for i, word in enumerate(words):
            if word in self.first and (count := self.at(words, i)):
                yield i, i + count


@cache
def _terms(kind: str) -> _Terms:
    return _Terms(kind)


@cache
def _tags() -> frozenset[str]:
    return frozenset(fold(row["term"]) for row in rows("ai_terms") if row["kinds"] == "tag")


@cache
def _acronyms() -> frozenset[str]:
    return frozenset(row["term"].upper() for row in rows("ai_terms") if row["kinds"] == "caps")


def in_title(title: str) -> bool:
    """Whether a job title names AI work: "AI", "ML", "LLM", "computer vision", "agentic" and the like."""
    words = _WORD.findall(title.lower() if title.isascii() else fold(title))
    if any(_is_work(words, start, end) for start, end in _terms("title").standing(words)):
        return True
    return any(word in _acronyms() for word in _ACRONYM.findall(title)) and not title.isupper()


def _is_work(words: Sequence[str], start: int, end: int) -> bool:
    """Whether a term of a title is the work, not a name ("Ai Weiwei") or who hires ("..., AI lab")."""
    if _terms("name").at(words, start):
        return False
    hires = len(words) - 1 == end and _terms("place of work").at(words, end)
    return not hires or _terms("craft").within(words)


def is_tag(tag: str) -> bool:
    """Whether a skill tag counts as AI/ML/LLM work."""
    return fold(tag).strip() in _tags()


def without_skills(text: str) -> str:
    """A question about AI skills without their names, so that what is left is the job.

    "machine learning skills in data science" -> "skills in data science", "ai and non-ai software
    engineer" -> "and software engineer"; "machine learning engineer" is a job and stays.
    """
    return _SKILL.sub(" ", _NON_AI.sub(" ", text))


def ai_words(found: Sequence[Token]) -> bool | None:
    """Whether a question asks for AI-skilled pay: True, False ("without AI"), None when not said.

    "AI" alone counts in a short question or as its last word, unless a company is what it
    describes ("an AI startup").
    """
    words = [word for token in found for word in _WORD.findall(token.fold)]
    for kind, answer in (("not", False), ("ask", True)):
        if _terms(kind).within(words):
            return answer
    for i, word in enumerate(words):
        last = i + 1 == len(words)
        if word in ("ai", "genai", "llm") and (last or len(words) <= SHORT_QUESTION):
            about = words[i + 1] if not last else ""
            if about not in _terms("employer").first:
                return True
    return None
