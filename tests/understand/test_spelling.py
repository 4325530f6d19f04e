"""Misspelt names: word by word, never at the cost of a neighbour, never far-fetched."""

from __future__ import annotations

import pytest

from bot.understand import gazetteer, places, roles
from bot.understand.spelling import Guess, guesses, verdict
from bot.understand.text import tokens


def best(text: str, *left: str, spoken: bool = False) -> Guess | None:
    words = tokens(text)
    free = {i for i, word in enumerate(words) if word.fold in left}
    return next(iter(guesses(words, free, spoken=spoken)), None)


@pytest.mark.parametrize(
    ("text", "left", "kind", "id_"),
    [
        ("swe seatle", "seatle", "place", "0042660"),
        ("swe tuscon", "tuscon", "place", "0046060"),
        ("swe san fransisco", "fransisco", "place", "0041860"),
        ("swe kansas ciy", "ciy", "place", "0028140"),
        ("data scientst", "scientst", "role", "data-scientist"),
        ("senior prodcut manager", "prodcut", "role", "product-manager"),
        ("mecanical engineer", "mecanical", "occupation", "mechanical engineer"),
        ("swe snior", "snior", "level", "senior"),
        ("softwareengineer", "softwareengineer", "role", "software-engineer"),
    ],
)
def test_a_misspelt_word_is_read_with_the_rest_of_its_name(text: str, left: str, kind: str, id_: str) -> None:
    guess = best(text, left)
    assert guess is not None
    assert (guess.kind, guess.ids) == (kind, (id_,))
    assert guess.score >= 88


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("denver floor", "floor"),
        ("brooklyn trash", "trash"),
        ("gana miami", "gana"),
        ("swe chief", "chief"),
        ("swe hudson yards", "yards"),
        ("real estate", "estate"),
        ("social worker", "social"),
        ("swe qwertyuiop", "qwertyuiop"),
    ],
)
def test_other_words_are_no_misspelling_of_anything(text: str, left: str) -> None:
    assert best(text, left) is None


def test_a_country_must_all_but_be_spelt() -> None:
    germany = best("swe germny", "germny")
    assert germany is not None
    assert germany.ids == ("DE",)
    for text in ("swe indai", "swe gahna", "swe chlie"):
        guess = best(text, text.split()[1])
        assert guess is None or all(len(id_) > 2 for id_ in guess.ids)


def test_a_state_after_a_city_settles_which_one() -> None:
    guess = best("swe springfeild il", "springfeild", "il")
    assert guess is not None
    assert [places.place(id_).name for id_ in guess.ids] == ["Springfield, IL"]
    assert guess.last == 3


def test_in_a_sentence_a_lone_word_counts_where_such_a_name_is_expected() -> None:
    def said(text: str, left: str) -> str:
        words = tokens(text)
        free = {i for i, word in enumerate(words) if word.fold == left}
        beside = {i + d for m in roles.mentions(words) for i, d in ((m.first, -1), (m.last, 0))}
        found = [verdict(g, words, beside, spoken=True) for g in guesses(words, free, spoken=True)]
        return next((v for v in found if v != "pass"), "pass")

    assert said("what would a swe like me be getting in seatle", "seatle") == "take"
    assert said("we all think that seatle is rainy and so on", "seatle") == "pass"
    assert said("am I underpaid as a recruitr these days", "recruitr") == "take"
    assert said("I was looking in the directery of names today", "directery") == "pass"


def test_most_typos_in_a_city_are_taken_or_asked_about_and_hardly_any_misread() -> None:
    metros = [k for k in gazetteer.known() if places.place(k.id).kind == "metro"][:60]
    right = wrong = total = 0
    for metro in metros:
        name = metro.key
        for at in range(1, len(name)):
            typed = f"swe {name[:at]}{name[at + 1 :]}"
            total += 1
            words = tokens(typed)
            guess = next(iter(guesses(words, set(range(1, len(words))), spoken=False)), None)
            right += guess is not None and metro.id in guess.ids
            wrong += guess is not None and guess.score >= 88 and metro.id not in guess.ids
    assert total > 400
    assert right / total > 0.9
    assert wrong / total < 0.03
