"""A person's own words as a letter can hold them: whole sentences in its text, everything else as a list.

Nothing is added but "I" before a verb of theirs and the small words of a sentence: "Cut review time" becomes
"I cut review time", "built report generator" "I built a report generator", tools are spelt as they are, and
"lead scoring rebuilt, 12% to 19%" stands word for word in a line of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.playbook.letter import fit, length
from bot.playbook.pack import capital
from bot.playbook.retold import first_person
from bot.playbook.sentences import sentences
from bot.playbook.tenses import sentence_words
from bot.playbook.tool_names import written_out
from bot.understand.text import tokens

MOST_LINES = 5  # of a list in a letter; more is a resume
_MARK = re.compile(r"(?:[\u2022\u25cf\u25aa\u2023\u00b7*\u2013\u2014-]|\d{1,2}[.)])\s{1,3}(?=\S)")
_NOTED = re.compile(r"->|=>|\u2192|\bw/|\||\s[+&=]\s|;\s*;")
_SAYS_WHO = re.compile(r"(?:^|[\s,;])(?:i|we)(?:'ve|'m|'re|'d)?\s\w", re.IGNORECASE)
_NUMBER_FIRST = re.compile(r"[\d$£€#%~<>+-]")

_MADE = r"I (?:built|made|created|wrote|designed|developed|set up|ran|launched|shipped|trained|automated)"
_THINGS = (
    r"(?:tool|generator|(?:chat)?bot|pipeline|dashboard|model|macro|app|workflow|script|system|agent|assistant"
    r"|service|platform|prototype|classifier|report|tracker|template|plugin|extension|engine|library|website"
    r"|integration|checklist|prompt|process|spreadsheet|database|program|course|guide|playbook)"
)
# One thing made, named without its article.
_THING = re.compile(
    rf"^(?P<made>{_MADE}) (?P<what>(?!(?:an?|the|my|our|this|that|one|two|each|every)\b|\d)"
    rf"(?:[\w-]{{2,24}} ){{0,3}}{_THINGS})"
    r"(?=$|[,.;:]| (?:in|with|for|that|which|to|on|of|using|from|by|and|over|at|as)\b)"
)
_TESTED = re.compile(r"^I (?:tested|evaluated|measured|graded|checked)(?= on (?:\d|the\b|a\b))")
# What came of it, said in a breath behind it: "I built a bot, cut waiting by half".
_AND_CUT = re.compile(
    r"^(?P<first>I (?:(?!\band\b)[^,]){3,160}), "
    r"(?=(?:cut|saved|reduced|halved|doubled|raised|lifted|grew)\b [^,]*$)"
)
# What it does, said in a breath behind it.
_WHAT_IT_DOES = re.compile(
    r"(?<=[\w%)]), (?P<does>(?:answers|automates|catches|cuts|deflects|drafts"
    r"|finds|flags|generates|handles|ranks|reads|reduces|replaces|routes|saves|scores|sends|sorts|summari[sz]es"
    r"|tracks|writes)\b (?=[\w$€£]))"
)


@dataclass(frozen=True, slots=True)
class Own:
    """`text` where the words are whole sentences, without the last full stop; else `lines`, one a thing."""

    text: str = ""
    lines: tuple[str, ...] = ()

    @property
    def said(self) -> str:
        """All of them in one line."""
        return " ".join((self.text, *self.lines)).strip()

    def within(self, most: int) -> Own:
        """The first of them that fit into so many words: whole sentences, or whole lines."""
        if not self.lines:
            return Own(fit(self.text, most)) if self.text else self
        kept: list[str] = []
        for line in self.lines:
            if length(" ".join((*kept, line))) > most:
                break
            kept.append(line)
        return Own(lines=tuple(kept) or (fit(self.lines[0], most),))


def own_words(said: str) -> Own:
    """The words of an answer as a letter holds them; `Own()` for none.

    >>> own_words("cut review time from 9 days to 4. Errors halved").text
    'I cut review time from 9 days to 4. Errors halved'
    >>> own_words("lead scoring rebuilt, 12% to 19%").lines
    ('Lead scoring rebuilt, 12% to 19%',)
    """
    told = [written_out(each.strip()) for each in said.splitlines() if each.strip()]
    marked = [each for each in told if _MARK.match(each)]
    if marked:
        return Own(lines=tuple(capital(_unmarked(each)) for each in told)[:MOST_LINES])
    found = [capital(each) for line in told for each in sentences(line)]
    whole = [_read_aloud(first_person(each)) for each in found]
    if all(is_sentence(each) for each in whole):
        return Own(". ".join(whole))
    return Own(lines=tuple(found[:MOST_LINES]))


def is_sentence(said: str) -> bool:
    """Whether words can stand as a sentence of a letter: something in them does something, or is it."""
    if _NOTED.search(said) or _NUMBER_FIRST.match(said):
        return False
    words = [token.fold for token in tokens(said)]
    if len(words) < 2:  # noqa: PLR2004 - a word alone is none
        return False
    if _SAYS_WHO.search(said) or words[0] in sentence_words("subject"):
        return True
    later = words[1:]
    if any(word in sentence_words("auxiliary") or word in sentence_words("changed") for word in later):
        return True
    return words[0] in sentence_words("determiner") and any(word.endswith("ed") for word in later)


def _read_aloud(sentence: str) -> str:
    """A sentence of one's work with the small words that notes leave out.

    >>> _read_aloud("I built prototype generator in Figma, saves 2 hours")
    'I built a prototype generator in Figma, which saves 2 hours'
    """
    sentence = _TESTED.sub(r"\g<0> it", sentence)
    named = _THING.sub(lambda found: f"{found['made']} {_a(found['what'])}", sentence, count=1)
    named = _AND_CUT.sub(r"\g<first> and ", named)
    return _WHAT_IT_DOES.sub(r", which \g<does>", named, count=1)


def _a(what: str) -> str:
    word = what.split(maxsplit=1)[0]
    spelt = word.isupper() and word[0] in "AEFHILMNORSX"  # said letter by letter: "an LLM"
    vowel = word[0] in "aeiouAEIO" and not word.lower().startswith(("uni", "use", "one"))
    return f"{'an' if spelt or vowel else 'a'} {what}"


def _unmarked(line: str) -> str:
    return _MARK.sub("", line, count=1).strip().rstrip(". ")
