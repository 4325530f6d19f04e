"""A practice talk: the budget is held to, the lines earn what they should, and it always ends."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.market.quote import Quote
from bot.offers.offer import Offer
from bot.playbook.drill import OPENINGS, STYLES, Drill, Opening, Style, Table, Terms, budget_of, length_of
from bot.playbook.practice import back, begin, example_terms, exchanges, pass_over, say, stop, terms_of

from .test_counter import MARKET

AT = datetime(2026, 8, 20, 12, tzinfo=UTC)
QUOTE = replace(MARKET, p10=None, p90=None)
OFFER = Offer(
    company="Acme", base_amount=180_000, base_period="year", currency="USD", sign_on=20_000,
    equity_kind="rsu", equity_value=100_000,
)  # fmt: skip
STRONG = "The median is 200k. I built an eval pipeline that cut errors by 40%. I'm asking for 200k."
LINES = (
    STRONG, "200k",
    "I want 250k, more equity and a sign-on", "...", "I make 150k", "I'd rather not share that",
    "sorry, maybe a bit more?", "200k or I walk", "What's the range?", "Could you add a sign-on of 500k?",
    "Could we raise the equity to 900k?", "Can I have it in writing?", "hello", "I'm looking for 900k",
    "I'm looking for 540k", "10% more", "the median is 200k", "I led the migration", "yes", "170k",
)  # fmt: skip


def terms(offer: Offer = OFFER, quote: Quote | None = QUOTE) -> Terms:
    made = terms_of(offer, quote, "Senior Software Engineer")
    assert made is not None
    return made


def talk(
    *lines: str, style: Style = "busy", opening: Opening = "offer_call", seed: int = 1, **more: object
) -> Drill:
    drill = begin(style, opening, terms(), seed, AT)
    for line in lines:
        drill = say(drill, line)
    return replace(drill, **more) if more else drill  # type: ignore[arg-type]


def kinds(drill: Drill) -> list[str]:
    return [move.kind for move in drill.moves]


def test_the_terms_are_those_of_the_offer() -> None:
    made = terms()
    assert made.source == "offer"
    assert made.start == Table(180_000, 20_000, 100_000)
    assert (made.market, made.ceiling, made.aim) == (200_000, 230_000, 200_000)


def test_an_offer_without_a_base_is_none_to_practise_on() -> None:
    assert terms_of(Offer(company="Acme", bonus_pct=10), QUOTE, "") is None


def test_an_example_lies_under_the_median_and_asks_for_it() -> None:
    made = example_terms(QUOTE, "Senior Software Engineer")
    assert (made.source, made.start, made.aim) == ("example", Table(176_000), 200_000)


def test_an_estimate_is_no_market_figure_to_lean_on() -> None:
    guess = replace(QUOTE, basis="estimated", n=None, low=150_000, high=260_000)
    assert terms(quote=guess).market is None


def test_hourly_terms_are_in_hours() -> None:
    made = terms(Offer(base_amount=80, base_period="hour", currency="USD"))
    assert made.market == pytest.approx(200_000 / 2080)
    assert budget_of(made, "friendly", 3).base <= 96


@pytest.mark.parametrize(
    ("style", "least", "most"), [("friendly", 12, 20), ("busy", 10, 18), ("hard", 0, 10)]
)
def test_the_budget_moves_as_the_style_does(style: Style, least: int, most: int) -> None:
    budgets = {budget_of(terms(), style, seed) for seed in range(200)}
    moves = {100 * (budget.base / 180_000 - 1) for budget in budgets}
    assert len(budgets) > 20
    assert min(moves) >= least - 0.6  # a whole thousand below is rounding
    assert max(moves) <= most + 1e-9
    assert all(budget.sign_on > 20_000 and 100_000 <= budget.equity <= 120_000 for budget in budgets)


def test_a_talk_has_six_to_ten_lines() -> None:
    lengths = {style: {length_of(style, seed) for seed in range(200)} for style in STYLES}
    assert lengths == {"friendly": {8, 9, 10}, "busy": {6, 7, 8}, "hard": {7, 8, 9, 10}}


def test_the_same_seed_is_the_same_talk_and_another_is_not() -> None:
    assert talk(STRONG, "...", seed=5) == talk(STRONG, "...", seed=5)
    assert len({talk("200k", "200k", "200k", seed=seed).raised for seed in range(30)}) > 3


def test_a_case_well_made_is_met_within_the_budget() -> None:
    drill = talk(STRONG, style="friendly")
    assert drill.merits == ("market", "work", "outcome")
    assert drill.table.base == min(200_000, drill.budget.base)


def test_a_bare_number_earns_nothing_and_is_asked_for_its_reason() -> None:
    drill = talk("I'm asking for 200k")
    assert drill.table == drill.terms.start
    assert kinds(drill) == ["ask_why"]


def test_more_of_a_case_moves_them_further() -> None:
    bases = [
        talk(line, style="friendly", seed=4).table.base
        for line in (
            "I'm asking for 200k",
            "The median is 200k, so I'm asking for 200k",
            "The median is 200k and I led the migration, so I'm asking for 200k",
            STRONG,
        )
    ]
    assert bases == sorted(set(bases))


def test_silence_after_the_ask_earns_and_a_second_one_does_not() -> None:
    asked = talk("The median is 200k, so I'm asking for 200k", style="friendly")
    waited = say(asked, "...")
    assert waited.table.base > asked.table.base
    assert say(waited, "...").table == waited.table


def test_silence_that_earns_nothing_more_is_answered_as_silence() -> None:
    asked = talk(STRONG, "...", style="hard", seed=2)
    assert kinds(say(say(asked, "200k is my number"), "..."))[0] in ("still_there", "quiet")


def test_silence_before_any_ask_earns_nothing() -> None:
    assert kinds(talk("...")) == ["still_there"]
    assert talk("...").merits == ()


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("I make 150k now. The median is 200k, so 200k please", "present_named"),
        ("The median is 200k. 200k or I walk", "ultimatum"),
        ("The median is 200k. I want 200k, more equity and a sign-on", "one_thing"),
        ("The median is 150k, so I'm asking for 200k", "over_market"),
        ("Sorry, the median is 200k, I'm asking for 200k", "no_need"),
    ],
)
def test_what_spoils_a_line_earns_no_concession_with_it(line: str, kind: str) -> None:
    drill = talk(line)
    assert drill.table == drill.terms.start
    assert kinds(drill)[0] == kind


def test_in_the_first_call_the_base_is_hidden_until_a_number_or_a_question() -> None:
    drill = talk(opening="first_call")
    assert not drill.shown
    assert kinds(say(drill, "I'm looking for 200k")) == ["name_base"]
    assert kinds(say(drill, "What's the range?")) == ["give_range"]
    assert not say(drill, "Nice to meet you").shown


def test_before_base_was_named_nothing_else_is_given() -> None:
    drill = talk("Could you do a 40k sign-on?", opening="first_call")
    assert (drill.table, drill.shown, kinds(drill)) == (drill.terms.start, False, ["ask_number"])


def test_base_at_its_end_turns_to_the_sign_on() -> None:
    drill = talk(STRONG, "...", style="hard", seed=2)
    assert drill.table.base == drill.budget.base
    assert drill.table.sign_on > drill.terms.start.sign_on


def test_a_sign_on_and_a_grant_move_too_when_they_are_the_one_ask() -> None:
    assert talk("Could you add to the sign-on?").table.sign_on > 20_000
    assert talk("Could we raise the equity?").table.equity > 100_000
    assert talk("Could we raise the equity?").table.base == 180_000


def test_reasons_for_a_sign_on_asked_before_move_it_further() -> None:
    asked = talk("I'd like 60k as a sign-on", style="hard", seed=3)
    reasoned = say(asked, "I redesigned checkout and conversion went up 9%")
    assert reasoned.table.sign_on > asked.table.sign_on
    assert reasoned.table.base == 180_000


def test_a_dated_review_is_theirs_to_write_down() -> None:
    drill = talk("If the band is fixed, what about a review in six months?", opening="fixed_band")
    assert kinds(drill)[0] == "review_ok"
    assert drill.table == drill.terms.start


def test_a_percent_of_the_company_moves_by_hundredths() -> None:
    made = terms(replace(OFFER, equity_kind="percent", equity_value=None, equity_pct=0.1))
    moved = say(begin("busy", "offer_call", made, 1, AT), "Could we go to 0.12% equity?")
    assert moved.table.equity == moved.budget.equity == 0.11


def test_taking_leaving_and_stopping_end_it() -> None:
    assert talk("I accept, thank you").ended == "accepted"
    assert talk("Thank you, but I have to decline").ended == "walked"
    assert stop(talk("hello")).ended == "stopped"
    assert say(stop(talk("hello")), STRONG) == stop(talk("hello"))


def test_yes_signs_only_where_it_was_asked() -> None:
    assert talk("yes", opening="sign_today").ended == "accepted"
    assert talk("yes").ended == "accepted"
    assert talk("yes", opening="present_pay").ended == ""
    assert talk("I'm asking for 200k", "yes").ended == ""


def test_a_line_taken_back_leaves_no_trace() -> None:
    once = talk(STRONG, "...", style="friendly", seed=7)
    assert back(once) == talk(STRONG, style="friendly", seed=7)
    assert back(talk()) == talk()


def test_a_line_left_out_counts_and_brings_the_next_thing() -> None:
    drill = pass_over(talk("I'm asking for 200k"))
    assert drill.turn == 2
    assert drill.moves != talk("I'm asking for 200k").moves
    assert len(exchanges(drill)) == 1


def test_a_talk_left_for_half_a_day_is_over() -> None:
    drill = talk("hello")
    assert drill.stands(AT + timedelta(hours=11))
    assert not drill.stands(AT + timedelta(hours=13))
    assert not stop(drill).stands(AT)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from(LINES) | st.text(max_size=60), max_size=12),
    st.sampled_from(STYLES),
    st.sampled_from(OPENINGS),
    st.integers(0, 10_000),
)
def test_whatever_is_said_they_keep_to_the_budget_and_take_nothing_back(
    lines: list[str], style: Style, opening: Opening, seed: int
) -> None:
    drill = begin(style, opening, terms(), seed, AT)
    for line in lines:
        after = say(drill, line)
        for had, has, most in zip(*map(_figures, (drill.table, after.table, drill.budget)), strict=True):
            assert had <= has <= most
        assert all(move.table == after.table for move in after.moves) or after == drill
        assert after.turn <= 10
        drill = after
    assert bool(drill.ended) or drill.turn < drill.most
    assert len(lines) < 10 or drill.ended


def _figures(table: Table) -> tuple[float, float, float]:
    return table.base, table.sign_on, table.equity
