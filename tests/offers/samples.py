"""Offers as people write them, made up for these tests, with what a careful reader takes from each.

A sample's terms are exact: a strict term that is not listed must stay None.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

STRICT = (
    "base_amount",
    "base_low",
    "base_high",
    "original_base",
    "bonus_pct",
    "bonus_pct_low",
    "bonus_pct_high",
    "bonus_amount",
    "sign_on",
    "sign_on_y1",
    "sign_on_y2",
    "equity_value",
    "equity_value_per_year",
    "equity_units",
    "equity_pct",
    "strike",
    "share_price",
    "preferred_price",
    "total_comp",
    "ote_low",
    "ote_high",
    "vest_years",
    "cliff_months",
)


@dataclass(frozen=True)
class Sample:
    """A text and the terms of each offer in it; `others` are the terms of the second offer on."""

    name: str
    text: str
    terms: dict[str, Any]
    others: tuple[dict[str, Any], ...] = field(default=())


LETTER_ENGINEER = """Dear Priya,

We are pleased to offer you the position of Senior Software Engineer at Larkspur Robotics, Inc. (the \
"Company"), \
reporting to the VP of Engineering in our San Francisco, CA office.

Compensation. Your annual base salary will be $185,000, payable semi-monthly in accordance with our \
payroll practices. \
You will also be eligible for a target bonus of 15% of your base salary. In addition you will receive a \
one-time sign-on \
bonus of $25,000, which you must repay if you leave within 12 months.

Equity. Subject to board approval you will be granted 12,000 restricted stock units (RSUs), vesting over \
four years with \
a one-year cliff.

Benefits. You may join our 401(k) plan with a 4% match and take 20 days of paid time off each year.

Your start date will be July 6, 2026. This offer expires on June 5, 2026.

Sincerely,
Dana Whitlock
"""

LETTER_OPTIONS = """Hi Tomas,

On behalf of Quillmark Labs, Inc., I am delighted to extend you an offer to join us as a Staff Data \
Scientist. \
Your starting salary will be $210,000.00 per year. We will recommend that the board grant you an option \
to purchase \
45,000 shares of common stock at an exercise price of $2.15 per share. Twenty-five percent of the shares \
vest on the first \
anniversary of your start date and the rest vest monthly over the following 36 months (four years in total).

Please sign by 2026-04-17.
"""

LETTER_HOURLY = """Dear Sam: Brightwater Clinics is pleased to offer you the role of Operations Manager. \
You will be paid \
$42.50 per hour on a bi-weekly basis. You will be eligible for 15 days of PTO. Your employment is at will."""

LETTER_BIWEEKLY = """We are excited to offer you employment as a Marketing Manager with Tidepool Media \
LLC. Your salary will be \
$5,000.00 biweekly ($130,000 annualized). You are eligible for an annual discretionary bonus of up to 10%."""

SAMPLES = [
    Sample(
        "letter-engineer",
        LETTER_ENGINEER,
        {
            "title": "Senior Software Engineer",
            "company": "Larkspur Robotics, Inc.",
            "location": "San Francisco, CA",
            "currency": "USD",
            "currency_explicit": True,
            "base_amount": 185000,
            "base_period": "year",
            "bonus_pct": 15,
            "sign_on": 25000,
            "equity_kind": "rsu",
            "equity_units": 12000,
            "vest_years": 4,
            "cliff_months": 12,
            "pto_days": 20,
            "start_date": "2026-07-06",
            "deadline": "2026-06-05",
        },
    ),
    Sample(
        "letter-options",
        LETTER_OPTIONS,
        {
            "title": "Staff Data Scientist",
            "company": "Quillmark Labs, Inc.",
            "base_amount": 210000,
            "base_period": "year",
            "equity_kind": "options",
            "equity_units": 45000,
            "strike": 2.15,
            "vest_years": 4,
            "cliff_months": 12,
            "deadline": "2026-04-17",
        },
    ),
    Sample(
        "letter-hourly",
        LETTER_HOURLY,
        {
            "title": "Operations Manager",
            "company": "Brightwater Clinics",
            "base_amount": 42.5,
            "base_period": "hour",
            "pto_days": 15,
        },
    ),
    Sample(
        "letter-biweekly",
        LETTER_BIWEEKLY,
        {
            "title": "Marketing Manager",
            "company": "Tidepool Media LLC",
            "base_amount": 130000,
            "base_period": "year",
            "bonus_pct": 10,
        },
    ),
    Sample(
        "list-slashes",
        "Base: 185k / Bonus: 15% / RSU: 260k over 4 years / Sign on 20k",
        {
            "base_amount": 185000,
            "bonus_pct": 15,
            "equity_kind": "rsu",
            "equity_value": 260000,
            "vest_years": 4,
            "sign_on": 20000,
            "currency": None,
            "currency_explicit": False,
        },
    ),
    Sample(
        "list-lines",
        "Company: Northpeak\nTitle: Data Engineer\nLocation: Denver, CO\nLevel: L4\nSalary: $150,000\n"
        "Bonus: 10%\nSigning bonus: $15,000\nEquity: $80,000 in RSUs, 4 year vest\nRelocation: $7,500",
        {
            "company": "Northpeak",
            "title": "Data Engineer",
            "location": "Denver, CO",
            "level": "L4",
            "base_amount": 150000,
            "bonus_pct": 10,
            "sign_on": 15000,
            "equity_kind": "rsu",
            "equity_value": 80000,
            "vest_years": 4,
            "relocation": 7500,
            "currency": "USD",
        },
    ),
    Sample("glued", "Base: 155kBonus: 12%", {"base_amount": 155000, "bonus_pct": 12}),
    Sample(
        "glued-long",
        "Title: Software EngineerLocation: Austin, TXBase: $160kSign on: 20kStock: 120k over 4 "
        "yearsBonus: 10%",
        {
            "title": "Software Engineer",
            "location": "Austin, TX",
            "base_amount": 160000,
            "sign_on": 20000,
            "equity_kind": "other",
            "equity_value": 120000,
            "vest_years": 4,
            "bonus_pct": 10,
        },
    ),
    Sample(
        "chat-percent",
        "hey got an offer from harvey, 190 base + .05%, is that ok for a senior swe in nyc?",
        {
            "company": "harvey",
            "title": "senior swe",
            "location": "nyc",
            "base_amount": 190000,
            "equity_kind": "percent",
            "equity_pct": 0.05,
        },
    ),
    Sample(
        "chat-stock-yearly",
        "offer: 170k base, 20k sign on, 40k stock/yr at Stripe, Seattle",
        {
            "company": "Stripe",
            "location": "Seattle",
            "base_amount": 170000,
            "sign_on": 20000,
            "equity_kind": "other",
            "equity_value_per_year": 40000,
        },
    ),
    Sample(
        "chat-after-no-commas",
        "they offered 185k base 15% bonus 20k sign on 260k rsu over 4 years",
        {
            "base_amount": 185000,
            "bonus_pct": 15,
            "sign_on": 20000,
            "equity_kind": "rsu",
            "equity_value": 260000,
            "vest_years": 4,
        },
    ),
    Sample(
        "chat-before-no-commas",
        "offer base 185k bonus 15% sign on 20k rsu 260k",
        {
            "base_amount": 185000,
            "bonus_pct": 15,
            "sign_on": 20000,
            "equity_kind": "rsu",
            "equity_value": 260000,
        },
    ),
    Sample("bare-offer", "Got an offer for $172,500 from Juniper Street Bank", {"base_amount": 172500}),
    Sample(
        "present-and-offer",
        "I currently make 150k base with a 10% bonus. Lumen offered me 180k base and 15% bonus. Worth it?",
        {"base_amount": 180000, "bonus_pct": 15},
    ),
    Sample(
        "offer-then-present",
        "Offer is 180k, currently at 155k. They also gave 25k signing.",
        {"base_amount": 180000, "sign_on": 25000},
    ),
    Sample(
        "offer-and-wish",
        "They offered 165k base but I was hoping for 185k. Start date is August 3.",
        {"base_amount": 165000, "start_date": "August 3"},
    ),
    Sample(
        "counter-planned",
        "Offer: $140,000 base, 10% bonus. I want to counter at $160,000. Is that too much?",
        {"base_amount": 140000, "bonus_pct": 10},
    ),
    Sample(
        "revised",
        "Initial offer was 150k base. After I pushed back they came back with 165k base and a 10k sign-on.",
        {"base_amount": 165000, "original_base": 150000, "sign_on": 10000},
    ),
    Sample(
        "posted-range-and-offer",
        "The posted range was 140-170k and they offered me 150k. Senior product designer in Chicago.",
        {"base_amount": 150000, "title": "Senior product designer", "location": "Chicago"},
    ),
    Sample(
        "offer-range",
        "The recruiter said the offer would be $160k-$175k base plus 12% bonus",
        {"base_low": 160000, "base_high": 175000, "bonus_pct": 12},
    ),
    Sample(
        "bonus-range",
        "Offer: base salary 130,000 USD, bonus 10-15%, 4 weeks vacation",
        {
            "base_amount": 130000,
            "currency": "USD",
            "bonus_pct_low": 10,
            "bonus_pct_high": 15,
            "pto_days": 20,
        },
    ),
    Sample(
        "bonus-money",
        "New offer! $120,000 salary and a $12,000 annual performance bonus, fully remote",
        {"base_amount": 120000, "bonus_amount": 12000, "remote": "fully remote"},
    ),
    Sample(
        "sign-on-two-years",
        "Amazon offer: base $165,000, sign-on $60,000 year 1 and $45,000 year 2, 900 RSUs vesting 5/15/40/40",
        {
            "company": "Amazon",
            "base_amount": 165000,
            "sign_on": 105000,
            "sign_on_y1": 60000,
            "sign_on_y2": 45000,
            "equity_kind": "rsu",
            "equity_units": 900,
            "vest_schedule": "5/15/40/40",
            "vest_years": 4,
        },
    ),
    Sample(
        "total-comp",
        "Received an offer, TC is 320k: 190k base, 40k bonus, 360k RSUs over 4 years",
        {
            "total_comp": 320000,
            "base_amount": 190000,
            "bonus_amount": 40000,
            "equity_kind": "rsu",
            "equity_value": 360000,
            "vest_years": 4,
        },
    ),
    Sample(
        "ote",
        "Offer for Account Executive at Cobalt Systems: $120k base, $240k OTE, ramp of 3 months",
        {
            "title": "Account Executive",
            "company": "Cobalt Systems",
            "base_amount": 120000,
            "ote_low": 240000,
            "ote_high": 240000,
        },
    ),
    Sample(
        "million",
        "We'd like to offer you $310,000 base and an equity grant worth $1.2M vesting over 4 years, at "
        "Halcyon AI.",
        {
            "base_amount": 310000,
            "equity_kind": "other",
            "equity_value": 1200000,
            "vest_years": 4,
            "company": "Halcyon AI",
        },
    ),
    Sample(
        "iso-money-strike",
        "Startup offer: 135k base, 30,000 ISOs, strike price $0.42, 10 year exercise window. Company "
        "raised $12M.",
        {"base_amount": 135000, "equity_kind": "options", "equity_units": 30000, "strike": 0.42},
    ),
    Sample(
        "percent-words",
        "My offer letter says: salary 98,000 dollars per year, target bonus 8 percent, 0.25% equity",
        {
            "base_amount": 98000,
            "bonus_pct": 8,
            "equity_kind": "percent",
            "equity_pct": 0.25,
            "currency": "USD",
        },
    ),
    Sample(
        "no-bonus",
        "Offer at Fernway: 175k base, no bonus, no equity. Hybrid in Boston.",
        {
            "company": "Fernway",
            "base_amount": 175000,
            "bonus_pct": 0,
            "equity_kind": "none",
            "location": "Boston",
        },
    ),
    Sample(
        "benefits-are-not-pay",
        "Offer: $128,000 salary, 401k match up to 6%, $1,500 learning stipend, $200/mo phone, health "
        "premiums paid 90%",
        {"base_amount": 128000},
    ),
    Sample(
        "experience-is-not-vesting",
        "5 YOE backend engineer, offered 155k + 10% bonus in Raleigh, NC",
        {"base_amount": 155000, "bonus_pct": 10, "title": "backend engineer", "location": "Raleigh, NC"},
    ),
    Sample(
        "loan-is-not-pay",
        "I have 60k in student loans. Just got offered $95k as a financial analyst, 5% bonus.",
        {"base_amount": 95000, "bonus_pct": 5, "title": "financial analyst"},
    ),
    Sample(
        "raise-is-not-bonus",
        "Verbal offer is 142k, a 12% raise over my current salary of 127k",
        {"base_amount": 142000},
    ),
    Sample(
        "gbp",
        "Offer from a bank in London: £85,000 base, £10k sign-on, discretionary bonus 20%",
        {
            "base_amount": 85000,
            "currency": "GBP",
            "sign_on": 10000,
            "bonus_pct": 20,
            "location": "London",
            "company": None,
        },
    ),
    Sample(
        "eur",
        "Angebot / offer: 72.000 € base salary per year, 10 % bonus, Berlin",
        {"base_amount": 72000, "currency": "EUR", "bonus_pct": 10},
    ),
    Sample(
        "inr-lakh",
        "Offer letter received: fixed 32 LPA, joining bonus 3 lakh, ESOPs worth 10L over 4 years",
        {
            "base_amount": 3200000,
            "currency": "INR",
            "sign_on": 300000,
            "equity_kind": "options",
            "equity_value": 1000000,
            "vest_years": 4,
        },
    ),
    Sample(
        "cad",
        "Offer: CAD 118,000 base, 8% bonus, Toronto",
        {
            "base_amount": 118000,
            "currency": "CAD",
            "currency_explicit": True,
            "bonus_pct": 8,
            "location": "Toronto",
        },
    ),
    Sample(
        "monthly",
        "They are offering me $9,500 per month as a contractor, 6 month contract",
        {"base_amount": 9500, "base_period": "month", "employment_type": "contract"},
    ),
    Sample(
        "intern",
        "Got an internship offer, $52/hr, $3k relocation, start June 1, 2026",
        {
            "base_amount": 52,
            "base_period": "hour",
            "relocation": 3000,
            "start_date": "2026-06-01",
            "employment_type": "internship",
        },
    ),
    Sample(
        "bullets",
        "Here is the offer they sent:\n\n- Role: ML Engineer\n- Base salary: $205,000\n- Annual bonus: 15%\n"
        "- Equity: 0.1%\n- Sign-on: none\n- Location: San Francisco (hybrid)\n- Respond by: Friday",
        {
            "title": "ML Engineer",
            "base_amount": 205000,
            "bonus_pct": 15,
            "equity_kind": "percent",
            "equity_pct": 0.1,
            "sign_on": 0,
            "location": "San Francisco",
            "deadline": "Friday",
        },
    ),
    Sample(
        "label-on-its-own-line",
        "Offer summary\n\nBase salary\n$188,000\n\nTarget bonus\n12%\n\nRSU grant\n$150,000\n\nSign-on "
        "bonus\n$18,000",
        {
            "base_amount": 188000,
            "bonus_pct": 12,
            "equity_kind": "rsu",
            "equity_value": 150000,
            "sign_on": 18000,
        },
    ),
    Sample(
        "recruiter-mail",
        "Hi Jo, great news! The team at Pinegrove would love to have you join as Engineering Manager. "
        "We can do "
        "$232,000 in base, a 20% target bonus, and $400,000 of RSUs over four years (25% after the "
        "first year, then "
        "quarterly). Let us know by March 12, 2026!",
        {
            "title": "Engineering Manager",
            "company": "Pinegrove",
            "base_amount": 232000,
            "bonus_pct": 20,
            "equity_kind": "rsu",
            "equity_value": 400000,
            "vest_years": 4,
            "cliff_months": 12,
            "deadline": "2026-03-12",
        },
    ),
    Sample(
        "two-offers-lines",
        "Two offers, which one?\n\nGoogle: 195k base, 15% bonus, 300k RSU over 4 years\nMeta: 205k "
        "base, 10% bonus, "
        "420k RSU over 4 years, 30k sign on",
        {
            "company": "Google",
            "base_amount": 195000,
            "bonus_pct": 15,
            "equity_kind": "rsu",
            "equity_value": 300000,
            "vest_years": 4,
        },
        (
            {
                "company": "Meta",
                "base_amount": 205000,
                "bonus_pct": 10,
                "equity_kind": "rsu",
                "equity_value": 420000,
                "vest_years": 4,
                "sign_on": 30000,
            },
        ),
    ),
    Sample(
        "two-offers-numbered",
        "Offer 1: $150k base, 10% bonus at Alder Health\nOffer 2: $140k base, 0.2% equity at Birchly",
        {"company": "Alder Health", "base_amount": 150000, "bonus_pct": 10},
        ({"company": "Birchly", "base_amount": 140000, "equity_kind": "percent", "equity_pct": 0.2},),
    ),
    Sample(
        "two-offers-prose",
        "I have an offer from Notion for 190k base. I also have a second offer from Ramp at 205k base.",
        {"company": "Notion", "base_amount": 190000},
        ({"company": "Ramp", "base_amount": 205000},),
    ),
    Sample(
        "caps-and-spaces",
        "OFFER DETAILS\nBASE SALARY : USD 176,000 / YEAR\nANNUAL BONUS : 12.5 %\nSIGN ON BONUS : USD 10,000",
        {
            "base_amount": 176000,
            "base_period": "year",
            "bonus_pct": 12.5,
            "sign_on": 10000,
            "currency": "USD",
        },
    ),
    Sample(
        "refresh-and-unlimited",
        "offer from Vercel for staff engineer: 230 base, 500k in equity over 4 yrs 1 yr cliff, "
        "unlimited PTO, remote",
        {
            "company": "Vercel",
            "base_amount": 230000,
            "equity_kind": "other",
            "equity_value": 500000,
            "vest_years": 4,
            "cliff_months": 12,
            "pto_days": "unlimited",
            "remote": "remote",
        },
    ),
]

# Further styles: wrapped lines, pay named twice, marks for vesting, headings, blocks.
SAMPLES += [
    Sample(
        "wrapped-letter",
        "Dear Ines, on behalf of Copperline Freight, Inc. it is my pleasure to offer you the role of Vice\n"
        "President, Finance, starting in the spring. We pay twice a month: your salary will be "
        "$9,375.00 each\n"
        "time, or $225,000 over a year. The board will also be asked to grant you an option over one "
        "hundred\n"
        "thousand (100,000) shares of common stock, which vests 25% each year.",
        {
            "company": "Copperline Freight, Inc.",
            "title": "Vice President, Finance",
            "base_amount": 225000,
            "base_period": "year",
            "equity_kind": "options",
            "equity_units": 100000,
            "vest_years": 4,
        },
    ),
    Sample(
        "monthly-and-yearly",
        "Great to offer you the job! Salary: $12,500 a month, so $150,000 in total for a year.",
        {"base_amount": 150000, "base_period": "year"},
    ),
    Sample(
        "biweekly-pay-period",
        "Welcome to Tern Harbor! We offer you a salary of $4,200.50 per biweekly pay period.",
        {"company": "Tern Harbor", "base_amount": 4200.5, "base_period": "biweek"},
    ),
    Sample(
        "marks-for-vesting",
        "New job offer - base 172k, stock 96k/3y, bonus 12%",
        {
            "base_amount": 172000,
            "equity_kind": "other",
            "equity_value": 96000,
            "vest_years": 3,
            "bonus_pct": 12,
        },
    ),
    Sample(
        "label-right-after-a-sum",
        "Sign-on: 14k RSU: 60k, 3 year vest Base: 135k",
        {
            "base_amount": 135000,
            "sign_on": 14000,
            "equity_kind": "rsu",
            "equity_value": 60000,
            "vest_years": 3,
        },
    ),
    Sample(
        "heading-with-level",
        "Garnet L5 offer evaluation\nBase 168k, stock 45k per year",
        {
            "company": "Garnet",
            "level": "L5",
            "base_amount": 168000,
            "equity_kind": "other",
            "equity_value_per_year": 45000,
        },
    ),
    Sample(
        "base-unnamed-among-terms",
        "Here is the offer: 125k, 10% bonus, 8k signing",
        {"base_amount": 125000, "bonus_pct": 10, "sign_on": 8000},
    ),
    Sample(
        "present-then-offer-blocks",
        "Current\n\nBase 120k, bonus 5%\n\nNew offer\n\nBase 150k, bonus 10%",
        {"base_amount": 150000, "bonus_pct": 10},
    ),
    Sample(
        "my-comp-is-not-the-offer",
        "My tc is 131k (118k salary, 13k bonus). They offered 152k base with 4k relocation.",
        {"base_amount": 152000, "relocation": 4000, "company": None},
    ),
    Sample(
        "nurse",
        "I was offered a job as a nurse at Mercy Point Hospital in Boise, ID for $38/hour, $5,000 sign "
        "on bonus",
        {
            "title": "nurse",
            "company": "Mercy Point Hospital",
            "location": "Boise, ID",
            "base_amount": 38,
            "base_period": "hour",
            "sign_on": 5000,
        },
    ),
    Sample(
        "they-moved",
        "They originally offered 90k, now offering 97k",
        {"base_amount": 97000, "original_base": 90000},
    ),
]

NOT_OFFERS = [
    ("median-question", "what's the median for a senior swe in sf?", "question"),
    (
        "ask-question",
        "What salary should I ask for as a product manager in Austin? Is 150k reasonable?",
        "question",
    ),
    (
        "present",
        "I currently make $148,000 base with a 10% bonus at a bank in Charlotte, am I underpaid?",
        "present_pay",
    ),
    ("present-short", "my current salary is 120k", "present_pay"),
    (
        "job-ad",
        "About the role\nWe are looking for a Senior Data Engineer. Responsibilities: build pipelines. "
        "Requirements: 5+ years of experience. The salary range for this role is $150,000 - $190,000 "
        "plus bonus and "
        "equity. Apply now. We are an equal opportunity employer.",
        "job_ad",
    ),
    ("promo", "Use code SPRING for 20% off your next order over $150, offer ends May 5", "nothing"),
    ("promo-two", "Special offer: get $200 bonus when you open a checking account with $5,000", "nothing"),
    ("chat", "thanks, that was really helpful! talk tomorrow at 3", "nothing"),
    ("empty", "", "nothing"),
    ("spaces", "   \n\t ", "nothing"),
    ("wish", "I'm hoping for 180k base in my next role", "wish"),
    ("news", "The startup raised $40M at a $300M valuation and has 120 employees", "nothing"),
    ("rent", "My rent is $3,200 a month and I pay 30% tax", "nothing"),
    ("coming", "I think I will get an offer next week, how do I prepare?", "question"),
]
