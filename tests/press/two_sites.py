"""Small sites that differ in every way sites can, and what to ask of a folder that should hold one."""

from __future__ import annotations

from pathlib import Path

from provider_directory.press.manifest import COMING, FORMER, LIST, read
from provider_directory.press.site import site_at

ONE = {"a.txt": b"1", "b.txt": b"sama", "fi/vanha/index.html": b"vanha", "fi/index.html": b"1", "kerta": b"1"}
TWO = {"a.txt": b"2", "b.txt": b"sama", "fi/uusi/index.html": b"uusi", "fi/index.html": b"2", "kerta/x": b""}
THREE = {"a.txt": b"1", "b.txt": b"sama", "fi/uusi/index.html": b"uudempi", "sv/index.html": b"3", "kerta": b"1"}


def last(output: Path) -> Path:
    """Where the release before is kept."""
    return site_at(output).last


def files(tree: Path) -> dict[str, bytes]:
    """What is in a folder, without the lists."""
    found = (place for place in tree.rglob("*") if place.is_file() and place.name not in (LIST, FORMER, COMING))
    return {place.relative_to(tree).as_posix(): place.read_bytes() for place in found}


def is_sound(tree: Path, site: dict[str, bytes]) -> bool:
    """Whether a folder holds a site and its list, and no folder too many."""
    empty = [place for place in tree.rglob("*") if place.is_dir() and not any(place.iterdir())]
    listed = read(tree)
    return files(tree) == site and not empty and listed is not None and listed.hashes.keys() == site.keys()
