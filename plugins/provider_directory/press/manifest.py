"""The list of what is published: a hash and a path to a line, as sha256sum writes and checks them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

LIST = ".published"
"""The file in a site that lists all others of ours. Nothing that it does not list is ever removed."""

FORMER = f"{LIST}.former"
"""What a folder held before it was begun to be changed."""

COMING = f"{LIST}.coming"
"""What a folder will hold."""

HALF = f"{LIST}.half"
"""A list that is being written."""

UNKNOWN = ""
"""The hash of a file in a list of paths alone, as earlier versions wrote them."""

LINE = re.compile(r"^(?:([0-9a-f]{64})  )?([^\n]+)$", re.MULTILINE)
"""UNKNOWN or the hash, and the path."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """The files of one site."""

    hashes: dict[str, str] = field(default_factory=dict)
    """SHA-256 in hexadecimal by path, the path with "/" between folders."""

    def text(self) -> str:
        """The list as `sha256sum -c` reads it, sorted by path."""
        return "".join(f"{hashed}  {path}\n" if hashed else f"{path}\n" for path, hashed in sorted(self.hashes.items()))


def parse(text: str) -> Manifest:
    """The files of a list; what leads out of the site's folder is left out. Lines without a hash are paths."""
    return Manifest({path: hashed for hashed, path in LINE.findall(text) if is_inside(path)})


def is_inside(path: str) -> bool:
    """Whether a path stays in the folder, however it is read."""
    if path[0] not in "./" and path[-1] != "/" and "/." not in path and "//" not in path:
        return True
    return path != LIST and not {"", ".", ".."} & set(path.split("/"))


def read(folder: Path, name: str = LIST) -> Manifest | None:
    """What a folder's list says; None where there is none."""
    try:
        return parse((folder / name).read_text(encoding="utf-8", errors="replace"))
    except (FileNotFoundError, NotADirectoryError):
        return None


def write(folder: Path, manifest: Manifest, name: str = LIST) -> None:
    """Put the list into the folder: whoever reads it sees the former list or this one, even when this is broken off."""
    half = folder / HALF
    half.write_text(manifest.text(), encoding="utf-8", newline="\n")
    os.replace(half, folder / name)


def folders(paths: Iterable[str]) -> set[str]:
    """Every folder that paths stand in; "" is the site's own."""
    found = {""}
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found
