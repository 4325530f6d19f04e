"""Mails: the best body, what is quoted kept apart, letters attached."""

from __future__ import annotations

from email.message import EmailMessage

from bot.offers.documents import quoted

from . import made
from .test_formats import opened, refused

HEAD = "From: Jon Field <jon@northwind.example>\nSubject: Your offer\nMessage-ID: <1@northwind.example>\n"


def test_who_sent_it_and_about_what_stand_above_it() -> None:
    text = opened("a.eml", made.eml_letter()).texts[0]
    assert text.startswith(
        "From: Jon Field <jon@northwind.example>\nSubject: Your offer from Northwind Robotics\n\n"
    )
    assert "mara@example.org" not in text


def test_the_plain_body_is_read_unless_the_other_says_more_figures() -> None:
    assert opened("a.eml", made.eml_letter()).texts[0].count("$185,000") == 1
    message = EmailMessage()
    message["From"], message["Message-ID"] = "jon@northwind.example", "<1@northwind.example>"
    message.set_content("Your mail program shows no HTML. View this mail in your browser.")
    message.add_alternative(made.html_letter(), subtype="html")
    text = opened("a.eml", message.as_bytes()).texts[0]
    assert "Base salary\t$185,000 per year" in text
    assert "browser" not in text


def test_older_mails_are_kept_apart_newest_first() -> None:
    body = (
        "Good news, we can do $185,000.\n\nJon\n\n"
        "On Mon, 3 Aug 2026 at 10:12, Mara Lindqvist <mara@example.org> wrote:\n"
        "> Could you do $190,000?\n>\n"
        "> On Fri, 31 Jul 2026 at 09:00, Jon Field\n> <jon@northwind.example> wrote:\n"
        ">> We offer a base of $170,000.\n"
    )
    found = opened("a.eml", made.eml_letter(body=body))
    assert "$185,000" in found.texts[0]
    assert "$190,000" not in found.texts[0]
    assert ["190,000" in found.earlier[0], "170,000" in found.earlier[1]] == [True, True]
    assert not any(line.startswith(">") for text in found.earlier for line in text.splitlines())


def test_a_forwarded_mail_without_words_of_its_own_is_still_found() -> None:
    body = (
        "\n---------- Forwarded message ---------\nFrom: Jon Field <jon@northwind.example>\n"
        "Date: Mon, 3 Aug 2026\nSubject: Your offer\nTo: Mara\n\nBase salary: $185,000\n"
    )
    found = opened("a.eml", made.eml_letter(body=body))
    assert "$185,000" in "".join(found.earlier)


def test_outlook_headers_begin_a_quoted_mail() -> None:
    own, earlier = quoted.part(
        "We can do 185k.\n\nFrom: Mara Lindqvist\nSent: Monday\nTo: Jon\nSubject: Re: offer\n\n190k?"
    )
    assert own == "We can do 185k."
    assert len(earlier) == 1


def test_words_that_only_look_like_a_quotation_stay() -> None:
    text = "On Monday we wrote: to you.\nFrom: Seattle\nwe offer 185k"
    assert quoted.part(text) == (text, ())
    assert quoted.part("From: Jon\nTo: Mara\n\n185k")[1] == ()


def test_letters_attached_are_read_and_signs_of_life_are_not() -> None:
    for name, type_, content in (
        ("Offer.pdf", "application/pdf", made.pdf_letter()),
        ("Offer.docx", "application/octet-stream", made.docx_letter()),
        ("offer.html", "text/html", made.html_letter().encode()),
        ("offer.txt", "text/plain", made.text_letter().encode()),
    ):
        found = opened("a.eml", made.eml_letter(attached=(name, type_, content), body="See attached."))
        assert len(found.texts) == 2, name
        assert "See attached." in found.texts[0]
        assert "$185,000" in found.texts[1]
    found = opened("a.eml", made.eml_letter(attached=("logo.png", "image/png", b"\x89PNG"), body="Base 185k"))
    assert len(found.texts) == 1
    assert found.unread == ()


def test_an_attached_letter_that_cannot_be_read_is_told() -> None:
    locked = ("Offer.pdf", "application/pdf", made.pdf_letter(user="secret"))
    found = opened("a.eml", made.eml_letter(attached=locked, body="See attached."))
    assert found.unread == ("encrypted",)


def test_a_mail_attached_to_a_mail_counts_as_older() -> None:
    inner = EmailMessage()
    inner["From"], inner["Subject"] = "jon@northwind.example", "First offer"
    inner.set_content("Base salary: $170,000")
    outer = EmailMessage()
    outer["From"], outer["Message-ID"] = "jon@northwind.example", "<2@northwind.example>"
    outer.set_content("Base salary: $185,000 now")
    outer.add_attachment(inner)
    found = opened("a.eml", outer.as_bytes())
    assert "185,000" in found.texts[0]
    assert "170,000" in found.earlier[0]


def test_encoded_words_and_letters_are_decoded() -> None:
    raw = (
        "From: =?utf-8?q?Ren=C3=A9?= <rene@acme.example>\nSubject: =?iso-8859-1?b?UulzdW3p?=\n"
        "Message-ID: <1@acme.example>\nMIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=windows-1252\nContent-Transfer-Encoding: quoted-printable\n\n"
        "Base: =80120,000 =96 a ye=\nar\n"
    )
    text = opened("a.eml", raw.encode()).texts[0]
    assert "René" in text
    assert "Résumé" in text
    assert "Base: €120,000 – a year" in text


def test_lines_that_flow_are_whole_again() -> None:
    raw = HEAD + "Content-Type: text/plain; format=flowed\n\nYour base salary is \n$185,000 a year.\nJon\n"
    assert "Your base salary is $185,000 a year.\nJon" in opened("a.eml", raw.encode()).texts[0]


def test_an_unknown_charset_is_read_as_best_it_can() -> None:
    raw = HEAD + "Content-Type: text/plain; charset=x-nobody\n\nBase $185,000\n"
    assert "Base $185,000" in opened("a.eml", raw.encode()).texts[0]


def test_a_sealed_mail_is_encrypted_and_an_empty_one_empty() -> None:
    raw = f"{HEAD}MIME-Version: 1.0\nContent-Type: application/pkcs7-mime\n\nMIIB\n"
    assert refused("a.eml", raw.encode()) == "encrypted"
    assert refused("a.eml", (HEAD + "\n\n").encode()) == "empty"


def test_a_mail_pasted_into_a_text_file_is_text() -> None:
    pasted = "From: Jon Field\nTo: Mara\nSubject: Your offer\n\nBase salary: $185,000"
    assert opened("offer.txt", pasted.encode()).kind == "text"
    assert opened("offer.eml", pasted.encode()).kind == "mail"
