"""Puts finished files under output/: made beside it first, then only what changed is put in, and what is no longer made goes."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from secrets import token_hex

LIST = ".published"
"""The file under output/ that lists what the last build wrote, a path to a line. Nothing else is ever removed."""

NEXT = ".next"
"""The folder under output/ in which the files of a build wait until all of them are made."""


class TwicePublished(Exception):
    """Two things claim one file; the rules should have seen it first."""


class Occupied(Exception):
    """Something that is not ours stands where a page belongs."""

    exitcode = 2


class Unwritable(Exception):
    """The disk is full, or nobody may write there."""

    exitcode = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What a writing did."""

    files: int
    changed: int
    removed: int
    size: int
    """Bytes of all files together."""


def write(output: Path, files: Iterable[tuple[str, bytes]]) -> Written:
    """Put these files under output, and take away what the last build put there and this one does not.

    Each file is let go as soon as it is made. What staged raises.
    """
    with staged(output) as staging:
        staging.take(staging.wait(path, data) for path, data in files)
        return staging.publish()


@contextmanager
def staged(output: Path) -> Iterator[Staging]:
    """Where the files of one build wait. Until they are published, output is as it was, whatever happens.

    Raises TwicePublished when a path comes twice, Occupied when something that is not ours stands in the way, and
    Unwritable.
    """
    staging = Staging(output)
    try:
        yield staging
    except OSError as error:
        place = error.filename or output
        raise Unwritable(f"{place} cannot be written: {error.strerror}. What was published stays published.") from error
    finally:
        staging.clear()


@dataclass(frozen=True, slots=True)
class Waiting:
    """A file that is made."""

    path: str
    size: int
    """Bytes."""
    sha256: str
    """Of its bytes, in hexadecimal digits."""
    is_new: bool
    """Whether anything else was published there, or nothing."""

    @property
    def kept(self) -> Waiting:
        """The same file once it is published."""
        return Waiting(self.path, self.size, self.sha256, False) if self.is_new else self


class Staging:
    """The files of one build, before they are published."""

    def __init__(self, output: Path) -> None:
        self.output = output
        self.beside = output / NEXT
        self.former = published(output)
        self.sizes: dict[str, int] = {}
        """Bytes, by path."""
        self.changed: list[str] = []
        self.is_reached_by_links = cache(self.follows_links)
        self.errands = self.beside / f".errands-{token_hex(8)}"
        """Where processes elsewhere find their work, and write what is not whole yet. It goes when the build ends."""
        self.is_elsewhere = False
        self.clear()

    def __getstate__(self) -> dict[str, object]:
        """What a process elsewhere needs to know to let files wait."""
        return {"output": self.output, "beside": self.beside, "errands": self.errands, "is_elsewhere": True}

    def __setstate__(self, state: dict[str, object]) -> None:
        """Begin in a process elsewhere, which clears nothing."""
        vars(self).update(state, is_reached_by_links=cache(self.follows_links))

    def wait(self, path: str, data: bytes) -> Waiting:
        """Let a file wait; what is published already, to the byte, is not written again. Any process may do it."""
        is_new = not self.is_published(self.output / path, data)
        if is_new:
            self.put(self.beside / path, data)
        return Waiting(path, len(data), sha256(data).hexdigest(), is_new)

    def holds(self, file: Waiting) -> bool:
        """Whether a file that an earlier build made is still published as it was made then."""
        place = self.output / file.path
        return file.path in self.former and place.is_file() and place.stat().st_size == file.size

    def put(self, place: Path, data: bytes) -> None:
        """Write a file. Elsewhere it is whole or not there: what a lost worker had begun, another does again.

        Raises FileNotFoundError there, once the build has ended.
        """
        half = self.errands / token_hex(8) if self.is_elsewhere else None
        if half:
            half.write_bytes(data)
        place.parent.mkdir(parents=True, exist_ok=True)
        if half:
            os.replace(half, place)
        else:
            place.write_bytes(data)

    def take(self, files: Iterable[Waiting]) -> None:
        """Know of files that wait. Raises TwicePublished."""
        for file in files:
            if file.path in self.sizes:
                raise TwicePublished(f"{file.path} would be written twice.")
            self.sizes[file.path] = file.size
            if file.is_new:
                self.changed.append(file.path)

    def is_published(self, place: Path, data: bytes) -> bool:
        """Whether a file holds these bytes."""
        return (
            place.is_file()
            and not place.is_symlink()
            and not self.is_reached_by_links(place.parent)
            and place.stat().st_size == len(data)
            and place.read_bytes() == data
        )

    def follows_links(self, folder: Path) -> bool:
        """Whether a folder below output is reached by a link, which may lead anywhere."""
        return folder != self.output and (folder.is_symlink() or self.is_reached_by_links(folder.parent))

    def publish(self) -> Written:
        """Put what changed in its place. Raises Occupied, before anything is touched, when something stands in the way."""
        for place in foreign(self.output, self.changed, self.former):
            raise Occupied(
                f"{place} is in the way and was not made by an earlier build. Move it elsewhere. Nothing was published."
            )
        self.output.mkdir(parents=True, exist_ok=True)
        # Listed before they are put in: what a killed build leaves behind is still ours to remove.
        list_files(self.output, self.former | set(self.sizes))
        clear_the_way(self.output, self.changed)
        for path in sorted(self.changed):
            place = self.output / path
            place.parent.mkdir(parents=True, exist_ok=True)
            # A reader sees the old file or the new one, never half.
            os.replace(self.beside / path, place)
        removed = sum(remove_one(self.output, path) for path in sorted(self.former - set(self.sizes), reverse=True))
        list_files(self.output, set(self.sizes))
        return Written(files=len(self.sizes), changed=len(self.changed), removed=removed, size=sum(self.sizes.values()))

    def clear(self) -> None:
        """Remove what waits, of this build or of one that was killed."""
        shutil.rmtree(self.beside, ignore_errors=True)


def list_files(output: Path, paths: set[str]) -> None:
    """Write down which files are ours."""
    listed = "".join(f"{path}\n" for path in sorted(paths))
    place, beside = output / LIST, output / f"{LIST}.new"
    if not place.is_file() or place.read_text(encoding="utf-8") != listed:
        beside.write_text(listed, encoding="utf-8")
        os.replace(beside, place)


def foreign(output: Path, paths: Iterable[str], former: set[str]) -> Iterator[Path]:
    """What clear_the_way would have to remove though no earlier build made it."""
    for path in paths:
        place = output / path
        inside = place.rglob("*") if place.is_dir() and not place.is_symlink() else ()
        above = (folder for folder in place.parents if folder != output and folder.is_relative_to(output))
        for found in (*inside, *above):
            if found.is_file() and not found.is_symlink() and found.relative_to(output).as_posix() not in former:
                yield found


def clear_the_way(output: Path, paths: Iterable[str]) -> None:
    """Remove a file where a folder is needed, and a folder where a file is."""
    for path in paths:
        place = output / path
        if place.is_dir() and not place.is_symlink():
            shutil.rmtree(place)
        for above in place.parents:
            if above == output:
                break
            if above.is_symlink() or above.is_file():
                above.unlink()


def published(output: Path) -> set[str]:
    """What the last build wrote."""
    listed = output / LIST
    return set(listed.read_text(encoding="utf-8").splitlines()) if listed.is_file() else set()


def remove_one(output: Path, path: str) -> bool:
    """Remove a file that is no longer made, and the folders it leaves empty; nothing outside output."""
    place = output / path
    if not place.parent.resolve().is_relative_to(output.resolve()) or not (place.is_file() or place.is_symlink()):
        return False
    place.unlink()
    for folder in place.parents:
        if folder == output or any(folder.iterdir()):
            break
        folder.rmdir()
    return True
