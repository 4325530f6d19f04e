"""Present pay in forty-nine wordings: what a letter leaves out, a check marks and a practice talk hears."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.playbook.check.reading import look
from bot.playbook.check.shapes import Known
from bot.understand.own_pay import own_pay
from bot.understand.told import names_pay, read

OWN = [
    "I built a bot that saved $2M. Today I get 170k.",
    "I grew revenue from 2M to 5M; previously at 165k.",
    "I cut costs by 30%, and I'm at 170k now.",
    "I reduced churn by 12% while I was on 165k.",
    "I pull in 150k a year at the moment.",
    "I built search and my package was 165k.",
    "I make 170k.",
    "I currently make $170,000.",
    "I am making 170k right now.",
    "I earn 165k at Globex.",
    "I earned $160,000 last year.",
    "I'm on 165k.",
    "I’m on £85,000.",
    "I am at 170k base.",
    "I was on 165k before.",
    "I take home 150k.",
    "I bring home about 150k.",
    "My salary is 143,000.",
    "My current salary is $143,000.",
    "My base is 150k.",
    "My pay is roughly 150k.",
    "My total comp is 210k.",
    "My package is $190,000.",
    "My current employer pays me 150k.",
    "Globex pays me 150k.",
    "They paid me $140,000 there.",
    "My last job paid 140k.",
    "My previous base was 140k.",
    "Right now I get 170k.",
    "Currently I am paid $165,000.",
    "Presently at 165k.",
    "At the moment I earn 165k.",
    "These days I make around 180k.",
    "I shipped search, and I make 180k.",
    "I led a team of 8 and currently earn 190k.",
    "I saved the company $400k, but I'm on 150k.",
    "I saved $1M in fraud; my salary is 150k.",
    "I get paid $85 an hour.",
    "I gross 155k.",
    "I draw 155k a year today.",
    "They pay me 150k.",
    "Globex is paying me 150k.",
    "My job gives me 150k.",
    "My current OTE is $170,000.",
    "Current CTC 18 LPA.",
    "Current CTC: 18 LPA, expected CTC 25 LPA.",
    "My present package is 24 LPA.",
    "Now I have 18 LPA and I expect 26 LPA.",
    "I'm on 140 now.",
]
OTHERS = [
    "I built a bot that saved $400k a year.",
    "I closed a $400k deal with one client.",
    "I grew revenue from 2M to 5M.",
    "I cut cloud spend by $300k in two quarters.",
    "I automated 10,000 tickets a month.",
    "We raised $3M for the food bank.",
    "I currently have 500k users on it.",
    "Now I have a budget of $400k a year.",
]
WISHES = [
    "I would like a base of 215k.",
    "Can you match 215k?",
    "I am asking for 215k base.",
    "If you can get to 215k, I sign today.",
    "The median for this role is $208,000.",
    "Your offer of 190k is below the market.",
    "Pay me 120k or find someone else.",
    "I need you to pay me 130k.",
    "Give me 160k or I go to your competitor.",
    "IBM gave me 230k base.",
    "Would you consider paying me 150k?",
    "Expected CTC: 25 LPA.",
    "Could you bring the OTE to $190,000?",
]


@pytest.mark.parametrize("said", OWN)
def test_present_pay_is_heard_by_all_who_read_it(said: str) -> None:
    assert own_pay(said)
    assert names_pay(said)
    assert read(said).left_out
    assert {"present_salary", "raise_is_enough"} & look(f"Hi Sam,\n\n{said}\n", Known()).kinds


@pytest.mark.parametrize("said", OTHERS)
def test_money_of_the_work_is_no_pay(said: str) -> None:
    assert not own_pay(said)
    assert not names_pay(said)


@pytest.mark.parametrize("said", WISHES)
def test_what_is_asked_for_is_no_pay(said: str) -> None:
    assert not own_pay(said)
    assert "present_salary" not in look(f"Hi Sam,\n\n{said}\n", Known()).kinds


@given(st.text(max_size=300))
def test_spans_lie_in_the_text(said: str) -> None:
    assert all(0 <= start < end <= len(said) for start, end in own_pay(said))


@pytest.mark.parametrize(
    "text",
    [
        "Kindly increase my CTC to 20 LPA",
        "please raise my current salary to 200k",
        "I request you to revise my current package to 18 LPA",
    ],
)
def test_pay_to_be_raised_to_a_sum_is_no_sum_of_today(text: str) -> None:
    assert own_pay(text) == ()


def test_the_pay_it_is_raised_from_is_one() -> None:
    text = "my current base is 150k, please raise it to 180k"
    assert [text[start:end] for start, end in own_pay(text)] == ["150k"]
