"""What a draft's number is held against, and which words are a draft."""

from __future__ import annotations

import pytest

from bot.commands.check import CheckFacts
from bot.commands.check_draft import is_draft, is_english
from bot.turn import Reply
from tests.conftest import Say

YEARLY = "/offer Software Engineer at Glean, San Francisco, base 180k"


def facts(reply: Reply) -> CheckFacts:
    assert isinstance(reply.facts, CheckFacts)
    return reply.facts


def test_an_hourly_number_is_not_held_against_a_years_pay(say: Say) -> None:
    say(YEARLY)
    reply = say("/check Hi Jules, thanks. My usual rate is $110/hr. If you can do 105 I'd sign today. Nico")
    assert facts(reply).quote is None
    assert [each.high for each in facts(reply).asks] == [105]
    assert reply.file is not None
    assert "105" in reply.file.content
    assert "a year" not in reply.file.content
    yearly = say("/check Hi Jules, thank you for the offer. Could you do 205k? Nico")
    assert facts(yearly).quote is not None


@pytest.mark.parametrize(
    "text",
    [
        "Dana, I'm worth more than 108. Everybody knows managers get 130 in Chicago. 130 or I'm gone. T.",
        "I need 98k and that is all I have to say about it.",
    ],
)
def test_a_curt_demand_is_a_draft(text: str) -> None:
    assert is_english(text)
    assert is_draft(text)


def test_chat_marks_are_named_and_go(say: Say) -> None:
    reply = say("/check Hi Lena, thank you so much for the offer! Could you get the base to 61k? xx Mia")
    assert "chatty" in [each.kind for each in facts(reply).findings]
    assert "**Chat marks**: “xx”" in reply.text
    assert reply.file is not None
    assert reply.file.content.endswith("Could you get the base to 61k? Mia")
    assert "friend" in say("why?").text


def test_time_beside_an_ask_has_words_of_its_own(say: Say) -> None:
    reply = say("/check Hi Raj, thanks for the offer. Could you do 128k? And some more time to decide. Bea")
    assert ("several_asks", "time") in [(each.kind, each.why) for each in facts(reply).findings]
    assert "a message of its own" in reply.text
