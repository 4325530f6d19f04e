"""The reply about an offer, with its two tables, as each platform draws it."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import pytest
from rich.console import Console

from adapters.discord import limits
from adapters.discord.draw import draw as draw_in_discord
from adapters.slack.draw import messages
from adapters.terminal.draw import draw as draw_in_terminal
from bot.commands.base import Ask, Setting
from bot.commands.judging import job_of
from bot.commands.offer_views import show_questions, show_years
from bot.commands.verdict import judged_reply
from bot.market.database import Market
from bot.memory.case import Case
from bot.turn import Reply
from tests.adapters.slack.checks import message_faults
from tests.commands.offers import OFFERS


def replies(market: Market, name: str) -> list[Reply]:
    """The reply to an offer, with another beside it, and both views."""
    offer = OFFERS[name]
    case = Case(offer=offer, offer_about=job_of(offer))
    setting = Setting(market, datetime(2026, 8, 20, tzinfo=UTC), "dm")
    others = (OFFERS["pounds"], OFFERS["by the hour"])
    judged = judged_reply(case, offer, setting, others=others)
    return [
        outcome.reply
        for outcome in (judged, *(v(Ask(), case, setting) for v in (show_years, show_questions)))
    ]


@pytest.mark.parametrize("name", OFFERS)
def test_every_platform_draws_it_within_its_limits(market: Market, name: str) -> None:
    for reply in replies(market, name):
        for message in messages(reply):
            assert message_faults(message) == []
            assert "|--" not in message["text"]
        drawn = draw_in_discord(reply)
        assert len(drawn) <= 2
        assert all(len(each.content) <= limits.CONTENT for each in drawn)
        assert "|--" not in "".join(each.content for each in drawn)
        if "```" in reply.text:
            continue  # a note to copy keeps its own lines
        out = io.StringIO()
        draw_in_terminal(reply, Console(file=out, width=64, force_terminal=False))
        assert max(len(line.rstrip()) for line in out.getvalue().splitlines()) <= 64


def test_discord_draws_the_years_aligned_and_the_terms_as_lines(market: Market) -> None:
    (first, *_) = draw_in_discord(replies(market, "everything")[0])
    assert "- **Equity**: 4,000 RSUs at $52 = $208,000 over 4 years" in first.content
    assert "```\nin USD      base    bonus  sign-on   equity      total\n" in first.content
    assert "\n4 years  740,000  111,000   50,000  208,000  1,109,000\n```" in first.content


def test_a_terminal_draws_both_tables_in_columns(market: Market) -> None:
    out = io.StringIO()
    draw_in_terminal(replies(market, "a percent")[0], Console(file=out, width=90, force_terminal=False))
    lines = [line.split() for line in out.getvalue().splitlines()]
    assert ["Target", "bonus", "15%", "of", "base", "($28,500)"] in lines
    assert ["Year", "1", "190,000", "28,500", "25,000", "243,500"] in lines
