"""Work for less than a year: a sign-on of what it pays in all, and no lever that needs years."""

from __future__ import annotations

from tests.conftest import Say

INTERN = (
    "Summer internship offer: Software Engineering Intern, Datadog, NYC, $58/hr, 12 weeks, "
    "$5k housing stipend"
)


def test_a_sign_on_is_a_tenth_of_the_pay_of_the_term(say: Say) -> None:
    say(INTERN)
    reply = say("/counter base is fixed")
    assert reply.facts.counter.ask == 2_800  # 10% of 12 weeks x 40 hours x $58, rounded up
    assert "10% of what the 12 weeks pay" in reply.text
    assert "title" not in reply.text


def test_the_package_names_what_a_summer_has_room_for(say: Say) -> None:
    say(INTERN)
    reply = say("/package")
    assert [lever.kind for lever in reply.facts.levers] == ["sign_on", "relocation", "remote"]
    assert "ask for $2,800, once" in reply.text


def test_a_public_office_has_its_article_and_its_grade_is_no_employer(say: Say) -> None:
    say("offer: economist at the Department of Commerce, GS-13, Washington DC, 117k")
    assert "at the Department of Commerce" in say("/counter").text
