"""Omar, account executive, Chicago: half of his pay is variable, and the base clears the wages on file."""

from __future__ import annotations

from tests.stories.rows import wage
from tests.stories.telling import Story, Variation, forgotten, less, pressed, said, up

CHICAGO = wage("41-3091", "0016980")
OFFER = (
    "Offer from Lumenworks for Enterprise Account Executive in Chicago, IL: base salary $105,000, OTE "
    "$210,000 (50/50 split), quota of $900k, ramp 3 months non-recoverable draw. $10,000 sign-on. "
    "No equity. Reply by December 2, 2026."
)

STORY = Story(
    "an account executive in Chicago",
    turns=(
        said(
            "what should I ask for as an account executive in Chicago?",
            "range",
            {"quote.p50": CHICAGO, "range.low": up("quote.p50"), "range.pay": "ote"},
        ),
        said(
            "/range account executive, Chicago",
            "range",
            {"quote.p50": CHICAGO, "range.low": up("quote.p50"), "range.opening": "ask_first"},
        ),
        said("they ask what I make now", "range", {"scene": "current", "range.low": up("quote.p50")}),
        said(
            "/range account executive chicago posted 90-110k",
            "range",
            {
                "posted.middle": 100_000,
                "posted.say_low": 100_000,
                "posted.say_top": 110_000,
                "posted.where": "no_market",
            },
            slots={"role": "account-executive", "place": "Chicago, IL"},
            shows=("820 ILCS 112/10", "My figure counts commissions"),
            key="posted",
        ),
        said(
            OFFER,
            "offer",
            {
                "offer.base_amount": 105_000,
                "offer.ote_low": 210_000,
                "offer.equity_kind": "none",
                "critique.verdict": "above_median",
                "critique.gap": less("offer.base_amount", "quote.p50"),
                "critique.move": "ask_band",
                "years.four_years": (420_000, 420_000, 10_000, 850_000),
            },
            shows=("On target (OTE)", "a weak comparison"),
            key="offer",
        ),
        said(
            "no, sign-on is 30k",
            "offer",
            {"offer.sign_on": 30_000, "year_one": (220_000, 240_000), "four_years": (850_000, 870_000)},
        ),
        pressed("Undo", "offer", {"offer.sign_on": 10_000}),
        said("no, sign-on is 30k", "offer", {"offer.sign_on": 30_000}),
        pressed("The whole judgement", "offer", {"critique.verdict": "above_median"}),
        pressed("Questions to send", "offer", {"offer.sign_on": 30_000}),
        said(
            "/package",
            "package",
            {
                "levers.0.kind": "sign_on",
                "levers.sign_on.ask": (36_000, 36_000),
                "levers.sign_on.four_years": (6_000, 6_000),
                "levers.vacation.a_year": (105_000 / 52, 105_000 / 52),
            },
            key="package",
        ),
        said(
            "/check I'm disappointed. I currently make 95k base and I deserve more, I'm passionate about AI.",
            "check",
            {
                "findings.present_salary.mended": True,
                "findings.buzzwords.mended": True,
                "findings.entitlement.mended": True,
                "counter.ask": 231_000,
            },
        ),
        said(
            "/counter",
            "counter",
            {"counter.lever": "ote", "counter.ask": 231_000, "counter.change_pct": 10},
            letter=("$231,000",),
            key="counter",
        ),
        pressed("Firm", "counter", {"tone": "firm", "counter.ask": 231_000}),
        said(
            "they came back with 110k base",
            "decide",
            {
                "decision.answer": "moved",
                "decision.movement_pct": 100 * 5 / 105,
                "decision.left": 21_000,
                "decision.take": (),  # a wide occupation's median speaks for nothing
                "decision.walk.short_of_ask.figure": 21_000,
                "decision.lean": "open",
            },
            key="answer",
        ),
        said(
            "/decide more time until next Friday",
            "decide",
            {"note": "time"},
            letter=("by next Friday?",),
        ),
        pressed(
            "Write the yes",
            "decide",
            {"note": "accept"},
            letter=("- Base: $110,000 a year", "- On target (OTE): $210,000", "- Sign-on: $30,000"),
        ),
        *forgotten("/forget"),
    ),
    variations=(
        Variation(
            "a base under a wide occupation's median is under it, and their band is still asked for first",
            "base salary $105,000",
            "base salary $62,000",
            "offer",
            {"critique.verdict": "below_median", "critique.gap": less("offer.base_amount", "quote.p50")},
        ),
        Variation(
            "with a lower base the one number is a base, at the low end of what most companies move",
            "base salary $105,000",
            "base salary $62,000",
            "counter",
            {"counter.lever": "base", "counter.rule": "to_usual_low", "counter.ask": 69_000},
        ),
        Variation(
            "another band, another upper half; commissions keep the market out of it",
            "posted 90-110k",
            "posted 40-60k",
            "posted",
            {"posted.middle": 50_000, "posted.say_low": 50_000, "posted.say_top": 60_000},
        ),
        Variation(
            "nothing moved",
            "they came back with 110k base",
            "they said no",
            "answer",
            {"decision.answer": "firm", "decision.movement": "none"},
        ),
    ),
    unwritten=("95k", "95,000"),
)
