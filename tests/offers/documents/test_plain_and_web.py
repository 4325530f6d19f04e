"""Plain text in any encoding, and pages as a browser shows them."""

from __future__ import annotations

import pytest

from . import made
from .test_formats import opened, refused

PAY = "Gehalt: 85.000 € – für München"


def page(body: str, head: str = "") -> str:
    return opened("a.html", f"<html><head>{head}</head><body>{body}</body></html>".encode()).texts[0]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "windows-1252"]
)
def test_every_usual_encoding_is_read(encoding: str) -> None:
    assert opened("a.txt", PAY.encode(encoding)).texts == (PAY,)


def test_line_ends_zeros_and_half_letters_do_no_harm() -> None:
    assert opened("a.txt", b"Base\r\n185k\rBonus\x00 15%").texts == ("Base\n185k\nBonus 15%",)
    cut = ("é" * 40).encode()[:-1]
    assert opened("a.txt", cut).texts[0].startswith("é" * 39)


def test_scripts_styles_and_hidden_words_are_not_read() -> None:
    shown = page(
        '<p>Base $185,000</p><script>"$1"</script><div style="DISPLAY : none">$2</div><p hidden>$3</p>'
        '<span style="font-size:0">$4</span><div style="max-height:0px;overflow:hidden">$5<p>$6</p></div>'
        "<noscript>$7</noscript><template>$8</template><del>$9</del><!-- $10 -->"
        '<p style="opacity:0.9">Bonus 15%</p>',
        head="<title>$11</title><style>$12</style>",
    )
    assert shown == "Base $185,000\n\nBonus 15%"


def test_rows_are_lines_and_entities_letters() -> None:
    shown = page(
        "<table><tr><th>Base<td>&pound;85,000&nbsp;a year<tr><td>Bonus</td><td>15&#37;</td></tr></table>"
    )
    assert shown == "Base\t£85,000 a year\nBonus\t15%"


def test_a_table_that_only_lays_out_keeps_its_lines() -> None:
    shown = page(
        "<table><tr><td><table><tr><td><p>Dear Mara,</p><p>Base: $185,000</p><p>Bonus: 15%</p></td></tr>"
        "</table></td></tr></table>"
    )
    assert shown.splitlines() == ["Dear Mara,", "Base: $185,000", "Bonus: 15%"]


def test_words_parted_by_tags_stay_whole_and_lines_stay_lines() -> None:
    assert page("<b>$1</b><b>85</b>,000<br>a&#8203; year<ul><li>Bonus</li><li>15%</li></ul>") == (
        "$185,000\na\u200b year\n\n- Bonus\n- 15%"
    )


def test_pre_keeps_its_lines() -> None:
    assert page("<pre>Base  185k\nBonus 15%</pre>") == "Base 185k\nBonus 15%"


@pytest.mark.parametrize("charset", ["windows-1252", "iso-8859-15", "utf-8", "no-such"])
def test_the_charset_a_page_names_is_used(charset: str) -> None:
    encoding = "utf-8" if charset == "no-such" else charset
    content = f"<html><meta charset='{charset}'><body><p>Gehalt 85.000 €</p>".encode(encoding)
    assert opened("a.html", content).texts == ("Gehalt 85.000 €",)


def test_markup_without_words_is_empty_or_a_picture() -> None:
    assert refused("a.html", b"<html><body><div></div></body></html>") == "empty"
    assert refused("a.html", b"<html><body><img src='offer.png'></body></html>") == "scanned"


def test_text_with_a_bracket_is_no_page() -> None:
    assert opened("a.txt", b"base <150k> and <b>185k</b>").kind == "text"
    assert opened("a.html", b"base 185k, no tags at all").kind == "text"
    assert opened("page", b"  <!DOCTYPE html><p>185k").kind == "html"
    assert opened("page", made.html_letter().encode(), "text/html").kind == "html"
