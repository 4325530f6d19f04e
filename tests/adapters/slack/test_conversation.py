"""Conversations with the app over real sockets: Socket Mode and signed HTTP alike."""

from __future__ import annotations

import asyncio
import threading
import time
from typing import Any

import pytest

from bot.offers.documents import LARGEST
from bot.turn import Clicked, Invoked, Reply, Said, Submitted, Turn, Uploaded, Who
from tests.adapters.slack.conftest import Road
from tests.adapters.slack.fake import FakeSlack
from tests.adapters.slack.scripted import Scripted

ANN = Who("slack", "U0ANN", "T0001")


async def test_median_is_answered_to_its_asker_alone(road: Road, slack: FakeSlack, engine: Scripted) -> None:
    await road.send("slash_commands", slack.command("/median", "swe &amp; sre SF"))
    answer = await slack.answer()
    assert engine.turns == [Turn(ANN, "channel", Invoked("median", "swe & sre SF"))]
    assert answer.method == "respond"
    assert answer.payload["response_type"] == "ephemeral"
    assert answer.payload["replace_original"] is False
    assert answer.shown == "**$207,750** for swe & sre SF"


@pytest.mark.parametrize("command", ["/counter", "/help"])
async def test_every_declared_command_reaches_the_engine(
    road: Road, slack: FakeSlack, engine: Scripted, command: str
) -> None:
    await road.send("slash_commands", slack.command(command))
    assert (await slack.answer()).shown.startswith(command[1:])
    assert engine.turns[0].event == Invoked(command[1:], "")


async def test_acknowledged_at_once_however_long_the_answer_takes(
    road: Road, slack: FakeSlack, engine: Scripted
) -> None:
    acknowledged = threading.Event()

    def slow(_turn: Turn) -> Reply:
        assert acknowledged.wait(10)
        return Reply("at last", "median")

    engine.answer = slow
    sent = (road.send("slash_commands", slack.command("/median", str(n))) for n in range(4))
    try:
        await asyncio.wait_for(asyncio.gather(*sent), 5)
    finally:
        acknowledged.set()
    assert (await slack.answer(4)).shown == "at last"


async def test_offer_opens_a_form_and_the_answer_returns_to_the_same_channel(
    road: Road, slack: FakeSlack, engine: Scripted
) -> None:
    await road.send("slash_commands", slack.command("/offer"))
    (opened,) = await slack.wait("views.open")
    view = opened.payload["view"]
    assert view["title"]["text"] == "Your offer"
    assert "3,000" in view["blocks"][0]["hint"]["text"]
    await road.send("interactive", slack.submission(opened, {"text": "Base $180k & <equity>"}))
    answer = await slack.answer()
    assert engine.turns[1] == Turn(
        ANN, "channel", Submitted("offer", {"text": "Base $180k & <equity>", "floor": ""})
    )
    assert answer.method == "respond"
    assert answer.payload["response_type"] == "ephemeral"
    assert answer.shown.startswith("Judged: Base $180k")


async def test_a_form_slack_will_not_open_is_asked_for_in_words(road: Road, slack: FakeSlack) -> None:
    slack.fail["views.open"] = "expired_trigger_id"
    await road.send("slash_commands", slack.command("/offer"))
    assert (await slack.answer()).shown == "Paste your offer here."


async def test_a_submission_after_its_response_url_expired_is_answered_in_the_channel_or_by_dm(
    road: Road, slack: FakeSlack
) -> None:
    await road.send("slash_commands", slack.command("/offer"))
    (opened,) = await slack.wait("views.open")
    slack.fail |= {"respond": "expired_url", "chat.postEphemeral": "not_in_channel"}
    await road.send("interactive", slack.submission(opened, {"text": "Base $180k"}))
    (dm,) = await slack.wait("chat.postMessage")
    (ephemeral,) = await slack.wait("chat.postEphemeral")
    assert (ephemeral.payload["channel"], ephemeral.payload["user"]) == ("C0TEAM", "U0ANN")
    assert dm.payload["channel"] == "U0ANN"


async def test_a_direct_message_is_answered_there(road: Road, slack: FakeSlack, engine: Scripted) -> None:
    await road.send("events_api", slack.message("offer from <https://acme.com|Acme> &lt;180k&gt; cc <@U7>"))
    answer = await slack.answer()
    assert engine.turns == [Turn(ANN, "dm", Said("offer from Acme <180k> cc someone"))]
    assert (answer.method, answer.payload["channel"]) == ("chat.postMessage", "D0ANN")
    assert "thread_ts" not in answer.payload


async def test_a_direct_message_in_a_thread_is_answered_in_it(road: Road, slack: FakeSlack) -> None:
    await road.send("events_api", slack.message("hello", thread_ts="1700000000.000042"))
    assert (await slack.answer()).payload["thread_ts"] == "1700000000.000042"


async def test_a_retried_event_is_answered_once(road: Road, slack: FakeSlack, engine: Scripted) -> None:
    event = slack.message("once", event_id="Ev77")
    await road.send("events_api", event)
    await slack.answer()
    await road.send("events_api", event)
    await road.send("events_api", slack.message("twice", event_id="Ev78"))
    await slack.answer(2)
    assert engine.events == [Said("once"), Said("twice")]


async def test_edits_bots_and_channel_messages_are_left_alone(
    road: Road, slack: FakeSlack, engine: Scripted
) -> None:
    ignored = [
        slack.message("edited", subtype="message_changed"),
        slack.message("from a bot", bot_id="B9"),
        slack.message("joined", subtype="channel_join"),
        slack.message("in a channel", channel="C1", channel_type="channel"),
        slack.message("mine", user="U0BOT"),
    ]
    for event in [*ignored, slack.message("the last")]:
        await road.send("events_api", event)
    await slack.answer()
    assert engine.events == [Said("the last")]


def share(slack: FakeSlack, text: str, *files: dict[str, Any]) -> dict[str, Any]:
    return slack.message(text, subtype="file_share", files=list(files))


async def test_a_shared_file_is_fetched_with_the_token_and_handed_on(
    road: Road, slack: FakeSlack, engine: Scripted
) -> None:
    await road.send("events_api", share(slack, "", slack.shared("offer.pdf", b"%PDF-1.7 letter")))
    answer = await slack.answer()
    assert engine.turns == [Turn(ANN, "dm", Uploaded("offer.pdf", "application/pdf", b"%PDF-1.7 letter"))]
    assert (answer.method, answer.payload["channel"]) == ("chat.postMessage", "D0ANN")


async def test_words_beside_a_file_are_heard_first_and_answered_where_they_ask(
    road: Road, slack: FakeSlack, engine: Scripted
) -> None:
    await road.send("events_api", share(slack, "my offer", slack.shared("offer.pdf", b"%PDF-1.7")))
    assert (await slack.answer()).shown == "Read offer.pdf"
    assert [type(event) for event in engine.events] == [Said, Uploaded]
    engine.answer = lambda turn: Reply("asked" if isinstance(turn.event, Said) else "read", "median")
    await road.send("events_api", share(slack, "and the median?", slack.shared("offer.pdf", b"%PDF-1.7")))
    assert [(await slack.answer(2)).shown, (await slack.answer(3)).shown] == ["asked", "read"]


async def test_a_file_too_large_is_refused_before_it_is_fetched(
    road: Road, slack: FakeSlack, engine: Scripted
) -> None:
    await road.send("events_api", share(slack, "", slack.shared("offer.pdf", b"%PDF", size=LARGEST + 1)))
    assert "too large" in (await slack.answer()).shown
    assert slack.downloads == []
    await road.send("events_api", share(slack, "", slack.shared("liar.pdf", bytes(LARGEST + 1), size=10)))
    assert "too large" in (await slack.answer(2)).shown
    assert engine.turns == []


async def test_the_token_goes_nowhere_but_to_slack(road: Road, slack: FakeSlack, engine: Scripted) -> None:
    for url in (
        slack.url.replace("127.0.0.1", "localhost") + "/files/offer.pdf",
        "http://files.evil.example/offer.pdf",
        "https://slack.com.evil.example/offer.pdf",
        "file:///etc/passwd",
        "",
    ):
        shared = slack.shared("offer.pdf", b"%PDF", url_private_download=url)
        await road.send("events_api", share(slack, "", shared))
    assert "couldn't fetch" in (await slack.answer(5)).shown
    assert slack.downloads == []
    assert engine.turns == []


async def test_a_sign_in_page_or_a_redirection_is_no_file(
    road: Road, slack: FakeSlack, engine: Scripted
) -> None:
    missing = slack.shared("gone.pdf", b"%PDF")
    del slack.files["gone.pdf"]
    await road.send("events_api", share(slack, "", missing, slack.shared("moved.pdf", b"%PDF")))
    assert "couldn't fetch" in (await slack.answer(2)).shown
    assert slack.downloads == ["gone.pdf", "moved.pdf"]
    assert engine.turns == []


async def test_a_file_from_another_workspace_is_asked_for(
    road: Road, slack: FakeSlack, engine: Scripted
) -> None:
    slack.info = slack.shared("offer.pdf", b"%PDF-1.7")
    await road.send("events_api", share(slack, "", {"id": "F1", "file_access": "check_file_info"}))
    assert (await slack.answer()).shown == "Read offer.pdf"
    slack.info = {}
    await road.send("events_api", share(slack, "", {"id": "F1", "file_access": "check_file_info"}))
    assert "couldn't fetch" in (await slack.answer(2)).shown
    assert len(engine.turns) == 1


async def test_the_shortcut_judges_a_file_where_there_are_no_words(
    road: Road, slack: FakeSlack, engine: Scripted
) -> None:
    used = slack.shortcut("")
    used["message"]["files"] = [slack.shared("offer.pdf", b"%PDF-1.7")]
    await road.send("interactive", used)
    answer = await slack.answer()
    assert answer.payload["response_type"] == "ephemeral"
    assert isinstance(engine.turns[0].event, Uploaded)


async def test_buttons_and_menus_come_back_as_they_were_declared(
    road: Road, slack: FakeSlack, engine: Scripted
) -> None:
    await road.send("slash_commands", slack.command("/median", "swe"))
    _, counter, level = (await slack.answer()).buttons
    await road.send("interactive", slack.click(counter))
    await slack.answer(2)
    await road.send("interactive", slack.click(level, choice=1))
    answer = await slack.answer(3)
    assert [turn.event for turn in engine.turns[1:]] == [
        Clicked("counter.start", ""),
        Clicked("median.level", "staff"),
    ]
    assert answer.payload["response_type"] == "ephemeral"
    assert answer.payload["replace_original"] is False


async def test_share_posts_for_everyone_and_nothing_else_does(road: Road, slack: FakeSlack) -> None:
    await road.send("slash_commands", slack.command("/median", "swe"))
    share = (await slack.answer()).buttons[0]
    await road.send("interactive", slack.click(share))
    shared = await slack.answer(2)
    assert shared.payload["response_type"] == "in_channel"
    assert shared.shown == "median.share -> swe|SF"
    public = [call for call in slack.calls if call.payload.get("response_type") == "in_channel"]
    assert public == [shared]


async def test_a_click_in_the_apps_own_messages_is_answered_to_stay(road: Road, slack: FakeSlack) -> None:
    button = {"type": "button", "action_id": "counter.start#0"}
    await road.send("interactive", slack.click(button, channel="D0ANN", ephemeral=False))
    answer = await slack.answer()
    assert (answer.method, answer.payload["channel"]) == ("chat.postMessage", "D0ANN")


async def test_the_shortcut_judges_the_message_it_is_used_on(
    road: Road, slack: FakeSlack, engine: Scripted
) -> None:
    await road.send("interactive", slack.shortcut("Base &lt;$150k&gt; at <http://acme.com|Acme>"))
    answer = await slack.answer()
    assert engine.turns[0].event == Submitted("offer", {"text": "Base <$150k> at Acme"})
    assert answer.payload["response_type"] == "ephemeral"


async def test_a_reply_over_the_limits_arrives_whole_in_several_messages(
    road: Road, slack: FakeSlack, engine: Scripted
) -> None:
    rows = [f'{n}. **line** with `code` and "quotes" number {n}' for n in range(700)]
    engine.answer = lambda _turn: Reply("\n".join(rows), "median")
    await road.send("slash_commands", slack.command("/median", "swe"))
    await slack.answer()
    await slack.until(lambda: any("number 699" in call.shown for call in slack.calls))
    assert "\n".join(call.shown for call in slack.calls if call.method == "respond") == "\n".join(rows)


async def test_nothing_the_engine_says_can_broadcast(road: Road, slack: FakeSlack, engine: Scripted) -> None:
    nasty = "<!channel> <!here> <@U0BOB> <#C0TEAM> @everyone @Channel <https://evil.example|bank> a < b"
    engine.answer = lambda _turn: Reply(nasty, "median")
    await road.send("slash_commands", slack.command("/median", nasty))
    answer = await slack.answer()
    assert answer.shown.replace("\u2060", "") == nasty
    assert "<" not in answer.payload["text"]
    assert (answer.payload["link_names"], answer.payload["parse"]) == (False, "none")


async def test_an_engine_that_raises_is_apologised_for(
    road: Road, slack: FakeSlack, engine: Scripted
) -> None:
    def broken(_turn: Turn) -> Reply:
        raise RuntimeError("boom")

    engine.answer = broken
    await road.send("slash_commands", slack.command("/median", "swe"))
    assert "something broke" in (await slack.answer()).shown


async def test_what_was_begun_is_finished_before_the_end(slack: FakeSlack, engine: Scripted) -> None:
    from tests.adapters.slack.conftest import served_by_http, served_by_socket

    def slow(_turn: Turn) -> Reply:
        time.sleep(0.3)
        return Reply("finished", "median")

    engine.answer = slow
    async with served_by_socket(slack, engine) as road:
        await road.send("slash_commands", slack.command("/median", "swe"))
    async with served_by_http(slack, engine) as other:
        await other.send("slash_commands", slack.command("/median", "swe"))
    assert [call.shown for call in slack.calls if call.method == "respond"] == ["finished", "finished"]
