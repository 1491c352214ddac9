"""YAML made to harm: it is refused quickly with one sentence, or read as plain text."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from provider_directory.records.text import SIZE_LIMIT
from tests.records.project import Project

TARGET = "providers/esimerkkihoiva.yaml"
SECONDS = 20
"""A tenth would do on a quiet machine; what these files are made for takes hours, or all of the memory."""


@pytest.fixture(autouse=True)
def quickly() -> Iterator[None]:
    """No file keeps the reader busy."""
    began = time.monotonic()
    yield
    assert time.monotonic() - began < SECONDS


def told(project: Project, text: str | bytes) -> list[str]:
    """What is said of a provider that holds this."""
    project.write(TARGET, text)
    return [line.removeprefix(f"{TARGET} ") for line in project.told()]


LAUGHS = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{letter}: &{letter} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, letter in zip("abcdefgh", "bcdefghi", strict=True)
)


def test_a_billion_laughs_stop_at_the_first_anchor(project: Project) -> None:
    assert told(project, LAUGHS) == [
        "line 1    Anchors (&name) and aliases (*name) are not used in records. Write the value out, or put it in quotes. [yaml]"
    ]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_bottomless_nesting_stops_at_the_depth_no_record_has(project: Project, opening: str) -> None:
    (line,) = told(project, opening * 100_000)

    assert line.endswith("[yaml]")


@pytest.mark.parametrize(
    "tag",
    [
        "!!python/object/apply:os.system [touch owned]",
        "!!python/object/new:subprocess.Popen [[touch, owned]]",
        "!!python/name:os.system",
        "!!python/module:os",
        "!!binary aGVp",
        "!!set {a, b}",
        "!!timestamp 2018-08-10",
        "!<tag:yaml.org,2002:python/object/apply:os.system> [touch owned]",
        "!include /etc/passwd",
        "! x",
    ],
)
def test_no_tag_makes_anything(project: Project, tag: str, tmp_path: Path) -> None:
    assert told(project, f"name: {tag}\n") == [
        "line 1    Tags (!name) are not used in records. Write the plain value. [yaml]"
    ]
    assert not list(tmp_path.rglob("owned")) and not Path("owned").exists()


def test_a_merge_key_merges_nothing(project: Project) -> None:
    lines = told(project, "<<: {name: Salainen Oy}\nbusiness_id: 1234567-1\nlistings: []\n")

    assert len(lines) == 2
    assert lines[0].startswith('line 1    <<: "<<" is not a field here.')
    assert lines[1].startswith("line 1    name: This is missing.")


def test_a_second_document_does_not_hide_behind_the_first(project: Project) -> None:
    good = (project.root / TARGET).read_text(encoding="utf-8")

    assert told(project, f"{good}---\nname: Toinen Oy\n") == [
        "line 12   The file holds more than one document (---). Keep one. [yaml]"
    ]


@pytest.mark.parametrize("key", ["[a, b]", "{a: b}", "? [a]\n", "!!str a", "*a", "&a b"])
def test_a_key_is_plain_text(project: Project, key: str) -> None:
    (line,) = told(project, f"{key}: x\n")

    assert line.endswith("[yaml]")


@pytest.mark.parametrize("key", ["../../etc/passwd", "<script>", "__class__", "a b", "Ä", "con\\u0000", "x" * 500, ""])
def test_a_key_that_becomes_part_of_a_page_is_a_name(project: Project, key: str) -> None:
    locations = f'locations:\n  "{key}":\n    name: Keskus\n    address: {{street: Katu 1}}\n'
    good = (project.root / TARGET).read_text(encoding="utf-8")

    assert len(told(project, good + locations)) == 1


@pytest.mark.parametrize(
    "value", ["\\0", "\\e[31m", "\\u202e", "\\u2066", "\\uFEFF", "\\x9f", "\\u2028", "\\U000E0041"]
)
def test_escapes_smuggle_in_nothing_that_cannot_be_seen(project: Project, value: str) -> None:
    good = (project.root / TARGET).read_text(encoding="utf-8")
    (line,) = told(project, good.replace("name: Esimerkkihoiva Oy", f'name: "Esimerkki{value}hoiva Oy"'))

    assert line.startswith("line 1    name: A character nobody can see (U+")
    assert line.isprintable()


def test_a_report_never_carries_a_control_sequence_to_a_terminal(project: Project) -> None:
    lines = told(project, 'name: Esimerkki Oy\n"\\e]0;owned\\a\\n::error::x": y\nlistings: "\\e[2J"\n')

    assert lines
    assert all(line.isprintable() for line in lines)
    assert any("\\x1b]0;owned\\x07\\n::error::x" in line for line in lines)


@pytest.mark.parametrize("field", ["name", "business_id", "website", "kind", "phones", "summary"])
def test_a_value_of_ten_thousand_characters_is_told_and_not_repeated(project: Project, field: str) -> None:
    value = "9" * 30_000
    lines = told(project, f"{field}: {f'[{value}]' if field == 'phones' else value}\n")

    assert any(f" {field}" in line and "characters stand here" in line for line in lines)
    assert all(len(line) < 300 for line in lines)


def test_a_file_over_the_limit_is_not_even_read(project: Project) -> None:
    assert told(project, b"name: x\n" * (SIZE_LIMIT // 8 + 1)) == [
        "line 1    The file has 1,000,008 bytes; a record file may have 1,000,000. Split it. [yaml]"
    ]


def test_the_largest_register_allowed_is_read_in_time(project: Project) -> None:
    entries = "".join(
        f'"{number}": {{name: "Laki numero {number} ja vielä vähän sanoja"}}\n' for number in range(15_000)
    )
    project.write("content/registers/laws.yaml", entries)
    records, problems = project.checked()

    assert len(entries) > 0.7 * SIZE_LIMIT
    assert len(records.laws) == 15_000
    assert {problem.rule for problem in problems} == {"translation"}


def test_the_largest_file_of_mistakes_is_told_in_time(project: Project) -> None:
    project.write(
        "content/registers/laws.yaml", "".join(f"k{number}: {{nam: N{number}}}\n" for number in range(10_000))
    )

    assert len(project.told()) == 20_000


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"\xff\xfen\x00a\x00m\x00e\x00", "line 1    The file is not UTF-8 text. Save it as UTF-8. [yaml]"),
        (b"name: x\n\n\xc3\x28\n", "line 3    The file is not UTF-8 text. Save it as UTF-8. [yaml]"),
        (b"name: \xed\xa0\x80\n", "line 1    The file is not UTF-8 text. Save it as UTF-8. [yaml]"),
        (b"name: \xc0\xaf\n", "line 1    The file is not UTF-8 text. Save it as UTF-8. [yaml]"),
        (
            b"name: x\n\x00",
            "line 2    A character nobody can see (U+0000) stands on this line. Type the line again by hand. [yaml]",
        ),
        (b"", "line 1    The file is empty. [yaml]"),
        (b"\xef\xbb\xbf", "line 1    The file is empty. [yaml]"),
        (b"---\n", "line 2    Nothing is written here. Write a value, or remove the line. [yaml]"),
        (b"%YAML 9.9\n---\na: b\n", "line 1    This is not YAML we can read: found incompatible YAML document. [yaml]"),
    ],
)
def test_bytes_that_are_no_record_are_told_with_their_line(project: Project, data: bytes, sentence: str) -> None:
    assert told(project, data) == [sentence]


def test_an_editor_on_windows_writes_good_records(project: Project) -> None:
    good = (project.root / TARGET).read_bytes()

    assert told(project, b"\xef\xbb\xbf" + good.replace(b"\n", b"\r\n")) == []
