"""YAML is read as text, knows its lines, and refuses whatever is more than plain fields."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provider_directory.records.text import SIZE_LIMIT, Tree, Unreadable, decoded, parse, read_bytes, say


def told(text: str) -> list[str]:
    """Why a text is refused."""
    with pytest.raises(Unreadable) as refusal:
        parse(text, "file.yaml")
    return [str(problem) for problem in refusal.value.problems]


@pytest.mark.parametrize(
    "written", ["0401234567", "00100", "9:30", "NO", "yes", "1e3", "0x1F", "2018-08-10", "1_000", "~"]
)
def test_every_value_stays_what_was_typed(written: str) -> None:
    assert parse(f"field: {written}\n", "file.yaml").tree == {"field": written}


def test_lists_and_groups_keep_their_shape() -> None:
    tree = parse("name: Hoiva\nplaces: [akaa, lempäälä]\nprice:\n  - {unit: hour}\n", "file.yaml").tree

    assert tree == {"name": "Hoiva", "places": ["akaa", "lempäälä"], "price": [{"unit": "hour"}]}


def test_every_value_knows_its_line() -> None:
    source = parse("name: Hoiva\nprices:\n  - unit: hour\n    price: 38\n  - unit: day\n", "file.yaml")

    assert source.line(("name",)) == 1
    assert source.line(("prices", 0, "price")) == 4
    assert source.line(("prices", 1)) == 5


def test_a_value_that_is_not_written_has_the_line_of_what_is_around_it() -> None:
    source = parse("name: Hoiva\nprices:\n  - unit: hour\n", "file.yaml")

    assert source.line(("prices", 0, "price")) == 3
    assert source.line(("kind",)) == 1


def test_an_entry_of_a_register_keeps_the_lines_of_the_file_and_is_named_in_its_problems() -> None:
    ((first, _), (second, entry)) = parse("akaa:\n  code: 020\nlahti:\n  code: x\n", "places.yaml").entries()

    assert (first, second) == ("akaa", "lahti")
    assert entry.tree == {"code": "x"}
    assert str(entry.problem(("code",), "Wrong.")) == "line 4    lahti › code: Wrong. [field]"


def test_lists_count_from_one_in_the_words_of_an_editor() -> None:
    assert say(("listings", 0, "prices", 2, "unit")) == "listings › 1 › prices › 3 › unit"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "name: Hoiva\nname: Toinen\n",
            'line 2    name: "name" appears twice; the first is on line 1. [yaml]',
        ),
        (
            "name:\nkind: company\n",
            "line 1    name: Nothing is written here. Write a value, or remove the line. [yaml]",
        ),
        (
            "a: &anchor {b: c}\n",
            "line 1    Anchors (&name) and aliases (*name) are not used in records. Write the value out, or put it in quotes. "
            "[yaml]",
        ),
        (
            "a: b\nc: *a\n",
            "line 2    Anchors (&name) and aliases (*name) are not used in records. Write the value out, or put it in quotes. "
            "[yaml]",
        ),
        (
            "a: !!python/object/apply:os.system [ls]\n",
            "line 1    Tags (!name) are not used in records. Write the plain value. [yaml]",
        ),
        ("a: b\n---\nc: d\n", "line 2    The file holds more than one document (---). Keep one. [yaml]"),
        ("a: b\n...\nc: d\n", "line 3    The file holds more than one document (... or ---). Keep one. [yaml]"),
        ("? [a, b]\n: c\n", "line 1    A field name must be plain text. [yaml]"),
        ("? {a: b}\n: c\n", "line 1    A field name must be plain text. [yaml]"),
        ("", "line 1    The file is empty. [yaml]"),
        ("# only a comment\n", "line 1    The file is empty. [yaml]"),
        ("a:\n\tb: c\n", "line 2    A tab stands where spaces belong. Indent with spaces. [yaml]"),
        ("email: @hoiva\n", 'line 1    A text cannot begin with @ here. Put it in "double quotes". [yaml]'),
        ("a: *\n", "line 1    * and & mean something else in YAML. Put the text in quotes. [yaml]"),
        (
            "name: Hoiva: hyvä\n",
            'line 1    A second ": " on this line, or wrong indentation. Put the text in "double quotes" or mend the '
            "indentation. [yaml]",
        ),
        (
            "a: b\nc\n",
            'line 3    A ":" is missing after the field name on this line or the one above. [yaml]',
        ),
        ("a: b\n- c\n", "line 2    The indentation of this line does not fit the lines above it. [yaml]"),
        ('a: "b\n', 'line 2    A quotation mark that opens a text is never closed. Add the closing ". [yaml]'),
        (
            "a: [b, c\nd: e\n",
            "line 2    A list that opens with [ is not closed, or a comma is missing. Mend this line or the one above. [yaml]",
        ),
        (
            "a: {b: c\nd: e\n",
            "line 2    A group that opens with { is not closed, or a comma is missing. Mend this line or the one above. [yaml]",
        ),
        (
            'a: "C:\\q"\n',
            "line 1    A \\ in a text in double quotes begins a special character. Write \\\\ for a plain one. [yaml]",
        ),
        ("[" * 50 + "]" * 50, "line 1    Values are nested more than 20 deep. [yaml]"),
        ("%nothing\n---\na: b\n", "line 1    This is not YAML we can read: found unknown directive name. [yaml]"),
    ],
)
def test_what_is_more_than_plain_fields_is_refused_with_its_line(text: str, sentence: str) -> None:
    assert told(text) == [sentence]


def test_every_repeated_and_empty_field_is_told_at_once() -> None:
    assert told("a: b\na: c\nd:\ne: {f: g, f: h}\n") == [
        'line 2    a: "a" appears twice; the first is on line 1. [yaml]',
        "line 3    d: Nothing is written here. Write a value, or remove the line. [yaml]",
        'line 4    e › f: "f" appears twice; the first is on line 4. [yaml]',
    ]


def test_a_merge_key_is_a_field_like_any_other() -> None:
    assert parse("<<: {a: b}\n", "file.yaml").tree == {"<<": {"a": "b"}}


class TestReadingAFile:
    """From bytes to text."""

    def refusal(self, tmp_path: Path, data: bytes) -> str:
        file = tmp_path / "file.yaml"
        file.write_bytes(data)
        with pytest.raises(Unreadable) as refusal:
            decoded(read_bytes(file, "file.yaml"), "file.yaml")
        (problem,) = refusal.value.problems
        return str(problem)

    def test_a_byte_order_mark_and_line_ends_of_other_systems_do_not_matter(self) -> None:
        assert decoded(b"\xef\xbb\xbfa: b\r\nc: d\re: f\n", "file.yaml") == "a: b\nc: d\ne: f\n"

    def test_bytes_in_another_encoding_are_refused_with_their_line(self, tmp_path: Path) -> None:
        told = self.refusal(tmp_path, "a: b\nname: Jyväskylä\n".encode("latin-1"))

        assert told == "line 2    The file is not UTF-8 text. Save it as UTF-8. [yaml]"

    @pytest.mark.parametrize(
        ("character", "number"),
        [("\0", "U+0000"), ("\x1b", "U+001B"), ("\x85", "U+0085"), ("\u2028", "U+2028"), ("\u202e", "U+202E")],
    )
    def test_characters_nobody_can_see_are_refused_with_their_line(
        self, tmp_path: Path, character: str, number: str
    ) -> None:
        told = self.refusal(tmp_path, f"a: b\nname: x{character}y\n".encode())

        assert told == (
            f"line 2    A character nobody can see ({number}) stands on this line. Type the line again by hand. [yaml]"
        )

    def test_a_file_larger_than_any_register_is_refused_unread(self, tmp_path: Path) -> None:
        told = self.refusal(tmp_path, b"#" * (SIZE_LIMIT + 1))

        assert told == "line 1    The file has 1,000,001 bytes; a record file may have 1,000,000. Split it. [yaml]"


ANYTHING = st.text() | st.text(alphabet="ab:-[]{}&*!|>'\"%@` \n\t#?,~<", max_size=40)


@given(ANYTHING)
def test_any_text_is_read_or_refused_and_nothing_else(text: str) -> None:
    try:
        assert isinstance(parse(text, "file.yaml").tree, str | list | dict)
    except Unreadable as refusal:
        assert refusal.problems


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_and_nothing_else(data: bytes) -> None:
    try:
        parse(decoded(data, "any.yaml"), "any.yaml")
    except Unreadable as refusal:
        assert refusal.problems


PLAIN = st.text(alphabet="abcäö 09.,", min_size=1).map(str.strip).filter(bool)
TREES: st.SearchStrategy[Tree] = st.recursive(
    PLAIN, lambda inner: st.lists(inner, min_size=1) | st.dictionaries(PLAIN, inner, min_size=1), max_leaves=8
)


def quoted(tree: Tree) -> str:
    """A tree in flow style with every text in quotes."""
    if isinstance(tree, dict):
        return "{" + ", ".join(f"{quoted(key)}: {quoted(value)}" for key, value in tree.items()) + "}"
    if isinstance(tree, list):
        return "[" + ", ".join(map(quoted, tree)) + "]"
    return f'"{tree}"'


@given(TREES)
def test_what_is_written_is_what_is_read(tree: Tree) -> None:
    assert parse(quoted(tree), "file.yaml").tree == tree
