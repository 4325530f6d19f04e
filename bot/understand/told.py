"""What a person adds to "counter": a number to ask for, or a sentence on work they did.

Pay a person has or had must never reach a letter, so a sentence with a sum of money in it is
taken only when the sum is clearly something else: money saved or sold, or a count of things.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from bot.understand.findings import is_finding, is_of_a_count
from bot.understand.money import Amount, amounts, as_yearly, read_amount
from bot.understand.own_pay import own_pay
from bot.understand.text import tokens
from bot.understand.vocab import rows
from bot.understand.writer import without_sentences_on_writer

SHORTEST_WORK = 5  # words; less tells a recruiter nothing
_ABOVE_PAY = 1_000_000  # a sum from here on is pay only where a word of pay stands beside it
_ONE_BY_ITSELF = 1_000  # a bare number below this is pay only after "i get" or "on"
_MOST_SUMS = 200
_REACH = 120  # characters before and after a sum that say what it is

_PERCENT = re.compile(r"(?<![\d.])(\d{1,3}(?:\.\d{1,2})?) ?(?:%|percent\b|per cent\b)")
_PRESENT_PAY = re.compile(
    r"\b(?:current(?:ly)?|now|today|presently|existing|previous(?:ly)?|last|old|former)\b.{0,40}"
    r"\b(?:salary|pays?|paid|comp|compensation|making|makes?|earn(?:s|ing|ed)?|base|wages?|tc)\b"
    r"|\b(?:i|i'm|im)\s(?:\w{1,12}\s){0,3}(?:make|made|making|earn|earned|earning|paid)\b"
    r"|\bmy\s(?:\w{1,12}\s){0,2}(?:salary|pay|comp|tc|base|wage|income|package)\b"
    r"|\bpa(?:y|ys|id)\sme\b",
    re.IGNORECASE,
)
# Words of pay that are none: a thing made, a channel that is paid for, a base of knowledge.
_NO_PAY = re.compile(
    r"\b(?:i|we)(?:['’]ve)? made (?=(?:an?|the|our|sure|it|this|these|every)\b)"
    r"|\bpaid (?=(?:search|social|ads?|media|campaigns?|acquisition|channels?|users?|customers?|plans?)\b)"
    r"|\b(?:knowledge|code|customer|user|client|installed|fan|member) base\b",
    re.IGNORECASE,
)
# "My base is 143k" is no wish, unless it says so: "I want my base at 215k".
_OWN_PAY = re.compile(
    r"\bmy (?:\w{1,12} ){0,2}(?:salary|pay|base|comp|compensation|wage|income|tc)(?: (?:right )?now)?"
    r"(?: is| was|'s|:|=)?\W{0,3}$",
    re.IGNORECASE,
)
_WISHED = re.compile(
    r"\b(?:want|need|like|ask|asking|should|get|raise|push|bring|make|for|counter|let's)\b", re.IGNORECASE
)
_PAY_BEFORE = re.compile(r"\b(?:get|getting|on|make|making|earn|earning|paid|pays me|at)\s$", re.IGNORECASE)
_LEAD = re.compile(
    r"(?:with|that|because|since|as|and|so|tell them(?: that)?|say(?: that)?|mention(?: that)?|please|base)\b"
    r"[\s,:;]*",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"\b(?:cut|held|hold|kept|keep|brought|capped|flat|target|valued|budgeted)\b.{0,40}$", re.IGNORECASE
)
# A clause ends at a mark, or before a person that speaks of themselves.
_CLAUSE = re.compile(
    r"[;:!?\n]|[.,](?=\s)|\s(?:but|while|whereas|though|although|when|and|because|so)\s(?=(?:i|i'm|i’m|my|we)\b)",
    re.IGNORECASE,
)
_PROOF = re.compile(r"\b(?:my |the )?(?:proof|eval|evaluation)(?: is)?\s*:\s*", re.IGNORECASE)
_MORE = re.compile(r"^\s{0,3}(?:more|higher|extra|on top)\b", re.IGNORECASE)
_A_SHARE = re.compile(r" ?(?:%|percent\b|per cent\b)")
_COUNTED = frozenset(["of", "to", "from", "fewer", "less", "lower", "faster", "down", "up", "vs"])
# What changed, in notes: "stockouts down 18%", "12% to 19%", "a -> b".
_CHANGED = re.compile(
    r"->|=>|\u2192|\d%? (?:to|vs\.?) [$€£]?\d|\b(?:down|up|by) \d|\bfrom [$€£]?\d[\d.,%kKmM]{0,8} to [$€£]?\d"
    r"|\d% of \w|\d% (?:fewer|less|more|faster|lower|higher) \w",
)
_DOES = re.compile(
    r"\b(?:i|we)(?:['’]ve|['’]m| have| had| am)?(?: also| been)? ([a-z]{3,14})\b", re.IGNORECASE
)
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
    said = without_sentences_on_writer(text).strip()
    asked, rest = _asked(said)
    if asked == Told() and spoken:
        asked, rest = _asked(_after_the_cue(said))
    if asked != Told():
        evidence = _evidence(rest) if len(tokens(rest)) >= SHORTEST_WORK else Told()
        return replace(asked, work=evidence.work, proof=evidence.proof, left_out=evidence.left_out)
    evidence = _evidence(_after_the_cue(said) if spoken else said)
    return replace(evidence, unused=False) if spoken else evidence


def _asked(said: str) -> tuple[Told, str]:
    """A number to ask for, with nothing before it but words of asking, and the words after it."""
    if percent := _PERCENT.search(said):
        before, after = said[: percent.start()], said[percent.end() :]
        after = _MORE.sub("", after, count=1)
        if _only_asking(before) and not before.rstrip().endswith("-") and _asks_no_more(after):
            return Told(percent=float(percent[1])), after
    figure = read_amount(said)
    if figure is None or not _only_asking(said[: figure.start]):
        return Told(), said
    if _OWN_PAY.search(said[: figure.start]) and not _WISHED.search(said[: figure.start]):
        return Told(), said
    after = said[figure.end :]
    if _A_SHARE.match(after):
        return Told(), said  # "118% of quota"
    counted = after.lstrip(" ")[:1].isalpha() and figure.currency is None and not _starts_anew(after)
    return (Told(), said) if counted else (Told(amount=figure), after)


def _asks_no_more(after: str) -> bool:
    """Whether a percent stands alone or before a reason, as "98% of my students" does not."""
    first = tokens(after[:40])[:1]
    return not after[:1].isalpha() and (
        not first or (first[0].fold not in _COUNTED and _starts_anew(after)) or after.lstrip()[:1] in ",;:."
    )


def _only_asking(text: str) -> bool:
    return all(token.fold in _listed("ask") for token in tokens(text))


def _starts_anew(after: str) -> bool:
    """Whether the words after a number are no thing it counts: "215k base", "215k because I built"."""
    first = tokens(after[:40])[:1]
    return not first or first[0].fold in _listed("ask") | _listed("pay") | _filler() | {
        "because",
        "since",
        "and",
    }


def _evidence(said: str) -> Told:
    """Sentences on work and proof; left out when they may name pay, unused when they are neither."""
    if names_pay(said):
        return Told(left_out=True)
    work, proof = said, ""
    if found := _PROOF.search(said):
        work, proof = said[: found.start()].rstrip(" .,;\n\t"), said[found.end() :]
    work = _sentence(work)
    words = [token.fold for token in tokens(work)]
    does = any(found[1].lower() in _listed("does") for found in _DOES.finditer(work))
    did = (
        does or _CHANGED.search(work) or any(word in _listed("work") or word.endswith("ed") for word in words)
    )
    if len(words) < SHORTEST_WORK or not (did or proof) or "?" in work:
        work = ""
    told = Told(work=work, proof=_sentence(proof))
    nothing = told == Told() and not _only_asking(said)
    return replace(told, unused=nothing)


def _sentence(said: str) -> str:
    """The words as a sentence of a letter: no label or lead before, no full stop after, a capital first."""
    plain = _LABEL.sub("", said.strip(" ,;:\n\t"), count=1)
    while lead := _LEAD.match(plain):
        plain = plain[lead.end() :]
    plain = plain.rstrip(". ")
    return plain[:1].upper() + plain[1:]


def names_pay(text: str) -> bool:
    """Whether a sentence may name what someone is or was paid. In doubt, it does.

    A sum counts as pay where `own_pay` says so, whatever else its clause speaks of. Else it does unless what
    it counts stands after it ("10k tickets", "a $400k deal"), its own clause speaks of money saved or sold,
    or it is in the millions; a word of pay beside any number settles it.
    """
    if own_pay(text):
        return True
    text = _NO_PAY.sub(" ", text)
    if _PRESENT_PAY.search(text):
        return True
    of_pay = bool({token.fold for token in tokens(text)} & _listed("pay"))
    return any(_may_be_pay(text, amount, of_pay=of_pay) for amount in amounts(text)[:_MOST_SUMS])


def _may_be_pay(text: str, amount: Amount, *, of_pay: bool) -> bool:
    """Whether nothing in the clause of an amount says that it is something else than pay."""
    pay = as_yearly(amount)
    if pay is None or _counts_things(text, amount):
        return False
    if of_pay:
        return True
    before = text[max(0, amount.start - _REACH) : amount.start]
    if amount.bare and amount.low < _ONE_BY_ITSELF:
        cases = any(_counts_things(text, each) for each in amounts(text[: amount.start])[:_MOST_SUMS])
        return bool(_PAY_BEFORE.search(before)) and not is_finding(before, of_cases=cases)
    if amount.low >= _ABOVE_PAY:
        return False
    parts = _CLAUSE.split(before)
    told = " ".join(parts[-2:]) if parts[-1].lstrip().lower().startswith("from ") else parts[-1]
    clause = told + _CLAUSE.split(text[amount.end : amount.end + _REACH])[0]
    of_saving = {token.fold for token in tokens(clause)} & _listed("saving")
    return not of_saving or bool(_PAY_BEFORE.search(before) and not _MOVED.search(before))


def _counts_things(text: str, amount: Amount) -> bool:
    """Whether the thing a number counts follows it: "10k tickets", "500 held-out cases", "40%"."""
    after = text[amount.end :].lstrip(" ")
    if is_of_a_count(text[max(0, amount.start - _REACH) : amount.start], after):
        return True
    following = tokens(after[:40])
    if following and after[:1].isalpha() and following[0].fold in _listed("business"):
        return True  # "a $400k deal"
    return (
        amount.currency is None
        and after[:1].isalpha()
        and bool(following)
        and following[0].fold not in _listed("pay") | _listed("saving") | _listed("work") | _filler()
    )


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
