"""Everything that all pages depend on, besides the records: programs, templates, words, settings and the day."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import fields
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from ..settings import Settings

LIBRARIES = (
    "babel",
    "jinja2",
    "markdown",
    "markupsafe",
    "phonenumbers",
    "pydantic",
    "pyyaml",
    "segno",
    "Whoosh-Reloaded",
)
"""Those that have a hand in what is published."""

PLACES = ("root", "output", "theme", "workers")
"""Settings that say where and how, and nothing of what."""


def version_of(settings: Settings, assets: str) -> str:
    """A name for all of it, which is another one as soon as anything is another. assets: the address of the theme's files."""
    digest = sha256()
    for part in parts(settings, assets):
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


def parts(settings: Settings, assets: str) -> Iterator[bytes]:
    """Everything in turn."""
    yield sys.version.encode()
    yield assets.encode()
    for name in LIBRARIES:
        yield f"{name} {version(name)}".encode()
    for each in fields(settings):
        if each.name not in PLACES:
            yield f"{each.name} {getattr(settings, each.name)!r}".encode()
    package = Path(__file__).resolve().parent.parent
    for folder, ending in ((package, "*.py"), (settings.theme / "templates", "*"), (settings.theme / "locale", "*")):
        for file in sorted(folder.rglob(ending)):
            if file.is_file():
                yield file.relative_to(folder).as_posix().encode()
                yield file.read_bytes()
