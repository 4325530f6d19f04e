"""The draft in what somebody typed to have one checked: without the words that asked for it."""

from __future__ import annotations

import re
from itertools import islice, pairwise

from bot.understand.intent import intent
from bot.understand.leaving import leaves
from bot.understand.text import tokens

A_CUE = 16  # words; what asks for a check is no longer than this
A_DRAFT = 7  # words; fewer are a draft only where they hold a number
A_CHAT = 3  # words; fewer are none

_COMMON = frozenset(
    {
        "the",
        "to",
        "for",
        "i",
        "you",
        "and",
        "of",
        "is",
        "it",
        "my",
        "we",
        "can",
        "could",
        "your",
        "with",
        "that",
        "this",
        "be",
        "have",
        "i'm",
        "not",
        "more",
        "would",
        "than",
        "know",
        "but",
        "are",
        "need",
        "want",
        "offer",
        "thanks",
        "should",
        "what",
    }
)
_LABEL = re.compile(
    r"\s*(?:this|it|(?:my |the |a |this )?(?:draft|e-?mail|reply|message|note|letter|text|counter"
    r"|answer))\s{0,4}:\s*",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"\A([\"“'«`]{1,3})(.*?)[\"”'»`]{1,3}\Z", re.DOTALL)
_A_WORD = re.compile(r"\S+")
_REACH = 400  # characters; what asks for a check is no longer than this
_OVER = re.compile(
    r"(?:please )?(?:no|nope|done|skip|back|nothing)(?: thanks?(?: you)?)?",
    re.IGNORECASE,
)
_THEIRS = re.compile(
    r"\b(?:we are|we're|is|am|i'm|i am) (?:very )?(?:pleased|delighted|happy|excited"
    r"|thrilled) to (?:offer you|extend|present you)"
    r"|\bwe would like to offer you\b|\bwelcome to the team\b|\bplease sign and return\b",
    re.IGNORECASE,
)
_A_LETTER = re.compile(
    r"\?|\b(?:you|your|offer|hi|hello|dear|thank|thanks|base|salary|i need|i want|asking for)\b"
    r"|\A(?-i:[A-Z][a-z]{1,15}),\s.*\d",
    re.IGNORECASE | re.DOTALL,
)


def draft_in(text: str) -> str:
    """The draft itself: "Check my email: Hi Ana, ..." -> "Hi Ana, ..."; "" where there is none."""
    said = text.strip()
    lead = _LABEL.match(said)
    said = said[lead.end() :] if lead else _after_the_wish(said)
    said = _before_the_wish(said)
    quoted = _QUOTED.match(said)
    return (quoted[2] if quoted else said).strip()


def _after_the_wish(said: str) -> str:
    """The text without a beginning that asks for the check, as far as its colon, line or stop."""
    rest = said
    for word, after in pairwise(islice(_A_WORD.finditer(said), A_CUE + 1)):
        if word.end() > _REACH:
            break
        breaks = word.group()[-1] in ":.?!" or "\n" in said[word.end() : after.start()]
        if breaks and intent(said[: word.end()].removesuffix(":")) == "check":
            rest = said[after.start() :]
            break
    if rest == said and len(said.split()) <= A_CUE and intent(said) == "check":
        return ""
    return rest


def _before_the_wish(said: str) -> str:
    """The text without a last line that asks for the check."""
    head, _, last = said.rpartition("\n")
    if head and len(last.split()) <= A_CUE and intent(last) == "check":
        return head.strip()
    return said


def is_over(text: str) -> bool:
    """Whether few words call the check off: "stop", "never mind"."""
    return leaves(text) in ("stop", "later") or _OVER.fullmatch(text.strip(" .!")) is not None


def is_theirs(text: str) -> bool:
    """Whether a text is the employer's own letter, and no draft of an answer."""
    return _THEIRS.search(text) is not None


def is_english(text: str) -> bool:
    """Whether a text is English: one word in twelve is a common one of it. A few words may be."""
    words = [token.fold for token in tokens(text)]
    return len(words) < A_DRAFT or sum(word in _COMMON for word in words) * 12 >= len(words)


def is_draft(text: str) -> bool:
    """Whether words can be a draft: enough of them, or a few that speak to a recruiter."""
    count = len(text.split())
    if count >= A_DRAFT:
        return bool(_A_LETTER.search(text))
    return count >= A_CHAT and any(each.isdigit() for each in text)
