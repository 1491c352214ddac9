"""Where a site is published, and what stands beside it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from .exchange import exchange


@dataclass(frozen=True, slots=True)
class Site:
    """The folder readers see, and the hidden names beside it: `output` and `.output.last`, `.output.next`, `.output.lock`."""

    output: Path
    """Absolute."""

    def beside(self, what: str) -> Path:
        """A name beside the folder."""
        return self.output.parent / f".{self.output.name}.{what}"

    @property
    def last(self) -> Path:
        """The release before, whole; a build brings it up to date, and then it takes the place of what is published."""
        return self.beside("last")

    @property
    def next(self) -> Path:
        """Where the files of a build wait."""
        return self.beside("next")

    @property
    def lock(self) -> Path:
        """Held by the process that publishes; it says which lists it saw last."""
        return self.beside("lock")

    def can_be_exchanged(self) -> bool:
        """Whether the folder can change places with one beside it, which shares its files. Tried: only the system knows."""
        if self.output.is_symlink() or os.path.ismount(self.output):
            return False
        one, other = self.next / "1", self.next / "2"
        try:
            one.mkdir(parents=True)
            other.mkdir()
            exchange(one, other)
            (one / "file").touch()
            os.link(one / "file", other / "file")
            # Of another file system, or mounted by itself: that is told before it is told that nothing is there.
            os.rename(one / "nothing", self.output / "nothing")
        except FileNotFoundError:
            return True
        except OSError:
            return False
        return False


def site_at(output: Path) -> Site:
    """The site that is published at a path."""
    return Site(Path(os.path.abspath(output)))
