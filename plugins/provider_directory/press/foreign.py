"""What in a site's folder is not ours: it is found, it comes along when folders change places, and it is never overwritten."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from .faults import Occupied
from .lock import INSIDE
from .manifest import COMING, FORMER, HALF, LIST, folders

ALWAYS = 0
"""The time before which nothing changed, when nothing is known."""

OWN = frozenset({LIST, FORMER, COMING, HALF, INSIDE})
"""Files of ours that no list has."""


@dataclass(frozen=True, slots=True, order=True)
class Foreign:
    """A file, link or folder that is not ours."""

    path: str
    is_folder: bool
    is_link: bool


@dataclass(frozen=True, slots=True)
class Found:
    """What somebody has done in a site's folder since it was published."""

    foreign: tuple[Foreign, ...]
    """Folders before what is in them."""
    changed: frozenset[str]
    """Folders of ours in which a name may have come, gone or been given to another file; "" is always one of them."""


def look(tree: Path, ours: Mapping[str, str], since: int) -> Found:
    """Look through the folders of a site that changed since a time (st_ctime_ns): in the others is only what was put there.

    A folder's own time tells when a name in it came or went; nobody can set it back.
    """
    known = folders(ours)
    root = os.fspath(tree)
    changed = frozenset(folder for folder in known if not folder or changed_since(f"{root}/{folder}", since))
    is_reached = reached(root)
    foreign: list[Foreign] = []
    for folder in sorted(changed):
        for name, is_folder, is_link in entries(f"{root}/{folder}") if is_reached(folder) else ():
            path = f"{folder}/{name}" if folder else name
            if path in known if is_folder else path in OWN or (path in ours and not is_link):
                continue
            foreign.append(Foreign(path, is_folder, is_link))
            foreign += below(root, path) if is_folder else ()
    return Found(tuple(foreign), changed)


def changed_since(folder: str, since: int) -> bool:
    """Whether a name in a folder may have come or gone."""
    try:
        return os.lstat(folder).st_ctime_ns >= since
    except OSError:
        return True


def reached(root: str) -> Callable[[str], bool]:
    """Whether a folder of a tree is one, and no link on the way to it leads elsewhere."""

    @cache
    def is_reached(folder: str) -> bool:
        if not folder:
            return True
        try:
            is_folder = stat.S_ISDIR(os.lstat(f"{root}/{folder}").st_mode)
        except OSError:
            return False
        return is_folder and is_reached(folder.rpartition("/")[0])

    return is_reached


def entries(folder: str) -> list[tuple[str, bool, bool]]:
    """The names in a folder; whether each is a folder, and whether it is a link."""
    with os.scandir(folder) as found:
        return sorted((each.name, each.is_dir(follow_symlinks=False), each.is_symlink()) for each in found)


def below(root: str, folder: str) -> Iterator[Foreign]:
    """Everything in a folder that is not ours."""
    for name, is_folder, is_link in entries(f"{root}/{folder}"):
        yield Foreign(f"{folder}/{name}", is_folder, is_link)
        if is_folder:
            yield from below(root, f"{folder}/{name}")


def coming_along(tree: Path, foreign: Iterable[Foreign], new: Mapping[str, str]) -> Iterator[Foreign]:
    """What can stay where it is beside the files of a new site; a link or an empty folder in the way gives way.

    Raises Occupied when a file is in the way.
    """
    foreign = tuple(foreign)
    needed = folders(new) if foreign else set()
    for each in foreign:
        is_in_the_way = each.path in new or (each.path in needed and not each.is_folder)
        is_below = any(folder in new for folder in above(each.path))
        if not is_in_the_way and not is_below:
            yield each
        elif not each.is_folder and not (each.is_link and is_in_the_way):
            raise occupied(tree / each.path)


def above(path: str) -> Iterator[str]:
    """The folders on the way to a path."""
    while path := path.rpartition("/")[0]:
        yield path


def occupied(place: Path) -> Occupied:
    """What to say of something that is in the way."""
    return Occupied(
        f"{place} is in the way and was not made by an earlier build. Move it elsewhere. Nothing was published."
    )


def join(foreign: Iterable[Foreign], one: Path, other: Path) -> None:
    """Let what stands in one tree stand in another as well: the same files, links that lead to the same, folders alike."""
    made = []
    for each in foreign:
        here, there = one / each.path, other / each.path
        if each.is_folder:
            there.mkdir(parents=True, exist_ok=True)
            made.append((here, there))
        elif not os.path.lexists(there):
            there.parent.mkdir(parents=True, exist_ok=True)
            link(here, there, is_link=each.is_link)
        elif not are_same(here, there):
            raise occupied(there)
    for here, there in reversed(made):
        alike(here, there)


def link(here: Path, there: Path, *, is_link: bool) -> None:
    """Give a file, a pipe or a device a second name; a link is made again, as not every system knows a second name of one."""
    if is_link:
        there.symlink_to(os.readlink(here))
    else:
        os.link(here, there)


def alike(here: Path, there: Path) -> None:
    """Give a folder the rights and the owner of another."""
    shutil.copystat(here, there)
    if hasattr(os, "chown"):
        found = here.stat()
        with suppress(PermissionError):
            os.chown(there, found.st_uid, found.st_gid)


def are_same(one: Path, other: Path) -> bool:
    """Whether two names are of one file, or links that lead to the same."""
    if one.is_symlink() and other.is_symlink():
        return os.readlink(one) == os.readlink(other)
    return os.path.samestat(one.lstat(), other.lstat())


def part(foreign: Collection[Foreign], former: Path, current: Path, *, is_newer: bool) -> None:
    """Take out of a former site what is not ours, and let it stand in the current one.

    Where the two differ, what stood in the former one is newer or that is not known. Raises Occupied when it is not known.
    """
    for each in reversed(tuple(foreign)):
        here, there = former / each.path, current / each.path
        if each.is_folder:
            with suppress(OSError):
                here.rmdir()
        elif not os.path.lexists(here):
            continue
        elif os.path.lexists(there) and are_same(here, there):
            here.unlink()
        elif is_newer or not os.path.lexists(there):
            there.parent.mkdir(parents=True, exist_ok=True)
            os.replace(here, there)
        else:
            raise occupied(here)
