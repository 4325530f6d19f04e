"""Offers as people told them and were misread: part time, percents in a row, moved numbers, old employers.

Made up for these tests, each kind beside what is easily confused with it. As in `samples`, a strict
term that is not listed must stay None.
"""

from __future__ import annotations

from tests.offers.samples import Sample

PART_TIME = [
    Sample(
        "part-time-in-few-words",
        "3 days a week (24 hrs), 120k FTE so 72k actual",
        {"base_amount": 72000, "hours_per_week": 24},
    ),
    Sample(
        "part-time-letter",
        "Part time offer: $90,000 FTE, $54,000 for 24 hours/week. 401k match 4%",
        {"base_amount": 54000, "hours_per_week": 24},
    ),
    Sample(
        "four-days",
        "four day week, 125k full time equivalent, 100k actual",
        {"base_amount": 100000},
    ),
    Sample(
        "full-time-employee",
        "FTE offer after contracting: 135k base, 10% bonus, 3 weeks pto",
        {"base_amount": 135000, "bonus_pct": 10, "pto_days": 15},
    ),
]

PERCENTS = [
    Sample(
        "percents-in-a-row",
        "160k + 1% + 20% bonus",
        {"base_amount": 160000, "equity_pct": 1, "bonus_pct": 20},
    ),
    Sample(
        "half-a-percent",
        "150k + 0.5% + 10% bonus",
        {"base_amount": 150000, "equity_pct": 0.5, "bonus_pct": 10},
    ),
    Sample(
        "bonus-and-match",
        "120k base + 5% bonus + 4% match",
        {"base_amount": 120000, "bonus_pct": 5},
    ),
]

MOVED = [
    Sample("instead-of", "came back w 145 instead of 138", {"base_amount": 145000, "original_base": 138000}),
    Sample("went-from-to", "they went from 138 to 145", {"base_amount": 145000, "original_base": 138000}),
    Sample("upped-to-from", "upped it to 145 from 138", {"base_amount": 145000, "original_base": 138000}),
]

EMPLOYERS = [
    Sample(
        "own-employer-first",
        "I make 142k at Cigna now and have an offer from Travelers at 160k",
        {"base_amount": 160000, "company": "Travelers"},
    ),
    Sample(
        "at-one-offered-by-another",
        "I'm at Oracle, Brexel offered 180k base and 20k sign on",
        {"base_amount": 180000, "sign_on": 20000, "company": "Brexel"},
    ),
    Sample(
        "own-employer-counters",
        "Oracle countered with 180k and a 40k retention bonus",
        {"base_amount": 180000, "sign_on": 40000, "company": "Oracle"},
    ),
    Sample(
        "offer-and-counter",
        "Offer from Nubank at 150k. Capital One, my employer, countered with 155k and a 20k retention bonus",
        {"base_amount": 150000, "company": "Nubank"},
        ({"base_amount": 155000, "sign_on": 20000, "company": "Capital One"},),
    ),
]

EQUITY = [
    Sample(
        "stock-at",
        "Amazon L6: 185k, 1500 RSUs 5/15/40/40, stock at 190",
        {
            "base_amount": 185000, "company": "Amazon", "equity_units": 1500, "share_price": 190,
            "vest_years": 4, "vest_schedule": "5/15/40/40",
        },
    ),
    Sample(
        "trading-around",
        "base 140k, 3000 RSUs over 4 years, trading around $41",
        {"base_amount": 140000, "equity_units": 3000, "share_price": 41, "vest_years": 4},
    ),
    Sample(
        "current-price",
        "base 152k plus 2,000 RSUs, current price 88.20",
        {"base_amount": 152000, "equity_units": 2000, "share_price": 88.2},
    ),
    Sample(
        "three-prices",
        "150k base, 40,000 options, last preferred price $4.10, 409A $1.05, strike 1.05",
        {
            "base_amount": 150000, "equity_units": 40000, "strike": 1.05, "share_price": 1.05,
            "preferred_price": 4.1, "equity_kind": "options",
        },
    ),
    Sample(
        "every-three-months",
        "RSUs 120k vest every 3 months over 3 years, base 133k",
        {"base_amount": 133000, "equity_value": 120000, "vest_years": 3, "vest_schedule": "quarterly"},
    ),
]  # fmt: skip

INDIA = [
    Sample(
        "in-hand",
        "CTC 18 LPA, in hand 1.1 lakh per month, joining bonus 1.5 lakh",
        {"total_comp": 1800000, "sign_on": 150000},
    ),
    Sample(
        "retention-is-no-joining",
        "Fixed 30 LPA, variable 3 LPA, joining bonus 3 lakh, retention bonus 4 lakh after a year",
        {"base_amount": 3000000, "bonus_amount": 300000, "sign_on": 300000},
    ),
    Sample(
        "annexure",
        "Component | Monthly | Annual\nBasic | 48,000 | 5,76,000\nHRA | 24,000 | 2,88,000\n"
        "Special Allowance | 20,000 | 2,40,000\nTotal Fixed | 92,000 | 11,04,000\nGratuity | 2,309 | 27,708\n"
        "PF | 5,760 | 69,120\nVariable | | 1,20,000\nCTC | | 13,20,828",
        {"base_amount": 1104000, "bonus_amount": 120000, "total_comp": 1320828},
    ),
    Sample(
        "a-lakh",
        "they offered 14 LPA fixed and a lakh as joining bonus",
        {"base_amount": 1400000, "sign_on": 100000},
    ),
]

IN_PARTS = [
    Sample(
        "split-over-two-years",
        "base 170k, sign-on 50k split over two years",
        {"base_amount": 170000, "sign_on": 50000, "sign_on_y1": 25000, "sign_on_y2": 25000},
    ),
    Sample(
        "half-and-half",
        "base 170k, sign on 40k, half now half after a year",
        {"base_amount": 170000, "sign_on": 40000, "sign_on_y1": 20000, "sign_on_y2": 20000},
    ),
    Sample(
        "repaid-is-not-split",
        "150k base. 20k signing bonus, must be repaid if I leave within two years",
        {"base_amount": 150000, "sign_on": 20000},
    ),
    Sample(
        "spine-points",
        "We are pleased to confirm your appointment as Staff Nurse, Band 5, on a salary of £32,324 rising to "
        "£39,205 per annum, 37.5 hours per week.",
        {"base_amount": 32324, "title": "Staff Nurse", "base_later": 39205},
    ),
]

CORRECTED = [
    Sample(
        "worth-not-counted",
        "150k base and options. the options are worth 40k, not 40,000 options",
        {"base_amount": 150000, "equity_value": 40000, "equity_kind": "options"},
    ),
    Sample("base-put-right", "They offered 140k base. sorry, 145k base, typo", {"base_amount": 145000}),
]

HEARD = [*PART_TIME, *PERCENTS, *MOVED, *EMPLOYERS, *EQUITY, *INDIA, *IN_PARTS, *CORRECTED]

# Name, text, and what it is instead of an offer.
NOT_HEARD = [
    (
        "other-candidates",
        "Hi Dana, thank you for meeting with us. We have decided to move forward with other candidates for "
        "the Product Designer role.",
        "rejection",
    ),
    (
        "taken-back",
        "Dear Ms. Hart, due to a reorganization we must rescind our offer of May 4, including the salary of "
        "$98,000.",
        "rejection",
    ),
    (
        "merit-increase",
        "Dear Omar, I am happy to let you know that your new salary effective January 1 will be $87,550, a "
        "3% merit increase.",
        "present_pay",
    ),
    (
        "apartment",
        "We'd like to offer you the apartment at 12 Elm St for $1,950 per month, deposit $1,950, lease "
        "starting May 1.",
        "nothing",
    ),
    ("invoice", "INVOICE 77: Web design 20 hours @ $85/hr = $1,700. Payment due in 15 days.", "nothing"),
    ("nanny", "I offered my nanny $28/hr, is that fair?", "question"),
    ("loan", "We can offer you a personal loan of $25,000 at 7.9% APR over 5 years", "nothing"),
    ("insurance", "Your auto insurance premium will be $1,450 a year with a $500 deductible", "nothing"),
    ("refund", "Your refund of $1,200 has been approved", "nothing"),
    (
        "advert",
        "Pay range for this role: 180-250k. You will build data platforms with us. Apply today.",
        "job_ad",
    ),
    ("buddy", "My buddy got 220k at Netflix, I'm on 150k, am I underpaid?", "question"),
]
