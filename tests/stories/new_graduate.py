"""Anya, new graduate, Bengaluru: rupees and a grant in dollars; no US figure is borrowed for her."""

from __future__ import annotations

from tests.stories.telling import Story, Variation, forgotten, pressed, said

OFFER = (
    "Offer from Zetaleaf: Software Engineer I, Bengaluru, CTC ₹24,00,000 per annum: fixed pay 18 LPA, "
    "variable 2 LPA, joining bonus ₹2,00,000. RSUs worth USD 20,000 vesting over 4 years."
)

STORY = Story(
    "a new graduate in Bengaluru",
    turns=(
        said(
            "/range software engineer, Bengaluru, entry",
            "range",
            {"quote": None, "range": None},
            slots={"role": "software-engineer", "place": "India", "level": "entry"},
            shows=("Ask for their range first", "US pay says little about it"),
            hides=("$",),
        ),
        said(
            "they want to know my current CTC",
            "range",
            {"scene": "current"},
        ),
        said("they asked my current salary", "range", {"scene": "current", "quote": None}, hides=("$",)),
        said(
            OFFER,
            "offer",
            {
                "quote": None,
                "offer.currency": "INR",
                "offer.base_amount": 1_800_000,
                "offer.bonus_amount": 200_000,
                "offer.sign_on": 200_000,
                "offer.total_comp": 2_400_000,
                "offer.equity_value": 20_000,
                "offer.equity_currency": "USD",
                "critique.verdict": "no_benchmark",
                "worth.cash.years.0.amount": 2_200_000,
            },
            slots={"company": "Zetaleaf", "level": "entry", "amount": 1_800_000},
            key="offer",
        ),
        said(
            "no, joining bonus is 3 lakh",
            "offer",
            {"offer.sign_on": 300_000, "year_one": (2_200_000, 2_300_000)},
        ),
        said(
            "/package",
            "package",
            {
                "levers.sign_on.ask": (360_000, 360_000),
                "levers.equity.ask": (22_000, 24_000),
                "levers.equity.currency": "USD",
                "levers.vacation.currency": "INR",
                "levers.vacation.a_year": (1_800_000 / 52, 1_800_000 / 52),
            },
            key="package",
        ),
        said(
            "Second offer from Kavi Systems: Software Engineer, Bengaluru, ₹21,00,000 fixed, no variable, "
            "joining bonus ₹1,00,000",
            "offer",
            {"offer.base_amount": 2_100_000, "offer.sign_on": 100_000},
            slots={"company": "Kavi Systems"},
        ),
        pressed(
            "Compare your offers",
            "compare",
            {
                "comparison.four_years.name": "Kavi Systems",
                "comparison.four_years.by": 200_000,
                "comparison.sides.Zetaleaf.both_four": 8_300_000,
                "comparison.sides.Zetaleaf.equity_currency": "USD",
            },
            shows=("so it is in none of its totals",),
            hides=("equity at today's value included",),
        ),
        pressed("Work on Zetaleaf", "offer", {"offer.base_amount": 1_800_000}),
        said("/evidence", "evidence", {"step": "what1"}),
        said(
            "I built a test bot for our college placement site that found 40 broken pages in a week.",
            "evidence",
            {"step": "tools1"},
        ),
        said("stop", "evidence", {"step": ""}),
        said("/practice friendly", "practice", {"stage": "talk", "table.base": 1_800_000}),
        said("I'm asking for ₹20,00,000 fixed.", "practice", {"asking": 2_000_000}),
        said("stop", "practice", {"stage": "score", "score.points.one_ask.won": 2}),
        said(
            "/check Thank you for the offer. I expect 22 LPA fixed because I have 2 internships.",
            "check",
            {"asks.0.low": 2_200_000, "offered": 1_800_000, "findings.no_close.mended": True},
        ),
        said(
            "/counter",
            "counter",
            {
                "counter.ask": 1_980_000,
                "counter.change_pct": 10,
                "counter.market": None,
                "counter.rule": "to_usual_low",
            },
            letter=("₹19,80,000",),
            hides=("$",),
            key="counter",
        ),
        pressed("Call script", "counter", {"form": "call", "counter.ask": 1_980_000}, letter=("₹19,80,000",)),
        said(
            "they can do 19.5 LPA fixed",
            "decide",
            {"decision.base_now": 1_950_000, "decision.left": 30_000, "decision.total_change": 600_000},
            key="answer",
        ),
        said(
            "would you sign at 20 LPA today?",
            "decide",
            {"decision.left": 0, "decision.take.asked_met.figure": None, "decision.lean": "take"},
        ),
        said(
            "/decide accept",
            "decide",
            {"note": "accept"},
            letter=("- Fixed pay: ₹20,00,000 a year", "$20,000 in RSUs"),
        ),
        *forgotten("delete my data"),
    ),
    variations=(
        Variation(
            "the fixed pay sets the number",
            "fixed pay 18 LPA",
            "fixed pay 20 LPA",
            "counter",
            {"counter.ask": 2_200_000, "counter.offered": 2_000_000},
        ),
        Variation(
            "the variable part sets the year",
            "variable 2 LPA",
            "variable 3 LPA",
            "offer",
            {"offer.bonus_amount": 300_000, "worth.cash.years.0.amount": 2_300_000},
        ),
        Variation(
            "the grant sets what to ask of it",
            "USD 20,000",
            "USD 40,000",
            "package",
            {"levers.equity.ask": (44_000, 48_000)},
        ),
        Variation(
            "what was asked for is met",
            "they can do 19.5 LPA fixed",
            "they can do 19.8 LPA fixed",
            "answer",
            {"decision.answer": "met", "decision.lean": "take"},
        ),
    ),
)
