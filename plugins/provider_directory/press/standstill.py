"""Whether anything at all changed since the last build: what it read, what it was made with, what it published."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryFile

from ..records.past import past_mark
from ..settings import Settings
from .keeping import keep, kept, kept_in
from .manifest import LIST, Manifest, read
from .versions import program_of

FORMAT = 1
"""Raised whenever a standstill is put down in another way."""

SETTLED_NS = 2_000_000_000
"""Nanoseconds. A file that changed this shortly before it was looked at may change again without its time telling."""


@dataclass(frozen=True, slots=True)
class Standstill:
    """What a build found before it read anything, what it left, and what it said in the end."""

    inputs: str
    outputs: str
    said: str


def standing(settings: Settings, place: Path, inputs: str) -> str | None:
    """What the last build said, where this one would find, make and say the same."""
    found = kept(place, version(settings))
    if not isinstance(found, Standstill) or found.inputs != inputs or found.outputs != outputs_of(settings.output):
        return None
    return found.said


def stand(settings: Settings, place: Path, inputs: str, said: str) -> None:
    """Leave what a build found and said."""
    keep(place, version(settings), Standstill(inputs, outputs_of(settings.output), said))


def version(settings: Settings) -> str:
    """Everything else that a build depends on."""
    return f"{FORMAT} {program_of(settings)}"


def inputs_of(settings: Settings) -> str:
    """A name for the files that a build reads, by their stamps; another one each time while one of them has just changed."""
    digest = sha256(past_mark(settings).encode())
    settled = now_on(kept_in(settings)) - SETTLED_NS
    for folder in (settings.root / "content", settings.root / "providers", settings.theme):
        found = sorted(stamps(str(folder)))
        digest.update(repr(found).encode())
        if any(max(stamp[2:4]) > settled for stamp in found):
            digest.update(os.urandom(16))
    return digest.hexdigest()


def outputs_of(output: Path) -> str:
    """A name for what is published, by the list of it and the stamps of its files."""
    own = {str(output / path) for path in (LIST, *(read(output) or Manifest()).hashes)}
    found = sorted(
        (path, size, changed, number) for path, size, changed, _, number in stamps(str(output)) if path in own
    )
    return sha256(repr(found).encode()).hexdigest()


def now_on(folder: Path) -> int:
    """What the clock of the disk says, in nanoseconds: files are told apart by it and no other."""
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryFile(dir=folder) as file:
        return os.fstat(file.fileno()).st_mtime_ns


def stamps(folder: str) -> Iterator[tuple[str, int, int, int, int]]:
    """Every file below a folder: its path, size, time of change, time of its entry's change, and number on the disk."""
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from stamps(entry.path)
        else:
            stat = entry.stat(follow_symlinks=False)
            yield entry.path, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino
