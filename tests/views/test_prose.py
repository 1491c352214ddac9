"""Markdown as HTML that can do nothing, and addresses hidden from harvesters."""

from __future__ import annotations

import html

import pytest

from provider_directory.views.prose import hidden, mail_link, markdown, plain


def test_paragraphs_lists_and_links_are_written() -> None:
    text = "## Otsikko\n\nKatso [laki](https://www.finlex.fi/).\n\n- yksi\n- kaksi"

    assert markdown(text) == (
        '<h2>Otsikko</h2>\n<p>Katso <a href="https://www.finlex.fi/">laki</a>.</p>\n<ul>\n<li>yksi</li>\n<li>kaksi</li>\n</ul>'
    )


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "a <img src=x onerror=alert(1)> b",
        "<div onclick='x'>\n\nteksti\n\n</div>",
        "<!-- <script>x</script> -->",
        "<svg/onload=alert(1)>",
    ],
)
def test_raw_html_is_shown_and_not_obeyed(text: str) -> None:
    made = markdown(text)

    assert (
        "<script" not in made
        and "<img" not in made
        and "<div" not in made
        and "<svg" not in made
        and "<!--" not in made
    )


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "&#106;avascript:alert(1)",
        "java\tscript:x",
    ],
)
def test_a_link_that_would_do_something_loses_its_address(address: str) -> None:
    made = html.unescape(markdown(f"[paina]({address})") + markdown(f"[paina][1]\n\n[1]: {address}")).lower()

    assert 'href="javascript' not in made and 'href="data' not in made and 'href="vbscript' not in made
    assert 'href="java' not in made


def test_nothing_is_loaded_from_elsewhere() -> None:
    assert "<img" not in markdown("![kuva](https://example.org/x.png)") + markdown(
        "![kuva][1]\n\n[1]: https://example.org/x.png"
    )


def test_a_heading_of_the_text_stands_below_the_pages_own() -> None:
    assert markdown("# Suuri") == "<h2>Suuri</h2>"


def test_plain_words_are_left_of_markdown() -> None:
    assert plain("**Hoito** & [hoiva](https://a.fi)\n\n- yksi") == "Hoito & hoiva yksi"


def test_a_hidden_address_reads_as_it_is_but_is_not_written_so() -> None:
    assert "@" not in hidden("hoiva@example.fi") and "hoiva" not in hidden("hoiva@example.fi")
    assert html.unescape(hidden("hoiva@example.fi")) == "hoiva@example.fi"
    assert html.unescape(mail_link("hoiva@example.fi")) == "mailto:hoiva@example.fi"


def test_of_a_letter_begun_only_the_address_is_hidden() -> None:
    link = mail_link("hoiva@example.fi", 'subject=A%20"b"&body=c')

    assert "hoiva" not in link and link.endswith("?subject=A%20&quot;b&quot;&amp;body=c")
    assert html.unescape(link) == 'mailto:hoiva@example.fi?subject=A%20"b"&body=c'
