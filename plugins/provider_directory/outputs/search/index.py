"""The indexes of the search: the files of each language, and the manifest that names them. README.md describes each byte."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from .documents import SearchDirectory
from .faults import check
from .memory import Memory
from .pieces import encoded
from .shape import HUGE, WHOLE
from .writer import FOLDER, FORMAT, Writer

MANIFEST = f"{FOLDER}/manifest.json"


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """The index of one language, as it is written."""

    language: str
    path: str
    """Of the file that a page opens, below the root of the site; names follow from contents, so a cached file is never stale."""

    files: tuple[tuple[str, bytes], ...]
    """Every file with its path, that one too."""


def files(directories: Iterable[SearchDirectory]) -> Iterator[tuple[str, bytes]]:
    """Yield every file of the search: the indexes of some directories, and the manifest that names them."""
    yield from index_files([index_of(directory) for directory in directories])


def index_files(indexes: Sequence[SearchIndex]) -> Iterator[tuple[str, bytes]]:
    """Yield the files of indexes that are made, and the manifest that names them."""
    for index in indexes:
        yield from index.files
    yield MANIFEST, manifest(indexes)


def manifest(indexes: Iterable[SearchIndex]) -> bytes:
    """Return the file by which a page that outlived its index finds the new one."""
    names = {index.language: index.path.removeprefix(f"{FOLDER}/") for index in indexes}
    return encoded({"format": FORMAT, "indexes": names}).encode()


def index_of(
    directory: SearchDirectory, *, whole: int = WHOLE, huge: int = HUGE, memory: Memory | None = None
) -> SearchIndex:
    """
    Return the index of one directory; raises DirectoryFaulty.

    whole: up to so many providers it has a file with everything. memory: what it may be made of, where earlier builds
    left it; the bytes are the same with any.
    """
    check(directory)
    path, written = Writer(directory, whole, huge, memory).files()
    return SearchIndex(directory.language, path, written)
