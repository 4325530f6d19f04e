"""Tomás, founding engineer at a seed startup: a percent in options, beside an offer that is cash."""

from __future__ import annotations

from tests.stories.rows import posted
from tests.stories.telling import Story, Variation, filled, forgotten, less, pressed, said, up

SAN_FRANCISCO = posted("software-engineer", "0041860", "all")
SKILLED = posted("software-engineer", "0041860", "senior", "skilled")
SEED = (
    "Offer from Kestrel Labs (seed, 6 people): Founding Engineer, San Francisco. $165,000 base, 0.9% in "
    "stock options (ISO) over 4 years with a 1-year cliff, strike $0.42, 90-day exercise window. No bonus."
)
CASH = (
    "Offer from Marlow: Senior Software Engineer, San Francisco, $215,000 base, 10% bonus, RSUs worth "
    "$160,000 over 4 years"
)

STORY = Story(
    "a founding engineer at a seed startup",
    turns=(
        said(
            "/range founding engineer, San Francisco",
            "range",
            {"quote.p50": SAN_FRANCISCO, "range.low": up("quote.p50"), "range.top_pct": 15},
            slots={"role": "software-engineer", "place": "San Francisco, CA"},
        ),
        said("what do I say when they ask what I make now?", "range", {"scene": "current"}),
        said(
            SEED,
            "offer",
            {
                "offer.base_amount": 165_000,
                "offer.equity_kind": "options",
                "offer.equity_pct": 0.9,
                "offer.strike": 0.42,
                "critique.verdict": "below_median",
                "critique.gap": less("offer.base_amount", "quote.p50"),
                "flags.short_window.figure": 3,
            },
            shows=("$900,000 if the company sells for $100,000,000",),
            slots={"company": "Kestrel Labs", "amount": 165_000},
            key="offer",
        ),
        pressed("Look twice", "offer", {"flags.short_window.figure": 3, "flags.cliff.figure": 12}),
        said(
            "it's 1.25%",
            "offer",
            {"offer.equity_pct": 1.25, "offer.equity_kind": "options"},
        ),
        said("undo that", "offer", {"offer.equity_pct": 0.9, "offer.equity_kind": "options"}),
        said(
            "no, the equity is 1.25%",
            "offer",
            {"offer.equity_pct": 1.25, "offer.equity_kind": "options"},
            shows=("1.25%, not 0.9%",),
        ),
        said("/package equity", "package", {"levers.equity.ask": (1.375, 1.5)}, key="package"),
        said("/evidence", "evidence", {"step": "what1"}),
        said(
            "I built an LLM support agent for a 12-person startup; it answered 40% of tickets and cut reply "
            "time from 9 hours to 20 minutes.",
            "evidence",
            {"parts.workflow.strength": "fair", "ai": True},
        ),
        said("stop", "evidence", {"step": ""}),
        filled(
            "compare",
            {"first": CASH, "second": ""},
            {
                "comparison.four_years.name": "Marlow",
                "comparison.four_years.by": 446_000,
                "comparison.sides.Marlow.both_four": 1_106_000,
                "comparison.sides.Kestrel Labs.cash_four": 660_000,
                "comparison.sides.Kestrel Labs.both_four": 660_000,
                "prospects.Kestrel Labs.name": "Kestrel Labs",
            },
            shows=("1.25% of the company: no cash, in no sum above",),
            key="compare",
        ),
        said("/compare dilution 40%", "compare", {"prospects.Kestrel Labs.dilution_pct": 40}),
        pressed("Work on Kestrel Labs", "offer", {"offer.company": "Kestrel Labs"}),
        said(
            "/counter",
            "counter",
            {"counter.rule": "to_usual_top", "counter.ask": 198_000, "counter.market": "median"},
            letter=("$198,000", "LLM support agent"),
            key="counter",
        ),
        said(
            "/counter 1.5%",
            "counter",
            {"counter.lever": "equity_pct", "counter.ask": 1.5},
        ),
        said(
            "/counter more equity",
            "counter",
            {"counter.lever": "equity_pct", "counter.ask": 1.5, "counter.instead_of": 198_000},
            letter=("1.5%",),
        ),
        said(
            "they said 1.4% and 172k base",
            "decide",
            {
                "offer.equity_pct": 1.4,
                "decision.base_now": 172_000,
                "decision.total_change": 28_000,
                "decision.left": 0.1,
                "decision.walk.below_median.figure": less("quote.p50", "offer.base_amount"),
                "decision.lean": "open",
            },
            key="answer",
        ),
        said(
            "/decide would you sign at 175k today?",
            "decide",
            {"decision.answer": "would_you", "decision.lean": "open"},
        ),
        said(
            "/decide they withdrew the offer",
            "decide",
            {"decision.answer": "pulled", "decision.lean": "walk"},
        ),
        said("/compare drop Kestrel Labs", "compare"),
        said(
            "/decide accept",
            "decide",
            {
                "note": "accept",
                "offer.company": "Marlow",
                "quote.p50": SKILLED,
                "critique.gap": 215_000 - SKILLED,
            },
            letter=("at Marlow", "- Base: $215,000 a year"),
            hides=("Kestrel",),
        ),
        *forgotten(),
    ),
    variations=(
        Variation(
            "a base over the median moves the talk to the package",
            "$165,000 base",
            "$275,000 base",
            "offer",
            {"critique.verdict": "above_median", "critique.move": "shift_to_package"},
        ),
        Variation(
            "a percent more or less is no cash, and moves no sum; a base does",
            "$165,000 base",
            "$185,000 base",
            "compare",
            {"comparison.four_years.by": 366_000, "comparison.sides.Kestrel Labs.both_four": 740_000},
        ),
        Variation(
            "the ask follows the base", "$165,000 base", "$150,000 base", "counter", {"counter.ask": 180_000}
        ),
        Variation(
            "another percent, another ask of it",
            "the equity is 1.25%",
            "the equity is 1.1%",
            "package",
            {"levers.equity.ask": (1.21, 1.32)},
        ),
    ),
)
