"""What an improved draft must be, whoever wrote the draft: greeted, one ask, rid of what was found."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from bot.offers.offer import Offer
from bot.playbook.check.asks import asks_of
from bot.playbook.check.phrases import hits
from bot.playbook.check.reading import check
from bot.playbook.check.sentences import sentences
from bot.playbook.check.shapes import Kind, Known

from .marked import LINES, Marked, drafts

VOICES = drafts("voices")
ALL = [each for name in ("drafts", "unseen", "voices") for each in drafts(name)]
EVERY = pytest.mark.parametrize("draft", ALL, ids=lambda each: each.id)
ADVICE = frozenset({"competing", "under_rival", "too_long", "gap"})  # nobody but the writer mends these
# Kinds whose quoted words have to be gone; the others quote what stays, or what is missing.
SAID: frozenset[Kind] = frozenset(
    {
        "present_salary", "threat", "ultimatum", "vague_ask", "raise_is_enough", "entitlement",
        "personal_need", "buzzwords", "apology", "hedging",
    }
)  # fmt: skip
LINKED = re.compile(r"(?:But|And|So|However|Also|Because|Which|Or|Either)\b")


def improved(text: str, known: Known | None = None) -> str:
    return check(text, known or Known(), LINES).improved


def said_in(text: str, part: str) -> list[str]:
    return [each.text for each in sentences(text) if each.part == part]


def test_there_are_many_of_them() -> None:
    assert len(VOICES) >= 40
    assert sum(bool(each.checked().looked.findings) for each in VOICES) >= 35


@EVERY
def test_it_begins_with_the_greeting(draft: Marked) -> None:
    first = sentences(draft.text)[0]
    if first.part == "greeting":
        assert draft.checked().improved.startswith(first.text)


@EVERY
def test_a_counter_asks_for_one_thing(draft: Marked) -> None:
    checked = draft.checked()
    if checked.looked.purpose == "counter" and checked.looked.findings:
        asks = replace(draft, text=checked.improved).checked().looked.asks
        assert len({each.levers[0] for each in asks if set(each.levers) - {"info", "time"}}) == 1


@EVERY
def test_none_of_the_words_complained_of_are_left(draft: Marked) -> None:
    checked = draft.checked()
    found = [each for each in checked.looked.findings if each.kind in SAID]
    for start, end in (span for each in found for span in each.spans):
        words = draft.text[start:end].strip(" ,.;?!")
        if len(words.split()) > 1:
            assert words.lower() not in checked.improved.lower()


@EVERY
def test_no_word_joins_a_sentence_to_one_that_is_gone(draft: Marked) -> None:
    better, before = draft.checked().improved, [each.text for each in sentences(draft.text)]
    after = [each.text for each in sentences(better)]
    for at, said in enumerate(after):
        if LINKED.match(said):
            was = before.index(said)  # as it was said, and behind what it was said behind
            assert was == 0 or before[was - 1] in after[:at] or len(before) == len(after)


@EVERY
def test_it_is_written_as_a_letter_is(draft: Marked) -> None:
    better = draft.checked().improved
    small = not any(c.isupper() for c in draft.text)
    assert not re.search(r" [,.;?]|[,;:]\.|\?\.|,,|\s{3,}|\b(?:and|but|so|because|or)[.?!]", better)
    if not small and better != draft.text:
        opened = {each.text[:12] for each in sentences(draft.text)}
        after = [each for each in sentences(better) if each.part == "body"]
        for one, other in pairwise(after):
            first = other.text.lstrip("-*• ")[:1]
            assert one.text[-1] not in ".!?" or not first.islower() or other.text[:12] in opened


@EVERY
def test_what_nobody_complained_of_stays_word_for_word(draft: Marked) -> None:
    checked = draft.checked()
    asked = [(each.start, each.end) for each in checked.looked.asks]
    if any(each.kind in ("several_asks", "too_long") for each in checked.looked.findings):
        return
    for each in sentences(draft.text):
        touched = [(e.start, e.end) for e in checked.looked.edits] + asked
        if not any(start < each.end and each.start < end for start, end in touched):
            body = each.text if each.part != "body" else each.text.split(" ", 1)[-1]
            again = bool(tuple(hits(each.folded))) or bool(asks_of((each,), ()))
            assert again or body in checked.improved


@EVERY
def test_checked_again_it_has_none_of_it(draft: Marked) -> None:
    checked = draft.checked()
    again = replace(draft, text=checked.improved).checked()
    assert not (checked.looked.kinds - ADVICE) & again.looked.kinds
    assert again.improved == checked.improved


@pytest.mark.parametrize(
    ("text", "better"),
    [
        (
            "Dear Ms. Okafor,\n\nI deserve 140k. Can you do it?",
            "Dear Ms. Okafor,\n\nThank you for the offer. I'm asking for 140k. ",
        ),
        ("Hi Zoe - I need 97k or I walk.", "Hi Zoe - thank you for the offer. Can you get the base to 97k?"),
        (
            "Hi Paul, but seriously, 165k is insulting. I need at least 185k.",
            "Hi Paul, thank you for the offer. Can you get the base to 185k?",
        ),
        (
            "Dear Principal Hart, I am so sorry to ask, but could you do 61k?",
            "Dear Principal Hart, thank you for the offer. ",
        ),
        ("Paul, I currently make 95k, so could you do 105k?", "Paul, thank you for the offer."),
    ],
)
def test_behind_the_greeting_the_letter_goes_on(text: str, better: str) -> None:
    assert improved(text).startswith(better)


@pytest.mark.parametrize(
    ("said", "mended"),
    [
        ("It's 8k more than I make now, which is nice, but I'd love to see 90k.", "I'd love to see 90k."),
        (
            "My base right now is $121k, which makes $124k a hard sell. I'd come for $135k.",
            "I'd come for $135k.",
        ),
        ("I'm at 118k today, so I was thinking maybe 136k?", "I'm asking for 136k."),
        (
            "As a visionary AI leader I stand out, so I'm asking for 240k.",
            f"{LINES.work} I'm asking for 240k.",
        ),
        ("I have two kids at school. And I'd like 84k.", "I'd like 84k."),
        ("Either you get to 190k or I walk.", "Can you get the base to 190k?"),
        ("Now I have 18 LPA and I expect 26 LPA, something like this.", "I expect 26 LPA."),
        ("I was just curious if it would be possible to get 52k?", "Could we get to 52k?"),
        (
            "I would be hoping for 100k, or at least something in the high nineties.",
            "I would be hoping for 100k.",
        ),
    ],
)
def test_what_is_left_of_a_sentence_is_one(said: str, mended: str) -> None:
    better = improved(f"Thank you for the offer. {said}").replace(f"{LINES.market} ", "")
    assert better.startswith(f"Thank you for the offer. {mended}")


@pytest.mark.parametrize(
    "said",
    [
        "I was hoping for something competitive.",
        "Maybe a bit more than the 102k you offered?",
        "Could you get closer to that?",
        "I'd need a better package.",
        "Please let me know if there is scope for negotiation.",
        "I just wanted to check if the salary is negotiable?",
        "Could we revisit the base? But I am flexible.",
    ],
)
def test_a_vague_sentence_is_found_and_goes(said: str) -> None:
    checked = check(f"Thank you for the offer. {said}", Known(), LINES)
    assert "vague_ask" in checked.looked.kinds
    rest = " ".join(checked.improved.replace(LINES.market, "").removesuffix(LINES.close).split())
    assert rest == f"Thank you for the offer. Can you get the base to {LINES.figure}?"


@pytest.mark.parametrize(
    "said",
    [
        "I'd like a base of 132k. And would a sign-on be possible?",
        "I'd like a base of 132k. I would also appreciate some help with relocation.",
        "I'd like a base of 132k. In addition, a review after six months would be great.",
        "I'd like a base of 132k. And a bigger bonus?",
        "I'd like a base of 132k. I'd also want the severance to be 12 months.",
        "I'd like a base of 132k and the title to be Senior Manager. Could I get an extra week of vacation?",
    ],
)
def test_two_asks_are_found_and_one_is_left(said: str) -> None:
    checked = check(f"Hi Lena, thank you for the offer. {said}", Known(), LINES)
    assert "several_asks" in checked.looked.kinds
    assert "132k" in checked.improved
    assert not re.search(r"sign-on|bonus|relocation|review|severance|vacation|title", checked.improved)


@pytest.mark.parametrize("id_", ["at the median with number", "base at median", "band is fixed", "a14"])
def test_a_base_of_their_own_stays_and_what_can_move_stands_behind_it(id_: str) -> None:
    draft = next(each for each in ALL if each.id == id_)
    checked = draft.checked()
    found = next(each for each in checked.looked.findings if each.kind == "base_alone")
    assert found.better == LINES.fallback
    assert LINES.fallback in checked.improved
    figure = next(draft.text[slice(*each.figure)] for each in checked.looked.asks if each.figure)
    assert checked.improved.index(figure) < checked.improved.index(LINES.fallback)
    assert "base_alone" in checked.mended


@pytest.mark.parametrize(
    "said",
    [
        "My current OTE is $170,000, so I'd like 190k.",
        "Current CTC 18 LPA, expected CTC 25 LPA.",
        "I'm on 140 now, so I'd want 160.",
        "My present package is 24 LPA and I'd like 32 LPA.",
    ],
)
def test_present_pay_by_its_other_names(said: str) -> None:
    checked = check(f"Thank you for the offer. {said}", Known(), LINES)
    assert "present_salary" in checked.looked.kinds
    assert not re.search(r"\b(?:170|18|140|24)\b", checked.improved)
    assert re.search(r"\b(?:190k|25 LPA|160|32 LPA)", checked.improved)


def test_words_on_the_market_without_a_figure_make_room_for_one() -> None:
    better = improved("Thank you for the offer. The market rate is much higher, so I'd like 150k. Thoughts?")
    assert better == f"Thank you for the offer. I'd like 150k. {LINES.market} Thoughts?"


def test_what_they_are_said_to_pay_is_not_asked_for() -> None:
    better = improved("Thank you for the offer. You're at 160 OTE, so I'd need a better package.")
    assert "to 160" not in better


@pytest.mark.parametrize(
    ("said", "gone", "kept"),
    [
        ("I can start at 85k, though I usually charge more. Could you do 92k?", "85k", "92k"),
        ("My floor is 190k. Could you do 205k?", "190k", "205k"),
        ("My minimum is 80k. I'd like 92k.", "80k", "92k"),
        ("I can start at $95/hr W2, but my rate is normally $110. If you can do 105 I'd sign.", "95", "105"),
    ],
)
def test_the_least_one_would_take_goes_and_the_ask_stays(said: str, gone: str, kept: str) -> None:
    checked = check(f"Hi Raj, thank you for the offer. {said}", Known(), LINES)
    assert "floor" in checked.looked.kinds
    assert gone not in checked.improved
    assert kept in checked.improved


def test_a_minimum_is_the_ask_where_no_other_number_stands() -> None:
    checked = check("Hi Raj, thank you for the offer. My minimum is 92k.", Known(), LINES)
    assert "floor" not in checked.looked.kinds
    assert "92k" in checked.improved


def test_their_own_number_is_no_ask() -> None:
    known = Known(Offer(base_amount=85_000, base_period="year", currency="USD"))
    said = "Hi Raj, thanks for the offer. I was hoping for 85k plus a review after six months."
    checked = check(said, known, LINES)
    found = next(each for each in checked.looked.findings if each.kind == "wrong_number")
    assert found.why == "below"
    assert "85k" not in checked.improved
    assert LINES.figure in checked.improved


@pytest.mark.parametrize("name", ["Bea", "Bea Lund", "-O", "- Sam"])
def test_the_closing_question_stands_before_the_name(name: str) -> None:
    better = improved(f"Hi Raj, thank you for the offer. I'm asking for a base of 92k. {name}")
    assert better.endswith(f"{LINES.close} {name}")


def test_an_ask_at_the_end_is_not_praised_where_a_question_is_missing() -> None:
    looked = check("Thank you for the offer. I'm asking for a base of 92k.", Known(), LINES).looked
    assert "no_close" in looked.kinds
    assert looked.strong != "ask_last"


def test_do_the_needful_asks() -> None:
    better = improved("Dear Sir, kindly do the needful and increase my salary to 18 lakhs. Regards, Anand")
    assert "18 lakhs" in better
    assert LINES.figure not in better
