"""Mei, staff machine learning engineer, Seattle: two offers, one paid late, and only an estimate to go by."""

from __future__ import annotations

from tests.stories.telling import Story, Variation, forgotten, less, of, pressed, said

FIRST = (
    "Offer from Cloudspan: Staff Machine Learning Engineer, Seattle, base 255k, 15% bonus, RSUs worth $400k "
    "over 4 years, 40k sign-on"
)
SECOND = (
    "Second offer from Northgate AI: Staff ML Engineer in Seattle, $275,000 base, no bonus, RSUs worth "
    "$300,000 vesting 5/15/40/40, $60,000 sign-on in year one and $40,000 in year two"
)

STORY = Story(
    "a staff machine learning engineer in Seattle",
    turns=(
        said(
            "/median staff ml engineer seattle",
            "median",
            {"quote.basis": "estimated", "quote.level": "staff", "quote.ai": "skilled"},
            slots={"role": "machine-learning-engineer", "place": "Seattle, WA", "level": "staff"},
        ),
        said(
            "/range staff machine learning engineer seattle posted 230-300k",
            "range",
            {"posted.middle": 265_000, "posted.say_low": of("quote.p50"), "posted.say_top": 300_000},
            key="posted",
        ),
        said("they asked what I make now", "range", {"scene": "current"}, shows=("ESHB 1696",)),
        said(
            FIRST,
            "offer",
            {
                "critique.verdict": "inside_estimate",
                "critique.gap": less("offer.base_amount", "quote.p50"),
                "years.four_years": (1_020_000, 153_000, 40_000, 400_000, 1_613_000),
            },
            slots={"company": "Cloudspan", "level": "staff"},
            key="offer",
        ),
        said(
            SECOND,
            "offer",
            {
                "offer.sign_on": 100_000,
                "offer.vest_schedule": "5/15/40/40",
                "flags.0.kind": "back_loaded",
                "years.four_years": (1_100_000, 100_000, 300_000, 1_500_000),
            },
            slots={"company": "Northgate AI"},
        ),
        said(
            "/compare",
            "compare",
            {
                "comparison.four_years.name": "Cloudspan",
                "comparison.four_years.by": 113_000,
                "comparison.sides.Northgate AI.equity": (15_000, 45_000, 120_000, 120_000),
                "comparison.sides.Cloudspan.cash": (333_250, 293_250, 293_250, 293_250),
            },
            key="compare",
        ),
        pressed("Year by year", "compare", {"comparison.four_years.by": 113_000}),
        said(
            "which one is better after two years?",
            "compare",
            {"comparison.four_years.name": "Cloudspan"},
        ),
        said(
            "/package refresh",
            "package",
            {"shown": "refresh", "levers.refresh.once": -0.4 * 300_000},
        ),
        said("/compare", "compare", {"comparison.four_years.by": 113_000}),
        pressed("Work on Cloudspan", "offer", {"offer.company": "Cloudspan"}),
        said(
            "/counter mention Northgate AI",
            "counter",
            {"counter.ask": 281_000, "counter.market": None, "mentioned.base_amount": 275_000},
            letter=("I also hold an offer from Northgate AI", "$281,000"),
            key="counter",
        ),
        said("make it firm", "counter", {"tone": "firm", "counter.ask": 281_000}),
        said("/counter firm", "counter", {"tone": "firm", "counter.ask": 281_000}),
        said(
            "they will add another 20k sign on",
            "decide",
            {"offer.sign_on": 60_000},
        ),
        said("undo that", "offer", {"offer.company": "Cloudspan", "offer.sign_on": 40_000}),
        said(
            "they added another 20k sign on",
            "decide",
            {
                "offer.sign_on": 60_000,
                "decision.movement": "none",
                "decision.total_change": 20_000,
                "decision.left": 26_000,
            },
        ),
        said(
            "they came back with 275k base",
            "decide",
            {"decision.base_now": 275_000, "decision.total_change": 20_000 + 4 * 20_000 * 1.15},
            key="answer",
        ),
        said(
            "would you sign at 278k today?",
            "decide",
            {"decision.answer": "would_you", "decision.left": 3_000},
        ),
        said("/decide accept", "decide", {"note": "accept"}, letter=("- Base: $275,000 a year", "$60,000")),
        said("/compare drop Cloudspan", "compare"),
        pressed("Paste the other offer", "compare", {"comparison": None}),
        said("stop", "compare"),
        *forgotten("/forget"),
    ),
    variations=(
        Variation(
            "a base under the estimate's range is pushed back on",
            "base 255k",
            "base 195k",
            "offer",
            {"critique.verdict": "below_estimate", "critique.move": "push_back"},
        ),
        Variation(
            "a larger grant turns the comparison",
            "RSUs worth $300,000",
            "RSUs worth $500,000",
            "compare",
            {"comparison.four_years.name": "Northgate AI", "comparison.four_years.by": 87_000},
        ),
        Variation(
            "the ask follows the base",
            "base 255k",
            "base 240k",
            "counter",
            {"counter.ask": 275_000, "counter.rule": "match"},
        ),
        Variation(
            "the ask is met",
            "they came back with 275k base",
            "they came back with 281k base",
            "answer",
            {"decision.answer": "met", "decision.lean": "take"},
        ),
    ),
)
