"""Where Whoosh keeps an index that is made for one question and thrown away."""

from collections.abc import Iterable, Mapping
from tempfile import TemporaryDirectory, mkdtemp
from typing import Any

from whoosh.fields import Schema
from whoosh.filedb.filestore import FileStorage, RamStorage
from whoosh.index import Index


def in_memory(schema: Schema, documents: Iterable[Mapping[str, Any]]) -> Index:
    """Return an index of some documents, each its fields by name. Several may be made at once."""
    with TemporaryDirectory() as folder:
        index = Memory(folder).create_index(schema)
        writer = index.writer()
        for document in documents:
            writer.add_document(**document)
        writer.commit()
        return index


class Memory(RamStorage):  # type: ignore[misc]
    """An index in memory. What Whoosh writes while it makes one goes below a folder, not into one that all processes share."""

    def __init__(self, folder: str) -> None:
        super().__init__()
        self.folder = folder

    def temp_storage(self, name: str | None = None) -> FileStorage:
        """Return a new folder."""
        return FileStorage(mkdtemp(dir=self.folder))
