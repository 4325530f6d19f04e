"""Offers of other companies stay on the shelf, with what the person said of each."""

from __future__ import annotations

from dataclasses import replace

from bot.commands.keeping import brought_up, let_go, put_right, taken_up, undone
from bot.commands.shelf import MOST, all_offers
from bot.memory.case import About, Case, Shelved
from bot.memory.codec import decode, encode
from bot.offers.offer import Offer

from .at_hand import ABOUT as JOB
from .at_hand import OTHER, PLAIN, case


def companies(kept: Case) -> list[str | None]:
    return [each.offer.company for each in all_offers(kept)]


def test_another_company_puts_the_one_at_hand_aside() -> None:
    kept = taken_up(case(), [OTHER], JOB)
    assert kept.offer == OTHER
    assert kept.shelf == (Shelved(replace(PLAIN, spans={}), JOB),)  # no question needs its places in the text
    assert companies(kept) == ["Meta", "Harvey"]


def test_the_same_offer_or_its_revision_is_no_other() -> None:
    for again in (PLAIN, replace(PLAIN, base_amount=185_000.0), replace(PLAIN, company=None)):
        assert taken_up(case(), [again], JOB).shelf == ()


def test_corrections_travel_with_their_offer() -> None:
    corrected = put_right(case(), {"sign_on": 30_000.0})
    aside = taken_up(corrected, [OTHER], About())
    assert aside.said == {}
    assert aside.shelf[0].offer.sign_on == 30_000
    back = taken_up(aside, [PLAIN], JOB)  # pasted once more as it was
    assert back.offer is not None
    assert (back.offer.company, back.offer.sign_on) == ("Harvey", 30_000)
    assert "sign_on" in back.said
    assert [each.offer.company for each in back.shelf] == ["Meta"]


def test_a_text_with_several_finds_those_on_the_shelf() -> None:
    corrected = put_right(case(), {"sign_on": 30_000.0})
    aside = taken_up(corrected, [OTHER], About())
    third = replace(OTHER, company="Acme")
    kept = taken_up(aside, [third, PLAIN], About())
    assert [(each.company, each.sign_on) for each in kept.others] == [("Harvey", 30_000)]
    assert companies(kept) == ["Acme", "Harvey", "Meta"]


def test_others_of_a_text_stay_when_another_text_comes() -> None:
    kept = taken_up(Case(), [PLAIN, OTHER], JOB)
    third = replace(OTHER, company="Acme")
    assert companies(taken_up(kept, [third], JOB)) == ["Acme", "Harvey", "Meta"]
    assert companies(taken_up(kept, [PLAIN], JOB)) == ["Harvey", "Meta"]


def test_at_most_five_are_kept_the_latest_first() -> None:
    kept = case()
    for number in range(9):
        kept = taken_up(kept, [replace(OTHER, company=f"Firm {number}")], JOB)
    assert len(kept.shelf) == MOST
    assert companies(kept) == [f"Firm {number}" for number in (8, 7, 6, 5, 4)]


def test_one_from_the_shelf_comes_to_hand_as_it_was_put_right() -> None:
    corrected = put_right(case(), {"sign_on": 30_000.0})
    aside = taken_up(corrected, [OTHER], About(role="data-scientist"))
    now = brought_up(aside, aside.shelf[0])
    assert now.offer is not None
    assert (now.offer.company, now.offer.sign_on, now.offer_about) == ("Harvey", 30_000, JOB)
    assert "sign_on" in now.said
    assert now.shelf == (Shelved(OTHER, About(role="data-scientist")),)
    assert undone(now) == replace(aside, question=None)
    assert brought_up(now, Shelved(now.offer)) is now


def test_one_is_let_go_wherever_it_lies_and_undo_brings_it_back() -> None:
    kept = taken_up(taken_up(Case(), [PLAIN], JOB), [OTHER, replace(OTHER, company="Acme")], JOB)
    assert companies(kept) == ["Meta", "Acme", "Harvey"]
    for at, left in ((0, ["Acme", "Harvey"]), (1, ["Meta", "Harvey"]), (2, ["Meta", "Acme"])):
        gone = let_go(kept, all_offers(kept)[at].offer)
        assert companies(gone) == left
        back = undone(gone)
        assert back is not None
        assert companies(back) == ["Meta", "Acme", "Harvey"]


def test_the_last_on_the_shelf_comes_to_hand_when_that_at_hand_is_let_go() -> None:
    aside = taken_up(put_right(case(), {"sign_on": 30_000.0}), [OTHER], About())
    left = let_go(aside, OTHER)
    assert left.offer is not None
    assert (left.offer.company, left.offer.sign_on, left.offer_about) == ("Harvey", 30_000, JOB)
    assert let_go(left, left.offer).offer is None


def test_the_shelf_is_kept_whole() -> None:
    kept = taken_up(put_right(case(), {"sign_on": 30_000.0}), [OTHER], About())
    assert kept.before[-1].shelf == ()
    again = decode(encode(brought_up(kept, kept.shelf[0])))
    assert again == brought_up(kept, kept.shelf[0])
    assert again.before[-1].shelf == kept.shelf


def test_two_offers_without_a_name_are_two() -> None:
    one = Offer(base_amount=190_000.0, base_period="year")
    two = Offer(base_amount=150_000.0, base_period="year", sign_on=20_000.0)
    assert [each.offer for each in all_offers(taken_up(Case(offer=one), [two], About()))] == [two, one]
