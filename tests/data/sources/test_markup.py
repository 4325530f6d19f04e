"""HTML to plain text: lines, bullets and rows stay; soup and hostile input do no harm."""

from __future__ import annotations

import time

import pytest

from data.sources.markup import LONGEST, plain


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("<p>One<br>two &amp; three</p><p>Four</p>", "One\ntwo & three\n\nFour"),
        ("<ul><li>Design</li><li>Ship <b>it</b></li></ul>", "* Design\n* Ship it"),
        ("&lt;p&gt;A &amp;amp; B&lt;/p&gt;", "A & B"),
        ("<p>$1<b>50,</b><i>000</i>&mdash;$180,000</p>", "$150,000—$180,000"),
        ("Plain text\n\nwith a < b and c > d", "Plain text\n\nwith a < b and c > d"),
        ("Pay: &pound;50,000 &ndash; &pound;60,000", "Pay: £50,000 – £60,000"),
        ("<script>alert(1)</script><style>p {}</style><!-- no --><p>Yes</p>", "Yes"),
        ('<p title="a > b" data-x=\'y\' style="margin:9999em">Text</p>', "Text"),
        ("<div><p>Never closed<ul><li>one<li>two", "Never closed\n\n* one\n* two"),
        ("</b></p>Soup <p <b>here", "Soup\n\nhere"),
        ("<p>日本 🚀 naïve\u00a0café</p>", "日本 🚀 naïve café"),
        ("<p>a\x00b\ud800c</p>", "ab?c"),
        ("", ""),
        ("<p> </p>", ""),
    ],
)
def test_markup_becomes_text(written: str, expected: str) -> None:
    assert plain(written) == (expected, False)


def test_rows_of_a_table_of_pay_stay_rows() -> None:
    pay = {"SF": "$200K", "Rome": "€90K"}
    rows = "".join(f"<tr><td>{place}</td><td>{amount}</td></tr>" for place, amount in pay.items())
    assert plain(f"<table>{rows}</table>").text.splitlines() == ["SF $200K", "Rome €90K"]


@pytest.mark.parametrize(
    "hostile",
    [
        "<div>" * 200_000 + "x",
        "<ul><li>" * 120_000,
        "<a " + 'b="c" ' * 160_000,
        "<a " + " ".join(f'b{number}="c"' for number in range(90_000)) + ">x",
        "<a b='" + " c=d" * 240_000,
        "<" * 1_000_000,
        "<!--" * 250_000,
        "&lt;p" * 200_000,
        "&" * 1_000_000,
        "&#" + "9" * 1_000_000,
        "<p>&#" + "9" * 1_000_000,
        "<p>" + " " * 1_000_000,
        "<table>" + "<tr><td>a</td><td>b</td></tr>" * 35_000,
        "<p style='" + "a:b;" * 240_000 + "'>x",
        "<table><tr><td colspan=99999999 style='padding-left:99999999em'>x",
    ],
)
def test_a_megabyte_of_anything_is_read_in_time(hostile: str) -> None:
    began = time.process_time()
    assert len(plain(hostile).text) <= LONGEST
    assert time.process_time() - began < 3


def test_pictures_in_attributes_do_not_push_the_text_out() -> None:
    picture = f'<img src="data:image/png;base64,{"A" * 3_000_000}">'
    assert plain(f"<p>Before</p>{picture}<p>$150,000</p>") == ("Before\n\n$150,000", False)


def test_what_is_longer_than_anything_real_is_cut() -> None:
    assert plain("word " * 100_000) == (("word " * 20_000), True)
