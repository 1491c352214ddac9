"""Lists of files with their hashes, as `sha256sum` writes and checks them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from .faults import NotPublished

Hashes = Mapping[str, str]
"""SHA-256 by path, in the order in which they are listed; paths have forward slashes and begin at the site's root."""

LINE = re.compile(r"([0-9a-f]{64})  (.+)")

UNKNOWN = "0" * 64
"""Stands for the hash of a file that is listed only to be deleted."""


def listed(data: bytes, where: str) -> dict[str, str]:
    """The files of a list; a last line that was cut off is passed over. Raises NotPublished for anything else.

    Lists come back from places where others may write, and what they name is deleted: no path may lead elsewhere.
    """
    found: dict[str, str] = {}
    for number, line in enumerate(data.decode(errors="replace").split("\n")[:-1], 1):
        match = LINE.fullmatch(line)
        if not match or not is_inside(match[2]):
            raise NotPublished(f"Line {number} of {where} is no hash and path of a file. Nothing was sent.")
        found[match[2]] = match[1]
    return found


def is_inside(path: str) -> bool:
    """Whether a path names a file below the folder it is read in."""
    return path.isprintable() and "\\" not in path and not {"", ".", ".."} & set(path.split("/"))


def list_of(hashes: Hashes) -> bytes:
    """The list of files, in their order."""
    return "".join(f"{sha256}  {path}\n" for path, sha256 in hashes.items()).encode()
