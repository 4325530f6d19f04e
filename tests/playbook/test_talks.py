"""Pay talks with the six points a coach would give, in the order of the score.

The offer is 180,000 base with 20,000 sign-on and 100,000 equity; 200,000 is the median, and the aim.
"""

from __future__ import annotations

import pytest

from bot.playbook.drill import Opening
from bot.playbook.lines import read
from bot.playbook.practice import stop
from bot.playbook.score import score

from .test_practice import talk, terms

Six = tuple[int, int, int, int, int, int]  # anchor, evidence, one ask, no present salary, silence, close
TALKS: list[tuple[Opening, tuple[str, ...], Six]] = [
    ("offer_call", ("If you can do 200 I'll sign today",), (2, 0, 2, 2, 2, 2)),
    ("offer_call", ("Could you do 200k base and 30k sign-on?",), (2, 0, 1, 2, 2, 0)),
    ("offer_call", ("200k and a title bump, please",), (2, 0, 1, 2, 2, 0)),
    ("offer_call", ("I'd like 200k, plus 5 more days of vacation",), (2, 0, 1, 2, 2, 0)),
    ("offer_call", ("Could you do 200 on base and 130 on equity?",), (2, 0, 1, 2, 2, 0)),
    ("offer_call", ("My ask is 200k and working from home two days",), (2, 0, 1, 2, 2, 0)),
    ("offer_call", ("I'm asking for 200k and I'd want to start in June",), (2, 0, 1, 2, 2, 0)),
    (
        "offer_call",
        (
            "The median is 200k and I built a triage bot that cut ticket time by 40%. My ask is 200k.",
            "...",
        ),
        (2, 2, 2, 2, 2, 0),
    ),
    ("offer_call", ("I'm at 150 now, so 200 would be great",), (1, 0, 2, 0, 2, 0)),
    ("offer_call", ("Would 200k be possible? If so I'm in.",), (2, 0, 2, 2, 2, 2)),
    ("offer_call", ("200k would be great, or whatever you can do",), (2, 0, 2, 2, 0, 0)),
    ("offer_call", ("Get me to 200k and we have a deal.",), (2, 0, 2, 2, 2, 2)),
    (
        "offer_call",
        (
            "Make it 200k and I'll sign tomorrow.",
            "...",
        ),
        (2, 0, 2, 2, 2, 2),
    ),
    (
        "offer_call",
        (
            "I'm asking for 200k.",
            "195k then?",
        ),
        (2, 0, 2, 2, 0, 0),
    ),
    ("offer_call", ("Could you add 15k sign-on and a few more RSUs?",), (0, 0, 1, 2, 2, 0)),
    (
        "offer_call",
        (
            "200k. I rebuilt the billing system and cut failed payments by 30%.",
            "Send me the updated letter with that and I'm done.",
        ),
        (2, 2, 2, 2, 2, 2),
    ),
    ("offer_call", ("With 200k base I'd happily accept today.",), (2, 0, 2, 2, 2, 2)),
    ("offer_call", ("I'd say yes right now at 200k",), (2, 0, 2, 2, 2, 2)),
    (
        "fixed_band",
        (
            "If base is fixed, could we do a 40k sign-on instead?",
            "...",
        ),
        (2, 0, 2, 2, 2, 0),
    ),
    (
        "first_call",
        (
            "What's the range for this role?",
            "I'm looking for 200 to 230k, based on public postings.",
        ),
        (2, 1, 2, 2, 2, 0),
    ),
    ("present_pay", ("I'd rather talk about what the role pays. I'm targeting 200k.",), (2, 0, 2, 2, 2, 0)),
    (
        "deadline",
        ("I can decide by Friday if we settle the base. My number is 200k. Can we get there?",),
        (2, 0, 2, 2, 2, 2),
    ),
    (
        "others",
        (
            "I ran a team of 6 and we shipped it in half the time. 200k is what I'm asking for.",
            "...",
        ),
        (2, 2, 2, 2, 2, 0),
    ),
    ("offer_call", ("Thank you, that sounds good, I accept.",), (0, 0, 0, 2, 0, 0)),
    (
        "offer_call",
        (
            "200k",
            "Thank you, but at this number I have to pass.",
        ),
        (2, 0, 2, 2, 2, 2),
    ),
    (
        "offer_call",
        ("Can we do 200k? I know it's a lot and I understand if not, I just thought I would ask.",),
        (2, 0, 2, 2, 0, 0),
    ),
    ("offer_call", ("I'm asking for 200k. Sign-on can stay as it is.",), (2, 0, 2, 2, 1, 0)),
    ("offer_call", ("200k base, and the sign-on stays at 20k, and I'll sign today.",), (2, 0, 2, 2, 2, 2)),
]
CROWDED = [
    ("Could you do 200 and a better title?", {"base", "title"}),
    ("200 plus a sign-on", {"base", "sign_on"}),
    ("I want 200k, four weeks off", {"base", "time_off"}),
    ("Can we do 200k and 4 weeks vacation?", {"base", "time_off"}),
    ("195 and 20k signing", {"base", "sign_on"}),
    ("I'd like 200k and a review in six months", {"base", "review"}),
    ("200k; also a 15% bonus", {"base", "bonus"}),
    ("Could you raise base and add a sign-on?", {"base", "sign_on"}),
    ("Can you do 200, and also bump the equity?", {"base", "equity"}),
    ("I'd like 200k and to work from home Fridays", {"base", "remote"}),
    ("Is 200 possible, along with a signing bonus?", {"base", "sign_on"}),
    ("Base of 200k and 10% more equity", {"base", "equity"}),
    ("200k. Also 10 more days of vacation.", {"base", "time_off"}),
    ("I want 200k. And a sign-on.", {"base", "sign_on"}),
    ("Can I get 200k and a later start?", {"base", "start"}),
    ("Could you do 200k or a 30k sign-on?", {"base", "sign_on"}),
]
SINGLE = [
    "Could you get the base to 200k? The equity is fine.",
    "the sign-on is fine, but base should be 200k",
    "200k base, and the sign-on stays at 20k",
    "200k and I'll sign today",
    "200k and send it in writing please",
    "I'm asking for 200k instead of 180k",
    "I love the team and want 200k",
    "With 200k I would not need more equity",
]


@pytest.mark.parametrize(("opening", "lines", "six"), TALKS, ids=lambda each: str(each)[:40])
def test_a_talk_gets_the_points_a_coach_would_give(
    opening: Opening, lines: tuple[str, ...], six: Six
) -> None:
    points = score(stop(talk(*lines, opening=opening))).points
    assert {each.name: each.won for each in points} == dict(
        zip((each.name for each in points), six, strict=True)
    )


@pytest.mark.parametrize(("text", "levers"), CROWDED)
def test_two_things_in_one_breath_are_two(text: str, levers: set[str]) -> None:
    found = read(text, terms(), 180_000.0)
    assert set(found.levers) == levers
    assert found.low in (None, 195_000, 200_000)


@pytest.mark.parametrize("text", SINGLE)
def test_one_thing_is_one(text: str) -> None:
    found = read(text, terms(), 180_000.0)
    assert (found.levers, found.low) == (("base",), 200_000)


@pytest.mark.parametrize(
    "text",
    [
        "If you can do 200 I'll sign today",
        "Get me to 200k and we have a deal.",
        "With 200k base I'd happily accept today.",
        "I'd say yes right now at 200k",
        "Make it 200k and I'll join",
        "At 200k I'm happy to sign",
        "200k and I'll put my name on it",
    ],
)
def test_a_yes_tied_to_the_number_is_a_close(text: str) -> None:
    points = {each.name: each for each in score(stop(talk(text))).points}
    assert (points["close"].won, points["close"].why) == (2, "tied")
    assert points["silence"].won == 2
