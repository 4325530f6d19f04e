"""An offer and what comes of it: four counters, three changes of mind, three pairs of offers."""

from __future__ import annotations

from tests.stories.rows import posted
from tests.stories.telling import Story, less, pressed, said

SF_SENIOR = posted("software-engineer", "0041860", "senior")
NURSE_YEAR = 36 * 52  # hours
HARVEY = (
    "so harvey offered me a job!! senior software engineer in san francisco, 170k base, 15% bonus, "
    "25k sign on"
)
STRIPE = "stripe offered me 200k base, 10% bonus, senior software engineer, seattle"

COUNTERED = (
    Story(
        "an engineer under the median counters",
        turns=(
            said("the least id take is 150k base", "profile", {"floor": 150_000}, kept={"floor": 150_000}),
            said(
                HARVEY,
                "offer",
                {
                    "offer.base_amount": 170_000,
                    "offer.bonus_pct": 15,
                    "offer.sign_on": 25_000,
                    "quote.p50": SF_SENIOR,
                    "critique.verdict": "below_median",
                    "critique.gap": less("offer.base_amount", "quote.p50"),
                    "critique.floor_gap": 20_000,
                },
                slots={"company": "Harvey", "amount": 170_000},
            ),
            said("can u write the counter", "counter", {"counter.lever": "base", "counter.offered": 170_000}),
            said("make it firmer", "counter", {"tone": "firm", "counter.offered": 170_000}),
            said(
                "they came back with 182k",
                "decide",
                {
                    "decision.answer": "moved",
                    "decision.base_now": 182_000,
                    "decision.movement_pct": 100 * 12 / 170,
                },
            ),
            said("ok i'll take it, write the yes", "decide", {"note": "accept"}, letter=("182,000",)),
        ),
        unwritten=("150,000",),
    ),
    Story(
        "a salesperson with pay at target counters",
        turns=(
            said(
                "lumenworks offerd me account executive in chicago: 105k base, 210k OTE, 10k sign on, "
                "no equity",
                "offer",
                {"offer.base_amount": 105_000, "offer.ote_low": 210_000, "offer.sign_on": 10_000},
                slots={"role": "account-executive", "place": "Chicago, IL"},
            ),
            said("is 210 ote any good for that", "offer", {"offer.ote_low": 210_000}),
            said("write me a counter pls", "counter"),
            said(
                "they came back with 20k sign on",
                "decide",
                {"decision.answer": "moved", "decision.total_change": 10_000},
            ),
            said("write the yes", "decide", {"note": "accept"}, letter=("$105,000", "$210,000", "$20,000")),
        ),
    ),
    Story(
        "a nurse paid by the hour counters",
        turns=(
            said(
                "bayview general hospital offered me $46.50/hr as a registered nurse in boston, 36 hrs a "
                "week, $7500 sign-on",
                "offer",
                {
                    "offer.base_amount": 46.5,
                    "offer.base_period": "hour",
                    "offer.hours_per_week": 36,
                    "offer.sign_on": 7_500,
                    "quote": None,
                    "critique.base_low": 46.5 * NURSE_YEAR,
                },
            ),
            said("i cant go under 95k a year", "profile", {"floor": 95_000}),
            said(
                "so is the offer ok?",
                "offer",
                {"critique.verdict": "below_floor", "critique.floor_gap": 46.5 * NURSE_YEAR - 95_000},
            ),
            said(
                "write the counter",
                "counter",
                {"counter.period": "hour", "counter.offered": 46.5, "counter.market": None},
                letter=("an hour",),
            ),
            said("they said they can do $49", "decide", {"decision.base_now": 49 * NURSE_YEAR}),
            said("and no more than that?? ok write the no", "decide", {"note": "decline"}),
        ),
        unwritten=("95,000",),
    ),
    Story(
        "an engineer paid in lakhs counters",
        turns=(
            said(
                "got an offer from zetaleaf, software engineer in bengaluru, 18 lpa fixed and joining "
                "bonus 2 lakh",
                "offer",
                {
                    "offer.base_amount": 1_800_000,
                    "offer.currency": "INR",
                    "offer.sign_on": 200_000,
                    "quote": None,
                },
            ),
            said("no joining bonus is 3 lakh", "offer", {"offer.sign_on": 300_000}),
            said("counter please", "counter", {"counter.offered": 1_800_000}, letter=("₹",), hides=("$",)),
            said("they came back with 19 lakh", "decide", {"decision.base_now": 1_900_000}),
            said("my floor is 20 lakh", "profile", {"floor": 2_000_000, "floor_currency": "INR"}),
            said("so is it good enough", "offer", {"critique.floor": 2_000_000}),
        ),
    ),
)

CHANGED = (
    Story(
        "a counter, then none",
        turns=(
            said(HARVEY, "offer", slots={"company": "Harvey"}),
            said("write a counter", "counter", {"counter.lever": "base"}),
            said(
                "no dont ask for base, ask for more sign on instead", "counter", {"counter.lever": "sign_on"}
            ),
            said("hmm actually no, i'll just accept", "decide", {"note": "accept"}, letter=("$170,000",)),
            said("wait no, write the no instead", "decide", {"note": "decline"}),
            said("ugh. ok the counter again", "counter", kept={"offer.company": "harvey"}),
        ),
    ),
    Story(
        "start over, and back",
        turns=(
            said(HARVEY, "offer"),
            said("actually sign on is 30k", "offer", {"offer.sign_on": 30_000}),
            said("lets start over", "other", {"did": "put_aside"}, kept={"offer": None, "question": None}),
            said("counter", "counter", {"counter": None}),
            said("undo", "offer", {"offer.sign_on": 30_000}, kept={"offer.company": "harvey"}),
            said("ok now the counter", "counter", {"counter.offered": 170_000}),
        ),
    ),
    Story(
        "another job in the middle, then another offer",
        turns=(
            said(HARVEY, "offer"),
            said(
                "btw what does a product manager make in boston",
                "median",
                slots={"role": "product-manager", "place": "Boston, MA"},
                kept={"offer.company": "harvey", "offer_about.role": "software-engineer"},
            ),
            said("ok back to my harvey offer", "offer", {"offer.company": "harvey"}),
            said("new offer", "other", {"did": "made_room"}, kept={"offer": None}),
            said(
                "globex wants me as product manager in boston for 150k base",
                "offer",
                {"offer.base_amount": 150_000},
                slots={"company": "Globex", "role": "product-manager", "place": "Boston, MA"},
                kept={"shelf.0.offer.company": "harvey"},
            ),
            said(
                "ok. offer from globex, product manager in boston, 150k base",
                "offer",
                {"offer.base_amount": 150_000},
                slots={"company": "Globex", "role": "product-manager", "place": "Boston, MA"},
                kept={"shelf.0.offer.company": "harvey"},
            ),
            said("counter that", "counter", letter=("$150,000",), hides=("Harvey",)),
        ),
    ),
)

PAIRS = (
    Story(
        "two offers, one withdrawn by its employer",
        turns=(
            said(HARVEY, "offer"),
            said(STRIPE, "offer", {"offer.base_amount": 200_000}, slots={"company": "Stripe"}),
            said(
                "which one is better",
                "compare",
                {"comparison.four_years.name": "Stripe", "comparison.four_years.next": "Harvey"},
            ),
            said(
                "harvey withdrew their offer :(",
                "decide",
                shows=("Harvey",),
                kept={"offer.company": "stripe"},
            ),
            said("ok so is stripes offer any good", "offer", {"offer.company": "stripe"}),
            said("write a counter then", "counter", {"critique.base_low": 200_000}, hides=("Harvey",)),
        ),
    ),
    Story(
        "two offers in one message, one dropped",
        turns=(
            said(
                "i have two offers.\n\nGlobex: product manager, Boston, 150k base, 10% bonus\n\n"
                "Initech: product manager, Boston, 160k base, 40k sign-on",
                "offer",
                {"offer.company": "Globex", "others.0.company": "Initech"},
            ),
            said(
                "compare them pls",
                "compare",
                {
                    "comparison.sides.Globex.base": 150_000,
                    "comparison.sides.Initech.base": 160_000,
                    # 4 x 160,000 + 40,000 against 4 x 165,000
                    "comparison.four_years.by": 20_000,
                    "comparison.first_year.name": "Initech",
                },
            ),
            said("show me year by year", "compare"),
            said("drop globex", "compare", kept={"offer.company": "Initech", "shelf": (), "others": ()}),
            said("is what is left any good?", "offer", {"offer.company": "Initech"}),
            said("whats the counter", "counter", {"counter.offered": 160_000}, hides=("Globex",)),
        ),
    ),
    Story(
        "two offers in two currencies, one turned down",
        turns=(
            said(
                "acme offered 85k pounds base, software engineer, london",
                "offer",
                {"offer.base_amount": 85_000, "offer.currency": "GBP"},
            ),
            said(
                "and globex offers $150k base, software engineer in boston",
                "offer",
                {"offer.base_amount": 150_000, "offer.currency": "USD"},
                kept={"shelf.0.offer.company": "acme"},
            ),
            said(
                "compare them",
                "compare",
                {"comparison.four_years": None},
                shows=("85,000", "150,000", "USD", "GBP"),
            ),
            said("drop acme", "compare", kept={"offer.company": "globex", "shelf": ()}),
            said("judge globex", "offer", {"offer.company": "globex", "critique.base_low": 150_000}),
            pressed("Write the counter", "counter", {"counter.offered": 150_000}, hides=("£",)),
        ),
    ),
)

STORIES = (*COUNTERED, *CHANGED, *PAIRS)
