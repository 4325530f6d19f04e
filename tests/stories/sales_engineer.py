"""Callum, sales engineer, London: pounds, pay at target, and answers that hold no number for days."""

from __future__ import annotations

from tests.stories.telling import Story, Variation, forgotten, said

OFFER = (
    "Offer from Brackwell: Sales Engineer, London, base £68,000, OTE £95,000 (70/30), six month ramp, "
    "25 days holiday. Reply by 14 January 2027."
)

STORY = Story(
    "a sales engineer in London",
    turns=(
        said("they asked my current package", "range", {"scene": "current", "range": None}),
        said(
            "/range sales engineer, London posted £70-85k",
            "range",
            {"posted.middle": 77_500, "posted.say_low": 78_000, "posted.say_top": 85_000, "quote": None},
            slots={"role": "solutions-engineer", "place": "United Kingdom"},
            hides=("$",),
            key="posted",
        ),
        said(
            OFFER,
            "offer",
            {
                "quote": None,
                "offer.currency": "GBP",
                "offer.base_amount": 68_000,
                "offer.ote_low": 95_000,
                "offer.pto_days": 25,
                "years.four_years": (272_000, 108_000, 380_000),
            },
            slots={"company": "Brackwell", "amount": 68_000},
            key="offer",
        ),
        said("it's 30 days holiday", "offer", {"offer.pto_days": 30}),
        said(
            "/offer questions",
            "offer",
            shows=("what is paid during the ramp?",),
            hides=("is there a ramp",),
        ),
        said(
            "/package",
            "package",
            {"levers.sign_on.ask": (7_000, 7_000), "levers.vacation.a_year": (68_000 / 52, 68_000 / 52)},
            key="package",
        ),
        said(
            "/check Hi, I was hoping you could maybe do £75k base?",
            "check",
            {"findings.hedging.mended": True, "asks.0.low": 75_000, "offered": 68_000},
        ),
        said(
            "/counter",
            "counter",
            {"counter.ask": 75_000, "counter.rule": "to_usual_low", "counter.market": None},
            letter=("£75,000",),
            hides=("$",),
            key="counter",
        ),
        said("they need to check with finance", "decide", {"pending": "thinking"}, shows=("£75,000",)),
        said("no reply for a week", "decide", {"pending": "silent"}, letter=("by [the day you want]",)),
        said("they call me tomorrow with the offer", "decide", {"pending": "call", "decision.left": 7_000}),
        said(
            "bonus at 100% attainment guaranteed the first year",
            "decide",
            {
                "decision.answer": "moved",
                "decision.base_now": 68_000,
                "decision.beside.bonus.amount": None,
                "decision.left": 7_000,
                "decision.lean": "open",
            },
        ),
        said(
            "they came back with 71k",
            "decide",
            {"decision.movement_pct": 100 * 3 / 68, "decision.left": 4_000, "decision.take": ()},
            shows=("their move is all that speaks for it",),
            key="answer",
        ),
        said("no, the base is 72k", "offer", {"offer.base_amount": 72_000}),
        said(
            "/compare Marlowe: Sales Engineer, London, £72,000 base, OTE £90,000",
            "compare",
            {
                "comparison.four_years.name": "Brackwell",
                "comparison.four_years.by": 20_000,
                "comparison.sides.Marlowe.both_four": 360_000,
            },
            hides=("$",),
            key="compare",
        ),
        said(
            "/decide decline Marlowe",
            "decide",
            {"note": "decline", "offer.company": "Marlowe"},
            shows=("The offer at hand is now Brackwell's",),
        ),
        said(
            "would you sign at £75,000?",
            "decide",
            {"decision.left": 0, "decision.lean": "take", "decision.base_now": 75_000},
        ),
        said(
            "/decide accept",
            "decide",
            {"note": "accept"},
            letter=("at Brackwell", "- Base: £75,000 a year", "- On target (OTE): £95,000 a year"),
            hides=("Marlowe",),
        ),
        *forgotten("delete my data"),
    ),
    variations=(
        Variation(
            "another band, another upper half",
            "posted £70-85k",
            "posted £60-70k",
            "posted",
            {"posted.middle": 65_000, "posted.say_low": 65_000, "posted.say_top": 70_000},
        ),
        Variation(
            "pay at target sets the year",
            "OTE £95,000",
            "OTE £100,000",
            "compare",
            {"comparison.four_years.by": 40_000},
        ),
        Variation(
            "the ask follows the base", "base £68,000", "base £60,000", "counter", {"counter.ask": 66_000}
        ),
        Variation(
            "what was asked for is met",
            "they came back with 71k",
            "they came back with 75k",
            "answer",
            {"decision.left": 0, "decision.answer": "met", "decision.lean": "take"},
        ),
    ),
)
