"""What processes make pages with, and how it is told that it is not the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from provider_directory.press.errand import WorkersUnfit, forget, perform, shown, write_down
from provider_directory.press.kit import PROGRAM, TEMPLATES, differences, installed, kit
from provider_directory.press.versions import LIBRARIES


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    """A folder of templates."""
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/page.html").write_text("page")
    return tmp_path / "templates"


def double(number: int) -> int:
    """Some work."""
    return number * 2


def test_every_library_that_has_a_hand_in_it_is_there(templates: Path) -> None:
    ours = kit(templates)

    assert {"Python", PROGRAM, TEMPLATES, *LIBRARIES} == set(ours)
    assert "none" not in ours.values()
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


def test_nobody_else_reads_the_work(templates: Path, tmp_path: Path) -> None:
    write_down(double, tmp_path / "errands/0", templates)

    assert (tmp_path / "errands").stat().st_mode & 0o077 == 0
    assert (tmp_path / "errands/0").stat().st_mode & 0o077 == 0


def test_who_sees_a_folder_leaves_a_sign_there(templates: Path, tmp_path: Path) -> None:
    found, sign = shown(tmp_path, templates)

    assert found == kit(templates)
    assert (tmp_path / sign).is_file()
    assert shown(tmp_path / "nowhere", templates) == (found, "")
