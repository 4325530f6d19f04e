"""Terms of an offer that are said in words rather than figures: remote, unlimited PTO, "no bonus"."""

from __future__ import annotations

import re
from collections.abc import Mapping

_NONE = r"\s?(?:[:=]|-|is|was)\s?(?:none|no|nil|zero|n/a|na|not offered|\$?0%?)(?![\w.,%])"
_NO = (
    r"\b(?:no|without|zero|not? (?:offering|giving)(?: any)?|do(?:es)? not include)\s(?:an? |any "
    r"|annual |yearly |performance |target |cash |other |guaranteed )?"
)
_BONUS = r"(?<!on )(?<!on-)(?<!ing )(?<!referral )(?<!retention )(?<!stock )bonus(?:es)?"
_SIGN_ON = r"(?:sign[ -]?(?:on|ing)|joining)(?: bonus)?"
_EQUITY = r"(?:equity|stocks?(?: (?:options|bonus))?|rsus?|options|shares|esops?)"

NO_BONUS = re.compile(rf"{_NO}(?:\w+ or )?{_BONUS}\b|{_BONUS}{_NONE}")
NO_SIGN_ON = re.compile(rf"{_NO}(?:\w+ or )?{_SIGN_ON}\b|\b{_SIGN_ON}{_NONE}")
NO_EQUITY = re.compile(rf"{_NO}(?:bonus(?:es)? or |bonus(?:es)?, )?{_EQUITY}\b|\b{_EQUITY}{_NONE}")
NO_RELOCATION = re.compile(r"\bno relo(?:cation)?\b")
UNLIMITED = re.compile(
    r"\bunlimited (?:pto|vacation|paid time off|time off|leave|days off)|\b(?:pto|vacation)\W{1,3}unlimited"
)
LEVEL = re.compile(
    r"\b(?:[LE][1-9]|[le][3-8]|ic[1-9]|L6\d"
    r"|IC[1-9]|ICT[2-6]|P[2-7]|M[1-4])\b(?!\s?[-/]\s?\d)|\b[Ll]evel:? (?:[IVX]{1,4}"
    r"|\d{1,2})\b"
)
_PHRASES: Mapping[str, re.Pattern[str]] = {
    "remote": re.compile(
        r"\b(?:(?:fully|100%|full|completely|mostly) remote(?:ly)?|remote(?:ly)?|hybrid|on-?site"
        r"|in-office|in-person|wfh|work from home)\b"
    ),
    "employment_type": re.compile(
        r"\b(?:full[ -]time|part[ -]time|contract[ -]to[ -]hire|contractor"
        r"|contract(?= (?:w-?2|role|position|job|offer|work|rate|gig|at|via|through)\b)|(?<=month )contract"
        r"|(?<=w2 )contract|(?<=w-2 )contract|c2c|corp[ -]to[ -]corp|1099|b2b(?= (?:contract|rate|basis|at))"
        r"|(?<=on )(?:w-?2|b2b|contract)|freelance(?:r)?|internship|intern|temporary)\b"
    ),
    "visa": re.compile(
        r"\b(?:h-?1b(?: (?:sponsorship|transfer))?|visa (?:sponsorship|support|transfer)|green card(?: "
        r"sponsorship)?|tn visa|o-?1 visa)\b"
    ),
    "refresh": re.compile(
        r"\b(?:(?:annual |yearly |no )?(?:stock |equity |rsu )?refresh(?:er)?s?(?: grants?)?)\b"
    ),
}
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
        ),
        "contract",
    ),
    "intern": "internship",
    "remotely": "remote",
    "on-site": "onsite",
}


def phrases(low: str) -> dict[str, tuple[str, int, int]]:
    """Each term said in words: field -> (the words, start, end) in the lower-case text."""
    found = {}
    for field, pattern in _PHRASES.items():
        match = pattern.search(low)
        if match:
            found[field] = (_SAME.get(match.group(), match.group()), match.start(), match.end())
    return found
