"""Noor, product designer, remote: options without a total, and a second offer that is true."""

from __future__ import annotations

from tests.stories.rows import wage
from tests.stories.telling import Story, Variation, forgotten, less, pressed, said, up

UNITED_STATES = wage("15-1255", "0000000")
OFFER = (
    "Offer from Perch Health: Product Designer, remote (US). $138k base, 8% bonus, stock options: 8,000 "
    "options at a strike price of $3.10, 4 year vesting with 1 year cliff. Unlimited PTO."
)

STORY = Story(
    "a product designer, remote",
    turns=(
        said(
            "A recruiter asks for my range: product designer, remote",
            "range",
            {"range.low": up("quote.p50")},
        ),
        said(
            "/range product designer, remote",
            "range",
            {"quote.p50": UNITED_STATES, "range.low": up("quote.p50"), "range.opening": "ask_first"},
            slots={"role": "product-designer", "place": "remote"},
        ),
        said("/evidence", "evidence", {"step": "what1"}),
        said(
            "I built a Figma plugin that turns research notes into draft flows using an LLM; it cut first "
            "drafts from 3 days to 4 hours for 6 designers.",
            "evidence",
            {"parts.workflow.strength": "strong", "ai": True},
        ),
        said(
            "We ran a blind review of 40 drafts: acceptance rose from 55% to 82%.",
            "evidence",
            {"parts.quality.strength": "strong"},
        ),
        said(
            "I taught it to two other teams and it runs on the public Figma API.",
            "evidence",
            {"parts.portability.strength": "strong", "step": ""},
        ),
        pressed("Write the four texts", "evidence", {"gaps": 0}, shows=("Figma plugin",)),
        said(
            OFFER,
            "offer",
            {
                "offer.base_amount": 138_000,
                "offer.equity_units": 8_000,
                "offer.strike": 3.1,
                "critique.verdict": "above_median",
                "critique.gap": less("offer.base_amount", "quote.p50"),
                "flags.no_total.figure": 8_000,
                "years.four_years": (552_000, 44_160, 596_160),
            },
            key="offer",
        ),
        said("actually it's 10,000 options", "offer", {"offer.equity_units": 10_000}),
        said("/offer flags", "offer", {"flags.no_total.figure": 10_000, "flags.cliff.figure": 12}),
        said("/package equity", "package", {"levers.equity.ask": (11_000, 12_000)}, key="package"),
        said(
            "/check Hi Sam, thank you for the offer. Could you do $150,000? I built a Figma plugin that cut "
            "first drafts from 3 days to 4 hours. Best, Noor",
            "check",
            {"findings.base_alone.why": "at_median", "strong": "work", "asks.0.low": 150_000},
        ),
        said(
            "/counter chat",
            "counter",
            {"counter.lever": "equity_units", "counter.ask": 12_000, "form": "chat"},
            letter=("12,000 options",),
            key="counter",
        ),
        said(
            "Second offer, from Tallgrass: Product Designer, remote, $150,000 base, no bonus, "
            "$20,000 sign-on.",
            "offer",
            {"offer.company": "Tallgrass", "critique.gap": less("offer.base_amount", "quote.p50")},
            offers=("Compare your offers",),
        ),
        pressed(
            "Compare your offers",
            "compare",
            {
                "comparison.sides.Tallgrass.both_four": 620_000,
                "comparison.sides.Perch Health.both_four": 596_160,
                "comparison.four_years.name": "Tallgrass",
                "comparison.four_years.by": 23_840,
            },
            key="compare",
        ),
        pressed("Work on Perch Health", "offer", {"offer.company": "Perch Health"}),
        said(
            "/counter mention Tallgrass",
            "counter",
            {"mentioned.base_amount": 150_000, "counter.lever": "base", "counter.ask": 150_000},
            letter=("I also hold an offer from Tallgrass", "$150,000"),
        ),
        said(
            "they matched: $150,000 base",
            "decide",
            {
                "decision.base_now": 150_000,
                "decision.total_change": 4 * 12_000 * 1.08,
                "decision.take.above_median.figure": less("offer.base_amount", "quote.p50"),
            },
        ),
        said(
            "/decide accept",
            "decide",
            {"note": "accept"},
            letter=("- Base: $150,000 a year", "10,000 options"),
        ),
        pressed("Write the no", "decide", {"note": "decline"}),
        *forgotten(),
    ),
    variations=(
        Variation(
            "a base under the wages on file is pushed back on",
            "$138k base",
            "$92k base",
            "offer",
            {"critique.verdict": "below_median", "critique.move": "push_back"},
        ),
        Variation(
            "fewer options ask for fewer",
            "10,000 options",
            "9,000 options",
            "counter",
            {"counter.ask": 10_800, "counter.offered": 9_000},
        ),
        Variation(
            "a smaller second offer is behind",
            "$150,000 base, no bonus",
            "$140,000 base, no bonus",
            "compare",
            {"comparison.four_years.name": "Perch Health", "comparison.four_years.by": 16_160},
        ),
    ),
)
