"""One letter, the same offer, whatever the file."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.offers.documents import Document, Unreadable, read_document

from . import made

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
REPO = Path(__file__).resolve().parents[3]
LETTERS: dict[str, Callable[[], bytes]] = {
    "letter.txt": lambda: made.text_letter().encode(),
    "windows.txt": lambda: made.text_letter().replace(" by ", " – by ").encode("windows-1252"),
    "wide.txt": lambda: made.text_letter().encode("utf-16"),
    "letter.pdf": made.pdf_letter,
    "letter.docx": made.docx_letter,
    "letter.html": lambda: made.html_letter().encode(),
    "letter.eml": made.eml_letter,
    "attached.eml": lambda: made.eml_letter(
        attached=("Offer.pdf", "application/pdf", made.pdf_letter()), body="Hi Mara, see attached. Best, Jon"
    ),
}


def opened(name: str, content: bytes, media_type: str = "") -> Document:
    found = read_document(name, media_type, content)
    assert isinstance(found, Document), found
    return found


def refused(name: str, content: bytes, media_type: str = "") -> str:
    found = read_document(name, media_type, content)
    assert isinstance(found, Unreadable), found
    return found.reason


@pytest.mark.parametrize("name", LETTERS)
def test_every_format_holds_the_terms_on_the_lines_of_their_labels(name: str) -> None:
    text = "\n".join(opened(name, LETTERS[name]()).texts)
    for (label, _), term in zip(made.ROWS, made.TERMS, strict=True):
        (line,) = (line for line in text.splitlines() if line.startswith(label))
        assert term in line
    assert "1,000,000" not in text
    assert "999999" not in text


@pytest.mark.parametrize("name", LETTERS)
def test_bytes_decide_whatever_the_name_says(name: str) -> None:
    content = LETTERS[name]()
    assert opened("offer", content).kind == opened(name, content).kind
    assert opened("photo.png", content, "image/png").kind == opened(name, content).kind


@pytest.mark.parametrize(
    ("content", "name", "reason"),
    [
        (b"", "offer.pdf", "empty"),
        (b" \r\n\x00\n", "offer.txt", "empty"),
        (b"\xef\xbb\xbf", "offer.txt", "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "offer.pdf", "picture"),
        (b"\xff\xd8\xff\xe0" + bytes(50), "scan.jpg", "picture"),
        (b"\x00\x00\x00\x18ftypheic" + bytes(50), "IMG_1.HEIC", "picture"),
        (rb"{\rtf1\ansi Base salary: $185,000}", "offer.rtf", "rtf"),
        (rb"{\rtf1\ansi Base salary: $185,000}", "offer.doc", "rtf"),
        (OLE + "WordDocument".encode("utf-16-le"), "o.doc", "old_word"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "o.docx", "encrypted"),
        (OLE + "__substg1.0_0037".encode("utf-16-le"), "o.msg", "outlook"),
        (OLE, "o.bin", "unknown"),
        (b"\x1f\x8b\x08" + bytes(50), "offer.tar.gz", "archive"),
        (made.packed({"offer.txt": b"Base 185k"}), "offers.zip", "archive"),
        (made.packed({"content.xml": b"<x/>", "mimetype": b"x"}), "offer.odt", "open_document"),
        (made.packed({"xl/workbook.xml": b"<x/>"}), "offer.xlsx", "slides_or_sheet"),
        (bytes(range(256)) * 40, "offer.bin", "unknown"),
        (bytes(range(256)) * 40, "offer.pdf", "damaged"),
    ],
)  # fmt: skip
def test_each_kind_of_unreadable_file_is_told_apart(content: bytes, name: str, reason: str) -> None:
    assert refused(name, content) == reason


def test_numbers_of_a_person_are_masked_before_anything_is_read() -> None:
    secret = "SSN: 078-05-1120\nAccount number: 12345678\n"
    for name, content in {
        "a.txt": (secret + made.text_letter()).encode(),
        "a.html": made.html_letter().replace("<table>", f"<pre>{secret}</pre><table>").encode(),
        "a.eml": made.eml_letter(body=secret + made.text_letter()),
    }.items():
        text = "".join(opened(name, content).texts)
        assert "█" in text
        assert "1120" not in text
        assert "12345678" not in text
        assert "$185,000" in text


def test_no_parser_is_loaded_where_people_are_answered() -> None:
    code = (
        "import sys\n"
        "from bot.offers.documents import read_document\n"
        "found = read_document('a.html', '', b'<html><body><p>Base 185k</p>')\n"
        "assert found.texts == ('Base 185k',), found\n"
        "heavy = {'lxml', 'pypdfium2', 'email.parser'}\n"
        "sys.exit(', '.join(heavy & set(sys.modules)) or 0)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=REPO, capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
