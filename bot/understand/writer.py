"""What people say of themselves and no figure may rest on: name, origin, age, school.

Painted over with blanks before a job, a place, a sum or a piece of work is read, so that "I was born in
Vietnam" is no location, "I just turned 24" no pay and "I did my PhD at MIT" no employer. Offsets stay as they
were. What a person built or ran stays; so does where they say that the job is.

Every pattern is bounded: a text takes time in proportion to its length.
"""

from __future__ import annotations

import re

_NAME = (
    r"[^.,;:!?\n()]{1,40}?(?=[.,;:!?\n()]|\s(?:and|but|so|who|now|then|with|while|looking|interviewing|what"
    r"|should|for|as|if)\b|\s{0,3}\Z)"
)
_SCHOOL = r"(?:ph\.?d|doctorate|master['’]?s|mba|bachelor['’]?s|degree|undergrad|diploma|studies)"
_YEARS = r"(?:1[6-9]|[2-7]\d)"
_AN_AGE = rf"{_YEARS}[ -](?:years?|yrs?)[ -]old\b"

# What follows "I", "I'm", "I was" and the like.
_OF_ME = (
    rf"(?:originally )?(?:come|came|hail) from {_NAME}"
    rf"|originally from {_NAME}"
    rf"|(?:born|raised|grew up|grown up)(?: and raised)? (?:from|in|near|outside) {_NAME}"
    rf"|(?:just |only |now |already )?(?:{_AN_AGE}|turn(?:ed|ing) {_YEARS}\b(?!k|%|[.,]\d))"
    rf"|(?:stud(?:y|ied|ying)|graduat(?:e|ed|ing))(?: [\w ]{{1,30}}?)? (?:at|from) {_NAME}"
    rf"|(?:do |did |done |doing |got |earned |finished |completed |hold |have )?(?:my |an? |the )"
    rf"(?:[\w ]{{1,20}} )?{_SCHOOL}(?: [\w ]{{1,30}}?)? (?:at|from) {_NAME}"
    r"|(?:went to|attended|go to) [^.,;:!?\n()]{0,30}?\b(?:school|college|university|uni|institute)\b"
    rf"(?: (?:at|in|of|near) {_NAME})?"
)
_OF_THEMSELVES = re.compile(
    rf"\bi(?:['’]?m| am| was|['’]?ve| have|['’]?d| had)? (?:{_OF_ME})"
    rf"|(?:\bi['’]?m |\bi am |\bas )?(?:\ban? )?"
    rf"\b(?:immigrant|refugee|native|citizen|national) (?:from|of) {_NAME}"
    rf"|\bmy (?:parents|family|roots|ancestors) (?:come|came|are|were|is) (?:from|in) {_NAME}"
    rf"|\baged? {_YEARS}\b(?!k|%|[.,]\d)|\bat the age of {_YEARS}\b|\b{_AN_AGE}"
    rf"|\bmy alma mater(?: is| was|:)? {_NAME}"
    rf"|\bmy (?:full |first |last )?name(?: is|['’]?s|:) {_NAME}",
    re.IGNORECASE,
)
# One of these stands in all of it; a text without any is left alone at once.
_TELLING = re.compile(
    r"\b(?:come|came|hail|originally|born|raised|grew|grown|turn(?:ed|ing)|old|aged?|study|studied|studying"
    r"|graduat\w{1,3}|ph\.?d|doctorate|master['’]?s|mba|bachelor['’]?s|degree|undergrad|diploma|studies"
    r"|school|college|university|uni|institute|immigrant|refugee|native|citizen|national|parents|family|roots"
    r"|ancestors|alma|name)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\s{0,3}(?:[.!?;\n]|\Z)")


# A form by its number: "SF-50" is neither San Francisco nor 50,000.
_FORM = re.compile(r"\b(?:sf-(?:50|52|86|182)|dd-214|ds-160)\b(?![k%])", re.IGNORECASE)


def without_writer(text: str) -> str:
    """The text with all of it blanked out, as long as it was, and numbers of forms ("SF-50") with it."""
    text = _FORM.sub(_blank, text) if "-" in text else text
    return _OF_THEMSELVES.sub(_blank, text) if _TELLING.search(text) else text


def without_sentences_on_writer(text: str) -> str:
    """The same for whole sentences alone, so that the others are left word for word."""
    if not _TELLING.search(text):
        return text
    return _OF_THEMSELVES.sub(lambda found: _blank(found) if _is_sentence(found) else found.group(), text)


def _is_sentence(found: re.Match[str]) -> bool:
    before = found.string[max(0, found.start() - 8) : found.start()].rstrip(" ")[-1:]
    return before in ("", ".", "!", "?", ";", "\n") and _ENDS.match(found.string, found.end()) is not None


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())
