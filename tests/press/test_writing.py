"""Writing under output/: exactly what was made, nothing touched that did not change."""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from provider_directory.press.writing import (
    LIST,
    NEXT,
    Occupied,
    Staging,
    TwicePublished,
    Written,
    list_files,
    write,
)
from tests.conftest import ROOT


def made(output: Path) -> list[str]:
    """The files under a folder, without the list of them."""
    files = (file.relative_to(output).as_posix() for file in output.rglob("*") if file.is_file())
    return sorted(path for path in files if path != LIST)


def test_what_is_no_longer_made_is_removed(tmp_path: Path) -> None:
    write(tmp_path, {"fi/index.html": b"vanha", "fi/tuottajat/a/index.html": b"a"}.items())

    write(tmp_path, {"fi/index.html": b"uusi"}.items())

    assert made(tmp_path) == ["fi/index.html"]
    assert (tmp_path / "fi/index.html").read_bytes() == b"uusi"


def test_folders_left_empty_go_too(tmp_path: Path) -> None:
    write(tmp_path, {"a/b/c.txt": b"1"}.items())

    write(tmp_path, {}.items())

    assert [place.name for place in tmp_path.iterdir()] == [LIST]


def test_a_file_we_did_not_write_is_never_removed(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git/HEAD").write_text("ref")
    (tmp_path / "thesis.odt").write_text("kallis")

    write(tmp_path, {"a.txt": b"1"}.items())
    write(tmp_path, {"b.txt": b"2"}.items())

    assert made(tmp_path) == [".git/HEAD", "b.txt", "thesis.odt"]


@pytest.mark.parametrize(("ours", "theirs"), [("fi/index.html", "fi"), ("fi", "fi/thesis.odt")])
def test_what_is_not_ours_and_in_the_way_stops_the_writing(tmp_path: Path, ours: str, theirs: str) -> None:
    (tmp_path / theirs).parent.mkdir(exist_ok=True)
    (tmp_path / theirs).write_text("kallis")

    with pytest.raises(Occupied, match="was not made by an earlier build"):
        write(tmp_path, {"a.txt": b"1", ours: b"2"}.items())

    assert made(tmp_path) == [theirs]
    assert (tmp_path / theirs).read_text() == "kallis"


def test_a_build_that_is_broken_off_changes_nothing(tmp_path: Path) -> None:
    def files() -> Iterator[tuple[str, bytes]]:
        """A person presses Ctrl-C when half of them are made."""
        yield "a.txt", b"2"
        yield "b.txt", b"2"
        raise KeyboardInterrupt

    write(tmp_path, {"a.txt": b"1"}.items())
    with pytest.raises(KeyboardInterrupt):
        write(tmp_path, files())

    assert made(tmp_path) == ["a.txt"]
    assert (tmp_path / "a.txt").read_bytes() == b"1"


def test_what_a_killed_build_leaves_is_removed_by_the_next(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": b"1"}.items())
    (tmp_path / NEXT / "fi").mkdir(parents=True)
    (tmp_path / NEXT / "fi/index.html").write_bytes(b"half")

    write(tmp_path, {"c.txt": b"3"}.items())

    assert made(tmp_path) == ["c.txt"]
    assert not (tmp_path / NEXT).exists()


def test_what_was_listed_before_it_was_put_in_is_ours(tmp_path: Path) -> None:
    """A build that is killed while it publishes has listed what it put in."""
    staging = Staging(tmp_path)
    staging.take([staging.wait("b.txt", b"2")])
    list_files(tmp_path, {"b.txt"})
    (tmp_path / "b.txt").write_bytes(b"2")

    write(tmp_path, {"c.txt": b"3"}.items())

    assert made(tmp_path) == ["c.txt"]


def test_a_process_elsewhere_lets_files_wait_and_clears_nothing(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": b"1"}.items())
    staging = Staging(tmp_path)
    staging.errands.mkdir(parents=True)
    elsewhere = pickle.loads(pickle.dumps(staging))
    files = [elsewhere.wait("a.txt", b"1"), elsewhere.wait("b.txt", b"2"), elsewhere.wait("b.txt", b"2")]

    assert [file.is_new for file in files] == [False, True, True]
    assert sorted(place.name for place in staging.beside.iterdir()) == [staging.errands.name, "b.txt"]
    staging.take(files[:2])
    assert staging.publish() == Written(files=2, changed=1, removed=0, size=2)
    assert (tmp_path / "b.txt").read_bytes() == b"2"


def test_a_process_elsewhere_writes_no_more_once_the_build_has_ended(tmp_path: Path) -> None:
    staging = Staging(tmp_path)
    staging.errands.mkdir(parents=True)
    elsewhere = pickle.loads(pickle.dumps(staging))
    staging.clear()

    with pytest.raises(FileNotFoundError):
        elsewhere.wait("b.txt", b"2")
    assert made(tmp_path) == []
    assert not (tmp_path / NEXT).exists()


FULL = """
import resource, sys
from pathlib import Path
from provider_directory.press.writing import Unwritable, write

resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write(Path(sys.argv[1]), [("a.txt", b"2"), ("b.txt", b"2" * 10_000)])
except Unwritable as error:
    sys.exit(str(error))
"""


def test_a_disk_that_takes_no_more_changes_nothing(tmp_path: Path) -> None:
    """In a process of its own that may write no file of more than a thousand bytes, not even as somebody who may do everything."""
    write(tmp_path, {"a.txt": b"1"}.items())

    told = subprocess.run(
        [sys.executable, "-c", FULL, str(tmp_path)], cwd=ROOT / "plugins", capture_output=True, text=True
    )

    assert told.stderr == f"{tmp_path} cannot be written: File too large. What was published stays published.\n"
    assert made(tmp_path) == ["a.txt"]
    assert (tmp_path / "a.txt").read_bytes() == b"1"


def test_a_forged_list_removes_nothing_outside(tmp_path: Path) -> None:
    (tmp_path / "precious.txt").write_text("kallis")
    output = tmp_path / "output"
    output.mkdir()
    (output / LIST).write_text("../precious.txt\n/etc/hostname\n")

    write(output, {"a.txt": b"1"}.items())

    assert (tmp_path / "precious.txt").read_text() == "kallis"


def test_an_unchanged_file_keeps_its_time_and_its_inode(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": b"sama"}.items())
    before = (tmp_path / "a.txt").stat()

    written = write(tmp_path, {"a.txt": b"sama", "b.txt": b"uusi"}.items())

    after = (tmp_path / "a.txt").stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)
    assert (written.files, written.changed, written.removed, written.size) == (2, 1, 0, 8)


def test_a_file_that_becomes_a_folder_is_replaced(tmp_path: Path) -> None:
    write(tmp_path, {"fi": b"tiedosto"}.items())

    write(tmp_path, {"fi/index.html": b"sivu"}.items())

    assert (tmp_path / "fi/index.html").read_bytes() == b"sivu"


def test_a_folder_that_becomes_a_file_is_replaced(tmp_path: Path) -> None:
    write(tmp_path, {"fi/index.html": b"sivu"}.items())

    write(tmp_path, {"fi": b"tiedosto"}.items())

    assert (tmp_path / "fi").read_bytes() == b"tiedosto"


def test_two_files_at_one_path_are_refused(tmp_path: Path) -> None:
    with pytest.raises(TwicePublished, match=r"^a\.html would be written twice\.$"):
        write(tmp_path, [("a.html", b"1"), ("a.html", b"2")])

    assert not made(tmp_path)


def test_a_link_out_of_the_output_folder_is_replaced_and_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "precious.txt").write_text("kallis")
    output = tmp_path / "output"
    output.mkdir()
    (output / "fi").symlink_to(outside)
    (output / "a.txt").symlink_to(outside / "precious.txt")

    write(output, {"fi/precious.txt": b"1", "a.txt": b"kallis"}.items())

    assert (outside / "precious.txt").read_text() == "kallis"
    assert not (output / "fi").is_symlink() and not (output / "a.txt").is_symlink()
