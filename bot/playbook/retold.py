"""A person's own words in another form: as a line of a resume, in the first person, in fewer words.

Nothing is added but the person's place in the sentence: no figure, no tool, no claim. What cannot be
turned is left as it was said.
"""

from __future__ import annotations

import re
from functools import cache

from bot.playbook.pack import capital, joined
from bot.understand.vocab import rows

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_a-z])|\n+")
_SPOKEN = r"(?:also|then|recently|personally|just|now|first|mostly|mainly|basically|actually|currently|and)"
_I = re.compile(
    rf"(?:so |well |and |yes,? |ok,? )?(i|we|(?:my|our) team and i)"
    rf"(?:['’](?:ve|m|re|d)| have| had| was| were| am| are)?"
    rf"(?:\s{_SPOKEN})*\s+(?=\w)",
    re.IGNORECASE,
)
_TEAM = re.compile(
    r"(?:my|our) (?:team|group|squad|unit|ward|department)\s+(?:has |have )?(?=\w)", re.IGNORECASE
)
_CHATTY = re.compile(
    r"(?:yes|yeah|yep|sure|well|ok|okay|um+|uh+|hm+|i think|i guess|i would say|basically|actually)"
    r"(?:[,.:!]\s*|\s+(?=\w))(?=\S)",
    re.IGNORECASE,
)
_WHERE = re.compile(
    r"((?:at|in|for|on|during|as) [^,.;]{1,60}"
    r"|(?:last|this) (?:year|quarter|month|summer|spring|fall|winter)),\s+(?=(?:i|we)\b)",
    re.IGNORECASE,
)
_TOOLS = re.compile(
    r"(?:(?:i|we)(?:['’]ve)? (?:\w{1,10} )?(?:used?|using|built it (?:with|on|in)|work(?:ed)? (?:with|in))"
    r"|using|with|mostly|mainly|it (?:runs|ran) on|it (?:uses|used)|tools?(?: were| are)?\s*:)\s+",
    re.IGNORECASE,
)


def without_lead(words: str) -> str:
    """An answer without the words a talk begins with, in one line: "Yes, errors fell" -> "errors fell"."""
    plain = " ".join(words.split())
    while lead := _CHATTY.match(plain):
        plain = plain[lead.end() :]
    return plain


def bullet(what: str, tools: str = "", outcome: str = "") -> str:
    """A workflow as a line of a resume: the verb first, its tools in brackets, what came of it after.

    >>> bullet("I built a triage bot", "I used Claude", "Response time halved.")
    'Built a triage bot (Claude). Response time halved'
    """
    first, *later = (acted(each) for each in sentences(what) or ("",))
    named = f" ({tool_list(tools)})" if tools else ""
    return joined(f"{first}{named}".strip(), *later, *(acted(each) for each in sentences(outcome)))


def acted(sentence: str) -> str:
    """A sentence with its verb first and in the past, where it begins with "I" or "we" and a verb.

    >>> acted("At Acme, we built the search")
    'Built, with my team, the search at Acme'
    """
    plain, place = joined(sentence), ""
    if where := _WHERE.match(plain):
        plain, place = plain[where.end() :], where[1]
    begun = _I.match(plain)
    if begun is None:
        return joined(sentence)
    first, _, rest = plain[begun.end() :].partition(" ")
    verb = _past().get(first.lower(), first.lower())
    if not _is_past(verb):
        return joined(sentence)
    if begun[1].lower() != "i":
        object_, _, after = rest.partition(" ")
        short = object_.lower() in ("it", "them", "this", "that", "these")
        rest = f"{object_}, with my team, {after}" if short else f", with my team, {rest}"
    where_ = f" {place[:1].lower()}{place[1:]}" if place else ""
    return capital(f"{verb} {rest}".replace(" ,", ",").strip(" ,")) + where_


def tells_of_work(sentence: str) -> bool:
    """Whether a sentence says what somebody did: "I built ...", "we're running ...", "Led ..."."""
    plain = sentence.strip()
    if where := _WHERE.match(plain):
        plain = plain[where.end() :]
    begun = _I.match(plain) or _TEAM.match(plain)
    first = plain[begun.end() if begun else 0 :].split(maxsplit=1)[:1]
    verb = first[0].lower().strip(",.") if first else ""
    return _is_past(_past().get(verb, verb) if begun else verb) or (
        begun is not None and verb.endswith("ing")
    )


def first_person(sentence: str) -> str:
    """A sentence that says who did it: "Built a bot" -> "I built a bot"; others as they are.

    >>> first_person("built a bot")
    'I built a bot'
    >>> first_person("tested by 40 users")
    'Tested by 40 users'
    """
    plain = joined(sentence)
    first = plain.split(maxsplit=1)[:1]
    if first and _is_past(first[0].lower()) and not re.match(r"\w+ by\b", plain):
        return f"I {plain[:1].lower()}{plain[1:]}"
    return re.sub(r"^i\b", "I", plain)


def in_first_person(text: str) -> str:
    """A text of several sentences, each in the first person, without the last full stop."""
    return joined(*map(first_person, sentences(text)))


def tool_list(said: str) -> str:
    """Tools without the words around them: "I used Claude and Python." -> "Claude and Python"."""
    plain = said.strip()
    while lead := _TOOLS.match(plain):
        plain = plain[lead.end() :]
    return plain.strip().rstrip(". ")


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of an answer, each without its full stop."""
    return tuple(found for each in _SENTENCE.split(text.strip()) if (found := each.strip().rstrip(". ")))


def _is_past(verb: str) -> bool:
    return verb in _past().values() or (verb.endswith("ed") and not verb.endswith("eed"))


def within(most: int, *texts: str) -> str:
    """As many whole sentences, from the first on, as have at most that many words together; or ""."""
    kept: list[str] = []
    for sentence in (each for text in texts for each in sentences(text)):
        if sum(len(each.split()) for each in (*kept, sentence)) > most:
            break
        kept.append(sentence)
    return joined(*kept)


@cache
def _past() -> dict[str, str]:
    """Verbs people tell their work in, each with its past; a past form stands for itself.

    Every other verb is left as it was said.
    """
    listed = next(row["words"] for row in rows("evidence_words") if row["kind"] == "past")
    pairs = (each.partition("=") for each in listed.split(";"))
    return {verb: past or verb for verb, _, past in pairs}
