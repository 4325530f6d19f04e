"""A short line that puts the offer at hand right: "no, sign-on is 30k", "vests 5/15/40/40", "undo that".

Two readers: `amendment` for lines that name what they change, which go before any open question, and
`implied` for those that say only a sum, a level or a city ("it's 185k", "make it staff").
"""

from __future__ import annotations

import re

from bot.commands.amending.answers import PRESENT_PAY, answer
from bot.commands.amending.aside import asks, names_other_job, tells_work
from bot.commands.amending.figures import holding, set_by
from bot.commands.amending.in_words import in_words
from bot.commands.amending.line import Line, read_line
from bot.commands.amending.moving import without
from bot.commands.amending.shapes import Amendment, Change, Judge, NotMine, Unclear, Undo
from bot.commands.amending.terms import TERM_OF, TERMS
from bot.commands.amending.values import fill, left_out, none_of
from bot.commands.doubt import doubts_of
from bot.memory.case import About, Case, Plain
from bot.offers.offer import Offer
from bot.offers.posted_band import band_alone, with_band
from bot.understand.money import amounts, read_amount
from bot.understand.question import read
from bot.understand.text import fold

# What a person earns, would take or has in mind is no term of the offer.
_OF_MINE = re.compile(
    r"\bin mind\b|\b(?:if|when) (?:you|they|we) (?:can|could)\b"
    r"|\bi(?:'ll| will| would|'d)? (?:sign|accept|take)\b|\bi (?:can|could) (?:do|accept|take|live|go)\b"
    r"|\b(?:is|are|works?) (?:fine|ok|okay|for me)\b|\bi (?:currently |now )?(?:make|earn|get)\b"
    r"|\bi(?:'m| am) (?:now |currently )?(?:on|at|making|earning)\b"
    r"|\bi(?:'d| would|d)(?: \w+){0,2} (?:like|love|want|prefer|be (?:happy|glad|ok|okay|fine))\b"
    r"|\bi(?:'m|m| am)(?: \w+)? (?:after|asking|looking|hoping|aiming|thinking)\b"
    r"|\bwould (?:make me|get me|do it|be (?:great|perfect|ideal|nice))\b|\bmy (?:ask|target|goal|number)\b"
)
_NEAR = (0.4, 2.5)  # how far from the base, as a share of it, a sum without a name may lie to be meant for it
_SHORT = 8  # words of a line that may be a correction with nothing to say so but a term

_CUE = re.compile(
    r"\b(?:no|actually|sorry|correction|meant?|make it|it'?s|it is|raised|now|change|should be|instead)\b",
    re.IGNORECASE,
)
_UNDO = re.compile(
    r"(?:please |no,? |sorry,? |oops,? )*"
    r"(?:undo|revert|take (?:that|it|this) back|change (?:it|that) back|put (?:it|that) back)"
    r"(?: (?:that|it|this|please|the last (?:one|change|correction)|my last (?:one|change|correction)))*"
)
_NO_OFFER = re.compile(
    r"(?:no,? |sorry,? |oops,? |wait,? )*(?:that|this|it|those|these)(?:'s| is| was| are|s)(?: all)? "
    r"(?:(?P<not>not (?:my|an?|the|a real) offers?)|(?:just |only )?(?P<present>.{3,40}))"
    r"(?:,? (?:it|that|they|this)(?:'s| is|'re| are) (?P<then>.{3,40}))?"
)
_WHICH = re.compile(
    r"(?:no,? |please |actually,? |judge |use |take |look at |show |do |i (?:meant?|want) )*(?:the )?"
    r"(?P<n>first|second|third|fourth|other|1st|2nd|3rd|4th|last|#[1-9]|(?!not )[\w&' ]{2,40}?)"
    r"(?: offer| one)(?: is (?:the (?:right )?one|mine|the right one|it))?(?: instead| please)?"
)
_NTH = {
    "second": 0,
    "2nd": 0,
    "#2": 0,
    "other": 0,
    "third": 1,
    "3rd": 1,
    "#3": 1,
    "fourth": 2,
    "4th": 2,
    "#4": 2,
}
_HAS_NONE = re.compile(
    r"\b(?:no|without(?: any?)?|there'?s no|there is no|has no|have no|zero"
    r"|(?:do|does)(?:n't| not) (?:offer|give|pay|include)(?: any?)?)(?: an?| any| the)? $"
)
_REMOVE = re.compile(
    r"\b(?:remove|drop|delete|leave out|take out|take away|strike out|scrap|ignore|forget(?: about)?|leave"
    r"|take|cut)"
    r"(?: the| any| my| that| their)? $"
)
_IS_NONE = re.compile(
    r"(?:is|are|was|=|:)? ?(?:none|nothing|nil|zero|not offered|not included|not part of it|0)[.! ]*$"
)
_WRONG = re.compile(
    r"\b(?:wrong|incorrect|isn't right|is not right|not correct|change|fix|should be|should not|shouldn't"
    r"|actually|correction|misread)\b|^no\b"
)
_IS = re.compile(r"(?: is| are| to| should be|:| =) ?[^\s]{1,20}")
_ANEW = re.compile(
    r"^offer\b|\b(?:new|another|other|second|different) (?:offer|one)\b|\boffer(?:s|ed)? (?:from|me|by)\b"
    r"|\bgot an?\b|\boffer at\b"
)
_WHOLE = 3  # terms in one line that make it an offer of its own, where nothing says that it corrects
_WISH = re.compile(
    r"\b(?:(?<!they )wants?|wish|hop(?:e|ing)|ask(?:ing)?|counter|expect(?:ing)?|would like|i'd like|could|if"
    r"|need|negotiate|should i|can i|will they|maybe|what|how|why|which|when|who|tell|explain|compare|versus"
    r"|vs|floor|minimum|at least)\b"
)


def amendment(text: str, case: Case) -> Amendment | None:
    """What the line does to the offer at hand, where it says so in so many words; None where it does not."""
    line = read_line(text)
    if line is None:
        return None
    said = line.plain.strip(" .!")
    if _UNDO.fullmatch(said):
        return Undo() if case.before else Unclear("nothing_to_undo") if case.offer else None
    offer = case.offer
    if offer is None:
        return None
    wish = _WISH.search(said) is not None or asks(line.text)
    band = None if asks(line.text) else _band(text, offer)
    if band is not None:
        return band
    found = _whose(said, line, case, offer) or _which(said, case)
    found = found or (None if wish else _removed(line, case, offer)) or answer(line, case)
    found = found or (None if wish else in_words(line, offer))
    # Where the talk has moved on to a median, only what is named still means the offer.
    away = case.looked_up is not None and not line.named
    of_mine = bool(line.figures) and _OF_MINE.search(said) is not None
    if found is not None or wish or away or of_mine or _of_another(text, line, offer) or _is_anew(line):
        return found
    return set_by(_besides_company(line, offer), offer) or _wanting(line, said)


def _band(text: str, offer: Offer) -> Change | None:
    """The band the employer names for the job, which is no other base: "the band is 120-145k"."""
    told = band_alone(text)
    if told is None:
        return None
    now = with_band(offer, told.said)
    return None if now is offer else Change({"posted_low": now.posted_low, "posted_high": now.posted_high})


def implied(text: str, case: Case) -> Change | None:
    """The change a line makes that names no term: a base near the one offered, a level, a city, a role.

    A place or a level always, a role only where a word of correction stands with it.
    """
    line, offer = read_line(text), case.offer
    if line is None or offer is None or _is_aside(line, case) or (line.figures and of_mine(text)):
        return None
    said = _without(line)
    if not said.strip() or len([each for each in amounts(said) if not each.bare]) > 1:
        return None
    heard = read(said, spoken=True)
    if heard.company or heard.unsure or heard.beyond or (heard.role and not _CUE.search(text)):
        return None
    values = {} if line.named else _base(line, said, offer)
    if not values and case.looked_up is not None:
        return None
    about = About(heard.role, heard.place, heard.level)
    if not values and about.over(case.offer_about) == case.offer_about:
        return None
    return Change(values, about)


def of_mine(text: str) -> bool:
    """Whether a text with a sum says what the person earns, would take or has in mind."""
    return _OF_MINE.search(text.lower()) is not None and read_amount(text) is not None


def _is_aside(line: Line, case: Case) -> bool:
    """Whether a line wishes, asks, tells of work or names another job: none of it is a correction."""
    wishes = _WISH.search(line.plain) is not None or asks(line.text)
    return wishes or tells_work(line.text) or names_other_job(line.text, case)


def _without(line: Line) -> str:
    """The line without what it denies."""
    said = line.text
    for start, end in line.denied:
        said = said[:start] + " " * (end - start) + said[end:]
    return said


def _base(line: Line, said: str, offer: Offer) -> dict[str, Plain]:
    """The one sum of a line as the base, where its size is that of one."""
    amount = read_amount(said)
    before = offer.base_amount if offer.base_amount is not None else offer.base_high
    figure = next((each for each in line.figures if amount and each.start <= amount.start < each.end), None)
    if figure is None or before is None or figure.kind != "money":
        return {}
    if figure.currency and offer.currency and figure.currency != offer.currency:
        return {}
    values = fill("base", [figure], offer)
    if not values:
        return {}
    same = values["base_period"] == (offer.base_period or "year")
    now = values.get("base_amount") or values.get("base_low")
    near = isinstance(now, int | float) and _NEAR[0] <= now / before <= _NEAR[1]
    return values if near or (not same and figure.unit) else {}


def _is_anew(line: Line) -> bool:
    """Whether the line is an offer of its own: it says so, or lists most of one and corrects nothing."""
    terms = {each.term for each in line.named}
    lists = len(terms) >= _WHOLE and "base" in terms and not _CUE.search(line.text)
    return bool(_ANEW.search(line.plain)) or lists


def _of_another(text: str, line: Line, offer: Offer) -> bool:
    """Whether the line speaks of another company: more than a correction."""
    if not (line.named or line.figures):
        return False
    company = read(text, spoken=True).company
    return company is not None and fold(company) != fold(offer.company or "")


def _besides_company(line: Line, offer: Offer) -> Line:
    """The line without the name of the company at hand: "Stripe says 310k base"."""
    at = line.low.find(offer.company.lower()) if offer.company else -1
    end = at + len(offer.company or "")
    inside = at < 0 or line.low[max(at - 1, 0) : at].isalnum() or line.low[end : end + 1].isalnum()
    after = line.text[end:].removeprefix("'s")
    return line if inside else Line(f"{line.text[:at]} {after}".strip())


def _whose(said: str, line: Line, case: Case, offer: Offer) -> Amendment | None:
    """Whether the offer, or a figure of it, is none: present pay, or nothing that was offered.

    "It's my current pay" is an answer where a figure was asked about.
    """
    if line.figures and PRESENT_PAY.search(said):
        names = {name for figure in line.figures for name in holding(figure, offer)}
        return Change(without(offer, tuple(names))) if names else None
    found = _NO_OFFER.fullmatch(said)
    if found is None:
        return None
    then = found["then"] or found["present"] or ""
    present = PRESENT_PAY.fullmatch(then) is not None
    asked = case.looked_up is None and doubts_of(offer, case.said)
    return NotMine(present) if found["not"] or (present and not asked) else None


def _which(said: str, case: Case) -> Amendment | None:
    """Another offer of the same text: by its number or its company."""
    found = _WHICH.fullmatch(said)
    if found is None:
        return None
    name = found["n"]
    if name in ("first", "1st", "#1"):
        return None
    number = len(case.others) - 1 if name == "last" else _NTH.get(name)
    if number is None:
        companies = [fold(each.company or "") for each in case.others]
        return Judge(companies.index(fold(name))) if fold(name) in companies else None
    return Judge(number) if 0 <= number < len(case.others) else Unclear("no_such_offer")


def _removed(line: Line, case: Case, offer: Offer) -> Amendment | None:
    """A term or a figure to leave out, or that the offer does not have: "remove the bonus", "no equity".

    "No relocation" is an answer where a figure was asked about that may be just that.
    """
    if line.unknown or len(line.named) > 1:
        return None
    if not line.named:
        return _figure_removed(line, offer)
    name = line.named[0]
    before, after = line.plain[: name.start], line.plain[name.end :].strip()
    if name.term not in TERMS or (line.figures and line.figures[0].low):
        return None
    asked = doubts_of(offer, case.said) if before.strip() == "no" else ()
    if any(TERM_OF.get(each.instead, each.instead) == name.term for each in asked):
        return None
    if _HAS_NONE.search(before) or _IS_NONE.match(after):
        return Change(none_of(name.term) or left_out(name.term))
    goes = _REMOVE.search(before) and after in ("", "out", "away", "please", "bonus")
    return Change(left_out(name.term)) if goes else None


def _figure_removed(line: Line, offer: Offer) -> Amendment | None:
    """A figure to leave out: "remove the 25k"."""
    figure = line.figures[0] if len(line.figures) == 1 else None
    if figure is None or not _REMOVE.search(line.plain[: figure.start]):
        return None
    names = holding(figure, offer)
    said = line.text[figure.start : figure.end]
    return Change(without(offer, names)) if names else Unclear("no_such_figure", figure=said)


def _wanting(line: Line, said: str) -> Unclear | None:
    """A correction without what it corrects to: "the bonus is wrong"."""
    terms = [each.term for each in line.named if each.term in TERMS or each.term == "place"]
    if len(terms) != 1 or line.figures or len(said.split()) > _SHORT or len(line.unknown) > 1:
        return None
    name = next(each for each in line.named if each.term == terms[0])
    odd = _IS.fullmatch(said[name.end :]) and name.start <= len("no, the ")
    return Unclear("no_value", terms[0]) if odd or _WRONG.search(said) else None
