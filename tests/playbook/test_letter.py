from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.playbook.letter import asks_nothing, fit, length, rooms


def test_whole_sentences_stay_whole() -> None:
    said = "I built a triage bot. It halved response time. The team of six still runs it"
    assert fit(said, 30) == said
    assert fit(said, 8) == "I built a triage bot"
    assert fit(said, 9) == "I built a triage bot. It halved response time"


def test_a_long_sentence_ends_at_a_pause() -> None:
    said = "I rebuilt the claims pipeline with an agent, which cut errors by half, and then trained the team"
    assert fit(said, 14) == "I rebuilt the claims pipeline with an agent, which cut errors by half"
    assert fit("one two three four five six seven eight", 5) == "one two three four five"


def test_no_question_is_left_in_it() -> None:
    assert asks_nothing("did it hallucinate? 2% of the time?") == "did it hallucinate. 2% of the time"


@given(st.text(max_size=400), st.integers(0, 60))
def test_it_always_fits_and_adds_nothing(text: str, most: int) -> None:
    kept = fit(text, most)
    assert length(kept) <= most
    assert all(word.rstrip(" .,;:") in text for word in kept.split())


@given(st.text(max_size=300), st.text(max_size=300), st.integers(0, 80))
def test_two_texts_share_the_room(work: str, proof: str, room: int) -> None:
    for_work, for_proof = rooms(work, proof, room)
    assert for_work + for_proof <= room
    assert for_work <= length(work)
    assert for_proof <= length(proof)
