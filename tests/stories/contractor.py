"""Jonah, data scientist, Denver: a six-month contract by the hour, where a salaried median is a low bar."""

from __future__ import annotations

from tests.stories.rows import wage
from tests.stories.telling import Story, Variation, forgotten, less, pressed, said, up

DENVER = wage("15-2051", "0019740")
OFFER = (
    "Contract offer from Ridgeline Analytics: Data Scientist, Denver, CO, $78/hour W-2, 40 hours a week, "
    "6 months, no benefits."
)

STORY = Story(
    "a data scientist on contract in Denver",
    turns=(
        said(
            "A recruiter asked what hourly rate I want for a 6-month data scientist contract in Denver",
            "range",
            {"range.low": up("quote.p50"), "per": "hour", "per_year": 2_080},
            shows=("an hour. Is that within your range?",),
        ),
        said(
            "/range data scientist, Denver",
            "range",
            {"quote.p50": DENVER, "quote.basis": "published", "range.low": up("quote.p50")},
            slots={"role": "data-scientist", "place": "Denver, CO"},
        ),
        said(
            "/range data scientist denver $85 an hour",
            "range",
            {"held.low": 85 * 2_080, "held.standing": "above", "per": "hour", "per_year": 2_080},
            key="held",
        ),
        said(
            "they want to know my current pay",
            "range",
            {"scene": "current"},
        ),
        said(
            OFFER,
            "offer",
            {
                "offer.base_amount": 78,
                "offer.base_period": "hour",
                "offer.term_months": 6,
                "offer.employment_type": "contract",
                "critique.base_low": 78 * 2_080,
                "critique.gap": less("critique.base_low", "quote.p50"),
                "years.four_years": (78 * 2_080 / 2,),
            },
            shows=("This is contract pay",),
            slots={"company": "Ridgeline Analytics", "amount": 78},
            key="offer",
        ),
        said(
            "no, 32 hours a week",
            "offer",
            {"offer.hours_per_week": 32, "year_one": (78 * 40 * 26, 78 * 32 * 26)},
            shows=("the working week is 32 hours, not 40 hours",),
            key="week",
        ),
        pressed("Undo", "offer", {"offer.hours_per_week": 40}),
        said(
            "hours are 32 a week",
            "offer",
            {"offer.hours_per_week": 32},
            shows=("the working week is 32 hours, not 40 hours",),
        ),
        pressed("Undo", "offer", {"offer.hours_per_week": 40, "offer.base_amount": 78}),
        said(
            "/package",
            "package",
            {
                "levers.severance.once": 78 * 2_080 / 12,
                "levers.vacation.a_year": (78 * 40, 78 * 40),
                "levers.vacation.four_years": (78 * 20, 78 * 20),
            },
            key="package",
        ),
        said("/practice busy", "practice", {"stage": "talk", "table.base": 78}),
        said("I'm asking for $92 an hour.", "practice", {"asking": 92}),
        said("stop", "practice", {"stage": "score", "score.points.one_ask.won": 2}),
        said(
            "/check Hi, I was wondering if you could maybe do $85 an hour? I have another offer.",
            "check",
            {"findings.hedging.mended": True, "asks.0.low": 85, "offered": 78},
        ),
        said(
            "/counter",
            "counter",
            {"counter.ask": 86, "counter.period": "hour", "counter.rule": "to_usual_low"},
            letter=("$86 an hour",),
            key="counter",
        ),
        said("/counter 15%", "counter", {"counter.ask": 89.7}, letter=("$89.70 an hour",)),
        said("/counter 92/hour", "counter", {"counter.ask": 92, "counter.change_pct": 100 * 14 / 78}),
        pressed("Chat message", "counter", {"form": "chat", "counter.ask": 92}, letter=("$92 an hour",)),
        said(
            "they came back with 84 an hour",
            "decide",
            {
                "decision.base_now": 84 * 2_080,
                "decision.left": 8,
                "decision.total_change": 6 * 1_040,
                "decision.lean": "open",  # a salaried median is too low a bar for contract pay
            },
            shows=("What the 6 months pay is up $6,240.",),
            key="answer",
        ),
        said(
            "would you sign at $88 an hour?",
            "decide",
            {"decision.answer": "would_you", "decision.movement": "within", "decision.left": 4},
        ),
        said("/decide they came back with 88 an hour", "decide", {"decision.total_change": 10 * 1_040}),
        said(
            "/decide accept",
            "decide",
            {"note": "accept"},
            letter=("- Base: $88 an hour", "for 6 months"),
        ),
        *forgotten("/forget"),
    ),
    variations=(
        Variation(
            "a rate under the wages on file",
            "$78/hour",
            "$48/hour",
            "offer",
            {
                "critique.verdict": "below_median",
                "critique.base_low": 48 * 2_080,
                "critique.gap": less("critique.base_low", "quote.p50"),
            },
        ),
        Variation(
            "another working week, another sum of the contract",
            "no, 32 hours a week",
            "no, 36 hours a week",
            "week",
            {"offer.hours_per_week": 36, "year_one": (78 * 40 * 26, 78 * 36 * 26)},
        ),
        Variation("the ask follows the rate", "$78/hour", "$82/hour", "counter", {"counter.ask": 91}),
        Variation(
            "twelve months are twice the sum",
            "6 months, no benefits",
            "12 months, no benefits",
            "answer",
            {"decision.total_change": 12 * 1_040},
        ),
        Variation(
            "a number within the range",
            "$85 an hour",
            "$60 an hour",
            "held",
            {"held.standing": "inside", "held.low": 60 * 2_080},
        ),
    ),
)
