"""Ravi, senior software engineer, San Francisco: an AI-native scale-up pays the median, so equity it is."""

from __future__ import annotations

from tests.stories.rows import posted
from tests.stories.telling import Story, Variation, forgotten, less, pressed, said, up

SENIOR = posted("software-engineer", "0041860", "senior")
SKILLED = posted("software-engineer", "0041860", "senior", "skilled")
OFFER = (
    "Hi Ravi, we're thrilled to offer you the position of Senior Software Engineer at Cursor in San "
    "Francisco, CA. Base salary: $210,000. Sign-on bonus: $25,000. Equity: 0.05% over 4 years with a 1 year "
    "cliff. Please let us know by December 1, 2026."
)

STORY = Story(
    "a senior software engineer in San Francisco",
    turns=(
        said(
            "/range senior software engineer, San Francisco",
            "range",
            {
                "quote.p50": SENIOR,
                "quote.basis": "measured",
                "range.low": up("quote.p50"),
                "range.opening": "state",
                "versus.skilled.p50": SKILLED,
            },
            slots={"role": "software-engineer", "place": "San Francisco, CA", "level": "senior"},
        ),
        pressed("AI-skilled", "range", {"quote.p50": SKILLED, "range.low": up("quote.p50")}),
        said("/premium software engineer", "premium", {"premium.interval_pct": 80}),
        said("/targets", "targets", {"types_source": "AI Pulse"}, offers=("Aim at AI-native scale-ups",)),
        pressed("Aim at AI-native scale-ups", "targets", {"targets": ("ai-native",)}),
        said(
            "/median senior software engineer, San Francisco",
            "median",
            {"quote.p50": SENIOR, "versus.skilled.p50": SKILLED},
        ),
        said("/evidence", "evidence", {"step": "what1"}),
        said(
            "I built an LLM code review agent with Claude and LangGraph for 60 engineers; it cut review "
            "time from 2 days to 5 hours.",
            "evidence",
            {"parts.workflow.strength": "strong", "ai": True},
        ),
        said(
            "On 500 labelled diffs its precision rose from 71% to 92% and false alarms fell by half.",
            "evidence",
            {"parts.quality.strength": "strong"},
        ),
        said(
            "It runs on the public GitHub API, and I set it up for a second team in a week.",
            "evidence",
            {"parts.portability.strength": "strong"},
        ),
        said(
            OFFER,
            "offer",
            {
                "offer.base_amount": 210_000,
                "offer.equity_pct": 0.05,
                "quote.p50": SKILLED,
                "critique.gap": less("offer.base_amount", "quote.p50"),
                "critique.verdict": "around_median",
                "critique.targeted": True,
                "critique.approach": "grow_equity",
            },
            slots={"company": "Cursor", "level": "senior", "amount": 210_000},
            key="offer",
        ),
        pressed("Year by year", "offer", {"years.four_years": (840_000, 25_000, 865_000)}),
        said(
            "no, sign-on is 30k", "offer", {"year_one": (235_000, 240_000), "four_years": (865_000, 870_000)}
        ),
        said(
            "/package",
            "package",
            {
                "levers.0.kind": "equity",
                "levers.equity.ask": (0.055, 0.06),
                "levers.sign_on.ask": (36_000, 36_000),
                "levers.start_date.once": -210_000 / 12,
            },
        ),
        said("/practice friendly", "practice", {"stage": "talk", "table.base": 210_000}),
        said(
            "Thank you, I'm glad about the offer. I built a code review agent that cut review time from 2 "
            "days to 5 hours. I'm asking for $245,000 base.",
            "practice",
            {"asking": 245_000},
        ),
        said("...", "practice", {"turn": 2}),
        said("stop", "practice", {"score.points.silence.won": 2, "score.points.evidence.won": 2}),
        said(
            "/check Hi, thanks for the offer! My current salary is 185k. I was hoping for maybe 240k?",
            "check",
            {
                "findings.present_salary.mended": True,
                "findings.base_alone.why": "at_median",
                "offered": 210_000,
            },
        ),
        said(
            "/counter",
            "counter",
            {"counter.lever": "equity_pct", "counter.ask": 0.06, "counter.gaps": ()},
            letter=("0.06%", "LangGraph", "precision rose"),
            key="counter",
        ),
        pressed("Chat message", "counter", {"form": "chat", "counter.ask": 0.06}),
        said(
            "they came back at 228k",
            "decide",
            {
                "decision.base_now": 228_000,
                "decision.total_change": 4 * 18_000,
                "decision.left": 0.01,
                "decision.take.above_median.figure": less("offer.base_amount", "quote.p50"),
                "decision.lean": "take",
            },
        ),
        said(
            "/decide accept",
            "decide",
            {"note": "accept"},
            letter=("- Base: $228,000 a year", "1 December 2026"),
        ),
        *forgotten(),
    ),
    variations=(
        Variation(
            "thirty thousand less is below the median",
            "$210,000",
            "$180,000",
            "offer",
            {
                "critique.verdict": "below_median",
                "critique.move": "push_back",
                "critique.gap": less("offer.base_amount", "quote.p50"),
            },
        ),
        Variation(
            "thirty thousand less asks for the median",
            "$210,000",
            "$180,000",
            "counter",
            {"counter.lever": "base", "counter.rule": "to_median", "counter.ask": up("quote.p50")},
        ),
        Variation(
            "an employer of no target type",
            "at Cursor in",
            "at Bellweather Freight in",
            "offer",
            {"critique.targeted": False, "critique.approach": "secure_growth"},
        ),
    ),
    unwritten=("185k", "185,000"),
)
