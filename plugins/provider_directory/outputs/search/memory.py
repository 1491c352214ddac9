"""What indexes were made of, kept from one build to the next, so that a change costs what it changes."""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
import unicodedata
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import whoosh

Made = TypeVar("Made")

Things = dict[bytes, Any]
"""By the mark of what each was made of: numbers, texts, bytes, nothing, and tuples, lists and dicts of such."""

SUM = 4
"""Bytes of the sum that says whether a file is whole."""


@dataclass(frozen=True, slots=True)
class Memory:
    """A folder of shelves. Whatever is in it may be lost or damaged: it is then made again."""

    folder: Path

    def shelf(self, name: str) -> Shelf:
        """Return a shelf with what earlier builds put there."""
        file = self.folder / f"{name}.made"
        used, before = read(file)
        return Shelf(file, used, before)


@dataclass(slots=True)
class Shelf:
    """Things that were made. What two builds did not ask for is forgotten."""

    file: Path | None = None
    """Nothing is kept without one."""

    last: Things = field(default_factory=dict)
    """What the last build asked for."""

    before: Things = field(default_factory=dict)
    """What only the one before it did."""

    used: Things = field(default_factory=dict)
    """What this build asked for."""

    def get(self, mark: bytes) -> Any:
        """Return what was made of this, or nothing."""
        for things in (self.used, self.last, self.before):
            found = things.get(mark)
            if found is not None:
                self.used[mark] = found
                return found
        return None

    def put(self, mark: bytes, made: Any) -> None:
        """Keep what was made of this."""
        self.used[mark] = made

    def made(self, mark: bytes, make: Callable[[], Made]) -> Made:
        """Return what was made of this; it is made where that is not known."""
        found: Made | None = self.get(mark)
        if found is None:
            found = make()
            self.put(mark, found)
        return found

    def close(self) -> None:
        """Keep what this build asked for, and what only the last one did."""
        if self.file and self.used.keys() != self.last.keys():
            write(self.file, (self.used, {mark: self.last[mark] for mark in self.last.keys() - self.used.keys()}))


def read(file: Path) -> tuple[Things, Things]:
    """Return what a file holds; nothing where it is damaged, or others made it."""
    with suppress(OSError):
        content = memoryview(file.read_bytes())
        head = len(maker()) + SUM
        if content[:head] == maker() + sum_of(content[head:]):
            used, before = marshal.loads(content[head:])
            return used, before
    return {}, {}


def write(file: Path, things: tuple[Things, Things]) -> None:
    """Put a file in the place of another. Where it cannot be written nothing is kept, which only costs time."""
    content = marshal.dumps(things)
    whole = b"".join((maker(), sum_of(content), content))
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        # Of two builds at once one may spoil this; what it spoils has a wrong sum.
        new = file.with_suffix(".new")
        new.write_bytes(whole)
        os.replace(new, file)


def sum_of(content: bytes | memoryview) -> bytes:
    """Return the sum of a file's content."""
    return zlib.crc32(content).to_bytes(SUM, "little")


@cache
def maker() -> bytes:
    """Return a mark of all that has a part in what is made beside what it is made of: this code, and what it stands on."""
    sources = sorted(Path(__file__).parent.glob("*.py"))
    made = hashlib.sha256()
    for part in (sys.version, zlib.ZLIB_RUNTIME_VERSION, unicodedata.unidata_version, whoosh.versionstring()):
        made.update(f"{part}\n".encode())
    for source in sources:
        made.update(source.read_bytes())
    return made.digest()
