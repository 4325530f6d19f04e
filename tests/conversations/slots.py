"""Look-ups a word at a time, put right, and gone on from: ten talks, none of which names a command."""

from __future__ import annotations

from typing import Any

from tests.stories.rows import posted
from tests.stories.telling import Story, said

SF_SENIOR = posted("software-engineer", "0041860", "senior")


def cell(role: str | None, place: str | None, level: str | None, **more: Any) -> dict[str, Any]:
    """The slots of a reply that is about a job."""
    return {"role": role, "place": place, "level": level, **more}


STORIES = (
    Story(
        "a median slot by slot, the role first",
        turns=(
            said("whats the median", "median", {"quote": None}, kept={"question.command": "median"}),
            said("data enginer", "median", slots=cell("data-engineer", None, None), kept={"question": None}),
            said("seattle", "median", slots=cell("data-engineer", "Seattle, WA", None)),
            said("senior", "median", slots=cell("data-engineer", "Seattle, WA", "senior")),
            said("ok thx", "other", kept={"looked_up.role": "data-engineer", "looked_up.level": "senior"}),
        ),
    ),
    Story(
        "a median slot by slot, the place first",
        turns=(
            said(
                "how much do ppl make in denver",
                "median",
                {"quote": None},
                slots=cell(None, "Denver, CO", None),
                kept={"question.command": "median"},
            ),
            said("product managers", "median", slots=cell("product-manager", "Denver, CO", None)),
            said("senior ones", "median", slots=cell("product-manager", "Denver, CO", "senior")),
            said("and remote?", "median", slots=cell("product-manager", "remote", "senior")),
        ),
    ),
    Story(
        "a median slot by slot, the level first",
        turns=(
            said("what does a staff level person get", "median", {"quote": None}, slots={"level": "staff"}),
            said("ML engineer", "median", slots=cell("machine-learning-engineer", None, "staff")),
            said("in new yrok", "median", slots=cell("machine-learning-engineer", "New York, NY", "staff")),
            said("why?", "why", {"of": "median"}),
            said(
                "and principal",
                "median",
                slots=cell("machine-learning-engineer", "New York, NY", "principal"),
            ),
        ),
    ),
    Story(
        "a median slot by slot, of a role that is short for three",
        turns=(
            said(
                "pm salary austin",
                "median",
                {"quote": None},
                slots=cell(None, "Austin, TX", None),
                offers=("Product Manager", "Project Manager"),
            ),
            said("the second one", "median", slots=cell("project-manager", "Austin, TX", None)),
            said("i meant product manager", "median", slots=cell("product-manager", "Austin, TX", None)),
            said("senior", "median", slots=cell("product-manager", "Austin, TX", "senior")),
        ),
    ),
    Story(
        "a level and a place put right after a figure",
        turns=(
            said(
                "median for a senior swe in sf?",
                "median",
                {"quote.p50": SF_SENIOR},
                slots=cell("software-engineer", "San Francisco, CA", "senior"),
            ),
            said("no, staff", "median", slots=cell("software-engineer", "San Francisco, CA", "staff")),
            said("i meant chicago", "median", slots=cell("software-engineer", "Chicago, IL", "staff")),
            said(
                "and ai skilled?", "median", slots=cell("software-engineer", "Chicago, IL", "staff", ai=True)
            ),
            said(
                "sorry i ment senior in sf without ai",
                "median",
                {"quote.p50": SF_SENIOR},
                slots=cell("software-engineer", "San Francisco, CA", "senior", ai=False),
            ),
        ),
    ),
    Story(
        "slots put right before the role is known",
        turns=(
            said(
                "median for a junior in bostn",
                "median",
                {"quote": None},
                slots=cell(None, "Boston, MA", "entry"),
            ),
            said("accountant", "median", slots=cell("accountant", "Boston, MA", "entry")),
            said("sorry, i meant austin", "median", slots=cell("accountant", "Austin, TX", "entry")),
            said("not junior, senior", "median", slots=cell("accountant", "Austin, TX", "senior")),
            said("no, financial analyst", "median", slots=cell("financial-analyst", "Austin, TX", "senior")),
        ),
    ),
    Story(
        "terms of an offer put right",
        turns=(
            said(
                "i got an offer from harvey, senior software engineer in sf, 180k base and 25k sign on",
                "offer",
                {"offer.base_amount": 180_000, "offer.sign_on": 25_000},
                slots={"company": "Harvey"},
            ),
            said("no, the sign on is 30k", "offer", {"offer.sign_on": 30_000, "offer.base_amount": 180_000}),
            said("i meant 185k base", "offer", {"offer.base_amount": 185_000, "offer.sign_on": 30_000}),
            said("its in chicago not sf", "offer", kept={"offer_about.place": "0016980"}),
            said(
                "undo",
                "offer",
                kept={"offer_about.place": "0041860", "offer.base_amount": 185_000, "offer.sign_on": 30_000},
            ),
            said("undo", "offer", kept={"offer.base_amount": 180_000, "offer.sign_on": 30_000}),
        ),
    ),
    Story(
        "a median gone on from",
        turns=(
            said(
                "what does a senior data scientist make in chicago",
                "median",
                slots=cell("data-scientist", "Chicago, IL", "senior"),
            ),
            said("and in seattle?", "median", slots=cell("data-scientist", "Seattle, WA", "senior")),
            said("with ai?", "median", slots=cell("data-scientist", "Seattle, WA", "senior", ai=True)),
            said(
                "what about juniors", "median", slots=cell("data-scientist", "Seattle, WA", "entry", ai=True)
            ),
            said("same for nurses", "median", {"quote": None}, slots={"role": None}, shows=("nurse",)),
            said("same for data analysts", "median", slots={"role": "data-analyst", "place": "Seattle, WA"}),
        ),
    ),
    Story(
        "a premium gone on from",
        turns=(
            said(
                "whats the ai premium for software engineers",
                "premium",
                slots=cell("software-engineer", None, None),
            ),
            said("and in new york?", "premium", slots=cell("software-engineer", "New York, NY", None)),
            said("what about seniors", "premium", slots=cell("software-engineer", "New York, NY", "senior")),
            said(
                "same for product managers",
                "premium",
                slots=cell("product-manager", "New York, NY", "senior"),
            ),
            said("and the median?", "median", slots=cell("product-manager", "New York, NY", "senior")),
        ),
    ),
    Story(
        "a range gone on from",
        turns=(
            said(
                "what shuld i ask for as a product designer in sf",
                "range",
                {"scene": "range"},
                slots=cell("product-designer", "San Francisco, CA", None),
            ),
            said(
                "no i mean what should i ask for",
                "range",
                {"scene": "range"},
                slots=cell("product-designer", "San Francisco, CA", None),
            ),
            said("and in nyc?", "range", slots=cell("product-designer", "New York, NY", None)),
            said("for seniors?", "range", slots=cell("product-designer", "New York, NY", "senior")),
            said("same for nurses", "range", {"quote": None, "range": None}, shows=("nurse",)),
            said("ok and product designers again?", "range", slots={"role": "product-designer"}),
        ),
    ),
)
