"""
A folder of objects that this program wrote itself, and would rather make again than trust wrongly.

What is damaged, of another version, or anybody else's is not there; what cannot be written is not kept. Nobody is told:
nothing is in a vault that could not be made again.
"""

from __future__ import annotations

import io
import os
import pickle
import stat
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

SCHEMA = f"{__package__}.schema."

KNOWN = {
    ("datetime", "date"),
    ("datetime", "time"),
    ("decimal", "Decimal"),
    (f"{__package__}.fields", "Phone"),
    *((f"{(__package__ or '').rpartition('.')[0]}.problems", name) for name in ("Problem", "Severity")),
    *((f"{(__package__ or '').rpartition('.')[0]}.model", name) for name in ("PartialDate", "Season", "Unit")),
}
"""What records are made of besides the schema's own classes."""


class Vault:
    """Objects by name, all of one version."""

    def __init__(self, folder: Path, version: str) -> None:
        self.folder = folder
        self.head = f"provider-directory {version}\n".encode()

    def read(self, name: str) -> Any:
        """The object of a name, or nothing."""
        try:
            with open(self.folder / name, "rb", opener=without_links) as file:
                data = file.read() if ours(os.fstat(file.fileno())) else b""
        except OSError:
            return None
        start = len(self.head) + sha256().digest_size
        content = memoryview(data)[start:]
        if data[:start] != self.head + sha256(content).digest():
            return None
        return unpacked(content)

    def write(self, name: str, content: bytes) -> None:
        """Keep a packed object, whole or not at all: of two who write it at once, neither, or the last."""
        place = self.folder / f".{name}.new"
        with suppress(OSError):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            place.unlink(missing_ok=True)
            with open(place, "xb", opener=without_links) as file:
                file.write(self.head + sha256(content).digest())
                file.write(content)
            os.replace(place, self.folder / name)

    def clock(self) -> int:
        """What the file system takes for now, in nanoseconds; the beginning of time where nothing can be kept."""
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with TemporaryFile(dir=self.folder) as file:
                return os.fstat(file.fileno()).st_mtime_ns
        except OSError:
            return 0


def without_links(path: str, flags: int) -> int:
    """Open a file itself, and not what a link leads to; a new one is for this user alone."""
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0), 0o600)


def ours(known: os.stat_result) -> bool:
    """Whether this user wrote the file and nobody else may open it; what was fetched with a project is open to others."""
    if not hasattr(os, "geteuid"):
        return stat.S_ISREG(known.st_mode)
    return stat.S_ISREG(known.st_mode) and known.st_uid == os.geteuid() and not known.st_mode & 0o077


def packed(content: object) -> bytes:
    """An object as bytes."""
    return pickle.dumps(content, protocol=5)


def unpacked(content: bytes | memoryview) -> Any:
    """The object that was packed, or nothing when the bytes hold anything else."""
    try:
        return Unpacking(io.BytesIO(content)).load()
    except Exception:  # There is no end of what bytes that are no object can raise.
        return None


class Unpacking(pickle.Unpickler):
    """Makes records out of bytes and nothing else, whatever the bytes ask for."""

    def find_class(self, module: str, name: str) -> Any:
        """A class that records are made of."""
        found = super().find_class(module, name) if (module, name) in KNOWN or module.startswith(SCHEMA) else None
        if not isinstance(found, type) or found.__module__ != module:
            raise pickle.UnpicklingError(f"{module}.{name}")
        return found
