"""What one build leaves to the next."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from provider_directory.press.keeping import MOST, keep, kept


def test_it_is_found_again(tmp_path: Path) -> None:
    keep(tmp_path / "folder/what-1", "1", {"a": (1, 2)})

    assert kept(tmp_path / "folder/what-1", "1") == {"a": (1, 2)}


def test_of_another_version_it_is_nothing(tmp_path: Path) -> None:
    keep(tmp_path / "what-1", "1", "something")

    assert kept(tmp_path / "what-1", "2") is None


@pytest.mark.parametrize("damaged", [b"", b"x", b"\x80\x05cnowhere\nnothing\n."])
def test_damaged_it_is_nothing(tmp_path: Path, damaged: bytes) -> None:
    (tmp_path / "what-1").write_bytes(damaged)

    assert kept(tmp_path / "what-1", "1") is None


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give a file to somebody else"
)
def test_what_somebody_else_wrote_is_not_opened(tmp_path: Path) -> None:
    keep(tmp_path / "what-1", "1", "something")
    os.chown(tmp_path / "what-1", 12345, -1)

    assert kept(tmp_path / "what-1", "1") is None


def test_what_came_with_a_copied_project_is_not_opened(tmp_path: Path) -> None:
    keep(tmp_path / "what-1", "1", "something")
    (tmp_path / "what-1").chmod(0o644)

    assert kept(tmp_path / "what-1", "1") is None


def test_where_nothing_can_be_written_nothing_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    keep(tmp_path / "file/what-1", "1", "something")

    assert kept(tmp_path / "file/what-1", "1") is None


def test_only_the_latest_are_kept(tmp_path: Path) -> None:
    for number in range(MOST + 3):
        keep(tmp_path / f"what-{number}", "1", number)
        os.utime(tmp_path / f"what-{number}", (number, number))
    keep(tmp_path / "other-0", "1", "other")

    assert sorted(file.name for file in tmp_path.iterdir()) == [
        "other-0",
        *(f"what-{number}" for number in range(3, MOST + 3)),
    ]
