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
# A grant's worth and its years: "90k/3", "90k / 3y".
OVER_MARK = re.compile(r"\s?/\s?([2-6])(?:\s?(?:years?|yrs?|y))?(?![\w%/]|[.,]\d)")
# Years without the word: "240k over 4 (33/33/22/12)".
OVER_YEARS = re.compile(r"(?: (?:in )?(?:gsus?|rsus?|stock|equity))? over ([2-6])(?= ?[(,;\n]|\.(?!\d)| ?$)")
# What makes a sum beside options the worth of them and not their number.
WORTH = re.compile(r"\b(?:worth|valued at|value(?: of)?:?)(?: about| around| approximately| roughly)? $")
WORTH_OF = re.compile(r" (?:in value|worth)\b")
# From stock units to the price of one: "5,000 RSUs at $52", "at last preferred price of $14.20".
AT_PRICE = re.compile(
    r" ?(?:at|@|x|valued at|priced at|worth)(?: (?:an?|the|our|last|latest|current|today's|preferred|share"
    r"|stock|fmv|409a|price|of|about|around|approximately|round)){0,8} ?(?:each )?"
)
# What makes a percent nobody named a part of a grant: "25% after 12 months".
VESTS = re.compile(
    r" (?:after|vest(?:s|ed|ing)?\b|(?:in|on|at) (?:the |your )?(?:first|1st|one|1)[ -](?:year|anniversary))"
)
TARGET = re.compile(r"\btarget(?:s|ing|ed at)?(?: is| of| at|:)? ?$")
_FINER = re.compile(
    r"(?<!semi-)(?<!semi )(?<!bi-)(?<!paid )(?<!payable )\b(monthly|quarterly|each month"
    r"|monthly installments|every month|per month|each quarter|every quarter|semi-?annually)\b"
)
_FIRST_PART = re.compile(
    r"\b(?:first anniversary|one[- ]year anniversary|1[- ]year anniversary|after (?:the |your )?(?:first"
    r"|one|1|12|twelve)[- ](?:full )?"
    r"(?:years?|months?)|end of (?:the |your )?first year|(?:first|one|1)[- ]year cliff|at (?:the )?"
    r"(?:first|one|1) year|(?:one|1|first) year (?:after|from|following)|on the (?:first )?anniversary)\b"
)


_CLAUSE = re.compile(r"[,;\n]|[.](?= )")
# What else may come after a year: "a retention bonus after 12 months".
_OF_OTHERS = re.compile(r"\b(?:retention|sign-?on|signing|bonus|raise|review|repay|leave|stay|401k?|pto)\b")


def phrases(low: str) -> dict[str, tuple[str, int, int]]:
    """Each term said in words: field -> (the words, start, end) in the lower-case text."""
    found = {}
    for field, pattern in _PHRASES.items():
        match = pattern.search(low)
        if match:
            found[field] = (_SAME.get(match.group(), match.group()), match.start(), match.end())
    return found


def finer_vesting(low: str, at: int) -> tuple[str, bool] | None:
    """How stock vests within a year ("monthly", "quarterly") and whether a first part comes after a year.

    `at` is where vesting is spoken of.
    """
    part = low[max(0, at - 300) : at + 500]
    finer = _FINER.search(part)
    if finer is None:
        return None
    said = finer.group()
    step = "monthly" if "month" in said else "quarterly" if "quarter" in said else "semi-annually"
    return step, first_part(part)


def first_part(low: str) -> bool:
    """Whether a first part of a grant vests after a year."""
    for match in _FIRST_PART.finditer(low):
        clause = _CLAUSE.split(low[max(0, match.start() - 80) : match.start()])[-1]
        if not _OF_OTHERS.search(clause):
            return True
    return False
