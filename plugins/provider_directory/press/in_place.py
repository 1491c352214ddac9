"""Publishing file by file, where a folder cannot change places with another: each file is the old one or the new one.

So it is where the site's folder is mounted, or a link, where nothing can be made beside it, or where the system or the
file system does not know how to exchange two names. Readers may see some files of the old site and some of the new one,
and no release is kept.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Iterable, Iterator, Set
from contextlib import suppress
from pathlib import Path

from .foreign import occupied
from .manifest import Manifest, read, write


def put_in(output: Path, former: Manifest, new: Manifest, changed: Collection[str], places: tuple[Path, ...]) -> None:
    """Put what changed, from where it waits, and take away what is no longer ours. Raises Occupied before anything is touched."""
    ours = former.hashes.keys()
    for place in foreign(output, changed, ours):
        raise occupied(place)
    output.mkdir(parents=True, exist_ok=True)
    # Listed before they are put in: what a killed build leaves behind is still ours to remove. With the old hash, so
    # that nobody takes a file for the new one that is not there yet.
    write(output, Manifest(new.hashes | former.hashes))
    clear_the_way(output, changed)
    for path in sorted(changed):
        place = output / path
        place.parent.mkdir(parents=True, exist_ok=True)
        # A reader sees the old file or the new one, never half.
        os.replace(next(folder / path for folder in places if (folder / path).is_file()), place)
    for path in sorted(ours - new.hashes.keys(), reverse=True):
        remove_one(output, path)
    if read(output) != new:
        write(output, new)


def foreign(output: Path, paths: Iterable[str], ours: Set[str]) -> Iterator[Path]:
    """What clear_the_way would have to remove though no earlier build made it."""
    for path in paths:
        place = output / path
        inside = place.rglob("*") if place.is_dir() and not place.is_symlink() else ()
        above = (folder for folder in place.parents if folder != output and folder.is_relative_to(output))
        for found in (*inside, *above):
            if found.is_file() and not found.is_symlink() and found.relative_to(output).as_posix() not in ours:
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


def remove_one(output: Path, path: str) -> None:
    """Remove a file that is no longer made, and the folders it leaves empty; nothing outside output."""
    place = output / path
    if not place.parent.resolve().is_relative_to(output.resolve()):
        return
    if place.is_file() or place.is_symlink():
        place.unlink()
    for folder in place.parents:
        if folder == output:
            break
        with suppress(OSError):  # Something is in it, or a build that was killed removed it.
            folder.rmdir()
