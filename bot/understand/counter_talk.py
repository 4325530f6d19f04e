"""What "counter" is wanted for: which form and tone, what they answered, what is left behind.

Reads those out of the words and leaves the rest (`CounterTalk.rest`) to `bot.understand.told`: a number
to ask for, a sentence on one's work. Total: any text is read, every pattern is bounded.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from bot.understand.at_target import at_target
from bot.understand.firm import holds, is_final
from bot.understand.money import Amount, amounts
from bot.understand.rivals import rival_in, says_untrue
from bot.understand.small_levers import small_lever
from bot.understand.text import Token, tokens
from bot.understand.vocab import rows

Form = Literal["", "email", "call", "chat"]
Tone = Literal["", "warm", "neutral", "firm"]
Scene = Literal["", "fixed", "final", "sign_at", "today", "invent", "rival", "again"]
Behind = Literal["", "equity", "bonus"]

_LONGEST = 1_000  # characters; more is a letter, and no wish about one
_FEW = 12  # words; in so few a form or a tone is a wish, in more it may be part of somebody's work
_ALSO = re.compile(r"[\s,+&]{0,3}(?:\b(?:and|plus|with|an?)\b[\s,]{0,2}){0,3}$", re.IGNORECASE)
_TAIL = 3  # words that may stand before a form or tone at the end: "215k base, firm"
_NEAR = 14  # characters between a sum and the words that say what it is
_MARKS = str.maketrans("\u2018\u2019", "''")
_WORK = re.compile(
    r"\b(?:i|we)(?:'ve| have)? (?:\w{1,12} )?"
    r"(?:built|ran|led|wrote|cut|shipped|made|grew|won|set up|\w{2,14}ed)\b"
)
_INVENT = re.compile(
    r"\b(?:make|making|made) up (?:an? |some )?(?:\w{1,12} ){0,2}(?:offers?|number|company|competing)\b"
    r"|\b(?:invent|fabricate|fake|imagine)\b.{0,30}\boffers?\b"
    r"|\bbluff(?:ing)?\b|\bpretend\b.{0,40}\b(?:offers?|interview\w*)\b|\blie about\b"
    r"|\b(?:say|saying|claim|pretend|tell (?:them|him|her|the recruiter)|write|put|add)(?: that)?"
    r" (?:i|i've|we)(?:'ve| have)?(?: already)?(?: (?:have|got|received))?"
    r" (?:an?|another|other|competing|better|two)\b.{0,24}\boffers?\b"
)
_AGAIN = re.compile(
    r"\b(?:counter|negotiate|push|ask)(?: \w{1,8}){0,2}"
    r" (?:again|twice|once more|a second time|one more time|further)\b"
    r"|\b(?:second|another|one more) (?:counter|round)\b|\bre-?counter\b"
)
_OWN_NUMBER = re.compile(
    r"\b(?:your|parley's) (?:own )?number\b|\byou (?:choose|pick)(?: (?:the|a) number)?\b"
    r"|\bforget my number\b"
)
_SIGN_AT = re.compile(
    r"\b(?:would|will|could|can|do) (?:you|i|we) (?:be (?:willing|ready) to )?"
    r"(?:sign|accept|commit|say yes|take it|join)\b|\bsign (?:today|now|on the spot|right now)\b"
)
_TODAY = re.compile(
    r"\b(?:answer|decision|decide|signature|sign|reply|respond|response|yes)\b.{0,24}"
    r"\b(?:today|now|right away|tonight|on the (?:spot|call|phone)|tomorrow|(?:with)?in (?:24|48) hours"
    r"|end of (?:the )?day|eod|immediately)\b|\bexploding (?:offer|deadline)\b"
)
_LEAVING = re.compile(
    r"\b(?:leav\w{1,3}|forfeit\w{0,3}|los(?:e|ing)|giv(?:e|ing) up|walk(?:ing)? away from|left|behind"
    r"|unvested|on the table)\b"
)
_LEFT_KIND = re.compile(
    r"\b(?:unvested|vest\w{0,3}|rsus?|stock|equity|shares?|grants?|options|bonus|behind|forfeit\w{0,3}"
    r"|on the table)\b"
)
_PAID = re.compile(r"\b(?:salary|base|pay|paid|paying|make|making|earn\w{0,3}|wages?|job)\b")
_SIGN_ON = re.compile(r"\b(?:sign(?:ing)?[ -]?on(?: bonus)?|signing bonus|joining bonus)\b")
_EQUITY_ONLY = re.compile(
    r"\W{0,2}(?:ask |go |counter |push )?(?:for |on |with )?(?:the |more )?"
    r"(?:equity|stock|rsus?|shares|options)(?: instead)?\W{0,2}"
)
_SIGN_ON_ONLY = re.compile(
    r"\W{0,2}(?:no\W{1,2})?"
    r"(?:(?:don'?t|do not) (?:ask |go |counter )(?:for |on |with )?(?:the |more )?base\W{1,3})?"
    r"(?:but )?(?:ask |go |counter )?(?:for |on |with )?(?:an? |the )?(?:more |bigger |higher |larger )?"
    r"sign(?:ing)?[ -]?on(?: bonus)?(?: instead| then| please){0,2}\W{0,2}"
)
_MENTION = re.compile(
    r"\b(?:mention|name|include|bring up|use)\s(?:(?:my|the|an?|other|competing|rival|second)\s){0,3}"
    r"(?:offers?\s(?:from|at|by|of)\s)?(?P<who>[^,.;:?!]{2,60})"
)
_FORM_SAID: tuple[tuple[Form, re.Pattern[str]], ...] = (
    ("chat", re.compile(r"\b(?:chat|slack|text|linkedin|whatsapp|teams) (?:message|version|reply|note)\b"
                        r"|\b(?:as a|in|by|over|for) (?:chat|text|slack|dm|linkedin|whatsapp|sms)\b")),
    ("call", re.compile(r"\b(?:call|phone) (?:script|version|lines)\b|\bon (?:the|a) (?:phone|call)\b"
                        r"|\bfor (?:the|a) (?:phone )?call\b")),
)  # fmt: skip
_TONE_SAID = re.compile(
    r"\b(?:make it|sound|be|write it|more|bit|tone|in an?|too)\s(?:\w{1,8}\s){0,2}(?P<tone>[a-z]+)"
)


@dataclass(frozen=True, slots=True)
class CounterTalk:
    """What was wished for, "" or None where not said.

    `amount` is the number of "would you sign at 200k?", `forfeited` what is left behind in money (of
    `behind`), `sign_on` a sign-on to ask for, `equity` that equity is wanted instead. `sign_on_beside`
    says that one was named beside a base. `lever` is a smaller thing that few words ask for ("vacation").
    `wants_ote` says that pay at target is asked for, `ote` its sum where one is named, `ote_beside` that one
    was named beside a base. `mention` are the words after "mention". `rival` is the
    company of an offer said to be held beside this one, `ours` that our number is wanted.
    `rest` is the text without all that.
    """

    form: Form = ""
    tone: Tone = ""
    scene: Scene = ""
    amount: Amount | None = None
    forfeited: Amount | None = None
    behind: Behind = ""
    sign_on: Amount | None = None
    wants_sign_on: bool = False
    equity: bool = False
    sign_on_beside: bool = False
    lever: str = ""
    ote: Amount | None = None
    wants_ote: bool = False
    ote_beside: bool = False
    mention: str = ""
    rival: str = ""
    ours: bool = False
    rest: str = ""


def read(text: str) -> CounterTalk:
    """Read the words of a counter; what is none of these wishes stays in `rest`."""
    said = text.translate(_MARKS)
    low = said.lower()
    if len(low) != len(said) or len(said) > _LONGEST:  # a letter may be two in lower case
        return CounterTalk(rest=text)
    work = _WORK.search(low)
    head = _before_work(low)
    sums = amounts(said)
    rival, _ = rival_in(said)
    if rival:
        return CounterTalk(scene="rival", rival=rival, rest=text)
    scene = "invent" if says_untrue(said) else _scene(head, bool(sums))
    if scene:
        return CounterTalk(scene=scene, amount=sums[0] if scene == "sign_at" else None)
    ours = _OWN_NUMBER.search(low) is not None
    said = _OWN_NUMBER.sub(" ", low).strip() if ours else said
    form, tone, said = _manner(said, bool(work))
    forfeited, behind, said = _left_behind(said, amounts(said))
    if fixed := holds(_before_work(said.lower())):
        scene, said = "fixed", _without_clause(said, fixed.start(), fixed.end())
    target = at_target(said, _before_work(said.lower()))
    said = target.rest
    sign_on, wants_sign_on, said = _sign_on(said)
    beside, said = (False, said) if sign_on or wants_sign_on else _sign_on_beside(said)
    equity = bool(_EQUITY_ONLY.fullmatch(said.lower()))
    late_form, late_tone, said = _manner(said, bool(work))
    mention = _MENTION.search(said.lower()) if not work else None
    return CounterTalk(
        form=form or late_form,
        tone=tone or late_tone,
        scene=scene,
        forfeited=forfeited,
        behind=behind,
        sign_on=sign_on,
        wants_sign_on=wants_sign_on,
        equity=equity,
        sign_on_beside=beside,
        lever=small_lever(said, works=bool(work)),
        ote=target.amount,
        wants_ote=target.wanted,
        ote_beside=target.beside,
        mention=said[mention.start("who") : mention.end("who")].strip() if mention else "",
        ours=ours,
        rest="" if equity else said.strip(),
    )


def _scene(head: str, with_sum: bool) -> Scene:
    """What was said that asks for a line and no counter; `with_sum` says that a sum stands in the words."""
    signs = _SIGN_AT.search(head) is not None
    found: tuple[tuple[Scene, bool], ...] = (
        ("invent", _INVENT.search(head) is not None),
        ("again", not with_sum and _AGAIN.search(head) is not None),
        ("sign_at", with_sum and signs),
        ("final", is_final(head)),
        ("today", signs or _TODAY.search(head) is not None),
    )
    return next((scene for scene, holds in found if holds), "")


def _before_work(low: str) -> str:
    """The words before a sentence on somebody's work: what is fixed or final there is no answer of theirs."""
    work = _WORK.search(low)
    return low[: work.start()] if work else low


def _left_behind(said: str, sums: list[Amount]) -> tuple[Amount | None, Behind, str]:
    """A sum forfeited by leaving: "leaving 80k unvested". Words of pay beside it make it none."""
    for amount in sums:
        start, end = _clause(said, amount.start, amount.end)
        clause = said[start:end].lower()
        if not (_LEAVING.search(clause) and _LEFT_KIND.search(clause)) or _PAID.search(clause):
            continue
        if amount.currency is None and amount.bare:
            continue  # "leaving 3 unvested grants"
        return amount, "bonus" if "bonus" in clause else "equity", (said[:start] + said[end:]).strip(" ,;")
    return None, "", said


def _clause(said: str, start: int, end: int) -> tuple[int, int]:
    """The clause around a place: up to the marks and the "and" beside it."""
    breaks = [found.end() for found in _BREAK.finditer(said, 0, start)]
    after = _BREAK.search(said, end)
    return (breaks[-1] if breaks else 0), (after.start() if after else len(said))


_BREAK = re.compile(r"[;:\n.!?](?=\s|$)|,(?=\s|$)|\s(?:and|but|so|because)\s")


def _without_clause(said: str, start: int, end: int) -> str:
    first, last = _clause(said, start, end)
    return f"{said[:first]} {said[last:]}".strip(" ,;.:")


def _sign_on(said: str) -> tuple[Amount | None, bool, str]:
    """A sign-on asked for, with its sum where it stands beside it and no other sum is named."""
    low = said.lower()
    if _SIGN_ON_ONLY.fullmatch(low):
        return None, True, ""
    named = _SIGN_ON.search(low)
    sums = amounts(said)
    if named is None or len(sums) != 1:
        return None, False, said
    amount = sums[0]
    before = amount.end <= named.start()
    between = low[amount.end : named.start()] if before else low[named.end() : amount.start]
    if len(between) > _NEAR or _BREAK.search(between):
        return None, False, said
    first, last = min(amount.start, named.start()), max(amount.end, named.end())
    return amount, True, f"{said[:first]} {said[last:]}".strip(" ,;.:")


def _sign_on_beside(said: str) -> tuple[bool, str]:
    """Whether a sign-on with its sum stands beside another sum, and the words without it."""
    low = said.lower()
    named = _SIGN_ON.search(low)
    if named is None:
        return False, said
    for amount in amounts(said):
        if amount.end <= named.start() <= amount.end + _NEAR and not _BREAK.search(
            low[amount.end : named.start()]
        ):
            return True, f"{_ALSO.sub('', said[: amount.start])} {said[named.end() :]}".strip(" ,;.:")
    return False, said


def _manner(said: str, work: bool) -> tuple[Form, Tone, str]:
    """The form and the tone: before all else, at the end of few words, or said as a wish in few words."""
    words = tokens(said)
    first = _peeled(words)
    form, tone = _named(words[:first])
    rest, left = said[words[first - 1].end :] if first else said, words[first:]
    if not work and left:
        last = _peeled(left[::-1])
        if last and len(left) - last <= _TAIL:
            back_form, back_tone = _named(left[len(left) - last :])
            form, tone = form or back_form, tone or back_tone
            rest = rest[: left[len(left) - last].start - (len(said) - len(rest))]
    if not work and len(words) <= _FEW and not (form and tone):
        low = rest.lower()
        for name, pattern in _FORM_SAID:
            if not form and pattern.search(low):
                form, rest, low = name, pattern.sub(" ", rest), pattern.sub(" ", low)
        found = _TONE_SAID.search(low)
        if not tone and found and _manners().get(found["tone"], ("", ""))[0] == "tone":
            tone = _as_tone(_manners()[found["tone"]][1])
    return form, tone, rest.strip(" ,;:")


def _peeled(words: list[Token]) -> int:
    """How many words from the start are of a form or a tone, or lead to one; 0 where none is."""
    last = 0
    for at, word in enumerate(words):
        kind = _manners().get(word.fold, ("", ""))[0]
        if not kind:
            break
        if kind != "between":
            last = at + 1
    return last


def _named(words: list[Token]) -> tuple[Form, Tone]:
    found = dict(_manners()[word.fold] for word in words if word.fold in _manners())
    form = found.get("form", "")
    return form if form in ("email", "call", "chat") else "", _as_tone(found.get("tone", ""))  # type: ignore[return-value]


def _as_tone(name: str) -> Tone:
    return name if name in ("warm", "neutral", "firm") else ""  # type: ignore[return-value]


@cache
def _manners() -> dict[str, tuple[str, str]]:
    """Each word of a form or a tone with its kind and its id; "between" are words that lead to one."""
    return {
        word: (row["kind"], row["id"]) for row in rows("counter_manners") for word in row["words"].split()
    }
