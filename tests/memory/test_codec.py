"""A case written by an earlier version opens in this one."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from bot.memory.case import About, Case, Draft, Question, Said, Shelved
from bot.memory.codec import decode, encode
from bot.offers.offer import Doubt, Offer
from bot.playbook.drill import Table, Terms
from bot.playbook.pack import Pack, Workflow
from bot.playbook.practice import begin, say

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
    assert (case.looked_up_by, case.pack) == ("median", Pack())
    assert case.me == About("data-scientist", "0041860", None, True)
    assert case.question is not None
    assert (case.question.choices, case.question.company) == ((), "")


@pytest.mark.parametrize(
    ("kept", "pack"),
    [
        ({"work": "I built a bot", "proof": "99%"}, Pack((Workflow("I built a bot"),), "99%")),
        ({"work": "I built a bot", "proof": ""}, Pack((Workflow("I built a bot"),))),
        ({"work": "", "proof": "errors halved"}, Pack(quality="errors halved")),
        ({"work": "", "proof": ""}, Pack()),
        ({"work": "old", "pack": {"workflows": [{"what": "new"}]}}, Pack((Workflow("new"),))),
    ],
)
def test_two_sentences_for_a_counter_become_the_pack(kept: dict[str, object], pack: Pack) -> None:
    assert decode(json.dumps(kept).encode()).pack == pack


def test_a_pack_comes_back_whole() -> None:
    pack = Pack((Workflow("I built a bot", "Claude", "errors halved"), Workflow("")), "500 cases", "any team")
    question = Question("evidence", "tools", "tools2", datetime(2026, 8, 1, tzinfo=UTC), free=True)
    case = Case(pack=pack, question=question)
    assert decode(encode(case)) == case
    assert (case.work, case.proof) == ("I built a bot. Errors halved", "500 cases")


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


def test_the_employer_types_aimed_at_come_back() -> None:
    case = Case(targets=("ai-lab", "ai-native"))
    assert decode(encode(case)) == case
    assert decode(BEFORE).targets == ()


def test_a_practice_talk_comes_back_whole() -> None:
    terms = Terms("offer", Table(180_000.0, 20_000.0), 200_000.0, currency="USD", market=200_000.0)
    drill = begin("busy", "offer_call", terms, 7, datetime(2026, 8, 20, tzinfo=UTC))
    case = Case(drill=say(say(drill, "The median is 200k, so I'm asking for 200k"), "..."))
    assert decode(encode(case)) == case
    assert decode(BEFORE).drill is None


def test_the_shelf_comes_back_whole_and_an_older_case_has_none() -> None:
    aside = Shelved(
        Offer(company="Globex", base_amount=170_000.0, spans={"base_amount": (1, 8)}),
        About("software-engineer", "0042660", "senior"),
        {"sign_on": Said({"sign_on": 30_000.0}, ({"sign_on": None},))},
    )
    case = Case(shelf=(aside,), before=(Draft(Offer(company="Acme"), shelf=(aside,)),))
    assert decode(encode(case)) == case
    assert decode(BEFORE).shelf == ()
