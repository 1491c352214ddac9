"""A folder as a target: on this machine, or of another one that is mounted here."""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from .faults import NotPublished
from .notes import JOURNAL, PUBLISHED
from .site import AT_ONCE, Site

UNDONE = ".publishing-files"
"""The folder at the target in which a file is written before it is put in its place."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A target that can rename a finished file into its place, so that a reader sees the old one or the new one."""

    place: Path
    compares: bool = True
    at_once: int = 200

    @property
    def shown(self) -> str:
        """Its path."""
        return str(self.place)

    def read(self, names: Collection[str]) -> Mapping[str, bytes]:
        """The notes among these that are there."""
        return {name: (self.place / name).read_bytes() for name in names if (self.place / name).is_file()}

    def write(self, name: str, data: bytes) -> None:
        """Put a note there; the manifest only when the disk has what it lists."""
        if name == JOURNAL:
            # What a publish that was killed had not finished may fill the disk.
            shutil.rmtree(self.place / UNDONE, ignore_errors=True)
        if name == PUBLISHED and hasattr(os, "sync"):
            os.sync()
        self.put(name, data)

    def is_empty(self) -> bool:
        """Whether nothing is there but what a publish that was killed had not finished."""
        return not self.place.exists() or {file.name for file in self.place.iterdir()} <= {UNDONE}

    def taken(self, paths: Collection[str]) -> Collection[str]:
        """Those of these paths at which something stands, or a file or a link above."""
        return [path for path in paths if os.path.lexists(self.place / path) or self.blocked(self.place / path)]

    def blocked(self, file: Path) -> bool:
        """Whether something that is no folder stands where a file's folders are needed."""
        above = (folder for folder in file.parents if folder != self.place and folder.is_relative_to(self.place))
        return any(os.path.lexists(folder) and (folder.is_symlink() or not folder.is_dir()) for folder in above)

    def send(self, site: Site, paths: Sequence[str]) -> Collection[str]:
        """Put files there, a few at a time."""

        def put(path: str) -> bool:
            data = site.data(path)
            if self.holds(self.place / path, data):
                return False
            self.put(path, data)
            return True

        with ThreadPoolExecutor(AT_ONCE) as pool:
            try:
                return [path for path, was_put in zip(paths, pool.map(put, paths), strict=True) if was_put]
            except BaseException:
                pool.shutdown(cancel_futures=True)
                raise

    def holds(self, file: Path, data: bytes) -> bool:
        """Whether a file has these bytes already."""
        return (
            file.is_file() and not file.is_symlink() and file.stat().st_size == len(data) and file.read_bytes() == data
        )

    def put(self, path: str, data: bytes) -> None:
        """Write a file beside, then put it in its place."""
        file, beside = self.place / path, self.place / UNDONE / path
        if self.blocked(file):
            raise NotPublished(
                f"A link or a file stands where {file} needs a folder, and nothing is written through it. Move it away."
            )
        beside.parent.mkdir(parents=True, exist_ok=True)
        try:
            beside.write_bytes(data)
            file.parent.mkdir(parents=True, exist_ok=True)
            os.replace(beside, file)
        except OSError:
            beside.unlink(missing_ok=True)
            raise

    def delete(self, paths: Collection[str], folders: Collection[str] = ()) -> None:
        """Delete files, then the folders that are empty; with the journal goes where files were written."""
        if JOURNAL in paths:
            shutil.rmtree(self.place / UNDONE, ignore_errors=True)
        for path in paths:
            file = self.place / path
            if not self.blocked(file) and (file.is_file() or file.is_symlink()):
                file.unlink()
        for path in sorted(folders, reverse=True):
            folder = self.place / path
            if not self.blocked(folder / "any") and folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()
