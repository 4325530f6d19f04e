"""Priya, senior data scientist, Austin: two offers, one of them with a deadline that comes first."""

from __future__ import annotations

from tests.stories.telling import Story, Variation, forgotten, of, pressed, said

FIRST = (
    "Offer from Northwind Labs: Senior Data Scientist, Austin, TX, base $152,000, 10% bonus, $60,000 in RSUs "
    "over 4 years, sign-on $10,000. Please answer by Friday, December 4, 2026."
)
SECOND = (
    "Offer from Halden Health: Senior Data Scientist, Austin, TX, base $165,000, 8% bonus, no equity. "
    "Reply by December 11, 2026."
)

STORY = Story(
    "a senior data scientist in Austin",
    turns=(
        said(
            "A recruiter from Northwind Labs calls me tomorrow, senior data scientist in Austin",
            "range",
            {"quote.basis": "estimated", "range.low": of("quote.p50"), "range.opening": "ask_first"},
            slots={"role": "data-scientist", "place": "Austin, TX", "level": "senior"},
        ),
        said("they want my current OTE", "range", {"scene": "current", "range.low": of("quote.p50")}),
        said(
            "/range posted 140-175k",
            "range",
            {"posted.middle": 157_500, "posted.say_low": 158_000, "posted.say_top": 175_000},
            key="posted",
        ),
        said(
            FIRST,
            "offer",
            {
                "offer.base_amount": 152_000,
                "offer.deadline": "2026-12-04",
                "critique.verdict": "inside_estimate",
                "years.four_years": (608_000, 60_800, 10_000, 60_000, 738_800),
            },
            slots={"company": "Northwind Labs", "level": "senior"},
            key="offer",
        ),
        said(SECOND, "offer", {"offer.base_amount": 165_000, "offer.deadline": "2026-12-11"}),
        said(
            "/compare",
            "compare",
            {
                "comparison.four_years.name": "Northwind Labs",
                "comparison.four_years.by": 26_000,
                "comparison.cash.name": "Halden Health",
                "comparison.cash.by": 34_000,
                "comparison.sides.Halden Health.both_four": 712_800,
            },
            key="compare",
        ),
        pressed("Work on Northwind Labs", "offer", {"offer.company": "Northwind Labs"}),
        said(
            "/counter mention Halden Health",
            "counter",
            {"counter.ask": 168_000, "counter.market": None, "mentioned.base_amount": 165_000},
            letter=("$168,000", "I also hold an offer from Halden Health. I would rather join you."),
            key="counter",
        ),
        said(
            "/decide more time until December 11",
            "decide",
            {"note": "time"},
            letter=("from Northwind Labs", "by December 11?"),
        ),
        said("they said I have until December 9", "offer", {"offer.deadline": "December 9"}),
        said(
            "they're thinking",
            "decide",
            {"pending": "thinking", "decision.answer": "waiting"},
            shows=("Your $168,000 stands", "December 9"),
        ),
        said(
            "they came back with 158k and will cover the visa costs",
            "decide",
            {
                "decision.base_now": 158_000,
                "decision.movement_pct": 100 * 6 / 152,
                "decision.total_change": 4 * 6_000 * 1.1,
                "decision.left": 10_000,
                "decision.beside.visa.amount": None,
                "decision.lean": "open",
            },
            key="answer",
        ),
        said("no, the base is 160k", "offer", {"offer.base_amount": 160_000}),
        said(
            "would you sign at 168k?",
            "decide",
            {"decision.left": 0, "decision.lean": "take", "decision.total_change": 4 * 16_000 * 1.1},
        ),
        said("/compare", "compare", {"comparison.four_years.by": 96_400}),
        said(
            "/decide decline Halden Health",
            "decide",
            {"note": "decline", "offer.company": "Halden Health"},
            shows=("The offer at hand is now Northwind Labs'",),
            hides=("at Northwind Labs",),
        ),
        said(
            "/decide accept",
            "decide",
            {"note": "accept", "offer.company": "Northwind Labs"},
            letter=("- Base: $168,000 a year", "- The costs of the visa paid", "by December 9"),
        ),
        *forgotten("/forget"),
    ),
    variations=(
        Variation(
            "another band, another upper half",
            "posted 140-175k",
            "posted 130-150k",
            "posted",
            {"posted.middle": 140_000, "posted.where": "top", "posted.say_low": 150_000},
        ),
        Variation(
            "a larger base puts the other one ahead",
            "base $165,000",
            "base $175,000",
            "compare",
            {"comparison.four_years.name": "Halden Health", "comparison.four_years.by": 17_200},
        ),
        Variation(
            "the ask follows the base",
            "base $152,000",
            "base $140,000",
            "counter",
            {"counter.ask": 165_000, "counter.rule": "match"},
        ),
        Variation(
            "what they come back with sets what is left",
            "they came back with 158k",
            "they came back with 164k",
            "answer",
            {"decision.left": 4_000, "decision.base_now": 164_000},
        ),
    ),
)
