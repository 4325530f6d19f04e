"""Terms said in words: what is denied, what is unlimited, levels, remote work, visas."""

from __future__ import annotations

import pytest

from bot.offers import words
from bot.offers.source import read_source
from tests.offers.marked import laid


def sayings(text: str) -> list[tuple[str, str]]:
    layout = laid(text)
    low = layout.source.low
    return [(name, low[start:end]) for name, start, end in words.sayings(low, layout.index)]


def levels(text: str) -> list[str]:
    layout = laid(text)
    return [match.group() for match in words.levels(layout.source.text, layout.index, 0, len(text))]


def phrases(text: str) -> dict[str, str]:
    layout = laid(text)
    low = layout.source.low
    return {field: said for field, (said, _, _) in words.phrases(low, layout.index, 0, len(low)).items()}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("No bonus", "no_bonus"),
        ("no annual bonus", "no_bonus"),
        ("not offering any bonus", "no_bonus"),
        ("does not include a bonus", "no_bonus"),
        ("Bonus - no", "no_bonus"),
        ("variable: 0%", "no_bonus"),
        ("no sign-on", "no_sign_on"),
        ("without a signing bonus", "no_sign_on"),
        ("no jb", "no_sign_on"),
        ("joining bonus: $0", "no_sign_on"),
        ("no RSUs", "no_equity"),
        ("no bonus, equity", "no_equity"),
        ("Stock options: not offered", "no_equity"),
        ("no relocation", "no_relocation"),
        ("unlimited vacation", "unlimited"),
        ("PTO: unlimited", "unlimited"),
        ("not eligible", "nothing"),
        ("n/a", "nothing"),
        ("every six months", "finer"),
        ("every 3 months", "finer"),
        ("every three months", "finer"),
        ("half-yearly", "finer"),
        ("back-loaded", "finer"),
        ("each quarter", "finer"),
    ],
)
def test_a_term_said_in_words(text: str, name: str) -> None:
    assert (name, text.lower()) in sayings(f"Terms, {text}\nand so on")


@pytest.mark.parametrize(
    "text",
    [
        "no referral bonus",
        "no retention bonus",
        "nobody gets a bonus",
        "bonus: 0.5%",
        "equity: $0.5m",
        "no bonus: ask them",
        "a note on stocks",
        "isn't zero'd",
        "bonus: no.5",
        "monthlyish",
    ],
)
def test_what_denies_no_term(text: str) -> None:
    assert {name for name, _ in sayings(text)} & {"no_bonus", "no_equity", "nothing", "finer"} == set()


@pytest.mark.parametrize("text", ["referral bonus: none", "retention bonus: n/a", "stock bonus: none"])
def test_another_bonus_denied_leaves_the_bonus_of_the_year(text: str) -> None:
    assert "no_bonus" not in {name for name, _ in sayings(text)}


def test_one_denial_of_two_terms_denies_both() -> None:
    assert sayings("no bonus or equity")[:2] == [
        ("no_bonus", "no bonus"),
        ("no_equity", "no bonus or equity"),
    ]
    assert sayings("no equity or bonus")[:2] == [
        ("no_bonus", "no equity or bonus"),
        ("no_equity", "no equity"),
    ]


def test_denials_come_first() -> None:
    assert [name for name, _ in sayings("vests monthly, none, no bonus, bonus: none")] == [
        "no_bonus",
        "no_bonus",
        "nothing",
        "nothing",
        "finer",
    ]


def test_a_dash_in_place_of_a_value_is_nothing() -> None:
    assert sayings("Equity: -\nBase: 150k") == [("nothing", "-")]
    assert sayings("| Equity | - | x") == [("nothing", "-")]
    assert sayings("Equity: -5") == []
    assert sayings("Acme - a bank") == []
    assert sayings("Base 150k -\nand so on") == []


@pytest.mark.parametrize(
    "text",
    [
        "L5",
        "l3",
        "E4",
        "e5",
        "IC4",
        "ic6",
        "ICT5",
        "P3",
        "M1",
        "L61",
        "level 3",
        "Level 12",
        "Level III",
        "level: 4",
    ],
)
def test_a_level_as_it_is_written(text: str) -> None:
    assert levels(f"engineer {text}, 150k") == [text]


@pytest.mark.parametrize(
    "text", ["L3-4", "E4/5", "l9", "p3", "E10", "P8", "ICT9", "level 123", "b2b", "Level up", "HL5"]
)
def test_what_is_no_level(text: str) -> None:
    assert levels(f"engineer {text}, 150k") == []


def test_levels_of_a_part_of_the_text_alone() -> None:
    layout = laid("L5 then L6 then L7")
    found = words.levels(layout.source.text, layout.index, 3, 15)
    assert [match.group() for match in found] == ["L6"]


@pytest.mark.parametrize(
    ("text", "field", "said"),
    [
        ("fully remote", "remote", "fully remote"),
        ("100% remote", "remote", "100% remote"),
        ("works remotely", "remote", "remote"),
        ("on-site", "remote", "onsite"),
        ("in-office", "remote", "in-office"),
        ("WFH", "remote", "wfh"),
        ("full time", "employment_type", "full-time"),
        ("part-time", "employment_type", "part-time"),
        ("contract role", "employment_type", "contract"),
        ("a 6 month contract", "employment_type", "contract"),
        ("C2C", "employment_type", "contract"),
        ("on W2", "employment_type", "contract"),
        ("freelancer", "employment_type", "contract"),
        ("an intern", "employment_type", "internship"),
        ("H-1B transfer", "visa", "h-1b transfer"),
        ("green card sponsorship", "visa", "green card sponsorship"),
        ("RSU refreshers", "refresh", "rsu refreshers"),
        ("no refreshers", "refresh", "no refreshers"),
    ],
)
def test_a_phrase_as_it_is_kept(text: str, field: str, said: str) -> None:
    assert phrases(f"base 150k, {text}, start soon")[field] == said


@pytest.mark.parametrize(
    "text", ["a contract for you", "internal move", "refreshing lunches", "the office", "remoteness"]
)
def test_what_is_no_phrase(text: str) -> None:
    assert phrases(text) == {}


def test_the_first_of_several_is_kept() -> None:
    assert phrases("hybrid now, remote later") == {"remote": "hybrid"}


def test_a_phrase_of_another_part_is_not_this_one_s() -> None:
    layout = laid("remote first, then hybrid")
    low = layout.source.low
    assert words.phrases(low, layout.index, 10, len(low)) == {"remote": ("hybrid", 19, 25)}


def test_words_run_together_at_a_full_stop_are_seen() -> None:
    assert read_source("pay 150k.remote").text == "pay 150k.remote"
    assert phrases("pay.remote") == {"remote": "remote"}
