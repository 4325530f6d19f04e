"""People in a virtual Discord: commands, forms, buttons, direct messages, and things going wrong."""

from __future__ import annotations

import logging
import time
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import discord
import pytest

from adapters.discord.client import make_client
from adapters.discord.tree import CRITIQUE
from bot.turn import (
    Button,
    Chart,
    Choice,
    Clicked,
    File,
    Form,
    Invoked,
    Reply,
    Said,
    Select,
    Submitted,
    Turn,
    Uploaded,
)

from .conftest import SETTINGS, Room
from .schema import check
from .scripted import OFFER_FORM, Scripted

CANARY = "canary-41782"


async def slow(room: Room, engine: Scripted) -> None:
    """Let every answer from here on take longer than the client waits before it defers."""
    engine.seconds = 0.1
    await room.env.restart_bot(make_client(engine, SETTINGS, patience=0.0))


def first_response(room: Room) -> dict[str, Any]:
    """The last interaction's first response, as it was sent."""
    sent = [r.json for r in room.env.http_requests if r.path.endswith("/callback")]
    return dict(sent[-1])


def says(text: str, **more: Any) -> Any:
    return lambda _: Reply(text=text, intent="other", **more)


async def test_a_slash_command_is_answered_for_the_asker_alone(room: Room, engine: Scripted) -> None:
    engine.answer = says("**$207,750 a year**")
    result = await room.person.slash(
        room.channel, "median", **{"role": "software-engineer", "ai": True, "per-hour": False}
    )
    assert result.ephemeral
    assert not result.deferred
    assert result.response.content == "**$207,750 a year**"
    turn = engine.turns[0]
    assert turn.event == Invoked("median", options={"role": "software-engineer", "ai": "true"})
    assert turn.who.platform == "discord"
    assert turn.who.user == str(room.person.id)
    assert turn.who.workspace == ""
    assert turn.where == "channel"


async def test_the_engine_thinks_in_a_thread_of_its_own(room: Room, engine: Scripted) -> None:
    await room.person.slash(room.channel, "help")
    assert all(name.startswith("parley-discord") for name in engine.threads)


async def test_commands_come_from_the_declarations(simcord_env: Any) -> None:
    brought = next(r.json for r in simcord_env.http_requests if r.method == "PUT")
    commands = {command["name"]: command for command in brought}
    assert set(commands) == {"median", "offer", "counter", "help", CRITIQUE}
    options = {option["name"]: option for option in commands["median"]["options"]}
    assert commands["median"]["options"][0]["name"] == "role"
    assert options["role"]["required"]
    assert options["role"]["autocomplete"]
    assert options["ai"]["type"] == discord.AppCommandOptionType.boolean.value
    tone = commands["counter"]["options"][0]
    assert [choice["value"] for choice in tone["choices"]] == ["warm", "plain"]
    for command in commands.values():
        assert sorted(command["contexts"]) == [0, 1, 2]
        assert sorted(command["integration_types"]) == [0, 1]


async def test_commands_are_brought_to_discord_once(simcord_env: Any, engine: Scripted) -> None:
    def brought() -> int:
        return sum(r.method == "PUT" and r.path.endswith("/commands") for r in simcord_env.http_requests)

    assert brought() == 1
    await simcord_env.restart_bot(make_client(engine, SETTINGS))
    assert brought() == 1
    fewer = Scripted(engine.commands["help"])
    await simcord_env.restart_bot(make_client(fewer, SETTINGS))
    assert brought() == 2


async def test_serving_goes_on_when_the_commands_cannot_be_brought(
    simcord_env: Any, engine: Scripted
) -> None:
    simcord_env.inject_error("GET", "/applications/*/commands", status=500, times=None)
    await simcord_env.restart_bot(make_client(engine, SETTINGS))
    await simcord_env.create_user("ann").send_dm("hello")
    assert engine.turns[0].event == Said("hello")


async def test_completion_offers_at_most_25_choices_of_100_characters(room: Room, engine: Scripted) -> None:
    engine.completions = [Choice("x" * 150, f"id-{number}") for number in range(40)]
    engine.completions[1:1] = [Choice("long value", "v" * 101), Choice("", "empty"), Choice("twice", "id-0")]
    choices = await room.person.autocomplete(room.channel, "median", "role", "x")
    assert len(choices) == 25
    assert all(len(choice["name"]) <= 100 and len(choice["value"]) <= 100 for choice in choices)
    assert len({choice["value"] for choice in choices}) == 25


async def test_completion_that_fails_offers_nothing(room: Room) -> None:
    assert await room.person.autocomplete(room.channel, "median", "place", "San F") == []


async def test_a_form_opens_first_and_its_values_come_back_by_field(room: Room, engine: Scripted) -> None:
    engine.answer = lambda turn: Reply(
        text="Judged" if isinstance(turn.event, Submitted) else "Paste it",
        intent="offer",
        form=None if isinstance(turn.event, Submitted) else OFFER_FORM,
    )
    shown = await room.person.slash(room.channel, "offer")
    assert shown.modal["title"] == "Judge an offer"
    result = await room.person.submit_modal(shown, {"text": "Base $180,000", "floor": "170k"})
    assert result.ephemeral
    assert result.response.content == "Judged"
    assert engine.turns[-1].event == Submitted("offer", {"text": "Base $180,000", "floor": "170k"})


async def test_a_form_too_late_to_open_is_reached_by_a_button(room: Room, engine: Scripted) -> None:
    await slow(room, engine)
    engine.answer = says("Paste it", form=OFFER_FORM)
    late = await room.person.slash(room.channel, "offer")
    assert first_response(room)["type"] == 5
    answer = late.response
    shown = await room.person.click(answer, label="Fill it in")
    assert shown.modal["title"] == "Judge an offer"
    assert len(engine.turns) == 1


async def test_a_form_after_a_form_is_reached_by_a_button(room: Room, engine: Scripted) -> None:
    engine.answer = says("Once more", form=OFFER_FORM)
    shown = await room.person.slash(room.channel, "offer")
    again = await room.person.submit_modal(shown, {"text": "?"})
    assert again.modal is None
    assert again.response.content == "Once more"
    assert (await room.person.click(again.response, label="Fill it in")).modal is not None


async def test_a_form_nobody_declared_is_not_promised(room: Room, engine: Scripted) -> None:
    await slow(room, engine)
    engine.answer = says("Say it in words", form=Form("unknown", "Other", OFFER_FORM.fields))
    late = await room.person.slash(room.channel, "offer")
    assert late.response.components == []


async def test_a_button_brings_its_action_and_value_back(room: Room, engine: Scripted) -> None:
    engine.answer = says("A", actions=(Button("Staff", "median.level", "swe|staff"),))
    result = await room.person.slash(room.channel, "median", role="software-engineer")
    again = await room.person.click(result.response, label="Staff")
    assert engine.turns[-1].event == Clicked("median.level", "swe|staff")
    assert again.ephemeral
    assert result.response.content == "A"


async def test_a_choice_brings_its_value_back(room: Room, engine: Scripted) -> None:
    levels = tuple(Choice(f"Level {number}", f"l{number}") for number in range(40))
    engine.answer = says("A", actions=(Select("Level", "median.level", levels),))
    result = await room.person.slash(room.channel, "help")
    await room.person.select(result.response, ["l7"])
    assert engine.turns[-1].event == Clicked("median.level", "l7")


async def test_a_button_works_after_a_restart(room: Room, engine: Scripted) -> None:
    engine.answer = says("A", actions=(Button("Share", "median.share", "swe"),))
    result = await room.person.slash(room.channel, "help")
    answer = result.response
    later = Scripted(answer=says("Still here"))
    await room.env.restart_bot(make_client(later, SETTINGS))
    assert (await room.person.click(answer, label="Share")).response.content == "Still here"
    assert later.turns[0].event == Clicked("median.share", "swe")


async def test_a_form_open_during_a_restart_can_still_be_sent(room: Room, engine: Scripted) -> None:
    engine.answer = says("Paste it", form=OFFER_FORM)
    shown = await room.person.slash(room.channel, "offer")
    later = Scripted()
    await room.env.restart_bot(make_client(later, SETTINGS))
    await room.person.submit_modal(shown, {"text": "Base 1"})
    assert later.turns[0].event == Submitted("offer", {"text": "Base 1", "floor": ""})


async def test_nothing_of_an_answer_is_kept_for_its_buttons(room: Room, engine: Scripted) -> None:
    engine.answer = says("A", actions=(Button("Share", "median.share"),))
    for _ in range(3):
        await room.person.slash(room.channel, "help")
    assert room.env.bot.persistent_views == []
    assert not room.env.bot._connection._view_store._views


async def test_sharing_posts_for_everyone(room: Room, engine: Scripted) -> None:
    engine.answer = lambda turn: Reply(
        text="$207,750", intent="median", private=not isinstance(turn.event, Clicked),
        actions=(Button("Share", "median.share"),),
    )  # fmt: skip
    result = await room.person.slash(room.channel, "help")
    shared = await room.person.click(result.response, label="Share")
    assert result.ephemeral
    assert not shared.response.ephemeral
    assert room.channel.last_message.content == "$207,750"


@pytest.mark.parametrize("pressed", [False, True])
async def test_a_shared_answer_that_is_late_is_still_for_everyone(
    room: Room, engine: Scripted, pressed: bool
) -> None:
    engine.answer = says("$207,750", private=False, actions=(Button("Share", "median.share"),))
    if pressed:
        result = await room.person.slash(room.channel, "help")
        await slow(room, engine)
        late = await room.person.click(result.response, label="Share")
    else:
        await slow(room, engine)
        late = await room.person.slash(room.channel, "help")
    assert first_response(room)["type"] == (6 if pressed else 5)
    assert [f.content for f in late.followups if not f.ephemeral] == ["$207,750"]
    assert late.response is None or late.response.ephemeral or pressed


async def test_a_slow_answer_is_deferred_privately(room: Room, engine: Scripted) -> None:
    await slow(room, engine)
    engine.answer = says("Worth the wait")
    result = await room.person.slash(room.channel, "help")
    assert first_response(room) == {"type": 5, "data": {"flags": 64}}
    assert result.response.content == "Worth the wait"
    assert result.response.ephemeral


async def test_a_direct_message_is_answered_there(simcord_env: Any, engine: Scripted) -> None:
    engine.answer = says("Read", actions=(Button("Counter", "offer.counter"),))
    ann = simcord_env.create_user("ann")
    await ann.send_dm("They offered 180k")
    answer = ann.dm_channel.last_message
    assert answer.content == "Read"
    assert engine.turns[0].event == Said("They offered 180k")
    assert engine.turns[0].where == "dm"
    await ann.click(answer, label="Counter")
    assert engine.turns[1].event == Clicked("offer.counter", "")
    assert engine.turns[1].where == "dm"


async def test_a_long_paste_that_discord_made_a_file_is_read(simcord_env: Any, engine: Scripted) -> None:
    ann = simcord_env.create_user("ann")
    channel = ann.dm_channel
    stored = simcord_env.backend.store_attachments(channel.id, [("message.txt", b"Base 180k")])
    await ann.send_dm("", attachments=stored)
    event = engine.turns[0].event
    assert isinstance(event, Uploaded)
    assert (event.name, event.content) == ("message.txt", b"Base 180k")


async def test_what_is_written_in_a_group_is_not_read() -> None:
    engine = Scripted()
    client = make_client(engine, SETTINGS)
    message = Mock(spec=discord.Message, guild=None, type=discord.MessageType.default, content="185k base")
    message.author.bot = False
    message.channel = Mock(spec=discord.GroupChannel)
    await client.on_message(message)
    assert engine.turns == []


async def test_a_slash_command_works_in_a_direct_message(simcord_env: Any, engine: Scripted) -> None:
    result = await simcord_env.create_user("ann").slash("help")
    assert result.response.content == "Hello"
    assert engine.turns[0].where == "dm"


async def test_what_people_say_to_each_other_is_not_read(room: Room, engine: Scripted) -> None:
    await room.person.send(room.channel, "my offer is 180k")
    bot = room.env.create_user("other", bot=True)
    await bot.send_dm("hello")
    assert engine.turns == []
    assert not room.env.bot.intents.message_content
    assert not room.env.bot.intents.guild_messages


async def test_a_message_is_critiqued_from_its_menu(room: Room, engine: Scripted) -> None:
    message = await room.person.send(room.channel, "Base $180,000, 10% bonus")
    result = await room.person.context_menu(room.channel, CRITIQUE, message)
    assert result.ephemeral
    assert engine.turns[0].event == Invoked("offer", text="Base $180,000, 10% bonus")


async def test_a_message_that_is_a_file_is_critiqued_from_its_menu(room: Room, engine: Scripted) -> None:
    message = await room.person.send(room.channel, "", attachments=[("offer.txt", b"Base 1")])
    result = await room.person.context_menu(room.channel, CRITIQUE, message)
    assert result.response.content == "Hello"
    assert isinstance(engine.turns[0].event, Uploaded)


async def test_a_file_too_large_is_refused_unread(
    simcord_env: Any, engine: Scripted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("adapters.discord.limits.UPLOAD_BYTES", 4)
    ann = simcord_env.create_user("ann")
    stored = simcord_env.backend.store_attachments(ann.dm_channel.id, [("offer.txt", b"Base 180k")])
    await ann.send_dm("", attachments=stored)
    assert engine.turns == []
    assert "too large" in ann.dm_channel.last_message.content


async def test_words_beside_a_file_are_answered_only_where_they_ask(
    simcord_env: Any, engine: Scripted
) -> None:
    ann = simcord_env.create_user("ann")
    engine.answer = lambda turn: Reply(
        "asked" if isinstance(turn.event, Said) else "read",
        "other" if turn.event == Said("my offer") else "median",
    )
    channel = ann.dm_channel
    stored = simcord_env.backend.store_attachments(channel.id, [("offer.pdf", b"%PDF-1.7")])
    await ann.send_dm("my offer", attachments=stored)
    assert [type(turn.event) for turn in engine.turns] == [Said, Uploaded]
    assert [message.content for message in channel.history() if message.author.bot] == ["read"]


async def test_turns_of_one_person_are_answered_in_order(simcord_env: Any, engine: Scripted) -> None:
    running: list[int] = []
    most: list[int] = []

    def answer(_: Turn) -> Reply:
        running.append(1)
        most.append(len(running))
        time.sleep(0.02)
        running.pop()
        return Reply(text="ok", intent="other")

    engine.answer = answer
    ann = simcord_env.create_user("ann")
    channel = ann.dm_channel
    for number in range(4):
        simcord_env.backend.create_message(channel.id, ann.id, f"line {number}")
    await simcord_env.settle()
    assert max(most) == 1
    assert [turn.event for turn in engine.turns] == [Said(f"line {number}") for number in range(4)]


async def test_an_error_becomes_an_apology_with_a_reference(
    room: Room, engine: Scripted, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(_: Turn) -> Reply:
        raise ValueError(CANARY)

    engine.answer = broken
    with caplog.at_level(logging.DEBUG):
        result = await room.person.slash(room.channel, "help")
    assert result.ephemeral
    reference = next(r for r in caplog.records if r.name == "adapters.discord.quiet").args[1]  # type: ignore[index]
    assert str(reference) in result.response.content
    assert CANARY not in caplog.text
    assert CANARY not in result.response.content


async def test_an_interaction_that_ended_is_let_go_quietly(
    room: Room, engine: Scripted, caplog: pytest.LogCaptureFixture
) -> None:
    room.env.inject_error("POST", "/interactions/*/*/callback", status=404, code=10062)
    await room.person.slash(room.channel, "help")
    await slow(room, engine)
    room.env.inject_error("POST", "/interactions/*/*/callback", status=404, code=10062)
    await room.person.slash(room.channel, "help")
    assert len(engine.turns) == 2
    assert [r for r in caplog.records if r.levelno >= logging.WARNING] == []


async def test_an_answer_discord_refuses_becomes_an_apology(room: Room) -> None:
    room.env.inject_error("POST", "/interactions/*/*/callback", status=400, code=50035)
    result = await room.person.slash(room.channel, "help")
    assert "Sorry" in result.response.content
    assert result.ephemeral


async def test_a_person_who_takes_no_messages_is_left_alone(simcord_env: Any) -> None:
    simcord_env.inject_error("POST", "/channels/*/messages", status=403, code=50007, times=None)
    await simcord_env.create_user("ann").send_dm("hello")
    posts = [r for r in simcord_env.http_requests if r.path.endswith("/messages")]
    assert len(posts) == 1


async def test_a_command_that_is_gone_is_answered(room: Room) -> None:
    room.env.bot.tree.remove_command("help")
    result = await room.person.slash(room.channel, "help")
    assert "changed" in result.response.content
    assert [type(error).__name__ for error in room.env.errors] == ["CommandNotFound"]


async def test_no_word_of_a_person_reaches_a_log(
    room: Room, engine: Scripted, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    for name in list(logging.root.manager.loggerDict):
        if name.startswith("discord"):
            caplog.set_level(logging.DEBUG, logger=name)
    engine.completions = [Choice(CANARY, CANARY)]
    engine.answer = says(CANARY, form=None, actions=(Button(CANARY, "x", CANARY),))
    await room.person.autocomplete(room.channel, "median", "role", CANARY)
    result = await room.person.slash(room.channel, "median", role=CANARY)
    await room.person.click(result.response, label=CANARY)
    engine.answer = says(CANARY, form=OFFER_FORM)
    shown = await room.person.slash(room.channel, "offer")
    engine.answer = says(CANARY)
    room.env.inject_error("POST", "/interactions/*/*/callback", status=400, code=50035, message=CANARY)
    await room.person.submit_modal(shown, {"text": CANARY})
    room.env.inject_error("POST", "/channels/*/messages", status=500, message=CANARY)
    await room.person.user.send_dm(CANARY)
    assert len(engine.turns) == 5
    assert CANARY not in caplog.text


async def test_hostile_text_does_nothing_and_every_request_is_as_discord_describes(
    room: Room, engine: Scripted
) -> None:
    engine.answer = says(
        "@everyone <@123> <#1> </pay:1> https://example.com\n\n" + "A paragraph of it. " * 300,
        actions=(
            *(Button(f"B{n}" * 60, "act", str(n)) for n in range(19)),
            Select("Which?", "pick", tuple(Choice(f"C{n}", str(n)) for n in range(60))),
            *(Button(f"D{n}", "more", str(n)) for n in range(30)),
        ),
        chart=Chart(b"\x89PNG", "A chart " * 200, {"p50": 1.0}),
        file=File("../letter @here.txt", "Dear team"),
    )
    engine.completions = [Choice("x" * 200, f"{n}") for n in range(60)]
    await room.person.autocomplete(room.channel, "median", "role", "x")
    result = await room.person.slash(room.channel, "help")
    engine.answer = says("", form=OFFER_FORM)
    shown = await room.person.slash(room.channel, "offer")
    await room.person.submit_modal(shown, {"text": "x"})
    await room.person.user.send_dm("x")
    messages = [result.response, *result.followups]
    whole = "\n".join(message.content for message in messages)
    for form in ("@everyone", "<@", "<#", "</"):
        assert form not in whole
    assert {file.filename for file in messages[-1].attachments} == {"chart.png", "letter-here.txt"}
    for sent in room.env.http_requests:
        check(sent.method, sent.path, sent.json)


async def test_the_real_engine_answers_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import simcord

    import bot.engine

    monkeypatch.setenv("PARLEY_HOME", str(tmp_path))
    engine = bot.engine.build()
    async with simcord.run(make_client(engine, SETTINGS)) as env:
        guild = env.create_guild()
        channel = guild.create_text_channel("offers")
        ann = guild.add_member(env.create_user("ann"))
        result = await ann.slash(channel, "median", role="software-engineer", place="San Francisco, CA")
        assert result.response is not None
        assert "$" in result.response.content
        assert result.ephemeral
        await ann.user.send_dm("/help")
        answer = ann.user.dm_channel.last_message
        assert answer is not None
        assert "/median" in answer.content
        for sent in env.http_requests:
            check(sent.method, sent.path, sent.json)
