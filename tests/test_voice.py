from __future__ import annotations

import re
from pathlib import Path

import jinja2
import pytest

from bot import voice
from bot.voice import count, day, defuse, inert, money, percent, price, render

HOSTILE = "<!channel> @everyone **bold** [x](http://evil.example) `code` www.evil.example \x1b[31m\u202e"


def test_money_is_whole_and_grouped() -> None:
    assert money(207_750.4) == "$207,750"
    assert money(-1500) == "-$1,500"
    assert money(85_000, "GBP") == "£85,000"
    assert money(120_000, "CHF") == "CHF 120,000"


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        (999, "₹999"),
        (99_999, "₹99,999"),
        (100_000, "₹1,00,000"),
        (2_400_000, "₹24,00,000"),
        (-12_345_678, "-₹1,23,45,678"),
    ],
)
def test_rupees_stand_in_lakhs_and_crores(amount: float, said: str) -> None:
    assert money(amount, "INR") == said


def test_percent_keeps_what_matters() -> None:
    assert [percent(p) for p in (15, 7.25, 0.05, 100)] == ["15%", "7.2%", "0.05%", "100%"]


def test_days_and_prices_are_said_as_people_say_them() -> None:
    assert day("2026-08-08") == "8 August 2026"
    assert price(1.5) == "$1.50"
    assert count(69_030) == "69,030"


def test_user_text_loses_mentions_links_and_format() -> None:
    shown = str(inert(HOSTILE))
    assert "<!" not in shown
    assert "@everyone" not in shown
    assert "://" not in shown
    assert not re.search(r"(?<!\\)[*`\[\]]", shown)
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_what_was_made_inert_is_not_escaped_twice() -> None:
    once = inert("a*b")
    assert inert(once) == once


def test_defused_text_reads_the_same() -> None:
    assert defuse("mail <me@example.org>").replace("\u2060", "") == "mail <me@example.org>"


def test_a_missing_variable_is_an_error_not_a_gap() -> None:
    with pytest.raises(jinja2.UndefinedError):
        render("too_long", length=3)


def test_every_template_compiles() -> None:
    folder = Path(voice._prompts())
    names = [path.name for path in folder.glob("*.j2")]
    assert len(names) > 15
    for name in names:
        voice._environment().get_template(name)


def test_template_syntax_in_user_text_is_text() -> None:
    assert "{{ 7 * 7 }}" in render("did_you_mean", said="{{ 7 * 7 }}", slot="role", choices=()).replace(
        "\\", ""
    )
