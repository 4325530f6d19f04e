from __future__ import annotations

import pytest

from bot.playbook.retold import bullet, in_first_person
from bot.playbook.sentences import sentences


@pytest.mark.parametrize(
    ("said", "parted"),
    [
        ("Month end close. built a macro", ("Month end close: built a macro",)),
        (
            "Month end close: I built a macro. It saved 5 days",
            ("Month end close: I built a macro", "It saved 5 days"),
        ),
        ("built a bot. it saved time", ("built a bot", "it saved time")),
        ("cut it by approx. half, e.g. on fridays", ("cut it by approx. half, e.g. on fridays",)),
        ("Errors fell. Built a macro", ("Errors fell", "Built a macro")),
        ("Built a bot. wrote the docs", ("Built a bot", "wrote the docs")),
    ],
)
def test_a_heading_goes_with_what_stands_under_it(said: str, parted: tuple[str, ...]) -> None:
    assert sentences(said) == parted


def test_a_heading_stays_before_the_verb_in_every_form() -> None:
    said = "Month end close. built a macro with chatgpt help"
    assert bullet(said) == "Month end close: built a macro with chatgpt help"
    assert in_first_person(said) == "Month end close: I built a macro with chatgpt help"
    assert bullet("Month end close. I built a macro") == "Month end close: built a macro"


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("an email scoring tool with Claude", "Email scoring tool with Claude"),
        ("a playbook for NDA review", "Playbook for NDA review"),
        ("The ward is calmer now", "The ward is calmer now"),
    ],
)
def test_a_line_of_a_resume_begins_with_no_article(said: str, line: str) -> None:
    assert bullet(said) == line
