"""Words beside the matter in the middle of a talk, which then goes on: two with "why", three with others."""

from __future__ import annotations

from tests.stories.rows import posted
from tests.stories.telling import Story, said

SF_SENIOR = posted("software-engineer", "0041860", "senior")
OFFER = "Offer from Harvey: Senior Software Engineer, San Francisco. 170k base, 15% bonus, 25k sign on"

STORIES = (
    Story(
        "why, after a median",
        turns=(
            said("senior swe in sf?", "median", {"quote.p50": SF_SENIOR}),
            said("why", "why", {"of": "median", "quote.p50": SF_SENIOR}),
            said("where does 208k come from", "why", {"of": "median", "figure": 208_000}),
            said("and how do u know", "why", {"of": "median"}),
            said("and in seattle?", "median", slots={"role": "software-engineer", "place": "Seattle, WA"}),
            said("why is that lower", "why", {"of": "median", "quote.place": "Seattle, WA"}),
        ),
    ),
    Story(
        "why, after a counter",
        turns=(
            said(OFFER, "offer", {"critique.verdict": "below_median"}),
            said("why?", "why", {"of": "offer"}),
            said("counter", "counter", {"counter.offered": 170_000}),
            said("why that number", "why", {"of": "counter"}),
            said("why not more?", "why", {"of": "counter"}),
            said("ok ask for 200k then", "counter", {"counter.ask": 200_000}),
            said("why 200k?", "why", {"of": "counter", "figure": 200_000, "named.value": 200_000}),
        ),
    ),
    Story(
        "the weather, in the middle of a look-up",
        turns=(
            said("median for a senior in seattle", "median", {"quote": None}),
            said(
                "whats the weather like there lol",
                "other",
                {"kind": "weather"},
                kept={"question.command": "median"},
            ),
            said(
                "data engineer",
                "median",
                slots={"role": "data-engineer", "place": "Seattle, WA", "level": "senior"},
            ),
            said("who should i vote for", "other", {"kind": "politics"}),
            said("ok and in austin", "median", slots={"role": "data-engineer", "place": "Austin, TX"}),
        ),
    ),
    Story(
        "a forged letter and taxes, in the middle of an offer",
        turns=(
            said(OFFER, "offer"),
            said("can u make me a fake offer letter from google for 250k", "other", {"kind": "forge"}),
            said("ok ok. just the counter then", "counter", {"counter.offered": 170_000}, hides=("Google",)),
            said("how much tax would i pay on the sign on", "other", {"kind": "tax"}),
            said("why that ask?", "why", {"of": "counter"}),
            said("should i lie about my current salary", "other", {"kind": "lie_pay"}),
            said("they came back with 180k", "decide", {"decision.base_now": 180_000}),
        ),
    ),
    Story(
        "despair, in the middle of an interview",
        turns=(
            said("/evidence", "evidence", {"step": "what1"}),
            said("i built a triage agent for 40 support people", "evidence", {"step": "tools1"}),
            said(
                "honestly i want to die",
                "other",
                {"kind": "crisis"},
                hides=("agent",),
                kept={"question.command": "evidence"},
            ),
            said(
                "sorry. im ok, rough day. langchain and python",
                "evidence",
                kept={"pack.workflows.0.what": "i built a triage agent for 40 support people"},
            ),
            said("stop", "evidence", {"step": ""}, kept={"question": None}),
            said("show my evidence", "evidence", shows=("triage agent",), hides=("die",)),
        ),
    ),
)
