"""Terms of an offer that are said in words rather than figures: remote, unlimited PTO, "no bonus"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from bot.offers.openings import Index, Phrases

_NONE = r"[ ]?(?:[:=]|-|is|was)[ ]?(?:none|no|nil|zero|n/a|na|not offered|\$?0%?)(?![\w.,%])"
_NO = (
    r"(?:no|without|zero|not? (?:offering|giving)(?: any)?|do(?:es)? not include)[ ](?:an? |any "
    r"|annual |yearly |performance |target |cash |other |guaranteed )?"
)
_BONUS = r"(?:(?<!on )(?<!on-)(?<!ing )(?<!referral )(?<!retention )(?<!stock )bonus(?:es)?|variable)"
_SIGN_ON = r"(?:sign[ -]?(?:on|ing)|joining|jb\b)(?: bonus)?"
_EQUITY = r"(?:equity|stocks?(?: (?:options|bonus))?|rsus?|options|shares|esops?)"

_DENYING = "no without zero not do does"

# What is said in words, the denials first: its name, the words it begins with, its pattern.
_SAYINGS = (
    (
        "no_bonus",
        f"{_DENYING} bonus bonuses variable",
        rf"{_NO}(?:\w+ or )?{_BONUS}\b(?![ ]?:)|{_BONUS}{_NONE}",
    ),
    (
        "no_sign_on",
        f"{_DENYING} sign signon signing joining jb",
        rf"{_NO}(?:\w+ or )?{_SIGN_ON}\b|\b{_SIGN_ON}{_NONE}",
    ),
    (
        "no_equity",
        f"{_DENYING} equity stock stocks rsu rsus options shares esop esops",
        rf"{_NO}(?:bonus(?:es)? or |bonus(?:es)?, )?{_EQUITY}\b|\b{_EQUITY}{_NONE}",
    ),
    ("no_relocation", "no", r"no relo(?:cation)?\b"),
    (
        "unlimited",
        "unlimited pto vacation",
        r"unlimited (?:pto|vacation|paid time off|time off|leave|days off)|(?:pto|vacation)\W{1,3}unlimited",
    ),
    (
        "nothing",
        "none nope nil null n na zero zilch nothing not",
        r"(?<!')(?:none|nope|not applicable|not eligible|nil|null|n/a|na|zero|zilch|nothing)(?![\w'])",
    ),
    (
        "finer",
        "monthly quarterly semi half semiannually semiannual bi biannually every each per annually yearly"
        " straight back backloaded front frontloaded",
        r"(?:monthly|quarterly|semi-?annual(?:ly)?|half[- ]yearly|bi-?annually"
        r"|every (?:month|quarter|(?:three|six|3|6) months)|(?:each|per) (?:month|quarter)"
        r"|annually|yearly|straight line|back-?loaded|front-?loaded)\b",
    ),
)
_SAID = Phrases([(first, pattern) for _, first, pattern in _SAYINGS])
# A dash in place of a value.
_DASH = re.compile(r"-(?<=[:|\t] -)(?= ?[|\n]|$)")

_LEVELS = " ".join(
    ["level", *(f"{c}{n}" for c in "le" for n in range(1, 10)), *(f"l6{n}" for n in range(10))]
    + [f"{c}{n}" for c in ("ic", "ict", "p", "m") for n in range(1, 10)]
)
_LEVEL = Phrases(
    [
        (
            _LEVELS,
            r"(?:[LE][1-9]|[le][3-8]|ic[1-9]|L6\d|IC[1-9]|ICT[2-6]|P[2-7]|M[1-4])\b(?!\s?[-/]\s?\d)"
            r"|[Ll]evel:? (?:[IVX]{1,4}|\d{1,2})\b",
        )
    ]
)
_PHRASES: Mapping[str, tuple[str, str]] = {
    "remote": (
        "fully 100 full completely mostly remote remotely hybrid on onsite in wfh work",
        r"(?:(?:fully|100%|full|completely|mostly) remote(?:ly)?|remote(?:ly)?|hybrid|on-?site"
        r"|in-office|in-person|wfh|work from home)\b",
    ),
    "employment_type": (
        "full part contract contractor c2c corp 1099 b2b w2 w freelance freelancer internship intern"
        " temporary",
        r"(?:full[ -]time|part[ -]time|contract[ -]to[ -]hire|contractor"
        r"|contract(?= (?:w-?2|role|position|job|offer|work|rate|gig|at|via|through)\b)|(?<=month )contract"
        r"|(?<=w2 )contract|(?<=w-2 )contract|(?<=week )contract|(?<=week )travel contract"
        r"|c2c|corp[ -]to[ -]corp|1099|b2b(?= (?:contract|rate|basis|at))"
        r"|(?<=on )(?:w-?2|b2b|contract)|freelance(?:r)?|internship|intern|temporary)\b",
    ),
    "visa": (
        "h h1b visa green tn o o1",
        r"(?:h-?1b(?: (?:sponsorship|transfer))?|visa (?:sponsorship|support|transfer)|green card(?: "
        r"sponsorship)?|tn visa|o-?1 visa)\b",
    ),
    "refresh": (
        "annual yearly no stock equity rsu refresh refreshs refresher refreshers",
        r"(?:(?:annual |yearly |no )?(?:stock |equity |rsu )?refresh(?:er)?s?(?: grants?)?)\b",
    ),
}
_IN_WORDS = Phrases(list(_PHRASES.values()))
_SAME = {
    "full time": "full-time",
    "part time": "part-time",
    **dict.fromkeys(
        (
            "contractor",
            "c2c",
            "corp to corp",
            "corp-to-corp",
            "1099",
            "b2b",
            "w2",
            "w-2",
            "freelance",
            "freelancer",
            "travel contract",
        ),
        "contract",
    ),
    "intern": "internship",
    "remotely": "remote",
    "on-site": "onsite",
}


def sayings(low: str, index: Index) -> Iterator[tuple[str, int, int]]:
    """What a text says in words that a mention may be, as (name, start, end): denials first."""
    for (name, _, _), found in zip(_SAYINGS, _SAID.matches(low, index), strict=True):
        for match in found:
            yield name, match.start(), match.end()
    for match in _DASH.finditer(low):
        yield "nothing", match.start(), match.end()


def levels(text: str, index: Index, start: int, end: int) -> list[re.Match[str]]:
    """The levels said in a part of a text, in the case they are written in: "L5", "level 3"."""
    return _LEVEL.matches(text, index, start, end)[0]


def phrases(low: str, index: Index, start: int, end: int) -> dict[str, tuple[str, int, int]]:
    """Each term said in words in a part of a text: field -> (the words, start, end)."""
    found = {}
    for field, matches in zip(_PHRASES, _IN_WORDS.matches(low, index, start, end), strict=True):
        if matches:
            match = matches[0]
            found[field] = (_SAME.get(match.group(), match.group()), match.start(), match.end())
    return found
