"""Numbers after "on" or "at" that a check came out with, and no pay: "accuracy at 94", "agreed on 38"."""

from __future__ import annotations

import re

_RATED = re.compile(
    r"\b(?:accuracy|precision|recall|f1|auc|nps|csat|satisfaction|scores?|scored|uptime|latency|p\d\d"
    r"|(?:win|pass|error|response|reply|completion) rate)(?: (?:is|was|stayed|stands|now))? (?:on|at)\s$",
    re.IGNORECASE,
)
_CAME_OUT = re.compile(
    r"\b(?:agreed|disagreed|matched|right|correct|wrong|failed|passed|differed) (?:on|in|at)\s$",
    re.IGNORECASE,
)

_OUT_OF = re.compile(r"(?:out )?of (?:the )?\d")  # "46 of 50"
_IN_SO_MANY = re.compile(r"\b\d{1,6} [a-z-]{3,20} (?:in|of|among|across) (?:the )?$", re.IGNORECASE)
_LESS = re.compile(
    r"(?:less|fewer) (?!than\b|pay\b|salary\b|base\b|money\b|a\b|per\b)[a-z]{3,20}\b", re.IGNORECASE
)


def is_of_a_count(before: str, after: str) -> bool:
    """Whether a number between these words is a share, a count of cases, or what there is less of.

    >>> is_of_a_count("2 mismatches in ", ""), is_of_a_count("", "less stock"), is_of_a_count("paid in ", "")
    (True, True, False)
    """
    counted = _OUT_OF.match(after) or _LESS.match(after) or _IN_SO_MANY.search(before)
    return after[:1] == "%" or counted is not None


def is_finding(before: str, *, of_cases: bool) -> bool:
    """Whether the number after these words is a score, or says how often a check came out right.

    `of_cases` says that something was counted before: "40 contracts, agreed on 38", but "we agreed on 95".

    >>> is_finding("of 40 contracts we agreed on ", of_cases=True), is_finding("I am on ", of_cases=True)
    (True, False)
    """
    return _RATED.search(before) is not None or (of_cases and _CAME_OUT.search(before) is not None)
