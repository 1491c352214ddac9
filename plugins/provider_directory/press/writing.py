"""Puts finished files under output/: only what changed is written, and what is no longer made is removed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

KEPT = (".gitignore",)
"""Files under output/ that are not ours to remove."""


class TwicePublished(Exception):
    """Two things claim one file; the rules should have seen it first."""


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
    """Make output hold exactly these files."""
    clear_the_way(output, files)
    changed = sum(write_one(output / path, data) for path, data in sorted(files.items()))
    removed = remove_others(output, set(files))
    size = sum(len(data) for data in files.values())
    return Written(files=len(files), changed=changed, removed=removed, size=size)


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
    if file.is_file() and file.stat().st_size == len(data) and file.read_bytes() == data:
        return False
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f".{file.name}.new")
    beside.write_bytes(data)
    os.replace(beside, file)
    return True


def remove_others(output: Path, wanted: set[str]) -> int:
    """Remove files that are no longer made, and folders left empty."""
    removed = 0
    for place in sorted(output.rglob("*"), reverse=True):
        path = place.relative_to(output).as_posix()
        if place.is_dir() and not place.is_symlink():
            if not any(place.iterdir()):
                place.rmdir()
        elif path not in wanted and path not in KEPT:
            place.unlink()
            removed += 1
    return removed
