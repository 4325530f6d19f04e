"""Every rule of the playbook beside the tests that hold it: a rule without a test is a rule nobody keeps.

The rules are in our own words, by section. Each names the tests that assert its figures and its decision.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]

RULES: dict[int, dict[str, tuple[str, ...]]] = {
    1: {
        "the anchor is the median of AI-skilled postings, for role, place and level": (
            "commands/test_range.py::test_ai_work_makes_the_ai_skilled_median_the_anchor",
            "market/test_ladder.py::test_measured_ai_cell_as_asked_stands_beside_all",
        ),
        "never today's pay": (
            "playbook/test_counter.py::test_present_pay_is_not_among_the_inputs",
            "commands/test_range.py::test_todays_pay_is_in_no_line_and_in_no_fact",
            "commands/test_range.py::test_todays_pay_is_not_kept",
            "test_counters.py::test_present_pay_reaches_no_letter",
        ),
        "a raise off a low base is still low": (
            "commands/test_median_enriched.py::test_present_pay_over_the_median_is_no_anchor_either",
            "playbook/check/test_reading.py::test_a_raise_on_present_pay_becomes_a_number_to_fill_in",
        ),
        "the published medians": (
            "market/test_shipped.py::test_the_published_medians_are_those_of_the_article",
            "market/test_ladder.py::test_published_figure_for_its_own_city",
            "market/test_ladder.py::test_published_figure_of_one_city_never_answers_for_another",
        ),
        "penetration and disclosure are shares of a role's postings": (
            "data/test_cells.py::test_unpaid_postings_count_in_disclosure_and_penetration_alone",
            "commands/test_premium.py::test_penetration_and_disclosure_say_of_what",
        ),
        "a premium compares the same role and the same level": (
            "data/test_premiums.py::test_a_premium_is_the_ratio_of_the_medians_less_one",
            "data/test_premiums.py::test_all_levels_compare_level_by_level",
        ),
        "a premium needs twenty postings on either side": (
            "market/test_premium.py::test_a_side_of_nineteen_is_no_side",
            "data/test_premiums.py::test_both_sides_must_stand",
        ),
        "n, employers, source and date stand beside a figure": (
            "test_numbers.py::test_every_figure_of_a_median_is_a_row",
            "test_numbers_of_talks.py::test_every_quote_of_a_talk_is_a_row",
        ),
        "a step back is said": (
            "test_conversation.py::test_every_step_back_is_said",
            "market/test_ladder.py::test_ai_dropped_says_what_the_ai_cell_held",
        ),
        "where there is no figure none is made up": (
            "market/test_ladder.py::test_nothing_known_says_so",
            "playbook/test_metamorphic.py::test_pay_in_another_currency_borrows_no_dollars",
        ),
        "a premium may be nothing or below it": (
            "data/test_premiums.py::test_a_premium_may_be_negative",
            "commands/test_premium.py::test_an_interval_across_zero_is_no_premium_anyone_can_tell",
            "commands/test_premium.py::test_a_negative_premium_is_said_without_drama",
        ),
    },
    2: {
        "a workflow: what it does, tools, what came of it": ("playbook/test_evidence.py::test_a_workflow",),
        "one for a contributor, more for a leader": (
            "playbook/test_evidence.py::test_a_leader_brings_more_workflows",
            "commands/test_evidence.py::test_a_leader_is_asked_for_two",
        ),
        "how they knew that it worked": ("playbook/test_evidence.py::test_how_it_was_known",),
        "why it carries over": ("playbook/test_evidence.py::test_why_it_carries_over",),
        "four texts from one pack": (
            "commands/test_evidence.py::test_the_four_texts",
            "commands/test_evidence.py::test_every_number_and_tool_in_the_texts_is_the_persons",
        ),
    },
    3: {
        "AI labs": (
            "playbook/test_targets.py::test_every_named_example_is_of_its_type_and_pays_by_habit",
            "commands/test_targets.py::test_the_four_types_name_who_is_in_them_and_who_says_so",
        ),
        "AI-native scale-ups": (
            "playbook/test_targets.py::test_every_named_example_is_of_its_type_and_pays_by_habit",
            "playbook/test_critique.py::test_employers_of_the_four_types_are_known",
        ),
        "big tech's AI organisations": (
            "playbook/test_targets.py::test_every_named_example_is_of_its_type_and_pays_by_habit",
            "commands/test_targets.py::test_a_company_that_is_of_a_type_only_in_part_says_which_part",
        ),
        "AI-forward public companies": (
            "playbook/test_targets.py::test_every_named_example_is_of_its_type_and_pays_by_habit",
            "commands/test_targets.py::test_a_company_of_a_type_says_what_that_means_and_what_it_posts",
        ),
        "anyone else pays it when it must": (
            "playbook/test_targets.py::test_a_company_in_none_pays_when_it_must",
            "commands/test_targets.py::test_a_company_in_none_pays_when_it_must_and_others_post_here",
        ),
    },
    4: {
        "first talk: from the median to 15 to 20% above it": (
            "playbook/test_pay_range.py::test_the_range_begins_at_the_median_and_ends_fifteen_percent_above",
            "playbook/test_pay_range.py::test_work_and_proof_together_carry_the_top_to_twenty_percent",
            "test_pay_talk_numbers.py::test_every_figure_of_a_range",
        ),
        "first talk: ask for theirs first where the figure is wide": (
            "playbook/test_pay_range.py::test_an_estimate_is_for_asking_first",
            "playbook/test_pay_range.py::test_a_figure_that_is_not_of_this_very_job_is_for_asking_first",
        ),
        "interviews: the work and the proof are told": (
            "commands/test_evidence.py::test_the_four_texts",
            "playbook/test_evidence.py::test_no_word_alone_is_strong",
        ),
        "the offer is held against the median": (
            "playbook/test_critique.py::test_the_decision_turns_at_one_percent",
            "playbook/test_metamorphic.py::test_more_base_is_never_a_worse_verdict",
        ),
        "the offer is held against what target employers pay": (
            "playbook/test_critique.py::test_the_employer_decides_how_to_go_about_it",
            "playbook/test_critique.py::test_types_the_person_does_not_aim_at_are_left_out",
        ),
        "below the median: push back": ("playbook/test_critique.py::test_below_the_median_push_back",),
        "at the median or above: equity, refreshers, four years": (
            "playbook/test_counter.py::test_at_the_median_it_moves_to_equity",
            "playbook/test_levers.py::test_base_at_the_market_moves_the_talk_to_equity",
        ),
        "below the floor: no score makes up for it": (
            "playbook/test_critique.py::test_a_failed_floor_beats_any_score",
            "playbook/test_decide.py::test_a_floor_beats_any_movement",
        ),
        "one counter, one number, one question at its end": (
            "test_counters.py::test_every_letter_asks_once_at_its_end",
            "commands/test_counter.py::test_one_ask_at_a_time",
        ),
        "the counter brings the work, the proof and the market": (
            "commands/test_evidence.py::test_the_counter_says_the_work_with_its_outcome_and_its_proof",
            "playbook/test_counter.py::test_a_letter_leads_with_the_market_only_at_a_target_type_below_the_median",
        ),
        "most companies move 10 to 20%": (
            "playbook/test_counter.py::test_far_below_the_median_it_stays_within_the_usual_movement",
            "playbook/test_counter.py::test_no_rounding_carries_an_ask_past_the_usual_movement",
            "playbook/test_decide.py::test_movement_is_that_of_the_base",
        ),
        "a firm offer is taken or left": (
            "playbook/test_decide.py::test_firm_is_a_reason_to_walk_and_leaves_it_open",
            "playbook/test_decide.py::test_firm_above_the_median_is_to_be_taken",
            "playbook/test_answers.py::test_a_final_offer_is_weighed_by_floor_and_median",
        ),
    },
    5: {
        "a stake is scenarios: exit, ownership, dilution": (
            "playbook/test_prospects.py::test_a_percent_at_the_exits_a_person_names",
            "playbook/test_prospects.py::test_options_at_multiples_of_their_price",
        ),
        "a stake is never added to cash": (
            "offers/worth/test_equity.py::test_options_and_percents_are_never_summed_with_cash",
            "offers/worth/test_properties.py::test_no_stake_moves_a_total",
        ),
        "refresh grants: asked for, and what falls away without them": (
            "playbook/test_levers.py::test_what_falls_away_when_the_grant_ends",
            "playbook/test_levers.py::test_refreshers_that_are_said_are_counted_by_how_they_vest",
        ),
        "a sign-on where base is stuck, or something is left behind": (
            "playbook/test_stuck.py::test_a_stuck_base_is_countered_with_a_sign_on_of_a_tenth_of_it",
            "playbook/test_levers.py::test_what_is_left_behind_sets_the_sign_on",
        ),
        "a sign-on is spread over the years, and can be taken back": (
            "playbook/test_levers.py::test_a_sign_on_is_a_tenth_of_base_over_four_years",
            "playbook/test_compare.py::test_leaving_early_pays_a_sign_on_back",
        ),
        "a title is worth the next median less this one": (
            "playbook/test_levers.py::test_a_title_is_worth_the_next_median_less_this_one",
        ),
        "a week of time off is base / 52, a month of start date base / 12": (
            "playbook/test_levers.py::test_weeks_months_and_reviews_of_base",
        ),
    },
    6: {
        "anchoring on today's pay": (
            "playbook/check/test_reading.py::test_no_present_pay_survives",
            "playbook/check/test_reading.py::test_each_kind_is_found_and_seldom_wrongly",
        ),
        "buzzwords before work": (
            "playbook/check/test_reading.py::test_the_writers_work_stands_for_buzzwords",
            "playbook/test_signals.py::test_buzzwords_are_told_apart",
        ),
        "not knowing the median": (
            "playbook/check/test_reading.py::test_the_market_sentence_stands_before_a_last_question_and_after_a_plain_ask",
        ),
        "taking it because it is a raise": (
            "playbook/check/test_reading.py::test_each_kind_is_found_and_seldom_wrongly",
        ),
        "base alone": (
            "playbook/check/test_reading.py::test_each_kind_is_found_and_seldom_wrongly",
            "commands/test_check.py::test_figures_of_the_offer_at_hand",
        ),
    },
    7: {
        "know the median": (
            "test_conversation.py::test_the_first_example_of_the_readme",
            "test_numbers.py::test_every_figure_of_a_median_is_a_row",
        ),
        "write down the evidence": ("commands/test_evidence.py::test_the_whole_interview",),
        "aim at the right employers": (
            "commands/test_targets.py::test_targets_are_kept_shown_and_taken_back",
            "playbook/test_targets.py::test_the_shortlist_begins_with_the_types_and_first_with_those_aimed_at",
        ),
    },
    8: {
        "a form demands a number": (
            "commands/test_scenarios.py::test_a_form_that_demands_a_number_gets_the_low_end_and_a_floor_raises_it",
        ),
        "a recruiter asks for expectations": (
            "playbook/test_pay_range.py::test_what_to_say_with_a_number_is_never_under_the_range",
            "commands/test_range.py::test_a_number_of_ones_own_is_held_against_it",
        ),
        "they ask for today's pay": (
            "commands/test_range.py::test_todays_pay_is_in_no_line_and_in_no_fact",
            "commands/test_range.py::test_a_states_rule_is_said_with_its_statute_and_nothing_elsewhere",
            "understand/test_pay_rules.py::test_every_rule_is_cited_and_dated",
            "understand/test_pay_rules.py::test_where_no_row_speaks_nothing_is_said",
        ),
        "a posted range": (
            "commands/test_range.py::test_a_posted_band_says_where_to_stand_in_it",
            "playbook/test_pay_range.py::test_one_stands_in_the_upper_half_of_the_band_and_never_over_its_top",
        ),
        "the call with the offer": (
            "commands/test_practice.py::test_recruiter_and_scene_are_heard",
            "playbook/test_practice.py::test_silence_after_the_ask_earns_and_a_second_one_does_not",
        ),
        "a deadline in days": (
            "playbook/test_flags.py::test_days_are_counted_from_today_or_as_said",
            "commands/test_counter.py::test_a_final_offer_and_a_deadline_get_a_line",
        ),
        "another offer, told truly": (
            "test_counters.py::test_another_offer_is_named_only_when_asked",
            "commands/test_counter.py::test_an_offer_nobody_showed_is_not_named",
        ),
        "no other offer": (
            "commands/test_scenarios.py::test_no_offer_is_made_up_and_a_true_one_moves_no_number",
        ),
        "would you accept at X": (
            "commands/test_range.py::test_would_you_accept_at",
            "playbook/test_answers.py::test_yes_only_at_the_median_and_the_floor",
            "playbook/test_decide.py::test_a_yes_asked_for_turns_on_the_median",
        ),
        "the band is fixed": (
            "commands/test_counter.py::test_a_fixed_band_moves_to_one_lever",
            "playbook/test_stuck.py::test_a_contract_asks_for_a_dated_review_of_its_rate",
        ),
        "below the floor": (
            "playbook/test_counter.py::test_below_the_floor_it_asks_for_at_least_the_floor",
            "commands/test_range.py::test_below_the_floor_is_a_no_whatever_the_market",
        ),
        "a lower level than the job": (
            "commands/test_scenarios.py::test_a_title_without_its_level_is_held_against_a_lower_bar",
            "playbook/test_levers.py::test_a_title_is_worth_the_next_median_less_this_one",
        ),
        "sign-on against base": (
            "playbook/test_compare.py::test_back_loaded_equity_with_a_sign_on_in_two_parts",
            "playbook/test_match.py::test_a_sign_on_is_the_gap_itself_on_top_of_what_is_offered",
        ),
        "a bonus is what is usually paid of it": (
            "playbook/test_missing.py::test_each_gap_has_its_question",
            "playbook/test_compare.py::test_a_bonus_is_cash_and_said_to_hang_on_targets_from_a_fifth_on",
        ),
        "shares, options and percents are different things": (
            "offers/test_grant.py::test_the_kind_of_equity",
            "playbook/test_flags.py::test_one_term_makes_one_flag",
        ),
        "what to ask about options": ("playbook/test_prospects.py::test_what_is_not_stated_is_asked",),
        "vesting by year": (
            "offers/worth/test_vesting.py::test_a_schedule_vests_by_year",
            "playbook/test_compare.py::test_a_grant_front_loaded_by_thirds",
            "playbook/test_compare.py::test_an_even_grant_behind_a_cliff_of_eighteen_months",
        ),
        "refreshers": (
            "playbook/test_levers.py::test_refreshers_that_are_said_are_counted_by_how_they_vest",
        ),
        "what has to be paid back": (
            "playbook/test_flags.py::test_a_clawback_needs_something_to_give_back",
            "playbook/test_missing.py::test_each_gap_has_its_question",
        ),
        "a non-compete and inventions": (
            "offers/test_clauses.py::test_a_clause_is_found",
            "playbook/test_flags.py::test_one_term_makes_one_flag",
        ),
        "pay by place, and moving there": (
            "commands/test_scenarios.py::test_the_same_pay_elsewhere_is_held_against_the_pay_of_that_place",
            "playbook/test_missing.py::test_each_gap_has_its_question",
        ),
        "what a visa costs, and when": (
            "commands/test_scenarios.py::test_a_visa_is_asked_who_pays_and_when",
        ),
        "a contractor's rate": (
            "commands/test_scenarios.py::test_contract_pay_is_asked_about_its_term_and_moves_on_its_rate",
            "playbook/test_levers.py::test_contract_pay_has_fewer_levers",
        ),
        "start date, time off, severance, acceleration": (
            "playbook/test_levers.py::test_weeks_months_and_reviews_of_base",
            "playbook/test_levers.py::test_every_figure_comes_with_its_working",
        ),
        "yes, no, and more time": (
            "commands/test_decide.py::test_the_notes_carry_the_terms_and_nothing_made_up",
            "commands/test_decide.py::test_a_yes_under_the_floor_is_owned_up_to",
        ),
    },
}  # fmt: skip
ROWS = {1: 11, 2: 5, 3: 5, 4: 12, 5: 7, 6: 5, 7: 3, 8: 25}


@cache
def functions_in(file: str) -> dict[str, ast.FunctionDef]:
    """The test functions of a file by name."""
    module = ast.parse((REPOSITORY / "tests" / file).read_text("utf-8"))
    return {
        each.name: each
        for each in module.body
        if isinstance(each, ast.FunctionDef) and each.name.startswith("test_")
    }


def asserts(test: ast.FunctionDef) -> bool:
    """Whether a test can fail: it asserts something, or expects an error."""
    return any(
        isinstance(each, ast.Assert) or (isinstance(each, ast.Attribute) and each.attr in ("raises", "fail"))
        for each in ast.walk(test)
    )


@pytest.mark.parametrize(
    "named", sorted({test for rules in RULES.values() for tests in rules.values() for test in tests})
)
def test_the_test_named_is_there_and_can_fail(named: str) -> None:
    file, _, name = named.partition("::")
    assert name in functions_in(file)
    assert asserts(functions_in(file)[name])


def test_every_section_has_all_its_rows() -> None:
    assert {section: len(rules) for section, rules in RULES.items()} == ROWS
    assert all(tests for rules in RULES.values() for tests in rules.values())


def test_no_test_carries_too_many_rules() -> None:
    """A rule is held by a test of its own, not by one that is named everywhere."""
    named = Counter(test for rules in RULES.values() for tests in rules.values() for test in tests)
    assert max(named.values()) <= 4


def test_the_scenarios_are_as_many_as_the_playbook_has(shared: Path) -> None:
    playbook = (shared / "PLAYBOOK.md").read_text("utf-8")
    sections = re.split(r"^## \d\. ", playbook, flags=re.MULTILINE)
    assert len(re.split(r"\s·\s", sections[8])) == len(RULES[8])
    assert len(re.findall(r"^\| (?!type|---)", sections[3], re.MULTILINE)) == len(RULES[3]) - 1
    assert sections[6].count(";") + 1 == len(RULES[6])
    assert sections[7].count(";") + 1 == len(RULES[7])
