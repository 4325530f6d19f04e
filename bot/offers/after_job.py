"""Names that the weights are not sure of, where the plainest places for them settle it.

The employer right after the job, and "(remote)" as the place.
"""

from __future__ import annotations

import re
from functools import cache

from bot.offers.candidates import candidates
from bot.offers.layout import Layout
from bot.offers.names import Name, word_list
from bot.understand.text import fold
from bot.understand.vocab import rows

_SURE = 0.5
_AT, _AFTER_NAME = " at ", re.compile(r" ?(?:[.,;(|\n]|[-\u2013] |$)")
# What a title names after a comma that is no employer, beside the fields of `title_fields.csv`.
_TEAMS = frozenset(
    (
        *(
            "payments",
            "payment",
            "checkout",
            "growth",
            "search",
            "ads",
            "ranking",
            "core",
            "identity",
            "trust",
            "safety",
        ),
        *(
            "billing",
            "risk",
            "fraud",
            "commerce",
            "ecommerce",
            "marketplace",
            "mobile",
            "web",
            "monetization",
        ),
        *(
            "onboarding",
            "integrations",
            "experience",
            "enterprise",
            "market",
            "smb",
            "commercial",
            "strategic",
        ),
        *(
            "platform",
            "platforms",
            "infrastructure",
            "reliability",
            "developer",
            "internal",
            "tools",
            "tooling",
        ),
        *(
            "east",
            "west",
            "north",
            "south",
            "central",
            "emea",
            "americas",
            "apac",
            "global",
            "applied",
            "ios",
            "android",
        ),
        *("contract", "contractor", "remote", "hybrid", "full", "part"),
    )
)
_PLACED = re.compile(r"(?:[.,]? ?\(?|, |\. )(?:fully )?(?:remote|hybrid|on-?site)\b")


def after_job(layout: Layout) -> list[Name]:
    """The company of a text in which none is sure, where it stands right after the job.

    "Account Executive at Veltrix.", "Engineering Manager, Hexbyte (remote)": after a comma only before the
    kind of place, and never a word of jobs or teams ("Engineering Manager, Payments (remote)").
    """
    low, found = layout.source.low, candidates(layout)
    ends = {one.end for one in found if one.what == "title"}
    places = {one.start for one in found if one.what == "location"}
    for one in found:
        if one.what != "company" or not one.text[:1].isupper() or one.start in places:
            continue
        at = low[one.start - len(_AT) : one.start] == _AT and one.start - len(_AT) in ends
        if at and _AFTER_NAME.match(low, one.end):
            return [Name(one.text, one.start, one.end, _SURE)]
        listed = low[one.start - 2 : one.start] == ", " and one.start - 2 in ends
        if listed and _PLACED.match(low, one.end) and not names_a_team(one.text):
            return [Name(one.text, one.start, one.end, _SURE)]
    return []


def names_a_team(name: str) -> bool:
    """Whether a name is made of words of jobs and teams: "Payments", "Mid-Market", "Data Platform"."""
    words = {word for part in name.split() for word in fold(part).split("-")}
    return any(
        word in word_list("offer_title_words") or word in word_list("not_companies") or word in _team_words()
        for word in words
    )


@cache
def _team_words() -> frozenset[str]:
    """The words of the fields that a title may name after a comma."""
    fields = {word for row in rows("title_fields") for word in row["field"].casefold().split()}
    return frozenset(fields | _TEAMS)


def in_brackets(layout: Layout) -> list[Name]:
    """The place of a text in which none is sure, where it is "(remote)"."""
    low = layout.source.low
    if "(remote)" not in low:
        return []
    remote = (
        one
        for one in candidates(layout)
        if one.what == "location" and low[one.start - 1 : one.end + 1] == "(remote)"
    )
    return [Name(one.text, one.start, one.end, _SURE) for one in remote][:1]
