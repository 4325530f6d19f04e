"""Being forgotten in the middle of something, and taking everything along first: four talks."""

from __future__ import annotations

from tests.stories.telling import Story, pressed, said

OFFER = "Offer from Harvey: Senior Software Engineer, San Francisco. 170k base, 15% bonus, 25k sign on"
GONE = {"had": True, "gone": True}
EMPTY = {"offer": None, "floor": None, "question": None, "shelf": (), "looked_up": None, "last": None}

STORIES = (
    Story(
        "forgotten in an interview",
        turns=(
            said(OFFER, "offer"),
            said("/evidence", "evidence", {"step": "what1"}),
            said("i built a triage agent for 40 support people", "evidence", {"step": "tools1"}),
            said("wait, delete everything you know about me", "forget", {"had": True, "gone": False}),
            said("yes", "forget", GONE, kept={**EMPTY, "pack.workflows": ()}),
            said("langchain", "other", kept={"pack.workflows": ()}),
            said("/evidence show", "evidence", {"pack.workflows": ()}, hides=("triage",)),
        ),
    ),
    Story(
        "asked to forget while a question is open, kept first and then not",
        turns=(
            said("median for a senior in seattle", "median", {"quote": None}),
            said("actually delete my data", "forget", {"had": True, "gone": False}),
            said("no", "forget", {"gone": False}),
            said(
                "data engineer",
                "median",
                slots={"role": "data-engineer", "place": "Seattle, WA", "level": "senior"},
            ),
            said("ok now really forget me", "forget", {"had": True, "gone": False}),
            said("yes do it", "forget", GONE, kept=EMPTY),
            said("and in denver?", "median", {"quote": None}, slots={"role": None}),
        ),
    ),
    Story(
        "forgotten, then asked what is known",
        turns=(
            said("my floor is 160k", "profile", {"floor": 160_000}),
            said(OFFER, "offer"),
            said("forget me", "forget", {"had": True, "gone": False}, offers=("Keep it",)),
            pressed("Delete everything", "forget", GONE, kept=EMPTY),
            said(
                "what do you know about me",
                "profile",
                {"floor": None, "role": None, "place": None},
                shows=("I know nothing about you yet",),
                hides=("Harvey", "160"),
            ),
            said("counter", "counter", {"counter": None}, hides=("Harvey", "170")),
            said("undo", "other", {"did": "nothing", "offer": False}, kept={"offer": None}),
            said("why?", "why", {"of": ""}, hides=("Harvey", "170")),
        ),
    ),
    Story(
        "exported, forgotten, exported",
        turns=(
            said("my floor is 155k", "profile", {"floor": 155_000}),
            said(OFFER, "offer"),
            said(
                "export my data",
                "export",
                {"document.floor_usd_a_year": 155_000, "document.offer.company": "Harvey"},
                letter=("155000", "Harvey"),
            ),
            said("thanks now forget everything", "forget", {"had": True, "gone": False}),
            said("yes", "forget", GONE, kept=EMPTY),
            said("export my data again", "export", {"kept": (), "document": None}, hides=("Harvey", "155")),
        ),
    ),
)
