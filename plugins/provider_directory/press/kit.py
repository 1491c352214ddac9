"""What a process makes pages with; two that have the same make the same bytes."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from .versions import LIBRARIES, installed

PROGRAM, TEMPLATES = "program", "templates"
"""The parts of a kit that are files of the project."""


def digest(folder: Path, pattern: str) -> str:
    """Of all files below a folder, in so few letters that others have other ones."""
    made = sha256()
    for file in sorted(folder.rglob(pattern)):
        if file.is_file():
            data = file.read_bytes()
            made.update(f"{file.relative_to(folder).as_posix()}\0{len(data)}\0".encode() + data)
    return made.hexdigest()[:16]


LOADED = digest(Path(__file__).resolve().parents[1], "*.py")
"""The package as it was when this process read it: what is written there later does not change what runs."""


def kit(templates: Path) -> dict[str, str]:
    """What this process has, by name."""
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    libraries = {name: installed(name) for name in LIBRARIES}
    return {"Python": python, **libraries, PROGRAM: LOADED, TEMPLATES: digest(templates, "*")}


def differences(ours: Mapping[str, str], theirs: Mapping[str, str]) -> Iterator[str]:
    """What another process has that we have not, in words that follow its name."""
    for name, wanted in ours.items():
        found = theirs.get(name, "none")
        if found == wanted:
            continue
        if name in (PROGRAM, TEMPLATES):
            yield f"has another version of this project's {name}"
        else:
            yield f"has {name} {found}, where this process has {wanted}"
