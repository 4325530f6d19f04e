"""Lena interviewed as a director of engineering in Seattle and was offered a manager's job."""

from __future__ import annotations

from tests.stories.rows import posted
from tests.stories.telling import Story, Variation, forgotten, less, pressed, said, up

MANAGER = posted("engineering-manager", "0042660", "manager")
OFFER = (
    "Offer from Bluefin: Engineering Manager, Seattle, WA. $262,000 base, 15% bonus, RSUs worth $240,000 "
    "over 4 years with a one-year cliff, sign-on $20,000 with a 12-month clawback."
)

STORY = Story(
    "an engineering manager, down-levelled, in Seattle",
    turns=(
        said(
            "/range director of engineering, Seattle",
            "range",
            {"quote.level": "director", "quote.basis": "estimated", "range.low": up("quote.p50")},
            slots={"role": "engineering-manager", "place": "Seattle, WA", "level": "director"},
            key="range",
        ),
        said("they asked what I make now", "range", {"scene": "current"}, shows=("ESHB 1696",)),
        said("/median engineering manager, Seattle, manager", "median", {"quote.p50": MANAGER}),
        said(
            OFFER,
            "offer",
            {
                "offer.base_amount": 262_000,
                "offer.clawback_months": 12,
                "offer.cliff_months": 12,
                "quote.p50": MANAGER,
                "critique.verdict": "below_median",
                "critique.gap": less("offer.base_amount", "quote.p50"),
                "years.four_years": (1_048_000, 157_200, 20_000, 240_000, 1_465_200),
            },
            slots={"company": "Bluefin", "level": None},
            key="offer",
        ),
        pressed("Look twice", "offer", {"flags.clawback.figure": 12, "flags.cliff.figure": 12}),
        said(
            "they down-levelled me, what do I do?",
            "package",
            {"shown": "title"},
        ),
        said(
            "/package title",
            "package",
            {"shown": "title"},
            shows=("set the title to match, or agree in writing when we look at it?",),
        ),
        said("/package review", "package", {"levers.review.a_year": (13_100, 13_100)}),
        said("/evidence", "evidence", {"step": "what1"}),
        said(
            "I led the move of 9 teams to one deploy pipeline on GitHub Actions; incidents fell from 30 to 8 "
            "a quarter.",
            "evidence",
            {"parts.workflow.strength": "strong"},
        ),
        said("skip", "evidence", {"parts.workflow.strength": "strong", "step": "quality"}),
        said(
            "We compared 4 quarters before and after, and an outside audit confirmed it.",
            "evidence",
            {"step": "portability"},
        ),
        said("stop", "evidence", {"step": ""}),
        said("/practice hard", "practice", {"stage": "talk", "style": "hard", "table.base": 262_000}),
        said(
            "I led 9 teams and cut incidents from 30 to 8. I'm asking for $304,000 base.",
            "practice",
            {"turn": 1},
        ),
        said("back", "practice", {"turn": 0, "table.base": 262_000}),
        said("stop", "practice"),
        said(
            "/counter",
            "counter",
            {
                "counter.lever": "base",
                "counter.rule": "to_median",
                "counter.ask": up("quote.p50"),
                "counter.market": "median",
            },
            letter=("GitHub Actions", "median"),
            key="counter",
        ),
        pressed("This is final", "counter", {"scene": "final"}),
        said(
            "they can't move on base",
            "decide",
            {
                "decision.answer": "firm",
                "decision.walk.no_movement.code": "no_movement",
                "decision.walk.below_median.figure": less("quote.p50", "offer.base_amount"),
                "decision.lean": "open",
            },
        ),
        said(
            "they came back with another 20k sign-on",
            "decide",
            {"offer.sign_on": 40_000, "decision.movement": "none", "decision.total_change": 20_000},
            key="answer",
        ),
        said(
            "would you sign at 275k today?",
            "decide",
            {"decision.answer": "would_you", "decision.condition": up("quote.p50"), "decision.lean": "open"},
        ),
        said("/decide decline", "decide", {"note": "decline", "offer.base_amount": 262_000}),
        *forgotten(),
    ),
    variations=(
        Variation(
            "at the level she interviewed for, the base is held against an estimate",
            "Bluefin: Engineering Manager,",
            "Bluefin: Director of Engineering,",
            "offer",
            {"critique.verdict": "inside_estimate", "critique.move": "ask_band", "quote.level": "director"},
        ),
        Variation(
            "from further below, the usual movement caps the ask",
            "$262,000 base",
            "$240,000 base",
            "counter",
            {"counter.rule": "to_usual_top", "counter.ask": 288_000},
        ),
        Variation(
            "a base over the median moves the talk to the package",
            "$262,000 base",
            "$312,000 base",
            "offer",
            {"critique.verdict": "above_median", "critique.move": "shift_to_package"},
        ),
        Variation(
            "base moved",
            "they came back with another 20k sign-on",
            "they came back with 290k base",
            "answer",
            {"decision.movement": "within", "decision.total_change": 4 * 28_000 * 1.15},
        ),
    ),
)
