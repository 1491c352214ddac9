"""Puts finished files under output/: only what changed is written, and what is no longer made is removed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

LIST = ".published"
"""The file under output/ that lists what the last build wrote, a path to a line. Nothing else is ever removed."""


class TwicePublished(Exception):
    """Two things claim one file; the rules should have seen it first."""


class Occupied(Exception):
    """Something that is not ours stands where a page belongs."""

    exitcode = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What a writing did."""

    files: int
    changed: int
    removed: int
    size: int
    """Bytes of all files together."""


def gather(files: Iterable[tuple[str, bytes]]) -> dict[str, bytes]:
    """All files by path. Raises TwicePublished when a path comes twice."""
    found: dict[str, bytes] = {}
    for path, data in files:
        if path in found:
            raise TwicePublished(f"{path} would be written twice.")
        found[path] = data
    return found


def write(output: Path, files: dict[str, bytes]) -> Written:
    """Put these files under output, and take away what the last build put there and this one does not.

    Raises Occupied, before anything is touched, when something that is not ours stands in the way.
    """
    former = published(output)
    for place in foreign(output, files, former):
        raise Occupied(
            f"{place} is in the way and was not made by an earlier build. Move it elsewhere. Nothing was published."
        )
    # Listed before they are written: what a killed build leaves behind is still ours to remove.
    list_files(output, former | set(files))
    clear_the_way(output, files)
    changed = sum(write_one(output / path, data) for path, data in sorted(files.items()))
    removed = sum(remove_one(output, path) for path in sorted(former - set(files), reverse=True))
    list_files(output, set(files))
    size = sum(len(data) for data in files.values())
    return Written(files=len(files), changed=changed, removed=removed, size=size)


def list_files(output: Path, paths: set[str]) -> None:
    """Write down which files are ours."""
    write_one(output / LIST, "".join(f"{path}\n" for path in sorted(paths)).encode())


def foreign(output: Path, files: dict[str, bytes], former: set[str]) -> Iterator[Path]:
    """What clear_the_way would have to remove though no earlier build made it."""
    for path in files:
        place = output / path
        inside = place.rglob("*") if place.is_dir() and not place.is_symlink() else ()
        above = (folder for folder in place.parents if folder != output and folder.is_relative_to(output))
        for found in (*inside, *above):
            if found.is_file() and not found.is_symlink() and found.relative_to(output).as_posix() not in former:
                yield found


def clear_the_way(output: Path, files: dict[str, bytes]) -> None:
    """Remove a file where a folder is needed, and a folder where a file is."""
    for path in files:
        place = output / path
        if place.is_dir() and not place.is_symlink():
            shutil.rmtree(place)
        for above in place.parents:
            if above == output:
                break
            if above.is_symlink() or above.is_file():
                above.unlink()


def write_one(file: Path, data: bytes) -> bool:
    """Write a file unless it already holds these bytes; a reader sees the old or the new one, never half."""
    if not file.is_symlink() and file.is_file() and file.stat().st_size == len(data) and file.read_bytes() == data:
        return False
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f".{file.name}.new")
    beside.write_bytes(data)
    os.replace(beside, file)
    return True


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
