"""Roles in questions: the words people type, exactly; typos; completion."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understand import roles
from bot.understand.text import tokens


def said(text: str, *, terse: bool = False) -> list[tuple[str, ...]]:
    return [m.ids for m in roles.mentions(tokens(text), terse=terse)]


def test_table_has_the_48_roles_and_every_parent_is_one() -> None:
    table = roles.roles()
    assert len(table) == 48
    assert all(r.parent is None or r.parent in table for r in table.values())
    assert table["backend-engineer"].parent == "software-engineer"
    assert "backend-engineer" in roles.children("software-engineer")
    assert roles.children("no-such-role") == ()


@pytest.mark.parametrize("role", list(roles.roles()))
def test_every_id_and_label_reads_back_as_itself(role: str) -> None:
    for text in (role, roles.roles()[role].label):
        found = roles.mentions(tokens(text), terse=True)
        assert [m.ids for m in found] == [(role,)]
        assert (found[0].first, found[0].last) == (0, len(tokens(text)))


def test_every_alias_names_known_roles() -> None:
    known = roles.roles()
    aliases = roles._table().aliases.values()
    assert [a for a in aliases if not set(a.ids) <= known.keys()] == []


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("swe", "software-engineer"),
        ("SWEs in Boston", "software-engineer"),
        ("software dev", "software-engineer"),
        ("software-engineer", "software-engineer"),
        ("ml engineer", "machine-learning-engineer"),
        ("mle", "machine-learning-engineer"),
        ("data sci", "data-scientist"),
        ("pmm", "product-marketing-manager"),
        ("tpm", "technical-program-manager"),
        ("devops", "site-reliability-engineer"),
        ("platform engineer", "infrastructure-engineer"),
        ("sales engineer", "solutions-engineer"),
        ("solutions architect", "solutions-engineer"),
        ("ui/ux designer", "product-designer"),
        ("sdet", "qa-engineer"),
        ("rev ops", "strategy-operations"),
        ("strategy & operations", "strategy-operations"),
        ("front-end developer", "frontend-engineer"),
        ("fullstack", "full-stack-engineer"),
        ("ios/android developer", "mobile-engineer"),
        ("a software engineer's pay", "software-engineer"),
        ("node.js developer", "backend-engineer"),
        ("software engineer in test", "qa-engineer"),
    ],
)
def test_everyday_names(text: str, role: str) -> None:
    assert said(text) == [(role,)]


def test_longest_name_wins() -> None:
    assert said("product marketing manager") == [("product-marketing-manager",)]
    assert said("technical program manager") == [("technical-program-manager",)]


def test_pm_is_ambiguous_and_an_hour_is_not() -> None:
    assert said("pm austin")[0] == ("product-manager", "project-manager", "technical-program-manager")
    assert said("what do PMs make in Austin")[0][0] == "product-manager"
    assert said("call me at 5 PM") == []
    assert said("call me at 5:30 pm") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "I am happy with the offer",
        "tell them I want more",
        "de facto standard",
        "the recruiter asked about my expectations",
        "HR told me the band is fixed",
        "they pay $50/hr",
        "AM I UNDERPAID",
    ],
)
def test_ordinary_english_names_no_role(sentence: str) -> None:
    assert said(sentence) == []


def test_short_forms_count_in_a_command_or_in_capitals() -> None:
    assert said("am chicago", terse=True) == [("account-manager",)]
    assert said("what does an AM make in Chicago") == [("account-manager",)]
    assert said("ds nyc", terse=True) == [("data-scientist",)]
    assert said("se nyc", terse=True) == [("solutions-engineer", "software-engineer")]


def test_recruiter_is_a_role_where_a_job_is_named() -> None:
    assert said("am I underpaid as a recruiter?") == [("recruiter",)]
    assert said("senior recruiter in Denver") == [("recruiter",)]
    assert said("recruiter salary in Denver") == [("recruiter",)]


def test_a_recruiter_who_asks_is_a_person() -> None:
    assert said("recruiter asked for my salary") == []
    assert said("what do I say to a recruiter") == []
    assert said("what do recruiters make in Denver") == [("recruiter",)]


def test_words_for_something_near_score_less_than_the_very_name() -> None:
    (near,) = roles.mentions(tokens("copywriter"))
    (exact,) = roles.mentions(tokens("content marketer"))
    assert (near.ids, exact.ids) == (("content-marketer",), ("content-marketer",))
    assert near.score < exact.score == 100


def test_a_head_leaves_its_kind_to_the_word_before_it() -> None:
    assert roles.heads("engineers")
    assert not roles.heads("swe")


@pytest.mark.parametrize(
    ("typo", "role"),
    [
        ("softwear enginer", "software-engineer"),
        ("data scientst", "data-scientist"),
        ("prodcut manager", "product-manager"),
        ("machne lerning engineer", "machine-learning-engineer"),
        ("acount exec", "account-executive"),
        ("enginer software", "software-engineer"),
    ],
)
def test_typos_are_corrected_best_first(typo: str, role: str) -> None:
    guesses = roles.correct(typo)
    assert guesses[0][0] == role
    assert [s for _, s in guesses] == sorted((s for _, s in guesses), reverse=True)


@pytest.mark.parametrize("text", ["", "am", "austin", "seattle", "counter", "what is this thing about then"])
def test_other_words_are_not_corrected_into_roles(text: str) -> None:
    assert roles.correct(text) == []


def test_completion_offers_what_starts_so_first_and_at_most_the_limit() -> None:
    assert roles.complete("soft")[0].value == "software-engineer"
    assert roles.complete("dev")[0].value == "software-engineer"
    assert roles.complete("pmm")[0].value == "product-marketing-manager"
    assert roles.complete("Product M")[0].label == "Product Manager"
    assert roles.complete("enginer manger")[0].value == "engineering-manager"
    assert len(roles.complete("")) == 25
    assert len(roles.complete("e", limit=3)) == 3


@given(st.text())
def test_anything_is_read_without_raising(text: str) -> None:
    for terse in (False, True):
        for mention in roles.mentions(tokens(text), terse=terse):
            assert set(mention.ids) <= roles.roles().keys()
    roles.correct(text)
    assert len({c.value for c in roles.complete(text)}) == len(roles.complete(text))


@pytest.mark.parametrize("part", ["software ", "a", "senior staff ", "pm 5 ", "the a an my "])
def test_a_megabyte_is_read_in_linear_time(part: str) -> None:
    text = part * (1_000_000 // len(part))
    words = tokens(text)
    start = time.process_time()
    roles.mentions(words)
    roles.correct(text)
    roles.complete(text)
    assert time.process_time() - start < 5
