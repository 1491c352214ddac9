"""Disks that are full or may not be written to, and folders that are mounted: a sentence, and nothing changed; or file by file."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from provider_directory.press.faults import NothingKept, NotPublished, Unwritable
from provider_directory.press.rollback import roll_back
from provider_directory.press.site import site_at
from provider_directory.press.writing import write
from tests.press.two_sites import ONE, THREE, TWO, files, is_sound, last

from .mounts import disk, mounted

pytestmark = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")

LARGE = {f"fi/sivu-{number}/index.html": b"x" * 9000 for number in range(20)}


def filled(place: Path, left: int) -> None:
    """Fill a disk but for some bytes."""
    found = os.statvfs(place)
    with (place / "ballast").open("wb") as ballast:
        ballast.write(b"x" * max(found.f_bavail * found.f_frsize - left, 0))


@pytest.mark.parametrize("before", [[], [ONE], [ONE, TWO], [THREE, ONE, TWO]], ids=len)
def test_a_full_disk_leaves_the_site_that_was_there(tmp_path: Path, before: list[dict[str, bytes]]) -> None:
    """However much it still takes: none of a build, some of it, or all."""
    outcomes = set()
    for left in range(0, 600_000, 40_000):
        with disk(tmp_path / "disk", "size=2m") as place:
            output = place / "output"
            for site in before:
                write(output, site.items())
            filled(place, left)
            try:
                write(output, (LARGE | THREE).items())
                assert is_sound(output, LARGE | THREE)
                outcomes.add("published")
            except Unwritable as error:
                assert str(error).endswith(
                    " cannot be written: No space left on device. What was published stays published."
                )
                assert files(output) == (before[-1] if before else {})
                outcomes.add("refused")
            (place / "ballast").unlink()
            write(output, ONE.items())
            assert is_sound(output, ONE)

    assert outcomes == {"published", "refused"}


def test_a_disk_without_room_for_another_name_leaves_the_site_that_was_there(tmp_path: Path) -> None:
    outcomes = set()
    new = {f"{number}/x": b"" for number in range(6)} | THREE
    for names in range(28, 60):
        with disk(tmp_path / "disk", f"nr_inodes={names}") as place:
            output = place / "output"
            for site in (ONE, TWO):
                write(output, site.items())
            try:
                write(output, new.items())
                assert is_sound(output, new)
                outcomes.add("published")
            except Unwritable:
                assert is_sound(output, TWO)
                outcomes.add("refused")

    assert outcomes == {"published", "refused"}


def test_a_disk_that_may_only_be_read_is_told(tmp_path: Path) -> None:
    with disk(tmp_path / "disk", "size=1m") as place:
        write(place / "output", ONE.items())
        write(place / "output", TWO.items())
        subprocess.run(["mount", "-o", "remount,ro", str(place)], check=True)
        for act in (lambda: write(place / "output", THREE.items()), lambda: roll_back(place / "output")):
            with pytest.raises(Unwritable) as told:
                act()

            assert str(told.value).endswith(
                " cannot be written: Read-only file system. What was published stays published."
            )
        assert is_sound(place / "output", TWO) and is_sound(last(place / "output"), ONE)


@contextmanager
def somebody_else() -> Iterator[Callable[[Callable[[], object]], str]]:
    """Do things as somebody who may not do everything; what they raise is told."""

    def done(act: Callable[[], object]) -> str:
        reader, writer = os.pipe()
        child = os.fork()
        if not child:
            if not os.geteuid():
                os.setgroups([])
                os.setgid(65534)
                os.setuid(65534)
            try:
                act()
            except NotPublished as error:
                os.write(writer, str(error).encode())
            except BaseException as error:
                os.write(writer, repr(error).encode())
            os._exit(0)
        os.close(writer)
        with os.fdopen(reader) as told:
            said = told.read()
        os.waitpid(child, 0)
        return said

    yield done


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder that everybody can reach."""
    with TemporaryDirectory() as name:
        os.chmod(name, 0o755)
        (Path(name) / "site").mkdir()
        yield Path(name) / "site"


def test_a_folder_that_may_only_be_read_is_told(shared: Path) -> None:
    output = shared / "output"
    write(output, ONE.items())
    write(output, TWO.items())
    for place in (shared, output):
        place.chmod(0o555)
    with somebody_else() as done:
        said = [done(lambda: write(output, THREE.items())), done(lambda: roll_back(output))]
    for place in (shared, output):
        place.chmod(0o755)

    for sentence in said:
        assert sentence.endswith(" cannot be written: Permission denied. What was published stays published.")
    assert is_sound(output, TWO) and is_sound(last(output), ONE)


def test_where_nothing_can_be_made_beside_it_it_is_done_file_by_file(shared: Path) -> None:
    output = shared / "output"
    output.mkdir()
    output.chmod(0o777)
    shared.chmod(0o555)
    with somebody_else() as done:
        said = [done(lambda site=site: write(output, site.items())) for site in (ONE, TWO, THREE)]  # type: ignore[misc]
        said.append(done(lambda: roll_back(output)))
    shared.chmod(0o755)

    assert said[:3] == ["", "", ""] and said[3].startswith("No release before the one in ")
    (output / ".published.lock").unlink()
    assert is_sound(output, THREE)
    assert os.listdir(shared) == ["output"]


@pytest.mark.parametrize("how", ["a disk of its own", "a folder of the same disk"])
def test_a_mounted_folder_is_published_file_by_file(tmp_path: Path, how: str) -> None:
    (tmp_path / "elsewhere").mkdir()
    what = ("-t", "tmpfs", "tmpfs") if how == "a disk of its own" else ("--bind", str(tmp_path / "elsewhere"))
    with mounted(tmp_path / "output", *what) as output:
        (output / "notes.txt").write_text("muistio")
        for site in (ONE, TWO, THREE, THREE):
            written = write(output, site.items())
        with pytest.raises(NothingKept):
            roll_back(output)

        assert written.changed == 0
        assert files(output) == THREE | {"notes.txt": b"muistio"}
        assert not site_at(output).last.exists() and not site_at(output).next.exists()


def test_a_folder_mounted_inside_stays_and_it_is_published_file_by_file(tmp_path: Path) -> None:
    output = tmp_path / "output"
    write(output, ONE.items())
    write(output, TWO.items())
    with mounted(output / "media", "-t", "tmpfs", "tmpfs") as media:
        (media / "film").write_text("kallis")
        for site in (THREE, ONE):
            write(output, site.items())

            assert files(output) == site | {"media/film": b"kallis"}
    (output / "media").rmdir()
    write(output, TWO.items())

    assert is_sound(output, TWO) and is_sound(last(output), ONE)
