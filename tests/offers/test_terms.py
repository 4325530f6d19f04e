"""From judged mentions to the terms of an offer: dates, lengths, words, the currency."""

from __future__ import annotations

import pytest

from bot.offers.gather import Part
from bot.offers.judged import Judged
from bot.offers.names import Name
from bot.offers.offer import Doubt
from bot.offers.terms import read_terms
from tests.offers.marked import judged, laid, offer

PAY = "Base [[base|150k]]."


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("August 9", "2026-08-09"),
        ("9th of Aug", "2026-08-09"),
        ("July 9", "2027-07-09"),
        ("July 15", "2026-07-15"),
        ("August 9, 2028", "2028-08-09"),
        ("next Friday", "next Friday"),
    ],
)
def test_the_date_of_the_letter_gives_the_year(said: str, kept: str) -> None:
    letter = f"July 15, 2026\n\nDear Mara,\n{PAY} Start on [[start_date|{said}]]"
    assert offer(letter).start_date == kept
    assert offer(letter.replace("start_date", "deadline")).deadline == kept


@pytest.mark.parametrize(
    "before",
    [
        "",
        "July 15\n\n",
        "in July 2026\n\n",
        "Base [[base|150k]]\nJuly 15, 2026\n",
        "We met at the office for a talk about the job on July 15, 2026\n",
        "Dear Mara,\n" * 50 + "July 15, 2026\n",
    ],
)
def test_without_the_date_of_a_letter_a_day_stays_as_said(before: str) -> None:
    read = offer(f"{before}{PAY} Start on [[start_date|August 9]], answer by [[deadline|July 9]]")
    assert (read.start_date, read.deadline) == ("August 9", "July 9")


def test_a_date_that_is_a_term_is_not_that_of_the_letter() -> None:
    assert (
        offer(f"Start: [[start_date|October 1, 2026]]\nAnswer: [[deadline|August 20]]\n{PAY}").deadline
        == "August 20"
    )
    assert (
        offer(f"Answer: [[deadline|October 1, 2026]]\nStart: [[start_date|August 20]]\n{PAY}").start_date
        == "August 20"
    )


def test_a_time_to_answer_is_kept_in_its_words() -> None:
    assert offer(f"{PAY} You have [[deadline|Five days]].").deadline == "Five days"


@pytest.mark.parametrize(
    ("said", "months"),
    [
        ("6 months", 6),
        ("one year", 12),
        ("60 days", 2),
        ("90 days", 3),
        ("180 days", 6),
        ("365 days", 12),
        ("45 days", 1.48),
        ("20 days", 0.66),
        ("13 weeks", 3),
        ("2 weeks", 0.46),
        ("first anniversary", 12),
    ],
)
def test_how_long_a_term_lasts_in_months(said: str, months: float) -> None:
    read = offer(
        f"{PAY} For [[term|{said}]], repaid within [[clawback|{said}]], exercise in [[window|{said}]]."
    )
    assert (read.term_months, read.clawback_months, read.exercise_window_months) == (months, months, months)


@pytest.mark.parametrize(("said", "hours"), [("40 hours", 40), ("37.5 hours", 37.5), ("20", 20)])
def test_the_hours_of_a_week(said: str, hours: float) -> None:
    assert offer(f"{PAY} Hours: [[hours|{said}]]").hours_per_week == hours


@pytest.mark.parametrize(
    ("marked", "field", "value"),
    [
        ("[[pto|25 days]] off", "pto_days", 25),
        ("[[pto|4 weeks]] off", "pto_days", 20),
        ("[[pto|unlimited PTO]]", "pto_days", "unlimited"),
        ("relocation of [[relocation|5k]]", "relocation", 5_000),
        ("[[relocation|relocation]] help", "relocation", "yes"),
        ("you would be an L5", "level", "L5"),
        ("fully remote", "remote", "fully remote"),
        ("H-1B sponsorship", "visa", "h-1b sponsorship"),
    ],
)
def test_terms_beside_the_pay(marked: str, field: str, value: object) -> None:
    assert getattr(offer(f"{PAY} {marked}"), field) == value


def test_a_level_said_of_other_pay_is_not_this_offer_s() -> None:
    layout, entries = judged("As an L4 I make [[present|120k]].\nThey offer [[base|150k]].")
    sentences = tuple((entry.offered, layout.sentence(entry.figure.start)) for entry in entries)
    part = Part(0, len(layout.source.text), tuple(e for e in entries if e.offered), sentences)
    assert read_terms(layout, part, {}).level is None


@pytest.mark.parametrize(
    ("marked", "place", "currency", "explicit"),
    [
        ("Base [[base|$150k]]", None, "USD", True),
        ("Base [[base|150k]]", None, None, False),
        ("Base [[base|150k]]", "Denver", "USD", False),
        ("Base [[base|85k]]", "London", "GBP", False),
        ("Base [[base|$120k]]", "Toronto", "CAD", False),
        ("Base [[base|$120k USD]]", "Toronto", "USD", True),
        ("Sign-on [[sign_on|€10k]], base [[base|£85k]]", None, "GBP", True),
    ],
)
def test_the_currency(marked: str, place: str | None, currency: str | None, explicit: bool) -> None:
    layout, entries = judged(f"{marked} in {place or 'town'}")
    start = layout.source.text.rindex(" ") + 1
    name = Name(place, start, start + len(place), 1.0) if place else None
    read = read_terms(layout, Part(0, len(layout.source.text), entries), {"location": name})
    assert (read.location, read.currency, read.currency_explicit) == (place, currency, explicit)


def test_equity_in_another_currency_keeps_its_own() -> None:
    assert offer("Base [[base|₹45 lakh]], [[equity_value|$60k]] [[equity|RSUs]]").equity_currency == "USD"
    assert offer("Base [[base|$150k]], [[equity_value|$60k]] [[equity|RSUs]]").equity_currency is None


def test_what_was_judged_with_doubt_is_asked_about() -> None:
    layout = laid("Base 150k and 20k")
    base, more = layout.figures
    entries = (Judged(base, "base"), Judged(more, "sign_on", 0.6, (("relocation", 0.3),)))
    read = read_terms(layout, Part(0, len(layout.source.text), entries), {})
    assert read.doubts == (Doubt("sign_on", 0.6, "relocation"),)


def test_spans_lead_back_to_the_text_as_pasted() -> None:
    read = offer("Base: [[base|155k]]Sign-on: [[sign_on|20k]]")
    assert (read.spans["base_amount"], read.spans["sign_on"]) == ((6, 10), (19, 22))
