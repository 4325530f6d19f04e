"""One line that a person says to a recruiter, read: what it asks, what it shows, what it gives away.

Pure and total: any text is a line. Only what the words say is read; whether that is wise is for the
score (`bot.playbook.score`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.playbook.drill import Terms
from bot.playbook.sums_said import Sum, clause, sums
from bot.understand.talk import cue, folded, is_only, says

_SILENCE = re.compile(r"[\s.·…*_()\[\]-]*")
_LEVERS = ("sign_on", "equity", "bonus", "time_off", "title", "start", "remote", "review")
_RAMBLING = 60  # words; a longer line without a number has lost its point
_ANY_FIGURE = re.compile(
    r"(?<![\w-])\d|\bhalf\b|halved|doubled|tripled|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve"
    r"|twenty|thirty|forty|fifty|sixty|hundred|thousand|million)\b",
    re.IGNORECASE,
)
# "If you can do 200k" is a condition, not a doubt.
_CAN_DO = re.compile(
    r"\bif you can (?=(?:\w{1,12} )?(?:do|get|make|reach|go|come|match|bring|meet|offer|put|find|move"
    r"|raise|agree)\b)"
)
_AND = re.compile(r"\b(?:and|plus|also|along with|together with|with|or)\b|[+&,]")
_LISTED = 5  # words between what joins a thing to an ask and its name: "and two more weeks of"
_SAYS_OF = re.compile(
    r"\b(?:is|are|was|were|isn't|looks?|seems?|stays?|sounds?|works?|can|could|would|will|has|have|if|how|what|when"
    r"|that|which|not|no|keep|leave|drop|skip|without|you|your|they|their|i|i'm|we|it|love|like|thanks?)\b"
)
_TOLD_OF = re.compile(
    r"\W{0,2}(?:is|are|was|were|looks?|seems?|stays?|sounds?|works?|can|has|have|already|as)\b"
)
_NOT_WISHED = re.compile(r"\b(?:not|don't|wouldn't|won't) (?:need|want|ask|expect|care)\b")
_RAISES = re.compile(r"\b(?:raise|increase|bump|higher|improve|more|better|lift|up)\b")
_YES = re.compile(r"(?:yes|yeah|yep|yup|ok|okay|sure|fine|absolutely)\b(?:\W{1,3}[\w']{1,15}){0,5}\W{0,3}$")
_ABOVE = re.compile(r"\babove\b|\bmore than\b|\bon top of\b|\bbump\b|\braise\b")


@dataclass(frozen=True, slots=True)
class Line:
    """A line as read. Money of `low`, `high`, `present` and `market_figure` is in the terms' period of base.

    `low` and `high` are the base asked for, a range where they differ; `sign_on` and `equity` what is
    asked of those, 0 where they are asked without a size. `levers` are all the things asked for.
    `vague` says that more is asked without a number or a thing. `present` is today's pay as named,
    `hinted` that it is pointed at without a figure, `dodged` that the question for it is turned away.
    `did` is work named, `outcome` what came of it in a figure. `tail` are the words after the last ask.
    """

    text: str
    low: float | None = None
    high: float | None = None
    sign_on: float | None = None
    equity: float | None = None
    levers: tuple[str, ...] = ()
    vague: bool = False
    present: float | None = None
    hinted: bool = False
    dodged: bool = False
    market: bool = False
    market_figure: float | None = None
    rival: bool = False
    did: bool = False
    outcome: bool = False
    apology: bool = False
    ultimatum: bool = False
    filler: bool = False
    accept: bool = False
    yes: bool = False
    walk: bool = False
    silent: bool = False
    close: bool = False
    written: bool = False
    time: bool = False
    wants_range: bool = False
    question: bool = False
    rambling: bool = False
    tail: str = ""

    @property
    def asks(self) -> bool:
        """Whether anything with a number is asked for."""
        return bool(self.high or self.sign_on or self.equity)


def read(text: str, terms: Terms, offered: float) -> Line:
    """Read a line said while a base of `offered` stands on the table (0: they named none yet)."""
    said = folded(text)
    if _SILENCE.fullmatch(said) or is_only("silent", text):
        return Line(text, silent=True)
    figures = sums(text, terms, offered)
    base, market = _asked(said, figures), _of("market", figures)
    low, high = (base.low, base.high) if base else (None, None)
    asked = {each: _of(each, figures) for each in ("sign_on", "equity")}
    levers = _levers(said, figures, base)
    question = "?" in text
    dodged = says("decline", said)
    present = _of("present", figures)
    hinted = present is None and not dodged and _hints(said)
    conditional = says("not", said) or (high is not None and high > offered)
    ultimatum = says("ultimatum", said)
    did = says("did", said)
    accept = says("accept", said) and not conditional and not ultimatum
    last = max((each.end for each in (base, *asked.values()) if each), default=0)
    if last:  # a thing listed behind the sum is part of the ask, not talk after it
        named = (cue(each, said) for each in levers if each in _LEVERS)
        last = max(last, *(each.end() for each in named if each), 0)
    return Line(
        text,
        low=low,
        high=high,
        sign_on=_size(asked["sign_on"], "sign_on", levers),
        equity=_size(asked["equity"], "equity", levers),
        levers=levers,
        vague=not levers and high is None and not hinted and says("wish", said) and _wants_more(said),
        present=present.high if present else None,
        hinted=hinted,
        dodged=dodged,
        market=says("market", said),
        market_figure=market.high
        if market
        else high
        if base and says("market", said) and not dodged
        else None,
        rival=says("rival", said),
        did=did,
        outcome=did and _has_outcome(said, figures),
        apology=says("apology", said),
        ultimatum=ultimatum,
        filler=says("filler", _CAN_DO.sub("", said)),
        accept=accept,
        yes=not accept and _is_yes(said, conditional=conditional or question),
        walk=says("walk", said) and not ultimatum and not re.search(r"\b(?:unless|if|or)\b", said),
        close=says("close", said),
        written=says("written", said),
        time=says("time", said) and not dodged,
        wants_range=says("range", said),
        question=question,
        rambling=high is None and not question and len(said.split()) > _RAMBLING,
        tail=text[last:].strip() if last else "",
    )


def _is_yes(said: str, *, conditional: bool) -> bool:
    return is_only("yes", said) or (not conditional and _YES.match(said) is not None)


def _of(use: str, figures: list[Sum]) -> Sum | None:
    return next((each for each in figures if each.use == use), None)


def _asked(said: str, figures: list[Sum]) -> Sum | None:
    """The base asked for: the last one named, else a figure of the market or a rival to be matched."""
    named = [each for each in figures if each.use == "base"]
    if named:
        return named[-1]
    held = [each for each in figures if each.use in ("market", "rival")]
    return held[-1] if held and says("match", said[held[-1].end :]) else None


def _levers(said: str, figures: list[Sum], base: Sum | None) -> tuple[str, ...]:
    """The things asked for: by a sum of their own, or by name in a clause that wishes for them."""
    found = ["base"] if base else []
    for lever in _LEVERS:
        by_sum = any(each.use == lever for each in figures)
        if by_sum or _wished(lever, said) or _listed(lever, said, figures):
            found.append(lever)
    if found and "base" not in found and _raises_base(said):
        found.insert(0, "base")
    if "sign_on" in found and "bonus" in found and not _bonus_besides(said):
        found.remove("bonus")
    return tuple(found)


def _wished(lever: str, said: str) -> bool:
    named = cue(lever, said)
    if named is None:
        return False
    first, last = clause(said, named.start(), named.end())
    held = said[first:last]
    wished = says("wish", held) and not _NOT_WISHED.search(held)
    return wished and not says("market", held) and not says("inform", held)


def _listed(lever: str, said: str, figures: list[Sum]) -> bool:
    """Whether a thing is named in one breath with a sum asked for: "200k and a title", "200k, a week off"."""
    asked = [each for each in figures if each.use in ("base", *_LEVERS)]
    named = cue(lever, said)
    if named is None or not asked or named.start() < asked[0].end:
        return False
    joins = list(_AND.finditer(said, asked[0].end, named.start()))
    lead = said[joins[-1].end() : named.start()] if joins else ""
    own = not _SAYS_OF.search(lead) and not _TOLD_OF.match(said, named.end())
    return bool(joins) and own and len(lead.split()) <= _LISTED and not re.search(r"[.!?] \w", lead)


def _raises_base(said: str) -> bool:
    """Whether more base is wished for, beside another thing and without a sum."""
    named = cue("base", said)
    if named is None:
        return False
    first, last = clause(said, named.start(), named.end())
    held = said[first:last]
    return says("wish", held) and _RAISES.search(held) is not None and not says("market", held)


def _bonus_besides(said: str) -> bool:
    return bool(re.search(r"\b(?:annual|target|yearly) bonus\b", said))


def _size(asked: Sum | None, lever: str, levers: tuple[str, ...]) -> float | None:
    if asked is not None:
        return asked.high
    return 0.0 if lever in levers else None


def _wants_more(said: str) -> bool:
    more = re.search(r"\b(?:more|better|higher|room|flexib\w*|increase|bump|improve|raise|up)\b", said)
    return more is not None or says("base", said)


def _hints(said: str) -> bool:
    """Whether today's pay is what a wish is measured by, without its figure."""
    measured = _ABOVE.search(said) or "what i make" in said or "what i earn" in said
    return says("present", said) and bool(measured)


def _has_outcome(said: str, figures: list[Sum]) -> bool:
    """Whether work is told with what came of it: any figure that is no pay, in digits or in words."""
    rest = list(said)
    for each in figures:
        if each.use != "work":
            rest[each.start : each.end] = " " * (each.end - each.start)
    return _ANY_FIGURE.search("".join(rest)) is not None
