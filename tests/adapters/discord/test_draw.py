"""Replies as Discord messages, within every limit."""

from __future__ import annotations

import asyncio

from adapters.discord.draw import Drawn, clicked, draw, files, form_asked, modal, view
from bot.turn import Action, Button, Chart, Choice, Clicked, Field, File, Form, Reply, Select

from .schema import beyond


def drawn(*actions: Action) -> Drawn:
    return draw(Reply(text="A", intent="other", actions=actions))[-1]


def test_buttons_share_rows_of_five_and_a_select_has_its_own() -> None:
    buttons = [Button(f"B{n}", "act", str(n)) for n in range(7)]
    rows = drawn(*buttons[:6], Select("Which?", "pick", (Choice("One", "1"),)), buttons[6]).rows
    assert [len(row) for row in rows] == [5, 1, 1, 1]
    assert rows[2][0].choices


def test_what_passes_five_rows_is_left_out() -> None:
    rows = drawn(*[Button(f"B{n}", "act", str(n)) for n in range(60)]).rows
    assert [len(row) for row in rows] == [5] * 5


def test_an_action_discord_cannot_carry_is_left_out() -> None:
    rows = drawn(
        Button("Fine", "act"), Button("Twin", "act"), Button("Long", "act", "v" * 100), Button(" ", "blank"),
        Select("Empty", "pick", ()), Select("Long", "pick", (Choice("Long", "v" * 101),)),
    ).rows  # fmt: skip
    assert [key.label for row in rows for key in row] == ["Fine"]


def test_a_select_keeps_25_choices_each_value_once() -> None:
    choices = tuple(Choice("L" * 200, str(n // 2)) for n in range(100))
    kept = drawn(Select("P" * 200, "pick", choices)).rows[0][0]
    assert len(kept.choices) == 25
    assert len({choice.value for choice in kept.choices}) == 25
    assert all(len(choice.label) == 100 for choice in kept.choices)
    assert len(kept.label) == 150


def test_an_action_comes_back_as_it_went() -> None:
    for value in ("", "staff", "a|b|c", "p|x", "é"):
        key = drawn(Button("B", "median.level", value)).rows[0][0]
        assert clicked(key.id) == Clicked("median.level", value)
    assert clicked("somebody-elses") is None
    assert form_asked("somebody-elses") is None


def test_a_long_answer_takes_five_messages_and_hands_over_the_whole_as_a_file() -> None:
    text = "\n\n".join("word " * 380 for _ in range(9))
    messages = draw(Reply(text=text, intent="other", file=File("letter.txt", "Dear team")))
    assert len(messages) == 5
    assert [file.name for file in messages[-1].files] == ["answer.md", "letter.txt"]
    assert messages[-1].files[0].content.decode() == text
    assert all(not message.files and not message.rows for message in messages[:-1])


def test_files_have_plain_names_and_charts_say_what_they_show() -> None:
    reply = Reply(
        text="", intent="other",
        chart=Chart(b"png", "Pay from p10 to p90", {"p50": 1.0}),
        file=File("../../ @here\n.txt", "Dear team"),
    )  # fmt: skip
    message = draw(reply)[0]
    assert [file.name for file in message.files] == ["chart.png", "here-.txt"]
    assert files(message.files)[0].description == "Pay from p10 to p90"


def test_an_empty_answer_still_says_something() -> None:
    assert "/help" in draw(Reply(text=" \n ", intent="other"))[0].content


def test_a_form_keeps_to_the_limits_of_a_modal() -> None:
    fields = tuple(Field(f"f{n}", "L" * 90, placeholder="P" * 150, max_length=9000) for n in range(8))

    async def made() -> dict[str, object]:
        return modal(Form("offer", "T" * 90, fields)).to_dict()

    payload = asyncio.run(made())
    components = payload["components"]
    assert isinstance(components, list)
    assert len(components) == 5
    assert len(str(payload["title"])) == 45
    assert all(len(row["label"]) <= 45 and row["component"]["max_length"] == 4000 for row in components)
    assert all(len(row["component"]["placeholder"]) == 100 for row in components)


async def test_a_view_is_what_discord_takes_and_nothing_waits_for_it() -> None:
    message = drawn(
        *[Button("B" * 100, "act", str(n), primary=n == 0) for n in range(4)],
        Select("", "pick", (Choice("One", "1"),)),
    )
    made = view(message.rows)
    assert made.is_finished()
    payload = made.to_components()
    beyond({"components": payload})
    assert payload[0]["components"][0]["style"] == 1
    assert payload[0]["components"][1]["style"] == 2
    assert all(len(button["label"]) <= 80 for button in payload[0]["components"])
