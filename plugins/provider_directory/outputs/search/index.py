"""The index file: everything the search of one language needs, in one piece. README.md describes the format."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from . import choices, texts
from .analysis import Analysis
from .documents import SearchDirectory
from .faults import check
from .providers import ProviderRows
from .terms import Terms

FORMAT = 2
"""Raised whenever a reader of the old format would misread the new one."""

FOLDER = "search"
MANIFEST = f"{FOLDER}/manifest.json"


@dataclass(frozen=True, slots=True)
class IndexFile:
    """The index of one language, as it is written."""

    language: str
    path: str
    """Below the root of the site; the name follows from the content, so a cached file is never stale."""

    content: bytes


def files(directories: Iterable[SearchDirectory]) -> Iterator[tuple[str, bytes]]:
    """Yield every file of the search: an index for each directory, and the manifest that names them."""
    yield from index_files([index_file(directory) for directory in directories])


def index_files(indexes: Sequence[IndexFile]) -> Iterator[tuple[str, bytes]]:
    """Yield indexes that are made, and the manifest that names them."""
    yield from ((index.path, index.content) for index in indexes)
    yield MANIFEST, manifest(indexes)


def index_file(directory: SearchDirectory) -> IndexFile:
    """Return the index of one directory; raises DirectoryFaulty."""
    check(directory)
    content = encoded(published(directory))
    name = hashlib.sha256(content).hexdigest()[:16]
    return IndexFile(directory.language, f"{FOLDER}/{directory.language}-{name}.json", content)


def manifest(indexes: Iterable[IndexFile]) -> bytes:
    """Return the file by which a page that outlived its index finds the new one."""
    names = {index.language: index.path.removeprefix(f"{FOLDER}/") for index in indexes}
    return encoded({"format": FORMAT, "indexes": names})


def published(directory: SearchDirectory) -> dict[str, object]:
    """Return the content of an index file."""
    analysis = Analysis(directory.language)
    terms = Terms.of(texts.of_directory(directory), analysis)
    variants = texts.variants(directory)
    return {
        "format": FORMAT,
        "language": directory.language,
        "day": directory.day.isoformat(),
        "rules": analysis.rules.published(),
        "terms": terms.published(),
        **choices.published(directory.vocabulary, variants, terms),
        **ProviderRows(directory, variants, terms).published(),
    }


def encoded(content: object) -> bytes:
    """Return JSON without spaces."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
