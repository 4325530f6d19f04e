"""Nadia, marketing manager, Austin. Her evidence is AI work, and the wages on file lie far over the offer."""

from __future__ import annotations

from tests.stories.rows import wage
from tests.stories.telling import Story, Variation, forgotten, less, of, pressed, said, up

AUSTIN = wage("11-2021", "0012420")
OFFER = (
    "Offer from Brightleaf: Marketing Manager, Austin, TX. Base salary $112,000, 10% target bonus, $10,000 "
    "sign-on bonus repayable if you leave within 12 months, 15 days PTO. Please answer by 4 December 2026."
)

STORY = Story(
    "a marketing manager in Austin",
    turns=(
        said(
            "A recruiter called about a marketing manager job in Austin and asks what salary I expect. "
            "What do I say?",
            "range",
            {"range.low": up("quote.p50")},
        ),
        said(
            "/range marketing manager, Austin",
            "range",
            {
                "quote.p50": AUSTIN,
                "quote.basis": "published",
                "range.low": up("quote.p50"),
                "range.top_pct": 20,
                "range.opening": "ask_first",
            },
            slots={"role": "marketing-manager", "place": "Austin, TX"},
        ),
        said(
            "what do I say when they ask what I make now?",
            "range",
            {"scene": "current", "range.low": up("quote.p50")},
            shows=("Don't name it",),
        ),
        said(
            "the posting says 95k to 125k",
            "range",
            {"scene": "posted"},
        ),
        said(
            "/range marketing manager, Austin, posted 95-125k",
            "range",
            {"scene": "posted", "posted.low": 95_000, "posted.high": 125_000, "posted.middle": 110_000},
            key="posted",
        ),
        said("/evidence", "evidence", {"step": "what1", "place": 1, "of": 5}),
        said(
            "I built a Claude and HubSpot workflow that drafts and scores our nurture emails; it cut "
            "campaign setup from 5 days to 1.",
            "evidence",
            {"parts.workflow.strength": "strong", "ai": True, "step": "quality"},
        ),
        said(
            "I checked 200 drafts a month against a rubric: error rate fell from 12% to 3%.",
            "evidence",
            {"parts.quality.strength": "strong", "step": "portability"},
        ),
        said("skip", "evidence", {"parts.portability.strength": "missing"}),
        said(
            OFFER,
            "offer",
            {
                "offer.base_amount": 112_000,
                "offer.sign_on": 10_000,
                "offer.clawback_months": 12,
                "quote.p50": AUSTIN,
                "critique.verdict": "below_median",
                "critique.move": "push_back",
                "critique.gap": less("offer.base_amount", "quote.p50"),
                "years.four_years": (448_000, 44_800, 10_000, 502_800),
            },
            slots={"company": "Brightleaf", "amount": 112_000},
            offers=("Write the counter", "Year by year", "Look twice", "Questions to send"),
            key="offer",
        ),
        pressed("Look twice", "offer", {"flags.clawback.figure": 12}),
        said(
            "no, sign-on is 15k",
            "offer",
            {"offer.sign_on": 15_000, "four_years": (502_800, 507_800)},
            offers=("Undo",),
        ),
        said("/practice friendly", "practice", {"stage": "talk", "table.base": 112_000}),
        said(
            "Thank you. I built an email workflow that cut setup from 5 days to 1. I'm asking for $134,000.",
            "practice",
            {"asking": 134_000, "turn": 1},
        ),
        said(
            "stop",
            "practice",
            {"stage": "score", "score.points.anchor.won": 2, "score.points.evidence.won": 2},
            shows=("Your lines are deleted now",),
        ),
        said(
            "/check Thanks! I currently make 98k so I was hoping for a bit more, maybe 118k?",
            "check",
            {
                "findings.present_salary.mended": True,
                "findings.hedging.mended": True,
                "asks.0.low": 118_000,
                "offered": 112_000,
            },
        ),
        said(
            "/counter",
            "counter",
            {
                "counter.lever": "base",
                "counter.rule": "to_usual_top",
                "counter.ask": 134_000,
                "counter.market": "median",
                "counter.gaps": (),
            },
            letter=("You offered $112,000. I am asking for $134,000.", "Claude and HubSpot"),
            key="counter",
        ),
        pressed("Chat message", "counter", {"form": "chat", "counter.ask": 134_000}, letter=("$134,000",)),
        said(
            "they came back with 120k",
            "decide",
            {
                "decision.answer": "moved",
                "decision.base_now": 120_000,
                "decision.movement": "under",
                "decision.left": 14_000,
                "decision.total_change": 4 * 8_800,
                "decision.lean": "open",
            },
            key="answer",
        ),
        said(
            "would you sign at 124k today?",
            "decide",
            {"decision.answer": "would_you", "decision.movement": "within", "decision.left": 10_000},
            shows=("If you can do $134,000, I sign today.",),
        ),
        said(
            "/decide accept",
            "decide",
            {
                "note": "accept",
                "offer.base_amount": 120_000,
                "critique.gap": less("offer.base_amount", "quote.p50"),
            },
            letter=("- Base: $120,000 a year", "- Sign-on: $15,000", "by 4 December 2026"),
        ),
        *forgotten(),
        said("/counter", "counter", {"counter": None}, offers=("Paste an offer",)),
    ),
    variations=(
        Variation(
            "a base over the wages on file moves the talk to the package",
            "$112,000",
            "$180,000",
            "offer",
            {
                "critique.verdict": "above_median",
                "critique.move": "shift_to_package",
                "critique.gap": less("offer.base_amount", "quote.p50"),
            },
        ),
        Variation(
            "from nearer the median her evidence carries the ask a little over it",
            "$112,000",
            "$145,000",
            "counter",
            {"counter.rule": "to_usual_middle", "counter.ask": 167_000, "counter.market": "upper_quarter"},
        ),
        Variation(
            "without how she knew it worked, the letter has a gap",
            "I checked 200 drafts a month against a rubric: error rate fell from 12% to 3%.",
            "skip",
            "counter",
            {"counter.gaps": ("eval",)},
        ),
        Variation(
            "a posted band of another size is another range",
            "95-125k",
            "150-210k",
            "posted",
            {"posted.middle": 180_000, "posted.say_low": of("posted.middle")},
        ),
        Variation(
            "what they asked for is met",
            "they came back with 120k",
            "they came back with 135k",
            "answer",
            {"decision.answer": "met", "decision.lean": "take", "decision.left": 0},
        ),
    ),
    unwritten=("98k", "98,000"),
)
