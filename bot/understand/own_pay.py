"""Whether a sum in a text is what its writer is or was paid: the one reader of present pay.

Judged sum by sum within its own clause, so that a word of saving elsewhere excuses nothing. `told`
leaves such a sentence out of a letter, `check` marks it in a draft, a practice talk counts it.
"""

from __future__ import annotations

import re

from bot.understand.money import Amount, amounts, as_yearly

_MARKS = str.maketrans("\u2018\u2019", "''")
_BEFORE, _AFTER = 90, 40  # characters around a sum that are looked at
_AT_MOST = 200  # sums of a text
_ABOVE_PAY = 1_000_000  # a sum from here on is no salary
_IN_LAKHS = 100.0  # a rupee of pay is counted in such steps, against a dollar
_LEAST_A_YEAR = 10_000
_BREAK = re.compile(
    r"[;:!?\n]\s|[.,](?=\s)|\s(?:but|while|whereas|though|although|when|where|so|because"
    r"|and)\s(?=i\b|i'|my\b|we\b)"
)
_ABOUT = (
    r"(?:(?:about|around|roughly|approximately|just|only|over|under|nearly|almost|exactly|some|a|an|the|still"
    r"|at|on|paid|base|salary|total|package|of|like|maybe|up|to|comfortable|solid|flat|good)\s){0,4}$"
)
_ADVERBS = (
    r"(?:(?:am|was|is|are|were|have|had|been|now|currently|presently|already|still|only|just|today"
    r"|also|personally"
    r"|previously|then|actually|right|at|the|moment)\s){0,4}"
)
# "I'm on 165k", "I pull in 150k", "today I get 170k"; a wish or an "if" before it is none.
_HAVING = re.compile(
    rf"\b(?:i|i'm|im|i've|we)\s{_ADVERBS}(?:mak(?:e|ing)|earn(?:ed|ing)?|pull(?:ed|ing)? (?:in|down)"
    rf"|(?:take|takes|took|taking|bring|brings|brought|bringing) (?:home|in)|get|gets|getting|draw"
    rf"|drew|drawing"
    rf"|clear(?:ed|ing)?|gross(?:ed|ing)?|paid|sit(?:ting)?|on|at)\s{_ABOUT}"
    rf"|\b(?:i)\s{_ADVERBS}made\s{_ABOUT}"
    rf"|\b(?:currently|presently) (?:drawing|making|earning|getting|receiving|on|at)\s{_ABOUT}"
)
# "Now I have 18 LPA": what one has is pay only where the sum is said to be.
_HAVE = re.compile(rf"\bi (?:now |currently |presently |today )?(?:have|receive)\s{_ABOUT}")
_A_LABEL = re.compile(r":\s{0,2}$")  # "Current CTC: 18 LPA"
_WISHED = re.compile(
    r"\b(?:want|need|like|hope|hoping|ask|asking|asked|should|could|would|can|if|counter|target"
    r"|offer|offered|let's"
    r"|raise|bring(?! home| in)|push|bump|match|move|until|unless|expect|floor|minimum|i'd|you|your)\b"
)
# "Increase my current CTC to 20 LPA": the sum is the one asked for.
_RAISED_TO = re.compile(
    r"\b(?:increas(?:e|ing)|rais(?:e|ing)|revis(?:e|ing)|improv(?:e|ing)|adjust(?:ing)?|enhanc(?:e|ing)"
    r"|hik(?:e|ing)|bump(?:ing)?|bring(?:ing)?|mov(?:e|ing)) (?:my|our|the|this|it)\b[^\d]{0,50}"
    rf"\bto\s{_ABOUT}"
)
_MINE = re.compile(
    r"\bmy (?:\w{1,12} ){0,3}(?:salary|pay|comp|compensation|package|base|tc|ctc|ote|wages?|income"
    r"|earnings|rate|take-home"
    rf"|paycheck)(?: (?:right now|now|today|currently|there|here|then|at \w{{1,14}}))?(?:'s)?[\s:=]{{0,3}}"
    rf"(?:is|was|were|stands|sits|comes|came|has been)?\s?{_ABOUT}"
)
# A demand ("pay me 120k") and what a company gave, which may be its offer, are nobody's pay.
_PAYS_ME = re.compile(
    r"\b(?:pays|paid) me (?:\w{1,10} ){0,2}$"
    r"|\b(?:am|are|is|was|were|been|they're|it's) (?:\w{1,10} )?paying me (?:\w{1,10} ){0,2}$"
    r"|\b(?:they|it|who|that) (?:(?:now|currently|already|still|only|do|did) ){0,2}pay me (?:\w{1,10} ){0,2}$"
    r"|\bmy (?!new\b|next\b|other\b)(?:\w{1,12} )?(?:job|employer|company|boss|firm)"
    r" (?:pays?|paid|gives?|gave) (?:\w{1,10} ){0,2}$"
    r"|\b(?:current|present|last|previous|former|old|existing) (?:\w{1,12} ){0,2}(?:pays?|paid|gives?|gave)"
    r" (?:\w{1,10} ){0,2}$"
    r"|\b(?:current|present|last|previous|former|old|existing) (?:\w{1,12} ){0,2}"
    r"(?:salary|pay|comp|compensation|package|base|tc|ctc|ote|wage|income)\b[^\d]{0,24}$"
)
_WHEN = re.compile(
    r"\b(?:today|now|currently|presently|previously|formerly|nowadays|at (?:the moment|present)"
    r"|these days|right now"
    r"|before that|until now|so far)\b"
)
_WHEN_AFTER = re.compile(
    r"^\W{0,3}(?:(?:a year|base|salary|total|in base|all in|per year|pa)\W{1,3})?"
    r"(?:today|now|currently|presently|previously|nowadays|at (?:the moment|present)|these days"
    r"|right now|before)\b"
)
_HAS = re.compile(
    r"\b(?:i|i'm|im|me|my)\b|\b(?:at|on|get|getting|make|making|earn|earning|paid|salary|package|pay)\s"
    + _ABOUT
)
_NOT_OWN = re.compile(
    r"\b(?:you|your|offer\w{0,3}|median|market|posted|postings?|band|range|counter|target|revenue"
    r"|budget|costs?"
    r"|sales|arr|mrr|spend|pipeline|built|cut|saved|grew|shipped|tickets?)\b"
)
_SUBJECT = re.compile(r"\b(?:i|i'm|im|my)\b[^.]{0,40}$")


def own_pay(text: str) -> tuple[tuple[int, int], ...]:
    """Where the sums stand that are surely what the writer is or was paid, each as (start, end).

    >>> text = "I built a bot that saved $2M. Today I get 170k."
    >>> [text[start:end] for start, end in own_pay(text)]
    ['170k']
    """
    low = text.translate(_MARKS).lower()
    if len(low) != len(text):
        low = text.translate(_MARKS)
    return tuple((amount.start, amount.end) for amount in amounts(low)[:_AT_MOST] if is_own_pay(low, amount))


def is_own_pay(low: str, amount: Amount) -> bool:
    """Whether an amount of a text in lower case is surely its writer's pay, today's or an earlier one."""
    yearly = as_yearly(amount)
    most = _ABOVE_PAY * (_IN_LAKHS if amount.currency == "INR" else 1)
    if yearly is None or yearly.high >= most or low[amount.end : amount.end + 2].lstrip()[:1] == "%":
        return False
    before = _BREAK.split(_A_LABEL.sub(" ", low[max(0, amount.start - _BEFORE) : amount.start]))[-1]
    after = _BREAK.split(low[amount.end : amount.end + _AFTER])[0]
    raised = _RAISED_TO.search(before) is not None
    if _PAYS_ME.search(before):
        return not raised
    if raised or _WISHED.search(before):
        return False
    if _HAVING.search(before) or _MINE.search(before):
        return True
    when = _WHEN.search(before) or _WHEN_AFTER.match(after)
    if _HAVE.search(before):
        return when is not None and amount.per == "year" and not _NOT_OWN.search(before)
    return when is not None and _HAS.search(before) is not None and not _NOT_OWN.search(before)
