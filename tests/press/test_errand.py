"""Work that is told to processes elsewhere: what they make it with, and what they are told."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

import pytest

from provider_directory.catalogue.catalogue import Catalogue
from provider_directory.press.errand import OPENED, WorkersUnfit, forget, perform, shown, write_down
from provider_directory.press.kit import PROGRAM, TEMPLATES, differences, kit
from provider_directory.press.versions import LIBRARIES, installed
from provider_directory.records.collections import Records


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    """A folder of templates."""
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/page.html").write_text("page")
    return tmp_path / "templates"


def double(number: int) -> int:
    """Some work."""
    return number * 2


def knowing(catalogue: Catalogue, number: int) -> tuple[Catalogue, int]:
    """Some work that knows a catalogue."""
    return catalogue, number


def test_every_library_that_has_a_hand_in_it_is_there(templates: Path) -> None:
    ours = kit(templates)

    assert {"Python", PROGRAM, TEMPLATES, *LIBRARIES} == set(ours)
    assert {name for name, version in ours.items() if version == "none"} <= {"brotli"}
    assert installed("no-such-library") == "none"


def test_the_same_has_no_differences(templates: Path) -> None:
    assert list(differences(kit(templates), kit(templates))) == []


def test_each_difference_is_told(templates: Path) -> None:
    ours = kit(templates)
    (templates / "page.html").write_text("another")
    theirs = {**kit(templates), "babel": "1.0", PROGRAM: "older"}

    assert list(differences(ours, theirs)) == [
        f"has babel 1.0, where this process has {ours['babel']}",
        "has another version of this project's program",
        "has another version of this project's templates",
    ]


def test_a_name_counts_as_well_as_what_is_in_the_file(templates: Path) -> None:
    before = kit(templates)[TEMPLATES]
    (templates / "page.html").rename(templates / "other.html")

    assert kit(templates)[TEMPLATES] != before


def test_work_is_read_by_those_who_would_make_the_same(templates: Path, tmp_path: Path) -> None:
    write_down(double, tmp_path / "errands/0", templates)

    assert [perform(tmp_path / "errands/0", number) for number in range(3)] == [0, 2, 4]
    (templates / "page.html").write_text("another")
    assert perform(tmp_path / "errands/0", 3) == 6
    forget()
    with pytest.raises(WorkersUnfit, match="has another version of this project's templates"):
        perform(tmp_path / "errands/0", 4)


def test_a_catalogue_is_written_and_read_once_for_all_work_that_knows_it(templates: Path, tmp_path: Path) -> None:
    catalogue = Catalogue(records=Records(), as_of=date(2018, 8, 10))
    for number in range(2):
        write_down(partial(knowing, catalogue), tmp_path / f"errands/{number}", templates)

    first, second = (perform(tmp_path / f"errands/{number}", number) for number in range(2))
    assert first[0] is second[0]
    assert (first[0].as_of, first[1], second[1]) == (date(2018, 8, 10), 0, 1)
    assert len(list((tmp_path / "errands").glob("catalogue-*"))) == 1


def test_what_another_build_had_told_is_let_go(templates: Path, tmp_path: Path) -> None:
    for build in ("first", "second"):
        write_down(double, tmp_path / build / "0", templates)
        perform(tmp_path / build / "0", 1)

    assert list(OPENED) == [tmp_path / "second/0"]


def test_nobody_else_reads_the_work(templates: Path, tmp_path: Path) -> None:
    write_down(double, tmp_path / "errands/0", templates)

    assert (tmp_path / "errands").stat().st_mode & 0o077 == 0
    assert (tmp_path / "errands/0").stat().st_mode & 0o077 == 0


def test_who_sees_a_folder_leaves_a_sign_there(templates: Path, tmp_path: Path) -> None:
    found, sign = shown(tmp_path, templates)

    assert found == kit(templates)
    assert (tmp_path / sign).is_file()
    assert shown(tmp_path / "nowhere", templates) == (found, "")
