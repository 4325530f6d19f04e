"""Ingrid, corporate counsel, New York: a floor that the offer misses, and terms to look at twice."""

from __future__ import annotations

from tests.stories.rows import wage
from tests.stories.telling import Story, Variation, forgotten, less, of, pressed, said, up, uploaded

NEW_YORK = wage("23-1011", "0035620")
LETTER = """From: Talent <talent@harrowlane.example>
To: Ingrid
Subject: Your offer
Content-Type: text/plain; charset=utf-8

Dear Ingrid,

We are pleased to offer you the position of Corporate Counsel at Harrow & Lane Insurance, New York, NY.

Base salary: $225,000 per year.
Target bonus: 20%.
Sign-on bonus: $25,000, repayable in full if you leave within 24 months.
RSUs: $120,000 vesting over 4 years with a one-year cliff.
You agree to a non-compete of 12 months.

Kind regards,
Talent
"""

STORY = Story(
    "a corporate counsel in New York",
    turns=(
        said(
            "/range corporate counsel, New York, senior",
            "range",
            {
                "quote.p50": NEW_YORK,
                "quote.basis": "stepped_back",
                "range": None,
                "all_levels": "low",
            },
            shows=("I have no figure for senior level alone", "A senior-level job should pay more"),
            slots={"role": "legal-counsel", "place": "New York, NY", "level": "senior"},
            key="range",
        ),
        said("they asked my current salary", "range", {"scene": "current", "range": None}),
        said("A form asks for my desired salary", "range", {"scene": "form", "range": None}),
        said("/profile floor 240k", "profile", {"floor": 240_000}),
        uploaded(
            "offer.eml",
            "message/rfc822",
            LETTER,
            {
                "offer.base_amount": 225_000,
                "offer.sign_on": 25_000,
                "offer.clawback_months": 24,
                "offer.equity_value": 120_000,
                "critique.verdict": "below_floor",
                "critique.floor_gap": -15_000,
                "critique.gap": less("offer.base_amount", "quote.p50"),
                "years.four_years": (900_000, 180_000, 25_000, 120_000, 1_225_000),
            },
            slots={"company": "Harrow & Lane Insurance"},
            key="offer",
        ),
        pressed(
            "Look twice", "offer", {"flags.clawback.figure": 24, "flags.non_compete.kind": "non_compete"}
        ),
        said(
            "is the non-compete a problem?",
            "offer",
            {"flags.non_compete.kind": "non_compete"},
        ),
        said("/offer questions", "offer", offers=("Write the counter",)),
        said(
            "/package leaving 60k unvested",
            "package",
            {
                "shown": "sign_on",
                "leaving": 60_000,
                "levers.sign_on.ask": (60_000, 60_000),
                "levers.sign_on.four_years": (35_000, 35_000),
            },
            key="leaving",
        ),
        said("/evidence", "evidence", {"step": "what1"}),
        said(
            "I run a contract review workflow with Ironclad and Claude for our NDAs and vendor agreements; "
            "turnaround fell from 6 days to 1.",
            "evidence",
            {"parts.workflow.strength": "strong", "step": "quality"},
        ),
        said("skip", "evidence", {"parts.quality.strength": "missing", "step": "portability"}),
        said("stop", "evidence", {"step": ""}),
        said("/practice hard", "practice", {"stage": "talk", "style": "hard", "table.base": 225_000}),
        said(
            "I'm targeting $250,000 to $280,000 base for counsel work in New York.",
            "practice",
            {"asking": 250_000},
        ),
        said("stop", "practice", {"score.points.one_ask.why": "range", "score.points.evidence.won": 0}),
        said(
            "/counter",
            "counter",
            {
                "counter.rule": "to_floor",
                "counter.ask": 252_000,
                "counter.gaps": ("eval",),
                "critique.floor": 240_000,
            },
            shows=("a little above your floor",),
            letter=("$252,000", "Ironclad and Claude"),
            hides=("240,000",),
            key="counter",
        ),
        said(
            "/counter they said the band is fixed",
            "counter",
            {"counter.lever": "sign_on", "counter.ask": 30_000, "counter.instead_of": 252_000},
            letter=("$30,000, paid in cash or with the difference added to the grant",),
        ),
        said(
            "they came back with 240k and 40k sign on",
            "decide",
            {
                "decision.answer": "met",
                "decision.base_now": 240_000,
                "decision.total_change": 15_000 + 4 * 15_000 * 1.2 + 0,
                "decision.take.above_median.figure": of("critique.gap"),
                "decision.lean": "take",
            },
            key="answer",
        ),
        said(
            "they will not go any further",
            "decide",
            {"decision.base_now": 240_000},
        ),
        said("/decide decline", "decide", {"note": "decline"}, letter=("I have decided not to accept it",)),
        *forgotten("forget everything"),
    ),
    variations=(
        Variation(
            "without a level the median of all levels is a range",
            "New York, senior",
            "New York",
            "range",
            {
                "quote.basis": "published",
                "range.low": up("quote.p50"),
                "range.top_pct": 20,
                "all_levels": None,
            },
        ),
        Variation(
            "with a floor the offer clears, the median judges it",
            "/profile floor 240k",
            "/profile floor 215k",
            "offer",
            {"critique.verdict": "above_median", "critique.floor_gap": 10_000},
        ),
        Variation(
            "a base over the floor moves the counter to the equity",
            "$225,000 per year",
            "$262,000 per year",
            "counter",
            {"counter.lever": "equity_value", "counter.ask": 144_000},
        ),
        Variation(
            "more left behind asks for more",
            "leaving 60k",
            "leaving 90k",
            "leaving",
            {"levers.sign_on.ask": (90_000, 90_000), "levers.sign_on.four_years": (65_000, 65_000)},
        ),
        Variation(
            "an answer under the floor is one to walk from",
            "they came back with 240k and 40k sign on",
            "they came back with 232k and 40k sign on",
            "answer",
            {"decision.lean": "walk", "decision.walk.below_floor.figure": 8_000},
        ),
    ),
)
