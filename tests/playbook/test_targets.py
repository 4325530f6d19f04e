"""Which employers to aim at, and what a type means."""

from __future__ import annotations

import pytest

from bot.market.by_type import Hiring
from bot.playbook.targets import SHORTLIST, changed, shortlist, stance
from bot.understand.employers import employer

HIRING = (
    Hiring("Big", 40, ""),
    Hiring("Lab", 9, "ai-lab"),
    Hiring("Native", 3, "ai-native"),
    *(Hiring(f"Other {n}", n, "") for n in range(8, 1, -1)),
)


def test_a_company_in_none_pays_when_it_must() -> None:
    assert stance(employer("Stripe")) == "pays_it"
    assert stance(employer("Google")) == "pays_it_in_part"
    assert stance(None) == "when_it_must"


def test_targets_change_in_the_tables_order_and_hold_only_types() -> None:
    assert changed((), "add", ("ai-native", "ai-lab", "nonsense")) == ("ai-lab", "ai-native")
    assert changed(("ai-lab", "ai-native"), "remove", ("ai-lab",)) == ("ai-native",)
    assert changed(("ai-lab",), "set", ("big-tech-ai",)) == ("big-tech-ai",)
    assert changed(("ai-lab",), "clear", ()) == ()
    assert changed(("ai-lab",), "add", ("ai-lab",)) == ("ai-lab",)


def test_the_shortlist_begins_with_the_types_and_first_with_those_aimed_at() -> None:
    assert [each.name for each in shortlist(HIRING, ())][:3] == ["Lab", "Native", "Big"]
    assert [each.name for each in shortlist(HIRING, ("ai-native",))][:3] == ["Native", "Lab", "Big"]
    assert len(shortlist(HIRING, ())) == SHORTLIST
    assert "Lab" not in [each.name for each in shortlist(HIRING, (), "Lab")]


@pytest.mark.parametrize(
    ("kind", "named"),
    [
        ("ai-lab", "Anthropic, OpenAI, Google DeepMind, Meta AI"),
        ("ai-native", "Glean, Hex, Writer, Cursor, Perplexity, Cresta, Harvey, Decagon"),
        ("big-tech-ai", "Google Cloud AI, AWS Bedrock, Microsoft AI, Apple AIML"),
        ("ai-forward", "Stripe, Salesforce, Notion, Linear, Vercel"),
    ],
)
def test_every_named_example_is_of_its_type_and_pays_by_habit(kind: str, named: str) -> None:
    for name in named.split(", "):
        found = employer(name)
        assert found is not None, name
        assert (found.type.id, stance(found)) == (kind, "pays_it"), name
