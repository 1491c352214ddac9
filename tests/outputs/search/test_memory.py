"""What is kept from one build to the next: for how long, and what is believed of it."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from provider_directory.outputs.search.memory import Memory, Shelf


def build(folder: Path, *marks: bytes) -> list[bytes]:
    """Ask for some things as a build does; returns what had to be made."""
    shelf = Memory(folder).shelf("fi")
    made: list[bytes] = []

    def make(mark: bytes) -> tuple[str, int, None]:
        made.append(mark)
        return (mark.decode(), 1, None)

    for mark in marks:
        assert shelf.made(mark, lambda mark=mark: make(mark)) == (mark.decode(), 1, None)
    shelf.close()
    return made


def test_what_was_made_is_not_made_again(tmp_path: Path) -> None:
    assert build(tmp_path, b"a", b"b", b"a") == [b"a", b"b"]
    assert build(tmp_path, b"b", b"c") == [b"c"]


def test_what_one_build_did_not_ask_for_is_still_known(tmp_path: Path) -> None:
    build(tmp_path, b"a")
    build(tmp_path, b"b")

    assert build(tmp_path, b"a", b"b") == []


def test_what_two_builds_did_not_ask_for_is_forgotten(tmp_path: Path) -> None:
    for mark in (b"a", b"b", b"c"):
        build(tmp_path, mark)

    assert build(tmp_path, b"b", b"c") == []
    assert build(tmp_path, b"a") == [b"a"]


def test_a_shelf_does_not_grow_with_the_number_of_builds(tmp_path: Path) -> None:
    sizes = []
    for number in range(100, 120):
        build(tmp_path, b"a", str(number).encode())
        sizes.append((tmp_path / "fi.made").stat().st_size)

    assert set(sizes[1:]) == {sizes[1]}


def test_where_nothing_changes_nothing_is_written(tmp_path: Path) -> None:
    build(tmp_path, b"a", b"b")
    before = (tmp_path / "fi.made").stat().st_ino
    build(tmp_path, b"b", b"a")

    assert (tmp_path / "fi.made").stat().st_ino == before


@pytest.mark.parametrize("at", [0, 31, 32, 36, 40, -1])
def test_a_damaged_shelf_is_an_empty_one(tmp_path: Path, at: int) -> None:
    """In the mark of its maker, in the sum, in what it holds."""
    build(tmp_path, b"a")
    file = tmp_path / "fi.made"
    content = bytearray(file.read_bytes())
    content[at] ^= 1
    file.write_bytes(content)

    assert build(tmp_path, b"a") == [b"a"]
    assert build(tmp_path, b"a") == []


@pytest.mark.parametrize("length", [0, 10, 36, 50])
def test_a_shelf_that_was_cut_off_is_an_empty_one(tmp_path: Path, length: int) -> None:
    build(tmp_path, b"a")
    os.truncate(tmp_path / "fi.made", length)

    assert build(tmp_path, b"a") == [b"a"]


def test_a_folder_in_place_of_a_shelf_only_costs_time(tmp_path: Path) -> None:
    (tmp_path / "fi.made").mkdir()

    assert build(tmp_path, b"a") == build(tmp_path, b"a") == [b"a"]
    assert {each.name for each in tmp_path.iterdir()} == {"fi.made", "fi.new"}


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="who may do everything may write everywhere"
)
def test_a_folder_that_cannot_be_written_only_costs_time(tmp_path: Path) -> None:
    tmp_path.chmod(stat.S_IRUSR | stat.S_IXUSR)

    assert build(tmp_path, b"a") == build(tmp_path, b"a") == [b"a"]


def test_a_file_in_place_of_the_folder_only_costs_time(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("")

    assert build(tmp_path / "cache", b"a") == build(tmp_path / "cache", b"a") == [b"a"]


def test_a_shelf_of_no_memory_keeps_nothing_between_builds() -> None:
    shelf = Shelf()
    shelf.put(b"a", 1)
    shelf.close()

    assert shelf.get(b"a") == 1
    assert Shelf().get(b"a") is None
