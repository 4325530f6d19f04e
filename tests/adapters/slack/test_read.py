"""Slack's payloads as plain words and people."""

from __future__ import annotations

import time

import pytest

from adapters.slack import read
from adapters.slack.deliver import Address
from bot.turn import Who


@pytest.mark.parametrize(
    ("sent", "meant"),
    [
        ("R&amp;D &lt;b&gt;", "R&D <b>"),
        ("&amp;lt;", "&lt;"),
        ("<@U123> says", "someone says"),
        ("<@U123|ann>", "@ann"),
        ("<#C1|general> <#C2>", "#general a channel"),
        ("<http://x.com|label> <http://x.com>", "label http://x.com"),
        ("<mailto:a@b.com|a@b.com> <mailto:a@b.com>", "a@b.com a@b.com"),
        ("<!channel> <!subteam^S1|@team> <!date^1^{date}|May 5>", "channel @team May 5"),
        ("base < 200k > 100k", "base < 200k > 100k"),
        ("<base> <x|y>", "<base> <x|y>"),
        ("", ""),
    ],
)
def test_markup_becomes_words(sent: str, meant: str) -> None:
    assert read.words(sent) == meant


@pytest.mark.parametrize(
    "hostile", ["<" * 300_000, "<!|" * 100_000, "<!" * 150_000, "<" + "a" * 300_000, "<!a|b" + "|" * 300_000]
)
def test_reading_markup_takes_linear_time(hostile: str) -> None:
    began = time.process_time()
    read.words(hostile)
    assert time.process_time() - began < 1.0


def test_people_are_known_by_workspace() -> None:
    assert read.who({"user_id": "U1", "team_id": "T1"}) == Who("slack", "U1", "T1")
    assert read.who({"user": {"id": "U1", "team_id": "T2"}, "team": None}) == Who("slack", "U1", "T2")
    assert read.who({"team_id": "T3", "event": {"user": "U1"}}) == Who("slack", "U1", "T3")


def test_an_action_id_loses_only_its_number() -> None:
    assert read.clicked({"action_id": "median.share#12", "value": "x"}) == ("median.share", "x")
    assert read.clicked({"action_id": "odd#name"}) == ("odd#name", "")


def test_forwarded_words_count() -> None:
    forwarded = {"text": "see this", "attachments": [{"text": "Base $150k"}, {"fallback": "Bonus 10%"}, {}]}
    assert read.message_text(forwarded) == "see this\n\nBase $150k\n\nBonus 10%"


def test_an_address_survives_the_modal() -> None:
    to = Address("C1", "U1", "https://hooks.example/1", "1.1", lasting=True)
    assert Address.unpacked(to.packed(), "U1") == to
    long = Address("C1", "U1", "https://hooks.example/" + "x" * 4_000)
    assert Address.unpacked(long.packed(), "U1") == Address("C1", "U1")
    assert Address.unpacked("not ours", "U1") == Address("", "U1")
