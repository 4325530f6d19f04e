"""PDF: lines as they are seen, scans told apart, locked ones too."""

from __future__ import annotations

import io

from pypdfium2 import PdfDocument
from reportlab.pdfbase.pdfmetrics import stringWidth

from bot.offers.documents import Document, Unreadable, read_document

from . import made
from .test_formats import opened, refused


def drawn(*words: tuple[float, float, str], size: float = 11) -> list[str]:
    return opened("a.pdf", made.pdf_drawn(words, size=size)).texts[0].splitlines()


def test_cells_of_a_row_stand_on_one_line_in_whatever_order_they_were_drawn() -> None:
    lines = drawn(
        (300, 680, "$25,000"),
        (300, 700, "$185,000"),
        (72, 700, "Base salary"),
        (72, 680, "Sign-on bonus"),
    )
    assert lines == ["Base salary\t$185,000", "Sign-on bonus\t$25,000"]


def test_a_sentence_that_wraps_is_one_line_and_a_list_is_not() -> None:
    lines = drawn(
        (72, 700, "Your annual base salary will be one hundred and eighty-five thousand dollars"),
        (72, 687, "paid in equal parts every other Friday."),
        (72, 661, "Bonus: 15%"),
        (72, 648, "Sign-on: $25,000"),
    )
    assert lines == [
        "Your annual base salary will be one hundred and eighty-five thousand dollars paid in equal parts "
        "every other Friday.",
        "",
        "Bonus: 15%",
        "Sign-on: $25,000",
    ]


def test_a_superscript_stays_on_its_line() -> None:
    words = "Start on August 3"
    after = 72 + stringWidth(words, "Helvetica", 11)
    assert drawn((72, 700, words), (after, 703, "rd")) == ["Start on August 3rd"]


def test_two_columns_of_prose_are_read_one_after_the_other() -> None:
    words = [(72.0, 720.0, "Terms of employment of Northwind Robotics and of its employees, in two columns")]
    for line in range(12):
        words.append((72, 700 - 13 * line, f"left line {line} goes on for most of its column"))
        words.append((320, 700 - 13 * line, f"right line {line} goes on for most of its column"))
    text = "\n".join(drawn(*words, size=10))
    assert text.index("left line 11") < text.index("right line 0")


def test_a_wide_table_is_not_taken_for_columns() -> None:
    words = [(72.0, 700 - 20.0 * row, f"Item {row}") for row in range(12)]
    words += [(400, 700 - 20.0 * row, f"${row},000") for row in range(12)]
    assert drawn(*words)[3] == "Item 3\t$3,000"


def test_what_was_typed_into_fields_is_read() -> None:
    assert "$185,000 a year" in opened("a.pdf", made.pdf_form()).texts[0]


def test_heads_and_feet_are_said_once() -> None:
    text = opened("a.pdf", made.pdf_letter(10)).texts[0]
    assert text.count("Confidential") == 1
    assert "Page 7" not in text
    assert text.count("Clause 7.0") == 1


def test_a_scan_is_told_apart_also_under_a_stamp() -> None:
    assert refused("a.pdf", made.pdf_scan("")) == "scanned"
    stamp = "Signed by hand. Envelope 5D1B6C9A-0000-4E1F-8A55-2F4B3D1E9C77"
    assert refused("a.pdf", made.pdf_scan(stamp, stamp, stamp)) == "scanned"


def test_a_page_of_words_under_a_letterhead_picture_is_no_scan() -> None:
    words = "We offer you a base salary of $185,000 a year, a target bonus of 15% and a sign-on bonus. " * 4
    found = opened("a.pdf", made.pdf_scan(words))
    assert found.pictures == 0


def test_scanned_pages_among_others_are_counted() -> None:
    whole = PdfDocument(made.pdf_letter())
    whole.import_pages(PdfDocument(made.pdf_scan("", "")))
    out = io.BytesIO()
    whole.save(out)
    found = opened("a.pdf", out.getvalue())
    assert (found.pages, found.pictures) == (3, 2)
    assert "$185,000" in found.texts[0]


def test_a_password_to_open_it_is_told_and_one_to_change_it_does_no_harm() -> None:
    assert refused("a.pdf", made.pdf_letter(user="secret")) == "encrypted"
    assert "$185,000" in opened("a.pdf", made.pdf_letter(owner="secret")).texts[0]


def test_an_empty_page_is_empty() -> None:
    assert refused("a.pdf", made.pdf_drawn([])) == "empty"


def test_no_pdf_behind_its_mark_is_damaged() -> None:
    assert refused("a.pdf", b"%PDF-1.7\nnothing of the kind") == "damaged"


def test_words_before_the_mark_are_forgiven() -> None:
    assert isinstance(read_document("a.pdf", "", b"\n\n" + made.pdf_letter()), Document)


def test_letters_that_a_font_hides_are_told() -> None:
    private = "".join(chr(0xE000 + number) for number in range(60)).encode("utf-16-be").hex()
    shown = b"BT /F 12 Tf 72 700 Td <%s> Tj ET" % bytes(range(40, 100)).hex().encode()
    mapped = "".join(
        f"<{40 + number:02x}> <{private[4 * number : 4 * number + 4]}>\n" for number in range(60)
    )
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "1 begincodespacerange <00> <ff> endcodespacerange\n"
        f"60 beginbfchar\n{mapped}endbfchar\nendcmap end end"
    ).encode()
    content = made.raw_pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(shown), shown),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>",
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(cmap), cmap),
    )
    assert read_document("a.pdf", "", content) == Unreadable("garbled")
