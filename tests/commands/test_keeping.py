"""What a person said of an offer stays said; a text that says otherwise is asked about."""

from __future__ import annotations

from dataclasses import replace

from bot.commands.doubt import doubts_of
from bot.commands.keeping import (
    MOST_DRAFTS,
    chosen,
    decided,
    dropped,
    put_right,
    revised,
    taken_up,
    undone,
)
from bot.commands.same_offer import ABOUT
from bot.memory.case import About, Case
from bot.offers.offer import Doubt, Offer

from .at_hand import ABOUT as JOB
from .at_hand import IS_IT_A_BONUS, IS_IT_RELOCATION, OTHER, PLAIN, case, doubted

CORRECTED = put_right(case(), {"sign_on": 30_000.0})


def offer_of(kept: Case) -> Offer:
    assert kept.offer is not None
    return kept.offer


def placeless(kept: Case) -> Case:
    """The case without the places in a text its offer was read from: what is put aside may lose them."""
    return replace(kept, offer=replace(offer_of(kept), spans={}))


def test_a_correction_survives_the_same_paste() -> None:
    again = taken_up(CORRECTED, [PLAIN], JOB)
    assert offer_of(again).sign_on == 30_000
    assert again.said["sign_on"].pasted == {}


def test_a_correction_survives_a_revised_offer_and_other_corrections() -> None:
    kept = put_right(CORRECTED, {"bonus_pct": 20.0})
    kept = taken_up(kept, [replace(PLAIN, base_amount=185_000.0)], JOB)
    offer = offer_of(kept)
    assert (offer.base_amount, offer.sign_on, offer.bonus_pct) == (185_000, 30_000, 20)


def test_what_was_left_out_stays_out() -> None:
    kept = taken_up(put_right(case(), {"sign_on": None}), [PLAIN], JOB)
    assert offer_of(kept).sign_on is None


def test_an_offer_of_another_company_starts_afresh() -> None:
    kept = taken_up(CORRECTED, [replace(PLAIN, company="Acme")], JOB)
    assert offer_of(kept).sign_on == 25_000
    assert kept.said == {}


def test_the_company_put_right_is_still_that_company() -> None:
    named = put_right(CORRECTED, {"company": "Harvey AI"})
    for company in ("Harvey", "Harvey AI", "harvey ai"):
        again = offer_of(taken_up(named, [replace(PLAIN, company=company)], JOB))
        assert (again.company, again.sign_on) == ("Harvey AI", 30_000)


def test_without_a_name_mostly_the_same_figures_are_the_same_offer() -> None:
    nameless = replace(PLAIN, company=None)
    kept = put_right(case(nameless), {"sign_on": 30_000.0})
    assert offer_of(taken_up(kept, [nameless], JOB)).sign_on == 30_000
    other = Offer(base_amount=150_000.0, base_period="year", sign_on=10_000.0, bonus_pct=8.0)
    assert offer_of(taken_up(kept, [other], JOB)).sign_on == 10_000


def test_a_text_that_says_otherwise_is_asked_about_and_either_can_hold() -> None:
    kept = taken_up(CORRECTED, [replace(PLAIN, sign_on=40_000.0)], JOB)
    assert offer_of(kept).sign_on == 30_000
    assert kept.said["sign_on"].pasted == {"sign_on": 40_000.0}
    for pasted, sum_ in ((True, 40_000), (False, 30_000)):
        settled = decided(kept, "sign_on", pasted=pasted)
        assert offer_of(settled).sign_on == sum_
        for text in (PLAIN, replace(PLAIN, sign_on=40_000.0)):  # neither text is asked about again
            again = taken_up(settled, [text], JOB)
            assert (offer_of(again).sign_on, again.said["sign_on"].pasted) == (sum_, {})


def test_a_rounded_figure_is_no_other_figure() -> None:
    kept = taken_up(CORRECTED, [replace(PLAIN, sign_on=30_100.0)], JOB)
    assert (offer_of(kept).sign_on, kept.said["sign_on"].pasted) == (30_000, {})


def test_the_job_put_right_stays_until_a_text_names_another() -> None:
    kept = put_right(case(), {}, About(level="staff"))
    assert kept.said[ABOUT].values == {"level": "staff"}
    assert taken_up(kept, [PLAIN], JOB).offer_about.level == "staff"
    assert taken_up(kept, [PLAIN], replace(JOB, level="principal")).offer_about.level == "principal"


def test_putting_a_term_right_settles_its_doubt() -> None:
    kept = put_right(doubted(IS_IT_RELOCATION, IS_IT_A_BONUS), {"sign_on": 25_000.0})
    assert offer_of(kept).doubts == (IS_IT_A_BONUS,)
    again = taken_up(kept, [replace(PLAIN, doubts=(IS_IT_RELOCATION, IS_IT_A_BONUS))], JOB)
    assert offer_of(again).doubts == (IS_IT_A_BONUS,)


def test_fields_changed_by_a_line_that_was_read_are_said_too() -> None:
    kept = revised(case(), replace(PLAIN, base_amount=185_000.0))
    assert offer_of(taken_up(kept, [PLAIN], JOB)).base_amount == 185_000


def test_undo_goes_back_step_by_step_and_no_further_than_is_kept() -> None:
    kept = put_right(CORRECTED, {"bonus_pct": 20.0}, About(level="staff"))
    back = undone(kept)
    assert back is not None
    assert placeless(back) == placeless(replace(CORRECTED, question=None))
    first = undone(back)
    assert first is not None
    assert placeless(first) == placeless(case())
    assert undone(case()) is None
    for bonus in range(9):
        kept = put_right(kept, {"bonus_pct": float(bonus)})
    assert len(kept.before) == MOST_DRAFTS


def test_a_paste_can_be_undone_and_the_same_paste_needs_no_undoing() -> None:
    kept = taken_up(CORRECTED, [OTHER], JOB)
    back = undone(kept)
    assert back is not None
    assert placeless(back) == placeless(CORRECTED)
    assert taken_up(CORRECTED, [PLAIN], JOB).before == CORRECTED.before


def test_other_offers_of_the_text_are_kept_and_change_places() -> None:
    kept = taken_up(Case(), [PLAIN, OTHER], JOB)
    assert kept.others == (OTHER,)
    swapped = chosen(kept, 0)
    assert (swapped.offer, swapped.others) == (OTHER, (PLAIN,))
    again = taken_up(swapped, [PLAIN, OTHER], JOB)  # the choice holds for the same text
    assert (again.offer, again.others) == (OTHER, (PLAIN,))
    assert again.offer_about.place is None


def test_an_offer_that_is_none_gives_way_to_the_next() -> None:
    kept = dropped(case(PLAIN, OTHER))
    assert (kept.offer, kept.others) == (OTHER, ())
    gone = dropped(kept)
    assert (gone.offer, gone.offer_about, gone.said) == (None, About(), {})
    back = undone(gone)
    assert back is not None
    assert back.offer == OTHER


def test_what_is_put_aside_keeps_only_the_places_that_a_question_needs() -> None:
    spans = {"base_amount": (5, 12), "bonus_pct": (20, 23), "sign_on": (30, 37), "sign_on_y1": (30, 37)}
    asked = replace(PLAIN, spans=spans, doubts=(Doubt("sign_on", 0.5, "relocation"),))
    at_hand = replace(case(), offer=asked)
    kept = put_right(at_hand, {"sign_on": 30_000.0})
    back = undone(kept)
    assert back is not None
    assert back.offer == replace(asked, spans={"sign_on": (30, 37), "sign_on_y1": (30, 37)})
    assert doubts_of(offer_of(back)) == doubts_of(asked) != ()
    (shelved,) = taken_up(at_hand, [OTHER], JOB).shelf
    assert shelved.offer == back.offer
    assert (
        taken_up(replace(at_hand, offer=replace(asked, doubts=())), [OTHER], JOB).shelf[0].offer.spans == {}
    )
