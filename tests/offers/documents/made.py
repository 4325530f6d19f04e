"""Real files, made anew for every test: one letter in each format, and the ways files go wrong."""

from __future__ import annotations

import html
import io
import zipfile
from collections.abc import Sequence
from email.message import EmailMessage
from functools import cache

from docx import Document as Word
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as WordParagraph
from PIL import Image
from reportlab.lib.pagesizes import LETTER as LETTER_SIZE
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

PARAGRAPHS = (
    "Dear Mara Lindqvist,",
    "We are pleased to offer you the position of Senior Software Engineer at Northwind Robotics, Inc., "
    "based in Seattle, WA. This letter sets out the terms of your employment, which is at will and may be "
    "ended by either side at any time, with or without cause or notice.",
)
ROWS = (
    ("Base salary", "$185,000 per year"),
    ("Target bonus", "15% of base salary"),
    ("Sign-on bonus", "$25,000"),
    ("Equity", "$240,000 in RSUs vesting over 4 years"),
)
CLOSING = "Please sign and return this letter by 14 August 2026."
TERMS = ("$185,000", "15%", "$25,000", "$240,000")


def text_letter() -> str:
    lines = [f"{label}: {value}" for label, value in ROWS]
    return "\n\n".join([*PARAGRAPHS, "\n".join(lines), CLOSING])


def pdf_letter(pages: int = 1, *, user: str = "", owner: str = "") -> bytes:
    """The letter; `pages` - 1 pages of small print follow. `user` is the password to open it with."""
    out = io.BytesIO()
    normal = getSampleStyleSheet()["Normal"]
    story: list[object] = []
    for paragraph in PARAGRAPHS:
        story += [Paragraph(paragraph, normal), Spacer(1, 12)]
    story += [Table([list(row) for row in ROWS]), Spacer(1, 12), Paragraph(CLOSING, normal)]
    locked = StandardEncryption(user, owner) if user or owner else None
    SimpleDocTemplate(out, pagesize=LETTER_SIZE, encrypt=locked, pageCompression=1).build(story)
    return out.getvalue() if pages == 1 else _with_pages(pages)


def _with_pages(pages: int) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=LETTER_SIZE, pageCompression=1)
    for number in range(1, pages + 1):
        canvas.drawString(72, 740, "Northwind Robotics, Inc. Confidential")
        top = 700.0
        if number == 1:
            for label, value in ROWS:
                canvas.drawString(72, top, label)
                canvas.drawString(300, top, value)
                top -= 20
        for line in range(25):
            canvas.drawString(72, top, f"Clause {number}.{line} says what clauses say.")
            top -= 14
        canvas.drawString(72, 40, f"Page {number} of {pages}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def pdf_drawn(draw: Sequence[tuple[float, float, str]], *, size: float = 11) -> bytes:
    """A page with words at the places told."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=LETTER_SIZE)
    canvas.setFont("Helvetica", size)
    for x, y, words in draw:
        canvas.drawString(x, y, words)
    canvas.save()
    return out.getvalue()


@cache
def _picture() -> Image.Image:
    return Image.effect_noise((300, 390), 60)


def pdf_scan(*pages: str) -> bytes:
    """Pages that are pictures, with the words told (a signing service's stamp) printed over them."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=LETTER_SIZE)
    for words in pages:
        canvas.drawImage(ImageReader(_picture()), 0, 0, *LETTER_SIZE)
        if words:
            canvas.drawString(72, 780, words)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def pdf_form() -> bytes:
    """A letter whose figures were typed into fields."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=LETTER_SIZE)
    canvas.drawString(72, 700, "Northwind Robotics offers you the base salary of")
    canvas.acroForm.textfield(name="base", value="$185,000 a year", x=72, y=660, width=200, height=20)
    canvas.save()
    return out.getvalue()


def raw_pdf(*objects: bytes, root: int = 1) -> bytes:
    """A PDF of the objects told, numbered from 1, with a true table of them."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, root, start)
    return bytes(out)


def docx_letter() -> bytes:
    document = Word()
    for paragraph in PARAGRAPHS:
        document.add_paragraph(paragraph)
    table = document.add_table(rows=0, cols=2)
    for row in ROWS:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    document.add_paragraph(CLOSING)
    return saved(document)


def saved(document: WordDocument) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def tracked(paragraph: WordParagraph, kind: str, words: str) -> None:
    """Add a tracked change: "ins" or "del"."""
    change, run = OxmlElement(f"w:{kind}"), OxmlElement("w:r")
    text = OxmlElement("w:delText" if kind == "del" else "w:t")
    text.text = words
    text.set(qn("xml:space"), "preserve")
    run.append(text)
    change.append(run)
    paragraph._p.append(change)


def packed(parts: dict[str, bytes], *, stored: bool = False) -> bytes:
    """A zip file of the parts told."""
    out = io.BytesIO()
    how = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(out, "w", how, compresslevel=None if stored else 9) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def word_xml(body: str, *, before: str = "") -> bytes:
    """The main part of a DOCX around the elements told."""
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    compatible = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{before}'
        f'<w:document xmlns:w="{space}" xmlns:mc="{compatible}"><w:body>{body}</w:body></w:document>'
    ).encode()


def docx_of(body: str, *, before: str = "") -> bytes:
    """A DOCX with the main part alone."""
    return packed({"[Content_Types].xml": b"<Types/>", "word/document.xml": word_xml(body, before=before)})


def html_letter() -> str:
    rows = "".join(
        f"<tr><td><b>{html.escape(label)}</b></td><td>{html.escape(value).replace('$', '&#36;')}</td></tr>"
        for label, value in ROWS
    )
    paragraphs = "".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in PARAGRAPHS)
    return (
        "<!doctype html><html><head><title>Offer</title><style>p{color:#185000}</style>"
        "<script>var base = 999999;</script></head><body>"
        '<div style="display:none">Preview: your $1,000,000 surprise</div>'
        f"{paragraphs}<table>{rows}</table><p>{CLOSING}</p></body></html>"
    )


def eml_letter(*, attached: tuple[str, str, bytes] | None = None, body: str | None = None) -> bytes:
    """The letter as a mail with both bodies, or `body` and the file told: name, type, bytes."""
    message = EmailMessage()
    message["From"] = "Jon Field <jon@northwind.example>"
    message["To"] = "mara@example.org"
    message["Subject"] = "Your offer from Northwind Robotics"
    message["Message-ID"] = "<1@northwind.example>"
    message.set_content(body if body is not None else text_letter())
    if body is None:
        message.add_alternative(html_letter(), subtype="html")
    if attached is not None:
        name, type_, content = attached
        main, sub = type_.split("/")
        message.add_attachment(content, maintype=main, subtype=sub, filename=name)
    return message.as_bytes()
