"""Several offers in one text, as people type them to have them compared."""

from __future__ import annotations

import time

import pytest

from bot.commands.compare_words import Wish, named_in, names_of, read_wish
from bot.commands.several import left_off, offers_in
from bot.memory.case import About, Shelved
from bot.offers.offer import Offer
from tests.conftest import Say


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Acme: 180k base\nGlobex: 190k base, 20k sign-on", [("Acme", 180e3), ("Globex", 190e3)]),
        ("Acme 180k base; Blue Harbor 190k base, 10% bonus", [("Acme", 180e3), ("Blue Harbor", 190e3)]),
        ("190k base vs 200k base + 20k sign on", [(None, 190e3), (None, 200e3)]),
        ("Google 190k vs Meta 200k", [("Google", 190e3), ("Meta", 200e3)]),
        (
            "Acme: 180k base\n10% bonus\n\nGlobex: 190k base\n20k sign-on\n\nInitech: 175k base",
            [("Acme", 180e3), ("Globex", 190e3), ("Initech", 175e3)],
        ),
        ("Offer A: 180k base versus Offer B: 200k base", [(None, 180e3), (None, 200e3)]),
        ("Base 180k, bonus 10%", [(None, 180e3)]),
        ("Acme: 150k base vs Initech: 0.15% equity", [("Acme", 150e3), ("Initech", None)]),
        ("Acme: 150k base\n0.15% equity\n20k sign-on", [("Acme", 150e3)]),
    ],
)
def test_each_offer_is_read_with_its_name(text: str, found: list[tuple[str | None, float]]) -> None:
    assert [(each.company, each.base_amount) for each in offers_in(text)] == found


def test_terms_stay_with_their_offer() -> None:
    one, two = offers_in("Acme: 180k base, 10% bonus\nGlobex: 170k base, 0.2% equity, 30k sign-on")
    assert (one.bonus_pct, one.sign_on, one.equity_pct) == (10, None, None)
    assert (two.bonus_pct, two.sign_on, two.equity_pct) == (None, 30_000, 0.2)


@pytest.mark.parametrize(
    "text", ["", "185", "185k", "which is better", "Acme and Globex", "stop", "drop Acme", "years"]
)
def test_words_without_pay_hold_no_offer(text: str) -> None:
    assert offers_in(text) == ()


def test_a_hostile_text_is_read_in_time() -> None:
    started = time.monotonic()
    for text in ("A" * 3_900 + " 1", "A b " * 900, "\n " * 1_900 + "1", " vs 1" * 700, "Aa." * 1_300 + "9"):
        offers_in(text)
        read_wish(text)
    assert time.monotonic() - started < 10


@pytest.mark.parametrize(
    ("said", "wish"),
    [
        ("", Wish()),
        ("years", Wish(whole=True)),
        ("year by year", Wish(whole=True)),
        ("drop Acme", Wish(drop="Acme")),
        ("remove the Blue Harbor", Wish(drop="Blue Harbor")),
        ("dilution 30%", Wish(dilution_pct=30)),
        ("with 12.5% dilution", Wish(dilution_pct=12.5)),
        ("exit 500m and 2b, dilution 35%", Wish(dilution_pct=35, exits=(500e6, 2e9))),
        ("if it sells for $300 million", Wish(exits=(300e6,))),
        ("both offers", Wish()),
        ("Acme and Globex", Wish(rest="Acme and Globex")),
        ("stop", Wish(rest="stop", stops=True)),
    ],
)
def test_what_is_asked_beside_offers(said: str, wish: Wish) -> None:
    assert read_wish(said) == wish


def test_dropping_needs_a_name_and_no_sum() -> None:
    assert read_wish("without the 20k sign-on").drop is None


def test_offers_are_named_each_by_itself() -> None:
    offers = [
        Shelved(Offer(company="acme")),
        Shelved(Offer(company="Acme")),
        Shelved(Offer(title="Data Analyst")),
        Shelved(Offer()),
    ]
    names = names_of(offers)
    assert names == ["Acme", "Acme (2)", "Offer 3", "Offer 4"]
    assert named_in("offer 3 and offer 4", names) == [2, 3]
    assert named_in("Acm", names) == []


def test_an_offer_without_a_company_goes_by_what_is_known_of_it_and_never_by_its_role() -> None:
    startup = Shelved(Offer(title="Founding Engineer", equity_pct=0.9), About(place="0041860"))
    seattle = Shelved(Offer(title="Engineer"), About(place="0042660"))
    names = names_of([startup, seattle, Shelved(Offer(company="Acme"))])
    assert names == ["the startup", "the Seattle offer", "Acme"]
    assert named_in("Seattle", names) == named_in("the seattle offer", names) == [1]
    assert named_in("drop the startup", names) == [0]
    assert names_of([seattle, Shelved(Offer(), About(place="0042660"))]) == ["Offer 1", "Offer 2"]


def test_a_firm_is_still_found_by_its_first_word() -> None:
    firms = ["Tallgrass Labs", "Northwind Health", "Northwind Care", "Offer 4"]
    assert named_in("tallgrass", firms) == [0]
    assert named_in("northwind", firms) == []
    assert named_in("Northwind Care", firms) == [2]


SIX = [("Acme", 185), ("Globex", 170), ("Initech", 160), ("Umbrella", 190), ("Hooli", 200), ("Stark", 210)]


@pytest.mark.parametrize("between", ["\n", ", ", "; ", " and "])
@pytest.mark.parametrize("mark", [":", ""])
@pytest.mark.parametrize("many", [2, 3, 6])
def test_each_name_keeps_the_pay_that_stands_behind_it(between: str, mark: str, many: int) -> None:
    text = between.join(f"{name}{mark} {base}k base" for name, base in SIX[:many])
    found = [(offer.company, offer.base_amount) for offer in offers_in(text)]
    assert found == [(name, base * 1000) for name, base in SIX[:many]][:5]
    assert left_off(text) == max(0, many - 5)


def test_terms_between_two_names_belong_to_the_first() -> None:
    acme, globex = offers_in("Acme 185k base, 20k sign-on, Globex 170k base, 10% bonus")
    assert (acme.sign_on, acme.bonus_pct) == (20_000, None)
    assert (globex.sign_on, globex.bonus_pct) == (None, 10)


def test_more_than_five_are_said_to_be_left_off(say: Say) -> None:
    reply = say("/compare " + ", ".join(f"{name} {base}k base" for name, base in SIX))
    assert reply.facts.too_many == 1
    assert [each.company for each in reply.facts.offers] == [name for name, _ in SIX[:5]]


def test_two_offers_in_plain_words_are_two(say: Say) -> None:
    say("Acme: 185k base\nGlobex: 170k base")
    offers = say("/compare").facts.offers
    assert [(each.company, each.base_amount) for each in offers] == [("Acme", 185_000), ("Globex", 170_000)]


def test_a_name_before_a_colon_is_who_pays_and_a_place_is_not() -> None:
    found = offers_in(
        "Acme: Account Executive, Chicago, 120k base\nGlobex: Account Executive, Chicago, 110k base"
    )
    assert [each.company for each in found] == ["Acme", "Globex"]
    found = offers_in("Account Executive, Chicago: 120k base\nAccount Executive, Denver: 130k base")
    assert [each.company for each in found] == [None, None]


def test_who_pays_is_never_given_to_an_offer_before_it() -> None:
    startup, acme = offers_in(
        "A seed startup offers me founding engineer at 165k base and 1% options, Acme offers 185k base"
    )
    assert (startup.company, startup.equity_pct, startup.base_amount) == (None, 1, 165_000)
    assert (acme.company, acme.title, acme.base_amount) == ("Acme", None, 185_000)


def test_one_and_the_other_are_two() -> None:
    found = offers_in("one is 120k with 10% bonus, the other 128k flat")
    assert [(each.base_amount, each.bonus_pct) for each in found] == [(120_000, 10), (128_000, None)]
