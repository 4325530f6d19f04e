"""Amara, customer success manager, London: pounds all the way, and never a dollar beside them."""

from __future__ import annotations

from tests.stories.telling import Story, Variation, forgotten, pressed, said

OFFER = (
    "Offer from Halyard Software Ltd: Customer Success Manager, London. £58,000 base, £12,000 bonus on "
    "target, 25 days holiday, pension 5% employer match, 3 month notice period."
)

STORY = Story(
    "a customer success manager in London",
    turns=(
        said(
            "/range customer success manager, London",
            "range",
            {"quote": None, "range": None},
            slots={"role": "customer-success-manager", "place": "United Kingdom"},
            shows=("US pay says little about it",),
        ),
        said(
            "the posted range is £55-65k",
            "range",
            {
                "scene": "posted",
                "quote": None,
                "currency": "GBP",
                "posted.middle": 60_000,
                "posted.say_low": 60_000,
                "posted.say_top": 65_000,
            },
            slots={"role": "customer-success-manager", "place": "United Kingdom"},
            key="posted",
        ),
        said(
            "they asked my current salary",
            "range",
            {"scene": "current", "quote": None},
            slots={"role": "customer-success-manager", "place": "United Kingdom"},
        ),
        said(
            "/median customer success manager London",
            "median",
            {"quote": None},
            offers=("Show the US figure",),
        ),
        said(
            OFFER,
            "offer",
            {
                "quote": None,
                "offer.currency": "GBP",
                "offer.base_amount": 58_000,
                "offer.bonus_amount": 12_000,
                "offer.pto_days": 25,
                "critique.verdict": "no_benchmark",
                "years.four_years": (232_000, 48_000, 280_000),
            },
            slots={"company": "Halyard Software Ltd", "amount": 58_000},
            key="offer",
        ),
        said(
            "no, bonus is £10,000", "offer", {"year_one": (70_000, 68_000), "four_years": (280_000, 272_000)}
        ),
        said(
            "/profile floor £60k",
            "profile",
            {"floor": 60_000},
        ),
        said("/offer flags", "offer", {"offer.base_amount": 58_000}),
        said(
            "/package",
            "package",
            {
                "levers.sign_on.ask": (6_000, 6_000),
                "levers.sign_on.currency": "GBP",
                "levers.vacation.a_year": (58_000 / 52, 58_000 / 52),
                "levers.start_date.once": -58_000 / 12,
            },
        ),
        said("/practice hard deadline", "practice", {"opening": "deadline", "table.base": 58_000}),
        said("I'm asking for £64,000 base.", "practice", {"asking": 64_000}),
        said("...", "practice", {"turn": 2}),
        said("stop", "practice", {"score.points.silence.won": 2, "score.points.present.won": 2}),
        said(
            "/check Thanks so much. I'm currently on £52k so £60k would be amazing, perhaps?",
            "check",
            {"findings.present_salary.mended": True, "findings.hedging.mended": True, "counter.ask": 64_000},
        ),
        said(
            "/counter",
            "counter",
            {
                "counter.ask": 64_000,
                "counter.rule": "to_usual_low",
                "counter.market": None,
                "counter.change_pct": 100 * 6 / 58,
            },
            letter=("£64,000",),
            key="counter",
        ),
        pressed("Chat message", "counter", {"form": "chat"}, letter=("£64,000",)),
        said(
            "they came back with £61,500",
            "decide",
            {
                "decision.base_now": 61_500,
                "decision.left": 2_500,
                "decision.total_change": 14_000,
                "decision.movement": "under",
                "decision.lean": "open",
            },
            key="answer",
        ),
        said(
            "would you sign at £63k today?",
            "decide",
            {"decision.left": 1_000, "decision.answer": "would_you"},
        ),
        said(
            "/decide accept",
            "decide",
            {"note": "accept", "offer.base_amount": 61_500},
            letter=("- Base: £61,500 a year", "£10,000", "25 days off"),
        ),
        *forgotten(),
    ),
    variations=(
        Variation(
            "another base, another year and another ask",
            "£58,000 base",
            "£62,000 base",
            "counter",
            {"counter.ask": 69_000, "counter.offered": 62_000},
        ),
        Variation(
            "another bonus, another sum",
            "£12,000 bonus",
            "£9,000 bonus",
            "offer",
            {"years.four_years": (232_000, 36_000, 268_000)},
        ),
        Variation(
            "another band, another place in it",
            "£55-65k",
            "£50-56k",
            "posted",
            {"posted.middle": 53_000, "posted.say_low": 53_000, "posted.say_top": 56_000},
        ),
        Variation(
            "what was asked for is met",
            "they came back with £61,500",
            "they came back with £64,000",
            "answer",
            {"decision.answer": "met", "decision.lean": "take", "decision.left": 0},
        ),
    ),
    unsaid=("$",),
    unwritten=("52k", "52,000"),
)
