"""Numbers of persons, accounts and cards go; not a figure of pay does."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.offers.mask import MASK, mask

SECRETS = (
    "SSN: 123-45-6789",
    "ssn 123456789",
    "my social security number is 123 45 6789.",
    "078-05-1120",
    "SIN 046 454 286",
    "NI number: AB 12 34 56 C",
    "NI: QQ123456C",
    "ni no QQ 12 34 56 C",
    "150-20-2026",
    "SSN ending in 6789",
    "my Social Security Number (SSN) is 123456789",
    "Bank account number is 12345678.",
    "JG103759A",
    "Aadhaar: 2341 2341 2346",
    "aadhaar no. 234123412346",
    "PAN ABCPD1234F",
    "Passport No: X1234567",
    "passport number 123456789",
    "DE89 3704 0044 0532 0130 00",
    "IBAN: GB82WEST12345698765432",
    "pay into DE89370400440532013000 please",
    "4111 1111 1111 1111",
    "card 4111111111111111",
    "Amex 3782 822463 10005",
    "5500-0000-0000-0004",
    "Routing number: 021000021",
    "account no. 12345678",
    "Account number: 000123456789 (Chase)",
    "acct # 12345678",
    "A/C No: 50100123456789",
    "IFSC: HDFC0001234",
    "IFSC code HDFC0001234",
    "Sort code: 12-34-56",
    "BSB 062-000",
    "DOB: 04/12/1990",
    "Date of birth: 12 March 1990",
    "Driver's license: D1234567",
    "S1234567D",
    "AHV 756.1234.5678.97",
    "CVV 123",
    "card ending in 4242",
    "account ending in 6789",
    "SWIFT code: DEUTDEFF500",
    "A-number: A123456789",
    "SSN (last four): 6789",
    "SSN: XXX-XX-6789",
)
PAY = (
    "165/50(30,20)/200k",
    "Base: $185,000 / 25,000 sign on / 400,000 RSU",
    "base 185000 bonus 27750",
    "INR 12,00,000 fixed + 3,00,000 variable",
    "CTC 1200000 per annum",
    "pay 130 000 kr, 1 300 000 SEK",
    "4000 4500 5000 5500",
    "2024 2025 2026 2027",
    "2024 2025 2026",
    "call me at 415-555-0134 or +1 (415) 555-0134",
    "401k 4% match",
    "Account Executive, OTE 150000/300000",
    "Account: $150,000",
    "account manager 120000 base",
    "PAN India 1200000",
    "Visa: H1B sponsored 150000",
    "visa sponsorship 2026",
    "SIN 3 5 000",
    "tax id 4% of 150000",
    "routing 150,000 to your account",
    "PIN 5% of base",
    "bonus paid to account: 25,000",
    "Base Salary 150000-180000-200000",
    "TC 180k-200k",
    "RSU 12000 shares @ 12.50",
    "TC 20 25 30",
    "pto 25 days born in 2026 company",
    "security code of conduct 2026",
    "direct deposit account",
    "$123-45-6789",
    "card 500 credit",
    "passport reimbursement 1500",
    "Swift engineer offer 185000",
    "Swift developer",
    "SWIFT: senior iOS engineer",
    "ABA therapist $65,000",
    "aba 65000",
    "uid 185000",
    "a stipend with credit card 1500 a year",
    "BIC Corporation offers 95000",
    "born on the 4th floor 150000",
    "IBAN",
    "transit benefit 300/month",
    "transit: 3600 a year",
    "my number is 210000",
    "my number: 210000",
    "national insurance 12%",
    "NI 12% 150000",
    "your NI 2500",
    "no. 1 account: 120k",
    "credit card bonus 20000",
    "NIE 50000",
    "nir 120 000",
    "tin 150000",
    "employee id 123456",
    "2026-08-15 start",
    "08-15-2026",
    "150-175-2000",
    "Sort of 12 34 56 shares a month",
    "account executive no. 1 in sales: 150000 base, 300000 OTE",
    "Tax: 120 000 000 IDR withheld of 600 000 000",
    "salary account, base 95,000",
    "CTC INR 45,00,000 (fixed 38,00,000 + variable 7,00,000)",
    "4500 4600 4700 4800 a month by year",
    "monthly 12500 12500 12500 12500",
    "RSU value 400000/4 = 100000 a year",
    "€85.000,00 brutto, 13. Gehalt, 30 Tage",
    "185k/15%/25k/240k",
    "70 000 - 90 000 PLN B2B",
    "1 234 567 890 123 KRW",
    "passport and visa fees up to 5000",
    "offer 2026-0815-1234, ref 20260815",
)


@pytest.mark.parametrize("text", SECRETS)
def test_what_names_a_person_or_an_account_is_painted_over(text: str) -> None:
    masked = mask(text)
    assert MASK in masked
    assert len(masked) == len(text)
    assert sum(c.isdigit() for c in masked) == 0


@pytest.mark.parametrize("text", PAY)
def test_pay_is_never_touched(text: str) -> None:
    assert mask(text) == text


def test_only_the_number_goes_and_places_stay() -> None:
    text = "Base $185,000. SSN: 078-05-1120. Bonus 15%, account number 12345678, sign-on 25000."
    masked = mask(text)
    assert masked == "Base $185,000. SSN: ███-██-████. Bonus 15%, account number ████████, sign-on 25000."
    assert masked.index("25000") == text.index("25000")


def test_what_fails_its_check_is_left() -> None:
    for text in (
        "4111 1111 1111 1112",
        "DE88 3704 0044 0532 0130 00",
        "2341 2341 2345",
        "ZZ82WEST12345698765432",
    ):
        assert mask(text) == text


def test_sums_in_every_way_of_writing_stay() -> None:
    chance = random.Random(4)  # noqa: S311 - the same sums every time
    forms = ("${:,}", "{:,}", "{}", "USD {:,}", "{:,}.00", "£{}", "{} a year", "{:,} /yr", "${}-${}", "{}/{}")
    words = (
        "base",
        "bonus",
        "sign-on",
        "total",
        "RSUs",
        "OTE",
        "salary",
        "tax",
        "account executive",
        "card perk",
    )
    for _ in range(5_000):
        amounts = [round(chance.uniform(10, 900_000), -chance.randrange(4)) for _ in range(2)]
        sums = [int(amount) for amount in amounts]
        text = f"{chance.choice(words)} {chance.choice(forms).format(*sums)}"
        assert mask(text) == text


@given(st.text(max_size=300))
def test_any_text_keeps_its_length_and_its_words(text: str) -> None:
    masked = mask(text)
    assert len(masked) == len(text)
    assert all(after in (before, MASK) for before, after in zip(text, masked, strict=True))
    assert mask(masked) == masked


@pytest.mark.parametrize(
    "unit",
    ["1", "$", "(", " ", "ssn ", "ssn number ", "account no ", "# ", "4 ", "4444 ", "DE89 ", "A1", "1.1.",
     "ssn (", "passport\n \n", "4111 1111 1111 1111 ", "-", "12-", "İssn: "],
)  # fmt: skip
def test_a_megabyte_of_anything_takes_under_a_second(unit: str) -> None:
    text = f"account no. {unit * (1_000_000 // len(unit))} 123"
    started = time.perf_counter()
    assert len(mask(text)) == len(text)
    assert time.perf_counter() - started < 1
