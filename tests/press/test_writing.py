"""Publishing: exactly what was made, nothing touched that did not change, in one step and file by file alike."""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from provider_directory.press.faults import Occupied, TwicePublished
from provider_directory.press.manifest import LIST, Manifest
from provider_directory.press.manifest import write as write_list
from provider_directory.press.writing import NEXT, Waiting, Written, staged, write
from tests.conftest import ROOT


@pytest.fixture(params=["in one step", "file by file"])
def output(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Where a site is published: a folder that can be exchanged, and a link to one, which is left where it leads."""
    folder = tmp_path / "output"
    if request.param == "file by file":
        (tmp_path / "elsewhere").mkdir()
        folder.symlink_to(tmp_path / "elsewhere")
    else:
        folder.mkdir()
    return folder


def made(output: Path) -> list[str]:
    """The files under a folder, without the list of them."""
    files = (file.relative_to(output).as_posix() for file in output.rglob("*") if file.is_file())
    return sorted(path for path in files if path != LIST)


def test_what_is_no_longer_made_is_removed(output: Path) -> None:
    write(output, {"fi/index.html": b"vanha", "fi/tuottajat/a/index.html": b"a"}.items())

    write(output, {"fi/index.html": b"uusi"}.items())

    assert made(output) == ["fi/index.html"]
    assert (output / "fi/index.html").read_bytes() == b"uusi"


def test_folders_left_empty_go_too(output: Path) -> None:
    write(output, {"a/b/c.txt": b"1"}.items())

    write(output, {}.items())

    assert [place.name for place in output.iterdir()] == [LIST]


def test_a_file_we_did_not_write_is_never_removed(output: Path) -> None:
    (output / ".git").mkdir()
    (output / ".git/HEAD").write_text("ref")
    (output / "thesis.odt").write_text("kallis")

    write(output, {"a.txt": b"1"}.items())
    write(output, {"b.txt": b"2"}.items())

    assert made(output) == [".git/HEAD", "b.txt", "thesis.odt"]


@pytest.mark.parametrize(("ours", "theirs"), [("fi/index.html", "fi"), ("fi", "fi/thesis.odt")])
def test_what_is_not_ours_and_in_the_way_stops_the_writing(output: Path, ours: str, theirs: str) -> None:
    (output / theirs).parent.mkdir(exist_ok=True)
    (output / theirs).write_text("kallis")

    with pytest.raises(Occupied, match="was not made by an earlier build"):
        write(output, {"a.txt": b"1", ours: b"2"}.items())

    assert made(output) == [theirs]
    assert (output / theirs).read_text() == "kallis"


def test_a_build_that_is_broken_off_changes_nothing(output: Path) -> None:
    def files() -> Iterator[tuple[str, bytes]]:
        """A person presses Ctrl-C when half of them are made."""
        yield "a.txt", b"2"
        yield "b.txt", b"2"
        raise KeyboardInterrupt

    write(output, {"a.txt": b"1"}.items())
    with pytest.raises(KeyboardInterrupt):
        write(output, files())

    assert made(output) == ["a.txt"]
    assert (output / "a.txt").read_bytes() == b"1"


def test_what_a_killed_build_leaves_is_removed_by_the_next(output: Path) -> None:
    write(output, {"a.txt": b"1"}.items())
    (output / NEXT / "fi").mkdir(parents=True)
    (output / NEXT / "fi/index.html").write_bytes(b"half")

    write(output, {"c.txt": b"3"}.items())

    assert made(output) == ["c.txt"]
    assert not (output / NEXT).exists()


@pytest.mark.parametrize("written", [b"1", b"2"])
def test_what_was_listed_before_it_was_put_in_is_ours(output: Path, written: bytes) -> None:
    """A build that is killed while it puts files in has listed them; none of them counts as new before it is there."""
    write(output, {"a.txt": b"1"}.items())
    (output / "a.txt").write_bytes(written)
    (output / "b.txt").write_bytes(b"2")
    write_list(output, Manifest({"a.txt": "", "b.txt": sha256(b"2").hexdigest()}))

    write(output, {"a.txt": b"2"}.items())

    assert made(output) == ["a.txt"]
    assert (output / "a.txt").read_bytes() == b"2"


FULL = """
import resource, sys
from pathlib import Path
from provider_directory.press.faults import Unwritable
from provider_directory.press.writing import write

resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write(Path(sys.argv[1]), [("a.txt", b"2"), ("b.txt", b"2" * 10_000)])
except Unwritable as error:
    sys.exit(str(error))
"""


def test_a_disk_that_takes_no_more_changes_nothing(output: Path) -> None:
    """In a process of its own that may write no file of more than a thousand bytes, not even as somebody who may do everything."""
    write(output, {"a.txt": b"1"}.items())

    told = subprocess.run(
        [sys.executable, "-c", FULL, str(output)], cwd=ROOT / "plugins", capture_output=True, text=True
    )

    assert told.stderr == f"{output} cannot be written: File too large. What was published stays published.\n"
    assert made(output) == ["a.txt"]
    assert (output / "a.txt").read_bytes() == b"1"


def test_a_forged_list_removes_nothing_outside(output: Path, tmp_path: Path) -> None:
    (tmp_path / "precious.txt").write_text("kallis")
    (output / LIST).write_text(f"../precious.txt\n{tmp_path}/precious.txt\na//b\n.\n\n")

    write(output, {"a.txt": b"1"}.items())

    assert (tmp_path / "precious.txt").read_text() == "kallis"


def test_an_unchanged_file_keeps_its_time_and_its_inode(output: Path) -> None:
    write(output, {"a.txt": b"sama"}.items())
    before = (output / "a.txt").stat()

    written = write(output, {"a.txt": b"sama", "b.txt": b"uusi"}.items())

    after = (output / "a.txt").stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)
    assert (written.files, written.changed, written.removed, written.size) == (2, 1, 0, 8)


def test_a_file_that_becomes_a_folder_is_replaced(output: Path) -> None:
    write(output, {"fi": b"tiedosto"}.items())

    write(output, {"fi/index.html": b"sivu"}.items())

    assert (output / "fi/index.html").read_bytes() == b"sivu"


def test_a_folder_that_becomes_a_file_is_replaced(output: Path) -> None:
    write(output, {"fi/index.html": b"sivu"}.items())

    write(output, {"fi": b"tiedosto"}.items())

    assert (output / "fi").read_bytes() == b"tiedosto"


def test_two_files_at_one_path_are_refused(output: Path) -> None:
    with pytest.raises(TwicePublished, match=r"^a\.html would be written twice\.$"):
        write(output, [("a.html", b"1"), ("a.html", b"2")])

    assert not made(output)


def test_a_link_out_of_the_output_folder_is_replaced_and_not_followed(output: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "precious.txt").write_text("kallis")
    (output / "fi").symlink_to(outside)
    (output / "a.txt").symlink_to(outside / "precious.txt")

    write(output, {"fi/precious.txt": b"1", "a.txt": b"kallis"}.items())
    write(output, {"fi/precious.txt": b"2"}.items())
    write(output, {"b.txt": b"3"}.items())

    assert (outside / "precious.txt").read_text() == "kallis"
    assert made(output) == ["b.txt"]


def test_what_was_changed_by_hand_is_put_right(output: Path) -> None:
    site = {"a.txt": b"sama", "b.txt": b"toinen", "c/d.txt": b"kolmas"}
    write(output, site.items())
    (output / "a.txt").write_bytes(b"muu!")
    (output / "c/d.txt").unlink()

    written = write(output, site.items())

    assert (written.changed, written.removed) == (2, 0)
    assert {path: (output / path).read_bytes() for path in made(output)} == site


def test_a_list_of_paths_alone_says_what_is_ours(output: Path) -> None:
    """Earlier versions wrote no hashes."""
    for path in ("a.txt", "b.txt"):
        (output / path).write_text("sama")
    (output / LIST).write_text("a.txt\nb.txt\n")
    before = (output / "a.txt").stat()

    written = write(output, {"a.txt": b"sama"}.items())

    assert (written.changed, written.removed) == (0, 1)
    assert made(output) == ["a.txt"]
    assert (output / "a.txt").stat().st_ino == before.st_ino
    assert (output / LIST).read_text() == f"{sha256(b'sama').hexdigest()}  a.txt\n"


def test_a_list_of_paths_alone_is_written_anew_though_nothing_changed(output: Path) -> None:
    (output / "a.txt").write_text("sama")
    (output / LIST).write_text("a.txt\n")

    write(output, {"a.txt": b"sama"}.items())

    assert (output / LIST).read_text() == f"{sha256(b'sama').hexdigest()}  a.txt\n"


def test_a_second_writing_of_the_same_touches_nothing(output: Path, tmp_path: Path) -> None:
    def times() -> dict[Path, int]:
        return {place: place.lstat().st_mtime_ns for place in [output, *tmp_path.rglob("*")]}

    site = {"a.txt": b"1", "fi/b.txt": b"2"}
    write(output, site.items())
    write(output, {**site, "a.txt": b"2"}.items())
    before = times()
    written = write(output, {**site, "a.txt": b"2"}.items())

    assert (written.files, written.changed, written.removed) == (2, 0, 0)
    assert times() == before


def test_what_waits_says_what_is_in_it(output: Path) -> None:
    with staged(output) as staging:
        waiting = staging.wait("a.txt", b"sama")

    assert waiting == Waiting("a.txt", 4, sha256(b"sama").hexdigest(), is_new=True)


def test_a_file_can_be_kept_without_making_it_until_somebody_touches_it(output: Path) -> None:
    site = {"a.txt": b"sama", "b.txt": b"toinen"}
    write(output, site.items())
    (output / "b.txt").write_bytes(b"muu")
    with staged(output) as staging:
        files = [Waiting(path, len(data), sha256(data).hexdigest(), is_new=False) for path, data in site.items()]

        assert list(map(staging.holds, files)) == [True, False]
        assert not staging.holds(Waiting("a.txt", 4, sha256(b"muut").hexdigest(), is_new=False))
        assert not staging.holds(Waiting("c.txt", 4, sha256(b"sama").hexdigest(), is_new=False))


def test_a_process_elsewhere_lets_files_wait_and_clears_nothing(output: Path) -> None:
    write(output, {"a.txt": b"1"}.items())
    with staged(output) as staging:
        staging.errands.mkdir(parents=True)
        elsewhere = pickle.loads(pickle.dumps(staging))
        files = [elsewhere.wait("a.txt", b"1"), elsewhere.wait("b.txt", b"2"), elsewhere.wait("b.txt", b"2")]

        assert [file.is_new for file in files] == [False, True, True]
        assert [place.name for place in staging.beside.iterdir()] == ["b.txt"]
        staging.take(files[:2])
        assert staging.publish() == Written(files=2, changed=1, removed=0, size=2)
    assert made(output) == ["a.txt", "b.txt"]


def test_a_process_elsewhere_writes_no_more_once_the_build_has_ended(output: Path) -> None:
    with staged(output) as staging:
        staging.errands.mkdir(parents=True)
        elsewhere = pickle.loads(pickle.dumps(staging))

    with pytest.raises(FileNotFoundError):
        elsewhere.wait("b.txt", b"2")
    assert not staging.beside.exists()


def test_a_link_to_nowhere_at_the_place_of_a_page_is_replaced(output: Path) -> None:
    (output / "a.txt").symlink_to("nowhere")

    write(output, {"a.txt": b"1"}.items())

    assert (output / "a.txt").read_bytes() == b"1" and not (output / "a.txt").is_symlink()
