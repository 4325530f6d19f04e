"""What the types pay, and who posts for a job where."""

from __future__ import annotations

from bot.market.by_type import hiring, type_figures
from bot.market.database import Market
from bot.market.quote import Asked

from .samples import SF


def test_a_type_that_stands_has_a_median_and_one_that_is_thin_its_count(market: Market) -> None:
    of_research = {each.type: each for each in type_figures(market, Asked("ux-researcher", SF, "senior"))}
    lab = of_research["ai-lab"].pay
    assert lab is not None
    assert (lab.p50, lab.n, lab.level, lab.names) == (220_000, 25, "all", ("Anthropic", "OpenAI"))
    of_software = {each.type: each for each in type_figures(market, Asked("software-engineer", SF))}
    assert list(of_software) == ["ai-lab", "ai-native", "big-tech-ai", "ai-forward"]
    assert (of_software["ai-lab"].pay, of_software["ai-lab"].n, of_software["ai-lab"].employers) == (
        None,
        15,
        2,
    )
    assert (of_software["ai-native"].n, of_software["ai-native"].employers) == (0, 0)


def test_who_posts_at_a_place_most_first_by_the_names_people_know(market: Market) -> None:
    found = hiring(market, "software-engineer", SF)
    assert [(each.name, each.postings) for each in found][:3] == [
        ("Databricks", 30),
        ("Ramp", 12),
        ("OpenAI", 9),
    ]
    kinds = {each.name: each.type for each in found}
    assert (kinds["OpenAI"], kinds["Harvey"], kinds["Databricks"]) == ("ai-lab", "ai-native", "")
    assert kinds["Google"] == ""  # of a type only in part: nobody knows which of its teams posts
    assert "Gatik Ai Inc" in kinds or "Gatik" in kinds
    assert hiring(market, "software-engineer", "0014260") == ()
    assert hiring(market, "software-engineer", None)[0].postings == 40
