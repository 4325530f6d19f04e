"""What a posting's text asks of AI, sentence by sentence.

The words are the table posting_ai_words.csv, by `kind`: "term" names AI work (as written where it
has capitals: "RAG", "KI"); "mask" holds a term and means something else ("EU AI Act", "RAG
status"); the other kinds are words whose presence in the same sentence decides what a term asks.
All terms are looked for in one pass (Aho-Corasick), and only the sentences that hold one are read.

Of a sentence that names AI, by the section it stands in:

- duties and requirements: required. Only preferred where the sentence says so ("a plus") or asks
  for no more than interest ("passionate about AI"). Securing, assessing, selling or governing AI
  systems is AI work, as is using AI tools; one of several alternatives ("mobile, AI or cloud
  testing") is asked for too.
- wishes: preferred, unless the sentence insists ("must possess").
- what is said of the role, before any heading or of the team: like a duty where the sentence
  speaks to or of the candidate ("you will", "we are looking for", "you know ..."), opens as a demand
  ("Must know", "3+ years of") or insists on a skill ("AI fluency expected"); else it is talk of the
  company.
- a text without any heading: a sentence that begins like an item of a list is a duty, one that
  wishes is a wish.
- company, benefits, pay, hiring and legal notes: nothing. So a culture that wants every employee
  to use AI asks nothing when said of the company, and is required when listed with the requirements.

Nothing is asked where AI is no more than the kind of company, customer or workload ("AI startups",
"AI workloads"), the company's own product in a duty that does not build it ("demo our AI-powered
platform"), the company's name, a law's name, how applications are handled, or what is expressly
not needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final, Literal

from data.classify.ai_words import words
from data.classify.posting_sections import OTHER, Section, Sections, heading, is_bullet, sections, within

Asked = Literal["required", "preferred", "none"]

LONGEST_TEXT: Final = 200_000
"""Characters that are read: the longest real posting has a tenth of this."""

_MOST_SENTENCES: Final = 500  # that name AI; no real posting has a hundred
_REACH: Final = 400  # characters of a sentence either side of a term
_BUILDS_WITHIN: Final = 40  # characters: "build and secure our AI-powered platform"
_ASKED_WITHIN: Final = 80  # characters: "applicants must have at least two years of machine learning"
_NEAR: Final = 2  # lines: there may be an empty one between
_OPENING: Final = 40  # characters
_LONGEST_TITLE: Final = 120  # characters
_LONG_LINE: Final = 300  # characters; a longer line may hold several sections
_STOP = re.compile(r"(?<!e\.g)(?<!i\.e)(?<!etc)[.!?;](?=\s)|[\n•●]")
_NAME_BEFORE = re.compile(r"(?:\b([Aa]t|[Aa]bout|[Jj]oin|[Ww]hy) )?\b([A-Z][A-Za-z0-9]{1,20}) $")
_NAME_AFTER = re.compile(r"['’]s\b| (?:is|was|has|uses|offers|provides|builds|and its|will never)\b")
_UNSPACED: Final = "\u2e80"  # from here on scripts that put no space between words
_START = re.compile(r"[\W_]{0,8}")
# "Nurse with a command of AI tools", "The engineer will train models".
_HOLDER = re.compile(r"(?!our\b|we\b|the\b)(?:[\w/&-]{1,30} ){1,6}?(?:with|who|able)\b", re.IGNORECASE)
_DOER = re.compile(r"(?:the|this) (?:[\w/&-]{1,30} ){1,5}?(?:will|must|should|needs to)\b", re.IGNORECASE)
_WANTED = re.compile(r"we (?:want|need|seek) (?!to\b)(?:[\w/&-]{1,30} ){1,6}?who\b", re.IGNORECASE)
_YEARS = re.compile(
    r"(?:at least |minimum |min\. )?(?:[0-9]{1,2}|one|two|three|four|five|six|seven|eight|ten)"
    r"(?:[-–][0-9]{1,2})?(?:\+| plus| or more)? years?\b",
    re.IGNORECASE,
)
_IS_A = re.compile(r"At [A-Z][^,]{1,30},|[A-Z]\w{1,20}(?: [A-Z]\w{1,20})? is (?:an?|the|on)\b")


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    end: int


def read_text(text: str) -> Asked:
    """Say what a posting's text asks of AI; see the module for the rules. Never raises."""
    text = _plain(text[:LONGEST_TEXT])
    hits = _hits(text)
    if not hits:
        return "none"
    best: Asked = "none"
    parts = sections(text)
    for sentence, at, section in islice(_sentences(text, hits, parts), _MOST_SENTENCES):
        asked = _asked(sentence, at, section)
        if asked == "required":
            return asked
        best = "preferred" if asked == "preferred" else best
    return best


def title_of(text: str) -> str:
    """The first line of a text where it is the job's title, else ""."""
    first = text[:LONGEST_TEXT].lstrip().split("\n", 1)[0].strip()
    cues = words().cues
    if (
        len(first) > _LONGEST_TITLE
        or first.endswith((".", "!", "?", ":"))
        or heading(first) not in (None, OTHER)
    ):
        return ""
    about_us = cues["candidate"].search(first) or cues["self"].match(first) or _IS_A.match(first)
    asks = _demands(first, 0) or cues["not"].search(first) or cues["wish"].search(first)
    return first if cues["job"].search(first) and not (about_us or asks) else ""


def _plain(text: str) -> str:
    # Lower-casing must keep every offset: U+0130 alone grows by it.
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    for odd, plain in (("\u0130", "I"), ("\uff1a", ":"), ("\xa0", " "), ("\u2011", "-"), ("\u2010", "-")):
        if odd in text:
            text = text.replace(odd, plain)
    return text


def _hits(text: str) -> list[_Hit]:
    """Where AI is named: terms as whole words, outside masks and the company's own name."""
    found: list[_Hit] = []
    names: set[str] = set()
    masked = 0
    lowered = text.lower()
    not_names = words().not_names
    for last, (written, is_mask) in words().terms.iter(lowered):
        end = last + 1
        start = end - len(written)
        if not _whole_word(text, start, end) or (written != written.lower() and text[start:end] != written):
            continue
        if is_mask:
            masked = end
            while found and found[-1].start >= start:
                found.pop()
        elif start >= masked:
            while found and found[-1].start >= start:
                found.pop()
            found.append(_Hit(start, end))
            if written == "AI":
                name = _company(text, start, end)
                if name and name.lower() not in not_names:
                    names.add(name)
    if not names:
        return found
    return [hit for hit in found if _name_before(text, hit.start) not in names]


def _whole_word(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    if (before.isalnum() and before < _UNSPACED) or (after.isalnum() and after < _UNSPACED):
        return False
    if "_" in (before, after):
        return False
    # "starburst.ai", "jobs@acme-ai.com"
    return not (before in (".", "@") and text[start].islower())


def _name_before(text: str, start: int) -> str:
    found = _NAME_BEFORE.search(text, max(0, start - 32), start)
    return found[2] if found else ""


def _company(text: str, start: int, end: int) -> str:
    """The word before "AI" where the two are said as a name: "At Scale AI", "Scale AI's", "Scale AI is"."""
    found = _NAME_BEFORE.search(text, max(0, start - 32), start)
    if not found:
        return ""
    return found[2] if found[1] or _NAME_AFTER.match(text, end) else ""


def _sentences(text: str, hits: list[_Hit], parts: Sections) -> Iterator[tuple[str, int, Section]]:
    """Each sentence that names AI as more than a topic, where the term ends in it, and its section."""
    done, read = 0, -1
    unheaded = set(parts.names) == {"intro"}
    for hit in hits:
        if hit.start < done:
            continue
        number, section = parts.at(hit.start)
        line_start = parts.starts[number]
        line_end = parts.starts[number + 1] - 1 if number + 1 < len(parts.starts) else len(text)
        if line_end - line_start > _LONG_LINE:
            if number != read:
                pieces, read = within(text[line_start:line_end], line_start, section), number
            section = pieces.at(hit.start)[1]
        elif section in ("intro", "role", "team") and _listed(text, parts, number):
            section = "duty"
        if words().topic.match(text, hit.end) or (section not in ("must", "wish") and _product(text, hit)):
            continue
        start = max(line_start, hit.start - _REACH)
        for stop in _STOP.finditer(text, start, hit.start):
            start = stop.end()
        reach = min(line_end, hit.end + _REACH)
        stop_after = _STOP.search(text, hit.end, reach)
        done = stop_after.start() if stop_after else reach
        sentence = text[start:done]
        if unheaded and section == "intro":
            section = _section_of(sentence)
        yield sentence, hit.end - start, section


def _section_of(sentence: str) -> Section:
    """The section a sentence of a text without headings would stand in."""
    cues = words().cues
    if cues["wish"].search(sentence):
        return "wish"
    return "duty" if cues["item"].match(sentence.lstrip(" -–•·*")) else "intro"


def _listed(text: str, parts: Sections, number: int) -> bool:
    """Whether a line is an item of a list: by its bullet, or by how it and a line beside it begin."""
    if is_bullet(_opening(text, parts, number)):
        return True
    if not words().cues["item"].match(_opening(text, parts, number)):
        return False
    near = (*range(number - _NEAR, number), *range(number + 1, number + _NEAR + 1))
    return any(
        words().cues["item"].match(_opening(text, parts, each))
        for each in near
        if 0 <= each < len(parts.starts)
    )


def _opening(text: str, parts: Sections, number: int) -> str:
    return text[parts.starts[number] : parts.starts[number] + _OPENING].split("\n", 1)[0].lstrip()


def _asked(sentence: str, at: int, section: Section) -> Asked:
    """What one sentence asks; `at` is where its term ends."""
    cues = words().cues
    if section == "aside" or not _addressed(sentence, section):
        return "none"
    if cues["offer"].search(sentence) or _is_notice(sentence, at):
        return "none"
    wished = section == "wish" or cues["wish"].search(sentence)
    if cues["not"].search(sentence):
        return "preferred" if wished and section != "must" else "none"
    if wished:
        return "required" if section == "wish" and cues["must"].search(sentence) else "preferred"
    return "preferred" if cues["interest"].search(sentence, 0, at) else "required"


def _addressed(sentence: str, section: Section) -> bool:
    """Whether a sentence speaks to or of the candidate: items of the job's lists do unless they say "we"."""
    cues = words().cues
    if cues["candidate"].search(sentence):
        return True
    start = _START.match(sentence)
    first = start.end() if start else 0
    if section == "wish":  # "TensorFlow is a bonus"
        return not cues["self"].match(sentence, first)
    if section in ("duty", "must"):
        return not (cues["self"].match(sentence, first) or _IS_A.match(sentence, first))
    return bool(section == "role" and cues["reader"].search(sentence)) or _demands(sentence, first)


def _demands(sentence: str, first: int) -> bool:
    """Whether a sentence that begins at `first` asks something of its reader without a heading's help."""
    cues = words().cues
    if cues["self"].match(sentence, first) or _IS_A.match(sentence, first):
        return False
    openers = (cues["opener"], words().you, _YEARS, _WANTED)
    if any(opener.match(sentence, first) for opener in openers) or _names_job(_DOER, sentence, first):
        return True
    if not (cues["demand"].search(sentence) or _names_job(_HOLDER, sentence, first)):
        return False
    return bool(cues["skill"].search(sentence)) and not cues["self"].search(sentence)


def _names_job(opening: re.Pattern[str], sentence: str, first: int) -> bool:
    named = opening.match(sentence, first)
    return bool(named and words().cues["job"].search(named[0]))


def _is_notice(sentence: str, at: int) -> bool:
    """Whether a sentence is about how applications are handled, and not what applicants must know."""
    cues = words().cues
    if not (cues["hiring"].search(sentence) and cues["notice"].search(sentence)):
        return False
    asked = cues["demand"].search(sentence, max(0, at - _ASKED_WITHIN), at)
    return not (asked and cues["skill"].search(sentence, asked.start()) and not cues["not"].search(sentence))


def _product(text: str, hit: _Hit) -> bool:
    """Whether a term is the make of a product or place that the words before do not say is built here."""
    if not (words().product.match(text, hit.end) or words().setting.match(text, hit.end)):
        return False
    return not words().cues["build"].search(text, max(0, hit.start - _BUILDS_WITHIN), hit.start)
