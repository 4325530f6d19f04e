"""A case written by an earlier version opens in this one."""

from __future__ import annotations

import json

from bot.memory.case import About, Case, Draft, Said
from bot.memory.codec import decode, encode
from bot.offers.offer import Doubt, Offer

# As the version before the look-ups of companies and premiums wrote it.
BEFORE = json.dumps(
    {
        "me": {"role": "data-scientist", "place": "0041860", "level": None, "ai": True},
        "floor": 150000.0,
        "offer": {"company": "Acme", "base_amount": 185000.0, "spans": {"base_amount": [3, 9]}},
        "offer_about": {"role": None, "place": None, "level": None, "ai": None},
        "looked_up": {"role": "software-engineer", "place": "0014260", "level": "senior", "ai": None},
        "question": {
            "command": "median",
            "wants": "place",
            "known": "software-engineer;;senior;",
            "asked_at": "2026-08-01T12:00:00+00:00",
        },
    }
).encode()


def test_a_case_sealed_before_companies_and_premiums_opens() -> None:
    case = decode(BEFORE)
    assert case.looked_up == About("software-engineer", "0014260", "senior")
    assert (case.looked_up_by, case.work, case.proof) == ("median", "", "")
    assert case.me == About("data-scientist", "0041860", None, True)
    assert case.question is not None
    assert (case.question.choices, case.question.company) == ((), "")


def test_what_a_later_version_added_is_left_out() -> None:
    later = json.loads(encode(Case(floor=1.0, looked_up=About("software-engineer"))))
    later["looked_up"]["mood"] = "good"
    later["mood"] = "good"
    assert decode(json.dumps(later).encode()) == Case(floor=1.0, looked_up=About("software-engineer"))


def test_a_company_in_a_cell_comes_back() -> None:
    case = Case(looked_up=About("software-engineer", company="Stripe"))
    assert decode(encode(case)) == case


def test_what_was_put_right_comes_back_whole() -> None:
    offer = Offer(
        company="Acme", base_amount=185_000.0, spans={"base_amount": (3, 9)}, doubts=(Doubt("sign_on", 0.4),)
    )
    said = {"sign_on": Said({"sign_on": 30_000.0}, ({"sign_on": None},), {"sign_on": 40_000.0})}
    draft = Draft(offer, About(level="staff"), said, (Offer(company="Globex"),))
    case = Case(offer=offer, said=said, others=(Offer(company="Globex"),), before=(draft, Draft(None)))
    assert decode(encode(case)) == case


def test_a_case_from_before_corrections_has_none() -> None:
    case = decode(BEFORE)
    assert (case.said, case.others, case.before) == ({}, (), ())
    assert case.offer is not None
    assert (case.offer.company, case.offer.doubts) == ("Acme", ())
