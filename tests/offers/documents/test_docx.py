"""DOCX: as Word shows it, changes accepted."""

from __future__ import annotations

from docx import Document as Word

from . import made
from .test_formats import opened, refused


def text_of(body: str) -> str:
    return opened("a.docx", made.docx_of(body)).texts[0]


def run(words: str, style: str = "") -> str:
    return f'<w:r>{f"<w:rPr>{style}</w:rPr>" if style else ""}<w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def test_what_was_deleted_is_not_read_and_what_was_put_in_is() -> None:
    document = Word()
    line = document.add_paragraph("Base salary: ")
    made.tracked(line, "del", "$165,000")
    made.tracked(line, "ins", "$185,000")
    assert opened("a.docx", made.saved(document)).texts[0] == "Base salary: $185,000"


def test_moved_words_are_read_where_they_went() -> None:
    body = paragraph(f"<w:moveFrom>{run('$165,000')}</w:moveFrom>", run("Base ")) + paragraph(
        f"<w:moveTo>{run('$185,000')}</w:moveTo>"
    )
    assert text_of(body) == "Base\n$185,000"


def test_hidden_and_struck_words_are_not_read() -> None:
    body = paragraph(
        run("Base "), run("$100", "<w:vanish/>"), run("$165,000", "<w:strike/>"), run(" $185,000"),
        run(" a year", '<w:strike w:val="0"/>'),
    )  # fmt: skip
    assert text_of(body) == "Base $185,000 a year"


def test_a_marked_paragraph_end_hides_nothing() -> None:
    body = f"<w:p><w:pPr><w:rPr><w:strike/><w:del/></w:rPr></w:pPr>{run('Base $185,000')}</w:p>"
    assert text_of(body) == "Base $185,000"


def test_headers_come_first_and_footers_last() -> None:
    document = Word()
    document.add_paragraph("Base salary: $185,000")
    document.sections[0].header.paragraphs[0].text = "Northwind Robotics, Inc."
    document.sections[0].footer.paragraphs[0].text = "Offer expires 14 August 2026"
    lines = opened("a.docx", made.saved(document)).texts[0].split("\n\n")
    assert lines == ["Northwind Robotics, Inc.", "Base salary: $185,000", "Offer expires 14 August 2026"]


def test_rows_are_lines_also_in_a_table_inside_a_cell() -> None:
    document = Word()
    outer = document.add_table(rows=1, cols=1)
    inner = outer.rows[0].cells[0].add_table(rows=2, cols=2)
    for row, words in zip(inner.rows, [("Base", "$185,000"), ("Bonus", "15%")], strict=True):
        for cell, word in zip(row.cells, words, strict=True):
            cell.text = word
    assert opened("a.docx", made.saved(document)).texts[0] == "Base\t$185,000\nBonus\t15%"


def test_cells_with_a_line_for_each_label_are_read_row_by_row() -> None:
    cells = "".join(
        f"<w:tc>{''.join(paragraph(run(word)) for word in words)}</w:tc>"
        for words in (("Base", "Bonus", "Sign-on"), ("$185,000", "15%", "$25,000"))
    )
    table = f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
    assert text_of(table) == "Base\t$185,000\nBonus\t15%\nSign-on\t$25,000"


def test_text_boxes_are_read_once() -> None:
    box = f"<w:txbxContent>{paragraph(run('Base $185,000'))}</w:txbxContent>"
    body = paragraph(
        f"<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
        "</mc:AlternateContent></w:r>",
        run("Dear Mara"),
    )
    assert sorted(text_of(body).splitlines()) == ["Base $185,000", "Dear Mara"]


def test_filled_fields_are_read_and_empty_ones_are_not() -> None:
    field = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    body = paragraph(
        run("Base "),
        field.format("", run("$185,000")),
        field.format("<w:showingPlcHdr/>", run("Click to enter $000,000")),
    )
    assert text_of(body) == "Base $185,000"


def test_codes_of_fields_are_not_read_but_what_they_show_is() -> None:
    code = "<w:r><w:instrText>MERGEFIELD Base \\* 99999</w:instrText></w:r>"
    assert text_of(paragraph(run("Base "), code, run("$185,000"))) == "Base $185,000"


def test_tabs_breaks_and_hyphens_stand_as_written() -> None:
    body = paragraph(
        "<w:r><w:t>Sign</w:t><w:noBreakHyphen/><w:t>on</w:t><w:tab/><w:t>$25,000</w:t><w:br/><w:t>Bonus</w:t></w:r>"
    )
    assert text_of(body) == "Sign-on\t$25,000\nBonus"


def test_pages_after_the_fiftieth_are_left_out() -> None:
    page = paragraph(run("Clause"), '<w:r><w:br w:type="page"/></w:r>')
    found = opened("a.docx", made.docx_of(page * 49 + paragraph(run("The fiftieth"))))
    assert not found.cut
    found = opened("a.docx", made.docx_of(page * 50 + paragraph(run("The fifty-first"))))
    assert found.cut
    assert found.pages_read == 50
    assert "fifty-first" not in found.texts[0]


def test_a_document_of_pictures_is_told_apart_from_an_empty_one() -> None:
    assert refused("a.docx", made.docx_of("")) == "empty"
    parts = {"word/document.xml": made.word_xml(""), "word/media/image1.png": b"\x89PNG"}
    assert refused("a.docx", made.packed(parts)) == "scanned"


def test_broken_markup_is_damaged() -> None:
    assert refused("a.docx", made.docx_of("<w:p><w:r>")) == "damaged"
    assert refused("a.docx", made.packed({"[Content_Types].xml": b"<Types/>"})) == "damaged"


def test_the_main_part_is_found_by_its_relation() -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    relations = f'<Relationships><Relationship Type="{kind}" Target="/word/document2.xml"/></Relationships>'
    parts = {
        "_rels/.rels": relations.encode(),
        "word/document2.xml": made.word_xml(paragraph(run("Base 185k"))),
    }
    assert opened("a.docx", made.packed(parts)).texts == ("Base 185k",)
