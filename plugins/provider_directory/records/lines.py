"""The lines of a file's values, found by reading it again: they take more room than its records, and few are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from .file import source_of
from .text import Path_, Unreadable, read_bytes


class Again:
    """The file of a project that was read again last: rules ask about one after the other."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.name = ""
        self.found: dict[Path_, Mapping[Path_, int]] = {}

    def lines(self, name: str, prefix: Path_) -> Mapping[Path_, int]:
        """The lines of a file, or of one entry of a register; none when it cannot be read any more."""
        if name != self.name:
            self.name, self.found = name, self.read(name, bool(prefix))
        return self.found.get(prefix, {})

    def read(self, name: str, register: bool) -> dict[Path_, Mapping[Path_, int]]:
        """The lines of all that stands in a file."""
        try:
            source = source_of(read_bytes(self.root / name, name), name)
        except (OSError, Unreadable):
            return {}
        if register and isinstance(source.tree, dict):
            return {(key,): entry.lines for key, entry in source.entries()}
        return {(): source.lines}


class Lines(Mapping[Path_, int]):
    """The lines of one record."""

    __slots__ = ("again", "name", "prefix")

    def __init__(self, again: Again, name: str, prefix: Path_) -> None:
        self.again = again
        self.name = name
        self.prefix = prefix

    def __getitem__(self, path: Path_) -> int:
        return self.again.lines(self.name, self.prefix)[path]

    def __iter__(self) -> Iterator[Path_]:
        return iter(self.again.lines(self.name, self.prefix))

    def __len__(self) -> int:
        return len(self.again.lines(self.name, self.prefix))
