"""The release before, published again in one step, and the way forward again."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from provider_directory.press.faults import NothingKept, Occupied
from provider_directory.press.manifest import COMING, FORMER, LIST
from provider_directory.press.rollback import Difference, roll_back
from provider_directory.press.writing import write
from tests.conftest import ROOT

from .two_sites import ONE, THREE, TWO, files, is_sound, last


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """Where two releases were published."""
    write(tmp_path / "output", ONE.items())
    write(tmp_path / "output", TWO.items())
    return tmp_path / "output"


def test_back_and_forward(output: Path) -> None:
    assert roll_back(output) == Difference(files=5, changed=2, added=2, removed=2)
    assert is_sound(output, ONE) and is_sound(last(output), TWO)

    assert roll_back(output) == Difference(files=5, changed=2, added=2, removed=2)
    assert is_sound(output, TWO) and is_sound(last(output), ONE)


@pytest.mark.parametrize("site", [ONE, TWO, THREE, {}])
@pytest.mark.parametrize("times", [1, 2])
def test_the_next_build_is_as_any(output: Path, site: dict[str, bytes], times: int) -> None:
    published = [ONE, TWO][times - 1]
    for _ in range(times):
        roll_back(output)
    written = write(output, site.items())

    assert is_sound(output, site)
    assert written.changed == sum(published.get(path) != data for path, data in site.items())
    assert is_sound(last(output), [TWO, ONE][times - 1] if site == published else published)


def test_what_both_have_stays_the_same_file(output: Path) -> None:
    before = (output / "b.txt").stat()
    roll_back(output)
    after = (output / "b.txt").stat()

    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_what_is_not_ours_stays(output: Path) -> None:
    (output / ".gitignore").write_text("*")
    (output / "fi/uusi/notes.txt").write_text("muistio")
    roll_back(output)
    assert files(output) == ONE | {".gitignore": b"*", "fi/uusi/notes.txt": b"muistio"}
    roll_back(output)

    assert files(output) == TWO | {".gitignore": b"*", "fi/uusi/notes.txt": b"muistio"}
    assert is_sound(last(output), ONE)


def test_what_is_not_ours_and_in_the_way_stops_it(output: Path) -> None:
    (output / "fi/vanha").write_text("kallis")

    with pytest.raises(Occupied, match="fi/vanha is in the way"):
        roll_back(output)

    assert files(output) == TWO | {"fi/vanha": b"kallis"} and is_sound(last(output), ONE)


def test_a_folder_that_was_removed_comes_back(output: Path) -> None:
    shutil.rmtree(output)
    roll_back(output)

    assert is_sound(output, ONE)
    with pytest.raises(NothingKept):
        roll_back(output)


@pytest.mark.parametrize("publish", [[], [ONE], [ONE, ONE]])
def test_where_none_is_kept_that_is_said(tmp_path: Path, publish: list[dict[str, bytes]]) -> None:
    for site in publish:
        write(tmp_path / "output", site.items())

    with pytest.raises(
        NothingKept, match=r"^No release before the one in .*/output is kept: .* Nothing was changed\.$"
    ):
        roll_back(tmp_path / "output")

    assert files(tmp_path / "output") == (publish[-1] if publish else {})


def test_a_release_that_was_being_changed_is_none(output: Path) -> None:
    shutil.copy(output / LIST, last(output) / COMING)
    (last(output) / LIST).rename(last(output) / FORMER)

    with pytest.raises(NothingKept, match="a build was ended while it changed it"):
        roll_back(output)

    assert is_sound(output, TWO)


@pytest.mark.parametrize("faulty", ["gone", "changed", "a link", "a folder"])
@pytest.mark.parametrize("path", ["fi/index.html", "fi/sama.txt", "b.txt"])
def test_a_release_that_somebody_changed_is_not_published(output: Path, path: str, faulty: str) -> None:
    for site in (ONE, TWO):
        write(output, (site | {"fi/sama.txt": b"sama"}).items())
    place = last(output) / path
    place.unlink()
    if faulty == "changed":
        place.write_bytes(b"3")
    elif faulty == "a link":
        place.symlink_to(output / "a.txt")
    elif faulty == "a folder":
        place.mkdir()

    with pytest.raises(NothingKept, match=r"^The release before, in .*\.output\.last, is not as it was published\."):
        roll_back(output)

    assert files(output) == TWO | {"fi/sama.txt": b"sama"}


def test_the_page_changed_by_hand_that_was_published_before_is_not_published_again(output: Path) -> None:
    (output / "b.txt").write_bytes(b"muu!")
    write(output, THREE.items())

    with pytest.raises(NothingKept, match="is not as it was published"):
        roll_back(output)

    assert is_sound(output, THREE)


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a project's folder."""
    return subprocess.run(
        [sys.executable, "-m", "provider_directory", "rollback", *arguments],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT / "plugins"), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_command_says_what_it_did(output: Path, tmp_path: Path) -> None:
    shutil.copy(ROOT / "pelicanconf.py", tmp_path)
    done = run(tmp_path)

    assert (done.returncode, done.stderr, done.stdout) == (
        0,
        "",
        "The release before is published again in output: 5 files; 2 changed, 2 added, 2 removed.\n"
        "To undo this: rollback. The next build publishes the records as they are then.\n",
    )
    assert is_sound(output, ONE)


def test_the_command_says_that_there_is_none(tmp_path: Path) -> None:
    shutil.copy(ROOT / "pelicanconf.py", tmp_path)
    done = run(tmp_path)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("No release before the one in ") and done.stderr.count("\n") == 1
    assert run(tmp_path, "now").stderr.startswith("Usage: ")
