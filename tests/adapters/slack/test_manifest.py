"""The manifest says what the declarations say and asks for little."""

from __future__ import annotations

from adapters.slack.manifest import manifest
from bot.commands.base import Option
from tests.adapters.scripting import command
from tests.adapters.slack.scripted import Scripted


def test_every_command_is_in_it_with_its_hint() -> None:
    made = manifest(Scripted().commands)
    slashes = {each["command"]: each for each in made["features"]["slash_commands"]}
    assert set(slashes) == {"/median", "/offer", "/counter", "/help"}
    assert slashes["/median"]["usage_hint"] == "ROLE [PLACE] [LEVEL] [--ai]"
    assert "usage_hint" not in slashes["/help"]
    assert not any(each["should_escape"] for each in made["features"]["slash_commands"])


def test_it_asks_for_the_fewest_scopes_and_events() -> None:
    made = manifest(Scripted().commands)
    assert made["oauth_config"]["scopes"]["bot"] == ["chat:write", "commands", "files:read", "im:history"]
    assert made["settings"]["event_subscriptions"] == {"bot_events": ["message.im"]}
    assert [each["name"] for each in made["features"]["shortcuts"]] == ["Critique this offer"]
    assert made["features"]["app_home"]["messages_tab_read_only_enabled"] is False


def test_socket_mode_needs_no_address_and_http_has_it_everywhere() -> None:
    socket = manifest(Scripted().commands)
    assert socket["settings"]["socket_mode_enabled"] is True
    assert "url" not in socket["features"]["slash_commands"][0]
    http = manifest(Scripted().commands, url="https://parley.example.com/")
    address = "https://parley.example.com/slack/events"
    assert http["settings"]["socket_mode_enabled"] is False
    assert http["settings"]["interactivity"]["request_url"] == address
    assert http["settings"]["event_subscriptions"]["request_url"] == address
    assert {each["url"] for each in http["features"]["slash_commands"]} == {address}
    own = manifest(Scripted().commands, url="https://example.com/hooks/slack")
    assert own["settings"]["interactivity"]["request_url"] == "https://example.com/hooks/slack"


def test_what_is_too_long_is_cut_to_what_slack_takes() -> None:
    endless = command("x" * 60, "s" * 3_000, Option("u" * 2_000, "text", "What it says"))
    made = manifest({"x": endless}, name="n" * 60)
    (slash,) = made["features"]["slash_commands"]
    assert (len(slash["command"]), len(slash["description"]), len(slash["usage_hint"])) == (32, 2_000, 1_000)
    assert len(made["display_information"]["name"]) == 35
    assert len(made["display_information"]["description"]) <= 140
