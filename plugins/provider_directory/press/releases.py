"""Two releases of a site: what is published, and the one before. In one step they change places.

A build brings the former one up to date, by what differs between their lists, and lets the two change places. They share
the files that both have.
"""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from .exchange import exchange
from .faults import Occupied
from .foreign import ALWAYS, OWN, Foreign, alike, are_same, coming_along, join, look, occupied, part
from .lock import Lock
from .manifest import COMING, FORMER, HALF, LIST, UNKNOWN, Manifest, read, write
from .site import Site

INSEPARABLE = frozenset(
    (errno.EBUSY, errno.EINVAL, errno.EMLINK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EPERM, errno.EXDEV)
)
"""What a system answers that cannot do it, whereas a full or faulty disk answers otherwise."""


class Inseparable(Exception):
    """The folder cannot change places with one beside it after all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """What is to be published, and what of it waits."""

    former: Manifest
    """What is published now."""
    new: Manifest
    changed: frozenset[str]
    """Paths of the files that wait; all others are published already."""
    waiting: Path
    """The folder in which they do."""

    @property
    def is_touched(self) -> bool:
        """Whether something published was changed by hand, so that its list is not to be believed."""
        return any(self.former.hashes.get(path) == self.new.hashes[path] for path in self.changed)


def swap_in(site: Site, lock: Lock, release: Release) -> None:
    """Publish a release in one step. Raises Occupied, and Inseparable; what was published is then as it was."""
    if not os.path.lexists(site.output):
        write(release.waiting, release.new)
        os.rename(release.waiting, site.output)
        lock.write(" ".join([*lock.text().split()[-2:], identity(site.output)]))
        return
    kept = fit(site, lock, release)
    found = look(site.output, release.former.hashes, since(site.output, lock)).foreign
    foreign = tuple(coming_along(site.output, found, release.new.hashes))
    believed = [seen for tree in (site.output, site.last) if (seen := identity(tree)) in lock.text().split()]
    lock.write(" ".join([COMING, *believed]))
    try:
        if kept is None:
            complete(site, release)
        else:
            bring_up_to_date(site, kept, release)
        change_places(site, lock, found, foreign, is_believed=not release.is_touched)
    except OSError as error:
        if error.errno in INSEPARABLE:
            raise Inseparable from error
        raise
    if not (site.last / LIST).exists():
        with suppress(Occupied, OSError):
            take_out_folder(site.last, site.output)


def fit(site: Site, lock: Lock, release: Release) -> Manifest | None:
    """What stands in the former release, UNKNOWN where that is not sure; None when there is none. Raises Occupied."""
    kept = begun(site.last)
    if kept is None:
        take_out_folder(site.last, site.output)
        return None
    changed = only_ours(site, kept, release.new, since(site.last, lock))
    published = release.former.hashes

    def standing(path: str, hashed: str) -> str:
        if path.rpartition("/")[0] not in changed:
            return hashed
        return published.get(path, UNKNOWN) if are_one(site, path) else UNKNOWN

    return Manifest({path: standing(path, hashed) for path, hashed in kept.hashes.items()})


def only_ours(site: Site, kept: Manifest, new: Manifest, time: int) -> frozenset[str]:
    """See to it that nothing but ours is in the former release; tell in which folders that was not sure. Raises Occupied.

    What is not ours was put there by somebody who did not know that the folder had changed places: it goes to where the
    site is published.
    """
    found = look(site.last, kept.hashes, time)
    foreign = tuple(coming_along(site.last, found.foreign, new.hashes))
    give_way(site.last, found.foreign, foreign)
    part(foreign, site.last, site.output, is_newer=False)
    return found.changed


def are_one(site: Site, path: str) -> bool:
    """Whether both releases have the same file at a path."""
    try:
        return os.path.samestat(os.lstat(f"{site.last}/{path}"), os.lstat(f"{site.output}/{path}"))
    except OSError:
        return False


def begun(tree: Path) -> Manifest | None:
    """The list of a release; of one that was being changed when a build was killed, every file that may be in it."""
    whole, former, coming = read(tree), read(tree, FORMER), read(tree, COMING) or Manifest()
    return whole if whole or not former else Manifest(former.hashes | coming.hashes)


def complete(site: Site, release: Release) -> None:
    """Make a whole site of the files that wait, by second names for those that are published already."""
    made = {""}
    for path in sorted(release.new.hashes.keys() - release.changed):
        folder = path.rpartition("/")[0]
        if folder not in made:
            os.makedirs(release.waiting / folder, exist_ok=True)
            made.add(folder)
        os.link(f"{site.output}/{path}", f"{release.waiting}/{path}")
    write(release.waiting, release.new)
    os.rename(release.waiting, site.last)


def bring_up_to_date(site: Site, kept: Manifest, release: Release) -> None:
    """Make a whole site of the former release, touching what differs and nothing else."""
    tree, was, new = site.last, kept.hashes, release.new.hashes
    # Whenever this is broken off, the lists name every file that may be there.
    if not (tree / LIST).exists():
        write(tree, kept, FORMER)
    write(tree, release.new, COMING)
    with suppress(FileNotFoundError):
        os.replace(tree / LIST, tree / FORMER)
    for path in was.keys() - new.keys():
        take_out(tree, path)
    for path in sorted({path for path, hashed in new.items() if was.get(path) != hashed} | release.changed):
        place = tree / path
        place.parent.mkdir(parents=True, exist_ok=True)
        if path in release.changed:
            os.replace(release.waiting / path, place)
        else:
            place.unlink(missing_ok=True)
            os.link(site.output / path, place)
    os.replace(tree / COMING, tree / LIST)


def take_out(tree: Path, path: str) -> None:
    """Remove a file, and the folders it leaves empty."""
    place = tree / path
    # Of a release that was being changed it is not known what is a file already, and what a folder.
    if place.is_symlink() or not place.is_dir():
        with suppress(FileNotFoundError, NotADirectoryError):
            place.unlink()
    for folder in place.parents:
        if folder == tree:
            break
        with suppress(OSError):
            folder.rmdir()


def take_out_folder(tree: Path, output: Path) -> None:
    """Remove a folder that is no release. Raises Occupied when anything is in it that is not published as well."""
    if os.path.lexists(tree):
        found = look(tree, {}, ALWAYS).foreign
        for each in found:
            here, there = tree / each.path, output / each.path
            if not each.is_folder and not (os.path.lexists(there) and are_same(here, there)):
                raise occupied(here)
        for each in reversed(found):
            (os.rmdir if each.is_folder else os.unlink)(tree / each.path)
        for name in OWN:
            (tree / name).unlink(missing_ok=True)
        tree.rmdir()


def change_places(
    site: Site, lock: Lock, found: tuple[Foreign, ...], foreign: tuple[Foreign, ...], *, is_believed: bool = True
) -> None:
    """Publish the former release, and keep what was published. What is not ours stays in the folder all the while."""
    for name in (FORMER, COMING, HALF):
        (site.last / name).unlink(missing_ok=True)
    join(foreign, site.output, site.last)
    alike(site.output, site.last)
    os.utime(site.last)
    lock.write(" ".join(identity(tree) for tree in (site.last, site.output)[: 1 + is_believed]))
    exchange(site.last, site.output)
    # From here on it is published; what is left over is found by the next build.
    with suppress(OSError):
        part(foreign, site.last, site.output, is_newer=True)
        give_way(site.last, found, foreign)


def give_way(tree: Path, found: tuple[Foreign, ...], foreign: tuple[Foreign, ...]) -> None:
    """Remove the links and empty folders that do not come along."""
    for each in sorted({*found} - {*foreign}, reverse=True):
        (os.rmdir if each.is_folder else os.unlink)(tree / each.path)


def identity(tree: Path) -> str:
    """Which list is in a folder. A copy of the folder has another."""
    try:
        found = (tree / LIST).stat()
    except FileNotFoundError:
        return ""
    return f"{found.st_ino}:{found.st_ctime_ns}"


def was_published(site: Site, lock: Lock) -> bool:
    """Whether the release before is one; a build that was killed may have left one that was whole, and never published."""
    coming, *others = lock.text().split() or [""]
    kept = identity(site.last)
    return kept in others or coming not in (COMING, kept)


def since(tree: Path, lock: Lock) -> int:
    """The time (st_ctime_ns) at which a release was put together, so that what came later is not ours."""
    seen = identity(tree)
    made = int(seen.rpartition(":")[2] or ALWAYS)
    # A clock that was set back would make what came later look older.
    return made if seen in lock.text().split() and made <= lock.moment() else ALWAYS
