"""Whether a draft names a figure of the market that somebody can check."""

from __future__ import annotations

import re

from bot.playbook.check.ask_words import LEAST
from bot.playbook.check.scene import Scene
from bot.playbook.check.sentences import Sentence, folded
from bot.understand.money import Amount, amounts

_STRONG = re.compile(
    r"\bmedian\b|\bpost(?:s|ings?)?\b|\bposted\b|\bbls\b|\bsurvey\b|\bpercentile\b|\blevels\.fyi\b"
    r"|\bglassdoor\b|\bpayscale\b"
    r"|\bbenchmarks?\b|\bband\b|\bopenings?\b|\bgap: (?:the )?market\b"
    r"|\bbureau of labor\b|\boews\b|\b(?:upper|top|lower) quarter\b|\bgovernment (?:figures|data)\b"
)


MARKET_NAMED = re.compile(
    r"\bmarket\b|\baverage\b|\bcomparable\b|\bgoing rate\b|\bsimilar roles?\b|\bsalary data\b"
    r"|\bother (?:roles|jobs)\b"
)


_MARKET_GAP = re.compile(r"\[gap: (?:the )?market|\bmarket[^.\[]{0,20}\[gap", re.IGNORECASE)


def market_figure(scene: Scene, ours: str = "") -> bool:
    """Whether a figure of the market stands anywhere: a word of it with a sum that is not the ask itself.

    So does our own sentence on it, `ours`, however it is worded: what is added once is not added again.
    """
    if _MARKET_GAP.search(scene.draft) or (ours and folded(ours) in folded(scene.draft)):
        return True
    asked = {each.figure[0] for each in scene.asks if each.figure}
    for at, each in enumerate(scene.body):
        sums = _sums(each)
        if _STRONG.search(each.folded):
            near = sums or [
                s for other in scene.body[at + 1 : at + 2] for s in _sums(other) if s not in asked
            ]
            if near and (set(near) - asked or len(near) > 1 or _of_the_market(each.folded)):
                return True
        elif MARKET_NAMED.search(each.folded) and set(sums) - asked and not _of_today(each, scene):
            return True
    return False


def _sums(sentence: Sentence) -> list[int]:
    """Where the sums of a sentence stand that may be pay."""
    found = [a for a in amounts(sentence.text) if a.high >= LEAST and not _is_count(sentence.text, a)]
    return [sentence.start + each.start for each in found]


def _of_today(sentence: Sentence, scene: Scene) -> bool:
    """Whether the sentence tells what the writer is paid now."""
    return any(
        hit.phrase.kind == "present_salary" and sentence.start <= hit.start < sentence.end
        for hit in scene.hits
    )


def _of_the_market(plain: str) -> bool:
    """Whether the asked sum itself is said to be the median: "I ask for the median, 150k"."""
    return bool(re.search(r"\b(?:the )?median\b.{0,30}\d", plain))


def _is_count(text: str, amount: Amount) -> bool:
    following = text[amount.end :].lstrip().lower()
    return amount.bare and following.startswith(("public", "posting", "employer", "%", "people"))
