"""Offers beside what is easily taken for one: present pay, wishes, other offers, sums of other things.

Made up for these tests. As in `samples`, a strict term that is not listed must stay None.
"""

from __future__ import annotations

from tests.offers.samples import Sample

PRESENT_PAY = [
    Sample(
        "on-now-moving-to",
        "I'm on 118k base now, moving to 131k base as data analyst in Denver at Quillmark",
        {"base_amount": 131000, "title": "data analyst", "location": "Denver", "company": "Quillmark"},
    ),
    Sample(
        "today-and-new-place",
        "today i get 122k base, new place is 139k base, senior swe austin",
        {"base_amount": 139000, "title": "senior swe", "location": "austin", "company": None},
    ),
    Sample("present-and-new-comp", "present comp 98k base / new comp 112k base", {"base_amount": 112000}),
    Sample(
        "going-from-to",
        "going from 127k base to 144k base, staff engineer, Seattle, Larkspur",
        {
            "base_amount": 144000,
            "title": "staff engineer",
            "location": "Seattle",
            "company": "Larkspur",
            "original_base": None,
        },
    ),
    Sample(
        "another-pays-me",
        "Fernbank pays me 133k base. Offer from Tidepool: senior swe, SF, 151k base",
        {"base_amount": 151000, "company": "Tidepool", "title": "senior swe", "location": "SF"},
    ),
    Sample(
        "i-get-paid",
        "I get paid 109k base, Tidepool offers 126k base for product designer in Chicago",
        {"base_amount": 126000, "company": "Tidepool", "location": "Chicago"},
    ),
    Sample("bump-me", "They want to bump me from 141k to 158k base", {"base_amount": 158000}),
    Sample(
        "promoted-internally",
        "We would like to promote you internally to Staff Engineer, from 164,000 to 187,500 base",
        {"base_amount": 187500, "title": "Staff Engineer"},
    ),
    Sample(
        "old-and-new",
        "Old: 101k base, 5% bonus. New: 119k base, 10% bonus, pm, Boston",
        {"base_amount": 119000, "bonus_pct": 10, "company": None, "location": "Boston"},
    ),
    Sample("arrow", "Raise: 120k -> 138k base, same team", {"base_amount": 138000}),
    Sample(
        "offer-first-then-mine",
        "Larkspur came in with an offer of 162k base. Mine is 150k base today.",
        {"base_amount": 162000, "company": "Larkspur"},
    ),
    Sample(
        "sitting-at",
        "Sitting at 104k base right now. Fernbank is offering 121k base plus 8% bonus.",
        {"base_amount": 121000, "bonus_pct": 8, "company": "Fernbank"},
    ),
    Sample(
        "my-employer-pays",
        "My employer pays 92k salary and 5k bonus; the new company would pay me 108k salary and 7k bonus",
        {"base_amount": 108000, "bonus_amount": 7000},
    ),
    Sample(
        "terms-of-present-pay-stay-out",
        "Current: 140k base, 10% bonus, 60k RSU. Offer: 155k base, 20k sign on.",
        {"base_amount": 155000, "sign_on": 20000, "equity_kind": None},
    ),
    Sample(
        "their-offer-moved",
        "They raised their offer from 150k to 163k base after I asked",
        {"base_amount": 163000, "original_base": 150000},
    ),
    Sample(
        "they-came-up",
        "They came up from 118k to 125k base",
        {"base_amount": 125000, "original_base": 118000},
    ),
    Sample(
        "bare-wish-after",
        "Tidepool offered 128k base. I was hoping to get 145",
        {"base_amount": 128000, "company": "Tidepool"},
    ),
    Sample(
        "wish-before",
        "I was hoping to get 150k. The offer came in at 137k base.",
        {"base_amount": 137000},
    ),
    Sample(
        "would-be-making",
        "I make 88k. At Quillmark I would be making 103k base with a 6k sign on",
        {"base_amount": 103000, "sign_on": 6000, "company": "Quillmark"},
    ),
    Sample(
        "verbal-above-present",
        "My base is 131k today, verbal offer is 149k base, still waiting for paper",
        {"base_amount": 149000},
    ),
    Sample(
        "someone-pays-and-another-offers",
        "Quillmark pays 127k base, Fernbank offered 144k base and 90k RSU over 4 years",
        {
            "company": "Fernbank",
            "base_amount": 144000,
            "equity_kind": "rsu",
            "equity_value": 90000,
            "vest_years": 4,
        },
    ),
    Sample(
        "where-i-work-in-brackets",
        "I work at Fernbank (L4, 151k base, 15% bonus). Offer from Larkspur: L5, 179k base, 30k sign on",
        {"company": "Larkspur", "level": "L5", "base_amount": 179000, "sign_on": 30000},
    ),
    Sample(
        "marked-lines",
        "Fernbank (current): 151k base, 15% bonus\nLarkspur (offer): 168k base, 10% bonus",
        {"company": "Larkspur", "base_amount": 168000, "bonus_pct": 10},
    ),
    Sample(
        "current-in-brackets",
        "Title: Data Scientist\nBase: 146k (currently 128k)\nBonus: 10% (currently 8%)",
        {"title": "Data Scientist", "base_amount": 146000, "bonus_pct": 10},
    ),
    Sample("they-could-only", "I asked for 176k but they could only do 163k base", {"base_amount": 163000}),
    Sample(
        "match-or-beat", "They will match my current 133k base or go to 141k base", {"base_amount": 141000}
    ),
    Sample(
        "up-from", "Revised offer: 147k base (up from 139k)", {"base_amount": 147000, "original_base": 139000}
    ),
    Sample(
        "raise-to-from",
        "I will be promoted to senior with a raise to 148k from 133k",
        {"base_amount": 148000, "original_base": None},
    ),
    Sample(
        "old-is-a-town-too",
        "offer in Old Bridge NJ, 91k base, HR manager",
        {"base_amount": 91000, "title": "HR manager", "location": "Old Bridge NJ"},
    ),
    Sample(
        "new-is-a-city-too",
        "I earn 117k. base 139k new york senior data engineer is the offer",
        {"base_amount": 139000, "location": "new york"},
    ),
    Sample(
        "range-from-to-stays-a-range",
        "The offer: salary from $120,000 to $135,000 depending on the interview loop, 10% bonus",
        {"base_low": 120000, "base_high": 135000, "bonus_pct": 10},
    ),
]

SEVERAL = [
    Sample(
        "two-companies-as-headings",
        "I have two offers. Larkspur: senior data scientist, NYC, 182k base, 12% bonus, 240k RSUs over 4 "
        "years. Fernbank: senior data scientist, NYC, 191k base, 10% bonus, 200k RSU over 4 years, 40k "
        "sign on.",
        {
            "company": "Larkspur",
            "title": "senior data scientist",
            "location": "NYC",
            "base_amount": 182000,
            "bonus_pct": 12,
            "equity_value": 240000,
            "vest_years": 4,
        },
        (
            {
                "company": "Fernbank",
                "title": "senior data scientist",
                "location": "NYC",
                "base_amount": 191000,
                "bonus_pct": 10,
                "equity_value": 200000,
                "vest_years": 4,
                "sign_on": 40000,
            },
        ),
    ),
    Sample(
        "two-in-a-sentence",
        "Tidepool 171k base + 60k/yr RSU, and Quillmark 163k base + 0.04%",
        {"company": "Tidepool", "base_amount": 171000, "equity_value_per_year": 60000},
        ({"company": "Quillmark", "base_amount": 163000, "equity_pct": 0.04},),
    ),
    Sample(
        "two-known-names-in-small-letters",
        "uber 178k base and netflix 224k base senior swe seattle",
        {"company": "uber", "base_amount": 178000, "title": "senior swe", "location": "seattle"},
        ({"company": "netflix", "base_amount": 224000, "title": "senior swe", "location": "seattle"},),
    ),
    Sample(
        "shared-title-first",
        "Choosing between two offers for product manager in Boston: Fernbank 148k base, 10% bonus vs "
        "Larkspur 155k base, 5% bonus",
        {
            "company": "Fernbank",
            "base_amount": 148000,
            "bonus_pct": 10,
            "title": "product manager",
            "location": "Boston",
        },
        (
            {
                "company": "Larkspur",
                "base_amount": 155000,
                "bonus_pct": 5,
                "title": "product manager",
                "location": "Boston",
            },
        ),
    ),
    Sample(
        "two-offered",
        "Larkspur offered 140k base and 10k sign on. Fernbank offered 150k base.",
        {"company": "Larkspur", "base_amount": 140000, "sign_on": 10000},
        ({"company": "Fernbank", "base_amount": 150000},),
    ),
    Sample(
        "three-lines",
        "Larkspur - 150k base, 20k sign on\nFernbank - 160k base\nTidepool - 170k base, 5% bonus",
        {"company": "Larkspur", "base_amount": 150000, "sign_on": 20000},
        (
            {"company": "Fernbank", "base_amount": 160000},
            {"company": "Tidepool", "base_amount": 170000, "bonus_pct": 5},
        ),
    ),
    Sample(
        "numbered-in-a-line",
        "two offers: 1) Larkspur 161k base 2) Fernbank 172k base",
        {"company": "Larkspur", "base_amount": 161000},
        ({"company": "Fernbank", "base_amount": 172000},),
    ),
    Sample(
        "numbered-lines",
        "Offer 1 - Larkspur, 188k base, 150k RSU\nOffer 2 - Fernbank, 183k base, 0.1%",
        {"company": "Larkspur", "base_amount": 188000, "equity_value": 150000},
        ({"company": "Fernbank", "base_amount": 183000, "equity_pct": 0.1},),
    ),
    Sample(
        "names-last",
        "Which is better: 178k base at Larkspur or 169k base + 45k RSU/yr at Fernbank, both SF?",
        {"company": "Larkspur", "base_amount": 178000, "location": "SF"},
        ({"company": "Fernbank", "base_amount": 169000, "equity_value_per_year": 45000, "location": "SF"},),
    ),
    Sample(
        "one-offered-one-gave",
        "have a competing offer from Larkspur at 171k base, and Fernbank gave me 183k base with 25k sign on",
        {"company": "Larkspur", "base_amount": 171000},
        ({"company": "Fernbank", "base_amount": 183000, "sign_on": 25000},),
    ),
    Sample(
        "an-address-is-no-second-offer",
        "Larkspur Inc. is pleased to offer you a base salary of $150,000.\n\nLarkspur\n14200 Westmark Drive\n"
        "Suite 600\nHouston, Texas",
        {"company": "Larkspur Inc.", "base_amount": 150000},
    ),
    Sample(
        "one-company-named-twice",
        "Fernbank offered 150k base. Fernbank: 10% bonus, 20k sign on.",
        {"company": "Fernbank", "base_amount": 150000, "bonus_pct": 10, "sign_on": 20000},
    ),
    Sample(
        "a-name-without-pay-is-no-second-offer",
        "Larkspur offered me 150k base, 10% bonus. I would work with a team from Fernbank on site.",
        {"company": "Larkspur", "base_amount": 150000, "bonus_pct": 10},
    ),
]

COMPANIES = [
    Sample(
        "delighted",
        "Delighted to offer you the Senior Data Engineer role at Quillmark, Leeds. Salary £64,000",
        {
            "company": "Quillmark",
            "title": "Senior Data Engineer",
            "base_amount": 64000,
            "currency": "GBP",
            "currency_explicit": True,
        },
    ),
    Sample(
        "thrilled",
        "Thrilled to share that you got the job! Base salary is $97,000.",
        {"company": None, "base_amount": 97000},
    ),
    Sample(
        "small-letters-offered-me",
        "google offered me 193k base for swe l4 nyc",
        {"company": "google", "title": "swe", "location": "nyc", "base_amount": 193000, "level": "l4"},
    ),
    Sample(
        "offers-present-tense",
        "Quillmark offers 176k base senior swe sf",
        {"company": "Quillmark", "title": "senior swe", "location": "sf", "base_amount": 176000},
    ),
    Sample(
        "name-job-city",
        "Larkspur SWE II Seattle 157k base 45k sign on",
        {
            "company": "Larkspur",
            "title": "SWE II",
            "location": "Seattle",
            "base_amount": 157000,
            "sign_on": 45000,
        },
    ),
    Sample(
        "job-first",
        "Marketing Manager Phoenix: base 92-101k",
        {
            "company": None,
            "title": "Marketing Manager",
            "location": "Phoenix",
            "base_low": 92000,
            "base_high": 101000,
        },
    ),
    Sample(
        "a-person-of-a-company",
        "offer from Jane at Quillmark: 177k base",
        {"company": "Quillmark", "base_amount": 177000},
    ),
    Sample(
        "an-ordinary-word-in-a-name",
        "Company: Old Harbor Freight\nTitle: Data Analyst\nBase: $78,000",
        {"company": "Old Harbor Freight", "base_amount": 78000},
    ),
    Sample(
        "job-in-short-is-no-company",
        "$91k base, $91k variable, AE, Chicago",
        {"company": None, "title": "AE", "base_amount": 91000, "bonus_amount": 91000},
    ),
    Sample(
        "who-called-is-no-title",
        "Recruiter from Larkspur called: 165-180k base range, 0.02%, SF",
        {
            "company": "Larkspur",
            "title": None,
            "base_low": 165000,
            "base_high": 180000,
            "equity_kind": "percent",
            "equity_pct": 0.02,
        },
    ),
    Sample(
        "greeting-is-no-company",
        "Howdy! Fantastic news: we can offer 88k base.",
        {"company": None, "base_amount": 88000},
    ),
    Sample(
        "label-is-no-company",
        "Verbal: base 125k\nUpdate: they added 5k sign on",
        {"company": None, "base_amount": 125000, "sign_on": 5000},
    ),
    Sample(
        "label-run-on-to-a-city",
        "Garnet offer\nLocation: SeattleTC: 240kBase: 160kBonus: 12%",
        {
            "company": "Garnet",
            "location": "Seattle",
            "total_comp": 240000,
            "base_amount": 160000,
            "bonus_pct": 12,
        },
    ),
    Sample(
        "sentence-word-is-no-company",
        "Honestly 140k base offer, 10% bonus. Thoughts?",
        {"company": None, "base_amount": 140000, "bonus_pct": 10},
    ),
]

PAY = [
    Sample(
        "base-beside-its-number",
        "offer from openai research engineer sf 305k base ppu 1.4M over 4 years",
        {
            "company": "openai",
            "base_amount": 305000,
            "equity_kind": "other",
            "equity_value": 1400000,
            "vest_years": 4,
            "location": "sf",
        },
    ),
    Sample(
        "an-unknown-word-between",
        "offer 240k base xqv 1.1M over 4 years",
        {"base_amount": 240000},
    ),
    Sample(
        "years-then-cliff",
        "Offer: 181k base, 210k RSU, 4 years 1 year cliff",
        {
            "base_amount": 181000,
            "equity_kind": "rsu",
            "equity_value": 210000,
            "vest_years": 4,
            "cliff_months": 12,
        },
    ),
    Sample(
        "cliff-in-months",
        "offer 150k base, 100k RSUs over 4 years with a 6 month cliff",
        {
            "base_amount": 150000,
            "equity_kind": "rsu",
            "equity_value": 100000,
            "vest_years": 4,
            "cliff_months": 6,
        },
    ),
    Sample(
        "options-then-count",
        "offer 143k base options 18,000",
        {"base_amount": 143000, "equity_kind": "options", "equity_units": 18000},
    ),
    Sample(
        "count-then-options",
        "offer 143k base, 18,000 options",
        {"base_amount": 143000, "equity_kind": "options", "equity_units": 18000},
    ),
    Sample(
        "options-in-money",
        "offer 143k base, $90,000 options",
        {"base_amount": 143000, "equity_kind": "options", "equity_value": 90000},
    ),
    Sample(
        "options-labelled",
        "Base: $143,000\nStock options: 25000\nBonus: none",
        {"base_amount": 143000, "equity_kind": "options", "equity_units": 25000, "bonus_pct": 0},
    ),
    Sample(
        "dashes-of-a-list",
        "Offer:\n-150k base\n-15% bonus\n-20k sign on",
        {"base_amount": 150000, "bonus_pct": 15, "sign_on": 20000},
    ),
    Sample(
        "dash-after-a-label",
        "Offer: base -150k, bonus -15%",
        {"base_amount": 150000, "bonus_pct": 15},
    ),
    Sample(
        "words",
        "The offer is one hundred and sixty five thousand dollars base, ten percent bonus",
        {"base_amount": 165000, "bonus_pct": 10, "currency": "USD"},
    ),
    Sample(
        "words-and-figures",
        "We offer you an annual salary of Ninety-Two Thousand Dollars ($92,000) and a sign-on bonus of "
        "five thousand dollars ($5,000).",
        {"base_amount": 92000, "sign_on": 5000, "currency": "USD"},
    ),
    Sample(
        "range-for-you",
        "The salary range for you is $151k - $179k",
        {"base_low": 151000, "base_high": 179000},
    ),
    Sample("range-in-small-numbers", "Verbal: 121 to 129 base", {"base_low": 121000, "base_high": 129000}),
    Sample(
        "range-between",
        "They said between 121k and 129k base for the offer",
        {"base_low": 121000, "base_high": 129000},
    ),
    Sample(
        "german",
        "Angebot von Quillmark GmbH: 71.000 € Grundgehalt, 10% Bonus, VSOP 0,2%, Berlin",
        {
            "company": "Quillmark GmbH",
            "base_amount": 71000,
            "bonus_pct": 10,
            "equity_kind": "options",
            "equity_pct": 0.2,
            "currency": "EUR",
            "currency_explicit": True,
            "location": "Berlin",
        },
    ),
    Sample(
        "phantom-shares",
        "Offer 95k base and 1,500 phantom shares",
        {"base_amount": 95000, "equity_kind": "other", "equity_units": 1500},
    ),
    Sample(
        "contract",
        "6-month W2 contract at $71/hr",
        {"base_amount": 71, "base_period": "hour", "employment_type": "contract"},
    ),
    Sample(
        "c2c",
        "Offer: C2C, $95 per hour, remote, 12 months",
        {"base_amount": 95, "base_period": "hour", "employment_type": "contract", "location": "remote"},
    ),
    Sample(
        "contractor-1099",
        "They offered me $60/hr as a 1099 contractor",
        {"base_amount": 60, "base_period": "hour", "employment_type": "contract"},
    ),
    Sample(
        "freelance",
        "Offer as a freelance designer, 420 EUR per day",
        {"base_amount": 420, "base_period": "day", "employment_type": "contract", "currency": "EUR"},
    ),
    Sample(
        "part-time",
        "Part-time offer: $38/hr, 20 hours a week",
        {"base_amount": 38, "base_period": "hour", "employment_type": "part-time"},
    ),
    Sample(
        "not-a-contract",
        "We are pleased to offer you a base salary of $88,000. This letter is not a contract of employment.",
        {"base_amount": 88000, "employment_type": None},
    ),
    Sample(
        "ote",
        "Offer: OTE 176k, base 88k, account executive, Denver",
        {"base_amount": 88000, "ote_low": 176000, "ote_high": 176000, "location": "Denver"},
    ),
    Sample(
        "ote-after",
        "offer is 90k base 180k OTE",
        {"base_amount": 90000, "ote_low": 180000, "ote_high": 180000},
    ),
    Sample(
        "sign-on-of-two-years",
        "Amazon offer: base 158k, sign on 55k year 1, 41k year 2, 90 RSUs 5/15/40/40",
        {
            "company": "Amazon",
            "base_amount": 158000,
            "sign_on": 96000,
            "sign_on_y1": 55000,
            "sign_on_y2": 41000,
            "equity_kind": "rsu",
            "equity_units": 90,
            "vest_schedule": "5/15/40/40",
            "vest_years": 4,
        },
    ),
]

PLACES = [
    Sample(
        "no-commas",
        "148k base swe nyc",
        {"base_amount": 148000, "title": "swe", "location": "nyc", "company": None},
    ),
    Sample(
        "title-first",
        "offer: pm seattle 152k base",
        {"base_amount": 152000, "title": "pm", "location": "seattle"},
    ),
    Sample(
        "as-a",
        "they offered me 107k as a junior frontend developer in SF",
        {"base_amount": 107000, "title": "junior frontend developer", "location": "SF"},
    ),
    Sample("remote", "161k base swe remote", {"base_amount": 161000, "title": "swe", "location": "remote"}),
    Sample(
        "remote-and-city",
        "161k base swe Chicago, hybrid remote",
        {"base_amount": 161000, "location": "Chicago"},
    ),
    Sample(
        "dollars-of-canada",
        "Toronto, $141,000 base",
        {
            "base_amount": 141000,
            "currency": "CAD",
            "currency_explicit": False,
            "location": "Toronto",
            "company": None,
        },
    ),
    Sample(
        "dollars-of-the-states-in-canada",
        "Toronto, 141,000 USD base",
        {"base_amount": 141000, "currency": "USD", "currency_explicit": True},
    ),
    Sample(
        "ordinary-words-are-no-places",
        "offer: 150k base, mobile phone paid, reading budget, nice team",
        {"base_amount": 150000, "location": None},
    ),
]

MIXED_UP = [*PRESENT_PAY, *SEVERAL, *COMPANIES, *PAY, *PLACES]

NO_OFFERS = [
    ("is-it-good", "is 181k base good for a senior swe in sf?", "question"),
    ("is-it-good-without-mark", "is 181k base good for a senior swe in sf", "question"),
    ("what-worth", "what would 205k base be worth?", "question"),
    ("would-it-be-fair", "Would 140k base and 10% bonus be fair for a pm in Denver?", "question"),
    ("how-much-after-tax", "How much is 150k base after tax in California?", "question"),
    ("can-i-get", "can I get 170k base as a staff engineer in Austin?", "question"),
    ("present-on", "I'm on 118k base as a data analyst in Denver", "present_pay"),
    ("present-pays-me", "Fernbank pays me 133k base and a 10% bonus", "present_pay"),
    ("present-sitting", "sitting at 104k base with 5% bonus, senior accountant", "present_pay"),
    ("past-raise", "I went from 90k to 104k base last year", "present_pay"),
    ("wish-get-to", "I want to go from 120k to 140k base", "wish"),
    ("does-it-offer", "does Stripe offer 200k base for L3?", "question"),
    ("what-if-they-offer", "what if they offer 150k base?", "question"),
    ("turned-down", "I turned down 150k base from Oracle last year", "present_pay"),
    ("negative", "-150k base", "nothing"),
    ("negative-dollars", "offer: -$150,000 base", "nothing"),
    ("words-of-people", "about one hundred and twenty thousand people live there", "nothing"),
]
