"""Markdown as Discord draws it."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.discord.markdown import inert, split

TABLE = """| Employer | Median | n |
|:--|--:|--:|
| **Stripe** | $208,000 | 41 |
| A \\| B | $90,000 | 5 |
"""


@pytest.mark.parametrize(
    "form",
    ["@everyone", "@here", "@Everyone", "<@123>", "<@!123>", "<@&5>", "<#1>", "<t:1700000000:R>",
     "</median:1>", "<:smile:1>", "<a:dance:1>", "<id:customize>"],
)  # fmt: skip
def test_nothing_discord_would_act_on_survives(form: str) -> None:
    assert form not in inert(f"before {form} after")
    assert form not in "".join(split(f"before {form} after\n\n```\n{form}\n```\n\n| a |\n|--|\n| {form} |"))
    assert inert(f"x {form}").replace("\u200b", "") == f"x {form}"


def test_what_means_nothing_to_discord_is_left_as_it_is() -> None:
    text = (
        "ann@example.com, < 5% and > 3, **bold** *it* `code` [a](https://example.com)\n- one\n- two\n> quoted"
    )
    assert split(text) == [text]


def test_a_table_becomes_an_aligned_block_of_plain_words() -> None:
    assert split(TABLE) == [
        "```\n"
        "Employer    Median   n\n"
        "--------  --------  --\n"
        "Stripe    $208,000  41\n"
        "A | B      $90,000   5\n"
        "```"
    ]  # fmt: skip


def test_a_table_too_wide_for_a_screen_becomes_a_list() -> None:
    wide = "| Lever | Why it works |\n|---|---|\n| Sign-on | " + "long words " * 8 + "|\n| Level | |"
    assert split(wide) == ["- **Sign-on**: " + ("long words " * 8).strip() + "\n- **Level**"]
    three = "| Lever | Size | Why it works |\n|---|---|---|\n| Sign-on | 20k | " + "long words " * 8 + "|"
    assert split(three) == ["- **Sign-on**: Size: 20k · Why it works: " + ("long words " * 8).strip()]


def test_a_line_with_a_pipe_is_no_table() -> None:
    assert split("a | b\nc | d") == ["a | b\nc | d"]


def test_deep_headings_and_rules_degrade() -> None:
    assert split("# One\n#### Four **deep**\n---\nend") == ["# One\n**Four deep**\n\nend"]


def test_text_is_cut_between_paragraphs() -> None:
    first, second = "a" * 1500, "b" * 1500
    assert split(f"{first}\n\n{second}") == [first, second]


def test_a_code_block_that_fits_stays_whole() -> None:
    letter = "```\n" + "Dear team,\n" * 100 + "```"
    messages = split("x " * 700 + "\n\n" + letter)
    assert len(messages) == 2
    assert messages[1] == letter


def test_a_code_block_too_long_is_closed_and_reopened() -> None:
    lines = [f"    line {number}" for number in range(400)]
    messages = split("```text\n" + "\n".join(lines) + "\n```")
    assert len(messages) > 2
    assert all(m.startswith("```text\n") and m.endswith("\n```") and len(m) <= 2000 for m in messages)
    inner = [m.removeprefix("```text\n").removesuffix("\n```") for m in messages]
    assert "\n".join(inner).split("\n") == lines


def test_an_unclosed_block_is_closed() -> None:
    assert split("```\nbase 180k") == ["```\nbase 180k\n```"]


def test_a_fence_within_a_block_does_not_end_it() -> None:
    assert split("````\na\n```\nb\n````") == ["```\na\n``\u200b`\nb\n```"]


@given(
    st.text(alphabet=st.sampled_from("ab \n`~|-*#\\@<>:_1é🙂") | st.characters(), max_size=400),
    st.integers(40, 120),
)
def test_every_message_keeps_to_the_limit_whatever_the_text(text: str, limit: int) -> None:
    messages = split(text, limit)
    assert all(0 < len(message) <= limit and message.strip() for message in messages)
    assert all(message.count("```") % 2 == 0 for message in messages if message.startswith("```"))


@given(
    st.lists(
        st.sampled_from(["@everyone", "@here", "<@1>", "<#1>", "<t:1>", "```", "|", "|-|", "\n", "\\", "`"])
    )
)
def test_no_arrangement_of_marks_brings_a_mention_back(parts: list[str]) -> None:
    whole = "\n".join(split("".join(parts), 60))
    assert not re.search(r"@everyone|@here|<[@#]|<t:", whole)


@pytest.mark.parametrize(
    "unit", ["|", "`", "#", "\\", "<", "*", "- ", "|-", "| a |\n|--|\n", "```\n", "a ", "\n"]
)
def test_hostile_text_takes_linear_time(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    begun = time.process_time()
    split(text)
    assert time.process_time() - begun < 2.0
