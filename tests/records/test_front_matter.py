"""Front matter stands between two lines of dashes; the text follows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provider_directory.records.front_matter import split
from provider_directory.records.text import Unreadable


def told(text: str) -> list[str]:
    """Why a text is refused."""
    with pytest.raises(Unreadable) as refusal:
        split(text, "page.md")
    return [str(problem) for problem in refusal.value.problems]


def test_fields_and_text_are_parted_and_both_know_their_lines() -> None:
    source = split("---\ntitle: Seteli\nkind: other\n---\n\nEnsimmäinen rivi.\n\n---\n\nToinen.\n", "page.md")

    assert source.tree == {"title": "Seteli", "kind": "other"}
    assert source.line(("kind",)) == 3
    assert source.body == "Ensimmäinen rivi.\n\n---\n\nToinen."


def test_the_first_line_of_the_text_is_counted_from_the_top_of_the_file() -> None:
    text = "---\ntitle: Seteli\n---\n\n\nNäin.\n"
    source = split(text, "page.md")

    assert text.split("\n")[source.body_line - 1] == "Näin."


def test_a_file_may_hold_fields_alone() -> None:
    assert split("---\ntitle: Seteli\n---", "page.md").body == ""


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "title: Seteli\n",
            'line 1    The file does not begin with "---". Put the fields between two lines of "---". [yaml]',
        ),
        ("---\ntitle: Seteli\n", 'line 3    The line "---" that ends the fields is missing. [yaml]'),
        ("---\n---\nNäin.\n", "line 2    The file is empty. [yaml]"),
        ("---\ntitle: a\ntitle: b\n---\n", 'line 3    title: "title" appears twice; the first is on line 2. [yaml]'),
        (
            "---\ntitle: [a\n---\n",
            "line 3    A list that opens with [ is not closed, or a comma is missing. Mend this line or the one above. [yaml]",
        ),
    ],
)
def test_what_is_wrong_is_told_with_the_line_of_the_file(text: str, sentence: str) -> None:
    assert told(text) == [sentence]


@given(st.text(alphabet="-a: \n", max_size=40))
def test_any_text_is_split_or_refused_and_nothing_else(text: str) -> None:
    try:
        split(text, "page.md")
    except Unreadable as refusal:
        assert refusal.problems
