"""Hostile, huge and broken files: an answer within bounds, whatever comes."""

from __future__ import annotations

import random
import subprocess
import sys
import threading
import time
import zlib
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from bot.offers.documents import LARGEST, PAGES, Document, Unreadable, read_document, sandbox

from . import made

REPO = Path(__file__).resolve().parents[3]
WITHIN = 15.0  # seconds; the sandbox stops a file after ten


def timed(name: str, content: bytes) -> Document | Unreadable:
    started = time.perf_counter()
    found = read_document(name, "", content)
    assert time.perf_counter() - started < WITHIN
    return found


def _page(content: bytes, *more: bytes, resources: bytes = b"<<>>") -> bytes:
    return made.raw_pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources %s>>" % resources,
        content,
        *more,
    )


def _stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<</Length %d%s>>\nstream\n%s\nendstream" % (len(data), entries, data)


def _flate_bomb() -> bytes:
    """Three gigabytes of zeros, compressed thrice."""
    squeeze = zlib.compressobj(9)
    data = b"".join(squeeze.compress(bytes(2**20)) for _ in range(300)) + squeeze.flush()
    data = zlib.compress(zlib.compress(data * 10, 9), 9)
    return _page(_stream(data, b"/Filter[/FlateDecode/FlateDecode/FlateDecode]"))


def _forms_in_forms() -> bytes:
    """Thirty forms, each drawing the next one ten times."""
    depth = 30
    forms = [
        _stream(
            b"/F Do " * 10,
            b"/Type/XObject/Subtype/Form/BBox[0 0 600 700]/Resources<</XObject<</F %d 0 R>>>>" % (6 + number),
        )
        for number in range(depth)
    ]
    last = _stream(b"0 0 m", b"/Type/XObject/Subtype/Form/BBox[0 0 600 700]")
    return _page(_stream(b"/F Do " * 10), *forms, last, resources=b"<</XObject<</F 5 0 R>>>>")


def _nested_mail(depth: int) -> bytes:
    inner = made.text_letter()
    head = "From: a@example.com\nSubject: offer\nMessage-ID: <1@example.com>\nMIME-Version: 1.0\n"
    opened = "".join(
        f"Content-Type: multipart/mixed; boundary=b{number}\n\n--b{number}\n" for number in range(depth)
    )
    closed = "".join(f"\n--b{number}--\n" for number in reversed(range(depth)))
    return f"{head}{opened}Content-Type: text/plain\n\n{inner}{closed}".encode()


def _many_parts() -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"], message["Message-ID"] = "a@example.com", "x", "<1@example.com>"
    message.set_content("hello")
    for number in range(2_000):
        message.add_attachment(
            b"%PDF-1.4 " + bytes(20), maintype="application", subtype="pdf", filename=f"{number}.pdf"
        )
    return message.as_bytes()


_ENTITIES = (
    '<!DOCTYPE d [<!ENTITY a "lol">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(12)
    ) + "]>"
)  # fmt: skip
_OUTSIDE = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'

HOSTILE: dict[str, Callable[[], bytes]] = {
    "flate bomb.pdf": _flate_bomb,
    "forms in forms.pdf": _forms_in_forms,
    "pages in a circle.pdf": lambda: made.raw_pdf(
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 40>>"
    ),
    "nested arrays.pdf": lambda: _page(_stream(b"[" * 2_000_000)),
    "nested dictionaries.pdf": lambda: _page(b"<</A" * 500_000),
    "nine million operators.pdf": lambda: _page(_stream(b"q 1 0 0 1 0 0 cm Q\n" * 500_000)),
    "a million letters.pdf": lambda: _page(
        _stream(b"BT /F 1 Tf " + b"(aaaaaaaaaaaaaaaaaaaa) Tj " * 300_000 + b"ET"),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        resources=b"<</Font<</F 5 0 R>>>>",
    ),
    "a count that lies.pdf": lambda: made.raw_pdf(
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 2000000000>>"
    ),
    "zip bomb.docx": lambda: made.docx_of("<w:p>" + " " * 300_000_000 + "</w:p>"),
    "zip bomb of words.docx": lambda: made.docx_of("<w:p><w:r><w:t>pay</w:t></w:r></w:p>" * 2_000_000),
    "forty thousand parts.docx": lambda: made.packed(
        {f"word/p{number}.xml": b"" for number in range(40_000)} | {"word/document.xml": made.word_xml("")}
    ),
    "nested tables.docx": lambda: made.docx_of(
        "<w:tbl><w:tr><w:tc>" * 60 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 60
    ),
    "very nested tables.docx": lambda: made.docx_of("<w:tbl><w:tr><w:tc>" * 100_000),
    "entities.docx": lambda: made.docx_of("<w:p><w:r><w:t>&m;</w:t></w:r></w:p>", before=_ENTITIES),
    "entity from outside.docx": lambda: made.docx_of("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", before=_OUTSIDE),
    "ten megabytes of div.html": lambda: b"<html>" + b"<div>" * ((LARGEST - 6) // 5),
    "ten megabytes of table.html": lambda: b"<html>" + b"<table><tr><td>" * ((LARGEST - 6) // 15),
    "ten megabytes of attributes.html": lambda: b"<html><p " + b"a=1 " * (LARGEST // 4 - 10),
    "ten megabytes of one style.html": lambda: (
        b'<html><p style="' + b"display:" * (LARGEST // 8 - 10) + b'">x'
    ),
    "ten megabytes of comments.html": lambda: b"<html>" + b"<!--" * (LARGEST // 4 - 10),
    "ten megabytes of entities.html": lambda: b"<html>" + b"&amp;&#x24;" * (LARGEST // 11 - 10),
    "200 deep.eml": lambda: _nested_mail(200),
    "5000 deep.eml": lambda: _nested_mail(5_000),
    "2000 attachments.eml": _many_parts,
    "ten megabytes of headers.eml": lambda: b"Message-ID: <1>\n" + b"Received: by x\n" * 600_000 + b"\nx",
    "ten megabytes of quotes.eml": lambda: b"From: a\nTo: b\nMessage-ID: <1>\n\n" + b"> > x\n" * 1_600_000,
    "ten megabytes of wrote.eml": lambda: b"From: a\nTo: b\nMessage-ID: <1>\n\n" + b"On x wrote: " * 800_000,
    "ten megabytes of digits.txt": lambda: b"1" * LARGEST,
    "ten megabytes of labels.txt": lambda: b"ssn number " * (LARGEST // 11),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_answered_within_bounds(name: str) -> None:
    content = HOSTILE[name]()
    assert len(content) <= LARGEST, "too large to be opened at all"
    found = timed(name, content)
    if isinstance(found, Document):
        assert sum(map(len, found.texts + found.earlier)) <= 400_000
        assert "root:" not in "".join(found.texts)


def test_a_mail_200_parts_deep_is_read() -> None:
    found = timed("deep.eml", _nested_mail(200))
    assert isinstance(found, Document)
    assert "$185,000" in found.texts[0]


def test_a_zip_bomb_says_so() -> None:
    assert timed("b.docx", HOSTILE["zip bomb.docx"]()) == Unreadable("too_heavy")


def test_entities_are_refused() -> None:
    assert timed("e.docx", HOSTILE["entities.docx"]()) == Unreadable("damaged")
    assert timed("e.docx", HOSTILE["entity from outside.docx"]()) == Unreadable("damaged")


def test_ten_megabytes_are_read_and_a_byte_more_is_not() -> None:
    letter = made.text_letter().encode()
    filled = letter + b"\nx" * ((LARGEST - len(letter)) // 2)
    assert isinstance(timed("a.txt", filled), Document)
    assert timed("a.txt", filled.ljust(LARGEST + 1)) == Unreadable("too_large")


@pytest.mark.parametrize("pages", [PAGES, PAGES + 1])
def test_fifty_pages_are_read_and_more_are_cut(pages: int) -> None:
    found = timed("long.pdf", made.pdf_letter(pages))
    assert isinstance(found, Document)
    assert (found.pages, found.pages_read, found.cut) == (pages, PAGES, pages > PAGES)
    assert "Clause 50.1" in found.texts[0]
    assert "Clause 51.1" not in found.texts[0]


LETTERS: dict[str, Callable[[], bytes]] = {
    "letter.pdf": made.pdf_letter,
    "letter.docx": made.docx_letter,
    "letter.html": lambda: made.html_letter().encode(),
    "letter.eml": lambda: made.eml_letter(
        attached=("o.docx", "application/octet-stream", made.docx_letter())
    ),
}


@pytest.mark.parametrize("name", LETTERS)
@pytest.mark.parametrize("share", [0.01, 0.3, 0.7, 0.98])
def test_a_file_cut_off_is_read_or_refused_but_never_raises(name: str, share: float) -> None:
    content = LETTERS[name]()
    timed(name, content[: int(len(content) * share)])


@pytest.mark.parametrize("name", LETTERS)
def test_a_file_with_wrong_bytes_never_raises(name: str) -> None:
    chance = random.Random(name)  # noqa: S311 - the same mischief every time
    for _ in range(4):
        content = bytearray(LETTERS[name]())
        for _ in range(40):
            content[chance.randrange(len(content))] = chance.randrange(256)
        timed(name, bytes(content))


def test_a_child_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "SECONDS", 0.01)
    assert timed("a.pdf", made.pdf_letter()) == Unreadable("too_heavy")


def test_a_child_without_memory_is_an_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "MEMORY", 30 * 2**20)
    found = timed("a.pdf", made.pdf_letter(40))
    assert isinstance(found, Unreadable | Document)


def test_files_wait_for_their_turn_and_then_give_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "_turns", threading.BoundedSemaphore(1))
    monkeypatch.setattr(sandbox, "QUEUED_SECONDS", 0.05)
    with sandbox._turns:
        assert timed("a.pdf", made.pdf_letter()) == Unreadable("busy")
    assert isinstance(timed("a.pdf", made.pdf_letter()), Document)


def test_the_child_can_open_nothing_and_knows_no_setting(tmp_path: Path) -> None:
    code = (
        "import os, socket\n"
        "from bot.offers.documents import child\n"
        "child._seal()\n"
        "def tried(what, *told):\n"
        "    try:\n"
        "        what(*told)\n"
        "    except OSError:\n"
        "        return 'refused'\n"
        "    return 'done'\n"
        f"print(tried(open, '/etc/passwd'), tried(socket.socket), tried(open, {str(tmp_path / 'x')!r}, 'w'))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=REPO, capture_output=True, text=True, check=True, timeout=30
    )
    assert done.stdout.split() == ["refused"] * 3
    assert list(tmp_path.iterdir()) == []


def test_the_child_is_started_without_our_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-secret")
    (tmp_path / "sitecustomize.py").write_text("import sys; sys.exit(9)")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    started: list[dict[str, str]] = []
    real = subprocess.Popen

    def spied(*args: Any, **options: Any) -> Any:
        started.append(options["env"])
        return real(*args, **options)

    monkeypatch.setattr(subprocess, "Popen", spied)
    assert isinstance(timed("a.docx", made.docx_letter()), Document)
    assert len(started) == 1
    assert "SLACK_BOT_TOKEN" not in started[0]
    assert "PYTHONPATH" not in started[0]


def test_nothing_of_a_file_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    for name, make in LETTERS.items():
        timed(name, make())
    assert list(tmp_path.iterdir()) == []
