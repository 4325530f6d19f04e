"""Offers told in passing: the employer in a list, a city after it, other people's pay, a split, a price.

Made up for these tests, each beside what is easily confused with it. As in `samples`, a strict
term that is not listed must stay None.
"""

from __future__ import annotations

from tests.offers.samples import Sample

EMPLOYERS = [
    Sample(
        "a-word-that-is-a-company",
        "Got an offer from Target: Senior Software Engineer, Minneapolis. 190k base",
        {"base_amount": 190000, "company": "Target", "title": "Senior Software Engineer"},
    ),
    Sample(
        "a-word-that-is-only-a-word",
        "Got an offer. Target bonus 15%, base 190k, sign-on 10k",
        {"base_amount": 190000, "company": None, "bonus_pct": 15, "sign_on": 10000},
    ),
    Sample(
        "eighty-is-no-eight-years",
        "Your annual salary will be One Hundred Eighty Five Thousand Dollars ($185,000).",
        {"base_amount": 185000},
    ),
    Sample(
        "offer-colon-employer",
        "Offer: Quillmark, Staff Data Engineer, Denver CO. Base $214,000",
        {"base_amount": 214000, "company": "Quillmark", "title": "Staff Data Engineer"},
    ),
    Sample(
        "offer-colon-job-is-no-employer",
        "Offer: Senior Product Designer, Austin, 148k base",
        {"base_amount": 148000, "company": None, "title": "Senior Product Designer", "location": "Austin"},
    ),
    Sample(
        "offer-colon-step-is-no-employer",
        "Offer: Data Scientist II, Etsy NYC, 171k base",
        {"base_amount": 171000, "company": "Etsy", "title": "Data Scientist II", "location": "NYC"},
    ),
    Sample(
        "offer-colon-word-is-no-employer",
        "Offer: verbal, base 152k",
        {"base_amount": 152000, "company": None},
    ),
    Sample(
        "listed-in-small-letters",
        "offer: 139k, pinterest, data analyst, seattle",
        {"base_amount": 139000, "company": "pinterest", "location": "seattle"},
    ),
    Sample(
        "job-then-employer-then-city",
        "Principal TPM, Nvidia Austin. 231k base",
        {"base_amount": 231000, "company": "Nvidia", "location": "Austin"},
    ),
    Sample(
        "tools-are-no-employer",
        "Tools: Slack, Notion, Zoom. Base 101k",
        {"base_amount": 101000, "company": None},
    ),
    Sample(
        "employer-named-like-a-field",
        "Solutions engineer at Salesforce, Denver. $127k base",
        {"base_amount": 127000, "company": "Salesforce", "location": "Denver"},
    ),
    Sample(
        "field-named-like-an-employer",
        "Offer: Salesforce Developer, Denver, 127k base",
        {"base_amount": 127000, "company": None, "title": "Salesforce Developer"},
    ),
    Sample(
        "labels-in-a-line",
        "Role: Data Analyst. Base: $97k. City: Reno. Company: Fernbank.",
        {"base_amount": 97000, "company": "Fernbank", "location": "Reno", "title": "Data Analyst"},
    ),
    Sample(
        "offered-by",
        "I was offered 133k base by Tidepool in Denver",
        {"base_amount": 133000, "company": "Tidepool", "location": "Denver"},
    ),
    Sample(
        "through-an-agency",
        "1099 contract, $88/hr, 9 months, java developer, Dallas via Harlow Staffing",
        {
            "base_amount": 88,
            "base_period": "hour",
            "company": "Harlow Staffing",
            "location": "Dallas",
            "employment_type": "contract",
        },
    ),
    Sample(
        "giving-me-by-the-hour",
        "so basically tidepool is giving me 58/hr contract W2, 12 months, qa engineer in Tampa",
        {
            "base_amount": 58,
            "base_period": "hour",
            "company": "tidepool",
            "location": "Tampa",
            "employment_type": "contract",
        },
    ),
]

CITIES = [
    Sample(
        "city-in-short",
        "senior pm at Lyft SF, 212 base",
        {"base_amount": 212000, "company": "Lyft", "location": "SF"},
    ),
    Sample(
        "city-and-zip",
        "offer from Dropbox Austin, TX 78701, base 166k",
        {"base_amount": 166000, "company": "Dropbox", "location": "Austin, TX"},
    ),
    Sample(
        "city-after-two-words",
        "offer from Capital One Chicago, base 143k",
        {"base_amount": 143000, "company": "Capital One", "location": "Chicago"},
    ),
    Sample(
        "city-in-the-name",
        "Offer from Austin Energy, base 118k",
        {"base_amount": 118000, "company": "Austin Energy"},
    ),
    Sample(
        "state-in-the-name",
        "offer from New York Life, base 121k",
        {"base_amount": 121000, "company": "New York Life"},
    ),
    Sample(
        "two-employers-are-no-name",
        "I interviewed at Stripe and Plaid, the offer is 177k base",
        {"base_amount": 177000, "company": None},
    ),
    Sample(
        "two-employers-and-the-one",
        "I interviewed at Stripe and Plaid; Plaid came through with 177k base",
        {"base_amount": 177000, "company": "Plaid"},
    ),
    Sample(
        "and-in-the-name",
        "offer from Simon and Hartley, base 93k",
        {"base_amount": 93000, "company": "Simon and Hartley"},
    ),
]

OTHER_PEOPLE = [
    Sample(
        "friend-at",
        "My friend at Snowflake gets 251k as a staff swe in Denver, they offered me 188k at Yelp in Chicago",
        {"base_amount": 188000, "company": "Yelp", "location": "Chicago"},
    ),
    Sample(
        "cousin-earns",
        "my cousin earns 290k at Netflix; I got 172k at Reddit, data engineer, NYC",
        {"base_amount": 172000, "company": "Reddit", "location": "NYC"},
    ),
    Sample(
        "roommate-got",
        "my roommate got 168k base at Stripe, i was offered 159k base at Plaid",
        {"base_amount": 159000, "company": "Plaid"},
    ),
    Sample(
        "mother-only-thinks",
        "my mom thinks 149k base at Dell is a good offer",
        {"base_amount": 149000, "company": "Dell"},
    ),
    Sample(
        "friend-only-referred-me",
        "a friend referred me to Plaid, offered 159k base",
        {"base_amount": 159000, "company": "Plaid"},
    ),
]

EARNINGS = [
    Sample(
        "even-split",
        "offer: account executive, OTE $260k 50/50 split, Denver",
        {"base_amount": 130000, "base_period": "year", "ote_low": 260000, "ote_high": 260000},
    ),
    Sample(
        "split-in-brackets",
        "offer: AE at Gong, OTE 150k (60/40)",
        {"base_amount": 90000, "ote_low": 150000, "ote_high": 150000, "company": "Gong"},
    ),
    Sample(
        "split-beside-a-base",
        "offer: AE, base 131k, OTE 260k, 50/50",
        {"base_amount": 131000, "ote_low": 260000, "ote_high": 260000},
    ),
    Sample(
        "split-of-a-range-is-no-base",
        "offer: AE, OTE 180k-220k, 50/50 split",
        {"ote_low": 180000, "ote_high": 220000},
    ),
    Sample(
        "split-without-earnings", "offer 143k base, 50/50 split of home and office", {"base_amount": 143000}
    ),
    Sample(
        "target-beside-its-range",
        "offer 143k base, bonus 0-30% target 15%",
        {"base_amount": 143000, "bonus_pct": 15},
    ),
    Sample(
        "range-without-target",
        "offer 143k base, bonus 10-20%",
        {"base_amount": 143000, "bonus_pct_low": 10, "bonus_pct_high": 20},
    ),
    Sample(
        "small-percent-and-no-bonus",
        "offer 143k base, 0.4%, no bonus",
        {"base_amount": 143000, "bonus_pct": 0, "equity_pct": 0.4, "equity_kind": "percent"},
    ),
    Sample(
        "match-is-no-share",
        "offer 143k base, 4% 401k match, no bonus",
        {"base_amount": 143000, "bonus_pct": 0},
    ),
]

GRANTS = [
    Sample(
        "options-worth",
        "offer 191k base, options worth 1.3M",
        {"base_amount": 191000, "equity_kind": "options", "equity_value": 1300000},
    ),
    Sample(
        "options-counted",
        "offer 191k base, 1.3M options",
        {"base_amount": 191000, "equity_kind": "options", "equity_units": 1300000},
    ),
    Sample(
        "units-at-a-price",
        "offer 191k base, 4,000 RSUs at $31",
        {"base_amount": 191000, "equity_kind": "rsu", "equity_units": 4000, "share_price": 31},
    ),
    Sample(
        "units-at-the-preferred-price",
        "offer 191k base, 8,000 RSUs at last preferred price of $12.50 over 4 years",
        {"base_amount": 191000, "equity_units": 8000, "preferred_price": 12.5, "vest_years": 4},
    ),
    Sample(
        "units-worth",
        "offer 191k base, 4,000 RSUs worth $124k over 4 years",
        {"base_amount": 191000, "equity_units": 4000, "equity_value": 124000, "vest_years": 4},
    ),
    Sample(
        "options-at-a-strike-have-no-worth",
        "offer 191k base, 8,000 options at $2.10 strike",
        {"base_amount": 191000, "equity_kind": "options", "equity_units": 8000, "strike": 2.1},
    ),
    Sample(
        "units-at-signing",
        "offer 191k base, 400 RSUs at signing, $15k sign on",
        {"base_amount": 191000, "equity_units": 400, "sign_on": 15000},
    ),
    Sample(
        "retention-is-no-cliff",
        "Base 191k, $15k retention bonus paid after 12 months, RSUs 90k vesting quarterly over 4 years",
        {"base_amount": 191000, "equity_value": 90000, "vest_years": 4, "vest_schedule": "quarterly"},
    ),
    Sample(
        "first-part-is-a-cliff",
        "offer: base 191k, RSUs 90k: 25% after 12 months then quarterly over 4 years",
        {"base_amount": 191000, "equity_value": 90000, "vest_years": 4, "cliff_months": 12},
    ),
    Sample(
        "years-without-the-word",
        "offer 191k base, 200k gsu over 4 (33/33/22/12)",
        {"base_amount": 191000, "equity_value": 200000, "vest_years": 4, "vest_schedule": "33/33/22/12"},
    ),
    Sample(
        "years-of-the-grant-not-of-the-sign-on",
        "offer 191k base, 210k rsu over 3, 20k sign-on over 2 years",
        {"base_amount": 191000, "equity_value": 210000, "vest_years": 3, "sign_on": 20000},
    ),
    Sample(
        "answer-by",
        "offer 191k base, they also want an answer by Friday",
        {"base_amount": 191000, "deadline": "Friday"},
    ),
    Sample(
        "start-by",
        "offer 191k base, they want me to start by June 5",
        {"base_amount": 191000, "deadline": None},
    ),
]

PLAIN = [*EMPLOYERS, *CITIES, *OTHER_PEOPLE, *EARNINGS, *GRANTS]

NOT_MINE = [
    ("sister-makes", "my sister makes 205k at Meta", "nothing"),
    ("brother-and-my-wish", "my brother earns 310k at Google, I want 240k", "wish"),
    ("brother-and-my-pay", "my brother earns 310k at Google; I make 181k at Asana", "present_pay"),
    ("he-makes", "my brother says he makes 310k base at Google", "nothing"),
    ("i-pay", "I pay my contractor $95/hr", "nothing"),
    ("summer-job", "I got paid $41/hr last summer", "present_pay"),
    ("form", "I owe 1099 taxes on $95,000", "nothing"),
    ("fair-rate", "what's a fair rate for a 1099 contract, $95/hr?", "question"),
]
