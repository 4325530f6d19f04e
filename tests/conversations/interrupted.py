"""Talks that are cut by a kill, by a second device, by hours of silence. Each goes on all the same."""

from __future__ import annotations

from tests.stories.rows import posted
from tests.stories.telling import Story, said

SF_SENIOR = posted("software-engineer", "0041860", "senior")
OFFER = "offer from harvey: senior software engineer, san francisco. 170k base, 15% bonus, 25k sign on"
WORK = "i built a triage agent for 40 support people"

# In each, the turn with the key "killed" is said twice: the first time the process is killed over it.
KILLED = (
    Story(
        "killed between a question and its answer",
        turns=(
            said("median for a senior in seattle", "median", {"quote": None}),
            said("no, staff", "median", {"quote": None}, slots={"level": "staff"}),
            said(
                "data engineer",
                "median",
                slots={"role": "data-engineer", "place": "Seattle, WA", "level": "staff"},
                key="killed",
            ),
            said("and in denver?", "median", slots={"role": "data-engineer", "place": "Denver, CO"}),
        ),
    ),
    Story(
        "killed over a pasted offer",
        turns=(
            said("my floor is 150k", "profile", {"floor": 150_000}),
            said(
                OFFER,
                "offer",
                {"offer.base_amount": 170_000, "quote.p50": SF_SENIOR, "critique.floor_gap": 20_000},
                key="killed",
            ),
            said("sign on is 30k", "offer", {"offer.sign_on": 30_000}),
            said("counter", "counter", {"counter.offered": 170_000}),
            said("why that ask?", "why", {"of": "counter"}),
        ),
    ),
    Story(
        "killed in an interview",
        turns=(
            said("/evidence", "evidence", {"step": "what1"}),
            said(WORK, "evidence", {"step": "tools1"}),
            said("/evidence", "evidence", {"pack.workflows.0.what": WORK}, key="killed"),
            said("stop", "evidence", {"step": ""}),
            said("show my evidence", "evidence", {"pack.workflows.0.what": WORK}, shows=("triage agent",)),
        ),
    ),
    Story(
        "killed while it forgets",
        turns=(
            said(OFFER, "offer"),
            said("forget everything about me", "forget", {"gone": False}),
            said("/forget now", "forget", {"gone": True}, key="killed"),
            said(
                "what do you know about me",
                "profile",
                {"floor": None},
                shows=("I know nothing about you yet",),
            ),
            said("counter", "counter", {"counter": None}, hides=("170",)),
        ),
    ),
)

# The turns go to a phone and a desk in turn, two engines on one store.
TWO_DEVICES = (
    Story(
        "an offer on the phone, its counter at the desk",
        turns=(
            said(OFFER, "offer", {"offer.base_amount": 170_000}),
            said("actually sign on is 30k", "offer", {"offer.sign_on": 30_000}),
            said("my floor is 150k", "profile", {"floor": 150_000}),
            said("counter", "counter", {"counter.offered": 170_000}),
            said("why not more?", "why", {"of": "counter"}),
            said("they came back with 180k", "decide", {"decision.base_now": 180_000}),
            said("undo", "offer", kept={"offer.base_amount": 170_000, "offer.sign_on": 30_000}),
        ),
    ),
    Story(
        "a question on the phone, its answer at the desk, forgotten on the phone",
        turns=(
            said("median for a senior in seattle", "median", {"quote": None}),
            said("data engineer", "median", slots={"role": "data-engineer", "place": "Seattle, WA"}),
            said("and in denver?", "median", slots={"role": "data-engineer", "place": "Denver, CO"}),
            said("forget me", "forget", {"gone": False}),
            said("yes", "forget", {"gone": True}, kept={"looked_up": None}),
            said("and in austin?", "median", {"quote": None}, slots={"role": None, "place": "Austin, TX"}),
        ),
    ),
)

# Before each turn with the key "later", thirteen hours pass.
EXPIRED = Story(
    "a question answered too late",
    turns=(
        said(
            "median for a senior in seattle", "median", {"quote": None}, kept={"question.command": "median"}
        ),
        said(
            "data engineer",
            "median",
            slots={"role": "data-engineer", "place": None, "level": None},
            key="later",
        ),
        said("forget me", "forget", {"gone": False}),
        said("yes", "other", kept={"looked_up.role": "data-engineer"}, key="later"),
        said("and in denver?", "median", slots={"role": "data-engineer", "place": "Denver, CO"}),
    ),
)
