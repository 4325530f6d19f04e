"""What a person adds to "counter": a number to ask for, or a sentence on work they did.

Pay a person has or had must never reach a letter, so a sentence with a sum of money in it is
taken only when the sum is clearly something else: money saved or sold, or a count of things.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from bot.understand.money import Amount, amounts, read_amount
from bot.understand.text import tokens
from bot.understand.vocab import rows

SHORTEST_WORK = 5  # words; less tells a recruiter nothing
_LIKELY_PAY = (20, 999)  # a bare number of this size after "i get" or "on" is thousands of pay

_PERCENT = re.compile(r"(?<![\d.])(\d{1,3}(?:\.\d{1,2})?) ?(?:%|percent\b|per cent\b)")
_PRESENT_PAY = re.compile(
    r"\b(?:current(?:ly)?|now|today|presently|existing|previous(?:ly)?|last|old|former)\b.{0,40}"
    r"\b(?:salary|pays?|paid|comp|compensation|making|makes?|earn(?:s|ing|ed)?|base|wages?|tc)\b"
    r"|\b(?:i|i'm|im)\s(?:\w{1,12}\s){0,3}(?:make|making|earn|earning|paid)\b"
    r"|\bmy\s(?:\w{1,12}\s){0,2}(?:salary|pay|comp|tc|base|wage|income)\b"
    r"|\bpa(?:y|ys|id)\sme\b",
    re.IGNORECASE,
)
_PAY_BEFORE = re.compile(r"\b(?:get|getting|on|make|making|earn|earning|paid|pays me|at)\s$", re.IGNORECASE)
_NUMBER_THEN_WORDS = re.compile(
    r"([^\s,;:]{1,15}(?: (?:base|please))?)[,;:]? +((?:i|we|my|proof|work)\b.+)", re.IGNORECASE | re.DOTALL
)
_PROOF = re.compile(r"(?:my |the )?(?:proof|eval|evaluation)(?: is)?\s*[:,-]?\s+", re.IGNORECASE)
_LABEL = re.compile(r"(?:my |the )?work\s*:\s*", re.IGNORECASE)
_AFTER_CUE = re.compile(r"[:\n]|[.!]\s")


@dataclass(frozen=True, slots=True)
class Told:
    """What came with the command.

    `amount` or `percent` is what to ask for; `work` and `proof` are evidence in the person's own
    words: what they did, and how they knew it worked. `left_out` is True when the words may name
    present pay: they go no further. `unused` is True when nothing in the words could be used.
    """

    amount: Amount | None = None
    percent: float | None = None
    work: str = ""
    proof: str = ""
    left_out: bool = False
    unused: bool = False


def read(text: str, *, spoken: bool = False) -> Told:
    """Read the words after the command, or of the sentence that asked for a counter (`spoken`)."""
    said = _after_the_cue(text) if spoken else text.strip()
    if not said:
        return Told()
    if (only := _only_a_number(said)) is not None:
        return only
    if (leading := _NUMBER_THEN_WORDS.match(said)) and (asked := _only_a_number(leading[1])) is not None:
        return replace(_evidence(leading[2], spoken=spoken), amount=asked.amount, percent=asked.percent)
    return _evidence(said, spoken=spoken)


def _evidence(said: str, *, spoken: bool) -> Told:
    """A sentence on work or proof; left out when it may name pay, unused when it is neither."""
    if names_pay(said):
        return Told(left_out=True)
    if proof := _PROOF.match(said):
        return Told(proof=_sentence(said[proof.end() :]))
    words = [token.fold for token in tokens(said)]
    did = any(word in _listed("work") or word.endswith("ed") for word in words)
    if len(words) >= SHORTEST_WORK and did and "?" not in said:
        return Told(work=_sentence(said))
    return Told(unused=not spoken and bool(set(words) - _listed("ask")))


def _sentence(said: str) -> str:
    """The words as a sentence of a letter: no label before, no full stop after, a capital first."""
    plain = _LABEL.sub("", said.strip(), count=1).rstrip(". ")
    return plain[:1].upper() + plain[1:]


def names_pay(text: str) -> bool:
    """Whether a sentence may name what someone is or was paid. In doubt, it does."""
    if _PRESENT_PAY.search(text):
        return True
    if not any(_may_be_pay(text, amount) for amount in amounts(text)):
        return False
    words = {token.fold for token in tokens(text)}
    return not words & _listed("saving") or bool(words & _listed("pay"))


def _may_be_pay(text: str, amount: Amount) -> bool:
    """A sum, unless what follows it is the thing it counts ("10k tickets", "500 held-out cases")."""
    low, high = _LIKELY_PAY
    if amount.bare and not (low <= amount.low <= high and _PAY_BEFORE.search(text[: amount.start])):
        return False
    following = tokens(text[amount.end : amount.end + 40])
    counted = (
        amount.currency is None
        and bool(following)
        and text[amount.end :].lstrip(" ")[:1].isalpha()
        and following[0].fold not in _listed("pay") | _filler()
    )
    return not counted


def _only_a_number(said: str) -> Told | None:
    """A percent or an amount, with nothing around it but words of asking."""
    percent = _PERCENT.search(said)
    rest = _PERCENT.sub(" ", said, count=1) if percent else said
    if percent:
        return Told(percent=float(percent[1])) if not _other_words(rest) else None
    figure = read_amount(said)
    if figure is None:
        return None
    around = f"{said[: figure.start]} {said[figure.end :]}"
    return Told(amount=figure) if not _other_words(around) else None


def _other_words(text: str) -> bool:
    return any(token.fold not in _listed("ask") for token in tokens(text))


def _after_the_cue(text: str) -> str:
    """Of "write the counter: I built ..." what comes after; a sentence without such a break as it is."""
    parted = _AFTER_CUE.split(text.strip(), maxsplit=1)
    return parted[-1].strip()


@cache
def _listed(kind: str) -> frozenset[str]:
    return frozenset(
        word for row in rows("counter_words") if row["kind"] == kind for word in row["words"].split()
    )


@cache
def _filler() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("filler"))
