"""Publishes finished files: made beside what is published first, then all at once, and what did not change is not touched."""

from __future__ import annotations

import os
import secrets
import shutil
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from .faults import TwicePublished, Unwritable
from .foreign import alike, reached
from .in_place import put_in
from .lock import Lock, locked
from .manifest import LIST, Manifest, read
from .manifest import write as write_list
from .releases import Inseparable, Release, swap_in
from .site import Site, site_at

NEXT = ".next"
"""The folder in the site's own in which files wait where nothing can be made beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What a writing did."""

    files: int
    changed: int
    removed: int
    size: int
    """Bytes of all files together."""


def write(output: Path, files: Iterable[tuple[str, bytes]]) -> Written:
    """Publish these files at output, and take away what the last build put there and this one does not.

    Each file is let go as soon as it is made. What staged raises.
    """
    with staged(output) as staging:
        staging.take(staging.wait(path, data) for path, data in files)
        return staging.publish()


@contextmanager
def staged(output: Path) -> Iterator[Staging]:
    """Where the files of one build wait. Until they are published, output is as it was, whatever happens.

    Raises Busy when another build publishes there, TwicePublished when a path comes twice, Occupied when something that
    is not ours stands in the way, and Unwritable.
    """
    site = site_at(output)
    with told(site), locked(site) as lock:
        staging = Staging(site, lock)
        try:
            yield staging
        finally:
            staging.clear()


@contextmanager
def told(site: Site) -> Iterator[None]:
    """Tell what the disk refuses in a sentence. Raises Unwritable."""
    try:
        yield
    except OSError as error:
        place = error.filename or site.output
        raise Unwritable(f"{place} cannot be written: {error.strerror}. What was published stays published.") from error


@dataclass(frozen=True, slots=True)
class Waiting:
    """A file that is made."""

    path: str
    size: int
    """Bytes."""
    sha256: str
    """Of what is in it, in hexadecimal."""
    is_new: bool
    """Whether anything else was published there, or nothing."""

    @property
    def kept(self) -> Waiting:
        """The same file once it is published."""
        return Waiting(self.path, self.size, self.sha256, False) if self.is_new else self


class Staging:
    """The files of one build, before they are published."""

    def __init__(self, site: Site, lock: Lock) -> None:
        self.site, self.lock = site, lock
        self.root = os.fspath(site.output)
        self.hashes: dict[str, str] = {}
        self.size = 0
        self.changed: list[str] = []
        self.clear()
        self.is_exchanged = site.can_be_exchanged()
        self.clear()
        # Of its own: a worker that outlives a killed build still writes into that build's.
        self.beside = (site.next if self.is_exchanged else site.output / NEXT) / secrets.token_hex(4)
        if self.is_exchanged:
            self.beside.mkdir(parents=True)
            if site.output.is_dir():
                alike(site.output, self.beside)
        self.former = read(site.output) or Manifest()
        self.listed = listed(site.output)
        self.is_reached = reached(self.root)
        self.errands = self.beside.parent / f"errands-{secrets.token_hex(8)}"
        """Where processes elsewhere find their work, and write what is not whole yet. It goes when the build ends."""
        self.is_elsewhere = False

    def __getstate__(self) -> dict[str, object]:
        """What a process elsewhere needs to know to let files wait; the list is long, and what it lists can be read."""
        told = {name: getattr(self, name) for name in ("root", "beside", "errands")}
        return {**told, "former": Manifest(), "listed": 0, "is_elsewhere": True}

    def __setstate__(self, state: dict[str, object]) -> None:
        """Begin in a process elsewhere, which clears nothing."""
        vars(self).update(state, is_reached=reached(str(state["root"])))

    def wait(self, path: str, data: bytes) -> Waiting:
        """Let a file wait; what is published already, to the byte, is not written again. Any process may do it."""
        hashed = sha256(data).hexdigest()
        is_new = not self.is_published(path, data, hashed)
        if is_new:
            self.write(self.beside / path, data)
        return Waiting(path, len(data), hashed, is_new)

    def write(self, place: Path, data: bytes) -> None:
        """Write a file. Elsewhere it is whole or not there: what a lost worker had begun, another does again.

        Raises FileNotFoundError there, once the build has ended.
        """
        if self.is_elsewhere:
            half = self.errands / secrets.token_hex(8)
            half.write_bytes(data)
            place.parent.mkdir(parents=True, exist_ok=True)
            os.replace(half, place)
        else:
            put(place, data)

    def holds(self, file: Waiting) -> bool:
        """Whether a file that an earlier build made is still published as it was made then."""
        found = self.untouched(file.path) if self.former.hashes.get(file.path) == file.sha256 else None
        return found is not None and found.st_size == file.size

    def take(self, files: Iterable[Waiting]) -> None:
        """Know of files that wait. Raises TwicePublished."""
        for file in files:
            if file.path in self.hashes:
                raise TwicePublished(f"{file.path} would be written twice.")
            self.hashes[file.path] = file.sha256
            self.size += file.size
            if file.is_new:
                self.changed.append(file.path)

    def is_published(self, path: str, data: bytes, hashed: str) -> bool:
        """Whether a published file holds these bytes. A file nobody touched since is not read again."""
        found = self.standing(path)
        if found is None or found.st_size != len(data):
            return False
        is_listed = self.former.hashes.get(path) == hashed and found.st_mtime_ns < self.listed
        return is_listed or Path(self.root, path).read_bytes() == data

    def untouched(self, path: str) -> os.stat_result | None:
        """A published file that nobody touched since it was listed."""
        found = self.standing(path)
        return found if found and found.st_mtime_ns < self.listed else None

    def standing(self, path: str) -> os.stat_result | None:
        """A file at a path; None for a link, and for a file behind one, which may lead anywhere."""
        try:
            found = os.lstat(f"{self.root}/{path}")
        except (FileNotFoundError, NotADirectoryError):
            return None
        return found if stat.S_ISREG(found.st_mode) and self.is_reached(path.rpartition("/")[0]) else None

    def publish(self) -> Written:
        """Publish all that wait at once. Raises Occupied, before anything is touched, when something stands in the way."""
        new, changed = Manifest(self.hashes), frozenset(self.changed)
        removed = len(self.former.hashes.keys() - new.hashes.keys())
        if changed or removed or not self.listed:
            self.put(new, changed)
        elif self.former != new:
            write_list(self.site.output, new)
        return Written(files=len(new.hashes), changed=len(changed), removed=removed, size=self.size)

    def put(self, new: Manifest, changed: frozenset[str]) -> None:
        """Publish in one step where that can be, else file by file."""
        places = (self.beside, self.site.last)
        if self.is_exchanged:
            release = Release(former=self.former, new=new, changed=changed, waiting=self.beside)
            try:
                swap_in(self.site, self.lock, release)
            except Inseparable:
                put_in(self.site.output, self.former, new, changed, places)
        else:
            put_in(self.site.output, self.former, new, changed, places)

    def clear(self) -> None:
        """Remove what waits, of this build or of one that was killed."""
        for folder in (self.site.next, self.site.output / NEXT):
            shutil.rmtree(folder, ignore_errors=True)


def listed(output: Path) -> int:
    """When the list was written (st_mtime_ns); 0 when there is none."""
    try:
        return (output / LIST).stat().st_mtime_ns
    except (FileNotFoundError, NotADirectoryError):
        return 0


def put(place: Path, data: bytes) -> None:
    """Write a file, and the folders on the way to it where there are none."""
    try:
        place.write_bytes(data)
    except FileNotFoundError:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
