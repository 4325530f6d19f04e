"""Drawing stays inside every limit whatever it is given, and mentions nobody."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.slack.draw import fallback, inert, messages, view
from adapters.slack.limits import LIMITS
from adapters.slack.pages import pages, weight
from bot.turn import Button, Chart, Choice, Field, File, Form, Reply, Select
from tests.adapters.slack.checks import message_faults, view_faults

TEXT = st.text(st.sampled_from(list('ab \n`"\\<>&@!#*|\x00\u2060é漢😀')) | st.characters(), max_size=400)
NASTY = "<!channel> @everyone <@U1> <#C1>"


@settings(max_examples=80, deadline=None)
@given(text=TEXT, repeat=st.integers(1, 120), labels=st.lists(TEXT, max_size=40))
def test_any_reply_is_a_message_slack_takes(text: str, repeat: int, labels: list[str]) -> None:
    actions = tuple(Button(label, "median.more", label) for label in labels)
    drawn = messages(Reply(text * repeat, "median", actions=actions))
    assert 1 <= len(drawn) <= 4
    for message in drawn:
        assert message_faults(message) == []


@settings(max_examples=80, deadline=None)
@given(text=TEXT, repeat=st.integers(1, 60), limit=st.integers(300, 4_000))
def test_pages_fit_and_lose_nothing_but_blanks_and_fences(text: str, repeat: int, limit: int) -> None:
    whole = inert(text * repeat)
    cut = pages(whole, limit)
    assert all(weight(page) <= limit for page in cut)

    def essence(words: str) -> str:
        return "".join(words.replace("`", "").split())

    assert essence("".join(cut)) == essence(whole)


def test_a_cut_falls_between_paragraphs_and_never_opens_a_fence() -> None:
    letter = "\n".join(f"Line {n} of the letter" for n in range(80))
    first, second, *rest = pages(f"Here it is:\n```\n{letter}\n```\n\nSend it.", 600)
    assert first.count("```") == 2
    assert second.startswith("```")
    assert rest[-1].endswith("Send it.")
    paragraphs = [f"Paragraph {n}.\nSecond line." for n in range(60)]
    assert all(page.startswith("Paragraph") for page in pages("\n\n".join(paragraphs), 500))


def test_the_same_long_text_is_drawn_in_time_that_grows_with_it_only() -> None:
    for hostile in ("<" * 200_000, "`" * 200_000, "\n" * 200_000, "<!channel>" * 20_000, "@" * 200_000):
        for message in messages(Reply(hostile, "other")):
            assert message_faults(message) == []


def test_the_fallback_reads_as_plain_words() -> None:
    assert (
        fallback("## Median\n**$207,750** \\*base\\* & <b>")
        == "Median\n$207,750 *base* &amp; &lt;\u2060b&gt;"
    )
    table = "Read:\n\n| Term | What |\n|------|-----:|\n| Base | $1 \\| 2 |"
    assert fallback(table) == "Read:\n\nTerm; What\nBase; $1 | 2"
    assert fallback("") == "…"
    cut = fallback("&" * 10_000)
    assert len(cut) <= 3_000
    assert cut.replace("&amp;", "").strip("…") == ""


def test_buttons_keep_their_label_value_and_order() -> None:
    actions = (
        Button("Share", "median.share", "x", primary=True),
        Button("Share", "median.share", "y"),
        Select(
            "Level",
            "median.level",
            (Choice("Senior", "senior"), Choice("", "none"), Choice("Long", "v" * 200)),
        ),
        Select("Empty", "median.none", ()),
        Button("Too much", "a", "v" * 2_001),
    )
    (message,) = messages(Reply("x", "median", actions=actions))
    first, second, menu = message["blocks"][1]["elements"]
    assert (first["action_id"], first["value"], first["style"]) == ("median.share#0", "x", "primary")
    assert (second["action_id"], "style" in second) == ("median.share#1", False)
    assert [option["value"] for option in menu["options"]] == ["senior"]


def test_labels_too_are_inert_and_cut() -> None:
    actions = (Button(NASTY * 5, "a.b", "1"), Select(NASTY * 9, "a.c", (Choice(NASTY * 5, "1"),)))
    (message,) = messages(Reply(NASTY, "median", actions=actions))
    assert message_faults(message) == []


def test_menus_too_large_for_a_message_give_way_to_the_words() -> None:
    choices = tuple(Choice("L" * 75, "v" * 150) for _ in range(100))
    (message,) = messages(Reply("The words stay.", "median", actions=(Select("S", "a.b", choices),) * 3))
    assert message_faults(message) == []
    assert message["blocks"] == [{"type": "markdown", "text": "The words stay."}]


def test_a_file_is_shown_unless_the_text_has_it_already() -> None:
    letter = File("counter.txt", "Dear Sam,\nthank you.")
    (alone,) = messages(Reply("Your letter:", "counter", file=letter))
    assert alone["blocks"][0]["text"] == "Your letter:\n\n```\nDear Sam,\nthank you.\n```"
    held = replace(letter, content="Dear Sam, <b@example.com>,\nthank you.", shown=True)
    (both,) = messages(Reply("```\nDear Sam, < b@example.com>,\nthank you.\n```", "counter", file=held))
    assert both["blocks"][0]["text"].count("Dear Sam") == 1
    (long,) = messages(Reply("Your letter:", "counter", file=File("l.txt", "word " * 5_000)))
    assert "too long for Slack" in long["blocks"][0]["text"]


def test_a_chart_is_told_in_its_words() -> None:
    (message,) = messages(Reply("Pay", "range", chart=Chart(b"", "From $150K to $210K", {"p10": 150_000.0})))
    assert "From $150K to $210K" in message["blocks"][0]["text"]


@settings(max_examples=60, deadline=None)
@given(title=TEXT, label=TEXT, placeholder=TEXT, length=st.integers(-5, 10_000))
def test_any_form_is_a_modal_slack_takes(title: str, label: str, placeholder: str, length: int) -> None:
    field = Field("text", label, multiline=True, placeholder=placeholder, max_length=length)
    drawn = view(Form("offer", title, (field,)), "meta")
    assert view_faults(drawn) == []
    assert drawn["callback_id"] == "offer"


def test_an_endless_reply_keeps_a_use_of_the_response_url_for_a_retry() -> None:
    drawn = messages(Reply("\n\n".join(["A paragraph of some length. " * 20] * 400), "help"))
    assert len(drawn) == LIMITS.response_url_uses - 1
    assert drawn[-1]["blocks"][0]["text"].endswith("…")
