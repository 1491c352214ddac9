"""The built site, as its manifest lists it: what is sent is exactly what was built, or nothing is."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from ..press.manifest import UNKNOWN, read
from .faults import NotPublished
from .headers import HEADERS, Headers, read_headers
from .listing import Hashes

AT_ONCE = 8
"""Files that are read, or sent, at the same time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What a build made."""

    folder: Path
    manifest: bytes
    files: Hashes
    headers: Headers

    def data(self, path: str) -> bytes:
        """The bytes of a file. Raises NotPublished when they are not those that were built."""
        try:
            data = (self.folder / path).read_bytes()
        except OSError:
            data = b""
        if hashlib.sha256(data).hexdigest() != self.files[path]:
            raise NotPublished(f"{self.folder / path} is not as the last build made it. Build again: make site")
        return data

    def size(self, paths: Iterable[str]) -> int:
        """Bytes of some files together; 0 for one that is not there."""
        return sum(place.stat().st_size for path in paths if (place := self.folder / path).is_file())

    def wrong(self, paths: Iterable[str]) -> list[str]:
        """Those of some files that are not as they were built."""

        def is_wrong(path: str) -> bool:
            try:
                self.data(path)
            except NotPublished:
                return True
            return False

        paths = list(paths)
        with ThreadPoolExecutor(AT_ONCE) as pool:
            return [path for path, found in zip(paths, pool.map(is_wrong, paths), strict=True) if found]

    def check(self, paths: Iterable[str], then: str = "") -> None:
        """See that files are those that were built. Raises NotPublished, which also says what `then` says."""
        wrong = self.wrong(paths)
        if wrong:
            others = f"and {len(wrong) - 1:,} more are not as the last build made them"
            raise NotPublished(
                f"{self.folder / wrong[0]} {others if len(wrong) > 1 else 'is not as the last build made it'}. "
                f"{then}Build again: make site"
            )


def read_site(output: Path) -> Site:
    """The site that stands in a folder. Raises NotPublished when none does."""
    try:
        # A build may put another folder in its place meanwhile; what was begun with is published.
        folder = output.resolve(strict=True)
        manifest = read(folder)
    except OSError:
        manifest = None
    if manifest is None or not manifest.hashes:
        raise NotPublished(f"There is no built site in {output}. Build it first: make site")
    if UNKNOWN in manifest.hashes.values():
        raise NotPublished(f"The site in {output} was built by an earlier version. Build again: make site")
    files = manifest.hashes
    place = folder / HEADERS
    text = place.read_text(encoding="utf-8") if HEADERS in files and place.is_file() else ""
    return Site(folder=folder, manifest=manifest.text().encode(), files=files, headers=read_headers(text))
