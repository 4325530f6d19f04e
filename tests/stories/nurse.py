"""Grace, registered nurse, Boston: no figure of the market, an hourly rate, thirty-six hours, and a floor."""

from __future__ import annotations

from tests.stories.telling import Story, Variation, forgotten, pressed, said

YEAR = 36 * 52  # hours
OFFER = (
    "Offer from Bayview General Hospital: Registered Nurse, Boston, MA. $46.50 an hour, 36 hours a week, "
    "$7,500 sign-on bonus (24-month commitment), $4/hour night differential."
)

STORY = Story(
    "a registered nurse in Boston",
    turns=(
        said(
            "/range registered nurse, Boston",
            "range",
            {"quote": None, "range": None, "scene": "range"},
            shows=("I have no figures for a registered nurse", "c. 149, § 105F"),
        ),
        said("what do registered nurses make in Boston?", "median", {"quote": None}),
        said("they asked what I make now", "range", {"scene": "current", "quote": None}),
        said("/profile floor 95k", "profile", {"floor": 95_000}),
        said(
            OFFER,
            "offer",
            {
                "quote": None,
                "offer.base_amount": 46.5,
                "offer.base_period": "hour",
                "offer.hours_per_week": 36,
                "offer.clawback_months": 24,
                "critique.base_low": 46.5 * YEAR,
                "critique.verdict": "below_floor",
                "critique.floor_gap": 46.5 * YEAR - 95_000,
            },
            slots={"company": "Bayview General Hospital", "amount": 46.5, "role": None},
            key="offer",
        ),
        said(
            "actually $47.50 an hour",
            "offer",
            {"offer.base_amount": 47.5, "critique.floor_gap": 47.5 * YEAR - 95_000},
        ),
        said("/offer flags", "offer", {"flags.clawback.figure": 24}),
        said(
            "/package sign-on",
            "package",
            {"levers.sign_on.ask": (9_000, 9_000), "levers.sign_on.four_years": (1_500, 1_500)},
        ),
        said("/evidence", "evidence", {"step": "what1"}),
        said(
            "I set up a bedside handover checklist on our unit; falls dropped from 9 to 4 a quarter.",
            "evidence",
            {"step": "tools1", "ai": False},
        ),
        said("a one-page form and our records system", "evidence", {"parts.workflow.strength": "strong"}),
        said("skip", "evidence", {"parts.quality.strength": "missing"}),
        said("stop", "evidence", {"step": ""}),
        said(
            "/counter",
            "counter",
            {
                "counter.rule": "to_floor",
                "counter.period": "hour",
                "counter.ask": 54,
                "counter.market": None,
                "counter.gaps": ("eval",),
            },
            shows=("a little above your floor",),
            letter=("$54 an hour", "handover checklist"),
            hides=("95,000",),
            key="counter",
        ),
        said("/counter firm chat", "counter", {"form": "chat", "tone": "firm", "counter.ask": 54}),
        said(
            "they came back with $49 an hour",
            "decide",
            {
                "decision.base_now": 49 * YEAR,
                "decision.left": 5,
                "decision.total_change": 4 * 1.5 * YEAR,
                "decision.walk.below_floor.figure": 95_000 - 49 * YEAR,
                "decision.lean": "walk",
            },
            key="answer",
        ),
        pressed(
            "Write the yes",
            "decide",
            {"note": "accept", "critique.floor_gap": 49 * YEAR - 95_000},
            shows=("$3,272 under the floor you set",),
            letter=("- Base: $49 an hour",),
            hides=("95,000",),
        ),
        pressed("Write the no", "decide", {"note": "decline"}, letter=("I have decided not to accept it",)),
        *forgotten(),
    ),
    variations=(
        Variation(
            "forty hours clear the floor",
            "36 hours a week",
            "40 hours a week",
            "offer",
            {"critique.verdict": "no_benchmark", "critique.floor_gap": 46.5 * 2_080 - 95_000},
        ),
        Variation(
            "a lower floor asks for less",
            "/profile floor 95k",
            "/profile floor 90k",
            "counter",
            {"counter.ask": 53, "counter.rule": "to_usual_low"},
        ),
        Variation(
            "an answer over the floor is not one to walk from",
            "they came back with $49 an hour",
            "they came back with $52 an hour",
            "answer",
            {"decision.lean": "open", "decision.left": 2},
        ),
    ),
)
