"""Everything that all pages depend on, besides the records: programs, settings and the day."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import fields
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from zlib import ZLIB_RUNTIME_VERSION

from ..settings import Settings

LIBRARIES = (
    "babel",
    "brotli",
    "jinja2",
    "markdown",
    "markupsafe",
    "phonenumbers",
    "pydantic",
    "pyyaml",
    "segno",
    "tree-sitter",
    "tree-sitter-javascript",
    "typst",
    "Whoosh-Reloaded",
)
"""Those that have a hand in what is published; brotli only where it is installed."""

PLACES = ("root", "output", "theme", "changes_from", "workers", "executor")
"""Settings that say where and how, and nothing of what."""


def program_of(settings: Settings) -> str:
    """A name for the programs, the settings and the day, which is another one as soon as anything is another."""
    return name_of(program(settings))


def version_of(settings: Settings, assets: str) -> str:
    """The same for what pages ask browsers to load. assets: the address of the theme's files."""
    return name_of([program_of(settings).encode(), assets.encode()])


def name_of(parts: Iterable[bytes]) -> str:
    """A name for some bytes."""
    digest = sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


def program(settings: Settings) -> Iterator[bytes]:
    """What the site is made by and with."""
    yield f"{sys.version} {ZLIB_RUNTIME_VERSION}".encode()
    for name in LIBRARIES:
        yield f"{name} {installed(name)}".encode()
    for each in fields(settings):
        if each.name not in PLACES:
            yield f"{each.name} {getattr(settings, each.name)!r}".encode()
    yield from files(Path(__file__).resolve().parent.parent, "*.py")


def installed(library: str) -> str:
    """The version of a library."""
    try:
        return version(library)
    except PackageNotFoundError:
        return "none"


def files(folder: Path, pattern: str = "*") -> Iterator[bytes]:
    """Every file below a folder, its path and what is in it."""
    for file in sorted(folder.rglob(pattern)):
        if file.is_file():
            yield file.relative_to(folder).as_posix().encode()
            yield file.read_bytes()
