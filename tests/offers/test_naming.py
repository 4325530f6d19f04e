"""Which names of a text are those of its offer: the judging of candidates, and a few plain texts."""

from __future__ import annotations

import pytest

from bot.offers.candidates import What
from bot.offers.judged import judge
from bot.offers.naming import name_offers
from bot.offers.tagger import Weights
from tests.offers.marked import laid

LABELS: tuple[What, ...] = ("company", "title", "location")
EVEN = tuple((0.0,) * 4 for _ in range(4))


def named(text: str, **weights: str) -> dict[str, list[str]]:
    """The names of a text, judged by weights of our own: "c1" speaks for every company."""
    model = Weights((*LABELS, "none"), dict(weights), EVEN)
    found = name_offers(laid(text), (), model)
    return {what: [name.text for name in names] for what, names in found.items() if names}


def plainly(text: str) -> list[str | None]:
    """The surest company, title and place of a text by the shipped weights."""
    layout = laid(text)
    found = name_offers(layout, judge(layout))
    surest = [max(found[what], key=lambda name: name.sure, default=None) for what in LABELS]
    return [name.text if name else None for name in surest]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Offer from Acme, Senior Engineer, Denver, 150k base", ("Acme", "Senior Engineer", "Denver")),
        (
            "Title: Data Analyst\nCompany: Umbra\nLocation: Boston\nBase: $95,000",
            ("Umbra", "Data Analyst", "Boston"),
        ),
        ("I got an offer from Google for 180k base", ("Google", None, None)),
        ("base 150k, bonus 10%", (None, None, None)),
    ],
)
def test_plain_names_by_the_shipped_weights(text: str, names: tuple[str | None, ...]) -> None:
    assert plainly(text) == list(names)


def test_a_name_less_likely_than_not_worth_a_thought_is_none() -> None:
    text = "Offer from Acme in Denver"
    assert named(text, c1="3 300", l1="3 300", t1="3 300") == {}
    assert named(text, c1="0 300", l1="3 300", t1="3 300") == {"company": ["Acme", "Denver"]}
    assert named(text, c1="3 300", l1="2 300", t1="3 300") == {"location": ["Denver"]}


def test_of_names_that_overlap_the_surest_is_kept() -> None:
    text = "Uber SF 150k"
    whole = {"cw=2/1": "0 200", "c1": "0 100"}
    short = {"cw=1/1": "0 200", "c1": "0 100"}
    assert named(text, **whole)["company"] == ["Uber SF"]
    assert named(text, **short)["company"] == ["Uber"]


def test_names_stand_in_the_order_of_the_text_with_their_place() -> None:
    layout = laid("offer from Umbra, the other from Acme")
    model = Weights((*LABELS, "none"), {"c1": "0 300", "cr=0/0": "3 100"}, EVEN)
    found = name_offers(layout, (), model)["company"]
    assert [layout.source.text[name.start : name.end] for name in found] == ["Umbra", "Acme"]
    assert 0 < found[0].sure < found[1].sure < 1


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("I'm at Acme, Umbra offered 180k", ["Umbra"]),
        ("I work at Acme, but Umbra is offering 180k", ["Umbra"]),
        ("I'm at Acme, which countered with 180k", ["Acme"]),
        ("I'm at Acme, Umbra is nice", ["Acme", "Umbra"]),
    ],
)
def test_the_present_employer_is_no_name_of_an_offer_where_another_offers(
    text: str, company: list[str]
) -> None:
    assert named(text, c1="0 300")["company"] == company


def test_who_is_said_to_offer_needs_to_be_less_likely() -> None:
    assert named("Umbra has 180k", c1="3 130") == {}
    assert named("Umbra offered 180k", c1="3 130") == {"company": ["Umbra"]}
