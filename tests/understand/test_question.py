"""Questions in people's words: what is understood, what is owned up to, and what is never guessed."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.understand import gazetteer, levels, places, roles
from bot.understand.question import Question, read
from bot.understand.text import tokens

Cell = tuple[str | None, str | None, str | None]


def cell(question: Question) -> Cell:
    """Role id, shown name of the place, level id."""
    return question.role, shown(question.place), question.level


def shown(place: str | None) -> str | None:
    return places.place(place).name if place else None


def owned(question: Question) -> dict[str, str]:
    """What the reply must own up to: the words said, and what they were read as."""
    return {r.said: shown(r.id) or "" if r.slot == "place" else r.id for r in question.read_as}


def clean(question: Question) -> bool:
    """Whether the words say just what they were read as."""
    return not (question.read_as or question.unknown or question.unsure or question.beyond)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("swe sr nyc", ("software-engineer", "New York, NY", "senior")),
        ("developer sf", ("software-engineer", "San Francisco, CA", None)),
        ("product designer bay area staff", ("product-designer", "San Francisco, CA", "staff")),
        ("sde ii seattle", ("software-engineer", "Seattle, WA", "mid")),
        ("Senior Software Engineer II, Boise, ID", ("software-engineer", "Boise City, ID", "senior")),
        ("swe 100% remote", ("software-engineer", "remote", None)),
        ("hr manager nyc hybrid", ("hr-manager", "New York, NY", None)),
        ("backend go developer nyc", ("backend-engineer", "New York, NY", None)),
        ("senior product manager, Denver, floor 150k", ("product-manager", "Denver, CO", "senior")),
        ("swe minimum bonus denver base", ("software-engineer", "Denver, CO", None)),
        ("swe st louis", ("software-engineer", "St. Louis, MO", None)),
        ("swe washington state", ("software-engineer", "Washington", None)),
        ("swe Washington (the state)", ("software-engineer", "Washington", None)),
        ("swe ny state", ("software-engineer", "New York", None)),
        ("swe new york (the state)", ("software-engineer", "New York", None)),
        ("swe north carolina", ("software-engineer", "North Carolina", None)),
        ("lawyer", ("legal-counsel", None, None)),
    ],
)
def test_a_command_in_everyday_words_needs_no_comment(text: str, expected: Cell) -> None:
    question = read(text)
    assert cell(question) == expected
    assert clean(question)


@pytest.mark.parametrize(("code", "level"), [("l4", "mid"), ("IC5", "senior"), ("E6", "staff")])
def test_a_company_s_own_level_is_read_and_owned_up_to(code: str, level: str) -> None:
    question = read(f"swe {code}")
    assert question.level == level
    assert owned(question) == {code: level}


@pytest.mark.parametrize("state", list(gazetteer.states().values()))
def test_the_label_of_a_state_s_button_reads_as_the_state(state: str) -> None:
    question = read(f"{places.place(state).name} (the state)")
    assert (question.place, clean(question)) == (state, True)


@pytest.mark.parametrize(
    ("text", "occupation"),
    [
        ("mechanical engineer", "mechanical engineer"),
        ("electrical engineer", "electrical engineer"),
        ("civil engineer", "civil engineer"),
        ("Chemical Engineers", "chemical engineer"),
        ("mechanical engineering salary", "mechanical engineer"),
        ("mecanical engineer", "mechanical engineer"),
        ("network engineer", "network engineer"),
        ("registered nurse", "registered nurse"),
        ("RN", "registered nurse"),
        ("nurse", "nurse"),
        ("teacher", "teacher"),
        ("plumber", "plumber"),
        ("chief of staff", "chief of staff"),
        ("cfo", "chief financial officer"),
        ("office manager", "office manager"),
        ("business analyst", "business analyst"),
        ("electrician", "electrician"),
        ("doctor", "doctor"),
        ("pilot", "pilot"),
        ("interior designer", "interior designer"),
        ("social worker", "social worker"),
        ("real estate agent", "real estate agent"),
    ],
)
@pytest.mark.parametrize("asked", ["{}", "how much does a {} make", "what is the pay for a {} in ohio?"])
def test_an_occupation_outside_the_table_is_named_and_never_taken_for_one_inside(
    asked: str, text: str, occupation: str
) -> None:
    question = read(asked.format(text), spoken=asked != "{}")
    assert question.beyond == occupation
    assert (question.role, question.level) == (None, None)
    assert (question.unsure, question.unknown) == ((), ())


def test_the_place_beside_such_an_occupation_is_kept() -> None:
    assert shown(read("mechanical engineer detroit").place) == "Detroit, MI"
    assert shown(read("I'm an office manager in boston, am i underpaid", spoken=True).place) == "Boston, MA"


@pytest.mark.parametrize(
    "text",
    [
        "my partner is a teacher and i am a data engineer in boise",
        "i coach a team, what would a data engineer get in boise",
        "my nurse friend says data engineers are paid more in boise",
    ],
)
def test_a_role_of_ours_is_what_is_asked_for_beside_another_occupation(text: str) -> None:
    question = read(text, spoken=True)
    assert cell(question) == ("data-engineer", "Boise City, ID", None)
    assert question.beyond is None


def test_in_a_command_an_occupation_beside_a_role_is_a_stray_word() -> None:
    question = read("teacher, data engineer")
    assert (question.role, question.beyond, question.unknown) == ("data-engineer", None, ("teacher",))


def test_a_bare_engineer_is_owned_up_to_with_the_others_it_may_be() -> None:
    for text, spoken in (("senior engineer nyc", False), ("what do engineers make in nyc", True)):
        question = read(text, spoken=spoken)
        assert question.role == "software-engineer"
        (reading,) = question.read_as
        assert reading.said.rstrip("s") == "engineer"
        assert set(reading.others) >= {"hardware-engineer", "data-engineer"}


def test_an_engineer_of_an_unknown_kind_is_not_answered_for_another() -> None:
    assert read("what do widget engineers make in austin", spoken=True).unknown == ("widget",)
    assert read("widget engineer austin").unknown == ("widget",)


@pytest.mark.parametrize(
    ("text", "said", "meant"),
    [
        ("applied scientist seattle", "applied scientist", "research-scientist"),
        ("lead swe", "lead", "staff"),
        ("distinguished swe", "distinguished", "principal"),
        ("copywriter", "copywriter", "content-marketer"),
        ("prompt engineer", "prompt engineer", "ai-engineer"),
        ("devops", "devops", "site-reliability-engineer"),
        ("swe oakland", "oakland", "San Francisco, CA"),
        ("swe menlo park", "menlo park", "San Francisco, CA"),
        ("swe palo alto", "palo alto", "San Jose, CA"),
        ("swe jersey city", "jersey city", "New York, NY"),
        ("swe new london connecticut", "new london connecticut", "Norwich, CT"),
        ("swe the valley", "the valley", "San Jose, CA"),
        ("swe silicon valley", "silicon valley", "San Jose, CA"),
        ("swe filadelfia", "filadelfia", "Philadelphia, PA"),
        ("swe pitsburgh pa", "pitsburgh pa", "Pittsburgh, PA"),
        ("swe sanfrancisco", "sanfrancisco", "San Francisco, CA"),
        ("swe newyork", "newyork", "New York, NY"),
        ("swe kansas ciy", "kansas ciy", "Kansas City, MO"),
        ("data scientst austin", "data scientst", "data-scientist"),
        ("softwear enginer austin", "softwear enginer", "software-engineer"),
        ("swe snior", "snior", "senior"),
    ],
)
def test_words_read_as_something_they_do_not_say_are_owned_up_to(text: str, said: str, meant: str) -> None:
    question = read(text)
    assert owned(question) == {said: meant}
    assert (question.unsure, question.unknown) == ((), ())


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("swe europe", "Europe"),
        ("swe EU", "Europe"),
        ("swe emea", "EMEA"),
        ("swe asia", "Asia"),
        ("swe latam", "Latin America"),
        ("swe london", "United Kingdom"),
        ("swe berlin europe", "Germany"),
    ],
)
def test_a_part_of_the_world_is_a_place_abroad(text: str, place: str) -> None:
    question = read(text)
    assert question.place is not None
    assert shown(question.place) == place
    assert places.place(question.place).kind == "country"
    assert clean(question)


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("swe hudson yards", "hudson yards"),
        ("swe midwest", "midwest"),
        ("swe the midwest", "the midwest"),
        ("swe west coast", "west coast"),
        ("swe new england", "new england"),
        ("swe the south", "the south"),
        ("swe worldwide", "worldwide"),
        ("swe 94105", "94105"),
        ("swe zip 60601", "zip 60601"),
        ("swe python", "python"),
        ("accountant qwertyuiop", "qwertyuiop"),
        ("swe chief", "chief"),
        ("swe gana", "gana"),
    ],
)
def test_unknown_words_of_a_command_are_reported(text: str, unknown: str) -> None:
    question = read(text)
    assert question.unknown == (unknown,)
    assert (question.place, question.amount, question.unsure) == (None, None, ())


def test_a_place_that_is_none_here_is_reported_from_a_sentence_too() -> None:
    assert read("what does a swe make in the midwest?", spoken=True).unknown == ("the midwest",)
    assert read("what does a swe make in Gotham?", spoken=True).unknown == ("Gotham",)


@pytest.mark.parametrize(
    ("text", "spoken", "amount"),
    [
        ("swe 165", False, 165_000),
        ("swe boston 150k", False, 150_000),
        ("swe 95000", False, 95_000),
        ("swe 94105", False, None),
        ("swe 94105 120k", False, 120_000),
        ("san francisco ca 94105 swe", False, None),
        ("swe 100% remote", False, None),
        ("swe nyc with 401k", False, None),
        ("i make 87350 as a swe in ohio", True, 87_350),
        ("what does a swe make in 94105", True, None),
        ("I have 5 years experience as a swe", True, None),
    ],
)
def test_a_zip_code_a_percent_or_a_pension_is_no_amount(
    text: str, spoken: bool, amount: float | None
) -> None:
    question = read(text, spoken=spoken)
    assert question.amount == amount
    assert (question.figure.value if question.figure else None) == amount


def test_a_zip_code_beside_its_city_says_nothing_new() -> None:
    question = read("swe, San Francisco, CA 94105")
    assert shown(question.place) == "San Francisco, CA"
    assert clean(question)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "yo im getting 140k as a frontend dev in brooklyn is that trash or nah",
            ("frontend-engineer", "New York, NY", None),
        ),
        (
            "cuanto gana un ingeniero de software en miami",
            ("software-engineer", "Miami, FL", None),
        ),
        (
            "cuanto gana un data scientist en la ciudad de chicago",
            ("data-scientist", "Chicago, IL", None),
        ),
        (
            "Hello sir, I am have 5 years experience in data engineering, what salary I can demand in "
            "New Jersey please?",
            ("data-engineer", "New Jersey", None),
        ),
        ("I can start in August as a swe in denver", ("software-engineer", "Denver, CO", None)),
        (
            "my manager wants me to take a senior swe role in austin",
            ("software-engineer", "Austin, TX", "senior"),
        ),
        ("i got a call from a recruiter about a staff swe role", ("software-engineer", None, "staff")),
        ("rn i make 100k as a data analyst", ("data-analyst", None, None)),
        ("what do recruiters make in Denver", ("recruiter", "Denver, CO", None)),
        ("what's the median for a senior recruiter in Denver", ("recruiter", "Denver, CO", "senior")),
    ],
)
def test_a_sentence_is_read_for_what_it_asks(text: str, expected: Cell) -> None:
    question = read(text, spoken=True)
    assert cell(question) == expected
    assert (question.unsure, question.unknown, question.beyond) == ((), (), None)


@pytest.mark.parametrize(
    "text",
    [
        "what should i say when they ask my salary expectations",
        "how do i respond to a recruiter who asks my current salary",
        "the recruiter called me yesterday",
        "recruiter said it is their best offer",
        "as a recruiter told me, the band is fixed",
        "my manager said no",
        "should I tell the hiring manager my number",
        "my doctor told me to rest",
        "is this a good offer",
        "we reviewed the directory and the policies that changed",
    ],
)
def test_people_who_speak_and_ordinary_words_are_not_what_is_asked(text: str) -> None:
    question = read(text, spoken=True)
    assert cell(question) == (None, None, None)
    assert clean(question)


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("how much do ML engineers make at openai", "OpenAI"),
        ("is 200k good for a pm from stripe", "Stripe"),
        ("what's fair for a swe for anthropic in sf", "Anthropic"),
        ("what does a swe make at Initech", "Initech"),
        ("linear growth of a swe's pay", None),
    ],
)
def test_a_company_is_heard_after_at_from_and_for(text: str, company: str | None) -> None:
    assert read(text, spoken=True).company == company


def test_ai_roles_and_words_ask_for_ai_skilled_pay() -> None:
    assert read("ml engineer").ai
    assert read("hr manager --ai").ai
    assert read("hr manager").ai is None


def test_words_of_several_meanings_come_with_their_choices() -> None:
    (unsure,) = read("pm austin").unsure
    assert (unsure.slot, unsure.said) == ("role", "pm")
    assert unsure.ids == ("product-manager", "project-manager", "technical-program-manager")
    (unsure,) = read("swe springfield").unsure
    assert (unsure.slot, unsure.said) == ("place", "springfield")
    assert len(unsure.ids) > 1


def test_a_far_typo_is_asked_about_and_a_place_in_a_sentence_too() -> None:
    for text, spoken in (("swe chicogo", False), ("what would a swe get in chicogo", True)):
        question = read(text, spoken=spoken)
        assert question.place is None
        assert [(u.slot, u.said, shown(u.ids[0])) for u in question.unsure] == [
            ("place", "chicogo", "Chicago, IL")
        ]


# "Staff accountant" is a name, and a senior engineering manager is of level manager.
BY_ANOTHER_NAME = {("staff", "accountant"), ("senior", "engineering-manager")}


@pytest.mark.parametrize("role", list(roles.roles()))
def test_every_role_and_level_reads_as_itself_with_nothing_to_own_up_to(role: str) -> None:
    for text in (role, roles.roles()[role].label):
        question = read(text)
        assert question.role == role
        assert clean(question)
    for level in levels.levels():
        # Nobody is the VP of being a manager.
        if level not in ("manager", "vp") and (level, role) not in BY_ANOTHER_NAME:
            assert read(f"{level} {roles.roles()[role].label} denver").level == level


def test_the_first_words_decide_and_an_endless_text_costs_no_more() -> None:
    for text in ("1" * 100_000, "staff " * 20_000, "94105 " * 20_000, "enginer " * 20_000, "a" * 100_000):
        start = time.process_time()
        read(f"swe {text}")
        read(f"swe {text}", spoken=True)
        assert time.process_time() - start < 2


def milliseconds(text: str, *, spoken: bool = False) -> float:
    read(text, spoken=spoken)
    best = float("inf")
    for _ in range(5):
        start = time.process_time()
        for _ in range(20):
            read(text, spoken=spoken)
        best = min(best, time.process_time() - start)
    return best / 20 * 1000


def test_a_question_is_read_in_a_millisecond_and_three_typos_in_five() -> None:
    assert milliseconds("what does a senior swe make at stripe in sf", spoken=True) < 1
    assert milliseconds("swe sr nyc") < 1
    assert milliseconds("softwear enginer seatle snior") < 5


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200), st.booleans())
def test_no_text_makes_it_fail(text: str, spoken: bool) -> None:
    question = read(text, spoken=spoken)
    assert question.role is None or question.role in roles.roles()
    assert question.place is None or places.known(question.place)


WORDS = st.sampled_from(
    tokens(
        "swe nurse engineer in the south New York 94105 seatle chief of staff my manager said europe "
        "mechanical l5 150k at Stripe enginer"
    )
).map(lambda word: word.raw)


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, max_size=10).map(" ".join), st.booleans())
def test_any_heap_of_words_is_read_once_and_never_as_two_jobs(text: str, spoken: bool) -> None:
    question = read(text, spoken=spoken)
    assert question.role is None or question.beyond is None
    assert all(word in text for phrase in question.unknown for word in phrase.split())


def test_a_senior_engineering_manager_is_a_manager() -> None:
    assert read("senior engineering manager sf").level == "manager"
    assert read("senior product manager sf").level == "senior"
    assert read("engineering manager sf").level is None
