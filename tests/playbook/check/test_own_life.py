"""What is no reason to an employer: the writer's life, what others earn, marks of chats."""

from __future__ import annotations

import pytest

from bot.playbook.check.reading import check, look
from bot.playbook.check.shapes import Checked, Known

from .marked import LINES


def checked(said: str) -> Checked:
    return check(f"Hi Tom, thank you for the offer. {said}", Known(), LINES)


@pytest.mark.parametrize(
    ("said", "gone"),
    [
        ("As a single mother of 42 I need more security. I'd like 98k.", "mother"),
        ("Rents in Munich are very high and I have two children. I'd like 98k.", "Rents"),
        ("I have 7 years of nursing and my father is ill. I'd like 98k.", "father"),
        ("My home loan EMI is 40,000 a month, so kindly make it 98k.", "EMI"),
        ("My parents are dependent on me, so I'd like 98k.", "parents"),
        ("Due to family circumstances I need at least 98k.", "family"),
        ("My commute costs me $400 a month. I'd like 98k.", "commute"),
        ("I'm 52 years old and at my age I need stability. Could you go to 98k?", "52"),
        ("I'm pregnant and will need more money. Could you go to 98k?", "pregnant"),
        ("I talked with my wife and it is low with the baby coming, could you do 98k?", "wife"),
        ("I am the sole earner of my family. I'd like 98k.", "sole"),
        ("My wife doesn't work at the moment. I'd like 98k.", "wife"),
    ],
)
def test_family_and_costs_are_named_and_go(said: str, gone: str) -> None:
    found = checked(said)
    assert "personal_need" in found.looked.kinds
    assert gone not in found.improved
    assert "98k" in found.improved
    assert "[GAP: your number" not in found.improved


def test_work_told_in_the_same_sentence_stays() -> None:
    better = checked("I have 7 years of nursing and my father is ill. I'd like 98k.").improved
    assert "I have 7 years of nursing." in better


@pytest.mark.parametrize(
    "said",
    [
        "I work with two young children each day. Could you get to 68k? Your posting says 62k to 70k.",
        "I led a ward of children with chronic illness. Could you get to 68k? Your posting says 70k.",
        "I taught 28 kids a year. Could you get to 68k? Your posting says 62k to 70k.",
    ],
)
def test_work_with_children_is_work(said: str) -> None:
    assert "personal_need" not in checked(said).looked.kinds


@pytest.mark.parametrize(
    "said",
    [
        "My colleague gets $86k and I think it's unfair. I'd like 98k.",
        "I know a guy in your team makes 110k so I want 98k.",
        "I know my mate Dave who's on your data team is on £66k. I'd like 98k.",
        "A friend of mine at your company earns 104k. I'd like 98k.",
        "Someone on your team told me she gets 104k. I'd like 98k.",
        "People in the office make 104k. I'd like 98k.",
    ],
)
def test_what_others_earn_is_named_and_goes(said: str) -> None:
    found = checked(said)
    assert "peers" in found.looked.kinds
    assert not any(each in found.improved for each in ("86k", "110k", "66k", "104k", "unfair"))
    assert "98k" in found.improved


@pytest.mark.parametrize(
    "said",
    [
        "The team told me that they make 30 releases a day. Could you get to 165k? The posted range is 170k.",
        "I led 14 people who make 200 designs a week. Could you get to 135k? The median is 133k.",
        "I grew rent collections from 91% to 98%. Could you do 76k? The median in Austin is 74k.",
        "I set up a clinic for single mothers. Could you do 238k? The posted band goes to 245k.",
    ],
)
def test_counts_of_work_are_no_pay_of_others_and_no_life_of_ones_own(said: str) -> None:
    assert checked(said).looked.findings == ()


@pytest.mark.parametrize(
    ("said", "purpose"),
    [
        ("I will read the letter with care and answer by Thursday.", "time"),
        ("I have decided to take another role closer to home. I wish the team well.", "decline"),
    ],
)
def test_an_answer_that_asks_for_nothing_gets_no_ask(said: str, purpose: str) -> None:
    found = checked(said)
    assert found.looked.purpose == purpose
    assert found.looked.findings == ()


@pytest.mark.parametrize("mark", ["xx", "xoxo", "lol", "haha"])
def test_marks_of_chats_go(mark: str) -> None:
    found = checked(f"Could you do 61k? The median here is 60k. {mark} mia")
    assert "chatty" in found.looked.kinds
    assert found.improved.endswith("The median here is 60k. mia")


@pytest.mark.parametrize("word", ["Max", "XX-12", "Lola", "hex"])
def test_names_are_no_marks_of_chats(word: str) -> None:
    assert "chatty" not in checked(f"Could you do 61k, {word}? The median is 60k.").looked.kinds


def test_beside_work_told_no_gap_for_work_is_left() -> None:
    found = checked(
        "Given that I am an AI-native engineer, I'd like 180,000 base. "
        "I also built an agent which triages 400 bugs a week. Thanks, Omar"
    )
    assert "buzzwords" in found.looked.kinds
    assert "AI-native" not in found.improved
    assert LINES.work not in found.improved
    assert "triages 400 bugs" in found.improved


def test_a_raise_is_no_reason_to_accept() -> None:
    found = checked("150k is 25% more than what I make today at Dell, so yes I'd love to accept.")
    assert {"present_salary", "raise_is_enough", "accepts_early", "no_ask"} <= found.looked.kinds
    assert not any(each in found.improved for each in ("150k", "25%", "Dell", "accept"))
    assert checked("I'd love to accept.").looked.purpose == "accept"


def test_staying_where_one_is_as_a_threat_is_an_ultimatum() -> None:
    threat = "Thank you for the offer. Could you do 140k? Otherwise I'll stay at the agency."
    assert "ultimatum" in look(threat, Known()).kinds
    plain = (
        "Thank you for the offer. Could you do 140k? I would stay at the office till seven on launch days."
    )
    assert "ultimatum" not in look(plain, Known()).kinds
