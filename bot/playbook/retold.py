"""A person's own words in another form: as a line of a resume, in the first person, in fewer words.

Nothing is added but the person's place in the sentence: no figure, no tool, no claim. What cannot be
turned is left as it was said.
"""

from __future__ import annotations

import re

from bot.playbook.pack import capital, joined
from bot.playbook.sentences import (
    BEGUN,
    PLACE_FIRST,
    headed,
    is_past_form,
    past_forms,
    sentences,
    tells_of_work,
)
from bot.playbook.tenses import past_of, sentence_words

# A second thing done in the same breath: "... and train them", "..., and I wrote it".
_AND = re.compile(
    r"(?P<lead>(?:,|;|,? and|,? then|,? and then) )(?P<i>i(?:['’]ve| have)? )?(?:also )?"
    r"(?P<verb>[a-z][a-z-]{1,20})"
    r"(?= (?:the|a|an|my|our|their|them|it|this|these|new|all|each|every|on|for|\d))",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?:An?|The) (?=[^\W\d_])(?!\w{1,20}(?:['’]s)? (?:is|are|was|were|has|had)\b)")
_NEXT_VERB = re.compile(r"((?:, and|,? ?and|,) )([a-z][a-z-]{1,20})(?=[ ,])", re.IGNORECASE)
_HOW = re.compile(r"(?!\w{0,8}(?:ply|rely)\b)(\w{3,14}ly) (?=[a-z])")  # "usually"
_TOLD = re.compile(
    r"\b(?:i|we|it|they|he|she|that|which|was|were|is|are|had|has|because|so)\b(?!['/])", re.IGNORECASE
)
_FOR_IT = re.compile(r"(?:responsible|accountable) for\b|in charge of\b", re.IGNORECASE)
_CHATTY = re.compile(
    r"(?:yes|yeah|yep|sure|well|ok|okay|um+|uh+|hm+|i think|i guess|i would say|basically|actually)"
    r"(?:[,.:!]\s*|\s+(?=\w))(?=\S)",
    re.IGNORECASE,
)
_TOOLS = re.compile(
    r"(?:(?:i|we)(?:['’]ve)? (?:\w{1,10} )?(?:used?|using|built it (?:with|on|in)|work(?:ed)? (?:with|in))"
    r"|using|used|with|mostly|mainly|it (?:runs|ran) on|it (?:uses|used)|tools?(?: were| are)?\s*:)\s+",
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
    >>> bullet("an email scoring tool")
    'Email scoring tool'
    """
    first, *later = (acted(each) for each in sentences(what) or ("",))
    if (article := _ARTICLE.match(first)) and not tells_of_work(what):
        first = capital(first[article.end() :])
    listed = tool_list(tools)
    named = f" ({listed})" if listed and names_only(listed) else ""
    told = () if named else sentences(tools)
    return joined(f"{first}{named}".strip(), *later, *map(acted, (*told, *sentences(outcome))))


def acted(sentence: str) -> str:
    """A sentence with its verb first and in the past, where it begins with "I" or "we" and a verb.

    What is done in the same breath follows it: "I precept new graduates and train them" becomes "Precepted
    new graduates and trained them". A wish, a feeling and what no verb is known of stay as they were said.

    >>> acted("At Acme, we built the search")
    'Built, with my team, the search at Acme'
    """
    if found := headed(sentence):
        told = acted(found["rest"])
        return f"{capital(found['head'])}: {told[:1].lower()}{told[1:]}"
    plain, place = joined(sentence), ""
    if where := PLACE_FIRST.match(plain):
        plain, place = plain[where.end() :], where[1]
    begun = BEGUN.match(plain)
    if begun is None:
        return joined(sentence)
    how = _HOW.match(plain, begun.end())
    said = plain[how.end() if how else begun.end() :]
    if begun["helper"] and _FOR_IT.match(said):
        return capital(said) + _placed(place)
    first, _, rest = said.partition(" ")
    verb = _verb(first.lower().rstrip(","), (begun["helper"] or "").strip().replace("\u2019", "'").lower())
    if not verb or (first.lower() == "used" and rest.startswith("to ")):
        return joined(sentence)
    if how:
        verb = f"{how[1]} {verb}"
    rest = f", {rest}" if first.endswith(",") else rest
    rest = _chained(rest) if verb != first.lower() else rest
    rest = _AND.sub(lambda more: _in_the_past(more, present=verb != first.lower()), rest)
    if begun["who"].lower() != "i":
        object_, _, after = rest.partition(" ")
        short = object_.lower() in ("it", "them", "this", "that", "these")
        rest = f"{object_}, with my team, {after}" if short else f", with my team, {rest}"
    return capital(f"{verb} {rest}".replace(" ,", ",").strip(" ,")) + _placed(place)


def _chained(rest: str) -> str:
    """The verbs that follow the first at once, in the past like it: ", review and negotiate contracts"."""
    done = ""
    while (more := _NEXT_VERB.match(rest)) and (known := past_forms().get(more[2].lower())):
        done, rest = f"{done}{more[1]}{known}", rest[more.end() :]
    return done + rest


def _verb(said: str, helper: str) -> str:
    """The past of what follows "I" and a helper; "" where that is no piece of work."""
    if helper in ("was", "were", "'m", "am", "are", "'re") and is_past_form(said):
        return said  # "I was asked to"
    return past_forms().get(said) or past_of(said, helper)


def _in_the_past(more: re.Match[str], *, present: bool) -> str:
    """One more verb of a sentence, in the past and without "I": after another in the present, or an "I"."""
    verb = more["verb"].lower()
    known = past_forms().get(verb, "")
    if known and (present or more["i"]):
        return f"{more['lead']}{known}"
    return f"{more['lead']}{verb}" if more["i"] and is_past_form(verb) else more[0]


def _placed(place: str) -> str:
    return f" {place[:1].lower()}{place[1:]}" if place else ""


def first_person(sentence: str) -> str:
    """A sentence that says who did it: "Built a bot" -> "I built a bot"; others as they are.

    >>> first_person("built a bot")
    'I built a bot'
    >>> first_person("tested by 40 users")
    'Tested by 40 users'
    >>> first_person("Promoted twice in three years")
    'Promoted twice in three years'
    """
    if found := headed(sentence):
        return f"{capital(found['head'])}: {first_person(found['rest'])}"
    plain = joined(sentence)
    first = plain.split(maxsplit=1)[:1]
    verb = first[0].lower() if first else ""
    if is_past_form(verb) and verb not in sentence_words("done to one") and not re.match(r"\w+ by\b", plain):
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


def names_only(tools: str) -> bool:
    """Whether tools are named and nothing more: what is told of them is a sentence of its own.

    >>> names_only("Claude, Excel and our own records system"), names_only("Zendesk, and I wrote a script")
    (True, False)
    """
    return _TOLD.search(tools) is None and len(sentences(tools)) <= 1


def within(most: int, *texts: str) -> str:
    """As many whole sentences, from the first on, as have at most that many words together; or ""."""
    kept: list[str] = []
    for sentence in (each for text in texts for each in sentences(text)):
        if sum(len(each.split()) for each in (*kept, sentence)) > most:
            break
        kept.append(sentence)
    return joined(*kept)
