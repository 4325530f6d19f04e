"""Delia, high school teacher, Sacramento: a pay schedule that does not move, and no figure of ours."""

from __future__ import annotations

from tests.stories.telling import Story, Variation, forgotten, pressed, said

OFFER = (
    "Offer from Riverbend Unified School District: High School Teacher, Sacramento, CA, salary $68,400 per "
    "year, step 4 column C, $2,500 sign-on. Reply by June 5, 2027."
)

STORY = Story(
    "a high school teacher in Sacramento",
    turns=(
        said(
            "The district's HR calls me tomorrow about a high school teacher job in Sacramento",
            "range",
            {"quote": None, "range": None},
            shows=("Ask for their range first", "Labor Code § 432.3(c)"),
        ),
        said(
            "what should I ask for as a high school teacher in Sacramento?",
            "range",
            {"range": None},
            shows=("I have no figures for a high school teacher",),
        ),
        said("they ask what I make now, I'm on 61k", "range", {"scene": "current", "present_left_out": True}),
        said(
            "/range high school teacher, Sacramento posted 58-92k",
            "range",
            {
                "posted.middle": 75_000,
                "posted.say_low": 75_000,
                "posted.say_top": 92_000,
                "posted.wide": True,
            },
            key="posted",
        ),
        said(
            OFFER,
            "offer",
            {
                "quote": None,
                "offer.base_amount": 68_400,
                "offer.sign_on": 2_500,
                "critique.verdict": "no_benchmark",
                "years.four_years": (273_600, 2_500, 276_100),
            },
            slots={"company": "Riverbend Unified School District", "amount": 68_400},
            key="offer",
        ),
        pressed("Questions to send", "offer", {"offer.base_amount": 68_400}),
        said("/profile floor 66k", "profile", {"floor": 66_000}),
        said(
            "/package",
            "package",
            {"levers.sign_on.ask": (7_000, 7_000), "levers.vacation.a_year": (68_400 / 52, 68_400 / 52)},
            key="package",
        ),
        said("/evidence", "evidence", {"step": "what1"}),
        said(
            "I built a reading workflow with ChatGPT for 4 classes; grading fell from 6 hours a week to 2.",
            "evidence",
            {"parts.workflow.strength": "strong"},
        ),
        said("stop", "evidence", {"step": ""}),
        said(
            "/counter",
            "counter",
            {"counter.ask": 76_000, "counter.rule": "to_usual_low", "counter.market": None},
            letter=("$76,000", "Grading fell from 6 hours a week to 2"),
            key="counter",
        ),
        said("no reply for a week", "decide", {"pending": "silent", "decision.answer": "waiting"}),
        said(
            "they say the salary schedule is fixed",
            "decide",
            {
                "decision.answer": "firm",
                "decision.left": 7_600,
                "decision.take.above_floor.figure": 2_400,
                "decision.lean": "open",
            },
            hides=("pay for AI skills",),
            key="firm",
        ),
        said(
            "they'll put me on step 6, 72,100 base",
            "decide",
            {
                "decision.answer": "moved",
                "decision.base_now": 72_100,
                "decision.left": 3_900,
                "decision.total_change": 14_800,
                "decision.take.above_floor.figure": 6_100,
            },
            key="answer",
        ),
        said(
            "would you sign at 76k today?",
            "decide",
            {"decision.left": 0, "decision.lean": "take", "decision.take.above_floor.figure": 10_000},
        ),
        said(
            "/decide accept",
            "decide",
            {"note": "accept"},
            letter=("- Base: $76,000 a year", "- Sign-on: $2,500, once", "by 5 June 2027"),
        ),
        *forgotten(),
    ),
    variations=(
        Variation(
            "another schedule, another upper half of it",
            "posted 58-92k",
            "posted 60-80k",
            "posted",
            {"posted.middle": 70_000, "posted.say_low": 70_000, "posted.wide": False},
        ),
        Variation(
            "the ask follows the step", "salary $68,400", "salary $64,000", "counter", {"counter.ask": 71_000}
        ),
        Variation(
            "a floor over the offer beats the schedule",
            "floor 66k",
            "floor 70k",
            "firm",
            {"decision.lean": "walk", "decision.walk.below_floor.figure": 1_600},
        ),
        Variation(
            "a higher step leaves less",
            "step 6, 72,100 base",
            "step 8, 75,000 base",
            "answer",
            {"decision.left": 1_000, "decision.base_now": 75_000},
        ),
    ),
    unsaid=("61,000",),
    unwritten=("61k",),
)
