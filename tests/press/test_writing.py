"""Writing under output/: exactly what was made, nothing touched that did not change."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from provider_directory.press.writing import LIST, Occupied, TwicePublished, gather, write


def made(output: Path) -> list[str]:
    """The files under a folder, without the list of them."""
    files = (file.relative_to(output).as_posix() for file in output.rglob("*") if file.is_file())
    return sorted(path for path in files if path != LIST)


def test_what_is_no_longer_made_is_removed(tmp_path: Path) -> None:
    write(tmp_path, {"fi/index.html": b"vanha", "fi/tuottajat/a/index.html": b"a"})

    write(tmp_path, {"fi/index.html": b"uusi"})

    assert made(tmp_path) == ["fi/index.html"]
    assert (tmp_path / "fi/index.html").read_bytes() == b"uusi"


def test_folders_left_empty_go_too(tmp_path: Path) -> None:
    write(tmp_path, {"a/b/c.txt": b"1"})

    write(tmp_path, {})

    assert [place.name for place in tmp_path.iterdir()] == [LIST]


def test_a_file_we_did_not_write_is_never_removed(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git/HEAD").write_text("ref")
    (tmp_path / "thesis.odt").write_text("kallis")

    write(tmp_path, {"a.txt": b"1"})
    write(tmp_path, {"b.txt": b"2"})

    assert made(tmp_path) == [".git/HEAD", "b.txt", "thesis.odt"]


@pytest.mark.parametrize(("ours", "theirs"), [("fi/index.html", "fi"), ("fi", "fi/thesis.odt")])
def test_what_is_not_ours_and_in_the_way_stops_the_writing(tmp_path: Path, ours: str, theirs: str) -> None:
    (tmp_path / theirs).parent.mkdir(exist_ok=True)
    (tmp_path / theirs).write_text("kallis")

    with pytest.raises(Occupied, match="was not made by an earlier build"):
        write(tmp_path, {"a.txt": b"1", ours: b"2"})

    assert made(tmp_path) == [theirs]
    assert (tmp_path / theirs).read_text() == "kallis"


def test_what_an_interrupted_writing_leaves_is_removed_by_the_next(tmp_path: Path) -> None:
    class Interrupted(dict[str, bytes]):
        def items(self) -> Any:
            """A person presses Ctrl-C as the writing begins."""
            raise KeyboardInterrupt

    write(tmp_path, {"a.txt": b"1"})
    with pytest.raises(KeyboardInterrupt):
        write(tmp_path, Interrupted({"b.txt": b"2"}))
    (tmp_path / "b.txt").write_bytes(b"2")

    write(tmp_path, {"c.txt": b"3"})

    assert made(tmp_path) == ["c.txt"]


def test_a_forged_list_removes_nothing_outside(tmp_path: Path) -> None:
    (tmp_path / "precious.txt").write_text("kallis")
    output = tmp_path / "output"
    output.mkdir()
    (output / LIST).write_text("../precious.txt\n/etc/hostname\n")

    write(output, {"a.txt": b"1"})

    assert (tmp_path / "precious.txt").read_text() == "kallis"


def test_an_unchanged_file_keeps_its_time_and_its_inode(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": b"sama"})
    before = (tmp_path / "a.txt").stat()

    written = write(tmp_path, {"a.txt": b"sama", "b.txt": b"uusi"})

    after = (tmp_path / "a.txt").stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)
    assert (written.files, written.changed, written.removed, written.size) == (2, 1, 0, 8)


def test_a_file_that_becomes_a_folder_is_replaced(tmp_path: Path) -> None:
    write(tmp_path, {"fi": b"tiedosto"})

    write(tmp_path, {"fi/index.html": b"sivu"})

    assert (tmp_path / "fi/index.html").read_bytes() == b"sivu"


def test_a_folder_that_becomes_a_file_is_replaced(tmp_path: Path) -> None:
    write(tmp_path, {"fi/index.html": b"sivu"})

    write(tmp_path, {"fi": b"tiedosto"})

    assert (tmp_path / "fi").read_bytes() == b"tiedosto"


def test_two_files_at_one_path_are_refused() -> None:
    with pytest.raises(TwicePublished, match=r"^a\.html would be written twice\.$"):
        gather([("a.html", b"1"), ("a.html", b"2")])


def test_a_link_out_of_the_output_folder_is_replaced_and_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "precious.txt").write_text("kallis")
    output = tmp_path / "output"
    output.mkdir()
    (output / "fi").symlink_to(outside)
    (output / "a.txt").symlink_to(outside / "precious.txt")

    write(output, {"fi/precious.txt": b"1", "a.txt": b"kallis"})

    assert (outside / "precious.txt").read_text() == "kallis"
    assert not (output / "fi").is_symlink() and not (output / "a.txt").is_symlink()
