"""A person gets all that is kept of them, to read and to keep."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from io import StringIO
from typing import Any

import pytest
from rich.console import Console

from adapters.discord.draw import draw
from adapters.slack.draw import messages
from adapters.terminal.draw import draw as drawn_in_the_terminal
from adapters.terminal.pipe import plain
from bot.commands import export
from bot.memory.case import Case
from bot.memory.store import Store
from bot.playbook.pack import Pack, Workflow
from bot.turn import File, Reply, Who
from tests.conftest import Say

OFFER = "Got an offer from Harvey: Senior Software Engineer, San Francisco. 190k base, 25k sign on"


def document(reply: Reply) -> dict[str, Any]:
    assert reply.file is not None
    found: dict[str, Any] = json.loads(reply.file.content)
    assert found == reply.facts.document
    return found


def test_it_is_readable_and_whole(say: Say) -> None:
    say(OFFER)
    say("no, sign-on is 30k")
    say("/counter I built a search that cut tickets by 30%")
    say("/profile staff product manager, Denver, floor 150k, targets ai-lab")
    reply = say("/export")
    found = document(reply)
    assert reply.file is not None
    assert reply.file.name == "parley-export.json"
    assert found["profile"] == {"role": "Product Manager", "level": "Staff", "place": "Denver, CO"}
    assert found["floor_usd_a_year"] == 150_000
    assert found["employer_types_aimed_at"] == ["AI lab"]
    assert (found["offer"]["company"], found["offer"]["sign_on"]) == ("Harvey", 30_000)
    assert found["offer_put_right_by_you"]["sign_on"]["values"]["sign_on"] == 30_000
    assert found["evidence"]["workflows"] == [{"what": "I built a search that cut tickets by 30%"}]
    assert found["figures_of_the_last_counter"]["offered"] == 190_000
    assert "deleted 30 days after you last used it" in found["about"]


def test_it_changes_nothing(say: Say, store: Store) -> None:
    say(OFFER)
    before = store.load(Who("terminal", "ada"), datetime.now(UTC)).case
    say("/export")
    assert store.load(Who("terminal", "ada"), datetime.now(UTC)).case == before


def test_nobody_gets_anothers(say: Say) -> None:
    say(OFFER, user="ada")
    reply = say("/export", user="bob")
    assert (reply.facts.kept, reply.facts.document, reply.file) == ((), None, None)
    assert "nothing to hand over" in reply.text


@pytest.mark.parametrize(
    "said", ["export my data", "/export all", "/export my data", "send me my data", "give me my data"]
)
def test_plain_words_do_it_too(say: Say, said: str) -> None:
    say(OFFER)
    reply = say(said)
    assert (reply.intent, reply.facts.part) == ("export", "all")
    assert "I know no part" not in reply.text
    assert document(reply)["offer"]["company"] == "Harvey"


@pytest.mark.parametrize(
    ("said", "part", "keys"),
    [
        ("/export profile", "profile", {"floor_usd_a_year"}),
        ("/export my offers", "offers", {"offer", "offer_is_for"}),
        ("/export practice", "practice", set()),
    ],
)
def test_a_part_alone(say: Say, said: str, part: str, keys: set[str]) -> None:
    say(OFFER)
    say("/profile floor 150k")
    reply = say(said)
    assert reply.facts.part == part
    assert reply.facts.document.keys() - {"about", "as_of"} == keys
    assert (reply.file is not None) is bool(keys)


def test_a_part_nobody_knows_is_said_and_all_handed_over(say: Say) -> None:
    say(OFFER)
    reply = say("/export secrets")
    assert "no part called “secrets”" in reply.text
    assert "`/export offers`" in reply.text
    assert document(reply)["offer"]["company"] == "Harvey"


def test_every_platform_shows_it_whole(say: Say) -> None:
    say(OFFER)
    reply = say("/export")
    assert reply.file is not None
    assert reply.file.content in plain(reply)
    (attached,) = (each for message in draw(reply) for each in message.files)
    assert json.loads(attached.content) == document(reply)
    drawn = "\n".join(message["blocks"][0]["text"] for message in messages(reply))
    assert '"company": "Harvey"' in drawn
    assert '"base_amount": 190000.0' in drawn


def test_a_long_one_names_the_parts_and_slack_shows_each(say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export, "INLINE", 10_000)
    for number, company in enumerate(("Harvey", "Globex", "Initech", "Acme", "Umbrella", "Hooli")):
        say(f"Got an offer from {company}: Senior Software Engineer, Denver. {190 + number}k base, 15% bonus")
        say(f"no, the base is {191 + number}k")
    reply = say("/export")
    assert reply.file is not None
    assert len(reply.file.content) > export.INLINE
    assert "ask for a part: `/export offers`" in reply.text
    part = say("/export offers")
    assert part.file is not None
    drawn = "\n".join(message["blocks"][0]["text"] for message in messages(part))
    assert '"company": "Hooli"' in drawn
    assert "too long for Slack" not in drawn


@pytest.mark.parametrize(
    "nasty", ["``` and out", 'a "quote" \\ back', "<!channel> @everyone", "caf\u00e9 \u202eright"]
)
def test_words_that_steer_a_chat_come_back_as_they_were(nasty: str) -> None:
    now = datetime(2026, 8, 20, tzinfo=UTC)
    content = export.written(export.exported(Case(pack=Pack((Workflow(nasty),))), now))
    assert "```" not in content
    assert json.loads(content)["evidence"]["workflows"] == [{"what": nasty}]
    reply = Reply("Here:", "export", file=File("x.json", content, "application/json"))
    drawn = "\n".join(message["blocks"][0]["text"] for message in messages(reply))
    assert drawn.count("```") == 2
    assert "@everyone" not in drawn
    assert "<!channel>" not in drawn


def test_nothing_is_kept_after_it_was_only_asked(say: Say, store: Store) -> None:
    say("/export")
    assert store.load(Who("terminal", "ada"), datetime.now(UTC)).case == Case()


def test_a_person_at_the_terminal_sees_it_too(say: Say) -> None:
    say(OFFER)
    reply = say("/export")
    assert reply.file is not None
    screen = Console(file=StringIO(), width=100)
    drawn_in_the_terminal(reply, screen)
    assert isinstance(screen.file, StringIO)
    shown = screen.file.getvalue()
    assert all(line.strip() in shown for line in reply.file.content.splitlines())
