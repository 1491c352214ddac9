"""One process at a time publishes to a folder."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from .faults import Busy
from .site import Site

TRIES = 25
PAUSE = 0.2
"""Seconds between two tries: the second of two builds waits for five seconds, then refuses."""

INSIDE = ".published.lock"
"""The lock where nobody may write beside the folder."""


@dataclass(frozen=True, slots=True)
class Lock:
    """A file that this process alone holds. It is never opened twice: closing it once would let go of it."""

    number: int

    def text(self) -> str:
        """What the last holder left."""
        os.lseek(self.number, 0, os.SEEK_SET)
        return os.read(self.number, 1000).decode("ascii", "replace")

    def write(self, text: str) -> None:
        """Leave something for the next holder."""
        os.ftruncate(self.number, 0)
        os.lseek(self.number, 0, os.SEEK_SET)
        os.write(self.number, text.encode("ascii"))

    def moment(self) -> int:
        """The time of the file system (st_ctime_ns)."""
        os.utime(self.number)
        return os.fstat(self.number).st_ctime_ns


@contextmanager
def locked(site: Site) -> Iterator[Lock]:
    """Publish to a site while nobody else does. Raises Busy when somebody still does after some seconds.

    The system lets go of it when the process ends, however it ends; processes it has begun do not hold it.
    """
    number = os.open(place(site), os.O_RDWR | os.O_CREAT, 0o666)
    try:
        for _ in range(TRIES):
            if taken(number):
                break
            time.sleep(PAUSE)
        else:
            raise Busy(
                f"Another build is publishing to {site.output}. Nothing was published here. Run this again when it is done."
            )
        yield Lock(number)
    finally:
        os.close(number)


def place(site: Site) -> Path:
    """The file to hold: beside the folder, or in it where nothing can be made beside it."""
    site.output.parent.mkdir(parents=True, exist_ok=True)
    if site.lock.exists() or os.access(site.output.parent, os.W_OK):
        return site.lock
    return site.output / INSIDE


if sys.platform == "win32":
    import msvcrt

    def taken(number: int) -> bool:
        """Take hold of a file if nobody else has."""
        try:
            # A byte that nothing is written to: what is held cannot be read.
            os.lseek(number, 1 << 20, os.SEEK_SET)
            msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def taken(number: int) -> bool:
        """Take hold of a file if nobody else has.

        Not by flock: a worker that outlives a killed build would hold it too. Where the file system knows no locks,
        whoever asks has it.
        """
        try:
            fcntl.lockf(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            return False
        except OSError:
            return True
        return True
